//! Numerals: 十一 to 九十九 in one word, 百千万亿 with the digit before, 第 and neighbouring digits with a hyphen
//! (GB/T 16159-2012, 6.1.5).

use super::token::{Pos, Token};
use crate::spelling::Join;

fn is_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两' | '几' | '数')
}

fn is_unit(c: char) -> bool {
    matches!(c, '百' | '千' | '万' | '亿')
}

/// Whether a character is part of numerals wherever it stands.
pub fn is_numeral(c: char) -> bool {
    c != '数' && is_digit(c) || is_unit(c) || matches!(c, '十' | '零' | '〇')
}

/// The length of the numeral at the start of a text, in bytes.
pub fn prefix(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let ordinal = chars.next_if(|(_, c)| *c == '第').is_some();
    let start = usize::from(ordinal) * '第'.len_utf8();
    chars.next_if(|(_, c)| matches!(c, '数' | '半'));
    let end = chars.find(|(_, c)| !is_numeral(*c)).map_or(text.len(), |(at, _)| at);
    if end > start { end } else { 0 }
}

/// Brings numerals that stand side by side together, and divides them as the standard does.
pub fn arrange<'t>(tokens: Vec<Token<'t>>, stretch: &'t str) -> Vec<Token<'t>> {
    let whole = |token: &Token| match token.text {
        "第" => true,
        "半" => false,
        text => token.pos == Pos::Number && prefix(text) == text.len(),
    };
    if !tokens.iter().any(whole) {
        return tokens;
    }
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len() + 4);
    let mut run = 0..0;
    for token in tokens {
        let goes_on = whole(&token) && !(run.end > run.start && token.text.starts_with('第'));
        if goes_on {
            run = if run.is_empty() { token.bytes() } else { run.start..token.bytes().end };
            continue;
        }
        flush(&mut out, stretch, &mut run);
        if whole(&token) {
            run = token.bytes();
        } else {
            out.push(token);
        }
    }
    flush(&mut out, stretch, &mut run);
    out
}

fn flush<'t>(out: &mut Vec<Token<'t>>, stretch: &'t str, run: &mut std::ops::Range<usize>) {
    let text = stretch.get(run.clone()).unwrap_or_default();
    let mut at = run.start;
    for (count, join) in groups(&text.chars().collect::<Vec<_>>()) {
        let rest = stretch.get(at..).unwrap_or_default();
        let end = rest.char_indices().nth(count).map_or(rest.len(), |(end, _)| end);
        let mut token = Token::new(at, rest.get(..end).unwrap_or_default(), Pos::Number);
        token.join = join;
        out.push(token);
        at += end;
    }
    *run = 0..0;
}

/// The words of a numeral: how many characters each has, and how it joins the one before.
fn groups(chars: &[char]) -> Vec<(usize, Join)> {
    let mut groups = Vec::new();
    let start = usize::from(chars.first() == Some(&'第'));
    if start == 1 {
        groups.push((1, Join::Space));
    }
    let number = chars.get(start..).unwrap_or_default();
    let first = if start == 1 { Join::Hyphen } else { Join::Space };
    if number.iter().any(|c| *c == '十' || is_unit(*c)) {
        counted(number, first, &mut groups);
    } else {
        digits(number, first, &mut groups);
    }
    groups
}

/// Digits without units: a number from one to nine, two as an estimate or a date, or one after another.
fn digits(number: &[char], first: Join, groups: &mut Vec<(usize, Join)>) {
    match number {
        [] => {}
        [_, _] => groups.extend([(1, first), (1, Join::Hyphen)]),
        // A month from ten to twelve, and its day: 一二·九.
        ['一', '一' | '二', _] => groups.extend([(2, first), (1, Join::Hyphen)]),
        [_, '一' | '二' | '三', _] => groups.extend([(1, first), (2, Join::Hyphen)]),
        _ => groups.extend(number.iter().enumerate().map(|(n, _)| (1, if n == 0 { first } else { Join::Space }))),
    }
}

/// A number with units.
fn counted(number: &[char], first: Join, groups: &mut Vec<(usize, Join)>) {
    let is = |at: usize, test: fn(char) -> bool| number.get(at).copied().is_some_and(test);
    let mut join = first;
    let mut at = 0;
    while at < number.len() {
        let start = at;
        if is(at, is_digit) {
            at += 1;
            if is(at, is_digit) && !(is(at + 1, is_digit)) {
                // 七八十, 三五百
                groups.push((1, join));
                join = Join::Hyphen;
                groups.push(group(number, at, &mut at, join));
                join = Join::Space;
                continue;
            }
            at = start;
        }
        if is(at, |c| c == '十') || is(at, is_digit) {
            let found = group(number, start, &mut at, join);
            groups.push(found);
            // 十七八
            if is(at, is_digit) && number.get(at - 2) == Some(&'十') {
                groups.push((1, Join::Hyphen));
                at += 1;
            }
        } else if is(at, is_unit) {
            while is(at, is_unit) {
                at += 1;
            }
            groups.push((at - start, join));
        } else {
            at += 1;
            groups.push((1, join));
        }
        join = Join::Space;
    }
}

/// A digit with its unit, or a number from ten to ninety-nine.
fn group(number: &[char], start: usize, at: &mut usize, join: Join) -> (usize, Join) {
    let is = |at: usize, test: fn(char) -> bool| number.get(at).copied().is_some_and(test);
    let mut end = start;
    if is(end, is_digit) {
        end += 1;
    }
    if is(end, |c| c == '十') {
        end += 1;
        if is(end, is_digit) {
            end += 1;
        }
    } else if is(end, is_unit) {
        end += 1;
    }
    *at = end;
    (end - start, join)
}
