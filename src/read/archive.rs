//! A look into an archive before a workbook reader unpacks it.
//!
//! Sizes in the directory of an archive can lie, and a workbook reader trusts numbers that stand in the
//! XML. So every part that will be read is unpacked here once, into a small buffer, and counted.

use super::limits::{Limits, megabytes};
use super::markup::Tags;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A workbook in an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Book {
    /// Excel 2007 and later.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// Why an archive is not read; sentences for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not something this release can read, or it is broken.
    Unreadable(String),
    /// It breaks a limit.
    Limit(String),
}

const BROKEN: &str = "文件不完整或已损坏（可能没有复制或下载完）；请重新获取，或用表格软件打开后另存一份";

/// Looks at the names and unpacks what will be read, without keeping it.
pub(super) fn examine(bytes: &[u8], limits: &Limits) -> Result<Book, Refusal> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Unreadable(BROKEN.to_owned()))?;
    if zip.len() > limits.entries {
        return Err(Refusal::Limit(format!(
            "压缩包内有 {} 个文件，超过上限 {} 个；这不像正常的工作簿，请核对来源",
            zip.len(),
            limits.entries
        )));
    }
    let names: Vec<String> = zip.file_names_raw().map(plain_name).collect();
    let book = identify(&names)?;
    let mut unpacked = 0;
    for (index, name) in names.iter().enumerate() {
        if is_read(name) {
            let mut entry = zip.by_index(index).map_err(|error| refuse_entry(&error))?;
            // The directory's word is enough to refuse, never enough to accept.
            let claimed = entry.size().saturating_add(unpacked);
            within(claimed, bytes.len(), limits)?;
            let mut guard = Guard::new(name, book, limits);
            unpacked = unpack(&mut entry, unpacked, bytes.len(), limits, &mut guard)?;
        }
    }
    Ok(book)
}

/// Lower case, with the separator that some writers get wrong.
fn plain_name(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).replace('\\', "/").to_lowercase()
}

fn identify(names: &[String]) -> Result<Book, Refusal> {
    let has = |name: &str| names.iter().any(|n| n.trim_start_matches('/') == name);
    let refuse = |what: &str, next: &str| Err(Refusal::Unreadable(format!("本版本不能读取{what}；请{next}后再检查")));
    if has("xl/workbook.xml") {
        Ok(Book::Xlsx)
    } else if has("xl/workbook.bin") {
        refuse("二进制工作簿（xlsb）", "另存为 .xlsx")
    } else if has("word/document.xml") {
        refuse(" Word 文档（docx）", "另存为纯文本（.txt）")
    } else if has("ppt/presentation.xml") {
        refuse("演示文稿（pptx）", "导出为纯文本（.txt）")
    } else if has("ofd.xml") {
        refuse("版式文件（OFD）", "导出为纯文本（.txt）")
    } else if has("content.xml") && has("mimetype") {
        Ok(Book::Ods)
    } else if names.iter().any(|n| n.contains("xl/worksheets/")) {
        Ok(Book::Xlsx)
    } else {
        refuse("压缩包（zip）", "先解压")
    }
}

/// Whether a workbook reader would unpack this part. Pictures and the like are never touched.
fn is_read(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

fn refuse_entry(error: &zip::result::ZipError) -> Refusal {
    let text = error.to_string();
    Refusal::Unreadable(if text.contains("assword") {
        "工作簿有密码；请用表格软件打开，取消密码后另存一份".to_owned()
    } else {
        BROKEN.to_owned()
    })
}

fn within(unpacked: u64, packed: usize, limits: &Limits) -> Result<(), Refusal> {
    let next = "；这可能是压缩炸弹，没有打开。如果文件可信，请拆成几个小文件后再检查";
    if unpacked > limits.expanded {
        return Err(Refusal::Limit(format!("解压后超过上限 {}{next}", megabytes(limits.expanded))));
    }
    if unpacked > limits.ratio_from && unpacked / (packed as u64).max(1) > limits.ratio {
        return Err(Refusal::Limit(format!("解压后是原来的 {} 倍以上，超过上限{next}", limits.ratio)));
    }
    Ok(())
}

/// Counts what an entry really unpacks to; the sum with what was unpacked before is the answer.
fn unpack(
    entry: &mut impl Read,
    mut unpacked: u64,
    packed: usize,
    limits: &Limits,
    guard: &mut Guard,
) -> Result<u64, Refusal> {
    let mut block = vec![0; 64 * 1024];
    loop {
        let read = entry.read(&mut block).map_err(|_| Refusal::Unreadable(BROKEN.to_owned()))?;
        if read == 0 {
            return Ok(unpacked);
        }
        unpacked += read as u64;
        within(unpacked, packed, limits)?;
        guard.look(block.get(..read).unwrap_or_default())?;
    }
}

/// Numbers in the XML that a workbook reader would allocate by.
struct Guard<'l> {
    part: Part,
    limits: &'l Limits,
    tags: Tags,
    bytes: u64,
    strings: u64,
    ods: OdsTable,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Strings,
    Small,
    OdsContent,
    Other,
}

