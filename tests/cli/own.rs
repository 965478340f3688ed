//! A user's own rules and dictionaries: tried, then used.

use crate::Story;

const RULE: &str = r#"name    = "house-style"
title   = { zh = "本单位用语", en = "House style" }
since   = "1"
level   = "advice"
group   = "none"
basis   = ["house:style"]
message = { zh = "“{hit}”本单位写作“{fix}”。", en = "“{hit}” is written “{fix}” here." }
why     = { zh = "本单位用语手册。", en = "Our handbook." }

[[match]]
kind  = "word-map"
table = "house/words"
fix   = "safe"

[[match]]
kind  = "char-map"
table = "house/chars"

[[match]]
kind     = "pattern"
pattern  = "第\\d+号窗口"
literals = ["号窗"]

[[example]]
bad = "请到{{服务台=>服务窗口}}办理。"

[[example]]
bad = "{{第3号窗口}}暂停服务，{{囍=>喜}}事登记照常。"

[[example]]
good = "请到服务窗口办理。"
"#;
const BASIS: &str = "[[basis]]\nid = \"house:style\"\ntitle = { zh = \"用语手册\", en = \"Handbook\" }\nobligation = \"recommended\"\n\
    [[basis.edition]]\nfrom = \"2020-01-01\"\nverified = true\n";

fn table(columns: &str, row: &str) -> String {
    format!(
        "# title: 用语\n# columns: {columns}\tstandard\n# source: 用语手册\n# licence: facts\n# version: 1\n\
         # checked: 2026-11-23\n# rows: 1\n# used-by: DW-900\n{row}\n"
    )
}

fn story() -> Story {
    let story = Story::new();
    story.file("规则/rules/dw/900-house-style.toml", RULE).file("规则/rules/basis.toml", BASIS);
    story.file("规则/dictionaries/house/words.tsv", table("word", "服务台\t服务窗口"));
    story.file("规则/dictionaries/house/chars.tsv", table("char", "囍\t喜"));
    story
}

#[test]
fn rules_of_ones_own_prove_themselves_and_run() {
    let story = story();
    let test = story.run(&["rules", "test", "规则"]);
    assert_eq!(test.code, Some(0), "{test:?}");
    assert!(
        test.out.contains("DW-900  house-style  本单位用语") && test.out.contains("共 1 条规则，3 个例子：3 个通过")
    );

    story.file("文.txt", "服务台在第12号窗口旁，國际。\n");
    let done = story.run(&["check", "文.txt", "--rules", "规则", "--format", "jsonl"]);
    assert_eq!(done.found(), ["服务台", "第12号窗口", "國"], "ours still run, theirs too: {done:?}");
    let events = done.events();
    assert!(events[0]["options"]["rules"].as_str().unwrap().starts_with("规则 blake3:"));
    let finding = events.iter().find(|event| event["rule"] == "DW-900").unwrap();
    assert_eq!((&finding["severity"], &finding["basis"][0]["title"]), (&"advice".into(), &"用语手册".into()));
    assert_eq!(story.run(&["check", "文.txt", "--format", "jsonl"]).found(), ["國"]);

    story.file("zhengzi.toml", "rules = \"规则\"\nignore = [\"ZI\"]\n");
    let configured = story.run(&["check", ".", "--format", "jsonl"]);
    assert_eq!(configured.found(), ["服务台", "第12号窗口"], "the tables of rules are no lists: {configured:?}");
    assert!(story.run(&["explain", "house-style"]).out.contains("用语手册"));
}

