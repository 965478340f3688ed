//! What statements reach, looked up once, so that thousands of them cost no more than a few.

use crate::decide;
use crate::document::Scene;
use crate::engine::Checker;
use crate::exception::{Statement, Verb};
use crate::record::Finding;
use crate::rule::selects;
use std::collections::HashMap;

/// What a statement lifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Findings of a rule.
    Rule(usize),
    /// Whatever an exemption of the plan lifts.
    Fact(usize),
}

impl Reach {
    /// Everything that statements of a kind can name.
    fn all(verb: Verb, checker: &Checker) -> impl Iterator<Item = Self> {
        let (count, reach): (usize, fn(usize) -> Self) = match verb {
            Verb::Ignore => (checker.registry.rules().len(), Self::Rule),
            Verb::Exempt => (checker.plan.exemptions.len(), Self::Fact),
        };
        (0..count).map(reach)
    }

    /// Everything that lifts a finding.
    pub fn of(finding: &Finding, checker: &Checker) -> Vec<Self> {
        let number = checker.registry.rules().iter().position(|rule| rule.id == finding.rule);
        number.map_or_else(Vec::new, |number| {
            let facts = Scene::parse(&finding.place.scene).map(|scene| checker.case(scene, "", false));
            let facts = facts.into_iter().flat_map(|case| decide::possible(number, case)).map(Self::Fact);
            std::iter::once(Self::Rule(number)).chain(facts).collect()
        })
    }

    /// Whether a statement names it.
    pub fn is_named(self, said: &Statement, checker: &Checker) -> bool {
        let is_kind = matches!(self, Self::Rule(_)) == (said.verb == Verb::Ignore);
        is_kind && said.names.iter().any(|name| self.has_name(name, checker))
    }

    fn has_name(self, name: &str, checker: &Checker) -> bool {
        match self {
            Self::Rule(n) => selects(name, &checker.registry.rules()[n]),
            Self::Fact(n) => {
                let one = &checker.plan.exemptions[n].0;
                one.id == name || one.tags.iter().any(|tag| tag == name)
            }
        }
    }

    /// Whether a rule runs that it is about; of one that is switched off nothing can be said.
    fn runs(self, checker: &Checker) -> bool {
        let active = &checker.plan.active;
        match self {
            Self::Rule(n) => active[n],
            Self::Fact(n) => {
                let case = checker.case(Scene::Document, "", false);
                (0..active.len()).any(|rule| active[rule] && decide::possible(rule, case).any(|fact| fact == n))
            }
        }
    }
}

/// What a name means.
#[derive(Debug)]
pub struct Meaning {
    /// What it reaches; nothing where there is no such rule, or no such fact in this jurisdiction.
    pub reach: Vec<Reach>,
    /// Whether any of it runs.
    pub runs: bool,
}

/// The names that statements have used.
#[derive(Debug, Default)]
pub struct Names {
    known: HashMap<(Verb, String), Meaning>,
}

impl Names {
    /// What a name means in statements of a kind.
    pub fn meaning(&mut self, verb: Verb, name: &str, checker: &Checker) -> &Meaning {
        self.known.entry((verb, name.to_owned())).or_insert_with(|| {
            let reach: Vec<Reach> = Reach::all(verb, checker).filter(|one| one.has_name(name, checker)).collect();
            let runs = reach.iter().any(|one| one.runs(checker));
            Meaning { reach, runs }
        })
    }
}

/// By place, which is a line or a row: the first statement that reaches something. Those behind it add nothing.
#[derive(Debug, Default)]
pub struct Index {
    first: HashMap<(i64, Reach), usize>,
}

impl Index {
    /// Adds a statement by its number.
    pub fn add(&mut self, place: i64, reach: &[Reach], number: usize) {
        for one in reach {
            self.first.entry((place, *one)).or_insert(number);
        }
    }

    /// The first statement about a place that has one of these reaches.
    pub fn find(&self, place: i64, reach: &[Reach]) -> Option<(usize, Reach)> {
        let found = reach.iter().filter_map(|one| Some((*self.first.get(&(place, *one))?, *one)));
        found.min_by_key(|(number, _)| *number)
    }
}