/// Rows and cells of an OpenDocument table as they will lie in memory.
#[derive(Default)]
struct OdsTable {
    repeat: u64,
    in_row: u64,
    filled: u64,
    rows: u64,
    last_filled_row: u64,
    width: u64,
    stored: u64,
    /// Areas of the tables before.
    before: u64,
}

impl<'l> Guard<'l> {
    fn new(name: &str, book: Book, limits: &'l Limits) -> Self {
        let part = match book {
            Book::Xlsx if name.ends_with("sharedstrings.xml") => Part::Strings,
            Book::Xlsx if name.ends_with("styles.xml") || name.ends_with("workbook.xml") => Part::Small,
            _ if name.ends_with(".rels") || name.ends_with("manifest.xml") => Part::Small,
            Book::Ods if name.ends_with("content.xml") => Part::OdsContent,
            _ => Part::Other,
        };
        Self { part, limits, tags: Tags::default(), bytes: 0, strings: 0, ods: OdsTable::default() }
    }

    fn look(&mut self, block: &[u8]) -> Result<(), Refusal> {
        const SMALL: u64 = 32 << 20;
        // Tags are searched as bytes of UTF-8; UTF-16 would hide them from this look, not from the reader.
        let hidden = matches!(self.part, Part::Strings | Part::OdsContent) && block.contains(&0);
        if hidden {
            return Err(Refusal::Unreadable(BROKEN.to_owned()));
        }
        self.bytes += block.len() as u64;
        match self.part {
            Part::Other => Ok(()),
            Part::Small if self.bytes > SMALL => Err(Refusal::Limit(format!(
                "工作簿的样式或目录部分超过 {}，不像正常的文件；请用表格软件打开后另存一份",
                megabytes(SMALL)
            ))),
            Part::Small => Ok(()),
            Part::Strings => self.look_at_strings(block),
            Part::OdsContent => self.look_at_ods(block),
        }
    }

    /// The reader reserves room for `uniqueCount` strings, and one more for each `si`.
    fn look_at_strings(&mut self, block: &[u8]) -> Result<(), Refusal> {
        let (strings, limit) = (&mut self.strings, self.limits.cells);
        let mut claimed = 0;
        let ok = self.tags.feed(block, |tag| match tag.local_name() {
            "sst" => claimed = claimed.max(tag.number("uniqueCount").unwrap_or(0)),
            "si" if !tag.closing => *strings += 1,
            _ => {}
        });
        if !ok || claimed > limit || *strings > limit {
            return Err(too_many_cells(limit));
        }
        Ok(())
    }

    fn look_at_ods(&mut self, block: &[u8]) -> Result<(), Refusal> {
        let ods = &mut self.ods;
        let mut spaces = 0;
        let ok = self.tags.feed(block, |tag| match tag.local_name() {
            "table" if !tag.closing => ods.next_table(),
            "table-row" if !tag.closing => ods.open_row(tag.number("table:number-rows-repeated").unwrap_or(1)),
            "table-row" => ods.close_row(),
            "table-cell" | "covered-table-cell" if !tag.closing => {
                ods.cell(
                    tag.number("table:number-columns-repeated").unwrap_or(1),
                    tag.has("office:value-type") || tag.has("table:formula"),
                );
            }
            "s" => spaces = spaces.max(tag.number("text:c").unwrap_or(0)),
            _ => {}
        });
        // A cell of an OpenDocument table is held twice with its formula: a quarter of the limit weighs the same.
        let limit = self.limits.cells / 4;
        if !ok || spaces > 1 << 20 || ods.stored.max(ods.all_areas()) > limit {
            return Err(too_many_cells(limit));
        }
        Ok(())
    }
}

impl OdsTable {
    const COLUMNS: u64 = 16_384;

    fn open_row(&mut self, repeat: u64) {
        (self.repeat, self.in_row, self.filled) = (repeat.min(1 << 20), 0, 0);
    }

    fn cell(&mut self, repeat: u64, has_value: bool) {
        self.in_row = self.in_row.saturating_add(repeat).min(Self::COLUMNS);
        if has_value {
            self.filled = self.in_row;
        }
    }

    fn close_row(&mut self) {
        self.rows = self.rows.saturating_add(self.repeat);
        self.stored = self.stored.saturating_add(self.filled);
        if self.filled > 0 {
            self.last_filled_row = self.rows;
            self.width = self.width.max(self.filled);
        }
    }

    /// Cells of the rectangles the reader will build.
    fn all_areas(&self) -> u64 {
        self.before.saturating_add(self.last_filled_row.saturating_mul(self.width))
    }

    fn next_table(&mut self) {
        *self = Self { stored: self.stored, before: self.all_areas(), ..Self::default() };
    }
}

fn too_many_cells(limit: u64) -> Refusal {
    Refusal::Limit(format!(
        "工作表声明的单元格超过上限 {} 万个，没有打开；请删去多余的行列，或拆成几个文件后再检查",
        limit / 10_000
    ))
}
