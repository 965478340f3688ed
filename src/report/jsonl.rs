//! The run record itself: one event a line.

use super::Reporter;
use crate::record::Event;
use super::output::Output;
use std::io::{self, Write};

/// Writes the events as they come; this is the form `zhengzi report` reads again.
pub struct Jsonl {
    output: Output,
}

impl Jsonl {
    /// Starts a record.
    #[must_use]
    pub const fn new(output: Output) -> Self {
        Self { output }
    }
}

impl Reporter for Jsonl {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        serde_json::to_writer(&mut self.output, event)?;
        self.output.write_all(b"\n")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.output.finish()
    }
}
