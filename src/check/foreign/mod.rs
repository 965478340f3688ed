//! Foreign writing: signs without Chinese, words of Latin letters, phrases of another language in Chinese text.
//!
//! Pinyin is not foreign (the rules of spelling judge it), nor is the writing of a minority.

mod letters;
mod prose;
mod sign;

pub use letters::{is_lone, is_whole, stands_alone};
pub use prose::look;
pub use sign::look as look_at_sign;

use super::{Candidate, Sight, Source};
use crate::data::shape::Native;
use crate::data::terms::Meaning;
use crate::lexicon::Lexicon;
use crate::rule::Registry;
use std::ops::Range;

/// What a function of this module needs to report for one rule.
struct Reporter<'a> {
    lexicon: &'a Lexicon,
    matcher: u16,
    rule: usize,
}

impl<'a> Reporter<'a> {
    fn new(function: Native, lexicon: &'a Lexicon, registry: &Registry) -> Option<Self> {
        let matcher = registry.native(function)?;
        let rule = registry.matchers()[usize::from(matcher)].block.rule;
        Some(Self { lexicon, matcher, rule })
    }

    /// Whether a table says that these bytes may stand as they are.
    fn keeps(&self, at: &Range<usize>, sight: &Sight) -> bool {
        let covering = |c: &&super::Context| c.start as usize <= at.start && at.end <= c.end as usize;
        let keeps = |term: u32| match self.lexicon.terms.term(term as usize).meaning {
            Meaning::Keep(rule) => usize::from(rule) == self.rule,
            Meaning::Protect | Meaning::Allow => true,
            Meaning::Hit(_) | Meaning::Forbid => false,
        };
        let from = sight.contexts.partition_point(|c| c.start as usize + LONGEST < at.start);
        let until = sight.contexts.partition_point(|c| c.start as usize <= at.start);
        sight.contexts[from..until].iter().filter(covering).any(|c| keeps(c.term))
    }

    fn candidate(&self, at: Range<usize>) -> Candidate {
        Candidate { start: at.start as u32, end: at.end as u32, matcher: self.matcher, source: Source::Computed }
    }
}

/// Longest name or sign in a table, in bytes.
const LONGEST: usize = 64;
