//! `zhengzi dict check`: looks over dictionaries that users keep themselves.

mod lint;
mod words;

use super::style::{self, paint};
use super::talk::{Talk, os};
use super::{Exit, Failure, given, show};
use crate::Session;
use crate::config::Settings;
use crate::i18n::Msg;
use crate::lexicon::{UserDictionary, UserTerms};
use crate::report::words::fill;
use crate::rule::Options;
use crate::text::sanitize;
use clap::ArgMatches;
use lint::{File, Problem};
use serde_json::json;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let Some(("check", matches)) = matches.subcommand() else { return Ok(Exit::Usage) };
    let paths: Vec<&PathBuf> = given::paths(matches, "path").collect();
    let start = paths.first().map_or(Path::new("."), |path| path.as_path());
    let settings = given::settings(matches, talk, start)?;
    let talk = Talk { lang: settings.lang.value, ..talk };
    let files = files(matches, &paths, &settings)?;
    if !files.iter().any(|file| file.asked) {
        return Err(Failure::Message(NOTHING.get(talk.lang).into()));
    }
    let options = Options::national(&settings.date.value);
    let session = Session::new(options, &UserTerms::default(), None, talk.lang);
    let session = session.map_err(|error| Failure::Message(given::plan(&error, talk.lang)))?;
    let problems = lint::lint(&files, &session);
    let lines: usize = files.iter().filter(|file| file.asked).map(|file| file.entries().count()).sum();
    let grave = problems.iter().filter(|one| one.grave).count();
    if given::text(matches, "format") == Some("jsonl") {
        let mut out = String::new();
        for one in &problems {
            let _ = writeln!(out, "{}", record(one, talk));
        }
        let sum = json!({ "type": "summary", "entries": lines, "problems": grave, "hints": problems.len() - grave });
        let _ = writeln!(out, "{sum}");
        show(&out)?;
    } else {
        let mut out = String::new();
        for one in &problems {
            let _ = writeln!(out, "{}", page(one, talk));
        }
        let _ = writeln!(out, "{}", fill(TOTAL.get(talk.lang), &[&lines, &grave, &(problems.len() - grave)]));
        show(&out)?;
    }
    Ok(if grave > 0 { Exit::Findings } else { Exit::Clean })
}

/// The files asked for, and those of the configuration, with which they must agree.
fn files(matches: &ArgMatches, paths: &[&PathBuf], settings: &Settings) -> Result<Vec<File>, Failure> {
    let lang = settings.lang.value;
    let same = |a: &Path, b: &Path| a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b);
    let configured = || settings.dictionaries.iter().map(|(kind, path)| (*kind, path.value.as_path()));
    let named = given::text(matches, "as").and_then(kind_of_name);
    let mut wanted = Vec::new();
    for path in paths {
        let known = configured().find(|(_, one)| same(one, path)).map(|(kind, _)| kind);
        let by_name = || kind_of_name(&path.file_name().unwrap_or_default().to_string_lossy().to_lowercase());
        let kind = named.or(known).or_else(by_name);
        let kind = kind.ok_or_else(|| Failure::Message(fill(NO_KIND.get(lang), &[&path.display()])))?;
        wanted.push((kind, path.as_path(), true));
    }
    let others = configured().filter(|(_, one)| !paths.iter().any(|path| same(one, path)));
    wanted.extend(others.map(|(kind, path)| (kind, path, paths.is_empty())));
    let read = |(kind, path, asked): (UserDictionary, &Path, bool)| {
        let name = path.display().to_string();
        let bytes =
            fs::read(path).map_err(|error| Failure::Message(fill(UNREAD.get(lang), &[&name, &os(&error, lang)])))?;
        let is_utf8 = std::str::from_utf8(&bytes).is_ok();
        Ok(File { kind, name, text: given::decode(&bytes), is_utf8, asked })
    };
    wanted.into_iter().map(read).collect()
}

/// What kind of dictionary a name speaks of.
fn kind_of_name(name: &str) -> Option<UserDictionary> {
    let kinds: [(&[&str], UserDictionary); 3] = [
        (&["forbid", "禁"], UserDictionary::Forbid),
        (&["allow", "放行", "允许"], UserDictionary::Allow),
        (&["names", "专名", "人名", "地名"], UserDictionary::Names),
    ];
    kinds.into_iter().find(|(words, _)| words.iter().any(|word| name.contains(word))).map(|(_, kind)| kind)
}

fn record(one: &Problem, talk: Talk) -> serde_json::Value {
    let (what, next) = one.words(talk.lang);
    json!({
        "type": if one.grave { "problem" } else { "hint" },
        "file": one.file, "line": one.line, "code": one.code(), "term": one.term, "message": what, "next": next,
    })
}

fn page(one: &Problem, talk: Talk) -> String {
    let (what, next) = one.words(talk.lang);
    let (style, word) = if one.grave { (style::BAD, PROBLEM) } else { (style::DIM, HINT) };
    let place = sanitize::line(&format!("{}:{}", one.file, one.line)).into_owned();
    let text = sanitize::line(&format!("{what}{next}")).into_owned();
    format!("{place}: {} {} {text}", paint(style, word.get(talk.lang)), one.code())
}

const NOTHING: Msg = Msg::new(
    "没有写明要查哪部词典，配置里也没有。例如：zhengzi dict check 放行.tsv",
    "no dictionary was named, and the configuration has none. For example: zhengzi dict check allow.tsv",
);
const NO_KIND: Msg = Msg::new(
    "看不出“{}”是哪种词典。请加 --as allow（放行）、--as forbid（禁用）或者 --as names（专名）。",
    "what kind of dictionary “{}” is does not show. Add --as allow, --as forbid or --as names.",
);
const UNREAD: Msg =
    Msg::new("读不出用户词典“{}”：{}。请核对路径。", "cannot read the user dictionary “{}”: {}. Check the path.");
const TOTAL: Msg = Msg::new("共 {} 个词条，{} 个问题，{} 个提示", "{} entries, {} problems, {} hints");
const PROBLEM: Msg = Msg::new("问题", "problem");
const HINT: Msg = Msg::new("提示", "hint");
