//! Makes outside text safe to show: what steers a terminal or cannot be seen becomes a visible escape.
//!
//! A shop list is written by strangers. A control sequence in it could recolour or clear the
//! terminal, and a bidirectional override could make a report read differently from what was
//! checked. Both become `<U+202E>`, the notation Unicode itself uses, and stay searchable.

use std::borrow::Cow;
use std::fmt::Write;

/// Tells whether a character steers the display or leaves no mark on it.
///
/// Line feeds and tabs count as well; [`multiline`] lets them pass. Variation selectors do not
/// count: they choose a glyph of the character before them, which is what the reader has to see.
#[must_use]
pub const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' // C0 and C1 controls
        | '\u{AD}' | '\u{34F}' | '\u{180E}' // soft hyphen, joiners without a glyph
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' // direction
        | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' // zero width
        | '\u{2028}' | '\u{2029}' // line and paragraph separators
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' // fillers
        | '\u{FFF0}'..='\u{FFFB}' // interlinear marks
        | '\u{E0000}'..='\u{E007F}' // tags
    ) || is_noncharacter(c)
}

/// Tells whether a code point is reserved for ever and so has no place in a document.
const fn is_noncharacter(c: char) -> bool {
    let code = c as u32;
    code & 0xFFFE == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF)
}

/// Makes text safe on one line: line breaks become `↵`, tabs become spaces, the rest is escaped.
///
/// ```
/// use zhengzi::text::sanitize::line;
/// assert_eq!(line("汽車\u{202E}站"), "汽車<U+202E>站");
/// assert_eq!(line("一行\r\n二行"), "一行↵二行");
/// ```
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '\n' => Some("↵"),
        '\t' => Some("    "),
        _ => None,
    })
}

/// Makes text safe and keeps its line breaks and tabs.
#[must_use]
pub fn multiline(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '\n' => Some("\n"),
        '\t' => Some("\t"),
        _ => None,
    })
}

/// Replaces every hidden character, by what `spare` says or else by its code point.
fn escape(text: &str, spare: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    let Some(first) = text.find(is_hidden) else { return Cow::Borrowed(text) };
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push_str(&text[..first]);
    let mut rest = text[first..].chars().peekable();
    while let Some(c) = rest.next() {
        if !is_hidden(c) {
            safe.push(c);
        } else if c == '\r' && rest.peek() == Some(&'\n') {
            // CR LF is one line break; the LF stands for both.
        } else if let Some(stand_in) = spare(c) {
            safe.push_str(stand_in);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(safe, "<U+{:04X}>", c as u32);
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(line("湛江市汽車南站 Fashion Mart 𬬻〇囍"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_steers_a_terminal_becomes_visible() {
        assert_eq!(line("\u{1b}[31m红\u{7}"), "<U+001B>[31m红<U+0007>");
        assert_eq!(line("\u{9b}2J"), "<U+009B>2J");
        assert_eq!(line("a\u{202e}b\u{2066}c"), "a<U+202E>b<U+2066>c");
        assert_eq!(line("零\u{200b}宽\u{feff}"), "零<U+200B>宽<U+FEFF>");
        assert_eq!(line("\u{e0041}\u{10ffff}"), "<U+E0041><U+10FFFF>");
    }

    #[test]
    fn line_breaks_and_tabs_stay_in_step_with_the_lines() {
        assert_eq!(line("一\n二\r\n三\r四\t五"), "一↵二↵三<U+000D>四    五");
        assert_eq!(multiline("一\r\n二\t\u{0}"), "一\n二\t<U+0000>");
    }

    #[test]
    fn variation_selectors_stay() {
        assert_eq!(line("葛\u{e0100}珊\u{fe00}"), "葛\u{e0100}珊\u{fe00}");
    }

    #[test]
    fn the_result_is_safe_and_stable() {
        for code in 0..=0x10_FFFF {
            let Some(c) = char::from_u32(code) else { continue };
            let text = String::from(c);
            let safe = line(&text);
            assert!(!safe.contains(is_hidden), "{code:X}");
            assert_eq!(line(&safe), safe);
        }
    }
}
