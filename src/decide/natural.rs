//! Guards of wrong forms: what only looks like one because of its neighbours, or belongs to another kind of text.

use super::guard::{KeptWhy, Surroundings};
use crate::check::{Candidate, Source};
use crate::data::chars::HAN;
use crate::document::Scene;

/// The reason why a wrong form of a word is none here.
pub fn keep(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let block = &s.case.registry.matchers()[usize::from(candidate.matcher)].block;
    if s.case.registry.rules()[block.rule].id.starts_with("CI-") && in_title(candidate, s) {
        return Some(KeptWhy::Title);
    }
    let Source::Confusion(form) = candidate.source else { return None };
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let right = s.case.lexicon.confusions.right(form);
    let Some(weighed) = s.case.lexicon.weigh(s.text, start, end, right) else { return None };
    // On a sign the words stand in no sentence that could tell.
    let sign = stands_alone(s);
    let least = match right.chars().count() {
        0..=2 => 7.0,
        3 => 5.0,
        _ => 3.0,
    };
    let least = if sign { ON_SIGNS } else { least };
    if weighed.crossed || weighed.gain < least || !(sign || weighed.stands) {
        return Some(KeptWhy::WordBorder);
    }
    let surname = |c: char| s.case.lexicon.is_common_surname(c);
    if !sign && right.chars().count() == 2 && weighed.before.is_some_and(surname) {
        return Some(KeptWhy::MaybeName);
    }
    (!sign && classical(candidate, s)).then_some(KeptWhy::Classical)
}

/// How much likelier a sign must become (natural logarithm).
const ON_SIGNS: f64 = 2.0;

/// Whether the texts of the scene are names and slogans rather than sentences.
fn stands_alone(s: &Surroundings) -> bool {
    s.case.scene.is_name() || s.case.scene == Scene::Advertisement
}

/// Whether the candidate stands between title marks of its own line.
fn in_title(candidate: &Candidate, s: &Surroundings) -> bool {
    const LONGEST: usize = 60;
    let before = s.text.get(s.from..candidate.start as usize).unwrap_or_default();
    let after = s.text.get(candidate.end as usize..s.to).unwrap_or_default();
    let mark = |c: &char| matches!(c, '《' | '》' | '〈' | '〉' | '\n');
    let opens = before.chars().rev().take(LONGEST).find(mark);
    let closes = || after.chars().take(LONGEST).find(mark);
    matches!(opens, Some('《' | '〈')) && matches!(closes(), Some('》' | '〉'))
}

/// Whether the line reads as classical prose or verse around the candidate: none of the particles that modern Chinese
/// cannot do without, and most characters words by themselves.
fn classical(candidate: &Candidate, s: &Surroundings) -> bool {
    const REACH: usize = 40;
    const MODERN: &str = "的了是在们这那吗呢吧把被和等及或您你她它";
    let line = |c: &char| *c != '\n';
    let before = s.text.get(s.from..candidate.start as usize).unwrap_or_default();
    let after = s.text.get(candidate.end as usize..s.to).unwrap_or_default();
    let head: usize = before.chars().rev().take(REACH).take_while(line).map(char::len_utf8).sum();
    let tail: usize = after.chars().take(REACH).take_while(line).map(char::len_utf8).sum();
    let (from, to) = (candidate.start as usize - head, candidate.end as usize + tail);
    let Some(around) = s.text.get(from..to) else { return false };
    if around.contains(|c| MODERN.contains(c)) {
        return false;
    }
    let is_han = |c: char| s.case.lexicon.chars.class(c as u32) & HAN != 0;
    let (mut han, mut single) = (0, 0);
    for word in s.case.lexicon.words(around) {
        let count = word.word.chars().filter(|c| is_han(*c)).count();
        han += count;
        single += usize::from(count == 1);
    }
    const FEW: usize = 10;
    han >= FEW && single * 2 > han
}
