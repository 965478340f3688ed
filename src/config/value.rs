//! Values as people write them: the same words on the command line and in `zhengzi.toml`.

use crate::document::{Division, Role, Scene};
use crate::i18n::{Lang, Msg};
use crate::record::Severity;
use crate::report::words::fill;
use encoding_rs::Encoding;
use std::fmt;
use std::num::NonZeroUsize;

/// From which severity on a finding makes the exit status 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// This severity or a higher one.
    At(Severity),
    /// No finding does.
    Never,
}

/// The severities by their names, the lowest first.
pub const SEVERITIES: [(&str, Severity); 4] = [
    ("notice", Severity::Notice),
    ("advice", Severity::Advice),
    ("suspected", Severity::Suspected),
    ("violation", Severity::Violation),
];

/// A value that does not mean anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is none of a closed set: the value, and the set.
    Choice(String, String),
    /// It is no date.
    Date(String),
    /// It is no number of threads.
    Jobs(String),
    /// It is no encoding.
    Encoding(String),
    /// It is not `NAME=HEADER`.
    Column(String),
    /// The name of a column is unknown: the name, and what is known.
    ColumnName(String, String),
    /// It has another type: what is expected.
    Type(Msg),
}

impl Wrong {
    /// Says what is wrong and what would be right.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Choice(value, set) => fill(CHOICE.get(lang), &[value, set]),
            Self::Date(value) => fill(DATE.get(lang), &[value]),
            Self::Jobs(value) => fill(JOBS.get(lang), &[value]),
            Self::Encoding(value) => fill(ENCODING.get(lang), &[value]),
            Self::Column(value) => fill(COLUMN.get(lang), &[value]),
            Self::ColumnName(value, set) => fill(COLUMN_NAME.get(lang), &[value, set]),
            Self::Type(expected) => fill(TYPE.get(lang), &[&expected.get(lang)]),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Zh))
    }
}

impl std::error::Error for Wrong {}

const CHOICE: Msg = Msg::new("没有“{}”这个取值，可用：{}", "“{}” is not a value here; use one of: {}");
const DATE: Msg = Msg::new(
    "“{}”不是日期，请按“年-月-日”书写，例如 2026-01-01",
    "“{}” is not a date; write year-month-day, such as 2026-01-01",
);
const JOBS: Msg =
    Msg::new("“{}”不是线程数，请写 1 以上的整数", "“{}” is not a number of threads; write a whole number from 1");
const ENCODING: Msg = Msg::new(
    "没有“{}”这种编码，常用的有 auto、utf-8、gb18030、big5、utf-16le",
    "“{}” is not an encoding; use auto, utf-8, gb18030, big5 or utf-16le",
);
const COLUMN: Msg = Msg::new(
    "“{}”缺少等号，请按“名目=表头”书写，例如 name=店名",
    "“{}” has no equals sign; write NAME=HEADER, such as name=店名",
);
const COLUMN_NAME: Msg = Msg::new("没有“{}”这个列名目，可用：{}", "“{}” is not a column name; use one of: {}");
const TYPE: Msg = Msg::new("这里应当写{}", "this should be {}");

/// Understands a severity.
///
/// # Errors
/// When it is none of the four.
pub fn severity(value: &str) -> Result<Severity, Wrong> {
    let known = SEVERITIES.into_iter().find(|(name, _)| *name == value);
    known.map(|(_, severity)| severity).ok_or_else(|| Wrong::Choice(value.into(), severity_names().join(" ")))
}

/// Gives the names of the severities, the lowest first.
#[must_use]
pub fn severity_names() -> Vec<&'static str> {
    SEVERITIES.iter().map(|(name, _)| *name).collect()
}

/// Gives the name of a severity.
#[must_use]
pub fn severity_name(severity: Severity) -> &'static str {
    SEVERITIES.iter().find(|(_, one)| *one == severity).map_or("notice", |(name, _)| name)
}

/// Understands a threshold: a severity or `never`.
///
/// # Errors
/// When it is neither.
pub fn fail_on(value: &str) -> Result<FailOn, Wrong> {
    if value == "never" {
        return Ok(FailOn::Never);
    }
    let known = severity(value).map(FailOn::At);
    known.map_err(|_| Wrong::Choice(value.into(), format!("{} never", severity_names().join(" "))))
}

impl fmt::Display for FailOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::At(severity) => severity_name(*severity),
            Self::Never => "never",
        })
    }
}

/// Understands a scene; `auto` is `None`.
///
/// # Errors
/// When there is no such scene.
pub fn scene(value: &str) -> Result<Option<Scene>, Wrong> {
    match Scene::parse(value) {
        None if value == "auto" => Ok(None),
        None => Err(Wrong::Choice(value.into(), scene_names().join(" "))),
        known => Ok(known),
    }
}

/// Gives the names of the scenes, `auto` first.
#[must_use]
pub fn scene_names() -> Vec<&'static str> {
    std::iter::once("auto").chain(Scene::ALL.into_iter().map(Scene::as_str)).collect()
}

/// Gives the name of a scene that may be left to the input.
#[must_use]
pub fn scene_name(scene: Option<Scene>) -> &'static str {
    scene.map_or("auto", Scene::as_str)
}

/// Understands a language.
///
/// # Errors
/// When it is neither `zh` nor `en`.
pub fn lang(value: &str) -> Result<Lang, Wrong> {
    Lang::parse(value).ok_or_else(|| Wrong::Choice(value.into(), "zh en".into()))
}

