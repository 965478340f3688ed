//! How likely a stretch of text is, as a sequence of counted words: what tells a slip from an accident of neighbours.

use crate::data::weights::{Weights, WordHash};

/// Characters of context on each side: enough for the longest words on the border.
const WINDOW: usize = 12;
/// Characters of the longest word looked for.
const LONGEST: usize = 8;

/// A string that should be another word, and what putting that word in its place does to the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    /// Natural logarithm of how much likelier the text becomes; less where a word of the text as it is reaches across a
    /// border of the string.
    pub gain: f64,
    /// Whether a word of the text as it is reaches across a border of the string, or holds it.
    pub crossed: bool,
    /// Whether the other word stands there as a word, or within one.
    pub stands: bool,
    /// Whether a character beside the other word is a rare word by itself: a name or a term more likely than a slip.
    pub rare_neighbour: bool,
    /// Share of the characters around that are words by themselves and no common ones.
    pub lone: f64,
}

/// Whether the ends of `start..end` so clearly make words with what stands before and after that weighing is not worth
/// while: 文档|中间 is no slip for 当中.
pub fn meets(weights: &Weights, text: &str, start: usize, end: usize, right: &str) -> bool {
    // A form would have to gain more than this, and a crossed border costs it some.
    const LEAST: f64 = 6.0;
    let (Some(before), Some(inner), Some(after)) = (text.get(..start), text.get(start..end), text.get(end..)) else {
        return false;
    };
    let log = |text: &str| f64::from(weights.count(text).max(1)).ln();
    let joined = |a: &str, b: &str| match weights.count_of(WordHash::default().and(a).and(b)) {
        0 => None,
        count => Some(f64::from(count).ln()),
    };
    let Some((first, _)) = split_first(inner) else { return false };
    let (rest, last) = (inner.get(first.len()..).unwrap_or_default(), last_of(inner).unwrap_or_default());
    let head = inner.get(..inner.len() - last.len()).unwrap_or_default();
    let left = || {
        let previous = last_of(before)?;
        let joined = joined(previous, first)?;
        Some(log(previous) + log(right) - joined - log(rest))
    };
    let right = || {
        let (next, _) = split_first(after)?;
        let joined = joined(last, next)?;
        Some(log(right) + log(next) - log(head) - joined)
    };
    left().is_some_and(|gain| gain < LEAST) || right().is_some_and(|gain| gain < LEAST)
}

/// The first character of a text, and what follows.
fn split_first(text: &str) -> Option<(&str, &str)> {
    text.chars().next().map(|c| text.split_at(c.len_utf8()))
}

/// The last character of a text.
fn last_of(text: &str) -> Option<&str> {
    text.chars().next_back().and_then(|c| text.get(text.len() - c.len_utf8()..))
}

/// Weighs `start..end` of `text` against `right`. Only the run of Han characters around it is looked at.
pub fn weigh(
    weights: &Weights,
    text: &str,
    start: usize,
    end: usize,
    right: &str,
    is_han: impl Fn(char) -> bool,
) -> Option<Weighed> {
    let (before, wrong, after) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
    let run = |c: &char| is_han(*c);
    let head = before.chars().rev().take(WINDOW).take_while(run);
    let tail: usize = after.chars().take(WINDOW).take_while(run).map(char::len_utf8).sum();
    let (from, head) = head.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    let (head, tail) = (before.get(before.len() - head..)?, after.get(..tail)?);
    let to = from + wrong.chars().count();
    let run = [head, right, tail].concat();
    let (written, words) = best(weights, &[head, wrong, tail].concat());
    let (corrected, right_words) = best(weights, &run);
    let reaches = |&(a, b): &(usize, usize)| {
        let over_start = a < from && from < b && b < to;
        let over_end = from < a && a < to && to < b;
        over_start || over_end || (a <= from && to <= b && b - a > to - from)
    };
    let count = |at: usize| run.chars().nth(at).map_or(0, |c| weights.count(c.encode_utf8(&mut [0; 4])));
    let is_lone = |&(a, b): &(usize, usize), most: u32| b - a == 1 && count(a) < most;
    let holds = right_words.iter().position(|&(a, b)| a <= from && to <= b);
    let beside = |at: Option<usize>| at.and_then(|n| right_words.get(n)).is_some_and(|span| is_lone(span, RARE));
    let others = || right_words.iter().enumerate().filter(|(n, _)| Some(*n) != holds).map(|(_, span)| span);
    let around: usize = others().map(|(a, b)| b - a).sum();
    let lone = others().filter(|span| is_lone(span, UNCOMMON)).count();
    let crossed = words.iter().any(reaches);
    Some(Weighed {
        gain: corrected - written - if crossed { CROSSING } else { 0.0 },
        crossed,
        stands: holds.is_some(),
        rare_neighbour: holds.is_some_and(|n| beside(n.checked_sub(1)) || beside(Some(n + 1))),
        lone: if around < FEW { 0.0 } else { lone as f64 / around as f64 },
    })
}

/// What a word that reaches across a border takes from the gain.
const CROSSING: f64 = 3.0;
/// Counts below which a character is a rare word, and below which it is no common one.
const RARE: u32 = 3000;
const UNCOMMON: u32 = 20_000;
/// Characters around below which their division says nothing.
const FEW: usize = 4;

/// The likeliest division of a run into words: its logarithm, and the words as spans of characters.
fn best(weights: &Weights, run: &str) -> (f64, Vec<(usize, usize)>) {
    let bounds: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    let last = bounds.len() - 1;
    // By position: the best logarithm up to there, and where its last word starts.
    let mut paths = vec![(f64::NEG_INFINITY, 0); bounds.len()];
    paths[0].0 = 0.0;
    for from in 0..last {
        let mut word = WordHash::default();
        for to in from + 1..=last.min(from + LONGEST) {
            word = word.and(run.get(bounds[to - 1]..bounds[to]).unwrap_or_default());
            let count = match weights.count_of(word) {
                // An unknown character is a word seen once; an unknown string is none.
                0 if from + 1 == to => 1,
                0 => continue,
                count => count,
            };
            let here: f64 = paths[from].0 + f64::from(count).ln() - weights.total;
            if here > paths[to].0 {
                paths[to] = (here, from);
            }
        }
    }
    let mut words = Vec::new();
    let mut at = last;
    while at > 0 {
        let from = paths[at].1;
        words.push((from, at));
        at = from;
    }
    words.reverse();
    (paths[last].0, words)
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::data::weights::Weights;

    #[test]
    fn a_slip_gains_and_a_border_is_seen() {
        let words = [("检查", 5000), ("活动", 9000), ("活", 300), ("动", 400), ("捡", 50), ("查", 200), ("查一", 3)];
        let weights = Weights::build(words.into_iter());
        let weigh = |text: &str, wrong: &str, right: &str| {
            let start = text.find(wrong).unwrap_or_default();
            let weighed = weigh(&weights, text, start, start + wrong.len(), right, |c| c > '\u{3000}');
            weighed.map(|w| (w.gain > 3.0, w.stands))
        };
        assert_eq!(weigh("捡查活动", "捡查", "检查"), Some((true, true)));
        assert_eq!(weigh("检查活动", "查活", "查一"), Some((false, false)));
    }
}
