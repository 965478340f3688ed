//! Speed of spelling running text, in bytes of text a second, and of comparing names with their spellings, in pairs a second,
//! on one thread: `cargo bench --bench pinyin`.

#![allow(clippy::unwrap_used, missing_docs)]

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use zhengzi::check::spelling::{Bond, Pair, judge};
use zhengzi::document::Scene;
use zhengzi::lexicon::Lexicon;
use zhengzi::spelling::{Case, Speller, Tone};

fn main() {
    divan::main();
}

/// Lines of our own documents.
fn lines() -> Vec<&'static str> {
    let sources = [include_str!("../README.zh-CN.md"), include_str!("../rules/basis.toml")];
    let lines = sources.into_iter().flat_map(str::lines);
    lines.filter(|line| line.chars().filter(|c| !c.is_ascii()).count() > 8).collect()
}

#[divan::bench]
fn text(bencher: Bencher) {
    let lexicon = Lexicon::builtin();
    let speller = Speller::new(&lexicon);
    let lines = lines();
    let bytes: usize = lines.iter().map(|line| line.len()).sum();
    divan::black_box(speller.text("先读表"));
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| lines.iter().map(|line| speller.text(line).render(Tone::Mark, Case::Standard).len()).sum::<usize>());
}

/// Divisions over their spellings; every third is run together, as signs do.
fn pairs(speller: Speller) -> Vec<(String, usize)> {
    let table = include_str!("../dictionaries/places/divisions.tsv").lines().filter(|line| !line.starts_with('#'));
    let names = table.filter_map(|line| line.split('\t').nth(1)).enumerate();
    let pair = |(n, name): (usize, &str)| {
        let spelt = speller.place(name).first().map(|s| s.render(Tone::None, Case::Standard)).unwrap_or_default();
        let spelt = if n % 3 == 0 { spelt.replace(' ', "") } else { spelt };
        (format!("{name}\n{spelt}"), name.len())
    };
    names.map(pair).collect()
}

#[divan::bench]
fn compare(bencher: Bencher) {
    let lexicon = Lexicon::builtin();
    let speller = Speller::new(&lexicon);
    let pairs = pairs(speller);
    bencher.counter(ItemsCount::new(pairs.len())).bench(|| {
        for (text, name) in &pairs {
            let (hanzi, latin) = (0..*name, name + 1..text.len());
            divan::black_box(judge(&Pair { text, hanzi, latin, scene: Scene::PlaceName, bond: Bond::Listed }, speller));
        }
    });
}
