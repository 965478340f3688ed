//! Which encoding a text is in: one decision for a file, made on its first mebibyte.
//!
//! The order is: byte order mark, `--encoding`, UTF-16 without a mark, strict UTF-8, UTF-8 with few
//! wrong bytes, then the browsers' detector. The detector was trained on web pages and is unsure of
//! a sign of two characters (`饭店` in GBK becomes EUC-JP), so its answer is weighed against what an
//! office in China most likely has, GB18030: see [`east_asian`].

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file the decision looks at.
pub(super) const WINDOW: usize = 1 << 20;

/// How many bytes, from the first that is not ASCII, the detector looks at.
const DETECTED: usize = 128 * 1024;

/// An encoding, and the bytes of the mark that announced it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Decision {
    pub(super) encoding: &'static Encoding,
    pub(super) mark: usize,
}

/// Decides on the beginning of a file; `complete` says that nothing follows.
pub(super) fn decide(start: &[u8], complete: bool, given: Option<&'static Encoding>) -> Decision {
    let window = start.get(..WINDOW).unwrap_or(start);
    if let Some((encoding, mark)) = Encoding::for_bom(window) {
        return Decision { encoding, mark };
    }
    let encoding = given.unwrap_or_else(|| detect(window, complete && window.len() == start.len()));
    Decision { encoding, mark: 0 }
}

/// The encoding of bytes without a mark.
pub(super) fn detect(window: &[u8], complete: bool) -> &'static Encoding {
    if let Some(encoding) = utf16(window) {
        return encoding;
    }
    let whole = if complete { window } else { whole_characters(window) };
    if simdutf8::basic::from_utf8(whole).is_ok() {
        return if is_gb_by_chance_utf8(whole) { GB18030 } else { UTF_8 };
    }
    if mostly_utf8(whole) {
        return UTF_8;
    }
    east_asian(window, complete)
}

/// Leaves out the beginning of a UTF-8 character that the window cuts in two.
fn whole_characters(window: &[u8]) -> &[u8] {
    let tail = window.iter().rev().take(3).position(|&byte| byte >= 0xC0);
    let Some(back) = tail else { return window };
    let lead = window.len() - 1 - back;
    let needs = match window.get(lead) {
        Some(0xF0..) => 4,
        Some(0xE0..) => 3,
        _ => 2,
    };
    if lead + needs > window.len() { window.get(..lead).unwrap_or(window) } else { window }
}

/// UTF-16 without a mark: nearly all code units are letters one expects, read one way round.
///
/// Valid UTF-8 without NUL is never taken for UTF-16, because pairs of ASCII letters look like Han
/// (`ab` is U+6261); GBK pairs look like Yi, Hangul and private use, which are not expected.
pub(super) fn utf16(window: &[u8]) -> Option<&'static Encoding> {
    let sample = window.get(..65_536).unwrap_or(window);
    if window.len() < 4 || !window.len().is_multiple_of(2) {
        return None;
    }
    if !sample.contains(&0) && simdutf8::basic::from_utf8(whole_characters(sample)).is_ok() {
        return None;
    }
    let little = expected_share(sample, u16::from_le_bytes);
    let big = expected_share(sample, u16::from_be_bytes);
    if little.max(big) < 95 || little == big {
        return None;
    }
    Some(if little > big { UTF_16LE } else { UTF_16BE })
}

/// Percent of code units that Chinese and Latin text is made of.
fn expected_share(sample: &[u8], unit: fn([u8; 2]) -> u16) -> usize {
    let (mut expected, mut all) = (0, 0);
    for pair in sample.chunks_exact(2) {
        let &[first, second] = pair else { continue };
        let is_expected = matches!(unit([first, second]),
            0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0x24F | 0x2010..=0x2027 | 0x3000..=0x303F
            | 0x4E00..=0x9FFF | 0xFF01..=0xFF65);
        expected += usize::from(is_expected);
        all += 1;
    }
    (expected * 100_usize).checked_div(all).unwrap_or_default()
}

