//! What may be wrong with a dictionary that a user keeps.

use crate::Session;
use crate::data::terms::Meaning;
use crate::document::Scene;
use crate::lexicon::{UserDictionary, UserTerm, UserTerms};
use crate::record::{Finding, Severity};
use crate::spelling;
use crate::text::sanitize;
use std::collections::{HashMap, HashSet};

/// Longest term that protects what it covers, in bytes.
const LONGEST: usize = 512;

/// A dictionary as it was read.
#[derive(Debug)]
pub struct File {
    /// Which it is.
    pub kind: UserDictionary,
    /// Name as given.
    pub name: String,
    /// Its text; `None` where its encoding is not known.
    pub text: Option<String>,
    /// Whether it is UTF-8.
    pub is_utf8: bool,
    /// Whether problems in it are asked for; others only have to agree.
    pub asked: bool,
}

impl File {
    /// Its lines that are neither empty nor remarks, with their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &str)> {
        let text = self.text.as_deref().unwrap_or_default().trim_start_matches('\u{FEFF}');
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    }

    /// The entry of a line, as a run would read it.
    fn read(&self, line: &str) -> Result<Option<UserTerm>, &'static str> {
        let mut terms = UserTerms::default();
        terms.add(self.kind, &self.name, line).map_err(|error| error.message)?;
        Ok(terms.terms().next().cloned())
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// No encoding fits.
    Encoding,
    /// It is not UTF-8, though readable.
    NotUtf8,
    /// The line is no entry; the loader's words.
    Line(&'static str),
    /// The same term stands in this file and line.
    Twice(String, usize),
    /// Another dictionary says the opposite, in this file and line.
    Against(String, usize),
    /// It holds characters that cannot be seen.
    Hidden,
    /// Several terms stand on one line.
    Several,
    /// It is longer than any that takes effect.
    TooLong,
    /// The right form is the forbidden one, or holds it.
    Circular(String),
    /// The right form has a fault of its own: the form, what is wrong in it, the rule.
    Right(String, String, String),
    /// The reading does not fit the name.
    Reading(String),
    /// One character, which counts everywhere.
    Single,
    /// The rule that reports it anyway.
    Known(String),
    /// The table of names has it.
    Protected,
    /// No rule reports anything in it.
    Idle,
}

/// Something to put right, or to think about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// The term, where there is one.
    pub term: String,
    /// What it is.
    pub what: What,
    /// Whether it must be put right.
    pub grave: bool,
}

/// Looks over the files that are asked for.
pub fn lint(files: &[File], session: &Session) -> Vec<Problem> {
    let terms = session.checker.lexicon.terms.terms();
    let names: HashSet<&str> = terms.filter(|term| term.meaning == Meaning::Protect).map(|term| term.text).collect();
    let mut lint = Lint { session, names, seen: HashMap::new(), problems: Vec::new() };
    for file in files {
        lint.file(file);
    }
    lint.problems
}

/// A term as one dictionary has it, and where.
type Seen = (UserDictionary, String, usize);

struct Lint<'a> {
    session: &'a Session,
    names: HashSet<&'a str>,
    seen: HashMap<String, Vec<Seen>>,
    problems: Vec<Problem>,
}

