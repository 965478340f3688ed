//! Users' dictionaries: allow, forbid, names. Tab-separated, one term a line, `#` starts a remark.

use thiserror::Error;

/// Which dictionary a term stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UserDictionary {
    /// Never reported.
    Allow,
    /// Always reported.
    Forbid,
    /// A name inside which nothing is reported.
    Names,
}

/// One line of a user dictionary: `term`, `right form` (forbid), `reason`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserTerm {
    /// Dictionary.
    pub dictionary: UserDictionary,
    /// The term.
    pub term: String,
    /// Forbid: what to write instead. Names: how the name is read, syllable by syllable. Else empty.
    pub right: String,
    /// Reason; may be empty.
    pub note: String,
}

/// All terms of all user dictionaries of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserTerms(Vec<UserTerm>);

/// A line that is no entry.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{file}:{line}: {message}")]
pub struct UserError {
    /// File.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: &'static str,
}

impl UserTerms {
    /// Adds the lines of one file.
    ///
    /// # Errors
    /// The first line with too many cells or without a term.
    pub fn add(&mut self, dictionary: UserDictionary, file: &str, text: &str) -> Result<usize, UserError> {
        let before = self.0.len();
        for (index, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let fail = |message| UserError { file: file.to_owned(), line: index + 1, message };
            let mut cells = line.split('\t').map(str::trim);
            let term = cells.next().filter(|t| !t.is_empty()).ok_or_else(|| fail("缺少词条：第一列是要登记的字词"))?;
            let (second, third) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            if cells.next().is_some() {
                return Err(fail("列数过多：每行最多三列（词条、规范写法、理由），以制表符分隔"));
            }
            let (right, note) = match dictionary {
                UserDictionary::Forbid => (second, third),
                // A Latin second cell is the reading; without one, the last cell that is there is the reason.
                UserDictionary::Names if second.starts_with(|c: char| c.is_alphabetic() && c < '\u{2000}') => {
                    (second, third)
                }
                _ => ("", if third.is_empty() { second } else { third }),
            };
            self.0.push(UserTerm { dictionary, term: term.into(), right: right.into(), note: note.into() });
        }
        Ok(self.0.len() - before)
    }

    /// Puts the readings of names into the form that the tables have, syllable by syllable.
    ///
    /// # Errors
    /// The first name and reading that `form` does not understand.
    pub fn read(&mut self, form: impl Fn(&str, &str) -> Option<String>) -> Result<(), (String, String)> {
        let names = self.0.iter_mut().filter(|t| t.dictionary == UserDictionary::Names && !t.right.is_empty());
        for entry in names {
            let reading = form(&entry.term, &entry.right);
            entry.right = reading.ok_or_else(|| (entry.term.clone(), entry.right.clone()))?;
        }
        Ok(())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The terms, *forbid* last, so that it wins where one character stands in two dictionaries.
    pub fn terms(&self) -> impl Iterator<Item = &UserTerm> {
        let forbids = |t: &&UserTerm| t.dictionary == UserDictionary::Forbid;
        self.0.iter().filter(move |t| !forbids(t)).chain(self.0.iter().filter(forbids))
    }
}
