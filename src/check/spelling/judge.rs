//! What is wrong with a spelling: the faults of the best alignment, named one by one, and the right letters for the smallest
//! stretch of words that holds them all.

use super::align::{Alignment, Match, Step, align, english_word, syllables};
use super::latin::{Gap, Latin};
use crate::data::shape::Fault;
use crate::rule::Level;
use crate::spelling::{Case, Evidence, Join, Sound, Spelling, Tone, generic_of, legal, names};
use std::ops::Range;

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub fault: Fault,
    /// How serious it may be at most.
    pub level: Level,
    /// The characters concerned; may be empty.
    pub hanzi: String,
    /// What is written; empty where something is missing.
    pub written: String,
    /// What it should be; empty where it should not be there.
    pub right: String,
    /// Whether it is a slip of letters, which in a foreign word is none.
    pub slip: bool,
}

/// What is wrong with a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Bytes of the smallest stretch of words that holds all faults.
    pub at: Range<usize>,
    /// The faults, at least one.
    pub parts: Vec<Part>,
    /// The right letters for that stretch; may be empty.
    pub suggestions: Vec<String>,
}

impl Verdict {
    /// A verdict without an answer.
    #[must_use]
    pub fn bare(at: Range<usize>, fault: Fault, level: Level, written: String) -> Self {
        let part = Part { fault, level, hanzi: String::new(), written, right: String::new(), slip: false };
        Self { at, parts: vec![part], suggestions: Vec::new() }
    }
}

/// How a spelling is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Which rules of division hold.
    pub kind: NameKind,
    /// Whether every tone must be there and right: teaching.
    pub teaching: bool,
}

/// What a spelling spells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A place.
    Place,
    /// A person.
    Person,
    /// Anything else.
    Text,
}

/// A spelling that was compared.
#[derive(Debug)]
pub struct Compared {
    /// The alignment.
    pub alignment: Alignment,
    /// Its faults.
    pub parts: Vec<(Range<usize>, Part)>,
    /// Whether it is written in capitals, but for words of English.
    pub upper: bool,
    /// What the alignment costs a unit, in thousandths.
    pub distance: u32,
}

/// Compares what is written with one spelling.
#[must_use]
pub fn compare(text: &str, spelling: &Spelling, latin: &Latin, written: &str, manner: Manner) -> Compared {
    let alignment = align(text, spelling, latin);
    let distance = alignment.cost / (spelling.units.len().max(1) as u32);
    let is_english = |n: usize| alignment.steps.iter().any(|s| s.how == Match::English && s.letters.contains(&n));
    let plain = latin.letters.iter().enumerate().filter(|(n, l)| !is_english(*n) && !l.char.is_ascii_digit());
    let upper = plain.clone().all(|(_, l)| l.upper) && (plain.count() > 0 || latin.is_upper());
    let mut judge = Judge { text, spelling, latin, written, manner, upper, parts: Vec::new() };
    judge.letters(&alignment);
    judge.division(&alignment);
    judge.tones(&alignment);
    judge.odd_letters();
    let parts = judge.parts;
    Compared { alignment, parts, upper, distance }
}

pub(super) struct Judge<'a> {
    text: &'a str,
    pub(super) spelling: &'a Spelling,
    pub(super) latin: &'a Latin,
    /// The text that holds the Latin letters.
    written: &'a str,
    pub(super) manner: Manner,
    upper: bool,
    /// The letters concerned, and the fault.
    pub(super) parts: Vec<(Range<usize>, Part)>,
}