impl Lint<'_> {
    fn file(&mut self, file: &File) {
        let mut found: Vec<(usize, String, What)> = Vec::new();
        if file.text.is_none() {
            found.push((1, String::new(), What::Encoding));
        } else if !file.is_utf8 {
            found.push((1, String::new(), What::NotUtf8));
        }
        for (number, line) in file.entries() {
            match file.read(line) {
                Err(words) => found.push((number, String::new(), What::Line(words))),
                Ok(None) => {}
                Ok(Some(entry)) => {
                    let mut whats = self.compare(file, number, &entry);
                    if file.asked {
                        whats.extend(self.entry(&entry));
                    }
                    found.extend(whats.into_iter().map(|what| (number, entry.term.clone(), what)));
                }
            }
        }
        if !file.asked {
            // It only has to agree, and what does not agree is told where it is asked for.
            found.retain(|(.., what)| matches!(what, What::Against(..)));
        }
        let problem = |(line, term, what): (usize, String, What)| {
            let grave = what.is_grave();
            Problem { file: file.name.clone(), line, term, what, grave }
        };
        self.problems.extend(found.into_iter().map(problem));
    }

    /// The term in what has been read before.
    fn compare(&mut self, file: &File, line: usize, entry: &UserTerm) -> Vec<What> {
        let seen = self.seen.entry(entry.term.clone()).or_default();
        let twice = seen.iter().find(|(kind, ..)| *kind == file.kind);
        let twice = twice.map(|(_, file, line)| What::Twice(file.clone(), *line));
        let forbids = |kind: UserDictionary| kind == UserDictionary::Forbid;
        let against = seen.iter().find(|(kind, ..)| forbids(*kind) != forbids(file.kind));
        let against = against.map(|(_, file, line)| What::Against(file.clone(), *line));
        seen.push((file.kind, file.name.clone(), line));
        twice.into_iter().chain(against).collect()
    }

    /// The entry by itself.
    fn entry(&self, entry: &UserTerm) -> Vec<What> {
        let term = entry.term.as_str();
        let mut whats = Vec::new();
        if term.contains(|c: char| sanitize::is_hidden(c) || c == '\u{FFFD}') {
            whats.push(What::Hidden);
        }
        if term.contains(['、', '，', '；', ',', ';', '|']) {
            whats.push(What::Several);
        }
        if term.len() > LONGEST && entry.dictionary != UserDictionary::Forbid {
            whats.push(What::TooLong);
        }
        if entry.dictionary == UserDictionary::Forbid {
            whats.extend(self.right(entry));
        } else if !entry.right.is_empty() && spelling::reading_of(term, &entry.right).is_none() {
            whats.push(What::Reading(entry.right.clone()));
        }
        if whats.is_empty() {
            whats.extend(self.use_of(entry));
        }
        whats
    }

    /// The right forms of a forbidden term.
    fn right(&self, entry: &UserTerm) -> Vec<What> {
        let mut whats = Vec::new();
        for right in entry.right.split(' ').filter(|right| !right.is_empty()) {
            if right.contains(&entry.term) {
                whats.push(What::Circular(right.to_owned()));
            }
            let faults = self.look(right).into_iter().filter(|f| f.severity > Severity::Notice);
            whats.extend(faults.take(1).map(|f| What::Right(right.to_owned(), f.text, f.rule)));
        }
        whats
    }

    /// Whether the entry changes anything.
    fn use_of(&self, entry: &UserTerm) -> Option<What> {
        let term = entry.term.as_str();
        if term.chars().nth(1).is_none() {
            return Some(What::Single);
        }
        let found = self.look(term);
        match entry.dictionary {
            UserDictionary::Forbid => known(term, &self.session.check_text(term, Scene::Signboard)).map(What::Known),
            // A reading is of use in itself.
            UserDictionary::Names if !entry.right.is_empty() => None,
            _ if self.names.contains(term) => Some(What::Protected),
            _ => found.is_empty().then_some(What::Idle),
        }
    }

    /// What our own rules say of a text, on a sign or in a document.
    fn look(&self, text: &str) -> Vec<Finding> {
        let mut found = self.session.check_text(text, Scene::Signboard);
        found.extend(self.session.check_text(text, Scene::Document));
        found
    }
}

/// The rule that reports a text, where findings cover all of it.
fn known(text: &str, found: &[Finding]) -> Option<String> {
    let parts = found.iter().filter(|f| f.severity > Severity::Notice);
    let covered: u64 = parts.clone().map(|f| f.place.length).sum();
    let rule = parts.map(|f| f.rule.clone()).next()?;
    (covered == text.chars().count() as u64).then_some(rule)
}

impl What {
    /// Whether it must be put right; the rest is for the user to think about.
    pub fn is_grave(&self) -> bool {
        !matches!(self, Self::NotUtf8 | Self::Single | Self::Known(_) | Self::Protected | Self::Idle)
    }
}
