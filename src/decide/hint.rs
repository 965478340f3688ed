//! Hints: words beside a form which suggest that the law's exceptions may cover it (`hints` in `rules/exemptions.toml`).
//!
//! They prove nothing, so nothing is kept for them; but where the text itself says “题写” or “遗址”, a person decides.

use super::exempt;
use super::{Doubt, Graded, Surroundings};
use crate::data::shape::Safety;
use crate::rule::Level;

/// Scalar values on each side in which a hint counts.
const REACH: usize = 40;

/// Sinks a violation beside which a hint stands. Where the input has stated a fact, the fact has decided already.
pub fn weigh(mut found: Graded, s: &Surroundings) -> Graded {
    if found.level == Level::Violation && s.case.exemptions.trim().is_empty() {
        let around = around(s, found.start, found.end);
        if exempt::possible(found.rule, s.case).any(|n| s.case.plan.hints(n, around)) {
            found.level = Level::Suspected;
            found.doubt = Some(Doubt::Hinted);
            found.fix = Safety::None;
        }
    }
    found
}

/// The text around a finding, within its cell and its paragraph.
fn around<'a>(s: &Surroundings<'a>, start: usize, end: usize) -> &'a str {
    let before = s.text.get(s.from..start).unwrap_or_default();
    let after = s.text.get(end..s.to).unwrap_or_default();
    let from = before.char_indices().rev().take(REACH).last().map_or(start, |(at, _)| s.from + at);
    let from = before.rfind("\n\n").map_or(from, |at| from.max(s.from + at));
    let to = after.char_indices().nth(REACH).map_or(s.to, |(at, _)| end + at);
    let to = after.find("\n\n").map_or(to, |at| to.min(end + at));
    s.text.get(from..to).unwrap_or_default()
}
