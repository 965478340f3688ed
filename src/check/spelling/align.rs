//! Which letters on a sign stand for which character: the cheapest alignment of a spelling with what is written.

use super::latin::{Gap, Latin};
use crate::spelling::{English, Evidence, Sound, Spelling, Syllable, legal, names, numeral, readings_of, tolerated};
use std::ops::Range;

/// How a unit was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// As it should be, or as an older norm lets it stand.
    Right,
    /// With v, or u for ü.
    Umlaut,
    /// LYU.
    Passport,
    /// As another reading of the character.
    Reading,
    /// With a slip: letters that differ a little, and whether they are a syllable all the same.
    Slip,
    /// As another syllable altogether.
    Other,
    /// Not at all.
    Missing,
    /// As a word of English.
    English,
    /// `er` for `r`, or the reverse.
    Erhua,
}

/// One step of the alignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The units.
    pub units: Range<usize>,
    /// The letters; empty where nothing was written.
    pub letters: Range<usize>,
    /// How.
    pub how: Match,
}

/// An alignment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// Steps in order; they cover all units and all letters.
    pub steps: Vec<Step>,
    /// What it costs, in thousandths of a missing syllable.
    pub cost: u32,
}

const OTHER: u32 = 1_500;
const MISSING: u32 = 1_400;
const EXTRA: u32 = 900;
const SLIP: u32 = 700;
const READING: u32 = 500;
const ENGLISH: u32 = 400;
const SMALL: u32 = 200;
/// A syllable torn by a space.
const TORN: u32 = 600;
/// Characters of villages that are read as the place has it: 马家堡 pù, 瓦窑堡 bǔ, 大黄堡 bǎo.
const LOCAL: &str = "堡铺埔峒泊坊冲垛圩陂圈涌";
/// Most letters of a syllable, and of a slip of one.
const LONGEST: usize = 8;

/// By units and letters consumed: the least cost, where the last step came from, and how it matched.
type Table = Vec<Vec<Option<(u32, usize, usize, Match)>>>;

/// Aligns; `text` is what the spelling was made from.
#[must_use]
pub fn align(text: &str, spelling: &Spelling, latin: &Latin) -> Alignment {
    let (units, letters) = (spelling.units.len(), latin.letters.len());
    let words = words_by_start(latin);
    let mut best: Table = vec![vec![None; letters + 1]; units + 1];
    best[0][0] = Some((0, 0, 0, Match::Right));
    for i in 0..=units {
        for j in 0..=letters {
            let Some((cost, ..)) = best[i][j] else { continue };
            let mut offer = |i2: usize, j2: usize, more: u32, how: Match| {
                let slot = &mut best[i2][j2];
                if slot.is_none_or(|(c, ..)| cost + more < c) {
                    *slot = Some((cost + more, i, j, how));
                }
            };
            if j < letters {
                offer(i, j + 1, EXTRA, Match::Other);
                if let Some(word) = words.get(j).and_then(Option::as_ref) {
                    offer(i, word.end, EXTRA + SMALL, Match::Other);
                    for (taken, more) in english(text, spelling, i, word) {
                        offer(i + taken, word.end, more, Match::English);
                    }
                }
            }
            if i < units {
                for (i2, j2) in numbers(text, spelling, i, latin, j) {
                    offer(i2, j2, 0, Match::Right);
                }
                offer(i + 1, j, MISSING, Match::Missing);
                for end in j + 1..=(j + longest(&spelling.units[i].sound)).min(letters) {
                    let piece = latin.string(j..end);
                    let torn = latin.letters[j + 1..end].iter().filter(|l| l.gap >= Gap::Hyphen).count() as u32;
                    if let Some((more, how)) = unit(text, spelling, i, &piece) {
                        offer(i + 1, end, more + torn * TORN, how);
                    }
                }
                if let Sound::Fixed(fixed) = &spelling.units[i].sound
                    && let Some(end) = fixed_end(fixed, latin, j)
                {
                    offer(i + 1, end, 0, Match::Right);
                }
            }
        }
    }
    trace(&best, units, letters)
}

/// Digits from letter `j` on that say the same as the numerals from unit `i` on: 1 for 一, 12 for 十二 and 一二.
fn numbers(text: &str, spelling: &Spelling, i: usize, latin: &Latin, j: usize) -> Vec<(usize, usize)> {
    let digits: String =
        latin.letters.get(j..).unwrap_or_default().iter().map(|l| l.char).take_while(char::is_ascii_digit).collect();
    let before = j.checked_sub(1).is_some_and(|n| latin.letters[n].char.is_ascii_digit());
    if digits.is_empty() || before || digits.len() > 6 {
        return Vec::new();
    }
    let start = spelling.units.get(i).map_or(text.len(), |u| u.at.start);
    let ends = (i + 1..=spelling.units.len()).take(6);
    let same = |end: &usize| {
        let hanzi = spelling.units.get(end - 1).and_then(|u| text.get(start..u.at.end)).unwrap_or_default();
        is_number(hanzi, &digits)
    };
    ends.filter(same).map(|end| (end, j + digits.len())).collect()
}

