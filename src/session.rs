//! The library's front door: everything loaded once, ready to check.

use crate::check::Sight;
use crate::document::{Document, Scene};
use crate::engine::Checker;
use crate::i18n::Lang;
use crate::lexicon::{Lexicon, UserTerms};
use crate::record::Finding;
use crate::rule::{Options, Plan, PlanError, Registry};
use std::sync::Arc;

/// Dictionaries, rules and a plan.
#[derive(Debug, Clone)]
pub struct Session {
    /// The checker for lists and files.
    pub checker: Checker,
}

impl Session {
    /// Loads everything under these options.
    ///
    /// # Errors
    /// An unknown jurisdiction, profile or selector.
    pub fn new(options: Options, user: &UserTerms, scene: Option<Scene>, lang: Lang) -> Result<Self, PlanError> {
        let registry = Registry::builtin();
        let plan = Plan::new(&registry, options)?;
        let lexicon = Lexicon::with_user(user);
        Ok(Self {
            checker: Checker {
                lexicon: Arc::new(lexicon),
                registry: Arc::new(registry),
                plan: Arc::new(plan),
                scene,
                lang,
                bases: Arc::default(),
            },
        })
    }

    /// The national rules on a day, `2026-11-23`, with messages in Chinese.
    ///
    /// # Errors
    /// Never with the rules that the binary carries.
    pub fn national(date: &str) -> Result<Self, PlanError> {
        Self::new(Options::national(date), &UserTerms::default(), None, Lang::Zh)
    }

    /// The findings in a text.
    #[must_use]
    pub fn check_text(&self, text: &str, scene: Scene) -> Vec<Finding> {
        let checker = Checker { scene: Some(scene), ..self.checker.clone() };
        let document = Document { text: text.to_owned().into(), ..Document::default() };
        let report = checker.check(&document, &mut Sight::default());
        report.findings.into_iter().map(|(position, finding)| finding.at(position)).collect()
    }
}
