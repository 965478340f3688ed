//! Where characters and Latin letters stand together: on neighbouring lines, in brackets, side by side, as ruby.

use super::align::syllables;
use super::judge::Verdict;
use super::latin::{Latin, is_part};
use super::pair::{Bond, Outcome, Pair, judge};
use super::runs::{has_han, is_han, runs};
use super::{replaced, ruby, within};
use crate::data::shape::Fault;
use crate::document::Scene;
use crate::rule::Level;
use crate::spelling::{Speller, names};
use std::ops::Range;

/// Most characters of a name or its spelling in running text.
const LONGEST: usize = 80;

/// Bytes of a text that may be a part of a longer one.
const PART: usize = 200 << 10;

/// Bytes of a line beyond which it is running text and no sign.
const SIGN: usize = 240;

/// Looks through `range` of a text.
#[must_use]
pub fn look(text: &str, range: Range<usize>, scene: Scene, speller: Speller) -> Vec<Verdict> {
    // What a part of a long text repeats of the part before is context for its first lines; a cell of a list has none.
    let first = if range.end == text.len() { 0 } else { range.start };
    let finder = Finder { text, first, range: range.clone(), scene, speller };
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rest = text.as_bytes().get(at..range.end).unwrap_or_default();
        let here = at..memchr::memchr(b'\n', rest).map_or(range.end, |n| at + n);
        let line = text.get(here.clone()).unwrap_or_default();
        at = here.end + 1;
        // Most lines of Chinese text have no Latin letter at all.
        let full_width = || scene.is_name() && line.len() <= SIGN && line.chars().any(is_full_width);
        if !has_letter(line) && !full_width() {
            continue;
        }
        if memchr::memchr(b'<', line.as_bytes()).is_some() && line.contains("<rt") {
            found.extend(ruby::look(text, here, scene, speller));
        } else if !scene.is_name() || line.len() > SIGN {
            finder.prose(here.clone(), &mut found);
            if has_mark(line) {
                found.extend(replaced::marked(text, here));
            }
        } else if has_han(line) {
            finder.inside(here.clone(), &mut found);
            found.extend(replaced::look(text, here));
        } else {
            found.extend(finder.beside(here.clone()).or_else(|| finder.alone(here)));
        }
    }
    found
}

#[derive(Debug, Clone)]
struct Finder<'a> {
    text: &'a str,
    /// Where context begins.
    first: usize,
    range: Range<usize>,
    scene: Scene,
    speller: Speller<'a>,
}

