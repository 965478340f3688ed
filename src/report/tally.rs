//! Statistics of a run, counted once from its events and laid out as tables for any report.

mod dimension;
mod table;

pub use dimension::Dimension;
pub use table::{Line, Table};

use super::words::{self, fill};
use crate::i18n::{Lang, Msg};
use crate::record::{Basis, Event, Finding, Kept, NotChecked, Run, Severity, Summary};
use crate::text::sanitize;
use std::collections::{BTreeMap, HashMap};
use table::table;

/// The severities in the order reports show them, the gravest first.
pub const SEVERITIES: [Severity; 4] = [Severity::Violation, Severity::Suspected, Severity::Advice, Severity::Notice];

/// Lines of the table of wrong forms.
const MAX_FORMS: usize = 30;
/// Scalar values of a wrong form or a label that are kept.
const MAX_LABEL: usize = 60;

/// Findings by severity, in the order of [`SEVERITIES`].
pub type Counts = [u64; 4];

/// A wrong form and how often it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    /// The text found.
    pub text: String,
    /// The likeliest standard form, empty where the text is to go; `None` where there is none.
    pub standard: Option<String>,
    /// Rule id.
    pub rule: String,
}

impl Form {
    /// Gives the standard form as reports show it.
    #[must_use]
    pub fn standard(&self, lang: Lang) -> String {
        match self.standard.as_deref() {
            Some("") => words::DELETE.get(lang).to_owned(),
            form => sanitize::line(form.unwrap_or_default()).into_owned(),
        }
    }
}

/// Counts of a run.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    all: Counts,
    titles: BTreeMap<String, String>,
    rules: BTreeMap<String, Counts>,
    sources: BTreeMap<String, Counts>,
    scenes: BTreeMap<String, Counts>,
    columns: BTreeMap<Dimension, BTreeMap<String, Counts>>,
    forms: HashMap<Form, u64>,
    kept: BTreeMap<String, u64>,
    not_checked: BTreeMap<String, u64>,
    bases: BTreeMap<(String, String, String), (Basis, u64)>,
    summary: Option<Summary>,
}

impl Tally {
    /// Counts one event.
    pub fn event(&mut self, event: &Event) {
        match event {
            Event::Run(run) => self.run(run),
            Event::Finding(finding) => self.finding(finding),
            Event::Kept(Kept { why, basis, .. }) => {
                add(&mut self.kept, why);
                self.quote(basis);
            }
            Event::NotChecked(NotChecked { why, .. }) => add(&mut self.not_checked, why),
            Event::Summary(summary) => self.summary = Some(summary.clone()),
        }
    }

    fn run(&mut self, run: &Run) {
        let titled = run.rules.iter().filter(|rule| !rule.title.is_empty());
        self.titles = titled.map(|rule| (rule.id.clone(), rule.title.clone())).collect();
    }

    fn finding(&mut self, finding: &Finding) {
        let slot = SEVERITIES.iter().position(|&severity| severity == finding.severity).unwrap_or(3);
        self.all[slot] += 1;
        count(&mut self.rules, &finding.rule, slot);
        count(&mut self.sources, &finding.place.source, slot);
        count(&mut self.scenes, &finding.place.scene, slot);
        let mut seen = Vec::new();
        for (header, value) in finding.row.iter() {
            let value = value.trim();
            if let Some(dimension) = Dimension::of_header(header)
                && !value.is_empty()
                && !seen.contains(&dimension)
            {
                seen.push(dimension);
                count(self.columns.entry(dimension).or_default(), &short(value), slot);
            }
        }
        let standard = finding.suggestions.first().map(|form| short(form));
        let form = Form { text: short(&finding.text), standard, rule: finding.rule.clone() };
        *self.forms.entry(form).or_default() += 1;
        self.quote(&finding.basis);
    }

