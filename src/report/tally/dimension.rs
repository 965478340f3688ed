//! Columns of lists that reports count by.

use crate::i18n::Msg;
use crate::report::words;

/// A column of lists by which findings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// 街道（乡镇）.
    Street,
    /// 区划.
    Division,
    /// 责任单位.
    Unit,
    /// 类别.
    Category,
}

impl Dimension {
    /// Every dimension, in the order reports show them.
    pub const ALL: [Self; 4] = [Self::Street, Self::Division, Self::Unit, Self::Category];

    /// Finds the dimension a header of a list stands for.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        // “街道（乡镇）” and “街道 ” are the same column as “街道”.
        let name = header.split(['（', '(']).next().unwrap_or_default().trim().to_lowercase();
        Some(match name.as_str() {
            "街道" | "乡镇" | "街镇" | "镇街" | "所属街道" | "街道办" | "street" | "township" => {
                Self::Street
            }
            "区划" | "行政区划" | "辖区" | "区县" | "所属区" | "division" | "district" => Self::Division,
            "责任单位" | "主管单位" | "管理单位" | "单位" | "unit" | "responsible unit" => Self::Unit,
            "类别" | "对象类别" | "类型" | "category" => Self::Category,
            _ => return None,
        })
    }

    /// Gives the title of the table that counts by it.
    pub const fn title(self) -> Msg {
        match self {
            Self::Street => words::BY_STREET,
            Self::Division => words::BY_DIVISION,
            Self::Unit => words::BY_UNIT,
            Self::Category => words::BY_CATEGORY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_the_forms_lists_use() {
        let known =
            [("街道（乡镇）", Dimension::Street), (" 责任单位", Dimension::Unit), ("District", Dimension::Division)];
        for (header, dimension) in known {
            assert_eq!(Dimension::of_header(header), Some(dimension), "{header}");
        }
        assert_eq!(Dimension::of_header("地址"), None);
    }
}
