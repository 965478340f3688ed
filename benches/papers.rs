//! Papers of ten thousand problems: `cargo bench --bench papers`. The ledger and the report alone, then with a notice for each unit.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/papers/view.rs"]
mod view;

use divan::Bencher;
use view::Make;
use zhengzi::case::view::Verdict;
use zhengzi::papers::{Options, write};

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5)]
fn ledger_of_ten_thousand(bencher: Bencher) {
    let mut view = Make { units: 2_000, problems: 5, evil: false }.view();
    view.problems.iter_mut().for_each(|problem| problem.verdict = Verdict::Pending);
    let folder = tempfile::tempdir().unwrap();
    bencher.bench(|| write(&view, folder.path(), &Options::default()).unwrap());
}

#[divan::bench(sample_count = 3)]
fn a_hundred_notices(bencher: Bencher) {
    let view = Make { units: 100, problems: 5, evil: false }.view();
    let folder = tempfile::tempdir().unwrap();
    bencher.bench(|| write(&view, folder.path(), &Options::default()).unwrap());
}