    fn quote(&mut self, bases: &[Basis]) {
        for basis in bases {
            let key = (basis.id.clone(), basis.article.clone(), basis.from.clone());
            self.bases.entry(key).or_insert_with(|| (basis.clone(), 0)).1 += 1;
        }
    }

    /// Gives the number of findings.
    #[must_use]
    pub fn findings(&self) -> u64 {
        self.all.iter().sum()
    }

    /// Gives the findings by severity.
    #[must_use]
    pub const fn by_severity(&self) -> Counts {
        self.all
    }

    /// Gives the number of kept candidates.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.kept.values().sum()
    }

    /// Gives the number of not-checked lines.
    #[must_use]
    pub fn not_checked(&self) -> u64 {
        self.not_checked.values().sum()
    }

    /// Gives the counts of the run, if it came to its end.
    #[must_use]
    pub const fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()
    }

    /// Gives the title of a rule: `繁体字`; the id where the run does not say.
    #[must_use]
    pub fn title<'a>(&'a self, rule: &'a str) -> &'a str {
        self.titles.get(rule).map_or(rule, String::as_str)
    }

    /// Gives the bases quoted and how often, by their ids.
    pub fn bases(&self) -> impl Iterator<Item = (&Basis, u64)> {
        self.bases.values().map(|(basis, times)| (basis, *times))
    }

    /// Gives the rule most findings are of.
    #[must_use]
    pub fn main_rule(&self) -> Option<&str> {
        let most = self.rules.iter().max_by_key(|(id, counts)| (sum(counts), std::cmp::Reverse(*id)));
        most.map(|(id, _)| id.as_str())
    }

    /// Gives the rules that were found, by id, with their titles.
    #[must_use]
    pub fn kinds(&self) -> Vec<(String, String)> {
        let kind = |id: &String| (sanitize::line(id).into_owned(), sanitize::line(self.title(id)).into_owned());
        self.rules.keys().map(kind).collect()
    }

    /// Gives the table by rule, with the title of each.
    #[must_use]
    pub fn rules(&self, lang: Lang) -> Table {
        let label = |id: &str| match self.title(id) {
            title if title == id => id.to_owned(),
            title => format!("{title}（{id}）"),
        };
        table(words::BY_RULE, &self.rules, self.all, lang, label)
    }

    /// Gives every table that has lines: by rule, source, scene and the columns of lists.
    #[must_use]
    pub fn tables(&self, lang: Lang) -> Vec<Table> {
        let source = |name: &str| words::source(name, lang).to_owned();
        let scene = |name: &str| words::scene(name, lang).to_owned();
        let mut tables = vec![
            self.rules(lang),
            table(words::BY_SOURCE, &self.sources, self.all, lang, source),
            table(words::BY_SCENE, &self.scenes, self.all, lang, scene),
        ];
        for dimension in Dimension::ALL {
            if let Some(values) = self.columns.get(&dimension) {
                tables.push(table(dimension.title(), values, self.all, lang, str::to_owned));
            }
        }
        tables.retain(|table| table.lines.len() > 1);
        tables
    }

    /// Gives the most frequent wrong forms.
    #[must_use]
    pub fn forms(&self) -> Vec<(&Form, u64)> {
        let mut forms: Vec<_> = self.forms.iter().map(|(form, &times)| (form, times)).collect();
        forms.sort_unstable_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        forms.truncate(MAX_FORMS);
        forms
    }

    /// Gives the reasons candidates were kept for, with their numbers.
    #[must_use]
    pub fn kept_by_reason(&self, lang: Lang) -> Vec<(String, u64)> {
        let word = |why: &String| sanitize::line(words::kept_why(why, lang)).into_owned();
        self.kept.iter().map(|(why, &times)| (word(why), times)).collect()
    }

    /// Gives the counts that have to add up, as sentences, and whether each does.
    #[must_use]
    pub fn checks(&self, lang: Lang) -> Vec<(String, bool)> {
        let [violation, suspected, advice, notice] = self.all;
        let total = self.summary.as_ref().map_or(self.findings(), |summary| summary.findings);
        let values: [&dyn std::fmt::Display; 5] = [&total, &violation, &suspected, &advice, &notice];
        let mut checks = vec![(fill(words::FINDINGS_ADD_UP.get(lang), &values), total == self.findings())];
        if let Some(s) = self.summary.as_ref().filter(|summary| summary.records > 0) {
            let parts = [s.records_clean, s.records_with_findings, s.records_unreadable];
            let whole = parts.iter().try_fold(0_u64, |sum, &part| sum.checked_add(part));
            let values: [&dyn std::fmt::Display; 4] = [&s.records, &parts[0], &parts[1], &parts[2]];
            checks.push((fill(words::ROWS_ADD_UP.get(lang), &values), whole == Some(s.records)));
        }
        for (text, agrees) in &mut checks {
            text.push_str(if *agrees { words::AGREES } else { words::DIFFERS }.get(lang));
        }
        checks
    }

    /// Gives the counts of the whole run, in the order of a report's first page.
    #[must_use]
    pub fn overview(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let mut lines = vec![(words::FINDINGS.get(lang), self.findings().to_string())];
        for (severity, count) in SEVERITIES.into_iter().zip(self.all) {
            lines.push((words::severity(severity).get(lang), count.to_string()));
        }
        if let Some(s) = &self.summary {
            if s.records > 0 {
                let clean = s.records_clean as f64 / s.records as f64;
                lines.push((words::RECORDS.get(lang), s.records.to_string()));
                lines.push((words::RECORDS_CLEAN.get(lang), s.records_clean.to_string()));
                lines.push((words::RECORDS_WITH.get(lang), s.records_with_findings.to_string()));
                lines.push((words::RECORDS_UNREADABLE.get(lang), s.records_unreadable.to_string()));
                lines.push((words::CLEAN_RATE.get(lang), format!("{:.2}%", clean * 100.0)));
            }
            lines.push((words::SOURCES.get(lang), s.sources.to_string()));
            lines.push((words::SOURCES_UNREADABLE.get(lang), s.sources_unreadable.to_string()));
            lines.push((words::LINES.get(lang), s.lines.to_string()));
            lines.push((words::CHARACTERS.get(lang), s.characters.to_string()));
            lines.push((words::HAN.get(lang), s.han.to_string()));
            if s.han > 0 {
                let rate = self.findings() as f64 * 10_000.0 / s.han as f64;
                lines.push((words::RATE.get(lang), format!("{rate:.2}")));
            }
        }
        lines.push((words::KEPT.get(lang), self.kept().to_string()));
        lines.push((words::NOT_CHECKED.get(lang), self.not_checked().to_string()));
        lines
    }

    /// Gives the warning a report has to carry when the run did not come to its end.
    #[must_use]
    pub fn warning(&self) -> Option<Msg> {
        match &self.summary {
            None => Some(words::NO_SUMMARY),
            Some(summary) if summary.interrupted => Some(words::INTERRUPTED),
            Some(_) => None,
        }
    }
}

fn count(values: &mut BTreeMap<String, Counts>, name: &str, slot: usize) {
    // A name is stored once, however often it comes.
    if let Some(counts) = values.get_mut(name) {
        counts[slot] += 1;
    } else {
        let mut counts = [0; 4];
        counts[slot] = 1;
        values.insert(name.to_owned(), counts);
    }
}

fn add(values: &mut BTreeMap<String, u64>, name: &str) {
    *values.entry(name.to_owned()).or_default() += 1;
}

fn sum(counts: &Counts) -> u64 {
    counts.iter().sum()
}

/// Keeps the start of a text that would make a table unreadable.
fn short(text: &str) -> String {
    match text.char_indices().nth(MAX_LABEL) {
        Some((byte, _)) => format!("{}…", &text[..byte]),
        None => text.to_owned(),
    }
}
