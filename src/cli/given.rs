//! What the command line states, and everything that is loaded before a command can work.

use super::own::Own;
use super::talk::{Talk, os};
use super::{Failure, mistake};
use crate::Session;
use crate::config::{self, Given, Settings, Wrong, value};
use crate::data::extend::Extension;
use crate::i18n::{Lang, Msg};
use crate::lexicon::{UserDictionary, UserTerms};
use crate::record::TableInfo;
use crate::report::words::fill;
use crate::rule::{Options, PlanError, Registry};
use crate::spelling;
use clap::ArgMatches;
use std::fs;
use std::path::{Path, PathBuf};

/// The value of an option that not every command has.
pub fn text<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// All values of a repeated option.
pub fn texts<'a>(matches: &'a ArgMatches, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    matches.try_get_many::<String>(name).ok().flatten().unwrap_or_default().map(String::as_str)
}

/// All files of a repeated option.
pub fn paths<'a>(matches: &'a ArgMatches, name: &str) -> impl Iterator<Item = &'a PathBuf> + use<'a> {
    matches.try_get_many::<PathBuf>(name).ok().flatten().unwrap_or_default()
}

/// Values given one by one or in lists; people type the commas and blanks of their input method.
pub fn list(matches: &ArgMatches, name: &str) -> Option<Vec<String>> {
    let mut values = texts(matches, name).peekable();
    values.peek()?;
    let split = values.flat_map(|value| value.split([',', '，', '、', ' ']));
    Some(split.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect())
}

/// What the options of a command state.
pub fn given(matches: &ArgMatches, lang: Lang) -> Result<Given, Failure> {
    let wrong = |name: &'static str| {
        move |wrong: Wrong| Failure::Message(fill(OPTION.get(lang), &[&name, &wrong.message(lang)]))
    };
    let one = |name| text(matches, name);
    let columns = texts(matches, "column").map(value::column).collect::<Result<Vec<_>, _>>();
    let columns = columns.map_err(wrong("--column"))?;
    let dictionaries =
        [("allow", UserDictionary::Allow), ("forbid", UserDictionary::Forbid), ("names", UserDictionary::Names)];
    let files = |(name, kind)| paths(matches, name).map(move |path| (kind, path.clone()));
    Ok(Given {
        lang: one("lang").map(value::lang).transpose().map_err(wrong("--lang"))?,
        scene: one("scene").map(value::scene).transpose().map_err(wrong("--scene"))?,
        jurisdiction: one("jurisdiction").map(str::to_owned),
        profile: one("profile").map(str::to_owned),
        date: one("date").map(value::date).transpose().map_err(wrong("--date"))?,
        select: list(matches, "select"),
        ignore: list(matches, "ignore"),
        min_severity: one("min-severity").map(value::severity).transpose().map_err(wrong("--min-severity"))?,
        fail_on: one("fail-on").map(value::fail_on).transpose().map_err(wrong("--fail-on"))?,
        facts: None,
        encoding: one("encoding").map(value::encoding).transpose().map_err(wrong("--encoding"))?,
        jobs: one("jobs").map(value::jobs).transpose().map_err(wrong("--jobs"))?,
        hidden: matches.try_get_one::<bool>("hidden").ok().flatten().filter(|set| **set).copied(),
        baseline: paths(matches, "baseline").next().cloned(),
        rules: paths(matches, "rules").cloned().collect(),
        exceptions: Vec::new(),
        columns: (!columns.is_empty()).then_some(columns),
        dictionaries: dictionaries.into_iter().flat_map(files).collect(),
    })
}

/// Loads the settings of a command; `start` is where the search for a configuration begins.
pub fn settings(matches: &ArgMatches, talk: Talk, start: &Path) -> Result<Settings, Failure> {
    let named = matches.try_get_one::<PathBuf>("config").ok().flatten();
    let loaded = config::load(given(matches, talk.lang)?, named.map(PathBuf::as_path), start);
    let color = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    loaded.map_err(|error| mistake::failure(&error, talk.lang, color))
}

/// The user's dictionaries: their terms, and what reports say of each file.
#[derive(Debug, Default)]
pub struct Dictionaries {
    /// The terms.
    pub terms: UserTerms,
    /// A line for each file: its kind and its record, with the hash as the version.
    pub files: Vec<(UserDictionary, TableInfo)>,
}

