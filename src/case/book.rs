//! What follows from the inspections and the entries: every problem as it stands.

use super::entry::{self, Act, Entry};
use super::error::CaseError;
use super::view::{CaseView, Counts, Inspection, Notice, Office, Outcome, Problem, State, Verdict};
use super::words;
use crate::i18n::Lang;
use crate::record::{Finding, NotChecked, Place};
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A pair that was not made, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtfulPair {
    /// Known object: name and address.
    pub known: (String, String),
    /// Object of the inspection.
    pub seen: (String, String),
    /// Why: `rival`, `unlike`, `same-place`, `moved`.
    pub why: String,
}

/// The case file at its latest inspection, or at an earlier one.
///
/// # Errors
/// When nothing was imported yet, or a row is not what this program writes.
pub fn view(reader: &Connection, at: Option<u32>) -> Result<CaseView, CaseError> {
    let latest: u32 = reader.query_row("SELECT COALESCE(MAX(number), 0) FROM inspection", [], |row| row.get(0))?;
    let at = at.unwrap_or(latest);
    if at == 0 || at > latest {
        return Err(CaseError::NoInspection);
    }
    let entries = entry::all(reader)?;
    let history = History::read(reader, at)?;
    let acts = Acts::of(&entries, if at < latest { Some(at) } else { None });
    let mut inspections = inspections(reader)?;
    let mut problems = problems(reader, &history, &acts, &inspections, at)?;
    problems.sort_by_key(|one| number_key(&one.number));
    let (not_checked, kept) = rest(reader, at)?;
    for inspection in &mut inspections {
        inspection.counts = counts(reader, inspection, &problems, &history)?;
    }
    let previous = inspections.iter().rfind(|one| one.number < at).cloned();
    let inspection = inspections.into_iter().find(|one| one.number == at).ok_or(CaseError::NoInspection)?;
    let decisions = entries.iter().filter(|entry| matches!(entry.act, Act::Decide { .. })).count();
    Ok(CaseView { office: office(reader)?, inspection, problems, not_checked, kept, previous, decisions })
}

/// The office that keeps the case file.
///
/// # Errors
/// When the store fails.
pub fn office(store: &Connection) -> Result<Office, CaseError> {
    let sql = "SELECT name, prefix, address, contact, phone FROM office";
    Ok(store.query_row(sql, [], |row| {
        Ok(Office {
            name: row.get(0)?,
            prefix: row.get(1)?,
            address: row.get(2)?,
            contact: row.get(3)?,
            phone: row.get(4)?,
        })
    })?)
}

/// The doubtful pairs of an inspection.
///
/// # Errors
/// When the store fails.
pub fn doubts(store: &Connection, inspection: u32) -> Result<Vec<DoubtfulPair>, CaseError> {
    // The known object is named as it was before; nothing was written over by a pair that was not made.
    let sql = "SELECT k.name, k.address, s.name, s.address, why FROM doubt \
               JOIN object k ON k.id = known JOIN object s ON s.id = seen WHERE inspection = ? ORDER BY known, seen";
    let mut statement = store.prepare(sql)?;
    let pairs = statement.query_map([inspection], |row| {
        Ok(DoubtfulPair { known: (row.get(0)?, row.get(1)?), seen: (row.get(2)?, row.get(3)?), why: row.get(4)? })
    })?;
    Ok(pairs.collect::<Result<_, _>>()?)
}

/// In which inspections each object and each problem was seen, up to one of them.
struct History {
    objects: HashMap<i64, BTreeSet<u32>>,
    problems: HashMap<i64, BTreeMap<u32, u64>>,
}

