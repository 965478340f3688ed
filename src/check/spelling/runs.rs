//! Stretches of Han characters and of Latin text in a line.

use super::latin::is_part;
use crate::data::chars;
use std::ops::Range;

/// One stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it is of Han characters; numbers that touch them belong to it (312国道).
    pub is_han: bool,
}

/// The stretches of a line, in order; spaces and hyphens are inside Latin ones.
pub fn runs(text: &str, line: Range<usize>) -> Vec<Run> {
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default();
    let mut runs: Vec<Run> = Vec::new();
    // What follows the digits that stand here, and where they end.
    let mut digits = (line.start, false);
    for (offset, c) in slice(line.clone()).char_indices() {
        let (start, end) = (line.start + offset, line.start + offset + c.len_utf8());
        if c.is_ascii_digit() && start >= digits.0 {
            let rest = slice(start..line.end);
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            digits = (start + length, rest.get(length..).and_then(|r| r.chars().next()).is_some_and(is_han));
        }
        let is_han = is_han(c) || (c.is_ascii_digit() && digits.1);
        if !is_han && !is_part(c) {
            continue;
        }
        let joins = |run: &Run| {
            let gap = slice(run.range.end..start);
            let inside = |c: char| matches!(c, ' ' | '\'' | '’' | '‘' | '`' | '´' | '-' | '–' | '—' | '.');
            run.is_han == is_han && if is_han { gap.is_empty() } else { gap.chars().all(inside) }
        };
        match runs.last_mut().filter(|run| joins(run)) {
            Some(run) => run.range.end = end,
            None => runs.push(Run { range: start..end, is_han }),
        }
    }
    runs.retain(|run| run.is_han || slice(run.range.clone()).chars().any(char::is_alphabetic));
    runs
}

/// Whether a character is a Chinese one.
pub fn is_han(c: char) -> bool {
    chars::is_han(c as u32)
}

/// Whether a text has one.
pub fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}
