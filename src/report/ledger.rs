//! The columns of the ledger 问题台账, shared by the xlsx and the csv report.

use super::excerpt::Excerpt;
use super::spool::Spool;
use super::words;
use super::{label, label::in_list};
use crate::i18n::{Lang, Msg};
use crate::record::{Finding, RuleInfo, Run, Severity};
use crate::text::sanitize;
use std::collections::{BTreeMap, HashMap};
use std::io;

/// Columns of the source list that travel to the ledger at most; Excel takes 16,384 and people far fewer.
pub const MAX_EXTRA: usize = 60;
/// Columns of text shown around a wrong form.
pub const CONTEXT_COLUMNS: usize = 100;

/// The fixed columns before the list's own, in order.
pub const COLUMNS: [Msg; 17] = [
    words::NUMBER,
    words::SOURCE,
    words::SHEET,
    words::POSITION,
    words::FIELD,
    words::SCENE,
    words::CONTEXT,
    words::WRONG,
    words::KIND,
    words::RULE,
    words::STANDARD,
    words::SEVERITY,
    words::BASIS,
    words::NOTE,
    words::EXEMPTION,
    words::DECISION,
    words::REMARK,
];

/// Position in [`COLUMNS`] of 原文, which the xlsx report writes with the wrong form in red.
pub const CONTEXT: usize = 6;
/// Position of 场景.
pub const SCENE: usize = 5;
/// Position of 定级.
pub const SEVERITY: usize = 11;
/// Position of 豁免核查.
pub const EXEMPTION: usize = 14;
/// Position of 处置.
pub const DECISION: usize = 15;
/// Position of 备注, the last that is printed before the list's own columns.
pub const REMARK: usize = 16;

/// One row of the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Running number, from 1.
    pub number: u64,
    /// The cells of [`COLUMNS`], the number as text.
    pub cells: [String; 17],
    /// Severity, by which a row may be coloured.
    pub severity: Severity,
    /// 原文 in its three parts.
    pub excerpt: Excerpt,
    /// The list's own columns, in the order of [`Ledger::extra`].
    pub extra: Vec<String>,
    /// Stable key of the finding.
    pub fingerprint: String,
}

/// Findings waiting for their ledger, with what all rows have to know of each other.
pub struct Ledger {
    findings: Spool<Finding>,
    titles: BTreeMap<String, String>,
    extra: Vec<String>,
    places: HashMap<String, usize>,
}

impl Ledger {
    /// Makes an empty ledger.
    #[must_use]
    pub fn new() -> Self {
        Self { findings: Spool::new(), titles: BTreeMap::new(), extra: Vec::new(), places: HashMap::new() }
    }

    /// Takes the titles of the rules from the run.
    pub fn run(&mut self, run: &Run) {
        let title = |rule: &RuleInfo| (rule.id.clone(), rule.title.clone());
        self.titles = run.rules.iter().map(title).collect();
    }

    /// Adds a finding.
    ///
    /// # Errors
    /// When the folder for temporary files is full.
    pub fn push(&mut self, finding: &Finding) -> io::Result<()> {
        for (header, _) in finding.row.iter() {
            if self.extra.len() < MAX_EXTRA && !self.places.contains_key(header) {
                self.places.insert(header.clone(), self.extra.len());
                self.extra.push(header.clone());
            }
        }
        self.findings.push(finding)
    }

    /// Gives the number of rows.
    #[must_use]
    pub const fn len(&self) -> u64 {
        self.findings.len()
    }

    /// Tells whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Gives the headers of the list's own columns, in order of their first appearance.
    ///
    /// One that is called like a column of ours is marked, so that no two columns share a name.
    #[must_use]
    pub fn extra(&self, lang: Lang) -> Vec<String> {
        let ours = |name: &str| COLUMNS.iter().any(|column| column.get(lang) == name);
        let head = |header: &String| match sanitize::line(header).trim() {
            name if ours(name) => words::fill(words::ORIGINAL.get(lang), &[&name]),
            name => name.to_owned(),
        };
        self.extra.iter().map(head).collect()
    }

    /// Gives the rows, in the order of the findings.
    ///
    /// # Errors
    /// When the temporary file cannot be written or read.
    pub fn rows(&mut self, lang: Lang) -> io::Result<impl Iterator<Item = io::Result<Row>> + '_> {
        let (titles, places, width) = (&self.titles, &self.places, self.extra.len());
        let rows = (1..).zip(self.findings.read()?);
        Ok(rows.map(move |(number, finding)| {
            let finding = finding?;
            let mut extra = vec![String::new(); width];
            for (header, value) in finding.row.iter() {
                if let Some(slot) = places.get(header).and_then(|&place| extra.get_mut(place))
                    && slot.is_empty()
                {
                    *slot = sanitize::line(value).into_owned();
                }
            }
            Ok(row(number, &finding, titles.get(&finding.rule), extra, lang))
        }))
    }
}

impl Default for Ledger {
    fn default() -> Self {
        Self::new()
    }
}

/// Lays a finding out in the columns of the ledger.
fn row(number: u64, finding: &Finding, title: Option<&String>, extra: Vec<String>, lang: Lang) -> Row {
    let place = &finding.place;
    let excerpt = Excerpt::new(&finding.context, finding.context_offset, &finding.text, CONTEXT_COLUMNS);
    let safe = |text: &str| sanitize::line(text).into_owned();
    let kind = title.filter(|title| !title.is_empty()).unwrap_or(&finding.name);
    let field = place.field.as_deref().filter(|_| in_list(place)).unwrap_or_default();
    let cells = [
        number.to_string(),
        safe(words::source(&place.source, lang)),
        safe(place.sheet.as_deref().unwrap_or_default()),
        label::position(place, lang),
        safe(field),
        safe(words::scene(&place.scene, lang)),
        excerpt.text(),
        safe(&finding.text),
        safe(kind),
        safe(&finding.rule),
        label::suggestions(finding, lang),
        words::severity(finding.severity).get(lang).to_owned(),
        label::bases(&finding.basis, lang, "\n"),
        label::message(finding, lang),
        String::new(),
        words::DECISIONS[0].get(lang).to_owned(),
        String::new(),
    ];
    Row { number, cells, severity: finding.severity, excerpt, extra, fingerprint: safe(&finding.fingerprint) }
}
