//! Exceptions: comments, cells, the configuration.

use crate::{Done, Story};
use serde_json::Value;

fn of_type(done: &Done, kind: &str) -> Vec<Value> {
    done.events().into_iter().filter(|event| event["type"] == kind).collect()
}

/// Rule and line of the findings.
fn findings(done: &Done) -> Vec<(String, u64)> {
    let one = |event: Value| (event["rule"].as_str().unwrap().to_owned(), event["line"].as_u64().unwrap());
    of_type(done, "finding").into_iter().map(one).collect()
}

/// Reasons of what was kept.
fn kept(done: &Done) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    of_type(done, "kept").iter().map(|event| (text(&event["why"]), text(&event["reason"]))).collect()
}

fn check(name: &str, text: &str, arguments: &[&str]) -> Done {
    let story = Story::new();
    story.file(name, text).run(&[&["check", name, "--scene", "signboard", "--format", "jsonl"], arguments].concat())
}

#[test]
fn a_comment_keeps_its_own_line_or_the_next_with_text() {
    let ignored = ("ignored".to_owned(), "已忽略，理由：书法题名（至 2046-06-30）".to_owned());
    for (name, text) in [
        ("一.txt", "城南麵店 <!-- zhengzi: ignore ZI-001 -- 书法题名 until 2046-06-30 -->\n城北麵店\n"),
        ("二.md", "<!-- zhengzi: ignore traditional -- 书法题名 until 2046-06-30 -->\n城南麵店\n\n城北麵店\n"),
        ("三.txt", "# 正字：忽略 ZI，理由：书法题名，至2046年6月30日\r\n\r\n城南麵店\r\n城北麵店\r\n"),
        (
            "四.txt",
            "// zhengzi: ignore CI,ZI-001 -- 书法题名 until 2046-06-30\n// zhengzi: ignore CI-003 -- 别的\n城南麵店\n城北麵店",
        ),
    ] {
        let done = check(name, text, &[]);
        assert_eq!(kept(&done), std::slice::from_ref(&ignored), "{name}");
        let line = text.lines().position(|line| line.starts_with("城北")).unwrap() as u64 + 1;
        assert_eq!(findings(&done), [("ZI-001".to_owned(), line)], "{name}");
        assert_eq!((done.code, done.summary()["kept"].as_u64()), (Some(1), Some(1)));
    }
}

#[test]
fn a_whole_file_is_excepted_from_its_comment_on() {
    let done = check("店.txt", "麵\n<!-- zhengzi: ignore-file ZI-001 -- 旧店招照录 -->\n麵\n麵\n", &[]);
    assert_eq!((findings(&done), kept(&done).len()), (vec![("ZI-001".to_owned(), 1)], 2));
    assert_eq!(check("店.txt", "# 正字：全文忽略 ZI，理由：旧店招照录\n麵\n麵\n", &[]).code, Some(0));
}

#[test]
fn a_comment_at_the_end_of_a_part_is_about_the_next() {
    let filler = "城南面店\n".repeat(15_000);
    // A reader hands on 256 KiB at once; that place lies in the blank lines between some comment and what it is about.
    let pair = format!("<!-- zhengzi: ignore ZI-001 -- 书法题名 -->\n{}麵\n", "\n".repeat(400));
    let done = check("长.txt", &format!("{filler}{}麵\n", pair.repeat(300)), &[]);
    assert_eq!(findings(&done), [("ZI-001".to_owned(), 15_000 + 300 * 402 + 1)]);
    assert_eq!(kept(&done).len(), 300);
}