impl History {
    fn read(store: &Connection, upto: u32) -> Result<Self, CaseError> {
        let mut objects: HashMap<i64, BTreeSet<u32>> = HashMap::new();
        let mut statement = store.prepare("SELECT object, inspection FROM sighting WHERE inspection <= ?")?;
        let mut rows = statement.query([upto])?;
        while let Some(row) = rows.next()? {
            objects.entry(row.get(0)?).or_default().insert(row.get(1)?);
        }
        let mut problems: HashMap<i64, BTreeMap<u32, u64>> = HashMap::new();
        let mut statement =
            store.prepare("SELECT problem, inspection, findings FROM occurrence WHERE inspection <= ?")?;
        let mut rows = statement.query([upto])?;
        while let Some(row) = rows.next()? {
            problems.entry(row.get(0)?).or_default().insert(row.get(1)?, row.get(2)?);
        }
        Ok(Self { objects, problems })
    }
}

/// The latest of each act for each problem.
#[derive(Default)]
struct Acts<'a> {
    decided: HashMap<&'a str, &'a Entry>,
    noticed: HashMap<&'a str, &'a Entry>,
    resulted: HashMap<&'a str, &'a Entry>,
}

impl<'a> Acts<'a> {
    /// Decisions always hold; notices and results of later inspections are not those of an earlier one.
    fn of(entries: &'a [Entry], upto: Option<u32>) -> Self {
        let mut acts = Self::default();
        let then = |inspection: u32| upto.is_none_or(|upto| inspection <= upto);
        for entry in entries {
            let slot = match &entry.act {
                Act::Decide { .. } => &mut acts.decided,
                Act::Notice { inspection, .. } if then(*inspection) => &mut acts.noticed,
                Act::Result { inspection, .. } if then(*inspection) => &mut acts.resulted,
                _ => continue,
            };
            slot.insert(&entry.problem, entry);
        }
        acts
    }
}

fn problems(
    store: &Connection,
    history: &History,
    acts: &Acts,
    inspections: &[Inspection],
    at: u32,
) -> Result<Vec<Problem>, CaseError> {
    let sql = "SELECT p.id, p.number, p.object, p.department, o.unit, o.credit_code, o.street, o.community, \
               o.address, o.contact, o.category, c.finding, s.name \
               FROM problem p JOIN object o ON o.id = p.object \
               JOIN occurrence c ON c.problem = p.id AND c.inspection = \
               (SELECT MAX(inspection) FROM occurrence WHERE problem = p.id AND inspection <= ?) \
               JOIN sighting s ON s.object = o.id AND s.inspection = c.inspection";
    let mut statement = store.prepare(sql)?;
    let mut rows = statement.query([at])?;
    let mut problems = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let json: String = row.get(11)?;
        let mut problem = of_finding(serde_json::from_str(&json)?);
        fill(row, &mut problem)?;
        let seen = history.problems.get(&id);
        problem.first_seen = seen.and_then(|seen| seen.keys().next().copied()).unwrap_or(at);
        problem.last_seen = seen.and_then(|seen| seen.keys().next_back().copied()).unwrap_or(at);
        let run = inspections.iter().find(|one| one.number == problem.last_seen);
        let title = run.and_then(|one| one.run.rules.iter().find(|rule| rule.id == problem.rule));
        problem.title = title.map_or_else(|| problem.name.clone(), |rule| rule.title.clone());
        let result = acted(&mut problem, acts);
        let none = BTreeSet::new();
        let object: i64 = row.get(2)?;
        let sightings = history.objects.get(&object).unwrap_or(&none);
        let occurrences: BTreeSet<u32> = seen.map(|seen| seen.keys().copied().collect()).unwrap_or_default();
        problem.state = state(at, sightings, &occurrences, result);
        problems.push(problem);
    }
    Ok(problems)
}

fn of_finding(finding: Finding) -> Problem {
    Problem {
        fingerprint: finding.fingerprint,
        place: place(&finding.place),
        scene: finding.place.scene,
        rule: finding.rule,
        name: finding.name,
        severity: finding.severity,
        text: finding.text,
        suggestions: finding.suggestions,
        message: finding.message,
        context: finding.context,
        basis: finding.basis.to_vec(),
        ..Problem::default()
    }
}

