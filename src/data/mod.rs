//! The compiler of rules and dictionaries: text files in, tables for the scan out.
//!
//! `build.rs` compiles what is ours with it, the program compiles users' dictionaries with it, and the tests
//! feed it broken files, so build time and run time cannot disagree. It therefore uses nothing but `serde`,
//! `toml` and the standard library, and touches no file itself.

pub mod chars;
pub mod compile;
pub mod confusions;
pub mod error;
pub mod extend;
mod fault;
pub mod idioms;
pub mod law;
mod lists;
pub mod pairs;
pub mod parts;
pub mod shape;
pub mod sound;
pub mod table;
pub mod terms;
pub mod validate;
pub mod weights;

use std::collections::BTreeMap;

/// The text files of `rules/` and `dictionaries/`: path below the project (`rules/zi/001-traditional.toml`) to content.
pub type Sources = BTreeMap<String, String>;
