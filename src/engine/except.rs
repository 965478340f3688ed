//! Applies what the user excepts: findings become kept records with the reason, and statements that have no effect
//! become findings of their own.
//!
//! It happens where outcomes leave in input order, because a comment at the end of one part of a text is about the first
//! line of the next, and because a baseline counts.

mod words;

use super::Checker;
use super::checker::DocumentReport;
use super::position::{Position, excerpt};
use super::remark::{Remark, Target};
use super::render::Renderer;
use crate::baseline::Baseline;
use crate::data::shape::Native;
use crate::decide::{self, Graded};
use crate::document::Scene;
use crate::exception::{Exception, Statement, Until, Verb, concerns};
use crate::record::{Finding, Kept};
use crate::rule::selects;
use std::collections::{HashMap, HashSet};

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
    /// By line: indices of those that are about it.
    lines: HashMap<i64, Vec<usize>>,
    /// Those about everything from where they stand on.
    files: Vec<usize>,
    /// Those about the first line with text that comes.
    later: Vec<usize>,
}

#[derive(Debug)]
struct Stated {
    remark: Remark,
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
        let rows = self.take(report, base);
        let before = report.findings.len();
        let nothing = self.remarks.is_empty() && rows.is_empty() && account.stated.is_empty();
        if nothing && account.baseline.is_none() {
            return;
        }
        let mut rows = Rows::new(rows);
        let mut left = Vec::with_capacity(before);
        for (position, finding) in std::mem::take(&mut report.findings) {
            let kept = self
                .lift(&finding, position.after(base), &mut rows, checker)
                .or_else(|| configured(&finding, source, account, checker))
                .or_else(|| accepted(&finding, account, checker));
            match kept {
                Some(kept) => report.kept.push((position, kept)),
                None => left.push((position, finding)),
            }
        }
        if left.len() < before {
            drop_orphans(&mut left, checker);
        }
        let judged = rows.remarks.iter().flat_map(|remark| judge(remark, checker, true));
        let judged = judged.filter(|finding| accepted(finding, account, checker).is_none());
        left.extend(judged.map(|finding| (Position::default(), finding)));
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
    fn take(&mut self, report: &mut DocumentReport, base: Position) -> Vec<Stated> {
        if let Some(first) = report.opens {
            let line = Position { lines: first, ..Position::default() }.after(base).lines;
            self.lines.entry(line).or_default().append(&mut self.later);
        }
        let mut rows = Vec::new();
        for mut remark in std::mem::take(&mut report.remarks) {
            remark.position = remark.position.after(base);
            let number = self.remarks.len();
            match remark.target {
                Target::Row(_) => {
                    rows.push(Stated { remark, used: false });
                    continue;
                }
                Target::File => self.files.push(number),
                Target::Later => self.later.push(number),
                Target::Line(line) => self.lines.entry(line + base.lines).or_default().push(number),
            }
            self.remarks.push(Stated { remark, used: false });
        }
        rows
    }

    fn lift(&mut self, finding: &Finding, at: Position, rows: &mut Rows, checker: &Checker) -> Option<Kept> {
        if let Some(row) = finding.place.record {
            let here = rows.of(row);
            return here.iter().find_map(|n| rows.remarks.get_mut(*n)?.lift(finding, checker));
        }
        let here = self.lines.get(&at.lines).map_or(&[][..], Vec::as_slice);
        here.iter().chain(&self.files).find_map(|n| {
            let stated = self.remarks.get_mut(*n)?;
            let comes_later = stated.remark.target == Target::File && at.lines < stated.remark.position.lines;
            if comes_later { None } else { stated.lift(finding, checker) }
        })
    }

    /// The input ends: what its statements deserve, by absolute position.
    pub fn conclude(&mut self, account: &mut Account, checker: &Checker) -> Vec<(Position, Finding)> {
        let stated = std::mem::take(self).remarks;
        let judged = stated.iter().flat_map(|one| {
            let at = one.remark.position;
            judge(one, checker, false).into_iter().map(move |finding| (at, finding))
        });
        judged.filter(|(_, finding)| accepted(finding, account, checker).is_none()).collect()
    }
}

/// Remarks about single rows.
struct Rows {
    remarks: Vec<Stated>,
    by_number: HashMap<u64, Vec<usize>>,
}

