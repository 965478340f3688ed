//! Names and addresses as they are compared: what offices write differently of the same thing is taken away.

use std::collections::BTreeMap;

/// Company forms and words for a shop at the end of a name: they come and go with the column that was filled in.
const ENDINGS: &[&str] = &[
    "股份有限公司", "有限责任公司", "有限公司", "分公司", "公司", "个体工商户", "旗舰店", "专卖店", "连锁店", "加盟店",
    "总店", "分店", "门店", "店",
];

/// Ends of divisions that may stand before a road.
const DIVISIONS: &[&str] = &["自治区", "自治州", "街道办事处", "街道", "省", "市", "区", "县", "旗", "镇", "乡"];

/// Words beside a number of a house.
const HOUSE: &[char] = &['号', '弄', '栋', '幢', '座', '楼', '层', '室', '铺', '单', '元', '之', '附', '第'];

/// A name as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct NameKey {
    /// Standard characters without width, spaces, brackets, endings and the number of the branch.
    pub core: String,
    /// The number of the branch: 2 of 第二分店.
    pub branch: Option<u32>,
}

/// An address as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct AddressKey {
    /// Everything before the first number, without divisions.
    pub road: String,
    /// The numbers: lane, house, floor, room.
    pub numbers: Vec<u32>,
}

/// How two addresses stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Another road, or another number on it.
    Apart,
    /// One of them is not known.
    Unknown,
    /// A road that may be misspelt, or a number that one of them leaves out.
    Near,
    /// The same.
    Same,
}

/// One spelling of a text: half width, lower case, no spaces, marks or brackets; each character through `fold`.
fn plain(text: &str, fold: &dyn Fn(char) -> char) -> Vec<char> {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '①'..='⑨' => char::from_digit(c as u32 - '①' as u32 + 1, 10).unwrap_or(c),
        '○' | '零' => '〇',
        other => fold(other),
    };
    let kept = text.chars().map(narrow).filter(|c| c.is_alphanumeric() || *c == '-' || *c == '〇');
    kept.flat_map(char::to_lowercase).collect()
}

impl NameKey {
    /// Of a name; `fold` gives the standard form of a character.
    #[must_use]
    pub fn new(name: &str, fold: &dyn Fn(char) -> char) -> Self {
        let mut core: Vec<char> = plain(name, fold).into_iter().filter(|c| *c != '-').collect();
        let branch = take_branch(&mut core);
        let mut core: String = core.into_iter().collect();
        while let Some(rest) = ENDINGS.iter().find_map(|ending| core.strip_suffix(ending)) {
            if rest.chars().count() < 2 {
                break;
            }
            core = rest.to_owned();
        }
        Self { core, branch }
    }

    /// How alike two names are, from 0 to 1; two branches are never alike.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.core.is_empty() || other.core.is_empty() {
            return 0.0;
        }
        if matches!((self.branch, other.branch), (Some(a), Some(b)) if a != b) {
            return 0.0;
        }
        if self.core == other.core {
            return if self.branch == other.branch { 1.0 } else { 0.9 };
        }
        let (a, b): (Vec<char>, Vec<char>) = (self.core.chars().collect(), other.core.chars().collect());
        let within =
            if a.len().min(b.len()) >= 2 && (self.core.contains(&other.core) || other.core.contains(&self.core)) {
                0.8
            } else {
                0.0
            };
        spelling(&a, &b).max(0.95 * shared(&a, &b)).max(within)
    }
}

