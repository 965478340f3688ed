//! How likely a stretch of text is, as a sequence of counted words: what tells a slip from an accident of neighbours.

use std::cmp::Ordering;

/// Characters of context on each side: enough for the longest words on the border.
const WINDOW: usize = 12;
/// Characters of the longest word looked for.
const LONGEST: usize = 8;

/// Words and how often they were counted, as sorted lines of `word count`.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    /// The lines.
    pub lines: &'static str,
    /// Natural logarithm of the sum of all counts.
    pub total: f64,
}

/// A string that should be another word, and what putting that word in its place does to the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    /// Natural logarithm of how much likelier the text becomes.
    pub gain: f64,
    /// Whether a word of the text as it is reaches across a border of the string, or holds it.
    pub crossed: bool,
    /// Whether the other word stands there as a word, or within one.
    pub stands: bool,
    /// The character before, if it is a word by itself.
    pub before: Option<char>,
}

impl Weights {
    /// The count of a word; 0 where it is not known.
    pub fn count(&self, word: &str) -> u32 {
        let bytes = self.lines.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        // `low` and `high` always stand at starts of lines.
        while low < high {
            let middle = low.midpoint(high);
            let start = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
            let end = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| middle + n);
            let (key, count) = self.lines.get(start..end).and_then(|line| line.split_once(' ')).unwrap_or_default();
            match key.cmp(word) {
                Ordering::Equal => return count.parse().unwrap_or(0),
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        0
    }

    /// Weighs `start..end` of `text` against `right`. Only the run of Han characters around it is looked at.
    pub fn weigh(
        &self,
        text: &str,
        start: usize,
        end: usize,
        right: &str,
        is_han: impl Fn(char) -> bool,
    ) -> Option<Weighed> {
        let (before, wrong, after) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
        let run = |c: &char| is_han(*c);
        let head: Vec<char> = before.chars().rev().take(WINDOW).take_while(run).collect();
        let tail: Vec<char> = after.chars().take(WINDOW).take_while(run).collect();
        let window = |middle: &str| -> Vec<char> {
            head.iter().rev().copied().chain(middle.chars()).chain(tail.iter().copied()).collect()
        };
        let (from, to) = (head.len(), head.len() + wrong.chars().count());
        let (written, words) = self.best(&window(wrong));
        let (corrected, right_words) = self.best(&window(right));
        let reaches = |&(a, b): &(usize, usize)| {
            let over_start = a < from && from < b && b < to;
            let over_end = from < a && a < to && to < b;
            over_start || over_end || (a <= from && to <= b && b - a > to - from)
        };
        Some(Weighed {
            gain: corrected - written,
            crossed: words.iter().any(reaches),
            stands: right_words.iter().any(|&(a, b)| a <= from && to <= b),
            before: words.iter().find(|(a, b)| *b == from && b - a == 1).and_then(|_| head.first().copied()),
        })
    }

    /// The likeliest division of a run into words: its logarithm, and the words as spans of characters.
    fn best(&self, run: &[char]) -> (f64, Vec<(usize, usize)>) {
        // By position: the best logarithm up to there, and where its last word starts.
        let mut paths = vec![(0.0, 0)];
        let mut word = String::new();
        for to in 1..=run.len() {
            let mut best = (f64::NEG_INFINITY, to - 1);
            for from in to.saturating_sub(LONGEST)..to {
                word.clear();
                word.extend(&run[from..to]);
                let count = match self.count(&word) {
                    // An unknown character is a word seen once; an unknown string is none.
                    0 if from + 1 == to => 1,
                    0 => continue,
                    count => count,
                };
                let here: f64 = paths[from].0 + f64::from(count).ln() - self.total;
                if here > best.0 {
                    best = (here, from);
                }
            }
            paths.push(best);
        }
        let mut words = Vec::new();
        let mut at = run.len();
        while at > 0 {
            let from = paths[at].1;
            words.push((from, at));
            at = from;
        }
        words.reverse();
        (paths[run.len()].0, words)
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;

    const LINES: &str = "一 217830\n一一 1670\n检 20\n检查 5000\n活动 9000\n活 300\n动 400\n捡 50\n查 200\n龟 30\n";

    fn weights() -> Weights {
        Weights { lines: LINES_SORTED.get_or_init(sorted), total: 13.0 }
    }

    static LINES_SORTED: std::sync::OnceLock<String> = std::sync::OnceLock::new();

    fn sorted() -> String {
        let mut lines: Vec<&str> = LINES.lines().collect();
        lines.sort_unstable();
        lines.iter().flat_map(|line| [*line, "\n"]).collect()
    }

    #[test]
    fn finds_every_line_and_no_other_word() {
        assert_eq!(["一", "一一", "检查", "龟"].map(|word| weights().count(word)), [217_830, 1670, 5000, 30]);
        assert_eq!(["", "查检", "检查活动", "龥"].map(|word| weights().count(word)), [0; 4]);
    }

    #[test]
    fn a_slip_gains_and_a_border_is_seen() {
        let weigh = |text: &str, wrong: &str, right: &str| {
            let start = text.find(wrong).unwrap_or_default();
            weights()
                .weigh(text, start, start + wrong.len(), right, |c| c > '\u{3000}')
                .map(|w| (w.gain > 5.0, w.crossed, w.stands))
        };
        assert_eq!(weigh("捡查活动", "捡查", "检查"), Some((true, false, true)));
        assert_eq!(weigh("检查活动", "查活", "查一"), Some((false, true, false)));
    }
}
