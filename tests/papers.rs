//! The papers of supervision, made of a case file of our own and looked at from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "papers/names.rs"]
mod names;
#[path = "papers/office.rs"]
mod office;
#[path = "papers/seal.rs"]
mod seal;
#[path = "papers/template.rs"]
mod template;
#[path = "papers/view.rs"]
mod view;

use calamine::{Data, Reader, Xlsx, open_workbook};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use view::{EVIL, Make};
use zhengzi::case::view::{CaseView, Verdict};
use zhengzi::papers::{self, Error, Options};
use zip::ZipArchive;

/// Every part of an archive that is XML, after a parser that knows nothing of ours has read it.
fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut found = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            well_formed(&name, &text);
            found.insert(name, text);
        }
    }
    found
}

/// Reads a part to its end and sees that every tag is closed.
fn well_formed(name: &str, xml: &str) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(tag) => {
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name}");
    let illegal = |c: char| c < ' ' && !"\t\r\n".contains(c) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!xml.contains(illegal), "{name}");
}

/// The text of a document, paragraphs on lines.
fn text(path: &Path) -> String {
    let xml = parts(path).remove("word/document.xml").unwrap();
    let mut text = String::new();
    for piece in xml.replace("</w:p>", "\n<").split('<').skip(1) {
        match piece.split_once('>') {
            Some((tag, words)) if tag == "w:t" || tag.starts_with("w:t ") => text.push_str(words),
            None if piece.starts_with('\n') => text.push('\n'),
            _ if piece.starts_with('\n') => text.push('\n'),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

fn written(view: &CaseView) -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let files = papers::write(view, folder.path(), &Options::default()).unwrap();
    (folder, files)
}

fn names(folder: &Path, files: &[PathBuf]) -> Vec<String> {
    files.iter().map(|file| file.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/")).collect()
}

#[test]
fn a_unit_gets_its_notice_with_every_problem() {
    for problems in [1, 5, 50] {
        let view = Make { units: 1, problems, ..Make::default() }.view();
        let (folder, files) = written(&view);
        let names = names(folder.path(), &files);
        let notice = names.iter().position(|name| name.starts_with("整改通知书/区语〔2026〕1号 ")).unwrap();
        let text = text(&files[notice]);
        assert!(!text.contains("{{") && !text.contains("}}"), "{text}");
        let facts =
            ["区语〔2026〕1号", "单位1号店：", "2026年12月4日", "张老师", "送达回执", "加挂规范字副牌", "附：送达回执"];
        assert!(facts.iter().all(|fact| text.contains(fact)), "{text}");
        assert!(text.contains(&format!("发现你单位有{problems}处")));
        for problem in &view.problems {
            assert!(text.contains(&format!("{}（{}）", problem.text, problem.object)), "{}", problem.number);
        }
        assert!(text.contains("《国家通用语言文字法》第三十条规定"), "{text}");
        assert!(!text.contains("罚款"), "{text}");
    }
}

#[test]
fn nothing_is_noticed_that_no_person_decided() {
    let mut view = Make { units: 4, problems: 1, ..Make::default() }.view();
    view.problems[0].verdict = Verdict::Pending;
    view.problems[1].verdict = Verdict::FalseAlarm;
    view.problems[2].verdict = Verdict::Retained;
    let (folder, files) = written(&view);
    let notices: Vec<_> = names(folder.path(), &files).into_iter().filter(|name| name.contains("通知书")).collect();
    assert_eq!(notices, ["整改通知书/区语〔2026〕4号 单位4号店.docx"]);
    view.problems[3].decided_by = " ".into();
    let refused = papers::write(&view, folder.path(), &Options::default());
    assert!(matches!(refused, Err(Error::NoPerson(number)) if number == view.problems[3].number));
}

#[test]
fn what_was_not_verified_stands_in_no_notice() {
    let mut view = Make { units: 2, problems: 2, ..Make::default() }.view();
    for basis in &mut view.problems[0].basis {
        basis.verified = false;
        basis.title = "未核对的规定".into();
    }
    view.problems[2].basis[0].verified = false;
    view.problems[2].basis[0].title = "未核对的规定".into();
    view.problems[3].basis.iter_mut().for_each(|basis| basis.verified = false);
    let (folder, files) = written(&view);
    let notices: Vec<_> = files.iter().filter(|file| file.to_string_lossy().contains("通知书")).collect();
    assert_eq!(notices.len(), 3, "{:?}", names(folder.path(), &files));
    for notice in notices {
        let text = text(notice);
        assert!(!text.contains("未核对的规定") && !text.contains("条文待核"), "{text}");
    }
    let report = text(&files[1]);
    assert!(report.contains("另有2处认定违规的问题，所引依据的条文尚待核对"), "{report}");
}

#[test]
fn two_units_share_no_number() {
    let mut view = Make { units: 2, problems: 1, ..Make::default() }.view();
    view.problems[1].notice = view.problems[0].notice.clone();
    let folder = tempfile::tempdir().unwrap();
    let refused = papers::write(&view, folder.path(), &Options::default());
    assert!(matches!(refused, Err(Error::SharedNumber(number)) if number == "区语〔2026〕1号"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written before all has been looked at");
}

#[test]
fn the_ledger_has_every_problem_once_and_adds_up() {
    let mut view = Make { units: 6, problems: 5, ..Make::default() }.view();
    view.problems[3].verdict = Verdict::FalseAlarm;
    view.problems[4].verdict = Verdict::Retained;
    view.problems[4].exemption = "relic".into();
    view.problems[5].verdict = Verdict::Pending;
    let (_folder, files) = written(&view);
    let mut book: Xlsx<_> = open_workbook(&files[0]).unwrap();
    assert_eq!(book.sheet_names(), ["问题台账", "统计", "未能检查", "已豁免·误报", "说明"]);
    let sheet = book.worksheet_range("问题台账").unwrap();
    assert_eq!(sheet.height(), 1 + 28);
    let column =
        |head: &str| (0..sheet.width()).find(|n| sheet.get((0, *n)) == Some(&Data::String(head.into()))).unwrap();
    let numbers: Vec<String> = (1..29).map(|row| sheet.get((row, column("问题编号"))).unwrap().to_string()).collect();
    let expected = view.problems.iter().filter(|one| !matches!(one.verdict, Verdict::FalseAlarm | Verdict::Retained));
    assert_eq!(numbers, expected.map(|one| one.number.clone()).collect::<Vec<_>>());
    for (row, state, verdict) in [(1, "整改中", "违规"), (4, "", "待核")] {
        assert_eq!(sheet.get((row, column("整改状态"))).unwrap().to_string(), state);
        assert_eq!(sheet.get((row, column("性质"))).unwrap().to_string(), verdict);
    }
    let stand = book.worksheet_range("已豁免·误报").unwrap();
    let cells: Vec<String> = stand.used_cells().map(|(.., cell)| cell.to_string()).collect();
    assert!(
        ["文物古迹", "王五", "2026-11-24", "误报", "保留"].iter().all(|word| cells.iter().any(|cell| cell == word)),
        "{cells:?}"
    );
    let notes = book.worksheet_range("说明").unwrap();
    let notes: Vec<String> = notes.used_cells().map(|(.., cell)| cell.to_string()).collect();
    assert!(notes.contains(&"登记问题 30 ＝ 问题台账 28 ＋ 已豁免·误报 2，相符".to_owned()), "{notes:?}");
    assert!(notes.contains(&"检查对象 40 ＝ 合格 33 ＋ 有问题 6 ＋ 未能检查 1，相符".to_owned()), "{notes:?}");
}

#[test]
fn rates_are_the_formulas_they_print() {
    let mut view = Make { units: 4, problems: 1, ..Make::default() }.view();
    view.problems[0].result = Some(zhengzi::case::view::Outcome::Replaced);
    view.problems[0].result_on = "2026-12-04".into();
    view.problems[1].result = Some(zhengzi::case::view::Outcome::SecondPlate);
    view.problems[1].result_on = "2026-12-05".into();
    view.problems[2].result = Some(zhengzi::case::view::Outcome::Kept);
    let rates: Vec<_> = papers::rates(&view).into_iter().map(|rate| (rate.name, rate.value)).collect();
    let expected = [
        ("抽查规范率", "89.74%"),
        ("用字差错率", "12.50‰"),
        ("用字差错率（万分比）", "125.00‱"),
        ("整改率", "66.67%"),
        ("按期整改率", "33.33%"),
    ];
    assert_eq!(rates, expected.map(|(name, value)| (name, value.to_owned())));
    view.inspection.counts = Default::default();
    assert_eq!(papers::rates(&view)[0].value, "无");
}

#[test]
fn departments_get_their_own_lists() {
    let view = Make { units: 4, problems: 2, ..Make::default() }.view();
    let (folder, files) = written(&view);
    let names = names(folder.path(), &files);
    let lists: Vec<_> = names.iter().filter(|name| name.starts_with("移交清单/")).collect();
    assert_eq!(lists, ["移交清单/城市管理部门.docx", "移交清单/市场监督管理部门.docx"]);
    let text = text(&folder.path().join(lists[0]));
    assert!(text.contains("2026-00001") && !text.contains("2026-00003"), "{text}");
}

#[test]
fn the_report_compares_and_charts() {
    let view = Make { units: 12, problems: 3, ..Make::default() }.view();
    let (_folder, files) = written(&view);
    let parts = parts(&files[1]);
    let charts: Vec<_> = parts.keys().filter(|name| name.starts_with("word/charts/chart")).collect();
    assert_eq!(charts.len(), 5);
    assert!(parts["word/charts/chart1.xml"].contains("<c:v>繁体字</c:v>"));
    let text = text(&files[1]);
    for heading in
        ["一、总体情况", "二、主要问题", "四、典型案例", "五、整改与复查", "六、与上期对比", "八、版本与复现信息"]
    {
        assert!(text.contains(heading), "{heading}");
    }
    assert!(text.contains("其余2项") && !text.contains("本次为首次检查"), "{text}");
    assert!(parts["word/document.xml"].contains("descr=\"条形图，"));
    let cases = text.split("四、典型案例").nth(1).unwrap().split("五、").next().unwrap();
    assert!(cases.contains("繁体字：招牌用字“麵”") && !cases.contains("分店") && !cases.contains("单位"), "{cases}");
}

#[test]
fn evil_names_stay_text_in_every_paper() {
    let view = Make { units: EVIL.len(), problems: 1, evil: true }.view();
    let (folder, files) = written(&view);
    for file in &files {
        let inside = file.canonicalize().unwrap();
        assert!(inside.starts_with(folder.path().canonicalize().unwrap()), "{file:?}");
        let parts = parts(file);
        for (name, xml) in parts.iter().filter(|(name, _)| !name.starts_with("docProps/")) {
            assert!(!xml.contains("<script") && !xml.contains("<f>") && !xml.contains("<hyperlink"), "{file:?} {name}");
            assert!(!xml.contains(['\u{202e}', '\u{1b}', '\u{0}']), "{file:?} {name}");
        }
    }
    let notices = names(folder.path(), &files).into_iter().filter(|name| name.starts_with("整改通知书/")).count();
    assert_eq!(notices, EVIL.len());
    let mut book: Xlsx<_> = open_workbook(&files[0]).unwrap();
    let sheet = book.worksheet_range("问题台账").unwrap();
    for formula in ["=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)"] {
        assert!(sheet.used_cells().any(|(.., cell)| *cell == Data::String(formula.into())), "{formula}");
    }
    assert!(book.worksheet_formula("问题台账").unwrap().used_cells().next().is_none());
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let view = Make { units: 3, problems: 3, ..Make::default() }.view();
    let ((_a, first), (_b, second)) = (written(&view), written(&view));
    assert_eq!(first.len(), second.len());
    for (first, second) in first.iter().zip(&second) {
        assert!(fs::read(first).unwrap() == fs::read(second).unwrap(), "{first:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let options = Options { epoch: Some(1_800_000_000), ..Options::default() };
    let files = papers::write(&view, folder.path(), &options).unwrap();
    assert!(parts(&files[1])["docProps/core.xml"].contains(">2027-01-15T08:00:00Z<"));
    assert!(parts(&first[1])["docProps/core.xml"].contains(">2026-11-24T00:00:00Z<"));
    let (_c, empty) = written(&CaseView { inspection: view.inspection, ..CaseView::default() });
    assert_eq!(empty.len(), 2, "a case without problems has a ledger and a report");
}
