//! Where inputs come from: paths on the command line become a sorted list of files.

use crate::read::explain;
use ignore::{DirEntry, WalkBuilder};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Names of files that readers know; only these are taken from inside a folder.
pub const EXTENSIONS: &[&str] = &[
    "txt", "text", "md", "markdown", "mkd", "csv", "tsv", "tab", "xlsx", "xlsm", "xls", "et", "ods", "jsonl", "ndjson",
];

/// File whose lines name what not to check, in the syntax of `.gitignore`.
pub const IGNORE_FILE: &str = ".zhengziignore";

/// How folders are walked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Walk {
    /// `--hidden`: files and folders whose names begin with a dot are taken too.
    pub hidden: bool,
}

/// Something a path led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file to read.
    File(PathBuf),
    /// A file inside a folder whose kind no reader knows.
    Skipped(PathBuf),
    /// A path that leads nowhere, with a sentence for people.
    Problem {
        /// The path as it was given or found.
        path: PathBuf,
        /// What is wrong with it and what to do.
        message: String,
    },
}

/// Expands files and folders in the order given; inside a folder, in the order of names.
///
/// A file that is named is always taken; inside folders `.gitignore`, `.ignore` and
/// [`IGNORE_FILE`] are obeyed and only [`EXTENSIONS`] are taken. A folder that cannot be
/// opened and a path that does not exist are problems, not silence.
pub fn expand(paths: &[PathBuf], walk: Walk) -> impl Iterator<Item = Found> + use<> {
    let paths = paths.to_vec();
    paths.into_iter().flat_map(move |path| -> Box<dyn Iterator<Item = Found> + Send> {
        match path.metadata() {
            Ok(meta) if meta.is_dir() => Box::new(folder(&path, walk)),
            Ok(_) => Box::new(std::iter::once(Found::File(path))),
            Err(error) => {
                let message = explain(&error);
                Box::new(std::iter::once(Found::Problem { path, message }))
            }
        }
    })
}

fn folder(path: &Path, walk: Walk) -> impl Iterator<Item = Found> + Send + use<> {
    let root = path.to_path_buf();
    let walker = WalkBuilder::new(path)
        .hidden(!walk.hidden)
        .require_git(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .filter_entry(|entry| entry.file_name() != OsStr::new(".git"))
        .sort_by_file_name(OsStr::cmp)
        .build();
    walker.filter_map(move |entry| match entry {
        Ok(entry) if is_wanted(&entry) => Some(Found::File(entry.into_path())),
        Ok(entry) => is_foreign(&entry).then(|| Found::Skipped(entry.into_path())),
        Err(error) => Some(problem(&root, &error)),
    })
}

/// Whether a file inside a folder is one that nobody would expect to be passed over in silence.
fn is_foreign(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.file_type().is_some_and(|kind| kind.is_file()) && !name.starts_with("~$") && !name.starts_with('.')
}

/// Whether a file inside a folder is one that readers know; lock files of open workbooks are not.
fn is_wanted(entry: &DirEntry) -> bool {
    let is_lock = entry.file_name().to_string_lossy().starts_with("~$");
    let extension = entry.path().extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    let is_known = extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()));
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    // A link that leads nowhere is passed on, so that opening it says so.
    let is_link = || entry.path_is_symlink() && !entry.path().is_dir();
    is_known && !is_lock && (is_file || is_link())
}

fn problem(root: &Path, error: &ignore::Error) -> Found {
    let path = path_of(error).unwrap_or(root).to_path_buf();
    let message = match error.io_error() {
        Some(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            "没有权限打开这个文件夹，其中的文件没有检查；请检查权限".to_owned()
        }
        Some(error) => explain(error),
        None => format!("不能列出：{error}"),
    };
    Found::Problem { path, message }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Partial(errors) => errors.iter().find_map(path_of),
        _ => None,
    }
}
