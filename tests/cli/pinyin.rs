//! `zhengzi pinyin`: a line out for a line in.

use crate::Story;
use serde_json::Value;

#[test]
fn lines_come_out_as_they_went_in() {
    let story = Story::new();
    let done = story.file("文.txt", "他来了。\r\n\n人民").run(&["pinyin", "文.txt"]);
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (Some(0), "Tā lái le.\n\nrénmín\n", ""));
    let piped = story.run_with(&["pinyin"], "图书馆\n".as_bytes());
    assert_eq!(piped.out, "túshūguǎn\n");
    let both = story.run_with(&["pinyin", "文.txt", "-"], "图书馆".as_bytes());
    assert_eq!(both.out, "Tā lái le.\n\nrénmín\ntúshūguǎn\n");
    assert_eq!(story.run_with(&["pinyin"], b"").out, "");
}

#[test]
fn tones_and_letters_are_chosen() {
    let story = Story::new();
    let out = |arguments: &[&str]| story.run_with(&[&["pinyin"], arguments].concat(), "女儿在北京。".as_bytes()).out;
    assert_eq!(out(&[]), "Nǚ'ér zài Běijīng.\n");
    assert_eq!(out(&["--tone", "none"]), "Nü'er zai Beijing.\n");
    assert_eq!(out(&["--tone", "number", "--case", "lower"]), "nü3'er2 zai4 bei3jing1.\n");
    assert_eq!(out(&["--tone", "none", "--case", "upper"]), "NÜ'ER ZAI BEIJING.\n");
}

#[test]
fn names_have_their_scenes() {
    let story = Story::new();
    let of =
        |scene: &str, name: &str| story.run_with(&["pinyin", "--scene", scene, "--tone", "none"], name.as_bytes()).out;
    assert_eq!(of("place-name", "解放北路"), "Jiefang Beilu\n");
    assert_eq!(of("person-name", "吕晓红"), "Lü Xiaohong\n");
    let passport = story.run_with(&["pinyin", "--scene", "person-name", "--passport"], "吕略\n".as_bytes());
    assert_eq!(passport.out, "LYU LUE\n");
    let wrong = story.run(&["pinyin", "--passport"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("--scene person-name"), "{}", wrong.err);
}

#[test]
fn programs_get_a_record_a_line() {
    let done = Story::new().run_with(&["pinyin", "--json"], "重庆\n\n长".as_bytes());
    let lines: Vec<Value> = done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[0]["text"], &lines[0]["spelling"]), (&"重庆".into(), &"Chóngqìng".into()));
    assert_eq!(lines[0]["syllables"][0]["reading"], "chóng");
    assert_eq!((&lines[2]["evidence"], &lines[2]["confidence"]), (&"usual".into(), &"low".into()));
    assert_eq!(lines[2]["norms"][0], "std:orthography");
}

#[test]
fn other_encodings_are_read_and_what_cannot_be_read_is_said() {
    let story = Story::new();
    let (gb, _, _) = encoding_rs::GB18030.encode("今天的天气非常好，我们去图书馆看书。\n");
    story.file("国标.txt", &gb);
    let done = story.run(&["pinyin", "没有.txt", "国标.txt"]);
    assert_eq!(done.code, Some(3));
    assert!(done.out.starts_with("Jīntiān de tiānqì fēicháng hǎo, wǒmen qù túshūguǎn"), "{}", done.out);
    assert!(done.err.contains("没有.txt") && done.err.contains("找不到文件"), "{}", done.err);
}

#[test]
fn a_line_without_end_is_spelt_in_pieces() {
    let line = "他来了。".repeat(200_000);
    let story = Story::new();
    let done = story.file("长.txt", line).run(&["pinyin", "长.txt"]);
    assert_eq!(done.out.matches('\n').count(), 1);
    assert_eq!(done.out.matches("Tā lái le.").count(), 200_000);
}

#[test]
fn a_users_reading_is_understood_however_it_is_written() {
    let story = Story::new();
    for reading in ["lù hé", "Lùhé", "lu4 he2", "Lù Hé"] {
        let story = story.file("专名.tsv", format!("六合\t{reading}\t区名\n"));
        let done = story.run_with(&["pinyin", "--scene", "place-name", "--names", "专名.tsv"], "六合路\n".as_bytes());
        assert_eq!((done.out.as_str(), done.err.as_str()), ("Lùhé Lù\n", ""), "{reading}");
    }
    let wrong = story.file("专名.tsv", "六合\tfoo bar baz\t\n").run(&["pinyin", "--names", "专名.tsv", "文.txt"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("“六合”"), "{:?} {}", wrong.code, wrong.err);
}
