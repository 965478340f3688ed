//! What the program says beside its results, always on standard error.

use super::style::{self, paint};
use crate::i18n::{Lang, Msg};
use std::io::{self, Write};

/// How to talk to the user.
#[derive(Debug, Clone, Copy)]
pub struct Talk {
    /// Language.
    pub lang: Lang,
    /// Whether only errors are said.
    pub quiet: bool,
}

const ERROR: Msg = Msg::new("错误：", "error: ");
const WARNING: Msg = Msg::new("注意：", "warning: ");

/// What an error of the operating system means; its own words, which are English, only where there are no others.
pub fn os(error: &io::Error, lang: Lang) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => Msg::new("没有这个文件或文件夹", "there is no such file or folder"),
        io::ErrorKind::PermissionDenied => Msg::new("没有权限", "permission denied"),
        io::ErrorKind::IsADirectory => Msg::new("这是文件夹，不是文件", "it is a folder, not a file"),
        io::ErrorKind::NotADirectory => Msg::new("路径中有一段不是文件夹", "a part of the path is no folder"),
        io::ErrorKind::StorageFull => Msg::new("磁盘已满", "the disk is full"),
        io::ErrorKind::InvalidData => Msg::new("不是 UTF-8 编码的文本", "it is not UTF-8 text"),
        _ => return error.to_string(),
    };
    words.get(lang).to_owned()
}

impl Talk {
    /// Says what went wrong; never silenced.
    pub fn error(self, text: &str) {
        self.raw(&format!("{}{text}", paint(style::BAD, ERROR.get(self.lang))));
    }

    /// Says what deserves attention.
    pub fn warn(self, text: &str) {
        if !self.quiet {
            self.raw(&format!("{}{text}", paint(style::WARN, WARNING.get(self.lang))));
        }
    }

    /// Says what is merely good to know.
    pub fn note(self, text: &str) {
        if !self.quiet {
            self.raw(text);
        }
    }

    /// Says a text that is laid out already; never silenced.
    pub fn raw(self, text: &str) {
        let mut err = anstream::stderr().lock();
        // Where standard error is closed there is nobody left to tell.
        let _ = writeln!(err, "{}", text.trim_end());
    }
}
