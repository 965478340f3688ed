//! Which reading each character has, and what that rests on.

use super::Speller;
use super::hash::Map;
use super::syllable::{Syllable, Tone, legal, unmark};
use super::tables::{CharReadings, Entry, names, tables};
use pinyin::ToPinyin;
use std::ops::Range;
use std::sync::LazyLock;

/// What a reading rests on, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Nothing is known of the character but a machine's table (the crate `pinyin`).
    Outside,
    /// The usual reading of a character that has several.
    Usual,
    /// A word of one dictionary.
    Word,
    /// A word on which the dictionaries agree, or that was decided by hand.
    Agreed,
    /// The character has no other reading (《通用规范汉字字典》, Unihan kTGHZ2013).
    Only,
    /// A surname or a place of the tables.
    Name,
    /// The user's own table of names.
    User,
}

/// The reading of one character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// The character.
    pub char: char,
    /// How it is read; `None` for what is no Chinese character.
    pub syllable: Option<Syllable>,
    /// Why.
    pub evidence: Evidence,
}

/// What the text is, as far as readings depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Text,
    /// The name of a place.
    Place,
    /// The name of a person.
    Person,
}

impl Speller<'_> {
    /// Reads every character of a text whose words end at the byte offsets `borders` (sorted).
    ///
    /// Longest word first; in names the tables of names come before the dictionaries; a polyphone that no word
    /// decides gets its usual reading.
    #[must_use]
    pub fn read(&self, text: &str, borders: &[usize], style: Style) -> Vec<Read> {
        let mut reads = Vec::with_capacity(text.len() / 3);
        let mut at = 0;
        if style == Style::Person {
            at = self.surname(text, &mut reads);
        }
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let found = self.word(rest, at, borders, style);
            match found {
                Some((length, reading, evidence)) => {
                    push(&mut reads, text, at, length, reading, evidence);
                    at += length;
                }
                None => {
                    let char = rest.chars().next().unwrap_or_default();
                    let end = at + char.len_utf8();
                    let (syllable, evidence) = usual(char);
                    reads.push(Read { at: at..end, char, syllable, evidence });
                    at = end;
                }
            }
        }
        reads
    }

    fn word(&self, rest: &str, at: usize, borders: &[usize], style: Style) -> Option<(usize, &str, Evidence)> {
        if let Some((length, reading)) = self.own(rest) {
            return Some((length, reading, Evidence::User));
        }
        let named = |(length, entry): (usize, Entry)| {
            let evidence =
                if is_disputed(rest.get(..length).unwrap_or_default()) { Evidence::Usual } else { Evidence::Name };
            (length, entry.reading, evidence)
        };
        if style == Style::Place {
            let places = names().places.longest(rest, |_| true);
            let divisions = names().divisions.longest(rest, |_| true);
            let specifics = names().specifics.longest(rest, |_| true);
            let best = places.into_iter().chain(divisions).chain(specifics).max_by_key(|(length, _)| *length);
            if let Some(found) = best {
                return Some(named(found));
            }
        }
        let ends_word = |length: usize| borders.binary_search(&(at + length)).is_ok();
        let starts_word = at == 0 || borders.binary_search(&at).is_ok();
        // A word of the dictionary, or one inside a word that the segmenter takes for longer.
        let inside = borders.get(borders.partition_point(|b| *b <= at)).map_or(rest.len(), |b| b - at);
        // A word of the text that is a place, and not merely the beginning of one.
        let token = rest.get(..inside).filter(|token| starts_word && style == Style::Text && token.len() > 3);
        let place = |token: &str| names().places.get(token).or_else(|| names().divisions.get(token));
        if let Some(entry) = token.and_then(place) {
            return Some(named((inside, entry)));
        }
        let phrases = &tables().phrases;
        let mut any = false;
        let whole = phrases.longest(rest, |length| {
            any = true;
            starts_word && ends_word(length)
        });
        let within = || if any { phrases.longest(rest, |length| length <= inside) } else { None };
        let (length, entry) = whole.or_else(within)?;
        // A division of that name and reading is as good as a second dictionary.
        let place = || {
            rest.get(..length).and_then(|word| names().specifics.get(word)).is_some_and(|p| p.reading == entry.reading)
        };
        let agreed = matches!(entry.witness, "both" | "hand") || place();
        let evidence = if agreed { Evidence::Agreed } else { Evidence::Word };
        Some((length, entry.reading, evidence))
    }

    /// Reads the surname at the start of a name; returns where it ends.
    fn surname(&self, name: &str, reads: &mut Vec<Read>) -> usize {
        let Some((length, readings)) = surname(name) else { return 0 };
        let reading = readings.split(' ').next().unwrap_or_default().replace('-', " ");
        push(reads, name, 0, length, &reading, Evidence::Name);
        length
    }
}

