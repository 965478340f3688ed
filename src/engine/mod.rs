//! Runs the checker over documents, in parallel, and turns what was decided into events.

mod checker;
mod emit;
mod enterprise;
mod entry;
mod except;
mod label;
mod pipeline;
mod position;
mod register;
mod remark;
mod render;
mod same_name;
mod words;

pub use checker::{Checker, DocumentReport};
pub use emit::{Emitter, SourceInfo};
pub use entry::Entry;
pub use except::{Account, Exceptions};
pub use pipeline::{Feed, run};
pub use position::Position;
pub use register::Register;
pub use words::loss;
