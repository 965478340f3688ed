//! An input line by line; a line without end in pieces.

use crate::document::{Document, Loss, Part};
use crate::read::{self, Input, Options, Reading};
use std::collections::VecDeque;

/// Bytes of a line that are held; a longer one is spelt in pieces, cut after a sentence.
const LONGEST: usize = 1 << 20;

/// What an input gives.
pub enum Line {
    /// A line, or a piece of one.
    Text {
        /// Its number, from 1.
        number: u64,
        /// Its text without the line end.
        text: String,
        /// Whether the line starts with it.
        starts: bool,
        /// Whether the line ends with it.
        ended: bool,
    },
    /// Something that was not read.
    Loss(Loss),
}

/// The lines of an input.
pub struct Lines {
    reading: Reading,
    /// Text of a line whose end has not been seen.
    held: String,
    ready: VecDeque<Line>,
    number: u64,
    /// Whether a piece of the line has been given.
    inside: bool,
    done: bool,
}

impl Lines {
    /// Opens an input.
    pub fn open(input: &Input, options: &Options) -> Self {
        Self {
            reading: read::open(input, options),
            held: String::new(),
            ready: VecDeque::new(),
            number: 1,
            inside: false,
            done: false,
        }
    }

    fn take(&mut self, document: &Document) {
        // A block that was cut inside a line begins with the end of the block before.
        let fresh = document.text.as_str().get(document.context..).unwrap_or_default();
        for part in fresh.split_inclusive('\n') {
            self.held.push_str(part);
            if part.ends_with('\n') {
                self.flush(true);
            }
        }
        if self.held.len() > LONGEST {
            let sentence = self.held.rfind(['。', '！', '？', '；', '，', '.', ' ']);
            let end = sentence.map_or(self.held.len(), |at| {
                at + self.held.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
            });
            let rest = self.held.split_off(end);
            self.flush(false);
            self.held = rest;
        }
    }

    fn flush(&mut self, ended: bool) {
        let mut text = std::mem::take(&mut self.held);
        if ended {
            let length = text.trim_end_matches('\n').trim_end_matches('\r').len();
            text.truncate(length);
        }
        self.ready.push_back(Line::Text { number: self.number, text, starts: !self.inside, ended });
        self.inside = !ended;
        self.number += u64::from(ended);
    }
}

impl Iterator for Lines {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while self.ready.is_empty() && !self.done {
            match self.reading.next() {
                Some(Part::Document(document)) => self.take(&document),
                Some(Part::Loss(loss)) => self.ready.push_back(Line::Loss(loss)),
                Some(_) => {}
                None => {
                    self.done = true;
                    if !self.held.is_empty() || self.inside {
                        self.flush(true);
                    }
                }
            }
        }
        self.ready.pop_front()
    }
}
