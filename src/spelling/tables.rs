//! The tables of readings and names, loaded when the first text needs them.

use super::hash::{Map, Set};
use super::syllable::Syllable;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt"))
    };
}

const CHARS: &str = table!("chars-tgscc");
const SYLLABLES: &str = table!("pinyin-syllables");
const PHRASES: &str = table!("pinyin-phrases");
pub(super) const FUNCTION_WORDS: &str = table!("pinyin-function-words");
pub(super) const AFFIXES: &str = table!("pinyin-affixes");
pub(super) const IDIOMS: &str = table!("pinyin-idioms");
const SURNAMES: &str = table!("names-surnames");
const PLACES: &str = table!("places-readings");
const DIVISIONS: &str = table!("places-divisions");
const MINORITY: &str = table!("places-minority");
const ENGLISH: &str = table!("places-english");
const ROMANIZED: &str = table!("places-romanized");
const GENERICS: &str = table!("places-generics");
const ELEMENTS: &str = table!("places-elements");
const UNDIVIDED: &str = table!("names-undivided");
const GIVEN: &str = table!("names-given");
const TITLES: &str = table!("names-titles");

/// How a word is read, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Syllables with tone marks, separated by spaces.
    pub reading: &'static str,
    /// `both`, `pypinyin`, `pinyin-pro`, `hand`, or a remark.
    pub witness: &'static str,
}

/// A name that is spelt after a minority language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minority {
    /// Spellings of signs and maps, the usual one first.
    pub sign: &'static str,
    /// Whether the spelling has been read in a norm.
    pub verified: bool,
}

/// A word of English as it stands on wrong place-name signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct English {
    /// What it stands for, the usual first, separated by spaces.
    pub hanzi: &'static str,
    /// `generic`, `direction`, `ordinal`, `filler`.
    pub kind: &'static str,
}

/// A spelling of the time before 汉语拼音方案.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Romanized {
    /// The place.
    pub name: &'static str,
    /// Its spelling today.
    pub modern: &'static str,
    /// Words beside which the old spelling is part of a proper name.
    pub keep: &'static str,
}

/// The generic of a place name (通名).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Generic {
    /// Syllables with tone marks, separated by spaces.
    pub reading: &'static str,
    /// What kind of place it names: `admin`, `street`, `transport`, `natural`, `water`, `village`, `residential`,
    /// `building`, `facility`.
    pub class: &'static str,
    /// `apart` from the specific, `together` with it, or `either`.
    pub spacing: &'static str,
}

/// Words by their text, with what a longest-match search must know.
#[derive(Debug, Default)]
pub struct Words<T> {
    entries: Map<&'static str, T>,
    /// By the first characters of a word (its first two, or its only one): the longest word, in characters.
    longest: Map<&'static str, usize>,
}

impl<T: Copy> Words<T> {
    fn new(rows: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut words = Self { entries: Map::default(), longest: Map::default() };
        for (word, entry) in rows {
            let length = word.chars().count();
            let longest = words.longest.entry(head(word)).or_default();
            *longest = length.max(*longest);
            words.entries.insert(word, entry);
        }
        words
    }

    /// The entry of a word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<T> {
        self.entries.get(word).copied()
    }

    /// The longest word at the start of `text` that `fits`, given its length in bytes.
    pub fn longest(&self, text: &str, mut fits: impl FnMut(usize) -> bool) -> Option<(usize, T)> {
        let of = |head: &str| self.longest.get(head).copied().unwrap_or_default();
        let most = of(head(text)).max(of(first(text)));
        if most == 0 {
            return None;
        }
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(most);
        let mut best = None;
        for end in ends.filter(|end| fits(*end)) {
            if let Some(entry) = text.get(..end).and_then(|word| self.get(word)) {
                best = Some((end, entry));
            }
        }
        best
    }

    /// All words.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.entries.keys().copied()
    }
}

/// The first two characters of a text, or what there is.
fn head(text: &str) -> &str {
    let end = text.char_indices().nth(1).map_or(text.len(), |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or(text)
}

/// The first character of a text.
fn first(text: &str) -> &str {
    text.get(..text.chars().next().map_or(0, char::len_utf8)).unwrap_or_default()
}

/// Readings of one of the 8105 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CharReadings {
    /// Those of the table of 2013, the usual one first.
    pub standard: &'static str,
    /// Those of older norms.
    pub tolerated: &'static str,
}

/// Everything that is known of readings.
#[derive(Debug)]
pub struct Tables {
    /// The legal syllables by their letters.
    pub syllables: Set<&'static str>,
    /// Characters.
    pub chars: Map<char, CharReadings>,
    /// Words.
    pub phrases: Words<Entry>,
}

