//! The character table: a class for every code point of Unicode, and what the tables say of those that have a say.

use super::error::DataError;
use super::pairs::{NUMBERS, OWN, shared};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Class bit: a Han character (ideographs, radicals, 〇).
pub const HAN: u8 = 1;
/// Class bit: the scan must look closer (a table names it, or it is a Han character outside the standard table).
pub const ATTENTION: u8 = 2;
/// Class bit: one of the 8,105 characters of the standard table.
pub const STANDARD: u8 = 4;
/// Class bit: a standard character that has a traditional form and never stands in traditional text itself.
pub const SIMPLIFIED: u8 = 8;

/// Entry flag: the form is right in personal names.
pub const IN_NAMES: u16 = 1;
/// Entry flag: the form is right in place names.
pub const IN_PLACES: u16 = 2;
/// `matcher` of an entry that lets a character outside the standard table stand.
pub const ALLOWED: u16 = u16::MAX;

/// Bits that the class takes in a mark; the number takes the rest.
const CLASS_BITS: u32 = 4;
const CLASS: u8 = (1 << CLASS_BITS) - 1;
const _: () = assert!(NUMBERS << CLASS_BITS <= 1 << u16::BITS);

const PAGES: usize = 0x1100;

/// A text of a table: borrowed where it lies in the binary, owned where it comes from a file.
pub type Text = Cow<'static, str>;

/// What one table row says of one character.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CharEntry {
    /// Index of the match block, or [`ALLOWED`].
    pub matcher: u16,
    /// [`IN_NAMES`], [`IN_PLACES`].
    pub flags: u16,
    /// Standard forms, separated by spaces; may be empty.
    pub target: Text,
    /// Note of the row.
    pub note: Text,
}

/// A span of code points under one match block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharRange {
    /// First code point.
    pub first: u32,
    /// Last code point.
    pub last: u32,
    /// What is said of them.
    pub entry: CharEntry,
}

/// Collects what the tables say, then packs it.
#[derive(Debug, Default)]
pub struct CharBuilder {
    /// Official numbers of the standard characters.
    pub standard: BTreeMap<char, u16>,
    /// Characters with the class bit [`SIMPLIFIED`].
    pub simplified: BTreeSet<char>,
    /// Rows by character.
    pub entries: BTreeMap<char, Vec<CharEntry>>,
    /// Ranges, sorted, disjoint.
    pub ranges: Vec<CharRange>,
    /// The commonest characters first.
    pub common: Vec<char>,
}

impl CharBuilder {
    /// Packs the table.
    #[must_use]
    pub fn build(&self) -> CharTable {
        let mut pages: Vec<[u8; 256]> = Vec::new();
        let mut index = vec![0u16; PAGES];
        for (page, slot) in index.iter_mut().enumerate() {
            let mut classes = [0u8; 256];
            for (low, class) in classes.iter_mut().enumerate() {
                *class = self.class((page * 256 + low) as u32);
            }
            let at = pages.iter().position(|p| *p == classes).unwrap_or_else(|| {
                pages.push(classes);
                pages.len() - 1
            });
            *slot = u16::try_from(at).unwrap_or(0); // 4,352 pages at most
        }
        let mut table = CharTable { index, pages: pages.concat(), ..CharTable::default() };
        for (char, number) in &self.standard {
            table.standard.push((*char as u32, *number));
        }
        for (char, entries) in &self.entries {
            table.codes.push(*char as u32);
            table.starts.push(table.entries.len() as u32);
            table.entries.extend(entries.iter().cloned());
        }
        table.starts.push(table.entries.len() as u32);
        table.ranges.clone_from(&self.ranges);
        table.common = self.common.iter().take(OWN).map(|char| *char as u32).collect();
        table.flatten();
        table
    }

    fn class(&self, code: u32) -> u8 {
        let Some(char) = char::from_u32(code) else { return 0 };
        let mut class = 0;
        if is_han(code) {
            class |= HAN;
        }
        if self.standard.contains_key(&char) {
            class |= STANDARD;
        }
        if self.simplified.contains(&char) {
            class |= SIMPLIFIED;
        }
        let freely_allowed = |e: &CharEntry| e.matcher == ALLOWED && e.target == "any";
        if let Some(entries) = self.entries.get(&char) {
            if !entries.iter().any(freely_allowed) {
                class |= ATTENTION;
            }
        } else if class == HAN || self.ranges.iter().any(|r| (r.first..=r.last).contains(&code)) {
            class |= ATTENTION;
        }
        class
    }
}

