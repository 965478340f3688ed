//! The case file: findings become problems with a number, a verdict, a notice and a re-inspection.
//!
//! Objects of a later list are known again by [`matching`]; what people do is a chain of [`entry`] rows; [`book`] says
//! what follows from both, as the [`view`] that papers are made from.

pub mod act;
pub mod book;
mod departments;
pub mod entry;
mod error;
pub mod import;
pub mod intake;
pub mod key;
pub mod matching;
pub mod object;
pub mod view;
pub mod words;

pub use error::CaseError;
