//! The case file from a first list to the comparison with a second one.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a test may say what it knows")]

mod hostile;
mod kill;
mod rename;
mod story;
mod town;

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder with a case file in it.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    #[allow(clippy::new_without_default, reason = "a desk is set up on purpose")]
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.ok(&["init", "案卷.db", "--office", "云和区语言文字工作委员会办公室", "--prefix", "云语"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhengzi"));
        command.current_dir(self.folder.path()).args(arguments).stdin(Stdio::null());
        for name in ["LANG", "LC_ALL", "LC_MESSAGES", "ZHENGZI_LANG"] {
            command.env_remove(name);
        }
        command.env("HOME", self.path("home")).env("XDG_CONFIG_HOME", self.path("home/config"));
        command
    }

    /// `zhengzi case …`: how it ended, and what it wrote.
    pub fn case(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let Output { status, stdout, stderr } = self.command(&[&["case"], arguments].concat()).output().unwrap();
        (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    }

    /// The same where it has to go well.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.case(arguments);
        assert_eq!(code, Some(0), "{arguments:?}: {out}{err}");
        out
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// The problems, as `case list` gives them.
    pub fn problems(&self) -> Vec<Value> {
        self.json(&["list"]).as_array().unwrap().clone()
    }
}
