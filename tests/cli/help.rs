//! Help, mistakes and completions, in both languages.

use crate::Story;
use unicode_width::UnicodeWidthStr;

const COMMANDS: [&[&str]; 14] = [
    &[],
    &["check"],
    &["report"],
    &["rules", "list"],
    &["rules", "show"],
    &["explain"],
    &["lookup"],
    &["pinyin"],
    &["config", "show"],
    &["completions"],
    &["baseline", "write"],
    &["baseline", "prune"],
    &["rules", "test"],
    &["dict", "check"],
];

#[test]
fn help_is_in_the_language_and_fits_the_screen() {
    let story = Story::new();
    for (lang, usage, foreign) in [("zh", "用法：", "Usage"), ("en", "Usage: ", "用法")] {
        for command in COMMANDS {
            let done = story.run(&[command, &["--help", "--lang", lang]].concat());
            assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{command:?}");
            assert!(done.out.contains(usage) && !done.out.contains(foreign), "{}", done.out);
            for line in done.out.lines() {
                assert!(line.width() <= 100, "{line}");
            }
            let short = story.run(&[command, &["-h", "--lang", lang]].concat());
            assert_eq!(short.out, done.out);
        }
    }
    assert_eq!(story.run(&["help", "check"]).out, story.run(&["check", "--help"]).out);
}

#[test]
fn the_environment_chooses_the_language() {
    let story = Story::new();
    let with = |name: &str, value: &str| {
        let output = story.command().env(name, value).arg("--help").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(with("LANG", "en_US.UTF-8").contains("Usage"));
    assert!(with("LANG", "de_DE.UTF-8").contains("Usage"));
    assert!(with("LANG", "zh_CN.UTF-8").contains("用法"));
    assert!(with("LANG", "C.UTF-8").contains("用法"));
    assert!(with("ZHENGZI_LANG", "en").contains("Usage"));
}

#[test]
fn mistakes_are_said_in_words_with_a_way_out() {
    let story = Story::new();
    let cases: [(&[&str], &str); 12] = [
        (&["check", "--scen", "x"], "没有“--scen”这个选项或参数。是不是“--scene”？用法见：zhengzi check --help"),
        (&["check", "--scene", "shop", "x"], "“shop”不能用作 --scene <场景> 的值，可用：auto signboard"),
        (&["chek"], "没有“chek”这个命令。是不是“check”？"),
        (&["check", "--scene"], "--scene <场景> 后面缺少值"),
        (&["check", "--date", "昨天", "--text", "x"], "--date：“昨天”不是日期"),
        (&["check", "--jobs", "0", "--text", "x"], "--jobs：“0”不是线程数"),
        (&["check", "--encoding", "xyz", "--text", "x"], "--encoding：没有“xyz”这种编码"),
        (&["check", "--column", "店名", "--text", "x"], "--column：“店名”缺少等号"),
        (&["check", "--format", "pdf", "--text", "x"], "--format：没有“pdf”这种格式"),
        (&["check", "--format", "csv,json", "--text", "x"], "标准输出只能写一种格式"),
        (&["check", "--text", "x", "-o", "报告"], "从“报告”看不出格式"),
        (&["explain"], "缺少 <编号>"),
    ];
    for (arguments, words) in cases {
        let done = story.run(arguments);
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(done.err.contains(words), "{arguments:?}: {}", done.err);
    }
    let english = story.run(&["check", "--scen", "x", "--lang", "en"]);
    assert!(
        english.err.contains("there is no option or argument “--scen”. Did you mean “--scene”?"),
        "{}",
        english.err
    );
    let file = story.file("店.csv", "名称\n").run(&["店.csv"]);
    assert!(file.err.contains("zhengzi check 店.csv"), "{}", file.err);
}

#[test]
fn no_command_shows_help() {
    let done = Story::new().run(&[]);
    assert_eq!((done.code, done.out.as_str()), (Some(2), ""));
    assert!(done.err.contains("命令："), "{}", done.err);
}

#[test]
fn the_version_names_the_data() {
    let done = Story::new().run(&["--version"]);
    assert_eq!(done.code, Some(0));
    assert!(done.out.starts_with(concat!("zhengzi ", env!("CARGO_PKG_VERSION"))), "{}", done.out);
    assert!(done.out.contains("规则和字词数据 20"), "{}", done.out);
}

#[test]
fn completions_exist_for_every_shell() {
    let story = Story::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let done = story.run(&["completions", shell]);
        assert!(done.code == Some(0) && done.out.contains("min-severity"), "{shell}");
    }
}

#[test]
fn colours_are_for_terminals_or_on_demand() {
    let story = Story::new();
    assert!(!story.run(&["check", "--text", "麵"]).out.contains('\u{1b}'));
    assert!(story.run(&["check", "--text", "麵", "--color", "always"]).out.contains('\u{1b}'));
    assert!(!story.run(&["explain", "ZI-001"]).out.contains('\u{1b}'));
}
