//! A look into an OLE2 container before a workbook reader trusts the numbers in it.
//!
//! The reader of `.xls` follows sector chains without asking whether they are circles, and reserves the
//! cells that a sheet *says* it has. Both are checked here; the saying record is made mute.

use super::limits::Limits;

const FREE: u32 = 0xFFFF_FFFA;

/// Why a container is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Broken, encrypted, or another kind of document; a sentence for people.
    Unreadable(String),
    /// It breaks a limit; a sentence for people.
    Limit(String),
}

const BROKEN: &str = "文件不完整或已损坏（可能没有复制或下载完）；请重新获取，或用表格软件打开后另存为 .xlsx";

/// Checks the container and mutes the records that claim sizes.
pub(super) fn examine(bytes: &mut [u8], limits: &Limits) -> Result<(), Refusal> {
    let broken = || Refusal::Unreadable(BROKEN.to_owned());
    let container = Container::open(bytes).ok_or_else(broken)?;
    let has = |name: &str| container.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        return Err(Refusal::Unreadable("工作簿有密码；请用表格软件打开，取消密码后另存一份".to_owned()));
    }
    let Some(book) = container
        .entries
        .iter()
        .find(|e| e.name.eq_ignore_ascii_case("Workbook"))
        .or_else(|| container.entries.iter().find(|e| e.name.eq_ignore_ascii_case("Book")))
    else {
        return Err(Refusal::Unreadable(other_document(&has)));
    };
    let places = container.places(book).ok_or_else(broken)?;
    let stream: Vec<u8> =
        places.iter().flat_map(|place| bytes.get(place.clone()).unwrap_or_default()).copied().collect();
    for at in claims(&stream, limits)? {
        let unit = places.first().map_or(512, |place| place.len().max(1));
        if let Some(byte) = places.get(at / unit).and_then(|place| bytes.get_mut(place.start + at % unit)) {
            // DIMENSIONS (0x0200) becomes BLANK (0x0201), which the reader passes over.
            *byte = 0x01;
        }
    }
    Ok(())
}

fn other_document(has: &dyn Fn(&str) -> bool) -> String {
    let what = if has("WordDocument") {
        "旧版 Word 文档（doc），请另存为纯文本（.txt）"
    } else if has("PowerPoint Document") {
        "旧版演示文稿（ppt），请导出为纯文本（.txt）"
    } else {
        "这种 OLE 文件（其中没有工作簿），请另存为 .xlsx 或 .txt"
    };
    format!("本版本不能读取{what}后再检查")
}

/// Offsets of the records that claim dimensions; an error when cells lie too far apart.
fn claims(stream: &[u8], limits: &Limits) -> Result<Vec<usize>, Refusal> {
    let mut claims = Vec::new();
    let (mut at, mut sheet, mut all) = (0, Area::default(), 0_u64);
    while let Some(head) = stream.get(at..at + 4) {
        let (kind, length) = (short(head, 0), usize::from(short(head, 2)));
        let data = stream.get(at + 4..at + 4 + length).unwrap_or_default();
        match kind {
            0x0200 => claims.push(at),
            // BOF: a new sheet.
            0x0809 => all = all.saturating_add(std::mem::take(&mut sheet).cells()),
            // NUMBER, LABEL, RSTRING, BOOLERR, RK, LABELSST, FORMULA.
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 if length >= 4 => {
                sheet.add(short(data, 0), short(data, 2));
            }
            // MULRK: from the first to the last column.
            0x00BD if length >= 6 => {
                sheet.add(short(data, 0), short(data, 2));
                sheet.add(short(data, 0), short(data, length - 2));
            }
            _ => {}
        }
        // A sheet may be wide and sparse, but not without end: the reader fills the whole rectangle.
        if sheet.cells() > sheet.count.saturating_mul(64).max(4_000_000) || all + sheet.cells() > limits.cells / 2 {
            return Err(Refusal::Limit(format!(
                "工作表的数据区域超过上限 {} 万个单元格；请删去多余的行列，或另存为 .xlsx 后再检查",
                limits.cells / 20_000
            )));
        }
        at += 4 + length;
    }
    Ok(claims)
}

