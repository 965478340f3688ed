//! What an entry of a list of places is compared by: its name, its sound, the area in which both must be its own.

use crate::document::{Division, Role, Row};
use crate::lexicon::Lexicon;
use crate::spelling::{Evidence, Speller, Style, generic_of};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Within what a name has to be the only one (地名管理条例第九条第一款第七、八项).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Divisions of county level and above: the whole country.
    Nation,
    /// Townships: a province.
    Province,
    /// Villages and communities: a county.
    County,
    /// Streets: a built-up area, for which a list knows no better than the county.
    Street,
    /// Residential areas and buildings: the same.
    Building,
}

impl Scope {
    /// What the ids of their bases begin with.
    pub const BASES: &str = "reg:place-names-same-name-";

    /// Whether it is one of divisions, which have one code each.
    fn is_division(self) -> bool {
        matches!(self, Self::Nation | Self::Province | Self::County)
    }

    /// Id of the clause about it.
    #[must_use]
    pub fn basis(self) -> &'static str {
        match self {
            Self::Nation => "reg:place-names-same-name-national",
            Self::Province => "reg:place-names-same-name-township",
            Self::County => "reg:place-names-same-name-village",
            Self::Street => "reg:place-names-same-name-street",
            Self::Building => "reg:place-names-same-name-building",
        }
    }
}

/// An entry, as far as others are compared with it. Texts are hashes: a list may have a million rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Index of its cell in the document.
    pub cell: usize,
    /// How many findings of the document precede it.
    pub at: usize,
    /// Whether the row has a finding already.
    pub flagged: bool,
    /// The scope.
    pub scope: Scope,
    /// Whether the list says which area it lies in.
    pub located: bool,
    /// Its name in its area.
    pub name: u64,
    /// Its sound in its area, where every character has a reading.
    pub sound: Option<u64>,
    /// What tells it from another object of its name.
    pub object: Object,
}

/// What tells one object from another; `None` where the list does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object {
    code: Option<u64>,
    division: Option<u64>,
    township: Option<u64>,
    site: Option<u64>,
    /// Whether its code is one of divisions.
    registered: bool,
}

/// How two entries of one name are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same object, listed twice or in parts.
    Same,
    /// Two objects.
    Different,
    /// Two divisions that exist, for both have their official codes.
    Registered,
    /// The list does not say.
    Unknown,
}

impl Object {
    /// Whether this is another object than an earlier one of the same name.
    #[must_use]
    pub fn relation(&self, earlier: &Self, scope: Scope) -> Relation {
        let same = |a: Option<u64>, b: Option<u64>| Some(a? == b?);
        let code = same(self.code, earlier.code);
        let township = same(self.township, earlier.township);
        let site = same(self.site, earlier.site);
        match scope {
            _ if code.or(same(self.division, earlier.division)) == Some(true) && scope.is_division() => Relation::Same,
            _ if code == Some(true) => Relation::Same,
            Scope::Nation | Scope::Province if self.registered && earlier.registered => Relation::Registered,
            // A division or a village lies in one place only.
            Scope::Nation | Scope::Province | Scope::County => {
                match code.or(same(self.division, earlier.division)).or(township).or(site) {
                    Some(true) => Relation::Same,
                    Some(false) => Relation::Different,
                    None => Relation::Unknown,
                }
            }
            // A street runs through several townships, and is listed in parts.
            Scope::Street if township == Some(false) => Relation::Same,
            Scope::Street | Scope::Building => match code.or(site) {
                Some(true) => Relation::Same,
                Some(false) => Relation::Different,
                None => Relation::Unknown,
            },
        }
    }
}

impl Entry {
    /// The entry of a name, if names of its kind have to be the only ones somewhere.
    #[must_use]
    pub fn of(name: &str, row: &Row, lexicon: &Lexicon) -> Option<Self> {
        let name: String = name.chars().filter(|c| !c.is_whitespace()).map(|c| lexicon.standard_of(c)).collect();
        let scope = scope(&name, row)?;
        let area = area(row, scope);
        let key = |text: &str| hash(&(scope, &area, text));
        let township = matches!(scope, Scope::Nation | Scope::Province);
        let object = Object {
            code: cells(row, |role| role == Role::Code),
            division: cells(row, |role| role == Role::DivisionCode),
            township: cells(row, |role| match role {
                Role::Division(Division::Township) => true,
                // Two townships of a province lie in different counties; a village, in different townships.
                Role::Division(level) => township && level != Division::Province,
                _ => false,
            }),
            site: cells(row, |role| role == Role::Site),
            registered: of_role(row, |role| matches!(role, Role::Code | Role::DivisionCode)).any(is_division_code),
        };
        let located = scope == Scope::Nation || !area.is_empty();
        let sound = sound(&name, lexicon).map(|sound| key(&sound));
        Some(Self { cell: 0, at: 0, flagged: false, scope, located, name: key(&name), sound, object })
    }
}

