//! One document in, its outcomes out.

use super::enterprise;
use super::entry::Entry;
use super::label;
use super::position::{Cursor, Position, count_chars, excerpt};
use super::remark::{self, Remark};
use super::render::{Bases, Renderer};
use crate::check::spelling::{self, Bond, Outcome, Pair, Verdict};
use crate::check::{self, Sight};
use crate::data::shape::{Certainty, Native};
use crate::decide::{Case, Decision, Graded, decide};
use crate::document::{Cell, Document, Role, Row, Scene};
use crate::i18n::Lang;
use crate::lexicon::Lexicon;
use crate::record::{Finding, Kept, NameParts, Place};
use crate::rule::{Plan, Registry};
use crate::spelling::Speller;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Checks documents; shared by all threads, changed by none.
#[derive(Debug, Clone)]
pub struct Checker {
    /// Dictionaries.
    pub lexicon: Arc<Lexicon>,
    /// Rules.
    pub registry: Arc<Registry>,
    /// Plan.
    pub plan: Arc<Plan>,
    /// Scene given by hand; `None`: columns say their own, texts are [`Scene::Document`].
    pub scene: Option<Scene>,
    /// Language of messages.
    pub lang: Lang,
    /// Bases as records.
    pub bases: Arc<Bases>,
}

/// The outcomes of one document. Positions count from its own text; the emitter adds what came before.
#[derive(Debug, Default)]
pub struct DocumentReport {
    /// Input it belongs to.
    pub source: usize,
    /// Findings in order, with the position still relative.
    pub findings: Vec<(Position, Finding)>,
    /// Kept candidates in order.
    pub kept: Vec<(Position, Kept)>,
    /// Position of the end of its text.
    pub end: Position,
    /// Scalar values checked.
    pub characters: u64,
    /// Han characters checked.
    pub han: u64,
    /// Rows of a list.
    pub rows: u64,
    /// Rows with a finding.
    pub rows_with_findings: u64,
    /// Whether it is part of a list.
    pub list: bool,
    /// Ids of rules, and words that they ask about at their first mention in the whole input only.
    pub mentioned: Vec<(String, String)>,
    /// Entries of a list of places, to be compared with those before them.
    pub entries: Vec<Entry>,
    /// The enterprise names of a text, in their parts.
    pub names: Vec<NameParts>,
    /// What the document says about its own check.
    pub remarks: Vec<Remark>,
    /// First line with text, counted like the positions; `None` where there is no text.
    pub opens: Option<i64>,
    /// Scenes of its texts and cells.
    pub scenes: BTreeSet<Scene>,
}

impl DocumentReport {
    /// What has to be known of a document that was not checked, so that rows and positions still add up.
    #[must_use]
    pub fn unchecked(document: &Document) -> Self {
        let text = document.text.as_str();
        Self {
            source: document.source,
            end: Cursor::new(text, document.context).seek(text.len()),
            rows: document.rows.len() as u64,
            list: !document.rows.is_empty(),
            ..Self::default()
        }
    }
}

impl Checker {
    /// Checks one document.
    pub fn check(&self, document: &Document, sight: &mut Sight) -> DocumentReport {
        let text = document.text.as_str();
        check::look(text, &self.lexicon, &self.registry, &self.running(document), sight);
        self.stretches(document, text, sight);
        let mut report = DocumentReport { source: document.source, ..DocumentReport::default() };
        let context = text.get(..document.context).unwrap_or_default();
        report.characters = sight.counts.characters - count_chars(context) as u64;
        report.han = sight.counts.han - self.han(context);
        if document.cells.is_empty() && document.rows.is_empty() {
            self.text(document, text, sight, &mut report);
        } else {
            self.list(document, text, sight, &mut report);
        }
        report
    }

