//! Speed of spelling running text, in bytes of text a second on one thread: `cargo bench --bench pinyin`.

#![allow(clippy::unwrap_used, missing_docs)]

use divan::Bencher;
use divan::counter::BytesCount;
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
