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
    let rule = &case.registry.rules()[rule];
    let pack = |id: &String| case.plan.exemptions.iter().any(|(e, _)| e.id == *id && e.scope != "national");
    // A jurisdiction's own exemptions concern the same rules as the national ones on traditional and variant forms.
    let lifts = |id: &String| rule.exempt.contains(id) || (pack(id) && !rule.exempt.is_empty());
    stated.iter().copied().find(|n| lifts(&case.plan.exemptions[*n].0.id)).map(KeptWhy::Exemption)
}
