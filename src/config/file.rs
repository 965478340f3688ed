//! Reads a `zhengzi.toml`; every mistake points into the file.

use super::Given;
use super::error::{ConfigError, Kind, Mistake};
use super::value::{self, Wrong};
use crate::i18n::Msg;
use crate::lexicon::UserDictionary;
use std::fs;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every key, those of tables with their table. `columns` has the names of `--column` as keys.
pub const KEYS: [&str; 17] = [
    "lang", "scene", "jurisdiction", "profile", "date", "select", "ignore", "min-severity", "fail-on", "facts",
    "encoding", "jobs", "hidden", "columns", "dictionaries.allow", "dictionaries.forbid", "dictionaries.names",
];

/// Reads a file.
///
/// # Errors
/// When it cannot be read, is not TOML, or has an unknown key or a value without meaning.
pub fn read(path: &Path) -> Result<Given, ConfigError> {
    let fail = |kind| ConfigError { path: path.to_owned(), kind: Box::new(kind) };
    let text = fs::read_to_string(path).map_err(|error| fail(Kind::Unread(error)))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    parse(&text, folder).map_err(|(span, mistake)| fail(Kind::At { text: text.clone(), span, mistake }))
}

type Located<T> = Result<T, (Range<usize>, Mistake)>;

/// Understands the text of a file; paths in it count from `folder`.
pub(super) fn parse(text: &str, folder: &Path) -> Located<Given> {
    // Notepad puts a byte order mark first; a space in its place keeps every offset.
    let text = text.strip_prefix('\u{FEFF}').map_or_else(|| text.to_owned(), |rest| format!("   {rest}"));
    let table = DeTable::parse(&text);
    let table = table.map_err(|error| (error.span().unwrap_or(0..0), Mistake::Syntax(error.message().to_owned())))?;
    let mut given = Given::default();
    // Of several mistakes the first in the file is told.
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        entry(&mut given, key, value, folder)?;
    }
    Ok(given)
}

type Key<'a, 'i> = &'a Spanned<std::borrow::Cow<'i, str>>;
type Value<'a, 'i> = &'a Spanned<DeValue<'i>>;

fn entry(given: &mut Given, key: Key, value: Value, folder: &Path) -> Located<()> {
    match key.get_ref().as_ref() {
        "lang" => given.lang = Some(text(value, value::lang)?),
        "scene" => given.scene = Some(text(value, value::scene)?),
        "jurisdiction" => given.jurisdiction = Some(text(value, word)?),
        "profile" => given.profile = Some(text(value, word)?),
        "date" => given.date = Some(date(value)?),
        "select" => given.select = Some(list(value)?),
        "ignore" => given.ignore = Some(list(value)?),
        "min-severity" => given.min_severity = Some(text(value, value::severity)?),
        "fail-on" => given.fail_on = Some(text(value, value::fail_on)?),
        "facts" => given.facts = Some(list(value)?),
        "encoding" => given.encoding = Some(text(value, value::encoding)?),
        "jobs" => given.jobs = Some(jobs(value)?),
        "hidden" => given.hidden = Some(value.get_ref().as_bool().ok_or_else(|| expected(value, BOOL))?),
        "columns" => given.columns = Some(columns(value)?),
        "dictionaries" => dictionaries(given, value, folder)?,
        _ => return Err(unknown(key, "")),
    }
    Ok(())
}

fn dictionaries(given: &mut Given, value: Value, folder: &Path) -> Located<()> {
    let table = value.get_ref().as_table().ok_or_else(|| expected(value, TABLE))?;
    for (key, value) in table {
        let dictionary = match key.get_ref().as_ref() {
            "allow" => UserDictionary::Allow,
            "forbid" => UserDictionary::Forbid,
            "names" => UserDictionary::Names,
            _ => return Err(unknown(key, "dictionaries.")),
        };
        let files = list(value)?;
        given.dictionaries.extend(files.into_iter().map(|file| (dictionary, folder.join(file))));
    }
    Ok(())
}

fn columns(value: Value) -> Located<Vec<(String, String)>> {
    let table = value.get_ref().as_table().ok_or_else(|| expected(value, TABLE))?;
    let mut columns = Vec::new();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        value::role(name).map_err(|wrong| (key.span(), Mistake::Value(wrong)))?;
        columns.extend(list(value)?.into_iter().map(|header| (name.to_owned(), header)));
    }
    Ok(columns)
}

