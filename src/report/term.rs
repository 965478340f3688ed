//! The report for people at a terminal: a block per finding, as compilers show their errors.

use super::excerpt::Excerpt;
use super::output::Output;
use super::tally::Tally;
use super::words::{self, fill};
use super::{Look, Reporter, label};
use crate::i18n::Lang;
use crate::record::{Event, Finding, Kept, NotChecked, Place, Severity, Summary};
use crate::text::sanitize;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};

/// Not-checked lines shown in full.
const MAX_NOT_CHECKED: usize = 20;
/// Columns left to the line number and the border.
const GUTTER: usize = 12;
/// Row of a rendered block where the renderer separates the place from the text.
const SEPARATOR: usize = 3;
/// Wider than any excerpt.
const WIDE: usize = 10_000;

/// Writes findings as they come and the counts at the end.
pub struct Term {
    output: Output,
    look: Look,
    renderer: Renderer,
    tally: Tally,
    not_checked: Vec<NotChecked>,
}

/// What a finding and a kept candidate have in common.
struct Block<'a> {
    level: Level<'a>,
    word: String,
    id: String,
    message: String,
    place: &'a Place,
    excerpt: Excerpt,
    notes: Vec<(&'a str, String)>,
}

impl Term {
    /// Starts a report.
    #[must_use]
    pub fn new(output: Output, look: Look) -> Self {
        let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
        // The excerpt is cut to the width already; the renderer's own cutting counts in one column
        // per character and would hide the caret of a long Chinese line.
        let renderer = renderer.hyperlink(false).term_width(WIDE);
        Self { output, look, renderer, tally: Tally::default(), not_checked: Vec::new() }
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let lang = self.look.lang;
        let mut notes = Vec::new();
        if !finding.suggestions.is_empty() {
            notes.push((words::STANDARD.get(lang), label::suggestions(finding, lang)));
        }
        notes.extend(finding.basis.iter().map(|one| (words::BASIS.get(lang), label::basis(one, lang))));
        if !finding.note.is_empty() {
            notes.push((words::NOTE.get(lang), sanitize::line(&finding.note).into_owned()));
        }
        let text = &finding.text;
        self.block(Block {
            level: level(finding.severity),
            word: words::severity(finding.severity).get(lang).to_lowercase(),
            id: format!("{} {}", finding.rule, finding.name),
            message: sanitize::line(&finding.message).into_owned(),
            place: &finding.place,
            excerpt: self.excerpt(&finding.context, finding.context_offset, text),
            notes,
        })
    }

    fn kept(&mut self, kept: &Kept) -> io::Result<()> {
        let lang = self.look.lang;
        let basis = kept.basis.iter().map(|one| (words::BASIS.get(lang), label::basis(one, lang)));
        // The record has no offset here; the column is right for lines that were not shortened.
        let offset = kept.place.column.saturating_sub(1);
        self.block(Block {
            level: Level::HELP,
            word: words::KEPT_ONE.get(lang).to_lowercase(),
            id: format!("{} {}", kept.rule, kept.name),
            message: sanitize::line(&kept.reason).into_owned(),
            place: &kept.place,
            excerpt: self.excerpt(&kept.context, offset, &kept.text),
            notes: basis.collect(),
        })
    }

    fn excerpt(&self, context: &str, offset: u64, text: &str) -> Excerpt {
        Excerpt::new(context, offset, text, self.look.width.saturating_sub(GUTTER).max(20))
    }

    fn block(&mut self, block: Block<'_>) -> io::Result<()> {
        let source = block.excerpt.text();
        let start = block.excerpt.before.len();
        let line = block.place.record.unwrap_or(block.place.line);
        // The renderer adds to it, so the largest number a hostile record can hold must not go in.
        let line = usize::try_from(line.min(u64::from(u32::MAX))).unwrap_or_default();
        let mut snippet = Snippet::source(source.as_str()).line_start(line).fold(false);
        if !block.excerpt.found.is_empty() {
            let span = start..start + block.excerpt.found.len();
            snippet = snippet.annotation(AnnotationKind::Primary.span(span));
        }
        let place = label::place(block.place, self.look.lang);
        let title = block.level.with_name(block.word.as_str()).primary_title(block.message.as_str());
        let mut group = title.id(sanitize::line(&block.id)).element(Origin::path(place.as_str())).element(snippet);
        for (name, text) in &block.notes {
            group = group.element(Level::NOTE.with_name(*name).message(text.as_str()));
        }
        let rendered = self.renderer.render(&[group]);
        for (row, line) in rendered.lines().enumerate() {
            // Between a place without a line number and its text the renderer puts a `:::` of no meaning.
            if row != SEPARATOR || !line.contains(":::") {
                writeln!(self.output, "{line}")?;
            }
        }
        writeln!(self.output)
    }

