//! Numerals in names: what counts streets, and what is a word (1984 rules, 6 and 7).

use super::parts::{Layout, Piece, fixed, hyphened, word};
use crate::spelling::Join;

const DIGITS: &str = "〇一二三四五六七八九";

/// A number at the end of a piece.
#[derive(Debug, Clone, Copy)]
pub struct Ordinal<'t> {
    /// What stands before it.
    pub base: Piece<'t>,
    /// 第, where it stands.
    pub mark: Option<Piece<'t>>,
    /// The numeral.
    pub numeral: Piece<'t>,
    /// Mark and numeral.
    pub whole: Piece<'t>,
    /// What it says.
    pub value: u32,
}

/// Whether a character is a numeral of names.
pub fn is_numeral(char: char) -> bool {
    digit(char).is_some() || matches!(char, '十' | '百')
}

fn digit(char: char) -> Option<u32> {
    DIGITS.chars().position(|d| d == char).map(|n| n as u32)
}

/// The number that a numeral says: 九, 十二, 三十, 一百零八; dates (五一) and years are none.
pub fn value(numeral: &str) -> Option<u32> {
    let mut total = 0;
    let mut pending = None;
    let mut unit = u32::MAX;
    for char in numeral.chars() {
        let scale = match char {
            '十' => 10,
            '百' => 100,
            '零' if pending.is_none() && total > 0 => continue,
            _ if pending.is_some() => return None,
            _ => {
                pending = Some(digit(char)?);
                continue;
            }
        };
        // 十 by itself is ten only at the start.
        let count = pending.take().or((total == 0).then_some(1))?;
        if scale >= unit {
            return None;
        }
        unit = scale;
        total += count * scale;
    }
    Some(total + pending.unwrap_or_default()).filter(|n| *n > 0)
}

/// The number at the end of a piece, 第 and all.
pub fn ordinal(piece: Piece<'_>) -> Option<Ordinal<'_>> {
    let bare = piece.text.trim_end_matches(|c| is_numeral(c) || c == '零');
    let (base, numeral) = piece.split(bare.len())?;
    let value = value(numeral.text)?;
    let Some((before, mark)) = base.split_ending("第") else {
        return Some(Ordinal { base, mark: None, numeral, whole: numeral, value });
    };
    let (_, whole) = piece.split(before.text.len())?;
    Some(Ordinal { base: before, mark: Some(mark), numeral, whole, value })
}

impl Ordinal<'_> {
    /// As digits: `12`, `Dì-9`.
    pub fn digits(self) -> Layout {
        let number = self.value.to_string();
        match self.mark {
            Some(mark) => [word(mark), fixed(self.numeral, number, Join::Hyphen)].concat(),
            None => fixed(self.numeral, number, Join::Space),
        }
    }
}

/// A number, ordinal or date as a word of its own, as the standards allow to write it; the rule of 1984 first.
pub fn spelt(piece: Piece) -> Option<Vec<Layout>> {
    if let Some(ordinal) = ordinal(piece).filter(|o| o.base.is_empty()) {
        let mark = ordinal.mark?;
        let hyphen = [word(mark), after_hyphen(word(ordinal.numeral))].concat();
        return Some(vec![word(piece), hyphen, ordinal.digits()]);
    }
    // Dates: 五一, 二七, 一二九.
    let date = piece.chars() > 1 && piece.text.chars().all(|c| is_numeral(c) && c != '百');
    date.then(|| vec![word(piece), hyphened(piece)])
}

/// A layout that a hyphen joins to what stands before.
pub fn after_hyphen(mut layout: Layout) -> Layout {
    if let Some(first) = layout.first_mut() {
        first.join = Join::Hyphen;
    }
    layout
}