/// Understands a date and gives it as `2026-01-01`.
///
/// # Errors
/// When it is no day of the calendar.
pub fn date(value: &str) -> Result<String, Wrong> {
    let whole = value.len() == 10 && value.bytes().filter(|byte| *byte == b'-').count() == 2;
    let date = value.parse::<jiff::civil::Date>().ok().filter(|_| whole);
    date.map(|date| date.to_string()).ok_or_else(|| Wrong::Date(value.into()))
}

/// Gives today's date as `2026-01-01`.
#[must_use]
pub fn today() -> String {
    jiff::ZonedDateTime::now().date().to_string()
}

/// Understands a number of threads.
///
/// # Errors
/// When it is no whole number from 1.
pub fn jobs(value: &str) -> Result<NonZeroUsize, Wrong> {
    value.parse().map_err(|_| Wrong::Jobs(value.into()))
}

/// Understands an encoding; `auto` is `None`.
///
/// # Errors
/// When there is no such encoding.
pub fn encoding(value: &str) -> Result<Option<&'static Encoding>, Wrong> {
    if value.eq_ignore_ascii_case("auto") {
        return Ok(None);
    }
    Encoding::for_label(value.as_bytes()).map(Some).ok_or_else(|| Wrong::Encoding(value.into()))
}

/// Splits `name=店名`.
///
/// # Errors
/// When there is no equals sign or no such name.
pub fn column(value: &str) -> Result<(String, String), Wrong> {
    let (name, header) = value.split_once('=').ok_or_else(|| Wrong::Column(value.into()))?;
    let (name, header) = (name.trim(), header.trim());
    if header.is_empty() {
        return Err(Wrong::Column(value.into()));
    }
    role(name)?;
    Ok((name.to_owned(), header.to_owned()))
}

/// What a name of `--column` makes of its column.
///
/// # Errors
/// When there is no such name.
pub fn role(name: &str) -> Result<Role, Wrong> {
    if let Some(scene) = Scene::parse(name) {
        return Ok(Role::Checked(Some(scene)));
    }
    let known = COLUMNS.iter().find(|(english, chinese, _)| *english == name || *chinese == name);
    known.map(|(.., role)| *role).ok_or_else(|| Wrong::ColumnName(name.into(), column_names().join(" ")))
}

/// Gives the names of `--column`: scenes, then the others.
#[must_use]
pub fn column_names() -> Vec<&'static str> {
    let fields = COLUMNS.iter().filter(|(english, ..)| Scene::parse(english).is_none());
    fields.map(|(english, ..)| *english).chain(Scene::ALL.into_iter().map(Scene::as_str)).collect()
}

const COLUMNS: [(&str, &str, Role); 21] = [
    ("name", "名称", Role::Checked(None)),
    ("text", "内容", Role::Checked(None)),
    ("signboard", "招牌名称", Role::Checked(Some(Scene::Signboard))),
    ("enterprise-name", "企业名称", Role::Checked(Some(Scene::EnterpriseName))),
    ("place-name", "地名", Role::Checked(Some(Scene::PlaceName))),
    ("person-name", "姓名", Role::Checked(Some(Scene::PersonName))),
    ("product-name", "商品名称", Role::Checked(Some(Scene::ProductName))),
    ("advertisement", "广告语", Role::Checked(Some(Scene::Advertisement))),
    ("exempt", "豁免", Role::Exemption),
    ("ignore", "忽略", Role::Ignored),
    ("pinyin", "拼音", Role::Spelling),
    ("carrier", "载体", Role::Carrier),
    ("division", "区划", Role::Division(Division::Any)),
    ("district", "区县", Role::Division(Division::County)),
    ("street", "街道", Role::Division(Division::Township)),
    ("code", "代码", Role::Code),
    ("category", "类别", Role::Class),
    ("address", "地址", Role::Site),
    ("unit", "责任单位", Role::Carried),
    ("url", "网址", Role::Carried),
    ("note", "备注", Role::Carried),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_whole_days() {
        assert_eq!(date("2026-01-01").as_deref(), Ok("2026-01-01"));
        for wrong in ["2026-02-30", "20260101", "2026-1-1", "今天", "2026-01-01T00:00", ""] {
            assert!(date(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn columns_are_a_known_name_and_a_header() {
        assert_eq!(column("name=店名"), Ok(("name".into(), "店名".into())));
        assert_eq!(column("signboard=C").map(|(name, _)| role(&name)), Ok(Ok(Role::Checked(Some(Scene::Signboard)))));
        assert_eq!(role("豁免"), Ok(Role::Exemption));
        assert_eq!(role("pinyin"), Ok(Role::Spelling));
        assert_eq!(role("division"), Ok(Role::Division(Division::Any)));
        assert_eq!(column("店名"), Err(Wrong::Column("店名".into())));
        assert!(matches!(column("shop=店名"), Err(Wrong::ColumnName(..))));
    }

    #[test]
    fn thresholds_and_scenes_know_their_names() {
        assert_eq!(fail_on("never"), Ok(FailOn::Never));
        assert_eq!(fail_on("advice"), Ok(FailOn::At(Severity::Advice)));
        assert!(fail_on("error").is_err_and(|wrong| wrong.message(Lang::Zh).contains("never")));
        assert_eq!(scene("auto"), Ok(None));
        for name in scene_names() {
            assert_eq!(scene(name).map(scene_name), Ok(name));
        }
    }
}
