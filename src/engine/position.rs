//! From bytes to lines, columns and offsets, counted only as far as a finding needs them.

use crate::record::{Finding, Place};

/// A position relative to the start of a document's own text; context before it counts backwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Position {
    /// Newlines before it.
    pub lines: i64,
    /// Scalar values between the last of them and it.
    pub column: i64,
    /// Scalar values before it.
    pub offset: i64,
    /// Bytes before it.
    pub byte: i64,
}

impl Position {
    /// This position counted from where `base` counts from.
    #[must_use]
    pub fn after(self, base: Self) -> Self {
        Self {
            lines: base.lines + self.lines,
            column: if self.lines > 0 { self.column } else { base.column + self.column },
            offset: base.offset + self.offset,
            byte: base.byte + self.byte,
        }
    }

    /// Writes it into a record whose `byte_end` holds the length in bytes until now.
    pub fn put(self, place: &mut Place) {
        place.line = (self.lines + 1).unsigned_abs();
        place.column = (self.column + 1).unsigned_abs();
        place.offset = self.offset.unsigned_abs();
        place.byte_start = self.byte.unsigned_abs();
        place.byte_end += place.byte_start;
    }
}

impl Finding {
    /// The finding at a position.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        position.put(&mut self.place);
        self
    }
}

/// Walks over a text and counts; positions must be asked for in order.
#[derive(Debug)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
    position: Position,
}

impl<'a> Cursor<'a> {
    /// Starts at byte `origin`, which has position zero.
    #[must_use]
    pub fn new(text: &'a str, origin: usize) -> Self {
        Self { text, at: origin, position: Position::default() }
    }

    /// The position of a byte. One before the origin is answered without moving.
    pub fn seek(&mut self, to: usize) -> Position {
        if to < self.at {
            let back = self.text.get(to..self.at).unwrap_or_default();
            let chars = count_chars(back);
            let mut position = self.position;
            position.column -= chars;
            position.offset -= chars;
            position.byte -= back.len() as i64;
            return position;
        }
        let stretch = self.text.get(self.at..to).unwrap_or_default();
        let newlines = memchr::memchr_iter(b'\n', stretch.as_bytes()).count() as i64;
        let chars = count_chars(stretch);
        self.position.offset += chars;
        self.position.byte += stretch.len() as i64;
        self.position.lines += newlines;
        self.position.column = match memchr::memrchr(b'\n', stretch.as_bytes()) {
            Some(at) => count_chars(stretch.get(at + 1..).unwrap_or_default()),
            None => self.position.column + chars,
        };
        self.at = to.max(self.at);
        self.position
    }
}

/// Scalar values of a text: bytes that do not continue one. Sums of bytes in short stretches, so that the compiler
/// makes vector code of it.
#[must_use]
pub fn count_chars(text: &str) -> i64 {
    let starts = |stretch: &[u8]| stretch.iter().map(|b| u8::from((*b as i8) >= -0x40)).sum::<u8>();
    text.as_bytes().chunks(255).map(|stretch| i64::from(starts(stretch))).sum()
}

/// The line (or cell) around a span, shortened to what a reader needs, and the scalar values before the span.
#[must_use]
pub fn excerpt(text: &str, from: usize, to: usize, start: usize, end: usize) -> (String, u64) {
    const SIDE: usize = 40;
    let in_line = |c: &char| !matches!(c, '\n' | '\r');
    // One more than is shown tells whether something was cut; a line of ten megabytes is never walked.
    let before = text.get(from..start).unwrap_or_default();
    let left: Vec<char> = before.chars().rev().take_while(in_line).take(SIDE + 1).collect();
    let after = text.get(end..to).unwrap_or_default();
    let right: Vec<char> = after.chars().take_while(in_line).take(SIDE + 1).collect();
    let mut out = String::new();
    let mut offset = left.len().min(SIDE) as u64;
    if left.len() > SIDE {
        out.push('…');
        offset += 1;
    }
    out.extend(left.iter().take(SIDE).rev());
    out.push_str(text.get(start..end).unwrap_or_default());
    out.extend(right.iter().take(SIDE));
    if right.len() > SIDE {
        out.push('…');
    }
    (out, offset)
}
