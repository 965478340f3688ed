//! Severity: the lowest of what the rule, its match and the law of the scene can carry.

use super::Case;
use crate::check::altered::{self, Change};
use crate::check::spelling::Part;
use crate::check::{Candidate, Source, enterprise};
use crate::data::shape::{Certainty, Safety};
use crate::document::Scene;
use crate::rule::Level;

/// A candidate with its severity and suggestions.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Index of the rule.
    pub rule: usize,
    /// Severity.
    pub level: Level,
    /// Confidence.
    pub confidence: Certainty,
    /// Suggestions for the bytes `start..end`, the likeliest first.
    pub suggestions: Vec<String>,
    /// Whether the first may be applied.
    pub fix: Safety,
    /// Note of the table row.
    pub note: String,
    /// Faults of a spelling, which the engine puts into words.
    pub parts: Vec<Part>,
    /// Characters of an idiom that were exchanged for others.
    pub changes: Vec<Change>,
    /// What made it less serious than its rule.
    pub doubt: Option<Doubt>,
    /// Whether a word, not a character, made it: the specific table wins over the generic one.
    pub word: bool,
    /// Whether it is a wrong form that was derived, which yields to all that somebody wrote down.
    pub derived: bool,
    /// The match block, whose cause the engine puts into words.
    pub matcher: Option<u16>,
}

/// Why a finding that the tables are sure of is only suspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The form is quoted by itself: the text may speak about it.
    Cited,
    /// Japanese or Korean writing stands around it.
    Foreign,
    /// It follows a surname and may end a personal name.
    Name,
    /// The text around may hold other words.
    Context,
    /// Words beside it suggest one of the law's exceptions.
    Hinted,
    /// The name does not show that it is an enterprise's; to others the rules apply by analogy, or not.
    Analogy,
}

impl Graded {
    /// Makes it suspected at most, because of a doubt.
    pub fn sink(&mut self, doubt: Doubt) {
        if self.level > Level::Suspected {
            self.level = Level::Suspected;
            self.doubt.get_or_insert(doubt);
        }
    }
}

/// Grades a candidate.
pub fn grade(candidate: &Candidate, rule: usize, text: &str, case: Case) -> Graded {
    let block = &case.registry.matchers()[usize::from(candidate.matcher)].block;
    let ceiling = case.plan.scene(case.scene, case.list).ceiling[rule];
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let (suggestions, note) = answers(candidate, text, case);
    let (suggestions, changes) = match candidate.source {
        Source::Idiom => altered::answers(text.get(start..end).unwrap_or_default(), case.lexicon),
        _ => (suggestions, Vec::new()),
    };
    let doubt = doubt(candidate, text, case);
    let ceiling = if doubt.is_some() { ceiling.min(Level::Suspected) } else { ceiling };
    let single = suggestions.len() == 1 && doubt.is_none();
    Graded {
        start,
        end,
        rule,
        level: block.level.map_or(ceiling, |l| l.min(ceiling)),
        confidence: block.confidence,
        fix: match block.fix {
            _ if !single => Safety::None,
            // What is registered under a name is changed by who keeps the register, not by a program.
            Safety::Safe if is_registered(case.scene) => Safety::Unsafe,
            fix => fix,
        },
        suggestions,
        note,
        parts: Vec::new(),
        changes,
        doubt,
        word: matches!(candidate.source, Source::Term(_) | Source::Confusion(_) | Source::Idiom),
        derived: matches!(candidate.source, Source::Confusion(_)),
        matcher: Some(candidate.matcher),
    }
}

fn is_registered(scene: Scene) -> bool {
    matches!(scene, Scene::PlaceName | Scene::PersonName | Scene::EnterpriseName)
}

