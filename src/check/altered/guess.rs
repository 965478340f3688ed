//! What a few characters may be an altered form of, and how far they are from it.

use super::stretch::Symbol;
use crate::data::idioms::{Entry, IdiomIndex, Likeness, Standing};

/// Characters by whose sounds entries are found.
const HEAD: usize = 4;

/// A character in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What is written.
    pub written: char,
    /// What the idiom has there.
    pub right: char,
    /// How the two are alike.
    pub how: How,
}

/// Why one character can stand for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// They sound the same but for the tone.
    SameSound,
    /// They nearly sound the same.
    NearSound,
    /// A digit or a letter is said so.
    Letter,
}

/// An entry that the characters may stand for.
#[derive(Debug, Clone, Copy)]
pub struct Guess {
    /// The entry.
    pub entry: Entry,
    /// Its length in characters.
    pub length: usize,
    /// Places of the changed characters, as bits.
    pub changed: u32,
    /// How far: 2 for a character of the same sound, 3 for a near one, 4 for a far one.
    pub distance: u32,
    /// Whether one of the sounds is only far.
    pub far: bool,
}

impl Guess {
    /// Compares an entry with the characters from the first on; `None` where they are not alike.
    pub fn new(entry: Entry, symbols: &[Symbol], index: &IdiomIndex) -> Option<Self> {
        let mut guess = Self { entry, length: 0, changed: 0, distance: 0, far: false };
        for (n, right) in entry.text.chars().enumerate() {
            let symbol = symbols.get(n)?;
            guess.length = n + 1;
            if symbol.char == right {
                continue;
            }
            let likeness = index.likeness(&entry, n, symbol.char)?;
            guess.changed |= 1 << n;
            guess.far |= likeness == Likeness::Far;
            guess.distance += match likeness {
                Likeness::Same => 2,
                Likeness::Near => 3,
                Likeness::Far => 4,
            };
        }
        Some(guess)
    }

    /// Whether nothing is changed.
    pub fn is_right(&self) -> bool {
        self.changed == 0
    }

    /// Whether so much may be changed of what is known so well, in a stretch of its own or inside one.
    pub fn is_likely(&self, alone: bool) -> bool {
        let changes = self.changed.count_ones() as usize;
        let limit = match (self.entry.standing, alone) {
            (Standing::Common | Standing::Saying, _) => 6,
            (Standing::Known, _) => 4,
            (Standing::Name, true) if self.length > 3 => 5,
            (Standing::Name, true) => 4,
            (Standing::Name, false) if self.length > 3 => 2,
            (Standing::Rare, true) => 2,
            (Standing::Right, _) | (Standing::Rare | Standing::Name, false) => 0,
        };
        let short = changes < self.length && (changes < 3 || 2 * changes < self.length + 3);
        // A far sound proves nothing unless all the rest is there.
        short && self.distance <= limit && (!self.far || alone && changes == 1)
    }

    /// Whether it is an idiom of which one character is changed for another of the same sound.
    pub fn is_least(&self) -> bool {
        self.length == 4 && self.distance == 2 && self.entry.standing != Standing::Rare
    }

    /// The likeliest first.
    pub fn rank(&self) -> (u32, Standing, std::cmp::Reverse<usize>) {
        (self.distance, self.entry.standing, std::cmp::Reverse(self.length))
    }

    /// The characters that are changed.
    pub fn changes(&self, symbols: &[Symbol], index: &IdiomIndex) -> Vec<Change> {
        let pairs = self.entry.text.chars().zip(symbols).enumerate().filter(|(n, _)| self.changed >> n & 1 == 1);
        let change = |(n, (right, symbol)): (usize, (char, &Symbol))| Change {
            written: symbol.char,
            right,
            how: match index.likeness(&self.entry, n, symbol.char) {
                _ if symbol.letter => How::Letter,
                Some(Likeness::Same) => How::SameSound,
                _ => How::NearSound,
            },
        };
        pairs.map(change).collect()
    }
}

/// Everything that the characters from the first on may stand for; what differs by a far sound only if they are four.
pub fn guesses(symbols: &[Symbol], alone: bool, index: &IdiomIndex) -> Vec<Guess> {
    let mut found: Vec<Guess> = Vec::new();
    let mut add = |entry: Entry| {
        let known = |g: &Guess| g.entry.text == entry.text;
        if !found.iter().any(known) {
            found.extend(Guess::new(entry, symbols, index));
        }
    };
    let head = symbols.get(..if symbols.len() == 3 && alone { 3 } else { HEAD }).unwrap_or_default();
    let ways: usize = head.iter().map(|symbol| symbol.near().len()).product();
    for way in 0..if head.is_empty() { 0 } else { ways } {
        let (mut near, mut rest) = ([0; HEAD], way);
        for (slot, symbol) in near.iter_mut().zip(head) {
            *slot = symbol.near()[rest % symbol.near().len()];
            rest /= symbol.near().len();
        }
        index.heard(&near[..head.len()]).for_each(&mut add);
    }
    if let (&[a, b, c, d], true) = (symbols, alone) {
        let chars = [a, b, c, d].map(|symbol| symbol.char);
        for gap in 0..HEAD {
            index.with_gap(chars, gap).for_each(&mut add);
        }
    }
    found
}
