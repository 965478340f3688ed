//! `zhengzi case`: from findings to verdicts, notices and re-inspection.

mod decide;
mod export;
mod intake;
mod papers;
mod show;

use super::talk::Talk;
use super::{Exit, Failure, given};
use crate::case::CaseError;
use crate::case::act;
use crate::case::entry::Actor;
use crate::case::view::Office;
use crate::config::value;
use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use crate::store::Store;
use crate::text::sanitize;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    match matches.subcommand() {
        Some(("init", matches)) => init(matches, talk),
        Some(("import", matches)) => intake::run(matches, talk, false),
        Some(("recheck", matches)) => intake::run(matches, talk, true),
        Some(("list", matches)) => show::list(matches, talk),
        Some(("show", matches)) => show::show(matches, talk),
        Some(("compare", matches)) => show::compare(matches, talk),
        Some(("log", matches)) => show::log(matches, talk),
        Some(("export", matches)) => export::run(matches, talk),
        Some(("decide", matches)) => decide::decide(matches, talk),
        Some(("notice", matches)) => decide::notice(matches, talk),
        Some(("result", matches)) => decide::result(matches, talk),
        Some(("papers", matches)) => papers::run(matches, talk),
        Some(("template", matches)) => papers::template(matches, talk),
        _ => Ok(Exit::Usage), // clap asks for a command
    }
}

fn init(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let path = matches.get_one::<PathBuf>("file").map_or(Path::new(""), PathBuf::as_path);
    let text = |name| given::text(matches, name).unwrap_or_default().trim().to_owned();
    let office = Office {
        name: text("office"),
        prefix: text("prefix"),
        address: text("address"),
        contact: text("contact"),
        phone: text("phone"),
    };
    act::create(path, &office).map_err(|error| failure(path, &error, talk.lang))?;
    talk.note(&fill(CREATED.get(talk.lang), &[&path.display()]));
    Ok(Exit::Clean)
}

/// An open case file, with the name it is called by in messages.
struct Case {
    path: PathBuf,
    store: Store,
    lang: Lang,
}

impl Case {
    fn open(matches: &ArgMatches, lang: Lang) -> Result<Self, Failure> {
        let path = matches.get_one::<PathBuf>("case").cloned().unwrap_or_default();
        let store = Store::open(&path).map_err(|error| failure(&path, &error.into(), lang))?;
        Ok(Self { path, store, lang })
    }

    /// Does something with the store, and says what went wrong with it.
    fn with<T>(&mut self, work: impl FnOnce(&mut Store) -> Result<T, CaseError>) -> Result<T, Failure> {
        work(&mut self.store).map_err(|error| failure(&self.path, &error, self.lang))
    }
}

fn failure(path: &Path, error: &CaseError, lang: Lang) -> Failure {
    let name = path.display().to_string();
    Failure::Message(fill(FAILED.get(lang), &[&sanitize::line(&name), &sanitize::line(&error.message(lang))]))
}

/// This moment, with its offset from UTC.
fn now() -> String {
    jiff::ZonedDateTime::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Who does something now; nobody in the store is without a name.
fn actor<'a>(matches: &'a ArgMatches, at: &'a str, lang: Lang) -> Result<Actor<'a>, Failure> {
    let by = given::text(matches, "by").unwrap_or_default().trim();
    if by.is_empty() {
        return Err(Failure::Message(fill(SENTENCE.get(lang), &[&CaseError::NoName.message(lang)])));
    }
    Ok(Actor { by, at })
}

/// The day that `--date` states, or today.
fn day(matches: &ArgMatches, lang: Lang) -> Result<String, Failure> {
    let given = given::text(matches, "date").map(value::date).transpose();
    let given = given.map_err(|wrong| Failure::Message(fill(FAILED.get(lang), &[&"--date", &wrong.message(lang)])))?;
    Ok(given.unwrap_or_else(value::today))
}

const CREATED: Msg =
    Msg::new("案卷：{}。接着用 zhengzi case import 导入。", "case file: {}. Next: zhengzi case import.");
const FAILED: Msg = Msg::new("{}：{}。", "{}: {}.");
const SENTENCE: Msg = Msg::new("{}。", "{}.");
