//! What is written in one word with what stands before it (GB/T 16159-2012, 5 and 6.1).

use super::facts::{self, GRAMMAR};
use super::numeral;
use super::token::{Pos, Token};
use crate::lexicon::Lexicon;
use crate::spelling::Join;
use crate::spelling::tables::names;

/// Decides how every token joins the one before; `last` says that the sentence ends behind the last.
pub fn join(lexicon: &Lexicon, tokens: &mut Vec<Token>, last: bool) {
    directions(lexicon, tokens);
    for at in 1..tokens.len() {
        if joins(tokens, at, last)
            && let Some(token) = tokens.get_mut(at)
        {
            token.join = Join::Together;
        }
    }
}

/// 走进 and 来 are 走 and 进来.
fn directions(lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    for at in 1..tokens.len() {
        let [.., before, token] = tokens.get_mut(..=at).unwrap_or_default() else { return };
        let path = before.text.len() - before.last().len();
        let moves =
            token.class.any(facts::HITHER) && token.is_single() && before.pos == Pos::Verb && before.count() == 2;
        if !moves || !facts::classes(before.last()).any(facts::PATH) {
            continue;
        }
        let way: String = [before.last(), token.text].concat();
        if lexicon.is_word(&way) {
            let (verb, path) = (before.part(0..path, Pos::Verb), before.part(path..before.text.len(), Pos::Verb));
            token.join = Join::Together;
            *before = Token { join: before.join, ..verb };
            tokens.insert(at, path);
        }
    }
}

fn joins(tokens: &[Token], at: usize, last: bool) -> bool {
    let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(at)) else {
        return false;
    };
    if token.join != Join::Space {
        return token.join == Join::Together;
    }
    if token.capital {
        return false;
    }
    if before.is_single() && token.is_single() && before.text == token.text {
        return is_doubled(before);
    }
    if token.class.any(facts::ASPECT) && token.is_single() {
        return aspect(before, token, tokens.get(at + 1..).unwrap_or_default(), last);
    }
    let two = |n: usize| tokens.get(n).zip(tokens.get(n + 1)).is_some_and(|(a, b)| a.is_single() && a.text == b.text);
    // 来来往往: two pairs
    if at >= 2 && two(at - 2) && two(at) && is_doubled(before) && is_doubled(token) {
        return true;
    }
    // 喜冲冲, 亮晶晶
    let vivid = before.is_single() && matches!(token.pos, Pos::State | Pos::Adjective) && token.is_twice();
    let pair = before.is_twice()
        && token.is_twice()
        && before.pos == token.pos
        && matches!(token.pos, Pos::Verb | Pos::Adjective);
    vivid || pair || prefix(before, token) || suffix(before, token) || pronoun(before, token) || complement(tokens, at)
}

/// Whether two of it are one word: 人人, 看看, but no particles and numerals.
fn is_doubled(token: &Token) -> bool {
    !token.class.any(GRAMMAR) && !token.text.chars().all(numeral::is_numeral)
}

/// 着, 了, 过 after a verb; 了 at the end of a sentence stands apart.
fn aspect(before: &Token, token: &Token, after: &[Token], last: bool) -> bool {
    let ends = if last { after.iter().all(|next| next.class.any(facts::MODAL)) } else { false };
    let carries = !before.class.any(GRAMMAR)
        && !matches!(
            before.pos,
            Pos::Number | Pos::Measure | Pos::Time | Pos::Pronoun | Pos::PlaceName | Pos::Function
        );
    match token.text {
        "了" => carries && !ends && (before.pos != Pos::Noun || before.is_single()),
        "过" => matches!(before.pos, Pos::Verb | Pos::VerbNoun | Pos::Adjective),
        _ => carries,
    }
}

/// 副部长, 非金属, 副总工程师.
fn prefix(before: &Token, token: &Token) -> bool {
    let is_prefix = |text: &str| facts::classes(text).any(facts::PREFIX);
    let only = before.text.char_indices().all(|(at, c)| before.text.get(at..at + c.len_utf8()).is_some_and(is_prefix));
    let nominal = matches!(token.pos, Pos::Noun | Pos::VerbNoun | Pos::ProperName | Pos::Phrase)
        || names().titles.contains(token.text);
    // 总 and 反 are also words of their own, so only nouns of two syllables and more take them.
    only && !token.is_single() && nominal
}

/// 孩子们, 科学性, 常用词.
fn suffix(before: &Token, token: &Token) -> bool {
    if !token.is_single() || before.is_single() && !token.class.any(facts::FIRM) || before.class.any(GRAMMAR) {
        return false;
    }
    if token.text == "儿" {
        return before.pos.is_nominal();
    }
    let nominal = before.pos.is_nominal() || matches!(before.pos, Pos::Verb | Pos::Adjective | Pos::PersonName);
    token.class.any(facts::FIRM) && (nominal || before.pos == Pos::Phrase)
        || token.class.any(facts::SUFFIX) && before.pos.is_nominal() && before.count() == 2
}

/// 这个, 那边.
fn pronoun(before: &Token, token: &Token) -> bool {
    before.is_single() && before.class.any(facts::DEMONSTRATIVE) && token.class.any(facts::BOUND)
}

/// Verb and complement of one syllable each: 建成, 走进.
fn complement(tokens: &[Token], at: usize) -> bool {
    let (Some(before), Some(token)) = (tokens.get(at - 1), tokens.get(at)) else { return false };
    let verb =
        before.is_single() && before.pos == Pos::Verb && !before.class.any(facts::STATE) && before.join == Join::Space;
    // 走 进来: the direction is a word of its own.
    let way = token.class.any(facts::PATH)
        && tokens.get(at + 1).is_some_and(|next| next.join == Join::Together && next.class.any(facts::HITHER));
    verb && token.is_single() && token.class.any(facts::COMPLEMENT) && !way
}