fn text<T>(value: Value, understand: impl Fn(&str) -> Result<T, Wrong>) -> Located<T> {
    let text = value.get_ref().as_str().ok_or_else(|| expected(value, TEXT))?;
    understand(text).map_err(|wrong| (value.span(), Mistake::Value(wrong)))
}

fn word(text: &str) -> Result<String, Wrong> {
    Ok(text.to_owned())
}

/// A list of texts, or one text.
fn list(value: Value) -> Located<Vec<String>> {
    match value.get_ref() {
        DeValue::String(one) => Ok(vec![one.to_string()]),
        DeValue::Array(many) => many.iter().map(|one| text(one, word)).collect(),
        _ => Err(expected(value, LIST)),
    }
}

/// A date in quotation marks or as TOML's own date.
fn date(value: Value) -> Located<String> {
    let Some(date) = value.get_ref().as_datetime() else { return text(value, value::date) };
    value::date(&date.to_string()).map_err(|wrong| (value.span(), Mistake::Value(wrong)))
}

fn jobs(value: Value) -> Located<std::num::NonZeroUsize> {
    let Some(number) = value.get_ref().as_integer() else { return text(value, value::jobs) };
    let number = if number.radix() == 10 { number.as_str() } else { "" };
    value::jobs(number).map_err(|wrong| (value.span(), Mistake::Value(wrong)))
}

fn expected(value: Value, what: Msg) -> (Range<usize>, Mistake) {
    (value.span(), Mistake::Value(Wrong::Type(what)))
}

fn unknown(key: Key, table: &str) -> (Range<usize>, Mistake) {
    let name = format!("{table}{}", key.get_ref());
    let near = KEYS.into_iter().map(|known| (distance(&name, known), known)).min();
    let near = near.filter(|(distance, known)| *distance <= 2.max(known.len() / 3)).map(|(_, known)| known);
    (key.span(), Mistake::Key(name, near, KEYS.join(" ")))
}

/// Number of edits between two keys.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let replaced = corner + usize::from(x != y && !(x == b'_' && y == b'-'));
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

const TEXT: Msg = Msg::new("引号里的文字", "text in quotation marks");
const LIST: Msg = Msg::new("文字，或者方括号里的若干文字", "a text, or texts in square brackets");
const TABLE: Msg = Msg::new("一张表", "a table");
const BOOL: Msg = Msg::new("true 或 false", "true or false");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_all_kinds_are_read() {
        let text = "\u{FEFF}scene = \"signboard\"\njobs = 3\ndate = 2025-12-31\nselect = \"ZI\"\n\
                    [columns]\nname = [\"店名\", \"C\"]\n[dictionaries]\nallow = \"a.tsv\"\n";
        let given = parse(text, Path::new("/办")).map_err(|(span, mistake)| format!("{span:?} {mistake:?}"));
        let given = given.unwrap();
        assert_eq!(given.date.as_deref(), Some("2025-12-31"));
        assert_eq!(given.select, Some(vec!["ZI".to_owned()]));
        assert_eq!(given.columns.map(|columns| columns.len()), Some(2));
        assert_eq!(given.dictionaries, [(UserDictionary::Allow, Path::new("/办/a.tsv").to_owned())]);
    }

    #[test]
    fn mistakes_point_at_their_place() {
        let cases = [
            ("scen = \"auto\"", "scen"),
            ("x = 1\nlang = \"fr\"", "x"),
            ("lang = \"fr\"", "\"fr\""),
            ("jobs = 0", "0"),
            ("select = [1]", "1"),
            ("[columns]\nshop = \"店名\"", "shop"),
            ("[dictionaries]\nallowed = []", "allowed"),
            ("fail_on = \"never\"", "fail_on"),
        ];
        for (text, place) in cases {
            let (span, _) = parse(text, Path::new("")).err().unwrap();
            assert_eq!(&text[span], place, "{text}");
        }
    }

    #[test]
    fn near_keys_are_offered() {
        let near = |text: &str| match parse(text, Path::new("")) {
            Err((_, Mistake::Key(_, near, _))) => near,
            _ => None,
        };
        assert_eq!(near("fail_on = \"never\""), Some("fail-on"));
        assert_eq!(near("scen = \"auto\""), Some("scene"));
        assert_eq!(near("colour = \"auto\""), None);
    }
}
