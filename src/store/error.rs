//! Why a store could not be used, in words for people.

use crate::i18n::{Lang, Msg};
use rusqlite::ErrorCode;
use std::fmt;

/// Why a store could not be used.
#[derive(Debug)]
pub enum StoreError {
    /// Nothing is there.
    Missing,
    /// Something is there already.
    Exists,
    /// The file is no database, or one of another program.
    Foreign,
    /// A later version wrote it: its schema, and the latest this program knows.
    Newer(usize, usize),
    /// Another program keeps writing.
    Busy,
    /// The disk is full or the file may not be written.
    NotWritten(rusqlite::Error),
    /// Anything else the database says.
    Other(rusqlite::Error),
}

impl StoreError {
    /// What is wrong and what to do, without the name of the file.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (text, detail) = match self {
            Self::Missing => (MISSING, None),
            Self::Exists => (EXISTS, None),
            Self::Foreign => (FOREIGN, None),
            Self::Newer(found, known) => {
                let text = NEWER.get(lang).replacen("{}", &found.to_string(), 1);
                return text.replacen("{}", &known.to_string(), 1);
            }
            Self::Busy => (BUSY, None),
            Self::NotWritten(error) => (NOT_WRITTEN, Some(error)),
            Self::Other(error) => (OTHER, Some(error)),
        };
        text.get(lang).replace("{}", &detail.map(ToString::to_string).unwrap_or_default())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::NotWritten(error)
            }
            _ => Self::Other(error),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Zh))
    }
}

impl std::error::Error for StoreError {}

const MISSING: Msg = Msg::new(
    "没有这个案卷；先用 zhengzi case init 建立",
    "there is no such case file; make one with zhengzi case init",
);
const EXISTS: Msg =
    Msg::new("已经有这个文件，没有覆盖；请换一个文件名", "the file exists and is not written over; name another");
const FOREIGN: Msg = Msg::new(
    "这不是正字的案卷，没有改动；请核对文件名",
    "this is no case file of zhengzi and was left alone; check the name",
);
const NEWER: Msg = Msg::new(
    "案卷是更新的版本写的（结构第 {} 版，本程序只认识到第 {} 版），没有改动；请换用新版程序",
    "a later version wrote the case file (schema {}, this program knows up to {}) and it was left alone; use that version",
);
const BUSY: Msg = Msg::new(
    "另一个程序正在写这个案卷，没有改动；请等它完成后再试",
    "another program is writing the case file; nothing was changed, try again when it is done",
);
const NOT_WRITTEN: Msg = Msg::new(
    "案卷写不进去（{}），没有改动；请检查磁盘空间和权限",
    "the case file cannot be written ({}); nothing was changed, check the space on the disk and the permissions",
);
const OTHER: Msg = Msg::new(
    "案卷读写出错（{}），没有改动；文件可能损坏，请用备份对照",
    "the case file failed ({}); nothing was changed, it may be damaged: compare it with a backup",
);
