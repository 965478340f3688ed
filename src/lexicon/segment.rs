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

/// How a string that should be another word stands among its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// By itself: nothing around explains it.
    Alone,
    /// Its characters belong to words that reach out of it.
    Crossed,
    /// The other word would not stand there as a word either.
    Misfit,
    /// It may be a name, or a part of one.
    Named,
}

/// See [`super::Lexicon::crosses_word`].
pub fn crosses_word(jieba: &Jieba, text: &str, start: usize, end: usize) -> bool {
    let Some((from, window)) = window(text, start, end) else { return false };
    crossed(&jieba.cut(window, false), start - from, end - from)
}

/// See [`super::Lexicon::stands`].
pub fn stands(
    jieba: &Jieba,
    text: &str,
    start: usize,
    end: usize,
    right: &str,
    surname: impl Fn(&str) -> bool,
) -> Stand {
    let Some((from, window)) = window(text, start, end) else { return Stand::Alone };
    let (start, end) = (start - from, end - from);
    let tokens = jieba.cut(window, false);
    if crossed(&tokens, start, end) || covered(&tokens, start, end).is_some_and(|word| word.len() > end - start) {
        return Stand::Crossed;
    }
    let (Some(before), Some(after)) = (window.get(..start), window.get(end..)) else { return Stand::Alone };
    let corrected = [before, right, after].concat();
    // Of a word that the segmenter has never heard of it cannot say how it would stand.
    if jieba.has_word(right) && covered(&jieba.cut(&corrected, false), start, start + right.len()).is_none() {
        return Stand::Misfit;
    }
    // 张|捡|查: a surname by itself, and then two characters that are no words together.
    let mut at = 0;
    let single = |word: &str| word.chars().nth(1).is_none();
    let before = tokens.iter().find(|token| {
        at += token.word.len();
        at == start
    });
    let short = window.get(start..end).is_some_and(|form| form.chars().count() == 2);
    match before {
        Some(token) if short && single(token.word) && surname(token.word) => Stand::Named,
        _ => Stand::Alone,
    }
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

/// The word that holds all of `start..end`.
fn covered<'t>(tokens: &[Token<'t>], start: usize, end: usize) -> Option<&'t str> {
    let mut at = 0;
    let holds = |token: &&Token| {
        let token_start = at;
        at += token.word.len();
        token_start <= start && end <= at
    };
    tokens.iter().find(holds).map(|token| token.word)
}
