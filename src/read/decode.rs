//! Decoded text in blocks of bounded size, cut where no finding can lie across.

use super::encoding::{self, Decision, WINDOW};
use super::feed::Feed;
use crate::document::{Loss, LossKind, Text};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use std::io;

/// Bytes of a block, roughly.
pub(super) const BLOCK: usize = 1 << 18;

/// Bytes of the block before that a block begins with where no line ended.
pub(super) const CONTEXT: usize = 256;

/// How much raw input is decoded at a time when it is not UTF-8.
const RAW: usize = 256 * 1024;

/// Bytes a decoder writes at a time.
const SCRATCH: usize = 64 * 1024;

/// Blocks of decoded text; without their context they add up to the decoded file.
pub(super) struct Blocks {
    feed: Feed,
    size: usize,
    keep_context: bool,
    /// Raw bytes (UTF-8) or decoded bytes (other encodings) that the next block begins with.
    carry: Vec<u8>,
    context: usize,
    encoding: &'static Encoding,
    decoder: Option<Decoder>,
    /// Raw bytes read but not decoded yet.
    raw: Vec<u8>,
    /// Where the decoder writes, so that blocks need not be cleared before they are filled.
    scratch: Vec<u8>,
    /// Offset in the file of the first raw byte that is not in a finished block.
    offset: u64,
    only_ascii: bool,
    finished: bool,
    invalid: u64,
    first_invalid: u64,
}

impl Blocks {
    /// Takes over a feed of which `start` has been read already.
    pub(super) fn new(feed: Feed, start: Vec<u8>, given: Option<&'static Encoding>, size: usize) -> Self {
        let Decision { encoding, mark } = encoding::decide(&start, feed.ended(), given);
        let mut blocks = Self {
            feed,
            size,
            keep_context: false,
            carry: Vec::new(),
            context: 0,
            encoding,
            decoder: None,
            raw: Vec::new(),
            scratch: Vec::new(),
            offset: mark as u64,
            only_ascii: given.is_none() && mark == 0 && start.get(..WINDOW).unwrap_or(&start).is_ascii(),
            finished: false,
            invalid: 0,
            first_invalid: 0,
        };
        let mut start = start;
        if mark > 0 {
            start.drain(..mark);
        }
        if encoding == UTF_8 {
            blocks.carry = start;
        } else {
            blocks.decoder = Some(encoding.new_decoder_without_bom_handling());
            blocks.raw = start;
        }
        blocks
    }

    /// Lets blocks that follow a cut inside a line begin with the end of the block before.
    pub(super) fn with_context(mut self) -> Self {
        self.keep_context = true;
        self
    }