/// Whether a code point is a Han character: unified ideographs with all extensions, compatibility
/// ideographs, radicals, strokes, and 〇.
#[must_use]
pub fn is_han(code: u32) -> bool {
    matches!(code,
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x3FFFD | 0xF900..=0xFAFF
        | 0x2E80..=0x2FDF | 0x31C0..=0x31EF | 0x3007)
}

/// The number in a mark.
#[inline]
#[must_use]
pub fn number(mark: u16) -> usize {
    usize::from(mark >> CLASS_BITS)
}

/// The packed table.
#[derive(Debug, Clone)]
pub struct CharTable {
    index: Vec<u16>,
    pages: Vec<u8>,
    /// The marks of the BMP laid out flat: one load without a bounds check for nearly every character.
    bmp: Box<[u16; 0x10000]>,
    /// The commonest characters first.
    common: Vec<u32>,
    standard: Vec<(u32, u16)>,
    codes: Vec<u32>,
    starts: Vec<u32>,
    entries: Vec<CharEntry>,
    ranges: Vec<CharRange>,
}

impl Default for CharTable {
    fn default() -> Self {
        Self {
            index: Vec::new(),
            pages: Vec::new(),
            bmp: Box::new([0; 0x10000]),
            common: Vec::new(),
            standard: Vec::new(),
            codes: Vec::new(),
            starts: Vec::new(),
            entries: Vec::new(),
            ranges: Vec::new(),
        }
    }
}

impl CharTable {
    /// The class bits of a character.
    #[inline]
    #[must_use]
    pub fn class(&self, code: u32) -> u8 {
        self.mark(code) as u8 & CLASS
    }

    /// The number of a character, by which [`super::pairs::PairFilter`] is asked.
    #[inline]
    #[must_use]
    pub fn number_of(&self, code: u32) -> usize {
        number(self.mark(code))
    }

    /// Class bits and number of a character in one.
    #[inline]
    #[must_use]
    pub fn mark(&self, code: u32) -> u16 {
        match u16::try_from(code) {
            Ok(code) => self.bmp[usize::from(code)],
            Err(_) => self.marked(code, shared(code)),
        }
    }

    fn marked(&self, code: u32, number: usize) -> u16 {
        u16::from(self.paged(code)) | (number << CLASS_BITS) as u16
    }

    fn paged(&self, code: u32) -> u8 {
        let page = self.index.get((code >> 8) as usize).copied().unwrap_or(0);
        self.pages.get(page as usize * 256 + (code & 0xFF) as usize).copied().unwrap_or(0)
    }

    /// Marks a character for a closer look (users' single-character terms).
    pub fn attend(&mut self, char: char) {
        self.heed(char);
        self.flatten();
    }

    /// Adds what a user's own tables say of characters, behind what ours say.
    pub fn extend(&mut self, own: &BTreeMap<char, Vec<CharEntry>>) {
        let mut all: BTreeMap<char, Vec<CharEntry>> = self.named().map(|(c, said)| (c, said.to_vec())).collect();
        for (char, said) in own {
            let ours = self.entries(*char);
            all.entry(*char).or_insert_with(|| ours.to_vec()).extend(said.iter().cloned());
        }
        (self.codes, self.starts, self.entries) = Default::default();
        for (char, said) in all {
            self.codes.push(char as u32);
            self.starts.push(self.entries.len() as u32);
            self.entries.extend(said);
        }
        self.starts.push(self.entries.len() as u32);
        own.keys().for_each(|char| self.heed(*char));
        self.flatten();
    }

    fn heed(&mut self, char: char) {
        let code = char as u32;
        let class = self.class(code) | ATTENTION;
        let page = self.index[(code >> 8) as usize] as usize;
        let mut classes = self.pages[page * 256..][..256].to_vec();
        classes[(code & 0xFF) as usize] = class;
        self.index[(code >> 8) as usize] = (self.pages.len() / 256) as u16;
        self.pages.extend(classes);
    }

    fn flatten(&mut self) {
        for code in 0..0x10000 {
            self.bmp[code as usize] = self.marked(code, shared(code));
        }
        for (number, code) in self.common.iter().enumerate().filter(|(_, code)| **code < 0x10000) {
            self.bmp[*code as usize] = self.marked(*code, number);
        }
    }

    /// Official number of a standard character, 1–8105.
    #[must_use]
    pub fn number(&self, char: char) -> Option<u16> {
        let at = self.standard.binary_search_by_key(&(char as u32), |s| s.0).ok()?;
        Some(self.standard[at].1)
    }

    /// The standard characters with their official numbers.
    pub fn standard(&self) -> impl Iterator<Item = (char, u16)> {
        self.standard.iter().filter_map(|(code, number)| Some((char::from_u32(*code)?, *number)))
    }