fn doubt(candidate: &Candidate, text: &str, case: Case) -> Option<Doubt> {
    let before = text.get(..candidate.start as usize).unwrap_or_default();
    let after = text.get(candidate.end as usize..).unwrap_or_default();
    if cited(before, after) {
        Some(Doubt::Cited)
    } else if foreign(before, after) {
        Some(Doubt::Foreign)
    } else {
        (ends_name(candidate, text, before, case)).then_some(Doubt::Name)
    }
}

/// Whether quotation marks stand around the form with at most one more character between them.
fn cited(before: &str, after: &str) -> bool {
    let opens = |c: char| matches!(c, '“' | '‘' | '「' | '『' | '"');
    let closes = |c: char| matches!(c, '”' | '’' | '」' | '』' | '"');
    let mut left = before.chars().rev();
    let mut right = after.chars();
    let (l, r) = (left.next(), right.next());
    let quoted = |l: Option<char>, r: Option<char>| l.is_some_and(opens) && r.is_some_and(closes);
    quoted(l, r) || quoted(left.next(), r) || quoted(l, right.next())
}

/// Whether the line is Japanese or Korean around here. One の alone is a fashion of signs, not Japanese.
fn foreign(before: &str, after: &str) -> bool {
    const REACH: usize = 12;
    let near = |chars: &mut dyn Iterator<Item = char>| chars.take_while(|c| *c != '\n').take(REACH).collect::<String>();
    let (left, right) = (near(&mut before.chars().rev()), near(&mut after.chars()));
    let around = || left.chars().chain(right.chars());
    let kana = around().filter(|c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}')).count();
    let hangul = around().any(|c| matches!(c, '\u{AC00}'..='\u{D7A3}'));
    let company = ["株式", "式株"].iter().any(|word| left.contains(word) || right.contains(word));
    kana > 1 || hangul || company
}

/// Whether a word that begins with a limited character follows a surname: 李乾|妈妈 is no 乾妈.
fn ends_name(candidate: &Candidate, text: &str, before: &str, case: Case) -> bool {
    let Source::Term(term) = candidate.source else { return false };
    let term = case.lexicon.terms.term(term as usize);
    let start = candidate.start as usize;
    let first = start + term.text.len() > candidate.end as usize
        && text.get(start..).is_some_and(|rest| rest.starts_with(term.text));
    first && before.chars().next_back().is_some_and(|c| case.lexicon.is_surname(c.encode_utf8(&mut [0; 4])))
}

fn answers(candidate: &Candidate, text: &str, case: Case) -> (Vec<String>, String) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let hit = text.get(start..end).unwrap_or_default();
    match candidate.source {
        Source::Computed | Source::Idiom => (Vec::new(), String::new()),
        Source::NamePart => (enterprise::answers(hit), String::new()),
        Source::Confusion(form) => (vec![case.lexicon.right_word(form).to_owned()], String::new()),
        Source::Single => {
            let entry = hit.chars().next().and_then(|c| case.lexicon.single.get(&c));
            entry.map_or_else(Default::default, |e| (split(&e.right), e.note.clone()))
        }
        Source::Char(number) => {
            let entry = hit.chars().next().and_then(|c| case.lexicon.chars.entries(c).get(usize::from(number)));
            entry.map_or_else(Default::default, |e| (split(&e.target), e.note.to_string()))
        }
        Source::Term(term) => {
            let term = case.lexicon.terms.term(term as usize);
            let narrowed = term.text.len() > end - start;
            let suggestions = split(term.target);
            let suggestions = match suggestions.first() {
                // The candidate is the difference of the two: so is its suggestion.
                Some(right) if narrowed => vec![inner(term.text, right)],
                _ => suggestions,
            };
            (suggestions, term.note.to_string())
        }
    }
}

fn split(list: &str) -> Vec<String> {
    list.split(' ').filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// What stands in `right` where `wrong` differs from it.
fn inner(wrong: &str, right: &str) -> String {
    let (from, to) = crate::check::difference(wrong, right);
    let tail = wrong.len() - to;
    right.get(from..right.len() - tail).unwrap_or(right).to_owned()
}
