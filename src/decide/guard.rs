//! Guards: contexts in which a candidate is right after all.
//!
//! In order: the user's allow list, protected names, fixed phrases of the rule, addresses, personal names, word borders,
//! and what [`super::natural`] knows of wrong forms.
//! Each keeps the candidate with a reason; none changes the text.

use super::{Case, natural};
use crate::check::{Candidate, Context, Source, enterprise};
use crate::data::chars::{ALLOWED, HAN, IN_NAMES, IN_PLACES};
use crate::data::shape::Match;
use crate::data::terms::Meaning;
use crate::document::Scene;
use crate::enterprise::Name;
use crate::lexicon::{Lexicon, UserDictionary};

/// Longest context looked for, in bytes; no name or phrase is longer.
const LONGEST: u32 = 512;

/// Why a candidate is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptWhy {
    /// The user's allow list; its reason.
    AllowList(String),
    /// A protected name and what it is.
    ProtectedName(String, String),
    /// A fixed phrase in which the form is right, and its reason.
    FixedPhrase(String, String),
    /// A personal name; the table lets the form stand there.
    PersonName,
    /// A place name of a place-name scene; the table lets the form stand there.
    PlaceName,
    /// Part of a web or mail address.
    Address,
    /// Part of the title of a work, which stands as its author wrote it.
    Title,
    /// The characters belong to different words.
    WordBorder,
    /// It follows a surname and may be a name.
    MaybeName,
    /// Classical prose or verse.
    Classical,
    /// A character outside the standard table in legitimate use, and which.
    LegitimateUse(String),
    /// An exemption stated for the text; index into the plan's exemptions.
    Exemption(usize),
    /// An exemption that the sentence shows by itself; the same index.
    Shown(usize),
}

/// A stretch of text with all that was seen in it.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The text.
    pub text: &'a str,
    /// Start of the stretch.
    pub from: usize,
    /// End of the stretch.
    pub to: usize,
    /// Contexts seen in the text, sorted by start.
    pub contexts: &'a [Context],
    /// The case.
    pub case: Case<'a>,
}

impl Surroundings<'_> {
    /// Whether the match block of a candidate looks at texts of this scene, length and line at all.
    #[must_use]
    pub fn suit(&self, candidate: &Candidate) -> bool {
        let matcher = &self.case.registry.matchers()[usize::from(candidate.matcher)];
        let block = &matcher.block;
        let in_scene = block.scenes.is_empty() || block.scenes.iter().any(|s| s == self.case.scene.as_str());
        let asks_line = !block.near.is_empty() || !block.apart.is_empty();
        in_scene
            && (block.within == 0 || self.is_short(candidate, block.within))
            && (!asks_line || matcher.allows_line(self.line(candidate).0))
            && self.is_in_name(block, candidate)
    }

    /// The line or cell of a candidate, cut to what a sentence may have on each side, and where it begins in the text.
    #[must_use]
    pub fn line(&self, candidate: &Candidate) -> (&str, usize) {
        const REACH: usize = 200;
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        let line = |c: &char| *c != '\n';
        let before = self.text.get(self.from..start).unwrap_or_default();
        let after = self.text.get(end..self.to).unwrap_or_default();
        let head: usize = before.chars().rev().take(REACH).take_while(line).map(char::len_utf8).sum();
        let tail: usize = after.chars().take(REACH).take_while(line).map(char::len_utf8).sum();
        (self.text.get(start - head..end + tail).unwrap_or_default(), start - head)
    }

    /// Whether a candidate stands where its block looks in an enterprise name.
    fn is_in_name(&self, block: &Match, candidate: &Candidate) -> bool {
        let hit = candidate.start as usize..candidate.end as usize;
        block.within_name.is_empty()
            || self
                .name_of(candidate)
                .is_some_and(|name| enterprise::stands(self.text, &name, &hit, &block.within_name))
    }

    /// The enterprise name around a candidate.
    #[must_use]
    pub fn name_of(&self, candidate: &Candidate) -> Option<Name> {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        let from = self.text.get(self.from..start)?.rfind('\n').map_or(self.from, |n| self.from + n + 1);
        let to = self.text.get(end..self.to)?.find('\n').map_or(self.to, |n| end + n);
        let names = crate::enterprise::names(self.text, from..to);
        names.into_iter().find(|name| name.range.start <= start && end <= name.range.end)
    }

    /// Whether the line or cell of a candidate has at most so many Han characters.
    fn is_short(&self, candidate: &Candidate, most: usize) -> bool {
        let before = self.text.get(self.from..candidate.start as usize).unwrap_or_default();
        let rest = self.text.get(candidate.start as usize..self.to).unwrap_or_default();
        let line = |c: &char| *c != '\n';
        let around = before.chars().rev().take_while(line).chain(rest.chars().take_while(line));
        around.filter(|c| self.case.lexicon.chars.class(*c as u32) & HAN != 0).nth(most).is_none()
    }
}

/// The reason to keep a candidate, if there is one.
pub fn keep(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let lexicon = s.case.lexicon;
    let forbidden = match candidate.source {
        Source::Single => true,
        Source::Term(term) => lexicon.terms.term(term as usize).meaning == Meaning::Forbid,
        _ => false,
    };
    if forbidden {
        return None; // forbid beats everything
    }
    if let Some(why) = allowed_single(candidate, s) {
        return Some(why);
    }
    context(candidate, s)
        .or_else(|| address(candidate, s))
        .or_else(|| name(candidate, s))
        .or_else(|| border(candidate, s))
        .or_else(|| natural::keep(candidate, s))
}

