//! A baseline: findings that were accepted as they are, so that a run reports what is new.
//!
//! A finding is known again by its fingerprint (rule, text, eight characters on each side, sheet and column) and not by
//! line, row or file: what moves stays accepted, also into a file of another name, and one more of the same is new.

use crate::record::Finding;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the format.
pub const SCHEMA: u32 = 1;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What the file is: `baseline`.
    #[serde(rename = "type")]
    pub kind: String,
    /// [`SCHEMA`].
    pub schema: u32,
    /// Version of the program that wrote it.
    pub version: String,
    /// Version of the rules and dictionaries it was written with.
    pub data_version: String,
    /// What was accepted, by rule, text and key.
    pub entries: Vec<Entry>,
}

/// An accepted finding; all but key and count are for people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Rule.
    pub rule: String,
    /// Text found.
    pub text: String,
    /// Fingerprint.
    pub key: String,
    /// How often.
    pub count: u64,
    /// The text around the first of them.
    pub context: String,
    /// Input in which it was first seen.
    pub source: String,
}

/// The accepted findings of a run, and how many of each have turned up.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    entries: BTreeMap<String, (Entry, u64)>,
}

impl Baseline {
    /// From a file's entries.
    ///
    /// # Errors
    /// Gives back a key that occurs twice: which of the two counts holds, nobody can say.
    pub fn new(file: File) -> Result<Self, String> {
        let mut entries = BTreeMap::new();
        for entry in file.entries {
            if let Some((twice, _)) = entries.insert(entry.key.clone(), (entry, 0)) {
                return Err(twice.key);
            }
        }
        Ok(Self { entries })
    }

    /// Whether a finding is an accepted one; each counts once.
    pub fn accepts(&mut self, finding: &Finding) -> bool {
        let Some((entry, seen)) = self.entries.get_mut(&finding.fingerprint) else { return false };
        *seen += 1;
        *seen <= entry.count
    }

    /// Accepts a finding.
    pub fn add(&mut self, finding: &Finding) {
        let entry = || Entry {
            rule: finding.rule.clone(),
            text: finding.text.clone(),
            key: finding.fingerprint.clone(),
            count: 0,
            context: finding.context.clone(),
            source: finding.place.source.clone(),
        };
        let (entry, seen) = self.entries.entry(finding.fingerprint.clone()).or_insert_with(|| (entry(), 0));
        entry.count += 1;
        *seen += 1;
    }

    /// How many accepted findings did not turn up.
    #[must_use]
    pub fn unused(&self) -> u64 {
        sum(self.entries.values().map(|(entry, seen)| entry.count.saturating_sub(*seen)))
    }

    /// How many findings are accepted.
    #[must_use]
    pub fn total(&self) -> u64 {
        sum(self.entries.values().map(|(entry, _)| entry.count))
    }

    /// Forgets what did not turn up, of those entries that could have.
    pub fn prune(&mut self, could: impl Fn(&Entry) -> bool) {
        for (entry, seen) in self.entries.values_mut().filter(|(entry, _)| could(entry)) {
            entry.count = entry.count.min(*seen);
        }
        self.entries.retain(|_, (entry, _)| entry.count > 0);
    }

    /// The file, in an order that does not depend on that of the inputs.
    #[must_use]
    pub fn file(&self, data_version: &str) -> File {
        let mut entries: Vec<Entry> = self.entries.values().map(|(entry, _)| entry.clone()).collect();
        entries.sort();
        File {
            kind: "baseline".into(),
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION").into(),
            data_version: data_version.to_owned(),
            entries,
        }
    }
}

/// A sum that an edited file cannot overflow.
fn sum(counts: impl Iterator<Item = u64>) -> u64 {
    counts.fold(0, u64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(key: &str) -> Finding {
        Finding { fingerprint: key.into(), rule: "ZI-001".into(), text: "麵".into(), ..Finding::default() }
    }

    #[test]
    fn what_was_accepted_stays_so_and_one_more_is_new() {
        let mut written = Baseline::default();
        ["b", "a", "b"].iter().for_each(|key| written.add(&finding(key)));
        let file = written.file("2026-11-23");
        assert_eq!(file.entries.iter().map(|e| (e.key.as_str(), e.count)).collect::<Vec<_>>(), [("a", 1), ("b", 2)]);
        let mut read = Baseline::new(file).unwrap();
        assert!(!read.accepts(&finding("c")));
        assert!(read.accepts(&finding("b")) && read.accepts(&finding("b")) && !read.accepts(&finding("b")));
        assert_eq!((read.total(), read.unused()), (3, 1));
        read.prune(|entry| entry.key == "b");
        assert_eq!((read.total(), read.unused()), (3, 1));
        read.prune(|_| true);
        assert_eq!((read.total(), read.unused()), (2, 0));
    }

    #[test]
    fn an_edited_file_is_not_believed_too_much() {
        let mut written = Baseline::default();
        ["a", "b"].iter().for_each(|key| written.add(&finding(key)));
        let mut file = written.file("");
        file.entries.iter_mut().for_each(|entry| entry.count = u64::MAX);
        assert_eq!(Baseline::new(file.clone()).unwrap().total(), u64::MAX);
        file.entries.iter_mut().for_each(|entry| entry.key = "a".into());
        assert_eq!(Baseline::new(file).unwrap_err(), "a");
    }
}
