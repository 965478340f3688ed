//! The tables of the parser, loaded when the first name needs them.

use super::Kind;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt"))
    };
}

const DIVISIONS: &str = table!("places-divisions");
const FORMS: &str = table!("enterprise-organisation-forms");
const INDUSTRIES: &str = table!("enterprise-industries");
const ZONES: &str = table!("enterprise-zones");
const TRADE_NAMES: &str = table!("enterprise-trade-names");

/// What the parser looks up.
pub struct Tables {
    /// Divisions by full name: their codes.
    pub divisions: HashMap<&'static str, Vec<&'static str>>,
    /// Divisions by the name without its generic: their codes.
    pub short: HashMap<&'static str, Vec<&'static str>>,
    /// Names of divisions by code.
    pub by_code: HashMap<&'static str, &'static str>,
    /// Organisation forms.
    pub forms: HashMap<&'static str, Form>,
    /// Industry words, and whether one makes a name with nothing but a division before it.
    pub industries: HashMap<&'static str, bool>,
    /// Areas that are no divisions: whether the word names one by itself (雄安新区), or only its kind (开发区).
    pub zones: HashMap<&'static str, bool>,
    /// Words that are also the short name of a division or an industry, and known as trade names.
    pub trade_names: HashSet<&'static str>,
    /// Characters of the longest industry word, organisation form and zone.
    pub longest: [usize; 3],
}

/// An organisation form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Who bears it.
    pub kind: Kind,
    /// Whether it is one of companies, which stands at the very end and nowhere else.
    pub company: bool,
}

/// The tables.
pub fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(load);
    &TABLES
}

/// Endings of divisions, the longest first.
const GENERICS: [&str; 12] =
    ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "地区", "林区", "省", "市", "县", "区", "盟"];

fn load() -> Tables {
    let rows = |table: &'static str| table.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    let cell = |row: &[&'static str], n: usize| row.get(n).copied().unwrap_or_default();
    let mut tables = Tables {
        divisions: HashMap::new(),
        short: HashMap::new(),
        by_code: HashMap::new(),
        forms: HashMap::new(),
        industries: HashMap::new(),
        zones: HashMap::new(),
        trade_names: TRADE_NAMES.lines().filter_map(|row| row.split('\t').next()).collect(),
        longest: [0; 3],
    };
    for row in rows(DIVISIONS) {
        let (code, name) = (cell(&row, 0), cell(&row, 1));
        tables.divisions.entry(name).or_default().push(code);
        tables.by_code.insert(code, name);
        // 新市区, 城区: what is left of one character is no name.
        let head = GENERICS.iter().find_map(|generic| name.strip_suffix(generic));
        if let Some(head) = head.filter(|head| head.chars().nth(1).is_some()) {
            tables.short.entry(head).or_default().push(code);
        }
    }
    for row in rows(FORMS) {
        let kind = match cell(&row, 1) {
            "公司" | "企业" => Kind::Enterprise,
            "个体" => Kind::Individual,
            "合作社" => Kind::Cooperative,
            _ => Kind::Other,
        };
        tables.forms.insert(cell(&row, 0), Form { kind, company: cell(&row, 1) == "公司" });
    }
    for row in rows(INDUSTRIES) {
        tables.industries.insert(cell(&row, 0), cell(&row, 2) == "可单用");
    }
    for row in rows(ZONES) {
        tables.zones.insert(cell(&row, 0), cell(&row, 1) == "专名");
    }
    let longest = |words: &mut dyn Iterator<Item = &&str>| words.map(|word| word.chars().count()).max().unwrap_or(0);
    tables.longest =
        [longest(&mut tables.industries.keys()), longest(&mut tables.forms.keys()), longest(&mut tables.zones.keys())];
    tables
}
