//! What can be wrong with an enterprise name: writing that is not Chinese, parts that are missing or do not belong.
//!
//! Words that a name must not hold are tables of rules; where they count is asked of [`stands`].

use super::{Candidate, Sight, Source};
use crate::data::chars::is_han;
use crate::data::shape::{NamePart, Native};
use crate::enterprise::{Kind, Name, Part, Piece, names, parents};
use crate::rule::Registry;
use std::ops::Range;

/// Characters of a trade name that no trade name has but a sentence.
const SENTENCE: usize = 16;
/// Characters of one that may be a transliteration or a sentence: its words decide.
const LONG: usize = 10;

/// Looks for writing in the names of `range` that is not Chinese.
pub fn look(text: &str, range: Range<usize>, registry: &Registry, sight: &mut Sight) {
    for name in names(text, range) {
        // What a bracket or a code behind the name says is no part of it.
        let inside = text.get(name.range.clone()).unwrap_or_default();
        for (function, at) in foreign(inside, name.range.start) {
            let function = match name.kind {
                Kind::Enterprise | Kind::Unknown => function,
                Kind::Individual | Kind::Cooperative | Kind::Other => Native::NameByAnalogy,
            };
            let Some(matcher) = registry.native(function) else { continue };
            let (start, end) = (at.start as u32, at.end as u32);
            sight.candidates.push(Candidate { start, end, matcher, source: Source::NamePart });
        }
    }
}

/// Runs of letters, digits and signs.
fn foreign(name: &str, base: usize) -> Vec<(Native, Range<usize>)> {
    let mut runs: Vec<(Native, Range<usize>)> = Vec::new();
    for (at, c) in name.char_indices() {
        let Some(kind) = kind_of(c) else { continue };
        let (start, end) = (base + at, base + at + c.len_utf8());
        match runs.last_mut() {
            Some((last, run)) if *last == kind && run.end == start => run.end = end,
            // Signs between two of a kind join them: A&B, 5-6.
            _ => runs.push((kind, start..end)),
        }
    }
    runs
}

fn kind_of(c: char) -> Option<Native> {
    match c {
        '0'..='9' | '０'..='９' | '①'..='⑳' | 'Ⅰ'..='ⅿ' => Some(Native::NameDigits),
        // Kana, Hangul, and the letters of Latin, Greek and Cyrillic; a minority's writing may stand there (第五条).
        _ if c.is_ascii_alphabetic() => Some(Native::NameLetters),
        '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Some(Native::NameLetters),
        '\u{3041}'..='\u{30FA}' | '\u{AC00}'..='\u{D7A3}' => Some(Native::NameLetters),
        '&' | '＆' | '+' | '＋' | '@' | '#' | '*' | '%' | '$' | '!' | '·' | '•' | '-' | '—' | '_' | '/' | '~'
        | '\'' => Some(Native::NameSign),
        _ => None,
    }
}

/// What may stand for a part: digits in Chinese numerals, a district with its city.
#[must_use]
pub fn answers(hit: &str) -> Vec<String> {
    let numeral = |c: char| {
        let digit = c.to_digit(10).or_else(|| (c as u32).checked_sub('０' as u32).filter(|n| *n < 10))?;
        "零一二三四五六七八九".chars().nth(digit as usize)
    };
    let numerals: Option<String> = hit.chars().map(numeral).collect();
    numerals.into_iter().collect()
}

/// The cities that a district may lie in, each with it.
#[must_use]
pub fn with_city(district: &str) -> Vec<String> {
    const MOST: usize = 3;
    let found: Vec<String> = parents(district).into_iter().map(|(city, _)| [city, district].concat()).collect();
    if found.len() > MOST { Vec::new() } else { found }
}

