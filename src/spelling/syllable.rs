//! Syllables of 汉语拼音方案: the legal inventory, tone marks, and what a letter on a sign stands for.

use super::tables::tables;
use crate::data::sound::MARKED;
pub use crate::data::sound::unmark;
use std::fmt::Write as _;

/// A syllable of Mandarin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Syllable {
    /// Its letters in lower case without a tone mark, ü as `ü`; `r` for the sound of 儿 that ends a word.
    pub letters: &'static str,
    /// 1–4, or 0 for the neutral tone.
    pub tone: u8,
}

/// How tones are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Marks above the vowels: `zhōng`.
    #[default]
    Mark,
    /// Not at all: `zhong`.
    None,
    /// Digits, for machines: `zhong1`.
    Number,
}

impl Syllable {
    /// The 儿 that only colours the syllable before it.
    pub const ERHUA: Self = Self { letters: "r", tone: 0 };

    /// Reads a syllable written with its tone mark (`zhòng`, `lǜ`, `r`); `None` where it is not in the inventory.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = String::with_capacity(text.len());
        let mut tone = 0;
        for c in text.chars() {
            let (letter, mark) = unmark(c);
            letters.push(letter);
            tone = tone.max(mark);
        }
        Some(Self { letters: legal(&letters)?, tone })
    }

    /// The same syllable in another tone.
    #[must_use]
    pub fn with_tone(self, tone: u8) -> Self {
        Self { tone, ..self }
    }

    /// Whether an apostrophe goes before it inside a word (汉语拼音方案, 隔音符号).
    #[must_use]
    pub fn needs_apostrophe(self) -> bool {
        self.letters.starts_with(['a', 'o', 'e', 'ê'])
    }

    /// Writes it; a capital goes to its first letter.
    pub fn write(self, out: &mut String, tone: Tone, capital: bool) {
        let marked = if tone == Tone::Mark { self.vowel() } else { None };
        for (n, letter) in self.letters.chars().enumerate() {
            let letter = if marked == Some(n) { mark(letter, self.tone) } else { letter };
            if capital && n == 0 {
                out.extend(letter.to_uppercase());
            } else {
                out.push(letter);
            }
        }
        if tone == Tone::Number && self.letters != "r" {
            // A String takes any number of characters.
            let _ = write!(out, "{}", if self.tone == 0 { 5 } else { self.tone });
        }
    }

    /// Which of its letters carries the mark: a, else o or e, else the last of iu and ui (汉语拼音方案, 声调符号).
    fn vowel(self) -> Option<usize> {
        if self.tone == 0 {
            return None;
        }
        let at = |wanted: &[char]| self.letters.chars().position(|c| wanted.contains(&c));
        at(&['a'])
            .or_else(|| at(&['o', 'e', 'ê']))
            .or_else(|| self.letters.chars().collect::<Vec<_>>().iter().rposition(|c| matches!(c, 'i' | 'u' | 'ü')))
            .or_else(|| at(&['n', 'm']))
    }
}

/// The syllable with these letters, if it is one.
#[must_use]
pub fn legal(letters: &str) -> Option<&'static str> {
    tables().syllables.get(letters).copied()
}

/// A letter with the mark of a tone.
fn mark(letter: char, tone: u8) -> char {
    let marks = MARKED.iter().find(|(plain, _)| *plain == letter).map(|(_, marks)| *marks);
    let marked = marks.and_then(|m| m.chars().nth(usize::from(tone) - 1));
    marked.filter(|c| *c != ' ').unwrap_or(letter)
}