impl AddressKey {
    /// Of an address, with its parts joined.
    #[must_use]
    pub fn new(address: &str, fold: &dyn Fn(char) -> char) -> Self {
        let outside = without_brackets(address);
        let text = arabic_numbers(&plain(&outside, fold));
        let text = without_divisions(&text);
        let start = text.iter().position(char::is_ascii_digit).unwrap_or(text.len());
        let road = text.iter().take(start).filter(|c| !matches!(c, '-' | '第')).collect();
        let mut numbers = Vec::new();
        let mut rest = text.iter().skip(start).peekable();
        while let Some(c) = rest.next() {
            let Some(mut number) = c.to_digit(10) else { continue };
            while let Some(digit) = rest.peek().and_then(|c| c.to_digit(10)) {
                number = number.saturating_mul(10).saturating_add(digit);
                rest.next();
            }
            numbers.push(number);
        }
        Self { road, numbers }
    }

    /// How two addresses stand to each other.
    #[must_use]
    pub fn nearness(&self, other: &Self) -> Nearness {
        if self.road.is_empty() || other.road.is_empty() {
            return Nearness::Unknown;
        }
        let same_road = self.road == other.road;
        if same_road && self.numbers == other.numbers {
            return Nearness::Same;
        }
        let (short, long) = if self.numbers.len() <= other.numbers.len() { (self, other) } else { (other, self) };
        let one_is_less_exact = !short.numbers.is_empty() && long.numbers.starts_with(&short.numbers);
        if same_road && one_is_less_exact {
            return Nearness::Near;
        }
        let (a, b): (Vec<char>, Vec<char>) = (self.road.chars().collect(), other.road.chars().collect());
        // A division that was not recognised stands before the road.
        let longer = self.road.ends_with(&other.road) || other.road.ends_with(&self.road);
        let alike = longer || spelling(&a, &b) >= 0.6;
        if alike && self.numbers == other.numbers && !self.numbers.is_empty() {
            Nearness::Near
        } else {
            Nearness::Apart
        }
    }
}

/// Takes `第二分店`, `2店`, `二号店` out of a name.
fn take_branch(name: &mut Vec<char>) -> Option<u32> {
    for at in (0..name.len()).filter(|at| name[*at] == '店') {
        let mut end = at;
        for word in ['分', '号'] {
            end -= usize::from(end > 0 && name[end - 1] == word);
        }
        let start = name[..end].iter().rposition(|c| digit(*c).is_none() && *c != '十').map_or(0, |before| before + 1);
        let Some(number) = number(&name[start..end]) else { continue };
        let start = start - usize::from(start > 0 && name[start - 1] == '第');
        name.drain(start..=at);
        return Some(number);
    }
    None
}

fn digit(c: char) -> Option<u32> {
    let chinese = "〇一二三四五六七八九".chars().position(|one| one == c);
    c.to_digit(10).or_else(|| chinese.and_then(|at| u32::try_from(at).ok()))
}

/// A number below 10,000 in digits of either kind: `88`, `八十八`, `八八`, `一百二十`.
fn number(text: &[char]) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    let (mut total, mut current) = (0_u32, None::<u32>);
    for c in text {
        match (digit(*c), c) {
            (Some(one), _) => current = Some(current.unwrap_or(0).saturating_mul(10).saturating_add(one)),
            (None, '十') => total += 10 * current.take().unwrap_or(1),
            (None, '百') => total += 100 * current.take()?,
            (None, '千') => total += 1000 * current.take()?,
            _ => return None,
        }
    }
    Some(total + current.unwrap_or(0))
}

/// Chinese numbers before a word of a house become digits; those in names of roads (五一路) stay.
fn arabic_numbers(text: &[char]) -> Vec<char> {
    let is_number = |c: &char| digit(*c).is_some() || matches!(c, '十' | '百' | '千');
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at) {
        let length = text[at..].iter().take_while(|c| is_number(c)).count();
        let end = at + length;
        match text.get(end).filter(|after| HOUSE.contains(after)).and_then(|_| number(&text[at..end])) {
            Some(number) => out.extend(number.to_string().chars()),
            None if length > 0 => out.extend(&text[at..end]),
            None => out.push(*c),
        }
        at = end.max(at + 1);
    }
    out
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let outside = |c: &char| match c {
        '（' | '(' | '［' | '[' | '【' => {
            depth += 1;
            false
        }
        '）' | ')' | '］' | ']' | '】' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(outside).collect()
}

