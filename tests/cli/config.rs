//! `zhengzi.toml`: found, layered, explained, and refused where it is wrong.

use crate::Story;

fn shown(story: &Story, arguments: &[&str]) -> String {
    let done = story.run(&[&["config", "show"], arguments].concat());
    assert_eq!(done.code, Some(0), "{}", done.err);
    done.out
}

#[test]
fn defaults_are_shown_as_such() {
    let out = shown(&Story::new(), &[]);
    assert!(
        out.contains("profile = \"national\"") && out.contains("# 默认") && out.contains("没有找到 zhengzi.toml"),
        "{out}"
    );
}

#[test]
fn the_nearest_file_lies_over_the_users_own() {
    let story = Story::new();
    story.file("home/config/zhengzi/zhengzi.toml", "profile = \"strict\"\njurisdiction = \"shanghai\"\n");
    story.file("区/zhengzi.toml", "jurisdiction = \"hainan\"\n").file("区/街道/店.csv", "招牌名称\n麵館\n");
    let out = shown(&story, &["区/街道"]);
    let line = |key: &str| out.lines().find(|line| line.starts_with(key)).unwrap().to_owned();
    assert!(line("profile").contains("strict") && line("profile").contains("用户配置"), "{out}");
    assert!(line("jurisdiction").contains("hainan") && line("jurisdiction").contains("项目配置"), "{out}");
    let run = |arguments: &[&str]| {
        story.run(&[&["check", "区/街道/店.csv", "--format", "jsonl"], arguments].concat()).events()[0].clone()
    };
    assert_eq!(run(&[])["jurisdiction"], "hainan");
    assert_eq!(run(&["--jurisdiction", "beijing"])["jurisdiction"], "beijing");
    story.file("别.toml", "profile = \"teaching\"\n");
    let named = run(&["--config", "别.toml"]);
    assert_eq!((&named["jurisdiction"], &named["options"]["profile"]), (&"national".into(), &"teaching".into()));
}

#[test]
fn every_key_has_its_effect() {
    let story = Story::new();
    let text = "lang = \"en\"\nscene = \"signboard\"\ndate = 2025-12-31\nignore = [\"CI\"]\nfail-on = \"never\"\n\
                min-severity = \"suspected\"\nfacts = \"public-service\"\nencoding = \"gb18030\"\njobs = 2\n\
                [columns]\nsignboard = \"店\"\n[dictionaries]\nallow = \"词/放行.tsv\"\n";
    story.file("zhengzi.toml", text).file("词/放行.tsv", "館\n");
    let list = encoding_rs::GB18030.encode("店,别\n麵館,國\n").0.into_owned();
    let done = story.file("店.csv", list).run(&["check", "店.csv", "--format", "jsonl"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert_eq!(done.found(), ["麵"]);
    let events = done.events();
    assert_eq!(
        (&events[0]["lang"], &events[0]["scene"], &events[0]["date"]),
        (&"en".into(), &"signboard".into(), &"2025-12-31".into())
    );
    assert_eq!(events[0]["options"]["facts"], "public-service");
}

#[test]
fn mistakes_are_shown_at_their_place() {
    let story = Story::new();
    let cases = [
        ("scen = \"auto\"\n", "没有“scen”这个设置", "是不是“scene”？"),
        ("# 招牌\nlang = \"fr\"\n", "没有“fr”这个取值", "^^^^"),
        ("jobs = 0\n", "不是线程数", "1 | jobs = 0"),
        ("select = 5\n", "这里应当写文字", "^"),
        ("[dictionaries]\nallowed = []\n", "没有“dictionaries.allowed”这个设置", "dictionaries.allow"),
        ("scene =\n", "不是有效的 TOML", "zhengzi.toml:1"),
        ("facts = [\"publik\"]\n", "没有“publik”这个事实", "public-service"),
    ];
    for (text, title, rest) in cases {
        let done = story.file("zhengzi.toml", text).run(&["check", "--text", "x"]);
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{text}");
        assert!(done.err.contains(title) && done.err.contains(rest), "{text}: {}", done.err);
    }
    let missing = story.run(&["check", "--text", "x", "--config", "无.toml"]);
    assert!(missing.code == Some(2) && missing.err.contains("读不出配置文件“无.toml”"), "{}", missing.err);
}
