//! What the template of the page sees.

use super::versions::{Facts, versions};
use super::{SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH};
use crate::i18n::Lang;
use crate::record::{Finding, Kept, NotChecked, Place, Run, Severity};
use crate::report::excerpt::Excerpt;
use crate::report::tally::{SEVERITIES, Table, Tally};
use crate::report::{chart, label, seal, words};
use crate::text::sanitize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io;

/// Columns of text shown around a wrong form.
const CONTEXT_COLUMNS: usize = 120;
/// Columns of text shown of the other columns of a list row.
const ROW_COLUMNS: usize = 120;

/// The whole page.
#[derive(Serialize)]
pub struct Page {
    tag: &'static str,
    t: BTreeMap<&'static str, &'static str>,
    seal: &'static str,
    /// Counts the seal covers.
    pub counts: [(&'static str, u64); 2],
    style: &'static str,
    style_hash: &'static str,
    script: &'static str,
    script_hash: &'static str,
    date: String,
    tool: String,
    data_version: String,
    warning: Option<&'static str>,
    overview: Vec<(&'static str, String)>,
    checks: Vec<(String, bool)>,
    chart: Option<String>,
    severities: Vec<SeverityWord>,
    tables: Vec<Numbers>,
    forms: Vec<(String, String, String, u64)>,
    kinds: Vec<(String, String)>,
    versions: Vec<Facts>,
    /// Findings by source, in the order the sources came.
    pub groups: Vec<Group>,
    /// Says that not all findings are listed.
    pub capped: Option<String>,
    /// Kept candidates.
    pub kept: Vec<KeptRow>,
    /// Says that not all kept candidates are listed.
    pub kept_capped: Option<String>,
    /// Not-checked lines: source, scope, kind, reason.
    pub not_checked: Vec<[String; 4]>,
    /// Says that not all not-checked lines are listed.
    pub not_checked_capped: Option<String>,
}

#[derive(Serialize)]
struct SeverityWord {
    class: &'static str,
    word: &'static str,
}

#[derive(Serialize)]
struct Numbers {
    title: &'static str,
    lines: Vec<NumberLine>,
}

#[derive(Serialize)]
struct NumberLine {
    label: String,
    counts: Vec<u64>,
    sum: bool,
}

/// The findings of one source.
#[derive(Serialize)]
pub struct Group {
    source: String,
    /// Says how many findings are listed.
    pub caption: String,
    /// The findings.
    pub rows: Vec<Row>,
}

/// A finding.
#[derive(Serialize)]
pub struct Row {
    number: u64,
    class: &'static str,
    severity: &'static str,
    rule: String,
    kind: String,
    position: String,
    field: String,
    scene: String,
    row: String,
    before: String,
    found: String,
    after: String,
    message: String,
    standard: String,
    bases: Vec<String>,
}

/// A kept candidate.
#[derive(Serialize)]
pub struct KeptRow {
    position: String,
    before: String,
    found: String,
    after: String,
    kind: String,
    rule: String,
    why: String,
    message: String,
    bases: Vec<String>,
}

impl Page {
    /// Fills everything but the lists of items.
    ///
    /// # Errors
    /// When the chart cannot be drawn.
    pub fn new(run: &Run, tally: &Tally, lang: Lang) -> io::Result<Self> {
        let rules = tally.rules(lang);
        let form = |(form, times): (&crate::report::tally::Form, u64)| {
            (safe(&form.text), form.standard(lang), safe(&form.rule), times)
        };
        Ok(Self {
            tag: lang.tag(),
            t: words::ALL.iter().map(|(name, word)| (*name, word.get(lang))).collect(),
            seal: seal::BLANK,
            counts: [("findings", 0), ("listed", 0)],
            style: STYLE,
            style_hash: STYLE_HASH,
            script: SCRIPT,
            script_hash: SCRIPT_HASH,
            date: safe(&run.date),
            tool: safe(&format!("{} {}", run.tool, run.version)),
            data_version: safe(&run.data_version),
            warning: tally.warning().map(|warning| warning.get(lang)),
            overview: tally.overview(lang),
            checks: tally.checks(lang),
            chart: chart::svg(&rules, lang)?,
            severities: SEVERITIES.map(|one| SeverityWord::new(one, lang)).into(),
            tables: tally.tables(lang).iter().map(|table| Numbers::new(table, lang)).collect(),
            forms: tally.forms().into_iter().map(form).collect(),
            kinds: tally.kinds(),
            versions: versions(run, tally, lang),
            groups: Vec::new(),
            capped: None,
            kept: Vec::new(),
            kept_capped: None,
            not_checked: Vec::new(),
            not_checked_capped: None,
        })
    }
}

impl SeverityWord {
    const fn new(severity: Severity, lang: Lang) -> Self {
        Self { class: class(severity), word: words::severity(severity).get(lang) }
    }
}

impl Numbers {
    fn new(table: &Table, lang: Lang) -> Self {
        let last = table.lines.len().saturating_sub(1);
        let line = |(n, line): (usize, &crate::report::tally::Line)| NumberLine {
            label: line.label.clone(),
            counts: line.counts.into_iter().chain([line.total()]).collect(),
            sum: n == last,
        };
        Self { title: table.title.get(lang), lines: table.lines.iter().enumerate().map(line).collect() }
    }
}

impl Group {
    /// Starts the group of a source.
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self { source: safe(source), caption: String::new(), rows: Vec::new() }
    }
}

impl Row {
    /// Lays a finding out; `title` is the title of its rule.
    #[must_use]
    pub fn new(number: u64, finding: &Finding, title: &str, lang: Lang) -> Self {
        let place = &finding.place;
        let Excerpt { before, found, after } =
            Excerpt::new(&finding.context, finding.context_offset, &finding.text, CONTEXT_COLUMNS);
        let cells = finding.row.iter().filter(|(_, value)| !value.trim().is_empty());
        let cells: Vec<String> = cells.map(|(head, value)| format!("{head}：{value}")).collect();
        let field = place.field.as_deref().filter(|_| label::in_list(place)).unwrap_or_default();
        Self {
            number,
            class: class(finding.severity),
            severity: words::severity(finding.severity).get(lang),
            rule: safe(&finding.rule),
            kind: safe(title),
            position: position(place, lang),
            field: safe(field),
            scene: safe(words::scene(&place.scene, lang)),
            row: Excerpt::new(&cells.join("；"), 0, "", ROW_COLUMNS).text(),
            before,
            found,
            after,
            message: label::message(finding, lang),
            standard: label::suggestions(finding, lang),
            bases: finding.basis.iter().map(|one| label::basis(one, lang)).collect(),
        }
    }
}

impl KeptRow {
    /// Lays a kept candidate out; `title` is the title of its rule.
    #[must_use]
    pub fn new(kept: &Kept, title: &str, lang: Lang) -> Self {
        let offset = kept.place.column.saturating_sub(1);
        let Excerpt { before, found, after } = Excerpt::new(&kept.context, offset, &kept.text, CONTEXT_COLUMNS);
        Self {
            position: label::place(&kept.place, lang),
            before,
            found,
            after,
            kind: safe(title),
            rule: safe(&kept.rule),
            why: safe(words::kept_why(&kept.why, lang)),
            message: safe(&kept.reason),
            bases: kept.basis.iter().map(|one| label::basis(one, lang)).collect(),
        }
    }
}

/// Lays a not-checked line out.
#[must_use]
pub fn not_checked(one: &NotChecked, lang: Lang) -> [String; 4] {
    let source = match one.source.is_empty() {
        true => words::WHOLE_RUN.get(lang),
        false => words::source(&one.source, lang),
    };
    [source, &one.scope, words::not_checked_why(&one.why, lang), &one.reason].map(safe)
}

/// Says where a finding stands within its source.
fn position(place: &Place, lang: Lang) -> String {
    let position = label::position(place, lang);
    match place.sheet.as_deref() {
        Some(sheet) if label::in_list(place) => format!("{} · {position}", safe(sheet)),
        _ => position,
    }
}

/// Gives the name of a severity for style sheet and filter.
const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "violation",
        Severity::Suspected => "suspected",
        Severity::Advice => "advice",
        Severity::Notice => "notice",
    }
}

fn safe(text: &str) -> String {
    sanitize::line(text).into_owned()
}
