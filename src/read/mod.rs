//! Readers: bytes in, documents out. A reader never asks a rule anything, never panics outwards, and obeys [`limits`].

use crate::document::{Document, Loss, Role, Scene};
use std::path::PathBuf;

/// What to read.
#[derive(Debug, Clone)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// An argument of the command line.
    Text(String),
}

/// What a reader yields, in order: documents and losses as they come, then one [`Part::End`].
#[derive(Debug)]
pub enum Part {
    /// Something to check.
    Document(Document),
    /// Something that was not read; the run goes on.
    Loss(Loss),
    /// The last part.
    End(Info),
}

/// What is known of an input once it has been read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Info {
    /// `text`, `markdown`, `csv`, `tsv`, `xlsx`, `xls`, `ods`, `jsonl`.
    pub format: &'static str,
    /// Encoding used, empty for workbooks.
    pub encoding: &'static str,
    /// Bytes read.
    pub bytes: u64,
    /// blake3 of the bytes, hexadecimal.
    pub hash: String,
    /// Data rows of a list, readable or not; rows yielded plus [`crate::document::LossKind::Rows`].
    pub records: u64,
}

/// Options of reading.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `--column NAME=HEADER` (NAME may be a scene, a known field or `exempt`): the header and the role it gets.
    /// When any is given with a `Checked` role, only given columns are checked.
    pub columns: Vec<(String, Role)>,
    /// `--encoding LABEL`: overrides detection.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// Limits against hostile input.
    pub limits: limits::Limits,
    /// Scene given by hand; list columns found by header keep their own only when this is `None`.
    pub scene: Option<Scene>,
}
