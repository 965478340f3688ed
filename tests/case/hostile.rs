//! Names and files that are up to something, and mistakes people make.

use super::Desk;
use std::fs;

const NAMES: [&str; 5] = ["=cmd|' /C calc'!A0麵館", "..\\..\\x麵館", "CON麵館", "@SUM(1+1)麵館", "\u{202e}麵館\u{7}"];

#[test]
fn names_stay_plain_text() {
    let desk = Desk::new();
    let rows: String = (1..).zip(NAMES).map(|(n, name)| format!("\"{name}\",人民路{n}号\n")).collect();
    fs::write(desk.path("名单.csv"), format!("店名,地址\n{rows}")).unwrap();
    desk.ok(&["import", "名单.csv", "--by", "=HYPERLINK(\"x\")", "-q"]);
    for table in ["表.csv", "表.xlsx"] {
        desk.ok(&["export", table]);
    }
    let csv = fs::read_to_string(desk.path("表.csv")).unwrap();
    for cell in csv.split([',', '\n']).map(|cell| cell.trim_start_matches('"')) {
        assert!(!cell.starts_with(['=', '@', '+', '-']), "{cell}");
    }
    assert!(!csv.contains('\u{202e}') && csv.contains("<U+202E>"), "{csv}");
    let mut book = zip::ZipArchive::new(fs::File::open(desk.path("表.xlsx")).unwrap()).unwrap();
    let sheet = std::io::read_to_string(book.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"));
    let list = desk.ok(&["list"]);
    assert!(!list.contains('\u{202e}') && !list.contains('\u{7}'));
    // A table goes back in as it came, with the names as they are.
    let first = csv.lines().nth(1).unwrap().split(',').next().unwrap();
    fs::write(desk.path("回.csv"), csv.lines().map(|l| l.replacen(",,,,", ",违规,,,", 1) + "\n").collect::<String>())
        .unwrap();
    desk.ok(&["decide", "--from", "回.csv", "--by", "张三"]);
    assert!(desk.ok(&["show", first]).contains("违规"));
    desk.ok(&["notice", "--by", "张三"]);
    // A workbook goes back in too.
    desk.ok(&["export", "全.xlsx", "--all"]);
    let count = desk.problems().len();
    assert!(desk.ok(&["decide", "--from", "全.xlsx", "--by", "李四"]).contains(&format!(" {count} 条")));
    // Nothing was written outside of what was asked for.
    let mut names: Vec<_> =
        fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with("案卷.db"));
    names.sort();
    assert_eq!(names, ["全.xlsx", "名单.csv", "回.csv", "表.csv", "表.xlsx"]);
}

#[test]
fn a_mistake_is_told_and_nothing_is_recorded() {
    let desk = Desk::new();
    fs::write(desk.path("名单.csv"), "店名,地址\n國泰麵館,人民路1号\n").unwrap();
    let refused = |arguments: &[&str], word: &str| {
        let (code, _, err) = desk.case(arguments);
        assert_eq!(code, Some(2), "{arguments:?} {err}");
        assert!(err.contains(word), "{arguments:?} {err}");
    };
    refused(&["list"], "还是空的");
    refused(&["import", "名单.csv", "-q"], "--by");
    desk.ok(&["import", "名单.csv", "--by", "张三", "-q"]);
    refused(&["import", "名单.csv", "--by", "张三", "-q"], "导入过");
    refused(&["decide", "2026-00001", "2026-00099", "--verdict", "违规", "--by", "张三"], "2026-00099");
    refused(&["decide", "2026-00001", "--verdict", "保留", "--by", "张三"], "豁免");
    refused(&["decide", "2026-00001", "--verdict", "保留", "--exemption", "好看", "--by", "张三"], "手书");
    refused(&["decide", "2026-00001", "--verdict", "违规", "--by", " "], "--by");
    refused(&["show", "2026-00099"], "2026-00099");
    refused(&["init", "案卷.db", "--office", "x", "--prefix", "y"], "没有覆盖");
    refused(&["list", "--case", "名单.csv"], "不是正字的案卷");
    assert!(desk.ok(&["log", "--verify"]).contains("共 1 条"));
    desk.ok(&["decide", "2026-00001", "--verdict", "保留", "--exemption", "手书", "--by", "张三"]);
    assert_eq!(desk.problems()[0]["exemption"], "hand");
    let (code, _, err) = desk.case(&["list", "--case", "无.db", "--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("no such case file"), "{err}");
}

#[test]
fn a_second_plate_and_a_gone_shop_are_not_the_same() {
    let desk = Desk::new();
    let head = "店名,地址\n";
    fs::write(desk.path("一.csv"), format!("{head}國泰酒家,人民路1号\n如意面館,人民路3号\n大成書店,人民路5号\n"))
        .unwrap();
    desk.ok(&["import", "一.csv", "--by", "张三", "-q"]);
    let numbers: Vec<String> = desk.problems().iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect();
    assert_eq!(numbers.len(), 3);
    fs::write(desk.path("二.csv"), format!("{head}國泰酒家,人民路1号\n大成书店,人民路5号\n")).unwrap();
    desk.ok(&["recheck", "二.csv", "--by", "李四", "-q"]);
    let states = || desk.problems().iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(states(), ["persisting", "unseen", "rectified"]);
    desk.ok(&["result", &numbers[0], "--result", "加挂规范副牌", "--by", "李四", "--date", "2026-12-01"]);
    assert_eq!(states(), ["rectified", "unseen", "rectified"]);
    desk.ok(&["result", &numbers[1], "--result", "removed", "--by", "李四"]);
    assert_eq!(states(), ["rectified", "rectified", "rectified"]);
}
