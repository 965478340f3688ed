//! What the tables say of words: affixes, function words, measure words, exceptions.

use crate::spelling::hash::{Map, Set};
use crate::spelling::syllable::Syllable;
use crate::spelling::tables::{AFFIXES, FUNCTION_WORDS, IDIOMS, rows};

use std::sync::LazyLock;

/// Classes a word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u64);

impl Classes {
    /// Whether it belongs to one of these classes.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Either of these classes.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($constant:ident $name:literal,)+) => {
        /// The names of the classes in the tables.
        const NAMES: &[&str] = &[$($name),+];
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant),+ }
        $(pub const $constant: Classes = Classes(1 << Number::$constant as u64);)+
    };
}

classes! {
    ADVERB "adverb",
    ASPECT "aspect",
    BOUND "bound",
    CALLED "called",
    COMMON "common",
    COMPLEMENT "complement",
    CONJUNCTION "conjunction",
    DEMONSTRATIVE "demonstrative",
    DETERMINER "determiner",
    FESTIVAL "festival",
    FIRM "firm",
    FREE "free",
    HITHER "hither",
    HOUSE "house",
    INSTITUTION "institution",
    LINE "line",
    LOCALITY_END "locality-end",
    LOCALIZER "localizer",
    MEASURE "measure",
    MODAL "modal",
    MOTION "motion",
    PARALLEL "parallel",
    PARTICLE "particle",
    PATH "path",
    PERSON "person",
    PREFIX "prefix",
    PREPOSITION "preposition",
    PROPER "proper",
    RARE_HEAD "rare-head",
    STATE "state",
    STRICT_SURNAME "strict-surname",
    SUFFIX "suffix",
    WHOLE "whole",
}

/// Words that never take 着, 了, 过 or a complement after them.
pub const GRAMMAR: Classes = PARTICLE.or(MODAL).or(ASPECT);

struct Fact {
    classes: Classes,
    /// Readings by class, where the class decides between several.
    readings: Vec<(Classes, Syllable)>,
}

static FACTS: LazyLock<Map<&'static str, Fact>> = LazyLock::new(|| {
    let mut facts: Map<&'static str, Fact> = Map::default();
    for [word, names, readings, ..] in rows(FUNCTION_WORDS).chain(rows(AFFIXES)) {
        let fact = facts.entry(word).or_insert_with(|| Fact { classes: Classes::default(), readings: Vec::new() });
        for name in names.split(' ') {
            fact.classes = fact.classes.or(class(name));
        }
        let pairs = readings.split(' ').filter_map(|pair| pair.split_once(':'));
        fact.readings.extend(pairs.filter_map(|(name, reading)| Some((class(name), Syllable::parse(reading)?))));
    }
    facts
});

static WHOLE_IDIOMS: LazyLock<Set<&'static str>> = LazyLock::new(|| IDIOMS.lines().collect());

fn class(name: &str) -> Classes {
    Classes(NAMES.iter().position(|known| *known == name).map_or(0, |number| 1 << number))
}

/// The classes of a word.
pub fn classes(word: &str) -> Classes {
    FACTS.get(word).map(|fact| fact.classes).unwrap_or_default()
}

/// How a word of one syllable is read as a member of a class.
pub fn reading(word: &str, class: Classes) -> Option<Syllable> {
    let readings = &FACTS.get(word)?.readings;
    readings.iter().find(|(of, _)| of.any(class)).map(|(_, reading)| *reading)
}

/// Whether the table knows an idiom as one that does not fall into halves.
pub fn is_whole_idiom(idiom: &str) -> bool {
    WHOLE_IDIOMS.contains(idiom)
}