/// A reading as people write it (`Lùhé`, `lu4 he2`, `lù hé`) as the tables have it, with as many syllables as the name has
/// characters; `None` where that cannot be.
#[must_use]
pub fn reading_of(name: &str, written: &str) -> Option<String> {
    let mut letters: Vec<(char, u8)> = Vec::new();
    for c in written.to_lowercase().chars() {
        match (c, letters.last_mut()) {
            ('1'..='4', Some(last)) => last.1 = c as u8 - b'0',
            (c, _) if c.is_alphabetic() => letters.push(unmark(c)),
            _ => {}
        }
    }
    let count = name.chars().count();
    // By letters consumed: the syllables of a division into legal ones, by their number.
    let mut ways: Vec<Vec<Option<Vec<Syllable>>>> = vec![vec![None; count + 1]; letters.len() + 1];
    *ways.first_mut()?.first_mut()? = Some(Vec::new());
    for start in 0..letters.len() {
        for syllables in 0..count {
            let Some(before) = ways[start][syllables].clone() else { continue };
            for end in start + 1..=(start + 6).min(letters.len()) {
                let piece: String = letters[start..end].iter().map(|(c, _)| *c).collect();
                let Some(legal) = legal(&piece).filter(|_| ways[end][syllables + 1].is_none()) else { continue };
                let tone = letters[start..end].iter().map(|(_, tone)| *tone).max().unwrap_or(0);
                let next = before.iter().copied().chain([Syllable { letters: legal, tone }]);
                ways[end][syllables + 1] = Some(next.collect());
            }
        }
    }
    let syllables = ways.last()?.last()?.as_ref()?;
    let mut text = String::new();
    for (n, syllable) in syllables.iter().enumerate() {
        if n > 0 {
            text.push(' ');
        }
        syllable.write(&mut text, Tone::Mark, false);
    }
    Some(text)
}

/// The longest surname at the start of a name that leaves something of it: its length in bytes, and its readings.
#[must_use]
pub fn surname(name: &str) -> Option<(usize, &'static str)> {
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).take(4);
    let mut best = None;
    for end in ends.filter(|end| *end < name.len()) {
        if let Some(readings) = name.get(..end).and_then(|part| names().surnames.get(part)) {
            best = Some((end, *readings));
        }
    }
    best
}

/// Whether sources of standing read the place in two ways (note 两读): no one is accused of the other.
fn is_disputed(place: &str) -> bool {
    let specific = place.char_indices().last().and_then(|(at, _)| place.get(..at));
    let noted = |name: &str| names().places.get(name).is_some_and(|entry| entry.witness.starts_with("两读"));
    noted(place) || specific.is_some_and(noted)
}

fn push(reads: &mut Vec<Read>, text: &str, at: usize, length: usize, reading: &str, evidence: Evidence) {
    let mut syllables = reading.split(' ');
    for (offset, char) in text.get(at..at + length).unwrap_or_default().char_indices() {
        let start = at + offset;
        let syllable = syllables.next().and_then(Syllable::parse);
        // What has one reading is certain wherever it stands.
        let evidence = if is_only(char, syllable) { evidence.max(Evidence::Only) } else { evidence };
        reads.push(Read { at: start..start + char.len_utf8(), char, syllable, evidence });
    }
}

fn is_only(char: char, syllable: Option<Syllable>) -> bool {
    FIRST.get(&char).is_some_and(|(first, only)| *only && syllable == Some(*first))
}

/// The readings of a character by the table of 2013, the usual one first; of another character, those of the
/// crate `pinyin`.
#[must_use]
pub fn readings_of(char: char) -> Vec<Syllable> {
    match tables().chars.get(&char) {
        Some(readings) => readings.standard.split(' ').filter_map(Syllable::parse).collect(),
        None => char.to_pinyin().and_then(|p| Syllable::parse(p.with_tone())).into_iter().collect(),
    }
}

/// Readings of older norms, which no one is accused of.
#[must_use]
pub fn tolerated(char: char) -> Vec<Syllable> {
    let readings = tables().chars.get(&char).map(|r| r.tolerated).unwrap_or_default();
    readings.split(' ').filter_map(Syllable::parse).collect()
}

/// The usual reading of each character of the table, and whether it is the only one.
static FIRST: LazyLock<Map<char, (Syllable, bool)>> = LazyLock::new(|| {
    let first = |(char, readings): (&char, &CharReadings)| {
        let mut readings = readings.standard.split(' ');
        Some((*char, (Syllable::parse(readings.next()?)?, readings.next().is_none())))
    };
    tables().chars.iter().filter_map(first).collect()
});

/// The usual reading of a character by itself.
fn usual(char: char) -> (Option<Syllable>, Evidence) {
    match FIRST.get(&char) {
        Some((syllable, true)) => (Some(*syllable), Evidence::Only),
        Some((syllable, false)) => (Some(*syllable), Evidence::Usual),
        None => (readings_of(char).first().copied(), Evidence::Outside),
    }
}