    /// By rule: whether it is asked in any scene of a document.
    fn running(&self, document: &Document) -> Vec<bool> {
        let mut runs = vec![false; self.registry.rules().len()];
        let mut add = |own: Option<Scene>, list: bool| {
            let plan = self.plan.scene(self.scene.or(own).unwrap_or(Scene::Document), list);
            runs.iter_mut().zip(&plan.runs).for_each(|(any, here)| *any |= here);
        };
        if document.rows.is_empty() {
            add(None, false);
        }
        let sheets = document.rows.chunk_by(|a, b| Arc::ptr_eq(&a.sheet, &b.sheet) && a.sign == b.sign);
        for row in sheets.filter_map(|rows| rows.first()) {
            for column in &row.sheet.columns {
                if let Role::Checked(own) = column.role {
                    add(own, !row.sign);
                }
            }
        }
        runs
    }

    fn has_han(&self, text: Option<&str>) -> bool {
        text.is_some_and(|text| self.han(text) > 0)
    }

    fn han(&self, text: &str) -> u64 {
        let han = |c: char| u64::from(self.lexicon.chars.class(c as u32) & crate::data::chars::HAN);
        text.chars().map(han).sum()
    }

    fn text(&self, document: &Document, text: &str, sight: &Sight, report: &mut DocumentReport) {
        let scene = self.scene.unwrap_or(Scene::Document);
        report.scenes.insert(scene);
        let case = Case { traditional: document.traditional, ..self.case(scene, "", false) };
        let spellings = self.spellings(text, document.context..text.len(), case);
        let mut decision = decide(text, 0, text.len(), sight, &spellings, case);
        if scene.is_name() {
            self.mixed_lines(text, &mut decision);
        }
        if scene == Scene::EnterpriseName {
            self.names(text, document.context..text.len(), scene, false, &mut decision);
            report.names = enterprise::parts(text, document.context..text.len());
        }
        let remarks = remark::comments(document, text, scene);
        let (comments, remarks): (Vec<_>, Vec<_>) = remarks.into_iter().unzip();
        let touches = |ranges: &[Range<usize>], start: usize, end: usize| {
            let at = ranges.partition_point(|s| s.end <= start);
            ranges.get(at).is_some_and(|s| s.start < end)
        };
        let skipped = |start: usize, end: usize| {
            end <= document.context || touches(&document.skip, start, end) || touches(&comments, start, end)
        };
        report.remarks = remarks;
        report.opens = remark::first_line(text, document.context, &comments);
        let renderer = Renderer { checker: self, scene, list: false, exemptions: "" };
        let mut cursor = Cursor::new(text, document.context);
        for found in decision.reported.iter().filter(|f| !skipped(f.start, f.end)) {
            let position = cursor.seek(found.start);
            let mut finding = renderer.finding(text, found, Place::default());
            (finding.context, finding.context_offset) = excerpt(text, 0, text.len(), found.start, found.end);
            report.findings.push((position, finding));
        }
        report.end = cursor.seek(text.len());
        let id = |rule: usize| self.registry.rules()[rule].id.clone();
        report.mentioned = decision.mentioned.into_iter().map(|(rule, word)| (id(rule), word)).collect();
        let mut cursor = Cursor::new(text, document.context);
        for kept in decision.kept.iter().filter(|k| !skipped(k.start, k.end)) {
            let position = cursor.seek(kept.start);
            let mut event = renderer.kept(text, kept, Place::default());
            event.context = excerpt(text, 0, text.len(), kept.start, kept.end).0;
            report.kept.push((position, event));
        }
    }

