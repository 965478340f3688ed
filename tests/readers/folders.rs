//! Paths on the command line.

use std::fs;
use std::path::{Path, PathBuf};
use zhengzi::source::{Found, Walk, expand};

fn names(root: &Path, paths: &[PathBuf], walk: Walk) -> Vec<String> {
    let each = expand(paths, walk).map(|found| match found {
        Found::File(path) => path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
        Found::Skipped(path) => format!("?{}", path.strip_prefix(root).unwrap().display()),
        Found::Problem { path, message } => {
            assert!(!message.is_ascii(), "said in Chinese: {message}");
            format!("!{}", path.strip_prefix(root).unwrap_or(&path).display())
        }
    });
    each.collect()
}

fn tree(files: &[&str]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for file in files {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "字").unwrap();
    }
    root
}

#[test]
fn folders_are_walked_in_order_with_their_ignore_rules() {
    let root = tree(&[
        "b.txt", "a.md", "c/d.xlsx", "c/e.bin", "c/~$d.xlsx", "skip/x.txt", "old/y.txt", "own/z.txt", ".hidden.txt",
        ".git/g.txt",
    ]);
    fs::write(root.path().join(".gitignore"), "skip/\n").unwrap();
    fs::write(root.path().join(".ignore"), "old/\n").unwrap();
    fs::write(root.path().join(".zhengziignore"), "own/\n").unwrap();
    let path = [root.path().to_path_buf()];
    assert_eq!(names(root.path(), &path, Walk::default()), ["a.md", "b.txt", "c/d.xlsx", "?c/e.bin"]);
    let hidden = [".hidden.txt", "a.md", "b.txt", "c/d.xlsx", "?c/e.bin"];
    assert_eq!(names(root.path(), &path, Walk { hidden: true }), hidden);
}

#[test]
fn named_files_are_always_taken_and_order_is_kept() {
    let root = tree(&["z.bin", ".h.txt", "a/1.txt"]);
    let paths: Vec<PathBuf> = ["z.bin", "a", ".h.txt"].iter().map(|name| root.path().join(name)).collect();
    assert_eq!(names(root.path(), &paths, Walk::default()), ["z.bin", "a/1.txt", ".h.txt"]);
}

#[test]
fn what_is_not_there_is_a_problem() {
    let root = tree(&["a.txt"]);
    assert_eq!(names(root.path(), &[root.path().join("none")], Walk::default()), ["!none"]);
}

#[cfg(unix)]
#[test]
fn dangling_links_and_closed_folders_are_told() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let root = tree(&["a.txt", "closed/b.txt"]);
    symlink(root.path().join("gone"), root.path().join("link.txt")).unwrap();
    let closed = root.path().join("closed");
    let found = names(root.path(), &[root.path().join("link.txt"), root.path().to_path_buf()], Walk::default());
    assert_eq!(found, ["!link.txt", "a.txt", "closed/b.txt", "link.txt"]);
    let outcome = super::read_with(&zhengzi::read::Input::File(root.path().join("link.txt")), &Default::default());
    assert!(outcome.refusals().contains("找不到文件"));
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything (root) sees no closed folders.
    if fs::read_dir(&closed).is_err() {
        assert!(names(root.path(), &[root.path().to_path_buf()], Walk::default()).contains(&"!closed".to_owned()));
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
}
