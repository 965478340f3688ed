//! Counts what the engine says, and keeps findings below `--min-severity` out of the reports.
//!
//! The record must agree with itself, so its summary counts what is listed. What is left out is said in a
//! `not-checked` line of its own, and the exit status is decided on everything, listed or not.

use crate::config::FailOn;
use crate::i18n::{Lang, Msg};
use crate::record::{Event, Finding, NotChecked, Severity, Summary};
use crate::report::words::{self, fill};
use std::collections::BTreeMap;

/// Losses named on standard error; the reports have all of them.
const SHOWN: usize = 5;

/// What passed, listed or not.
#[derive(Debug)]
pub struct Filter {
    minimum: Severity,
    fail_on: FailOn,
    lang: Lang,
    hidden: BTreeMap<Severity, u64>,
    hidden_rules: BTreeMap<String, u64>,
    hidden_sources: BTreeMap<String, u64>,
    row: Option<Row>,
    hidden_rows: u64,
    /// Whether a finding reached `--fail-on`.
    pub failing: bool,
    /// How much could not be read.
    pub unreadable: u64,
    /// The first of it, with the reasons.
    pub first_unreadable: Vec<NotChecked>,
    /// Findings seen, listed or not.
    pub findings: u64,
}

/// The row of a list that findings come from.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    source: String,
    sheet: Option<String>,
    record: u64,
    listed: bool,
}

impl Filter {
    /// Starts to count.
    pub fn new(minimum: Severity, fail_on: FailOn, lang: Lang) -> Self {
        Self {
            minimum,
            fail_on,
            lang,
            hidden: BTreeMap::new(),
            hidden_rules: BTreeMap::new(),
            hidden_sources: BTreeMap::new(),
            row: None,
            hidden_rows: 0,
            failing: false,
            unreadable: 0,
            first_unreadable: Vec::new(),
            findings: 0,
        }
    }

    /// Counts an event; `false` if it is not to be listed.
    pub fn admits(&mut self, event: &Event) -> bool {
        match event {
            Event::Finding(finding) => return self.finding(finding),
            Event::NotChecked(event) if event.unreadable => {
                self.unreadable += 1;
                if self.first_unreadable.len() < SHOWN {
                    self.first_unreadable.push(event.clone());
                }
            }
            Event::Summary(_) => self.end_row(),
            _ => {}
        }
        true
    }

    fn finding(&mut self, finding: &Finding) -> bool {
        self.findings += 1;
        self.failing |= matches!(self.fail_on, FailOn::At(level) if finding.severity >= level);
        let listed = finding.severity >= self.minimum;
        if self.minimum == Severity::Notice {
            return true;
        }
        self.count_row(finding, listed);
        if !listed {
            *self.hidden.entry(finding.severity).or_default() += 1;
            *self.hidden_rules.entry(finding.rule.clone()).or_default() += 1;
            *self.hidden_sources.entry(finding.place.source.clone()).or_default() += 1;
        }
        listed
    }

    /// A row all of whose findings are hidden counts as clean in the summary of what is listed.
    fn count_row(&mut self, finding: &Finding, listed: bool) {
        let Some(record) = finding.place.record else { return };
        let (source, sheet) = (&finding.place.source, &finding.place.sheet);
        match &mut self.row {
            Some(row) if row.record == record && row.source == *source && row.sheet == *sheet => row.listed |= listed,
            _ => {
                self.end_row();
                self.row = Some(Row { source: source.clone(), sheet: sheet.clone(), record, listed });
            }
        }
    }

    fn end_row(&mut self) {
        self.hidden_rows += u64::from(self.row.take().is_some_and(|row| !row.listed));
    }

    /// The line that says what was left out; `None` where nothing was.
    pub fn omission(&self) -> Option<NotChecked> {
        let total: u64 = self.hidden.values().sum();
        if total == 0 {
            return None;
        }
        let by_severity = self.hidden.iter().rev();
        let parts: Vec<_> = by_severity
            .map(|(severity, count)| format!("{} {count}", words::severity(*severity).get(self.lang)))
            .collect();
        let minimum = words::severity(self.minimum).get(self.lang);
        let parts = parts.join(if self.lang == Lang::Zh { "，" } else { ", " });
        Some(NotChecked {
            source: String::new(),
            scope: String::new(),
            why: "min-severity".into(),
            reason: fill(OMITTED.get(self.lang), &[&minimum, &total, &parts]),
            unreadable: false,
        })
    }

    /// The summary of what is listed.
    pub fn summary(&self, summary: &Summary) -> Summary {
        let mut summary = summary.clone();
        summary.findings -= self.hidden.values().sum::<u64>();
        subtract(&mut summary.by_severity, &self.hidden);
        subtract(&mut summary.by_rule, &self.hidden_rules);
        summary.by_rule.retain(|_, count| *count > 0);
        let mut sources = self.hidden_sources.clone();
        for input in &mut summary.inputs {
            let hidden = sources.get(&input.source).copied().unwrap_or_default().min(input.findings);
            input.findings -= hidden;
            // Several inputs may have one name, as all arguments have.
            sources.entry(input.source.clone()).and_modify(|left| *left -= hidden);
        }
        summary.records_with_findings -= self.hidden_rows;
        summary.records_clean += self.hidden_rows;
        summary.not_checked += u64::from(self.omission().is_some());
        summary
    }
}

fn subtract<K: Ord>(from: &mut BTreeMap<K, u64>, what: &BTreeMap<K, u64>) {
    for (key, count) in what {
        if let Some(have) = from.get_mut(key) {
            *have = have.saturating_sub(*count);
        }
    }
}

const OMITTED: Msg = Msg::new(
    "按 --min-severity 只列“{}”以上的问题，另有 {} 处没有列出（{}）；退出码已计入",
    "--min-severity lists “{}” and higher only; {} findings are left out ({}); the exit status counts them",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{InputInfo, Place};

    fn finding(record: u64, severity: Severity) -> Event {
        let place = Place { source: "a.csv".into(), record: Some(record), ..Place::default() };
        Event::Finding(Finding { place, severity, rule: "ZI-001".into(), ..Finding::default() })
    }

    #[test]
    fn what_is_left_out_is_taken_from_the_counts_and_said() {
        let mut filter = Filter::new(Severity::Violation, FailOn::At(Severity::Advice), Lang::Zh);
        assert!(!filter.admits(&finding(2, Severity::Advice)));
        assert!(filter.admits(&finding(2, Severity::Violation)));
        assert!(!filter.admits(&finding(3, Severity::Suspected)));
        let summary = Summary {
            records: 4,
            records_clean: 2,
            records_with_findings: 2,
            findings: 3,
            by_rule: [("ZI-001".to_owned(), 3)].into(),
            by_severity: [(Severity::Advice, 1), (Severity::Suspected, 1), (Severity::Violation, 1)].into(),
            inputs: vec![InputInfo { source: "a.csv".into(), findings: 3, ..InputInfo::default() }],
            ..Summary::default()
        };
        assert!(filter.admits(&Event::Summary(summary.clone())));
        let listed = filter.summary(&summary);
        assert_eq!((listed.findings, listed.records_with_findings, listed.records_clean), (1, 1, 3));
        assert_eq!(listed.by_severity[&Severity::Advice], 0);
        assert_eq!(listed.inputs[0].findings, 1);
        assert_eq!(listed.not_checked, 1);
        assert!(filter.omission().is_some_and(|one| one.reason.contains("疑似 1，建议 1")));
        assert!(filter.failing);
    }
}
