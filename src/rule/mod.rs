//! Rules, and what the law makes of them on a date, in a place and a scene.

mod plan;
mod select;

pub use plan::{Level, Options, Plan, PlanError, RuleBasis, ScenePlan};
pub use select::names as selects;

use crate::data::extend::Extension;
use crate::data::shape::{Kind, Knowledge, Match, Native, Rule};
use crate::document::Scene;
use regex::Regex;
use std::sync::OnceLock;

const KNOWLEDGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.json"));

impl Scene {
    /// All scenes, in the order of [`crate::data::validate::SCENES`].
    pub const ALL: [Self; 10] = [
        Self::Signboard,
        Self::PlaceName,
        Self::PersonName,
        Self::EnterpriseName,
        Self::ProductName,
        Self::Advertisement,
        Self::Webpage,
        Self::OfficialDocument,
        Self::Teaching,
        Self::Document,
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        crate::data::validate::SCENES[self as usize]
    }

    /// The scene of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == name)
    }

    /// Whether a text of this scene is written to be noticed: names, slogans, headings rather than prose.
    #[must_use]
    pub fn is_noticed(self) -> bool {
        matches!(self, Self::Signboard | Self::EnterpriseName | Self::ProductName | Self::Advertisement | Self::Webpage)
    }

    /// Whether a text of this scene is one name rather than running text.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Signboard | Self::PlaceName | Self::PersonName | Self::EnterpriseName | Self::ProductName)
    }
}

/// The rules with their compiled parts.
#[derive(Debug)]
pub struct Registry {
    /// All that was compiled from `rules/`.
    pub knowledge: Knowledge,
    matchers: Vec<Matcher>,
}

/// A match block ready to run.
#[derive(Debug)]
pub struct Matcher {
    /// Its definition.
    pub block: Match,
    before: OnceLock<Option<Regex>>,
    pattern: OnceLock<Option<Regex>>,
    near: OnceLock<Option<Regex>>,
    apart: OnceLock<Option<Regex>>,
}

impl From<Match> for Matcher {
    fn from(block: Match) -> Self {
        let [before, pattern, near, apart] = [(); 4].map(|()| OnceLock::new());
        Self { block, before, pattern, near, apart }
    }
}

impl Registry {
    /// The rules that the binary carries.
    #[must_use]
    pub fn builtin() -> Self {
        Self::new(serde_json::from_slice(KNOWLEDGE).unwrap_or_default())
    }

    /// The same with users' own rules behind them.
    #[must_use]
    pub fn with(own: &[Extension]) -> Self {
        let mut knowledge = Self::builtin().knowledge;
        own.iter().for_each(|one| knowledge.extend(one));
        Self::new(knowledge)
    }

    /// Rules from compiled knowledge.
    #[must_use]
    pub fn new(knowledge: Knowledge) -> Self {
        let blocks = knowledge.rules.iter().flat_map(|r| r.matches.iter().cloned());
        let matchers = blocks.map(Matcher::from).collect();
        Self { knowledge, matchers }
    }

    /// The rules, sorted by id.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.knowledge.rules
    }

    /// A rule by id or name.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Rule> {
        self.rules().iter().find(|r| r.id.eq_ignore_ascii_case(key) || r.name == key)
    }

    /// All match blocks, in the order the tables number them.
    #[must_use]
    pub fn matchers(&self) -> &[Matcher] {
        &self.matchers
    }

    /// The rule of a match block.
    #[must_use]
    pub fn rule_of(&self, matcher: u16) -> &Rule {
        &self.knowledge.rules[self.matchers[usize::from(matcher)].block.rule]
    }

    /// The match block that runs a native function.
    #[must_use]
    pub fn native(&self, function: Native) -> Option<u16> {
        let at = self.matchers.iter().position(|m| m.block.function == Some(function))?;
        u16::try_from(at).ok()
    }
}

/// What is wrong with the first regular expression of a rule that is none: the expression, and why.
#[must_use]
pub fn broken_pattern(rule: &Rule) -> Option<(&str, String)> {
    let patterns = rule.matches.iter().flat_map(|b| [&b.pattern, &b.before, &b.near, &b.apart]).map(String::as_str);
    patterns.into_iter().find_map(|pattern| Some((pattern, Regex::new(pattern).err()?.to_string())))
}

impl Matcher {
    /// Whether the text before a hit allows it.
    #[must_use]
    pub fn allows_before(&self, before: &str) -> bool {
        if self.block.before.is_empty() {
            return true;
        }
        let regex = self.before.get_or_init(|| Regex::new(&format!("(?:{})$", self.block.before)).ok());
        regex.as_ref().is_some_and(|r| r.is_match(before))
    }

    /// Whether the line or cell around a hit holds what it must, and not what it must not.
    #[must_use]
    pub fn allows_line(&self, line: &str) -> bool {
        let holds = |source: &str, regex: &OnceLock<Option<Regex>>| {
            regex.get_or_init(|| Regex::new(source).ok()).as_ref().is_some_and(|r| r.is_match(line))
        };
        let Match { near, apart, .. } = &self.block;
        (near.is_empty() || holds(near, &self.near)) && (apart.is_empty() || !holds(apart, &self.apart))
    }

    /// The regular expression of a pattern block.
    #[must_use]
    pub fn pattern(&self) -> Option<&Regex> {
        if self.block.kind != Kind::Pattern {
            return None;
        }
        self.pattern.get_or_init(|| Regex::new(&self.block.pattern).ok()).as_ref()
    }
}
