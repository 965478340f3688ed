//! Advertisements (AD) and labels (SP): sentences of our own in wrong and clean pairs, written before the tables, and
//! slogans that everybody knows.
//!
//! The counts are bounds: what a change of tables or mechanism loses is seen here before anyone misses it.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use regex::Regex;
use std::collections::BTreeMap;
use zhengzi::Session;
use zhengzi::check::Sight;
use zhengzi::document::{Document, Scene};
use zhengzi::engine::DocumentReport;
use zhengzi::i18n::Lang;
use zhengzi::lexicon::UserTerms;
use zhengzi::record::{Finding, Kept, Severity};
use zhengzi::rule::{Options, broken_pattern};

const DATE: &str = "2026-11-23";
const SENTENCES: &str = include_str!("fixtures/advertisements/sentences.tsv");
const SLOGANS: &str = include_str!("fixtures/advertisements/slogans.txt");
const PLAIN: &str = include_str!("fixtures/advertisements/plain.txt");
const LABELS: &str = include_str!("fixtures/advertisements/labels.tsv");

fn session(date: &str, jurisdiction: &str, lang: Lang) -> Session {
    let options = Options { jurisdiction: jurisdiction.into(), ..Options::national(date) };
    Session::new(options, &UserTerms::default(), None, lang).unwrap()
}

fn check(session: &Session, text: &str, scene: Scene) -> DocumentReport {
    let mut checker = session.checker.clone();
    checker.scene = Some(scene);
    let document = Document { text: text.to_owned().into(), ..Document::default() };
    checker.check(&document, &mut Sight::default())
}

fn found(session: &Session, text: &str, scene: Scene) -> Vec<Finding> {
    check(session, text, scene).findings.into_iter().map(|(_, finding)| finding).collect()
}

fn kept(session: &Session, text: &str) -> Vec<Kept> {
    check(session, text, Scene::Advertisement).kept.into_iter().map(|(_, kept)| kept).collect()
}

/// What a sentence expects.
struct Sentence<'a> {
    id: &'a str,
    scene: Scene,
    text: &'a str,
    rule: &'a str,
    wrong: &'a str,
    level: &'a str,
    ground: &'a str,
    date: &'a str,
}

fn sentences() -> impl Iterator<Item = Sentence<'static>> {
    SENTENCES.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let [id, scene, text, rule, wrong, level, ground, date] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("eight cells: {line}")
        };
        let date = if date.is_empty() { DATE } else { date };
        Sentence { id, scene: Scene::parse(scene).unwrap(), text, rule, wrong, level, ground, date }
    })
}

/// Sessions by day, made once.
#[derive(Default)]
struct Days(BTreeMap<String, Session>);

impl Days {
    fn on(&mut self, date: &str) -> &Session {
        self.0.entry(date.to_owned()).or_insert_with(|| session(date, "national", Lang::Zh))
    }
}

#[test]
fn wrong_sentences_are_found_at_their_words_and_levels() {
    let mut days = Days::default();
    let (mut all, mut hit, mut exact, mut loud, mut missed) = (0, 0, 0, 0, Vec::new());
    for s in sentences().filter(|s| s.rule != "clean") {
        let findings = found(days.on(s.date), s.text, s.scene);
        let level = |f: &Finding| serde_json::to_value(f.severity).unwrap() == s.level;
        let right =
            |f: &Finding| f.rule == s.rule && (f.text.contains(s.wrong) || s.wrong.contains(&f.text)) && level(f);
        all += 1;
        let is_hit = findings.iter().any(right);
        hit += usize::from(is_hit);
        exact += usize::from(findings.iter().any(|f| right(f) && f.text == s.wrong));
        let grave = |f: &&Finding| f.severity >= Severity::Suspected;
        loud += findings.iter().filter(grave).filter(|f| !right(f) && f.rule != s.rule).count();
        if !is_hit {
            let got: Vec<String> = findings.iter().map(|f| format!("{} {} {:?}", f.rule, f.text, f.severity)).collect();
            missed.push(format!("{} {} ({} {} {}): {got:?}", s.id, s.text, s.rule, s.wrong, s.level));
        }
    }
    println!("recall {hit}/{all}, {exact} exact, {loud} findings of other rules; missed:\n{}", missed.join("\n"));
    assert!(all >= 140 && hit * 100 >= all * 90, "{hit} of {all}");
    // What other rules say beside the expected finding counts against the precision as a false alarm would.
    assert!(loud * 100 <= hit * 5, "{loud} findings of other rules beside {hit}");
}

