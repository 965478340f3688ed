//! Comments in a text whose format has none: an HTML comment, or a line or line end that begins with `#` or `//`.

use super::{Statement, address, read, verb};
use memchr::{memchr2_iter, memmem};
use std::ops::Range;

/// The comments of a plain text that speak to the program, in order.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut places: Vec<usize> = memchr2_iter(b'z', b'Z', bytes).chain(memmem::find_iter(bytes, "正字")).collect();
    places.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut closes = true;
    for at in places {
        if found.last().is_none_or(|last| last.end <= at) {
            found.extend(comment(text, at, &mut closes));
        }
    }
    found
}

/// The comment whose words begin at `at`. Nothing far away is looked at before it is sure that there is one; `closes`
/// remembers whether a `-->` may still come.
fn comment(text: &str, at: usize, closes: &mut bool) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let said = address(rest)?;
    let line_end = || rest.find(['\r', '\n']).map_or(text.len(), |length| at + length);
    let before = text.get(..at)?.trim_end_matches([' ', '\t']);
    if let Some(start) = before.strip_suffix("<!--") {
        let close = if *closes { rest.find("-->") } else { None };
        *closes = close.is_some();
        return Some(start.len()..close.map_or_else(line_end, |length| at + length + "-->".len()));
    }
    let start = before.strip_suffix("//").unwrap_or_else(|| before.trim_end_matches('#'));
    let begins = start.len() < before.len() && (start.is_empty() || start.ends_with(char::is_whitespace));
    // “# 正字：……” may be a title; only what begins with a verb is taken for a comment.
    if !begins || verb(said).is_none() {
        return None;
    }
    let end = line_end();
    verb(address(text.get(at..end)?)?).map(|_| start.len()..end)
}

/// What a comment says, given with its signs: `None` where it does not speak to the program, `Some(None)` where it
/// cannot be understood or does not end.
#[must_use]
pub fn said(comment: &str) -> Option<Option<Statement>> {
    let said = read(words(comment))?;
    let is_open = comment.starts_with("<!--") && !comment.trim_end().ends_with("-->");
    Some(said.filter(|_| !is_open))
}

/// The words of a comment without its signs.
fn words(comment: &str) -> &str {
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
            "<!-- zhengzi is a program",
        ] {
            assert!(comments(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_comment_that_does_not_end_is_not_understood() {
        let text = "<!-- ZHENGZI: Ignore ZI -- 题名\n<!-- zhengzi: ignore ZI -- 题名\n面";
        let found = comments(text);
        assert_eq!(found.len(), 2);
        assert!(found.into_iter().all(|range| said(&text[range]) == Some(None)));
        assert!(said("<!-- ZHENGZI: Ignore ZI -- 题名 -->").flatten().is_some());
    }

    #[test]
    fn what_only_looks_like_a_comment_takes_no_time() {
        for piece in ["# zhengzi: ", "<!-- zhengzi: ", "<!-- zhengzi ", "正字：", "# zhengzi: ignore A -- b ", "//"]
        {
            let _ = comments(&piece.repeat(1_000_000 / piece.len()));
        }
    }
}
