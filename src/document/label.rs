//! What further columns of a list of products say of the label: heights of lettering, the maker.

/// A column about the label of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// Height of the Chinese characters.
    HanHeight,
    /// Height of the pinyin.
    PinyinHeight,
    /// Height of foreign writing.
    ForeignHeight,
    /// Name of the maker.
    Maker,
    /// Address of the maker.
    MakerAddress,
}

/// Headers of such columns, without blanks and brackets.
const HEADERS: [(Label, &[&str]); 5] = [
    (Label::HanHeight, &["中文字高", "汉字字高", "汉字高度", "中文高度", "字高", "字符高度", "文字高度"]),
    (Label::PinyinHeight, &["拼音字高", "拼音高度", "拼音字母高度"]),
    (Label::ForeignHeight, &["外文字高", "英文字高", "外文高度", "英文高度", "字母高度"]),
    (Label::Maker, &["厂名", "生产厂名", "生产厂厂名", "生产厂", "生产企业名称", "生产者名称", "制造商名称"]),
    (Label::MakerAddress, &["厂址", "生产厂厂址", "生产厂址", "生产企业地址", "生产者地址", "制造商地址"]),
];

impl Label {
    /// What a header says, if it is one of these.
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        HEADERS.iter().find(|(_, headers)| headers.contains(&header)).map(|(label, _)| *label)
    }
}

/// The height that a cell gives, in millimetres: `5`, `2.5 mm`, `３毫米`, `0.3cm`. A bare number is millimetres.
#[must_use]
pub fn millimetres(cell: &str) -> Option<f64> {
    let plain = |c: char| match c {
        '０'..='９' | '．' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c.to_ascii_lowercase(),
    };
    let cell: String = cell.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    let unit = cell.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(cell.len());
    let (number, unit) = cell.split_at(unit);
    let scale = match unit {
        "" | "mm" | "毫米" => 1.0,
        "cm" | "厘米" => 10.0,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_read_with_their_units() {
        for (cell, height) in
            [("5", 5.0), (" 2.5 mm", 2.5), ("３毫米", 3.0), ("0.3cm", 3.0), ("１．８", 1.8), ("0.5厘米", 5.0)]
        {
            assert_eq!(millimetres(cell), Some(height), "{cell}");
        }
        for none in ["", "不详", "5号", "-1", "1.2.3", "5 pt"] {
            assert_eq!(millimetres(none), None, "{none}");
        }
    }
}
