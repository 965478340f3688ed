//! What a user excepts from a check, with the reason: findings to pass over, and facts that only a person can state.
//!
//! `<!-- zhengzi: ignore ZI-001 -- 书法题名 until 2027-06-30 -->`, `# 正字：豁免 手书，理由：王某题写`, a cell of the
//! column 忽略, a table of the configuration: all are the same statement.

mod comment;
mod pattern;

pub use comment::{comments, said};
pub use pattern::concerns;

use jiff::civil::Date;

/// What is done about what a statement names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Findings of the named rules are passed over.
    Ignore,
    /// The named facts hold, and whatever exemption they prove lifts a finding.
    Exempt,
}

/// How long a statement holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Until {
    /// For good.
    Always,
    /// Up to and including this day, `2027-06-30`.
    Day(String),
    /// It names a day that is none.
    Unknown(String),
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it does.
    pub verb: Verb,
    /// Whether it is about the whole file rather than a line.
    pub whole: bool,
    /// Rules, families and rule names to ignore; or tags of exemptions.
    pub names: Vec<String>,
    /// Why; without a reason a statement has no effect.
    pub reason: String,
    /// How long.
    pub until: Until,
}

impl Statement {
    /// Whether it has an effect on a day.
    #[must_use]
    pub fn holds(&self, day: &str) -> bool {
        !self.reason.is_empty() && (self.until == Until::Always || self.lasts(day))
    }

    /// Whether its last day has passed.
    #[must_use]
    pub fn is_over(&self, day: &str) -> bool {
        matches!(&self.until, Until::Day(_)) && !self.lasts(day)
    }

    fn lasts(&self, day: &str) -> bool {
        matches!(&self.until, Until::Day(last) if last.as_str() >= day)
    }
}

/// A statement of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// What it states.
    pub statement: Statement,
    /// Files it is about, as [`concerns`] reads it; empty: all.
    pub path: String,
    /// The text found, or a longer string around it; empty: any.
    pub text: String,
}

const VERBS: [(&str, Verb, bool); 8] = [
    ("ignore-file", Verb::Ignore, true),
    ("ignore", Verb::Ignore, false),
    ("exempt-file", Verb::Exempt, true),
    ("exempt", Verb::Exempt, false),
    ("全文忽略", Verb::Ignore, true),
    ("忽略", Verb::Ignore, false),
    ("全文豁免", Verb::Exempt, true),
    ("豁免", Verb::Exempt, false),
];

/// How a comment begins that speaks to the program.
const KEYWORDS: [&str; 2] = ["zhengzi", "正字"];

/// Reads the words of a comment: `None` where it does not speak to the program, `Some(None)` where it cannot be understood.
#[must_use]
pub fn read(comment: &str) -> Option<Option<Statement>> {
    let rest = address(comment.trim())?;
    Some(verb(rest).and_then(|(verb, whole, rest)| statement(verb, whole, rest)))
}

/// What is said to the program by a text that begins with its name.
fn address(text: &str) -> Option<&str> {
    let rest = KEYWORDS.into_iter().find_map(|word| strip(text, word))?.trim_start();
    rest.strip_prefix([':', '：']).map(str::trim_start)
}

/// What follows a word, in whatever case it is written.
fn strip<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// Reads a cell of the column 忽略: rules and reason, with or without the words around them. An answer to another
/// question (是, 0) is no statement.
#[must_use]
pub fn read_cell(cell: &str) -> Option<Option<Statement>> {
    const ANSWERS: [&str; 12] = ["", "-", "/", "是", "否", "无", "0", "1", "yes", "no", "true", "false"];
    let cell = cell.trim();
    if ANSWERS.iter().any(|answer| cell.eq_ignore_ascii_case(answer)) {
        return None;
    }
    if let Some(Some(said)) = read(cell) {
        return Some(Some(said));
    }
    let (verb, _, rest) = verb(cell).unwrap_or((Verb::Ignore, false, cell));
    Some(statement(verb, false, rest))
}

fn verb(text: &str) -> Option<(Verb, bool, &str)> {
    VERBS.into_iter().find_map(|(word, verb, whole)| {
        let rest = strip(text, word)?;
        let ends = !word.is_ascii()
            || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' && !rest.starts_with("--"));
        ends.then_some((verb, whole, rest))
    })
}

/// The parts of a statement; `None` where it is longer than anybody would write.
fn statement(verb: Verb, whole: bool, text: &str) -> Option<Statement> {
    const MOST_BYTES: usize = 2000;
    const MOST_NAMES: usize = 100;
    if text.len() > MOST_BYTES {
        return None;
    }
    let (names, reason) = divide(text);
    let (names, early) = take_day(names);
    let (reason, late) = take_day(reason);
    let names = names.split([',', '，', '、', ';', '；', '：', ':', ' ', '\t']);
    let names: Vec<String> = names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let until = if late == Until::Always { early } else { late };
    (names.len() <= MOST_NAMES).then(|| Statement { verb, whole, names, reason: trimmed(reason).to_owned(), until })
}

/// What is named, and why.
fn divide(text: &str) -> (&str, &str) {
    let marks = ["--", "——", "理由"];
    let first = marks.into_iter().filter_map(|mark| Some((text.find(mark)?, mark))).min();
    match first {
        Some((at, mark)) => (text.get(..at).unwrap_or_default(), text.get(at + mark.len()..).unwrap_or_default()),
        None => (text, ""),
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '：' | ':' | '。'))
}

