//! The objects of SARIF 2.1.0 that a log of ours has, under the names of the standard.

use serde::Serialize;
use std::collections::BTreeMap;

/// A message (3.11).
#[derive(Serialize)]
pub struct Text {
    text: String,
}

impl Text {
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned() }
    }
}

/// Names with values: a property bag (3.8), fingerprints (3.27.17) or hashes (3.24.11). Empty values are left out.
#[derive(Serialize)]
pub struct Properties(BTreeMap<&'static str, String>);

impl Properties {
    pub fn of<const N: usize>(pairs: [(&'static str, String); N]) -> Self {
        Self(pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect())
    }
}

/// A tool (3.18).
#[derive(Serialize)]
pub struct Tool {
    pub driver: Driver,
}

/// A tool component (3.19).
#[derive(Serialize)]
pub struct Driver {
    pub name: String,
    pub version: String,
    pub language: &'static str,
    pub rules: Vec<Descriptor>,
    pub properties: Properties,
}

/// A reporting descriptor (3.49): a rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    pub id: String,
    pub name: String,
    pub short_description: Text,
    pub default_configuration: Configuration,
}

/// A reporting configuration (3.50).
#[derive(Serialize)]
pub struct Configuration {
    pub level: &'static str,
}

/// A result (3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SarifResult {
    pub rule_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule_index: Option<usize>,
    pub level: &'static str,
    pub message: Text,
    pub locations: [Location; 1],
    pub partial_fingerprints: Properties,
    pub properties: Properties,
}

/// A location (3.28).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    pub physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub logical_locations: Vec<LogicalLocation>,
}

/// A physical location (3.29).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation {
    pub artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}

/// An artifact location (3.4).
#[derive(Serialize)]
pub struct ArtifactLocation {
    pub uri: String,
}

/// A region (3.30); the end column is the one after the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: u64,
    pub start_column: u64,
    pub end_column: u64,
    pub char_offset: u64,
    pub char_length: u64,
    pub snippet: Text,
}

/// A logical location (3.33).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogicalLocation {
    pub name: String,
    pub fully_qualified_name: String,
    pub kind: &'static str,
}

/// An artifact (3.24).
#[derive(Serialize)]
pub struct Artifact {
    pub location: ArtifactLocation,
    /// Left out, as the hash is, where the file could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hashes: Option<Properties>,
}

/// An invocation (3.20).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation {
    pub execution_successful: bool,
    pub tool_execution_notifications: Vec<Notification>,
}

/// A notification (3.58).
#[derive(Serialize)]
pub struct Notification {
    pub level: &'static str,
    pub message: Text,
}
