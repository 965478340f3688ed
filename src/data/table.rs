//! One dictionary file: a parsed header and rows of cells.

use super::error::DataError;
use serde::{Deserialize, Serialize};

/// What the header block of a table says. See `dictionaries/README.md`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Header {
    /// Title.
    pub title: String,
    /// Columns; the first one is the key.
    pub columns: Vec<String>,
    /// Norm, or registry package it was derived from.
    pub source: String,
    /// Licence of the source, `facts` for what a norm says.
    pub licence: String,
    /// Version of the source.
    pub version: String,
    /// Day the table was last checked against its source.
    pub checked: String,
    /// Rows.
    pub rows: usize,
    /// Rule ids that use it, or `lexicon`.
    pub used_by: Vec<String>,
}

/// One row: its line in the file, and its cells in column order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// Line, from 1.
    pub line: usize,
    /// Cells, as many as there are columns.
    pub cells: Vec<&'a str>,
}

/// A dictionary.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// `chars/trad-to-standard`.
    pub name: String,
    /// Path for messages.
    pub file: String,
    /// Its text.
    pub text: &'a str,
    /// Header.
    pub header: Header,
    /// Rows in file order.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Table<'a> {
    /// Parses a table; `name` is its path below `dictionaries/` without `.tsv`.
    ///
    /// # Errors
    /// `R101` a header line is missing, unknown or empty; `R102` a row has the wrong number of cells or no key;
    /// `R103` keys are not sorted by code point or stand twice; `R104` `rows` is not the number of rows.
    pub fn parse(name: &str, file: &str, text: &'a str) -> Result<Self, DataError> {
        let mut table =
            Self { name: name.to_owned(), file: file.to_owned(), text, header: Header::default(), rows: Vec::new() };
        let mut in_header = true;
        for (index, line) in text.lines().enumerate() {
            if in_header && let Some(comment) = line.strip_prefix('#') {
                table.header_line(comment, index)?;
                continue;
            }
            in_header = false;
            table.row(line, index)?;
        }
        table.check_header()?;
        Ok(table)
    }

    fn fail(&self, code: &'static str, index: usize, message: impl Into<String>) -> DataError {
        let offset = self.text.split_inclusive('\n').take(index).map(str::len).sum();
        DataError::at(code, &self.file, self.text, offset, message)
    }

    fn header_line(&mut self, comment: &str, index: usize) -> Result<(), DataError> {
        let Some((key, value)) = comment.strip_prefix(' ').and_then(|c| c.split_once(": ")) else {
            return Ok(()); // a free remark
        };
        let words = || value.split_whitespace().map(str::to_owned).collect();
        let header = &mut self.header;
        match key {
            "title" => header.title = value.to_owned(),
            "columns" => header.columns = value.split('\t').map(str::to_owned).collect(),
            "source" => header.source = value.to_owned(),
            "licence" => header.licence = value.to_owned(),
            "version" => header.version = value.to_owned(),
            "checked" => header.checked = value.to_owned(),
            "used-by" => header.used_by = words(),
            "rows" => {
                let rows = value.trim().parse();
                self.header.rows = rows.map_err(|_| self.fail("R101", index, "rows is not a number"))?;
            }
            _ => {} // a remark that holds a colon
        }
        Ok(())
    }

    fn row(&mut self, line: &'a str, index: usize) -> Result<(), DataError> {
        let cells: Vec<&str> = line.split('\t').collect();
        let want = self.header.columns.len();
        if cells.len() != want || cells[0].is_empty() {
            let message = format!("the row has {} cells, the header names {want} columns", cells.len());
            return Err(self.fail("R102", index, message));
        }
        if let Some(last) = self.rows.last() {
            match last.cells[0].cmp(cells[0]) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => {
                    return Err(self.fail("R103", index, format!("“{}” stands twice: join the two rows", cells[0])));
                }
                std::cmp::Ordering::Greater => {
                    let message = format!("“{}” sorts before “{}”: move the line up", cells[0], last.cells[0]);
                    return Err(self.fail("R103", index, message));
                }
            }
        }
        self.rows.push(Row { line: index + 1, cells });
        Ok(())
    }

    fn check_header(&self) -> Result<(), DataError> {
        let h = &self.header;
        let fields = [
            ("title", &h.title),
            ("source", &h.source),
            ("licence", &h.licence),
            ("version", &h.version),
            ("checked", &h.checked),
        ];
        for (name, value) in fields {
            if value.is_empty() {
                return Err(self.fail("R101", 0, format!("the header has no line `# {name}: …`")));
            }
        }
        if h.used_by.is_empty() {
            return Err(self.fail("R101", 0, "the header has no line `# used-by: …`"));
        }
        if h.rows != self.rows.len() {
            let message = format!("the table has {} rows: write `# rows: {}`", self.rows.len(), self.rows.len());
            return Err(DataError::near("R104", &self.file, self.text, "rows:", message));
        }
        Ok(())
    }

    /// Index of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.columns.iter().position(|c| c == name)
    }

    /// The cell of a row in a column; empty where the table has no such column.
    #[must_use]
    pub fn cell(&self, row: &Row<'a>, column: &str) -> &'a str {
        self.column(column).and_then(|n| row.cells.get(n).copied()).unwrap_or_default()
    }

    /// Byte offset of a row in the file, for messages.
    #[must_use]
    pub fn offset(&self, row: &Row<'a>) -> usize {
        self.text.split_inclusive('\n').take(row.line - 1).map(str::len).sum()
    }
}
