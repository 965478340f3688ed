//! What people do with a case file: set it up, decide, give notice, look again. Each is recorded as a whole or not at all.

use super::book;
use super::entry::{self, Act, Actor};
use super::error::CaseError;
use super::view::{Office, Outcome, Problem, State, Verdict};
use crate::store::Store;
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::{Transaction, params};
use std::collections::BTreeMap;
use std::path::Path;

/// A verdict about one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Number of the problem.
    pub number: String,
    /// What it is.
    pub verdict: Verdict,
    /// Id of the exemption, for 保留.
    pub exemption: String,
    /// Why.
    pub reason: String,
    /// Who decided, where that is not the actor of all.
    pub by: Option<String>,
}

/// A notice that was numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Its number: `区语〔2026〕12号`.
    pub number: String,
    /// Unit it goes to.
    pub unit: String,
    /// Last day of the deadline.
    pub due: String,
    /// Numbers of its problems.
    pub problems: Vec<String>,
}

/// Makes a new case file.
///
/// # Errors
/// When something has that name already, or it cannot be written.
pub fn create(path: &Path, office: &Office) -> Result<Store, CaseError> {
    let mut store = Store::create(path)?;
    store.write(|transaction| {
        let Office { name, prefix, address, contact, phone } = office;
        let put = "INSERT INTO office (id, name, prefix, address, contact, phone) VALUES (1, ?, ?, ?, ?, ?)";
        transaction.execute(put, params![name, prefix, address, contact, phone])?;
        Ok::<_, CaseError>(())
    })?;
    Ok(store)
}

/// Records decisions.
///
/// # Errors
/// When a number is unknown, 保留 has no exemption or nobody is named; nothing is recorded then.
pub fn decide(store: &mut Store, decisions: &[Decision], actor: Actor, on: &str) -> Result<(), CaseError> {
    date(on)?;
    store.write(|transaction| {
        known(transaction, decisions.iter().map(|one| one.number.as_str()))?;
        for Decision { number, verdict, exemption, reason, by } in decisions {
            if *verdict == Verdict::Retained && exemption.is_empty() {
                return Err(CaseError::NoExemption(number.clone()));
            }
            let about = "SELECT rule, text FROM problem WHERE number = ?";
            let about = transaction.prepare_cached(about)?.query_row([number], |row| Ok((row.get(0)?, row.get(1)?)));
            let (rule, text) = about?;
            let act = Act::Decide {
                rule,
                text,
                verdict: *verdict,
                exemption: exemption.clone(),
                reason: reason.clone(),
                on: on.to_owned(),
            };
            let actor = Actor { by: by.as_deref().unwrap_or(actor.by), ..actor };
            entry::append(transaction, actor, number, &act)?;
        }
        Ok(())
    })
}

/// Records what a re-inspection found.
///
/// # Errors
/// When a number is unknown or nobody is named; nothing is recorded then.
pub fn result(
    store: &mut Store,
    numbers: &[String],
    outcome: Outcome,
    remark: &str,
    actor: Actor,
    on: &str,
) -> Result<(), CaseError> {
    date(on)?;
    store.write(|transaction| {
        known(transaction, numbers.iter().map(String::as_str))?;
        let latest = "SELECT COALESCE(MAX(number), 0) FROM inspection";
        let inspection = transaction.query_row(latest, [], |row| row.get(0))?;
        for number in numbers {
            let act = Act::Result { outcome, on: on.to_owned(), inspection, remark: remark.to_owned() };
            entry::append(transaction, actor, number, &act)?;
        }
        Ok(())
    })
}

/// Gives every unit with decided violations that has none a notice; a number is never given twice.
///
/// # Errors
/// When nothing was imported, the office has no prefix, or the store fails; no number is used then.
pub fn notice(store: &mut Store, actor: Actor, issued: &str, days: u16) -> Result<Vec<Issued>, CaseError> {
    let day = date(issued)?;
    let due = day.checked_add(i32::from(days).days()).map_err(|_| CaseError::Date(issued.to_owned()))?.to_string();
    store.write(|transaction| {
        let view = book::view(transaction, None)?;
        let prefix = view.office.prefix.trim();
        if prefix.is_empty() {
            return Err(CaseError::NoPrefix);
        }
        let mut units: BTreeMap<String, Vec<&Problem>> = BTreeMap::new();
        for problem in view.problems.iter().filter(|problem| is_due(problem, &view.inspection.date)) {
            units.entry(recipient(problem)).or_default().push(problem);
        }
        let mut units: Vec<Vec<&Problem>> = units.into_values().collect();
        units.sort_by(|a, b| a.first().map(|one| &one.number).cmp(&b.first().map(|one| &one.number)));
        let mut sequence = last_notice(transaction, day.year())?;
        let mut all = Vec::new();
        for problems in units {
            sequence += 1;
            let number = format!("{prefix}〔{}〕{sequence}号", day.year());
            for problem in &problems {
                let act = Act::Notice {
                    year: day.year(),
                    sequence,
                    number: number.clone(),
                    issued: issued.to_owned(),
                    due: due.clone(),
                    inspection: view.inspection.number,
                };
                entry::append(transaction, actor, &problem.number, &act)?;
            }
            let unit = problems.first().map(|one| one.unit.clone()).unwrap_or_default();
            let numbers = problems.iter().map(|one| one.number.clone()).collect();
            all.push(Issued { number, unit, due: due.clone(), problems: numbers });
        }
        Ok(all)
    })
}

/// Whether a unit has still to be told: no notice without a person's verdict, and a new one when a problem came back.
fn is_due(problem: &Problem, inspected: &str) -> bool {
    let told = problem
        .notice
        .as_ref()
        .is_some_and(|notice| problem.state != State::Relapsed || notice.issued.as_str() >= inspected);
    problem.verdict == Verdict::Violation && problem.state != State::Rectified && !told
}

/// Who gets a notice: one unit with several shops gets one, two shops of one name without a unit get two.
fn recipient(problem: &Problem) -> String {
    if !problem.credit_code.is_empty() {
        format!("c{}", problem.credit_code)
    } else if problem.unit != problem.object {
        format!("u{}", problem.unit)
    } else {
        format!("o{}\n{}\n{}", problem.object, problem.street, problem.address)
    }
}

fn last_notice(transaction: &Transaction, year: i16) -> Result<u32, CaseError> {
    let mut last = 0;
    for entry in entry::all(transaction)? {
        if let Act::Notice { year: of, sequence, .. } = entry.act
            && of == year
        {
            last = last.max(sequence);
        }
    }
    Ok(last)
}

fn known<'a>(transaction: &Transaction, numbers: impl Iterator<Item = &'a str>) -> Result<(), CaseError> {
    let mut missing = Vec::new();
    let mut statement = transaction.prepare_cached("SELECT 1 FROM problem WHERE number = ?")?;
    for number in numbers {
        if !statement.exists([number])? {
            missing.push(number.to_owned());
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(CaseError::NoProblem(missing)) }
}

fn date(text: &str) -> Result<Date, CaseError> {
    text.parse().map_err(|_| CaseError::Date(text.to_owned()))
}
