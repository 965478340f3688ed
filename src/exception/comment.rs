//! Comments in a text whose format has none: an HTML comment, or a line or line end that begins with `#` or `//`.

use super::{KEYWORDS, read};
use memchr::memmem;
use std::ops::Range;

/// The comments of a plain text that speak to the program, in order.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let places = KEYWORDS.into_iter().flat_map(|word| memmem::find_iter(text.as_bytes(), word));
    let mut found: Vec<Range<usize>> = places.filter_map(|at| comment(text, at)).collect();
    found.sort_by_key(|range| range.start);
    found.dedup_by(|b, a| b.start < a.end);
    found
}

/// The comment whose words begin at `at`.
fn comment(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?.trim_end_matches([' ', '\t']);
    if let Some(start) = before.strip_suffix("<!--") {
        let end = at + text.get(at..)?.find("-->")?;
        read(text.get(at..end)?)?;
        return Some(start.len()..end + "-->".len());
    }
    let start = before.strip_suffix("//").unwrap_or_else(|| before.trim_end_matches('#'));
    let begins = start.len() < before.len() && (start.is_empty() || start.ends_with(char::is_whitespace));
    let end = text.get(at..)?.find(['\r', '\n']).map_or(text.len(), |length| at + length);
    // “# 正字：……” may be a title; only what is understood is taken for a comment.
    (begins && read(text.get(at..end)?)?.is_some()).then_some(start.len()..end)
}

/// The words of a comment without its signs.
#[must_use]
pub fn words(comment: &str) -> &str {
    let inner = comment.strip_prefix("<!--").map(|rest| rest.strip_suffix("-->").unwrap_or(rest));
    inner.unwrap_or_else(|| comment.trim_start_matches(['#', '/'])).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_found_with_their_signs() {
        let text = "甲 <!-- zhengzi: ignore ZI -- 题名 --> 乙\r\n# 正字：忽略 ZI，理由：题名\r\n丙 // zhengzi: exempt hand -- 题写\n";
        let found: Vec<&str> = comments(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["<!-- zhengzi: ignore ZI -- 题名 -->", "# 正字：忽略 ZI，理由：题名", "// zhengzi: exempt hand -- 题写"]
        );
        assert_eq!(words(found[0]), "zhengzi: ignore ZI -- 题名");
        assert_eq!(words(found[1]), "正字：忽略 ZI，理由：题名");
    }

    #[test]
    fn prose_is_no_comment() {
        for text in [
            "# 正字：语言文字规范检查",
            "http://zhengzi: ignore ZI -- x",
            "正字：忽略 ZI，理由：题名",
            "zhengzi",
            "<!-- zhengzi: ignore",
        ] {
            assert!(comments(text).is_empty(), "{text}");
        }
    }
}
