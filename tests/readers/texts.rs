//! Plain text, Markdown, and the encodings of both.

use super::{read, read_as, read_with};
use encoding_rs::{BIG5, GB18030, GBK};
use zhengzi::document::LossKind;
use zhengzi::read::{Input, Options};

const PROSE: &str = "国家推广普通话，推行规范汉字。\r\n招牌、告示、标志牌等使用的文字应当规范。\n第三行没有换行";
const TRADITIONAL: &str = "國家推廣普通話，推行規範漢字。\n招牌、告示、標誌牌等使用的文字應當規範。\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn the_same_text_in_every_encoding() {
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(PROSE.as_bytes());
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("UTF-8", PROSE.as_bytes().to_vec()),
        ("UTF-8", marked),
        ("UTF-16LE", utf16(&format!("\u{FEFF}{PROSE}"), u16::to_le_bytes)),
        ("UTF-16BE", utf16(&format!("\u{FEFF}{PROSE}"), u16::to_be_bytes)),
        ("UTF-16LE", utf16(PROSE, u16::to_le_bytes)),
        ("UTF-16BE", utf16(PROSE, u16::to_be_bytes)),
        ("GB18030", GB18030.encode(PROSE).0.into_owned()),
        ("GB18030", GBK.encode(PROSE).0.into_owned()),
    ];
    for (encoding, bytes) in cases {
        let outcome = read("a.txt", &bytes);
        assert_eq!(outcome.info.encoding, encoding);
        assert_eq!(outcome.text(), PROSE, "{encoding}");
        assert!(outcome.losses.is_empty(), "{encoding}: {:?}", outcome.losses);
    }
    let outcome = read("a.txt", &BIG5.encode(TRADITIONAL).0);
    assert_eq!((outcome.info.encoding, outcome.text().as_str()), ("Big5", TRADITIONAL));
}

