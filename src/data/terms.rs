//! The term index: thousands of words found in one pass, without an automaton.
//!
//! Every term is anchored at its rarest pair of neighbouring characters. The scan tests each pair of the text in a
//! small filter (a word of 32 bits with two bits set a pair, 128 KiB in all), and only the pairs that pass are looked
//! up and compared. Measured two to three times as fast as the best automaton, and a user's 50,000 terms take the
//! same path as ours.

use super::chars::{Reader, Text, Writer};
use std::collections::BTreeMap;

const FILTER_BITS: u32 = 15; // 32,768 words of 32 bits: 128 KiB

/// What a found term means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// A candidate of a match block.
    Hit(u16),
    /// A context in which a rule keeps silent; the number is the rule's.
    Keep(u16),
    /// A protected name or phrase, for every rule.
    Protect,
    /// A user's allowed term.
    Allow,
    /// A user's forbidden term.
    Forbid,
}

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The text looked for.
    pub text: Text,
    /// What it means.
    pub meaning: Meaning,
    /// Standard forms separated by spaces (hits), or the characters it protects (keeps; empty: all).
    pub target: Text,
    /// Note, or the reason for keeping.
    pub note: Text,
}

/// How common characters are: 4·log2 of a weighted count. Unknown Han characters count as rare, others as common.
#[derive(Debug, Clone, Default)]
pub struct Frequency(BTreeMap<char, u8>);

impl Frequency {
    /// From rows of `chars/frequency`.
    pub fn new(rows: impl Iterator<Item = (char, u8)>) -> Self {
        Self(rows.collect())
    }

    fn of(&self, char: char) -> u16 {
        match self.0.get(&char) {
            Some(log) => u16::from(*log),
            None if super::chars::is_han(char as u32) => 0,
            None => 120,
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u64,
    first: u32,
    count: u32,
}

/// The index.
#[derive(Debug, Clone, Default)]
pub struct TermIndex {
    filter: Vec<u32>,
    slots: Vec<Slot>,
    terms: Vec<Term>,
    /// Byte offset of the anchor pair within each term.
    anchors: Vec<u16>,
}

#[inline]
fn pair(a: u32, b: u32) -> u64 {
    (u64::from(a) << 21) | u64::from(b)
}

#[inline]
fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[inline]
fn filter_word(hash: u64) -> (usize, u32) {
    let bits = (1 << ((hash >> 24) & 31)) | (1 << ((hash >> 32) & 31));
    ((hash >> (64 - FILTER_BITS)) as usize, bits)
}

impl TermIndex {
    /// Builds the index; terms of fewer than two characters are left out (the character table finds those).
    #[must_use]
    pub fn build(mut terms: Vec<Term>, frequency: &Frequency) -> Self {
        terms.retain(|t| t.text.chars().nth(1).is_some() && t.text.len() <= usize::from(u16::MAX));
        terms.sort_by(|a, b| (&a.text, a.meaning).cmp(&(&b.text, b.meaning)));
        terms.dedup_by(|b, a| a.text == b.text && a.meaning == b.meaning && a.target == b.target);
        let mut keyed: Vec<(u64, u16, Term)> = terms
            .into_iter()
            .map(|term| {
                let (key, anchor) = rarest_pair(&term.text, frequency);
                (key, anchor, term)
            })
            .collect();
        keyed.sort_by_key(|k| k.0); // stable: terms stay sorted within a pair
        let mut index = Self {
            filter: vec![0; 1 << FILTER_BITS],
            slots: vec![Slot::default(); (keyed.len() * 2 + 1).next_power_of_two()],
            ..Self::default()
        };
        for (key, anchor, term) in keyed {
            index.add(key, index.terms.len() as u32);
            index.anchors.push(anchor);
            index.terms.push(term);
        }
        index
    }

    fn add(&mut self, key: u64, term: u32) {
        let hash = hash(key);
        let (word, bits) = filter_word(hash);
        self.filter[word] |= bits;
        let at = self.slot(key, hash);
        let slot = &mut self.slots[at];
        if slot.count == 0 {
            *slot = Slot { key, first: term, count: 0 };
        }
        slot.count += 1;
    }

    /// The slot of a pair, or the free slot where it would stand.
    fn slot(&self, key: u64, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 20) as usize & mask;
        while self.slots[at].count != 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }

    /// Whether a term may be anchored at this pair of code points.
    #[inline]
    #[must_use]
    pub fn may_match(&self, a: u32, b: u32) -> bool {
        let (word, bits) = filter_word(hash(pair(a, b)));
        match self.filter.get(word) {
            Some(have) => have & bits == bits,
            None => false, // an empty index
        }
    }

    /// The terms that stand in `text` with their anchor pair at byte `at`: `(start, term index)`.
    pub fn at<'s>(&'s self, text: &'s str, at: usize, a: u32, b: u32) -> impl Iterator<Item = (usize, usize)> + 's {
        let key = pair(a, b);
        let slot = self.slots.get(self.slot_or_none(key)).copied().unwrap_or_default();
        let range = if slot.key == key { slot.first..slot.first + slot.count } else { 0..0 };
        range.filter_map(move |term| {
            let term = term as usize;
            let start = at.checked_sub(usize::from(self.anchors[term]))?;
            let bytes = text.as_bytes().get(start..)?;
            bytes.starts_with(self.terms[term].text.as_bytes()).then_some((start, term))
        })
    }

    fn slot_or_none(&self, key: u64) -> usize {
        if self.slots.is_empty() { 0 } else { self.slot(key, hash(key)) }
    }

    /// A term by index.
    #[must_use]
    pub fn term(&self, index: usize) -> &Term {
        &self.terms[index]
    }

    /// All terms.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The index as bytes, the same for the same input.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.list(&self.filter, |w, v| w.u32(*v));
        w.list(&self.slots, |w, s| {
            w.u32(s.key as u32);
            w.u32((s.key >> 32) as u32);
            w.u32(s.first);
            w.u32(s.count);
        });
        w.list(&self.anchors, |w, v| w.u16(*v));
        w.list(&self.terms, |w, t| {
            let (kind, number) = t.meaning.packed();
            w.u16(kind);
            w.u16(number);
            w.bytes(t.text.as_bytes());
            w.bytes(t.target.as_bytes());
            w.bytes(t.note.as_bytes());
        });
        w.0
    }