    fn summary(&mut self) -> io::Result<()> {
        let lang = self.look.lang;
        if let Some(warning) = self.tally.warning() {
            self.heading(Level::WARNING, warning.get(lang), "")?;
        }
        let gravest = self.tally.by_severity().iter().position(|&count| count > 0);
        let (level, word) = match gravest {
            Some(0) => (Level::ERROR, words::SUMMARY),
            Some(1) => (Level::WARNING, words::SUMMARY),
            Some(_) => (Level::INFO, words::SUMMARY),
            // “Nothing found” must not head a run that could not look.
            None if self
                .tally
                .summary()
                .is_none_or(|summary| summary.interrupted || summary.sources_unreadable > 0) =>
            {
                (Level::WARNING, words::SUMMARY)
            }
            None => (Level::HELP, words::CLEAN_SUMMARY),
        };
        self.heading(level, word.get(lang), "")?;
        for (check, _) in self.tally.checks(lang) {
            writeln!(self.output, "  {check}")?;
        }
        if let Some(summary) = self.tally.summary() {
            let line = scale(summary, lang);
            writeln!(self.output, "  {line}")?;
            for name in &summary.names {
                writeln!(self.output, "  {}", label::parts(name, lang))?;
            }
        }
        let kept = self.tally.kept();
        if kept > 0 {
            let hint = if self.look.show_kept { "" } else { words::KEPT_HINT.get(lang) };
            writeln!(self.output, "  {}{hint}", fill(words::KEPT_LINE.get(lang), &[&kept]))?;
        }
        self.left_out()?;
        if let Some(rule) = self.tally.main_rule() {
            let hint = fill(words::EXPLAIN_HINT.get(lang), &[&sanitize::line(rule)]);
            writeln!(self.output, "  {hint}")?;
        }
        Ok(())
    }

    /// Lists what was not checked, because a clean result must not hide it.
    fn left_out(&mut self) -> io::Result<()> {
        let (lang, total) = (self.look.lang, self.tally.not_checked());
        if total == 0 {
            return Ok(());
        }
        writeln!(self.output, "  {}", fill(words::NOT_CHECKED_LINE.get(lang), &[&total]))?;
        for one in &self.not_checked {
            let source = sanitize::line(words::source(&one.source, lang));
            let scope = sanitize::line(&one.scope);
            let place: Vec<&str> = [&*source, &*scope].into_iter().filter(|part| !part.is_empty()).collect();
            let colon = match (place.is_empty(), lang) {
                (true, _) => "",
                (false, Lang::Zh) => "：",
                (false, Lang::En) => ": ",
            };
            let reason = sanitize::line(&one.reason);
            writeln!(self.output, "  - {}{colon}{reason}", place.join(" · "))?;
        }
        let more = total.saturating_sub(self.not_checked.len() as u64);
        if more > 0 {
            writeln!(self.output, "  - {}", fill(words::MORE_LINE.get(lang), &[&more]))?;
        }
        Ok(())
    }

    /// Writes a coloured word at the start of a line.
    fn heading(&mut self, level: Level<'_>, word: &str, text: &str) -> io::Result<()> {
        let title = level.no_name().primary_title([word, text].concat());
        let rendered = self.renderer.render(&[Group::with_title(title)]);
        writeln!(self.output, "{rendered}")
    }
}

impl Reporter for Term {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        self.tally.event(event);
        match event {
            Event::Finding(finding) => self.finding(finding),
            Event::Kept(kept) if self.look.show_kept => self.kept(kept),
            Event::NotChecked(one) if self.not_checked.len() < MAX_NOT_CHECKED => {
                self.not_checked.push(one.clone());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        self.summary()?;
        self.output.finish()
    }
}

/// Says how much was looked at.
fn scale(summary: &Summary, lang: Lang) -> String {
    let Summary { lines, characters, han, sources, sources_unreadable, .. } = summary;
    let mut line = fill(words::TEXTS_LINE.get(lang), &[lines, characters, han, sources]);
    if *sources_unreadable > 0 {
        line.push_str(&fill(words::PARTLY_READ.get(lang), &[sources_unreadable]));
    }
    line
}

/// Gives the level whose colour stands for a severity.
const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Violation => Level::ERROR,
        Severity::Suspected => Level::WARNING,
        Severity::Advice => Level::INFO,
        Severity::Notice => Level::NOTE,
    }
}
