//! First mentions: a word of letters is asked for once in a text, and not where brackets explain it.

use super::guard::Surroundings;
use crate::check::{Candidate, Source};
use crate::data::chars::is_han;
use std::collections::HashSet;

/// Characters around a word in which its Chinese name explains it without brackets.
const NEAR: usize = 24;
/// Characters that an explanation in brackets may have.
const BRACKETS: usize = 96;

/// The words that a text has mentioned, each under the rule that asks for it.
#[derive(Debug, Default)]
pub struct Mentions<'t>(HashSet<(usize, &'t str)>);

impl<'t> Mentions<'t> {
    /// Whether to ask for the Chinese name of a candidate: the first mention, where nothing explains it.
    pub fn asks(&mut self, candidate: &Candidate, rule: usize, s: &Surroundings<'t>) -> bool {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        let Some(word) = s.text.get(start..end) else { return false };
        // On a sign every line is a text of its own.
        (s.case.scene.is_name() || self.0.insert((rule, word))) && !is_explained(candidate, s)
    }

    /// The words, for the parts of the text that follow.
    pub fn into_words(self) -> Vec<(usize, String)> {
        self.0.into_iter().map(|(rule, word)| (rule, word.to_owned())).collect()
    }
}

fn is_explained(candidate: &Candidate, s: &Surroundings) -> bool {
    let before = s.text.get(s.from..candidate.start as usize).unwrap_or_default();
    let after = s.text.get(candidate.end as usize..s.to).unwrap_or_default();
    // Cut before looking for the line: a text may be one long line.
    let before = tail(before, BRACKETS).rsplit('\n').next().unwrap_or_default();
    let after = head(after, BRACKETS).split('\n').next().unwrap_or_default();
    let names = match candidate.source {
        Source::Term(term) => s.case.lexicon.terms.term(term as usize).target,
        _ => "",
    };
    let near = |name: &str| tail(before, NEAR).contains(name) || head(after, NEAR).contains(name);
    followed_by_name(after) || stands_in_brackets(before, after) || names.split_whitespace().any(near)
}

/// GDP（国内生产总值）
fn followed_by_name(after: &str) -> bool {
    let inside = after.trim_start().strip_prefix(['（', '(']);
    let inside = inside.and_then(|rest| rest.split(['）', ')']).next());
    inside.is_some_and(|text| text.chars().any(|c| is_han(c as u32)))
}

/// 国内生产总值（GDP）, 国内生产总值（英文缩写为GDP）, 国内生产总值（gross domestic product，简称 GDP）
fn stands_in_brackets(before: &str, after: &str) -> bool {
    const AROUND: [&str; 12] =
        ["以下", "简称", "英文", "缩写", "全称", "又称", "也称", "下称", "统称", "即", "为", "名"];
    let Some((head, inside)) = before.rfind(['（', '(']).map(|open| before.split_at(open)) else { return false };
    let closes = after.trim_start().starts_with(['）', ')', '，', ',', '、', '；', ';']);
    let rest = AROUND.iter().fold(inside.to_owned(), |text, word| text.replace(word, ""));
    let plain = !rest.contains(['）', ')']) && !rest.chars().any(|c| is_han(c as u32));
    closes && plain && head.trim_end().ends_with(|c: char| is_han(c as u32) || matches!(c, '”' | '》'))
}

/// The last characters of a text.
fn tail(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// The first characters of a text.
fn head(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}
