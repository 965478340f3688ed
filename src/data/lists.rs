//! Tables that are read whole: words with their counts, and rows as they stand.

use super::confusions::PairOdds;
use super::table::{Row, Table};
use super::weights::Weights;
use std::collections::{BTreeMap, BTreeSet};

/// Words and their counts.
pub fn counts(table: &Table) -> Vec<(String, String)> {
    table.rows.iter().map(|row| (cell(table, row, "word"), cell(table, row, "count"))).collect()
}

/// The lines of a list in the order of their first words, so that a word is found without reading them all.
pub fn sorted(list: &str) -> String {
    let mut lines: Vec<&str> = list.split_inclusive('\n').collect();
    lines.sort_by_key(|line| line.split(' ').next());
    lines.concat()
}

/// How often pairs of characters are to be met, by the counted words.
pub fn pair_odds(table: &Table) -> PairOdds {
    PairOdds::new(table.rows.iter().map(|row| (row.cells[0], row.cells[1].parse().unwrap_or_default())))
}

/// The counted words of the segmenter and the words of the fields and of wrong forms, which have no count: as if seen a
/// few times.
pub fn weights(tables: &BTreeMap<String, Table>) -> Weights {
    const SHORT: u64 = 200;
    const LONG: u64 = 100;
    let mut words: BTreeMap<&str, u64> = BTreeMap::new();
    const NAMES: [&str; 9] = [
        "words/confusions", "words/name-confusions", "words/idioms", "words/idiom-like", "words/sayings",
        "words/set-phrases", "words/protected", "names/time-honoured", "places/divisions",
    ];
    let uncounted = |name: &str| name.starts_with("fields/") || NAMES.contains(&name);
    for table in tables.values().filter(|table| uncounted(&table.name)) {
        let key = table.column("name").filter(|_| table.name == "places/divisions").unwrap_or(0);
        for row in &table.rows {
            words.insert(row.cells[key], if row.cells[key].chars().count() > 2 { LONG } else { SHORT });
        }
    }
    for row in tables.get("words/segmentation").map_or(&[][..], |table| &table.rows) {
        words.insert(row.cells[0], row.cells[1].parse().unwrap_or(1));
    }
    Weights::build(words.into_iter())
}

/// Names of divisions, as words for the segmenter: the full ones, and those of three characters or more without their
/// generic. Shorter ones are too easily a part of something else (三门, 上高).
pub fn divisions(tables: &BTreeMap<String, Table>, known: &Table) -> String {
    const COUNT: u32 = 20;
    let Some(table) = tables.get("places/divisions") else { return String::new() };
    let known: BTreeSet<&str> = known.rows.iter().map(|row| row.cells[0]).collect();
    let mut words = BTreeSet::new();
    for row in &table.rows {
        let name = table.cell(row, "name");
        words.insert(name);
        words.extend(name.strip_suffix(['省', '市', '县', '区', '旗']));
    }
    let new = words.into_iter().filter(|word| word.chars().count() > 2 && !known.contains(word));
    new.map(|word| format!("{word} {COUNT} ns\n")).collect()
}

/// Whether the speller or the parser of enterprise names reads the table row by row.
pub fn is_list(table: &Table) -> bool {
    ["enterprise/", "pinyin/", "places/"].iter().any(|folder| table.name.starts_with(folder))
        || ["chars/tgscc", "names/given", "names/common-surnames", "names/surnames", "names/titles", "names/undivided"]
            .contains(&table.name.as_str())
}

/// The rows as they stand, a line each, with `between` between the cells.
pub fn rows(table: &Table, between: &str) -> String {
    table.rows.iter().flat_map(|row| [row.cells.join(between), "\n".to_owned()]).collect()
}

/// A cell of a row.
pub fn cell(table: &Table, row: &Row, column: &str) -> String {
    table.cell(row, column).to_owned()
}
