//! Altered idioms (CI-007): puns of our own making and texts in which there is none, by the dozen.
//!
//! The counts are bounds: what a change of tables or mechanism loses is seen here before anyone misses it.

#![allow(clippy::unwrap_used, missing_docs)]

use zhengzi::Session;
use zhengzi::document::Scene;
use zhengzi::record::Finding;

const DATE: &str = "2026-11-23";

/// Altered and right form, with what stands around it on the sign or in the advertisement.
const ALTERED: &str = include_str!("fixtures/idioms/altered.tsv");
/// Scene and text in which nothing is altered.
const CLEAN: &str = include_str!("fixtures/idioms/clean.tsv");

fn found(session: &Session, text: &str, scene: Scene) -> Vec<Finding> {
    session.check_text(text, scene).into_iter().filter(|finding| finding.rule == "CI-007").collect()
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn nine_of_ten_puns_are_found_with_the_idiom() {
    let session = Session::national(DATE).unwrap();
    let (mut all, mut hit, mut named, mut missed) = (0, 0, 0, Vec::new());
    for row in rows(ALTERED) {
        let [scene, text, wrong, right] = row[..] else { panic!("four cells: {row:?}") };
        let findings = found(&session, text, Scene::parse(scene).unwrap());
        let one = findings.iter().find(|finding| finding.text == wrong);
        all += 1;
        hit += usize::from(one.is_some());
        let is_named = one.is_some_and(|finding| finding.suggestions.iter().any(|answer| answer == right));
        named += usize::from(is_named);
        if !is_named {
            missed.push(format!("{text} ({right}): {:?}", one.map(|finding| &finding.suggestions)));
        }
    }
    println!("{hit} of {all} found, {named} with the idiom; not so:\n{}", missed.join("\n"));
    assert!(all >= 120 && hit * 100 >= all * 90 && named * 100 >= hit * 95, "{hit} of {all} found, {named} named");
}

#[test]
fn what_is_not_altered_is_silent() {
    let session = Session::national(DATE).unwrap();
    let mut loud = Vec::new();
    let mut all = 0;
    for row in rows(CLEAN) {
        let [scene, text] = row[..] else { panic!("two cells: {row:?}") };
        all += 1;
        let findings = found(&session, text, Scene::parse(scene).unwrap());
        loud.extend(findings.iter().map(|finding| format!("{text}: {} {:?}", finding.text, finding.suggestions)));
    }
    assert!(all >= 120, "{all} texts");
    assert!(loud.is_empty(), "\n{}", loud.join("\n"));
}
