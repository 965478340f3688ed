//! CSV, TSV, JSON Lines and web tables: every row is accounted for.

use super::{checked, read, read_as};
use zhengzi::document::{LossKind, Role, Scene};
use zhengzi::read::Options;

fn columns_lost(outcome: &super::Outcome) -> Vec<Vec<String>> {
    let each = outcome.losses.iter().filter_map(|loss| match &loss.kind {
        LossKind::Columns(columns) => Some(columns.clone()),
        _ => None,
    });
    each.collect()
}

#[test]
fn a_csv_list_yields_each_row_once() {
    let outcome = read("a.csv", "序号,店名,地址\n1,老張飯莊,人民路\n2,,解放路\n\n合计,2家,\n".as_bytes());
    assert_eq!(outcome.info.format, "csv");
    assert_eq!(outcome.info.records, 3);
    assert_eq!(outcome.rows().iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 3, 5]);
    assert_eq!(outcome.cells(), [(2, "店名".into(), "老張飯莊".into()), (5, "店名".into(), "2家".into())]);
    assert_eq!(outcome.text(), "老張飯莊\n2家\n");
    assert_eq!(columns_lost(&outcome), [["地址"]]);
}

#[test]
fn delimiters_are_found() {
    for (name, text) in [
        ("a.tsv", "店名\t地址\n甲乙\t丙丁\n"),
        ("a.csv", "店名;地址\n甲乙;丙丁\n"),
        ("a.csv", "店名\t地址\n甲乙\t丙丁\n"),
        ("a.csv", "sep=|\n店名|地址\n甲乙|丙丁\n"),
        ("a.csv", "\u{FEFF}店名,地址\r\n甲乙,丙丁\r\n"),
        ("a.csv", "店名,地址\r甲乙,丙丁\r"),
        ("a.csv", "某区店铺登记表\n店名,地址\n甲乙,丙丁"),
    ] {
        let outcome = read(name, text.as_bytes());
        let cells: Vec<String> = outcome.cells().into_iter().map(|(_, header, text)| header + &text).collect();
        assert_eq!(cells, ["店名甲乙"], "{text:?}");
        assert_eq!(outcome.rows()[0].1, ["甲乙", "丙丁"], "{text:?}");
    }
}

#[test]
fn quoted_cells_keep_lines_and_marks() {
    let outcome = read("a.csv", "店名,备注\n\"甲\n乙\",\"说 \"\"好\"\", 好\"\n丙\"丁\",x\n".as_bytes());
    assert_eq!(
        outcome.rows(),
        [(2, vec!["甲\n乙".into(), "说 \"好\", 好".into()]), (3, vec!["丙\"丁\"".into(), "x".into()])]
    );
    assert_eq!(outcome.text(), "甲\n乙\n丙\"丁\"\n");
}

#[test]
fn a_mark_never_closed_does_not_swallow_the_file() {
    let text = format!("店名,备注\n\"甲,乙\n{}", "丙店,丁\n".repeat(300_000));
    let outcome = read("a.csv", text.as_bytes());
    assert_eq!(outcome.info.records, 300_001);
    assert_eq!(outcome.rows()[0].1, ["\"甲", "乙"]);
    let last = read("a.csv", "店名\n甲店\n\"乙店".as_bytes());
    assert_eq!(last.text(), "甲店\n\"乙店\n");
}

#[test]
fn many_rows_come_in_batches_that_add_up() {
    let rows: String = (0..50_000).map(|n| format!("{n},第{n}家店,路\n")).collect();
    let outcome = read("a.csv", format!("序号,店名,地址\n{rows}").as_bytes());
    assert_eq!(outcome.info.records, 50_000);
    assert!(outcome.documents.len() > 5);
    assert!(outcome.documents.iter().all(|document| document.text.len() < 80_000));
    let numbers: Vec<u64> = outcome.rows().iter().map(|(number, _)| *number).collect();
    assert!(numbers.iter().copied().eq(2..=50_001));
}

#[test]
fn repeated_headers_are_not_rows() {
    let outcome = read("a.csv", "序号,店名\n1,甲\n序号,店名\n2,乙\n".as_bytes());
    assert_eq!((outcome.info.records, outcome.text().as_str()), (2, "甲\n乙\n"));
}

#[test]
fn without_a_header_all_text_is_checked_and_that_is_said() {
    let outcome = read("a.csv", "1,老张饭庄,abc\n2,好又多,def\n".as_bytes());
    assert!(outcome.losses.iter().any(|loss| loss.kind == LossKind::NoHeader));
    assert_eq!(outcome.columns()[1], ("第2列".into(), Role::Checked(None)));
    assert_eq!((outcome.text().as_str(), outcome.info.records), ("老张饭庄\n好又多\n", 2));
}

#[test]
fn wider_rows_and_late_columns_are_not_lost() {
    let outcome = read("a.csv", "店名,电话\n甲店,1,多出的字\n".as_bytes());
    assert_eq!(columns_lost(&outcome), [["第3列"]]);
    let rows = "甲店\n".repeat(60);
    let outcome = read("a.csv", format!("店名\n{rows}乙店,后来的列\n").as_bytes());
    assert_eq!(columns_lost(&outcome), [["第2列"]]);
    assert_eq!(outcome.rows().last().unwrap().1, ["乙店", "后来的列"]);
}