/// Splits `书法题名 until 2027-06-30` or `书法题名，有效期至2027年6月30日`.
fn take_day(text: &str) -> (&str, Until) {
    let until = text.rsplit_once("until").map(|(before, day)| (before, trimmed(day)));
    // “until the owner agrees” is a part of the reason; a single word or a number was meant to be a day.
    let is_day = |day: &str| day.starts_with(|c: char| c.is_ascii_digit()) || !day.contains(char::is_whitespace);
    if let Some((before, day)) = until.filter(|(_, day)| is_day(day)) {
        return (before, self::day(day).map_or_else(|| Until::Unknown(day.to_owned()), Until::Day));
    }
    let found = text.rsplit_once('至').and_then(|(before, day)| Some((before, self::day(trimmed(day))?)));
    match found {
        // 2019年至2021年 is a part of the reason.
        Some((before, day)) if !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日')) => {
            (trimmed(before).trim_end_matches("有效期"), Until::Day(day))
        }
        _ => (text, Until::Always),
    }
}

/// Understands `2027-06-30`, `2027/6/30`, `2027.6.30` and `2027年6月30日`.
#[must_use]
pub fn day(text: &str) -> Option<String> {
    let text = text.trim_end_matches('止').trim_end_matches('日');
    let mut numbers = text.split(['-', '/', '.', '年', '月']).map(|part| part.trim().parse::<i16>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let whole = numbers.next().is_none() && year >= 1000;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| whole)?;
    Some(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(comment: &str) -> Statement {
        read(comment).flatten().unwrap_or_else(|| panic!("{comment}"))
    }

    #[test]
    fn both_languages_say_the_same() {
        let day = Until::Day("2027-06-30".into());
        for comment in [
            " zhengzi: ignore ZI-001, CI variant-word -- 书法题名 until 2027-06-30 ",
            "正字：忽略 ZI-001、CI、variant-word，理由：书法题名，至 2027-06-30",
            "正字: 忽略 ZI-001 CI variant-word 理由：书法题名，有效期至2027年6月30日",
            "zhengzi：忽略ZI-001，CI，variant-word，至 2027/6/30，理由：书法题名。",
        ] {
            let said = said(comment);
            assert_eq!(said.names, ["ZI-001", "CI", "variant-word"], "{comment}");
            assert_eq!((said.reason.as_str(), &said.until), ("书法题名", &day), "{comment}");
            assert_eq!((said.verb, said.whole), (Verb::Ignore, false));
        }
        let fact = said("zhengzi: exempt-file hand -- 王某题写，2019 年照片");
        assert_eq!((fact.verb, fact.whole, fact.reason.as_str()), (Verb::Exempt, true, "王某题写，2019 年照片"));
        assert!(said("正字：全文豁免 手书——王某题写").whole);
    }

    #[test]
    fn what_is_missing_stays_empty() {
        assert_eq!(said("zhengzi: ignore ZI-001").reason, "");
        assert!(said("zhengzi: ignore -- 书法").names.is_empty());
        assert_eq!(said("zhengzi: ignore ZI -- 书法 until 明年").until, Until::Unknown("明年".into()));
        assert_eq!(
            said("zhengzi: ignore ZI -- 书法 until 2027-13-01 起").until,
            Until::Unknown("2027-13-01 起".into())
        );
        assert_eq!(said("zhengzi: ignore ZI -- 2019年至2021年照片").until, Until::Always);
        let prose = said("zhengzi: ignore ZI -- kept until the owner agrees");
        assert_eq!((prose.reason.as_str(), prose.until), ("kept until the owner agrees", Until::Always));
        assert_eq!(read(&format!("zhengzi: ignore{} -- 题名", " A".repeat(101))), Some(None));
        assert_eq!(read(&format!("zhengzi: ignore A -- {}", "长".repeat(700))), Some(None));
        assert_eq!(read("zhengzi: ignroe ZI-001 -- 书法"), Some(None));
        assert_eq!(read("zhengzi is a program"), None);
        assert_eq!(read("正字标记"), None);
    }

    #[test]
    fn cells_need_no_keyword() {
        let cell = read_cell("ZI-001，理由：书法题名，至2027-06-30").flatten().unwrap();
        assert_eq!((cell.names.as_slice(), cell.reason.as_str()), (&["ZI-001".to_owned()][..], "书法题名"));
        assert_eq!(read_cell("豁免 手书 -- 题写").flatten().unwrap().verb, Verb::Exempt);
        assert_eq!((read_cell(" 否 "), read_cell("False")), (None, None));
    }

    #[test]
    fn a_statement_holds_through_its_last_day_and_only_with_a_reason() {
        let until = said("zhengzi: ignore ZI -- 书法 until 2027-06-30");
        assert!(until.holds("2027-06-30") && !until.holds("2027-07-01") && until.is_over("2027-07-01"));
        assert!(!said("zhengzi: ignore ZI").holds("2027-06-30"));
        assert!(!said("zhengzi: ignore ZI -- 书法 until 2027-02-30").holds("2026-01-01"));
    }
}
