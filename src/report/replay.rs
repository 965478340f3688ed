//! Reads a stored run record, so that any report can be made again later.

use super::Reporter;
use super::words::fill;
use crate::i18n::{Lang, Msg};
use crate::record::{Event, SCHEMA};
use std::fmt;
use std::io::{self, BufRead, Read};

/// Bytes a line of a record may have; a longer one is no record of ours.
const MAX_LINE: u64 = 64 << 20;

/// What a record contained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Replayed {
    /// Findings read.
    pub findings: u64,
    /// Kept candidates read.
    pub kept: u64,
    /// Not-checked lines read.
    pub not_checked: u64,
    /// Whether the summary of the record gives the same counts.
    pub agrees: bool,
}

/// Why a record could not be rendered again.
#[derive(Debug)]
pub enum ReplayError {
    /// The record could not be read; the number of the line, from 1.
    Read(u64, io::Error),
    /// A line is not an event.
    Line(u64, String),
    /// The record was written by a later version with another schema.
    Schema(u64, u32),
    /// The first line is not the run.
    NoRun(u64),
    /// An event follows the summary.
    AfterEnd(u64),
    /// The record ends without its summary; the number of lines read.
    NoEnd(u64),
    /// A report could not be written.
    Write(io::Error),
}

impl ReplayError {
    /// Gives the message in one language: what is wrong, where, and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Read(line, error) => fill(READ.get(lang), &[line, error]),
            Self::Line(line, why) => fill(LINE.get(lang), &[line, why]),
            Self::Schema(line, schema) => fill(NEWER.get(lang), &[line, schema, &SCHEMA]),
            Self::NoRun(line) => fill(NO_RUN.get(lang), &[line]),
            Self::AfterEnd(line) => fill(AFTER_END.get(lang), &[line]),
            Self::NoEnd(lines) => fill(NO_END.get(lang), &[lines]),
            Self::Write(error) => error.to_string(),
        }
    }
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Zh))
    }
}

impl std::error::Error for ReplayError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read(_, error) | Self::Write(error) => Some(error),
            _ => None,
        }
    }
}

const READ: Msg = Msg::new("检查记录第 {} 行读不出来：{}。", "cannot read line {} of the record: {}.");
const LINE: Msg = Msg::new(
    "检查记录第 {} 行不是有效的记录：{}。请确认这是用 --format jsonl 保存的文件，且没有被改动。",
    "line {} of the record is no event: {}. Make sure the file was saved with --format jsonl and was not edited.",
);
const NEWER: Msg = Msg::new(
    "检查记录第 {} 行的格式版本是 {}，本程序只认识版本 {}，请换用新版程序。",
    "line {} of the record has schema {}, this program knows {}; use a later version.",
);
const NO_RUN: Msg = Msg::new(
    "检查记录第 {} 行应当是 run（检查的版本和选项），请确认文件完整。",
    "line {} of the record should be the run; make sure the file is complete.",
);
const AFTER_END: Msg = Msg::new(
    "检查记录第 {} 行在结尾之后还有内容，可能是几份记录接在了一起，请分开处理。",
    "line {} of the record follows its summary; perhaps several records were joined, take them one by one.",
);
const NO_END: Msg = Msg::new(
    "检查记录没有结尾（共读到 {} 行），可能检查中断或文件不完整，请重新检查。",
    "the record has no summary (after {} lines); the run was cut off or the file is incomplete, check again.",
);

/// Reads a record line by line, gives every event to every reporter and finishes them.
///
/// Nothing is finished when the record is damaged, so that old reports stay in place.
///
/// # Errors
/// When the record cannot be read or is not a whole record, naming the line, or when a report
/// cannot be written.
pub fn replay(mut reader: impl BufRead, reporters: &mut [Box<dyn Reporter>]) -> Result<Replayed, ReplayError> {
    let mut state = State::default();
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        number += 1;
        line.clear();
        let read = reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line);
        if read.map_err(|error| ReplayError::Read(number, error))? == 0 {
            break;
        }
        let Some(event) = parse(&line, number)? else { continue };
        state.take(&event, number)?;
        for reporter in reporters.iter_mut() {
            reporter.event(&event).map_err(ReplayError::Write)?;
        }
    }
    if !state.ended {
        return Err(ReplayError::NoEnd(number - 1));
    }
    for reporter in reporters.iter_mut() {
        reporter.finish().map_err(ReplayError::Write)?;
    }
    Ok(state.replayed)
}

/// Reads one line; an empty one is passed over.
fn parse(line: &[u8], number: u64) -> Result<Option<Event>, ReplayError> {
    // Editors on Windows put a byte order mark before the first line.
    let line = line.strip_prefix("\u{feff}".as_bytes()).filter(|_| number == 1).unwrap_or(line);
    let line = line.trim_ascii();
    if line.is_empty() {
        return Ok(None);
    }
    match serde_json::from_slice(line) {
        Ok(event) => Ok(Some(event)),
        Err(error) => Err(ReplayError::Line(number, error.to_string())),
    }
}

/// What has been read so far.
#[derive(Default)]
struct State {
    begun: bool,
    ended: bool,
    replayed: Replayed,
}

impl State {
    /// Checks the order of events and counts them.
    fn take(&mut self, event: &Event, line: u64) -> Result<(), ReplayError> {
        if self.ended {
            return Err(ReplayError::AfterEnd(line));
        }
        match event {
            Event::Run(run) if run.schema > SCHEMA => return Err(ReplayError::Schema(line, run.schema)),
            Event::Run(_) if !self.begun => self.begun = true,
            Event::Run(_) => return Err(ReplayError::AfterEnd(line)),
            _ if !self.begun => return Err(ReplayError::NoRun(line)),
            Event::Finding(_) => self.replayed.findings += 1,
            Event::Kept(_) => self.replayed.kept += 1,
            Event::NotChecked(_) => self.replayed.not_checked += 1,
            Event::Summary(summary) => {
                self.ended = true;
                let Replayed { findings, kept, not_checked, .. } = self.replayed;
                self.replayed.agrees =
                    [summary.findings, summary.kept, summary.not_checked] == [findings, kept, not_checked];
            }
        }
        Ok(())
    }
}
