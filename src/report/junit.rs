//! JUnit XML, which build servers read: a suite for each input, a case for each finding.
//!
//! What a person has to act on (违规, 疑似) is a failure, advice is skipped, and what could not be read is an error.

use super::Reporter;
use super::label;
use super::output::Output;
use super::spool::Spool;
use super::words;
use crate::i18n::Lang;
use crate::record::{Event, Finding, NotChecked, Severity, Summary};
use crate::text::sanitize;
use std::collections::HashSet;
use std::io::{self, Write};

/// Collects a run and writes the suites at its end, since each begins with its counts.
pub struct Junit {
    output: Output,
    lang: Lang,
    findings: Spool<Finding>,
    suites: Vec<Suite>,
    date: String,
}

/// Counts of one input, or of a stretch of it where a record was put together by hand.
#[derive(Default)]
struct Suite {
    source: String,
    tests: u64,
    failures: u64,
    skipped: u64,
    unreadable: Vec<NotChecked>,
}

impl Junit {
    /// Starts a report.
    #[must_use]
    pub fn new(output: Output, lang: Lang) -> Self {
        Self { output, lang, findings: Spool::new(), suites: Vec::new(), date: String::new() }
    }

    /// The suite of an input: findings come input by input, so it is the last or a new one.
    fn suite(&mut self, source: &str) -> &mut Suite {
        if self.suites.last().is_none_or(|suite| suite.source != source) {
            self.suites.push(Suite { source: source.to_owned(), ..Suite::default() });
        }
        let last = self.suites.len() - 1;
        &mut self.suites[last]
    }

    /// An input without findings is one case that passed.
    fn inputs(&mut self, summary: &Summary) {
        let known: HashSet<String> = self.suites.iter().map(|suite| suite.source.clone()).collect();
        let clean = summary.inputs.iter().filter(|input| !known.contains(&input.source));
        self.suites.extend(clean.map(|input| Suite { source: input.source.clone(), tests: 1, ..Suite::default() }));
    }
}

/// Writes the case of a finding.
fn case(output: &mut Output, finding: &Finding, lang: Lang) -> io::Result<()> {
    let name = format!("{} {}", label::position(&finding.place, lang), sanitize::line(&finding.text));
    let message = attribute(&label::message(finding, lang));
    writeln!(output, "<testcase classname=\"{}\" name=\"{}\">", attribute(&finding.rule), attribute(&name))?;
    if fails(finding.severity) {
        let kind = words::severity(finding.severity).get(lang);
        let (forms, bases) = (label::suggestions(finding, lang), label::bases(&finding.basis, lang, "\n"));
        let text = attribute(&format!("{}: {forms}\n{bases}", words::STANDARD.get(lang)));
        writeln!(output, "<failure type=\"{kind}\" message=\"{message}\">{text}</failure>")?;
    } else {
        writeln!(output, "<skipped message=\"{message}\"/>")?;
    }
    writeln!(output, "</testcase>")
}

/// Writes the case of something that could not be read.
fn unread(output: &mut Output, one: &NotChecked, lang: Lang) -> io::Result<()> {
    let name = format!("{} {}", words::NOT_CHECKED.get(lang), sanitize::line(&one.scope));
    let (reason, why) = (attribute(&sanitize::line(&one.reason)), attribute(&one.why));
    writeln!(output, "<testcase classname=\"{why}\" name=\"{}\">", attribute(name.trim()))?;
    writeln!(output, "<error type=\"{why}\" message=\"{reason}\"/>\n</testcase>")
}

impl Reporter for Junit {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Run(run) => self.date.clone_from(&run.date),
            Event::Finding(finding) => {
                let failed = fails(finding.severity);
                let suite = self.suite(&finding.place.source);
                suite.tests += 1;
                if failed {
                    suite.failures += 1
                } else {
                    suite.skipped += 1
                }
                self.findings.push(finding)?;
            }
            Event::NotChecked(one) if one.unreadable => {
                let suite = self.suite(&one.source);
                suite.tests += 1;
                suite.unreadable.push(one.clone());
            }
            Event::Summary(summary) => self.inputs(summary),
            Event::NotChecked(_) | Event::Kept(_) => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let (lang, suites, output) = (self.lang, &self.suites, &mut self.output);
        let sum = |count: fn(&Suite) -> u64| suites.iter().map(count).sum::<u64>();
        let counts =
            [sum(|suite| suite.tests), sum(|suite| suite.failures), sum(Suite::errors), sum(|suite| suite.skipped)];
        writeln!(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(output, "<testsuites name=\"zhengzi\" {}>", attributes(counts))?;
        let mut findings = self.findings.read()?;
        for suite in suites {
            let name = attribute(&sanitize::line(words::source(&suite.source, lang)));
            let counts = attributes([suite.tests, suite.failures, suite.errors(), suite.skipped]);
            let date = attribute(&self.date);
            writeln!(output, "<testsuite name=\"{name}\" timestamp=\"{date}T00:00:00\" {counts}>")?;
            for finding in findings.by_ref().take(usize::try_from(suite.failures + suite.skipped).unwrap_or(usize::MAX))
            {
                case(output, &finding?, lang)?;
            }
            suite.unreadable.iter().try_for_each(|one| unread(output, one, lang))?;
            if suite.failures + suite.skipped + suite.errors() == 0 {
                let clean = words::CLEAN_SUMMARY.get(lang);
                writeln!(output, "<testcase classname=\"zhengzi\" name=\"{clean}\"/>")?;
            }
            writeln!(output, "</testsuite>")?;
        }
        writeln!(output, "</testsuites>")?;
        drop(findings);
        self.output.finish()
    }
}

impl Suite {
    const fn errors(&self) -> u64 {
        self.unreadable.len() as u64
    }
}

/// The counts of a suite or of all.
fn attributes([tests, failures, errors, skipped]: [u64; 4]) -> String {
    format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
}

/// Tells whether a person has to act.
fn fails(severity: Severity) -> bool {
    severity >= Severity::Suspected
}

/// Escapes text for content and attributes; a line break of ours stays one.
fn attribute(text: &str) -> String {
    crate::text::xml::escape(text).replace('\n', "&#10;")
}
