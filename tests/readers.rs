//! Readers: every format, every encoding, and every way a file can be wrong.
//!
//! Material is made inside the tests; only what no crate can write lies in `fixtures`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "readers/folders.rs"]
mod folders;
#[path = "readers/headers.rs"]
mod headers;
#[path = "readers/hostile.rs"]
mod hostile;
#[path = "readers/lists.rs"]
mod lists;
#[path = "readers/pairs.rs"]
mod pairs;
#[path = "readers/property.rs"]
mod property;
#[path = "readers/texts.rs"]
mod texts;
#[path = "readers/workbooks.rs"]
mod workbooks;

use std::path::PathBuf;
use zhengzi::document::{Document, Loss, LossKind, Role, Scene};
use zhengzi::read::{Info, Input, Options, Part, open};

/// Everything an input yielded.
struct Outcome {
    documents: Vec<Document>,
    losses: Vec<Loss>,
    info: Info,
}

impl Outcome {
    /// The text of all documents without their context.
    fn text(&self) -> String {
        self.documents.iter().map(|d| &d.text.as_str()[d.context..]).collect()
    }

    /// Number and values of all rows.
    fn rows(&self) -> Vec<(u64, Vec<String>)> {
        self.documents.iter().flat_map(|d| &d.rows).map(|row| (row.number, row.values.clone())).collect()
    }

    /// Checked cells: sheet row, header, text.
    fn cells(&self) -> Vec<(u64, String, String)> {
        let each = self.documents.iter().flat_map(|document| {
            document.cells.iter().map(move |cell| {
                let row = &document.rows[cell.row];
                let text = &document.text.as_str()[cell.range.clone()];
                assert_eq!(row.values[cell.column], text, "a cell is its column's value");
                assert_eq!(document.text.as_str().as_bytes()[cell.range.end], b'\n');
                (row.number, row.sheet.columns[cell.column].header.clone(), text.to_owned())
            })
        });
        each.collect()
    }

    /// Header and role of the last sheet's columns.
    fn columns(&self) -> Vec<(String, Role)> {
        let sheet = &self.documents.last().expect("a document").rows.last().expect("a row").sheet;
        sheet.columns.iter().map(|column| (column.header.clone(), column.role)).collect()
    }

    /// The words of all losses that refuse or limit.
    fn refusals(&self) -> String {
        let each = self.losses.iter().filter_map(|loss| match &loss.kind {
            LossKind::Unreadable(text) | LossKind::Limit(text) => Some(format!("{} {text}", loss.scope)),
            _ => None,
        });
        each.collect::<Vec<_>>().join("\n")
    }

    fn invalid(&self) -> Option<(u64, u64)> {
        self.losses.iter().find_map(|loss| match loss.kind {
            LossKind::InvalidBytes { count, first, .. } => Some((count, first)),
            _ => None,
        })
    }

    fn lost_rows(&self) -> u64 {
        let each = self.losses.iter().map(|loss| if let LossKind::Rows(rows) = loss.kind { rows } else { 0 });
        each.sum()
    }
}

/// Reads an input and checks what holds for every input.
fn read_with(input: &Input, options: &Options) -> Outcome {
    let mut parts: Vec<Part> = open(input, options).collect();
    let Some(Part::End(info)) = parts.pop() else { panic!("the last part is the end") };
    let (mut documents, mut losses) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Document(document) => documents.push(document),
            Part::Loss(loss) => losses.push(loss),
            Part::End(_) => panic!("one end only"),
        }
    }
    let outcome = Outcome { documents, losses, info };
    assert_eq!(outcome.info.records, outcome.rows().len() as u64 + outcome.lost_rows(), "rows in = rows out");
    for document in &outcome.documents {
        assert!(document.cells.is_sorted_by_key(|cell| cell.range.start), "cells are sorted");
        assert!(document.context <= document.text.len());
    }
    outcome
}

/// Reads bytes as a file of this name.
fn read_as(name: &str, bytes: &[u8], options: &Options) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let outcome = read_with(&Input::File(path), options);
    if !bytes.is_empty() {
        assert_eq!(outcome.info.hash, blake3::hash(bytes).to_hex().as_str(), "the hash is the file's");
        assert_eq!(outcome.info.bytes, bytes.len() as u64);
    }
    outcome
}

fn read(name: &str, bytes: &[u8]) -> Outcome {
    read_as(name, bytes, &Options::default())
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn checked(scene: Scene) -> Role {
    Role::Checked(Some(scene))
}
