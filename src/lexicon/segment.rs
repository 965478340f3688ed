//! Word borders around an ambiguous candidate, by segmenting a small window and nothing else.

use jieba_rs::{Jieba, Token};

/// Characters of context on each side: enough for the longest words on the border.
const WINDOW: usize = 12;

/// Loads a dictionary of `word count` lines. The binary's own is well formed; of another, what precedes a mistake counts.
pub fn load(words: &str) -> Jieba {
    let mut jieba = Jieba::empty();
    // The error could only be about a line, and the tests hold the table to its columns.
    let _ = jieba.load_dict(&mut words.as_bytes());
    jieba
}

/// See [`super::Lexicon::crosses_word`].
pub fn crosses_word(jieba: &Jieba, text: &str, start: usize, end: usize) -> bool {
    let Some((from, window)) = window(text, start, end) else { return false };
    crossed(&jieba.cut(window, false), start - from, end - from)
}

/// The letters, digits and characters around `start..end`, as far as words on the border may reach, and where they start.
fn window(text: &str, start: usize, end: usize) -> Option<(usize, &str)> {
    let (before, after) = (text.get(..start)?, text.get(end..)?);
    let from = before
        .char_indices()
        .rev()
        .take(WINDOW)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(start, |(at, _)| at);
    let to = after
        .char_indices()
        .take(WINDOW)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(end, |(at, c)| end + at + c.len_utf8());
    Some((from, text.get(from..to)?))
}

/// Whether a word starts or ends inside `start..end` and reaches out of it.
fn crossed(tokens: &[Token], start: usize, end: usize) -> bool {
    let mut at = 0;
    tokens.iter().any(|token| {
        let token_end = at + token.word.len();
        let over_start = at < start && start < token_end && token_end < end;
        let over_end = start < at && at < end && end < token_end;
        at = token_end;
        over_start || over_end
    })
}