    fn list(&self, document: &Document, text: &str, sight: &Sight, report: &mut DocumentReport) {
        report.list = true;
        report.rows = document.rows.len() as u64;
        report.remarks = remark::cells(document, self.scene.unwrap_or(Scene::Document));
        let mut with_findings = vec![false; document.rows.len()];
        let mut stated = (usize::MAX, String::new());
        for (number, cell) in document.cells.iter().enumerate() {
            let row = &document.rows[cell.row];
            if stated.0 != cell.row {
                stated = (cell.row, exemptions(row));
            }
            let exemptions = stated.1.as_str();
            let Some(Looked { scene, mut decision, entry }) = self.cell(document, text, cell, sight, exemptions) else {
                continue;
            };
            report.scenes.insert(scene);
            if decision.reported.is_empty() && decision.kept.is_empty() {
                report.entries.extend(entry.map(|entry| Entry { cell: number, at: report.findings.len(), ..entry }));
                continue;
            }
            if scene.is_name() {
                let notice = self.mixed(text, cell.range.start, cell.range.end, &decision.reported);
                decision.add(notice);
            }
            with_findings[cell.row] |= !decision.reported.is_empty();
            let place = reference_place(row, cell.column);
            let renderer = Renderer { checker: self, scene, list: !row.sign, exemptions };
            let carried = carried(row, cell.column);
            let (from, to) = (cell.range.start, cell.range.end);
            let mut cursor = Cursor::new(text, from);
            for found in &decision.reported {
                let position = cursor.seek(found.start);
                let mut finding = renderer.finding(text, found, place.clone());
                (finding.context, finding.context_offset) = excerpt(text, from, to, found.start, found.end);
                finding.row.clone_from(&carried);
                report.findings.push((position, finding));
            }
            let mut cursor = Cursor::new(text, from);
            for kept in &decision.kept {
                let position = cursor.seek(kept.start);
                let mut event = renderer.kept(text, kept, place.clone());
                event.context = excerpt(text, from, to, kept.start, kept.end).0;
                report.kept.push((position, event));
            }
            report.entries.extend(entry.map(|entry| Entry { cell: number, at: report.findings.len(), ..entry }));
        }
        for entry in &mut report.entries {
            entry.flagged = with_findings[document.cells[entry.cell].row];
        }
        report.rows_with_findings = with_findings.iter().filter(|f| **f).count() as u64;
    }

    /// Decides about one cell: a name, or the spelling of one. `None`: nothing is asked of it.
    fn cell(&self, document: &Document, text: &str, cell: &Cell, sight: &Sight, exemptions: &str) -> Option<Looked> {
        let row = &document.rows[cell.row];
        let columns = &row.sheet.columns;
        let (from, to) = (cell.range.start, cell.range.end);
        match columns[cell.column].role {
            Role::Checked(own) => {
                let scene = self.scene.or(own).unwrap_or(Scene::Document);
                let case = self.case(scene, exemptions, !row.sign);
                let spellings = self.spellings(text, cell.range.clone(), case);
                let mut decision = decide(text, from, to, sight, &spellings, case);
                let entry = self.entry(text, cell, row, scene, &mut decision);
                self.names(text, cell.range.clone(), scene, !row.sign, &mut decision);
                label::look(row, cell.range.clone(), case, &mut decision);
                Some(Looked { scene, decision, entry })
            }
            Role::Spelling => {
                let names = row.sheet.names_of(cell.column)?;
                let Role::Checked(own) = columns[names].role else { return None };
                let scene = self.scene.or(own).unwrap_or(Scene::Document);
                let case = self.case(scene, exemptions, !row.sign);
                let at = document.cells.partition_point(|c| (c.row, c.column) < (cell.row, names));
                let name = document.cells.get(at).filter(|c| (c.row, c.column) == (cell.row, names))?;
                let runs = self.plan.scene(scene, case.list).spells;
                let speller = Speller::new(&self.lexicon);
                let latin = spelling::trimmed(text, cell.range.clone());
                let outcome = |name: &Cell, bond: Bond| {
                    let hanzi = spelling::trimmed(text, name.range.clone());
                    spelling::judge(&Pair { text, hanzi, latin: latin.clone(), scene, bond }, speller)
                };
                // The reader has said it where names and spellings are crossed.
                let crossed = self.has_han(text.get(latin.clone())) && !self.has_han(text.get(name.range.clone()));
                let is_other = |c: &&Cell| {
                    c.row == cell.row && c.column != names && matches!(columns[c.column].role, Role::Checked(_))
                };
                let others = document.cells[at.saturating_sub(cell.column)..].iter().take(columns.len() + cell.column);
                let spellings = match outcome(name, Bond::Listed) {
                    _ if crossed || !runs => Vec::new(),
                    // Between two columns of names, the spelling may belong to the other.
                    Outcome::Wrong(verdict, _) => {
                        let fits = others.filter(is_other).any(|other| outcome(other, Bond::Sign) == Outcome::Right);
                        if fits { Vec::new() } else { vec![verdict] }
                    }
                    _ => Vec::new(),
                };
                let decision = decide(text, from, to, &Sight::default(), &spellings, case);
                Some(Looked { scene, decision, entry: None })
            }
            _ => None,
        }
    }

