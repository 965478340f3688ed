//! The seal of a report: hashes and counts which it carries and which `zhengzi verify` computes again.
//!
//! A seal shows that a report was changed, by accident or by hand. It is no signature: who changes a report can also seal it anew.

mod check;
mod package;
mod recount;

pub use check::{Difference, Outcome, verify};
pub use package::package;

use blake3::Hasher;

/// Caption, which nobody sees, of a table whose rows are problems; the number of its other rows follows.
pub const PROBLEMS: &str = "zhengzi:problems+";
/// Caption, which nobody sees, of a table whose last row is the sum of the others.
pub const SUMS: &str = "zhengzi:sums";
/// Name under which the hash of the whole stands.
pub const SEAL: &str = "zhengzi.seal";
/// Name under which the counts stand: `problems=12 objects=40`.
pub const COUNTS: &str = "zhengzi.counts";
/// Start of the names under which the hash of each part stands.
const PART: &str = "zhengzi.part.";
/// Stands in a page where its hash is to be, while it is computed.
pub const BLANK: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// What stands before the hash in a page.
pub const PAGE: &str = "<meta name=\"zhengzi-seal\" content=\"";
/// What stands before the counts in a page.
pub const PAGE_COUNTS: &str = "<meta name=\"zhengzi-counts\" content=\"";
/// What stands before the hash at the end of a record.
pub const LINE: &str = ",\"seal\":\"";

/// Counts as a seal carries them: name, number.
pub type Counts<'a> = [(&'a str, u64)];

/// Seals a page: puts its hash where [`BLANK`] stands.
#[must_use]
pub fn page(html: &str) -> String {
    let hash = blake3::hash(html.as_bytes()).to_hex();
    html.replacen(&format!("{PAGE}{BLANK}"), &format!("{PAGE}{hash}"), 1)
}

/// Seals the last line of a record: `line` is the summary without its line feed, `hasher` has taken all lines before it.
pub fn last_line(hasher: &mut Hasher, line: &mut Vec<u8>) {
    hasher.update(line);
    let hash = hasher.finalize().to_hex();
    if line.pop() == Some(b'}') {
        line.extend_from_slice(format!("{LINE}{hash}\"}}").as_bytes());
    }
}

fn counts_text(counts: &Counts<'_>) -> String {
    counts.iter().map(|(name, number)| format!("{name}={number}")).collect::<Vec<_>>().join(" ")
}
