//! Cuts what surrounds a finding to a length people can read, with the wrong form in the middle.

use crate::text::sanitize;
use unicode_width::UnicodeWidthChar;

/// A piece of the context in three parts that are safe to show one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// What stands before the found text, `…` first where more was cut.
    pub before: String,
    /// The found text; empty where the context does not contain it.
    pub found: String,
    /// What follows, `…` last where more was cut.
    pub after: String,
}

impl Excerpt {
    /// Cuts `context` around `text` to about `columns` columns of a terminal.
    ///
    /// `offset` counts the scalar values before `text`. A record from elsewhere may be wrong about
    /// it; then the text is searched, and where it is not found nothing is marked.
    #[must_use]
    pub fn new(context: &str, offset: u64, text: &str, columns: usize) -> Self {
        let Some(start) = locate(context, offset, text) else {
            return Self { before: head(context, columns).0, ..Self::default() };
        };
        let (before, rest) = context.split_at(start);
        let (found, after) = rest.split_at(text.len());
        let (found, used) = head(found, columns);
        let spare = columns.saturating_sub(used);
        // What one side does not need, the other may have.
        let left = tail(before, spare / 2);
        let right = head(after, spare.saturating_sub(left.1));
        let left = if right.1 < spare / 2 { tail(before, spare - right.1) } else { left };
        Self { before: left.0, found, after: right.0 }
    }

    /// Gives the three parts as one text.
    #[must_use]
    pub fn text(&self) -> String {
        [self.before.as_str(), &self.found, &self.after].concat()
    }
}

/// Finds the byte where the text starts: where the record says, else where it first stands.
fn locate(context: &str, offset: u64, text: &str) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    let said = usize::try_from(offset)
        .ok()
        .and_then(|offset| context.char_indices().map(|(byte, _)| byte).chain([context.len()]).nth(offset));
    said.filter(|&byte| context[byte..].starts_with(text)).or_else(|| context.find(text))
}

/// Gives as much of the start as fits, and the columns it takes.
fn head(text: &str, columns: usize) -> (String, usize) {
    let mut used = 0;
    for (byte, c) in text.char_indices() {
        let next = used + width(c);
        if next > columns {
            return (format!("{}…", sanitize::line(&text[..byte])), used + 1);
        }
        used = next;
    }
    (sanitize::line(text).into_owned(), used)
}

/// Gives as much of the end as fits, and the columns it takes.
fn tail(text: &str, columns: usize) -> (String, usize) {
    let mut used = 0;
    for (byte, c) in text.char_indices().rev() {
        let next = used + width(c);
        if next > columns {
            return (format!("…{}", sanitize::line(&text[byte + c.len_utf8()..])), used + 1);
        }
        used = next;
    }
    (sanitize::line(text).into_owned(), used)
}

/// Gives the columns a character takes once it is made safe to show.
fn width(c: char) -> usize {
    match c {
        '\n' | '\r' => 1,
        '\t' => 4,
        c if sanitize::is_hidden(c) => 8,
        c => c.width().unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(context: &str, offset: u64, text: &str, columns: usize) -> [String; 3] {
        let Excerpt { before, found, after } = Excerpt::new(context, offset, text, columns);
        [before, found, after]
    }

    #[test]
    fn a_short_context_stays_whole() {
        assert_eq!(parts("红星机械廠", 4, "廠", 80), ["红星机械", "廠", ""]);
    }

    #[test]
    fn a_long_context_is_cut_on_both_sides() {
        let context = format!("{}廠{}", "前".repeat(5000), "后".repeat(5000));
        assert_eq!(parts(&context, 5000, "廠", 14), ["…前前前", "廠", "后后…"]);
        assert_eq!(parts(&"前".repeat(50), 49, "前", 10), ["…前前前前", "前", ""]);
    }

    #[test]
    fn hidden_characters_are_escaped_in_each_part() {
        assert_eq!(parts("a\u{202e}廠\n", 2, "廠", 80), ["a<U+202E>", "廠", "↵"]);
    }

    #[test]
    fn a_wrong_offset_is_searched_and_else_nothing_marked() {
        assert_eq!(parts("𬬻廠", 99, "廠", 80), ["𬬻", "廠", ""]);
        assert_eq!(parts("𬬻", 0, "廠", 80), ["𬬻", "", ""]);
        assert_eq!(parts("", u64::MAX, "", 80), ["", "", ""]);
    }
}