/// Reads the dictionaries that the settings name.
pub fn dictionaries(settings: &Settings, lang: Lang) -> Result<Dictionaries, Failure> {
    let mut read = Dictionaries::default();
    for (kind, path) in &settings.dictionaries {
        let name = path.value.display().to_string();
        let bytes = fs::read(&path.value).map_err(|error| {
            Failure::Message(fill(UNREAD.get(lang), &[&name, &os(&error, lang), &path.origin.words(lang)]))
        })?;
        let text = decode(&bytes).ok_or_else(|| Failure::Message(fill(NOT_TEXT.get(lang), &[&name])))?;
        let rows = read.terms.add(*kind, &name, &text).map_err(|error| Failure::Message(error.to_string()))?;
        let hash = format!("blake3:{}", blake3::hash(&bytes).to_hex());
        let title = match kind {
            UserDictionary::Allow => ALLOW,
            UserDictionary::Forbid => FORBID,
            UserDictionary::Names => NAMES,
        };
        let title = title.get(lang).to_owned();
        read.files.push((
            *kind,
            TableInfo { name, title, source: USER.get(lang).into(), version: hash, rows, ..TableInfo::default() },
        ));
    }
    let unread = |(name, reading): (String, String)| Failure::Message(fill(NO_READING.get(lang), &[&name, &reading]));
    read.terms.read(spelling::reading_of).map_err(unread)?;
    Ok(read)
}

/// Dictionaries come from WPS and Excel, which save them as UTF-8, UTF-16 or GBK.
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return Some(encoding.decode(bytes).0.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (text, _, broken) = encoding_rs::GB18030.decode(bytes);
    (!broken).then(|| text.into_owned())
}

/// What chooses the rules.
pub fn options(settings: &Settings) -> Options {
    Options {
        date: settings.date.value.clone(),
        jurisdiction: settings.jurisdiction.value.clone(),
        profile: settings.profile.value.clone(),
        select: settings.select.value.clone(),
        ignore: settings.ignore.value.clone(),
        facts: settings.facts.value.clone(),
    }
}

/// Loads the rules and dictionaries under the settings, with the user's own rules.
pub fn session(settings: &Settings, terms: &UserTerms, own: &[Own]) -> Result<Session, Failure> {
    let lang = settings.lang.value;
    let extensions: Vec<Extension> = own.iter().map(|one| one.extension.clone()).collect();
    let session = Session::with_rules(options(settings), terms, &extensions, settings.scene.value, lang);
    let session = session.map_err(|error| Failure::Message(plan(&error, lang)))?;
    facts(settings, &session.checker.registry)?;
    Ok(session)
}

/// Says why there is no plan.
pub fn plan(error: &PlanError, lang: Lang) -> String {
    match (lang, error) {
        (Lang::Zh, error) => error.to_string(),
        (_, PlanError::Jurisdiction(name, known)) => format!("there is no jurisdiction “{name}”; use one of: {known}"),
        (_, PlanError::Profile(name, known)) => format!("there is no profile “{name}”; use one of: {known}"),
        (_, PlanError::Selector(name)) => {
            format!("“{name}” is no family, id or name of a rule; see zhengzi rules list")
        }
    }
}

/// A fact that no rule asks for is a slip of the pen, and would change nothing in silence.
fn facts(settings: &Settings, registry: &Registry) -> Result<(), Failure> {
    let known = super::record::facts(&registry.knowledge);
    match settings.facts.value.iter().find(|fact| !known.contains(&fact.as_str())) {
        None => Ok(()),
        Some(fact) => {
            let lang = settings.lang.value;
            let origin = settings.facts.origin.words(lang);
            Err(Failure::Message(fill(FACT.get(lang), &[&origin, fact, &known.join(" ")])))
        }
    }
}

const OPTION: Msg = Msg::new("{}：{}。", "{}: {}.");
const UNREAD: Msg = Msg::new(
    "读不出用户词典“{}”：{}。请核对路径（{}）。",
    "cannot read the user dictionary “{}”: {}. Check the path ({}).",
);
const NOT_TEXT: Msg = Msg::new(
    "用户词典“{}”的编码认不出来，请另存为 UTF-8 编码的文本文件。",
    "the encoding of the user dictionary “{}” is not known; save it as UTF-8 text.",
);
const ALLOW: Msg = Msg::new("放行词典", "allow dictionary");
const FORBID: Msg = Msg::new("禁用词典", "forbid dictionary");
const NO_READING: Msg = Msg::new(
    "专名词典里“{}”的读音“{}”不成音节，或者音节数同字数不一样；请一字一个音节，如 lù hé 或者 Lùhé",
    "the reading of “{}” in the dictionary of names, “{}”, is no row of syllables, one a character: write lù hé or Lùhé",
);
const NAMES: Msg = Msg::new("专名词典", "dictionary of names");
const USER: Msg = Msg::new("用户", "user");
const FACT: Msg =
    Msg::new("facts（{}）：没有“{}”这个事实，可用：{}。", "facts ({}): there is no fact “{}”; use one of: {}.");
