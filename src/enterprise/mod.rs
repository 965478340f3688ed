//! The parts of an enterprise name: 行政区划 + 字号 + 行业或者经营特点 + 组织形式 (企业名称登记管理规定第六条).
//!
//! Pure, and without any rule: it says what stands where, not whether it may.

mod division;
mod industry;
mod line;
mod parse;
mod tables;

pub use division::parents;
pub use line::names;
pub use parse::{BRANCHES, parse};

use std::ops::Range;

/// What a stretch of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// 中国、中华、中央、全国、国家 at the head (第十二条).
    National,
    /// 行政区划, in front or in brackets, also nested.
    Division,
    /// 开发区、新区、垦区: an area that is no division (第七条第二句).
    Zone,
    /// 字号.
    TradeName,
    /// 行业或者经营特点.
    Industry,
    /// 组织形式, with 集团 in front of it.
    Form,
    /// What names a branch behind the name of its enterprise (第十三条).
    Branch,
    /// Brackets that hold anything else.
    Remark,
}

impl Part {
    /// Its name in records.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Division => "division",
            Self::Zone => "zone",
            Self::TradeName => "trade-name",
            Self::Industry => "industry",
            Self::Form => "form",
            Self::Branch => "branch",
            Self::Remark => "remark",
        }
    }
}

/// What kind of body bears a name; its organisation form says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 企业.
    Enterprise,
    /// 个体工商户 (第二十五条: 参照).
    Individual,
    /// 农民专业合作社 (第二十五条: 参照).
    Cooperative,
    /// 社会团体、民办非企业单位、事业单位 and other bodies under other rules.
    Other,
    /// The name does not say.
    Unknown,
}

impl Kind {
    /// Whether the provisions on enterprise names bind the name by themselves, not by analogy.
    #[must_use]
    pub fn is_bound(self) -> bool {
        self == Self::Enterprise
    }
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub part: Part,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

/// A name in its parts, which are in order, disjoint, and cover it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// Its parts.
    pub pieces: Vec<Piece>,
    /// Who bears it.
    pub kind: Kind,
    /// The organisation form of a company that stands before other parts.
    pub displaced: Option<Range<usize>>,
    /// Whether its trade is one that follows a division without a trade name by custom (北京银行).
    pub customary: bool,
    /// What follows the whole name of a company and is no branch by its words.
    pub unmarked: Option<Range<usize>>,
}

impl Name {
    /// The first part of a kind.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<&Range<usize>> {
        self.pieces.iter().find(|piece| piece.part == part).map(|piece| &piece.range)
    }

    /// Whether it has a part of a kind.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.part(part).is_some()
    }
}
