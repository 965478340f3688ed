//! What `check` does with good input.

use crate::Story;

const LIST: &str =
    "序号,招牌名称,街道,豁免\n1,城南麵館,中山路,\n2,國際大酒店,中山路,文物\n3,城南面馆,解放路,\n4,百页窗定做,解放路,\n";

#[test]
fn a_text_is_checked_and_the_status_tells() {
    let story = Story::new();
    let done = story.run(&["check", "--text", "國際大酒店"]);
    assert_eq!(done.code, Some(1), "{done:?}");
    assert!(done.out.contains("违规[ZI-001 traditional]") && done.out.contains("国"), "{done:?}");
    assert_eq!(done.err, "");
    assert_eq!(story.run(&["check", "--text", "国际大酒店"]).code, Some(0));
}

#[test]
fn the_threshold_decides_the_status() {
    let story = Story::new();
    let with = |threshold: &str| story.run(&["check", "--text", "百页窗定做", "--fail-on", threshold]).code;
    assert_eq!(
        [with("violation"), with("suspected"), with("advice"), with("never")],
        [Some(0), Some(0), Some(1), Some(0)]
    );
}

#[test]
fn several_texts_and_standard_input_are_inputs_of_one_run() {
    let story = Story::new();
    let done = story.run_with(&["check", "-", "--text", "麵", "--text", "館", "--format", "jsonl"], "國\n".as_bytes());
    assert_eq!(done.found(), ["國", "麵", "館"]);
    assert_eq!(done.summary()["sources"], 3);
    let inputs =
        done.summary()["inputs"].as_array().unwrap().iter().map(|one| one["source"].clone()).collect::<Vec<_>>();
    assert_eq!(inputs, ["-", "--text", "--text"]);
}

#[test]
fn every_row_of_a_list_is_accounted_for() {
    let story = Story::new();
    let done = story.file("店.csv", LIST).run(&["check", "店.csv", "--format", "jsonl"]);
    assert_eq!(done.code, Some(1));
    let summary = done.summary();
    assert_eq!(
        (&summary["records"], &summary["records_clean"], &summary["records_with_findings"]),
        (&4.into(), &2.into(), &2.into())
    );
    let kept = done.events().iter().filter(|event| event["type"] == "kept").count();
    assert_eq!(kept, 2, "the relic keeps its two characters");
    let finding = &done.events()[1..].iter().find(|event| event["type"] == "finding").unwrap().clone();
    assert_eq!(
        (&finding["scene"], &finding["field"], &finding["record"]),
        (&"signboard".into(), &"招牌名称".into(), &2.into())
    );
}

#[test]
fn columns_can_be_named() {
    let story = Story::new();
    story.file("店.csv", "甲,乙\n麵館,麵館\n");
    let done = story.run(&["check", "店.csv", "--column", "signboard=乙", "--format", "jsonl"]);
    let fields: Vec<_> =
        done.events().iter().filter(|event| event["type"] == "finding").map(|event| event["field"].clone()).collect();
    assert_eq!(fields, ["乙", "乙"]);
}

#[test]
fn suffixes_and_folders_choose_the_reports() {
    let story = Story::new();
    story.file("店.csv", LIST);
    let done = story.run(&["check", "店.csv", "-o", "报告/", "-o", "记录.jsonl", "-o", "明细.csv"]);
    assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{done:?}");
    assert_eq!(story.names("报告"), ["检查报告.html", "问题台账.xlsx"]);
    assert!(story.read("明细.csv").contains("麵"));
    assert!(
        done.err.contains("名单 4 行，合格 2，有问题 2，未能读取 0") && done.err.contains("报告：报告/问题台账.xlsx"),
        "{}",
        done.err
    );
    let quiet = story.run(&["check", "店.csv", "-q", "-o", "报告", "--format", "json,csv"]);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
    assert_eq!(story.names("报告"), ["report.csv", "report.json", "检查报告.html", "问题台账.xlsx"]);
    let both = story.run(&["check", "店.csv", "-o", "a.xlsx", "--format", "jsonl"]);
    assert_eq!(both.summary()["findings"], 3);
}

