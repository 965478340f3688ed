//! Proof of a rule: its own examples, exact to the character.

use crate::Session;
use crate::data::extend::Extension;
use crate::data::shape::{Example, Rule};
use crate::document::Scene;
use crate::i18n::Lang;
use crate::lexicon::{Lexicon, UserDictionary, UserTerms};
use crate::record::{Finding, Severity};
use crate::rule::{Options, Plan, PlanError};
use std::sync::Arc;

/// A marked span: start in scalar values, the text, its suggestions.
pub type Mark = (u64, String, Vec<String>);

/// Why an example proves nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Findings that nothing in the example declares.
    Undeclared(Vec<Finding>),
    /// The rule finds other spans, or suggests something else: what was marked, what was found.
    Differs(Vec<Mark>, Vec<Mark>),
    /// A finding has another severity than the example says.
    Severity(Vec<Finding>),
    /// The corrected text is reported again.
    Again(Vec<Finding>),
    /// A marker does not end, a scene or a user's term is none, or there is no plan for it.
    Unusable(String),
}

/// Runs examples with everything loaded once.
#[derive(Debug)]
pub struct Prover {
    session: Session,
    own: Vec<Extension>,
}

impl Prover {
    /// With our rules, and users' own, under the law of a day.
    ///
    /// # Errors
    /// Never with the profiles that the binary carries.
    pub fn new(date: &str, own: Vec<Extension>) -> Result<Self, PlanError> {
        let options = Options::national(date);
        let session = Session::with_rules(options, &UserTerms::default(), &own, None, Lang::Zh)?;
        Ok(Self { session, own })
    }

    /// Runs one example of a rule.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn prove(&self, rule: &Rule, example: &Example) -> Result<(), Fault> {
        let scene = if example.scene.is_empty() { "document" } else { &example.scene };
        let scene = Scene::parse(scene).ok_or_else(|| Fault::Unusable(scene.to_owned()))?;
        let session = self.session(rule, example)?;
        let look = |text: &str| match (example.list, example.exempt.as_str()) {
            (true, _) => session.check_columns(text, &example.columns, scene),
            (false, "") => session.check_text(text, scene),
            (false, stated) => session.check_exempted(text, scene, stated),
        };
        if !example.good.is_empty() {
            let found = look(&example.good);
            return none(found.into_iter().filter(|f| !example.also.contains(&f.rule)).collect(), Fault::Undeclared);
        }
        let marked = Marked::parse(&example.bad).ok_or_else(|| Fault::Unusable(example.bad.clone()))?;
        let (own, others): (Vec<Finding>, Vec<Finding>) =
            look(&marked.text).into_iter().partition(|f| f.rule == rule.id);
        none(others.into_iter().filter(|f| !example.also.contains(&f.rule)).collect(), Fault::Undeclared)?;
        let got: Vec<Mark> = own.iter().map(|f| marked.found(f)).collect();
        if got != marked.marks {
            return Err(Fault::Differs(marked.marks, got));
        }
        if let Some(level) = example.level {
            let level = Severity::from(level);
            none(own.into_iter().filter(|f| f.severity != level).collect(), Fault::Severity)?;
        }
        if marked.marks.iter().all(|mark| mark.2.len() == 1) {
            none(look(&marked.corrected).into_iter().filter(|f| f.rule == rule.id).collect(), Fault::Again)?;
        }
        Ok(())
    }

    fn session(&self, rule: &Rule, example: &Example) -> Result<Session, Fault> {
        let mut options = self.session.checker.plan.options.clone();
        if let Some(name) = rule.jurisdictions.first() {
            options.jurisdiction.clone_from(name);
        }
        if !example.date.is_empty() {
            options.date.clone_from(&example.date);
        }
        if !rule.default {
            options.select = vec!["ZI".into(), "CI".into(), rule.id.clone()];
        }
        let mut session = self.session.clone();
        if options != self.session.checker.plan.options {
            let plan = Plan::new(&session.checker.registry, options);
            session.checker.plan = Arc::new(plan.map_err(|error| Fault::Unusable(error.to_string()))?);
            session.checker.bases = Arc::default();
        }
        if !example.forbid.is_empty() {
            let mut user = UserTerms::default();
            let added = user.add(UserDictionary::Forbid, "example", &example.forbid);
            added.map_err(|error| Fault::Unusable(error.to_string()))?;
            session.checker.lexicon = Arc::new(Lexicon::with(&user, &self.own));
        }
        Ok(session)
    }
}

fn none(findings: Vec<Finding>, fault: fn(Vec<Finding>) -> Fault) -> Result<(), Fault> {
    if findings.is_empty() { Ok(()) } else { Err(fault(findings)) }
}

/// `城南{{麵=>面}}馆` taken apart.
struct Marked {
    text: String,
    corrected: String,
    marks: Vec<Mark>,
}

impl Marked {
    fn parse(bad: &str) -> Option<Self> {
        let mut marked = Self { text: String::new(), corrected: String::new(), marks: Vec::new() };
        let mut rest = bad;
        while let Some((before, after)) = rest.split_once("{{") {
            let (marker, tail) = after.split_once("}}")?;
            let (wrong, right) = marker.split_once("=>").unwrap_or((marker, ""));
            let answers: Vec<String> = right.split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect();
            marked.both(before);
            marked.corrected.push_str(answers.first().map_or(wrong, String::as_str));
            marked.marks.push((marked.text.chars().count() as u64, wrong.to_owned(), answers));
            marked.text.push_str(wrong);
            rest = tail;
        }
        marked.both(rest);
        Some(marked)
    }

    fn both(&mut self, text: &str) {
        self.text.push_str(text);
        self.corrected.push_str(text);
    }

    /// A finding as a mark of the whole text; in a list its position counts within the entry.
    fn found(&self, f: &Finding) -> Mark {
        let entries = f.place.record.map_or(0, |row| row as usize - 1);
        let before: u64 = self.text.split('\n').take(entries).map(|line| line.chars().count() as u64 + 1).sum();
        (before + f.place.offset, f.text.clone(), f.suggestions.clone())
    }
}
