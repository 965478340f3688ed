//! Plain text, in parts of about 256 KiB.

use super::Part;
use super::decode::{BLOCK, Blocks};
use super::feed::{Feed, explain};
use crate::document::{Document, Loss, LossKind};
use encoding_rs::Encoding;
use std::collections::VecDeque;

/// Reads text of any length in bounded memory.
pub(super) struct Plain {
    blocks: Blocks,
    queue: VecDeque<Part>,
    done: bool,
    format: &'static str,
    /// Whether it is a page that declares itself to be the traditional version; unknown before the first block.
    traditional: Option<bool>,
}

impl Plain {
    /// Takes over a feed of which `start` has been read.
    pub(super) fn new(feed: Feed, start: Vec<u8>, encoding: Option<&'static Encoding>) -> Self {
        Self::with_block(feed, start, encoding, BLOCK, "text")
    }

    /// The same with blocks of another size and another name of the format.
    pub(super) fn with_block(
        feed: Feed,
        start: Vec<u8>,
        encoding: Option<&'static Encoding>,
        size: usize,
        format: &'static str,
    ) -> Self {
        let blocks = Blocks::new(feed, start, encoding, size).with_context();
        Self { blocks, queue: VecDeque::new(), done: false, format, traditional: None }
    }

    /// Says something before the text.
    pub(super) fn announcing(mut self, loss: Loss) -> Self {
        self.queue.push_back(Part::Loss(loss));
        self
    }

    fn finish(&mut self) {
        self.done = true;
        self.queue.extend(self.blocks.loss().map(Part::Loss));
        let encoding = self.blocks.encoding();
        self.queue.push_back(Part::End(self.blocks.feed().info(self.format, encoding, 0)));
    }
}

impl Iterator for Plain {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        if let Some(part) = self.queue.pop_front() {
            return Some(part);
        }
        if self.done {
            return None;
        }
        let first = self.traditional.is_none();
        match self.blocks.next_block() {
            Ok(Some((text, context))) => {
                let traditional = *self.traditional.get_or_insert_with(|| is_traditional_page(text.as_str()));
                let document = Part::Document(Document { text, context, traditional, ..Document::default() });
                if first && traditional {
                    self.queue.push_back(document);
                    let kind = LossKind::TraditionalVersion;
                    return Some(Part::Loss(Loss { scope: String::new(), kind }));
                }
                return Some(document);
            }
            Ok(None) => {}
            Err(error) => {
                let scope = format!("第 {} 字节之后", self.blocks.feed().bytes());
                let kind = LossKind::Unreadable(explain(&error));
                self.queue.push_back(Part::Loss(Loss { scope, kind }));
            }
        }
        self.finish();
        self.queue.pop_front()
    }
}

/// Whether the text is a web page whose `lang` says that it is written in traditional characters.
fn is_traditional_page(text: &str) -> bool {
    const HEAD: usize = 2048;
    let head: String = text.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let Some((_, tag)) = head.split_once("<html") else { return false };
    let traditional = |value: &str| ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].iter().any(|lang| value.starts_with(lang));
    attributes(tag).any(|(name, value)| matches!(name, "lang" | "xml:lang") && traditional(value))
}

/// The attributes of a tag, behind its name.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let start = rest.strip_prefix(|c: char| c.is_ascii_whitespace())?.trim_ascii_start();
        let (name, behind) = start.split_at(start.find(|c: char| c.is_ascii_whitespace() || "=>".contains(c))?);
        let Some(value) = behind.trim_ascii_start().strip_prefix('=').map(str::trim_ascii_start) else {
            rest = behind;
            return Some((name, ""));
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, behind) = match quote {
            Some(quote) => value.get(1..)?.split_once(quote)?,
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
        };
        rest = behind;
        Some((name, value))
    })
}

#[cfg(test)]
mod tests {
    use super::is_traditional_page;

    #[test]
    fn a_page_is_traditional_where_its_language_says_so() {
        for tag in [
            "<html lang=\"zh-TW\">",
            "<!DOCTYPE html>\n<HTML class=x data-language='zh-CN' LANG = zh-Hant-HK>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang='zh-HK'>",
            "<html hidden lang=zh-MO >",
        ] {
            assert!(is_traditional_page(tag), "{tag}");
        }
        for tag in [
            "<html lang=\"zh-CN\">",
            "<html xml:lang='zh-Hans-HK'>",
            "<html data-language=\"zh-TW\" lang=\"zh-CN\">",
            "<html data-lang=zh-TW hreflang=zh-TW>",
            "<html title='a > b, lang=zh-TW' lang='zh-CN'>",
            "<html><body lang=\"zh-TW\">",
            "<html-page lang=\"zh-TW\">",
            "<html lang",
            "lang=\"zh-TW\"",
        ] {
            assert!(!is_traditional_page(tag), "{tag}");
        }
    }
}