impl Judge<'_> {
    pub(super) fn add(
        &mut self,
        letters: Range<usize>,
        fault: Fault,
        level: Level,
        hanzi: &str,
        written: String,
        right: String,
    ) {
        self.parts.push((letters, Part { fault, level, hanzi: hanzi.to_owned(), written, right, slip: false }));
    }

    pub(super) fn hanzi(&self, units: Range<usize>) -> &str {
        let inside = self.spelling.units.get(units).unwrap_or_default();
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return "" };
        self.text.get(first.at.start..last.at.end).unwrap_or_default()
    }

    pub(super) fn raw(&self, letters: Range<usize>) -> String {
        self.written.get(self.latin.bytes(letters)).unwrap_or_default().to_owned()
    }

    pub(super) fn right(&self, units: Range<usize>) -> String {
        self.spelling.render_units(units, self.tone(), self.case())
    }

    fn tone(&self) -> Tone {
        if self.latin.has_tones() { Tone::Mark } else { Tone::None }
    }

    fn case(&self) -> Case {
        if self.upper { Case::Upper } else { Case::Standard }
    }

    fn letters(&mut self, alignment: &Alignment) {
        let mut extra: Option<Range<usize>> = None;
        let steps = with_directions(&alignment.steps);
        for step in &steps {
            if step.units.is_empty() && step.how == Match::Other {
                extra = Some(extra.map_or(step.letters.start, |e| e.start)..step.letters.end);
                continue;
            }
            if let Some(letters) = extra.take() {
                self.extra(letters);
            }
            self.step(step);
        }
        if let Some(letters) = extra {
            self.extra(letters);
        }
    }

    fn extra(&mut self, letters: Range<usize>) {
        let written = self.raw(letters.clone());
        // Mount Huangshan: English beside a spelling that is whole.
        if english_word(&self.latin.string(letters.clone())).is_some_and(|(meaning, _)| meaning.kind == "generic") {
            return self.add(letters, Fault::English, english_level(self.text), "", written, String::new());
        }
        self.add(letters, Fault::Reading, Level::Violation, "", written, String::new());
        if let Some((_, part)) = self.parts.last_mut() {
            part.slip = true;
        }
    }

    fn step(&mut self, step: &Step) {
        let hanzi = self.hanzi(step.units.clone()).to_owned();
        let written = self.raw(step.letters.clone());
        let right = self.right(step.units.clone());
        // What is missing is missing before a letter, or behind the last.
        let at = match step.letters.start.min(self.latin.letters.len().saturating_sub(1)) {
            start if step.letters.is_empty() => start..start + 1,
            start => start..step.letters.end,
        };
        let evidence = self.spelling.units.get(step.units.start).map_or(Evidence::Only, |u| u.evidence);
        // Where a table of names or the table of characters speaks, it is certain; a dictionary of words may not know the place.
        let certain = if evidence >= Evidence::Only { Level::Violation } else { Level::Suspected };
        let piece = self.latin.string(step.letters.clone());
        match step.how {
            Match::Right => {}
            Match::Umlaut => {
                // Lu is what older papers of a person have.
                let papers = self.manner.kind == NameKind::Person && !piece.contains('v');
                let level = if papers { Level::Suspected } else { Level::Violation };
                self.add(at, Fault::Umlaut, level, &hanzi, written, right);
            }
            Match::Passport => self.add(at, Fault::Passport, Level::Advice, &hanzi, written, right),
            Match::Erhua => self.add(at, Fault::Erhua, Level::Advice, &hanzi, written, right),
            Match::Reading => {
                let level = if evidence >= Evidence::Name { Level::Violation } else { Level::Suspected };
                self.add(at, Fault::Reading, level, &hanzi, written, right);
            }
            Match::English => {
                let ordinal = english_word(&piece).is_some_and(|(meaning, _)| meaning.kind == "ordinal");
                let fault = if ordinal { Fault::Number } else { Fault::English };
                self.add(at, fault, english_level(self.text), &hanzi, written, right);
            }
            Match::Slip | Match::Other => {
                let fault = if legal(&piece).is_some() { Fault::Reading } else { Fault::Impossible };
                self.add(at, fault, certain, &hanzi, written, right);
            }
            // A sign may give a part of the name only.
            Match::Missing => self.add(at, Fault::Reading, Level::Suspected, &hanzi, String::new(), right),
        }
        if let (Match::Slip | Match::Other | Match::Missing, Some((_, part))) = (step.how, self.parts.last_mut()) {
            part.slip = true;
        }
    }

    /// Spaces, hyphens, apostrophes and capitals.
    fn division(&mut self, alignment: &Alignment) {
        let mut before: Option<&Step> = None;
        for step in alignment.steps.iter().filter(|s| !s.letters.is_empty() && !s.units.is_empty()) {
            if step.how == Match::English {
                before = None;
                continue;
            }
            if let Some(before) = before.filter(|b| b.units.end == step.units.start && step.how != Match::Erhua) {
                self.border(before, step);
            }
            self.capital(step);
            before = Some(step);
        }
    }

    fn border(&mut self, before: &Step, step: &Step) {
        let unit = &self.spelling.units[step.units.start];
        let letter = self.latin.letters[step.letters.start];
        let inner = self.latin.letters[step.letters.clone()].iter().skip(1).map(|l| l.gap).max().unwrap_or(Gap::None);
        let right = self.right(before.units.start..step.units.end);
        let written = self.raw(before.letters.start..step.letters.end);
        let hanzi = self.hanzi(before.units.start..step.units.end).to_owned();
        // A wrong border concerns both its sides.
        let at = before.letters.end - 1..step.letters.start + 1;
        let vowel = matches!(unit.sound, Sound::Syllable(s) if s.needs_apostrophe());
        let apart = letter.gap == Gap::Space;
        let hyphen = matches!(letter.gap, Gap::Hyphen | Gap::OddHyphen);
        // Numbers stand apart by themselves.
        let digit = |n: usize| self.latin.letters[n].char.is_ascii_digit();
        if digit(step.letters.start) || digit(before.letters.end - 1) {
            return;
        }
        if inner > Gap::Apostrophe {
            let fault = self.divided(unit.join);
            let inside = self.raw(step.letters.clone());
            let whole = self.right(step.units.clone());
            self.add(at.clone(), fault, Level::Suspected, &hanzi, inside, whole);
        }
        match unit.join {
            Join::Together if (apart || hyphen) && self.is_torn(step.units.start) => {
                self.add(at, self.divided(unit.join), self.weak(), &hanzi, written, right);
            }
            Join::Together if letter.gap == Gap::OddApostrophe && vowel => {
                self.add(at, Fault::Hyphen, Level::Advice, &hanzi, written, right);
            }
            Join::Together if vowel && letter.gap == Gap::None => {
                let level = self.apostrophe(before, step);
                self.add(at, Fault::ApostropheMissing, level, &hanzi, written, right);
            }
            Join::Together if !vowel && matches!(letter.gap, Gap::Apostrophe | Gap::OddApostrophe) => {
                self.add(at, Fault::ApostropheExtra, Level::Suspected, &hanzi, written, right);
            }
            Join::Space if !apart && self.is_run_together(step.letters.start) => {
                self.add(at, self.divided(unit.join), self.weak(), &hanzi, written, right);
            }
            Join::Hyphen if letter.gap == Gap::OddHyphen => {
                self.add(at, Fault::Hyphen, Level::Advice, &hanzi, written, right);
            }
            Join::Hyphen if letter.gap != Gap::Hyphen => {
                self.add(at, Fault::Division, Level::Advice, &hanzi, written, right);
            }
            _ => {}
        }
    }

    /// In running text what is one word and what two is a question of dictionaries; two syllables that are one word are not,
    /// nor is a text written character by character.
    fn is_torn(&self, unit: usize) -> bool {
        let starts = |n: usize| self.spelling.units.get(n).is_none_or(|u| u.join != Join::Together);
        let (mut from, mut to) = (unit, unit + 1);
        while from > 0 && !starts(from) {
            from -= 1;
        }
        while !starts(to) {
            to += 1;
        }
        self.manner.kind != NameKind::Text || to - from == 2 || self.latin.words().len() == self.spelling.units.len()
    }

    /// In running text, whether more is run together than the four syllables of a long word.
    fn is_run_together(&self, letter: usize) -> bool {
        let word = self.latin.words().into_iter().find(|w| w.contains(&letter));
        let count = word.and_then(|w| syllables(&self.latin.string(w))).unwrap_or(5);
        self.manner.kind != NameKind::Text || count > 4
    }

    /// A missing apostrophe is certain where the letters could be read otherwise, or in a place name, where the rules of
    /// 1984 ask for it always; all capitals are often set without.
    fn apostrophe(&self, before: &Step, step: &Step) -> Level {
        let both = self.latin.string(before.letters.start..step.letters.end);
        let ambiguous = syllables(&both) == Some(1) || self.moves_over(before, step);
        if self.upper {
            Level::Suspected
        } else if self.manner.kind == NameKind::Place {
            Level::Violation
        } else if ambiguous {
            Level::Suspected
        } else {
            Level::Advice
        }
    }

    /// Whether the last letter of one syllable could begin the next (fangan: fang'an, fan'gan).
    fn moves_over(&self, before: &Step, step: &Step) -> bool {
        let first = self.latin.string(before.letters.clone());
        let second = self.latin.string(step.letters.clone());
        let Some((cut, last)) = first.char_indices().last() else { return false };
        let shorter = first.get(..cut).unwrap_or_default();
        legal(shorter).is_some() && legal(&format!("{last}{second}")).is_some()
    }

    /// The fault of a wrong border.
    fn divided(&self, join: Join) -> Fault {
        match (self.manner.kind, join) {
            (NameKind::Person, _) => Fault::Person,
            (NameKind::Place, Join::Together) => Fault::Modifier,
            (NameKind::Place, _) => Fault::PlaceDivision,
            (NameKind::Text, _) => Fault::Division,
        }
    }

    /// The rules of 1984 are about places; railways and sights have customs of their own (NANJINGNAN ZHAN).
    fn weak(&self) -> Level {
        let class = generic_of(self.text).map(|(_, generic)| generic.class);
        let place =
            self.manner.kind == NameKind::Place && !matches!(class, Some("building" | "transport" | "facility"));
        if place { Level::Suspected } else { Level::Advice }
    }

    fn capital(&mut self, step: &Step) {
        let unit = &self.spelling.units[step.units.start];
        let letters = &self.latin.letters[step.letters.clone()];
        let Some(first) = letters.first().filter(|_| !self.upper) else { return };
        if first.char.is_ascii_digit() || matches!(unit.sound, Sound::Fixed(_)) {
            return;
        }
        let inner = letters.iter().skip(1).any(|l| l.upper);
        let starts_word = step.units.start == 0 || unit.join != Join::Together;
        // A capital that only follows from a wrong division is told with the division; one that begins a line is a matter of style.
        let needless = first.upper && !unit.capital && first.gap == Gap::None;
        let missing = unit.capital && !first.upper && first.gap == Gap::Space && self.is_name(step.units.start);
        let styled = starts_word && first.upper && !unit.capital && step.units.start > 0 && self.manner.teaching;
        if inner || needless || missing || styled {
            let written = self.raw(step.letters.clone());
            let right = self.right(step.units.clone());
            let hanzi = self.hanzi(step.units.clone()).to_owned();
            let fault = if self.manner.kind == NameKind::Person { Fault::Person } else { Fault::Case };
            self.add(step.letters.clone(), fault, Level::Advice, &hanzi, written, right);
        }
    }

    /// Whether the word from a unit on is a name for certain: running text guesses at names.
    fn is_name(&self, unit: usize) -> bool {
        let units = self.spelling.units.get(unit..).unwrap_or_default();
        let end = units.iter().skip(1).position(|u| u.join != Join::Together).map_or(units.len(), |n| n + 1);
        let word = self.hanzi(unit..unit + end);
        self.manner.kind != NameKind::Text || names().lists(word)
    }

    fn odd_letters(&mut self) {
        if let Some(at) = self.latin.letters.iter().position(|l| l.odd) {
            let (written, right) = (self.raw(0..self.latin.letters.len()), self.right(0..self.spelling.units.len()));
            self.add(at..at + 1, Fault::Letter, Level::Advice, "", written, right);
        }
    }
}

/// Divisions, streets, features of the land and housing are places; stations and buildings have rules of transport beside
/// those of places; the English name of an institution is its own affair.
pub fn english_level(name: &str) -> Level {
    match generic_of(name).map(|(_, generic)| generic.class) {
        Some("facility") => Level::Notice,
        Some("admin" | "street" | "natural" | "water" | "residential") => Level::Violation,
        _ => Level::Suspected,
    }
}

/// An English generic also stands for the direction that English leaves out or puts elsewhere (Nanjing Road: 东路).
fn with_directions(steps: &[Step]) -> Vec<Step> {
    let mut merged: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        match merged.last_mut() {
            Some(before) if before.how == Match::Missing && step.how == Match::English && !step.units.is_empty() => {
                *before = Step { units: before.units.start..step.units.end, ..step.clone() };
            }
            // East Rd is one thing to say: 东路.
            Some(before) if before.how == Match::English && step.how == Match::English && !before.units.is_empty() => {
                before.units.end = step.units.end;
                before.letters.end = step.letters.end;
            }
            _ => merged.push(step.clone()),
        }
    }
    merged
}
