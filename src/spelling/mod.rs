//! How Chinese is read and spelt: readings from tables, spelling by the rules of the standards.
//!
//! The tables hold readings and exceptions, never a spelling that the rules give.

mod generic;
mod hash;
mod person;
mod place;
mod reading;
mod syllable;
mod tables;
mod words;

pub use generic::generic_of;
pub use person::passport;
pub use place::{is_known_place, numeral};
pub use reading::{Evidence, Read, Style, reading_of, readings_of, surname, tolerated};
pub use syllable::{Syllable, Tone, legal, unmark};
pub use tables::{English, Generic, Romanized, names};

use crate::lexicon::Lexicon;
use std::ops::Range;

/// Most characters of a name; what is longer is text.
const LONGEST: usize = 64;

/// Spells texts and names. Cheap to make.
#[derive(Debug, Clone, Copy)]
pub struct Speller<'l> {
    lexicon: &'l Lexicon,
}

/// How a part joins the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// In one word.
    Together,
    /// After a space.
    Space,
    /// After a hyphen (短横).
    Hyphen,
    /// After nothing, and without an apostrophe: punctuation.
    Tight,
}

/// What a unit says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sound {
    /// The syllable of one character.
    Syllable(Syllable),
    /// Letters that no rule gives: a name after its own language (`Ürümqi`), digits, Latin text, punctuation.
    Fixed(String),
}

/// One character of the text, or a string spelt as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What it says.
    pub sound: Sound,
    /// How it joins what stands before.
    pub join: Join,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// What the reading rests on.
    pub evidence: Evidence,
}

/// The spelling of a text: units in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spelling {
    /// The units.
    pub units: Vec<Unit>,
}

/// Letters of a whole spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// Capitals where the standards put them.
    #[default]
    Standard,
    /// Capitals throughout, as on signs.
    Upper,
    /// Small letters throughout.
    Lower,
}

impl<'l> Speller<'l> {
    /// A speller over these dictionaries.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon }
    }

    /// Whether a text of two characters or more is one word of the dictionary.
    #[must_use]
    pub fn is_word(&self, text: &str) -> bool {
        text.chars().nth(1).is_some() && self.lexicon.is_word(text)
    }

    /// The user's own reading of a name at the start of `text`: its length in bytes, and the reading.
    fn own(&self, text: &str) -> Option<(usize, &'l str)> {
        self.lexicon.own_reading(text)
    }
}

impl Spelling {
    /// Writes it out.
    #[must_use]
    pub fn render(&self, tone: Tone, case: Case) -> String {
        self.render_units(0..self.units.len(), tone, case)
    }

    /// Writes some of its units out, without what joins the first of them to what stands before.
    #[must_use]
    pub fn render_units(&self, units: Range<usize>, tone: Tone, case: Case) -> String {
        let mut out = String::new();
        let mut after_syllable = false;
        for (n, unit) in self.units.get(units).unwrap_or_default().iter().enumerate() {
            match unit.join {
                _ if n == 0 => {}
                Join::Space => out.push(' '),
                Join::Hyphen => out.push('-'),
                Join::Together | Join::Tight => {}
            }
            match &unit.sound {
                Sound::Syllable(syllable) => {
                    if n > 0 && unit.join == Join::Together && after_syllable && syllable.needs_apostrophe() {
                        out.push('\'');
                    }
                    syllable.write(&mut out, tone, unit.capital && case == Case::Standard);
                }
                Sound::Fixed(text) => out.push_str(text),
            }
            after_syllable = matches!(unit.sound, Sound::Syllable(_));
        }
        match case {
            Case::Standard => out,
            Case::Upper => out.to_uppercase(),
            Case::Lower => out.to_lowercase(),
        }
    }
}