#[test]
fn an_example_that_fails_is_shown_where_it_stands() {
    let story = story();
    story.file(
        "规则/rules/dw/900-house-style.toml",
        RULE.replace("=>服务窗口", "=>柜台").replace("请到服务窗口", "请到服务台"),
    );
    let test = story.run(&["rules", "test", "规则"]);
    assert_eq!(test.code, Some(1), "{test:?}");
    let line = RULE.lines().position(|line| line.contains("{{服务台")).unwrap() + 1;
    assert!(test.out.contains(&format!("规则/rules/dw/900-house-style.toml:{line}:7")), "{}", test.out);
    assert!(test.out.contains("标的是：第 3 字 服务台→柜台；报的是：第 3 字 服务台→服务窗口"), "{}", test.out);
    assert!(test.out.contains("报告了例子里没有写的：DW-900 advice 服务台→服务窗口"), "{}", test.out);
    assert!(test.out.contains("1 个通过，2 个没有通过"), "{}", test.out);
}

#[test]
fn the_loader_points_at_a_mistake() {
    let cases = [
        ("rules/dw/900-house-style.toml", RULE.replace("level   =", "lewel   ="), "R001", ":4:1"),
        ("rules/dw/900-house-style.toml", RULE.replace("house/words", "house/none"), "R007", ":12:10"),
        ("rules/dw/900-house-style.toml", RULE.replace("第\\\\d+", "第(\\\\d+"), "R013", ":20:13"),
        ("rules/dw/901-traditional.toml", RULE.replace("house-style", "traditional"), "R020", ":1:12"),
        (
            "rules/dw/900-house-style.toml",
            RULE.replace("\"char-map\"\ntable = \"house/chars\"", "\"native\"\nfunction = \"capitals\""),
            "R021",
            ":16:10",
        ),
        ("rules/scenes.toml", String::new(), "R001", ":1:1"),
        ("dictionaries/house/words.tsv", table("word", "服务台"), "R102", ":9:1"),
    ];
    for (file, text, code, place) in cases {
        let story = story();
        let path = format!("规则/{file}");
        let test = story.file(&path, text).run(&["rules", "test", "规则"]);
        let line = test.err.lines().nth(1).unwrap_or_default();
        assert!(test.code == Some(1) && line.starts_with(&format!("{path}{place}: {code} ")), "{code}: {test:?}");
        let check = story.run(&["check", "--text", "x", "--rules", "规则"]);
        assert!(check.code == Some(2) && check.err.contains(code), "{check:?}");
    }
    let empty = Story::new().run(&["rules", "test", "没有"]);
    assert!(empty.code == Some(2) && empty.err.contains("rules/族/NNN-名称.toml"), "{empty:?}");
}

#[cfg(unix)]
#[test]
fn a_folder_of_rules_holds_no_circles_pipes_or_giants() {
    let story = story();
    let path = |name: &str| story.path("规则").join(name);
    std::os::unix::fs::symlink(path("rules"), path("rules/dw/loop")).unwrap();
    std::os::unix::fs::symlink(path("dictionaries"), path("dictionaries/house/again")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path("rules/dw/902-pipe.toml")).status().unwrap().success());
    let test = story.run(&["rules", "test", "规则"]);
    assert_eq!(test.code, Some(0), "{test:?}");

    let giant = std::fs::File::create(path("dictionaries/house/giant.tsv")).unwrap();
    giant.set_len((16 << 20) + 1).unwrap();
    let test = story.run(&["rules", "test", "规则"]);
    assert!(test.code == Some(1) && test.err.contains("giant.tsv”超过 16 MiB"), "{test:?}");
    std::fs::remove_file(path("dictionaries/house/giant.tsv")).unwrap();

    std::fs::create_dir_all(path("rules/1/2/3/4/5/6/7/8/9")).unwrap();
    let test = story.run(&["rules", "test", "规则"]);
    assert!(test.code == Some(1) && test.err.contains("太深"), "{test:?}");
}

