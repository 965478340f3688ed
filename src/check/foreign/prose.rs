//! Foreign words in Chinese text: letter words that no table knows, and phrases.

use super::letters::{Word, stands_alone, words};
use super::{Reporter, Sight};
use crate::check::spelling::first_letter;
use crate::data::chars::is_han;
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
    let (mut at, mut found) = (range.start, Vec::new());
    // Most lines of Chinese text have no Latin letter: they are passed over without being looked at as lines.
    while let Some(letter) = bytes.get(at..).and_then(first_letter).map(|n| at + n) {
        let start = memchr::memrchr(b'\n', &bytes[at..letter]).map_or(at, |n| at + n + 1);
        let here = start..memchr::memchr(b'\n', &bytes[letter..]).map_or(bytes.len(), |n| letter + n);
        at = here.end;
        if !text.get(here.clone()).is_some_and(|line| line.chars().any(|c| is_han(c as u32))) {
            continue;
        }
        let words = words(text, here);
        if let Some(reporter) = &capitals {
            let known = |w: &&Word| reporter.keeps(&w.at, sight) || is_claimed(&w.at, sight);
            let unknown = words.iter().filter(|w| is_letter_word(text, w) && !known(w));
            found.extend(unknown.map(|w| reporter.candidate(w.at.clone())));
        }
        if let Some(reporter) = &phrases {
            found.extend(runs(text, &words).into_iter().map(|run| reporter.candidate(run)));
        }
    }
    sight.candidates.extend(found);
}

/// Whether a table has the word: its rule asks for the name that the table gives.
fn is_claimed(at: &Range<usize>, sight: &Sight) -> bool {
    let from = sight.candidates.partition_point(|c| (c.start as usize) < at.start);
    let here = sight.candidates[from..].iter().take_while(|c| c.start as usize == at.start);
    here.into_iter().any(|c| c.end as usize == at.end)
}

/// Capitals that are neither a numeral, a placeholder (XX) nor the letters of a standard's or model's number.
fn is_letter_word(text: &str, word: &Word) -> bool {
    let written = text.get(word.at.clone()).unwrap_or_default();
    let first = written.chars().next();
    let numeral = written.chars().all(|c| "IVXLC".contains(c));
    let repeated = written.chars().all(|c| Some(c) == first);
    let numbered = || {
        let rest = text.get(word.at.end..).unwrap_or_default().trim_start_matches([' ', '-', '/', '〔', '[', '—']);
        rest.starts_with(|c: char| c.is_ascii_digit())
            || text.get(..word.at.start).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
    };
    CAPITALS.contains(&written.len())
        && written.bytes().all(|b| b.is_ascii_uppercase())
        && !numeral
        && !repeated
        && !numbered()
        && stands_alone(text, &word.at)
}

/// Several words in a row with only spaces between them, most of them foreign and in small letters: no name of a product.
fn runs(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for n in 0..words.len() {
        let gap = words.get(n + 1).and_then(|next| text.get(words[n].at.end..next.at.start));
        if gap.is_some_and(|gap| matches!(gap, " " | ", ")) {
            continue;
        }
        let run = &words[from..=n];
        from = n + 1;
        let plain = |w: &&Word| text.get(w.at.clone()).is_some_and(|t| t.starts_with(char::is_lowercase));
        let foreign = run.iter().filter(|w| w.foreign && w.small).count();
        let span = run[0].at.start..run[run.len() - 1].at.end;
        if run.len() >= PHRASE
            && foreign * 2 > run.len()
            && run.iter().filter(plain).count() > 1
            && is_prose(text, &span)
        {
            found.push(span);
        }
    }
    found
}

/// Whether what stands around a phrase shows no code and no brackets, in which foreign words annotate Chinese ones.
fn is_prose(text: &str, at: &Range<usize>) -> bool {
    let odd = |c: char| "()（）[]{}<>《》“”\"'`=_/\\|;$#@*&".contains(c);
    let before = text.get(..at.start).and_then(|t| t.trim_end().chars().next_back());
    let after = text.get(at.end..).and_then(|t| t.trim_start().chars().next());
    !before.is_some_and(odd) && !after.is_some_and(odd)
}