/// The rectangle of a sheet's cells.
#[derive(Default)]
struct Area {
    count: u64,
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Area {
    fn add(&mut self, row: u16, column: u16) {
        let widen =
            |span: Option<(u16, u16)>, at: u16| Some(span.map_or((at, at), |(low, high)| (low.min(at), high.max(at))));
        self.count += 1;
        self.rows = widen(self.rows, row);
        self.columns = widen(self.columns, column);
    }

    fn cells(&self) -> u64 {
        let width = |span: Option<(u16, u16)>| span.map_or(0, |(low, high)| u64::from(high - low) + 1);
        width(self.rows) * width(self.columns)
    }
}

struct Entry {
    name: String,
    start: u32,
    length: u64,
}

/// Sector tables of a container.
struct Container {
    sector: usize,
    size: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u32>,
    entries: Vec<Entry>,
}

impl Container {
    /// Follows the chains the workbook reader will follow; `None` when one is broken or circular.
    fn open(bytes: &[u8]) -> Option<Self> {
        let sector = match short(bytes.get(..512)?, 30) {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self {
            sector,
            size: bytes.len(),
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        for id in container.fat_sectors(bytes)? {
            let place = container.place(id)?;
            container.fat.extend(longs(bytes.get(place)?));
        }
        for id in chain(&container.fat, long(bytes, 48)?, u64::MAX)? {
            let place = container.place(id)?;
            container.entries.extend(bytes.get(place)?.chunks_exact(128).filter_map(|raw| entry(raw, sector)));
        }
        let root = container.entries.first()?;
        let (root_start, mini_start) = (root.start, long(bytes, 60)?);
        let (root_sectors, mini_sectors) = (root.length.div_ceil(sector as u64), long(bytes, 64)?);
        if mini_sectors > 0 {
            container.mini_stream = chain(&container.fat, root_start, root_sectors)?;
            for id in chain(&container.fat, mini_start, u64::from(mini_sectors))? {
                let place = container.place(id)?;
                container.mini_fat.extend(longs(bytes.get(place)?));
            }
        }
        Some(container)
    }

    /// Sectors that hold the sector table itself: 109 in the header, more in a chain of their own.
    fn fat_sectors(&self, bytes: &[u8]) -> Option<Vec<u32>> {
        let mut ids: Vec<u32> = longs(bytes.get(76..512)?).collect();
        let mut next = long(bytes, 68)?;
        for _ in 0..=self.size / self.sector {
            if next >= FREE {
                ids.retain(|&id| id < FREE);
                return Some(ids);
            }
            let mut more: Vec<u32> = longs(bytes.get(self.place(next)?)?).collect();
            next = more.pop()?;
            ids.extend(more);
        }
        None
    }

    /// Bytes of a sector; the last one of a file may be short.
    fn place(&self, id: u32) -> Option<std::ops::Range<usize>> {
        let start = (usize::try_from(id).ok()? + 1).checked_mul(self.sector)?;
        (start < self.size).then(|| start..(start + self.sector).min(self.size))
    }

    /// Bytes of a stream, in order, all pieces of one size but the last.
    fn places(&self, entry: &Entry) -> Option<Vec<std::ops::Range<usize>>> {
        let length = usize::try_from(entry.length).ok()?;
        let mut places = if length >= 4096 {
            let ids = chain(&self.fat, entry.start, entry.length.div_ceil(self.sector as u64))?;
            ids.into_iter().map(|id| self.place(id)).collect::<Option<Vec<_>>>()?
        } else {
            let per_sector = self.sector / 64;
            let ids = chain(&self.mini_fat, entry.start, entry.length.div_ceil(64))?;
            ids.into_iter()
                .map(|id| {
                    let id = usize::try_from(id).ok()?;
                    let place = self.place(*self.mini_stream.get(id / per_sector)?)?;
                    let start = place.start + id % per_sector * 64;
                    (start < place.end).then(|| start..(start + 64).min(place.end))
                })
                .collect::<Option<Vec<_>>>()?
        };
        let mut left = length;
        for place in &mut places {
            place.end = place.end.min(place.start + left);
            left -= place.len();
        }
        // A stream shorter than it says was cut off with its file.
        (left == 0).then_some(places)
    }
}

/// The sectors of a chain, not more than a stream needs; `None` when it leaves the table or runs in a circle.
fn chain(table: &[u32], start: u32, longest: u64) -> Option<Vec<u32>> {
    let (mut ids, mut next) = (Vec::new(), start);
    while next < FREE && (ids.len() as u64) < longest {
        if ids.len() > table.len() {
            return None;
        }
        ids.push(next);
        next = *table.get(usize::try_from(next).ok()?)?;
    }
    Some(ids)
}

fn entry(raw: &[u8], sector: usize) -> Option<Entry> {
    let units = raw.get(..64)?.chunks_exact(2).map(|pair| short(pair, 0)).take_while(|&unit| unit != 0);
    let name = char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect();
    // Containers with small sectors leave the upper half of the length undefined.
    let upper = if sector == 512 { 0 } else { long(raw, 124)? };
    let length = u64::from(upper) << 32 | u64::from(long(raw, 120)?);
    Some(Entry { name, start: long(raw, 116)?, length })
}

fn short(bytes: &[u8], at: usize) -> u16 {
    let pair = bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok());
    pair.map_or(0, u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| four.try_into().ok().map(u32::from_le_bytes))
}
