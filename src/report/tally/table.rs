//! Tables of counts whose lines add up.

use super::{Counts, sum};
use crate::i18n::{Lang, Msg};
use crate::report::words::{self, fill};
use crate::text::sanitize;
use std::collections::BTreeMap;

/// Lines of a table before the others are summed up in one.
const MAX_LINES: usize = 50;

/// A table of counts by severity that any report can draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What is counted.
    pub title: Msg,
    /// Lines, the largest first, the last one the sum of all.
    pub lines: Vec<Line>,
}

/// A line of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the line counts, safe to show.
    pub label: String,
    /// Findings by severity.
    pub counts: Counts,
}

impl Line {
    /// Gives the sum over the severities.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

/// Lays counts out as a table whose lines add up to all findings.
pub fn table(
    title: Msg,
    values: &BTreeMap<String, Counts>,
    all: Counts,
    lang: Lang,
    label: impl Fn(&str) -> String,
) -> Table {
    let line =
        |(name, counts): (&String, &Counts)| Line { label: sanitize::line(&label(name)).into_owned(), counts: *counts };
    let mut lines: Vec<Line> = values.iter().map(line).collect();
    // The names are sorted already, and the sort keeps their order among equals.
    lines.sort_by_key(|line| std::cmp::Reverse(line.total()));
    if lines.len() > MAX_LINES {
        let rest = lines.split_off(MAX_LINES);
        let label = fill(words::THE_REST.get(lang), &[&rest.len()]);
        lines.push(Line { label, counts: rest.iter().fold([0; 4], |sum, line| plus(sum, line.counts)) });
    }
    let named = lines.iter().fold([0; 4], |sum, line| plus(sum, line.counts));
    let missing: Counts = std::array::from_fn(|slot| all[slot].saturating_sub(named[slot]));
    if sum(&missing) > 0 {
        lines.push(Line { label: words::UNSPECIFIED.get(lang).to_owned(), counts: missing });
    }
    if !lines.is_empty() {
        lines.push(Line { label: words::TOTAL.get(lang).to_owned(), counts: all });
    }
    Table { title, lines }
}

fn plus(a: Counts, b: Counts) -> Counts {
    std::array::from_fn(|slot| a[slot] + b[slot])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_add_up_also_where_some_are_summed_or_missing() {
        let values: BTreeMap<String, Counts> = (0..200).map(|n| (format!("{n:03}"), [n, 1, 0, 0])).collect();
        let all = [200 * 199 / 2 + 7, 200, 0, 0];
        let table = table(words::BY_UNIT, &values, all, Lang::Zh, str::to_owned);
        let lines = &table.lines[..table.lines.len() - 1];
        let last = &table.lines[lines.len()];
        assert_eq!(lines.iter().fold([0; 4], |sum, line| plus(sum, line.counts)), all);
        assert_eq!((last.label.as_str(), last.counts), ("合计", all));
        assert_eq!(lines.len(), MAX_LINES + 2);
        assert_eq!(lines[MAX_LINES].label, "其余 150 项");
        assert_eq!((lines[MAX_LINES + 1].label.as_str(), lines[MAX_LINES + 1].total()), ("（未填）", 7));
        assert_eq!(lines[0].label, "199");
    }
}
