//! Runs the checker over documents, in parallel, and turns what was decided into events.

mod checker;
mod emit;
mod pipeline;
mod position;
mod render;
mod words;

pub use checker::{Checker, DocumentReport};
pub use emit::{Emitter, SourceInfo};
pub use pipeline::{Feed, run};
pub use words::loss;
