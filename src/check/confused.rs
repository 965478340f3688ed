//! Wrong forms of right words.

use super::{Candidate, Source};
use crate::lexicon::{Lexicon, WrongForm};
use std::ops::Range;

/// A candidate for a form that stands at byte `start`.
pub(super) fn candidate(start: u32, form: WrongForm, lexicon: &Lexicon) -> Option<Candidate> {
    let (index, n) = lexicon.index_of(form);
    let end = start + index.length(n) as u32;
    Some(Candidate { start, end, matcher: index.matcher(n)?, source: Source::Confusion(form) })
}

/// Looks for what is a slip on a sign, though running text meets it by chance.
pub fn look_at_sign(text: &str, range: Range<usize>, lexicon: &Lexicon, candidates: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    let stretch = text.get(range.clone()).unwrap_or_default();
    let pairs = stretch.char_indices().zip(stretch.chars().skip(1));
    let pairs = pairs.map(|((at, a), b)| ((range.start + at) as u32, a, b));
    lexicon.sign_confusions.find(text, pairs, &mut found);
    candidates.extend(found.iter().filter_map(|&(start, form)| candidate(start, WrongForm::Sign(form), lexicon)));
}
