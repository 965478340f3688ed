//! Settings: the command line, the environment and `zhengzi.toml`, one over the other.
//!
//! Every value remembers where it came from, because the same list must not be judged differently in two
//! offices without anybody seeing why. A value given higher up replaces the one below; only user
//! dictionaries add up, because an office's own list and a project's are both meant.

pub mod error;
pub mod file;
pub mod find;
pub mod value;

pub use error::ConfigError;
pub use file::KEYS;
pub use value::{FailOn, Wrong};

use crate::document::Scene;
use crate::exception::{Exception, Until, Verb};
use crate::i18n::{Lang, Msg};
use crate::lexicon::UserDictionary;
use crate::record::Severity;
use encoding_rs::Encoding;
use std::env;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// What one place states; `None` where it is silent.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "the keys are explained in zhengzi.example.toml")]
pub struct Given {
    pub lang: Option<Lang>,
    pub scene: Option<Option<Scene>>,
    pub jurisdiction: Option<String>,
    pub profile: Option<String>,
    pub date: Option<String>,
    pub select: Option<Vec<String>>,
    pub ignore: Option<Vec<String>>,
    pub min_severity: Option<Severity>,
    pub fail_on: Option<FailOn>,
    pub facts: Option<Vec<String>>,
    pub encoding: Option<Option<&'static Encoding>>,
    pub jobs: Option<NonZeroUsize>,
    pub hidden: Option<bool>,
    pub baseline: Option<PathBuf>,
    pub rules: Vec<PathBuf>,
    pub exceptions: Vec<Exception>,
    pub columns: Option<Vec<(String, String)>>,
    pub dictionaries: Vec<(UserDictionary, PathBuf)>,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The program itself.
    Default,
    /// A variable of the environment.
    Environment(&'static str),
    /// The user's own configuration.
    User(PathBuf),
    /// The nearest `zhengzi.toml` above the input.
    Project(PathBuf),
    /// The file named with `--config`.
    Named(PathBuf),
    /// The command line.
    CommandLine,
}

impl Origin {
    /// Gives its words in one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Default => DEFAULT.get(lang).to_owned(),
            Self::Environment(name) => format!("{} {name}", ENVIRONMENT.get(lang)),
            Self::User(path) => format!("{} {}", USER.get(lang), path.display()),
            Self::Project(path) => format!("{} {}", PROJECT.get(lang), path.display()),
            Self::Named(path) => format!("--config {}", path.display()),
            Self::CommandLine => COMMAND_LINE.get(lang).to_owned(),
        }
    }
}

const DEFAULT: Msg = Msg::new("默认", "default");
const ENVIRONMENT: Msg = Msg::new("环境变量", "environment");
const USER: Msg = Msg::new("用户配置", "user configuration");
const PROJECT: Msg = Msg::new("项目配置", "project configuration");
const COMMAND_LINE: Msg = Msg::new("命令行", "command line");

/// A value and where it came from.
#[derive(Debug, Clone)]
pub struct Sourced<T> {
    /// The value in force.
    pub value: T,
    /// Who said so.
    pub origin: Origin,
}

/// The settings in force.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the keys are explained in zhengzi.example.toml")]
pub struct Settings {
    pub lang: Sourced<Lang>,
    pub scene: Sourced<Option<Scene>>,
    pub jurisdiction: Sourced<String>,
    pub profile: Sourced<String>,
    pub date: Sourced<String>,
    pub select: Sourced<Vec<String>>,
    pub ignore: Sourced<Vec<String>>,
    pub min_severity: Sourced<Severity>,
    pub fail_on: Sourced<FailOn>,
    pub facts: Sourced<Vec<String>>,
    pub encoding: Sourced<Option<&'static Encoding>>,
    pub jobs: Sourced<usize>,
    pub hidden: Sourced<bool>,
    pub baseline: Sourced<Option<PathBuf>>,
    /// Folders of the user's own rules, of all places.
    pub rules: Vec<Sourced<PathBuf>>,
    /// `[[ignore]]` and `[[exempt]]` of all configurations.
    pub exceptions: Vec<Sourced<Exception>>,
    pub columns: Sourced<Vec<(String, String)>>,
    /// User dictionaries of all places, the command line's last.
    pub dictionaries: Vec<(UserDictionary, Sourced<PathBuf>)>,
    /// Configuration files that were read.
    pub files: Vec<PathBuf>,
}

/// Loads the settings: `command_line` over the environment over the files over the defaults.
///
/// `named` is the file of `--config`, which then stands alone; else the nearest `zhengzi.toml` from `start`
/// upward is laid over the user's own.
///
/// # Errors
/// When a configuration cannot be read or understood.
pub fn load(command_line: Given, named: Option<&Path>, start: &Path) -> Result<Settings, ConfigError> {
    let mut files = Vec::new();
    if let Some(path) = named {
        files.push(Origin::Named(path.to_owned()));
    } else {
        files.extend(find::project(start).map(Origin::Project));
        files.extend(find::user().map(Origin::User));
    }
    let mut layers = vec![(Origin::CommandLine, command_line)];
    layers.extend(environment("ZHENGZI_LANG"));
    for origin in files {
        if let Origin::Named(path) | Origin::Project(path) | Origin::User(path) = &origin {
            let given = file::read(path)?;
            layers.push((origin, given));
        }
    }
    layers.extend(LOCALE.into_iter().find_map(environment));
    Ok(resolve(&layers))
}

