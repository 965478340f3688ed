//! Personal names: GB/T 28039-2011.

use super::reading::{Evidence, Read, Style, surname};
use super::tables::names;
use super::{Case, Join, Sound, Speller, Spelling, Syllable, Tone, Unit};
use std::ops::Range;

/// Words before a surname that make a form of address: 老钱, 小刘, 阿三.
const BEFORE: [&str; 4] = ["老", "小", "大", "阿"];

/// What brothers and sisters are numbered by after these words.
const RANKS: &str = "大二三四五六七八九";

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    at: Range<usize>,
    join: Join,
    capital: bool,
}

impl Part {
    fn new(at: Range<usize>) -> Self {
        Self { at, join: Join::Space, capital: true }
    }
}

/// One way to understand a name: its words, and the readings it fixes.
#[derive(Debug, Clone, Default)]
struct Reading {
    parts: Vec<Part>,
    /// Syllables from a byte on.
    fixed: Vec<(usize, String)>,
}

impl Speller<'_> {
    /// The spellings of a personal name that the standard allows, the usual one first: surname and given name
    /// apart, compound surnames and given names joined, double surnames with a hyphen (GB/T 28039-2011, 5).
    #[must_use]
    pub fn person(&self, name: &str) -> Vec<Spelling> {
        // What is not Chinese, or too long for a name, is text.
        if name.chars().nth(super::LONGEST).is_some() || !name.chars().any(|c| crate::data::chars::is_han(c as u32)) {
            return vec![self.text(name)];
        }
        let mut spellings = Vec::new();
        for way in self.understand(name) {
            let spelling = self.spell_person(name, &way);
            if !spelling.units.is_empty() && !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        spellings
    }

    fn understand(&self, name: &str) -> Vec<Reading> {
        if self.lexicon.own_reading(name).is_some_and(|(length, _)| length == name.len()) {
            return vec![divided(name, surname(name).map_or(name.len(), |(length, _)| length))];
        }
        if let Some(readings) = names().undivided.get(name) {
            return vec![Reading { fixed: vec![(0, (*readings).to_owned())], ..whole(name) }];
        }
        if name.contains(is_dot) {
            return vec![foreign(name)];
        }
        if let Some(address) = address(name) {
            return address;
        }
        let Some((length, readings)) = surname(name) else { return vec![whole(name)] };
        let single = with_readings(name, length, readings);
        // A given name of three characters is rare, two surnames are likelier.
        let long = name.get(length..).is_some_and(|given| given.chars().count() > 2);
        let double = double(name, length).into_iter();
        if long { double.chain(single).collect() } else { single.into_iter().chain(double).collect() }
    }

    fn spell_person(&self, name: &str, way: &Reading) -> Spelling {
        let borders: Vec<usize> = way.parts.iter().map(|part| part.at.end).collect();
        let mut reads = self.read(name, &borders, Style::Person);
        for read in &mut reads {
            // In given names a character has the sense that people wish for: 相 is the minister, 少 the young one.
            let wished = names().given.get(&read.char).filter(|_| read.at.start > 0 && read.evidence < Evidence::Word);
            if let Some(reading) = wished {
                read.syllable = Syllable::parse(reading).or(read.syllable);
                read.evidence = Evidence::Word;
            }
        }
        for (at, reading) in &way.fixed {
            let from = reads.iter_mut().skip_while(|read| read.at.start < *at);
            for (read, syllable) in
                from.zip(reading.split([' ', '-'])).filter(|(read, _)| read.evidence < Evidence::User)
            {
                read.syllable = Syllable::parse(syllable).or(read.syllable);
                read.evidence = Evidence::Name;
            }
        }
        let units = way.parts.iter().flat_map(|part| {
            let inside = reads.iter().filter(|read| part.at.contains(&read.at.start) && !read.char.is_whitespace());
            inside.enumerate().map(|(n, read)| unit(name, part, n == 0, read))
        });
        Spelling { units: units.collect() }
    }

    /// Abbreviations of a personal name (GB/T 28039-2011, 5.2): surname in full, initials of the given name, the
    /// surname also in capitals.
    #[must_use]
    pub fn abbreviations(&self, name: &str) -> Vec<String> {
        let mut found = Vec::new();
        for spelling in self.person(name) {
            let given = spelling.units.iter().rposition(|unit| unit.join == Join::Space).unwrap_or_default();
            if given == 0 {
                continue;
            }
            let initials = spelling.units.get(given..).unwrap_or_default().iter();
            let initials: String = initials.filter_map(|unit| Some(format!(" {}.", initial(&unit.sound)?))).collect();
            for case in [Case::Standard, Case::Upper] {
                let short = format!("{}{initials}", spelling.render_units(0..given, Tone::None, case));
                if !found.contains(&short) {
                    found.push(short);
                }
            }
        }
        found
    }

    /// Whether a text could be a personal name: two to four characters, a surname first, and no word or place that
    /// the tables know.
    #[must_use]
    pub fn looks_like_person(&self, name: &str) -> bool {
        let length = name.chars().count();
        let tables = names();
        let known = tables.divisions.get(name).is_some() || tables.places.get(name).is_some();
        (2..=4).contains(&length)
            && surname(name).is_some_and(|(surname, _)| {
                let given = name.get(surname..).unwrap_or_default().chars().count();
                given < 3 || double(name, surname).is_some()
            })
            && !known
            && !self.lexicon.words(name).first().is_some_and(|word| word.word == name && !word.tag.starts_with("nr"))
    }
}

