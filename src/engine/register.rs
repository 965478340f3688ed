//! Same name and same sound over a whole list: names of earlier rows, in input order.
//!
//! Rows are checked in parallel; what they are compared by comes with them, and the register is filled where
//! outcomes leave in input order, so that the same list gives the same findings at any number of threads.

use super::checker::{Checker, DocumentReport, reference_place};
use super::entry::{Entry, Object, Relation, Scope};
use super::position::Position;
use super::render::Renderer;
use super::same_name::{self, EarlierRow};
use crate::data::shape::Native;
use crate::decide::Graded;
use crate::document::{Document, Scene};
use crate::record::Finding;
use crate::rule::Level;
use std::collections::HashMap;

/// The names of one input.
#[derive(Debug, Default)]
pub struct Register {
    /// By name in its area: index into `rows`.
    names: HashMap<u64, u32>,
    /// By sound in its area: the same.
    sounds: HashMap<u64, u32>,
    rows: Vec<Earlier>,
    sheets: Vec<Option<String>>,
}

/// A row that later ones are compared with.
#[derive(Debug)]
struct Earlier {
    name: Box<str>,
    number: u64,
    sheet: u32,
    object: Object,
}

impl Register {
    /// Compares the entries of a document with all earlier ones, and adds what there is to say to its report.
    pub fn settle(&mut self, report: &mut DocumentReport, document: &Document, checker: &Checker) {
        let entries = std::mem::take(&mut report.entries);
        let mut found = Vec::new();
        let mut last_row = None;
        for entry in &entries {
            let Some(finding) = self.compare(entry, document, checker) else { continue };
            let row = document.cells.get(entry.cell).map(|cell| cell.row);
            report.rows_with_findings += u64::from(!entry.flagged && row != last_row);
            last_row = row;
            found.push((entry.at, finding));
        }
        // From the last, so that the earlier places still hold.
        for (at, finding) in found.into_iter().rev() {
            report.findings.insert(at, (Position::default(), finding));
        }
    }

    fn compare(&mut self, entry: &Entry, document: &Document, checker: &Checker) -> Option<Finding> {
        let cell = document.cells.get(entry.cell)?;
        let row = document.rows.get(cell.row)?;
        let name = document.text.as_str().get(cell.range.clone())?;
        let next = u32::try_from(self.rows.len()).ok()?;
        let by_name = self.names.get(&entry.name).copied();
        let by_sound = entry.sound.and_then(|sound| self.sounds.get(&sound).copied());
        let Some(at) = by_name.or(by_sound) else {
            let sheet = self.sheet(row.sheet.name.as_deref());
            self.rows.push(Earlier { name: name.into(), number: row.number, sheet, object: entry.object });
            self.names.insert(entry.name, next);
            self.sounds.extend(entry.sound.map(|sound| (sound, next)));
            return None;
        };
        let earlier = self.rows.get(at as usize)?;
        let function = if by_name.is_some() { Native::SameName } else { Native::SameSound };
        let relation = entry.object.relation(&earlier.object, entry.scope);
        let level = match (function, relation) {
            (Native::SameSound, _) | (_, Relation::Registered) => Level::Advice,
            (_, Relation::Same) => return None,
            (_, Relation::Different) => Level::Suspected,
            (_, Relation::Unknown) => Level::Notice,
        };
        let found = Found {
            entry,
            earlier,
            function,
            relation,
            level,
            sheet: self.sheets.get(earlier.sheet as usize)?.as_deref(),
        };
        let finding = found.finding(document, checker);
        if by_name.is_none() {
            // Another name of the same sound: later rows may repeat it.
            let sheet = self.sheet(row.sheet.name.as_deref());
            self.rows.push(Earlier { name: name.into(), number: row.number, sheet, object: entry.object });
            self.names.insert(entry.name, next);
        }
        finding
    }

    fn sheet(&mut self, name: Option<&str>) -> u32 {
        if self.sheets.last().is_none_or(|last| last.as_deref() != name) {
            self.sheets.push(name.map(str::to_owned));
        }
        u32::try_from(self.sheets.len() - 1).unwrap_or_default()
    }
}

struct Found<'a> {
    entry: &'a Entry,
    earlier: &'a Earlier,
    function: Native,
    relation: Relation,
    level: Level,
    sheet: Option<&'a str>,
}

impl Found<'_> {
    fn finding(&self, document: &Document, checker: &Checker) -> Option<Finding> {
        let matcher = checker.registry.native(self.function)?;
        let block = &checker.registry.matchers()[usize::from(matcher)].block;
        let cell = document.cells.get(self.entry.cell)?;
        let row = document.rows.get(cell.row)?;
        let text = document.text.as_str();
        let ceiling = checker.plan.scene(Scene::PlaceName, true).ceiling[block.rule];
        let mut level = self.level.min(ceiling).min(block.level.unwrap_or(ceiling));
        if !self.entry.located {
            // The whole sheet was taken for one area, which it may not be.
            level = level.min(Level::Advice);
        }
        let graded = Graded {
            level,
            confidence: block.confidence,
            note: same_name::note(self.function, self.entry, &self.place(row.sheet.name.as_deref()), checker.lang),
            ..Graded::notice(cell.range.start, cell.range.end, block.rule)
        };
        let renderer = Renderer { checker, scene: Scene::PlaceName, list: true, exemptions: "" };
        let mut finding = renderer.finding(text, &graded, reference_place(row, cell.column));
        let own = self.entry.scope.basis();
        let foreign = |id: &str| id.starts_with(Scope::BASES) && id != own;
        finding.basis = finding.basis.iter().filter(|basis| !foreign(&basis.id)).cloned().collect();
        // The message has said it.
        finding.note.clear();
        finding.context = text.get(cell.range.clone()).unwrap_or_default().to_owned();
        finding.row = super::checker::carried(row, cell.column);
        Some(finding)
    }

    /// `第3行“人民路”`, with the sheet where it is another one.
    fn place(&self, sheet: Option<&str>) -> EarlierRow<'_> {
        let sheet = self.sheet.filter(|name| sheet != Some(name));
        EarlierRow { sheet, number: self.earlier.number, name: &self.earlier.name, relation: self.relation }
    }
}