    /// Looks at every stretch of text as its scene asks.
    fn stretches(&self, document: &Document, text: &str, sight: &mut Sight) {
        let before = sight.candidates.len();
        if document.rows.is_empty() {
            self.stretch(text, document.context..text.len(), None, false, sight);
        }
        for cell in &document.cells {
            let row = &document.rows[cell.row];
            if let Role::Checked(own) = row.sheet.columns[cell.column].role {
                self.stretch(text, cell.range.clone(), own, !row.sign, sight);
            }
        }
        if sight.candidates.len() > before {
            sight.candidates.sort_by_key(|candidate| candidate.start);
        }
    }

    fn stretch(&self, text: &str, range: Range<usize>, own: Option<Scene>, list: bool, sight: &mut Sight) {
        let scene = self.scene.or(own).unwrap_or(Scene::Document);
        let runs = |matcher: &u16| {
            self.plan.scene(scene, list).runs[self.registry.matchers()[usize::from(*matcher)].block.rule]
        };
        if let Some(matcher) = self.registry.native(Native::AlteredIdiom).filter(runs) {
            let range = range.clone();
            check::altered::look(text, range, scene.is_noticed(), matcher, &self.lexicon, &mut sight.candidates);
        }
        if scene.is_noticed() {
            check::confused::look_at_sign(text, range.clone(), &self.lexicon, &mut sight.candidates);
        }
        let asked = |function: &Native| self.registry.native(*function).is_some_and(|matcher| runs(&matcher));
        let look = match scene {
            Scene::PlaceName => check::look_at_place,
            Scene::Signboard | Scene::EnterpriseName | Scene::ProductName | Scene::Advertisement => {
                check::look_at_foreign_sign
            }
            Scene::Webpage | Scene::OfficialDocument | Scene::Teaching | Scene::Document => {
                if ![Native::Capitals, Native::ForeignPhrase].iter().any(asked) {
                    return;
                }
                check::look_at_foreign
            }
            Scene::PersonName => return,
        };
        if scene == Scene::EnterpriseName {
            check::enterprise::look(text, range.clone(), &self.registry, sight);
        }
        look(text, range, &self.lexicon, &self.registry, sight);
    }

    /// An entry of a list of places: what others are compared with it by. What it lacks goes to the decision.
    fn entry(&self, text: &str, cell: &Cell, row: &Row, scene: Scene, decision: &mut Decision) -> Option<Entry> {
        let column = &row.sheet.columns[cell.column];
        // One place has many signs and stops.
        let listed =
            scene == Scene::PlaceName && !row.sign && !["牌", "标志", "站"].iter().any(|w| column.header.contains(w));
        let name = text.get(spelling::trimmed(text, cell.range.clone())).filter(|_| listed)?;
        let runs = |function| {
            let rule = self.registry.matchers()[usize::from(self.registry.native(function)?)].block.rule;
            self.plan.scene(scene, true).runs[rule].then_some(rule)
        };
        if let Some(rule) = runs(Native::LacksGeneric).filter(|_| check::lacks_generic(name, &self.lexicon)) {
            let level = self.plan.scene(scene, true).ceiling[rule];
            let whole = Graded::notice(cell.range.start, cell.range.end, rule);
            decision.add([Graded { level, confidence: Certainty::Medium, ..whole }]);
        }
        runs(Native::SameName).and_then(|_| Entry::of(name, row, &self.lexicon))
    }