impl Finder<'_> {
    fn judge(&self, hanzi: Range<usize>, latin: Range<usize>, bond: Bond) -> Outcome {
        judge(&Pair { text: self.text, hanzi, latin, scene: self.scene, bond }, self.speller)
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// A line of text that is no name: most Latin letters in it are no pinyin, and what is cheap to tell is told first.
    fn prose(&self, line: Range<usize>, found: &mut Vec<Verdict>) {
        let short = line.len() <= SIGN;
        if !has_han(self.slice(line.clone())) {
            found.extend(Some(line).filter(|l| short && is_pinyin(self.slice(l.clone()))).and_then(|l| self.beside(l)));
            return;
        }
        let from = line.start;
        let mut at = from;
        let mut brackets = false;
        while let Some(open) = memchr::memchr2(b'(', 0xBC, self.slice_bytes(at..line.end)).map(|n| at + n) {
            at = open + 1;
            let inside = self.bracketed(open, &line);
            brackets |= inside.is_some();
            if let Some(inside) = inside.filter(|r| is_pinyin(self.slice(r.clone()))) {
                let before = self.slice(from..inside.start).trim_end_matches(['(', '（']).trim_end();
                let start = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(LONGEST).last();
                let hanzi = start.map(|(n, _)| from + n..from + before.len());
                found.extend(hanzi.and_then(|hanzi| self.bracket(hanzi, inside, false)));
            }
        }
        // A name with its spelling beside it, and nothing else.
        let trimmed = self.slice(line.clone()).trim();
        let beside = trimmed.starts_with(is_part) || trimmed.ends_with(is_part);
        if short && !brackets && beside {
            self.inside(line, found);
        }
    }

    fn slice_bytes(&self, range: Range<usize>) -> &[u8] {
        self.text.as_bytes().get(range).unwrap_or_default()
    }

    /// What stands between a bracket that opens at this byte (the second of the full-width one) and its end, if that is
    /// Latin and near.
    fn bracketed(&self, open: usize, line: &Range<usize>) -> Option<Range<usize>> {
        let start = match self.text.as_bytes().get(open)? {
            b'(' => open + 1,
            // U+FF08 is EF BC 88.
            _ if self.slice_bytes(open.checked_sub(1)?..open + 2) == "（".as_bytes() => open + 2,
            _ => return None,
        };
        let rest = self.slice(start..line.end);
        let end = rest.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ')' | '）')).map(|(n, _)| start + n)?;
        self.slice(start..end).starts_with(is_part).then_some(start..end)
    }

    /// The lines above and below; other letters between (a translation) are passed over once.
    fn neighbours(&self, line: &Range<usize>) -> [Option<Range<usize>>; 2] {
        let is_latin = |r: &Range<usize>| has_letter(self.slice(r.clone())) && !has_han(self.slice(r.clone()));
        let above = self.above(line);
        let above = above.filter(is_latin).and_then(|r| self.above(&r)).or_else(|| self.above(line));
        let below = self.below(line);
        let below = below.filter(is_latin).and_then(|r| self.below(&r)).or_else(|| self.below(line));
        [above, below]
    }

    fn above(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let last = line.start.checked_sub(1)?;
        let bytes = self.text.as_bytes().get(..last)?;
        Some(memchr::memrchr(b'\n', bytes).map_or(0, |n| n + 1)..last).filter(|_| line.start > self.first)
    }

    fn below(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let next = line.end + 1;
        let end = self.range.end;
        (next < end).then(|| next..memchr::memchr(b'\n', self.slice_bytes(next..end)).map_or(end, |n| next + n))
    }

    /// A line of letters belongs to the line above it, as on signs, or to the one below, as in primers.
    fn beside(&self, line: Range<usize>) -> Option<Verdict> {
        let latin = trimmed(self.text, line.clone());
        let [above, below] = self.neighbours(&line);
        let order = if self.scene == Scene::Teaching { [below, above] } else { [above, below] };
        let bond = match self.scene {
            Scene::PlaceName => Bond::Stated,
            _ => Bond::Sign,
        };
        let is_name = |other: &Range<usize>| {
            let hanzi = self.slice(other.clone());
            hanzi.len() <= SIGN && !has_letter(hanzi) && has_han(hanzi)
        };
        let names = order.into_iter().flatten().map(|r| trimmed(self.text, r)).filter(is_name);
        nearest(names.map(|name| self.judge(name, latin.clone(), bond)))
    }

    /// A sign that has nothing but letters, where they are pinyin and no short foreign name.
    fn alone(&self, line: Range<usize>) -> Option<Verdict> {
        let near = self.neighbours(&line).into_iter().flatten();
        // At the end of a part of a long text the characters may stand in the next part.
        let cut = line.end == self.range.end && self.range.end > PART;
        if line.len() > SIGN || cut || near.into_iter().any(|r| has_han(self.slice(r))) {
            return None;
        }
        let latin = trimmed(self.text, line);
        let letters = Latin::read(self.text, latin.clone());
        let words = letters.words();
        let count: usize = words.iter().map(|w| syllables(&letters.string(w.clone()))).sum::<Option<usize>>()?;
        let written = self.slice(latin.clone()).to_owned();
        let enough = count > 2 || (count == 2 && words.len() == 2);
        enough.then(|| Verdict::bare(latin, Fault::Alone, Level::Suspected, written))
    }

    /// Characters and letters on one line.
    fn inside(&self, line: Range<usize>, found: &mut Vec<Verdict>) {
        let is_sign = line.len() <= SIGN && self.scene.is_name();
        let runs = runs(self.text, line.clone());
        let han = runs.iter().filter(|r| r.is_han).count();
        for (n, run) in runs.iter().enumerate().filter(|(_, r)| !r.is_han) {
            let before = n.checked_sub(1).and_then(|n| runs.get(n)).filter(|r| r.is_han);
            let after = runs.get(n + 1).filter(|r| r.is_han);
            let between = |a: usize, b: usize| self.slice(a..b);
            let bracketed = before.is_some_and(|b| opens(between(b.range.end, run.range.start)))
                && self.slice(run.range.end..line.end).trim_start().starts_with([')', '）', ']', '】']);
            let apart = |a: usize, b: usize| {
                let gap = between(a, b);
                !gap.is_empty()
                    && gap.chars().all(|c| c.is_whitespace() || matches!(c, '/' | '|' | '·' | ':' | '：' | '，' | '-'))
            };
            let verdict = if bracketed {
                before.and_then(|b| self.bracket(b.range.clone(), run.range.clone(), is_sign))
            } else if han == 1 && line.len() <= SIGN && (is_sign || is_pinyin(self.slice(run.range.clone()))) {
                let other = before
                    .filter(|b| apart(b.range.end, run.range.start))
                    .or(after.filter(|a| apart(run.range.end, a.range.start)));
                other.and_then(|o| self.whole(o.range.clone(), run.range.clone()))
            } else {
                None
            };
            found.extend(verdict);
        }
    }

    fn whole(&self, hanzi: Range<usize>, latin: Range<usize>) -> Option<Verdict> {
        let bond = if self.scene.is_name() { Bond::Sign } else { Bond::Prose };
        match self.judge(hanzi, latin, bond) {
            Outcome::Wrong(verdict, _) => Some(verdict),
            _ => None,
        }
    }

    /// Letters in brackets spell the end of what stands before: as many characters as they have syllables.
    fn bracket(&self, hanzi: Range<usize>, latin: Range<usize>, is_sign: bool) -> Option<Verdict> {
        if is_sign && let Some(found) = self.whole(hanzi.clone(), latin.clone()) {
            return Some(found);
        }
        let letters = Latin::read(self.text, latin.clone());
        if letters.has_tones() && hanzi.len() <= SIGN {
            return self.annotated(hanzi, latin, &letters);
        }
        let count: usize = letters.words().into_iter().map(|w| syllables(&letters.string(w))).sum::<Option<usize>>()?;
        let starts: Vec<usize> = self.slice(hanzi.clone()).char_indices().map(|(at, _)| hanzi.start + at).collect();
        // An apostrophe left out makes one syllable of two.
        let starts = [count, count + 1].into_iter().filter_map(|n| starts.get(starts.len().checked_sub(n)?));
        nearest(starts.map(|start| self.judge(*start..hanzi.end, latin.clone(), Bond::Prose)))
    }

    /// 着（zháo）急: an annotation belongs to the characters before it, read in their words, which may go on behind it.
    fn annotated(&self, hanzi: Range<usize>, latin: Range<usize>, letters: &Latin) -> Option<Verdict> {
        let before = self.slice(hanzi.clone());
        let behind = self.slice(latin.end..self.range.end).trim_start_matches([' ', ')', '）']);
        let end =
            behind.char_indices().take(4).take_while(|(_, c)| is_han(*c)).last().map_or(0, |(n, c)| n + c.len_utf8());
        let base = format!("{before}{}", behind.get(..end).unwrap_or_default());
        let syllables: usize = letters.words().into_iter().map(|w| syllables(&letters.string(w)).unwrap_or(1)).sum();
        let (start, _) = before.char_indices().rev().take(syllables).last()?;
        within::judge(self.text, &base, start..before.len(), latin, &self.speller.text(&base), self.scene)
    }
}

