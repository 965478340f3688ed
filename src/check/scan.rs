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
    /// Wrong forms of right words: start and form.
    pub confusions: Vec<(u32, u32)>,
    pairs: Vec<(u32, char, char)>,
}

impl Scan {
    /// Runs over a text of less than 4 GiB.
    pub fn run(&mut self, text: &str, lexicon: &Lexicon) -> Counts {
        self.attention.clear();
        self.terms.clear();
        self.confusions.clear();
        self.pairs.clear();
        let (chars, anchors) = (&lexicon.chars, &lexicon.anchors);
        let mut counts = Counts::default();
        let mut before = 0;
        // Terms rarely need the pairs that hold ASCII.
        let least = if anchors.has_ascii() { 0 } else { 0x80 };
        let mut rest = text.chars();
        while let Some(char) = rest.next() {
            let code = char as u32;
            let class = chars.class(code);
            counts.characters += 1;
            counts.han += u64::from(class & HAN);
            // Where a character stands is worked out only for the few that matter.
            if class & ATTENTION != 0 {
                self.attend(text.len() - rest.as_str().len(), char);
            }
            if before >= least && code >= least && anchors.may_hold(before, code) {
                self.pair(text.len() - rest.as_str().len(), before, char);
            }
            before = code;
        }
        for &(at, a, b) in &self.pairs {
            lexicon.terms.find(text, at as usize, a as u32, b as u32, &mut self.terms);
        }
        lexicon.confusions.find(text, self.pairs.iter().copied(), &mut self.confusions);
        counts
    }

    // Out of line, so that the loop above keeps its registers.
    #[cold]
    #[inline(never)]
    fn attend(&mut self, end: usize, char: char) {
        self.attention.push(((end - char.len_utf8()) as u32, char));
    }

    #[cold]
    #[inline(never)]
    fn pair(&mut self, end: usize, before: u32, char: char) {
        let Some(before) = char::from_u32(before) else { return };
        let Some(start) = end.checked_sub(char.len_utf8() + before.len_utf8()) else { return };
        self.pairs.push((start as u32, before, char));
    }
}