/// Whether a stretch stands in one of these places of a name. Bodies outside the provisions (schools, associations,
/// organs) may bear such words: none of the places is in their names.
#[must_use]
pub fn stands(text: &str, name: &Name, hit: &Range<usize>, places: &[NamePart]) -> bool {
    if name.kind == Kind::Other || is_given_name(text, name, hit) {
        return false;
    }
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default();
    // （中国） is judged as a whole.
    let bracket =
        |piece: &Piece| piece.part == Part::Division && piece.range.start < hit.start && hit.end < piece.range.end;
    let place = |piece: &Piece| piece.part == Part::Division && slice(piece.range.clone()).starts_with(['（', '(']);
    let bracketed = name.pieces.iter().any(place);
    // A branch of a foreign enterprise states its nationality (第十三条).
    let own = !name.has(Part::Branch) && !bracketed;
    // A word that ends in the trade is none: 惠民|进出口.
    let trade = name.part(Part::TradeName).filter(|trade| trade.start < hit.end && hit.end <= trade.end);
    let starts = trade.is_some_and(|trade| trade.start == hit.start);
    let ends = trade.is_some_and(|trade| ["", "机关", "办", "会"].contains(&slice(hit.end..trade.end)));
    let all = trade.is_some_and(|trade| trade == hit);
    let owner = name.kind == Kind::Individual && slice(hit.clone()).chars().count() == 2;
    places.iter().any(|place| match place {
        NamePart::Head => hit.start == name.range.start,
        NamePart::Inside => hit.start > name.range.start && !name.pieces.iter().any(bracket),
        NamePart::TradeName => trade.is_some(),
        NamePart::TradePerson => trade.is_some() && !(owner && all),
        NamePart::TradeWhole => own && starts && ends,
        NamePart::TradeHead => own && starts && !all,
        NamePart::TradeInside => own && trade.is_some_and(|trade| trade.start < hit.start),
        NamePart::TradeBracketed => bracketed && trade.is_some() && !name.has(Part::Branch),
    })
}

/// 何海军理发店, 刘中华药店: the owner of a shop, whose given name is the word.
fn is_given_name(text: &str, name: &Name, hit: &Range<usize>) -> bool {
    let count = |range: Range<usize>| text.get(range).unwrap_or_default().chars().count();
    let shop = name.kind == Kind::Individual && count(hit.clone()) == 2;
    let behind_surname =
        |trade: &Range<usize>| trade.start < hit.start && trade.end == hit.end && count(trade.start..hit.start) == 1;
    shop && name.part(Part::TradeName).is_some_and(behind_surname)
}

/// What is wrong with the parts of the names in `range`, and where.
#[must_use]
pub fn structure(text: &str, range: Range<usize>) -> Vec<(Native, Range<usize>)> {
    let found = names(text, range).into_iter().map(|name| of_one(text, &name));
    found.flatten().collect()
}

fn of_one(text: &str, name: &Name) -> Vec<(Native, Range<usize>)> {
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let mut found: Vec<(Native, Range<usize>)> = Vec::new();
    let form = name.part(Part::Form);
    let company = name.kind == Kind::Enterprise && form.is_some();
    if let Some(displaced) = &name.displaced {
        found.push((Native::NameDisorder, displaced.clone()));
    } else if name.kind == Kind::Unknown && is_meant_whole(slice(&name.range), name) {
        found.extend(name.pieces.last().map(|last| (Native::NameDisorder, last.range.clone())));
    }
    found.extend(name.unmarked.iter().map(|tail| (Native::NameBranch, tail.clone())));
    let china = |piece: &&Piece| ["（中国）", "(中国)"].contains(&slice(&piece.range));
    found.extend(name.pieces.iter().find(china).map(|piece| (Native::NameForeignInvested, piece.range.clone())));
    if name.kind == Kind::Other {
        return found;
    }
    found.extend(area(text, name));
    let trade = name.part(Part::TradeName).map(slice).unwrap_or_default();
    let characters = trade.chars().count();
    if !company || name.displaced.is_some() {
        found.extend(sentence(trade, name));
        return found;
    }
    let (from, to) = (form.map_or(0, |form| form.start), form.map_or(0, |form| form.end));
    match (characters, name.has(Part::Industry), name.has(Part::National)) {
        (_, _, true) => {}
        (0, false, _) | (1, ..) if !is_firm(text, name) => {}
        (0, false, _) => found.push((Native::NameTooShort, name.range.start.max(from.min(to))..to)),
        (1, false, _) => found.extend(name.part(Part::TradeName).map(|at| (Native::NameTooShort, at.clone()))),
        (1, true, _) if name.has(Part::Division) => {
            found.extend(name.part(Part::TradeName).map(|at| (Native::NameOneCharacter, at.clone())));
        }
        (0, true, _) if !name.customary => {
            // Names of before 2021, and words of a trade that mean something else (航天信息).
            let old = form.is_some_and(|at| slice(at).contains("股份") || slice(at).contains("集团"));
            let function =
                if old || !name.has(Part::Division) { Native::NameByCustom } else { Native::NameWithoutTradeName };
            let at = name.part(Part::Industry).map(|at| at.start);
            found.extend(at.map(|at| (function, at..from)));
        }
        _ => found.extend(sentence(trade, name)),
    }
    found
}

