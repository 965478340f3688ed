//! Where configurations are looked for.

use std::env;
use std::path::{Path, PathBuf};

/// Name of the file.
pub const NAME: &str = "zhengzi.toml";

/// Finds the configuration of a project: the nearest one from an input (or a folder) upward.
#[must_use]
pub fn project(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())
}

/// Finds the user's own configuration.
#[must_use]
pub fn user() -> Option<PathBuf> {
    user_path().filter(|path| path.is_file())
}

/// Says where the user's own configuration would stand.
#[must_use]
pub fn user_path() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = if cfg!(windows) {
        named("APPDATA")
    } else {
        named("XDG_CONFIG_HOME").or_else(|| named("HOME").map(|home| home.join(".config")))
    };
    folder.map(|folder| folder.join("zhengzi").join(NAME))
}
