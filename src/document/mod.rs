//! What a reader hands to the checker: decoded text that nothing has normalised, and where each part stands.

mod label;

pub use label::{Label, millimetres};

use std::ops::Range;
use std::sync::Arc;

/// One unit of work: a text, a part of a long text, or a batch of list rows in one arena.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Index of the input it comes from, in input order.
    pub source: usize,
    /// Decoded text, never normalised. For a list: the checked cells, each followed by a newline.
    pub text: Text,
    /// Bytes at the start that only give context; findings that end there belong to the part before.
    pub context: usize,
    /// Byte ranges of `text` that are not prose (code, addresses), sorted; findings inside are dropped.
    pub skip: Vec<Range<usize>>,
    /// Whether it declares itself to be the traditional version of a page.
    pub traditional: bool,
    /// Comments of a format that has them, sorted; `None` for a format that has none.
    pub comments: Option<Vec<Range<usize>>>,
    /// The checked cells, sorted, for a list; empty for a text.
    pub cells: Vec<Cell>,
    /// The rows the cells belong to.
    pub rows: Vec<Row>,
}

/// Bytes that are known to be UTF-8.
///
/// `String` would have to be validated by the standard library, at a tenth of the speed, because its
/// unchecked constructor is unsafe; checking again at each use costs less than that one slow pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Vec<u8>);

impl Text {
    /// Takes the bytes if they are UTF-8.
    ///
    /// # Errors
    /// Gives the bytes back if they are not.
    pub fn from_utf8(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        if simdutf8::basic::from_utf8(&bytes).is_ok() { Ok(Self(bytes)) } else { Err(bytes) }
    }

    /// The text. Validates at memory speed: call it once and pass the `&str` on.
    #[must_use]
    pub fn as_str(&self) -> &str {
        simdutf8::basic::from_utf8(&self.0).unwrap_or_default()
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

/// One checked cell of a list.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its bytes in [`Document::text`].
    pub range: Range<usize>,
    /// Index into [`Document::rows`].
    pub row: usize,
    /// Index into [`Row::sheet`]'s columns.
    pub column: usize,
}

/// One row of a list.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The sheet it stands in.
    pub sheet: Arc<Sheet>,
    /// Number as its file counts rows, from 1.
    pub number: u64,
    /// Every cell's text, in column order, checked or not.
    pub values: Vec<String>,
    /// Whether the row says that the name stands on a sign, and is not merely listed.
    pub sign: bool,
}

/// The columns of a sheet, or of a whole CSV file.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Name of the sheet; `None` where the file has but one table.
    pub name: Option<String>,
    /// Whether cell references (`B7`) make sense: workbooks yes, JSONL no.
    pub references: bool,
    /// The columns, in file order.
    pub columns: Vec<Column>,
}

impl Sheet {
    /// The column of names that a column of spellings belongs to: the one whose header it repeats
    /// (`企业名称拼音`), else the nearest on its left, else the first on its right.
    #[must_use]
    pub fn names_of(&self, spelling: usize) -> Option<usize> {
        let header = self.columns.get(spelling)?.header.as_str();
        let is_name = |column: &&Column| matches!(column.role, Role::Checked(_));
        let repeated = |column: &&Column| is_name(column) && header.contains(column.header.as_str());
        let before = || self.columns.iter().take(spelling).rev();
        let after = || self.columns.iter().skip(spelling + 1);
        let named = before().find(repeated).or_else(|| after().find(repeated));
        named.or_else(|| before().find(is_name)).or_else(|| after().find(is_name)).map(|column| column.index)
    }
}

/// One column of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Header as it stands in the file (trimmed), or `第N列` where there is none.
    pub header: String,
    /// What it means to the checker.
    pub role: Role,
    /// Position in the file, from 0.
    pub index: usize,
}

