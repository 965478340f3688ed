//! Exemptions: cases in which the law itself lets a form stand. They need a fact, and only input can state it; but of an
//! advertisement its guideline asks what the sentence says, so there the sentence may show it.

use super::guard::Surroundings;
use super::{Case, KeptWhy};
use crate::check::Candidate;

/// The plan's exemptions whose tags the input states.
pub fn stated(case: Case) -> Vec<usize> {
    if case.exemptions.trim().is_empty() {
        return Vec::new();
    }
    // 手书、文物 / 题字（手书）/ one a line: whatever stands between two letters separates.
    let parts = |hyphen: char| case.exemptions.split(move |c: char| !c.is_alphanumeric() && c != hyphen);
    // Some tags have a hyphen of their own: ad-fact.
    let given: Vec<&str> = parts('-').chain(parts(' ')).collect();
    let says = |tags: &[String], id: &str| given.iter().any(|g| *g == id || tags.iter().any(|t| t == g));
    let plan = case.plan.exemptions.iter().enumerate();
    plan.filter(|(_, (e, _))| says(&e.tags, &e.id)).map(|(n, _)| n).collect()
}

/// The exemption that lifts a rule, if one of those stated does.
pub fn keep(rule: usize, stated: &[usize], case: Case) -> Option<KeptWhy> {
    stated.iter().copied().find(|n| lifts(*n, rule, case)).map(KeptWhy::Exemption)
}

/// The exemption that the line around a candidate shows by itself.
pub fn shown(candidate: &Candidate, rule: usize, s: &Surroundings) -> Option<KeptWhy> {
    if s.case.registry.rules()[rule].exempt.is_empty() {
        return None;
    }
    let (line, from) = s.line(candidate);
    let hit = candidate.start as usize - from..candidate.end as usize - from;
    possible(rule, s.case).find(|n| s.case.plan.shows(*n, line, hit.clone())).map(KeptWhy::Shown)
}

/// The exemption that lifts a rule under the facts of the case, as an index into the plan's.
#[must_use]
pub fn lifted(rule: usize, case: Case) -> Option<usize> {
    stated(case).into_iter().find(|n| lifts(*n, rule, case))
}

/// The plan's exemptions that would lift a rule if their facts were stated.
pub fn possible(rule: usize, case: Case) -> impl Iterator<Item = usize> {
    (0..case.plan.exemptions.len()).filter(move |n| lifts(*n, rule, case))
}

fn lifts(exemption: usize, rule: usize, case: Case) -> bool {
    let exempt = &case.registry.rules()[rule].exempt;
    let exemption = &case.plan.exemptions[exemption].0;
    if !exemption.scenes.is_empty() && !exemption.scenes.iter().any(|scene| scene == case.scene.as_str()) {
        return false;
    }
    // Those of a jurisdiction, or of one scene, concern the same rules as the national ones on traditional and variant
    // forms, and no rule on what an advertisement claims.
    let is_added = exemption.scope != "national" || !exemption.scenes.is_empty();
    let on_forms = || case.plan.exemptions.iter().any(|(e, _)| e.contexts.is_empty() && exempt.contains(&e.id));
    exempt.contains(&exemption.id) || (is_added && on_forms())
}
