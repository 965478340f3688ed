//! Applies what the user excepts: findings become kept records with the reason, and statements that have no effect
//! become findings of their own.
//!
//! It happens where outcomes leave in input order, because a comment at the end of one part of a text is about the first
//! line of the next, and because a baseline counts.

mod reach;
mod words;

use super::Checker;
use super::checker::DocumentReport;
use super::position::{Position, excerpt};
use super::remark::{Remark, Target};
use super::render::Renderer;
use crate::baseline::Baseline;
use crate::data::shape::Native;
use crate::decide::Graded;
use crate::exception::{Exception, Statement, Until, concerns};
use crate::record::{Finding, Kept};
use reach::{Index, Names, Reach};
use std::collections::HashSet;

/// What outlives the inputs of a run.
#[derive(Debug, Default)]
pub struct Account {
    /// Accepted findings, where there is a baseline.
    pub baseline: Option<Baseline>,
    /// The configuration's statements, and whether each has lifted a finding.
    pub stated: Vec<(Exception, bool)>,
}

/// The statements of one input.
#[derive(Debug, Default)]
pub struct Exceptions {
    remarks: Vec<Stated>,
    names: Names,
    /// Those that are about a line.
    lines: Index,
    /// Those about everything from where they stand on, all at one place.
    files: Index,
    /// Those about the first line with text that comes.
    later: Vec<usize>,
}

/// The place of what is about a file.
const FILE: i64 = 0;

#[derive(Debug)]
struct Stated {
    remark: Remark,
    /// What it lifts while it holds.
    reach: Vec<Reach>,
    used: bool,
}

impl Exceptions {
    /// Moves what is excepted from the findings of a report to what it keeps. `base` is where its text begins.
    pub fn settle(
        &mut self,
        report: &mut DocumentReport,
        base: Position,
        source: &str,
        account: &mut Account,
        checker: &Checker,
    ) {
        let rows = self.take(report, base, checker);
        let before = report.findings.len();
        let nothing = self.remarks.is_empty() && rows.is_empty() && account.stated.is_empty();
        if nothing && account.baseline.is_none() {
            return;
        }
        let mut rows = Rows::new(rows);
        let excused = |finding: &Finding, account: &mut Account| {
            configured(finding, source, account, checker).or_else(|| accepted(finding, account, checker))
        };
        let mut left = Vec::with_capacity(before);
        for (position, finding) in std::mem::take(&mut report.findings) {
            let kept =
                self.lift(&finding, position.after(base), &mut rows, checker).or_else(|| excused(&finding, account));
            match kept {
                Some(kept) => report.kept.push((position, kept)),
                None => left.push((position, finding)),
            }
        }
        if left.len() < before {
            drop_orphans(&mut left, checker);
        }
        for finding in rows.remarks.iter().flat_map(|stated| judge(stated, &mut self.names, checker, true)) {
            match excused(&finding, account) {
                Some(kept) => report.kept.push((Position::default(), kept)),
                None => left.push((Position::default(), finding)),
            }
        }
        report.findings = left;
        if report.list {
            // What is said about a row's exception stands behind the row's own findings.
            report.findings.sort_by_key(|(_, finding)| finding.place.record);
            report.rows_with_findings = count_rows(&report.findings);
        } else {
            report.kept.sort_by_key(|(position, _)| position.byte);
        }
    }

    /// Takes in the remarks of a report; those about single rows are given back.
    fn take(&mut self, report: &mut DocumentReport, base: Position, checker: &Checker) -> Vec<Stated> {
        if let Some(first) = report.opens {
            let line = Position { lines: first, ..Position::default() }.after(base).lines;
            for number in std::mem::take(&mut self.later) {
                self.lines.add(line, &self.remarks[number].reach, number);
            }
        }
        let mut rows = Vec::new();
        for mut remark in std::mem::take(&mut report.remarks) {
            remark.position = remark.position.after(base);
            let number = self.remarks.len();
            let reach = self.reach(&remark, checker);
            match remark.target {
                Target::Row(_) => {
                    rows.push(Stated { remark, reach, used: false });
                    continue;
                }
                Target::File => self.files.add(FILE, &reach, number),
                Target::Later => self.later.push(number),
                Target::Line(line) => self.lines.add(line + base.lines, &reach, number),
            }
            self.remarks.push(Stated { remark, reach, used: false });
        }
        rows
    }

