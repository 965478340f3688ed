//! Markdown: the whole text, with the bytes named that are not prose.

use super::decode::BLOCK;
use super::feed::Feed;
use super::limits::megabytes;
use super::plain::Plain;
use super::{Options, Part};
use crate::document::{Loss, LossKind};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads Markdown as one document; a file beyond the limit comes as plain text.
pub(super) struct Markdown {
    text: Plain,
    parse: bool,
}

impl Markdown {
    pub(super) fn new(feed: Feed, start: Vec<u8>, options: &Options) -> Self {
        let limit = options.limits.markdown;
        let fits = feed.ended() && start.len() as u64 <= limit || feed.size().is_some_and(|size| size <= limit);
        if fits {
            // A file that grows while it is read ends a block at the limit.
            let size = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
            return Self { text: Plain::with_block(feed, start, options.encoding, size, "markdown"), parse: true };
        }
        let text = Plain::with_block(feed, start, options.encoding, BLOCK, "markdown").announcing(Loss {
            scope: String::new(),
            kind: LossKind::Limit(format!(
                "Markdown 文件超过上限 {}，按纯文本检查，代码和网址没有排除；请拆成几个文件",
                megabytes(limit)
            )),
        });
        Self { text, parse: false }
    }
}

impl Iterator for Markdown {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let mut part = self.text.next()?;
        if let (Part::Document(document), true) = (&mut part, self.parse) {
            let (skip, comments) = skips(document.text.as_str());
            document.skip = skip;
            document.comments = Some(comments);
        }
        Some(part)
    }
}

/// Byte ranges that are code, addresses, tags or front matter, sorted and apart; and which of them are comments.
fn skips(text: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    use pulldown_cmark::Options as Syntax;
    let syntax = Syntax::ENABLE_TABLES
        | Syntax::ENABLE_FOOTNOTES
        | Syntax::ENABLE_STRIKETHROUGH
        | Syntax::ENABLE_TASKLISTS
        | Syntax::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Syntax::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let parser = Parser::new_ext(text, syntax);
    let mut skips: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    let mut comments = Vec::new();
    let mut links: Vec<Link> = Vec::new();
    for (event, range) in parser.into_offset_iter() {
        if let Some(link) = links.last_mut().filter(|_| !matches!(event, Event::End(TagEnd::Link | TagEnd::Image))) {
            link.inner_end = link.inner_end.max(range.end);
        }
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) => skips.push(range),
            Event::Html(_) | Event::InlineHtml(_) => html(text, range, &mut skips, &mut comments),
            Event::Start(Tag::Link { link_type, title, .. } | Tag::Image { link_type, title, .. }) => {
                links.push(Link {
                    whole: matches!(link_type, LinkType::Autolink | LinkType::Email),
                    inner_end: range.start + 1,
                    title: title.to_string(),
                });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(link) = links.pop() {
                    link.skip(text, range, &mut skips);
                }
            }
            Event::Text(_) => bare_addresses(text, range, &mut skips),
            _ => {}
        }
    }
    comments.sort_by_key(|range: &Range<usize>| range.start);
    (merge(skips), comments)
}

/// A link that has begun.
struct Link {
    whole: bool,
    inner_end: usize,
    title: String,
}

impl Link {
    /// What follows the link's words is its address; a title in it is prose again.
    fn skip(self, text: &str, range: Range<usize>, skips: &mut Vec<Range<usize>>) {
        if self.whole {
            skips.push(range);
            return;
        }
        let from = self.inner_end.clamp(range.start, range.end);
        let tail = text.get(from..range.end).unwrap_or_default();
        match tail.rfind(&self.title).filter(|_| !self.title.is_empty()) {
            Some(at) => skips.extend([from..from + at, from + at + self.title.len()..range.end]),
            None => skips.push(from..range.end),
        }
    }
}

/// Tags and comments in a piece of HTML; the words between them are prose, but not those of scripts.
fn html(text: &str, range: Range<usize>, skips: &mut Vec<Range<usize>>, comments: &mut Vec<Range<usize>>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    let head = piece.trim_start().get(..8).unwrap_or_default().to_ascii_lowercase();
    if head.starts_with("<script") || head.starts_with("<style") || head.starts_with("<pre") {
        skips.push(range);
        return;
    }
    let mut at = 0;
    while let Some(open) = piece.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + open;
        let rest = piece.get(start..).unwrap_or_default();
        let is_comment = rest.starts_with("<!--");
        let close = if is_comment { rest.find("-->").map(|end| end + 3) } else { rest.find('>').map(|end| end + 1) };
        let end = start + close.unwrap_or(rest.len());
        let found = range.start + start..range.start + end;
        if is_comment {
            comments.push(found.clone());
        }
        skips.push(found);
        at = end;
    }
}

/// Addresses without brackets: `https://…` up to the first character that no address has.
fn bare_addresses(text: &str, range: Range<usize>, skips: &mut Vec<Range<usize>>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    for (at, _) in piece.match_indices("://") {
        let before = piece.get(..at).unwrap_or_default();
        let scheme = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        let is_address = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`');
        let after = piece.get(at..).unwrap_or_default();
        let length = after.find(|c| !is_address(c)).unwrap_or(after.len());
        if scheme > 0 {
            skips.push(range.start + at - scheme..range.start + at + length);
        }
    }
}

fn merge(mut skips: Vec<Range<usize>>) -> Vec<Range<usize>> {
    skips.retain(|range| !range.is_empty());
    skips.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(skips.len());
    for range in skips {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
