//! What happens to a list between two inspections: the operators of `docs/adr/0016`, in its order and by its names.

use super::town::{Dice, Shop};
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// A row of the second list, which knows which shop it is.
#[derive(Debug, Clone)]
pub struct Row {
    /// The shop of the first list; `None` for a new one.
    pub shop: Option<usize>,
    pub name: String,
    pub unit: String,
    pub code: String,
    pub street: String,
    pub road: String,
    pub house: String,
    pub phone: String,
    /// Operators that were applied.
    pub by: Vec<&'static str>,
}

impl Row {
    fn of(shop: &Shop) -> Self {
        Self {
            shop: Some(shop.id),
            name: shop.name.clone(),
            unit: shop.unit.clone(),
            code: shop.code.clone(),
            street: shop.street.into(),
            road: shop.road.into(),
            house: shop.house.clone(),
            phone: shop.phone.clone(),
            by: Vec::new(),
        }
    }

    pub fn address(&self) -> String {
        format!("{}{}", self.road, self.house)
    }
}

/// Operators on a row that leave it the same object.
const SAME: &[&str] = &[
    "shop-suffix", "width", "brackets", "spaces", "street-prefix", "number-form", "lane", "name-typo", "address-typo",
    "company", "word-order", "branch-number", "owner",
];

/// Which of the shops were put right.
pub struct Second {
    pub rows: Vec<Row>,
    pub rectified: Vec<usize>,
    pub gone: Vec<usize>,
}

/// The second list: other order, renamed, some gone, some new.
pub fn second(shops: &[Shop], seed: u64, told: impl Fn(&Shop) -> bool) -> Second {
    let mut dice = Dice::new(seed);
    let mut second = Second { rows: Vec::new(), rectified: Vec::new(), gone: Vec::new() };
    for shop in shops {
        let mut row = Row::of(shop);
        match dice.roll(100) {
            0..3 => {
                second.gone.push(shop.id);
                continue;
            }
            3..5 => {
                // `replaced`: another shop moved in; some take half of the name for their own.
                let name = if dice.percent(50) {
                    format!("{}新记照相馆", shop.id)
                } else {
                    let brand: String = shop.right.chars().take(2).collect();
                    format!("{brand}{}", dice.pick(&["钟表行", "足浴", "彩票站"]))
                };
                row = Row { shop: None, name, unit: String::new(), code: String::new(), ..row };
                row.phone = format!("777-{}", shop.id);
                row.by.push("replaced");
                second.gone.push(shop.id);
                second.rows.push(row);
                continue;
            }
            5..25 if shop.name.contains("（第二分店）") => {
                // `other-branch`: this one is closed, and another was opened on the same road.
                row = Row {
                    shop: None,
                    name: shop.name.replace("第二", "第五"),
                    house: format!("{}号", 3001 + 2 * shop.id),
                    ..row
                };
                row.by.push("other-branch");
                second.gone.push(shop.id);
                second.rows.push(row);
                continue;
            }
            _ => {}
        }
        if told(shop) && dice.percent(70) {
            row.name.clone_from(&shop.right);
            row.by.push("rectified");
            second.rectified.push(shop.id);
        }
        // What is still wrong is left as it was: whether the problem is seen again has to be certain.
        if shop.rule.is_none() || !row.by.is_empty() {
            for _ in 0..dice.roll(3) {
                apply(dice.pick(SAME), &mut row, &mut dice);
            }
        } else if dice.percent(50) {
            apply(dice.pick(&["street-prefix", "number-form", "address-typo", "owner", "spaces"]), &mut row, &mut dice);
        }
        second.rows.push(row);
    }
    for new in 0..shops.len() / 40 {
        let road = dice.pick(&["新开路", "开源大道", "人民路"]);
        second.rows.push(Row {
            shop: None,
            name: format!("{}号新城超市", 9000 + new),
            unit: String::new(),
            code: String::new(),
            street: "南门街道".into(),
            road: road.into(),
            house: format!("{}号", 5001 + 2 * new),
            phone: String::new(),
            by: vec!["new"],
        });
    }
    // `order`.
    for at in (1..second.rows.len()).rev() {
        second.rows.swap(at, dice.roll(at + 1));
    }
    second
}

