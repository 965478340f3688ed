//! `zhengzi baseline`: accepts what a check finds, and forgets what it no longer finds.

use super::input::{self, Inputs};
use super::outputs::Planned;
use super::progress::Progress;
use super::talk::{Talk, os};
use super::{Exit, Failure, check, excepted, given, own, record};
use crate::baseline::{Baseline, File, SCHEMA};
use crate::engine::Account;
use crate::i18n::{Lang, Msg};
use crate::record::{Event, Summary};
use crate::report::output::Output;
use crate::report::words::fill;
use crate::report::{Destination, Format};
use clap::ArgMatches;
use serde::Deserialize;
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    match matches.subcommand() {
        Some(("write", matches)) => write(matches, talk),
        Some(("prune", matches)) => prune(matches, talk),
        _ => Ok(Exit::Usage), // clap asks for a command
    }
}

/// Reads a baseline.
pub fn read(path: &Path, lang: Lang) -> Result<Baseline, Failure> {
    let name = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::Message(fill(UNREAD.get(lang), &[&name, &os(&error, lang)])))?;
    // Editors of Windows add the mark.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let broken = |error: &dyn std::fmt::Display| Failure::Message(fill(BROKEN.get(lang), &[&name, error]));
    // Another version may have other fields, so what it is comes first.
    let head: Head = serde_json::from_str(text).map_err(|error| broken(&error))?;
    if head.kind != "baseline" || head.schema != SCHEMA {
        return Err(Failure::Message(fill(FOREIGN.get(lang), &[&name, &SCHEMA])));
    }
    let file: File = serde_json::from_str(text).map_err(|error| broken(&error))?;
    Baseline::new(file).map_err(|key| broken(&fill(TWICE.get(lang), &[&key])))
}

/// What a file says it is.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "type")]
    kind: String,
    schema: u32,
}

/// Whether a file holds a baseline already, of whatever version.
///
/// # Errors
/// When it holds something else, which is not to be lost.
fn holds_one(path: &Path, lang: Lang) -> Result<bool, Failure> {
    if !fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() > 0) {
        return Ok(false);
    }
    let text = fs::read_to_string(path).unwrap_or_default();
    let head = serde_json::from_str::<Head>(text.strip_prefix('\u{FEFF}').unwrap_or(&text));
    match head {
        Ok(head) if head.kind == "baseline" => Ok(true),
        _ => Err(Failure::Message(fill(TAKEN.get(lang), &[&path.display()]))),
    }
}

fn write(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let checked = Checked::run(matches, talk, None)?;
    if holds_one(&checked.file, checked.talk.lang)? && checked.is_partial() {
        checked.talk.error(NOT_WRITTEN.get(checked.talk.lang));
        return Ok(checked.exit());
    }
    let total = checked.found.total();
    checked.save(&checked.found)?;
    checked.talk.note(&fill(WRITTEN.get(checked.talk.lang), &[&checked.file.display(), &total]));
    Ok(checked.exit())
}

fn prune(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let file = matches.get_one::<PathBuf>("file").map_or(Path::new(""), PathBuf::as_path);
    let mut known = read(file, talk.lang)?;
    let before = known.total();
    let mut checked = Checked::run(matches, talk, Some(known))?;
    known = checked.account.baseline.take().unwrap_or_default();
    let lang = checked.talk.lang;
    if checked.is_partial() {
        // What was not read may still be there.
        checked.talk.error(NOT_PRUNED.get(lang));
        return Ok(checked.exit());
    }
    let scope = Inputs::scope(matches);
    known.prune(|entry| !checked.idle.contains(&entry.rule) && scope.covers(&entry.source));
    checked.save(&known)?;
    checked.talk.note(&fill(PRUNED.get(lang), &[&file.display(), &(before - known.total()), &known.total()]));
    Ok(Exit::Clean)
}

/// A check of which only the findings matter.
struct Checked {
    file: PathBuf,
    talk: Talk,
    data_version: String,
    /// Rules that did not run.
    idle: HashSet<String>,
    found: Baseline,
    account: Account,
    summary: Summary,
}

