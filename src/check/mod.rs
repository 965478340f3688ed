//! Candidates: what the tables, words and patterns see in a text. Nothing is decided here.
//!
//! Pure: the same text and the same lexicon give the same candidates. Guards, exemptions and severity are
//! the business of [`crate::decide`].

pub mod altered;
mod char_rules;
pub mod confused;
pub mod enterprise;
mod foreign;
mod mixed;
mod pattern_rules;
mod place_name;
mod scan;
pub mod spelling;
mod word_rules;

pub use foreign::{look as look_at_foreign, look_at_sign as look_at_foreign_sign};
pub use mixed::look as mixed;
pub use place_name::{lacks_generic, look as look_at_place};
pub use scan::{Counts, Scan};
pub use word_rules::difference;

use crate::data::shape::Native;
use crate::data::terms::Meaning;
use crate::lexicon::{Lexicon, WrongForm};
use crate::rule::Registry;
use std::collections::BTreeMap;

/// Something a rule may want to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Match block that saw it.
    pub matcher: u16,
    /// Where its suggestions and note stand.
    pub source: Source,
}

/// What made a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The n-th entry of the character it covers.
    Char(u16),
    /// A term of the index, which may be longer than the candidate.
    Term(u32),
    /// A wrong form of a right word.
    Confusion(WrongForm),
    /// A user's forbidden character.
    Single,
    /// The sound of an idiom.
    Idiom,
    /// Writing in an enterprise name that the law wants in Chinese characters.
    NamePart,
    /// A pattern or a function.
    Computed,
}

/// A context that may keep candidates from being reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// The term that says so.
    pub term: u32,
}

/// A character outside the standard table that a table lets stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// First byte.
    pub start: u32,
    /// The character.
    pub char: char,
}

/// Everything seen in a text. Reused from text to text, so that short ones cost no allocation.
#[derive(Debug, Default)]
pub struct Sight {
    /// Candidates, by start.
    pub candidates: Vec<Candidate>,
    /// Contexts, by start.
    pub contexts: Vec<Context>,
    /// Allowed characters, in order.
    pub allowed: Vec<Allowed>,
    /// Counts of the text.
    pub counts: Counts,
    scan: Scan,
    /// By pattern: how far it has been searched.
    searched: BTreeMap<u16, u32>,
}

/// Looks at a text. `runs` says of every rule whether it is asked in any scene of the text: words and patterns of the others
/// are not looked for.
pub fn look(text: &str, lexicon: &Lexicon, registry: &Registry, runs: &[bool], sight: &mut Sight) {
    sight.candidates.clear();
    sight.contexts.clear();
    sight.allowed.clear();
    sight.searched.clear();
    sight.counts = sight.scan.run(text, lexicon);
    let scan = std::mem::take(&mut sight.scan);
    for &(at, char) in &scan.attention {
        char_rules::look(text, at, char, lexicon, registry, sight);
    }
    for &(start, term) in &scan.terms {
        let found = lexicon.terms.term(term as usize);
        let end = start + found.text.len() as u32;
        match found.meaning {
            Meaning::Hit(matcher) => {
                if runs.get(registry.matchers()[usize::from(matcher)].block.rule) == Some(&true) {
                    word_rules::look(text, start, term, matcher, lexicon, registry, sight);
                }
            }
            Meaning::Forbid => {
                if let Some(matcher) = registry.native(Native::UserTerm) {
                    sight.candidates.push(Candidate { start, end, matcher, source: Source::Term(term) });
                }
            }
            Meaning::Keep(_) | Meaning::Protect | Meaning::Allow => sight.contexts.push(Context { start, end, term }),
        }
    }
    for &(start, form) in &scan.confusions {
        sight.candidates.extend(confused::candidate(start, WrongForm::Text(form), lexicon));
    }
    sight.scan = scan;
    sight.candidates.sort_by_key(|c| c.start);
    sight.contexts.sort_by_key(|c| c.start);
}