#[test]
fn several_folders_lie_on_each_other() {
    let story = story();
    let second =
        RULE.replace("house-style", "second").replace("house:style", "house:second").replace("house/", "second/");
    let second =
        second.replace("服务台", "办事处").replace("服务窗口", "办事窗口").replace("囍", "皕").replace("=>喜", "");
    let second = second
        .replace("[[match]]\nkind  = \"char-map\"\ntable = \"second/chars\"\n\n", "")
        .replace("，{{皕}}事登记照常", "");
    story
        .file("二/rules/dw/901-second.toml", second)
        .file("二/rules/basis.toml", BASIS.replace("house:style", "house:second"));
    story.file("二/dictionaries/second/words.tsv", table("word", "办事处\t办事窗口").replace("DW-900", "DW-901"));
    let done =
        story.run(&["check", "--text", "服务台、办事处", "--rules", "规则", "--rules", "二", "--format", "jsonl"]);
    assert_eq!(done.found(), ["服务台", "办事处"], "{done:?}");
}

#[test]
fn a_dictionary_is_looked_over() {
    let story = Story::new();
    story.file("放行.tsv", "# 放行\n麵館\t店名\n服务台\n麵館\n\t无词\n麵\n鷄、鴨\n\u{200B}國\n面馆\n");
    story.file("禁用.tsv", "服务台\t服务檯\n窗口\t服务窗口\n國際\t国际\n走廊\t过道\t手册\n");
    let done = story.run(&["dict", "check", "放行.tsv", "禁用.tsv", "--format", "jsonl"]);
    assert_eq!(done.code, Some(1), "{done:?}");
    let found: Vec<(String, u64, String)> = done
        .events()
        .iter()
        .filter(|event| event["type"] != "summary")
        .map(|event| {
            (
                event["file"].as_str().unwrap().into(),
                event["line"].as_u64().unwrap(),
                event["code"].as_str().unwrap().into(),
            )
        })
        .collect();
    let want = [
        ("放行.tsv", 3, "D015"),
        ("放行.tsv", 4, "D004"),
        ("放行.tsv", 5, "D003"),
        ("放行.tsv", 6, "D012"),
        ("放行.tsv", 7, "D007"),
        ("放行.tsv", 8, "D006"),
        ("放行.tsv", 9, "D015"),
        ("禁用.tsv", 1, "D005"),
        ("禁用.tsv", 1, "D010"),
        ("禁用.tsv", 2, "D009"),
        ("禁用.tsv", 3, "D013"),
    ];
    assert_eq!(found, want.map(|(file, line, code)| (file.to_owned(), line, code.to_owned())));
    let summary = done.summary();
    assert_eq!((&summary["entries"], &summary["problems"], &summary["hints"]), (&12.into(), &7.into(), &4.into()));
    let page = story.run(&["dict", "check", "禁用.tsv"]);
    assert!(page.out.contains("禁用.tsv:2: 问题 D009 改成的“服务窗口”里还有禁用的“窗口”"), "{}", page.out);
}

#[test]
fn a_good_dictionary_passes_in_any_encoding() {
    let story = Story::new();
    story.file("专名.tsv", encoding_rs::GB18030.encode("六合街\tlù hé jiē\t街名\n").0);
    let done = story.run(&["dict", "check", "专名.tsv"]);
    assert!(
        done.code == Some(0) && done.out.contains("提示 D002") && done.out.contains("1 个词条，0 个问题，1 个提示"),
        "{done:?}"
    );
    let wrong = story.file("专名.tsv", "六合街\tlù hé\n").run(&["dict", "check", "专名.tsv"]);
    assert!(wrong.code == Some(1) && wrong.out.contains("D011"), "{wrong:?}");
    let kind = story.file("词.tsv", "麵館\n").run(&["dict", "check", "词.tsv"]);
    assert!(kind.code == Some(2) && kind.err.contains("--as allow"), "{kind:?}");
    assert_eq!(story.run(&["dict", "check", "词.tsv", "--as", "allow"]).code, Some(0));
    story
        .file("zhengzi.toml", "[dictionaries]\nallow = \"词.tsv\"\nforbid = \"禁.tsv\"\n")
        .file("禁.tsv", "麵館\t面馆\n");
    let all = story.run(&["dict", "check"]);
    assert!(all.code == Some(1) && all.out.contains("又放行又禁用"), "{all:?}");
}
