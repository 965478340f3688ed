//! Pinyin beside Chinese characters: found, aligned with them character by character, and judged.

mod align;
mod find;
mod judge;
mod latin;
mod pair;
mod replaced;
mod ruby;
mod runs;
mod stretch;
mod tone;
mod within;

pub use align::syllables;
pub use find::{first_letter, look, trimmed};
pub use judge::{Part, Verdict};
pub use pair::{Bond, Outcome, Pair, judge};