/// What is wrong with the letters as a spelling of the name they fit best; nothing where they fit one of them.
fn nearest(outcomes: impl Iterator<Item = Outcome>) -> Option<Verdict> {
    let mut best: Option<(Verdict, u32)> = None;
    for outcome in outcomes {
        match outcome {
            Outcome::Right => return None,
            Outcome::Wrong(verdict, distance) if best.as_ref().is_none_or(|(_, d)| distance < *d) => {
                best = Some((verdict, distance));
            }
            _ => {}
        }
    }
    best.map(|(verdict, _)| verdict)
}

/// A stretch of a text without the blanks around it.
#[must_use]
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

fn opens(gap: &str) -> bool {
    matches!(gap.trim(), "(" | "（" | "[" | "【")
}

/// Whether a line has a letter.
fn has_letter(line: &str) -> bool {
    first_letter(line.as_bytes()).is_some()
}

/// Where the first ASCII letter stands; compiled to a comparison of whole vectors.
#[must_use]
pub fn first_letter(bytes: &[u8]) -> Option<usize> {
    let letters = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | (b | 0x20).wrapping_sub(b'a').lt(&26));
    let chunk = bytes.chunks(64).position(letters)? * 64;
    let within = bytes.get(chunk..)?.iter().position(u8::is_ascii_alphabetic)?;
    Some(chunk + within)
}

fn is_full_width(c: char) -> bool {
    matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether a line may have a tone mark: nothing else in Chinese text begins with these bytes of UTF-8.
fn has_mark(line: &str) -> bool {
    let marks = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | b.wrapping_sub(0xC3).lt(&5));
    line.as_bytes().chunks(64).any(marks)
}

/// Whether Latin text could be the spelling of a name as it stands: tones, or legal syllables and English generics. What is
/// no syllable at all is looked for on signs only.
fn is_pinyin(text: &str) -> bool {
    let text = text.trim();
    if text.len() > SIGN || text.chars().any(|c| c.is_ascii_digit() && !matches!(c, '1'..='5')) {
        return false;
    }
    let letters = Latin::read(text, 0..text.len());
    let spelt = |word: Range<usize>| syllables(&letters.string(word).replace('v', "ü")).is_some();
    let generic = |word: Range<usize>| names().english.contains_key(letters.string(word).as_str());
    letters.has_tones() || letters.words().into_iter().all(|word| spelt(word.clone()) || generic(word))
}
