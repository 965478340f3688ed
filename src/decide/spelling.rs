//! From what is wrong with a spelling to one finding of the gravest rule, with all its parts named.

use super::guard::{self, Surroundings};
use super::{Graded, KeptCandidate, exempt};
use crate::check::spelling::Verdict;
use crate::check::{Candidate, Source};
use crate::data::shape::{Certainty, Kind, Safety};
use crate::document::Scene;
use crate::rule::Level;

/// The finding, or why it is kept; nothing where no running rule asks for any of its faults.
pub fn decide(verdict: &Verdict, s: &Surroundings, tags: &[usize]) -> Option<Result<Graded, KeptCandidate>> {
    let plan = s.case.plan.scene(s.case.scene, s.case.list);
    let mut parts = Vec::new();
    let mut gravest: Option<(Level, u16)> = None;
    for part in &verdict.parts {
        let claims = |(_, m): &(usize, &crate::rule::Matcher)| {
            m.block.kind == Kind::Spelling && m.block.faults.contains(&part.fault) && plan.runs[m.block.rule]
        };
        let Some((number, matcher)) = s.case.registry.matchers().iter().enumerate().find(claims) else { continue };
        let level = matcher.block.level.map_or(part.level, |l| l.min(part.level)).min(plan.ceiling[matcher.block.rule]);
        if gravest.is_none_or(|(worst, _)| level > worst) {
            gravest = Some((level, number as u16));
        }
        parts.push(part.clone());
    }
    let (level, matcher) = gravest?;
    let block = &s.case.registry.matchers()[usize::from(matcher)].block;
    let (start, end) = (verdict.at.start, verdict.at.end);
    let candidate = Candidate { start: start as u32, end: end as u32, matcher, source: Source::Computed };
    if let Some(why) = guard::keep(&candidate, s).or_else(|| exempt::keep(block.rule, tags, s.case)) {
        return Some(Err(KeptCandidate { start, end, rule: Some(block.rule), why }));
    }
    Some(Ok(Graded {
        start,
        end,
        rule: block.rule,
        level,
        confidence: if level == Level::Violation { Certainty::High } else { Certainty::Medium },
        suggestions: verdict.suggestions.clone(),
        fix: if verdict.suggestions.len() == 1 { block.fix } else { Safety::None },
        note: String::new(),
        parts,
        changes: Vec::new(),
        doubt: None,
        // In a registered name letters are first of all no characters.
        word: s.case.scene != Scene::EnterpriseName,
        derived: false,
        matcher: Some(matcher),
    }))
}
