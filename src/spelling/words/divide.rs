//! Words of the segmenter that the standard writes in several: quantities, 这 and 各 with what follows, places with
//! 上 or 里, adverbs, complements, idioms, names of four syllables and more (GB/T 16159-2012, 5 and 6.1).

use super::facts::{self, WHOLE};
use super::numeral;
use super::token::{Pos, Token};
use crate::lexicon::Lexicon;
use crate::spelling::Join;
use std::ops::Range;

/// Divides tokens into what the rules of joining start from.
pub struct Divider<'l, 't> {
    pub lexicon: &'l Lexicon,
    pub out: Vec<Token<'t>>,
}

impl<'t> Divider<'_, 't> {
    /// Adds a token, divided as it must be; `last` says that the sentence ends behind it.
    pub fn add(&mut self, token: Token<'t>, last: bool) {
        if token.is_single() || token.class.any(WHOLE) {
            let number = token.is_single() && token.text.chars().all(numeral::is_numeral);
            let pos = if number && token.pos != Pos::PersonName { Pos::Number } else { token.pos };
            self.out.push(Token { pos, ..token });
            return;
        }
        if token.class.any(facts::PARALLEL) {
            return self.parallel(&token);
        }
        let done = match token.pos {
            Pos::Number | Pos::Time | Pos::Measure => self.quantity(&token) || self.pronoun(&token),
            Pos::Pronoun => self.pronoun(&token),
            Pos::Locality => self.locality(&token),
            Pos::Phrase => self.pronoun(&token),
            _ => false,
        };
        if done || self.verb(&token, last) || self.adverb(&token) {
            return;
        }
        match token.count() {
            3 => self.three(token),
            4.. => self.four(token),
            _ => self.out.push(token),
        }
    }

    fn push(&mut self, token: &Token<'t>, bytes: Range<usize>, pos: Pos) {
        if !bytes.is_empty() {
            self.out.push(token.part(bytes, pos));
        }
    }

    /// Divides at these bytes of the token.
    fn cut(&mut self, token: &Token<'t>, at: usize, left: Pos, right: Pos) -> bool {
        self.push(token, 0..at, left);
        self.push(token, at..token.text.len(), right);
        true
    }

    /// Divides a word of four syllables at its middle; the halves are numerals, places and so on by themselves.
    fn halve(&mut self, token: &Token<'t>, at: usize) {
        let left = token.part(0..at, token.pos);
        let pos = match super::token::cut(self.lexicon, left.text).as_slice() {
            [one] if one.pos.is_proper() || one.pos == Pos::Number => one.pos,
            _ => token.pos,
        };
        self.add(Token { pos, ..left }, false);
        self.push(token, at..token.text.len(), token.pos);
    }

    /// 中小学: every part by itself but the last two characters.
    fn parallel(&mut self, token: &Token<'t>) {
        let heads = token.count().saturating_sub(2).max(1);
        for number in 0..=heads {
            let end = if number == heads { token.text.len() } else { token.offset(number + 1) };
            self.push(token, token.offset(number)..end, token.pos);
            if let Some(part) = self.out.last_mut().filter(|_| number > 0) {
                part.join = Join::Hyphen;
            }
        }
    }

    /// 三个, 第二天, 十多年, 一个个, 三个月, 四分之一.
    fn quantity(&mut self, token: &Token<'t>) -> bool {
        let text = token.text;
        let number = match numeral::prefix(text) {
            0 if text.starts_with('多') => '多'.len_utf8(),
            length => length,
        };
        let rest = text.get(number..).unwrap_or_default();
        if number == 0 || rest.is_empty() {
            if number > 0 {
                self.push(token, 0..number, Pos::Number);
            }
            return number > 0;
        }
        if let Some(parts) = rest.strip_prefix("分之") {
            let point = number + "分之".len();
            self.push(token, 0..number, Pos::Number);
            self.push(token, number..number + '分'.len_utf8(), Pos::Measure);
            self.push(token, number + '分'.len_utf8()..point, Pos::Other);
            return !parts.is_empty() && {
                self.add(token.part(point..text.len(), Pos::Number), false);
                true
            };
        }
        let more = rest.chars().next().filter(|c| matches!(c, '多' | '余' | '来')).map_or(0, char::len_utf8);
        let behind = rest.get(more..).unwrap_or_default();
        if more > 0 && behind.is_empty() {
            return self.cut(token, number, Pos::Number, Pos::Other);
        }
        if behind == "月" && more == 0 {
            return false; // the name of a month is one word
        }
        let second = behind.char_indices().nth(1).map_or(behind.len(), |(at, _)| at);
        let (one, two) = behind.split_at(second);
        let (is_measure, is_twice) = (|text| facts::classes(text).any(facts::MEASURE), one == two);
        if is_measure(behind) || is_twice && is_measure(one) {
            self.push(token, 0..number, Pos::Number);
            self.push(token, number..number + more, Pos::Other);
            self.push(token, number + more..text.len(), Pos::Measure);
        } else if is_measure(one) && two.chars().count() == 1 || numeral::prefix(behind) == behind.len() {
            self.push(token, 0..number, Pos::Number);
            self.push(token, number..number + more, Pos::Other);
            self.push(token, number + more..number + more + second, Pos::Measure);
            self.push(token, number + more + second..text.len(), Pos::Noun);
        } else {
            return false;
        }
        true
    }

    /// 这种, 每年, 各国, 我校.
    fn pronoun(&mut self, token: &Token<'t>) -> bool {
        let (first, rest) = (token.first(), token.rest());
        let (class, behind) = (facts::classes(first), facts::classes(rest));
        let at = first.len();
        if class.any(facts::DEMONSTRATIVE) {
            return !behind.any(facts::BOUND) && self.cut_off(token, at);
        }
        if class.any(facts::DETERMINER) {
            return self.cut_off(token, at);
        }
        let apart = facts::HOUSE.or(facts::FREE);
        class.any(facts::PERSON) && behind.any(apart) && self.cut(token, at, Pos::Pronoun, Pos::Noun)
    }

    fn cut_off(&mut self, token: &Token<'t>, at: usize) -> bool {
        self.push(token, 0..at, Pos::Pronoun);
        let rest = token.part(at..token.text.len(), Pos::Noun);
        let number = numeral::prefix(rest.text) > 0;
        self.add(Token { pos: if number { Pos::Number } else { rest.pos }, ..rest }, false);
        true
    }

    /// 山上, 门外.
    fn locality(&mut self, token: &Token<'t>) -> bool {
        let at = token.text.len() - token.last().len();
        let ends = facts::classes(token.last()).any(facts::LOCALITY_END);
        ends && token.count() == 2 && self.cut(token, at, Pos::Noun, Pos::Locality)
    }

    /// 走进来 as 走 and 进来; 走了 at the end of a sentence.
    fn verb(&mut self, token: &Token<'t>, last: bool) -> bool {
        if !matches!(token.pos, Pos::Verb | Pos::Adjective | Pos::Phrase) {
            return false;
        }
        let at = token.text.len() - token.last().len();
        if last && token.last() == "了" {
            return self.cut(token, at, token.pos, Pos::Other);
        }
        let path = token.offset(1)..token.offset(2);
        let is = |text: Option<&str>, class| text.is_some_and(|text| facts::classes(text).any(class));
        token.count() == 3
            && is(token.text.get(path.clone()), facts::PATH)
            && is(Some(token.last()), facts::HITHER)
            && self.cut(token, path.start, Pos::Verb, Pos::Verb)
    }

    /// 不能, 最大, 都是.
    fn adverb(&mut self, token: &Token<'t>) -> bool {
        if matches!(token.pos, Pos::Noun | Pos::PersonName | Pos::Idiom) || token.pos.is_proper() {
            return false;
        }
        let divides =
            matches!(token.first(), "不" | "没" | "很" | "最" | "更" | "太" | "都" | "也" | "就" | "还" | "又" | "再");
        let rest = token.rest();
        let known = token.count() == 3 && matches!(token.pos, Pos::Phrase | Pos::Verb) && self.lexicon.is_word(rest);
        if !divides || !(facts::classes(rest).any(facts::FREE) || known) {
            return false;
        }
        let pos = if token.pos == Pos::Function { Pos::Verb } else { token.pos };
        self.cut(token, token.first().len(), Pos::Function, pos)
    }

    /// 打电话: verb and object.
    fn three(&mut self, token: Token<'t>) {
        let headed = facts::classes(token.last()).any(facts::SUFFIX)
            && token.text.strip_suffix(token.last()).is_some_and(|head| self.lexicon.is_word(head));
        let verbal = !headed && matches!(token.pos, Pos::Phrase | Pos::Verb | Pos::Idiom);
        let is = |part: &str, wanted: fn(Pos) -> bool| match super::token::cut(self.lexicon, part).as_slice() {
            [one] => wanted(one.pos),
            _ => false,
        };
        if verbal && is(token.first(), |pos| pos == Pos::Verb) && is(token.rest(), |pos| pos == Pos::Noun) {
            self.cut(&token, token.first().len(), Pos::Verb, Pos::Noun);
        } else {
            self.out.push(token);
        }
    }

    /// Idioms with their hyphen; other words of four syllables by their halves, if these are words.
    fn four(&mut self, token: Token<'t>) {
        let half = token.offset(2);
        let (left, right) = token.text.split_at(half);
        let twice = |text: &str| text.chars().next() == text.chars().nth(1);
        let words = self.lexicon.is_word(left) && self.lexicon.is_word(right);
        let first = token.first().len();
        let last = token.text.len() - token.last().len();
        let is_word = |bytes: Range<usize>| token.text.get(bytes).is_some_and(|part| self.lexicon.is_word(part));
        let starts = |class| facts::classes(token.first()).any(class) && is_word(first..token.text.len());
        let idiom = token.pos == Pos::Idiom;
        // 拖拉机手, 总司令部
        let affixed = facts::classes(token.last()).any(facts::SUFFIX) && is_word(0..last) || starts(facts::PREFIX);
        let whole = token.count() > 4
            || token.pos == Pos::PersonName
            || twice(left) && twice(right)
            || facts::is_whole_idiom(token.text)
            || !words && (affixed || !idiom || is_bound(token.text));
        if left == right {
            self.cut(&token, half, token.pos, token.pos);
        } else if !words && starts(facts::FREE) && token.count() == 4 {
            // 打退堂鼓
            self.cut(&token, first, Pos::Verb, Pos::Noun);
        } else if whole {
            self.out.push(token);
        } else if idiom {
            self.cut(&token, half, token.pos, token.pos);
            self.out.iter_mut().next_back().into_iter().for_each(|part| part.join = Join::Hyphen);
        } else {
            self.halve(&token, half);
        }
    }
}

/// Whether a function word holds the four characters together, so that they do not fall into halves:
/// 总而言之, 目不转睛, 理所当然, 一技之长, 无动于衷.
fn is_bound(idiom: &str) -> bool {
    let mut chars = idiom.chars().skip(1);
    let second = |c| "不而其所如若莫与有无在为诸非从由".contains(c);
    let third = |c| "之而于".contains(c);
    chars.next().is_some_and(second) || chars.next().is_some_and(third)
}
