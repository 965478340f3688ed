//! The run record itself: one event a line.

use super::Reporter;
use super::output::Output;
use crate::record::Event;
use std::io::{self, Write};

/// Writes the events as they come; this is the form `zhengzi report` reads again.
pub struct Jsonl {
    output: Output,
    line: Vec<u8>,
}

impl Jsonl {
    /// Starts a record.
    #[must_use]
    pub const fn new(output: Output) -> Self {
        Self { output, line: Vec::new() }
    }
}

impl Reporter for Jsonl {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        // A line at a time: the serializer writes every quote and comma by itself.
        self.line.clear();
        serde_json::to_writer(&mut self.line, event)?;
        self.line.push(b'\n');
        self.output.write_all(&self.line)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.output.finish()
    }
}
