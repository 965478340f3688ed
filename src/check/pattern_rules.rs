//! Rules that are regular expressions. They run only on lines that hold one of their literals.

use super::{Candidate, Sight, Source};
use crate::rule::Matcher;

/// Longest stretch on each side of a literal that a pattern may look at, in bytes.
const REACH: usize = 256;

/// Looks around a literal of a pattern.
pub fn look(text: &str, literal: u32, matcher: u16, owner: &Matcher, sight: &mut Sight) {
    let Some(pattern) = owner.pattern() else { return };
    let (from, to) = around(text, literal as usize);
    let Some(window) = text.get(from..to) else { return };
    for found in pattern.find_iter(window) {
        let candidate = Candidate {
            start: (from + found.start()) as u32,
            end: (from + found.end()) as u32,
            matcher,
            source: Source::Computed,
        };
        // Several literals of one match lead here.
        if !sight.candidates.contains(&candidate) {
            sight.candidates.push(candidate);
        }
    }
}

fn around(text: &str, at: usize) -> (usize, usize) {
    let mut from = at.saturating_sub(REACH);
    let mut to = (at + REACH).min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let line_start = text.get(from..at).and_then(|t| t.rfind('\n')).map_or(from, |n| from + n + 1);
    let line_end = text.get(at..to).and_then(|t| t.find('\n')).map_or(to, |n| at + n);
    (line_start, line_end)
}
