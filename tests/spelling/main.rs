//! Spelling by the rules: names that stand in no table, and laws that hold for every name.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "a test may say what it knows")]

mod persons;
mod places;
mod words;

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;
use zhengzi::lexicon::Lexicon;
use zhengzi::spelling::{Case, Spelling, Tone};

pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// Every cell of the tables of names and places.
static LISTED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries");
    let tables = ["names", "places"].map(|name| std::fs::read_dir(folder.join(name)).unwrap());
    let mut cells = HashSet::new();
    for table in tables.into_iter().flatten() {
        let text = std::fs::read_to_string(table.unwrap().path()).unwrap();
        cells.extend(text.lines().flat_map(|line| line.split('\t')).map(str::to_owned));
    }
    cells
});

pub fn written(spelling: &Spelling) -> String {
    spelling.render(Tone::Mark, Case::Standard)
}

/// Holds names to their spellings, a pair a line, and to standing in no table; returns how many there are.
pub fn hold(list: &str, spell: impl Fn(&str) -> Vec<Spelling>) -> usize {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in list.lines().filter(|line| !line.is_empty()) {
        let (name, want) = line.split_once(' ').unwrap();
        assert!(!LISTED.contains(name), "{name} stands in a table");
        let got: Vec<String> = spell(name).iter().map(written).collect();
        if got.first().map(String::as_str) != Some(want) {
            wrong.push(format!("{name}: {want} expected, got {got:?}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    count
}

/// What every spelling of every name must be: each Chinese character in one unit, no two alike, capitals first, NFC.
pub fn laws(name: &str, spellings: &[Spelling]) {
    let mut seen = HashSet::new();
    for spelling in spellings {
        assert!(seen.insert(written(spelling)), "{name}: {} twice", written(spelling));
        let mut at = 0;
        for unit in &spelling.units {
            assert!(unit.at.start >= at && unit.at.end > unit.at.start, "{name}: units out of order");
            let gap = name.get(at..unit.at.start).unwrap();
            assert!(!gap.chars().any(is_han), "{name}: {gap} is not spelt");
            at = unit.at.end;
        }
        assert!(!name.get(at..).unwrap().chars().any(is_han), "{name}: the end is not spelt");
        // The marked letters are single characters; what is no Chinese passes as it is.
        let composed = |text: &str| !text.contains(|c| ('\u{300}'..'\u{370}').contains(&c));
        assert!(composed(&written(spelling)) || !composed(name), "{name}: not composed");
    }
}

fn is_han(char: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&char)
}
