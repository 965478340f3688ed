//! An inspection into the store: objects known again, problems numbered, all in one transaction.

use super::departments;
use super::entry::{self, Act, Actor};
use super::error::CaseError;
use super::intake::{Intake, Seen};
use super::matching::{Subject, pair};
use super::object::Facts;
use crate::record::Finding;
use crate::store::Store;
use rusqlite::{Transaction, params};
use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Number of the inspection.
    pub inspection: u32,
    /// Objects known before and known again.
    pub again: usize,
    /// Objects that were not known.
    pub new: usize,
    /// Objects known before and not found.
    pub unseen: usize,
    /// Pairs for a person to look at: known, seen, why.
    pub doubts: Vec<(String, String, &'static str)>,
    /// Problems that were not known.
    pub new_problems: usize,
    /// Problems known before.
    pub known_problems: usize,
}

/// Imports an inspection; `fold` gives the standard form of a character.
///
/// # Errors
/// When the same record was imported before, or the store fails; nothing is imported then.
pub fn import(
    store: &mut Store,
    intake: &Intake,
    title: &str,
    actor: Actor,
    fold: &dyn Fn(char) -> char,
) -> Result<Imported, CaseError> {
    store.write(|transaction| Work { transaction, fold, numbers: Cell::new(None) }.import(intake, title, actor))
}

struct Work<'a> {
    transaction: &'a Transaction<'a>,
    fold: &'a dyn Fn(char) -> char,
    /// The last number given in the year of this inspection.
    numbers: Cell<Option<u32>>,
}