#[test]
fn columns_given_by_hand_win() {
    let text = "编号,叫法,店名\n1,甲,乙\n".as_bytes();
    for name in ["叫法", "B", "b", "2", " 叫法 "] {
        let options = Options { columns: vec![(name.into(), checked(Scene::Signboard))], ..Options::default() };
        let outcome = read_as("a.csv", text, &options);
        assert_eq!(outcome.cells(), [(2, "叫法".into(), "甲".into())], "{name}");
        assert_eq!(columns_lost(&outcome), [["店名"]], "only what was asked for is checked");
    }
    let options = Options { scene: Some(Scene::PlaceName), ..Options::default() };
    assert_eq!(read_as("a.csv", text, &options).columns()[2].1, checked(Scene::PlaceName));
    let options = Options { columns: vec![("叫法".into(), Role::Exemption)], ..Options::default() };
    let columns = read_as("a.csv", text, &options).columns();
    assert_eq!((columns[1].1, columns[2].1), (Role::Exemption, checked(Scene::Signboard)));
}

#[test]
fn a_column_that_is_not_there_is_told_and_its_rows_are_not_clean() {
    let options = Options { columns: vec![("招牌".into(), Role::Checked(None))], ..Options::default() };
    let outcome = read_as("a.csv", "编号,店名\n1,乙\n".as_bytes(), &options);
    assert!(outcome.refusals().contains("招牌") && outcome.refusals().contains("店名"));
    assert_eq!((outcome.lost_rows(), outcome.info.records, outcome.documents.len()), (1, 1, 0));
}

#[test]
fn json_lines_are_rows() {
    let text = "{\"name\":\"甲店\",\"地址\":\"路\",\"n\":1.0,\"tags\":[\"手书\"],\"x\":null}\n\nnot json\n{\"later\":\"乙\",\"name\":\"丙店\"}\n[1]\n";
    let outcome = read("a.jsonl", text.as_bytes());
    assert_eq!((outcome.info.format, outcome.info.records, outcome.lost_rows()), ("jsonl", 4, 2));
    assert_eq!(outcome.cells(), [(1, "name".into(), "甲店".into()), (4, "name".into(), "丙店".into())]);
    assert_eq!(outcome.rows()[0].1, ["甲店", "路", "1", "[\"手书\"]"]);
    assert!(outcome.losses.iter().any(|loss| loss.scope == "第 3 行" && loss.kind == LossKind::Rows(1)));
    assert!(!outcome.documents[0].rows[0].sheet.references);
}

#[test]
fn keys_that_turn_up_late_are_columns() {
    let text = format!("{}{{\"a\":\"1\",\"店名\":\"甲店\"}}\n", "{\"a\":\"x\"}\n".repeat(70));
    let outcome = read("a.jsonl", text.as_bytes());
    assert_eq!(outcome.cells(), [(71, "店名".into(), "甲店".into())]);
    assert_eq!(outcome.info.records, 71);
}

#[test]
fn lone_surrogates_in_json_are_replaced_and_counted() {
    let outcome = read("a.jsonl", br#"{"text":"a\ud800b\ud83d\ude00c\\ud800\udc00"}"#);
    assert_eq!(outcome.text(), "a\u{FFFD}b😀c\\ud800\u{FFFD}\n");
    assert_eq!(outcome.invalid(), Some((2, 0)));
}

#[test]
fn web_tables_named_xls_are_read() {
    let page = "<html><head><meta charset=gb2312><style>td{x:y}</style></head><body><table>\
        <tr><td colspan=3>店铺登记表</td></tr><tr><th>序号</th><th>店&nbsp;名</th><th>地址</th></tr>\
        <tr><td rowspan=2>1</td><td>老<b>張</b>飯莊<br>二楼</td><td>路&amp;街</td></tr>\
        <tr><td>乙&#x5E97;</td><td></td></tr></table></body></html>";
    let outcome = read("a.xls", &encoding_rs::GBK.encode(page).0);
    assert_eq!((outcome.info.format, outcome.info.encoding), ("html", "GB18030"));
    assert_eq!(outcome.cells(), [(3, "店名".into(), "老張飯莊\n二楼".into()), (4, "店名".into(), "乙店".into())]);
    let xml = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook><Worksheet ss:Name=\"一\"><Table>\
        <Row><Cell><Data ss:Type=\"String\">店名</Data></Cell><Cell ss:Index=\"3\"><Data>备注</Data></Cell></Row>\
        <Row ss:Index=\"5\"><Cell><Data>甲店</Data></Cell><Cell ss:Index=\"3\"><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>";
    let outcome = read("a.xls", xml.as_bytes());
    assert_eq!(outcome.rows(), [(5, vec!["甲店".into(), String::new(), "x".into()])]);
}

#[test]
fn csv_and_tab_text_named_xls_are_read() {
    let text = "店名\t地址\n甲店\t某路\n";
    for bytes in [text.as_bytes().to_vec(), encoding_rs::GBK.encode(text).0.into_owned(), {
        let utf16 = format!("\u{FEFF}{text}");
        utf16.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }] {
        let outcome = read("a.xls", &bytes);
        assert_eq!((outcome.info.format, outcome.text().as_str()), ("tsv", "甲店\n"));
    }
}

#[test]
fn readings_may_cross_threads() {
    fn is_send<T: Send>() {}
    is_send::<zhengzi::read::Reading>();
}
