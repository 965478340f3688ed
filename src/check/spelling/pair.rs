//! One name and the Latin letters that stand for it.

use super::align::{english_word, syllables};
use super::judge::{Compared, Manner, NameKind, Part, Verdict, compare, english_level};
use super::latin::Latin;
use super::stretch::verdict;
use crate::data::shape::Fault;
use crate::document::Scene;
use crate::rule::Level;
use crate::spelling::{Case, Evidence, Join, Sound, Speller, Spelling, Tone, generic_of, names};
use std::ops::Range;

/// How sure it is that the letters are meant as the spelling of the characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// They stand near each other in running text.
    Prose,
    /// They stand together on a sign, as a line each.
    Sign,
    /// They stand on a place-name sign, which has nothing else to say.
    Stated,
    /// A list says so.
    Listed,
}

/// Cost a unit, in thousandths, up to which letters count as a bad spelling of the characters and not as something else.
const fn reach(bond: Bond) -> u32 {
    match bond {
        Bond::Prose => 300,
        Bond::Sign => 450,
        Bond::Stated | Bond::Listed => 800,
    }
}

/// Most characters of a name that is compared, and most letters of a character.
const LONGEST: usize = 64;
const LETTERS: usize = 8;

/// What came of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The letters spell these characters, and well.
    Right,
    /// They are meant to, at this cost a unit, and do not.
    Wrong(Verdict, u32),
    /// They are something else.
    Unrelated,
}

/// A pair to compare: the characters in `hanzi` of `text` with the letters in `latin` of it.
#[derive(Debug, Clone)]
pub struct Pair<'t> {
    /// The text that holds both.
    pub text: &'t str,
    /// The characters.
    pub hanzi: Range<usize>,
    /// The letters.
    pub latin: Range<usize>,
    /// The scene.
    pub scene: Scene,
    /// How sure it is that they belong together.
    pub bond: Bond,
}

/// Compares a pair.
#[must_use]
pub fn judge(pair: &Pair, speller: Speller) -> Outcome {
    let (Some(name), Some(written)) = (pair.text.get(pair.hanzi.clone()), pair.text.get(pair.latin.clone())) else {
        return Outcome::Unrelated;
    };
    if name.chars().count() > LONGEST || written.chars().count() > LONGEST * LETTERS {
        return Outcome::Unrelated; // no name; and the alignment takes time by the product of both
    }
    let letters = Latin::read(pair.text, pair.latin.clone());
    if letters.letters.is_empty() {
        return if pair.bond == Bond::Listed { whole(name, written, pair, speller) } else { Outcome::Unrelated };
    }
    let variants = variants(name, pair.scene, &letters, speller);
    if variants.iter().any(|(spelling, _)| is_spelt(spelling, written)) {
        let found = minority_of(name, &variants, written, pair);
        return found.map_or(Outcome::Right, |verdict| Outcome::Wrong(verdict, 0));
    }
    // What a name with letters of its own (A区) looks like in pinyin, no rule says.
    if name.contains(|c: char| c.is_ascii_alphabetic()) {
        return Outcome::Unrelated;
    }
    if let Some((standard, _)) = variants.first()
        && let Some(outcome) = old_form(name, pair.text, &letters, standard)
    {
        return outcome;
    }
    if pair.scene == Scene::PersonName
        && let Some(outcome) = abbreviated(name, written, pair, speller)
    {
        return outcome;
    }
    if let Some(found) = turned(name, written, pair, &variants) {
        return Outcome::Wrong(found, 0);
    }
    let of = |(spelling, kind): &(Spelling, NameKind)| {
        let manner = Manner { kind: *kind, teaching: pair.scene == Scene::Teaching };
        compare(name, spelling, &letters, pair.text, manner)
    };
    let compared: Vec<Compared> = variants.iter().map(of).collect();
    let rank = |c: &Compared| (c.alignment.cost, c.parts.iter().map(|(_, p)| p.level).max(), c.parts.len());
    let Some(best) = (0..compared.len()).min_by_key(|n| rank(&compared[*n])) else { return Outcome::Unrelated };
    let (comparison, (spelling, kind)) = (&compared[best], &variants[best]);
    let english = comparison.parts.iter().any(|(_, part)| part.fault == Fault::English);
    // Elsewhere than on place-name signs the English of a shop or a station is nobody's business.
    let geographic = pair.scene == Scene::PlaceName || english_level(name) == Level::Violation;
    if english && !(has_specific(name) && geographic) {
        return Outcome::Unrelated;
    }
    if comparison.distance > reach(pair.bond) {
        return beyond(name, written, &letters, (&variants[0].0, *kind), pair.bond);
    }
    let primer = pair.scene == Scene::Teaching && by_characters(&letters, spelling);
    let spaced = apart(spelling);
    let spelling = if primer { &spaced } else { spelling };
    let Some(mut found) = verdict(comparison, spelling, &letters, pair.text) else { return Outcome::Right };
    temper(&mut found, spelling, &letters, pair, *kind);
    if primer {
        found.parts.retain(|p| !matches!(p.fault, Fault::Division | Fault::Case));
    }
    if found.parts.is_empty() { Outcome::Right } else { Outcome::Wrong(found, comparison.distance) }
}

