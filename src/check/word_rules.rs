//! Rules about words: a term of the index stands in the text.

use super::{Candidate, Sight, Source, foreign, pattern_rules};
use crate::data::shape::{Extent, Kind};
use crate::lexicon::Lexicon;
use crate::rule::Registry;

/// Looks at one term that a match block owns.
pub fn look(
    text: &str,
    start: u32,
    term: u32,
    matcher: u16,
    lexicon: &Lexicon,
    registry: &Registry,
    sight: &mut Sight,
) {
    let owner = &registry.matchers()[usize::from(matcher)];
    if owner.block.kind == Kind::Pattern {
        let done = sight.searched.entry(matcher).or_default();
        return pattern_rules::look(text, start, matcher, owner, done, &mut sight.candidates);
    }
    let found = lexicon.terms.term(term as usize);
    let whole = start as usize..start as usize + found.text.len();
    if !foreign::is_whole(text, &whole)
        || (owner.block.kind == Kind::LetterWord && !foreign::stands_alone(text, &whole))
    {
        return;
    }
    let (mut from, mut to) = (0, found.text.len());
    if owner.block.span == Extent::Difference {
        (from, to) = difference(found.text, found.target);
    }
    let candidate =
        Candidate { start: start + from as u32, end: start + to as u32, matcher, source: Source::Term(term) };
    sight.candidates.push(candidate);
}

/// The bytes of `wrong` without what it shares with `right` at both ends; all of it where nothing would be left.
pub fn difference(wrong: &str, right: &str) -> (usize, usize) {
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = wrong.chars().zip(right.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let tail: usize = wrong.chars().rev().zip(right.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    if head + tail >= wrong.len() || head + tail >= right.len() { (0, wrong.len()) } else { (head, wrong.len() - tail) }
}
