//! `zhengzi config show`: the values in force and where each came from.

use super::style::{self, paint};
use super::talk::Talk;
use super::{Exit, Failure, given, show};
use crate::config::find;
use crate::i18n::Msg;
use crate::report::words::fill;
use crate::text::sanitize;
use clap::ArgMatches;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let Some(("show", matches)) = matches.subcommand() else { return Ok(Exit::Usage) };
    let start = matches.get_one::<PathBuf>("path").map_or(Path::new("."), PathBuf::as_path);
    let settings = given::settings(matches, talk, start)?;
    let lang = settings.lang.value;
    let rows = settings.rows();
    let setting = |key: &str, value: &str| format!("{key} = {}", sanitize::line(value));
    let width = rows.iter().map(|(key, value, _)| setting(key, value).width()).max().unwrap_or_default().min(48);
    let mut page = String::new();
    for (key, value, origin) in rows {
        let setting = setting(key, &value);
        let gap = " ".repeat(width.saturating_sub(setting.width()) + 2);
        let origin = paint(style::DIM, &format!("# {}", sanitize::line(&origin.words(lang))));
        let _ = writeln!(page, "{setting}{gap}{origin}");
    }
    if settings.files.is_empty() {
        let user = find::user_path().map(|path| path.display().to_string()).unwrap_or_default();
        let _ = writeln!(page, "\n{}", paint(style::DIM, &fill(NO_FILE.get(lang), &[&sanitize::line(&user)])));
    }
    show(&page)?;
    Ok(Exit::Clean)
}

const NO_FILE: Msg = Msg::new(
    "# 没有找到 zhengzi.toml；可放在名单所在的文件夹，或 {}",
    "# no zhengzi.toml was found; put one beside the input, or at {}",
);