/// A personal name in passports and other papers of the border authorities: capitals, no marks, ü as YU, and as U in
/// LUE and NUE (公安部口径).
#[must_use]
pub fn passport(spelling: &Spelling) -> String {
    let upper = spelling.render(Tone::None, Case::Upper);
    upper.replace("LÜE", "LUE").replace("NÜE", "NUE").replace('Ü', "YU").replace('\'', "")
}

fn is_dot(char: char) -> bool {
    matches!(char, '·' | '•' | '‧' | '・' | '．')
}

fn initial(sound: &Sound) -> Option<String> {
    match sound {
        Sound::Syllable(syllable) => Some(syllable.letters.chars().next()?.to_uppercase().collect()),
        Sound::Fixed(_) => None,
    }
}

fn unit(name: &str, part: &Part, first: bool, read: &Read) -> Unit {
    let text = name.get(read.at.clone()).unwrap_or_default();
    Unit {
        at: read.at.clone(),
        sound: read.syllable.map_or_else(|| Sound::Fixed(text.to_owned()), Sound::Syllable),
        join: if first { part.join } else { Join::Together },
        capital: first && part.capital,
        evidence: read.evidence,
    }
}

/// Surname and given name.
fn divided(name: &str, surname: usize) -> Reading {
    let parts = [0..surname, surname..name.len()].into_iter().filter(|at| !at.is_empty()).map(Part::new).collect();
    Reading { parts, fixed: Vec::new() }
}

/// A name that is one word.
fn whole(name: &str) -> Reading {
    Reading { parts: vec![Part::new(0..name.len())], fixed: Vec::new() }
}

/// Every reading of the surname.
fn with_readings(name: &str, length: usize, readings: &str) -> Vec<Reading> {
    let one = |reading: &str| Reading { fixed: vec![(0, reading.to_owned())], ..divided(name, length) };
    readings.split(' ').map(one).collect()
}

/// Two surnames, neither of which is part of a compound one (郑李淑芳).
fn double(name: &str, first: usize) -> Option<Reading> {
    let rest = name.get(first..)?;
    let (second, readings) = surname(rest)?;
    let given = rest.get(second..)?.chars().count();
    // 王马丽 is a Wang with two characters to the given name, and 司马相南 a Sima.
    if given != 2 && (given != 1 || rest.get(..second)?.chars().count() < 2) {
        return None;
    }
    let mut way = divided(rest, second);
    for part in &mut way.parts {
        part.at = part.at.start + first..part.at.end + first;
    }
    if let Some(part) = way.parts.first_mut() {
        part.join = Join::Hyphen;
    }
    way.parts.insert(0, Part::new(0..first));
    let own = names().surnames.get(name.get(..first)?)?;
    let usual = |readings: &str| readings.split(' ').next().unwrap_or_default().to_owned();
    way.fixed = vec![(0, usual(own)), (first, usual(readings))];
    Some(way)
}

/// A foreign name in Chinese characters: its parts apart, without the dots.
fn foreign(name: &str) -> Reading {
    let mut way = Reading::default();
    let mut at = 0;
    for part in name.split(is_dot) {
        if !part.is_empty() {
            way.parts.push(Part::new(at..at + part.len()));
        }
        at += part.len();
        at += name.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    way
}

/// Forms of address (GB/T 28039-2011, 5.1.5): 王部长 Wáng bùzhǎng, 老钱 Lǎo Qián.
fn address(name: &str) -> Option<Vec<Reading>> {
    let before = BEFORE.iter().find_map(|word| name.strip_prefix(word).map(|rest| (word.len(), rest)));
    if let Some((length, rest)) = before
        && rest.chars().count() == 1
    {
        let with = |fixed: &str| Reading { fixed: vec![(length, fixed.to_owned())], ..divided(name, length) };
        if let Some(readings) = names().surnames.get(rest) {
            return Some(readings.split(' ').map(with).collect());
        }
        if RANKS.contains(rest) {
            return Some(vec![divided(name, length)]);
        }
    }
    let (length, readings) = surname(name)?;
    let title = name.get(length..)?;
    let is_title = |at: &usize| title.get(*at..).is_some_and(|rest| names().titles.contains(rest));
    let given = title.char_indices().map(|(at, _)| at).find(is_title)?;
    let mut ways = with_readings(name, length, readings);
    for way in &mut ways {
        way.parts.truncate(1);
        if given > 0 {
            way.parts.push(Part::new(length..length + given));
        }
        way.parts.push(Part { capital: false, ..Part::new(length + given..name.len()) });
    }
    Some(ways)
}
