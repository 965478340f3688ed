//! Puts the outcomes of a run in order and counts them.

use super::checker::{Checker, DocumentReport};
use super::except::{Account, Exceptions};
use super::position::Position;
use super::register::Register;
use super::words;
use crate::document::{Document, Info, Loss, LossKind, Scene};
use crate::i18n::Lang;
use crate::record::{Event, Finding, InputInfo, NotChecked, Place, Run, Severity, Summary};
use std::collections::{BTreeSet, HashSet};
use std::io;

/// Enterprise names whose parts a record holds; more of them are a list.
const NAMES: usize = 50;

/// An input as reports name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceInfo {
    /// Path as given, `-`, or `--text`.
    pub name: String,
}

/// Takes outcomes in input order, writes events, keeps the counts.
pub struct Emitter<'a> {
    sink: &'a mut (dyn FnMut(&Event) -> io::Result<()> + Send),
    lang: Lang,
    summary: Summary,
    source: SourceInfo,
    /// Position of the end of what was emitted of the current input.
    base: Position,
    findings_here: u64,
    lost_here: bool,
    list_here: bool,
    /// Names of the lists of the current input.
    register: Register,
    /// Words that earlier parts of the current input mention, each under the rule that asks for it.
    mentioned: HashSet<(String, String)>,
    /// What the current input says about its own check.
    exceptions: Exceptions,
    /// What is excepted in the whole run.
    account: Account,
    /// Scenes that occurred in the run.
    scenes: BTreeSet<Scene>,
}

