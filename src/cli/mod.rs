//! The command line: results on standard output, talk on standard error, one exit status.

mod args;
mod baseline;
mod case;
mod check;
mod completions;
mod config;
mod dict;
mod excepted;
mod explain;
mod filter;
mod given;
mod help;
mod input;
mod law;
mod lookup;
mod mistake;
mod outputs;
mod own;
mod page;
mod pinyin;
mod progress;
mod record;
mod report;
mod reports;
mod rules;
mod style;
mod summary;
mod talk;
mod usage;
mod verify;

use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use anstream::ColorChoice;
use clap::ArgMatches;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use talk::Talk;

/// Exit status of the program, as the contract promises it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing at or above `--fail-on`. Also when the reader of a pipe went away: it has what it wanted.
    Clean = 0,
    /// Findings at or above `--fail-on`.
    Findings = 1,
    /// The command line or a configuration is wrong, or a report could not be written.
    Usage = 2,
    /// Some input could not be read.
    Unreadable = 3,
    /// Interrupted by the user.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why a command ended without doing its job.
#[derive(Debug)]
enum Failure {
    /// Something the user can put right; what, where, what next.
    Message(String),
    /// The same, laid out already.
    Rendered(String),
    /// A result could not be written; when whoever read it is gone, that is no failure.
    Write(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

/// Runs the program with its arguments, the first of which is its name.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> Exit {
    let lang = args::early_lang(&arguments).or_else(crate::config::environment_lang).unwrap_or_default();
    let matches = match args::tree(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return ended(&error, &arguments, lang),
    };
    let color = matches.get_one::<String>("color").map(String::as_str);
    color_choice(color).write_global();
    let talk = Talk { lang, quiet: matches.get_flag("quiet") };
    match dispatch(&matches, talk) {
        Ok(exit) => exit,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(Failure::Write(error)) => {
            talk.error(&fill(NOT_WRITTEN.get(lang), &[&talk::os(&error, lang)]));
            Exit::Usage
        }
        Err(Failure::Message(text)) => {
            talk.error(&text);
            Exit::Usage
        }
        Err(Failure::Rendered(text)) => {
            talk.raw(&text);
            Exit::Usage
        }
    }
}

fn dispatch(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    match matches.subcommand() {
        Some(("check", matches)) => check::run(matches, talk),
        Some(("report", matches)) => report::run(matches, talk),
        Some(("verify", matches)) => verify::run(matches, talk),
        Some(("baseline", matches)) => baseline::run(matches, talk),
        Some(("case", matches)) => case::run(matches, talk),
        Some(("rules", matches)) => rules::run(matches, talk),
        Some(("explain", matches)) => explain::run(matches, talk),
        Some(("lookup", matches)) => lookup::run(matches, talk),
        Some(("pinyin", matches)) => pinyin::run(matches, talk),
        Some(("dict", matches)) => dict::run(matches, talk),
        Some(("config", matches)) => config::run(matches, talk),
        Some(("completions", matches)) => completions::run(matches, talk.lang),
        Some(("help", matches)) => help::run(matches, talk),
        _ => Ok(Exit::Usage), // clap asks for a command
    }
}

fn color_choice(name: Option<&str>) -> ColorChoice {
    match name {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// Answers what clap could not parse: a request for help or the version, or a mistake.
fn ended(error: &clap::Error, arguments: &[OsString], lang: Lang) -> Exit {
    color_choice(args::early(arguments, "color").as_deref()).write_global();
    let written = match error.kind() {
        ErrorKind::DisplayHelp => show(&help::of(arguments, lang)),
        ErrorKind::DisplayVersion => show(&version(lang)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            Talk { lang, quiet: false }.raw(&help::of(arguments, lang));
            return Exit::Usage;
        }
        _ => {
            Talk { lang, quiet: false }.error(&usage::sentence(error, arguments, lang));
            return Exit::Usage;
        }
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Usage,
        _ => Exit::Clean,
    }
}

/// Writes a result to standard output.
fn show(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Version of the program and of its data.
fn version(lang: Lang) -> String {
    let registry = crate::rule::Registry::builtin();
    let knowledge = &registry.knowledge;
    let (data, hash) = (record::data_version(knowledge), knowledge.hash.get(..16).unwrap_or_default());
    format!("zhengzi {}\n{} {data} {hash}\n", env!("CARGO_PKG_VERSION"), DATA.get(lang))
}

const NOT_WRITTEN: Msg = Msg::new(
    "结果写不出来：{}。请检查磁盘空间和权限后再试。",
    "the result cannot be written: {}. Check the space on the disk and the permissions.",
);
const DATA: Msg = Msg::new("规则和字词数据", "rules and dictionaries");
