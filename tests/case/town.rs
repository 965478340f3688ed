//! A town of shops, made from a seed: streets, units, categories, and violations of several rules.

use std::collections::BTreeSet;

/// A generator of numbers that is the same everywhere (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.roll(from.len())]
    }

    pub fn percent(&mut self, chance: usize) -> bool {
        self.roll(100) < chance
    }
}

/// A shop, as the people who walk the street know it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shop {
    /// Which it is: the truth that the matcher does not see.
    pub id: usize,
    pub name: String,
    /// The name after it is put right; the same where nothing is wrong.
    pub right: String,
    /// Rule that the sign breaks.
    pub rule: Option<&'static str>,
    pub unit: String,
    pub code: String,
    pub street: &'static str,
    pub road: &'static str,
    pub house: String,
    pub phone: String,
}

impl Shop {
    pub fn address(&self) -> String {
        format!("{}{}", self.road, self.house)
    }
}

const ROADS: &[(&str, &str)] = &[
    ("南门街道", "人民路"),
    ("南门街道", "解放路"),
    ("南门街道", "五一路"),
    ("南门街道", "中山巷"),
    ("北门街道", "和平路"),
    ("北门街道", "建设大道"),
    ("北门街道", "文化路"),
    ("河东街道", "滨河路"),
    ("河东街道", "友谊街"),
    ("河东街道", "长安街"),
    ("石桥镇", "石桥老街"),
    ("石桥镇", "学府路"),
];
const FIRST: &[&str] = &[
    "如", "鸿", "福", "金", "顺", "广", "兴", "荣", "嘉", "瑞", "祥", "美", "乐", "佳", "盛", "泰", "德", "永", "天",
    "华",
];
const SECOND: &[&str] =
    &["意", "运", "源", "发", "达", "隆", "和", "康", "安", "民", "来", "联", "通", "益", "万", "丰"];
/// Trade, and how it stands on a wrong sign with the rule it breaks.
const TRADES: &[(&str, &str, &str)] = &[
    ("面馆", "麵館", "ZI-001"),
    ("大药房", "大藥房", "ZI-001"),
    ("书店", "書店", "ZI-001"),
    ("茶庄", "茶莊", "ZI-001"),
    ("服装店", "服裝店", "ZI-001"),
    ("理发店", "理髮店", "ZI-001"),
    ("饭店", "飯店", "ZI-001"),
    ("烟酒行", "煙酒行", "ZI-003"),
    ("餐厅", "歺厅", "ZI-006"),
    ("副食店", "付食店", "ZI-006"),
    ("豆腐坊", "豆付坊", "CI-001"),
];
const CLEAN: &[&str] =
    &["便利店", "水果店", "五金店", "文具店", "花店", "眼镜店", "洗衣店", "宠物店", "打印社", "烘焙坊"];

/// A town of so many shops; no two have the same name and address.
pub fn town(seed: u64, shops: usize) -> Vec<Shop> {
    let mut dice = Dice::new(seed);
    let mut houses = vec![0_usize; ROADS.len()];
    let mut seen = BTreeSet::new();
    (0..shops)
        .map(|id| {
            let mut one = shop(id, &mut dice, &mut houses);
            while !seen.insert(one.name.clone() + &one.address()) {
                one = shop(id, &mut dice, &mut houses);
            }
            one
        })
        .collect()
}

fn shop(id: usize, dice: &mut Dice, houses: &mut [usize]) -> Shop {
    let at = dice.roll(ROADS.len());
    let (street, road) = ROADS[at];
    // Some stand in one house with the shop before, and nobody writes which room.
    houses[at] += if dice.percent(15) && houses[at] > 0 { 0 } else { 2 };
    let number = houses[at];
    let house = match dice.roll(10) {
        0 => format!("{number}弄5号"),
        1 => format!("{number}号之1"),
        _ => format!("{number}号"),
    };
    let brand = format!("{}{}", dice.pick(FIRST), dice.pick(SECOND));
    let (right, name, rule) = if dice.percent(14) {
        let (right, wrong, rule) = TRADES[dice.roll(TRADES.len())];
        (format!("{brand}{right}"), format!("{brand}{wrong}"), Some(rule))
    } else if dice.percent(4) {
        // A character that is a variant: 峯 for 峰.
        let trade = dice.pick(CLEAN);
        (format!("云峰{brand}{trade}"), format!("云峯{brand}{trade}"), Some("ZI-003"))
    } else {
        let trade = if dice.percent(50) { dice.pick(CLEAN) } else { TRADES[dice.roll(TRADES.len())].0 };
        let branch = if dice.percent(10) {
            format!("（第{}分店）", ["二", "三", "四"][dice.roll(3)])
        } else {
            String::new()
        };
        let name = format!("{brand}{trade}{branch}");
        (name.clone(), name, None)
    };
    let registered = dice.percent(60);
    let unit = if registered { format!("云州{brand}商贸有限公司{id}") } else { String::new() };
    let code = if registered { format!("91330000MA{id:08}") } else { String::new() };
    Shop { id, name, right, rule, unit, code, street, road, house, phone: format!("555-{id:04}") }
}

/// The first list as an office has it: comma separated, with the mark by which Excel knows UTF-8.
pub fn csv(shops: &[Shop]) -> String {
    let mut text = "\u{feff}序号,店招名称,责任单位,统一社会信用代码,所属街道,地址,联系电话\r\n".to_owned();
    for (row, shop) in (1..).zip(shops) {
        let Shop { name, unit, code, street, phone, .. } = shop;
        text += &format!("{row},{name},{unit},{code},{street},{},{phone}\r\n", shop.address());
    }
    text
}
