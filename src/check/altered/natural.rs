//! Whether characters that sound like an idiom are ordinary words after all.

use super::stretch::Symbol;
use crate::lexicon::Lexicon;
use std::ops::Range;

/// Count from which a word is ordinary: it stands where it stands for its own sake.
const ORDINARY: u32 = 100;
/// Count from which a character is ordinary by itself (的, 是, 在, 不).
const ORDINARY_ALONE: u32 = 30_000;

/// Characters of most idioms.
const FOUR: usize = 4;

/// The words of a stretch, divided when first asked for.
pub struct Words<'s> {
    symbols: &'s [Symbol],
    lexicon: &'s Lexicon,
    /// Places of the words, and whether each is ordinary.
    words: Option<Vec<(Range<usize>, bool)>>,
}

impl<'s> Words<'s> {
    /// Of a stretch.
    pub fn new(symbols: &'s [Symbol], lexicon: &'s Lexicon) -> Self {
        Self { symbols, lexicon, words: None }
    }

    /// Whether the characters of a span, of which some are `changed`, make no sense as they stand.
    pub fn are_odd(&mut self, span: Range<usize>, changed: u32) -> bool {
        let written: String = self.symbols[span.clone()].iter().map(|symbol| symbol.char).collect();
        if self.lexicon.count(&written) > 0 {
            return false;
        }
        let alone = span.len() == self.symbols.len();
        if alone && span.len() > FOUR {
            // Nobody hits on five characters of a saying by chance.
            return true;
        }
        let words = self.divide();
        let inside = || words.iter().filter(|(word, _)| word.start < span.end && span.start < word.end);
        let reaches_out = |word: &Range<usize>| word.start < span.start || span.end < word.end;
        let holds = |word: &Range<usize>| word.clone().any(|n| changed >> (n - span.start) & 1 == 1);
        !inside().any(|(word, _)| reaches_out(word))
            && inside().any(|(word, ordinary)| !ordinary && (alone || holds(word)))
    }

    fn divide(&mut self) -> &[(Range<usize>, bool)] {
        let Self { symbols, lexicon, words } = self;
        words.get_or_insert_with(|| {
            let text: String = symbols.iter().map(|symbol| symbol.char).collect();
            let mut at = 0;
            let place = |tag: crate::lexicon::Tag| {
                let from = at;
                at += tag.word.chars().count();
                let least = if at - from > 1 { ORDINARY } else { ORDINARY_ALONE };
                (from..at, lexicon.count(tag.word) >= least)
            };
            lexicon.words(&text).into_iter().map(place).collect()
        })
    }
}