#[test]
fn exceptions_that_do_nothing_are_findings_at_their_comment() {
    let cases = [
        ("<!-- zhengzi: ignore ZI-001 -- 题名 -->\n面", "META-011"),
        ("<!-- zhengzi: ignore ZI-001 -- 题名 until 2026-01-01 -->\n麵", "META-012"),
        ("<!-- zhengzi: ignore ZI-001 -->\n麵", "META-013"),
        ("<!-- zhengzi: ignore ZI-999 -- 题名 -->\n麵", "META-014"),
        ("<!-- zhengzi: ignore ZI-001 -- 题名 until 明天 -->\n麵", "META-014"),
        ("<!-- zhengzi: exempt 老字号 -- 百年老店 -->\n麵", "META-014"),
    ];
    for (text, rule) in cases {
        let done = check("店.txt", text, &["--date", "2026-11-23"]);
        let meta: Vec<_> = findings(&done).into_iter().filter(|(id, _)| id.starts_with("META")).collect();
        assert_eq!(meta, [(rule.to_owned(), 1)], "{text}");
        let still = findings(&done).iter().any(|(id, _)| id == "ZI-001");
        assert_eq!(still, text.contains('麵'), "{text}");
    }
    // What no rule of the run could have found is not called unused.
    let other = check("店.txt", "<!-- zhengzi: ignore ZI-001 -- 题名 -->\n面", &["--select", "CI,META"]);
    assert_eq!(findings(&other), []);
    // The same tag is a fact where the law of the place knows it.
    let hainan = check("店.txt", "<!-- zhengzi: exempt 老字号 -- 百年老店 -->\n麵", &["--jurisdiction", "hainan"]);
    assert_eq!((hainan.code, kept(&hainan).len()), (Some(0), 1));
}

#[test]
fn comments_are_not_checked_and_prose_is_no_comment() {
    let done = check("店.txt", "城南麵店 <!-- zhengzi: ignore ZI-001 -- 匾上是“麵”字 -->\n", &[]);
    assert_eq!((findings(&done).len(), kept(&done).len()), (0, 1));
    let code = "```\n<!-- zhengzi: ignore ZI-001 -- 例子 -->\n```\n\n麵\n";
    assert_eq!(findings(&check("说明.md", code, &[])), [("ZI-001".to_owned(), 5)]);
}

#[test]
fn facts_of_the_law_are_stated_with_a_reason() {
    let done = check("店.txt", "聚賢居 <!-- zhengzi: exempt hand -- 王某题写，2019 年照片 -->\n", &[]);
    assert_eq!(kept(&done), [("exemption".to_owned(), "已注明题词和招牌的手书字：王某题写，2019 年照片".to_owned())]);
    let event = &of_type(&done, "kept")[0];
    assert_eq!(event["basis"][0]["id"], "law:traditional-exceptions-hand");
    // A fact lifts only the rules that the law says: misspellings stay.
    let other = check("店.txt", "<!-- zhengzi: exempt surname -- 姓氏 -->\n聚賢居", &[]);
    let rules: Vec<_> = findings(&other).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["ZI-001", "META-011"]);
}

#[test]
fn rows_of_a_list_have_a_column_and_add_up() {
    let list =
        "招牌名称,忽略\n城南麵店,ZI-001 -- 书法题名\n城北麵店,\n城西面店,ZI-001，理由：书法题名\n城南麵,ZI-001\n";
    let done = check("店.csv", list, &[]);
    let found: Vec<(String, u64)> = of_type(&done, "finding")
        .iter()
        .map(|event| (event["rule"].as_str().unwrap().to_owned(), event["record"].as_u64().unwrap()))
        .collect();
    let want = [("ZI-001", 3), ("META-011", 4), ("ZI-001", 5), ("META-013", 5)].map(|(id, row)| (id.to_owned(), row));
    assert_eq!(found, want);
    let summary = done.summary();
    let counts = ["records", "records_clean", "records_with_findings"].map(|key| summary[key].as_u64().unwrap());
    assert_eq!((counts, kept(&done).len()), ([4, 1, 3], 1));
    let meta = &of_type(&done, "finding")[1];
    assert_eq!((&meta["field"], &meta["text"]), (&"忽略".into(), &"ZI-001，理由：书法题名".into()));
}

