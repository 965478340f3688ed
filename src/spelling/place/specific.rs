//! What stands before a generic: specifics, qualifiers, numbers, words.

use super::number::{self, Ordinal, is_numeral};
use super::parts::{Layout, Piece, product, word};
use super::vocabulary::{generic, generics, is_by_a_gate, is_direction, is_known, is_qualifier, is_size};
use crate::spelling::Speller;
use std::ops::Range;

impl Speller<'_> {
    /// The qualifiers at the end of what stands before a generic, and what they qualify.
    pub(super) fn qualifier<'t>(&self, head: Piece<'t>) -> Option<(Piece<'t>, Piece<'t>)> {
        let (base, last) = head.split_last(1)?;
        let char = last.only().filter(|c| is_qualifier(*c))?;
        // 海南 in 小海南路.
        let inner = head.text.char_indices().nth(1).and_then(|(at, _)| head.split(at));
        let known_within =
            inner.is_some_and(|(first, rest)| first.only().is_some_and(is_qualifier) && is_known(rest.text));
        if is_by_a_gate(head) || is_known(head.text) || known_within {
            return None;
        }
        // 小南街 and 南小街, but 东南路 and 浦东路.
        if let Some(only) = base.only() {
            let differ = (is_size(only) && is_direction(char)) || (is_direction(only) && is_size(char));
            return differ.then_some((base, last));
        }
        let known = is_known(base.text) || self.is_word(base.text);
        let fused = || {
            let words = self.lexicon.words(head.text);
            words.last().is_some_and(|word| word.word.len() > last.text.len())
        };
        if base.is_empty() || (!known && !is_street(base) && fused()) {
            return None;
        }
        // 解放路|南小|街.
        match self.qualifier(base).filter(|(base, _)| base.chars() > 1 && !known) {
            Some((base, _)) => head.split(base.text.len()),
            None => Some((base, last)),
        }
    }

    /// The number at the end of what stands before the generic of a street.
    pub(super) fn ordinal<'t>(&self, head: Piece<'t>) -> Option<Ordinal<'t>> {
        let mut found = number::ordinal(head)?;
        if found.mark.is_some() || is_known(head.text) {
            return Some(found).filter(|found| found.mark.is_some());
        }
        let (_, first) = found.numeral.split(found.numeral.text.chars().next()?.len_utf8()).map(|(a, b)| (b, a))?;
        if let Some(only) = found.base.only() {
            let (_, word) = head.split(0)?;
            let start = word.split(found.base.text.len() + first.text.len())?.0;
            // 东四|十二条: the names of crossings end in a numeral.
            if is_direction(only) && self.is_word(start.text) {
                let rest = head.split(start.text.len())?.1;
                let value = number::value(rest.text)?;
                found = Ordinal { base: start, mark: None, numeral: rest, whole: rest, value };
            } else if self.is_word(head.text) {
                // 统一路.
                return None;
            }
        }
        Some(found)
    }

    /// A specific of several words: 北京|工人, 二七|烈士.
    pub(super) fn phrase(&self, head: Piece) -> Vec<Layout> {
        if head.is_empty() {
            return vec![Layout::new()];
        }
        if head.chars() < 4 || is_known(head.text) { self.specific(head) } else { self.words(head) }
    }

    /// A generic of several words: 高速|公路, 经济|技术|开发区, 火车|东站.
    pub(super) fn spread(&self, tail: Piece) -> Layout {
        let length = tail.chars();
        let is_end = |end: &Piece| {
            let station = || {
                end.split_last(1)
                    .is_some_and(|(first, last)| first.only().is_some_and(is_qualifier) && generic(last.text).is_some())
            };
            generic(end.text).is_some() || self.is_word(end.text) || station()
        };
        let cut =
            (2..=3).rev().filter(|n| n + 2 <= length).filter_map(|n| tail.split_last(n)).find(|(_, end)| is_end(end));
        match cut {
            Some((head, end)) => [self.spread(head), word(end)].concat(),
            None => word(tail),
        }
    }

    /// By the words of the dictionary; single characters join a neighbour.
    pub(super) fn words(&self, piece: Piece) -> Vec<Layout> {
        let parts = self.tokens(piece).into_iter().filter_map(|range| {
            let part = Piece { text: piece.text.get(range.clone())?, at: piece.at + range.start };
            Some(number::spelt(part).unwrap_or_else(|| vec![word(part)]))
        });
        parts.fold(vec![Layout::new()], |ways, part| product(&ways, &part))
    }

    fn tokens(&self, piece: Piece) -> Vec<Range<usize>> {
        let is_single = |range: &Range<usize>| piece.text.get(range.clone()).is_some_and(|t| t.chars().count() == 1);
        let mut words: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        for tag in self.lexicon.words(piece.text) {
            let word = at..at + tag.word.len();
            at = word.end;
            match words.last_mut() {
                // A single character goes to the word before it, or starts the one after it.
                Some(last) if is_single(last) || is_single(&word) => last.end = word.end,
                _ => words.push(word),
            }
        }
        words
    }

    /// What stands before a generic, a qualifier or a number: one word, unless it is itself a street or an area
    /// of several (1984 rules, 4).
    pub(super) fn specific(&self, piece: Piece) -> Vec<Layout> {
        if piece.is_empty() {
            return vec![Layout::new()];
        }
        if let Some(ways) = number::spelt(piece) {
            return ways;
        }
        if is_known(piece.text) || piece.chars() < 3 || is_by_a_gate(piece) {
            return self.short(piece);
        }
        if let Some((first, second)) = after_ordinal(piece).or_else(|| after_landmark(piece)) {
            return product(&self.specific(first), &self.specific(second));
        }
        if let Some((head, tail, found)) = self.generic(piece)
            && matches!(found.class, "street" | "residential" | "building" | "facility")
            && found.spacing != "together"
        {
            let own = tail.chars() > 1
                || self.qualifier(head).is_some_and(|(base, _)| base.chars() > 1)
                || self.ordinal(head).is_some();
            return if own { self.one(piece) } else { vec![word(piece)] };
        }
        if piece.chars() < 4 || self.is_word(piece.text) { vec![word(piece)] } else { self.several(piece) }
    }

    /// Two characters: 四环 and the like are numbered streets themselves.
    fn short(&self, piece: Piece) -> Vec<Layout> {
        match piece.split_ending("环").filter(|(head, _)| number::value(head.text).is_some()) {
            Some(_) => self.one(piece),
            None => vec![word(piece)],
        }
    }

    /// Four characters and more: by their words where all of them are words, or whole; villages whole first.
    fn several(&self, piece: Piece) -> Vec<Layout> {
        let certain = self.lexicon.words(piece.text).iter().all(|tag| tag.word.chars().nth(1).is_some());
        let village = generics(piece).any(|(_, _, found)| found.spacing == "together");
        let mut ways = if certain { self.words(piece) } else { Vec::new() };
        ways.insert(if village { 0 } else { ways.len() }, word(piece));
        ways
    }
}

/// Whether it ends like a street: what is added to it is no part of a word with its end.
pub fn is_street(piece: Piece) -> bool {
    generics(piece).any(|(_, _, found)| found.class == "street" && found.spacing == "apart")
}

/// 第二|松花.
fn after_ordinal(piece: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    let rest = piece.text.strip_prefix('第')?.trim_start_matches(is_numeral);
    let (first, second) = piece.split(piece.text.len() - rest.len())?;
    (first.chars() > 1 && second.chars() > 1).then_some((first, second))
}

/// 广安门|北滨河: an older name, and what lies beside it.
fn after_landmark(piece: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    piece.cuts().find(|(head, tail)| {
        let beside = tail.text.chars().next().is_some_and(is_direction);
        head.chars() > 2 && tail.chars() > 2 && beside && generics(*head).next().is_some()
    })
}
