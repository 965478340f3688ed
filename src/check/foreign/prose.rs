//! Foreign words in Chinese text: letter words that no table knows, and phrases.

use super::letters::{is_foreign, latin_words, stands_alone};
use super::{Reporter, Sight};
use crate::check::spelling::first_letter;
use crate::data::shape::Native;
use crate::lexicon::Lexicon;
use crate::rule::Registry;
use std::ops::Range;

/// Capitals of a letter word.
const CAPITALS: std::ops::RangeInclusive<usize> = 2..=6;
/// Words of a phrase.
const PHRASE: usize = 3;

/// Looks through `range` of a text.
pub fn look(text: &str, range: Range<usize>, lexicon: &Lexicon, registry: &Registry, sight: &mut Sight) {
    let capitals = Reporter::new(Native::Capitals, lexicon, registry);
    let phrases = Reporter::new(Native::ForeignPhrase, lexicon, registry);
    let bytes = text.as_bytes().get(..range.end).unwrap_or_default();
    let (mut at, mut found, mut here) = (range.start, Vec::new(), Vec::new());
    // Most lines of Chinese text have no Latin letter: they are passed over without being looked at as lines.
    while let Some(letter) = bytes.get(at..).and_then(first_letter).map(|n| at + n) {
        let start = memchr::memrchr(b'\n', &bytes[at..letter]).map_or(at, |n| at + n + 1);
        let line = start..memchr::memchr(b'\n', &bytes[letter..]).map_or(bytes.len(), |n| letter + n);
        at = line.end;
        if !has_han(&bytes[line.clone()]) {
            continue;
        }
        here.clear();
        here.extend(latin_words(text, line));
        if let Some(reporter) = &capitals {
            let known = |word: &Range<usize>| reporter.keeps(word, sight) || is_claimed(word, sight);
            let unknown =
                here.iter().filter(|word| is_letter_word(text, word) && !known(word) && stands_alone(text, word));
            found.extend(unknown.map(|word| reporter.candidate(word.clone())));
        }
        if let Some(reporter) = &phrases {
            found.extend(runs(text, &here).map(|run| reporter.candidate(run)));
        }
    }
    sight.candidates.extend(found);
}

/// Whether there is a Chinese character of the basic block; compiled to a comparison of whole vectors.
fn has_han(line: &[u8]) -> bool {
    let leads = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | b.wrapping_sub(0xE4).lt(&6));
    line.chunks(64).any(leads)
}

/// Whether a table has the word: its rule asks for the name that the table gives.
fn is_claimed(at: &Range<usize>, sight: &Sight) -> bool {
    let from = sight.candidates.partition_point(|c| (c.start as usize) < at.start);
    let here = sight.candidates[from..].iter().take_while(|c| c.start as usize == at.start);
    here.into_iter().any(|c| c.end as usize == at.end)
}

/// Capitals that look like a word: neither a numeral, a placeholder (XX) nor the letters of a standard's or model's number.
fn is_letter_word(text: &str, word: &Range<usize>) -> bool {
    let written = text.get(word.clone()).unwrap_or_default();
    let numeral = || written.chars().all(|c| "IVXLC".contains(c));
    let repeated = || written.bytes().all(|b| Some(b) == written.bytes().next());
    let numbered = || {
        let rest = text.get(word.end..).unwrap_or_default().trim_start_matches([' ', '-', '/', '〔', '[', '—']);
        rest.starts_with(|c: char| c.is_ascii_digit())
            || text.get(..word.start).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
    };
    CAPITALS.contains(&written.len())
        && written.bytes().all(|b| b.is_ascii_uppercase())
        && !numeral()
        && !repeated()
        && !numbered()
}

/// Several words in a row with only spaces between them, most of them foreign and in small letters: no name of a product.
fn runs(text: &str, words: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    let written = move |word: &Range<usize>| text.get(word.clone()).unwrap_or_default();
    let joined = move |a: &Range<usize>, b: &Range<usize>| matches!(text.get(a.end..b.start), Some(" " | ", "));
    let plain = move |word: &&Range<usize>| written(word).starts_with(char::is_lowercase);
    let foreign = move |word: &&Range<usize>| {
        let word = written(word);
        word.contains(char::is_lowercase) && is_foreign(word)
    };
    let span = |run: &[Range<usize>]| Some(run.first()?.start..run.last()?.end);
    let phrases = words.chunk_by(joined).filter(move |run| {
        // What costs most is asked last.
        run.len() >= PHRASE
            && run.iter().filter(plain).count() > 1
            && span(run).is_some_and(|span| is_prose(text, &span))
            && run.iter().filter(foreign).count() * 2 > run.len()
    });
    phrases.filter_map(span)
}

/// Whether what stands around a phrase shows no code and no brackets, in which foreign words annotate Chinese ones.
fn is_prose(text: &str, at: &Range<usize>) -> bool {
    let odd = |c: char| "()（）[]{}<>《》“”\"'`=_/\\|;$#@*&".contains(c);
    let before = text.get(..at.start).and_then(|t| t.trim_end().chars().next_back());
    let after = text.get(at.end..).and_then(|t| t.trim_start().chars().next());
    !before.is_some_and(odd) && !after.is_some_and(odd)
}
