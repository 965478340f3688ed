//! Simplified and traditional forms in one name (羊上樹海鲜城).

use crate::data::chars::SIMPLIFIED;
use crate::lexicon::Lexicon;

/// The span of the Han characters of `name` if it mixes the two.
///
/// Mixed means: at least one reported traditional form, and at least one character that itself has a
/// traditional form, so that the name could not have been written in traditional characters throughout.
pub fn look(name: &str, reported: &[(usize, usize)], lexicon: &Lexicon) -> Option<(usize, usize)> {
    let (first, last) = (reported.first()?, reported.last()?);
    // Both run forward, so one step each.
    let mut spans = reported.iter().peekable();
    let mut outside = |at: usize| {
        while spans.next_if(|span| span.1 <= at).is_some() {}
        spans.peek().is_none_or(|span| at < span.0)
    };
    let mut span = (first.0, last.1);
    let mut simplified = false;
    for (at, char) in name.char_indices() {
        if outside(at) && lexicon.chars.class(char as u32) & SIMPLIFIED != 0 {
            simplified = true;
            span = (span.0.min(at), span.1.max(at + char.len_utf8()));
        }
    }
    simplified.then_some(span)
}
