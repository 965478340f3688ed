//! How often words were counted, as a table that is read in place.
//!
//! A word is a hash: nobody asks which words there are, only whether one is there and how often it was seen. Eight bytes a
//! word; of two words one in a million million would be taken for the other.

use super::chars::{Reader, Writer};
use std::borrow::Cow;

/// Bits of a count; a greater one is as good as this.
const COUNT_BITS: u32 = 24;
const MOST: u64 = (1 << COUNT_BITS) - 1;

/// The table.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// Slots of eight bytes, a power of two of them; 0 is a free one.
    slots: Cow<'static, [u8]>,
    /// Natural logarithm of the sum of all counts.
    pub total: f64,
}

/// The hash of a word that is read piece by piece.
///
/// FNV-1a, then spread: words are short, and the table is not exposed to anybody's choice of words.
#[derive(Debug, Clone, Copy)]
pub struct WordHash(u64);

impl Default for WordHash {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl WordHash {
    /// With more of the word.
    #[must_use]
    pub fn and(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3)))
    }

    fn spread(self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}

fn hash(word: &str) -> u64 {
    WordHash::default().and(word).spread()
}

impl Weights {
    /// A table of words and their counts.
    #[must_use]
    pub fn build<'w>(words: impl Iterator<Item = (&'w str, u64)>) -> Self {
        let words: Vec<(u64, u64)> = words.map(|(word, count)| (hash(word), count.clamp(1, MOST))).collect();
        let mut slots = vec![0_u64; (words.len() * 3 / 2 + 1).next_power_of_two()];
        let mask = slots.len() - 1;
        for (hash, count) in &words {
            let mut at = *hash as usize & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = hash >> COUNT_BITS << COUNT_BITS | count;
        }
        let total = words.iter().map(|(_, count)| *count as f64).sum::<f64>().max(1.0).ln();
        Self { slots: slots.iter().flat_map(|slot| slot.to_le_bytes()).collect::<Vec<u8>>().into(), total }
    }

    /// The count of a word; 0 where it is not known.
    #[must_use]
    pub fn count(&self, word: &str) -> u32 {
        self.count_of(WordHash::default().and(word))
    }

    /// The count of a word by its hash; 0 where it is not known.
    #[must_use]
    pub fn count_of(&self, word: WordHash) -> u32 {
        let hash = word.spread();
        let (slots, _) = self.slots.as_chunks::<8>();
        let mask = slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = slots.get(at).map(|slot| u64::from_le_bytes(*slot)).filter(|slot| *slot != 0) {
            if slot >> COUNT_BITS == hash >> COUNT_BITS {
                return (slot & MOST) as u32;
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// The table as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.0.extend(self.total.to_le_bytes());
        w.bytes(&self.slots);
        w.0
    }

    /// The table from [`Weights::to_bytes`]; `None` if the bytes are not one.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let (total, rest) = bytes.split_first_chunk()?;
        let slots = Reader(rest).bytes()?;
        Some(Self { slots: slots.into(), total: f64::from_le_bytes(*total) })
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;

    #[test]
    fn knows_its_words_and_no_other() {
        let words = [("一", 217_830), ("一一", 1670), ("检查", 5000), ("龟", 30), ("𬬻", 1 << 30)];
        let weights = Weights::build(words.into_iter());
        let again = Weights::from_bytes(Box::leak(weights.to_bytes().into_boxed_slice())).unwrap_or_default();
        for weights in [weights, again] {
            assert_eq!(["一", "一一", "检查", "龟"].map(|word| weights.count(word)), [217_830, 1670, 5000, 30]);
            assert_eq!(["", "查检", "检查活动", "龥"].map(|word| weights.count(word)), [0; 4]);
            assert_eq!(weights.count("𬬻"), (1 << 24) - 1);
        }
        assert_eq!(Weights::default().count("一"), 0);
    }
}
