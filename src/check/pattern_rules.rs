//! Rules that are regular expressions. They run only on lines that hold one of their literals.

use super::{Candidate, Source};
use crate::rule::Matcher;

/// First stretch on each side of a literal that a pattern looks at, in bytes.
const REACH: usize = 256;

/// Looks around a literal of a pattern. `done` is how far the pattern has been searched already.
pub fn look(text: &str, literal: u32, matcher: u16, owner: &Matcher, done: &mut u32, sight: &mut Vec<Candidate>) {
    let Some(pattern) = owner.pattern().filter(|_| literal >= *done) else { return };
    let mut reach = REACH;
    loop {
        let (from, to, is_line_end) = around(text, literal as usize, *done as usize, reach);
        let window = text.get(from..to).unwrap_or_default();
        let found = || pattern.find_iter(window).map(|m| (from + m.start(), from + m.end()));
        // A match that runs out of the window may go on behind it: a run of garbage is one finding.
        if !is_line_end && found().last().is_some_and(|(_, end)| end == to) {
            reach *= 2;
            continue;
        }
        let candidate =
            |(start, end)| Candidate { start: start as u32, end: end as u32, matcher, source: Source::Computed };
        sight.extend(found().map(candidate));
        // The window may cut the next match in two, so the search goes on from the last whole one.
        *done = found().last().map_or(literal + 1, |(_, end)| end as u32);
        return;
    }
}

/// The line around a literal from `done` on, at most `reach` to each side, and whether it ends there.
fn around(text: &str, at: usize, done: usize, reach: usize) -> (usize, usize, bool) {
    let mut from = at.saturating_sub(REACH).max(done);
    let mut to = (at + reach).min(text.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let line_start = text.get(from..at).and_then(|t| t.rfind('\n')).map_or(from, |n| from + n + 1);
    let line_end = text.get(at..to).and_then(|t| t.find('\n')).map(|n| at + n);
    (line_start, line_end.unwrap_or(to), line_end.is_some() || to == text.len())
}
