//! What people did, in order: rows that are only appended, each with the hash of the one before.

use super::error::CaseError;
use super::view::{Outcome, Verdict};
use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};

/// Hash before the first row.
const START: &str = "";

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Place in the chain, from 1.
    pub id: u64,
    /// When, with the offset from UTC.
    pub at: String,
    /// Who.
    pub by: String,
    /// Number of the problem; empty for an import.
    pub problem: String,
    /// What was done.
    pub act: Act,
    /// Hash of this row, hexadecimal.
    pub hash: String,
}

/// Something people do. Names are for ever: a new act is a new variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// A list or record was imported.
    Import {
        /// Number of the inspection.
        inspection: u32,
        /// Hash of the record.
        hash: String,
    },
    /// A problem was decided.
    Decide {
        /// Rule of the problem, so that the row says by itself what was decided.
        rule: String,
        /// Wrong text of the problem.
        text: String,
        /// What about it.
        #[serde(with = "by_name")]
        verdict: Verdict,
        /// Exemption, for 保留.
        exemption: String,
        /// Why.
        reason: String,
        /// Civil date.
        on: String,
    },
    /// A notice was given for a problem.
    Notice {
        /// Year of the number.
        year: i16,
        /// Running number within the year.
        sequence: u32,
        /// The number as printed.
        number: String,
        /// Day of issue.
        issued: String,
        /// Last day of the deadline.
        due: String,
        /// Inspection it rests on.
        inspection: u32,
    },
    /// A problem was looked at again.
    Result {
        /// What was found.
        #[serde(with = "by_name")]
        outcome: Outcome,
        /// Civil date.
        on: String,
        /// Latest inspection at that time.
        inspection: u32,
        /// Remark.
        remark: String,
    },
}

/// Verdicts and outcomes stand in the store by their names.
mod by_name {
    use super::{Outcome, Verdict};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub trait Named: Sized + Copy {
        fn text(self) -> &'static str;
        fn of(text: &str) -> Option<Self>;
    }

    impl Named for Verdict {
        fn text(self) -> &'static str {
            self.name()
        }
        fn of(text: &str) -> Option<Self> {
            Self::parse(text)
        }
    }

    impl Named for Outcome {
        fn text(self) -> &'static str {
            self.name()
        }
        fn of(text: &str) -> Option<Self> {
            Self::parse(text)
        }
    }

    pub fn serialize<T: Named, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.text())
    }

    pub fn deserialize<'de, T: Named, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::of(&text).ok_or_else(|| D::Error::custom(text))
    }
}

/// Who does something, and when.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// Who.
    pub by: &'a str,
    /// When, with the offset from UTC.
    pub at: &'a str,
}

fn hash(id: u64, fields: [&str; 5]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&id.to_le_bytes());
    for field in fields {
        hasher.update(&(field.len() as u64).to_le_bytes());
        hasher.update(field.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Appends a row.
///
/// # Errors
/// When nobody is named or the store fails.
pub fn append(transaction: &Transaction, actor: Actor, problem: &str, act: &Act) -> Result<(), CaseError> {
    let by = actor.by.trim();
    if by.is_empty() {
        return Err(CaseError::NoName);
    }
    let last = "SELECT id, hash FROM entry ORDER BY id DESC LIMIT 1";
    let last = transaction.prepare_cached(last)?.query_row([], |row| Ok((row.get::<_, u64>(0)?, row.get(1)?)));
    let (last, previous) = match last {
        Err(rusqlite::Error::QueryReturnedNoRows) => (0, START.to_owned()),
        other => other?,
    };
    let (id, detail) = (last + 1, serde_json::to_string(act)?);
    let hash = hash(id, [actor.at, by, problem, &detail, &previous]);
    transaction
        .prepare_cached("INSERT INTO entry (id, at, by, problem, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![id, actor.at, by, problem, detail, previous, hash])?;
    Ok(())
}

/// Every row, in order.
///
/// # Errors
/// When the store fails or a row is not what this program writes.
pub fn all(store: &Connection) -> Result<Vec<Entry>, CaseError> {
    let mut statement = store.prepare("SELECT id, at, by, problem, detail, hash FROM entry ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let detail: String = row.get(4)?;
        entries.push(Entry {
            id: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            problem: row.get(3)?,
            act: serde_json::from_str(&detail)?,
            hash: row.get(5)?,
        });
    }
    Ok(entries)
}

/// Whether a decision is about the problem that has its number now.
fn is_of(store: &Connection, number: &str, detail: &str) -> Result<bool, CaseError> {
    let Act::Decide { rule, text, .. } = serde_json::from_str(detail)? else { return Ok(true) };
    let same = "SELECT 1 FROM problem WHERE number = ? AND rule = ? AND text = ?";
    Ok(store.prepare_cached(same)?.exists([number, &rule, &text])?)
}

/// What a look at the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Rows that follow from each other.
    pub whole: u64,
    /// Hash of the last of them; together with the number it says which chain this is.
    pub hash: String,
    /// First row that does not follow.
    pub broken: Option<u64>,
}

/// Recomputes every hash, and compares what was decided with the problem as it stands. That the last rows were cut off shows only against an earlier number and hash.
///
/// # Errors
/// When the store fails.
pub fn verify(store: &Connection) -> Result<Chain, CaseError> {
    let mut statement = store.prepare("SELECT id, at, by, problem, detail, previous, hash FROM entry ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut chain = Chain { whole: 0, hash: START.to_owned(), broken: None };
    while let Some(row) = rows.next()? {
        let id: u64 = row.get(0)?;
        let text = |at| row.get::<_, String>(at);
        let (at, by, problem, detail, previous, written) = (text(1)?, text(2)?, text(3)?, text(4)?, text(5)?, text(6)?);
        let follows = id == chain.whole + 1 && previous == chain.hash;
        let own = written == hash(id, [&at, &by, &problem, &detail, &previous]);
        if !follows || !own || !is_of(store, &problem, &detail)? {
            chain.broken = Some(id);
            break;
        }
        chain.whole = id;
        chain.hash = written;
    }
    Ok(chain)
}