#[test]
fn clean_sentences_are_silent_and_kept_on_their_grounds() {
    let mut days = Days::default();
    let (mut all, mut grounds, mut agreed, mut loud, mut other) = (0, 0, 0, Vec::new(), Vec::new());
    for s in sentences().filter(|s| s.rule == "clean") {
        let session = days.on(s.date);
        let report = check(session, s.text, s.scene);
        all += 1;
        let findings = report.findings.iter().map(|(_, f)| f);
        loud.extend(findings.map(|f| format!("{} {}: {} {} {:?}", s.id, s.text, f.rule, f.text, f.severity)));
        if s.ground.is_empty() {
            continue;
        }
        let known = session.checker.registry.knowledge.exemptions.iter().find(|e| e.id == s.ground).expect(s.ground);
        let on: Vec<&Kept> = report.kept.iter().map(|(_, k)| k).filter(|k| k.why == "shown").collect();
        grounds += 1;
        let is_agreed = on.iter().any(|k| k.reason.ends_with(&known.title.zh));
        agreed += usize::from(is_agreed);
        if !is_agreed {
            other.push(format!(
                "{} {} ({}): {:?}",
                s.id,
                s.text,
                s.ground,
                on.iter().map(|k| &k.reason).collect::<Vec<_>>()
            ));
        }
    }
    println!("{} of {all} clean sentences with findings:\n{}", loud.len(), loud.join("\n"));
    println!("{agreed} of {grounds} kept on the ground expected; not so:\n{}", other.join("\n"));
    assert!(all >= 180 && loud.is_empty(), "\n{}", loud.join("\n"));
    assert!(agreed == grounds, "{agreed} of {grounds}:\n{}", other.join("\n"));
}

#[test]
fn slogans_and_everyday_advertisements_are_silent() {
    let session = session(DATE, "national", Lang::Zh);
    let (mut all, mut loud) = (0, Vec::new());
    for text in SLOGANS.lines().chain(PLAIN.lines()).filter(|line| !line.starts_with('#')) {
        all += 1;
        let findings = found(&session, text, Scene::Advertisement);
        loud.extend(findings.iter().map(|f| format!("{text}: {} {} {:?}", f.rule, f.text, f.severity)));
    }
    assert!(all >= 300, "{all}");
    assert!(loud.is_empty(), "\n{}", loud.join("\n"));
}

#[test]
fn every_expression_of_the_rules_compiles() {
    let knowledge = &session(DATE, "national", Lang::Zh).checker.registry.knowledge;
    let broken: Vec<_> = knowledge.rules.iter().filter_map(broken_pattern).collect();
    assert!(broken.is_empty(), "{broken:?}");
    for exemption in &knowledge.exemptions {
        for source in exemption.contexts.iter().chain(&exemption.leads).chain(&exemption.hints) {
            assert!(Regex::new(source).is_ok(), "{}: {source}", exemption.id);
        }
    }
}

#[test]
fn labels_are_judged_by_their_columns() {
    let session = session(DATE, "national", Lang::Zh);
    let mut lines = LABELS.lines();
    let header: Vec<String> = lines.next().unwrap().split('\t').map(str::to_owned).collect();
    let columns = &header[1..header.len() - 1];
    let mut all = 0;
    for line in lines {
        let (row, expected) = line.rsplit_once('\t').unwrap();
        let findings = session.check_columns(row, columns, Scene::ProductName);
        let rules: Vec<&str> =
            findings.iter().map(|f| f.rule.as_str()).filter(|rule| rule.starts_with("SP-")).collect();
        let expected: Vec<&str> = expected.split(' ').filter(|rule| !rule.is_empty()).collect();
        assert_eq!(rules, expected, "{line}");
        assert!(
            findings.iter().all(|f| f.severity <= Severity::Suspected),
            "unread standards make no violation: {line}"
        );
        all += 1;
    }
    assert!(all >= 16);
}

#[test]
fn only_an_advertisement_is_asked_about_claims() {
    let session = session(DATE, "national", Lang::Zh);
    for scene in Scene::ALL.into_iter().filter(|scene| *scene != Scene::Advertisement) {
        let findings = found(&session, "国家级品质，理财产品保本保息", scene);
        assert!(!findings.iter().any(|f| f.rule.starts_with("AD-")), "{scene:?}: {findings:?}");
    }
}

