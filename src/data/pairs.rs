//! Pairs of neighbouring characters: the one test that nearly all of a text fails.
//!
//! Terms and wrong forms are anchored at a pair each. The scan asks this filter about every pair of the text, and only
//! those that pass are looked up. One bit a pair, in a square of characters by their frequency: nearly all pairs of a text
//! are of common characters, so what is asked about stands close together and stays in the nearest caches.

use super::chars::{Reader, Writer, is_han};

/// Places along each side of the square.
const SIDE: usize = 1 << 12;
/// Places of what is no Chinese character, by the last bits of the code.
const SIGNS: usize = 256;
/// Places of rare characters, by the last bits of the code.
const RARE: usize = 256;
const WORDS: usize = SIDE * SIDE / 64;
/// Code points with a place of their own to look up; those beyond share them.
const CODES: usize = 1 << 16;

/// A set of pairs that may say yes where it should say no, and never the reverse.
#[derive(Debug, Clone)]
pub struct PairFilter {
    places: Box<[u16; CODES]>,
    words: Box<[u64; WORDS]>,
}

impl Default for PairFilter {
    fn default() -> Self {
        Self::new(std::iter::empty())
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

impl PairFilter {
    /// An empty filter; `common` are Chinese characters, the commonest first.
    #[must_use]
    pub fn new(common: impl Iterator<Item = char>) -> Self {
        let rest = |code: usize| if is_han(code as u32) { SIDE - RARE + code % RARE } else { code % SIGNS };
        let mut places: Box<[u16; CODES]> = Box::new(std::array::from_fn(|code| rest(code) as u16));
        let common = common.filter(|c| is_han(*c as u32));
        for (char, place) in common.zip(SIGNS..SIDE - RARE) {
            if let Some(slot) = places.get_mut(char as usize) {
                *slot = place as u16;
            }
        }
        Self { places, words: zeros() }
    }

    /// Adds a pair of code points.
    pub fn add(&mut self, a: u32, b: u32) {
        let (word, bit) = bit(self.place(a), self.place(b));
        self.words[word] |= bit;
    }

    /// Where a code point stands in the square.
    #[inline]
    #[must_use]
    pub fn place(&self, code: u32) -> u16 {
        self.places[code as usize % CODES]
    }

    /// Whether a pair of code points with these places may have been added.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, a: u16, b: u16) -> bool {
        let (word, bit) = bit(a, b);
        self.words[word] & bit != 0
    }

    /// The filter as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        self.places.iter().for_each(|place| w.u16(*place));
        self.words.iter().for_each(|word| w.0.extend(word.to_le_bytes()));
        w.0
    }

    /// The filter from [`PairFilter::to_bytes`]; `None` if the bytes are not one.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        let places: Option<Box<[u16]>> = (0..CODES).map(|_| r.u16()).collect();
        let (words, rest) = r.0.as_chunks();
        let words: Box<[u64]> = words.iter().map(|word| u64::from_le_bytes(*word)).collect();
        if !rest.is_empty() {
            return None;
        }
        Some(Self { places: places?.try_into().ok()?, words: words.try_into().ok()? })
    }
}

/// The word of the square in which the bit of two places stands, and the bit.
#[inline]
fn bit(a: u16, b: u16) -> (usize, u64) {
    let at = usize::from(a) * SIDE + usize::from(b);
    (at / 64 % WORDS, 1 << (at % 64))
}

/// Made on the heap, where alone there is room for it.
fn zeros() -> Box<[u64; WORDS]> {
    match vec![0; WORDS].into_boxed_slice().try_into() {
        Ok(words) => words,
        Err(_) => Box::new([0; WORDS]),
    }
}

#[cfg(test)]
mod tests {
    use super::PairFilter;

    #[test]
    fn holds_what_was_added_wherever_it_stands() {
        let pairs = ['查', '检', 'a', '，', '龘', '𬬻'].map(|c| c as u32);
        for common in ["", "查检", "检的是查"] {
            let mut filter = PairFilter::new(common.chars());
            let holds = |filter: &PairFilter, a, b| filter.may_hold(filter.place(a), filter.place(b));
            for a in pairs {
                for b in pairs {
                    assert!(!holds(&filter, a, b));
                    filter.add(a, b);
                    assert!(holds(&filter, a, b));
                }
            }
            let again = PairFilter::from_bytes(Box::leak(filter.to_bytes().into_boxed_slice()));
            assert!(again.is_some_and(|again| pairs.iter().all(|a| holds(&again, *a, pairs[0]))));
            assert!(!holds(&filter, '是' as u32, '这' as u32));
        }
    }
}