/// Everything that is known of names.
#[derive(Debug)]
pub struct Names {
    /// Surnames: their readings, the usual one first; the syllables of a compound surname joined by `-`.
    pub surnames: HashMap<&'static str, &'static str>,
    /// Readings of places that no other table gives.
    pub places: Words<Entry>,
    /// Divisions of county level and above by full name.
    pub divisions: Words<Entry>,
    /// Divisions by their specifics alone (长沙), where the tables of words give the same reading.
    pub specifics: Words<Entry>,
    /// Places spelt after a minority language.
    pub minority: Words<Minority>,
    /// English words of wrong signs, in small letters.
    pub english: HashMap<&'static str, English>,
    /// Old romanizations, in small letters.
    pub romanized: HashMap<&'static str, Romanized>,
    /// Generics of places.
    pub generics: HashMap<&'static str, Generic>,
    /// Parts of place names by their classes: abbreviations (简称), peoples (民族), natural features that share the
    /// name of a division (实体).
    pub elements: HashMap<&'static str, &'static str>,
    /// Names of persons that are not divided into surname and given name: their readings.
    pub undivided: HashMap<&'static str, &'static str>,
    /// Characters that given names read otherwise than words do.
    pub given: HashMap<char, &'static str>,
    /// Titles after a surname.
    pub titles: HashSet<&'static str>,
}

impl Names {
    /// Whether they hold a place of this very name, with its generic or as names are used without.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.places.get(name).is_some() || self.divisions.get(name).is_some() || self.minority.get(name).is_some()
    }

    /// Whether they hold it, or a division of which it is the specific (长沙), which may be a common word as well (和平).
    #[must_use]
    pub fn lists(&self, name: &str) -> bool {
        self.holds(name) || self.specifics.get(name).is_some()
    }
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    syllables: rows(SYLLABLES).map(|[word, ..]| word).chain([Syllable::ERHUA.letters]).collect(),
    chars: rows(CHARS)
        .filter_map(|[char, _, _, standard, tolerated]| {
            Some((char.chars().next()?, CharReadings { standard, tolerated }))
        })
        .collect(),
    phrases: Words::new(entries(PHRASES)),
});

static NAMES: LazyLock<Names> = LazyLock::new(|| Names {
    surnames: rows(SURNAMES).map(|[name, readings, ..]| (name, readings)).collect(),
    places: Words::new(entries(PLACES)),
    divisions: Words::new(rows(DIVISIONS).map(|[_, name, reading, witness, _]| (name, Entry { reading, witness }))),
    english: rows(ENGLISH).map(|[word, hanzi, kind, ..]| (word, English { hanzi, kind })).collect(),
    romanized: rows(ROMANIZED).map(|[old, name, modern, keep, _]| (old, Romanized { name, modern, keep })).collect(),
    specifics: Words::new(
        rows(DIVISIONS).filter_map(|[_, name, reading, witness, _]| specific(name, reading, witness)),
    ),
    minority: Words::new(
        rows(MINORITY).map(|[name, sign, _, _, verified]| (name, Minority { sign, verified: verified == "yes" })),
    ),
    generics: rows(GENERICS)
        .map(|[generic, reading, class, spacing, _]| (generic, Generic { reading, class, spacing }))
        .collect(),
    elements: rows(ELEMENTS).map(|[element, classes, ..]| (element, classes)).collect(),
    undivided: rows(UNDIVIDED).map(|[name, reading, ..]| (name, reading)).collect(),
    given: rows(GIVEN).filter_map(|[char, reading, ..]| Some((char.chars().next()?, reading))).collect(),
    titles: rows(TITLES).map(|[title, ..]| title).collect(),
});

/// The tables of readings.
pub fn tables() -> &'static Tables {
    &TABLES
}

/// The tables of names.
pub fn names() -> &'static Names {
    &NAMES
}

/// 长沙市 without 市; what was read by hand may hold only for the whole name (六合区).
fn specific(name: &'static str, reading: &'static str, witness: &'static str) -> Option<(&'static str, Entry)> {
    let short = name.strip_suffix(['省', '市', '县', '区', '旗']).filter(|short| short.chars().count() > 1)?;
    let (reading, _) = reading.rsplit_once(' ').filter(|_| witness == "rule")?;
    Some((short, Entry { reading, witness }))
}

fn entries(table: &'static str) -> impl Iterator<Item = (&'static str, Entry)> {
    rows(table).map(|[word, reading, witness, ..]| (word, Entry { reading, witness }))
}

/// The rows of a table; cells that a row does not have are empty.
pub fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 5]> {
    table.lines().map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}
