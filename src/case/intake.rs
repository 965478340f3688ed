//! One inspection as it comes in: the objects of its lists, with what was found of each.

use super::object::Facts;
use crate::document::Document;
use crate::record::{Event, Finding, Kept, NotChecked, Place, Run, Severity, Summary};
use std::collections::HashMap;

/// Rules about exceptions and comments, not about an object.
const META: &str = "META-";

/// An object of the list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seen {
    /// What the list says of it.
    pub facts: Facts,
    /// What was found, in the order of the record.
    pub findings: Vec<Finding>,
}

/// A whole inspection.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Intake {
    /// What was run.
    pub run: Run,
    /// Its counts.
    pub summary: Summary,
    /// Kept candidates.
    pub kept: Vec<Kept>,
    /// What was not looked at.
    pub not_checked: Vec<NotChecked>,
    /// Hash of the record, hexadecimal.
    pub hash: String,
    /// Findings that are only worth a look (提示): they stay in the record and are no problems.
    pub notices: u64,
    /// Whether objects without findings are among `seen`.
    pub whole: bool,
    /// The objects, in the order of their lists.
    pub seen: Vec<Seen>,
}

/// A row of a list: its input, sheet and number there.
type Spot = (String, Option<String>, u64);

/// The rows that were read, before what was found in them is known.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    rows: Vec<(Spot, Facts)>,
}

impl Rows {
    /// Takes the rows of a document; a text has one object, its file.
    pub fn take(&mut self, source: &str, document: &Document, scene: &str) {
        for row in &document.rows {
            let spot = (source.to_owned(), row.sheet.name.clone(), row.number);
            self.rows.push((spot, Facts::of_row(row, scene)));
        }
        let known = self.rows.last().is_some_and(|(spot, _)| spot.0 == source);
        if document.rows.is_empty() && !known {
            self.rows.push(((source.to_owned(), None, 0), Facts::of_text(source, scene)));
        }
    }
}

impl Intake {
    /// Puts the events of a record to the rows; without rows the objects are those with findings.
    #[must_use]
    pub fn new(rows: Option<Rows>, events: Vec<Event>, hash: String) -> Self {
        let mut intake = Self { hash, whole: rows.is_some(), ..Self::default() };
        let mut spots: HashMap<Spot, usize> = HashMap::new();
        for (spot, facts) in rows.unwrap_or_default().rows {
            // A row in which nothing is named is no object.
            if !facts.name.is_empty() {
                spots.insert(spot, intake.seen.len());
                intake.seen.push(Seen { facts, findings: Vec::new() });
            }
        }
        for event in events {
            match event {
                Event::Run(run) => intake.run = run,
                Event::Kept(kept) => intake.kept.push(kept),
                Event::NotChecked(lost) => intake.not_checked.push(lost),
                Event::Summary(summary) => intake.summary = summary,
                Event::Finding(finding) if finding.rule.starts_with(META) => {}
                Event::Finding(finding) if finding.severity == Severity::Notice => intake.notices += 1,
                Event::Finding(finding) => {
                    let at = *spots.entry(spot(&finding.place)).or_insert_with(|| {
                        intake.seen.push(Seen { facts: Facts::of_finding(&finding), findings: Vec::new() });
                        intake.seen.len() - 1
                    });
                    if let Some(seen) = intake.seen.get_mut(at) {
                        seen.findings.push(finding);
                    }
                }
            }
        }
        intake
    }
}

fn spot(place: &Place) -> Spot {
    (place.source.clone(), place.sheet.clone(), place.record.unwrap_or(0))
}