    /// What the tables say of a character.
    #[must_use]
    pub fn entries(&self, char: char) -> &[CharEntry] {
        let code = char as u32;
        if let Ok(at) = self.codes.binary_search(&code) {
            return &self.entries[self.starts[at] as usize..self.starts[at + 1] as usize];
        }
        let at = self.ranges.partition_point(|r| r.last < code);
        match self.ranges.get(at) {
            Some(range) if range.first <= code => std::slice::from_ref(&range.entry),
            _ => &[],
        }
    }

    /// Every character that a table names, with what is said of it.
    pub fn named(&self) -> impl Iterator<Item = (char, &[CharEntry])> {
        self.codes.iter().enumerate().filter_map(|(at, code)| {
            let entries = &self.entries[self.starts[at] as usize..self.starts[at + 1] as usize];
            Some((char::from_u32(*code)?, entries))
        })
    }

    /// The table as bytes, the same for the same input.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.list(&self.index, |w, v| w.u16(*v));
        w.bytes(&self.pages);
        w.list(&self.standard, |w, v| {
            w.u32(v.0);
            w.u16(v.1);
        });
        w.list(&self.common, |w, v| w.u32(*v));
        w.list(&self.codes, |w, v| w.u32(*v));
        w.list(&self.starts, |w, v| w.u32(*v));
        w.list(&self.entries, Writer::entry);
        w.list(&self.ranges, |w, v| {
            w.u32(v.first);
            w.u32(v.last);
            w.entry(&v.entry);
        });
        w.0
    }

    /// The table from [`CharTable::to_bytes`]; `None` if the bytes are not such a table.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        let mut table = Self {
            index: r.list(Reader::u16)?,
            pages: r.bytes()?.to_vec(),
            standard: r.list(|r| Some((r.u32()?, r.u16()?)))?,
            common: r.list(Reader::u32)?,
            codes: r.list(Reader::u32)?,
            starts: r.list(Reader::u32)?,
            entries: r.list(Reader::entry)?,
            ranges: r.list(|r| Some(CharRange { first: r.u32()?, last: r.u32()?, entry: r.entry()? }))?,
            ..Self::default()
        };
        table.flatten();
        Some(table)
    }
}

/// Parses `E000-F8FF` or `FFFD`.
///
/// # Errors
/// `R105` when it is neither.
pub fn range(cell: &str, file: &str, text: &str) -> Result<(u32, u32), DataError> {
    let (first, last) = cell.split_once('-').unwrap_or((cell, cell));
    match (u32::from_str_radix(first, 16), u32::from_str_radix(last, 16)) {
        (Ok(first), Ok(last)) if first <= last && last <= 0x10_FFFF => Ok((first, last)),
        _ => Err(DataError::near("R105", file, text, cell, "not a range of code points such as E000-F8FF")),
    }
}

/// Appends little-endian values.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A `u16`.
    pub fn u16(&mut self, v: u16) {
        self.0.extend(v.to_le_bytes());
    }

    /// A `u32`.
    pub fn u32(&mut self, v: u32) {
        self.0.extend(v.to_le_bytes());
    }

    /// Bytes with their number.
    pub fn bytes(&mut self, v: &[u8]) {
        self.u32(v.len() as u32);
        self.0.extend(v);
    }

    /// A list with its length.
    pub fn list<T>(&mut self, items: &[T], mut item: impl FnMut(&mut Self, &T)) {
        self.u32(items.len() as u32);
        for v in items {
            item(self, v);
        }
    }

    fn entry(&mut self, e: &CharEntry) {
        self.u16(e.matcher);
        self.u16(e.flags);
        self.bytes(e.target.as_bytes());
        self.bytes(e.note.as_bytes());
    }
}

/// Takes little-endian values; every method gives `None` at the end.
#[derive(Debug)]
pub struct Reader(pub &'static [u8]);

impl Reader {
    fn take(&mut self, n: usize) -> Option<&'static [u8]> {
        let (head, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(head)
    }

    /// A `u16`.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    /// A `u32`.
    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// Bytes with their number.
    pub fn bytes(&mut self) -> Option<&'static [u8]> {
        let n = self.u32()? as usize;
        self.take(n)
    }

    /// A text.
    pub fn text(&mut self) -> Option<Text> {
        std::str::from_utf8(self.bytes()?).ok().map(Cow::Borrowed)
    }

    /// A list with its length.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let n = self.u32()? as usize;
        let mut items = Vec::with_capacity(n.min(self.0.len()));
        for _ in 0..n {
            items.push(item(self)?);
        }
        Some(items)
    }

    fn entry(&mut self) -> Option<CharEntry> {
        Some(CharEntry { matcher: self.u16()?, flags: self.u16()?, target: self.text()?, note: self.text()? })
    }
}
