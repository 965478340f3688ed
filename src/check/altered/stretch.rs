//! Stretches of text that can be said aloud: characters, and single digits or letters that stand for some.

use crate::data::chars::HAN;
use crate::lexicon::Lexicon;
use std::ops::Range;

const OPENING: &str = "“‘「『\"";
const CLOSING: &str = "”’」』\"";

/// One character of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol {
    /// First byte, that of the quotation mark before it if it stands in quotation marks.
    pub start: usize,
    /// Byte after the last, with the quotation mark.
    pub end: usize,
    /// The character in its standard form.
    pub char: char,
    /// Whether it is a digit or a letter in the place of a character.
    pub letter: bool,
}

/// The stretches between whatever is not said: punctuation, blanks, numbers, words in Latin letters.
///
/// Quotation marks around a single character do not part it from its neighbours (随心所“浴”), nor do blanks between
/// single characters (步 步 为 赢).
pub fn stretches(text: &str, range: Range<usize>, lexicon: &Lexicon, mut each: impl FnMut(&[Symbol])) {
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let chars: Vec<(usize, char)> = line.char_indices().map(|(n, c)| (at + n, c)).collect();
        in_line(&chars, lexicon, &mut each);
        at += line.len();
    }
}

fn in_line(chars: &[(usize, char)], lexicon: &Lexicon, each: &mut impl FnMut(&[Symbol])) {
    let char = |n: usize| chars.get(n).map(|(_, c)| *c);
    let is = |n: usize, marks: &str| char(n).is_some_and(|c| marks.contains(c));
    let emphasised = |n: usize| n > 0 && is(n - 1, OPENING) && is(n + 1, CLOSING);
    let mut stretch = Vec::new();
    for (n, &(start, c)) in chars.iter().enumerate() {
        if let Some((char, letter)) = said(c, n.checked_sub(1).and_then(char), char(n + 1), lexicon) {
            let symbol = Symbol { start, end: start + c.len_utf8(), char, letter };
            stretch.push(match emphasised(n) {
                true => Symbol { start: chars[n - 1].0, end: chars[n + 1].0 + chars[n + 1].1.len_utf8(), ..symbol },
                false => symbol,
            });
        } else if !(emphasised(n + 1) || n > 0 && emphasised(n - 1) || spaced(n, char)) {
            each(&stretch);
            stretch.clear();
        }
    }
    each(&stretch);
}

/// The standard form of what is said, and whether it is a digit or a letter.
fn said(c: char, before: Option<char>, after: Option<char>, lexicon: &Lexicon) -> Option<(char, bool)> {
    let is_han = |c: char| lexicon.chars.class(c as u32) & HAN != 0;
    let c = if is_han(c) { lexicon.standard_of(c) } else { c };
    if is_han(c) {
        return (lexicon.idioms.sounds(c).len() > 0).then_some((c, false));
    }
    // 90亿 and VOLVO are said as what they are.
    let single = |other: Option<char>| other.is_none_or(|o| !o.is_ascii_alphanumeric() && !"./-%".contains(o));
    let stands_for = single(before) && single(after) && lexicon.idioms.sounds(c).len() > 0;
    stands_for.then_some((c, true))
}

/// Whether the `n`-th character is a blank between two single characters.
fn spaced(n: usize, char: impl Fn(usize) -> Option<char>) -> bool {
    let blank = |c: char| matches!(c, ' ' | '\u{3000}');
    let bounds = |at: Option<usize>| at.and_then(&char).is_none_or(char::is_whitespace);
    let single = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_alphanumeric());
    char(n).is_some_and(blank)
        && single(n.checked_sub(1).and_then(&char))
        && single(char(n + 1))
        && bounds(n.checked_sub(2))
        && bounds(n.checked_add(2))
}

/// Runs of exactly four Han characters that something else bounds on both sides, by their bytes: in running text few
/// runs are of this length, and the bytes tell without a look at the characters.
pub fn fours(text: &str, range: Range<usize>, mut each: impl FnMut(Range<usize>)) {
    const BYTES: usize = 4 * 3;
    let bytes = text.as_bytes();
    let mut at = range.start;
    while at < range.end {
        let from = at;
        // Three bytes each, from U+4000 to U+9FFF.
        while at < range.end && matches!(bytes[at], 0xE4..=0xE9) {
            at += 3;
        }
        if at - from == BYTES {
            each(from..at);
        }
        at += usize::from(at == from);
    }
}