fn fill(row: &Row, problem: &mut Problem) -> Result<(), CaseError> {
    problem.number = row.get(1)?;
    problem.department = row.get(3)?;
    problem.unit = row.get(4)?;
    problem.credit_code = row.get(5)?;
    problem.street = row.get(6)?;
    problem.community = row.get(7)?;
    problem.address = row.get(8)?;
    problem.contact = row.get(9)?;
    problem.category = row.get(10)?;
    // A paper shows the sign that had the problem, not the one that replaced it.
    problem.object = row.get(12)?;
    if problem.unit.is_empty() {
        problem.unit = problem.object.clone();
    }
    if problem.category.is_empty() {
        words::category(&problem.scene, Lang::Zh).clone_into(&mut problem.category);
    }
    Ok(())
}

/// Puts down what people did; gives the result with the inspection it belongs to.
fn acted(problem: &mut Problem, acts: &Acts) -> Option<(u32, Outcome)> {
    if let Some(entry) = acts.decided.get(problem.number.as_str())
        && let Act::Decide { verdict, exemption, reason, on, .. } = &entry.act
    {
        problem.verdict = *verdict;
        problem.exemption.clone_from(exemption);
        problem.remark.clone_from(reason);
        problem.decided_on.clone_from(on);
        problem.decided_by.clone_from(&entry.by);
    }
    if let Some(entry) = acts.noticed.get(problem.number.as_str())
        && let Act::Notice { number, issued, due, .. } = &entry.act
    {
        problem.notice = Some(Notice { number: number.clone(), issued: issued.clone(), due: due.clone() });
    }
    let entry = acts.resulted.get(problem.number.as_str())?;
    let Act::Result { outcome, on, inspection, remark } = &entry.act else { return None };
    problem.result = Some(*outcome);
    problem.result_on.clone_from(on);
    if !remark.is_empty() {
        problem.remark.clone_from(remark);
    }
    Some((*inspection, *outcome))
}

/// Where a problem stands at an inspection.
///
/// It is rectified only where its object was read again without it or a person saw that it is. A person's word holds until
/// a later inspection finds the problem again; a second plate leaves the first where it was.
fn state(at: u32, sightings: &BTreeSet<u32>, occurrences: &BTreeSet<u32>, result: Option<(u32, Outcome)>) -> State {
    let here = occurrences.contains(&at);
    if let Some((when, outcome)) = result {
        match outcome {
            Outcome::SecondPlate => return State::Rectified,
            Outcome::Replaced | Outcome::Removed if occurrences.iter().all(|seen| *seen <= when) => {
                return State::Rectified;
            }
            Outcome::Replaced | Outcome::Removed if here => return State::Relapsed,
            Outcome::NotRectified | Outcome::Kept if when == at => return State::Persisting,
            Outcome::Unverifiable if when == at => return State::Unseen,
            _ => {}
        }
    }
    let before = sightings.range(..at).next_back();
    if here {
        return match before {
            _ if occurrences.first() == Some(&at) => State::New,
            Some(before) if !occurrences.contains(before) => State::Relapsed,
            _ => State::Persisting,
        };
    }
    // What was gone when its object was last read is still gone as far as anybody knows.
    match sightings.range(..=at).next_back() {
        Some(last) if !occurrences.contains(last) => State::Rectified,
        _ => State::Unseen,
    }
}

/// `shops.xlsx · 表1 · B7 · 第3字`.
fn place(place: &Place) -> String {
    let mut parts = vec![place.source.clone()];
    parts.extend(place.sheet.clone());
    match (&place.cell, place.record) {
        (Some(cell), _) => parts.push(cell.clone()),
        (None, Some(row)) => parts.push(format!("第{row}行")),
        (None, None) => parts.push(format!("第{}行", place.line)),
    }
    parts.push(format!("第{}字", place.column));
    parts.join(" · ")
}

fn inspections(store: &Connection) -> Result<Vec<Inspection>, CaseError> {
    let sql = "SELECT number, title, date, input_hash, run, summary FROM inspection ORDER BY number";
    let mut statement = store.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut inspections = Vec::new();
    while let Some(row) = rows.next()? {
        inspections.push(Inspection {
            number: row.get(0)?,
            title: row.get(1)?,
            date: row.get(2)?,
            input_hash: row.get(3)?,
            run: serde_json::from_str(&row.get::<_, String>(4)?)?,
            summary: serde_json::from_str(&row.get::<_, String>(5)?)?,
            counts: Counts::default(),
        });
    }
    Ok(inspections)
}