#[test]
fn the_configuration_excepts_by_file_text_and_day() {
    let story = Story::new();
    story.file("名单/店.txt", "城南麵店\n國大酒店\n").file("别.txt", "城南麵店\n");
    story.file(
        "zhengzi.toml",
        "[[ignore]]\nrule = \"ZI\"\npath = \"名单/*.txt\"\ntext = \"麵店\"\nreason = \"书法题名\"\n\
         [[exempt]]\ntag = \"文物\"\ntext = \"國\"\nreason = \"1926 年建\"\nuntil = 2046-12-31\n",
    );
    let run = |path: &str| story.run(&["check", path, "--format", "jsonl", "--scene", "signboard"]);
    let done = run("名单/店.txt");
    let why: Vec<_> = kept(&done).into_iter().map(|(why, _)| why).collect();
    assert_eq!((done.code, why), (Some(0), vec!["ignored".to_owned(), "exemption".to_owned()]), "{done:?}");
    let other = run("别.txt");
    assert_eq!(findings(&other).len(), 1);
    assert!(other.err.contains("配置里有 2 条忽略或豁免没有用上：ZI 名单/*.txt 麵店；文物 國"), "{}", other.err);
    let shown = story.run(&["config", "show"]).out;
    assert!(
        shown.contains("ignore = [{ rule = [\"ZI\"], path = \"名单/*.txt\"") && shown.contains("exempt = [{ tag"),
        "{shown}"
    );

    for (text, words) in [
        ("[[ignore]]\nrule = \"ZI\"\n", "理由：reason"),
        ("[[ignore]]\nreason = \"题名\"\n", "忽略哪条规则：rule"),
        ("[[ignore]]\nrule = \"ZI-999\"\nreason = \"题名\"\n", "没有“ZI-999”这条规则"),
        ("[[exempt]]\ntag = \"老店\"\nreason = \"百年\"\n", "“老店”不是本地区的豁免情形"),
    ] {
        let wrong = story.file("zhengzi.toml", text).run(&["check", "别.txt"]);
        assert!(wrong.code == Some(2) && wrong.err.contains(words), "{wrong:?}");
    }
}

#[test]
fn a_finding_names_the_facts_that_would_settle_it() {
    let level = |text: &str| {
        let done = check("店.txt", text, &[]);
        let found = of_type(&done, "finding")
            .into_iter()
            .find(|event| event["rule"] == "ZI-001")
            .unwrap_or_else(|| panic!("{done:?}"));
        (found["severity"].as_str().unwrap().to_owned(), found["note"].as_str().unwrap().to_owned())
    };
    let (severity, note) = level("聚賢居酒店");
    assert_eq!(
        (severity.as_str(), note.as_str()),
        ("violation", "如属文物、书法、手书、出版需要、批准、引文，请在名单的“豁免”列、注释或者配置中注明")
    );
    for text in ["聚賢居 启功题", "林則徐故居", "聚賢居 丙午年春", "德興堂 中华老字号"] {
        let (severity, note) = level(text);
        assert!(severity == "suspected" && note.contains("请核实") && note.contains("手书"), "{text}: {note}");
    }
    for text in ["二手書店", "期末试題", "專門聯系", "口碑記憶", "數學試題", "百年書"] {
        assert_eq!(level(text).0, "violation", "{text}");
    }
}

#[test]
fn what_is_said_of_exceptions_can_be_excepted_too() {
    let story = Story::new();
    story.file("店.txt", "<!-- zhengzi: ignore ZI-001 -- 题名 -->\n面\n");
    story.file("店.csv", "招牌名称,忽略\n城南面店,ZI-001 -- 题名\n");
    story.file("zhengzi.toml", "[[ignore]]\nrule = \"META\"\nreason = \"旧稿\"\n");
    for name in ["店.txt", "店.csv"] {
        let done = story.run(&["check", name, "--format", "jsonl"]);
        assert_eq!((done.code, kept(&done).len()), (Some(0), 1), "{done:?}");
        assert!(!done.err.contains("没有用上"), "{}", done.err);
    }
}

#[test]
fn thousands_of_exceptions_take_no_time() {
    let start = std::time::Instant::now();
    // Every comment is about the same line, every one is about the file, and every one has names of its own.
    let line: String = (0..4000).map(|n| format!("<!-- zhengzi: ignore ZI-001 -- 题名{n} -->\n")).collect();
    let file: String = (0..4000).map(|n| format!("# zhengzi: ignore-file CI,名{n} -- 题名\n")).collect();
    let same: String = (0..4000).map(|_| "麵<!-- zhengzi: ignore PY -- 题名 -->").collect();
    let done = check("店.txt", &format!("{line}麵\n{file}{same}\n"), &[]);
    assert_eq!((kept(&done).len(), findings(&done).iter().filter(|(rule, _)| rule == "ZI-001").count()), (1, 4000));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