/// The scope of a name by its generic.
fn scope(name: &str, row: &Row) -> Option<Scope> {
    const DIVISIONS: &[&str] = &[
        "省", "市", "县", "区", "旗", "盟", "自治区", "自治州", "自治县", "自治旗", "地区", "特区", "林区", "城区",
        "郊区", "矿区",
    ];
    const TOWNSHIPS: &[&str] = &["乡", "镇", "民族乡", "苏木"];
    const COMMUNITIES: &[&str] = &["社区", "村民委员会", "居民委员会", "村委会", "居委会", "行政村", "自然村", "嘎查"];
    const BUILDINGS: &[&str] = &["大厦", "大楼", "广场", "中心", "写字楼", "公馆"];
    let (generic, known) = generic_of(name)?;
    match known.class {
        "admin" if DIVISIONS.contains(&generic) => Some(Scope::Nation),
        "admin" if TOWNSHIPS.contains(&generic) => Some(Scope::Province),
        _ if COMMUNITIES.contains(&generic) => Some(Scope::County),
        "village" if generic == "村" || says_village(row) => Some(Scope::County),
        "street" => Some(Scope::Street),
        "residential" => Some(Scope::Building),
        "building" if BUILDINGS.contains(&generic) => Some(Scope::Building),
        _ => None,
    }
}

/// Whether the row's class is a village: 店, 铺 and the like end other names too.
fn says_village(row: &Row) -> bool {
    let mut classes = of_role(row, |role| role == Role::Class);
    classes.any(|class| ["村", "居民点", "社区"].iter().any(|word| class.contains(word)))
}

/// The area in which the name has to be the only one, as the row writes it; empty where it does not say.
fn area(row: &Row, scope: Scope) -> String {
    let (deepest, digits) = match scope {
        Scope::Nation => return String::new(),
        Scope::Province => (Division::Province, 2),
        Scope::County | Scope::Street | Scope::Building => (Division::County, 6),
    };
    let within = |role| matches!(role, Role::Division(level) if level <= deepest);
    let named: Vec<&str> = of_role(row, within).collect();
    if !named.is_empty() {
        return named.join("/");
    }
    if let Some(chain) = of_role(row, |role| role == Role::Division(Division::Any)).next() {
        return upto(chain, deepest).to_owned();
    }
    let code = of_role(row, |role| matches!(role, Role::DivisionCode | Role::Code))
        .find_map(|code| code.get(..digits).filter(|_| is_division_code(code)));
    if let Some(code) = code {
        return code.to_owned();
    }
    // Without any of these a sheet is one area.
    String::new()
}

/// Whether a code is one of divisions, or begins with one: six digits or more, the first that of a region.
fn is_division_code(code: &str) -> bool {
    code.len() >= 6 && code.bytes().all(|byte| byte.is_ascii_digit()) && code.starts_with(|c| ('1'..='8').contains(&c))
}

/// A chain of divisions down to a level: `浙江省杭州市西湖区` of `浙江省杭州市西湖区古荡街道`.
fn upto(chain: &str, deepest: Division) -> &str {
    let ends: &[&str] = match deepest {
        Division::Province => &["省", "自治区"],
        _ => &["区", "县", "旗", "市"],
    };
    let cut = |end: &&str| {
        let found = chain.rmatch_indices(*end).map(|(at, _)| at);
        // 社区 and 小区 are no divisions of their level.
        let mut real =
            found.filter(|at| !chain.get(..*at).is_some_and(|head| head.ends_with(['社', '小', '园', '街'])));
        real.next().map(|at| at + end.len())
    };
    let end = ends.iter().filter_map(cut).max();
    end.and_then(|end| chain.get(..end)).unwrap_or(chain)
}

/// The cells of a row with a role that are not empty.
fn of_role(row: &Row, wanted: impl Fn(Role) -> bool) -> impl Iterator<Item = &str> {
    let columns = row.sheet.columns.iter().zip(&row.values);
    columns.filter(move |(column, _)| wanted(column.role)).map(|(_, value)| value.trim()).filter(|v| !v.is_empty())
}

fn cells(row: &Row, wanted: impl Fn(Role) -> bool) -> Option<u64> {
    let cells: Vec<&str> = of_role(row, wanted).collect();
    (!cells.is_empty()).then(|| hash(&cells))
}

/// The syllables with their tones; `None` where a character is not known to the tables.
fn sound(name: &str, lexicon: &Lexicon) -> Option<String> {
    let reads = Speller::new(lexicon).read(name, &[], Style::Place);
    let mut sound = String::new();
    for read in reads {
        let syllable = read.syllable.filter(|_| read.evidence > Evidence::Outside)?;
        sound.push_str(syllable.letters);
        sound.push(char::from(b'0' + syllable.tone));
    }
    Some(sound)
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
