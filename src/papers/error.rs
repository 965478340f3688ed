//! Why papers were not written.

use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why papers were not written.
#[derive(Debug)]
pub enum Error {
    /// A folder or file could not be written or read; what and why.
    File(PathBuf, io::Error),
    /// The template is no docx, or is damaged.
    Template(String),
    /// Marks the template has to have and has not.
    MissingMarks(Vec<String>),
    /// Marks of the template that nobody knows.
    UnknownMarks(Vec<String>),
    /// More than one row of the template repeats.
    TwoRows,
    /// A violation without the person who decided it; the number of the problem.
    NoPerson(String),
    /// One notice number was given to two units.
    SharedNumber(String),
    /// The date of the inspection is none.
    Date(String),
    /// A part could not be made.
    Made(io::Error),
}

impl Error {
    /// Gives the message in one language: what is wrong, where, and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let list = |marks: &[String]| marks.iter().map(|mark| format!("{{{{{mark}}}}}")).collect::<Vec<_>>().join(" ");
        match self {
            Self::File(path, error) => {
                fill(FILE.get(lang), &[&path.display(), &crate::report::output::os(error, lang)])
            }
            Self::Template(why) => fill(TEMPLATE.get(lang), &[why]),
            Self::MissingMarks(marks) => fill(MISSING.get(lang), &[&list(marks)]),
            Self::UnknownMarks(marks) => fill(UNKNOWN.get(lang), &[&list(marks)]),
            Self::TwoRows => TWO_ROWS.get(lang).to_owned(),
            Self::NoPerson(number) => fill(NO_PERSON.get(lang), &[number]),
            Self::SharedNumber(number) => fill(SHARED.get(lang), &[number]),
            Self::Date(date) => fill(DATE.get(lang), &[date]),
            Self::Made(error) => fill(MADE.get(lang), &[error]),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Zh))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File(_, error) | Self::Made(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Made(error)
    }
}

const FILE: Msg = Msg::new(
    "“{}”写不进去或读不出来：{}。请检查路径、权限和磁盘空间。",
    "cannot write or read “{}”: {}. Check the path, the permissions and the space on the disk.",
);
const TEMPLATE: Msg = Msg::new(
    "通知书模板用不了：{}。请用 Word 或 WPS 另存为 .docx 后再试。",
    "the template of notices cannot be used: {}. Save it as .docx with Word or WPS and try again.",
);
const MISSING: Msg =
    Msg::new("通知书模板里缺少标记：{}。请补上后再试。", "marks are missing in the template of notices: {}. Add them.");
const UNKNOWN: Msg = Msg::new(
    "通知书模板里有不认识的标记：{}。请改正或删去。",
    "the template of notices has marks nobody knows: {}. Correct or delete them.",
);
const TWO_ROWS: Msg = Msg::new(
    "通知书模板里有两个表行带有问题标记（如 {{原文}}），只能有一个。",
    "two table rows of the template have marks of problems (such as {{原文}}); there may be one.",
);
const NO_PERSON: Msg = Msg::new(
    "问题 {} 认定为违规，却没有认定人。没有人认定的问题不能发通知书，请先补记认定人。",
    "problem {} is called a violation by nobody. Say who decided before a notice is written.",
);
const SHARED: Msg = Msg::new(
    "文号“{}”给了不止一个单位，请先更正。",
    "the notice number “{}” was given to more than one unit; correct it first.",
);
const DATE: Msg = Msg::new(
    "检查日期“{}”不是日期，应当写成 2026-11-23。",
    "“{}” is no date of an inspection; write it as 2026-11-23.",
);
const MADE: Msg = Msg::new("文书没有做成：{}。请再试一次。", "the paper could not be made: {}. Try again.");