/// Whether a name is one of a company or a partnership. A works, a farm or an exchange may be another body, and the
/// last, like a newspaper or a union of cooperatives, is called after its place.
fn is_firm(text: &str, name: &Name) -> bool {
    let form = name.part(Part::Form).and_then(|form| text.get(form.clone())).unwrap_or_default();
    name.kind.is_bound() && ["公司", "合伙企业"].iter().any(|word| form.contains(word))
}

/// Whether a name without an organisation form is meant as a whole one: 恒大物业 is what people call a firm.
fn is_meant_whole(text: &str, name: &Name) -> bool {
    const SHORT: usize = 6;
    let inside = name.has(Part::TradeName) || name.has(Part::Industry);
    let long = name.has(Part::Industry) && text.chars().count() >= SHORT;
    inside && (name.has(Part::Division) || long)
}

/// A district without its city, a zone without a division. The provisions bind enterprises; where a shop or a
/// cooperative is so called, or the area may itself be the trade name (开发区热力), it is only noted.
fn area(text: &str, name: &Name) -> Option<(Native, Range<usize>)> {
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let first = name.pieces.first()?;
    // Behind the province, a district lacks its city too.
    let province = slice(&first.range).ends_with(['省']);
    let asked = if province { name.pieces.get(1)? } else { first };
    let bound = is_firm(text, name) && name.has(Part::TradeName);
    let function = match asked.part {
        Part::Zone if asked == first && bound => Native::NameZone,
        Part::Zone if asked == first => Native::NameZoneByAnalogy,
        Part::Division => {
            let parents = parents(slice(&asked.range));
            let municipal = parents.iter().any(|(_, municipal)| *municipal);
            match (bound, municipal) {
                _ if parents.is_empty() => return None,
                (false, _) => Native::NameDistrictByAnalogy,
                (true, true) => Native::NameMunicipalDistrict,
                (true, false) => Native::NameDistrict,
            }
        }
        _ => return None,
    };
    Some((function, asked.range.clone()))
}

/// A trade name that says something.
fn sentence(trade: &str, name: &Name) -> Option<(Native, Range<usize>)> {
    const WORDS: [&str; 26] = [
        "的", "了", "着", "是", "我", "你", "您", "他", "她", "们", "这", "那", "有", "在", "会", "把", "被", "吗",
        "呢", "吧", "就", "都", "也", "不", "要", "让",
    ];
    let han = trade.chars().filter(|c| is_han(*c as u32)).count();
    let words = || WORDS.iter().map(|word| trade.matches(word).count()).sum::<usize>();
    let says = han >= SENTENCE || (han >= LONG && words() > 1);
    Some((Native::NameSentence, name.part(Part::TradeName)?.clone())).filter(|_| says)
}
