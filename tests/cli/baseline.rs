//! `baseline`: what is accepted stays silent, what is new speaks.

use crate::Story;

fn story() -> Story {
    let story = Story::new();
    story
        .file("店.csv", "招牌名称,街道\n城南麵店,甲街\n國大酒店,乙街\n城北面店,丙街\n")
        .file("文.txt", "第一行\n大同書店\n");
    let done = story.run(&["baseline", "write", "基线.json", "店.csv", "文.txt"]);
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (Some(0), "", "基线：基线.json，接受了 3 处问题\n"));
    story
}

fn new(story: &Story, paths: &[&str]) -> Vec<String> {
    let done = story.run(&[&["check", "--baseline", "基线.json", "--format", "jsonl"], paths].concat());
    assert_eq!(done.code, Some(i32::from(!done.found().is_empty())), "{done:?}");
    done.found()
}

#[test]
fn what_was_accepted_is_kept_and_counted() {
    let story = story();
    assert_eq!(new(&story, &["店.csv", "文.txt"]), [""; 0]);
    let done = story.run(&["check", "店.csv", "--baseline", "基线.json", "--format", "jsonl"]);
    let kept = done.events().into_iter().filter(|event| event["type"] == "kept" && event["why"] == "baseline").count();
    assert_eq!((kept, &done.summary()["records_clean"]), (2, &3.into()));
    assert!(done.err.contains("基线里有 1 处问题这次没有出现"), "{}", done.err);
    let text = story.read("基线.json");
    assert!(
        text.contains("\"type\": \"baseline\"")
            && text.contains("\"schema\": 1")
            && text.contains("\"context\": \"大同書店\"")
    );
}

#[test]
fn it_survives_edits_and_new_names() {
    let story = story();
    story.file("文.txt", "新的一行\n\n第一行\n大同書店\n末行\n");
    story.file("店.csv", "招牌名称,街道,备注\n新开面店,丁街,\n國大酒店,乙街,旧\n城南麵店,甲街,\n");
    assert_eq!(new(&story, &["店.csv", "文.txt"]), [""; 0]);
    story.file("改名.csv", "街道,招牌名称\n乙街,國大酒店\n");
    assert_eq!(new(&story, &["改名.csv"]), [""; 0]);
}

#[test]
fn one_more_of_the_same_and_other_surroundings_are_new() {
    let story = story();
    story.file("文.txt", "大同書店\n大同書店\n");
    assert_eq!(new(&story, &["文.txt"]), ["書"]);
    story.file("文.txt", "小同書店\n");
    assert_eq!(new(&story, &["文.txt"]), ["書"]);
}

#[test]
fn the_same_findings_make_the_same_file_in_any_order() {
    let story = story();
    let before = story.read("基线.json");
    story.run(&["baseline", "write", "基线.json", "文.txt", "店.csv", "--jobs", "2"]);
    assert_eq!(story.read("基线.json"), before);
}

#[test]
fn pruning_forgets_what_is_gone_and_accepts_nothing_new() {
    let story = story();
    story.file("店.csv", "招牌名称\n城南面店\n國大酒店\n萬家超市\n");
    let done = story.run(&["baseline", "prune", "基线.json", "店.csv", "文.txt"]);
    assert_eq!((done.code, done.err.as_str()), (Some(0), "基线：基线.json，去掉 1 处，还有 2 处\n"));
    assert_eq!(new(&story, &["店.csv", "文.txt"]), ["萬"]);
    story.file("店.csv", "招牌名称\n城南麵店\n");
    assert_eq!(new(&story, &["店.csv"]), ["麵"]);
    let before = story.read("基线.json");
    let lost = story.run(&["baseline", "prune", "基线.json", "没有.csv"]);
    assert!(lost.code == Some(3) && lost.err.contains("基线没有改动"), "{lost:?}");
    assert_eq!(story.read("基线.json"), before);
}

#[test]
fn the_configuration_names_it_and_folders_leave_it_out() {
    let story = story();
    story.file("zhengzi.toml", "baseline = \"基线.json\"\n");
    let done = story.run(&["check", ".", "--format", "jsonl"]);
    assert_eq!((done.code, done.found()), (Some(0), Vec::new()), "{done:?}");
    assert!(!done.out.contains("json 1"), "the baseline is no input: {}", done.out);
    // What is written is everything, not what the old baseline left over.
    let again = story.run(&["baseline", "write", "基线.json", "店.csv"]);
    assert!(again.err.contains("接受了 2 处"), "{}", again.err);
}

