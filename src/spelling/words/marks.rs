//! Punctuation, digits and Latin letters between the words (GB/T 16159-2012, 6.7).

/// Where blanks go around a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Like a word.
    Word,
    /// With what follows: an opening bracket.
    Opening,
    /// With what stands before: a comma, a closing bracket.
    Closing,
    /// With both: `-`, `/`.
    Both,
    /// Between the parts of a foreign name: written as a blank.
    Dot,
}

/// What a character that is no Han character is written as.
pub fn western(c: char) -> char {
    match c {
        '。' | '｡' => '.',
        '、' | '､' => ',',
        '「' | '『' => '“',
        '」' | '』' => '”',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '〈' => '《',
        '〉' => '》',
        '～' | '〜' => '~',
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Where blanks go around a character in its western form.
pub fn side(c: char) -> Side {
    match c {
        '(' | '[' | '{' | '“' | '‘' | '《' => Side::Opening,
        ')' | ']' | '}' | '”' | '’' | '》' | ',' | '.' | ';' | ':' | '!' | '?' | '%' | '‰' | '…' | '℃' | '°' => {
            Side::Closing
        }
        '-' | '/' | '~' | '_' | '–' => Side::Both,
        '·' | '•' | '・' | '‧' => Side::Dot,
        _ => Side::Word,
    }
}

/// Whether a character ends a sentence.
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}
