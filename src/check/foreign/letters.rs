//! Words of letters in a text: where they begin and end, whether they are foreign, whether they stand by themselves.

use crate::check::spelling::{first_letter, syllables};
use std::ops::Range;

/// Letters that a foreign word has at least; shorter ones are initials, sizes, grades.
const SHORTEST: usize = 3;

/// Bytes in front of a word among which a title's opening mark is looked for.
const TITLE: usize = 3 * 96;

/// The words of letters in `range` of a text, by their bytes.
pub fn words(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    words_from(text, range, |slice| slice.find(is_letter))
}

/// The words that begin with a letter of ASCII; what is between them is passed over quickly.
pub fn latin_words(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    words_from(text, range, |slice| first_letter(slice.as_bytes()))
}

fn words_from(
    text: &str,
    range: Range<usize>,
    first: impl Fn(&str) -> Option<usize>,
) -> impl Iterator<Item = Range<usize>> {
    let slice = text.get(range.clone()).unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + first(slice.get(at..)?)?;
        let rest = slice.get(start..)?;
        let inside = |byte: &u8| byte.is_ascii_alphanumeric() || is_inner(char::from(*byte));
        let ascii = rest.bytes().take_while(|byte| inside(byte)).count();
        let end = match rest.as_bytes().get(ascii) {
            Some(0x80..) => {
                rest.find(|c: char| !(is_letter(c) || c.is_ascii_digit() || is_inner(c))).unwrap_or(rest.len())
            }
            _ => ascii,
        };
        at = start + end;
        let written = rest.get(..end)?.trim_end_matches(is_inner);
        Some(range.start + start..range.start + start + written.len())
    })
}

/// Whether a word is one of another language, as far as its letters show: no pinyin, no initials.
pub fn is_foreign(word: &str) -> bool {
    if word.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // Few foreign words end as syllables do, so most are not divided. Others end in a tone mark.
    let ends_foreign = |c: char| c.is_ascii_alphabetic() && !"aeiounrgvmAEIOUNRGVM".contains(c);
    if word.len() >= SHORTEST && word.ends_with(ends_foreign) && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return true;
    }
    let letters: String = word.chars().filter(|c| is_letter(*c)).flat_map(char::to_lowercase).collect();
    let long = letters.chars().nth(SHORTEST - 1).is_some();
    letters.contains(is_foreign_script) || (long && syllables(&letters).is_none())
}

/// Letters of Latin, Greek and Cyrillic, kana and Hangul.
pub fn is_letter(c: char) -> bool {
    // Nearly everything that is asked about is a Chinese character.
    const CHINESE: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9FFF}';
    if CHINESE.contains(&c) {
        return false;
    }
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') || is_foreign_script(c)
}

/// Letters that never spell Chinese. Kana alone in front of others are counted as what they are: Japanese.
fn is_foreign_script(c: char) -> bool {
    is_kana(c) || matches!(c, '\u{400}'..='\u{52F}' | '\u{AC00}'..='\u{D7A3}')
}

/// Whether a kana is the only one around: two are Japanese, one between Chinese characters is a fashion of signs.
pub fn is_lone(text: &str, start: u32, char: char) -> bool {
    const REACH: usize = 12;
    let near = |c: &char| *c != '\n';
    let before = text.get(..start as usize).unwrap_or_default().chars().rev().take(REACH).take_while(near);
    let after = text.get(start as usize..).unwrap_or_default().chars().skip(1).take(REACH).take_while(near);
    !is_kana(char) || !before.chain(after).any(is_kana)
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}')
}

fn is_inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | 'ー')
}

/// Whether a string found in a text is no part of a longer one of letters or digits: Q of 栓Q, not of 栓Queen.
pub fn is_whole(text: &str, at: &Range<usize>) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric();
    let inside = text.get(at.clone()).unwrap_or_default();
    let cut_before = inside.starts_with(part) && before(text, at).is_some_and(part);
    let cut_after = inside.ends_with(part) && after(text, at).is_some_and(part);
    !cut_before && !cut_after
}

/// Whether a word of letters stands by itself: not in an address, a model's or a standard's number, or a foreign phrase.
pub fn stands_alone(text: &str, at: &Range<usize>) -> bool {
    let joint = |c: char| {
        matches!(c, '-' | '_' | '/' | '\\' | '.' | '@' | ':' | '=' | '+' | '#' | '&' | '\'' | '’' | '~' | '%')
    };
    let part = |c: char| c.is_ascii_alphanumeric() || is_letter(c);
    let rest = text.get(at.end..).unwrap_or_default();
    let head = text.get(..at.start).unwrap_or_default();
    // A joint before or behind joins only where letters go on.
    let joined_after = rest.starts_with(joint) && rest.chars().nth(1).is_some_and(|c| part(c) || joint(c));
    let joined_before = head.ends_with(joint) && head.chars().rev().nth(1).is_some_and(|c| part(c) || joint(c));
    let goes_on = rest.strip_prefix(' ').is_some_and(|r| r.starts_with(part));
    let goes_before = head.strip_suffix(' ').is_some_and(|h| h.ends_with(part));
    !(joined_after || joined_before || goes_on || goes_before || in_title(head))
}

/// Whether a title is open at the end of a text, on its last line. Bounded: a text may be one long line.
fn in_title(head: &str) -> bool {
    let bytes = head.as_bytes();
    let near = bytes.get(bytes.len().saturating_sub(TITLE)..).unwrap_or_default();
    let line = near.get(memchr::memrchr(b'\n', near).map_or(0, |n| n + 1)..).unwrap_or_default();
    // Both marks begin with this byte, and few other characters do.
    let mut marks = memchr::memrchr_iter(0xE3, line).filter_map(|at| match line.get(at..at + 3)? {
        [_, 0x80, 0x8A] => Some(true),
        [_, 0x80, 0x8B] => Some(false),
        _ => None,
    });
    marks.next() == Some(true)
}

fn before(text: &str, at: &Range<usize>) -> Option<char> {
    text.get(..at.start)?.chars().next_back()
}

fn after(text: &str, at: &Range<usize>) -> Option<char> {
    text.get(at.end..)?.chars().next()
}
