//! `zhengzi report`: a stored run in any format again.

use super::outputs::{self, Planned};
use super::progress::{Progress, Through};
use super::reports;
use super::talk::{Talk, os};
use super::{Exit, Failure};
use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use crate::report::{self, Destination, Look, ReplayError, Reporter, replay};
use clap::ArgMatches;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let record = matches.get_one::<PathBuf>("run").cloned().unwrap_or_default();
    let planned = outputs::planned(matches, "to", lang)?;
    let name = record.display().to_string();
    let reader: Box<dyn BufRead> = if record.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        let same = |one: &Planned| one.file.as_ref().is_some_and(|file| same(file, &record));
        if planned.iter().any(same) {
            return Err(Failure::Message(fill(OVERWRITE.get(lang), &[&name])));
        }
        let file = File::open(&record);
        Box::new(BufReader::new(
            file.map_err(|error| Failure::Message(fill(UNREAD.get(lang), &[&name, &os(&error, lang)])))?,
        ))
    };
    outputs::make_folders(matches, lang)?;
    let progress = Progress::new(false, 0, lang);
    let mut reporters: Vec<Box<dyn Reporter>> = Vec::new();
    for one in &planned {
        let look = Look { lang, show_kept: matches.get_flag("show-kept"), ..Look::default() };
        let (destination, look) = match &one.file {
            Some(file) => (Destination::Path(file.clone()), look),
            None => (
                Destination::Writer(Box::new(Through::new(Arc::clone(&progress)))),
                reports::stdout(one.format, lang, look.show_kept),
            ),
        };
        let reporter = report::open(one.format, destination, &look);
        reporters.push(reporter.map_err(|error| Failure::Message(error.to_string()))?);
    }
    let replayed = replay(reader, &mut reporters).map_err(|error| failure(&error, lang))?;
    for file in planned.iter().filter_map(|one| one.file.as_ref()) {
        talk.note(&fill(WRITTEN.get(lang), &[&file.display()]));
    }
    if !replayed.agrees {
        talk.warn(DIFFERS.get(lang));
        return Ok(Exit::Unreadable);
    }
    Ok(Exit::Clean)
}

fn failure(error: &ReplayError, lang: Lang) -> Failure {
    match error {
        ReplayError::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => Failure::Write(error.kind().into()),
        error => Failure::Message(error.message(lang)),
    }
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

const UNREAD: Msg = Msg::new(
    "打不开检查记录“{}”：{}。请核对路径；记录用 zhengzi check … -o 记录.jsonl 保存。",
    "cannot open the record “{}”: {}. Check the path; zhengzi check … -o run.jsonl makes such a record.",
);
const OVERWRITE: Msg = Msg::new(
    "报告会把检查记录“{}”自己盖掉，请写到别处。",
    "a report would be written over the record “{}” itself; write it elsewhere.",
);
const WRITTEN: Msg = Msg::new("报告：{}", "report: {}");
const DIFFERS: Msg = Msg::new(
    "检查记录的统计数与内容不符，记录可能被改动过或不完整，请重新检查。",
    "the counts of the record do not agree with its lines; it may have been edited or cut: check again.",
);
