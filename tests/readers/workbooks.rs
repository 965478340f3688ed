//! xlsx, xls and ods.

use super::{Outcome, checked, fixture, read, read_with};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zhengzi::document::{LossKind, Role, Scene};
use zhengzi::read::{Input, Options};

/// A workbook as offices make them: merged title, a note, the header, merged cells, dates, a sum.
pub fn shops() -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet().set_name("店铺").unwrap();
    sheet.merge_range(0, 0, 0, 4, "某市某区沿街店铺招牌登记表", &Format::new()).unwrap();
    sheet.write(1, 0, "填表人：张三").unwrap();
    for (column, header) in ["序号", "店 名\n（必填）", "地址", "登记日期", "面积(㎡)"].iter().enumerate()
    {
        sheet.write(2, column as u16, *header).unwrap();
    }
    for (row, name) in [(3, "老張飯莊"), (4, "兴旺超市\n二楼"), (6, "美发廊")] {
        sheet.write(row, 0, row - 2).unwrap();
        sheet.write(row, 1, name).unwrap();
        sheet.write_with_format(row, 3, ExcelDateTime::parse_from_str("2026-03-01").unwrap(), &date).unwrap();
        sheet.write(row, 4, 36.5).unwrap();
    }
    sheet.merge_range(3, 2, 4, 2, "人民路1号", &Format::new()).unwrap();
    sheet.write(7, 0, "合计").unwrap();
    let places = book.add_worksheet().set_name("地名").unwrap();
    places.set_hidden(true);
    places.write(0, 0, "标准地名").unwrap();
    places.write(0, 1, "罗马字母拼写").unwrap();
    places.write(1, 0, "人民路").unwrap();
    places.write(1, 1, "Renmin Lu").unwrap();
    book.add_worksheet().set_name("空表").unwrap();
    book.save_to_buffer().unwrap()
}

fn look_at_shops(outcome: &Outcome, rows: [u64; 4]) {
    let numbers: Vec<u64> = outcome.rows().iter().map(|(number, _)| *number).take(4).collect();
    assert_eq!(numbers, rows);
    assert_eq!(outcome.info.records, 5);
    assert_eq!(outcome.documents.len(), 2);
    assert_eq!(outcome.documents[0].text.as_str().lines().next(), Some("老張飯莊"));
    let first = &outcome.documents[0].rows[0];
    assert_eq!((first.sheet.name.as_deref(), first.sheet.references), (Some("店铺"), true));
    assert_eq!(first.values, ["1", "老張飯莊", "人民路1号", "2026-03-01", "36.5"]);
    assert_eq!(first.sheet.columns[1].role, checked(Scene::Signboard));
    assert_eq!(
        outcome.columns(),
        [("标准地名".into(), checked(Scene::PlaceName)), ("罗马字母拼写".into(), Role::Spelling)]
    );
    let lost: Vec<_> = outcome.losses.iter().map(|loss| (loss.scope.as_str(), loss.kind.clone())).collect();
    assert_eq!(lost, [("工作表“店铺”", LossKind::Columns(vec!["地址".into()]))]);
}

#[test]
fn xlsx() {
    let outcome = read("a.xlsx", &shops());
    assert_eq!(outcome.info.format, "xlsx");
    look_at_shops(&outcome, [4, 5, 7, 8]);
    assert_eq!(outcome.columns().len(), 2);
    assert_eq!(outcome.cells()[0].1, "店名（必填）", "the header without its line break");
}

#[test]
fn xlsx_by_any_name() {
    for name in ["a.csv", "a.txt", "a.xls", "a.et", "a"] {
        look_at_shops(&read(name, &shops()), [4, 5, 7, 8]);
    }
}

#[test]
fn xls_and_ods() {
    for (name, format) in [("shops.xls", "xls"), ("shops.ods", "ods")] {
        let outcome = read_with(&Input::File(fixture(name)), &Options::default());
        assert_eq!(outcome.info.format, format);
        look_at_shops(&outcome, [3, 4, 5, 6]);
        assert_eq!(outcome.documents[0].rows[1].values[1], "兴旺超市\n（二楼）");
    }
}

