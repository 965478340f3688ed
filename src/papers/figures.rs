//! The figures of an inspection, each with the formula it was got by.

use super::words;
use crate::case::view::{CaseView, Counts, Outcome, Problem, State, Verdict};
use std::collections::BTreeMap;

/// Verdicts in the order of the columns of every table.
pub const VERDICTS: [Verdict; 4] = [Verdict::Violation, Verdict::Pending, Verdict::Retained, Verdict::FalseAlarm];
/// States in the order of every table.
pub const STATES: [State; 5] = [State::New, State::Persisting, State::Relapsed, State::Rectified, State::Unseen];
/// Wrong forms listed.
const MAX_FORMS: usize = 20;

/// A line of a table: label and problems by verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What was counted.
    pub label: String,
    /// Problems in the order of [`VERDICTS`].
    pub counts: [u64; 4],
}

impl Line {
    /// Problems of all verdicts.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

/// A rate with its formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// Name.
    pub name: &'static str,
    /// The formula with the numbers in it.
    pub formula: String,
    /// The result; `无` where there is nothing to divide by.
    pub value: String,
}

/// Counts problems by a property, most first; the last line is the sum.
pub fn by<'v>(problems: impl IntoIterator<Item = &'v Problem>, property: impl Fn(&Problem) -> &str) -> Vec<Line> {
    let mut found = BTreeMap::<String, [u64; 4]>::new();
    let mut sum = [0; 4];
    for problem in problems {
        let place = VERDICTS.iter().position(|verdict| *verdict == problem.verdict).unwrap_or(1);
        let label = words::safe(words::or(property(problem), "（未填）"));
        found.entry(label).or_default()[place] += 1;
        sum[place] += 1;
    }
    let mut lines: Vec<Line> = found.into_iter().map(|(label, counts)| Line { label, counts }).collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.counts[0], line.total())));
    lines.push(Line { label: "合计".to_owned(), counts: sum });
    lines
}

/// Objects in which nothing was found.
pub const fn clean(counts: &Counts) -> u64 {
    counts.objects.saturating_sub(counts.with_problems).saturating_sub(counts.not_checked)
}

/// Whether the counts of the objects add up.
pub fn adds_up(counts: &Counts) -> bool {
    counts.with_problems.checked_add(counts.not_checked).is_some_and(|rest| rest <= counts.objects)
}

/// Whether a problem was put right: a person reported it, or it was gone when looked for again.
pub fn rectified(problem: &Problem) -> bool {
    match problem.result {
        Some(Outcome::Replaced | Outcome::SecondPlate | Outcome::Removed) => true,
        Some(_) => false,
        None => problem.state == State::Rectified,
    }
}

/// Violations a person decided on.
pub fn violations(view: &CaseView) -> impl Iterator<Item = &Problem> {
    view.problems.iter().filter(|problem| problem.verdict == Verdict::Violation)
}

/// Every rate.
pub fn rates(view: &CaseView) -> Vec<Rate> {
    let counts = &view.inspection.counts;
    let looked = counts.objects.saturating_sub(counts.not_checked);
    let due = || violations(view).filter(|problem| problem.result != Some(Outcome::Kept));
    let noticed = || due().filter_map(|problem| Some((problem, problem.notice.as_ref()?)));
    let in_time = noticed().filter(|(problem, notice)| {
        rectified(problem)
            && !problem.result_on.is_empty()
            && (notice.due.is_empty() || problem.result_on <= notice.due)
    });
    let (wrong, characters) = (counts.wrong_characters, counts.characters);
    let put_right = due().filter(|problem| rectified(problem)).count() as u64;
    vec![
        rate("抽查规范率", "规范对象÷已检查对象", clean(counts), looked, 100, "%"),
        rate("用字差错率", "不规范字数÷检查字数", wrong, characters, 1_000, "‰"),
        rate("用字差错率（万分比）", "不规范字数÷检查字数", wrong, characters, 10_000, "‱"),
        rate("整改率", "已整改问题÷应整改问题（认定违规，减去准予保留）", put_right, due().count() as u64, 100, "%"),
        rate(
            "按期整改率",
            "期限内整改的问题÷已发通知书的问题",
            in_time.count() as u64,
            noticed().count() as u64,
            100,
            "%",
        ),
    ]
}

fn rate(name: &'static str, formula: &str, part: u64, whole: u64, scale: u64, sign: &str) -> Rate {
    let value = match whole {
        0 => "无".to_owned(),
        _ => format!("{:.2}{sign}", part as f64 * scale as f64 / whole as f64),
    };
    Rate { name, formula: format!("{formula}＝{part}÷{whole}"), value }
}

/// Problems of each of [`STATES`], false alarms left out.
pub fn history(view: &CaseView) -> [u64; 5] {
    let real = || view.problems.iter().filter(|problem| problem.verdict != Verdict::FalseAlarm);
    STATES.map(|state| real().filter(|problem| problem.state == state).count() as u64)
}

/// The most frequent wrong forms among what is not false: text, standard form, kind, number.
pub fn forms(view: &CaseView) -> Vec<(String, String, String, u64)> {
    let mut found = BTreeMap::<(String, String, String), u64>::new();
    for problem in view.problems.iter().filter(|problem| problem.verdict != Verdict::FalseAlarm) {
        let key = (words::safe(&problem.text), words::forms(problem), words::safe(words::kind(problem)));
        *found.entry(key).or_default() += 1;
    }
    let mut forms: Vec<_> = found.into_iter().map(|((text, standard, kind), n)| (text, standard, kind, n)).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.3));
    forms.truncate(MAX_FORMS);
    forms
}

/// How far the rectification of a violation has come on a day.
pub fn progress(problem: &Problem, today: &str) -> &'static str {
    if problem.verdict != Verdict::Violation {
        return "";
    }
    match (problem.result, &problem.notice) {
        _ if rectified(problem) => "已整改",
        (Some(Outcome::Kept), _) => "保留",
        (Some(Outcome::Unverifiable), _) => "无法核实",
        (_, None) => "未通知",
        (_, Some(notice)) if !notice.due.is_empty() && notice.due.as_str() < today => "逾期",
        _ => "整改中",
    }
}
