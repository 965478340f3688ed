//! Ruby: `<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>`, one element a word, a character or a whole line.
//!
//! The readings are those of the characters in their words, however the elements cut them, so the base texts that follow
//! one another are read together.

use super::judge::Verdict;
use super::runs::is_han;
use super::within;
use crate::document::Scene;
use crate::spelling::Speller;
use std::ops::Range;

/// Most characters that are read together: a line of verse.
const TOGETHER: usize = 40;

/// Characters and the letters above them.
#[derive(Debug)]
struct Segment {
    base: Range<usize>,
    letters: Range<usize>,
}

/// Looks through one line.
pub fn look(text: &str, line: Range<usize>, scene: Scene, speller: Speller) -> Vec<Verdict> {
    let mut found = Vec::new();
    let mut group: Vec<Segment> = Vec::new();
    for segment in segments(text, line) {
        let follows = group.len() < TOGETHER
            && group.last().is_some_and(|last| only_tags(text.get(last.letters.end..segment.base.start)));
        if !follows {
            found.extend(judge(text, &group, scene, speller));
            group.clear();
        }
        group.push(segment);
    }
    found.extend(judge(text, &group, scene, speller));
    found
}

fn segments(text: &str, line: Range<usize>) -> Vec<Segment> {
    let slice = |from: usize| text.get(from..line.end).unwrap_or_default();
    let mut segments = Vec::new();
    let mut at = line.start;
    while let Some(open) = slice(at).find("<rt").map(|n| at + n) {
        let Some(start) = slice(open).find('>').map(|n| open + n + 1) else { break };
        let Some(end) = slice(start).find('<').map(|n| start + n) else { break };
        let before = text.get(at..open).unwrap_or_default();
        let before = before.trim_end_matches("<rp>(</rp>").trim_end_matches("<rp>（</rp>");
        let from = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).last();
        if let Some((from, _)) = from.filter(|(from, _)| before.len() - from <= 3 * TOGETHER) {
            segments.push(Segment { base: at + from..at + before.len(), letters: start..end });
        }
        at = end;
    }
    segments
}

/// Whether nothing but tags, and brackets for readers without ruby, stands there.
fn only_tags(between: Option<&str>) -> bool {
    let outside = between.unwrap_or("?").split('>').map(|piece| piece.split('<').next().unwrap_or_default());
    outside.into_iter().all(|piece| piece.trim_matches([')', '）', ' ']).is_empty())
}

fn judge(text: &str, group: &[Segment], scene: Scene, speller: Speller) -> Vec<Verdict> {
    let base: String = group.iter().filter_map(|s| text.get(s.base.clone())).collect();
    let whole = speller.text(&base);
    let mut at = 0;
    let mut found = Vec::new();
    for segment in group {
        let part = at..at + segment.base.len();
        at = part.end;
        found.extend(within::judge(text, &base, part, segment.letters.clone(), &whole, scene));
    }
    found
}
