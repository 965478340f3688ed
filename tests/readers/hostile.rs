//! Broken and hostile files: each is refused in words, quickly, and the run goes on.

use super::{fixture, read, read_as};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zhengzi::document::LossKind;
use zhengzi::read::Options;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn xlsx(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn sheet(cells: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>{cells}</sheetData></worksheet>"#
    )
}

const NO_STRINGS: &[u8] =
    br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="0"></sst>"#;

fn ods(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// Reads, asks for the words, and allows no more time than a person would.
fn refused(name: &str, bytes: &[u8], words: &str) {
    let begin = Instant::now();
    let outcome = read(name, bytes);
    assert!(outcome.refusals().contains(words), "{name}: {words} in {:?}", outcome.losses);
    assert!(outcome.documents.is_empty(), "{name} yields nothing");
    assert!(begin.elapsed() < Duration::from_secs(10), "{name} took {:?}", begin.elapsed());
}

#[test]
fn files_without_text_are_named() {
    refused("a.txt", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "PDF");
    refused("a.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "PNG");
    refused("a.csv", b"\xFF\xD8\xFF\xE0\0\x10JFIF", "JPEG");
    refused("a.exe", b"MZ\x90\0\x03\0\0\0", "可执行");
    refused("a.gz", b"\x1F\x8B\x08\0\0\0\0\0", "gzip");
    refused("a.bin", &(0..=255).cycle().take(4096).collect::<Vec<u8>>(), "二进制");
    refused("a.txt", &[0; 1000], "二进制");
}

#[test]
fn empty_files_are_told() {
    for name in ["a.txt", "a.csv", "a.xlsx", "a.md", "a.jsonl"] {
        refused(name, b"", "空的");
    }
}

#[test]
fn other_documents_are_named() {
    refused("a.docx", &archive(&[("word/document.xml", b"<w/>")]), "docx");
    refused("a.pptx", &archive(&[("ppt/presentation.xml", b"<p/>")]), "pptx");
    refused("a.xlsb", &archive(&[("xl/workbook.bin", b"x")]), "xlsb");
    refused("a.zip", &archive(&[("a.txt", b"x")]), "解压");
}

#[test]
fn truncated_workbooks_are_told() {
    let whole = xlsx(sheet("").as_bytes(), NO_STRINGS);
    for part in [10, whole.len() / 2, whole.len() - 5] {
        refused("a.xlsx", &whole[..part], "损坏");
    }
    let whole = std::fs::read(fixture("shops.xls")).unwrap();
    for part in [600, whole.len() / 2, whole.len() - 1500] {
        refused("a.xls", &whole[..part], "损坏");
    }
    let whole = std::fs::read(fixture("shops.ods")).unwrap();
    refused("a.ods", &whole[..whole.len() / 2], "损坏");
}

#[test]
fn a_sheet_that_breaks_off_keeps_its_first_rows() {
    let rows = r#"<row r="1"><c r="A1" t="str"><v>店名</v></c></row><row r="2"><c r="A2" t="str"><v>甲店</v></c></row><row r="3"><c r="A3" t="str"><v>乙"#;
    let broken = sheet(rows).replace("</sheetData></worksheet>", "");
    let outcome = read("a.xlsx", &xlsx(broken.as_bytes(), NO_STRINGS));
    assert!(outcome.text().starts_with("甲店\n"), "{:?}", outcome.losses);
    assert!(outcome.refusals().contains("损坏"));
}

#[test]
fn zip_bombs_are_not_opened() {
    let zeros = vec![b' '; 40 << 20];
    refused("a.xlsx", &xlsx(&zeros, NO_STRINGS), "压缩炸弹");
    let mut options = Options::default();
    options.limits.expanded = 1 << 20;
    let outcome = read_as("a.xlsx", &xlsx(&zeros[..2 << 20], NO_STRINGS), &options);
    assert!(outcome.refusals().contains("上限 1 MB"));
    options = Options::default();
    options.limits.entries = 3;
    let outcome = read_as("a.xlsx", &xlsx(b"", NO_STRINGS), &options);
    assert!(matches!(&outcome.losses[0].kind, LossKind::Limit(text) if text.contains("6 个文件")));
}

#[test]
fn sizes_that_lie_do_not_help() {
    let mut bomb = xlsx(&vec![b' '; 40 << 20], NO_STRINGS);
    for (mark, at) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
        let places: Vec<usize> = (0..bomb.len() - 4).filter(|&i| bomb[i..i + 4] == mark[..]).collect();
        for place in places {
            bomb[place + at..place + at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    refused("a.xlsx", &bomb, "");
}

#[test]
fn claims_of_size_cost_nothing() {
    let far = r#"<row r="1"><c r="A1" t="str"><v>店名</v></c></row><row r="1048576"><c r="A1048576" t="str"><v>甲</v></c><c r="XFD1048576"><v>1</v></c></row>"#;
    let outcome = read("a.xlsx", &xlsx(sheet(far).as_bytes(), NO_STRINGS));
    assert_eq!((outcome.text().as_str(), outcome.rows()[0].0, outcome.rows()[0].1.len()), ("甲\n", 1_048_576, 16_384));
    let strings =
        NO_STRINGS.to_vec().iter().map(|b| *b as char).collect::<String>().replace("\"0\"", "\"99999999999\"");
    refused("a.xlsx", &xlsx(sheet("").as_bytes(), strings.as_bytes()), "上限");
    let wide =
        (1..=2000).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect::<String>();
    let mut options = Options::default();
    options.limits.cells = 1_000_000;
    let outcome = read_as("a.xlsx", &xlsx(sheet(&wide).as_bytes(), NO_STRINGS), &options);
    assert!(outcome.refusals().contains("100 万个"), "{:?}", outcome.losses);
}

#[test]
fn repeated_cells_of_ods_are_counted_before_they_are_made() {
    let table = |rows: &str| {
        format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"t\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        )
    };
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    refused(
        "a.ods",
        &ods(&table(&format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"))),
        "上限",
    );
    refused(
        "a.ods",
        &ods(&table(&format!(
            "<!-- \" --><table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>"
        ))),
        "上限",
    );
    refused("a.ods", &ods(&table(&format!("<table:table-row>{cell}</table:table-row>").repeat(400))), "上限");
    refused(
        "a.ods",
        &ods(&table(
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"99999999999\"/></text:p></table:table-cell></table:table-row>",
        )),
        "上限",
    );
    let trailing = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>甲店</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row><table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(read("a.ods", &ods(&table(trailing))).text(), "甲店\n", "empty rows and columns without end are normal");
}

#[test]
fn xls_claims_are_muted() {
    let mut bytes = std::fs::read(fixture("shops.xls")).unwrap();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|&i| bytes[i..i + 4] == [0x00, 0x02, 0x0E, 0x00]).collect();
    assert_eq!(places.len(), 2, "one record for each sheet");
    for place in places {
        bytes[place + 4..place + 16].copy_from_slice(&[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    }
    assert_eq!(read("a.xls", &bytes).info.records, 5);
}

#[test]
fn xls_chains_in_circles_are_refused() {
    let mut bytes = std::fs::read(fixture("shops.xls")).unwrap();
    let long = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let (directory, table) = (long(&bytes, 48), long(&bytes, 76));
    let place = (table as usize + 1) * 512 + directory as usize * 4;
    bytes[place..place + 4].copy_from_slice(&directory.to_le_bytes());
    refused("a.xls", &bytes, "损坏");
}

#[test]
fn encrypted_and_other_ole_files_are_named() {
    let rename = |name: &str| {
        let mut bytes = std::fs::read(fixture("shops.xls")).unwrap();
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let book = wide("Workbook\0");
        let at = bytes.windows(book.len()).position(|window| window == book).unwrap();
        let name = wide(name);
        bytes[at..at + name.len()].copy_from_slice(&name);
        bytes
    };
    refused("a.xlsx", &rename("EncryptedPackage"), "密码");
    refused("a.doc", &rename("WordDocument"), "Word");
    refused("a.et", &rename("Nothing\0\0"), "OLE");
}

#[test]
fn damaged_bytes_anywhere_never_end_the_run() {
    let book = super::workbooks::shops();
    for name in ["shops.xls", "shops.ods", "shops.xlsx"] {
        let whole = std::fs::read(fixture(name)).unwrap_or_else(|_| book.clone());
        for at in (0..whole.len()).step_by(97) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xFF;
            read(name, &bytes);
        }
    }
}

#[test]
fn cells_and_records_beyond_limits_are_told() {
    let mut options = Options::default();
    options.limits.cell_chars = 10;
    let outcome = read_as("a.csv", format!("店名\n{}\n乙\n", "甲".repeat(20)).as_bytes(), &options);
    assert_eq!(outcome.text(), format!("{}\n乙\n", "甲".repeat(10)));
    assert!(outcome.refusals().contains("10 字"));
    options = Options::default();
    options.limits.record = 1000;
    let outcome = read_as("a.csv", format!("店名\n{}\n乙\n", "甲".repeat(2000)).as_bytes(), &options);
    assert_eq!((outcome.text().as_str(), outcome.lost_rows()), ("乙\n", 1));
    options = Options::default();
    options.limits.cells = 100;
    let outcome = read_as("a.csv", format!("店名,地址\n{}", "甲,乙\n".repeat(200)).as_bytes(), &options);
    assert!(outcome.refusals().contains("上限") && outcome.info.records < 51);
    options = Options::default();
    options.limits.columns = 2;
    let outcome = read_as("a.csv", "店名,地址\n甲,乙,丙\n".as_bytes(), &options);
    assert!(outcome.refusals().contains("2 列"));
}

/// Every line another key: columns would grow without end.
#[test]
fn endless_keys_are_cut_off() {
    let mut options = Options::default();
    options.limits.columns = 50;
    let lines: String = (0..500).map(|n| format!("{{\"店名\":\"甲\",\"k{n}\":1}}\n")).collect();
    let outcome = read_as("a.jsonl", lines.as_bytes(), &options);
    assert_eq!((outcome.info.records, outcome.refusals().lines().count()), (500, 1));
    assert_eq!(outcome.columns().len(), 50);
}
