//! The ledger as comma separated values for spreadsheets.

use super::Reporter;
use super::ledger::{COLUMNS, Ledger};
use super::output::Output;
use super::words;
use crate::i18n::Lang;
use crate::record::Event;
use csv::{Terminator, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes one row per finding, in UTF-8 with the mark by which Excel and WPS recognise it.
pub struct Csv {
    output: Output,
    ledger: Ledger,
    lang: Lang,
}

impl Csv {
    /// Starts a table.
    #[must_use]
    pub fn new(output: Output, lang: Lang) -> Self {
        Self { output, ledger: Ledger::new(), lang }
    }
}

impl Reporter for Csv {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Run(run) => self.ledger.run(run),
            Event::Finding(finding) => self.ledger.push(finding)?,
            Event::Kept(_) | Event::NotChecked(_) | Event::Summary(_) => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let lang = self.lang;
        self.output.write_all("\u{feff}".as_bytes())?;
        let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut self.output);
        let fixed = COLUMNS.iter().map(|column| column.get(lang).to_owned());
        let heads = fixed.chain(self.ledger.extra(lang)).chain([words::FINGERPRINT.get(lang).to_owned()]);
        table.write_record(heads.map(|head| harmless(&head).into_owned())).map_err(plain)?;
        for row in self.ledger.rows(lang)? {
            let row = row?;
            let cells = row.cells.iter().chain(&row.extra).chain([&row.fingerprint]);
            // A line break in a cell is allowed, but many programs that read csv do not know it.
            table.write_record(cells.map(|cell| harmless(&cell.replace('\n', "；")).into_owned())).map_err(plain)?;
        }
        table.flush()?;
        drop(table);
        self.output.finish()
    }
}

/// The error below one of the library, which would hide its kind: a closed pipe must stay one.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Puts an apostrophe before what a spreadsheet would run as a formula.
///
/// Spaces before it do not make it harmless, and some programs take the full-width signs too.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let starts = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(['\t', '\r']) || cell.trim_start().starts_with(starts) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_stays_one() {
        let error = plain(io::Error::from(io::ErrorKind::BrokenPipe).into());
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn formulas_become_text() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "　=1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "海珍酒楼", "1=1", "'=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
