//! Lists of places: what a column means to the checker, and what one row says of another.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use proptest::prelude::*;
use std::sync::atomic::AtomicBool;
use zhengzi::Session;
use zhengzi::document::Scene;
use zhengzi::engine::{Emitter, Feed, SourceInfo, run};
use zhengzi::i18n::Lang;
use zhengzi::lexicon::UserTerms;
use zhengzi::read::{Input, Options, open};
use zhengzi::record::{Event, Finding, Run, Severity, Summary};
use zhengzi::rule;

const DATE: &str = "2026-11-23";

fn session(jurisdiction: &str) -> Session {
    let options = rule::Options { jurisdiction: jurisdiction.into(), ..rule::Options::national(DATE) };
    Session::new(options, &UserTerms::default(), None, Lang::Zh).unwrap()
}

/// Checks lists as files; findings of family DM and the summary.
fn check_files(files: &[&str], threads: usize) -> (Vec<Finding>, Summary) {
    let folder = tempfile::tempdir().unwrap();
    let mut feed = Vec::new();
    for (number, text) in files.iter().enumerate() {
        let path = folder.path().join(format!("{number}.csv"));
        std::fs::write(&path, text).unwrap();
        feed.push(Feed::Open(SourceInfo { name: format!("{number}.csv") }));
        feed.extend(open(&Input::File(path), &Options::default()).map(Feed::Part));
    }
    let mut findings = Vec::new();
    let mut sink = |event: &Event| {
        if let Event::Finding(finding) = event {
            findings.push(finding.clone());
        }
        Ok(())
    };
    let mut emitter = Emitter::start(Run::default(), Lang::Zh, &mut sink).unwrap();
    let checker = session("national").checker;
    run(&checker, &mut feed.into_iter(), &mut emitter, threads, &AtomicBool::new(false)).unwrap();
    let summary = emitter.finish(false).unwrap();
    findings.retain(|finding| finding.rule.starts_with("DM-"));
    (findings, summary)
}

/// Row, rule and severity of what is found in a list.
fn check(text: &str) -> Vec<(u64, String, Severity)> {
    let brief = |f: Finding| (f.place.record.unwrap(), f.rule, f.severity);
    check_files(&[text], 2).0.into_iter().map(brief).collect()
}

fn same(row: u64, severity: Severity) -> Vec<(u64, String, Severity)> {
    vec![(row, "DM-006".into(), severity)]
}

#[test]
fn two_streets_of_one_county_share_no_name() {
    let text = "地名代码,标准地名,区划\nA1,春风路,某市甲区\nA2,秋实路,某市甲区\nA3,春风路,某市甲区\n";
    let (findings, summary) = check_files(&[text], 2);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((finding.severity, finding.place.record), (Severity::Suspected, Some(4)));
    assert!(finding.message.contains("第2行“春风路”"), "{}", finding.message);
    let ids: Vec<&str> = finding.basis.iter().map(|basis| basis.id.as_str()).collect();
    assert_eq!(ids, ["reg:place-names-same-name-street"], "the clause about streets alone");
    assert_eq!((summary.records, summary.records_with_findings, summary.records_clean), (3, 1, 2));
}

#[test]
fn streets_of_two_counties_may_share_a_name() {
    assert_eq!(check("地名代码,标准地名,区划\nA1,春风路,某市甲区\nA3,春风路,某市乙区\n"), []);
    assert_eq!(check("标准地名,区划代码\n春风路,330106\n春枫路,330108\n"), []);
}

#[test]
fn a_street_listed_in_parts_is_one_street() {
    assert_eq!(check("标准地名,区县,街道,起止点\n春风路,甲区,一街道,东至西\n春风路,甲区,二街道,西至北\n"), []);
    assert_eq!(check("代码,标准地名,区县\n7,春风路,甲区\n7,春风路,甲区\n"), []);
    assert_eq!(check("标准地名,区县,起止点\n春风路,甲区,东至西\n春风路,甲区,东至西\n"), []);
}

#[test]
fn what_the_list_does_not_tell_apart_is_a_notice() {
    assert_eq!(check("标准地名,区县\n春风路,甲区\n春风路,甲区\n"), same(3, Severity::Notice));
}

