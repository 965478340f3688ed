//! Pairs of neighbouring characters: the one test that nearly all of a text fails.
//!
//! Terms and wrong forms are anchored at a pair each. The scan asks this filter about every pair of the text, and only
//! those that pass are looked up. Three bits a pair, all in one word of 64.

use super::chars::{Reader, Writer};

const BITS: u32 = 17; // 131,072 words of 64 bits: 1 MiB, a common second-level cache
const WORDS: usize = 1 << BITS;

/// A set of pairs that may say yes where it should say no, and never the reverse.
#[derive(Debug, Clone)]
pub struct PairFilter {
    words: Box<[u64; WORDS]>,
    /// Whether a pair holds an ASCII character.
    ascii: bool,
}

impl Default for PairFilter {
    fn default() -> Self {
        Self { words: Box::new([0; WORDS]), ascii: false }
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

#[inline]
fn place(hash: u64) -> (usize, u64) {
    let bits = (1 << ((hash >> 20) & 63)) | (1 << ((hash >> 28) & 63)) | (1 << ((hash >> 36) & 63));
    ((hash >> (64 - BITS)) as usize & (WORDS - 1), bits)
}

impl PairFilter {
    /// Adds a pair of code points.
    pub fn add(&mut self, a: u32, b: u32) {
        let (word, bits) = place(hash(pair(a, b)));
        self.words[word] |= bits;
        self.ascii |= a < 0x80 || b < 0x80;
    }

    /// Whether a pair may have been added.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, a: u32, b: u32) -> bool {
        let (word, bits) = place(hash(pair(a, b)));
        self.words[word] & bits == bits
    }

    /// Whether pairs with an ASCII character in them have to be asked about at all.
    #[must_use]
    pub fn has_ascii(&self) -> bool {
        self.ascii
    }

    /// The filter as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.u16(u16::from(self.ascii));
        self.words.iter().for_each(|word| w.0.extend(word.to_le_bytes()));
        w.0
    }

    /// The filter from [`PairFilter::to_bytes`]; `None` if the bytes are not one.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        let ascii = r.u16()? != 0;
        let (words, rest) = r.0.as_chunks();
        let words: Box<[u64]> = words.iter().map(|word| u64::from_le_bytes(*word)).collect();
        if !rest.is_empty() {
            return None;
        }
        Some(Self { words: words.try_into().ok()?, ascii })
    }
}