/// Zhao J. G.: the surname in full, and initials.
fn abbreviated(name: &str, written: &str, pair: &Pair, speller: Speller) -> Option<Outcome> {
    let forms = speller.abbreviations(name);
    if forms.iter().any(|form| form == written) {
        return Some(Outcome::Right);
    }
    let bare = |text: &str| text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect::<String>();
    let meant = forms.iter().find(|form| {
        bare(form) == bare(written) && (form.as_str() == form.to_uppercase()) == (written == written.to_uppercase())
    })?;
    let (hanzi, written) = (name.to_owned(), written.to_owned());
    let part =
        Part { fault: Fault::Abbreviation, level: Level::Advice, hanzi, written, right: meant.clone(), slip: false };
    Some(Outcome::Wrong(Verdict { at: pair.latin.clone(), parts: vec![part], suggestions: vec![meant.clone()] }, 0))
}

/// Fang Wang: the given name first.
fn turned(name: &str, written: &str, pair: &Pair, variants: &[(Spelling, NameKind)]) -> Option<Verdict> {
    let person = variants.iter().filter(|(_, kind)| *kind == NameKind::Person);
    let upper = written == written.to_uppercase();
    let (tone, case) = (Tone::None, if upper { Case::Upper } else { Case::Standard });
    let right = person.map(|(spelling, _)| spelling.render(tone, case)).find(|right| {
        let (surname, given) = right.split_once(' ').unwrap_or_default();
        !given.is_empty() && written.split_once(' ') == Some((given, surname))
    })?;
    let part = Part {
        fault: Fault::Person,
        level: Level::Advice,
        hanzi: name.to_owned(),
        written: written.to_owned(),
        right: right.clone(),
        slip: false,
    };
    Some(Verdict { at: pair.latin.clone(), parts: vec![part], suggestions: vec![right] })
}

/// A cell of a list that holds no letter at all.
fn whole(name: &str, written: &str, pair: &Pair, speller: Speller) -> Outcome {
    let variants = variants(name, pair.scene, &Latin::default(), speller);
    let Some(right) = variants.first().map(|(spelling, _)| spelling.render(Tone::None, Case::Standard)) else {
        return Outcome::Unrelated;
    };
    let (hanzi, written) = (name.to_owned(), written.to_owned());
    let part =
        Part { fault: Fault::Reading, level: Level::Suspected, hanzi, written, right: right.clone(), slip: false };
    Outcome::Wrong(Verdict { at: pair.latin.clone(), parts: vec![part], suggestions: vec![right] }, u32::MAX)
}

/// Letters that are too far from the spelling to be a bad form of it, where they are known to belong to the name.
fn beyond(name: &str, written: &str, letters: &Latin, (standard, kind): (&Spelling, NameKind), bond: Bond) -> Outcome {
    let whole = |fault: Fault, level: Level| {
        let right = rendered(standard, letters);
        let (hanzi, written) = (name.to_owned(), written.trim().to_owned());
        let part = Part { fault, level, hanzi, written, right: right.clone(), slip: false };
        let at = letters.bytes(0..letters.letters.len());
        Outcome::Wrong(Verdict { at, parts: vec![part], suggestions: vec![right] }, u32::MAX)
    };
    let words = || letters.words().into_iter().map(|w| letters.string(w));
    let generic = |word: &str| english_word(word).is_some_and(|(meaning, _)| meaning.kind == "generic");
    let translated = || words().any(|w| syllables(&w).is_none() && generic(&w));
    let all_pinyin = || words().map(|w| syllables(&w)).sum::<Option<usize>>() == Some(standard.units.len());
    let known = bond >= Bond::Stated;
    match bond {
        _ if known && kind == NameKind::Place && translated() && has_specific(name) => {
            whole(Fault::English, english_level(name))
        }
        // As many syllables as characters, but of something else: another name's spelling.
        _ if known && all_pinyin() => whole(Fault::Reading, Level::Suspected),
        Bond::Listed => whole(Fault::Reading, Level::Suspected),
        _ => Outcome::Unrelated,
    }
}

