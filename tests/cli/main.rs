//! Stories of people and scripts at the command line, each in a folder of its own.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a test may say what it knows")]

mod baseline;
mod catalogue;
mod check;
mod config;
mod excepted;
mod help;
mod own;
mod pinyin;
mod trouble;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder to work in, with no configuration of the machine in sight.
pub struct Story {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Story {
    #[allow(clippy::new_without_default, reason = "a story is told once")]
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn command(&self) -> Command {
        self.clean(env!("CARGO_BIN_EXE_zhengzi"))
    }

    /// A program in the folder, in an environment that asks for nothing.
    pub fn clean(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for name in ["LANG", "LC_ALL", "LC_MESSAGES", "ZHENGZI_LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.env("HOME", self.path("home")).env("XDG_CONFIG_HOME", self.path("home/config"));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        done(self.command().args(arguments).output().unwrap())
    }

    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Done {
        let mut command = self.command();
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        done(child.wait_with_output().unwrap())
    }
}

pub fn done(output: Output) -> Done {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

impl Done {
    /// The record on standard output, line by line.
    pub fn events(&self) -> Vec<serde_json::Value> {
        events(&self.out)
    }

    /// The summary of the record.
    pub fn summary(&self) -> serde_json::Value {
        self.events().pop().expect("a record ends with its summary")
    }

    /// The texts found.
    pub fn found(&self) -> Vec<String> {
        let findings = self.events().into_iter().filter(|event| event["type"] == "finding");
        findings.map(|event| event["text"].as_str().unwrap().to_owned()).collect()
    }
}

pub fn events(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}