impl Checked {
    fn run(matches: &ArgMatches, talk: Talk, known: Option<Baseline>) -> Result<Self, Failure> {
        let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
        let first = given::paths(matches, "path").find(|path| path.as_os_str() != "-");
        let mut settings = given::settings(matches, talk, first.map_or(Path::new("."), PathBuf::as_path))?;
        // The configuration may name the very baseline that is written here.
        settings.baseline.value.take_if(|known| input::real(known) == input::real(&file));
        let talk = Talk { lang: settings.lang.value, ..talk };
        let planned = [Planned { format: Format::Jsonl, file: Some(file.clone()) }];
        let inputs = Inputs::find(matches, &settings, &planned)?;
        holds_one(&file, talk.lang)?;
        let dictionaries = given::dictionaries(&settings, talk.lang)?;
        let own = own::load(&settings)?;
        let session = given::session(&settings, &dictionaries.terms, &own)?;
        let account = excepted::account(&settings, &session, known, talk)?;
        let head = record::run(&session, &settings, &dictionaries, &own);
        let data_version = head.data_version.clone();
        let (rules, active) = (session.checker.registry.rules(), &session.checker.plan.active);
        let idle = rules.iter().zip(active).filter(|(_, active)| !**active).map(|(rule, _)| rule.id.clone()).collect();
        let stop = Arc::new(AtomicBool::new(false));
        let progress = Progress::new(!talk.quiet, inputs.size().unwrap_or(0), talk.lang);
        let mut reader = inputs.read(input::options(&settings), Arc::clone(&stop), Arc::clone(&progress));
        let mut found = Baseline::default();
        let mut summary = Summary::default();
        let threads = settings.jobs.value;
        let outcome = {
            let mut sink = |event: &Event| {
                match event {
                    Event::Finding(finding) => found.add(finding),
                    Event::Summary(counts) => summary = counts.clone(),
                    _ => {}
                }
                Ok(())
            };
            let job = check::Engine { session: &session, threads, stop: &stop, account };
            check::pool(threads, talk.lang)?.install(|| job.run(head, &mut reader, &mut sink))
        };
        progress.clear();
        Ok(Self { file, talk, data_version, idle, found, account: outcome?, summary })
    }

    fn save(&self, baseline: &Baseline) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::Message(error.to_string());
        let mut out = Output::open(Destination::Path(self.file.clone()), self.talk.lang).map_err(failed)?;
        let text = serde_json::to_string_pretty(&baseline.file(&self.data_version)).map_err(std::io::Error::from)?;
        out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).map_err(failed)?;
        out.finish().map_err(failed)
    }

    /// Whether there may be more than was read.
    fn is_partial(&self) -> bool {
        self.summary.sources_unreadable > 0 || self.summary.interrupted
    }

    fn exit(&self) -> Exit {
        if self.summary.sources_unreadable > 0 {
            self.talk.warn(&fill(LOST.get(self.talk.lang), &[&self.summary.sources_unreadable]));
            Exit::Unreadable
        } else {
            Exit::Clean
        }
    }
}

const UNREAD: Msg = Msg::new(
    "读不出基线“{}”：{}。没有基线的话，先用 zhengzi baseline write 生成。",
    "cannot read the baseline “{}”: {}. Make one with zhengzi baseline write.",
);
const BROKEN: Msg = Msg::new(
    "基线“{}”不完整或者改坏了：{}。请恢复原来的文件，或者删掉它，用 zhengzi baseline write 重新生成。",
    "the baseline “{}” is cut or was edited: {}. Restore it, or remove it and make a new one with zhengzi baseline write.",
);
const FOREIGN: Msg = Msg::new(
    "“{}”不是第 {} 版的基线，请用 zhengzi baseline write 重新生成。",
    "“{}” is no baseline of version {}; make a new one with zhengzi baseline write.",
);
const WRITTEN: Msg = Msg::new("基线：{}，接受了 {} 处问题", "baseline: {}, findings accepted: {}");
const PRUNED: Msg = Msg::new("基线：{}，去掉 {} 处，还有 {} 处", "baseline: {}, findings forgotten: {}, left: {}");
const TWICE: Msg = Msg::new("“{}”写了两次", "the key “{}” occurs twice");
const TAKEN: Msg = Msg::new(
    "“{}”已经有别的内容，不是完整的基线，没有覆盖。请换一个文件名；确实不要了，先把它删掉。",
    "“{}” exists and is no whole baseline, so it is not written over. Name another file, or remove it first.",
);
const NOT_WRITTEN: Msg = Msg::new(
    "有内容未能读取，原来的基线没有改动。用 zhengzi check 查看是哪些文件。",
    "some input could not be read: the baseline that is there is unchanged. See zhengzi check.",
);
const NOT_PRUNED: Msg = Msg::new(
    "有内容未能读取，其中的问题可能还在，基线没有改动。用 zhengzi check 查看是哪些文件。",
    "some input could not be read and may still hold what was accepted: the baseline is unchanged. See zhengzi check.",
);
const LOST: Msg = Msg::new(
    "有 {} 个文件未能读取，其中的问题没有记入基线；用 zhengzi check 查看。",
    "files that could not be read, so that what they hold is not accepted: {}; see zhengzi check.",
);
