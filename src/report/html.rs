//! One self-contained page: it asks for nothing from outside, prints well, and reads without script.

mod page;
mod versions;

use super::Reporter;
use super::output::Output;
use super::seal;
use super::tally::Tally;
use super::words::{self, fill};
use crate::i18n::Lang;
use crate::record::{Event, Finding, Kept, NotChecked, Run};
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};
use page::{Group, KeptRow, Page, Row};
use std::collections::HashMap;
use std::io::{self, Write};

const TEMPLATE: &str = include_str!("report.html");
/// Style of the page.
pub const STYLE: &str = include_str!("report.css");
/// Filter of the page.
pub const SCRIPT: &str = include_str!("report.js");
/// Hash by which the page's policy lets [`STYLE`] in, and nothing else.
pub const STYLE_HASH: &str = "sha256-9jwNMdVrcDWA5OXboxYhUhpjraLg9k/8p1HLMnCluVE=";
/// Hash by which the page's policy lets [`SCRIPT`] in, and nothing else.
pub const SCRIPT_HASH: &str = "sha256-uUTLv12Y2mSNYExidfHH39vHww8uiWjmknE+GnmvfWM=";

/// Items a page lists; more would make it too heavy for a browser, and the counts stay whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Findings.
    pub findings: usize,
    /// Kept candidates, and as many not-checked lines.
    pub others: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { findings: 5_000, others: 1_000 }
    }
}

/// Collects what the page shows and writes it at the end.
pub struct Html {
    output: Output,
    lang: Lang,
    limits: Limits,
    run: Run,
    tally: Tally,
    groups: Vec<Group>,
    places: HashMap<String, usize>,
    kept: Vec<KeptRow>,
    not_checked: Vec<[String; 4]>,
}

impl Html {
    /// Starts a page.
    #[must_use]
    pub fn new(output: Output, lang: Lang) -> Self {
        Self::with_limits(output, lang, Limits::default())
    }

    /// Starts a page that lists fewer items, which tests need.
    #[must_use]
    pub fn with_limits(output: Output, lang: Lang, limits: Limits) -> Self {
        Self {
            output,
            lang,
            limits,
            run: Run::default(),
            tally: Tally::default(),
            groups: Vec::new(),
            places: HashMap::new(),
            kept: Vec::new(),
            not_checked: Vec::new(),
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let number = self.tally.findings();
        if number > self.limits.findings as u64 {
            return;
        }
        let row = Row::new(number, finding, self.tally.title(&finding.rule), self.lang);
        let source = &finding.place.source;
        let place = match self.places.get(source) {
            Some(&place) => place,
            None => {
                self.places.insert(source.clone(), self.groups.len());
                self.groups.push(Group::new(words::source(source, self.lang)));
                self.groups.len() - 1
            }
        };
        if let Some(group) = self.groups.get_mut(place) {
            group.rows.push(row);
        }
    }

    fn kept(&mut self, kept: &Kept) {
        if self.kept.len() < self.limits.others {
            self.kept.push(KeptRow::new(kept, self.tally.title(&kept.rule), self.lang));
        }
    }

    fn not_checked(&mut self, one: &NotChecked) {
        if self.not_checked.len() < self.limits.others {
            self.not_checked.push(page::not_checked(one, self.lang));
        }
    }

    fn page(&mut self) -> io::Result<Page> {
        let lang = self.lang;
        for group in &mut self.groups {
            group.caption = fill(words::IN_SOURCE.get(lang), &[&group.rows.len()]);
        }
        let mut page = Page::new(&self.run, &self.tally, lang)?;
        page.capped = cap(words::CAPPED.get(lang), self.tally.findings(), self.limits.findings);
        let short = words::CAPPED_SHORT.get(lang);
        page.kept_capped = cap(short, self.tally.kept(), self.limits.others);
        page.not_checked_capped = cap(short, self.tally.not_checked(), self.limits.others);
        page.counts = [
            ("findings", self.tally.findings()),
            ("listed", self.groups.iter().map(|group| group.rows.len() as u64).sum()),
        ];
        page.groups = std::mem::take(&mut self.groups);
        page.kept = std::mem::take(&mut self.kept);
        page.not_checked = std::mem::take(&mut self.not_checked);
        Ok(page)
    }
}

impl Reporter for Html {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        self.tally.event(event);
        match event {
            Event::Run(run) => self.run = run.clone(),
            Event::Finding(finding) => self.finding(finding),
            Event::Kept(kept) => self.kept(kept),
            Event::NotChecked(one) => self.not_checked(one),
            Event::Summary(_) => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let page = self.page()?;
        let html = render(&page).map_err(|error| io::Error::other(format!("report.html: {error:#}")))?;
        self.output.write_all(seal::page(&html).as_bytes())?;
        self.output.finish()
    }
}

/// Fills the template; its name ends in `.html`, by which every value is escaped.
fn render(page: &Page) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_template("report.html", TEMPLATE)?;
    environment.get_template("report.html")?.render(Value::from(Serde(page)))
}

/// Says that a list was cut, where it was.
fn cap(text: &str, total: u64, limit: usize) -> Option<String> {
    (total > limit as u64).then(|| fill(text, &[&total, &limit]))
}