impl<'a> Emitter<'a> {
    /// Starts a run.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn start(run: Run, lang: Lang, sink: &'a mut (dyn FnMut(&Event) -> io::Result<()> + Send)) -> io::Result<Self> {
        sink(&Event::Run(run))?;
        let mut summary = Summary::default();
        for severity in [Severity::Violation, Severity::Suspected, Severity::Advice, Severity::Notice] {
            summary.by_severity.insert(severity, 0);
        }
        Ok(Self {
            sink,
            lang,
            summary,
            source: SourceInfo::default(),
            base: Position::default(),
            findings_here: 0,
            lost_here: false,
            list_here: false,
            register: Register::default(),
            mentioned: HashSet::new(),
            exceptions: Exceptions::default(),
            account: Account::default(),
            scenes: BTreeSet::new(),
        })
    }

    /// Excepts what the configuration states and a baseline accepts.
    #[must_use]
    pub fn with(mut self, account: Account) -> Self {
        self.account = account;
        self
    }

    /// The next input begins.
    pub fn open(&mut self, source: SourceInfo) {
        self.source = source;
        self.base = Position::default();
        self.findings_here = 0;
        self.lost_here = false;
        self.list_here = false;
        self.register = Register::default();
        self.mentioned.clear();
        self.exceptions = Exceptions::default();
        self.summary.sources += 1;
    }

    /// Compares the entries of a list with all that came before them in its input.
    pub fn compare(&mut self, report: &mut DocumentReport, document: &Document, checker: &Checker) {
        self.register.settle(report, document, checker);
    }

    /// Moves what is excepted from the findings to what is kept.
    pub fn settle(&mut self, report: &mut DocumentReport, checker: &Checker) {
        let base = if report.list { Position::default() } else { self.base };
        self.exceptions.settle(report, base, &self.source.name, &mut self.account, checker);
    }

    /// The current input ends: reports what its exceptions deserve.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn conclude(&mut self, checker: &Checker) -> io::Result<()> {
        let concluded = self.exceptions.conclude(&self.source.name, &mut self.account, checker);
        for (position, mut kept) in concluded.kept {
            kept.place.source.clone_from(&self.source.name);
            position.put(&mut kept.place);
            self.kept(Event::Kept(kept))?;
        }
        for (position, mut finding) in concluded.findings {
            finding.place.source.clone_from(&self.source.name);
            position.put(&mut finding.place);
            self.finding(finding)?;
        }
        Ok(())
    }

    /// Emits the outcomes of one document.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn document(&mut self, report: DocumentReport) -> io::Result<()> {
        self.scenes.extend(&report.scenes);
        let s = &mut self.summary;
        s.characters += report.characters;
        s.han += report.han;
        s.records += report.rows;
        s.names.extend(report.names);
        s.names.truncate(NAMES);
        s.records_with_findings += report.rows_with_findings;
        s.records_clean += report.rows - report.rows_with_findings;
        self.list_here |= report.list;
        let mut kept = report.kept.into_iter().peekable();
        for (position, mut finding) in report.findings {
            if !self.mentioned.is_empty() && self.mentioned.contains(&(finding.rule.clone(), finding.text.clone())) {
                continue;
            }
            while let Some((at, mut event)) = kept.next_if(|(at, _)| at.byte <= position.byte && !report.list) {
                self.place(&mut event.place, at, report.list);
                self.kept(Event::Kept(event))?;
            }
            self.place(&mut finding.place, position, report.list);
            self.finding(finding)?;
        }
        for (at, mut event) in kept {
            self.place(&mut event.place, at, report.list);
            self.kept(Event::Kept(event))?;
        }
        self.mentioned.extend(report.mentioned);
        self.advance(report.end, report.list);
        Ok(())
    }

    /// What comes next stands behind a text that ended there.
    fn advance(&mut self, end: Position, list: bool) {
        if !list {
            self.base = end.after(self.base);
        }
    }

    fn finding(&mut self, finding: Finding) -> io::Result<()> {
        self.summary.findings += 1;
        self.findings_here += 1;
        *self.summary.by_severity.entry(finding.severity).or_default() += 1;
        *self.summary.by_rule.entry(finding.rule.clone()).or_default() += 1;
        (self.sink)(&Event::Finding(finding))
    }

    fn kept(&mut self, event: Event) -> io::Result<()> {
        self.summary.kept += 1;
        (self.sink)(&event)
    }

    /// Fills in what only the run knows: the input, and how much came before.
    fn place(&self, place: &mut Place, at: Position, list: bool) {
        place.source.clone_from(&self.source.name);
        at.after(if list { Position::default() } else { self.base }).put(place);
    }

    /// Something was not read.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn loss(&mut self, loss: &Loss) -> io::Result<()> {
        if let LossKind::Rows(count) = loss.kind {
            self.summary.records += count;
            self.summary.records_unreadable += count;
        }
        let event = words::loss(&self.source.name, loss, self.lang);
        self.not_checked(event)
    }

    /// The program failed on a part of the input, of which this much is known.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn failed(&mut self, report: &DocumentReport) -> io::Result<()> {
        self.summary.records += report.rows;
        self.summary.records_unreadable += report.rows;
        self.list_here |= report.list;
        self.advance(report.end, report.list);
        self.not_checked(NotChecked {
            source: self.source.name.clone(),
            scope: String::new(),
            why: "internal".into(),
            reason: words::INTERNAL.get(self.lang).into(),
            unreadable: true,
        })
    }

    fn not_checked(&mut self, event: NotChecked) -> io::Result<()> {
        self.lost_here |= event.unreadable;
        self.summary.not_checked += 1;
        (self.sink)(&Event::NotChecked(event))
    }

    /// The input ends.
    pub fn close(&mut self, info: &Info) {
        self.summary.sources_unreadable += u64::from(self.lost_here);
        if !self.list_here && info.bytes > 0 {
            self.summary.lines += self.base.lines.unsigned_abs() + u64::from(self.base.column > 0);
        }
        self.summary.inputs.push(InputInfo {
            source: self.source.name.clone(),
            format: info.format.to_owned(),
            encoding: info.encoding.to_owned(),
            bytes: info.bytes,
            hash: info.hash.clone(),
            records: info.records,
            findings: self.findings_here,
        });
    }

    /// Ends the run.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn finish(self, interrupted: bool) -> io::Result<Summary> {
        self.settled(interrupted).map(|(summary, _)| summary)
    }

    /// Ends the run, and gives back what was excepted in it.
    ///
    /// # Errors
    /// When the sink fails.
    pub fn settled(mut self, interrupted: bool) -> io::Result<(Summary, Account)> {
        self.source = SourceInfo::default();
        self.not_checked(NotChecked {
            source: String::new(),
            scope: String::new(),
            why: "glyph".into(),
            reason: words::GLYPHS.get(self.lang).into(),
            unreadable: false,
        })?;
        for reason in std::mem::take(&mut self.scenes).into_iter().filter_map(words::unchecked) {
            self.not_checked(NotChecked {
                why: "layout".into(),
                reason: reason.get(self.lang).into(),
                ..NotChecked::default()
            })?;
        }
        self.summary.interrupted = interrupted;
        (self.sink)(&Event::Summary(self.summary.clone()))?;
        Ok((self.summary, self.account))
    }
}