#[test]
fn a_stored_run_is_rendered_again() {
    let story = Story::new();
    story.file("店.csv", LIST).run(&["check", "店.csv", "-o", "记录.jsonl", "-o", "一.csv"]);
    let done = story.run(&["report", "记录.jsonl", "--to", "csv,html", "-o", "二/"]);
    assert_eq!(done.code, Some(0), "{done:?}");
    assert_eq!(story.read("一.csv"), story.read("二/report.csv"));
    let again = story.run(&["report", "记录.jsonl", "--to", "jsonl"]);
    assert_eq!(again.out, story.read("记录.jsonl"));
    let record = story.read("记录.jsonl");
    let cut = record.lines().next().unwrap();
    let done = story.file("坏.jsonl", cut).run(&["report", "坏.jsonl"]);
    assert_eq!(done.code, Some(2));
    assert!(done.err.contains("没有结尾"), "{done:?}");
}

#[test]
fn findings_below_the_minimum_are_left_out_openly() {
    let story = Story::new();
    story.file("店.csv", LIST);
    let done =
        story.run(&["check", "店.csv", "--format", "jsonl", "--min-severity", "violation", "--fail-on", "advice"]);
    assert_eq!(done.found(), ["麵", "館"]);
    let summary = done.summary();
    assert_eq!(
        (&summary["findings"], &summary["records_with_findings"], &summary["records_clean"]),
        (&2.into(), &1.into(), &3.into())
    );
    assert!(
        done.events()
            .iter()
            .any(|event| event["why"] == "min-severity" && event["reason"].as_str().unwrap().contains("建议 1"))
    );
    let only_hidden = ["check", "--text", "百页窗定做", "--min-severity", "violation", "--fail-on", "advice"];
    assert_eq!(story.run(&only_hidden).code, Some(1), "the status counts what is not listed");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let story = Story::new();
    let mut list = String::from("序号,招牌名称\n");
    for number in 0..20_000 {
        let name = ["城南面馆", "國際大酒店", "百页窗定做", "新华书店"][number % 4];
        list.push_str(&format!("{number},{name}\n"));
    }
    let text = "面馆在解放路。他的筆記沒有了。\n".repeat(8000);
    story.file("in/店.csv", list).file("in/文.txt", text);
    let with = |jobs: &str| story.run(&["check", "in", "--format", "jsonl", "--jobs", jobs]).out;
    let one = with("1");
    assert_eq!(crate::events(&one).pop().unwrap()["findings"], 20_000 / 4 * 3 + 3 * 8000);
    assert!(one == with("2") && one == with("7"));
}

#[test]
fn the_day_chooses_the_law() {
    let story = Story::new();
    let article = |date: &str| {
        let arguments = ["check", "--text", "麵", "--scene", "signboard", "--format", "jsonl", "--date", date];
        story.run(&arguments).events()[1]["basis"][0]["article"].as_str().unwrap().to_owned()
    };
    assert_eq!(article("2025-12-31"), "第十四条第三项");
    assert_eq!(article("2026-01-01"), "第十五条第四项");
}

