//! Pinyin in place of a character inside a Chinese word (重QING火锅).

use super::align::syllables;
use super::judge::Verdict;
use super::latin::{Latin, is_part};
use super::runs::is_han;
use crate::data::shape::Fault;
use crate::rule::Level;
use std::ops::Range;

/// Syllables that are words or abbreviations in their own right between Chinese characters.
const WORDS: [&str; 38] = [
    "ai", "an", "ban", "bang", "bin", "can", "chi", "cos", "dan", "den", "die", "fan", "gun", "han", "he", "hen", "la",
    "lan", "long", "man", "me", "men", "mu", "nan", "pan", "pai", "pi", "pin", "ran", "run", "she", "song", "sun",
    "tan", "to", "wan", "yo", "you",
];

/// Looks through one line of a name.
pub fn look(text: &str, line: Range<usize>) -> Vec<Verdict> {
    runs(text, line).into_iter().filter_map(|run| verdict(text, run)).collect()
}

/// Looks through one line of running text, where only tone marks tell pinyin from a foreign word (很kāi心).
pub fn marked(text: &str, line: Range<usize>) -> Vec<Verdict> {
    let marked = |run: &Range<usize>| Latin::read(text, run.clone()).has_tones();
    runs(text, line).into_iter().filter(marked).filter_map(|run| verdict(text, run)).collect()
}

/// Latin letters that touch a Chinese character on both sides.
fn runs(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<Range<usize>> = None;
    let mut before: Option<char> = None;
    for (offset, c) in text.get(line.clone()).unwrap_or_default().char_indices() {
        let at = line.start + offset;
        if is_part(c) {
            let start = run.as_ref().map_or(at, |r| r.start);
            run = (run.is_some() || before.is_some_and(is_han)).then_some(start..at + c.len_utf8());
        } else {
            found.extend(run.take().filter(|_| is_han(c)));
        }
        before = Some(c);
    }
    found
}

fn verdict(text: &str, run: Range<usize>) -> Option<Verdict> {
    let letters = Latin::read(text, run.clone());
    let word = letters.string(0..letters.letters.len());
    let is_pinyin = word.chars().count() > 1 && word.chars().all(char::is_alphabetic) && syllables(&word).is_some();
    let written = text.get(run.clone())?.to_owned();
    (is_pinyin && !WORDS.contains(&word.as_str())).then(|| Verdict::bare(run, Fault::Inside, Level::Suspected, written))
}
