//! CSV and TSV.
//!
//! Records are split here and not by a CSV library, because a quotation mark that is never closed,
//! common in hand-edited files, would turn the rest of the file into one cell, and because blank lines
//! must count as rows for a row number to be the one the spreadsheet program shows.

use super::decode::Blocks;
use super::feed::explain;
use super::list::Lister;
use super::{Options, Part};
use crate::document::LossKind;
use std::sync::Arc;

/// Lines a quoted cell may span before its quotation mark counts as a slip.
const QUOTED_LINES: usize = 200;
/// Bytes a quoted cell may span.
const QUOTED_BYTES: usize = 16 << 20;

/// Decoded text of which whole lines or records are taken.
pub(super) struct Source {
    blocks: Blocks,
    text: String,
    at: usize,
    ended: bool,
}

impl Source {
    pub(super) fn new(blocks: Blocks) -> Self {
        Self { blocks, text: String::new(), at: 0, ended: false }
    }

    /// What has not been taken yet.
    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Marks bytes as taken.
    pub(super) fn take(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Whether all text is in [`Source::rest`].
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// Reads on; an error of the file ends it and is told to the list.
    pub(super) fn more(&mut self, lister: &mut Lister) {
        self.text.drain(..self.at);
        self.at = 0;
        match self.blocks.next_block() {
            Ok(Some((text, _))) => self.text.push_str(text.as_str()),
            Ok(None) => self.ended = true,
            Err(error) => {
                self.ended = true;
                let scope = format!("第 {} 字节之后", self.blocks.feed().bytes());
                lister.lose(&scope, LossKind::Unreadable(explain(&error)));
            }
        }
    }

    /// The last parts of an input that was read as a list.
    pub(super) fn end(&self, format: &'static str, records: u64) -> Vec<Part> {
        let info = self.blocks.feed().info(format, self.blocks.encoding(), records);
        self.blocks.loss().map(Part::Loss).into_iter().chain([Part::End(info)]).collect()
    }
}

/// Reads delimited text.
pub(super) struct Table {
    source: Source,
    lister: Lister,
    dialect: Option<Dialect>,
    given: Option<u8>,
    number: u64,
    ending: std::vec::IntoIter<Part>,
    done: bool,
    limit: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Dialect {
    delimiter: u8,
    /// Line end: a line feed, or a carriage return in files of old Macs.
    end: u8,
}

impl Table {
    pub(super) fn new(blocks: Blocks, given: Option<u8>, options: &Arc<Options>) -> Self {
        Self {
            source: Source::new(blocks),
            lister: Lister::new(Arc::clone(options), None, true, 0),
            dialect: None,
            given,
            number: 0,
            ending: Vec::new().into_iter(),
            done: false,
            limit: options.limits.record,
        }
    }

    /// Takes records until a batch is ready; false at the end.
    fn advance(&mut self) {
        let Some(dialect) = self.dialect else {
            self.source.more(&mut self.lister);
            self.dialect = Some(self.decide());
            return;
        };
        let record = parse(self.source.rest(), dialect, self.source.ended(), self.limit);
        match record {
            Record::Whole { fields, used } => {
                self.number += 1;
                self.lister.push(self.number, fields);
                self.source.take(used);
            }
            Record::TooLong { used } => {
                self.number += 1;
                self.lister.lose_rows(&format!("第 {} 行", self.number), 1);
                self.source.take(used);
            }
            Record::Cut if !self.source.ended() => self.source.more(&mut self.lister),
            Record::Cut => self.finish(dialect),
        }
        if self.lister.is_full() {
            self.finish(dialect);
        }
    }

    fn finish(&mut self, dialect: Dialect) {
        self.done = true;
        self.lister.finish();
        let format = if dialect.delimiter == b'\t' { "tsv" } else { "csv" };
        self.ending = self.source.end(format, self.lister.records()).into_iter();
    }