fn apply(operator: &'static str, row: &mut Row, dice: &mut Dice) {
    let before = row.clone();
    match operator {
        "shop-suffix" => {
            row.name = match row.name.strip_suffix('店') {
                Some(bare) if bare.chars().count() > 2 => bare.to_owned(),
                _ => format!("{}店", row.name),
            }
        }
        "width" => row.house = row.house.chars().map(wide).collect(),
        "brackets" => {
            row.name = match row.name.split_once('（') {
                Some((bare, rest)) if dice.percent(50) => format!("{bare}({}", rest.replace('）', ")")),
                Some((bare, rest)) => format!("{bare}{}", rest.replace('）', "")),
                None => row.name.clone(),
            }
        }
        "spaces" => row.name.insert(row.name.char_indices().nth(2).map_or(0, |(at, _)| at), ' '),
        "street-prefix" => row.road = format!("云和区{}{}", row.street, row.road),
        "number-form" => {
            row.house = match dice.roll(3) {
                0 if row.house.starts_with(|c: char| c.is_ascii_digit()) && !row.house.contains('弄') => {
                    chinese(&row.house)
                }
                1 => row.house.replace("号之1", "-1号"),
                _ => row.house.replace('号', " 号"),
            }
        }
        "lane" => {
            row.house =
                row.house.replace("弄5号", "弄 5号").replace("弄 5号", if dice.percent(50) { "弄5" } else { "弄 5 号" })
        }
        "name-typo" => typo(&mut row.name, dice),
        "address-typo" => typo(&mut row.road, dice),
        "company" => {
            if !row.name.contains('（') {
                row.name = format!("{}有限公司", row.name.trim_end_matches('店'));
            }
        }
        "word-order" => {
            let chars: Vec<char> = row.name.chars().collect();
            if !row.name.contains('（') && chars.len() > 3 {
                row.name = chars[2..].iter().chain(&chars[..2]).collect();
            }
        }
        "branch-number" => {
            for (wordy, short) in [("（第二分店）", "2店"), ("（第三分店）", "三店"), ("（第四分店）", "（4店）")]
            {
                row.name = row.name.replace(wordy, short);
            }
        }
        "owner" => {
            row.unit = format!("云州新业商贸有限公司{}", row.phone);
            row.code = format!("91330000MB{}", row.phone);
            row.phone = format!("666{}", row.phone);
        }
        _ => unreachable!("{operator}"),
    }
    if (&before.name, &before.road, &before.house, &before.unit) != (&row.name, &row.road, &row.house, &row.unit) {
        row.by.push(operator);
    }
}

/// Another character in the place of one that is not the first.
fn typo(text: &mut String, dice: &mut Dice) {
    let mut chars: Vec<char> = text.chars().collect();
    let at = 1 + dice.roll(chars.len() - 1);
    if chars[at].is_ascii() || matches!(chars[at], '（' | '）' | '分' | '店' | '第' | '二' | '三' | '四') {
        return;
    }
    chars[at] = dice.pick(&["宜", "氏", "木", "末", "士"]).chars().next().unwrap();
    *text = chars.into_iter().collect();
}

fn wide(c: char) -> char {
    if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c }
}

/// `88号` as `八十八号`.
fn chinese(house: &str) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digits: String = house.chars().take_while(char::is_ascii_digit).collect();
    let number: usize = digits.parse().unwrap();
    if !(20..100).contains(&number) {
        return house.to_owned();
    }
    format!("{}十{}{}", DIGITS[number / 10], DIGITS[number % 10], &house[digits.len()..])
}

/// `columns`: a workbook under other headers, the address in two columns and a title row above.
pub fn xlsx(rows: &[Row], path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "云和区店招复查登记表").unwrap();
    for (column, head) in (0..).zip(["编号", "店名", "路段", "门牌号", "乡镇街道", "信用代码", "经营单位", "手机"])
    {
        sheet.write_string(2, column, head).unwrap();
    }
    for (at, row) in (3..).zip(rows) {
        let Row { name, road, house, street, code, unit, phone, .. } = row;
        for (column, cell) in (0..).zip([&format!("F{at}"), name, road, house, street, code, unit, phone]) {
            sheet.write_string(at, column, cell).unwrap();
        }
    }
    book.save(path).unwrap();
}
