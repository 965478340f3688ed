//! Standard spelling of running text after GB/T 16159-2012: words come from the segmenter, joining, hyphens and
//! capitals by rule.

mod context;
mod divide;
mod facts;
mod join;
mod marks;
mod numeral;
mod proper;
mod token;

use super::{Evidence, Join, Sound, Speller, Spelling, Style, Unit};
use crate::data::chars::is_han;
use divide::Divider;
use marks::Side;
use std::ops::Range;

/// Characters of a stretch without punctuation that are looked at together: no sentence is longer.
const STRETCH: usize = 2000;

impl Speller<'_> {
    /// Spells a line of running text: words, sentences, paragraphs of any length.
    ///
    /// A sentence that its mark ends (。！？, or … at the end of the line) starts with a capital; a bare word or
    /// phrase does not. Chinese punctuation becomes Western punctuation; digits, Latin text and symbols pass through.
    #[must_use]
    pub fn text(&self, line: &str) -> Spelling {
        let mut writer = Writer {
            speller: self,
            line,
            units: Vec::with_capacity(line.len() / 2),
            after: After::Start,
            sentence: 0,
            ended: false,
            title: false,
        };
        writer.write();
        Spelling { units: writer.units }
    }
}

/// What was written last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// Nothing, or blanks that are units of their own: nothing more goes between.
    Start,
    /// A word or a closing mark: a blank goes before the next word.
    Word,
    /// An opening mark, or `-`: no blank before the next word.
    Opening,
    /// A blank that is to be written.
    Blank,
    /// The dot of a date.
    Hyphen,
}

struct Writer<'s, 'l> {
    speller: &'s Speller<'l>,
    line: &'s str,
    units: Vec<Unit>,
    after: After,
    /// The first unit of the sentence.
    sentence: usize,
    /// Whether a sentence of the line has ended.
    ended: bool,
    /// Whether a title or a part of a foreign name begins.
    title: bool,
}

