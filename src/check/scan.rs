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
        // Nearly all text is of two kinds, and terms rarely need the pairs that hold ASCII.
        let least = if terms.has_ascii() { 0 } else { 0x80 };
        let mut counts = Counts::default();
        let (mut before, mut before_at) = (0, 0);
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some((code, length)) = decode(bytes, at) {
            let class = chars.class(code);
            counts.characters += 1;
            counts.han += u64::from(class & HAN);
            if class & ATTENTION != 0 {
                self.attention.extend(char::from_u32(code).map(|char| (at as u32, char)));
            }
            if before >= least && code >= least && terms.may_match(before, code) {
                self.pairs.push((before_at, before, code));
            }
            (before, before_at) = (code, at as u32);
            at += length;
        }
        for &(at, a, b) in &self.pairs {
            terms.find(text, at as usize, a, b, &mut self.terms);
        }
        counts
    }
}

/// The code point at a byte of valid UTF-8 and its length, the commonest kind first; `None` at the end.
///
/// `str::char_indices` would do, a third slower: it cannot know that three bytes are the rule here.
#[inline(always)]
fn decode(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let rest = bytes.get(at..)?;
    let low = |byte: u8| u32::from(byte & 0x3F);
    match *rest {
        [a, b, c, ..] if a & 0xF0 == 0xE0 => Some((u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c), 3)),
        [a, ..] if a < 0x80 => Some((u32::from(a), 1)),
        [a, b, ..] if a & 0xE0 == 0xC0 => Some((u32::from(a & 0x1F) << 6 | low(b), 2)),
        [a, b, c, d, ..] => Some((u32::from(a & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d), 4)),
        _ => None,
    }
}
