//! The workbook, opened again by another library.

use super::{FINDINGS, KEPT, NOT_CHECKED, Outcome, events, record};
use calamine::{Data, Range, Reader, Xlsx as Book, open_workbook};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use zhengzi::i18n::Lang;
use zhengzi::record::Event;
use zhengzi::report::output::Output;
use zhengzi::report::{Destination, Reporter, replay, xlsx};

/// Renders the fixed record as a workbook and opens it again.
fn workbook(lang: Lang, limits: xlsx::Limits) -> Result<Book<BufReader<File>>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("台账.xlsx");
    let output = Output::open(Destination::Path(path.clone()), lang)?;
    let reporter: Box<dyn Reporter> = Box::new(xlsx::Xlsx::with_limits(output, lang, limits));
    replay(BufReader::new(File::open(record())?), &mut [reporter])?;
    Ok(open_workbook(&path)?)
}

fn cell(sheet: &Range<Data>, row: usize, head: &str) -> String {
    let column = sheet.headers().unwrap_or_default().iter().position(|name| name == head);
    let column = column.unwrap_or_else(|| panic!("no column {head}"));
    sheet.get((row, column)).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn a_workbook_says_the_same_as_the_record() -> Outcome {
    // Written in memory, and row by row to the disk.
    for on_disk in [u64::MAX, 0] {
        let mut book = workbook(Lang::Zh, xlsx::Limits { on_disk, ..xlsx::Limits::default() })?;
        assert_eq!(book.sheet_names(), ["问题台账", "统计", "未检查", "已排除", "版本与依据"]);
        let ledger = book.worksheet_range("问题台账")?;
        assert_eq!(ledger.height(), FINDINGS + 1);
        let findings = events()?.into_iter().filter_map(|event| match event {
            Event::Finding(finding) => Some(finding),
            _ => None,
        });
        for (row, finding) in (1..).zip(findings) {
            assert_eq!(cell(&ledger, row, "编号"), row.to_string());
            assert_eq!(cell(&ledger, row, "错误字词"), finding.text);
            assert_eq!(cell(&ledger, row, "规则"), finding.rule);
            assert_eq!(cell(&ledger, row, "指纹"), finding.fingerprint);
            assert_eq!(cell(&ledger, row, "处置"), "待核");
            assert!(cell(&ledger, row, "原文").contains(&finding.text));
            for (head, value) in finding.row.iter() {
                let head = if head == "备注" { "备注（原表）" } else { head };
                assert_eq!(cell(&ledger, row, head), *value);
            }
        }
        assert_eq!(
            cell(&ledger, 1, "依据").lines().next(),
            Some("《国家通用语言文字法》第十五条第四项（2026-01-01施行）")
        );
        assert_eq!(book.worksheet_range("未检查")?.height(), NOT_CHECKED + 1);
        assert_eq!(book.worksheet_range("已排除")?.height(), KEPT + 1);
    }
    Ok(())
}

#[test]
fn a_workbook_has_no_formula_but_its_own() -> Outcome {
    let mut book = workbook(Lang::Zh, xlsx::Limits::default())?;
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name)?;
        let foreign = formulas.used_cells().filter(|(_, _, formula)| !formula.starts_with("COUNTIF('问题台账'!$P:$P,"));
        assert_eq!(foreign.count(), 0, "{name}");
    }
    let ledger = book.worksheet_range("问题台账")?;
    assert!(cell(&ledger, 7, "原文").starts_with("=HYPERLINK("));
    assert!(matches!(ledger.get((7, 6)), Some(Data::String(_))));
    assert!(cell(&ledger, 8, "原文").ends_with("东风廠<U+202E>oof<U+202C>"));
    assert!(cell(&ledger, 9, "原文").contains("↵二分店"));
    Ok(())
}

#[test]
fn the_counts_of_a_workbook_add_up() -> Outcome {
    let mut book = workbook(Lang::Zh, xlsx::Limits::default())?;
    let sheet = book.worksheet_range("统计")?;
    let text = |row: usize, column: usize| sheet.get((row, column)).map(ToString::to_string).unwrap_or_default();
    let number = |row: usize, column: usize| text(row, column).parse::<u64>().unwrap_or_default();
    let mut tables = 0;
    for head in (0..sheet.height()).filter(|&row| text(row, 0) == "项目" && text(row, 5) == "合计") {
        tables += 1;
        let total = (head + 1..sheet.height()).find(|&row| text(row, 0) == "合计").ok_or("no line of sums")?;
        for column in 1..=5 {
            let sum: u64 = (head + 1..total).map(|row| number(row, column)).sum();
            assert_eq!(sum, number(total, column), "column {column} of the table in row {head}");
        }
        assert_eq!(number(total, 5), FINDINGS as u64);
    }
    assert_eq!(tables, 7);
    let all: Vec<String> = (0..sheet.height()).map(|row| text(row, 0)).collect();
    assert!(all.contains(&"核对：问题 16 处 = 违规 8 + 疑似 5 + 建议 2 + 提示 1，相符".to_owned()));
    assert!(all.contains(&"核对：名单 24 行 = 合格 15 + 有问题 8 + 未能读取 1，相符".to_owned()));
    Ok(())
}

#[test]
fn a_ledger_that_is_too_long_goes_on_in_another_sheet() -> Outcome {
    let limits = xlsx::Limits { rows: 6, ..xlsx::Limits::default() };
    let mut book = workbook(Lang::Zh, limits)?;
    assert_eq!(book.sheet_names()[..3], ["问题台账", "问题台账2", "问题台账3"]);
    let mut numbers = Vec::new();
    for name in ["问题台账", "问题台账2", "问题台账3"] {
        let sheet = book.worksheet_range(name)?;
        numbers.extend((1..sheet.height()).map(|row| cell(&sheet, row, "编号")));
    }
    assert_eq!(numbers, (1..=FINDINGS).map(|n| n.to_string()).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_workbook_speaks_english_too() -> Outcome {
    let mut book = workbook(Lang::En, xlsx::Limits::default())?;
    assert_eq!(book.sheet_names(), ["Findings", "Statistics", "Not checked", "Kept", "Versions and bases"]);
    let ledger = book.worksheet_range("Findings")?;
    assert_eq!(cell(&ledger, 1, "Severity"), "Violation");
    assert_eq!(cell(&ledger, 1, "Position"), "B7 (row 7)");
    Ok(())
}
