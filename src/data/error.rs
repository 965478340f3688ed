//! Errors that point into the author's file.

use std::fmt;

/// What is wrong with a rule or dictionary file, and where.
///
/// Shown as `file:line:column: R001 message` with the line and a caret under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataError {
    /// Code of the error, `R001`…, listed in `rules/README.md`.
    pub code: &'static str,
    /// Path of the file below the project, or as the user gave it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in scalar values, from 1.
    pub column: usize,
    /// The line itself.
    pub excerpt: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl DataError {
    /// An error at a byte offset of a file.
    #[must_use]
    pub fn at(code: &'static str, file: &str, text: &str, offset: usize, message: impl Into<String>) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        let excerpt = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        Self {
            code,
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(start..).unwrap_or_default().chars().count() + 1,
            excerpt: excerpt.to_owned(),
            message: message.into(),
        }
    }

    /// An error at the first place where `needle` stands in quotes, else bare, else at the start of the file.
    #[must_use]
    pub fn near(code: &'static str, file: &str, text: &str, needle: &str, message: impl Into<String>) -> Self {
        let quoted = text.find(&format!("\"{needle}\"")).map(|at| at + 1);
        Self::at(code, file, text, quoted.or_else(|| text.find(needle)).unwrap_or(0), message)
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}:{}: {} {}", self.file, self.line, self.column, self.code, self.message)?;
        writeln!(f, "  | {}", self.excerpt)?;
        // A full-width character is two columns wide on a terminal.
        let width: usize = self.excerpt.chars().take(self.column - 1).map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        write!(f, "  | {}^", " ".repeat(width))
    }
}

impl std::error::Error for DataError {}
