//! Guards of wrong forms: what only looks like one because of its neighbours, or belongs to another kind of text.

use super::guard::{KeptWhy, Surroundings};
use crate::check::{Candidate, Source};
use crate::data::chars::HAN;
use crate::data::shape::{Certainty, Match};
use crate::document::Scene;

/// Whether a wrong form only comes about where words meet, so that there is nothing to tell of.
pub fn is_accident(candidate: &Candidate, s: &Surroundings) -> bool {
    let Source::Confusion(form) = candidate.source else { return false };
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let right = s.case.lexicon.right_word(form);
    let block = &s.case.registry.matchers()[usize::from(candidate.matcher)].block;
    if stands_alone(s) {
        return is_no_slip_on_sign(candidate, right, block, s);
    }
    if s.case.lexicon.meets(s.text, start, end, right) {
        return true;
    }
    let Some(weighed) = s.case.lexicon.weigh(s.text, start, end, right) else { return true };
    let short = right.chars().nth(2).is_none();
    let least = match (right.chars().count(), block.confidence) {
        (0..=2, Certainty::Low) => 9.0,
        (0..=2, _) => 7.0,
        (3, _) => 5.0,
        _ => 3.0,
    };
    weighed.gain < least || !weighed.stands || (short && weighed.rare_neighbour) || weighed.lone > MOSTLY_LONE
}

/// The same on a sign, where no sentence can tell: two characters must stand at an end of the name, and be no house of
/// somebody's (邓记 is no 登记).
fn is_no_slip_on_sign(candidate: &Candidate, right: &str, block: &Match, s: &Surroundings) -> bool {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let Some(weighed) = s.case.lexicon.weigh(s.text, start, end, right) else { return true };
    let short = right.chars().nth(2).is_none();
    // A form of a short sign may be a word itself, so the gain says little.
    let least = match (block.within > 0, short) {
        (false, _) => 3.0,
        (true, true) => -3.0,
        (true, false) => 0.0,
    };
    weighed.crossed || weighed.gain < least || (short && (!is_at_an_end(candidate, s) || is_house(candidate, s)))
}

/// Whether a candidate begins or ends the Han characters of its line.
fn is_at_an_end(candidate: &Candidate, s: &Surroundings) -> bool {
    let is_han = |c: char| s.case.lexicon.chars.class(c as u32) & HAN != 0;
    let before = s.text.get(s.from..candidate.start as usize).unwrap_or_default();
    let after = s.text.get(candidate.end as usize..s.to).unwrap_or_default();
    !before.chars().next_back().is_some_and(is_han) || !after.chars().next().is_some_and(is_han)
}

/// 邓记, 许师, 老胡: somebody's house.
fn is_house(candidate: &Candidate, s: &Surroundings) -> bool {
    const HOUSES: &str = "记家氏哥姐府师嫂妈爷叔姨婆";
    let mut chars = s.text.get(candidate.start as usize..candidate.end as usize).unwrap_or_default().chars();
    let (Some(first), Some(second)) = (chars.next(), chars.next()) else { return false };
    let is_surname = |c: char| s.case.lexicon.is_surname(c.encode_utf8(&mut [0; 4]));
    (is_surname(first) && HOUSES.contains(second)) || (matches!(first, '老' | '小' | '阿') && is_surname(second))
}

/// Whether a wrong form that somebody entered may be something else here: the text does not gain by the right word.
pub fn is_doubtful(candidate: &Candidate, s: &Surroundings) -> bool {
    const LEAST: f64 = 5.0;
    let Source::Term(term) = candidate.source else { return false };
    let right = &s.case.lexicon.terms.term(term as usize).target;
    let short = right.chars().nth(2).is_none();
    let weighed = || s.case.lexicon.weigh(s.text, candidate.start as usize, candidate.end as usize, right);
    short && weighed().is_none_or(|w| w.crossed || w.gain < LEAST || (w.rare_neighbour && !stands_alone(s)))
}

/// Share of lone characters from which on the text around is verse, names or code rather than prose.
const MOSTLY_LONE: f64 = 0.34;

/// The reason why a wrong form of a word is none here.
pub fn keep(candidate: &Candidate, s: &Surroundings) -> Option<KeptWhy> {
    let block = &s.case.registry.matchers()[usize::from(candidate.matcher)].block;
    if s.case.registry.rules()[block.rule].id.starts_with("CI-") && in_title(candidate, s) {
        return Some(KeptWhy::Title);
    }
    let derived = matches!(candidate.source, Source::Confusion(_)) || block.weigh;
    if !(derived || block.modern) || stands_alone(s) {
        return None;
    }
    let hit = s.text.get(candidate.start as usize..candidate.end as usize).unwrap_or_default();
    let short = hit.chars().nth(2).is_none();
    if derived && short && after_surname(candidate, s) {
        return Some(KeptWhy::MaybeName);
    }
    classical(candidate, s).then_some(KeptWhy::Classical)
}

/// 张捡查: a common surname that is no part of a word, and then two characters that are no word.
fn after_surname(candidate: &Candidate, s: &Surroundings) -> bool {
    let mut before = s.text.get(s.from..candidate.start as usize).unwrap_or_default().chars().rev();
    let Some(surname) = before.next().filter(|c| s.case.lexicon.is_common_surname(*c)) else { return false };
    let word = |c: char| s.case.lexicon.count(&[c, surname].iter().collect::<String>()) > 0;
    !before.next().is_some_and(word)
}

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

/// Whether the sentence reads as classical prose or verse around the candidate: none of the particles that modern Chinese
/// cannot do without, and most characters words by themselves.
fn classical(candidate: &Candidate, s: &Surroundings) -> bool {
    const REACH: usize = 40;
    const MODERN: &str = "的们这吗呢吧您她它";
    let line = |c: &char| !matches!(c, '\n' | '。' | '！' | '？' | '；');
    let before = s.text.get(s.from..candidate.start as usize).unwrap_or_default();
    let after = s.text.get(candidate.end as usize..s.to).unwrap_or_default();
    let head: usize = before.chars().rev().take(REACH).take_while(line).map(char::len_utf8).sum();
    let tail: usize = after.chars().take(REACH).take_while(line).map(char::len_utf8).sum();
    let (from, to) = (candidate.start as usize - head, candidate.end as usize + tail);
    let around = [s.text.get(from..candidate.start as usize), s.text.get(candidate.end as usize..to)];
    if around.iter().flatten().any(|part| part.contains(|c| MODERN.contains(c))) {
        return false;
    }
    let is_han = |c: char| s.case.lexicon.chars.class(c as u32) & HAN != 0;
    let (mut han, mut single) = (0, 0);
    for word in around.iter().flatten().flat_map(|part| s.case.lexicon.words(part)) {
        let count = word.word.chars().filter(|c| is_han(*c)).count();
        han += count;
        single += usize::from(count == 1);
    }
    const FEW: usize = 8;
    han >= FEW && single * 2 > han
}