/// Variables that name the user's language, the strongest first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the environment asks for, before any configuration is read.
#[must_use]
pub fn environment_lang() -> Option<Lang> {
    let layers = ["ZHENGZI_LANG"].into_iter().chain(LOCALE).find_map(environment);
    layers.and_then(|(_, given)| given.lang)
}

fn environment(name: &'static str) -> Option<(Origin, Given)> {
    let lang = locale(&env::var(name).ok()?)?;
    Some((Origin::Environment(name), Given { lang: Some(lang), ..Given::default() }))
}

/// The language of a locale; a language we do not speak is answered in English, `C` asks for nothing.
fn locale(value: &str) -> Option<Lang> {
    let main = value.split(['_', '.', '@', '-']).next().unwrap_or_default();
    match main {
        "" | "C" | "POSIX" => None,
        _ => Some(Lang::parse(main).unwrap_or(Lang::En)),
    }
}

fn resolve(layers: &[(Origin, Given)]) -> Settings {
    let dictionaries = layers.iter().rev().flat_map(|(origin, given)| {
        let sourced = |path: &PathBuf| Sourced { value: path.clone(), origin: origin.clone() };
        given.dictionaries.iter().map(move |(dictionary, path)| (*dictionary, sourced(path)))
    });
    let rules = layers.iter().rev().flat_map(|(origin, given)| {
        given.rules.iter().map(|path| Sourced { value: path.clone(), origin: origin.clone() })
    });
    let exceptions = layers.iter().flat_map(|(origin, given)| {
        given.exceptions.iter().map(|one| Sourced { value: one.clone(), origin: origin.clone() })
    });
    let files = layers.iter().filter_map(|(origin, _)| match origin {
        Origin::Named(path) | Origin::Project(path) | Origin::User(path) => Some(path.clone()),
        _ => None,
    });
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let jobs = pick(layers, |given| given.jobs, cores);
    Settings {
        lang: pick(layers, |given| given.lang, Lang::default),
        scene: pick(layers, |given| given.scene, || None),
        jurisdiction: pick(layers, |given| given.jurisdiction.clone(), || "national".into()),
        profile: pick(layers, |given| given.profile.clone(), || "national".into()),
        date: pick(layers, |given| given.date.clone(), value::today),
        select: pick(layers, |given| given.select.clone(), Vec::new),
        ignore: pick(layers, |given| given.ignore.clone(), Vec::new),
        min_severity: pick(layers, |given| given.min_severity, || Severity::Notice),
        fail_on: pick(layers, |given| given.fail_on, || FailOn::At(Severity::Violation)),
        facts: pick(layers, |given| given.facts.clone(), Vec::new),
        encoding: pick(layers, |given| given.encoding, || None),
        jobs: Sourced { value: jobs.value.get(), origin: jobs.origin },
        hidden: pick(layers, |given| given.hidden, || false),
        baseline: pick(layers, |given| given.baseline.clone().map(Some), || None),
        rules: rules.collect(),
        exceptions: exceptions.collect(),
        columns: pick(layers, |given| given.columns.clone(), Vec::new),
        dictionaries: dictionaries.collect(),
        files: files.collect(),
    }
}

fn pick<T>(layers: &[(Origin, Given)], get: impl Fn(&Given) -> Option<T>, default: impl Fn() -> T) -> Sourced<T> {
    let found = layers.iter().find_map(|(origin, given)| Some((get(given)?, origin.clone())));
    let (value, origin) = found.unwrap_or_else(|| (default(), Origin::Default));
    Sourced { value, origin }
}

