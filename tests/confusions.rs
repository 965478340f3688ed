//! The index of wrong forms finds exactly what a slow search finds.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use zhengzi::data::confusions::{ConfusionBuilder, ConfusionIndex, PairOdds, Refused};

fn odds() -> PairOdds {
    PairOdds::new([("菠菜", 60.0), ("包子", 50.0), ("的", 900.0)].into_iter())
}

const WORDS: &[(&str, &[&str])] = &[
    ("菠菜", &["波菜", "菠才"]),
    ("菜包", &["才包", "菜饱"]),
    ("事务所", &["实物所", "事务锁"]),
    ("水蒸包子", &["水蒸饱子", "水正包子", "谁蒸包子"]),
    ("𬬻子菜", &["𬬻子才"]),
];

fn index() -> ConfusionIndex {
    let mut builder = ConfusionBuilder::default();
    for (right, wrong) in WORDS {
        let word = builder.word(right);
        for (n, wrong) in wrong.iter().enumerate() {
            builder.add(word, wrong, n as u16, &odds()).unwrap();
        }
    }
    builder.build()
}

/// `(start, wrong form's bytes, right word, match block)` of everything found.
fn found(index: &ConfusionIndex, text: &str) -> Vec<(usize, usize, String, u16)> {
    let mut hits = Vec::new();
    let pairs = text.char_indices().zip(text.chars().skip(1));
    index.find(text, pairs.map(|((at, a), b)| (at as u32, a, b)), &mut hits);
    let all = hits.iter().map(|&(start, form)| {
        (start as usize, index.length(form), index.right(form).to_owned(), index.matcher(form).unwrap())
    });
    let mut all: Vec<_> = all.collect();
    all.sort();
    all
}

fn slowly(text: &str) -> Vec<(usize, usize, String, u16)> {
    let forms = WORDS
        .iter()
        .flat_map(|(right, wrong)| wrong.iter().enumerate().map(move |(n, wrong)| (*right, *wrong, n as u16)));
    let mut all: Vec<_> = forms
        .flat_map(|(right, wrong, n)| {
            text.match_indices(wrong).map(move |(at, _)| (at, wrong.len(), right.to_owned(), n)).collect::<Vec<_>>()
        })
        .collect();
    all.sort();
    all
}

#[test]
fn finds_what_a_slow_search_finds() {
    let texts = [
        "新鲜波菜和菠才",
        "才包菜饱波菜",
        "会计实物所旁的事务锁",
        "水蒸饱子、水正包子、谁蒸包子",
        "𬬻子才",
        "𬬻子才包",
        "波",
        "才",
        "",
        "菠菜菜包事务所水蒸包子",
        "实物 所",
    ];
    for text in texts {
        assert_eq!(found(&index(), text), slowly(text), "{text}");
    }
    assert_eq!(found(&index(), "新鲜波菜").len(), 1);
}

#[test]
fn a_form_is_refused_that_is_no_replacement() {
    let mut builder = ConfusionBuilder::default();
    let word = builder.word("菠菜汤");
    let mut add = |wrong: &str| builder.add(word, wrong, 0, &odds());
    assert_eq!(add("菠菜汤"), Err(Refused::NotAReplacement), "nothing differs");
    assert_eq!(add("菠菜"), Err(Refused::NotAReplacement), "a character less");
    assert_eq!(add("波菜糖"), Err(Refused::NotAReplacement), "two apart");
    assert_eq!(add("𬬻菜汤"), Err(Refused::OutOfRange), "beyond the basic plane");
    assert_eq!(add("波才汤"), Ok(()));
}

#[test]
fn the_same_bytes_come_back() {
    let bytes = index().to_bytes();
    let again = ConfusionIndex::from_bytes(Box::leak(bytes.clone().into_boxed_slice())).unwrap();
    assert_eq!(again.to_bytes(), bytes);
    assert_eq!(found(&again, "新鲜波菜"), found(&index(), "新鲜波菜"));
    assert!(ConfusionIndex::from_bytes(&[1, 0, 0]).is_none());
}
