//! Where to look: the tests that nearly every place of a text fails.
//!
//! Terms and wrong forms are anchored at a pair of neighbouring characters each. The scan asks about every pair of the text,
//! so the first test is one bit of a table in which common characters stand together: what ordinary text asks for stays in
//! the first-level cache. The few pairs that pass are asked about once more, with the character beside them.

use super::chars::{CharTable, Reader, Writer, is_han};
use std::borrow::Cow;

/// Numbers that characters are counted by; the table has a bit for each pair of them.
pub const NUMBERS: usize = 4096;
/// Common characters have a number each, by how common they are; the other Han characters share `SHARED`.
pub const OWN: usize = 3328;
const SHARED: usize = 512;
/// What is no Han character has numbers of its own, since it is common in text and rare in anchors.
const SIGNS: usize = OWN + SHARED;
const ASCII: usize = SIGNS + 128;
/// Numbers of second characters whose bits stand together, for all first characters.
const TILE: usize = 512;

/// A pair that something is anchored at, by code points, and what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The pair.
    pub pair: (u32, u32),
    /// What stands beside it.
    pub beside: Beside,
}

/// What has to stand beside an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The pair is all there is.
    Nothing,
    /// This code point before it.
    Before(u32),
    /// This code point after it.
    After(u32),
}

impl Anchor {
    /// The anchor of a word at its `n`-th character; `None` where no pair begins there.
    pub fn of(mut word: impl Iterator<Item = char>, n: usize) -> Option<Self> {
        let before = if n > 0 { word.nth(n - 1) } else { None };
        let pair = (word.next()? as u32, word.next()? as u32);
        let beside = match (word.next(), before) {
            (Some(after), _) => Beside::After(after as u32),
            (None, Some(before)) => Beside::Before(before as u32),
            (None, None) => Beside::Nothing,
        };
        Some(Self { pair, beside })
    }
}

/// Two code points as one number.
#[inline]
#[must_use]
pub fn pair(a: u32, b: u32) -> u64 {
    (u64::from(a) << 21) | u64::from(b)
}

/// Spreads the number of a pair over 64 bits.
#[inline]
#[must_use]
pub fn hash(pair: u64) -> u64 {
    pair.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The first test.
#[derive(Debug, Clone, Default)]
pub struct PairFilter {
    /// A bit for each pair of numbers.
    bits: Cow<'static, [u8]>,
}

impl PairFilter {
    /// A filter that holds nothing.
    #[must_use]
    pub fn new() -> Self {
        Self { bits: vec![0; NUMBERS * NUMBERS / 8].into() }
    }

    /// Adds a pair of code points.
    pub fn add(&mut self, (a, b): (u32, u32), chars: &CharTable) {
        let at = place(chars.number_of(a), chars.number_of(b));
        if let Some(byte) = self.bits.to_mut().get_mut(at / 8) {
            *byte |= 1 << (at % 8);
        }
    }

    /// Whether a pair with these numbers may have been added. It may say yes where it should say no, and never the reverse.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, a: usize, b: usize) -> bool {
        let at = place(a, b);
        self.bits.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 != 0)
    }

    /// The filter as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.bytes(&self.bits);
        w.0
    }

    /// The filter from [`PairFilter::to_bytes`], read where it lies; `None` if the bytes are not one.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        Some(Self { bits: r.bytes()?.into() })
    }
}

/// The numbers of characters that have none of their own.
pub fn shared(code: u32) -> usize {
    match code as usize {
        code @ 0..0x80 => ASCII + code,
        other if is_han(code) => OWN + other % SHARED,
        other => SIGNS + other % (ASCII - SIGNS),
    }
}

#[inline]
fn place(a: usize, b: usize) -> usize {
    (b / TILE * NUMBERS + a) * TILE + b % TILE
}

/// What is anchored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchored {
    /// A term.
    Term,
    /// A wrong form of a right word.
    Form,
}

/// The second test: anchors with what stands beside them. All about one pair stands in one line of the cache.
#[derive(Debug, Clone, Default)]
pub struct AnchorFilter {
    /// A power of two of lines, `LINE` bytes each.
    lines: Cow<'static, [u8]>,
}

const LINE: usize = 64;

impl AnchorFilter {
    /// A filter that holds nothing, with room for so many anchors.
    #[must_use]
    pub fn new(anchors: usize) -> Self {
        let lines = (anchors / (LINE / 2) + 1).next_power_of_two();
        Self { lines: vec![0; lines * LINE].into() }
    }

    /// Adds an anchor.
    pub fn add(&mut self, what: Anchored, anchor: Anchor) {
        let line = self.line(anchor.pair);
        let (lines, _) = self.lines.to_mut().as_chunks_mut::<LINE>();
        if let Some(line) = lines.get_mut(line) {
            bits(what, pair_hash(anchor.pair), anchor.beside)
                .into_iter()
                .for_each(|bit| line[bit / 8] |= 1 << (bit % 8));
        }
    }