/// Whether Chinese numerals, read as a number or digit by digit, are this number.
fn is_number(hanzi: &str, digits: &str) -> bool {
    let one = |c: char| {
        if matches!(c, '〇' | '零') { Some(0) } else { numeral(c.encode_utf8(&mut [0; 4])).filter(|n| *n < 10) }
    };
    let each: Option<String> = hanzi.chars().map(|c| one(c).map(|n| n.to_string())).collect();
    each.is_some_and(|text| text == digits) || (numeral(hanzi).is_some() && numeral(hanzi) == digits.parse().ok())
}

fn longest(sound: &Sound) -> usize {
    match sound {
        Sound::Syllable(_) => LONGEST,
        Sound::Fixed(fixed) => fixed.chars().count() + 1,
    }
}

fn trace(best: &Table, units: usize, letters: usize) -> Alignment {
    let (mut i, mut j) = (units, letters);
    let Some((cost, ..)) = best[i][j] else { return Alignment { steps: Vec::new(), cost: u32::MAX } };
    let mut steps = Vec::new();
    while (i, j) != (0, 0) {
        let Some((_, i2, j2, how)) = best[i][j] else { break };
        steps.push(Step { units: i2..i, letters: j2..j, how });
        (i, j) = (i2, j2);
    }
    steps.reverse();
    Alignment { steps, cost }
}

/// By letter: the word that begins there.
fn words_by_start(latin: &Latin) -> Vec<Option<Word>> {
    let mut starts: Vec<Option<Word>> = vec![None; latin.letters.len()];
    for word in latin.words() {
        let text = latin.string(word.clone());
        starts[word.start] = Some(Word { end: word.end, english: english_word(&text) });
    }
    starts
}

#[derive(Debug, Clone)]
struct Word {
    end: usize,
    /// What it means in English, and with how many slips.
    english: Option<(English, u32)>,
}

/// How an English word may stand for the units from `i` on: how many it takes, at what cost.
fn english(text: &str, spelling: &Spelling, i: usize, word: &Word) -> Vec<(usize, u32)> {
    let Some((meaning, slips)) = word.english else { return Vec::new() };
    let more = ENGLISH + slips * SMALL;
    let mut ways = Vec::new();
    for hanzi in meaning.hanzi.split(' ').filter(|h| !h.is_empty()) {
        let mut end = i;
        let from = spelling.units.get(i).map_or(text.len(), |u| u.at.start);
        if !text.get(from..).is_some_and(|rest| rest.starts_with(hanzi)) {
            continue;
        }
        while spelling.units.get(end).is_some_and(|u| u.at.end <= from + hanzi.len()) {
            end += 1;
        }
        ways.push((end - i, more));
    }
    if meaning.kind != "generic" {
        // English puts its directions elsewhere, and has words that Chinese has not.
        ways.push((0, more + SMALL));
    } else if ways.is_empty() {
        ways.push((0, more + EXTRA));
    }
    ways
}

/// The meaning of an English word of place-name signs, also with a slip, and how many slips.
#[must_use]
pub fn english_word(word: &str) -> Option<(English, u32)> {
    let table = &names().english;
    if let Some(meaning) = table.get(word) {
        return Some((*meaning, 0));
    }
    // Short words are near too much else; pinyin is pinyin before it is bad English.
    if word.chars().count() < 4 || syllables(word).is_some() {
        return None;
    }
    let near = |key: &&str| key.len() >= 4 && key.len().abs_diff(word.len()) < 2 && distance(key, word) == 1;
    let mut found: Vec<&str> = table.keys().copied().filter(near).collect();
    found.sort_unstable();
    found.first().and_then(|key| table.get(key)).map(|meaning| (*meaning, 1))
}

/// Where the letters of a fixed spelling that begin at `j` end.
fn fixed_end(fixed: &str, latin: &Latin, j: usize) -> Option<usize> {
    let wanted = Latin::read(fixed, 0..fixed.len());
    let end = j + wanted.letters.len();
    let written = latin.letters.get(j..end)?;
    // Ürümqi may be written Urumqi where ü and ê cannot be had.
    let same = |a: char, b: char| a == b || matches!((a, b), ('ü', 'u') | ('ê', 'e'));
    wanted.letters.iter().zip(written).all(|(a, b)| same(a.char, b.char)).then_some(end)
}

