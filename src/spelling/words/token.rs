//! A stretch of Chinese characters cut into tokens, which the rules divide and join.

use super::facts::{self, Classes};
use crate::lexicon::Lexicon;
use crate::spelling::Join;
use std::ops::Range;

/// Part of speech, as far as the rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pos {
    /// 名词
    Noun,
    /// 人名
    PersonName,
    /// 地名
    PlaceName,
    /// 机构名
    Organisation,
    /// 其他专名
    ProperName,
    /// 动词
    Verb,
    /// 动名词
    VerbNoun,
    /// 形容词
    Adjective,
    /// 数词、数量词
    Number,
    /// 代词
    Pronoun,
    /// 处所词
    Locality,
    /// 时间词
    Time,
    /// 成语
    Idiom,
    /// 习用语
    Phrase,
    /// 状态词
    State,
    /// 简称
    Short,
    /// 量词
    Measure,
    /// 介词、连词、副词
    Function,
    /// 其他
    Other,
}

impl Pos {
    fn parse(tag: &str) -> Self {
        match tag {
            "nr" | "nrfg" | "nrt" => Self::PersonName,
            "ns" => Self::PlaceName,
            "nt" => Self::Organisation,
            "nz" => Self::ProperName,
            "vn" => Self::VerbNoun,
            "i" => Self::Idiom,
            "l" => Self::Phrase,
            "mq" => Self::Number,
            "zg" | "g" | "x" => Self::Other,
            _ => match tag.as_bytes().first() {
                Some(b'n') => Self::Noun,
                Some(b'v') => Self::Verb,
                Some(b'a') => Self::Adjective,
                Some(b'm') => Self::Number,
                Some(b'r') => Self::Pronoun,
                Some(b's' | b'f') => Self::Locality,
                Some(b't') => Self::Time,
                Some(b'z') => Self::State,
                Some(b'j') => Self::Short,
                Some(b'q') => Self::Measure,
                Some(b'p' | b'c' | b'd') => Self::Function,
                _ => Self::Other,
            },
        }
    }

    /// Whether it names something.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun | Self::PlaceName | Self::Organisation | Self::ProperName | Self::VerbNoun | Self::Short
        )
    }

    /// Whether it is a proper name.
    pub fn is_proper(self) -> bool {
        matches!(self, Self::PlaceName | Self::Organisation | Self::ProperName)
    }
}

/// A word, or what becomes a part of one.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// Where it starts in the stretch.
    pub at: usize,
    /// Its text.
    pub text: &'t str,
    /// Its part of speech.
    pub pos: Pos,
    /// The classes of its text in our tables.
    pub class: Classes,
    /// How it joins the token before.
    pub join: Join,
    /// Whether it starts with a capital.
    pub capital: bool,
}

impl<'t> Token<'t> {
    /// A token that stands apart.
    pub fn new(at: usize, text: &'t str, pos: Pos) -> Self {
        Self { at, text, pos, class: facts::classes(text), join: Join::Space, capital: false }
    }

    /// Its bytes in the stretch.
    pub fn bytes(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// A part of it, given its bytes in the token, with another part of speech.
    pub fn part(&self, bytes: Range<usize>, pos: Pos) -> Self {
        let at = self.at + bytes.start;
        Self::new(at, self.text.get(bytes).unwrap_or_default(), pos)
    }

    /// The number of its characters.
    pub fn count(&self) -> usize {
        // Nearly every character takes three bytes; a rare one takes four.
        self.text.chars().count()
    }

    /// Where its character of this number starts, in bytes.
    pub fn offset(&self, number: usize) -> usize {
        self.text.char_indices().nth(number).map_or(self.text.len(), |(at, _)| at)
    }

    /// Its first character.
    pub fn first(&self) -> &'t str {
        self.text.get(..self.offset(1)).unwrap_or_default()
    }

    /// All but its first character.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.offset(1)..).unwrap_or_default()
    }

    /// Its last character.
    pub fn last(&self) -> &'t str {
        self.text.char_indices().next_back().and_then(|(at, _)| self.text.get(at..)).unwrap_or_default()
    }

    /// Whether it is one character twice.
    pub fn is_twice(&self) -> bool {
        let mut chars = self.text.chars();
        chars.next() == chars.next() && chars.next().is_none()
    }

    /// Whether it is one character.
    pub fn is_single(&self) -> bool {
        !self.text.is_empty() && self.rest().is_empty()
    }
}

/// The words of a stretch as the segmenter sees them.
pub fn cut<'t>(lexicon: &'t Lexicon, stretch: &'t str) -> Vec<Token<'t>> {
    let mut at = 0;
    let words = lexicon.words(stretch).into_iter();
    words
        .map(|word| {
            let token = Token::new(at, word.word, Pos::parse(word.tag));
            at += word.word.len();
            token
        })
        .collect()
}
