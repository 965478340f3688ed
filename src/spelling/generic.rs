//! The generic (通名) at the end of a place name.

use super::tables::{Generic, names};

/// Characters of the longest generic.
const LONGEST: usize = 9;

/// The longest generic that a name ends with and does not consist of: the generic, and what is known of it.
#[must_use]
pub fn generic_of(name: &str) -> Option<(&str, Generic)> {
    let length = name.chars().count();
    let starts = name.char_indices().map(|(at, _)| at).skip(length.saturating_sub(LONGEST).max(1));
    let tails = starts.filter_map(|at| name.get(at..));
    tails.into_iter().find_map(|tail| names().generics.get(tail).map(|generic| (tail, *generic)))
}
