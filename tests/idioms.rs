//! Altered idioms (CI-007): puns of our own making and texts in which there is none, by the dozen.
//!
//! The counts are bounds: what a change of tables or mechanism loses is seen here before anyone misses it.

#![allow(clippy::unwrap_used, missing_docs)]

use zhengzi::Session;
use zhengzi::document::Scene;
use zhengzi::i18n::Lang;
use zhengzi::lexicon::UserTerms;
use zhengzi::record::Finding;
use zhengzi::record::Severity;
use zhengzi::rule::Options;

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

#[test]
fn only_a_binding_norm_makes_a_violation() {
    let level = |jurisdiction: &str, facts: &[&str], scene: Scene| {
        let facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
        let options = Options { jurisdiction: jurisdiction.to_owned(), facts, ..Options::national(DATE) };
        let session = Session::new(options, &UserTerms::default(), None, Lang::Zh).unwrap();
        found(&session, "默默无蚊", scene).remove(0).severity
    };
    assert_eq!(level("hainan", &[], Scene::Advertisement), Severity::Violation);
    assert_eq!(level("hainan", &[], Scene::Signboard), Severity::Suspected);
    assert_eq!(level("national", &[], Scene::Advertisement), Severity::Suspected);
    // The notice on broadcasting was read in reports only.
    assert_eq!(level("national", &["broadcast"], Scene::Advertisement), Severity::Suspected);
    assert_eq!(level("hainan", &[], Scene::Document), Severity::Notice);
    assert_eq!(level("national", &[], Scene::Teaching), Severity::Notice);
}

#[test]
fn a_finding_says_what_is_exchanged_and_why_it_can_be() {
    let message = |text: &str, lang: Lang| {
        let session = Session::new(Options::national(DATE), &UserTerms::default(), None, lang).unwrap();
        found(&session, text, Scene::Advertisement).remove(0).message
    };
    assert!(message("默默无蚊", Lang::Zh).contains("“蚊”代“闻”，同音"));
    assert!(message("琴有独钟", Lang::Zh).contains("“琴”代“情”，近音"));
    assert!(message("e路顺风", Lang::Zh).contains("“e”代“一”，字母数字代字"));
    assert!(message("默默无蚊", Lang::En).contains("“蚊” for “闻”, same sound"));
}

#[test]
fn marks_and_blanks_between_the_characters_hide_nothing() {
    let session = Session::national(DATE).unwrap();
    for (text, hit, right) in [
        ("随心所“浴”，一身轻松", "随心所“浴”", "随心所欲"),
        ("“衣”见钟情", "“衣”见钟情", "一见钟情"),
        ("步 步 为 赢", "步 步 为 赢", "步步为营"),
        ("食　全　食　美", "食　全　食　美", "十全十美"),
        ("無胃不至", "無胃不至", "无微不至"),
    ] {
        let findings = found(&session, text, Scene::Signboard);
        assert_eq!(findings.len(), 1, "{text}");
        assert_eq!((findings[0].text.as_str(), findings[0].suggestions[0].as_str()), (hit, right));
    }
}

#[test]
fn running_text_is_asked_only_where_four_characters_stand_alone() {
    let session = Session::national(DATE).unwrap();
    let count = |text: &str| found(&session, text, Scene::Document).len();
    assert_eq!(count("那家店叫“衣见钟情”。"), 1);
    assert_eq!(count("那家叫衣见钟情的店已经关了。"), 0);
    // Two characters changed: too much for a text that is no slogan.
    assert_eq!(count("他说，食全食美，不过如此。"), 0);
}

#[test]
fn a_title_stands_as_it_is() {
    let session = Session::national(DATE).unwrap();
    assert!(found(&session, "影片《大开眼戒》", Scene::Advertisement).is_empty());
    assert_eq!(found(&session, "大开眼戒", Scene::Advertisement).len(), 1);
}

#[test]
fn a_saying_of_two_clauses_is_one_saying() {
    let session = Session::national(DATE).unwrap();
    for (text, hit, right) in [
        ("执子之手，与子携老", "执子之手，与子携老", "执子之手，与子偕老"),
        ("安全生产 人人有则", "安全生产 人人有则", "安全生产 人人有责"),
        ("种瓜得瓜、种豆得逗", "种瓜得瓜、种豆得逗", "种瓜得瓜、种豆得豆"),
        // Five characters are known by themselves.
        ("海内存知已，天涯若比临", "天涯若比临", "天涯若比邻"),
    ] {
        for scene in [Scene::Signboard, Scene::Document] {
            let findings = found(&session, text, scene);
            let one = findings.iter().find(|finding| finding.text == hit);
            assert!(one.is_some_and(|one| one.suggestions == [right]), "{text}: {findings:?}");
        }
    }
    for right in ["执子之手，与子偕老", "安全生产 人人有责", "种瓜得瓜、种豆得豆", "安全生产，教育先行"]
    {
        assert!(found(&session, right, Scene::Signboard).is_empty(), "{right}");
    }
}

#[test]
fn a_line_of_verse_is_known_by_what_is_left_of_it() {
    let session = Session::national(DATE).unwrap();
    for (text, right) in [
        ("水光涟漪晴方好", "水光潋滟晴方好"),
        ("引无数英雄竟折腰", "引无数英雄竞折腰"),
        ("白日放歌须纵洒", "白日放歌须纵酒"),
        ("桃花谭水深千尺", "桃花潭水深千尺"),
    ] {
        let findings = found(&session, text, Scene::Signboard);
        assert_eq!(findings.len(), 1, "{text}");
        assert_eq!((findings[0].text.as_str(), findings[0].suggestions[0].as_str()), (text, right));
    }
    // Whoever puts another word in its place means it; and editions differ.
    for text in
        ["不拘一格选人才", "飞入寻常平民家", "劝君更尽一杯茶", "劝君更进一杯酒", "惟见长江天际流", "唯见长江天际流"]
    {
        assert!(found(&session, text, Scene::Advertisement).is_empty(), "{text}");
    }
}