    /// Name of the encoding in use.
    pub(super) fn encoding(&self) -> &'static str {
        match self.encoding.name() {
            "gb18030" => "GB18030",
            name => name,
        }
    }

    /// The feed, for counts and the hash.
    pub(super) fn feed(&self) -> &Feed {
        &self.feed
    }

    /// The wrong bytes met, if any.
    pub(super) fn loss(&self) -> Option<Loss> {
        (self.invalid > 0).then(|| Loss {
            scope: String::new(),
            kind: LossKind::InvalidBytes { count: self.invalid, first: self.first_invalid, encoding: self.encoding() },
        })
    }

    /// The next block and how many of its bytes are context; `None` at the end.
    pub(super) fn next_block(&mut self) -> io::Result<Option<(Text, usize)>> {
        if self.finished {
            return Ok(None);
        }
        let mut block = std::mem::take(&mut self.carry);
        let ended = self.fill(&mut block)?;
        let cut = if ended { Cut { at: block.len(), line: true } } else { cut(&block, self.context) };
        self.finished = ended;
        if block.len() <= self.context {
            return Ok(None);
        }
        if !ended {
            self.carry = Vec::with_capacity(self.size + CONTEXT);
            self.carry.extend_from_slice(block.get(cut.at..).unwrap_or_default());
            block.truncate(cut.at);
        }
        let (text, context) = (self.text(block), self.context);
        self.context = 0;
        if !ended && !cut.line && self.keep_context {
            self.prepend_context(text.as_str());
        }
        Ok(Some((text, context)))
    }

    /// Fills the block with text in the encoding of the carry; true when the input has ended.
    fn fill(&mut self, block: &mut Vec<u8>) -> io::Result<bool> {
        let Some(mut decoder) = self.decoder.take() else {
            self.feed.fill(block, self.size)?;
            // A first block read for the decision may be longer than what is wanted now.
            return Ok(self.feed.ended());
        };
        while block.len() < self.size {
            if self.raw.is_empty() {
                self.feed.fill(&mut self.raw, RAW)?;
            }
            let last = self.feed.ended();
            let raw = std::mem::take(&mut self.raw);
            self.decode(&mut decoder, &raw, last, block);
            self.raw = raw;
            self.raw.clear();
            if last {
                return Ok(true);
            }
        }
        self.decoder = Some(decoder);
        Ok(false)
    }

    /// Appends decoded text to `out` and counts what had to be replaced.
    fn decode(&mut self, decoder: &mut Decoder, raw: &[u8], last: bool, out: &mut Vec<u8>) {
        self.scratch.resize(SCRATCH, 0);
        let mut rest = raw;
        loop {
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut self.scratch, last);
            out.extend_from_slice(self.scratch.get(..written).unwrap_or_default());
            self.offset += read as u64;
            rest = rest.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, after) => {
                    self.count_invalid(self.offset.saturating_sub(u64::from(length + after)), 1);
                    out.extend_from_slice("\u{FFFD}".as_bytes());
                }
            }
        }
    }

    /// Turns the block into text; for UTF-8 this is where wrong bytes show.
    fn text(&mut self, block: Vec<u8>) -> Text {
        if self.encoding != UTF_8 {
            return Text::from_utf8(block).unwrap_or_default();
        }
        let (fresh, start) = ((block.len() - self.context) as u64, self.offset);
        let was_ascii = self.only_ascii;
        self.only_ascii = was_ascii && block.is_ascii();
        match Text::from_utf8(block) {
            Ok(text) => {
                self.offset += fresh;
                text
            }
            Err(block) if was_ascii => self.decide_again(block),
            Err(block) => {
                self.offset += fresh;
                self.lossy(&block, start)
            }
        }
    }

    /// Only ASCII so far, which every encoding shares: this block shows what the file really is.
    fn decide_again(&mut self, block: Vec<u8>) -> Text {
        let strange = block.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
        let window = block.get(strange..).unwrap_or_default();
        let window = window.get(..WINDOW).unwrap_or(window);
        let encoding = encoding::detect(window, self.finished && window.len() < WINDOW);
        let start = self.offset;
        if encoding == UTF_8 || !encoding.is_ascii_compatible() {
            self.offset += (block.len() - self.context) as u64;
            return self.lossy(&block, start);
        }
        self.encoding = encoding;
        self.offset = start.saturating_sub(self.context as u64);
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut out = Vec::new();
        self.decode(&mut decoder, &block, self.finished, &mut out);
        // What was carried over as UTF-8 is raw input of the new encoding.
        self.raw = std::mem::take(&mut self.carry);
        self.decoder = Some(decoder);
        Text::from_utf8(out).unwrap_or_default()
    }

    /// UTF-8 with U+FFFD for each wrong sequence, as browsers do it.
    fn lossy(&mut self, block: &[u8], start: u64) -> Text {
        let mut text = String::with_capacity(block.len() + 64);
        let mut at = 0;
        for chunk in block.utf8_chunks() {
            text.push_str(chunk.valid());
            at += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                text.push('\u{FFFD}');
                // The context is decoded text already, so wrong bytes always lie behind it.
                self.count_invalid((start + at as u64).saturating_sub(self.context as u64), 1);
                at += chunk.invalid().len();
            }
        }
        Text::from(text)
    }

    fn count_invalid(&mut self, at: u64, times: u64) {
        if self.invalid == 0 {
            self.first_invalid = at;
        }
        self.invalid += times;
    }

    fn prepend_context(&mut self, text: &str) {
        let mut from = text.len().saturating_sub(CONTEXT);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let tail = text.get(from..).unwrap_or_default();
        self.carry.splice(..0, tail.bytes());
        self.context = tail.len();
    }
}

/// Where a block ends.
struct Cut {
    at: usize,
    line: bool,
}

/// After the last line end; else after the last punctuation mark or white space; else between characters.
fn cut(block: &[u8], context: usize) -> Cut {
    let fresh = block.get(context..).unwrap_or_default();
    if let Some(at) = memchr::memrchr(b'\n', fresh) {
        return Cut { at: context + at + 1, line: true };
    }
    let at = after_punctuation(fresh).unwrap_or_else(|| character_end(fresh));
    Cut { at: context + at, line: false }
}

/// The place after the last of `。！？；，、` or white space.
fn after_punctuation(bytes: &[u8]) -> Option<usize> {
    const MARKS: [&str; 7] = ["。", "！", "？", "；", "，", "、", "\u{3000}"];
    let space = memchr::memrchr3(b' ', b'\t', b'\r', bytes).map(|at| at + 1);
    MARKS
        .iter()
        .filter_map(|mark| memchr::memmem::rfind(bytes, mark.as_bytes()).map(|at| at + mark.len()))
        .chain(space)
        .max()
}

/// The end of the last whole character.
fn character_end(bytes: &[u8]) -> usize {
    let back = bytes.iter().rev().take(4).position(|&byte| byte & 0xC0 != 0x80).unwrap_or(0);
    let lead = bytes.len().saturating_sub(back + 1);
    let needs = match bytes.get(lead) {
        Some(0xF0..) => 4,
        Some(0xE0..) => 3,
        Some(0xC0..) => 2,
        _ => 1,
    };
    // A cut at the very start would make no progress: bytes like these are wrong anyway.
    if lead + needs > bytes.len() && lead > 0 { lead } else { bytes.len() }
}
