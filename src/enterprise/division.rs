//! 行政区划 at the head of a name, nested and shortened, and the areas that are no divisions.

use super::parse::Chars;
use super::tables::{Tables, tables};
use super::{Part, Piece};

/// Characters of the longest name of a division.
const LONGEST: usize = 15;
/// Levels of a nested division: province, city, district, township.
const LEVELS: usize = 5;

/// What stands at the head: divisions and zones, up to the n-th character.
pub struct Head {
    /// Pieces.
    pub pieces: Vec<Piece>,
    /// Where it ends, in characters.
    pub end: usize,
    /// Whether the only division in it is a short name that may as well begin the trade name (新华, 东方).
    pub doubtful: bool,
    /// Where the last division begins, if it is a short name.
    pub last_short: Option<usize>,
}

/// Reads the head of `chars[from..to]`.
pub fn head(chars: &Chars, from: usize, to: usize) -> Head {
    let tables = tables();
    let mut head = Head { pieces: Vec::new(), end: from, doubtful: false, last_short: None };
    let mut parent: Vec<&str> = Vec::new();
    for level in 0..LEVELS {
        let at = head.end;
        let found = division(chars, at, to, &parent, tables).or_else(|| abbreviated(chars, at, to, level, tables));
        let found = found.or_else(|| unknown(chars, at, to, level == 0));
        if let Some(Found { end, codes, doubtful }) = found {
            head.last_short = tables.short.contains_key(chars.slice(at, end)).then_some(at);
            head.doubtful = level == 0 && doubtful;
            if !codes.is_empty() {
                parent = codes;
            }
            head.pieces.push(Piece { part: Part::Division, range: chars.bytes(at, end) });
            head.end = end;
        } else if let Some(end) = zone(chars, at, to, level > 0, tables) {
            head.last_short = None;
            head.pieces.push(Piece { part: Part::Zone, range: chars.bytes(at, end) });
            head.end = end;
        } else {
            break;
        }
    }
    head
}

struct Found {
    end: usize,
    codes: Vec<&'static str>,
    doubtful: bool,
}

/// The longest name of a division here; a short one only where it cannot be but one, or lies in the division before it.
fn division(chars: &Chars, from: usize, to: usize, parent: &[&str], tables: &Tables) -> Option<Found> {
    let lengths = (from + 2..=to.min(from + LONGEST)).rev();
    lengths.into_iter().find_map(|end| {
        let word = chars.slice(from, end);
        if let Some(codes) = tables.divisions.get(word) {
            let inside: Vec<&str> = codes.iter().copied().filter(|code| lies_in(code, parent)).collect();
            let codes = if inside.is_empty() { codes.clone() } else { inside };
            return Some(Found { end, codes, doubtful: false });
        }
        let codes = tables.short.get(word)?;
        // 安徽合肥: within its parent. Alone: a province, a city, or a county-level city whose name is no common word.
        let inside: Vec<&str> =
            codes.iter().copied().filter(|code| !parent.is_empty() && lies_in(code, parent)).collect();
        let large: Vec<&str> = codes.iter().copied().filter(|code| code.ends_with("00")).collect();
        let city = |code: &&str| tables.by_code.get(code).is_some_and(|name| name.ends_with('市'));
        if !inside.is_empty() {
            return Some(Found { end, codes: inside, doubtful: false });
        }
        let common = tables.trade_names.contains(word);
        let alone = parent.is_empty() && (!large.is_empty() || codes.iter().any(city));
        alone.then(|| Found {
            end,
            codes: if large.is_empty() { codes.clone() } else { large.clone() },
            doubtful: common || large.is_empty(),
        })
    })
}

