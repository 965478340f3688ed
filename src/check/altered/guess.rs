//! What a few characters may be an altered form of, and how far they are from it.

use super::stretch::Symbol;
use crate::data::idioms::{Entry, IdiomIndex, LINE, Likeness, Standing};

/// Characters by whose sounds entries are found.
const HEAD: usize = 4;

/// Characters from which on a line of verse is known whatever a character of it sounds like.
const LONG_LINE: usize = 7;

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
    /// They look alike.
    Look,
    /// They are parts of two words of which one was taken for the other.
    Word,
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
    /// How far: 2 for a character of the same sound, 3 for a near one, 4 for any other.
    pub distance: u32,
    /// Whether one of the sounds is only far.
    pub far: bool,
    /// Characters that sound different.
    unheard: u32,
    /// Characters that are not even like in shape.
    unlike: u32,
}

impl Guess {
    /// Compares an entry with the characters from the first on; `None` where they are not alike.
    pub fn new(entry: Entry, symbols: &[Symbol], index: &IdiomIndex) -> Option<Self> {
        let mut guess = Self { entry, length: 0, changed: 0, distance: 0, far: false, unheard: 0, unlike: 0 };
        for (n, right) in entry.text.chars().enumerate() {
            let symbol = symbols.get(n)?;
            guess.length = n + 1;
            if symbol.char == right {
                continue;
            }
            let likeness = index.likeness(&entry, n, symbol.char);
            if likeness.is_none() && entry.standing != Standing::Verse {
                return None;
            }
            guess.changed |= 1 << n;
            guess.far |= likeness == Some(Likeness::Far);
            guess.unheard += u32::from(matches!(likeness, Some(Likeness::Look) | None));
            guess.unlike += u32::from(likeness.is_none());
            guess.distance += match likeness {
                Some(Likeness::Same) => 2,
                Some(Likeness::Near) => 3,
                Some(Likeness::Far | Likeness::Look) | None => 4,
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
            (Standing::Common | Standing::Saying | Standing::Verse, _) => 6,
            (Standing::Known, _) => 4,
            (Standing::Name, true) if self.length > 3 => 5,
            (Standing::Name, true) => 4,
            (Standing::Name, false) if self.length > 3 => 2,
            (Standing::Rare, true) => 2,
            (Standing::Right, _) | (Standing::Rare | Standing::Name, false) => 0,
        };
        let short = changes < self.length && (changes < 3 || 2 * changes < self.length + 3);
        // A far sound proves nothing unless all the rest is there.
        short
            && self.distance <= limit
            && (!self.far || alone && changes == 1)
            && (self.unheard == 0 || alone && self.is_slip_in_line())
    }

    /// Whether a long line is whole but for a character of like shape, or for a word of two characters of which one
    /// sounds right (涟漪 for 潋滟). What else sounds different was put there on purpose (不拘一格选人才).
    fn is_slip_in_line(&self) -> bool {
        let neighbours = matches!(self.changed >> self.changed.trailing_zeros(), 0b1 | 0b11);
        self.length >= LONG_LINE
            && neighbours
            && 2 * self.unlike <= self.changed.count_ones()
            && (self.unlike == 0 || self.unheard == 1)
    }

    /// Whether it is an idiom of which one character is changed for another of the same sound, or a line.
    pub fn is_least(&self) -> bool {
        self.length >= LINE || self.length == 4 && self.distance == 2 && self.entry.standing != Standing::Rare
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
                Some(Likeness::Look) => How::Look,
                Some(Likeness::Near | Likeness::Far) => How::NearSound,
                None => How::Word,
            },
        };
        pairs.map(change).collect()
    }
}

/// Everything that the characters from the first on may stand for; what differs by a far sound, or by looks, only if they
/// are all of a stretch.
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
    if alone {
        let chars: Vec<char> = symbols.iter().map(|symbol| symbol.char).collect();
        index.with_half(&chars).for_each(&mut add);
    }
    if let (&[a, b, c, d], true) = (symbols, alone) {
        let chars = [a, b, c, d].map(|symbol| symbol.char);
        for gap in 0..HEAD {
            index.with_gap(chars, gap).for_each(&mut add);
        }
    }
    found
}
