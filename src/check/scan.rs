//! The one pass over a text that all rules share.

use crate::data::chars::{ATTENTION, HAN};
use crate::lexicon::Lexicon;

/// Counts of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Scalar values.
    pub characters: u64,
    /// Han characters.
    pub han: u64,
}

/// What the pass found, by byte offset.
#[derive(Debug, Default)]
pub struct Scan {
    /// Characters that a table names, or that stand outside the standard table.
    pub attention: Vec<(u32, char)>,
    /// Terms: start and index.
    pub terms: Vec<(u32, u32)>,
    pairs: Vec<(u32, u32, u32)>,
}

impl Scan {
    /// Runs over a text of less than 4 GiB.
    pub fn run(&mut self, text: &str, lexicon: &Lexicon) -> Counts {
        self.attention.clear();
        self.terms.clear();
        self.pairs.clear();
        let (chars, terms) = (&lexicon.chars, &lexicon.terms);
        let mut counts = Counts::default();
        let (mut before, mut before_at) = (0, 0);
        for (at, char) in text.char_indices() {
            let (code, at) = (char as u32, at as u32);
            let class = chars.class(code);
            counts.characters += 1;
            counts.han += u64::from(class & HAN);
            if class & ATTENTION != 0 {
                self.attention.push((at, char));
            }
            if terms.may_match(before, code) {
                self.pairs.push((before_at, before, code));
            }
            (before, before_at) = (code, at);
        }
        for &(at, a, b) in &self.pairs {
            let found = terms.at(text, at as usize, a, b);
            self.terms.extend(found.map(|(start, term)| (start as u32, term as u32)));
        }
        counts
    }
}
