//! Pairs of neighbouring characters: the one test that nearly all of a text fails.
//!
//! Terms and wrong forms are anchored at a pair each. The scan asks this filter about every pair of the text, and only
//! those that pass are looked up. A word of 32 bits with two bits set a pair, in one cache line.

use super::chars::{Reader, Writer};

const BITS: u32 = 17; // 131,072 words of 32 bits: 512 KiB, a quarter of a common second-level cache
const WORDS: usize = 1 << BITS;

/// A set of pairs that may say yes where it should say no, and never the reverse.
#[derive(Debug, Clone)]
pub struct PairFilter {
    words: Box<[u32; WORDS]>,
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
fn place(hash: u64) -> (usize, u32) {
    let bits = (1 << ((hash >> 24) & 31)) | (1 << ((hash >> 32) & 31));
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
        self.words.iter().for_each(|word| w.u32(*word));
        w.0
    }

    /// The filter from [`PairFilter::to_bytes`]; `None` if the bytes are not one.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        let ascii = r.u16()? != 0;
        let words = r.0.chunks_exact(4).map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]]));
        let words: Box<[u32]> = words.collect();
        Some(Self { words: words.try_into().ok()?, ascii })
    }
}
