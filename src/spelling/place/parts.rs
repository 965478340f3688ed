//! What a divided name is made of: pieces of the text, and the words of its spelling.

use crate::spelling::Join;
use std::ops::Range;

/// A piece of a name, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'t> {
    /// Its characters.
    pub text: &'t str,
    /// The byte of the name it starts at.
    pub at: usize,
}

impl<'t> Piece<'t> {
    /// Its bytes in the name.
    pub fn range(self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// How many characters it has.
    pub fn chars(self) -> usize {
        self.text.chars().count()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// What stands before and after a byte of it.
    pub fn split(self, at: usize) -> Option<(Self, Self)> {
        let (head, tail) = self.text.split_at_checked(at)?;
        Some((Piece { text: head, at: self.at }, Piece { text: tail, at: self.at + at }))
    }

    /// What stands before its last `count` characters, and these.
    pub fn split_last(self, count: usize) -> Option<(Self, Self)> {
        let (at, _) = self.text.char_indices().rev().nth(count.checked_sub(1)?)?;
        self.split(at)
    }

    /// What stands before an ending, and the ending.
    pub fn split_ending(self, ending: &str) -> Option<(Self, Self)> {
        self.split(self.text.strip_suffix(ending)?.len())
    }

    /// Its only character.
    pub fn only(self) -> Option<char> {
        let mut chars = self.text.chars();
        chars.next().filter(|_| chars.next().is_none())
    }

    /// All ways to part it in two, the longest second part first.
    pub fn cuts(self) -> impl Iterator<Item = (Self, Self)> {
        self.text.char_indices().skip(1).filter_map(move |(at, _)| self.split(at))
    }
}

/// How a part is spelt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// By the sounds of its characters, as one word with a capital.
    Word,
    /// As these letters or digits.
    Fixed(String),
}

/// A word of a spelling, or what a hyphen joins to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its bytes in the name.
    pub at: Range<usize>,
    /// How it joins the part before it.
    pub join: Join,
    /// How it is spelt.
    pub form: Form,
}

/// One way to divide a name.
pub type Layout = Vec<Part>;

/// How many ways to spell a name are worth knowing.
pub const MOST: usize = 12;

/// One word.
pub fn word(piece: Piece) -> Layout {
    vec![Part { at: piece.range(), join: Join::Space, form: Form::Word }]
}

/// One word made of two neighbours.
pub fn joined(first: Piece, second: Piece) -> Layout {
    vec![Part { at: first.at..second.range().end, join: Join::Space, form: Form::Word }]
}

/// Letters or digits that stand for a piece.
pub fn fixed(piece: Piece, letters: String, join: Join) -> Layout {
    vec![Part { at: piece.range(), join, form: Form::Fixed(letters) }]
}

/// A hyphen between every two characters.
pub fn hyphened(piece: Piece) -> Layout {
    let part = |(at, char): (usize, char)| Part {
        at: piece.at + at..piece.at + at + char.len_utf8(),
        join: if at == 0 { Join::Space } else { Join::Hyphen },
        form: Form::Word,
    };
    piece.text.char_indices().map(part).collect()
}

/// Every way of the first followed by every way of the second, the best pairs first.
pub fn product(first: &[Layout], second: &[Layout]) -> Vec<Layout> {
    let mut ways = Vec::new();
    for head in first {
        for tail in second {
            ways.push(head.iter().chain(tail).cloned().collect());
        }
    }
    ways.truncate(MOST);
    ways
}