    pub(super) fn case<'a>(&'a self, scene: Scene, exemptions: &'a str, list: bool) -> Case<'a> {
        let Self { lexicon, registry, plan, .. } = self;
        Case { lexicon, registry, plan, scene, exemptions, traditional: false, list }
    }

    /// What is wrong with the pinyin in a stretch of text, if any rule that runs in the scene asks.
    fn spellings(&self, text: &str, range: Range<usize>, case: Case) -> Vec<Verdict> {
        if !case.plan.scene(case.scene, case.list).spells {
            return Vec::new();
        }
        check::spelling::look(text, range, case.scene, Speller::new(&self.lexicon))
    }

    /// Adds the finding about mixed forms for every line that is a name of its own.
    fn mixed_lines(&self, text: &str, decision: &mut Decision) {
        let mut notices = Vec::new();
        let mut at = 0;
        for found in &decision.reported {
            if found.start < at {
                continue;
            }
            let from = text.get(..found.start).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
            at = text.get(found.end..).and_then(|t| t.find('\n')).map_or(text.len(), |n| found.end + n);
            notices.extend(self.mixed(text, from, at, &decision.reported));
        }
        decision.add(notices);
    }

    /// The finding that the name in `from..to` mixes simplified and traditional forms; `reported` is sorted.
    fn mixed(&self, text: &str, from: usize, to: usize, reported: &[Graded]) -> Option<Graded> {
        let matcher = self.registry.native(Native::MixedForms)?;
        let rule = self.registry.matchers()[usize::from(matcher)].block.rule;
        if !self.plan.active[rule] {
            return None;
        }
        let first = reported.partition_point(|g| g.start < from);
        let traditional = |g: &&Graded| {
            let rule = &self.registry.rules()[g.rule];
            rule.matches.iter().any(|m| m.table == "chars/trad-to-standard")
        };
        let inside = reported[first..].iter().take_while(|g| g.end <= to).filter(traditional);
        let spans: Vec<(usize, usize)> = inside.map(|g| (g.start - from, g.end - from)).collect();
        let (start, end) = check::mixed(text.get(from..to)?, &spans, &self.lexicon)?;
        Some(Graded::notice(from + start, from + end, rule))
    }
}

/// What came of looking at a cell.
struct Looked {
    scene: Scene,
    decision: Decision,
    entry: Option<Entry>,
}

/// Everything the row states in its exemption columns.
fn exemptions(row: &Row) -> String {
    let columns = row.sheet.columns.iter().zip(&row.values);
    let stated: Vec<&str> = columns.filter(|(c, _)| c.role == Role::Exemption).map(|(_, v)| v.as_str()).collect();
    stated.join(" ")
}

/// Where a cell of a list stands.
pub fn reference_place(row: &Row, column: usize) -> Place {
    let column = &row.sheet.columns[column];
    Place {
        sheet: row.sheet.name.clone(),
        cell: row.sheet.references.then(|| reference(column.index, row.number)),
        record: Some(row.number),
        field: Some(column.header.clone()),
        ..Place::default()
    }
}

/// The other columns of a row, for the report: as many as a person reads.
pub fn carried(row: &Row, checked: usize) -> Arc<[(String, String)]> {
    const COLUMNS: usize = 60;
    const CHARACTERS: usize = 500;
    let short = |value: &String| match value.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.clone(),
    };
    let columns = row.sheet.columns.iter().zip(&row.values).enumerate();
    columns
        .filter(|(n, (_, value))| *n != checked && !value.is_empty())
        .map(|(_, (column, value))| (column.header.clone(), short(value)))
        .take(COLUMNS)
        .collect()
}

/// `B7` for column 1 of row 7.
fn reference(column: usize, row: u64) -> String {
    let mut letters = Vec::new();
    let mut n = column + 1;
    while n > 0 {
        n -= 1;
        letters.push(char::from(b'A' + (n % 26) as u8));
        n /= 26;
    }
    letters.into_iter().rev().chain(row.to_string().chars()).collect()
}
