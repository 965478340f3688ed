//! The run record itself: one event a line, and at the end of the last the hash of them all.

use super::Reporter;
use super::output::Output;
use super::seal;
use crate::record::Event;
use blake3::Hasher;
use std::io::{self, Write};

/// Writes the events as they come; this is the form `zhengzi report` reads again.
pub struct Jsonl {
    output: Output,
    line: Vec<u8>,
    hasher: Hasher,
}

impl Jsonl {
    /// Starts a record.
    #[must_use]
    pub fn new(output: Output) -> Self {
        Self { output, line: Vec::new(), hasher: Hasher::new() }
    }
}

impl Reporter for Jsonl {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        // A line at a time: the serializer writes every quote and comma by itself.
        self.line.clear();
        serde_json::to_writer(&mut self.line, event)?;
        if matches!(event, Event::Summary(_)) {
            seal::last_line(&mut self.hasher, &mut self.line);
        }
        self.line.push(b'\n');
        self.hasher.update(&self.line);
        self.output.write_all(&self.line)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.output.finish()
    }
}