    /// What a statement lifts, if it holds.
    fn reach(&mut self, remark: &Remark, checker: &Checker) -> Vec<Reach> {
        let said = remark.said.as_ref().filter(|said| said.holds(&checker.plan.options.date));
        let names = said.into_iter().flat_map(|said| said.names.iter().map(|name| (said.verb, name)));
        names.flat_map(|(verb, name)| self.names.meaning(verb, name, checker).reach.clone()).collect()
    }

    fn lift(&mut self, finding: &Finding, at: Position, rows: &mut Rows, checker: &Checker) -> Option<Kept> {
        if self.remarks.is_empty() && rows.remarks.is_empty() {
            return None;
        }
        let reach = Reach::of(finding, checker);
        if let Some(row) = finding.place.record {
            let (number, by) = rows.index.find(row.cast_signed(), &reach)?;
            return rows.remarks.get_mut(number)?.lift(finding, by, checker);
        }
        let whole = || {
            let found = self.files.find(FILE, &reach)?;
            (self.remarks[found.0].remark.position.lines <= at.lines).then_some(found)
        };
        let (number, by) = self.lines.find(at.lines, &reach).or_else(whole)?;
        self.remarks.get_mut(number)?.lift(finding, by, checker)
    }

    /// The input ends: what its statements deserve, by absolute position.
    pub fn conclude(&mut self, source: &str, account: &mut Account, checker: &Checker) -> Concluded {
        let Self { remarks, mut names, .. } = std::mem::take(self);
        let mut concluded = Concluded::default();
        for one in &remarks {
            let at = one.remark.position;
            for finding in judge(one, &mut names, checker, false) {
                let kept = configured(&finding, source, account, checker);
                match kept.or_else(|| accepted(&finding, account, checker)) {
                    Some(kept) => concluded.kept.push((at, kept)),
                    None => concluded.findings.push((at, finding)),
                }
            }
        }
        concluded
    }
}

/// What is said of the statements of an input, by absolute position.
#[derive(Debug, Default)]
pub struct Concluded {
    /// To be reported.
    pub findings: Vec<(Position, Finding)>,
    /// Excepted in turn.
    pub kept: Vec<(Position, Kept)>,
}

/// Remarks about single rows.
struct Rows {
    remarks: Vec<Stated>,
    index: Index,
}

impl Rows {
    fn new(remarks: Vec<Stated>) -> Self {
        let mut index = Index::default();
        for (n, stated) in remarks.iter().enumerate() {
            if let Target::Row(row) = stated.remark.target {
                index.add(row.cast_signed(), &stated.reach, n);
            }
        }
        Self { remarks, index }
    }
}

impl Stated {
    fn lift(&mut self, finding: &Finding, by: Reach, checker: &Checker) -> Option<Kept> {
        let said = self.remark.said.as_ref()?;
        self.used = true;
        Some(lift(said, finding, by, checker))
    }
}

/// A notice that a name mixes forms goes when the forms it rests on are excepted.
fn drop_orphans(findings: &mut Vec<(Position, Finding)>, checker: &Checker) {
    let Some(matcher) = checker.registry.native(Native::MixedForms) else { return };
    let mixed = checker.registry.rule_of(matcher).id.clone();
    let forms = findings.iter().filter(|(_, f)| f.rule != mixed);
    let forms: HashSet<(Option<u64>, Option<String>, i64)> =
        forms.map(|(at, f)| (f.place.record, f.place.field.clone(), at.byte)).collect();
    let stands = |at: &Position, f: &Finding| {
        let inside = at.byte..at.byte + f.text.len() as i64;
        inside.into_iter().any(|byte| forms.contains(&(f.place.record, f.place.field.clone(), byte)))
    };
    findings.retain(|(at, f)| f.rule != mixed || stands(at, f));
}

/// Rows with a finding; the findings of a row stand together.
fn count_rows(findings: &[(Position, Finding)]) -> u64 {
    let mut rows: Vec<_> = findings.iter().map(|(_, f)| (&f.place.sheet, f.place.record)).collect();
    rows.dedup();
    rows.len() as u64
}