#[test]
fn short_gbk_texts_are_not_taken_for_something_else() {
    let signs = [
        "饭店",
        "超市",
        "理发店",
        "老张饭庄",
        "好又多超市",
        "中国银行",
        "美发",
        "药店",
        "烟酒",
        "水果店",
        "福满楼",
        "兰州拉面",
        "人民路",
        "解放街",
        "五金交电",
        "手机维修",
        "招商引资",
        "推广普通话",
        "书写规范字",
        "文明城市",
        "牛肉面\n拉面",
        "1,饭店,人民路\n2,超市,解放路\n",
        "餐饮",
        "旅馆",
        "停车场",
        "洗衣",
        "窗帘",
        "皮鞋",
        "服装",
        "天天见面",
    ];
    let wrong: Vec<String> = signs
        .iter()
        .filter_map(|sign| {
            let outcome = read("a.txt", &GBK.encode(sign).0);
            (outcome.text() != *sign).then(|| format!("{sign} → {} {}", outcome.info.encoding, outcome.text()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn short_big5_texts_stay_big5() {
    let texts = ["國家推廣普通話", "標準字體的寫法", "臺灣的繁體中文網站說明", "歡迎光臨本店，謝謝惠顧"];
    for text in texts {
        let outcome = read("a.txt", &BIG5.encode(text).0);
        assert_eq!((outcome.info.encoding, outcome.text().as_str()), ("Big5", text));
    }
}

#[test]
fn japanese_and_korean_are_what_the_detector_says() {
    let japanese = "これは日本語の文章です。カタカナとひらがながあります。\n".repeat(5);
    let outcome = read("a.txt", &encoding_rs::SHIFT_JIS.encode(&japanese).0);
    assert_eq!((outcome.info.encoding, outcome.text()), ("Shift_JIS", japanese));
    let korean = "이것은 한국어 문장입니다. 안녕하세요.\n".repeat(5);
    let outcome = read("a.txt", &encoding_rs::EUC_KR.encode(&korean).0);
    assert_eq!((outcome.info.encoding, outcome.text()), ("EUC-KR", korean));
}

#[test]
fn the_option_overrides_detection_but_not_a_mark() {
    let options = Options { encoding: Some(BIG5), ..Options::default() };
    assert_eq!(read_as("a.txt", &GBK.encode(PROSE).0, &options).info.encoding, "Big5");
    assert_eq!(read_as("a.txt", "\u{FEFF}中文".as_bytes(), &options).text(), "中文");
    let argument = read_with(&Input::Text("壹".to_owned()), &options);
    assert_eq!((argument.text().as_str(), argument.info.encoding), ("壹", "UTF-8"));
}

#[test]
fn invalid_utf8_in_the_middle_is_replaced_and_counted() {
    let mut bytes = "推广普通话，规范用字。\n".repeat(20).into_bytes();
    let first = bytes.len() as u64;
    bytes.extend(b"\xFF\xFE");
    bytes.extend("中\u{FFFD}文\n".as_bytes());
    let outcome = read("a.txt", &bytes);
    assert_eq!(outcome.info.encoding, "UTF-8");
    assert_eq!(outcome.invalid(), Some((2, first)), "the one that stood there is not counted");
    assert!(outcome.text().ends_with("\u{FFFD}\u{FFFD}中\u{FFFD}文\n"));
}

#[test]
fn an_original_replacement_character_is_not_a_loss() {
    assert_eq!(read("a.txt", "中\u{FFFD}文".as_bytes()).invalid(), None);
}

#[test]
fn wrong_bytes_far_behind_the_first_block_are_found() {
    let good = "推广普通话，规范用字。\n".repeat(60_000);
    let mut bytes = good.clone().into_bytes();
    bytes.extend(b"\xE4\xB8");
    let outcome = read("a.txt", &bytes);
    assert_eq!(outcome.invalid(), Some((1, good.len() as u64)));
    assert_eq!(outcome.text(), good + "\u{FFFD}");
}

#[test]
fn ascii_first_and_gbk_later_is_gbk() {
    let (ascii, tail) = ("plain words\n".repeat(150_000), "推广普通话，规范用字。\n".repeat(1000));
    let mut bytes = ascii.clone().into_bytes();
    bytes.extend(GBK.encode(&tail).0.iter());
    let outcome = read("a.txt", &bytes);
    assert_eq!(outcome.info.encoding, "GB18030");
    assert!(outcome.text() == ascii + &tail && outcome.losses.is_empty());
}

#[test]
fn lone_surrogates_become_replacement_characters() {
    let mut units: Vec<u16> = "\u{FEFF}中文".encode_utf16().collect();
    units.extend([0xD800, u16::from(b'x')]);
    let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let outcome = read("a.txt", &bytes);
    assert_eq!((outcome.text().as_str(), outcome.invalid()), ("中文\u{FFFD}x", Some((1, 6))));
    let mut cesu = "中文，规范用字，推广普通话".repeat(3).into_bytes();
    cesu.extend(b"\xED\xA0\x80");
    assert_eq!(read("a.txt", &cesu).invalid().unwrap().0, 3, "as browsers count");
}

#[test]
fn a_nul_in_a_text_is_kept() {
    let outcome = read("a.txt", "中\0文\n".as_bytes());
    assert_eq!((outcome.text().as_str(), outcome.losses.len()), ("中\0文\n", 0));
}

#[test]
fn a_long_line_is_cut_and_given_context() {
    let sentence = "没有换行的一句话，";
    for unit in [sentence, "字"] {
        let text = unit.repeat(10_000_000 / unit.len());
        let outcome = read("a.txt", text.as_bytes());
        assert!(outcome.documents.len() >= 9, "{}", outcome.documents.len());
        assert!(outcome.text() == text, "nothing is lost or doubled");
        for pair in outcome.documents.windows(2) {
            let (before, after) = (pair[0].text.as_str(), pair[1].text.as_str());
            assert!(pair[1].context > 0 && pair[1].context <= 256);
            assert!(before.ends_with(&after[..pair[1].context]));
            assert!(unit == "字" || before.ends_with('，'));
        }
    }
}

#[test]
fn blocks_end_at_line_ends() {
    let text = "一行文字。\r\n".repeat(200_000);
    let outcome = read("a.txt", text.as_bytes());
    assert!(outcome.documents.len() > 2 && outcome.text() == text);
    assert!(outcome.documents.iter().all(|d| d.context == 0 && d.text.as_str().ends_with('\n')));
}

#[test]
fn markdown_names_what_is_not_prose() {
    let text = "---\ntitle: 標題\n---\n# 标题 `代碼`\n\n正文[链接](https://例子.com/路徑 \"提示文字\")和<https://a.cn/乙>，https://b.cn/x。\n\n\
                ```\n代碼塊\n```\n\n<div class=\"樣式\">\n块内正文\n</div>\n\n[引用]: http://c.cn/丙\n\n    縮進代碼\n\n末段<b>粗</b>。\n";
    let outcome = read("a.md", text.as_bytes());
    assert_eq!((outcome.info.format, outcome.text().as_str()), ("markdown", text));
    let mut prose = String::new();
    let mut at = 0;
    for skip in &outcome.documents[0].skip {
        assert!(skip.start >= at, "sorted and apart");
        prose.push_str(&text[at..skip.start]);
        at = skip.end;
    }
    prose.push_str(&text[at..]);
    for word in ["标题", "正文", "链接", "提示文字", "块内正文", "末段", "粗", "和"] {
        assert!(prose.contains(word), "{word} is prose: {prose}");
    }
    for word in ["標題", "代碼", "路徑", "乙", "樣式", "丙", "縮進", "http"] {
        assert!(!prose.contains(word), "{word} is not prose: {prose}");
    }
}

#[test]
fn huge_markdown_is_read_as_plain_text() {
    let mut options = Options::default();
    options.limits.markdown = 1000;
    let outcome = read_as("a.md", "正文`代碼`\n".repeat(200).as_bytes(), &options);
    assert!(outcome.documents[0].skip.is_empty());
    assert!(matches!(&outcome.losses[..], [loss] if matches!(loss.kind, LossKind::Limit(_))));
}
