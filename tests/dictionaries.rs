//! The dictionaries themselves: complete, consistent with each other, and what the norms say they are.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use zhengzi::data::Sources;
use zhengzi::data::compile::compile;
use zhengzi::data::table::Table;

fn sources() -> Sources {
    fn collect(root: &Path, folder: &Path, into: &mut Sources) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, into);
            } else if path.extension().is_some_and(|e| e == "toml" || e == "tsv") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                into.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Sources::new();
    collect(root, &root.join("rules"), &mut sources);
    collect(root, &root.join("dictionaries"), &mut sources);
    sources
}

/// Key to row of one table.
fn table<'a>(sources: &'a Sources, name: &str) -> Table<'a> {
    let file = format!("dictionaries/{name}.tsv");
    Table::parse(name, &file, &sources[&file]).unwrap_or_else(|e| panic!("{e}"))
}

fn pairs(table: &Table, key: &str, target: &str) -> Vec<(String, String)> {
    let row = |row| {
        let key = table.cell(row, key).to_owned();
        table.cell(row, target).split_whitespace().map(|t| (key.clone(), t.to_owned())).collect::<Vec<_>>()
    };
    table.rows.iter().flat_map(row).collect()
}

fn standard(sources: &Sources) -> BTreeSet<String> {
    table(sources, "chars/tgscc").rows.iter().map(|r| r.cells[0].to_owned()).collect()
}

#[test]
fn everything_compiles_and_twice_the_same() {
    let sources = sources();
    let (a, b) = (compile(&sources).unwrap_or_else(|e| panic!("{e}")), compile(&sources).unwrap());
    assert_eq!(a.chars.to_bytes(), b.chars.to_bytes());
    assert_eq!(a.terms.to_bytes(), b.terms.to_bytes());
    assert_eq!(a.knowledge, b.knowledge);
}

#[test]
fn golden_counts_of_the_norms() {
    let sources = sources();
    let levels = table(&sources, "chars/tgscc");
    let mut by_level = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    for row in &levels.rows {
        *by_level.entry(levels.cell(row, "level")).or_insert(0) += 1;
        let number: u16 = levels.cell(row, "number").parse().unwrap();
        let level = if number <= 3500 {
            "1"
        } else if number <= 6500 {
            "2"
        } else {
            "3"
        };
        assert_eq!(levels.cell(row, "level"), level, "level of {}", row.cells[0]);
        numbers.insert(number);
    }
    assert_eq!(by_level, BTreeMap::from([("1", 3500), ("2", 3000), ("3", 1605)]));
    assert_eq!(numbers, (1..=8105).collect());
    assert_eq!(levels.rows.iter().filter(|r| r.cells[0] > "\u{FFFF}").count(), 196, "outside the BMP");

    let standard = standard(&sources);
    let trad = table(&sources, "chars/trad-to-standard");
    assert_eq!(trad.rows.len(), 2571, "distinct traditional forms");
    let own: Vec<&str> = trad.rows.iter().map(|r| r.cells[0]).filter(|c| standard.contains(*c)).collect();
    assert_eq!(own.len(), 8, "both standard and traditional: {own:?}");
    let variants = table(&sources, "chars/variant-to-standard");
    let own = variants.rows.iter().filter(|r| standard.contains(r.cells[0])).count();
    assert_eq!(own, 31, "both standard and variant");
    let no_code = variants.rows.iter().filter(|r| r.cells[0].starts_with(|c| ('\u{2FF0}'..='\u{2FFF}').contains(&c)));
    assert_eq!(no_code.count(), 5, "variants without a code point");

    assert_eq!(table(&sources, "chars/footnotes").rows.len(), 52);
    assert_eq!(table(&sources, "chars/limited-use").rows.len(), 8 + 31 + 1);
    assert_eq!(table(&sources, "chars/shared-forms").rows.len(), 74);
    let words = table(&sources, "words/variant-338");
    let count = |part| words.rows.iter().filter(|r| words.cell(r, "part") == part).count();
    assert_eq!((count("main"), count("annex")), (363, 43), "variants of GF 1001-2001 without the four void groups");
    let groups = |part: &str| {
        let rows = words.rows.iter().filter(|r| words.cell(r, "part") == part);
        rows.map(|r| words.cell(r, "group")).collect::<BTreeSet<_>>().len()
    };
    assert_eq!((groups("main"), groups("annex")), (338, 40));
}