    /// The delimiter: named by the file, by its first line `sep=;`, or the one most even over the first lines.
    fn decide(&mut self) -> Dialect {
        let text = self.source.rest();
        let end = if text.contains('\r') && !text.contains('\n') { b'\r' } else { b'\n' };
        let first = text.split(char::from(end)).next().unwrap_or_default();
        let named = first.trim_end().strip_prefix("sep=").map(str::as_bytes);
        if let Some(&[delimiter]) = named {
            let used = (first.len() + 1).min(text.len());
            self.source.take(used);
            return Dialect { delimiter, end };
        }
        Dialect { delimiter: self.given.unwrap_or_else(|| sniff_delimiter(text, end)), end }
    }
}

impl Iterator for Table {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        loop {
            if let Some(part) = self.lister.pop() {
                return Some(part);
            }
            if self.done {
                return self.ending.next();
            }
            self.advance();
        }
    }
}

/// The delimiter that splits most lines into the same number of cells; the comma when nothing does.
fn sniff_delimiter(text: &str, end: u8) -> u8 {
    let lines: Vec<&str> = text.split(char::from(end)).filter(|line| !line.trim().is_empty()).take(50).collect();
    let score = |delimiter: u8| {
        let mut counts: Vec<usize> = lines.iter().map(|line| count(line, delimiter)).collect();
        counts.sort_unstable();
        // Title lines have none, so the upper half speaks: how many lines share the commonest number.
        let typical = counts.get(counts.len() / 2).copied().unwrap_or_default();
        if typical == 0 { 0 } else { counts.iter().filter(|&&count| count == typical).count() }
    };
    // The first line that has one is the header or a whole row; later ones may be pieces of quoted cells.
    let present =
        |line: &&str| [b',', b'\t', b';', b'|'].into_iter().filter(|&d| count(line, d) > 0).collect::<Vec<u8>>();
    let first = lines.iter().map(present).find(|found| !found.is_empty()).unwrap_or_default();
    let best = first.into_iter().rev().max_by_key(|&delimiter| score(delimiter));
    best.filter(|&delimiter| score(delimiter) > 0).unwrap_or(b',')
}

/// Delimiters of a line that stand outside quotation marks.
fn count(line: &str, delimiter: u8) -> usize {
    line.split('"').step_by(2).map(|piece| piece.bytes().filter(|&byte| byte == delimiter).count()).sum()
}

/// What stands at the beginning of the text.
#[derive(Debug, PartialEq)]
enum Record {
    Whole {
        fields: Vec<String>,
        used: usize,
    },
    /// A line no list has; its length.
    TooLong {
        used: usize,
    },
    /// Nothing whole.
    Cut,
}

fn parse(text: &str, dialect: Dialect, ended: bool, limit: usize) -> Record {
    let line_end = memchr::memchr(dialect.end, text.as_bytes());
    let (line, used) = match line_end {
        Some(at) => (text.get(..at).unwrap_or_default(), at + 1),
        None if text.is_empty() => return Record::Cut,
        None if ended || text.len() > limit => (text, text.len()),
        None => return Record::Cut,
    };
    if used > limit {
        return Record::TooLong { used };
    }
    let simple = || Record::Whole { fields: split(line, dialect.delimiter), used };
    if memchr::memchr(b'"', line.as_bytes()).is_none() {
        return simple();
    }
    match quoted(text, dialect, ended) {
        Some(record) => record,
        // The mark is never closed: the line is taken as it stands.
        None => simple(),
    }
}

fn split(line: &str, delimiter: u8) -> Vec<String> {
    line.strip_suffix('\r').unwrap_or(line).split(char::from(delimiter)).map(str::to_owned).collect()
}

/// A record with quotation marks; `None` when one is never closed.
fn quoted(text: &str, dialect: Dialect, ended: bool) -> Option<Record> {
    let mut fields = vec![String::new()];
    let (mut inside, mut start, mut lines, mut at) = (false, 0, 0, 0);
    let bytes = text.as_bytes();
    let mut fresh = true;
    while let Some(&byte) = bytes.get(at) {
        let special = byte == b'"' || byte == dialect.delimiter || byte == dialect.end;
        if !special {
            fresh = false;
            at += 1;
            continue;
        }
        let field = fields.last_mut()?;
        match byte {
            b'"' if inside && bytes.get(at + 1) == Some(&b'"') => {
                field.push_str(text.get(start..=at)?);
                at += 1;
                start = at + 1;
            }
            b'"' if inside => {
                field.push_str(text.get(start..at)?);
                (inside, start) = (false, at + 1);
            }
            b'"' if fresh => (inside, start) = (true, at + 1),
            b'"' => {}
            _ if inside => {
                lines += usize::from(byte == dialect.end);
                if lines > QUOTED_LINES || at > QUOTED_BYTES {
                    return None;
                }
            }
            _ => {
                field.push_str(text.get(start..at)?);
                start = at + 1;
                if byte == dialect.end {
                    strip_return(&mut fields);
                    return Some(Record::Whole { fields, used: at + 1 });
                }
                fields.push(String::new());
            }
        }
        fresh = byte == dialect.delimiter && !inside;
        at += 1;
    }
    match (ended, inside) {
        (false, _) => Some(Record::Cut),
        (true, true) => None,
        (true, false) => {
            fields.last_mut()?.push_str(text.get(start..)?);
            strip_return(&mut fields);
            Some(Record::Whole { fields, used: text.len() })
        }
    }
}

fn strip_return(fields: &mut [String]) {
    if let Some(last) = fields.last_mut().filter(|last| last.ends_with('\r')) {
        last.pop();
    }
}
