//! A mistake in a `zhengzi.toml`, and where it stands.

use super::value::Wrong;
use std::io;
use std::ops::Range;
use std::path::PathBuf;

/// Why a configuration cannot be used.
#[derive(Debug)]
pub struct ConfigError {
    /// File it stands in.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: Box<Kind>,
}

/// What is wrong with a configuration.
#[derive(Debug)]
pub enum Kind {
    /// The file cannot be read.
    Unread(io::Error),
    /// A place in the file is wrong.
    At {
        /// Its text.
        text: String,
        /// Its bytes.
        span: Range<usize>,
        /// What is wrong there.
        mistake: Mistake,
    },
}

/// What is wrong at a place.
#[derive(Debug)]
pub enum Mistake {
    /// It is not TOML; the parser's words.
    Syntax(String),
    /// There is no such key; the nearest one and all there are.
    Key(String, Option<&'static str>, String),
    /// The value means nothing.
    Value(Wrong),
}
