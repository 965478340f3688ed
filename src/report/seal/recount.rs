//! Counts again what stands in a workbook or a document.

use super::{PROBLEMS, SUMS};
use crate::i18n::Lang;
use crate::report::words::SHEET_LEDGER;
use calamine::{DataRef, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{self, BufReader, Read, Seek};
use zip::ZipArchive;

/// What was counted.
#[derive(Debug, Default)]
pub struct Recount {
    /// Problems listed; `None` where the document lists none.
    pub problems: Option<u64>,
    /// Tables whose sums are wrong, from 1.
    pub wrong_sums: Vec<usize>,
}

/// Counts in a workbook or a Word document.
///
/// # Errors
/// When a part cannot be read.
pub fn document<R: Read + Seek>(mut archive: ZipArchive<R>) -> io::Result<Recount> {
    if let Ok(part) = archive.by_name("word/document.xml") {
        return word(Reader::from_reader(BufReader::new(part)));
    }
    let book = Xlsx::new(BufReader::new(archive.into_inner())).map_err(io::Error::other)?;
    Ok(Recount { problems: ledger(book)?, wrong_sums: Vec::new() })
}

/// Counts the rows of the ledger: those that begin with a number.
fn ledger<R: Read + Seek>(mut book: Xlsx<R>) -> io::Result<Option<u64>> {
    let is_ledger = |name: &String| Lang::ALL.iter().any(|lang| name.starts_with(SHEET_LEDGER.get(*lang)));
    let sheets: Vec<String> = book.sheet_names().into_iter().filter(is_ledger).collect();
    let mut rows = None;
    for sheet in sheets {
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(io::Error::other)?;
        while let Some(cell) = cells.next_cell().map_err(io::Error::other)? {
            let numbered =
                cell.get_position().1 == 0 && matches!(cell.get_value(), DataRef::Float(_) | DataRef::Int(_));
            *rows.get_or_insert(0) += u64::from(numbered);
        }
    }
    Ok(rows)
}

/// A table that is open while a document is read.
#[derive(Default)]
struct Table {
    caption: String,
    rows: Vec<Vec<String>>,
}

/// Counts the rows of tables of problems and adds up tables of sums.
fn word(mut reader: Reader<impl io::BufRead>) -> io::Result<Recount> {
    let (mut tables, mut number) = (Vec::<Table>::new(), 0);
    let (mut buffer, mut found, mut inside) = (Vec::new(), Recount::default(), false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(io::Error::other)? {
            Event::Eof => return Ok(found),
            Event::Start(tag) => match (tag.name().as_ref(), tables.last_mut()) {
                ("w:tbl", _) => tables.push(Table::default()),
                ("w:tr", Some(table)) => table.rows.push(Vec::new()),
                ("w:tc", Some(table)) => table.rows.last_mut().into_iter().for_each(|row| row.push(String::new())),
                ("w:t", _) => inside = true,
                ("w:tblCaption", Some(table)) => table.caption = caption(&tag),
                _ => {}
            },
            Event::Empty(tag) if tag.name().as_ref() == "w:tblCaption" => {
                tables.last_mut().into_iter().for_each(|table| table.caption = caption(&tag));
            }
            Event::Text(text) if inside => {
                let cell = tables.last_mut().and_then(|table| table.rows.last_mut()?.last_mut());
                if let Some(cell) = cell {
                    cell.push_str(&text);
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => inside = false,
                "w:tbl" => {
                    number += 1;
                    found.take(&tables.pop().unwrap_or_default(), number);
                }
                _ => {}
            },
            _ => {}
        }
    }
}

impl Recount {
    fn take(&mut self, table: &Table, number: usize) {
        if let Some(others) = table.caption.strip_prefix(PROBLEMS) {
            let others = others.parse().unwrap_or_default();
            *self.problems.get_or_insert(0) += (table.rows.len() as u64).saturating_sub(others);
        } else if table.caption == SUMS && !adds_up(&table.rows) {
            self.wrong_sums.push(number);
        }
    }
}

/// Tells whether in every column of numbers the last row is the sum of those between it and the heads.
fn adds_up(rows: &[Vec<String>]) -> bool {
    let [_, lines @ .., sums] = rows else { return true };
    (0..sums.len()).all(|column| {
        let Ok(sum) = sums[column].parse::<u64>() else { return true };
        let parts = lines.iter().map(|line| line.get(column).and_then(|cell| cell.parse::<u64>().ok()));
        parts.sum::<Option<u64>>() == Some(sum)
    })
}

fn caption(tag: &BytesStart<'_>) -> String {
    let value = tag.try_get_attribute("w:val").ok().flatten();
    value.map(|value| value.value.into_owned()).unwrap_or_default()
}
