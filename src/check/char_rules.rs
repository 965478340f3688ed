//! Rules about single characters.

use super::{Allowed, Candidate, Sight, Source, foreign};
use crate::data::chars::{ALLOWED, HAN, STANDARD};
use crate::data::shape::Native;
use crate::lexicon::{Lexicon, UserDictionary};
use crate::rule::Registry;

/// Looks at one character that the scan found worth it.
pub fn look(text: &str, start: u32, char: char, lexicon: &Lexicon, registry: &Registry, sight: &mut Sight) {
    let end = start + char.len_utf8() as u32;
    let forbidden = lexicon.single.get(&char).is_some_and(|term| term.dictionary == UserDictionary::Forbid);
    if forbidden && let Some(matcher) = registry.native(Native::UserTerm) {
        sight.candidates.push(Candidate { start, end, matcher, source: Source::Single });
    }
    let entries = lexicon.chars.entries(char);
    let mut named = false;
    for (number, entry) in entries.iter().enumerate() {
        named = true;
        if entry.matcher == ALLOWED {
            sight.allowed.push(Allowed { start, char });
            continue;
        }
        let matcher = &registry.matchers()[usize::from(entry.matcher)];
        let before = text.get(..start as usize).unwrap_or_default();
        if !matcher.block.before.is_empty() && !matcher.allows_before(line_end(before)) {
            continue;
        }
        if matcher.block.between_han && !(between_han(text, start, end, lexicon) && foreign::is_lone(text, start, char))
        {
            continue;
        }
        sight.candidates.push(Candidate { start, end, matcher: entry.matcher, source: Source::Char(number as u16) });
    }
    let class = lexicon.chars.class(char as u32);
    if !named
        && class & HAN != 0
        && class & STANDARD == 0
        && let Some(matcher) = registry.native(Native::OutsideTable)
    {
        sight.candidates.push(Candidate { start, end, matcher, source: Source::Computed });
    }
}

/// At most 64 bytes before a hit: enough for a numeral, and no whole book for the regular expression.
fn line_end(before: &str) -> &str {
    let mut from = before.len().saturating_sub(64);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    before.get(from..).unwrap_or_default()
}

fn between_han(text: &str, start: u32, end: u32, lexicon: &Lexicon) -> bool {
    let han = |c: Option<char>| c.is_some_and(|c| lexicon.chars.class(c as u32) & HAN != 0);
    let before = text.get(..start as usize).and_then(|t| t.chars().next_back());
    let after = text.get(end as usize..).and_then(|t| t.chars().next());
    han(before) && han(after)
}