/// The spellings a text of this scene may have, the standard one first.
fn variants(name: &str, scene: Scene, letters: &Latin, speller: Speller) -> Vec<(Spelling, NameKind)> {
    let of = |list: Vec<Spelling>, kind: NameKind| list.into_iter().map(move |s| (s, kind));
    match scene {
        Scene::PlaceName => of(speller.place(name), NameKind::Place).collect(),
        Scene::PersonName => of(speller.person(name), NameKind::Person).collect(),
        _ => {
            let person = if speller.looks_like_person(name) { speller.person(name) } else { Vec::new() };
            if person.iter().any(|spelling| divided_like(spelling, letters)) {
                return of(person, NameKind::Person).collect();
            }
            // 银行 is a word before it is a place that ends in 行; 学院路 under Xueyuan Road is a place all the same.
            let english = || {
                letters.words().into_iter().any(|w| {
                    let word = letters.string(w);
                    syllables(&word).is_none() && english_word(&word).is_some()
                })
            };
            let is_place = is_place(name) && (!speller.is_word(name) || english());
            let place = if is_place || names().holds(name) { speller.place(name) } else { Vec::new() };
            if names().holds(name) {
                return of(place, NameKind::Place).collect();
            }
            let text = of(vec![speller.text(name)], NameKind::Text);
            // A shop or an institution is spelt as text first, a road as a place.
            match generic_of(name).map(|(_, generic)| generic.class) {
                Some("building" | "facility") => text.chain(of(place, NameKind::Place)).collect(),
                _ => of(place, NameKind::Place).chain(text).collect(),
            }
        }
    }
}

/// Whether a name is more than a generic or a notice: 停车场, 出口 and 南 are no place names, and their English is a service.
fn has_specific(name: &str) -> bool {
    let alone = names().generics.contains_key(name) || name.chars().nth(1).is_none();
    !alone && (generic_of(name).is_some() || names().holds(name))
}

/// Whether a name is a known place, or ends in a generic.
fn is_place(name: &str) -> bool {
    generic_of(name).is_some() || names().holds(name)
}

fn is_spelt(spelling: &Spelling, written: &str) -> bool {
    let is = |tone, case| spelling.render(tone, case) == written;
    is(Tone::None, Case::Standard) || is(Tone::None, Case::Upper) || is(Tone::Mark, Case::Standard)
}

fn rendered(spelling: &Spelling, letters: &Latin) -> String {
    let tone = if letters.has_tones() { Tone::Mark } else { Tone::None };
    spelling.render(tone, if letters.is_upper() { Case::Upper } else { Case::Standard })
}

/// On signs and maps a name of a minority language is spelt after that language, not after its Chinese characters.
fn minority_of(name: &str, variants: &[(Spelling, NameKind)], written: &str, pair: &Pair) -> Option<Verdict> {
    let (standard, _) = variants.first().filter(|_| pair.scene == Scene::PlaceName)?;
    let fixed = standard.units.iter().find(|u| matches!(u.sound, Sound::Fixed(_)) && u.at.len() > 3)?;
    let found = names().minority.get(name.get(fixed.at.clone())?)?;
    let spelt = |v: &&(Spelling, NameKind)| is_spelt(&v.0, written);
    // Where the Chinese reading is itself among the spellings of signs, it is one of them.
    let plain =
        |text: &str| text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect::<String>();
    if found.sign.split('|').any(|sign| plain(written).starts_with(&plain(sign))) {
        return None;
    }
    let own = variants.iter().filter(spelt).any(|(s, _)| s.units.iter().any(|u| u.at == fixed.at));
    if own {
        return None;
    }
    let upper = Latin::read(written, 0..written.len()).is_upper();
    let right = standard.render(Tone::None, if upper { Case::Upper } else { Case::Standard });
    let level = if found.verified { Level::Suspected } else { Level::Advice };
    let hanzi = name.get(fixed.at.clone())?.to_owned();
    let part =
        Part { fault: Fault::Minority, level, hanzi, written: written.to_owned(), right: right.clone(), slip: false };
    Some(Verdict { at: pair.latin.clone(), parts: vec![part], suggestions: vec![right] })
}

