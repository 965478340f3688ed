//! What can be wrong with a place name as such: numbers, signs, letters, rare characters, the order of scripts.
//!
//! Much of what looks odd is right (1203高地, 312国道, 5号线, T1航站楼), so each kind has to name what it means.

use super::{Candidate, Sight, Source};
use crate::data::chars::HAN;
use crate::data::shape::Native;
use crate::lexicon::Lexicon;
use crate::rule::Registry;
use crate::spelling::{generic_of, is_known_place, names};
use std::ops::Range;

/// Official number of the first character of level 3 (《通用规范汉字表》三级字表).
const LEVEL_THREE: u16 = 6501;

/// After a number: what numbers are given to. A number before anything else is a name made of a number.
const NUMBERED: &[&str] = &[
    "号", "高地", "国道", "省道", "县道", "乡道", "村道", "专用线", "期", "区", "栋", "幢", "座", "单元", "层", "楼",
    "室", "房", "组", "队", "大队", "中队", "连", "团", "师", "旅", "军", "营", "部队", "公里", "千米", "米", "级",
    "环", "条", "弄", "巷", "段", "工区", "井", "矿", "厂", "库", "局", "医院", "口", "出口", "入口", "门", "站",
    "航站楼", "候机楼", "台", "支", "马路", "街坊", "排", "亩", "公顷", "月", "年", "日", "周年", "届", "中", "小学",
    "中学", "幼儿园", "农场", "林场", "牧场", "泵站", "变电站", "信箱", "路口",
];

/// After a letter: what letters are given to.
const LETTERED: &[&str] =
    &["座", "区", "栋", "幢", "口", "出口", "入口", "门", "号", "馆", "期", "组", "段", "线", "楼", "级", "型"];

/// Looks at the name, or the lines of names, in `range` of a text.
pub fn look(text: &str, range: Range<usize>, lexicon: &Lexicon, registry: &Registry, sight: &mut Sight) {
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split('\n') {
        let chars: Vec<(usize, char)> = line.char_indices().map(|(n, c)| (at + n, c)).collect();
        let name = Name { text, chars: &chars, lexicon };
        let kinds: [(Native, Vec<(usize, usize)>); 5] = [
            (Native::OddSign, name.signs()),
            (Native::OddNumber, name.numbers()),
            (Native::RareCharacter, name.rare()),
            (Native::MinorityFirst, name.minority_first()),
            (Native::DoorNumber, name.door_number()),
        ];
        for (function, spans) in kinds {
            let Some(matcher) = registry.native(function) else { continue };
            sight.candidates.extend(spans.into_iter().map(|(start, end)| Candidate {
                start: start as u32,
                end: end as u32,
                matcher,
                source: Source::Computed,
            }));
        }
        at += line.len() + 1;
    }
}

/// Whether a name says nowhere what it names: no generic (通名) the tables know, no number, no part of a whole.
#[must_use]
pub fn lacks_generic(name: &str, lexicon: &Lexicon) -> bool {
    let han = |c: char| lexicon.chars.class(c as u32) & HAN != 0;
    let length = name.chars().count();
    let known = || is_known_place(name) || names().places.get(name).is_some();
    (2..=12).contains(&length) && name.chars().all(han) && generic_of(name).is_none() && !is_part(name) && !known()
}

/// 解放路东段, 幸福里二期, 阳光花园西区, 三号楼: the generic stands before.
fn is_part(name: &str) -> bool {
    const PARTS: &[&str] =
        &["段", "期", "号", "栋", "幢", "组", "队", "线", "口", "门", "侧", "端", "部", "片", "处", "底", "头"];
    PARTS.iter().any(|part| name.ends_with(part))
}

struct Name<'a> {
    text: &'a str,
    chars: &'a [(usize, char)],
    lexicon: &'a Lexicon,
}

/// Most characters of a street before its door number.
const STREET: usize = 20;

