//! Why something could not be done with a case file.

use crate::i18n::{Lang, Msg};
use crate::store::StoreError;
use std::fmt;

/// Why something could not be done; nothing was changed then.
#[derive(Debug)]
pub enum CaseError {
    /// The store.
    Store(StoreError),
    /// Numbers that no problem has.
    NoProblem(Vec<String>),
    /// 保留 without the exemption it rests on; the number.
    NoExemption(String),
    /// Nobody is named who decided.
    NoName,
    /// Nothing was imported yet.
    NoInspection,
    /// The office has no characters for the numbers of its notices.
    NoPrefix,
    /// The very same record was imported before, as this inspection.
    Again(u32),
    /// A row of the store is not what this program wrote.
    Broken(String),
    /// A date that is none.
    Date(String),
}

impl CaseError {
    /// What is wrong and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (text, detail) = match self {
            Self::Store(error) => return error.message(lang),
            Self::NoProblem(numbers) => (NO_PROBLEM, numbers.join(if lang == Lang::Zh { "、" } else { ", " })),
            Self::NoExemption(number) => (NO_EXEMPTION, number.clone()),
            Self::NoName => (NO_NAME, String::new()),
            Self::NoInspection => (NO_INSPECTION, String::new()),
            Self::NoPrefix => (NO_PREFIX, String::new()),
            Self::Again(number) => (AGAIN, number.to_string()),
            Self::Broken(what) => (BROKEN, what.clone()),
            Self::Date(date) => (DATE, date.clone()),
        };
        text.get(lang).replace("{}", &detail)
    }
}

impl From<StoreError> for CaseError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<rusqlite::Error> for CaseError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<serde_json::Error> for CaseError {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Zh))
    }
}

impl std::error::Error for CaseError {}

const NO_PROBLEM: Msg = Msg::new(
    "案卷里没有这些编号：{}。没有记下任何决定；编号用 case list 查看",
    "the case file has no such numbers: {}. Nothing was recorded; see case list",
);
const NO_EXEMPTION: Msg = Msg::new(
    "{}：保留要写明豁免情形，如 文物古迹、手书题字。没有记下任何决定",
    "{}: to let it stay needs an exemption, such as relic or hand. Nothing was recorded",
);
const NO_NAME: Msg = Msg::new("没有写明是谁认定的，请用 --by 写姓名", "nobody is named; give --by NAME");
const NO_INSPECTION: Msg =
    Msg::new("案卷还是空的，先用 case import 导入", "the case file is empty; import something first");
const NO_PREFIX: Msg = Msg::new(
    "案卷没有登记发文字号（如 区语），不能编通知书号；请另建案卷，用 case init --prefix 写明",
    "the case file has no prefix for notice numbers; make one with case init --prefix",
);
const AGAIN: Msg = Msg::new(
    "这份记录已经作为第 {} 次检查导入过，没有重复导入",
    "this record was imported before, as inspection {}; it is not imported again",
);
const BROKEN: Msg = Msg::new(
    "案卷里有一行读不懂（{}），可能被改动过；请用 case log --verify 核对，或者用备份",
    "a row of the case file makes no sense ({}); it may have been altered: see case log --verify, or use a backup",
);
const DATE: Msg = Msg::new("日期“{}”不对，请写成 2026-11-23 的样子", "“{}” is no date; write it as 2026-11-23");