fn rest(store: &Connection, at: u32) -> Result<(Vec<NotChecked>, Vec<crate::record::Kept>), CaseError> {
    let sql = "SELECT not_checked, kept FROM inspection WHERE number = ?";
    let (lost, kept): (String, String) = store.query_row(sql, [at], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((serde_json::from_str(&lost)?, serde_json::from_str(&kept)?))
}

/// Rows that could not be read are objects that were not checked, so that the counts add up to the input; where the lists
/// were not at hand the record itself says how many rows there were.
fn counts(
    store: &Connection,
    inspection: &Inspection,
    problems: &[Problem],
    history: &History,
) -> Result<Counts, CaseError> {
    let at = inspection.number;
    let whole: bool = store.query_row("SELECT whole FROM inspection WHERE number = ?", [at], |row| row.get(0))?;
    let read: u64 = store.query_row("SELECT COUNT(*) FROM sighting WHERE inspection = ?", [at], |row| row.get(0))?;
    let summary = &inspection.summary;
    let not_checked = summary.records_unreadable;
    let objects = if whole { read + not_checked } else { summary.records.max(read + not_checked) };
    let dropped: HashSet<&str> = problems
        .iter()
        .filter(|problem| matches!(problem.verdict, Verdict::FalseAlarm | Verdict::Retained))
        .map(|problem| problem.number.as_str())
        .collect();
    let mut statement = store.prepare("SELECT id, number, object, text FROM problem")?;
    let mut rows = statement.query([])?;
    let (mut with_problems, mut wrong_characters) = (BTreeSet::new(), 0);
    while let Some(row) = rows.next()? {
        let (id, number): (i64, String) = (row.get(0)?, row.get(1)?);
        let findings = history.problems.get(&id).and_then(|seen| seen.get(&at)).copied().unwrap_or(0);
        if findings == 0 || dropped.contains(number.as_str()) {
            continue;
        }
        with_problems.insert(row.get::<_, i64>(2)?);
        wrong_characters += findings * row.get::<_, String>(3)?.chars().count() as u64;
    }
    Ok(Counts {
        objects,
        with_problems: with_problems.len() as u64,
        not_checked,
        characters: summary.han,
        wrong_characters,
    })
}

/// Numbers in order: by year, then as numbers.
fn number_key(number: &str) -> (u32, u32) {
    let (year, rest) = number.split_once('-').unwrap_or(("", number));
    (year.parse().unwrap_or(0), rest.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_says_no_more_than_was_seen() {
        let say = |at: u32, sightings: &[u32], occurrences: &[u32], result| {
            let set = |all: &[u32]| all.iter().copied().collect::<BTreeSet<u32>>();
            state(at, &set(sightings), &set(occurrences), result)
        };
        assert_eq!(say(1, &[1], &[1], None), State::New);
        assert_eq!(say(2, &[1, 2], &[1, 2], None), State::Persisting);
        assert_eq!(say(2, &[1, 2], &[1], None), State::Rectified);
        assert_eq!(say(2, &[1], &[1], None), State::Unseen);
        assert_eq!(say(3, &[1, 2], &[1], None), State::Rectified);
        assert_eq!(say(3, &[1, 2, 3], &[1, 3], None), State::Relapsed);
        assert_eq!(say(3, &[1, 3], &[1, 3], None), State::Persisting);
        assert_eq!(say(2, &[1], &[1], Some((2, Outcome::Replaced))), State::Rectified);
        assert_eq!(say(2, &[1, 2], &[1, 2], Some((1, Outcome::Replaced))), State::Relapsed);
        assert_eq!(say(2, &[1, 2], &[1, 2], Some((1, Outcome::SecondPlate))), State::Rectified);
        assert_eq!(say(2, &[1, 2], &[1], Some((2, Outcome::NotRectified))), State::Persisting);
    }
}
