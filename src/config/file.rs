//! Reads a `zhengzi.toml`; every mistake points into the file.

use super::Given;
use super::error::{ConfigError, Kind, Mistake};
use super::value::{self, Wrong};
use crate::exception::{Exception, Statement, Until, Verb};
use crate::i18n::Msg;
use crate::lexicon::UserDictionary;
use std::fs;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every key, those of tables with their table. `columns` has the names of `--column` as keys.
pub const KEYS: [&str; 20] = [
    "lang", "scene", "jurisdiction", "profile", "date", "select", "ignore", "min-severity", "fail-on", "facts",
    "encoding", "jobs", "hidden", "baseline", "rules", "columns", "exempt", "dictionaries.allow",
    "dictionaries.forbid", "dictionaries.names",
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
        "ignore" => ignore(given, value)?,
        "exempt" => exceptions(given, value, Verb::Exempt)?,
        "baseline" => given.baseline = Some(folder.join(text(value, word)?)),
        "rules" => given.rules.extend(list(value)?.into_iter().map(|path| folder.join(path))),
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

/// Selectors, or tables `[[ignore]]`, or both in one list.
fn ignore(given: &mut Given, value: Value) -> Located<()> {
    match value.get_ref() {
        DeValue::Array(many) if many.iter().any(|one| one.get_ref().is_table()) => {
            let (tables, names): (Vec<_>, Vec<_>) = many.iter().partition(|one| one.get_ref().is_table());
            let names = names.into_iter().map(|one| text(one, word)).collect::<Located<Vec<_>>>()?;
            given.ignore = (!names.is_empty()).then_some(names);
            tables.into_iter().try_for_each(|one| exception(one, Verb::Ignore).map(|one| given.exceptions.push(one)))
        }
        _ => {
            given.ignore = Some(list(value)?);
            Ok(())
        }
    }
}

fn exceptions(given: &mut Given, value: Value, verb: Verb) -> Located<()> {
    let tables = value.get_ref().as_array().ok_or_else(|| expected(value, TABLES))?;
    tables.iter().try_for_each(|one| exception(one, verb).map(|one| given.exceptions.push(one)))
}

/// One table `[[ignore]]` or `[[exempt]]`: what, why, and perhaps where and how long.
fn exception(value: Value, verb: Verb) -> Located<Exception> {
    let table = value.get_ref().as_table().ok_or_else(|| expected(value, TABLES))?;
    let what = if verb == Verb::Ignore { "rule" } else { "tag" };
    let statement = Statement { verb, whole: true, names: Vec::new(), reason: String::new(), until: Until::Always };
    let mut exception = Exception { statement, path: String::new(), text: String::new() };
    let said = &mut exception.statement;
    for (key, value) in table {
        match key.get_ref().as_ref() {
            name if name == what => said.names = list(value)?,
            "reason" => said.reason = text(value, word)?.trim().to_owned(),
            "until" => said.until = Until::Day(date(value)?),
            "path" => exception.path = text(value, word)?,
            "text" => exception.text = text(value, word)?,
            other => {
                let known = format!("{what} reason until path text");
                return Err((key.span(), Mistake::Key(other.to_owned(), None, known)));
            }
        }
    }
    match (said.names.is_empty(), said.reason.is_empty()) {
        (true, _) => Err(expected(value, if verb == Verb::Ignore { WITH_RULE } else { WITH_TAG })),
        (_, true) => Err(expected(value, WITH_REASON)),
        _ => Ok(exception),
    }
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
const TABLES: Msg = Msg::new("写在 [[ ]] 下的表", "tables under [[ ]]");
const WITH_RULE: Msg = Msg::new("忽略哪条规则：rule = \"ZI-001\"", "which rule to ignore: rule = \"ZI-001\"");
const WITH_TAG: Msg = Msg::new("属于哪种情形：tag = \"手书\"", "which fact holds: tag = \"hand\"");
const WITH_REASON: Msg = Msg::new("理由：reason = \"……\"", "the reason: reason = \"…\"");
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
            ("exempt = [{ tag = \"手书\" }]", "{ tag = \"手书\" }"),
            ("ignore = [\"CI\", { rule = \"ZI-001\", reason = \"题名\", line = 3 }]", "line"),
        ];
        for (text, place) in cases {
            let (span, _) = parse(text, Path::new("")).err().unwrap();
            assert_eq!(&text[span], place, "{text}");
        }
    }

    #[test]
    fn exceptions_are_tables_with_a_reason() {
        let text = "ignore = [\"CI\", { rule = [\"ZI-001\"], text = \"麵\", reason = \"题名\", until = 2027-06-30 }]\n\
                    [[exempt]]\ntag = \"手书\"\npath = \"店.csv\"\nreason = \"王某题写\"\n";
        let given = parse(text, Path::new("")).map_err(|(span, mistake)| format!("{span:?} {mistake:?}")).unwrap();
        assert_eq!(given.ignore, Some(vec!["CI".to_owned()]));
        let said: Vec<_> = given.exceptions.iter().map(|one| (one.statement.verb, one.path.as_str())).collect();
        assert_eq!(said, [(Verb::Ignore, ""), (Verb::Exempt, "店.csv")]);
        assert_eq!(given.exceptions[0].statement.until, Until::Day("2027-06-30".into()));
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
