//! Word borders around an ambiguous candidate, by segmenting a small window and nothing else.

use jieba_rs::Jieba;

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
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return false };
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
    let Some(window) = text.get(from..to) else { return false };
    let mut at = from;
    for token in jieba.cut(window, false) {
        let token_end = at + token.word.len();
        let over_start = at < start && start < token_end && token_end < end;
        let over_end = start < at && at < end && end < token_end;
        if over_start || over_end {
            return true;
        }
        at = token_end;
    }
    false
}