impl Settings {
    /// Gives every key with its value in TOML and its origin, in the order of [`KEYS`].
    #[must_use]
    pub fn rows(&self) -> Vec<(&'static str, String, &Origin)> {
        let columns = self.columns.value.iter().map(|(name, header)| format!("{name} = {}", quoted(header)));
        let columns = columns.collect::<Vec<_>>().join(", ");
        let baseline = self.baseline.value.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let mut rows = vec![
            ("lang", quoted(self.lang.value.name()), &self.lang.origin),
            ("scene", quoted(value::scene_name(self.scene.value)), &self.scene.origin),
            ("jurisdiction", quoted(&self.jurisdiction.value), &self.jurisdiction.origin),
            ("profile", quoted(&self.profile.value), &self.profile.origin),
            ("date", quoted(&self.date.value), &self.date.origin),
            ("select", listed(&self.select.value), &self.select.origin),
            ("ignore", listed(&self.ignore.value), &self.ignore.origin),
            ("min-severity", quoted(value::severity_name(self.min_severity.value)), &self.min_severity.origin),
            ("fail-on", quoted(&self.fail_on.value.to_string()), &self.fail_on.origin),
            ("facts", listed(&self.facts.value), &self.facts.origin),
            ("encoding", quoted(self.encoding.value.map_or("auto", Encoding::name)), &self.encoding.origin),
            ("jobs", self.jobs.value.to_string(), &self.jobs.origin),
            ("hidden", self.hidden.value.to_string(), &self.hidden.origin),
            ("baseline", quoted(&baseline), &self.baseline.origin),
        ];
        let shown = |path: &Sourced<PathBuf>| listed(&[path.value.display().to_string()]);
        rows.extend(self.rules.iter().map(|path| ("rules", shown(path), &path.origin)));
        if self.rules.is_empty() {
            rows.push(("rules", "[]".into(), &Origin::Default));
        }
        rows.push((
            "columns",
            if columns.is_empty() { "{}".into() } else { format!("{{ {columns} }}") },
            &self.columns.origin,
        ));
        for verb in [Verb::Ignore, Verb::Exempt] {
            let key = if verb == Verb::Ignore { "ignore" } else { "exempt" };
            let of_verb = self.exceptions.iter().filter(|one| one.value.statement.verb == verb);
            let tables: Vec<_> = of_verb.map(|one| (key, table(&one.value), &one.origin)).collect();
            // The selectors of `ignore` have a row already.
            if tables.is_empty() && verb == Verb::Exempt {
                rows.push((key, "[]".into(), &Origin::Default));
            }
            rows.extend(tables);
        }
        let kinds = [UserDictionary::Allow, UserDictionary::Forbid, UserDictionary::Names];
        for (kind, key) in kinds.into_iter().zip(&KEYS[KEYS.len() - kinds.len()..]) {
            let mut of_kind = self.dictionaries.iter().filter(|(one, _)| *one == kind).peekable();
            if of_kind.peek().is_none() {
                rows.push((key, "[]".into(), &Origin::Default));
            }
            for (_, path) in of_kind {
                rows.push((key, listed(&[path.value.display().to_string()]), &path.origin));
            }
        }
        rows
    }
}

/// An exception as TOML writes it.
fn table(one: &Exception) -> String {
    let said = &one.statement;
    let what = if said.verb == Verb::Ignore { "rule" } else { "tag" };
    let until = if let Until::Day(day) = &said.until { day.as_str() } else { "" };
    let keys = [("path", one.path.as_str()), ("text", &one.text), ("reason", &said.reason), ("until", until)];
    let given = keys.into_iter().filter(|(_, value)| !value.is_empty());
    let rest: String = given.map(|(key, value)| format!(", {key} = {}", quoted(value))).collect();
    format!("[{{ {what} = {}{rest} }}]", listed(&said.names))
}

/// Text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn listed(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_higher_layer_wins_and_dictionaries_add_up() {
        let dictionary = |path: &str| vec![(UserDictionary::Allow, PathBuf::from(path))];
        let high = Given { profile: Some("strict".into()), dictionaries: dictionary("b"), ..Given::default() };
        let low = Given {
            profile: Some("teaching".into()),
            jurisdiction: Some("hainan".into()),
            dictionaries: dictionary("a"),
            ..Given::default()
        };
        let file = Origin::User("/u".into());
        let settings = resolve(&[(Origin::CommandLine, high), (file.clone(), low)]);
        assert_eq!((settings.profile.value.as_str(), settings.profile.origin), ("strict", Origin::CommandLine));
        assert_eq!((settings.jurisdiction.value.as_str(), &settings.jurisdiction.origin), ("hainan", &file));
        let paths: Vec<_> = settings.dictionaries.iter().map(|(_, path)| path.value.display().to_string()).collect();
        assert_eq!(paths, ["a", "b"]);
        assert_eq!(settings.fail_on.origin, Origin::Default);
    }

    #[test]
    fn every_key_has_a_row() {
        let settings = resolve(&[]);
        let rows: Vec<_> = settings.rows().into_iter().map(|(key, ..)| key).collect();
        assert_eq!(rows, KEYS);
    }

    #[test]
    fn the_example_names_every_key_and_is_valid() {
        let example = include_str!("../../zhengzi.example.toml");
        // A line that is a setting has no space after its `#`.
        let active = |line: &str| match line.strip_prefix('#') {
            Some(setting) if setting.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') => setting.to_owned(),
            Some(_) => String::new(),
            None => line.to_owned(),
        };
        let text: String = example.lines().map(|line| active(line) + "\n").collect();
        file::parse(&text, Path::new("")).map_err(|(span, mistake)| format!("{:?} {mistake:?}", &text[span])).unwrap();
        let table: toml::Table = text.parse().unwrap();
        let mut keys: Vec<String> = table.keys().filter(|key| *key != "dictionaries").cloned().collect();
        keys.extend(table["dictionaries"].as_table().unwrap().keys().map(|key| format!("dictionaries.{key}")));
        let mut known: Vec<String> = KEYS.into_iter().map(str::to_owned).collect();
        keys.sort();
        known.sort();
        assert_eq!(keys, known);
    }

    #[test]
    fn locales_ask_for_a_language() {
        assert_eq!(locale("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(locale("de_DE.UTF-8"), Some(Lang::En));
        assert_eq!(locale("C.UTF-8"), None);
    }
}
