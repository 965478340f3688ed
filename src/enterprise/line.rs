//! Where the names stand in the lines of a text: numbering, codes and remarks around them are no part of them.

use super::{Name, parse};
use crate::data::chars::is_han;
use std::ops::Range;

/// Characters beyond which a line is running text.
const LONGEST: usize = 80;

/// The names in `range` of a text, line by line.
pub fn names(text: &str, range: Range<usize>) -> Vec<Name> {
    let (mut found, mut at) = (Vec::new(), range.start);
    for line in text.get(range).unwrap_or_default().split('\n') {
        found.extend(of_line(text, at..at + line.len()));
        at += line.len() + 1;
    }
    found
}

fn of_line(text: &str, line: Range<usize>) -> Vec<Name> {
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    if slice(&line).contains(['。', '！', '？', '；', '“', '”', '《', '》']) {
        return Vec::new(); // a sentence
    }
    let mut stretches = Vec::new();
    let mut at = line.start;
    for piece in slice(&line).split(['\t', '，', ',', '、', ';', '：', ':', '|', '　', '\r']) {
        stretches.push(trimmed(text, at..at + piece.len()));
        at += piece.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    stretches.retain(|stretch| slice(stretch).contains(|c| is_han(c as u32)));
    // Of several stretches, those are names that end like one: the others are addresses, persons, remarks.
    let single = stretches.len() == 1;
    let is_name = |name: &Name| single || name.kind != super::Kind::Unknown;
    let short = |stretch: &Range<usize>| slice(stretch).chars().count() <= LONGEST;
    stretches.into_iter().filter(short).filter_map(|stretch| parse(text, stretch)).filter(is_name).collect()
}

/// Without numbering in front (`3. `, `（一）`), without words apart that hold no Chinese (a code, a translation).
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let slice = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let has_han = |word: &str| word.contains(|c| is_han(c as u32));
    loop {
        let inside = slice(start, end);
        start += inside.len() - inside.trim_start().len();
        end -= inside.len() - inside.trim_end().len();
        end = end.max(start);
        let inside = slice(start, end);
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '(' | '（');
        let number = inside.trim_start_matches(is_number);
        let numbered = number.len() < inside.len() && number.starts_with(['.', '．', ')', '）', '、']);
        if numbered {
            let sign = number.chars().next().map_or(0, char::len_utf8);
            start = end - number.len() + sign;
        } else if let Some((_, rest)) = inside.split_once(' ').filter(|(word, rest)| !has_han(word) && has_han(rest)) {
            start = end - rest.len();
        } else if let Some((rest, _)) = inside.rsplit_once(' ').filter(|(rest, word)| !has_han(word) && has_han(rest)) {
            end = start + rest.len();
        } else {
            break;
        }
    }
    start..end
}