fn char_of(candidate: &Candidate, s: &Surroundings) -> Option<char> {
    let mut chars = s.text.get(candidate.start as usize..candidate.end as usize)?.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn allowed_single(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let entry = s.case.lexicon.single.get(&char_of(candidate, s)?)?;
    (entry.dictionary != UserDictionary::Forbid).then(|| KeptWhy::AllowList(entry.note.clone()))
}

/// A longer string that covers the candidate and says that it is right there.
pub fn context(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let terms = &s.case.lexicon.terms;
    let block = &s.case.registry.matchers()[usize::from(candidate.matcher)].block;
    let rule = block.rule;
    // How a brand or a person is written is no reason for an enterprise to be registered so.
    let registered = candidate.source == Source::NamePart || !block.within_name.is_empty();
    let hit = s.text.get(candidate.start as usize..candidate.end as usize)?;
    let mut best: Option<(u8, KeptWhy)> = None;
    let near = s.contexts.partition_point(|c| c.start + LONGEST < candidate.start);
    let before = s.contexts.partition_point(|c| c.start <= candidate.start);
    for context in s.contexts[near..before].iter().filter(|c| candidate.end <= c.end) {
        let term = terms.term(context.term as usize);
        let covers = term.target.is_empty() || hit.chars().all(|c| term.target.contains(c));
        let (rank, why) = match term.meaning {
            Meaning::Allow => (0, KeptWhy::AllowList(term.note.to_string())),
            Meaning::Protect if covers && !registered => {
                (1, KeptWhy::ProtectedName(term.text.to_string(), term.note.to_string()))
            }
            Meaning::Keep(of) if usize::from(of) == rule && covers => {
                (2, KeptWhy::FixedPhrase(term.text.to_string(), term.note.to_string()))
            }
            _ => continue,
        };
        if best.as_ref().is_none_or(|(r, _)| rank < *r) {
            best = Some((rank, why));
        }
    }
    best.map(|(_, why)| why)
}

/// An address that runs up to the candidate without a blank or a Chinese punctuation mark.
fn address(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    const LONGEST: usize = 200;
    let part = |c: &char| {
        !c.is_whitespace() && !matches!(c, '，' | '。' | '；' | '、' | '：' | '（' | '）' | '“' | '”' | '<' | '>')
    };
    let before = s.text.get(s.from..candidate.start as usize)?;
    let after = s.text.get(candidate.end as usize..s.to)?;
    // Without a slash or an at sign nearby there is no address, and most texts have neither.
    if !before.chars().rev().take(LONGEST).take_while(part).any(|c| c == '/') && !after.starts_with('@') {
        return None;
    }
    let run: Vec<char> = before.chars().rev().take(LONGEST).take_while(part).collect();
    let run: String = run.into_iter().rev().collect();
    (run.contains("://") || run.contains("www.") || after.starts_with('@')).then_some(KeptWhy::Address)
}

/// A form that the footnotes of the table allow in names, where the text is a name.
fn name(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let Source::Char(number) = candidate.source else { return None };
    let char = char_of(candidate, s)?;
    let flags = s.case.lexicon.chars.entries(char).get(usize::from(number))?.flags;
    if flags & IN_PLACES != 0 && s.case.scene == Scene::PlaceName {
        return Some(KeptWhy::PlaceName);
    }
    if flags & IN_NAMES == 0 {
        return None;
    }
    if s.case.scene == Scene::PersonName || person(candidate, s) {
        return Some(KeptWhy::PersonName);
    }
    None
}

/// Whether the candidate stands in a string that is a personal name by itself: two to four Han characters
/// between other characters, the first of them a surname. Inside running text nothing but a person can tell.
fn person(candidate: &Candidate, s: &Surroundings) -> bool {
    let is_han = |c: char| s.case.lexicon.chars.class(c as u32) & HAN != 0;
    let before = s.text.get(s.from..candidate.start as usize).unwrap_or_default();
    let after = s.text.get(candidate.end as usize..s.to).unwrap_or_default();
    let head: Vec<char> = before.chars().rev().take_while(|c| is_han(*c)).take(4).collect();
    let tail = after.chars().take_while(|c| is_han(*c)).take(4).count();
    // On signs and in lists of places and firms a short string is the name of something else.
    let names_things = matches!(
        s.case.scene,
        Scene::Signboard | Scene::PlaceName | Scene::EnterpriseName | Scene::ProductName | Scene::Advertisement
    );
    if names_things {
        return false;
    }
    let Some(own) = char_of(candidate, s) else { return false };
    if head.len() + 1 + tail > 4 {
        return false;
    }
    let standard = |c: &char| s.case.lexicon.standard_of(*c);
    let mut name: String = head.iter().rev().map(standard).collect();
    if name.is_empty() {
        // The form may be the surname itself; it is not written with the standard form then.
        return tail > 0 && s.case.lexicon.is_surname(&own.to_string());
    }
    let double = name.chars().count() > 1 && s.case.lexicon.is_surname(&name.chars().take(2).collect::<String>());
    name = name.chars().take(1).collect();
    double || s.case.lexicon.is_surname(&name)
}

fn border(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let block = &s.case.registry.matchers()[usize::from(candidate.matcher)].block;
    // Four characters in a row do not meet by chance.
    let hit = s.text.get(candidate.start as usize..candidate.end as usize)?;
    let is_short = hit.chars().nth(3).is_none();
    let crosses = || s.case.lexicon.crosses_word(s.text, candidate.start as usize, candidate.end as usize);
    (block.border && is_short && crosses()).then_some(KeptWhy::WordBorder)
}

/// Why a character outside the table may stand, for one that a table allows in some uses.
pub fn legitimate(char: char, lexicon: &Lexicon) -> Option<KeptWhy> {
    let entry = lexicon.chars.entries(char).iter().find(|e| e.matcher == ALLOWED)?;
    Some(KeptWhy::LegitimateUse(entry.note.to_string()))
}