/// What it costs to write a unit so, and what that would be.
fn unit(text: &str, spelling: &Spelling, i: usize, piece: &str) -> Option<(u32, Match)> {
    let unit = &spelling.units[i];
    if piece.contains(|c: char| c.is_ascii_digit()) {
        return None; // a number is no syllable
    }
    let right = match &unit.sound {
        Sound::Syllable(syllable) => *syllable,
        Sound::Fixed(fixed) => {
            // A name of a minority language is no row of syllables; only slips of the whole are seen.
            let wanted: String = Latin::read(fixed, 0..fixed.len()).letters.iter().map(|l| l.char).collect();
            let slips = distance(&wanted, piece);
            return (wanted.len() > 3 && slips == 1).then_some((SLIP, Match::Slip));
        }
    };
    if right == Syllable::ERHUA {
        return (piece == "r").then_some((0, Match::Right)).or((piece == "er").then_some((SMALL, Match::Erhua)));
    }
    if piece == right.letters {
        return Some((0, Match::Right));
    }
    // What is spoken with 儿 and written without it is spelt without it.
    if piece.strip_suffix('r') == Some(right.letters) {
        return Some((SMALL, Match::Erhua));
    }
    if right.letters == "er" && piece == "r" {
        return Some((SMALL, Match::Erhua));
    }
    if right.letters.contains('ü') {
        let with = |u: &str| right.letters.replace('ü', u) == piece;
        if with("v") || with("u") {
            return Some((SMALL, Match::Umlaut));
        }
        if with("yu") {
            return Some((SMALL, Match::Passport));
        }
    }
    let char = text.get(unit.at.clone()).and_then(|t| t.chars().next())?;
    // An older norm may read the character so; not a word of it that has its own reading.
    let older = !matches!(unit.evidence, Evidence::Agreed | Evidence::Name | Evidence::User);
    if older && tolerated(char).iter().any(|r| r.letters == piece) {
        return Some((0, Match::Right));
    }
    if readings_of(char).iter().any(|r| r.letters == piece) {
        // What no word decides, nobody is accused of.
        let decided = unit.evidence > Evidence::Word && (!LOCAL.contains(char) || names().lists(text));
        return Some(if decided { (READING, Match::Reading) } else { (1, Match::Right) });
    }
    let slips = distance(right.letters, piece) as u32;
    let length = right.letters.chars().count() as u32;
    if slips == 1 || (slips == 2 && length > 3) {
        // Between two slips, the one that leaves a syllable is the likelier.
        let legal = u32::from(legal(piece).is_none());
        return Some((SLIP * slips - SMALL + 50 * legal, Match::Slip));
    }
    legal(piece).map(|_| (OTHER, Match::Other))
}

/// The division of letters into legal syllables with the fewest pieces, if there is one.
#[must_use]
pub fn syllables(letters: &str) -> Option<usize> {
    let bounds: Vec<usize> = letters.char_indices().map(|(at, _)| at).chain([letters.len()]).collect();
    let last = bounds.len() - 1;
    let mut best: Vec<Option<usize>> = vec![None; bounds.len()];
    best[0] = Some(0);
    for start in 0..last {
        let Some(count) = best[start] else { continue };
        for end in start + 1..=(start + 6).min(last) {
            let piece = letters.get(bounds[start]..bounds[end]).unwrap_or_default();
            // A lone consonant is an interjection, not a part of a spelling.
            let is_syllable = legal(piece).is_some() && piece.contains(['a', 'e', 'i', 'o', 'u', 'ü', 'ê']);
            if is_syllable && best[end].is_none_or(|c| count + 1 < c) {
                best[end] = Some(count + 1);
            }
        }
    }
    best[last]
}

/// Longest words that are compared letter by letter; what is longer is no slip of a syllable or an English generic.
const COMPARED: usize = 24;

/// Damerau–Levenshtein distance with neighbours swapped as one slip; 3 stands for everything further.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    let (mut left, mut right) = (['\0'; COMPARED], ['\0'; COMPARED]);
    let (Some(a), Some(b)) = (fill(&mut left, a), fill(&mut right, b)) else { return 3 };
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let mut rows = [[0_usize; COMPARED + 1]; COMPARED + 1];
    for (n, row) in rows.iter_mut().enumerate() {
        row[0] = n;
    }
    for (n, cell) in rows[0].iter_mut().enumerate() {
        *cell = n;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let substitution = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = substitution.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()].min(3)
}

/// The letters of a word, if it is not too long.
fn fill<'b>(into: &'b mut [char; COMPARED], word: &str) -> Option<&'b [char]> {
    let mut length = 0;
    for letter in word.chars() {
        *into.get_mut(length)? = letter;
        length += 1;
    }
    into.get(..length)
}