impl Rows {
    fn new(remarks: Vec<Stated>) -> Self {
        let mut by_number: HashMap<u64, Vec<usize>> = HashMap::new();
        for (n, stated) in remarks.iter().enumerate() {
            if let Target::Row(row) = stated.remark.target {
                by_number.entry(row).or_default().push(n);
            }
        }
        Self { remarks, by_number }
    }

    fn of(&self, row: u64) -> Vec<usize> {
        self.by_number.get(&row).cloned().unwrap_or_default()
    }
}

impl Stated {
    fn lift(&mut self, finding: &Finding, checker: &Checker) -> Option<Kept> {
        let kept = lift(self.remark.said.as_ref()?, finding, checker)?;
        self.used = true;
        Some(kept)
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

/// What a statement makes of a finding, if it concerns it.
fn lift(said: &Statement, finding: &Finding, checker: &Checker) -> Option<Kept> {
    if !said.holds(&checker.plan.options.date) {
        return None;
    }
    let rules = checker.registry.rules();
    let number = rules.iter().position(|rule| rule.id == finding.rule)?;
    match said.verb {
        Verb::Ignore => {
            let named = said.names.iter().any(|name| selects(name, &rules[number]));
            named.then(|| kept(finding, "ignored", words::ignored(said, checker.lang)))
        }
        Verb::Exempt => {
            let scene = Scene::parse(&finding.place.scene)?;
            let tags = said.names.join(" ");
            let exemption = decide::lifted(number, checker.case(scene, &tags, false))?;
            let (exemption, bases) = &checker.plan.exemptions[exemption];
            let reason = words::exempted(exemption, said, checker.lang);
            let basis = bases.iter().map(|basis| super::render::basis(basis, checker.lang)).collect();
            Some(Kept { basis, ..kept(finding, "exemption", reason) })
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
    account.stated.iter_mut().find_map(|(exception, used)| {
        let Exception { statement, path, text } = exception;
        let is_text = text.is_empty()
            || finding.text == *text
            || (text.contains(&finding.text) && finding.context.contains(text.as_str()));
        let kept = (is_text && concerns(path, source)).then(|| lift(statement, finding, checker))??;
        *used = true;
        Some(kept)
    })
}

fn accepted(finding: &Finding, account: &mut Account, checker: &Checker) -> Option<Kept> {
    let known = account.baseline.as_mut()?.accepts(finding);
    known.then(|| kept(finding, "baseline", words::ACCEPTED.get(checker.lang).to_owned()))
}

/// What there is to say of a statement that has been applied wherever it could be.
fn judge(stated: &Stated, checker: &Checker, list: bool) -> Vec<Finding> {
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
    let (known, unknown): (Vec<&String>, Vec<&String>) =
        said.names.iter().partition(|name| is_known(said.verb, name, checker));
    let mut findings = Vec::new();
    if !unknown.is_empty() || said.names.is_empty() {
        findings.extend(report(Native::UnknownException, words::unknown_names(said.verb, &unknown, lang)));
    }
    if !stated.used && known.iter().any(|name| could_lift(said.verb, name, checker)) {
        findings.extend(report(Native::UnusedException, words::unused(said.verb, stated.remark.target, lang)));
    }
    findings
}

/// Whether there is such a rule, or such a fact in this jurisdiction.
fn is_known(verb: Verb, name: &str, checker: &Checker) -> bool {
    match verb {
        Verb::Ignore => checker.registry.rules().iter().any(|rule| selects(name, rule)),
        Verb::Exempt => {
            let plan = &checker.plan.exemptions;
            plan.iter().any(|(one, _)| one.id == name || one.tags.iter().any(|tag| tag == name))
        }
    }
}

/// Whether a rule runs that the name is about; of one that is switched off nothing can be said.
fn could_lift(verb: Verb, name: &str, checker: &Checker) -> bool {
    let running = checker.registry.rules().iter().enumerate().filter(|(n, _)| checker.plan.active[*n]);
    match verb {
        Verb::Ignore => running.into_iter().any(|(_, rule)| selects(name, rule)),
        Verb::Exempt => {
            running.into_iter().any(|(n, _)| decide::lifted(n, checker.case(Scene::Document, name, false)).is_some())
        }
    }
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
