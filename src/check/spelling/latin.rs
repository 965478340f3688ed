//! Latin text as it stands on signs: letters folded to those of 汉语拼音方案, with everything a person may have written around them.

use crate::spelling::unmark;
use std::ops::Range;

/// What stands between two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// An apostrophe.
    Apostrophe,
    /// A character that people take for an apostrophe.
    OddApostrophe,
    /// A hyphen.
    Hyphen,
    /// A dash or another character in place of a hyphen.
    OddHyphen,
    /// A space, or punctuation that ends a word.
    Space,
}

/// One letter or digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// First byte.
    pub start: usize,
    /// Byte after the last, marks included.
    pub end: usize,
    /// The letter, small and without marks; ü as `ü`.
    pub char: char,
    /// Tone of its mark, or of a digit behind its syllable; 0: none.
    pub tone: u8,
    /// Whether it is a capital.
    pub upper: bool,
    /// Whether it only looks like the letter (ɑ, ɡ, full-width).
    pub odd: bool,
    /// What stands before it.
    pub gap: Gap,
}

/// A stretch of Latin text.
#[derive(Debug, Clone, Default)]
pub struct Latin {
    /// Letters and digits, in order.
    pub letters: Vec<Letter>,
    /// Whether digits stand for tones.
    pub digits: bool,
}

impl Latin {
    /// Reads `range` of a text.
    #[must_use]
    pub fn read(text: &str, range: Range<usize>) -> Self {
        let mut latin = Self::default();
        let mut gap = Gap::None;
        for (offset, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
            let start = range.start + offset;
            let end = start + c.len_utf8();
            if latin.combine(c, end) {
                continue;
            }
            if latin.tone_digit(c, text, end) {
                continue;
            }
            match letter(c) {
                Some((char, tone, upper, odd)) => {
                    latin.letters.push(Letter { start, end, char, tone, upper, odd, gap });
                    gap = Gap::None;
                }
                None => gap = gap.max(between(c)),
            }
        }
        if let Some(first) = latin.letters.first_mut() {
            first.gap = Gap::Space;
        }
        latin
    }

    /// A combining mark belongs to the letter before it.
    fn combine(&mut self, c: char, end: usize) -> bool {
        let tone = match c {
            '\u{304}' => 1,
            '\u{301}' => 2,
            '\u{30C}' | '\u{306}' => 3,
            '\u{300}' => 4,
            '\u{308}' => 0,
            _ => return false,
        };
        if let Some(last) = self.letters.last_mut() {
            last.end = end;
            if c == '\u{308}' && last.char == 'u' {
                last.char = 'ü';
            } else if tone > 0 {
                last.tone = tone;
            }
        }
        true
    }

    /// `zhong1`: a digit that ends a syllable.
    fn tone_digit(&mut self, c: char, text: &str, end: usize) -> bool {
        let after = text.get(end..).and_then(|rest| rest.chars().next());
        let ends = after.is_none_or(|next| !next.is_ascii_digit());
        match self.letters.last_mut() {
            Some(last) if ends && matches!(c, '1'..='5') && last.end + 1 == end && !last.char.is_ascii_digit() => {
                last.tone = if c == '5' { 0 } else { c as u8 - b'0' };
                last.end = end;
                self.digits = true;
                true
            }
            _ => false,
        }
    }

    /// The words: ranges of letters between spaces.
    #[must_use]
    pub fn words(&self) -> Vec<Range<usize>> {
        let mut words: Vec<Range<usize>> = Vec::new();
        for (n, letter) in self.letters.iter().enumerate() {
            match words.last_mut() {
                Some(word) if letter.gap != Gap::Space => word.end = n + 1,
                _ => words.push(n..n + 1),
            }
        }
        words
    }

    /// Some letters as a string.
    #[must_use]
    pub fn string(&self, letters: Range<usize>) -> String {
        self.letters.get(letters).unwrap_or_default().iter().map(|l| l.char).collect()
    }

    /// Whether every letter is a capital.
    #[must_use]
    pub fn is_upper(&self) -> bool {
        let mut alphabetic = self.letters.iter().filter(|l| !l.char.is_ascii_digit()).peekable();
        alphabetic.peek().is_some() && alphabetic.all(|l| l.upper)
    }

    /// Whether tones are written.
    #[must_use]
    pub fn has_tones(&self) -> bool {
        self.letters.iter().any(|l| l.tone > 0)
    }

    /// The bytes of some letters.
    #[must_use]
    pub fn bytes(&self, letters: Range<usize>) -> Range<usize> {
        let inside = self.letters.get(letters).unwrap_or_default();
        inside.first().map_or(0, |l| l.start)..inside.last().map_or(0, |l| l.end)
    }
}

/// Folded letter, its tone, whether it is a capital, whether it only looks right.
fn letter(c: char) -> Option<(char, u8, bool, bool)> {
    let (c, odd) = match c {
        'ɑ' => ('a', true),
        'ɡ' => ('g', true),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => (char::from_u32(c as u32 - 0xFEE0)?, true),
        c => (c, false),
    };
    if ('\u{2000}'..'\u{FF00}').contains(&c) {
        return None; // most of what stands in a Chinese text
    }
    if c.is_ascii_alphanumeric() {
        return Some((c.to_ascii_lowercase(), 0, c.is_ascii_uppercase(), odd));
    }
    // Breves are what many keyboards give for the third tone.
    let c = match c {
        'ă' => 'ǎ',
        'ĕ' => 'ě',
        'ĭ' => 'ǐ',
        'ŏ' => 'ǒ',
        'ŭ' => 'ǔ',
        c => c,
    };
    let lower = c.to_lowercase().next()?;
    let (plain, tone) = unmark(lower);
    let known = plain.is_ascii_alphabetic() || matches!(plain, 'ü' | 'ê' | 'ö' | 'é' | 'ï');
    known.then_some((plain, tone, lower != c, odd))
}

fn between(c: char) -> Gap {
    match c {
        '\'' | '’' => Gap::Apostrophe,
        '‘' | '`' | '´' | '′' | 'ʼ' | '＇' => Gap::OddApostrophe,
        '-' | '‐' | '‑' => Gap::Hyphen,
        '–' | '—' | '－' | '―' | '_' | '~' | '～' => Gap::OddHyphen,
        _ => Gap::Space,
    }
}

/// Whether a character may stand inside Latin text.
#[must_use]
pub fn is_part(c: char) -> bool {
    letter(c).is_some() || matches!(c, '\u{300}'..='\u{30C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let latin = Latin::read(text, 0..text.len());
        latin.string(0..latin.letters.len())
    }

    #[test]
    fn letters_are_folded() {
        assert_eq!(plain("Ｌü ɡuɑnɡ"), "lüguang");
        assert_eq!(plain("zho\u{304}ng"), "zhong");
    }

    #[test]
    fn digits_behind_syllables_are_tones_and_numbers_are_not() {
        let latin = Latin::read("zhong1 guo2", 0..11);
        assert!(latin.digits && latin.has_tones());
        assert!(!Latin::read("Dongsi 12 Tiao", 0..14).digits);
    }
}
