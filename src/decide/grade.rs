//! Severity: the lowest of what the rule, its match and the law of the scene can carry.

use super::Case;
use crate::check::{Candidate, Source};
use crate::data::shape::{Certainty, Safety};
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
    /// Whether a word, not a character, made it: the specific table wins over the generic one.
    pub word: bool,
}

/// Grades a candidate.
pub fn grade(candidate: &Candidate, rule: usize, text: &str, case: Case) -> Graded {
    let block = &case.registry.matchers()[usize::from(candidate.matcher)].block;
    let ceiling = case.plan.scene(case.scene, case.cell).ceiling[rule];
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let (suggestions, note) = answers(candidate, text, case);
    let single = suggestions.len() == 1;
    Graded {
        start,
        end,
        rule,
        level: block.level.map_or(ceiling, |l| l.min(ceiling)),
        confidence: block.confidence,
        fix: if single { block.fix } else { Safety::None },
        suggestions,
        note,
        word: matches!(candidate.source, Source::Term(_)),
    }
}

fn answers(candidate: &Candidate, text: &str, case: Case) -> (Vec<String>, String) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let hit = text.get(start..end).unwrap_or_default();
    match candidate.source {
        Source::Computed => (Vec::new(), String::new()),
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
            let suggestions = split(&term.target);
            let suggestions = match suggestions.first() {
                // The candidate is the difference of the two: so is its suggestion.
                Some(right) if narrowed => vec![inner(&term.text, right)],
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
