//! Reports: every format is a view of the stream of events in [`crate::record`].

pub mod chart;
pub mod csv;
pub mod excerpt;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod label;
pub mod ledger;
pub mod output;
pub mod replay;
pub mod sarif;
pub mod seal;
pub mod spool;
pub mod tally;
pub mod term;
pub mod words;
pub mod xlsx;

pub use output::Destination;
pub use replay::{ReplayError, Replayed, replay};

use crate::i18n::Lang;
use crate::record::Event;
use output::Output;
use std::io;
use std::path::Path;

/// Takes the events of a run in order and writes them in one format.
pub trait Reporter: Send {
    /// Takes one event.
    ///
    /// # Errors
    /// When the report cannot be written; the caller stops the run for that output.
    fn event(&mut self, event: &Event) -> io::Result<()>;

    /// Ends the report after the last event.
    ///
    /// # Errors
    /// As for [`Reporter::event`].
    fn finish(&mut self) -> io::Result<()>;
}

/// The formats a run can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Blocks for people at a terminal.
    Term,
    /// One JSON document.
    Json,
    /// The run record, a JSON object a line.
    Jsonl,
    /// The ledger as a table of text.
    Csv,
    /// The ledger 问题台账 as a workbook.
    Xlsx,
    /// One self-contained page.
    Html,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for build servers.
    Junit,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] =
        [Self::Term, Self::Json, Self::Jsonl, Self::Csv, Self::Xlsx, Self::Html, Self::Sarif, Self::Junit];

    /// Finds the format of a file by its suffix: `报告.xlsx`; `None` for an unknown one.
    #[must_use]
    pub fn from_suffix(path: &Path) -> Option<Self> {
        let suffix = path.extension()?.to_str()?.to_ascii_lowercase();
        match suffix.as_str() {
            "htm" => Some(Self::Html),
            "ndjson" => Some(Self::Jsonl),
            other => Self::ALL.into_iter().find(|format| format.suffix() == other),
        }
    }

    /// Finds a format by its name on the command line: `term`, `json`, `jsonl`, `csv`, `xlsx`, `html`,
    /// `sarif`, `junit`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        match name.as_str() {
            "text" => Some(Self::Term),
            other => Self::ALL.into_iter().find(|format| format.name() == other),
        }
    }

    /// Gives the name used on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Junit => "junit",
            other => other.suffix(),
        }
    }

    /// Gives the suffix of files in this format, without the dot.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Term => "txt",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Sarif => "sarif",
            Self::Junit => "xml",
        }
    }
}

/// How a report is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Language of the report's own words.
    pub lang: Lang,
    /// Whether the terminal takes colours.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether the terminal lists kept candidates one by one; other formats always do.
    pub show_kept: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { lang: Lang::Zh, color: false, width: 100, show_kept: false }
    }
}

/// Opens a report; give it every event in order and then call [`Reporter::finish`].
///
/// # Errors
/// When the destination cannot be written; the message says what, where and what to do next.
pub fn open(format: Format, destination: Destination, look: &Look) -> io::Result<Box<dyn Reporter>> {
    let output = Output::open(destination, look.lang)?;
    Ok(match format {
        Format::Term => Box::new(term::Term::new(output, *look)),
        Format::Json => Box::new(json::Json::new(output)),
        Format::Jsonl => Box::new(jsonl::Jsonl::new(output)),
        Format::Csv => Box::new(csv::Csv::new(output, look.lang)),
        Format::Xlsx => Box::new(xlsx::Xlsx::new(output, look.lang)),
        Format::Html => Box::new(html::Html::new(output, look.lang)),
        Format::Sarif => Box::new(sarif::Sarif::new(output, look.lang)),
        Format::Junit => Box::new(junit::Junit::new(output, look.lang)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_name_and_by_suffix() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.name()), Some(format));
            let path = format!("报告.2026.{}", format.suffix().to_uppercase());
            assert_eq!(Format::from_suffix(Path::new(&path)), Some(format));
        }
        assert_eq!(Format::parse("pdf"), None);
        assert_eq!(Format::from_suffix(Path::new("csv")), None);
        assert_eq!(Format::from_suffix(Path::new("a.htm")), Some(Format::Html));
    }
}