    /// The index from [`TermIndex::to_bytes`]; `None` if the bytes are not such an index.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        Some(Self {
            filter: r.list(Reader::u32)?,
            slots: r.list(|r| {
                let key = u64::from(r.u32()?) | (u64::from(r.u32()?) << 32);
                Some(Slot { key, first: r.u32()?, count: r.u32()? })
            })?,
            anchors: r.list(Reader::u16)?,
            terms: r.list(|r| {
                let meaning = Meaning::unpacked(r.u16()?, r.u16()?)?;
                Some(Term { text: r.text()?, meaning, target: r.text()?, note: r.text()? })
            })?,
        })
    }
}

impl Meaning {
    fn packed(self) -> (u16, u16) {
        match self {
            Self::Hit(n) => (0, n),
            Self::Keep(n) => (1, n),
            Self::Protect => (2, 0),
            Self::Allow => (3, 0),
            Self::Forbid => (4, 0),
        }
    }

    fn unpacked(kind: u16, number: u16) -> Option<Self> {
        Some(match kind {
            0 => Self::Hit(number),
            1 => Self::Keep(number),
            2 => Self::Protect,
            3 => Self::Allow,
            4 => Self::Forbid,
            _ => return None,
        })
    }
}

fn rarest_pair(term: &str, frequency: &Frequency) -> (u64, u16) {
    let mut best = (u16::MAX, 0, 0);
    let mut chars = term.char_indices().peekable();
    while let (Some((at, a)), Some((_, b))) = (chars.next(), chars.peek()) {
        let common = frequency.of(a) + frequency.of(*b);
        if common < best.0 {
            best = (common, pair(a as u32, *b as u32), at as u16);
        }
    }
    (best.1, best.2)
}