#[test]
fn what_is_no_baseline_is_refused() {
    let story = Story::new();
    story
        .file("文.txt", "書")
        .file("坏.json", "{")
        .file("别.json", "{\"type\":\"run\",\"schema\":1,\"version\":\"\",\"data_version\":\"\",\"entries\":[]}");
    for (file, words) in [("没有.json", "读不出基线"), ("坏.json", "改坏了"), ("别.json", "不是第 1 版的基线")]
    {
        let done = story.run(&["check", "文.txt", "--baseline", file]);
        assert!(done.code == Some(2) && done.err.contains(words), "{done:?}");
    }
}

#[test]
fn writing_destroys_nothing_else() {
    let story = story();
    let baseline = story.read("基线.json");
    let refused = |arguments: &[&str], code: i32, words: &str, file: &str| {
        let before = story.read(file);
        let done = story.run(arguments);
        assert!(done.code == Some(code) && done.err.contains(words), "{done:?}");
        assert_eq!(story.read(file), before);
    };
    story.file("空.json", "").file("坏.json", "{");
    refused(&["baseline", "write", "文.txt", "文.txt"], 2, "盖掉", "文.txt");
    refused(&["baseline", "write", "店.csv", "文.txt"], 2, "没有覆盖", "店.csv");
    refused(&["baseline", "write", "坏.json", "文.txt"], 2, "没有覆盖", "坏.json");
    refused(&["baseline", "write", "基线.json", "没有.txt"], 3, "没有改动", "基线.json");
    refused(
        &["check", "文.txt", "--baseline", "基线.json", "-o", "基线.json", "--format", "jsonl"],
        2,
        "盖掉",
        "基线.json",
    );
    assert_eq!(story.run(&["baseline", "write", "空.json", "店.csv", "文.txt"]).code, Some(0));
    assert_eq!(story.read("空.json"), baseline);
}

#[test]
fn pruning_keeps_what_it_did_not_look_for() {
    let story = story();
    let before = story.read("基线.json");
    for arguments in [&["店.csv"][..], &["--select", "PY", "店.csv", "文.txt"]] {
        let done = story.run(&[&["baseline", "prune", "基线.json"], arguments].concat());
        assert!(done.err.contains("去掉 0 处，还有 3 处"), "{done:?}");
    }
    assert_eq!(story.read("基线.json"), before);
    // What a folder held is gone with its file.
    std::fs::remove_file(story.path("文.txt")).unwrap();
    let done = story.run(&["baseline", "prune", "基线.json", "."]);
    assert!(done.err.contains("去掉 1 处，还有 2 处"), "{done:?}");
}

#[test]
fn another_version_is_told_from_a_broken_file() {
    let story = story();
    story.file("别.json", "\u{FEFF}{\"type\":\"baseline\",\"schema\":2,\"more\":[]}");
    let done = story.run(&["check", "文.txt", "--baseline", "别.json"]);
    assert!(done.code == Some(2) && done.err.contains("不是第 1 版的基线"), "{done:?}");
    assert_eq!(story.run(&["baseline", "write", "别.json", "店.csv", "文.txt"]).code, Some(0));
    let text = story.read("别.json");
    story.file("别.json", format!("\u{FEFF}{text}"));
    assert_eq!(story.run(&["check", "文.txt", "--baseline", "别.json"]).code, Some(0));
}

#[test]
fn messages_fit_one_and_many_and_say_what_was_not_written() {
    let story = story();
    let one = story.run(&["baseline", "write", "一.json", "文.txt", "--lang", "en"]);
    assert_eq!(one.err, "baseline: 一.json, findings accepted: 1\n");
    let lost = story.run(&["baseline", "write", "没有/一.json", "文.txt"]);
    assert!(lost.code == Some(2) && lost.err.contains("写不进") && !lost.err.contains("报告写不进"), "{lost:?}");
    assert_eq!(story.run(&["rules", "test", "没有"]).code, Some(2));
    assert_eq!(story.run(&["dict", "check", "没有.tsv", "--as", "allow"]).code, Some(2));
}
