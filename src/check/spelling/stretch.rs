//! The smallest stretch of whole words that holds all faults of a spelling, and its right letters.

use super::align::Step;
use super::judge::{Compared, Part, Verdict};
use super::latin::Latin;
use crate::data::shape::Fault;
use crate::spelling::{Case, Join, Spelling, Tone};
use std::ops::Range;

/// Makes the verdict of a comparison with faults: the smallest stretch of words, and its right letters.
#[must_use]
pub fn verdict(compared: &Compared, spelling: &Spelling, latin: &Latin, written: &str) -> Option<Verdict> {
    let words = latin.words();
    let word_of = |letter: usize| words.iter().position(|w| w.contains(&letter));
    let touched = || compared.parts.iter().flat_map(|(letters, _)| [letters.start, letters.end.saturating_sub(1)]);
    let (mut from, mut to) = (touched().filter_map(word_of).min()?, touched().filter_map(word_of).max()? + 1);
    let steps = &compared.alignment.steps;
    let units = loop {
        let letters = words.get(from)?.start..words.get(to - 1)?.end;
        match covered(steps, spelling, &letters, words.len() == to) {
            Ok(units) => break units,
            Err(Side::Start) if from > 0 => from -= 1,
            Err(_) if to < words.len() => to += 1,
            Err(_) if from > 0 => from -= 1,
            Err(_) => break 0..spelling.units.len(),
        }
    };
    let at = latin.bytes(words.get(from)?.start..words.get(to - 1)?.end);
    let tone = if latin.has_tones() { Tone::Mark } else { Tone::None };
    let case = if compared.upper { Case::Upper } else { Case::Standard };
    let right = spelling.render_units(units, tone, case);
    let parts = merged(compared, written.get(at.clone()).unwrap_or_default(), &right);
    Some(Verdict { at, parts, suggestions: Some(right).filter(|r| !r.is_empty()).into_iter().collect() })
}

/// The parts, with one for all borders and capitals of a kind: what is said of them is said of the whole stretch.
fn merged(compared: &Compared, written: &str, right: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (_, part) in &compared.parts {
        let of_stretch = matches!(
            part.fault,
            Fault::Division | Fault::PlaceDivision | Fault::Modifier | Fault::Person | Fault::Case | Fault::Letter
        );
        match parts.iter_mut().find(|p| of_stretch && p.fault == part.fault) {
            Some(before) => before.level = before.level.max(part.level),
            None if of_stretch => {
                parts.push(Part { written: written.to_owned(), right: right.to_owned(), ..part.clone() });
            }
            None => parts.push(part.clone()),
        }
    }
    parts
}

/// Which side of a stretch is in the middle of a word.
enum Side {
    Start,
    End,
}

/// The units that stand for these letters, if they are whole words of the spelling.
fn covered(steps: &[Step], spelling: &Spelling, letters: &Range<usize>, last: bool) -> Result<Range<usize>, Side> {
    let inside = |s: &Step| s.letters.start >= letters.start && s.letters.end <= letters.end && !s.letters.is_empty();
    let cut = |at: usize| steps.iter().any(|s| s.letters.start < at && s.letters.end > at);
    if cut(letters.start) {
        return Err(Side::Start);
    }
    if cut(letters.end) {
        return Err(Side::End);
    }
    let first = steps.iter().position(inside).ok_or(Side::End)?;
    let end = steps.iter().rposition(inside).ok_or(Side::End)? + 1;
    // What was left out goes with the words that stand where it should be: Nanjing Road, 东路.
    let (mut from, mut back) = (steps[first].units.start, first);
    while back > 0 && steps[back - 1].letters.is_empty() && !starts_word(spelling, from) {
        back -= 1;
        from = steps[back].units.start;
    }
    let to = if last { spelling.units.len() } else { steps[end - 1].units.end };
    if !starts_word(spelling, from) {
        return Err(Side::Start);
    }
    if starts_word(spelling, to) && from < to { Ok(from..to) } else { Err(Side::End) }
}

fn starts_word(spelling: &Spelling, unit: usize) -> bool {
    unit == 0 || spelling.units.get(unit).is_none_or(|u| u.join == Join::Space)
}
