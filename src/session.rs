//! The library's front door: everything loaded once, ready to check.

use crate::check::Sight;
use crate::data::extend::Extension;
use crate::document::{Cell, Column, Document, Label, Role, Row, Scene, Sheet};
use crate::engine::{Account, Checker, DocumentReport, Exceptions, Position, Register};
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
        Self::with_rules(options, user, &[], scene, lang)
    }

    /// The same with users' own rules.
    ///
    /// # Errors
    /// An unknown jurisdiction, profile or selector.
    pub fn with_rules(
        options: Options,
        user: &UserTerms,
        own: &[Extension],
        scene: Option<Scene>,
        lang: Lang,
    ) -> Result<Self, PlanError> {
        let registry = Registry::with(own);
        let plan = Plan::new(&registry, options)?;
        let lexicon = Lexicon::with(user, own);
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

    /// The findings in a list of names, one a line.
    #[must_use]
    pub fn check_list(&self, lines: &str, scene: Scene) -> Vec<Finding> {
        self.check_columns(lines, &[], scene)
    }

    /// The same with further columns about the labels of products: `columns` are their headers, their cells follow the
    /// name after tabs.
    #[must_use]
    pub fn check_columns(&self, lines: &str, columns: &[String], scene: Scene) -> Vec<Finding> {
        let role = |header: &String| Label::of(header).map_or(Role::Carried, Role::Label);
        let roles = std::iter::once(Role::Checked(Some(scene))).chain(columns.iter().map(role));
        let column = |(index, role)| Column { header: String::new(), role, index };
        let sheet = Arc::new(Sheet { columns: roles.enumerate().map(column).collect(), ..Sheet::default() });
        let mut document = Document { text: format!("{lines}\n").into(), ..Document::default() };
        let mut at = 0;
        for (row, line) in lines.split('\n').enumerate() {
            let values: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let name = values.first().map_or(0, String::len);
            document.cells.push(Cell { range: at..at + name, row, column: 0 });
            document.rows.push(Row { sheet: Arc::clone(&sheet), number: row as u64 + 1, values, sign: false });
            at += line.len() + 1;
        }
        let checker = Checker { scene: Some(scene), ..self.checker.clone() };
        let mut report = checker.check(&document, &mut Sight::default());
        Register::default().settle(&mut report, &document, &checker);
        findings(report, &checker)
    }

    /// The findings in the text of a sign for which exemptions are stated.
    #[must_use]
    pub fn check_exempted(&self, text: &str, scene: Scene, exemptions: &str) -> Vec<Finding> {
        let column = |role, index| Column { header: String::new(), role, index };
        let columns = vec![column(Role::Checked(Some(scene)), 0), column(Role::Exemption, 1)];
        let sheet = Arc::new(Sheet { columns, ..Sheet::default() });
        let document = Document {
            text: format!("{text}\n").into(),
            cells: vec![Cell { range: 0..text.len(), row: 0, column: 0 }],
            rows: vec![Row { sheet, number: 1, values: vec![text.to_owned(), exemptions.to_owned()], sign: true }],
            ..Document::default()
        };
        findings(self.checker.check(&document, &mut Sight::default()), &self.checker)
    }

    /// The findings in a text.
    #[must_use]
    pub fn check_text(&self, text: &str, scene: Scene) -> Vec<Finding> {
        let checker = Checker { scene: Some(scene), ..self.checker.clone() };
        let document = Document { text: text.to_owned().into(), ..Document::default() };
        findings(checker.check(&document, &mut Sight::default()), &checker)
    }
}

/// The findings of one document that is all there is, with what its own remarks make of them.
fn findings(mut report: DocumentReport, checker: &Checker) -> Vec<Finding> {
    let (mut exceptions, mut account) = (Exceptions::default(), Account::default());
    exceptions.settle(&mut report, Position::default(), "", &mut account, checker);
    let remarks = exceptions.conclude("", &mut account, checker).findings;
    report.findings.into_iter().chain(remarks).map(|(position, finding)| finding.at(position)).collect()
}
