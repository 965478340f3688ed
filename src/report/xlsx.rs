//! The ledger 问题台账 as a workbook: findings, statistics, what was left out, versions and bases.
//!
//! Every string of the input is written as a string, never as a formula or a link.

mod ledger_sheet;
mod lists;
pub(crate) mod sheet;
mod statistics;
pub(crate) mod style;
mod versions;

use super::Reporter;
use super::ledger::Ledger;
use super::output::Output;
use super::seal;
use super::spool::Spool;
use super::tally::Tally;
use super::words;
use crate::i18n::Lang;
use crate::record::{Event, Kept, NotChecked, Run};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::io::{self, ErrorKind, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use style::Style;
use tempfile::SpooledTempFile;

/// Bytes of the finished workbook kept in memory before the disk is used.
const IN_MEMORY: usize = 16 << 20;

/// Sizes from which a workbook is written differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Findings on one sheet; Excel takes 1,048,576 rows with the header.
    pub rows: u64,
    /// Findings from which rows go to the disk as they are written.
    pub on_disk: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { rows: 1_048_575, on_disk: 20_000 }
    }
}

/// Collects a run and writes the workbook at its end.
pub struct Xlsx {
    output: Output,
    run: Run,
    content: Content,
    limits: Limits,
}

/// What the sheets are made of.
struct Content {
    lang: Lang,
    ledger: Ledger,
    kept: Spool<Kept>,
    not_checked: Spool<NotChecked>,
    tally: Tally,
}

impl Xlsx {
    /// Starts a workbook.
    #[must_use]
    pub fn new(output: Output, lang: Lang) -> Self {
        Self::with_limits(output, lang, Limits::default())
    }

    /// Starts a workbook that is split or sent to the disk earlier, which tests need.
    #[must_use]
    pub fn with_limits(output: Output, lang: Lang, limits: Limits) -> Self {
        let content = Content {
            lang,
            ledger: Ledger::new(),
            kept: Spool::new(),
            not_checked: Spool::new(),
            tally: Tally::default(),
        };
        Self { output, run: Run::default(), content, limits }
    }
}

impl Reporter for Xlsx {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        let content = &mut self.content;
        content.tally.event(event);
        match event {
            Event::Run(run) => {
                content.ledger.run(run);
                self.run = run.clone();
            }
            Event::Finding(finding) => content.ledger.push(finding)?,
            Event::Kept(kept) => content.kept.push(kept)?,
            Event::NotChecked(not_checked) => content.not_checked.push(not_checked)?,
            Event::Summary(_) => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let (content, run, limits) = (&mut self.content, &self.run, self.limits);
        // The library panics where rows that go to the disk find it full; that must be an error here.
        let written = catch_unwind(AssertUnwindSafe(|| write(content, run, limits)));
        let mut book = match written {
            Ok(book) => book.map_err(|error| self.output.explain(error))?,
            Err(_) => return Err(self.output.explain(ErrorKind::StorageFull.into())),
        };
        book.seek(SeekFrom::Start(0))?;
        io::copy(&mut book, &mut self.output)?;
        self.output.finish()
    }
}

/// Builds the whole workbook and gives its bytes.
fn write(content: &mut Content, run: &Run, limits: Limits) -> io::Result<SpooledTempFile> {
    let mut book = Workbook::new();
    let style = Style::new();
    book.set_properties(&properties(run, content.lang));
    let large = content.ledger.len() >= limits.on_disk;
    ledger_sheet::write(&mut book, content, run, &style, limits.rows, large)?;
    let names = ledger_sheet::names(content, limits.rows);
    statistics::write(add(&mut book, false)?, content, run, &style, &names).map_err(failed)?;
    lists::not_checked(add(&mut book, false)?, content, &style)?;
    let large = content.kept.len() >= limits.on_disk;
    lists::kept(add(&mut book, large)?, content, &style, limits.rows)?;
    versions::write(add(&mut book, false)?, content, run, &style).map_err(failed)?;
    let counts = [("problems", content.tally.findings()), ("kept", content.tally.kept())];
    sealed(&mut book, &counts)
}

/// Saves a workbook with its seal.
pub(crate) fn sealed(book: &mut Workbook, counts: &seal::Counts<'_>) -> io::Result<SpooledTempFile> {
    let mut file = SpooledTempFile::new(IN_MEMORY);
    book.save_to_writer(&mut file).map_err(failed)?;
    file.seek(SeekFrom::Start(0))?;
    seal::package(file, SpooledTempFile::new(IN_MEMORY), counts)
}

/// Adds a sheet; a large one keeps only its current row in memory.
fn add(book: &mut Workbook, large: bool) -> io::Result<&mut Worksheet> {
    if large { book.add_worksheet_with_constant_memory().map_err(failed) } else { Ok(book.add_worksheet()) }
}

/// Describes the workbook; its date is the date of the run, so that the same run gives the same file.
fn properties(run: &Run, lang: Lang) -> DocProperties {
    let properties = DocProperties::new()
        .set_title(words::TITLE.get(lang))
        .set_author(format!("{} {}", run.tool, run.version))
        .set_comment(words::DISCLAIMER.get(lang));
    let date = ExcelDateTime::parse_from_str(&run.date).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1));
    match date {
        Ok(date) => properties.set_creation_datetime(&date),
        Err(_) => properties,
    }
}

/// Turns an error of the library into one of the reporter.
pub(crate) fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}