/// Takes away 云和区南门街道 before a road; a name such as 市府路 or 镇南路 stays.
fn without_divisions(text: &[char]) -> &[char] {
    let mut rest = text;
    loop {
        let end = rest.iter().position(char::is_ascii_digit).unwrap_or(rest.len()).min(9);
        let cut = (2..end).find_map(|at| {
            let ending = DIVISIONS.iter().find(|ending| {
                rest[at..end].iter().copied().zip(ending.chars()).filter(|(a, b)| a == b).count()
                    == ending.chars().count()
            })?;
            Some(at + ending.chars().count())
        });
        match cut.filter(|cut| rest[*cut..].iter().take_while(|c| !c.is_ascii_digit()).count() >= 2) {
            Some(cut) => rest = &rest[cut..],
            None => return rest,
        }
    }
}

/// 1 for the same spelling, 0 for nothing in its place: one less the edits over the longer length.
fn spelling(a: &[char], b: &[char]) -> f64 {
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 0.0;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let edited = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = std::mem::replace(&mut row[j + 1], edited);
        }
    }
    1.0 - row[b.len()] as f64 / longer as f64
}

/// The part of their characters that both have, whatever the order.
fn shared(a: &[char], b: &[char]) -> f64 {
    let mut counts: BTreeMap<char, isize> = BTreeMap::new();
    a.iter().for_each(|c| *counts.entry(*c).or_default() += 1);
    let mut both = 0_usize;
    for c in b {
        if let Some(left) = counts.get_mut(c).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    2.0 * both as f64 / (a.len() + b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> NameKey {
        let fold = |c| match c {
            '國' => '国',
            '麵' => '面',
            '館' => '馆',
            c => c,
        };
        NameKey::new(text, &fold)
    }

    fn address(text: &str) -> AddressKey {
        AddressKey::new(text, &|c| c)
    }

    #[test]
    fn what_comes_and_goes_is_no_part_of_a_name() {
        for same in ["如意便利", "如意 便利店", "如意便利（店）", "如意便利有限公司"] {
            assert_eq!(name(same), name("如意便利店"), "{same}");
        }
        assert_eq!(name("ＡＢＣ烘焙"), name("abc烘焙店"));
        assert_eq!(name("國泰麵館"), name("国泰面馆"));
        assert_eq!(name("如意（第二分店）").branch, Some(2));
        assert_eq!(name("如意（第二分店）"), name("如意2店"));
        assert_eq!(name("如意十二店").branch, Some(12));
        assert_eq!(name("如意2店").likeness(&name("如意3店")), 0.0);
        assert!(name("城南如意便利店").likeness(&name("如意便利店城南")) > 0.85);
        assert!(name("如意便利店").likeness(&name("大成五金")) < 0.3);
    }

    #[test]
    fn an_address_is_a_road_and_numbers() {
        for same in ["人民路８８号", "人民路八十八号", "云和区南门街道人民路 88 号", "云州市云和区人民路88号（近公园）"]
        {
            assert_eq!(address(same), address("人民路88号"), "{same}");
        }
        assert_eq!(address("五一路12弄5号"), AddressKey { road: "五一路".into(), numbers: vec![12, 5] });
        assert_eq!(address("市府路3号").road, "市府路");
        assert_eq!(address("88号").nearness(&address("人民路88号")), Nearness::Unknown);
        assert_eq!(address("人民路88号").nearness(&address("人民路90号")), Nearness::Apart);
        assert_eq!(address("人民路88号").nearness(&address("人氏路88号")), Nearness::Near);
        assert_eq!(address("人民路88号之1").nearness(&address("人民路88-1号")), Nearness::Same);
        assert_eq!(address("人民路88号").nearness(&address("人民路88号2楼")), Nearness::Near);
    }
}