/// The forms that answer to two standard characters: both are offered.
#[test]
fn twenty_forms_answer_to_two_standards() {
    let sources = sources();
    let mut answers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in ["chars/trad-to-standard", "chars/variant-to-standard"] {
        for (key, target) in
            pairs(&table(&sources, name), if name.contains("trad") { "traditional" } else { "variant" }, "standard")
        {
            answers.entry(key).or_default().insert(target);
        }
    }
    let two: BTreeSet<&str> = answers.iter().filter(|(_, a)| a.len() > 1).map(|(k, _)| k.as_str()).collect();
    let want = "訢 鑪 椏 蘋 麴 頫 勣 線 噁 鉅 閤 貲 逕 鍾 颺 讎 讐 妳 尅 粇";
    assert_eq!(two, want.split(' ').collect::<BTreeSet<_>>());
}

/// Every right-hand side that is one character is one of the 8,105; nothing maps to itself or in a chain.
#[test]
fn answers_are_standard() {
    let sources = sources();
    let standard = standard(&sources);
    let targets = [
        ("chars/trad-to-standard", "traditional", "standard"),
        ("chars/variant-to-standard", "variant", "standard"),
        ("chars/old-form", "form", "standard"),
        ("chars/second-scheme", "form", "standard"),
        ("chars/japanese", "form", "standard"),
        ("chars/korean", "form", "standard"),
        ("chars/analogy", "form", "standard"),
        ("chars/compat", "char", "standard"),
        ("chars/limited-use", "char", "other"),
        ("chars/units", "char", "standard"),
        ("words/variant-338", "variant", "recommended"),
        ("words/variant-264", "variant", "recommended"),
        ("words/limited-wrong", "word", "standard"),
    ];
    for (name, key, target) in targets {
        for (from, to) in pairs(&table(&sources, name), key, target) {
            assert_ne!(from, to, "{name}: {from} maps to itself");
            for c in to.chars().filter(|c| !c.is_ascii() && *c != '，') {
                assert!(standard.contains(&c.to_string()), "{name}: {from} → {to}: {c} is not a standard character");
            }
        }
    }
}

/// A form has one family: one wrong form is one finding.
#[test]
fn tables_of_wrong_forms_are_disjoint() {
    let sources = sources();
    let standard = standard(&sources);
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    let names =
        ["old-form", "second-scheme", "japanese", "korean", "analogy", "compat", "dialect", "net-chars", "decorative"];
    for name in ["trad-to-standard", "variant-to-standard"].into_iter().chain(names) {
        let table = table(&sources, &format!("chars/{name}"));
        for row in &table.rows {
            let key = row.cells[0];
            if name.ends_with("to-standard") {
                owner.insert(key.to_owned(), name);
                continue;
            }
            assert!(!standard.contains(key), "chars/{name}: {key} is a standard character");
            if let Some(other) = owner.insert(key.to_owned(), name) {
                panic!("{key} stands in chars/{other} and in chars/{name}: keep one");
            }
        }
    }
}

/// No recommended form is itself discouraged, so a correction is never reported again.
#[test]
fn recommended_forms_are_final() {
    let sources = sources();
    let words = table(&sources, "words/variant-338");
    let variants: BTreeSet<&str> = words.rows.iter().map(|r| r.cells[0]).collect();
    for row in &words.rows {
        let right = words.cell(row, "recommended");
        assert!(!variants.contains(right), "{} → {right}, which is itself a variant", row.cells[0]);
    }
}

/// A context in which a form is right never stands in the table of words in which it is wrong.
#[test]
fn keep_and_wrong_words_do_not_meet() {
    let sources = sources();
    let keep = table(&sources, "words/limited-keep");
    let wrong = table(&sources, "words/limited-wrong");
    let keep: BTreeSet<&str> = keep.rows.iter().map(|r| r.cells[0]).collect();
    for row in &wrong.rows {
        assert!(!keep.contains(row.cells[0]), "{} is both right and wrong", row.cells[0]);
        let limited = wrong.cell(row, "char");
        assert!(row.cells[0].contains(limited), "{} does not hold {limited}", row.cells[0]);
    }
}

#[test]
fn a_broken_table_is_refused_with_its_line() {
    let good = "# title: t\n# columns: a\tb\n# source: s\n# licence: facts\n# version: 1\n# checked: 2026-11-23\n# rows: 2\n# used-by: lexicon\n";
    let parse = |rows: &str| {
        Table::parse("x", "x.tsv", &format!("{good}{rows}")).map(|t| t.rows.len()).map_err(|e| (e.code, e.line))
    };
    assert_eq!(parse("一\t1\n丁\t2\n"), Ok(2));
    assert_eq!(parse("丁\t2\n一\t1\n"), Err(("R103", 10)));
    assert_eq!(parse("一\t1\n一\t2\n"), Err(("R103", 10)));
    assert_eq!(parse("一\t1\n丁\n"), Err(("R102", 10)));
    assert_eq!(parse("一\t1\n"), Err(("R104", 7)));
}