#[test]
fn the_jurisdiction_adds_its_own_law() {
    let story = Story::new();
    let done =
        story.run(&["check", "--text", "麵", "--scene", "signboard", "--format", "jsonl", "--jurisdiction", "hainan"]);
    let events = done.events();
    let ids: Vec<_> =
        events[1]["basis"].as_array().unwrap().iter().map(|basis| basis["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"hainan:signs"), "{ids:?}");
    assert_eq!(events[0]["jurisdiction"], "hainan");
    let unknown = story.run(&["check", "--text", "麵", "--jurisdiction", "atlantis"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("atlantis") && unknown.err.contains("hainan"), "{}", unknown.err);
}

#[test]
fn rules_can_be_chosen() {
    let story = Story::new();
    let found = |option: &str, value: &str| {
        story.run(&["check", "--text", "麵館百页窗", "--format", "jsonl", option, value]).found()
    };
    assert_eq!(found("--select", "CI"), ["百页窗"]);
    assert_eq!(found("--ignore", "traditional，CI-002"), Vec::<String>::new());
    let unknown = story.run(&["check", "--text", "麵", "--select", "ZZ"]);
    assert!(unknown.code == Some(2) && unknown.err.contains("ZZ"), "{unknown:?}");
}

#[test]
fn user_dictionaries_allow_forbid_and_protect() {
    let story = Story::new();
    let gbk = encoding_rs::GBK.encode("土味\t乡味\t不雅\n").0.into_owned();
    story.file("放行.tsv", "麵館\t老字号\n").file("禁用.tsv", gbk).file("专名.tsv", "國際飯店\n");
    let text = "麵館、土味、國際飯店、國際大酒店";
    let all = ["--allow", "放行.tsv", "--forbid", "禁用.tsv", "--names", "专名.tsv"];
    let done = story.run(&[&["check", "--text", text, "--format", "jsonl"], &all[..]].concat());
    assert_eq!(done.found(), ["土味", "國", "際"], "{done:?}");
    let run = &done.events()[0];
    assert!(run["options"]["allow"].as_str().unwrap().starts_with("放行.tsv blake3:"));
    assert!(run["tables"].as_array().unwrap().iter().any(|table| table["name"] == "专名.tsv" && table["rows"] == 1));
    let broken = story.file("坏.tsv", "a\tb\tc\td\n").run(&["check", "--text", "x", "--allow", "坏.tsv"]);
    assert!(broken.code == Some(2) && broken.err.contains("坏.tsv:1"), "{broken:?}");
    let missing = story.run(&["check", "--text", "x", "--allow", "无.tsv"]);
    assert!(missing.code == Some(2) && missing.err.contains("无.tsv"), "{missing:?}");
}

#[test]
fn the_record_says_what_was_run() {
    let story = Story::new();
    let done = story.run(&["check", "--text", "x", "--format", "jsonl", "--date", "2026-11-23", "--lang", "en"]);
    let run = &done.events()[0];
    assert_eq!(
        (&run["tool"], &run["date"], &run["scene"], &run["lang"]),
        (&"zhengzi".into(), &"2026-11-23".into(), &"auto".into(), &"en".into())
    );
    assert_eq!(run["data_hash"].as_str().unwrap().len(), 64);
    assert!(run["assumptions"].as_array().unwrap().iter().any(|one| one.as_str().unwrap().contains("publication")));
    assert!(run["rules"].as_array().unwrap().iter().any(|rule| rule["id"] == "ZI-001"));
}

#[test]
fn own_reports_and_settings_are_not_input() {
    let story = Story::new();
    story.file("in/店.csv", LIST).file("in/zhengzi.toml", "[dictionaries]\nallow = \"放行.tsv\"\n");
    story.file("in/放行.tsv", "國際\n").file("in/报告.csv", "旧的報告\n").file("in/.隱.txt", "隱\n");
    let done = story.run(&["check", "in", "-o", "in/报告.csv", "--format", "jsonl"]);
    let sources: Vec<_> =
        done.summary()["inputs"].as_array().unwrap().iter().map(|one| one["source"].clone()).collect();
    assert_eq!(sources, ["in/店.csv"]);
    let hidden = story.run(&["check", "in", "--hidden", "-o", "in/报告.csv", "--format", "jsonl"]);
    assert_eq!(hidden.summary()["sources"], 2);
    let over = story.run(&["check", "in/店.csv", "-o", "in/店.csv"]);
    assert!(over.code == Some(2) && over.err.contains("盖掉"), "{over:?}");
    assert_eq!(story.read("in/店.csv"), LIST);
}
