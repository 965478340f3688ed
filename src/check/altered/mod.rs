//! Idioms and sayings of which characters were exchanged for others that sound alike (默默无蚊).
//!
//! Most stretches of four characters sound like some idiom. What makes one an altered idiom is that it is nothing else:
//! neither a right word, nor words that stand side by side by chance.

mod guess;
mod natural;
mod stretch;

pub use guess::{Change, How};

use super::{Candidate, Source};
use crate::data::idioms::{Entry, IdiomIndex, LINE, Likeness};
use crate::lexicon::Lexicon;
use guess::{Guess, guesses};
use natural::Words;
use std::ops::Range;
use stretch::{Symbol, WIDTH, runs, stretches};

/// Most suggestions.
const ANSWERS: usize = 3;

/// Looks in a stretch of text. Where it is `noticed` (on signs, in advertisements, names of firms and goods), a slogan may
/// stand anywhere; in running text only what stands between punctuation is looked at: four characters of which one is
/// changed, and lines of sayings and verse.
pub fn look(
    text: &str,
    range: Range<usize>,
    noticed: bool,
    matcher: u16,
    lexicon: &Lexicon,
    found: &mut Vec<Candidate>,
) {
    let mut add = |symbols: &[Symbol], least: bool| {
        for (at, guess) in altered(symbols, lexicon).into_iter().filter(|(_, guess)| !least || guess.is_least()) {
            let (start, end) = (symbols[at].start as u32, symbols[at + guess.length - 1].end as u32);
            found.push(Candidate { start, end, matcher, source: Source::Idiom });
        }
    };
    if noticed {
        return stretches(text, range, lexicon, |symbols| add(symbols, false));
    }
    let index = &lexicon.idioms;
    runs(text, range, |run, clause| {
        let written = |run: &Range<usize>| text.get(run.clone()).unwrap_or_default();
        if run.len() == FOUR * WIDTH {
            if may_be_slip(written(&run), index) {
                stretches(text, run.clone(), lexicon, |symbols| add(symbols, true));
            }
        } else if run.len() >= LINE * WIDTH && index.may_be_saying(written(&run), written(&run)) {
            add_line(text, &run, &[written(&run)], lexicon, &mut add);
        }
        // Two short clauses may be one saying.
        let whole = |clause: &Range<usize>| {
            run.len().min(clause.len()) < LINE * WIDTH && run.len() + clause.len() >= LINE * WIDTH
        };
        if let Some(clause) = clause.filter(whole).filter(|clause| index.may_be_saying(written(clause), written(&run)))
        {
            add_line(text, &(clause.start..run.end), &[written(&clause), written(&run)], lexicon, &mut add);
        }
    });
}

/// Characters of an idiom.
const FOUR: usize = 4;

/// Looks closely at clauses that may together be a saying or a verse.
fn add_line(
    text: &str,
    line: &Range<usize>,
    clauses: &[&str],
    lexicon: &Lexicon,
    add: &mut impl FnMut(&[Symbol], bool),
) {
    let chars: Vec<char> = clauses.iter().flat_map(|clause| clause.chars()).collect();
    if lexicon.idioms.may_be_line(&chars) {
        stretches(text, line.clone(), lexicon, |symbols| {
            if symbols.len() == chars.len() {
                add(symbols, true);
            }
        });
    }
}

/// Whether four characters are an idiom of which one is changed for another of the same sound. Nearly all are not, so
/// this is asked before anything is looked at closely.
fn may_be_slip(four: &str, index: &IdiomIndex) -> bool {
    if !index.may_be_idiom(four) {
        return false;
    }
    let mut chars = four.chars();
    let mut next = || chars.next().unwrap_or_default();
    let chars = [next(), next(), next(), next()];
    let same = |gap: usize| {
        let alike =
            |entry: Entry| entry.text != four && index.likeness(&entry, gap, chars[gap]) == Some(Likeness::Same);
        index.with_gap(chars, gap).any(alike)
    };
    (0..chars.len()).any(same)
}

/// What an altered idiom should be, the likeliest first, and what is changed in it.
#[must_use]
pub fn answers(hit: &str, lexicon: &Lexicon) -> (Vec<String>, Vec<Change>) {
    let mut found = (Vec::new(), Vec::new());
    stretches(hit, 0..hit.len(), lexicon, |symbols| {
        let mut all = guesses(symbols, true, &lexicon.idioms);
        all.retain(|guess| guess.length == symbols.len() && guess.is_likely(true));
        all.sort_by_key(Guess::rank);
        if let Some(best) = all.first() {
            // A near sound may well be what is meant (痔在必得 of 志在必得 and 势在必得).
            let as_likely = all.iter().filter(|guess| guess.distance <= best.distance + 1).take(ANSWERS);
            let marked = |guess: &Guess| {
                let marks = symbols.iter().map(|symbol| symbol.mark);
                guess.entry.text.chars().zip(marks).flat_map(|(right, mark)| mark.into_iter().chain([right])).collect()
            };
            found = (as_likely.map(marked).collect(), best.changes(symbols, &lexicon.idioms));
        }
    });
    found
}

/// The altered idioms in a stretch, and where they begin.
fn altered(symbols: &[Symbol], lexicon: &Lexicon) -> Vec<(usize, Guess)> {
    let mut right: Vec<Range<usize>> = Vec::new();
    let mut likely: Vec<(usize, Guess)> = Vec::new();
    // Two clauses are one saying or nothing; each by itself was looked at before.
    let clauses = symbols.iter().any(|symbol| symbol.mark.is_some());
    let places = if clauses { 1 } else { symbols.len().saturating_sub(2) };
    for at in 0..places {
        let rest = &symbols[at..];
        let alone = at == 0;
        for guess in guesses(rest, alone, &lexicon.idioms) {
            if clauses && guess.length < symbols.len() {
                continue;
            }
            if guess.is_right() {
                right.push(at..at + guess.length);
            } else if guess.is_likely(alone && guess.length == symbols.len()) {
                likely.push((at, guess));
            }
        }
    }
    likely.sort_by_key(|(at, guess)| (guess.rank(), *at));
    let mut words = Words::new(symbols, lexicon);
    likely.retain(|(at, guess)| {
        let span = *at..at + guess.length;
        let apart = |other: &Range<usize>| other.end <= span.start || span.end <= other.start;
        let found = right.iter().all(apart) && words.are_odd(span.clone(), guess.changed);
        if found {
            // What it covers is nothing else.
            right.push(span);
        }
        found
    });
    likely
}