/// Tsingtao, Peking; where the word is part of a name of its own (a university, a beer) it stays.
fn old_form(name: &str, text: &str, letters: &Latin, standard: &Spelling) -> Option<Outcome> {
    let words: Vec<(Range<usize>, String)> =
        letters.words().into_iter().map(|w| (w.clone(), letters.string(w))).collect();
    let (range, old) = words.iter().find_map(|(w, s)| Some((w.clone(), *names().romanized.get(s.as_str())?)))?;
    if !name.contains(old.name) {
        return None;
    }
    let kept = old.keep.split(' ').any(|keep| words.iter().any(|(_, word)| word == keep));
    if kept {
        return Some(Outcome::Unrelated);
    }
    let written = text.get(letters.bytes(range.clone()))?.to_owned();
    let is_alone = words.len() == 1;
    let right = if is_alone { rendered(standard, letters) } else { old.modern.to_owned() };
    let right = if letters.is_upper() { right.to_uppercase() } else { right };
    let part = Part {
        fault: Fault::OldForm,
        level: Level::Violation,
        hanzi: old.name.to_owned(),
        written,
        right: right.clone(),
        slip: false,
    };
    Some(Outcome::Wrong(Verdict { at: letters.bytes(range), parts: vec![part], suggestions: vec![right] }, 0))
}

/// What letters that fit badly may mean, by what else they may be.
///
/// A brand or a foreign name may look like a misspelt Chinese one (特斯拉 Tesla, 巴拿马 Panama), a name of a minority language
/// like bad pinyin (塔里木 Tarim, 乌兰夫 Ulanhu): one slip among many right syllables is a slip, more of them are a doubt, and in
/// running text none is told.
fn temper(found: &mut Verdict, spelling: &Spelling, letters: &Latin, pair: &Pair, kind: NameKind) {
    let units = spelling.units.len();
    let slips = found.parts.iter().filter(|p| p.slip).count();
    let cap = |found: &mut Verdict, level: Level| found.parts.iter_mut().for_each(|p| p.level = p.level.min(level));
    let marked = letters.has_tones();
    match (pair.scene, kind) {
        // A line of verse may keep a reading of its time (斜 xiá), which a person must see.
        (Scene::Teaching, _) if marked => {
            let verse = units > 4;
            found.parts.iter_mut().filter(|p| verse && p.slip).for_each(|p| p.level = p.level.min(Level::Suspected));
        }
        (Scene::PlaceName, NameKind::Place) => {
            if slips > 1 && slips * 2 >= units {
                cap(found, Level::Suspected);
            }
        }
        (_, NameKind::Person) => {
            if slips > 1 || (slips == 1 && (units < 2 || pair.scene != Scene::PersonName)) {
                found.parts.retain(|p| !p.slip);
                found.parts.retain(|p| slips == 0 || p.fault != Fault::Person);
            }
            // How a family reads its name is for the family to say; ü is not.
            found
                .parts
                .iter_mut()
                .filter(|p| p.fault != Fault::Umlaut)
                .for_each(|p| p.level = p.level.min(Level::Suspected));
        }
        _ if spelling.units.iter().all(|u| u.evidence >= Evidence::Name) && pair.bond == Bond::Prose => {}
        (scene, _) => {
            let syllable = |p: &Part| {
                !p.slip || (p.written.len() > 1 && p.written.to_lowercase().contains(['a', 'e', 'i', 'o', 'u']))
            };
            let enough = scene.is_name()
                && pair.bond > Bond::Prose
                && slips == 1
                && units > 3
                && found.parts.iter().all(syllable);
            if !enough && !marked {
                found.parts.retain(|p| !p.slip);
                // What is left of a foreign word after its slips is no fault of pinyin either.
                if slips > 0 {
                    found.parts.clear();
                }
            }
            found
                .parts
                .iter_mut()
                .filter(|p| p.fault != Fault::Umlaut)
                .for_each(|p| p.level = p.level.min(Level::Suspected));
        }
    }
}

/// The same syllables, each a word: how primers write.
fn apart(spelling: &Spelling) -> Spelling {
    let mut spelling = spelling.clone();
    spelling.units.iter_mut().for_each(|u| u.join = Join::Space);
    spelling
}

/// Whether the letters are divided into words as this spelling is, each with a capital: Zha Liangyong.
fn divided_like(spelling: &Spelling, letters: &Latin) -> bool {
    let words = letters.words();
    let wanted = spelling.units.iter().filter(|u| u.join != Join::Together).count();
    words.len() == wanted.max(1) && words.iter().all(|w| letters.letters[w.start].upper)
}

/// Whether every syllable stands by itself, as in primers.
fn by_characters(letters: &Latin, spelling: &Spelling) -> bool {
    letters.words().len() == spelling.units.len()
}
