//! Exemptions: cases in which the law itself lets a form stand. They need a fact, and only input can state it.

use super::{Case, KeptWhy};

/// The plan's exemptions whose tags the input states.
pub fn stated(case: Case) -> Vec<usize> {
    if case.exemptions.trim().is_empty() {
        return Vec::new();
    }
    // 手书、文物 / 题字（手书）/ one a line: whatever stands between two letters separates.
    let given: Vec<&str> = case.exemptions.split(|c: char| !c.is_alphanumeric()).collect();
    let says = |tags: &[String], id: &str| given.iter().any(|g| *g == id || tags.iter().any(|t| t == g));
    let plan = case.plan.exemptions.iter().enumerate();
    plan.filter(|(_, (e, _))| says(&e.tags, &e.id)).map(|(n, _)| n).collect()
}

/// The exemption that lifts a rule, if one of those stated does.
pub fn keep(rule: usize, stated: &[usize], case: Case) -> Option<KeptWhy> {
    stated.iter().copied().find(|n| lifts(*n, rule, case)).map(KeptWhy::Exemption)
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
    // A jurisdiction's own exemptions concern the same rules as the national ones on traditional and variant forms.
    exempt.contains(&exemption.id) || (exemption.scope != "national" && !exempt.is_empty())
}