impl<'s> Writer<'s, '_> {
    fn write(&mut self) {
        let mut at = 0;
        while let Some(c) = self.char(at) {
            let end = match c {
                _ if is_han(c as u32) => self.stretch(at),
                _ if c.is_whitespace() => self.blank(at),
                _ if c.is_ascii() || c.is_alphanumeric() => self.plain(at),
                _ => self.mark(at, c),
            };
            at = end;
        }
        let last = self.line.trim_end_matches(['”', '’', '）', ')']).chars().next_back();
        if self.ended || last.is_some_and(|c| matches!(c, '…' | '!' | '?')) {
            self.capital();
        }
    }

    fn char(&self, at: usize) -> Option<char> {
        self.line.get(at..).and_then(|rest| rest.chars().next())
    }

    /// The end of the characters from `at` on that `belong` together.
    fn run(&self, at: usize, most: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.line.get(at..).unwrap_or_default();
        rest.char_indices()
            .take(most)
            .find(|(_, c)| !belongs(*c))
            .map_or_else(|| at + rest.char_indices().nth(most).map_or(rest.len(), |(end, _)| end), |(end, _)| at + end)
    }

    fn fixed(&mut self, at: Range<usize>, text: String, join: Join) {
        self.units.push(Unit { at, sound: Sound::Fixed(text), join, capital: false, evidence: Evidence::Only });
    }

    /// How a word joins what was written last.
    fn word_join(&self) -> Join {
        match self.after {
            After::Start | After::Opening => Join::Tight,
            After::Word | After::Blank => Join::Space,
            After::Hyphen => Join::Hyphen,
        }
    }

    /// A stretch of Han characters; returns its end.
    fn stretch(&mut self, at: usize) -> usize {
        let end = self.run(at, STRETCH, |c| is_han(c as u32));
        let stretch = self.line.get(at..end).unwrap_or_default();
        let next = self.char(end);
        let stops = next.map_or(stretch.len() > 6, |c| !c.is_alphanumeric() && !c.is_whitespace());
        let before = self.word_join();
        let first = self.units.len();
        self.spell(at, stretch, stops);
        if let Some(unit) = self.units.get_mut(first) {
            unit.join = before;
            unit.capital |= std::mem::take(&mut self.title);
        }
        self.after = After::Word;
        end
    }

    fn spell(&mut self, start: usize, stretch: &'s str, stops: bool) {
        let speller = self.speller;
        let words = token::cut(speller.lexicon, stretch);
        let borders: Vec<usize> = words.iter().map(|word| word.bytes().end).collect();
        let mut reads = speller.read(stretch, &borders, Style::Text);
        let mut divider = Divider { lexicon: speller.lexicon, out: Vec::with_capacity(words.len() + 4) };
        let count = words.len();
        for (number, word) in words.into_iter().enumerate() {
            divider.add(word, stops && number + 1 == count);
        }
        let tokens = numeral::arrange(divider.out, stretch);
        let mut tokens = proper::name(speller, tokens, stretch);
        join::join(speller.lexicon, &mut tokens, stops);
        context::read(&tokens, &mut reads);
        let mut reads = reads.into_iter();
        for token in &tokens {
            for (number, read) in reads.by_ref().take(token.count()).enumerate() {
                let first = number == 0;
                self.units.push(Unit {
                    at: start + read.at.start..start + read.at.end,
                    sound: read.syllable.map_or_else(|| Sound::Fixed(read.char.to_string()), Sound::Syllable),
                    join: if first { token.join } else { Join::Together },
                    capital: first && token.capital,
                    evidence: read.evidence,
                });
            }
        }
    }

    /// White space: one blank between words is a blank; the rest stays as it is.
    fn blank(&mut self, at: usize) -> usize {
        let end = self.run(at, usize::MAX, char::is_whitespace);
        let blank = self.line.get(at..end).unwrap_or_default();
        if at > 0 && end < self.line.len() && matches!(blank, " " | "\u{3000}") {
            self.after = After::Blank;
        } else {
            self.fixed(at..end, blank.to_owned(), Join::Tight);
            self.after = After::Start;
        }
        end
    }

    /// ASCII and other letters and digits, as they stand.
    fn plain(&mut self, at: usize) -> usize {
        let own = |c: char| !c.is_whitespace() && !is_han(c as u32) && (c.is_ascii() || c.is_alphanumeric());
        let end = self.run(at, usize::MAX, own);
        let text: String = self.line.get(at..end).unwrap_or_default().chars().map(marks::western).collect();
        let side = |c: Option<char>| c.map_or(Side::Word, marks::side);
        let join = match side(text.chars().next()) {
            Side::Closing | Side::Both if self.after != After::Blank => Join::Tight,
            _ => self.word_join(),
        };
        let after = match side(text.chars().next_back()) {
            Side::Opening | Side::Both => After::Opening,
            _ => After::Word,
        };
        self.fixed(at..end, text, join);
        self.after = after;
        end
    }

    /// A mark of Chinese punctuation or another symbol; doubled dashes and dots are one.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let end = match c {
            '…' | '—' | '─' => self.run(at, usize::MAX, |other| other == c),
            _ => at + c.len_utf8(),
        };
        let western = marks::western(c);
        let side = marks::side(western);
        if side == Side::Dot {
            return self.dot(at, end);
        }
        // One dash holds numbers together, two break a sentence.
        let side = if end == at + '—'.len_utf8() && matches!(c, '—' | '─') { Side::Both } else { side };
        let join = if matches!(side, Side::Closing | Side::Both) { Join::Tight } else { self.word_join() };
        self.fixed(at..end, western.to_string(), join);
        self.after = if matches!(side, Side::Opening | Side::Both) { After::Opening } else { After::Word };
        let quoted = c == '“' && self.line.get(..at).is_some_and(|before| before.ends_with('：'));
        if quoted || c == '《' {
            self.title = true;
        }
        if marks::ends_sentence(c) {
            self.capital();
            self.ended = true;
        }
        end
    }

    /// The dot inside a foreign name (a blank) or a date (a hyphen).
    fn dot(&mut self, at: usize, end: usize) -> usize {
        let before = self.line.get(..at).and_then(|text| text.chars().next_back());
        let number = |c: Option<char>| c.is_some_and(numeral::is_numeral);
        if number(before) && number(self.char(end)) {
            self.after = After::Hyphen;
            return end;
        }
        self.after = After::Blank;
        self.title = true;
        if let Some(word) = self.units.iter_mut().rfind(|unit| unit.join != Join::Together) {
            word.capital = true;
        }
        end
    }

    /// Gives the sentence its capital, and starts the next.
    fn capital(&mut self) {
        let units = self.units.get_mut(self.sentence..).unwrap_or_default();
        let word = |unit: &&mut Unit| match &unit.sound {
            Sound::Syllable(_) => true,
            Sound::Fixed(text) => text.contains(char::is_alphanumeric),
        };
        if let Some(first) = units.iter_mut().find(word) {
            first.capital = true;
        }
        self.sentence = self.units.len();
    }
}
