//! The one pass over a text that all rules share.

use crate::data::chars::{ATTENTION, HAN, number};
use crate::data::pairs::{AnchorFilter, Anchored, Beside};
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
    // Pairs at which a term may be anchored, and a wrong form.
    pairs: Vec<(u32, char, char)>,
    forms: Vec<(u32, char, char)>,
}

impl Scan {
    /// Runs over a text of less than 4 GiB.
    pub fn run(&mut self, text: &str, lexicon: &Lexicon) -> Counts {
        self.attention.clear();
        self.terms.clear();
        self.confusions.clear();
        self.pairs.clear();
        self.forms.clear();
        let (chars, pairs) = (&lexicon.chars, &lexicon.pairs);
        let mut counts = Counts::default();
        // The two characters before, and the number of the nearer one.
        let (mut farther, mut nearer, mut before) = ('\0', '\0', chars.number_of(0));
        let mut rest = text.chars();
        while let Some(char) = rest.next() {
            let mark = chars.mark(char as u32);
            counts.characters += 1;
            counts.han += u64::from(mark & u16::from(HAN));
            // Where a character stands is worked out only for the few that matter.
            if mark & u16::from(ATTENTION) != 0 {
                self.attend(text.len() - rest.as_str().len(), char);
            }
            let number = number(mark);
            if pairs.may_hold(before, number) {
                let end = text.len() - rest.as_str().len();
                self.pair(end, [farther, nearer, char], rest.clone().next(), &lexicon.anchors);
            }
            (farther, nearer, before) = (nearer, char, number);
        }
        for &(at, a, b) in &self.pairs {
            lexicon.terms.find(text, at as usize, a as u32, b as u32, &mut self.terms);
        }
        lexicon.confusions.find(text, self.forms.iter().copied(), &mut self.confusions);
        counts
    }

    // Out of line, so that the loop above keeps its registers.
    #[cold]
    #[inline(never)]
    fn attend(&mut self, end: usize, char: char) {
        self.attention.push(((end - char.len_utf8()) as u32, char));
    }

    // The last two of three characters, which end at byte `end`, have passed the first test.
    #[cold]
    #[inline(never)]
    fn pair(&mut self, end: usize, [before, a, b]: [char; 3], after: Option<char>, anchors: &AnchorFilter) {
        let after = after.map_or(Beside::Nothing, |c| Beside::After(c as u32));
        let beside = [Beside::Nothing, Beside::Before(before as u32), after];
        let near = anchors.near((a as u32, b as u32));
        // Before the text there is nothing, which a user's term may take for a character.
        let Some(start) = end.checked_sub(a.len_utf8() + b.len_utf8()) else { return };
        let start = start as u32;
        if near.may_hold(Anchored::Term, &beside) {
            self.pairs.push((start, a, b));
        }
        if near.may_hold(Anchored::Form, &beside) {
            self.forms.push((start, a, b));
        }
    }
}
