//! The line that ends a run whose reports went to files.

use super::filter::Filter;
use super::progress::grouped;
use super::talk::Talk;
use crate::i18n::{Lang, Msg};
use crate::record::{Run, Severity, Summary};
use crate::report::words::{self, fill};
use crate::text::sanitize;
use std::path::PathBuf;
use std::time::Duration;

/// Says the counts of a run and where its reports are.
pub fn say(talk: Talk, run: &Counts, summary: &Summary, written: &[PathBuf]) {
    let lang = talk.lang;
    let mut parts = vec![fill(INPUTS.get(lang), &[&grouped(summary.sources)])];
    if summary.records > 0 {
        let counts =
            [summary.records, summary.records_clean, summary.records_with_findings, summary.records_unreadable]
                .map(grouped);
        parts.push(fill(RECORDS.get(lang), &[&counts[0], &counts[1], &counts[2], &counts[3]]));
    }
    if summary.lines > 0 {
        parts.push(fill(LINES.get(lang), &[&grouped(summary.lines)]));
    }
    parts.push(findings(summary, lang));
    parts.push(fill(TIME.get(lang), &[&seconds(run.elapsed), &run.rules, &run.tables]));
    let stop = if lang == Lang::Zh { "。" } else { "." };
    talk.note(&format!("{}{stop}", parts.join(if lang == Lang::Zh { "；" } else { "; " })));
    for path in written {
        talk.note(&fill(WRITTEN.get(lang), &[&path.display()]));
    }
}

/// What the summary of the record does not know.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    elapsed: Duration,
    rules: usize,
    tables: usize,
}

impl Counts {
    /// Takes what matters of a run.
    pub fn new(run: &Run, elapsed: Duration) -> Self {
        Self { elapsed, rules: run.rules.len(), tables: run.tables.len() }
    }

    /// Sets the time that the run took.
    pub fn after(self, elapsed: Duration) -> Self {
        Self { elapsed, ..self }
    }
}

fn findings(summary: &Summary, lang: Lang) -> String {
    let severities = [Severity::Violation, Severity::Suspected, Severity::Advice, Severity::Notice];
    let count = |severity| summary.by_severity.get(&severity).copied().unwrap_or_default();
    let parts = severities.into_iter().filter(|severity| count(*severity) > 0);
    let parts: Vec<_> =
        parts.map(|one| format!("{} {}", words::severity(one).get(lang), grouped(count(one)))).collect();
    let total = fill(FINDINGS.get(lang), &[&grouped(summary.findings)]);
    match (parts.is_empty(), lang) {
        (true, _) => total,
        (_, Lang::Zh) => format!("{total}（{}）", parts.join("，")),
        (_, Lang::En) => format!("{total} ({})", parts.join(", ")),
    }
}

fn seconds(elapsed: Duration) -> String {
    match elapsed.as_secs() {
        0..60 => format!("{:.1}", elapsed.as_secs_f64()),
        seconds => seconds.to_string(),
    }
}

/// Names what could not be read.
pub fn losses(talk: Talk, filter: &Filter) {
    for loss in &filter.first_unreadable {
        let place = [loss.source.as_str(), loss.scope.as_str()].into_iter().filter(|part| !part.is_empty());
        let place = place.map(|part| words::source(part, talk.lang)).collect::<Vec<_>>().join(" ");
        let colon = if talk.lang == Lang::Zh { "：" } else { ": " };
        talk.warn(&sanitize::line(&format!("{place}{colon}{}", loss.reason)));
    }
    let more = filter.unreadable - filter.first_unreadable.len() as u64;
    if more > 0 {
        talk.warn(&fill(MORE.get(talk.lang), &[&grouped(more)]));
    }
}

const INPUTS: Msg = Msg::new("检查完毕：输入 {} 个", "done: {} inputs");
const RECORDS: Msg =
    Msg::new("名单 {} 行，合格 {}，有问题 {}，未能读取 {}", "{} rows: {} clean, {} with findings, {} unreadable");
const LINES: Msg = Msg::new("文本 {} 行", "{} lines of text");
const FINDINGS: Msg = Msg::new("问题 {} 处", "{} findings");
const TIME: Msg = Msg::new("用时 {} 秒；规则 {} 条，字典 {} 份", "{} s; {} rules, {} dictionaries");
const WRITTEN: Msg = Msg::new("报告：{}", "report: {}");
const MORE: Msg =
    Msg::new("另有 {} 项未能读取，见报告的“未检查”", "{} more could not be read, see “not checked” in the report");
