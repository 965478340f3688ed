//! Names and their spellings in two columns of a list: which is which, and where they do not go together.

use super::header::{RawRow, has_han};
use crate::document::{Column, LossKind, PairTrouble, Role, Sheet};

/// Turns round the columns of names and spellings whose cells say that their headers are mixed up: four fifths of
/// those rows of the sample that hold something in both. Returns the headers.
pub(super) fn swap(columns: &mut [Column], body: &[RawRow]) -> Vec<(String, String)> {
    let sheet = Sheet { columns: columns.to_vec(), ..Sheet::default() };
    let mut swapped = Vec::new();
    for (names, spellings) in pairs(&sheet) {
        let filled = body.iter().filter(|(_, row)| [names, spellings].iter().all(|at| !cell(row, *at).is_empty()));
        let (mut rows, mut crossed) = (0, 0);
        for (_, row) in filled {
            rows += 1;
            crossed += usize::from(is_crossed(cell(row, names), cell(row, spellings)));
        }
        if rows > 0 && crossed * 5 >= rows * 4 {
            let role = columns.get(names).map(|column| column.role).unwrap_or_default();
            let mut header = |at: usize, role: Role| {
                let column = columns.get_mut(at)?;
                column.role = role;
                Some(column.header.clone())
            };
            swapped.extend(header(names, Role::Spelling).zip(header(spellings, role)));
        }
    }
    swapped
}

/// Counts what is the matter with the pairs of a sheet.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pairs: Vec<Pair>,
}

/// A column of names, one of spellings, and for each trouble the rows and the first of them.
#[derive(Debug)]
struct Pair {
    names: usize,
    spellings: usize,
    counts: [(u64, u64); TROUBLES.len()],
}

const TROUBLES: [PairTrouble; 6] = [
    PairTrouble::NoSpelling,
    PairTrouble::NoName,
    PairTrouble::Crossed,
    PairTrouble::Mixed,
    PairTrouble::Digits,
    PairTrouble::Uncompared,
];

/// Characters beyond which nothing is a name.
const LONGEST: usize = 64;

impl Tally {
    /// Makes the columns of a sheet known, at the start and when it has grown wider.
    pub(super) fn watch(&mut self, sheet: &Sheet) {
        for (names, spellings) in pairs(sheet) {
            if !self.pairs.iter().any(|pair| pair.spellings == spellings) {
                self.pairs.push(Pair { names, spellings, counts: Default::default() });
            }
        }
    }

    /// Looks at a row.
    pub(super) fn row(&mut self, number: u64, values: &[String]) {
        for pair in &mut self.pairs {
            let found = trouble(cell(values, pair.names), cell(values, pair.spellings));
            let slot = found.and_then(|found| pair.counts.get_mut(found as usize));
            if let Some((rows, first)) = slot {
                *first = if *rows == 0 { number } else { *first };
                *rows += 1;
            }
        }
    }

    /// What there is to say of them.
    pub(super) fn losses(&self, sheet: &Sheet) -> Vec<LossKind> {
        let mut losses = Vec::new();
        for Pair { spellings, counts, .. } in &self.pairs {
            let header = sheet.columns.get(*spellings).map(|column| column.header.clone()).unwrap_or_default();
            for (trouble, (rows, first)) in TROUBLES.into_iter().zip(*counts).filter(|(_, (rows, _))| *rows > 0) {
                losses.push(LossKind::Pairs { trouble, column: header.clone(), rows, first });
            }
        }
        losses
    }
}

/// The columns of names and of their spellings.
fn pairs(sheet: &Sheet) -> Vec<(usize, usize)> {
    let spellings = sheet.columns.iter().filter(|column| column.role == Role::Spelling);
    spellings.filter_map(|column| Some((sheet.names_of(column.index)?, column.index))).collect()
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", |value| value.trim())
}

fn trouble(name: &str, spelling: &str) -> Option<PairTrouble> {
    match (name.is_empty(), spelling.is_empty()) {
        (true, true) => None,
        (true, false) => Some(PairTrouble::NoName),
        (false, true) => has_han(name).then_some(PairTrouble::NoSpelling),
        _ if is_crossed(name, spelling) => Some(PairTrouble::Crossed),
        _ if has_han(spelling) => Some(PairTrouble::Mixed),
        _ if has_tone_digits(spelling) => Some(PairTrouble::Digits),
        _ => {
            let lettered = name.contains(|c: char| c.is_ascii_alphabetic());
            (lettered || name.chars().nth(LONGEST).is_some()).then_some(PairTrouble::Uncompared)
        }
    }
}

fn is_crossed(name: &str, spelling: &str) -> bool {
    has_han(spelling) && !has_han(name) && name.chars().any(char::is_alphabetic)
}

/// Whether a digit from 1 to 5 follows a letter that can end a syllable, and no other digit: `lu4`, but neither
/// `S305` nor `Jing 5 Lu`.
fn has_tone_digits(spelling: &str) -> bool {
    let chars: Vec<char> = spelling.chars().collect();
    chars.windows(2).enumerate().any(|(at, pair)| {
        let next = chars.get(at + 2).copied().unwrap_or(' ');
        matches!(pair, [letter, digit] if "aeiouüvngrAEIOUÜVNGR".contains(*letter) && ('1'..='5').contains(digit))
            && !next.is_ascii_digit()
            && at > 0
            && chars.get(at - 1).is_some_and(|c| c.is_alphabetic())
    })
}
