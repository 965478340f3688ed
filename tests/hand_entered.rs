//! Every hand-entered wrong form comes with a sentence that proves it.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::HashSet;
use zhengzi::Session;
use zhengzi::document::Scene;

/// Of a hundred sentences so many must be found; the rest stand across word borders, where the program keeps silent.
const FOUND: usize = 99;

#[test]
fn examples_hold_the_wrong_form_once_and_it_is_found() {
    let session = Session::national("2026-11-23").unwrap();
    for table in ["misspellings", "misspelt-words", "homophone-words", "second-scheme-words"] {
        let path = format!("{}/dictionaries/words/{table}.tsv", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let columns: Vec<&str> =
            text.lines().find_map(|l| l.strip_prefix("# columns: ")).unwrap().split('\t').collect();
        let column = columns.iter().position(|c| *c == "example").unwrap();
        let rows: Vec<Vec<&str>> =
            text.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect();
        for row in &rows {
            assert_eq!(row[column].matches(row[0]).count(), 1, "{table}: {row:?}");
        }
        let all: String = rows.iter().map(|row| format!("{}\n\n", row[column])).collect();
        let findings = session.check_text(&all, Scene::Document);
        let lines: HashSet<u64> =
            findings.iter().filter(|f| f.rule.starts_with("CI-") || f.rule == "ZI-006").map(|f| f.place.line).collect();
        assert!(lines.len() * 100 >= rows.len() * FOUND, "{table}: {} of {} found", lines.len(), rows.len());
    }
}