/// 川成都, 京海淀: the abbreviation of a province, where one of its divisions follows.
fn abbreviated(chars: &Chars, from: usize, to: usize, level: usize, tables: &Tables) -> Option<Found> {
    const PROVINCES: &[(&str, &str)] = &[
        ("京", "11"),
        ("津", "12"),
        ("冀", "13"),
        ("晋", "14"),
        ("蒙", "15"),
        ("辽", "21"),
        ("吉", "22"),
        ("黑", "23"),
        ("沪", "31"),
        ("苏", "32"),
        ("浙", "33"),
        ("皖", "34"),
        ("闽", "35"),
        ("赣", "36"),
        ("鲁", "37"),
        ("豫", "41"),
        ("鄂", "42"),
        ("湘", "43"),
        ("粤", "44"),
        ("桂", "45"),
        ("琼", "46"),
        ("渝", "50"),
        ("川", "51"),
        ("蜀", "51"),
        ("黔", "52"),
        ("贵", "52"),
        ("滇", "53"),
        ("云", "53"),
        ("藏", "54"),
        ("陕", "61"),
        ("秦", "61"),
        ("甘", "62"),
        ("陇", "62"),
        ("青", "63"),
        ("宁", "64"),
        ("新", "65"),
    ];
    if level > 0 || from >= to {
        return None;
    }
    let short = chars.slice(from, from + 1);
    let (_, province) = PROVINCES.iter().find(|(word, _)| *word == short)?;
    let lies_here = |code: &&str| code.starts_with(province);
    let follows = (from + 3..=to.min(from + LONGEST)).any(|end| {
        let word = chars.slice(from + 1, end);
        tables.divisions.get(word).or_else(|| tables.short.get(word)).is_some_and(|codes| codes.iter().any(lies_here))
    });
    let code = tables.by_code.keys().copied().find(|code| lies_here(code) && code.ends_with("0000"))?;
    follows.then(|| Found { end: from + 1, codes: vec![code], doubtful: false })
}

/// A division that the table does not have: a former one (东乡县), a town or a street behind its county.
fn unknown(chars: &Chars, from: usize, to: usize, first: bool) -> Option<Found> {
    let endings: &[&str] = if first { &["县", "市", "自治县", "自治旗"] } else { &["街道", "镇", "乡"] };
    let end = (from + 3..=to.min(from + 5)).find(|end| endings.iter().any(|e| chars.slice(from, *end).ends_with(e)))?;
    // 超市, 都市, 城市, 门市, 夜市: no division ends in these.
    const WORDS: [&str; 14] = [
        "超市", "都市", "城市", "门市", "夜市", "花市", "集市", "上市", "股市", "早市", "市县", "城乡", "故乡", "家乡",
    ];
    let word = chars.slice(from, end);
    let enough = to - end >= 2;
    (enough && !WORDS.iter().any(|w| word.ends_with(w)) && chars.is_han(from, end)).then(|| Found {
        end,
        codes: Vec::new(),
        doubtful: false,
    })
}

/// 雄安新区, 高新区: known by name, or by the kind of area behind up to four characters.
fn zone(chars: &Chars, from: usize, to: usize, behind: bool, tables: &Tables) -> Option<usize> {
    let ends = |from: usize| (from + 2..=to.min(from + tables.longest[2])).rev();
    let known = ends(from).find(|end| tables.zones.contains_key(chars.slice(from, *end)));
    if known.is_some() || !behind {
        return known;
    }
    // Behind a division a zone has a name of its own: 苏州|工业园区, 北京|中关村科技园区.
    (from + 2..=from + 4).filter(|at| *at < to).find_map(|at| {
        let end = ends(at).find(|end| tables.zones.get(chars.slice(at, *end)) == Some(&false))?;
        (to - end >= 2 && chars.is_han(from, at)).then_some(end)
    })
}

fn lies_in(code: &str, parents: &[&str]) -> bool {
    parents.is_empty() || parents.iter().any(|parent| code != *parent && code.starts_with(stem(parent)))
}

/// `5101` of `510100`, `51` of `510000`.
fn stem(code: &str) -> &str {
    let province = code.strip_suffix("0000");
    province.or_else(|| code.strip_suffix("00")).unwrap_or(code)
}

/// The cities in which a district of this name lies, the province of those under the central government; empty where
/// it is no district.
#[must_use]
pub fn parents(district: &str) -> Vec<(&'static str, bool)> {
    const MUNICIPALITIES: [&str; 4] = ["11", "12", "31", "50"];
    let tables = tables();
    let codes = tables.divisions.get(district).filter(|_| district.ends_with('区') && district.chars().count() > 2);
    let parent = |code: &&'static str| {
        let province = code.get(..2)?;
        let municipality = MUNICIPALITIES.contains(&province);
        let of = |stem: &str, zeros: &str| tables.by_code.get([stem, zeros].concat().as_str()).copied();
        let name = if municipality { of(province, "0000") } else { of(code.get(..4)?, "00") };
        Some((name?, municipality))
    };
    let below = |code: &&&'static str| !code.ends_with("00");
    codes.into_iter().flatten().filter(below).filter_map(parent).collect()
}
