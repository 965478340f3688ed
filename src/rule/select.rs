//! `--select` and `--ignore`: families, ids, names.

use crate::data::shape::{Profile, Rule, Status};

/// Whether a selector names a rule: `ZI`, `ZI-001` or `traditional`.
pub fn names(selector: &str, rule: &Rule) -> bool {
    let family = rule.id.split('-').next().unwrap_or_default();
    selector.eq_ignore_ascii_case(family) || names_itself(selector, rule)
}

/// Whether a selector names a rule by id or name, not merely its family.
fn names_itself(selector: &str, rule: &Rule) -> bool {
    selector.eq_ignore_ascii_case(&rule.id) || selector == rule.name
}

/// Whether a rule runs. `select` given by hand replaces the profile's and also turns on what is off by default,
/// if it names the rule itself and not merely its family.
pub fn runs(rule: &Rule, profile: &Profile, select: &[String], ignore: &[String]) -> bool {
    let named = |list: &[String]| list.iter().any(|s| names(s, rule));
    let named_itself = |list: &[String]| list.iter().any(|s| names_itself(s, rule));
    let asked = named_itself(select) || named_itself(&profile.opt_in);
    let on = rule.default && rule.status != Status::Preview || asked;
    let selected = if select.is_empty() { named(&profile.select) || asked } else { named(select) };
    let dropped = named(ignore) || (named(&profile.ignore) && !named_itself(select));
    on && selected && !dropped
}
