//! Laws that hold for every text.

use super::{read, read_with};
use proptest::prelude::*;
use zhengzi::read::Input;

/// Pieces that, repeated, make texts of several blocks, with and without line ends.
fn long_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[一-龥，。 a-z]{1,40}\n", "[一-龥]{1,20}\r\n", "[一-龥]{1,30}", "[一-龥]{1,10}，", "[𠀀-𠀿😀-😿a]{1,9}",
        "\\PC{1,10}",
    ];
    let part = (piece, 1_usize..60_000).prop_map(|(piece, times)| {
        let room = (1 << 20) / piece.len().max(1);
        piece.repeat(times.min(room))
    });
    prop::collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn documents_add_up_to_the_file(text in long_text()) {
        let text = text.trim_start_matches('\u{FEFF}');
        let outcome = read("a.txt", text.as_bytes());
        prop_assert!(outcome.text() == text);
        prop_assert!(outcome.losses.is_empty());
        prop_assert!(outcome.documents.iter().all(|document| document.text.len() <= (1 << 20) + 512));
    }

    #[test]
    fn gb18030_documents_add_up_to_the_file(text in long_text()) {
        let text = format!("推广普通话，推行规范汉字。\n{}", text.replace(['\u{FEFF}', '\u{E5E5}'], ""));
        let bytes = encoding_rs::GB18030.encode(&text).0.into_owned();
        let options = zhengzi::read::Options { encoding: Some(encoding_rs::GB18030), ..Default::default() };
        let outcome = super::read_as("a.txt", &bytes, &options);
        let decoded = encoding_rs::GB18030.decode_without_bom_handling(&bytes).0;
        prop_assert!(outcome.text() == decoded);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), which in 0..9_usize) {
        let names = ["a.txt", "a.csv", "a.tsv", "a.md", "a.jsonl", "a.xlsx", "a.xls", "a.ods", "a"];
        let heads: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"<html><table><tr><td>"];
        let mut bytes = bytes;
        bytes.splice(..0, heads[which % 4].iter().copied());
        read(names[which], &bytes);
    }

    #[test]
    fn arbitrary_lists_keep_their_rows(rows in prop::collection::vec(prop::collection::vec("[一-丏\"\\n;a1]{0,4}", 1..5), 1..80)) {
        let text: String = rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(",") + "\n"
        }).collect();
        let outcome = read("a.csv", format!("名称,备注,地址,电话\n{text}").as_bytes());
        let filled: Vec<Vec<String>> = rows.into_iter().map(|mut row| {
            while row.last().is_some_and(|cell| cell.trim().is_empty()) { row.pop(); }
            row
        }).filter(|row| !row.is_empty()).collect();
        let read: Vec<Vec<String>> = outcome.rows().into_iter().map(|(_, values)| values).collect();
        prop_assert_eq!(read, filled);
    }

    #[test]
    fn an_argument_is_its_text(text in "\\PC*") {
        let outcome = read_with(&Input::Text(text.clone()), &Default::default());
        prop_assert_eq!(outcome.text(), text.strip_prefix('\u{FEFF}').unwrap_or(&text));
    }
}
