//! What papers call things: papers of an office are Chinese, whatever language the program speaks.

use crate::case::view::{Outcome, Problem, State, Verdict};
use crate::record::Basis;
use crate::report::label;
use crate::text::sanitize;

/// Word of a verdict.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pending => "待核",
        Verdict::Violation => "违规",
        Verdict::FalseAlarm => "误报",
        Verdict::Retained => "保留",
    }
}

/// Word of a state.
pub const fn state(state: State) -> &'static str {
    match state {
        State::New => "新增",
        State::Persisting => "持续",
        State::Rectified => "已整改",
        State::Relapsed => "复发",
        State::Unseen => "无法核实",
    }
}

/// Word of an outcome.
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Replaced => "已更换",
        Outcome::SecondPlate => "加挂规范副牌",
        Outcome::Removed => "拆除",
        Outcome::Kept => "保留",
        Outcome::NotRectified => "未整改",
        Outcome::Unverifiable => "无法核实",
    }
}

/// Text of a stranger, on one line.
pub fn safe(text: &str) -> String {
    sanitize::line(text).into_owned()
}

/// The text, or what stands where there is none.
pub fn or<'t>(text: &'t str, otherwise: &'t str) -> &'t str {
    if text.trim().is_empty() { otherwise } else { text }
}

/// Standard forms of a problem: `厂、庵`.
pub fn forms(problem: &Problem) -> String {
    let form = |form: &String| if form.is_empty() { "（删去）".to_owned() } else { safe(form) };
    let forms: Vec<String> = problem.suggestions.iter().map(form).collect();
    if forms.is_empty() { "（由单位按规范改正）".to_owned() } else { forms.join("、") }
}

/// Bases of a problem that were read in the document itself; a notice rests on no other.
pub fn verified(problem: &Problem) -> Vec<&Basis> {
    problem.basis.iter().filter(|basis| basis.verified).collect()
}

/// Names bases, each on a line.
pub fn bases<'b>(bases: impl IntoIterator<Item = &'b Basis>) -> String {
    bases.into_iter().map(|basis| label::basis(basis, crate::i18n::Lang::Zh)).collect::<Vec<_>>().join("\n")
}

/// Kind of problem: `繁体字`.
pub fn kind(problem: &Problem) -> &str {
    or(&problem.title, &problem.name)
}

/// A civil date as papers write it: `2026年11月24日`; what is no date stays as it is.
pub fn date(date: &str) -> String {
    match date.parse::<jiff::civil::Date>() {
        Ok(date) => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Err(_) => safe(date),
    }
}