#[test]
fn values_are_shown_as_people_see_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = |text: &str| Format::new().set_num_format(text);
    sheet.write(0, 0, "店名").unwrap();
    sheet.write(1, 0, "甲").unwrap();
    sheet.write(1, 1, 13_912_345_678_u64).unwrap();
    sheet.write(1, 2, 0.1).unwrap();
    sheet.write(1, 3, true).unwrap();
    sheet.write_with_format(1, 4, 45_000.5, &format("yyyy-mm-dd hh:mm")).unwrap();
    sheet.write_with_format(1, 5, 0.25, &format("hh:mm:ss")).unwrap();
    sheet.write_formula(1, 6, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_formula(1, 7, rust_xlsxwriter::Formula::new("=\"乙\"&\"丙\"").set_result("乙丙")).unwrap();
    let outcome = read("a.xlsx", &book.save_to_buffer().unwrap());
    let (_, values) = &outcome.rows()[0];
    assert_eq!(values[..6], ["甲", "13912345678", "0.1", "TRUE", "2023-03-15 12:00:00", "06:00:00"]);
    assert_eq!(values[7], "乙丙");
}

#[test]
fn ten_thousand_rows_are_all_there() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 1, "店名").unwrap();
    for row in 1..=10_000 {
        sheet.write(row, 1, format!("第{row}家店")).unwrap();
    }
    let outcome = read("a.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!((outcome.info.records, outcome.cells().len()), (10_000, 10_000));
    assert_eq!(outcome.rows()[9_999].0, 10_001);
}

#[test]
fn dropping_a_workbook_early_ends_its_thread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, shops()).unwrap();
    let mut reading = zhengzi::read::open(&Input::File(path), &Options::default());
    assert!(reading.next().is_some());
}

/// A workbook of Excel 95, whose strings are bytes in the code page it names, in the smallest container.
fn excel95() -> Vec<u8> {
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let label = |row: u16, column: u16, text: &str| {
        let text = gbk(text);
        let head: Vec<u8> = [row, column, 0, text.len() as u16].iter().flat_map(|n| n.to_le_bytes()).collect();
        record(0x0204, &[head, text].concat())
    };
    let name = gbk("店铺");
    let globals = |at: u32| {
        let sheet = [&at.to_le_bytes()[..], &[0, 0, name.len() as u8], &name].concat();
        [
            record(0x0809, &[0, 5, 5, 0, 0, 0, 0, 0]),
            record(0x0042, &936_u16.to_le_bytes()),
            record(0x0085, &sheet),
            record(0x000A, &[]),
        ]
        .concat()
    };
    let mut stream = globals(globals(0).len() as u32);
    stream.extend(record(0x0809, &[0, 5, 0x10, 0, 0, 0, 0, 0]));
    for (row, texts) in [["序号", "店名"], ["一", "老張飯莊"]].iter().enumerate() {
        stream.extend(label(row as u16, 0, texts[0]));
        stream.extend(label(row as u16, 1, texts[1]));
    }
    stream.extend(record(0x000A, &[]));
    stream.resize(4096, 0);
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.resize(512, 0xFF);
    header[8..76].fill(0);
    header[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header[44..48].copy_from_slice(&1_u32.to_le_bytes());
    header[48..52].copy_from_slice(&1_u32.to_le_bytes());
    header[60..64].fill(0xFF);
    header[68..72].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF]);
    header[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let mut table: Vec<u32> = vec![0xFFFF_FFFD, 0xFFFF_FFFE, 3, 4, 5, 6, 7, 8, 9, 0xFFFF_FFFE];
    table.resize(128, 0xFFFF_FFFF);
    let entry = |name: &str, kind: u8, start: u32, length: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        (entry[64], entry[66]) = (name.len() as u8 * 2 + 2, kind);
        entry[68..80].fill(0xFF);
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&length.to_le_bytes());
        entry
    };
    let mut directory = [entry("Root Entry", 5, 0xFFFF_FFFE, 0), entry("Book", 2, 2, 4096)].concat();
    directory.resize(512, 0);
    [header, table.iter().flat_map(|n| n.to_le_bytes()).collect(), directory, stream].concat()
}

#[test]
fn strings_of_excel_95_are_in_its_code_page() {
    let outcome = read("a.xls", &excel95());
    assert_eq!(outcome.cells(), [(2, "店名".into(), "老張飯莊".into())], "{:?}", outcome.losses);
    assert_eq!(outcome.documents[0].rows[0].sheet.name.as_deref(), Some("店铺"));
}
