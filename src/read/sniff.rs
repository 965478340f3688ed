//! What an input really is: its first bytes decide, the name only where bytes cannot.
//!
//! Offices pass on `.xls` files that are web pages, CSV or tab separated text, and workbooks named
//! `.csv` or `.txt`; each is read as what it is.

use super::Input;
use super::encoding;

/// What to read an input as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Plain,
    /// Markdown.
    Markdown,
    /// Delimited text; the delimiter if the name gives it.
    Table(Option<u8>),
    /// One JSON object a line.
    Jsonl,
    /// A table in HTML or in the XML of Excel 2003, as web systems export it under the name `.xls`.
    Markup,
    /// An archive: xlsx, ods or something else.
    Zip,
    /// An OLE2 container: xls or something else.
    Ole,
    /// Not text; what it seems to be.
    Binary(&'static str),
    /// Nothing at all.
    Empty,
}

/// First bytes of files that hold no text.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF 文件"),
    (b"\x89PNG\r\n", "PNG 图片"),
    (b"\xFF\xD8\xFF", "JPEG 图片"),
    (b"GIF87a", "GIF 图片"),
    (b"GIF89a", "GIF 图片"),
    (b"II*\0", "TIFF 图片"),
    (b"MM\0*", "TIFF 图片"),
    (b"RIFF", "音视频或 WebP 图片"),
    (b"ID3", "音频"),
    (b"OggS", "音频"),
    (b"\x7FELF", "可执行程序"),
    (b"MZ\x90\0", "可执行程序"),
    (b"MZP\0", "可执行程序"),
    (b"\x1F\x8B", "gzip 压缩包"),
    (b"BZh", "bzip2 压缩包"),
    (b"\xFD7zXZ\0", "xz 压缩包"),
    (b"\x28\xB5\x2F\xFD", "zstd 压缩包"),
    (b"7z\xBC\xAF\x27\x1C", "7z 压缩包"),
    (b"Rar!\x1A\x07", "RAR 压缩包"),
    (b"SQLite format 3\0", "SQLite 数据库"),
    (b"\0\0\x01\0", "图标"),
    (b"wOFF", "字体"),
    (b"wOF2", "字体"),
    (b"OTTO", "字体"),
    (b"\0\x01\0\0", "字体"),
    (b"{\\rtf", "RTF 文档"),
];

/// Decides on the first bytes and the name.
pub(super) fn sniff(start: &[u8], input: &Input) -> Kind {
    let extension = match input {
        Input::File(path) => path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()),
        Input::Stdin => None,
        // An argument is text whatever it looks like.
        Input::Text(_) => return Kind::Plain,
    };
    if start.is_empty() && matches!(input, Input::File(_)) {
        return Kind::Empty;
    }
    by_magic(start).unwrap_or_else(|| by_name(start, extension.as_deref().unwrap_or_default()))
}

fn by_magic(start: &[u8]) -> Option<Kind> {
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Some(Kind::Zip);
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Kind::Ole);
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Some(Kind::Binary(name));
    }
    if start.get(4..8) == Some(b"ftyp") {
        return Some(Kind::Binary("音视频或 HEIC 图片"));
    }
    if start.starts_with(b"\xFF\xFE\0\0") || start.starts_with(b"\0\0\xFE\xFF") {
        return Some(Kind::Binary("UTF-32 文本，请另存为 UTF-8"));
    }
    is_binary(start).then_some(Kind::Binary("含大量控制字符"))
}

/// Whether NUL and other control characters are too many for text.
///
/// A few are kept: a rule reports them. UTF-16 is full of NUL bytes, so it is asked first.
fn is_binary(start: &[u8]) -> bool {
    let sample = start.get(..65_536).unwrap_or(start);
    if encoding_rs::Encoding::for_bom(sample).is_some() {
        return false;
    }
    let nul = sample.iter().filter(|&&byte| byte == 0).count();
    let control = sample.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, 0x08..=0x0D | 0x1B)).count();
    // One in a hundred NUL, or one in twenty of any control character; a lone one in a short text may stay.
    let many = nul > 2 && nul * 100 > sample.len() || control > 4 && control * 20 > sample.len();
    let even = sample.get(..sample.len() & !1).unwrap_or(sample);
    many && encoding::utf16(even).is_none()
}

fn by_name(start: &[u8], extension: &str) -> Kind {
    match extension {
        "md" | "markdown" | "mkd" => Kind::Markdown,
        "jsonl" | "ndjson" => Kind::Jsonl,
        "csv" | "tsv" | "tab" | "xls" | "xlsx" | "xlsm" | "ods" | "et" if is_markup(start) => Kind::Markup,
        "tsv" | "tab" => Kind::Table(Some(b'\t')),
        // A workbook's name on something else: text that a system exported.
        "csv" | "xls" | "xlsx" | "xlsm" | "ods" | "et" => Kind::Table(None),
        _ => Kind::Plain,
    }
}

/// Whether a web page or an XML workbook begins here, in whatever encoding.
fn is_markup(start: &[u8]) -> bool {
    let head: Vec<u8> = start.iter().take(4096).filter(|&&byte| byte != 0).map(u8::to_ascii_lowercase).collect();
    let text = head.strip_prefix(b"\xEF\xBB\xBF").or(head.strip_prefix(b"\xFF\xFE")).unwrap_or(&head);
    let text = text.trim_ascii_start();
    text.starts_with(b"<")
        && [&b"<html"[..], b"<table", b"<!doctype", b"<workbook", b"<meta", b"<?xml", b"<div", b"<style"]
            .iter()
            .any(|tag| memchr::memmem::find(text, tag).is_some())
}

/// What to tell people of a file that is not text.
pub(super) fn binary_text(what: &str) -> String {
    format!("二进制文件（{what}），不含可检查的文字；请提供文字版，如 .txt、.csv、.xlsx")
}