impl Work<'_> {
    fn import(&self, intake: &Intake, title: &str, actor: Actor) -> Result<Imported, CaseError> {
        let inspection = self.inspection(intake, title)?;
        let known = objects(self.transaction)?;
        let subject = |facts: &Facts| Subject::new(facts, self.fold);
        let before: Vec<Subject> = known.iter().map(|(_, facts)| subject(facts)).collect();
        let now: Vec<Subject> = intake.seen.iter().map(|seen| subject(&seen.facts)).collect();
        let pairing = pair(&before, &now);
        let paired: BTreeMap<usize, (usize, &str)> =
            pairing.pairs.iter().map(|(k, s, stage)| (*s, (*k, stage.name()))).collect();
        let mut done = Imported { inspection, ..Imported::default() };
        let mut ids = Vec::with_capacity(intake.seen.len());
        for (at, seen) in intake.seen.iter().enumerate() {
            let (id, how) = match paired.get(&at) {
                Some((k, how)) => {
                    let (id, facts) = &known[*k];
                    let mut facts = facts.clone();
                    facts.update(seen.facts.clone());
                    self.put_object(Some(*id), &facts)?;
                    done.again += 1;
                    (*id, *how)
                }
                None => {
                    done.new += 1;
                    (self.put_object(None, &seen.facts)?, "")
                }
            };
            ids.push(id);
            self.transaction
                .prepare_cached("INSERT INTO sighting (inspection, object, name, address, how) VALUES (?, ?, ?, ?, ?)")?
                .execute(params![inspection, id, seen.facts.name, seen.facts.address, how])?;
            self.problems(inspection, id, seen, &intake.run.date, &mut done)?;
        }
        for (k, s, why) in &pairing.doubts {
            let (id, facts) = &known[*k];
            self.transaction
                .prepare_cached("INSERT OR IGNORE INTO doubt (inspection, known, seen, why) VALUES (?, ?, ?, ?)")?
                .execute(params![inspection, id, ids[*s], why.name()])?;
            done.doubts.push((label(facts), label(&intake.seen[*s].facts), why.name()));
        }
        done.unseen = known.len() - done.again;
        let act = Act::Import { inspection, hash: intake.hash.clone() };
        entry::append(self.transaction, actor, "", &act)?;
        Ok(done)
    }

    fn inspection(&self, intake: &Intake, title: &str) -> Result<u32, CaseError> {
        let same = "SELECT number FROM inspection WHERE input_hash = ?";
        match self.transaction.query_row(same, [&intake.hash], |row| row.get(0)) {
            Err(rusqlite::Error::QueryReturnedNoRows) => {}
            found => return Err(CaseError::Again(found?)),
        }
        let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM inspection";
        let number: u32 = self.transaction.query_row(next, [], |row| row.get(0))?;
        self.transaction.execute(
            "INSERT INTO inspection (number, title, date, input_hash, whole, run, summary, kept, not_checked) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                number,
                title,
                intake.run.date,
                intake.hash,
                intake.whole,
                serde_json::to_string(&intake.run)?,
                serde_json::to_string(&intake.summary)?,
                serde_json::to_string(&intake.kept)?,
                serde_json::to_string(&intake.not_checked)?,
            ],
        )?;
        Ok(number)
    }

    fn put_object(&self, id: Option<i64>, facts: &Facts) -> Result<i64, CaseError> {
        let sql = "INSERT INTO object \
                   (id, name, unit, credit_code, street, community, address, contact, category, scene) \
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
        let sql = if id.is_some() {
            "UPDATE object SET name = ?2, unit = ?3, credit_code = ?4, street = ?5, community = ?6, address = ?7, \
             contact = ?8, category = ?9, scene = ?10 WHERE id = ?1 RETURNING id"
        } else {
            sql
        };
        let Facts { name, unit, credit_code, street, community, address, contact, category, scene } = facts;
        let mut statement = self.transaction.prepare_cached(sql)?;
        let values = params![id, name, unit, credit_code, street, community, address, contact, category, scene];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// One problem a rule and wrong text, however often it stands on the object.
    fn problems(
        &self,
        inspection: u32,
        object: i64,
        seen: &Seen,
        date: &str,
        done: &mut Imported,
    ) -> Result<(), CaseError> {
        let mut met = HashSet::new();
        for finding in &seen.findings {
            if !met.insert((&finding.rule, &finding.text)) {
                continue;
            }
            let same = |other: &&Finding| other.rule == finding.rule && other.text == finding.text;
            let count = seen.findings.iter().filter(same).count();
            let find = "SELECT id FROM problem WHERE object = ? AND rule = ? AND text = ?";
            let found = self
                .transaction
                .prepare_cached(find)?
                .query_row(params![object, finding.rule, finding.text], |row| row.get::<_, i64>(0));
            let problem = match found {
                Err(rusqlite::Error::QueryReturnedNoRows) => {
                    done.new_problems += 1;
                    self.new_problem(object, seen, finding, date)?
                }
                found => {
                    done.known_problems += 1;
                    found?
                }
            };
            let put = "INSERT INTO occurrence (inspection, problem, findings, finding) VALUES (?, ?, ?, ?)";
            let json = serde_json::to_string(finding)?;
            self.transaction.prepare_cached(put)?.execute(params![inspection, problem, count as u64, json])?;
        }
        Ok(())
    }

    fn new_problem(&self, object: i64, seen: &Seen, finding: &Finding, date: &str) -> Result<i64, CaseError> {
        let year = date.get(..4).ok_or_else(|| CaseError::Date(date.to_owned()))?;
        // Numbers are compared as numbers: the hundred-thousandth has six digits.
        let last =
            "SELECT COALESCE(MAX(CAST(substr(number, 6) AS INTEGER)), 0) FROM problem WHERE number LIKE ? || '-%'";
        let stored = || self.transaction.query_row(last, [year], |row| row.get::<_, u32>(0));
        let next = self.numbers.get().map_or_else(stored, Ok)? + 1;
        self.numbers.set(Some(next));
        let number = format!("{year}-{next:05}");
        let department = departments::of(&seen.facts.category, &finding.place.scene);
        let put = "INSERT INTO problem (number, object, rule, text, department) VALUES (?, ?, ?, ?, ?) RETURNING id";
        let values = params![number, object, finding.rule, finding.text, department];
        Ok(self.transaction.prepare_cached(put)?.query_row(values, |row| row.get(0))?)
    }
}

fn label(facts: &Facts) -> String {
    if facts.address.is_empty() { facts.name.clone() } else { format!("{}（{}）", facts.name, facts.address) }
}

/// Every object by its id.
fn objects(transaction: &Transaction) -> Result<Vec<(i64, Facts)>, CaseError> {
    let sql = "SELECT id, name, unit, credit_code, street, community, address, contact, category, scene \
               FROM object ORDER BY id";
    let mut statement = transaction.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        let facts = Facts {
            name: row.get(1)?,
            unit: row.get(2)?,
            credit_code: row.get(3)?,
            street: row.get(4)?,
            community: row.get(5)?,
            address: row.get(6)?,
            contact: row.get(7)?,
            category: row.get(8)?,
            scene: row.get(9)?,
        };
        Ok((row.get(0)?, facts))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
