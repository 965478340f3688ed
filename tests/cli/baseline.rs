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
