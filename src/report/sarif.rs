//! SARIF 2.1.0 (OASIS, 2020-03-27), which code scanning services read: results by rule, with fingerprints that stay.

mod model;

use super::Reporter;
use super::label;
use super::output::Output;
use super::words;
use crate::i18n::Lang;
use crate::record::{Event, Finding, NotChecked, Run, Severity, Summary};
use crate::text::sanitize;
use model::{
    Artifact, ArtifactLocation, Configuration, Descriptor, Driver, Invocation, Location, LogicalLocation, Notification,
    PhysicalLocation, Properties, Region, SarifResult, Text, Tool,
};
use std::collections::HashMap;
use std::io::{self, Write};

/// Where the schema of the format stands.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// Name of our fingerprint; a new way of computing it gets a new number.
const FINGERPRINT: &str = "zhengzi/v1";

/// Writes results as they come.
pub struct Sarif {
    output: Output,
    lang: Lang,
    rules: HashMap<String, usize>,
    begun: bool,
    results: u64,
    notifications: Vec<Notification>,
    summary: Summary,
}

impl Sarif {
    /// Starts a log.
    #[must_use]
    pub fn new(output: Output, lang: Lang) -> Self {
        let (rules, notifications, summary) = (HashMap::new(), Vec::new(), Summary::default());
        Self { output, lang, rules, begun: false, results: 0, notifications, summary }
    }

    /// Writes the head once, with every rule that ran.
    fn begin(&mut self, run: &Run) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        self.rules = run.rules.iter().enumerate().map(|(n, rule)| (rule.id.clone(), n)).collect();
        let rules = run.rules.iter().map(|rule| Descriptor {
            id: rule.id.clone(),
            name: rule.name.clone(),
            short_description: Text::new(if rule.title.is_empty() { &rule.name } else { &rule.title }),
            default_configuration: Configuration { level: level(rule.severity) },
        });
        let tool = Tool {
            driver: Driver {
                name: if run.tool.is_empty() { "zhengzi".to_owned() } else { run.tool.clone() },
                version: run.version.clone(),
                // The schema takes two letters and a country.
                language: match self.lang {
                    Lang::Zh => "zh-CN",
                    Lang::En => "en",
                },
                rules: rules.collect(),
                properties: Properties::of([
                    ("dataVersion", run.data_version.clone()),
                    ("dataHash", run.data_hash.clone()),
                    ("lawAsOf", run.date.clone()),
                    ("jurisdiction", run.jurisdiction.clone()),
                ]),
            },
        };
        write!(self.output, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":")?;
        serde_json::to_writer(&mut self.output, &tool)?;
        self.output.write_all(b",\"columnKind\":\"unicodeCodePoints\",\n\"results\":[")
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        self.begin(&Run::default())?;
        self.output.write_all(if self.results == 0 { b"\n" } else { b",\n" })?;
        self.results += 1;
        let result = SarifResult {
            rule_id: finding.rule.clone(),
            rule_index: self.rules.get(&finding.rule).copied(),
            level: level(finding.severity),
            message: Text::new(&label::message(finding, self.lang)),
            locations: [location(finding, self.lang)],
            partial_fingerprints: Properties::of([(FINGERPRINT, finding.fingerprint.clone())]),
            properties: Properties::of([
                ("severity", words::severity(finding.severity).get(Lang::En).to_lowercase()),
                ("suggestions", label::suggestions(finding, self.lang)),
                ("basis", label::bases(&finding.basis, self.lang, "\n")),
            ]),
        };
        Ok(serde_json::to_writer(&mut self.output, &result)?)
    }

    fn not_checked(&mut self, one: &NotChecked) {
        let place = [one.source.as_str(), one.scope.as_str()].map(sanitize::line).join(" ");
        let text = format!("{} {}", place.trim(), sanitize::line(&one.reason));
        self.notifications.push(Notification {
            level: if one.unreadable { "error" } else { "note" },
            message: Text::new(text.trim()),
        });
    }
}

impl Reporter for Sarif {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Run(run) => self.begin(run)?,
            Event::Finding(finding) => self.finding(finding)?,
            Event::NotChecked(one) => self.not_checked(one),
            Event::Summary(summary) => self.summary = summary.clone(),
            Event::Kept(_) => {}
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.begin(&Run::default())?;
        let artifacts = self.summary.inputs.iter().map(|input| Artifact {
            location: ArtifactLocation { uri: uri(&input.source) },
            length: (!input.hash.is_empty()).then_some(input.bytes),
            hashes: (!input.hash.is_empty()).then(|| Properties::of([("blake3", input.hash.clone())])),
        });
        let artifacts: Vec<_> = artifacts.collect();
        let whole = !self.summary.interrupted && self.notifications.iter().all(|one| one.level != "error");
        let invocation = Invocation {
            execution_successful: whole,
            tool_execution_notifications: std::mem::take(&mut self.notifications),
        };
        self.output.write_all(b"],\n\"artifacts\":")?;
        serde_json::to_writer(&mut self.output, &artifacts)?;
        self.output.write_all(b",\n\"invocations\":")?;
        serde_json::to_writer(&mut self.output, &[invocation])?;
        self.output.write_all(b"}]}\n")?;
        self.output.finish()
    }
}

/// The level of the format for a severity.
const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "error",
        Severity::Suspected => "warning",
        Severity::Advice | Severity::Notice => "note",
    }
}

/// Where a finding stands; within a cell lines and columns mean nothing to an editor, so its name says it.
fn location(finding: &Finding, lang: Lang) -> Location {
    let place = &finding.place;
    let in_list = label::in_list(place);
    let snippet = Text::new(&sanitize::line(&finding.text));
    let region = (!in_list).then(|| Region {
        start_line: place.line.max(1),
        start_column: place.column.max(1),
        end_column: place.column.max(1) + place.length,
        char_offset: place.offset,
        char_length: place.length,
        snippet,
    });
    let sheet = place.sheet.as_deref().map(|sheet| format!("{}!", sanitize::line(sheet))).unwrap_or_default();
    let logical = in_list.then(|| LogicalLocation {
        name: label::position(place, lang),
        fully_qualified_name: format!("{sheet}{}", label::position(place, lang)),
        kind: "cell",
    });
    Location {
        physical_location: PhysicalLocation { artifact_location: ArtifactLocation { uri: uri(&place.source) }, region },
        logical_locations: logical.into_iter().collect(),
    }
}

/// Makes a relative reference of a path (RFC 3986): what is not unreserved is escaped, byte for byte.
fn uri(source: &str) -> String {
    let mut uri = String::with_capacity(source.len());
    for byte in source.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("名单/a b.xlsx"), "%E5%90%8D%E5%8D%95/a%20b.xlsx");
        assert_eq!(uri(r"C:\x\y.txt"), "C%3A/x/y.txt");
    }
}