/// Whether a few bytes of valid UTF-8 are rather a sign in GBK: `皮鞋` is also `ƤЬ`.
///
/// Real UTF-8 of two-byte letters keeps to one script in a word, and Chinese in UTF-8 has three bytes a
/// character. So: only two-byte letters, of two scripts side by side, and all of them common Han in GBK.
fn is_gb_by_chance_utf8(bytes: &[u8]) -> bool {
    const SHORT: usize = 128;
    let script = |lead: u8| match lead {
        0xC2..=0xCB => 1,
        0xCC..=0xCD => 2,
        0xCE..=0xCF => 3,
        0xD0..=0xD3 => 4,
        _ => lead,
    };
    let strange = bytes.iter().filter(|byte| !byte.is_ascii()).take(SHORT + 1).count();
    if !(4..=SHORT).contains(&strange) || bytes.iter().any(|&byte| byte >= 0xE0) {
        return false;
    }
    let mut words = bytes.split(u8::is_ascii).filter(|word| !word.is_empty());
    let is_mixed = words.any(|word| {
        let mut scripts = word.iter().step_by(2).map(|&lead| script(lead));
        let first = scripts.next();
        scripts.any(|script| Some(script) != first)
    });
    is_mixed && decodes(GB18030, bytes).is_some() && common_share(bytes, 0xB0..=0xD7, 0xA1) == 100
}

/// Whether the bytes are UTF-8 with a few wrong ones, such as a line pasted from a GBK file.
///
/// GBK text hardly ever forms characters of three bytes in UTF-8, so four good ones for each wrong
/// place are enough; a very short text must also not be valid GB18030.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    if good == 0 {
        return false;
    }
    good >= 4 * wrong && (good >= 16 || decodes(GB18030, bytes).is_none())
}

/// What the detector says, corrected towards GB18030 for short texts.
///
/// 1. GBK and its relatives are read as GB18030, which contains them.
/// 2. The detector is asked again with the hint `.cn` when it answered something that is neither
///    Big5 nor UTF-16; the second answer counts if GB18030 decodes without an error and most of the
///    double-byte characters are *common* Han. Common needs no table: level 1 of GB 2312, sorted by
///    reading, lies in the rows B0–D7, and the frequent half of Big5 in A4–C6.
/// 3. Hangul in EUC-KR ends at row C8, where half of common Han begins: a text without those is Korean.
/// 4. Big5 and GBK share most byte pairs. When the detector says Big5 for a short text, the reading
///    with the greater share of common Han wins, Big5 if equal.
fn east_asian(window: &[u8], complete: bool) -> &'static Encoding {
    // ASCII teaches the detector little and it is slow: it starts where the text does.
    let strange = window.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let sample = window.get(strange..).unwrap_or(window);
    let short = sample.get(..DETECTED).unwrap_or(sample);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(short, complete && short.len() == sample.len());
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == GBK || guess == GB18030 {
        return GB18030;
    }
    let gb = decodes(GB18030, window).map(|_| common_share(window, 0xB0..=0xD7, 0xA1));
    let Some(gb) = gb else { return guess };
    let pairs = window.iter().filter(|byte| !byte.is_ascii()).count() / 2;
    if guess == BIG5 {
        let big5 = common_share(window, 0xA4..=0xC6, 0x40);
        return if pairs < 64 && gb > big5 { GB18030 } else { BIG5 };
    }
    if guess == EUC_KR && pairs >= 8 && common_share(window, 0xC9..=0xD7, 0xA1) < 10 {
        return guess;
    }
    let hinted = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    if gb >= 60 && (hinted == GBK || hinted == GB18030 || pairs < 64) { GB18030 } else { guess }
}

/// Percent of the double-byte characters whose first byte lies in `common`; punctuation rows count for neither side.
fn common_share(bytes: &[u8], common: std::ops::RangeInclusive<u8>, trail: u8) -> usize {
    let (mut hits, mut all) = (0, 0);
    let mut rest = bytes.iter();
    while let Some(&lead) = rest.next() {
        if lead < 0x80 {
            continue;
        }
        let second = rest.next().copied().unwrap_or_default();
        if (0xA1..=0xA3).contains(&lead) {
            continue;
        }
        all += 1;
        hits += usize::from(common.contains(&lead) && second >= trail);
    }
    (hits * 100_usize).checked_div(all).unwrap_or_default()
}

/// The text, if the bytes are valid but for a character cut in two at the end.
fn decodes(encoding: &'static Encoding, bytes: &[u8]) -> Option<()> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = vec![0; 16 * 1024];
    let mut rest = bytes;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(rest, &mut out, false);
        match result {
            encoding_rs::DecoderResult::InputEmpty => return Some(()),
            encoding_rs::DecoderResult::OutputFull => rest = rest.get(read..)?,
            encoding_rs::DecoderResult::Malformed(..) => return None,
        }
    }
}
