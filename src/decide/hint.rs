//! Hints: words beside a form which suggest that the law's exceptions may cover it (`hints` in `rules/exemptions.toml`).
//!
//! They prove nothing, so nothing is kept for them; but where the text itself says “题写” or “遗址”, a person decides.

use super::exempt;
use super::{Doubt, Graded, Surroundings};
use crate::data::shape::Safety;
use crate::rule::Level;

/// Scalar values on each side in which a hint counts.
const REACH: usize = 40;

/// How a line speaks to the program and not to readers: the reason of an exception is no hint.
const SPEAKS_TO_US: [&str; 2] = ["zhengzi", "正字"];

/// Sinks a violation beside which a hint stands. Where the input has stated a fact, the fact has decided already.
pub fn weigh(mut found: Graded, s: &Surroundings) -> Graded {
    if found.level == Level::Violation && s.case.exemptions.trim().is_empty() {
        let lines = around(s, found.start, found.end).lines();
        let mut lines = lines.filter(|line| !SPEAKS_TO_US.iter().any(|word| line.contains(word)));
        let hinted = |line: &str| exempt::possible(found.rule, s.case).any(|n| s.case.plan.hints(n, line));
        if lines.any(hinted) {
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
    let mut near = before.char_indices().rev();
    let from = near.by_ref().take(REACH).last().map_or(start, |(at, _)| s.from + at);
    // The line is taken from its beginning, which says whether it is a comment.
    let from = near.take(2 * REACH).take_while(|(_, c)| *c != '\n').last().map_or(from, |(at, _)| s.from + at);
    let paragraph = s.text.get(from..start).and_then(|text| text.rfind("\n\n"));
    let after = s.text.get(end..s.to).unwrap_or_default();
    let to = after.char_indices().nth(REACH).map_or(s.to, |(at, _)| end + at);
    let next = s.text.get(end..to).and_then(|text| text.find("\n\n"));
    s.text.get(from + paragraph.unwrap_or_default()..next.map_or(to, |at| end + at)).unwrap_or_default()
}