    fn line(&self, pair: (u32, u32)) -> usize {
        (pair_hash(pair) >> 36) as usize & (self.lines.len() / LINE).wrapping_sub(1)
    }

    /// What is known of a pair.
    #[inline]
    #[must_use]
    pub fn near(&self, pair: (u32, u32)) -> Near<'_> {
        let (lines, _) = self.lines.as_chunks();
        Near { line: lines.get(self.line(pair)), hash: pair_hash(pair) }
    }

    /// The filter as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> &[u8] {
        &self.lines
    }

    /// The filter from [`AnchorFilter::to_bytes`], read where it lies.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Self {
        Self { lines: bytes.into() }
    }
}

/// What the second test knows of a pair.
#[derive(Debug, Clone, Copy)]
pub struct Near<'f> {
    line: Option<&'f [u8; LINE]>,
    hash: u64,
}

impl Near<'_> {
    /// Whether something of a kind is anchored here with one of these beside it. It may say yes where it should say no,
    /// and never the reverse.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, what: Anchored, beside: &[Beside]) -> bool {
        let Some(line) = self.line else { return false };
        let is_set = |bit: &usize| line[bit / 8] >> (bit % 8) & 1 != 0;
        beside.iter().any(|beside| bits(what, self.hash, *beside).iter().all(is_set))
    }
}

fn pair_hash((a, b): (u32, u32)) -> u64 {
    hash(pair(a, b))
}

/// The bits of an anchor within its line.
#[inline]
fn bits(what: Anchored, pair_hash: u64, beside: Beside) -> [usize; 3] {
    let beside = match beside {
        Beside::Nothing => 0,
        Beside::Before(code) => u64::from(code) << 1 | 1,
        Beside::After(code) => (u64::from(code) + 1) << 1,
    };
    let hash = hash(pair_hash >> 7 ^ beside << 1 ^ u64::from(what == Anchored::Term));
    [hash >> 55, hash >> 46, hash >> 37].map(|bit| bit as usize % (LINE * 8))
}

#[cfg(test)]
mod tests {
    use super::{Anchor, AnchorFilter, Anchored, Beside, PairFilter, pair};
    use crate::data::chars::CharBuilder;

    #[test]
    fn what_was_added_passes_and_little_else() {
        let words = ["停车", "检查", "注意a", "ab", "𬬻子", "，的", "龥龦龧"];
        let chars = CharBuilder { common: "的一是车查".chars().collect(), ..CharBuilder::default() }.build();
        let mut filter = PairFilter::new();
        for word in words {
            filter.add(Anchor::of(word.chars(), 0).map(|a| a.pair).unwrap_or_default(), &chars);
        }
        let again = PairFilter::from_bytes(Box::leak(filter.to_bytes().into_boxed_slice())).unwrap_or_default();
        let holds = |a: char, b: char| again.may_hold(chars.number_of(a as u32), chars.number_of(b as u32));
        for word in words {
            let chars: Vec<char> = word.chars().collect();
            assert!(holds(chars[0], chars[1]), "{word}");
        }
        let chars: Vec<char> = "的一是车停检注意子，。ab".chars().collect();
        let passed = chars.iter().flat_map(|a| chars.iter().map(move |b| (*a, *b))).filter(|(a, b)| holds(*a, *b));
        assert!(passed.count() <= 6);
    }

    #[test]
    fn an_anchor_has_its_neighbour() {
        let of = |word: &str, n| Anchor::of(word.chars(), n);
        let [a, b, c] = ['甲', '乙', '丙'].map(|c| c as u32);
        assert_eq!(of("甲乙", 0), Some(Anchor { pair: (a, b), beside: Beside::Nothing }));
        assert_eq!(of("甲乙丙", 0), Some(Anchor { pair: (a, b), beside: Beside::After(c) }));
        assert_eq!(of("甲乙丙", 1), Some(Anchor { pair: (b, c), beside: Beside::Before(a) }));
        assert_eq!(of("甲乙丙", 2), None);
        let anchor = |code: u32| {
            let beside = if code.is_multiple_of(2) { Beside::Nothing } else { Beside::After(code) };
            Anchor { pair: (code, code * 7 % 0x5000 + 0x4E00), beside }
        };
        let mut filter = AnchorFilter::new(0x1000);
        (0x4E00..0x5E00).for_each(|code| filter.add(Anchored::Form, anchor(code)));
        let count = |what: Anchored, beside: fn(Anchor) -> Beside| {
            let all = (0x4E00..0x5E00).map(anchor);
            all.filter(|anchor| filter.near(anchor.pair).may_hold(what, &[beside(*anchor)])).count()
        };
        assert_eq!(count(Anchored::Form, |anchor| anchor.beside), 0x1000);
        assert!(count(Anchored::Form, |_| Beside::Before(1)) < 0x1000 / 20);
        assert!(count(Anchored::Term, |anchor| anchor.beside) < 0x1000 / 20);
        assert!(!AnchorFilter::default().near((a, b)).may_hold(Anchored::Form, &[Beside::Nothing]));
        assert_ne!(pair(a, b), pair(b, a));
    }
}