/// What a statement makes of a finding that it reaches.
fn lift(said: &Statement, finding: &Finding, by: Reach, checker: &Checker) -> Kept {
    match by {
        Reach::Rule(_) => kept(finding, "ignored", words::ignored(said, checker.lang)),
        Reach::Fact(n) => {
            let (exemption, bases) = &checker.plan.exemptions[n];
            let reason = words::exempted(exemption, said, checker.lang);
            let basis = bases.iter().map(|basis| super::render::basis(basis, checker.lang)).collect();
            Kept { basis, ..kept(finding, "exemption", reason) }
        }
    }
}

fn kept(finding: &Finding, why: &str, reason: String) -> Kept {
    Kept {
        place: finding.place.clone(),
        rule: finding.rule.clone(),
        name: finding.name.clone(),
        text: finding.text.clone(),
        why: why.to_owned(),
        reason,
        basis: Vec::new(),
        context: finding.context.clone(),
    }
}

/// The same by a statement of the configuration.
fn configured(finding: &Finding, source: &str, account: &mut Account, checker: &Checker) -> Option<Kept> {
    if account.stated.is_empty() {
        return None;
    }
    let day = &checker.plan.options.date;
    let reach = Reach::of(finding, checker);
    account.stated.iter_mut().find_map(|(exception, used)| {
        let Exception { statement, path, text } = exception;
        let is_text = text.is_empty()
            || finding.text == *text
            || (text.contains(&finding.text) && finding.context.contains(text.as_str()));
        if !is_text || !statement.holds(day) || !concerns(path, source) {
            return None;
        }
        let by = reach.iter().find(|one| one.is_named(statement, checker))?;
        *used = true;
        Some(lift(statement, finding, *by, checker))
    })
}

fn accepted(finding: &Finding, account: &mut Account, checker: &Checker) -> Option<Kept> {
    let known = account.baseline.as_mut()?.accepts(finding);
    known.then(|| kept(finding, "baseline", words::ACCEPTED.get(checker.lang).to_owned()))
}

/// What there is to say of a statement that has been applied wherever it could be.
fn judge(stated: &Stated, names: &mut Names, checker: &Checker, list: bool) -> Vec<Finding> {
    let lang = checker.lang;
    let report = |function, note| finding(&stated.remark, function, note, checker, list);
    let Some(said) = &stated.remark.said else {
        return report(Native::UnknownException, words::NOT_UNDERSTOOD.get(lang).into()).into_iter().collect();
    };
    if said.reason.is_empty() {
        return report(Native::UnreasonedException, String::new()).into_iter().collect();
    }
    if let Until::Unknown(day) = &said.until {
        let note = words::NO_DAY.get(lang).replace("{day}", day);
        return report(Native::UnknownException, note).into_iter().collect();
    }
    if let (true, Until::Day(day)) = (said.is_over(&checker.plan.options.date), &said.until) {
        return report(Native::ExpiredException, day.clone()).into_iter().collect();
    }
    let mut is_known = |name: &&String| !names.meaning(said.verb, name, checker).reach.is_empty();
    let (known, unknown): (Vec<&String>, Vec<&String>) = said.names.iter().partition(&mut is_known);
    let mut findings = Vec::new();
    if !unknown.is_empty() || said.names.is_empty() {
        findings.extend(report(Native::UnknownException, words::unknown_names(said.verb, &unknown, lang)));
    }
    if !stated.used && known.into_iter().any(|name| names.meaning(said.verb, name, checker).runs) {
        findings.extend(report(Native::UnusedException, words::unused(said.verb, stated.remark.target, lang)));
    }
    findings
}

/// The finding about a statement, at its comment or cell.
fn finding(remark: &Remark, function: Native, note: String, checker: &Checker, list: bool) -> Option<Finding> {
    let matcher = checker.registry.native(function)?;
    let block = &checker.registry.matchers()[usize::from(matcher)].block;
    let plan = checker.plan.scene(remark.scene, list);
    if !plan.runs[block.rule] {
        return None;
    }
    let text = remark.text.as_str();
    let graded = Graded { level: plan.ceiling[block.rule], note, ..Graded::notice(0, text.len(), block.rule) };
    let renderer = Renderer { checker, scene: remark.scene, list, exemptions: "" };
    let mut finding = renderer.finding(text, &graded, remark.place.clone());
    finding.note.clear(); // the message has said it
    (finding.context, finding.context_offset) = excerpt(text, 0, text.len(), 0, text.len());
    Some(finding)
}
