//! Stretches of text that can be said aloud: characters, and single digits or letters that stand for some.

use crate::data::chars::HAN;
use crate::data::idioms::{LINE, MOST_SOUNDS};
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
    /// The mark between its clause and the one before.
    pub mark: Option<char>,
    /// Its sounds, with confusions unheard.
    near: [u16; MOST_SOUNDS],
    sounds: usize,
}

impl Symbol {
    /// Its sounds, with confusions unheard.
    pub fn near(&self) -> &[u16] {
        &self.near[..self.sounds]
    }
}

/// The stretches between whatever is not said: punctuation, blanks, numbers, words in Latin letters.
///
/// Quotation marks around a single character do not part it from its neighbours (随心所“浴”), nor do blanks between
/// single characters (步 步 为 赢). After two clauses with a single mark between them, of
/// which one is too short to be known by itself, follow both in one.
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
    let mut before: Option<(Vec<Symbol>, char)> = None;
    let mut end = |stretch: &mut Vec<Symbol>, mark: char| {
        each(stretch);
        if let Some((mut clause, mark)) = before.take().filter(|(clause, _)| clause.len().min(stretch.len()) < LINE) {
            let length = clause.len();
            clause.extend_from_slice(stretch);
            if let Some(first) = clause.get_mut(length) {
                first.mark = Some(mark);
                each(&clause);
            }
        }
        before = (is_clause_mark(mark) && !stretch.is_empty()).then(|| (std::mem::take(stretch), mark));
        stretch.clear();
    };
    for (n, &(start, c)) in chars.iter().enumerate() {
        if let Some(symbol) = said(c, n.checked_sub(1).and_then(char), char(n + 1), lexicon) {
            let symbol = Symbol { start, end: start + c.len_utf8(), ..symbol };
            stretch.push(match emphasised(n) {
                true => Symbol { start: chars[n - 1].0, end: chars[n + 1].0 + chars[n + 1].1.len_utf8(), ..symbol },
                false => symbol,
            });
        } else if !(emphasised(n + 1) || n > 0 && emphasised(n - 1) || spaced(n, char)) {
            end(&mut stretch, c);
        }
    }
    end(&mut stretch, '\n');
}

/// Whether a mark stands between the clauses of one sentence.
fn is_clause_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '；' | ';' | ' ' | '\u{3000}')
}

/// What is said, with its place to be filled in; `None` for what is not.
fn said(c: char, before: Option<char>, after: Option<char>, lexicon: &Lexicon) -> Option<Symbol> {
    let is_han = lexicon.chars.class(c as u32) & HAN != 0;
    // 90亿 and VOLVO are said as what they are.
    let single = |other: Option<char>| other.is_none_or(|o| !o.is_ascii_alphanumeric() && !"./-%".contains(o));
    if !(is_han || single(before) && single(after)) {
        return None;
    }
    let char = if is_han { lexicon.standard_of(c) } else { c };
    let (near, sounds) = lexicon.idioms.near_sounds(char);
    (sounds > 0).then_some(Symbol { start: 0, end: 0, char, letter: !is_han, mark: None, near, sounds })
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

/// A run of Han characters with something else on both sides, by its bytes, and the run before it where only one mark of
/// a clause parts the two. Runs too long for a saying are left out.
pub fn runs(text: &str, range: Range<usize>, mut each: impl FnMut(Range<usize>, Option<Range<usize>>)) {
    // The first of three bytes, from U+4000 to U+9FFF; no other byte of UTF-8 is like it.
    let leads = |byte: &u8| byte.wrapping_sub(0xE4) < 6;
    let bytes = text.as_bytes().get(..range.end).unwrap_or_default();
    let mut before: Option<Range<usize>> = None;
    let mut at = range.start;
    while let Some(byte) = bytes.get(at) {
        if !leads(byte) {
            at += 1;
            continue;
        }
        let start = at;
        while bytes.get(at).is_some_and(leads) {
            at += WIDTH;
        }
        let run = start..at;
        if run.len() > LONGEST * WIDTH {
            before = None;
            continue;
        }
        let clause = before.take().filter(|clause| is_one_mark(text.get(clause.end..start).unwrap_or_default()));
        each(run.clone(), clause);
        before = Some(run);
    }
}

/// Bytes of a Han character of a run.
pub const WIDTH: usize = 3;
/// Characters of the longest run that is looked at.
const LONGEST: usize = 16;

fn is_one_mark(between: &str) -> bool {
    let mut chars = between.chars();
    chars.next().is_some_and(is_clause_mark) && chars.next().is_none()
}