/// What a column of a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Checked, in the scene its header names (`None`: the run's scene, or plain text).
    Checked(Option<Scene>),
    /// The spelling of a checked column in Latin letters (see [`Sheet::names_of`]): its cells are in the text too.
    Spelling,
    /// Exemption tags of the row: `手书`, `文物`.
    Exemption,
    /// Rules whose findings in the row are passed over, with the reason.
    Ignored,
    /// What the name stands on: a road sign, a register.
    Carrier,
    /// The division in which it lies.
    Division(Division),
    /// Code of the division: `330106`, or longer.
    DivisionCode,
    /// Code of the object itself: two codes are two objects.
    Code,
    /// Where the object lies within its division: address, ends.
    Site,
    /// Class of the object: `道路`, `住宅区`.
    Class,
    /// What the label of a product looks like.
    Label(Label),
    /// Travels to the report unread.
    #[default]
    Carried,
}

/// Level of a column of divisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Division {
    /// 省、自治区、直辖市
    Province,
    /// 市、州、盟
    City,
    /// 区、县、旗
    County,
    /// 街道、乡、镇
    Township,
    /// 社区、村
    Village,
    /// Any of them, or several in a row: `浙江省杭州市西湖区`.
    Any,
}

/// Use of language, as the law divides it (contract.md, `--scene`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scene {
    /// 招牌标牌
    Signboard,
    /// 地名
    PlaceName,
    /// 人名
    PersonName,
    /// 企业名称
    EnterpriseName,
    /// 商品名称和标签
    ProductName,
    /// 广告
    Advertisement,
    /// 网页
    Webpage,
    /// 公文
    OfficialDocument,
    /// 教学材料
    Teaching,
    /// 一般文字
    Document,
}

/// Something of an input that was not read.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// What narrows it: sheet, row, byte offset; may be empty.
    pub scope: String,
    /// What happened.
    pub kind: LossKind,
}

/// Why something was not read. The words for people are made where reports are made.
#[derive(Debug, Clone, PartialEq)]
pub enum LossKind {
    /// The input as a whole could not be opened or understood; the text says why.
    Unreadable(String),
    /// Bytes that are not valid in the encoding became U+FFFD, this many times.
    InvalidBytes {
        /// How often.
        count: u64,
        /// Byte offset of the first.
        first: u64,
        /// Encoding that was used.
        encoding: &'static str,
    },
    /// Columns that no rule looks at; their headers.
    Columns(Vec<String>),
    /// A page that declares itself to be in traditional characters: their forms were not checked.
    TraditionalVersion,
    /// A limit that guards against hostile input was reached; the text says which.
    Limit(String),
    /// No header row was found: every column was checked.
    NoHeader,
    /// Files in a folder whose kind no reader knows: how many of each suffix.
    Skipped(Vec<(String, u64)>),
    /// Rows that could not be read (unequal length, broken quoting); how many.
    Rows(u64),
    /// The column of names held the spellings, and the other way round; they were read the right way round.
    Swapped {
        /// Header over the spellings.
        names: String,
        /// Header over the names.
        spellings: String,
    },
    /// Rows in which a name and its spelling cannot be compared as they stand.
    Pairs {
        /// What is the matter.
        trouble: PairTrouble,
        /// Header of the spellings.
        column: String,
        /// How many rows.
        rows: u64,
        /// The first of them.
        first: u64,
    },
}

/// Why a name and its spelling in a list cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairTrouble {
    /// A name, and no spelling.
    NoSpelling,
    /// A spelling, and no name.
    NoName,
    /// The name stands in the column of spellings, and the other way round.
    Crossed,
    /// The spelling holds Chinese characters.
    Mixed,
    /// Tones as digits (`zhong1`).
    Digits,
    /// A name with Latin letters of its own, or longer than any name: only the standard spelling is known to be right.
    Uncompared,
}

/// What a reader yields, in order: documents and losses as they come, then one [`Part::End`].
#[derive(Debug)]
pub enum Part {
    /// Something to check.
    Document(Document),
    /// Something that was not read; the run goes on.
    Loss(Loss),
    /// The last part.
    End(Info),
}

/// What is known of an input once it has been read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Info {
    /// `text`, `markdown`, `csv`, `tsv`, `xlsx`, `xls`, `ods`, `jsonl`.
    pub format: &'static str,
    /// Encoding used, empty for workbooks.
    pub encoding: &'static str,
    /// Bytes read.
    pub bytes: u64,
    /// blake3 of the bytes, hexadecimal.
    pub hash: String,
    /// Data rows of a list, readable or not; rows yielded plus [`LossKind::Rows`].
    pub records: u64,
}