impl Name<'_> {
    fn is_han(&self, c: char) -> bool {
        self.lexicon.chars.class(c as u32) & HAN != 0
    }

    fn char(&self, n: usize) -> Option<char> {
        self.chars.get(n).map(|(_, c)| *c)
    }

    fn end(&self, n: usize) -> usize {
        self.chars.get(n).map_or(0, |(at, c)| at + c.len_utf8())
    }

    /// The text of the line from its n-th character on.
    fn rest(&self, n: usize) -> &str {
        let to = self.chars.last().map_or(0, |(at, c)| at + c.len_utf8());
        self.chars.get(n).and_then(|(at, _)| self.text.get(*at..to)).unwrap_or_default()
    }

    /// Runs of characters of one kind, as indices from the first to the one after the last.
    fn runs(&self, mut kind: impl FnMut(char) -> bool) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (n, (_, c)) in self.chars.iter().enumerate() {
            match runs.last_mut() {
                _ if !kind(*c) => {}
                Some(run) if run.1 == n => run.1 = n + 1,
                _ => runs.push((n, n + 1)),
            }
        }
        runs
    }

    fn span(&self, (from, to): (usize, usize)) -> Option<(usize, usize)> {
        Some((self.chars.get(from)?.0, self.end(to.checked_sub(1)?)))
    }

    /// Signs between two characters, and Latin capitals before one (`SOHO现代城`): whole words in Latin letters are
    /// spellings, and no business of this rule.
    fn signs(&self) -> Vec<(usize, usize)> {
        let sign = |c: char| "·•・‧&＆@+＋#＃*＊!！?？$￥%％=|".contains(c);
        let between = |n: usize, m: usize| {
            let before = n.checked_sub(1).and_then(|n| self.char(n));
            before.is_some_and(|c| self.is_han(c)) && self.char(m).is_some_and(|c| self.is_han(c))
        };
        let signs = self.runs(sign).into_iter().filter(|(n, m)| between(*n, *m));
        let latin = self.runs(|c| c.is_ascii_alphanumeric() || matches!(c, 'Ａ'..='Ｚ')).into_iter();
        let latin = latin.filter(|(n, m)| {
            let run = self.chars.get(*n..*m).unwrap_or_default();
            let capitals = run.iter().all(|(_, c)| c.is_ascii_uppercase() || matches!(c, 'Ａ'..='Ｚ'));
            let before = n.checked_sub(1).and_then(|n| self.char(n));
            let whole = before.is_none_or(|c| self.is_han(c));
            let rest = self.rest(*m);
            capitals
                && whole
                && run.len() <= 6
                && rest.chars().next().is_some_and(|c| self.is_han(c))
                && !LETTERED.iter().any(|word| rest.starts_with(word))
        });
        signs.chain(latin).filter_map(|run| self.span(run)).collect()
    }

    /// Digits that stand for a name: `24克拉`, `1912街区`.
    fn numbers(&self) -> Vec<(usize, usize)> {
        let digits = self.runs(|c| c.is_ascii_digit() || matches!(c, '０'..='９'));
        let odd = digits.into_iter().filter(|(n, m)| {
            let before = n.checked_sub(1).and_then(|n| self.char(n));
            let rest = self.rest(*m);
            let next = rest.chars().next();
            let is_code = before.is_some_and(|c| !self.is_han(c) || matches!(c, '第' | '经' | '纬'));
            let counts = NUMBERED.iter().any(|word| rest.starts_with(word));
            // 2路, 12街: streets may be counted; a longer number is no count.
            let street = m - n <= 2 && ["路", "街", "道", "大街", "大道"].iter().any(|word| rest.starts_with(word));
            next.is_some_and(|c| self.is_han(c)) && !is_code && !counts && !street
        });
        odd.filter_map(|run| self.span(run)).collect()
    }

    /// Characters of the third level of the table.
    fn rare(&self) -> Vec<(usize, usize)> {
        let level_three = |c: &char| self.lexicon.chars.number(*c).is_some_and(|number| number >= LEVEL_THREE);
        self.chars.iter().filter(|(_, c)| level_three(c)).map(|(at, c)| (*at, at + c.len_utf8())).collect()
    }

    /// Writing of a minority before the Chinese characters of the line.
    fn minority_first(&self) -> Vec<(usize, usize)> {
        let first_han = self.chars.iter().position(|(_, c)| self.is_han(*c));
        let first = self.runs(is_minority_letter).into_iter().next();
        let before = first.zip(first_han).filter(|((n, _), han)| n < han);
        before.and_then(|(run, _)| self.span(run)).into_iter().collect()
    }

    /// A house number in Chinese numerals at the end of an address: 人民路十二号.
    fn door_number(&self) -> Vec<(usize, usize)> {
        let numerals = self.runs(|c| "〇零一二三四五六七八九十百".contains(c));
        let doors = numerals.into_iter().filter(|(n, m)| {
            let rest = self.rest(*m);
            let ends = ["号", "弄"].contains(&rest)
                || ["号院", "号楼", "号门", "号（", "号("].iter().any(|word| rest.starts_with(word));
            let street = || {
                let before = self.chars.get(n.saturating_sub(STREET)..*n).unwrap_or_default();
                before.iter().map(|(_, c)| *c).collect::<String>()
            };
            ends && generic_of(&street()).is_some_and(|(_, generic)| generic.class == "street")
        });
        doors.filter_map(|(n, m)| self.span((n, m + 1))).collect()
    }
}

/// Letters of Mongolian, Tibetan, Yi, Tai Le, New Tai Lue, Lisu, and the Arabic letters of Uyghur and Kazakh.
fn is_minority_letter(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{18AF}' | '\u{0F00}'..='\u{0FFF}' | '\u{A000}'..='\u{A4CF}' | '\u{1950}'..='\u{197F}'
        | '\u{1980}'..='\u{19DF}' | '\u{A4D0}'..='\u{A4FF}' | '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}
