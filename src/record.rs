//! The run record: one stream of events, of which every report format is a view.
//!
//! The `jsonl` format *is* this stream, a line an event, so a stored record can be rendered again by
//! any later version. Keys may be added, never renamed (`contract.md`: schema 1).

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Version of the record format.
pub const SCHEMA: u32 = 1;

/// One line of the run record.
// A record is short-lived and mostly findings: boxing them would cost an allocation each.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// First: what was run, with which data, under which law.
    Run(Run),
    /// A violation, suspicion, advice or notice.
    Finding(Finding),
    /// A candidate that an exemption or a protected name kept from being reported.
    Kept(Kept),
    /// Something that was not looked at, with the reason.
    NotChecked(NotChecked),
    /// Last: the counts, which add up to the input.
    Summary(Summary),
}

/// What was run.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Run {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Program name, `zhengzi`.
    pub tool: String,
    /// Program version.
    pub version: String,
    /// Version of the rules and dictionaries.
    pub data_version: String,
    /// Hash of the compiled rules and dictionaries, hexadecimal.
    pub data_hash: String,
    /// Date whose law was applied, `2026-11-23`.
    pub date: String,
    /// Jurisdiction pack, `national` when none.
    pub jurisdiction: String,
    /// Scene asked for, `auto` when none.
    pub scene: String,
    /// Language of messages, `zh` or `en`.
    pub lang: String,
    /// The options that change the outcome, by name.
    pub options: BTreeMap<String, String>,
    /// Rules that ran, in order of their ids.
    pub rules: Vec<RuleInfo>,
    /// Dictionaries that were loaded.
    pub tables: Vec<TableInfo>,
    /// Assumptions the run made and a reader should know.
    #[serde(default)]
    pub assumptions: Vec<String>,
}

/// A rule as reports name it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RuleInfo {
    /// `ZI-001`.
    pub id: String,
    /// `traditional`.
    pub name: String,
    /// Title in the run's language: `繁体字`.
    pub title: String,
    /// Default severity.
    pub severity: Severity,
}

/// A dictionary as reports name it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TableInfo {
    /// `chars/trad-to-standard`, or a user's file.
    pub name: String,
    /// Title of the table.
    pub title: String,
    /// Norm or package it comes from.
    pub source: String,
    /// Licence of the source.
    pub licence: String,
    /// Version of the source.
    pub version: String,
    /// Rows.
    pub rows: usize,
}

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 提示: information is missing, or only worth a look.
    #[default]
    Notice,
    /// 建议: a recommended standard.
    Advice,
    /// 疑似: needs a person, or a fact we do not have.
    Suspected,
    /// 违规: a mandatory basis, and certain.
    Violation,
}

/// How sure the program is that the text is what the rule describes; independent of [`Severity`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A guess from weak context.
    Low,
    /// Context speaks for it.
    Medium,
    /// A table decides.
    #[default]
    High,
}

/// Whether a suggestion may be applied without a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FixSafety {
    /// One answer, and it is certain.
    Safe,
    /// One answer, but a person should look.
    Unsafe,
    /// Several answers, or none: shown, never applied.
    #[default]
    None,
}

/// The legal basis of a finding, as it stood on the run's date.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Basis {
    /// Stable id: `law:basic-use-signs`.
    pub id: String,
    /// Document: `国家通用语言文字法`.
    pub title: String,
    /// Article on the run's date: `第十五条第四项`; empty where the document has none.
    pub article: String,
    /// `mandatory`, `recommended` or `informative`.
    pub obligation: String,
    /// Whether the text was checked against the document itself.
    pub verified: bool,
    /// First day in force of the edition quoted, `2026-01-01`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
}

/// Where something stands. For a list all positions count within the cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Place {
    /// File as given on the command line, `-` for standard input, `--text` for an argument.
    pub source: String,
    /// Sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cell reference: `B7`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Row of a list as its file numbers it (the header is row 1 when it stands first).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// Column of a list: `名称`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Scene under which it was checked.
    pub scene: String,
    /// Line, from 1.
    pub line: u64,
    /// Column, from 1, in Unicode scalar values.
    pub column: u64,
    /// Scalar values before it, from 0.
    pub offset: u64,
    /// Scalar values it covers.
    pub length: u64,
    /// First byte in the decoded text.
    pub byte_start: u64,
    /// Byte after the last.
    pub byte_end: u64,
}

