//! Signs: whether there is Chinese on them, and whether it comes first.

use super::letters::{is_foreign, words};
use super::{Reporter, Sight};
use crate::check::spelling::trimmed;
use crate::data::chars::is_han;
use crate::data::shape::Native;
use crate::lexicon::Lexicon;
use crate::rule::Registry;
use std::ops::Range;

/// Bytes beyond which a line is running text and no sign.
const SIGN: usize = 240;
/// Lines that are a list of signs, where so many of them hold Chinese for one that does not.
const LIST: usize = 4;
/// Letters that take the room of one Chinese character.
const LETTERS: usize = 2;

/// Looks at the signs in `range` of a text; empty lines stand between them.
pub fn look(text: &str, range: Range<usize>, lexicon: &Lexicon, registry: &Registry, sight: &mut Sight) {
    let mut sign: Vec<Range<usize>> = Vec::new();
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split('\n') {
        let here = trimmed(text, at..at + line.len());
        at += line.len() + 1;
        if here.is_empty() {
            one(text, &sign, lexicon, registry, sight);
            sign.clear();
        } else {
            sign.push(here);
        }
    }
    one(text, &sign, lexicon, registry, sight);
}

/// Looks at the lines of one sign, or of several where no empty line keeps them apart.
fn one(text: &str, lines: &[Range<usize>], lexicon: &Lexicon, registry: &Registry, sight: &mut Sight) {
    let foreign = lines.iter().filter(|line| !has_han(text, line)).count();
    let chinese = foreign < lines.len();
    // A line or two of another language belong to the Chinese above them, unless the lines are a list of signs.
    let without = match chinese {
        false => Some(Native::ForeignOnly),
        true => Some(Native::ForeignLine).filter(|_| lines.len() >= LIST && foreign * LIST <= lines.len()),
    };
    let without = without.and_then(|function| Reporter::new(function, lexicon, registry));
    let first = Reporter::new(Native::ForeignFirst, lexicon, registry);
    for line in lines.iter().filter(|line| line.len() <= SIGN && !is_address(text, line)) {
        let is_alien = |reporter: &Reporter, word: Range<usize>| {
            is_foreign(text.get(word.clone()).unwrap_or_default()) && !reporter.keeps(&word, sight)
        };
        let found = if has_han(text, line) {
            let head = head(text, line);
            let reporter = first.as_ref().filter(|r| words(text, head.clone()).any(|word| is_alien(r, word)));
            reporter.filter(|_| outweighs(text, &head, line)).map(|r| r.candidate(head))
        } else {
            // What a table knows as a whole is a candidate too, and kept with its reason.
            let known = |r: &&Reporter| r.keeps(line, sight);
            let alien = |r: &&Reporter| words(text, line.clone()).any(|word| is_alien(r, word));
            without.as_ref().filter(|r| alien(r) || (known(r) && !chinese)).map(|r| r.candidate(line.clone()))
        };
        sight.candidates.extend(found);
    }
}

fn has_han(text: &str, at: &Range<usize>) -> bool {
    text.get(at.clone()).unwrap_or_default().chars().any(|c| is_han(c as u32))
}

/// What stands before the first Chinese character.
fn head(text: &str, line: &Range<usize>) -> Range<usize> {
    let inside = text.get(line.clone()).unwrap_or_default();
    let end = inside.find(|c| is_han(c as u32)).unwrap_or(inside.len());
    trimmed(text, line.start..line.start + end)
}

/// Whether the letters before the Chinese take more room than the Chinese; text shows no sizes.
fn outweighs(text: &str, head: &Range<usize>, line: &Range<usize>) -> bool {
    let count =
        |at: &Range<usize>, of: fn(&char) -> bool| text.get(at.clone()).unwrap_or_default().chars().filter(of).count();
    count(head, |c| c.is_alphabetic()) > LETTERS * count(line, |c| is_han(*c as u32))
}

fn is_address(text: &str, line: &Range<usize>) -> bool {
    let line = text.get(line.clone()).unwrap_or_default();
    ["@", "://", "www.", ".com", ".cn", ".net", ".org"].iter().any(|part| line.contains(part))
}
