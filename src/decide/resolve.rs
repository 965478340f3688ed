//! Resolution: one wrong form is one finding.

use super::{Decision, Graded};
use crate::data::shape::Safety;

/// Orders the findings by position and leaves one where several overlap.
///
/// A word beats a character (the specific table over the generic one), what somebody wrote down what is derived, a
/// longer span a shorter one, then the
/// graver level, then the lower rule id. What was kept and is covered by a finding all the same is no longer listed.
pub fn resolve(decision: &mut Decision) {
    let reported = &mut decision.reported;
    reported.sort_by(|a, b| {
        let rank =
            |g: &Graded| (!g.word, g.derived, std::cmp::Reverse(g.end - g.start), std::cmp::Reverse(g.level), g.rule);
        rank(a).cmp(&rank(b)).then(a.start.cmp(&b.start))
    });
    let mut chosen: Vec<Graded> = Vec::with_capacity(reported.len());
    let mut taken = Spans::default();
    for finding in reported.drain(..) {
        if taken.free(finding.start, finding.end) {
            taken.add(finding.start, finding.end);
            chosen.push(finding);
        } else if finding.word {
            // One wrong form may stand for several right words.
            let same = |c: &&mut Graded| (c.start, c.end) == (finding.start, finding.end);
            if let Some(first) = chosen.iter_mut().find(same) {
                offer(first, finding.suggestions);
            }
        }
    }
    chosen.sort_by_key(|g| g.start);
    decision.kept.retain(|k| taken.free(k.start, k.end));
    decision.reported = chosen;
}

/// Adds suggestions after those that a finding has; what has several is for a person to choose.
fn offer(finding: &mut Graded, more: Vec<String>) {
    const MOST: usize = 3;
    for suggestion in more {
        if finding.suggestions.len() < MOST && !finding.suggestions.contains(&suggestion) {
            finding.suggestions.push(suggestion);
            finding.fix = Safety::None;
        }
    }
}

/// Disjoint spans by their start.
#[derive(Default)]
struct Spans(std::collections::BTreeMap<usize, usize>);

impl Spans {
    fn free(&self, start: usize, end: usize) -> bool {
        self.0.range(..end).next_back().is_none_or(|(_, e)| *e <= start)
    }

    fn add(&mut self, start: usize, end: usize) {
        self.0.insert(start, end);
    }
}