/// A reported candidate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Finding {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Rule id.
    pub rule: String,
    /// Rule name.
    pub name: String,
    /// Severity.
    pub severity: Severity,
    /// Confidence.
    pub confidence: Confidence,
    /// The text found.
    pub text: String,
    /// Standard forms, the likeliest first.
    pub suggestions: Vec<String>,
    /// Whether the suggestion may be applied.
    pub fix: FixSafety,
    /// What is wrong, in the run's language.
    pub message: String,
    /// Why this severity, or which fact would settle it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Legal bases, the binding one first; shared by all findings of a rule in a scene.
    pub basis: Arc<[Basis]>,
    /// The line or cell around it, shortened.
    pub context: String,
    /// Scalar values of `context` before the found text.
    #[serde(default)]
    pub context_offset: u64,
    /// Stable key of this finding across runs, hexadecimal.
    pub fingerprint: String,
    /// The other columns of the list row, by header; long rows and values are cut. Shared by the findings of a cell.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub row: Arc<[(String, String)]>,
}

fn is_empty(row: &Arc<[(String, String)]>) -> bool {
    row.is_empty()
}

/// A candidate that was not reported, and why.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Kept {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Rule id.
    pub rule: String,
    /// Rule name.
    pub name: String,
    /// The text.
    pub text: String,
    /// Machine form of the reason: `protected-name`, `fixed-phrase`, `person-name`, `place-name`, `address`, `title`, `classical`, `word-border`, `exemption`, `allow-list`, `legitimate-use`, `ignored`, `baseline`.
    pub why: String,
    /// The reason for people: `专名“乾县”`.
    pub reason: String,
    /// Basis of an exemption.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// The line or cell around it, shortened.
    pub context: String,
}

/// Something that was not looked at.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NotChecked {
    /// File, or empty for the whole run.
    pub source: String,
    /// Sheet, row, column, bytes: whatever narrows it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope: String,
    /// Machine form: `glyph`, `layout`, `unreadable`, `encoding`, `column`, `limit`, `skipped`, `min-severity`, `internal`.
    pub why: String,
    /// The reason for people, with what to do next.
    pub reason: String,
    /// Whether this is input that could not be read (exit status 3), not a limit of all text.
    pub unreadable: bool,
}

/// The counts of a run.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Inputs opened or tried: files, standard input, arguments.
    pub sources: u64,
    /// Inputs of which some or all could not be read.
    pub sources_unreadable: u64,
    /// Rows of lists: `records = records_clean + records_with_findings + records_unreadable`.
    pub records: u64,
    /// Rows in which nothing was reported.
    pub records_clean: u64,
    /// Rows with a finding of any severity.
    pub records_with_findings: u64,
    /// Rows that could not be read.
    pub records_unreadable: u64,
    /// Lines of texts (not of lists).
    pub lines: u64,
    /// Scalar values checked.
    pub characters: u64,
    /// Han characters checked: the denominator of error rates.
    pub han: u64,
    /// Findings.
    pub findings: u64,
    /// Findings by severity.
    pub by_severity: BTreeMap<Severity, u64>,
    /// Findings by rule id.
    pub by_rule: BTreeMap<String, u64>,
    /// Kept candidates.
    pub kept: u64,
    /// `not-checked` lines.
    pub not_checked: u64,
    /// The inputs, with their hashes, in input order.
    pub inputs: Vec<InputInfo>,
    /// Enterprise names of the texts, in their parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameParts>,
    /// Whether the run was interrupted before its end.
    #[serde(default)]
    pub interrupted: bool,
}

/// An enterprise name in its parts, in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NameParts {
    /// The name.
    pub name: String,
    /// Its parts.
    pub parts: Vec<NamePiece>,
}

/// A part of an enterprise name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NamePiece {
    /// `national`, `division`, `zone`, `trade-name`, `industry`, `form`, `branch` or `remark`.
    pub part: String,
    /// Its characters.
    pub text: String,
}

/// One input file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct InputInfo {
    /// As in [`Place::source`].
    pub source: String,
    /// `text`, `markdown`, `csv`, `xlsx`, …
    pub format: String,
    /// Encoding label for texts: `UTF-8`, `GB18030`; empty for others.
    pub encoding: String,
    /// Bytes read.
    pub bytes: u64,
    /// blake3 of the bytes, hexadecimal.
    pub hash: String,
    /// Rows of a list.
    pub records: u64,
    /// Findings in it.
    pub findings: u64,
}
