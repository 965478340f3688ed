//! `rules`, `explain` and `lookup`.

use crate::Story;
use serde_json::Value;

fn out(arguments: &[&str]) -> String {
    let done = Story::new().run(arguments);
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{arguments:?}");
    done.out
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&out(arguments)).unwrap()
}

#[test]
fn the_catalogue_lists_every_rule() {
    let all = out(&["rules"]);
    assert_eq!(all, out(&["rules", "list"]));
    assert!(all.contains("ZI-001  ") && all.contains("CI-003") && all.contains("未启用"), "{all}");
    let family = out(&["rules", "list", "CI"]);
    assert!(family.contains("CI-002") && !family.contains("ZI-001"));
    assert!(json(&["rules", "list", "--json"]).as_array().unwrap().iter().all(|rule| rule["id"].is_string()));
    assert_eq!(Story::new().run(&["rules", "list", "XX"]).code, Some(2));
}

#[test]
fn a_rule_shows_everything() {
    let page = out(&["rules", "show", "ZI-001", "--date", "2025-12-31"]);
    for word in ["traditional", "第十四条第三项", "招牌标牌：违规", "文物古迹", "例子", "chars/trad-to-standard"]
    {
        assert!(page.contains(word), "{word}: {page}");
    }
    let rule = json(&["rules", "show", "traditional", "--json", "--jurisdiction", "hainan"]);
    let bases = rule["scenes"]["signboard"]["basis"].as_array().unwrap();
    assert!(bases.iter().any(|basis| basis["id"] == "hainan:signs"), "{bases:?}");
}

#[test]
fn a_rule_is_explained_to_people() {
    let page = out(&["explain", "zi-001"]);
    for word in
        ["为什么", "《国家通用语言文字法》第十五条第四项", "可以保留的情形", "证明材料", "--allow", "--ignore ZI-001"]
    {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(out(&["explain", "ZI-001", "--lang", "en"]).contains("What to do"));
    let unknown = Story::new().run(&["explain", "ZI-999"]);
    assert!(unknown.code == Some(2) && unknown.err.contains("没有“ZI-999”这条规则"), "{unknown:?}");
}

#[test]
fn a_character_is_looked_up_in_both_directions() {
    let traditional = out(&["lookup", "國"]);
    assert!(
        traditional.contains("U+570B") && traditional.contains("國 → 国") && traditional.contains("ZI-001"),
        "{traditional}"
    );
    let standard = out(&["lookup", "国"]);
    assert!(
        standard.contains("一级字")
            && standard.contains("第 1081 号")
            && standard.contains("國 → 国")
            && standard.contains("guó"),
        "{standard}"
    );
    let limited = out(&["lookup", "瞭"]);
    assert!(limited.contains("瞭望") && limited.contains("明瞭"), "{limited}");
    let rare = json(&["lookup", "𬬻", "--json"]);
    assert_eq!((&rare[0]["standard"], &rare[0]["code"]), (&true.into(), &"U+2CB3B".into()));
}

#[test]
fn the_sound_of_characters_words_and_names_is_shown() {
    let surname = out(&["lookup", "单"]);
    assert!(surname.contains("dān chán shàn（《通用规范汉字字典》）") && surname.contains("姓氏"), "{surname}");
    let word = json(&["lookup", "重庆", "--json"]);
    assert_eq!(
        (&word[0]["sound"]["reading"], &word[0]["sound"]["spelling"]),
        (&"chóng qìng".into(), &"Chóngqìng".into())
    );
    assert_eq!(word[1]["sound"]["source"], "kTGHZ2013");
    assert!(out(&["lookup", "六安"]).contains("Lù'ān"));
    assert!(out(&["lookup", "國"]).contains("guó（表外字"));
}

#[test]
fn what_steers_a_terminal_is_not_sent_there_by_a_look_up() {
    for hidden in ["\u{7}", "\u{202e}"] {
        let page = out(&["lookup", hidden, "--color", "always"]);
        assert!(page.contains("ZI-014") && !page.contains(hidden), "{page:?}");
    }
}

#[test]
fn words_are_looked_up_with_their_characters() {
    let page = out(&["lookup", "百页窗"]);
    assert!(page.contains("百页窗 → 百叶窗") && page.contains("CI-002") && page.contains("页  U+9875"), "{page}");
    assert!(out(&["lookup", "百叶窗"]).contains("百页窗 → 百叶窗"));
    let several = json(&["lookup", "国", "麵", "--json"]);
    assert_eq!(several.as_array().unwrap().len(), 2);
    let hostile = out(&["lookup", "\u{202e}"]);
    assert!(hostile.contains("<U+202E>"), "{hostile}");
}
