//! What the tables know of the parts of a name: generics, qualifiers, abbreviations, divisions.

use super::parts::Piece;
use crate::spelling::tables::{Generic, Names, names};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Where something lies.
const DIRECTIONS: &str = "东西南北中前后上下左右内外";
/// How large or old it is.
const SIZES: &str = "大小老新";
/// What else a street or a river is distinguished by.
const KINDS: &str = "正横支斜";

/// Syllables after which 内 and 外 belong to the specific: 朝阳门内.
const GATES: [&str; 4] = ["门", "城", "关", "口"];

/// Endings of divisions, the longest first: what is left without them is a name by itself.
const DIVISIONS: [&str; 14] =
    ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "省", "市", "县", "区", "盟", "旗"];

/// How many characters the longest generic has.
const LONGEST: usize = 9;

/// Names of divisions without their generics: 西安, 重庆, 新疆.
static SPECIFICS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let mut specifics = HashSet::new();
    for name in names().divisions.keys() {
        let Some((head, _)) = split_division(Piece { text: name, at: 0 }) else { continue };
        let (head, _) = peoples(head);
        // 阿拉善左旗: the qualifier is the banner's.
        let banner = name.ends_with('旗') && head.text.ends_with(is_direction);
        if head.chars() > 1 && !banner {
            specifics.insert(head.text);
        }
    }
    specifics
});

/// Whether it is a place by itself that the tables know: a division without its generic, a minority name.
pub fn is_known(text: &str) -> bool {
    SPECIFICS.contains(text) || names().minority.get(text).is_some()
}

/// The name of a division without its generic, and the generic.
pub fn split_division(name: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    DIVISIONS.iter().find_map(|ending| name.split_ending(ending)).filter(|(head, _)| !head.is_empty())
}

/// The generic that is the whole text.
pub fn generic(text: &str) -> Option<Generic> {
    names().generics.get(text).copied()
}

/// All generics at the end of a piece, the longest first, with what stands before them.
pub fn generics(piece: Piece<'_>) -> impl Iterator<Item = (Piece<'_>, Piece<'_>, Generic)> {
    let skipped = piece.chars().saturating_sub(LONGEST + 1);
    piece.cuts().skip(skipped).filter_map(|(head, tail)| Some((head, tail, generic(tail.text)?)))
}

/// Whether a character alone distinguishes what follows or stands before.
pub fn is_qualifier(char: char) -> bool {
    is_direction(char) || is_size(char) || KINDS.contains(char)
}

/// Whether it says where.
pub fn is_direction(char: char) -> bool {
    DIRECTIONS.contains(char)
}

/// Whether it says how large or old.
pub fn is_size(char: char) -> bool {
    SIZES.contains(char)
}

/// Whether 内 or 外 at its end belongs to a gate.
pub fn is_by_a_gate(piece: Piece) -> bool {
    let before = piece.text.strip_suffix(['内', '外']);
    before.is_some_and(|before| before.chars().count() > 1 && GATES.iter().any(|gate| before.ends_with(gate)))
}

/// Whether a name is made of the abbreviations of several places: 京广, 沪宁, 青藏.
pub fn is_of_abbreviations(piece: Piece) -> bool {
    // 南昆 and 西成 start in Nanning and Xi'an; 川西 and 闽南 are the west and the south of something.
    let stands_for = |(n, c): (usize, char)| (n == 0 || !is_direction(c)) && has(c.encode_utf8(&mut [0; 4]), "简称");
    piece.chars() > 1 && piece.text.chars().enumerate().all(stands_for)
}

/// A feature of nature that is better known than the division of its name: 太湖, 泰山.
pub fn is_feature(text: &str) -> bool {
    has(text, "实体")
}

fn has(text: &str, class: &str) -> bool {
    let Names { elements, .. } = names();
    elements.get(text).is_some_and(|classes| classes.split(' ').any(|c| c == class))
}

/// Takes the names of peoples off the end of what stands before the generic of a division: 恩施|土家族|苗族.
pub fn peoples(piece: Piece<'_>) -> (Piece<'_>, Vec<Piece<'_>>) {
    let (mut head, mut found) = (piece, Vec::new());
    while let Some((before, people)) = head.cuts().find(|(before, tail)| before.chars() > 1 && has(tail.text, "民族"))
    {
        head = before;
        found.insert(0, people);
    }
    (head, found)
}
