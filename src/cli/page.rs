//! Pages of the commands that show the catalogue and the tables.

use super::help::wrap;
use super::style::{self, paint};
use crate::i18n::Lang;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// A page of headings, items and texts, wrapped to 100 columns.
pub struct Page(String, Lang);

impl Page {
    /// Starts with a title.
    pub fn new(title: &str, lang: Lang) -> Self {
        Self(format!("{}\n", paint(style::HEADING, title)), lang)
    }

    /// Starts a section.
    pub fn heading(&mut self, text: &str) {
        let _ = write!(self.0, "\n{}\n", paint(style::HEADING, text));
    }

    /// A named value.
    pub fn item(&mut self, name: &str, value: &str) {
        let label = format!("{name}{}", if self.1 == Lang::Zh { "：" } else { ": " });
        let lines = wrap(value, 96 - label.width());
        let _ = writeln!(self.0, "  {label}{}", lines.join(&format!("\n{}", " ".repeat(2 + label.width()))));
    }

    /// A text at an indent.
    pub fn text(&mut self, indent: usize, text: &str) {
        for line in wrap(text, 98 - indent).iter().filter(|line| !line.is_empty()) {
            let _ = writeln!(self.0, "{}{line}", " ".repeat(indent));
        }
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.0.push('\n');
    }

    /// The whole page.
    pub fn finish(self) -> String {
        self.0
    }
}