#[test]
fn a_finding_cites_the_law_of_its_day_and_a_fine_only_if_it_was_read() {
    let one = |date: &str| found(&session(date, "national", Lang::Zh), "全城最佳楼盘", Scene::Advertisement).remove(0);
    let articles = |f: &Finding| f.basis.iter().map(|b| (b.id.clone(), b.article.clone())).collect::<Vec<_>>();
    let now = one(DATE);
    assert!(articles(&now).contains(&("law:ad-absolute".into(), "第九条第三项".into())));
    let fines =
        |f: &Finding| f.basis.iter().filter(|b| b.id.contains("penalty")).map(|b| b.verified).collect::<Vec<_>>();
    assert_eq!(fines(&now), [true]);
    // Before the guideline nothing was exempt by it, and nothing cites it.
    let before = session("2022-06-01", "national", Lang::Zh);
    let early = found(&before, "最佳赏味期七天", Scene::Advertisement);
    assert_eq!(early.iter().map(|f| f.text.as_str()).collect::<Vec<_>>(), ["最佳"]);
    assert!(early[0].basis.iter().all(|b| b.id != "guide:ad-absolute"));
    // The language law's articles moved on 2026-01-01, in advertisements and on labels too.
    let characters = |date: &str, scene| {
        let finding = found(&session(date, "national", Lang::Zh), "鮮榨橙汁", scene).remove(0);
        finding.basis[0].article.clone()
    };
    assert_eq!(characters("2025-12-31", Scene::Advertisement), "第十四条第三项");
    assert_eq!(characters("2026-01-01", Scene::Advertisement), "第十五条第四项");
    assert_eq!(characters("2025-12-31", Scene::ProductName), "第十四条第五项");
    assert_eq!(characters("2026-01-01", Scene::ProductName), "第十五条第六项");
}

#[test]
fn a_label_cites_the_standard_of_its_day() {
    let article = |date: &str| {
        let columns = ["中文字高".to_owned(), "拼音字高".to_owned()];
        let found = session(date, "national", Lang::Zh).check_columns("红枣\t3\t4", &columns, Scene::ProductName);
        found[0].basis[0].article.clone()
    };
    assert_eq!(article("2027-03-15"), "GB 7718-2011");
    assert_eq!(article("2027-03-16"), "GB 7718-2025");
}

#[test]
fn a_city_adds_its_own_basis() {
    let cites = |jurisdiction: &str, scene, id: &str| {
        let finding = found(&session(DATE, jurisdiction, Lang::Zh), "幸福里飯店", scene).remove(0);
        finding.basis.iter().any(|basis| basis.id == id && basis.verified)
    };
    assert!(cites("chengdu", Scene::Signboard, "chengdu:signs"));
    assert!(!cites("national", Scene::Signboard, "chengdu:signs"));
    assert!(cites("ningbo", Scene::PlaceName, "ningbo:place-names"));
}

#[test]
fn a_stated_ground_lifts_what_no_sentence_shows() {
    let session = session(DATE, "hainan", Lang::Zh);
    let lifted = |tag: &str| session.check_exempted("全城最佳楼盘", Scene::Advertisement, tag).is_empty();
    assert!(lifted("奖项称号") && lifted("ad-fact"));
    // Old brands and trade marks are exempt from standard characters, not from what an advertisement may claim.
    assert!(!lifted("老字号") && !lifted("注册商标"));
}

#[test]
fn a_registered_mark_on_a_label_is_let_stand_and_on_a_sign_is_not() {
    let session = session(DATE, "national", Lang::Zh);
    assert!(session.check_exempted("鮮榨橙汁", Scene::ProductName, "注册商标").is_empty());
    assert!(!session.check_exempted("鮮榨橙汁", Scene::Signboard, "注册商标").is_empty());
}

#[test]
fn reasons_read_in_both_languages() {
    let reason = |lang| kept(&session(DATE, "national", lang), "最佳赏味期七天").remove(0).reason;
    assert!(reason(Lang::Zh).starts_with("句内可见豁免：使用方法、使用时间"), "{}", reason(Lang::Zh));
    assert!(reason(Lang::En).starts_with("exempt by its sentence: Advice on use"), "{}", reason(Lang::En));
}