#[test]
fn the_same_sound_is_advice() {
    assert_eq!(check("标准地名,区县\n春风路,甲区\n春枫路,甲区\n"), same(3, Severity::Advice));
    assert_eq!(check("标准地名,区县\n春风路,甲区\n春丰街,甲区\n"), [], "another generic");
    assert_eq!(check("标准地名,区县\n春风路,甲区\n春凤路,甲区\n"), [], "another tone");
}

#[test]
fn villages_are_compared_within_a_county_and_townships_within_a_province() {
    let villages = "地名,区县,乡镇\n和顺村,甲县,一镇\n和顺村,甲县,二镇\n和顺村,乙县,三镇\n";
    assert_eq!(check(villages), same(3, Severity::Suspected));
    let townships = "地名,省,区县\n和顺镇,某省,甲县\n和顺镇,某省,乙县\n和顺镇,他省,丙县\n";
    assert_eq!(check(townships), same(3, Severity::Suspected));
    let coded = "区划代码,地名\n330106101,和顺镇\n330108102,和顺镇\n350102101,和顺镇\n";
    assert_eq!(check(coded), same(3, Severity::Advice), "both exist");
}

#[test]
fn hills_and_signs_may_share_a_name() {
    assert_eq!(check("代码,地名\n1,凤凰山\n2,凤凰山\n"), []);
    assert_eq!(check("代码,地名,载体\n1,春风路,路牌\n2,春风路,路牌\n"), []);
    assert_eq!(check("代码,路牌名称\n1,春风路\n2,春风路\n"), []);
}

#[test]
fn each_file_is_a_list_of_its_own() {
    let text = "代码,标准地名,区县\n1,春风路,甲区\n";
    assert_eq!(check_files(&[text, "代码,标准地名,区县\n2,春风路,甲区\n"], 2).0.len(), 0);
}

#[test]
fn a_sign_is_no_list_entry() {
    let found = |carrier: &str| check(&format!("地名,载体\n和顺春天,{carrier}\n"));
    assert_eq!(found("名录"), [(2, "DM-002".to_owned(), Severity::Advice)]);
    assert_eq!(found("路牌"), []);
}

#[test]
fn turned_columns_are_checked_the_right_way_round() {
    let text = "地名,拼音\nManhadun Xiaoqu,曼哈顿小区\nRenmin Lu,人民路\n";
    assert_eq!(check(text), [(2, "DM-004".to_owned(), Severity::Suspected)]);
}

#[test]
fn numbers_that_count_are_no_names() {
    let rules = |name: &str| -> Vec<String> {
        let found = session("national").check_text(name, Scene::PlaceName);
        found.into_iter().filter(|f| f.rule == "DM-005").map(|f| f.text).collect()
    };
    for name in ["1203高地", "312国道", "5号线", "12号楼", "301医院", "G2高速公路", "第8中学", "7路", "3期", "T1航站楼"]
    {
        assert!(rules(name).is_empty(), "{name}: {:?}", rules(name));
    }
    assert_eq!(rules("1988小区"), ["1988"]);
    assert_eq!(rules("云锦+花园"), ["+"]);
    assert_eq!(rules("云锦•花园"), ["•"]);
}

#[test]
fn door_numbers_are_shanghais() {
    let found = |jurisdiction: &str| session(jurisdiction).check_text("春风路十二号", Scene::PlaceName).len();
    assert_eq!((found("national"), found("shanghai")), (0, 1));
}

/// Names that often meet.
fn names() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0_u8..6, 0_u8..3), 1..400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn threads_change_nothing(rows in names()) {
        const NAMES: [&str; 6] = ["春风路", "春枫路", "和顺村", "和顺镇", "秋实小区", "秋石小区"];
        const AREAS: [&str; 3] = ["甲区", "乙区", "丙县"];
        let row = |(n, (name, area)): (usize, &(u8, u8))| {
            // Long remarks, so that the list is handed on in several batches.
            format!("{n},{},{},{}\n", NAMES[usize::from(*name)], AREAS[usize::from(*area)], "备注".repeat(200))
        };
        let body: String = rows.iter().enumerate().map(row).collect();
        let text = format!("代码,标准地名,区县,名称\n{body}");
        let one = check_files(&[&text], 1);
        let four = check_files(&[&text], 4);
        prop_assert_eq!(&one.0, &four.0);
        prop_assert_eq!(one.1.records, rows.len() as u64);
        prop_assert_eq!(one.1.records_clean + one.1.records_with_findings, one.1.records);
    }
}
