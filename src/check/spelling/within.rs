//! The annotation of some characters of a longer text: ruby, and brackets in the middle of a word.

use super::judge::{Manner, NameKind, Verdict, compare};
use super::latin::Latin;
use super::stretch::verdict;
use crate::data::shape::Fault;
use crate::document::Scene;
use crate::spelling::{Join, Spelling};
use std::ops::Range;

/// Cost a character, in thousandths, up to which letters are an annotation.
const REACH: u32 = 1_000;
/// Letters a character may have.
const LETTERS: usize = 12;

/// Compares the letters at `at` of `text` with the characters `part` of `base`, which is spelt `whole`.
pub fn judge(
    text: &str,
    base: &str,
    part: Range<usize>,
    at: Range<usize>,
    whole: &Spelling,
    scene: Scene,
) -> Option<Verdict> {
    let units = whole.units.iter().filter(|u| u.at.start >= part.start && u.at.end <= part.end);
    let mut spelling = Spelling { units: units.cloned().collect() };
    let letters = Latin::read(text, at);
    if letters.letters.is_empty() || letters.letters.len() > spelling.units.len() * LETTERS {
        return None;
    }
    spelling.units.first_mut()?.join = Join::Space;
    spelling.units.iter_mut().for_each(|u| u.capital = false);
    let manner = Manner { kind: NameKind::Text, teaching: scene == Scene::Teaching };
    let mut compared = compare(base, &spelling, &letters, text, manner);
    // What stands above or behind which characters is layout; capitals and word division are not its business.
    let layout =
        |fault| matches!(fault, Fault::Division | Fault::Case | Fault::ApostropheMissing | Fault::ApostropheExtra);
    compared.parts.retain(|(_, part)| !layout(part.fault));
    let found = verdict(&compared, &spelling, &letters, text).filter(|v| !v.parts.is_empty())?;
    (compared.distance <= REACH).then_some(found)
}
