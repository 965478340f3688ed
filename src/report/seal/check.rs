//! Computes the seal of a written report again.

use super::package::{self, CUSTOM};
use super::recount::{self, Recount};
use super::{COUNTS, LINE, PAGE, PAGE_COUNTS, PART, SEAL, page};
use crate::report::replay;
use blake3::Hasher;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zip::ZipArchive;

/// Bytes of a page or of a part that is looked into.
const LARGEST: u64 = 512 << 20;

/// How a report differs from what its seal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The content of a part was changed.
    Changed(String),
    /// A part is gone.
    Gone(String),
    /// A part was added.
    Added(String),
    /// The seal itself, or a text that has one part only.
    Whole,
    /// A count: name, as stated, as found.
    Count(String, u64, u64),
    /// A table whose sums are wrong; its number in the document, from 1.
    Sum(usize),
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Hash stated.
    pub hash: String,
    /// Counts stated.
    pub counts: Vec<(String, u64)>,
    /// Counts that were counted again.
    pub recounted: Vec<String>,
    /// What differs; empty when nothing does.
    pub differences: Vec<Difference>,
}

/// Verifies a workbook, document, page or record; `None` where there is no seal.
///
/// # Errors
/// When the file cannot be read, or is damaged beyond reading.
pub fn verify(path: &Path) -> io::Result<Option<Outcome>> {
    let mut file = File::open(path)?;
    let mut magic = [0; 4];
    let read = file.read(&mut magic)?;
    file.seek(SeekFrom::Start(0))?;
    match &magic[..read] {
        [b'P', b'K', ..] => document(BufReader::new(file)),
        [b'{', ..] => record(BufReader::new(file)),
        _ => web(file),
    }
}

fn web(file: File) -> io::Result<Option<Outcome>> {
    let mut html = String::new();
    file.take(LARGEST).read_to_string(&mut html)?;
    let Some(hash) = value(&html, PAGE) else { return Ok(None) };
    let counts = counts(&value(&html, PAGE_COUNTS).unwrap_or_default());
    let blank = html.replacen(&format!("{PAGE}{hash}"), &format!("{PAGE}{}", super::BLANK), 1);
    let mut outcome = Outcome { hash, counts, ..Outcome::default() };
    if page(&blank) != html {
        outcome.differences.push(Difference::Whole);
    }
    outcome.recount(&[("listed", html.matches("<tr data-severity=").count() as u64)]);
    Ok(Some(outcome))
}

/// The attribute that follows a text.
fn value(html: &str, before: &str) -> Option<String> {
    let (_, rest) = html.split_once(before)?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

fn record(mut reader: impl BufRead + Seek) -> io::Result<Option<Outcome>> {
    let (mut hasher, mut line, mut sealed) = (Hasher::new(), Vec::new(), None);
    while reader.read_until(b'\n', &mut line)? > 0 {
        let end = line.trim_ascii_end();
        match std::str::from_utf8(end).ok().and_then(|text| text.rsplit_once(LINE)) {
            Some((summary, hash)) => {
                let mut own = hasher.clone();
                own.update(summary.as_bytes()).update(b"}");
                let hash = hash.trim_end_matches("\"}").to_owned();
                sealed = Some((own.finalize().to_hex().to_string() == hash, hash));
            }
            None => {
                hasher.update(&line);
            }
        }
        line.clear();
    }
    let Some((same, hash)) = sealed else { return Ok(None) };
    let mut outcome = Outcome { hash, ..Outcome::default() };
    if !same {
        outcome.differences.push(Difference::Whole);
    }
    reader.seek(SeekFrom::Start(0))?;
    match replay(reader, &mut []) {
        Ok(read) => {
            let found = [("findings", read.findings), ("kept", read.kept), ("not_checked", read.not_checked)];
            outcome.counts = found.map(|(name, number)| (name.to_owned(), number)).to_vec();
            outcome.recounted = found.map(|(name, _)| name.to_owned()).to_vec();
            if !read.agrees && same {
                outcome.differences.push(Difference::Whole);
            }
        }
        Err(_) if !same => {}
        Err(error) => return Err(io::Error::other(error.to_string())),
    }
    Ok(Some(outcome))
}

fn document<R: Read + Seek>(source: R) -> io::Result<Option<Outcome>> {
    let mut archive = ZipArchive::new(source)?;
    let Some(custom) = archive.index_for_name(CUSTOM) else { return Ok(None) };
    let mut text = String::new();
    archive.by_index(custom)?.take(LARGEST).read_to_string(&mut text)?;
    let mut stated = properties(&text)?;
    let Some(hash) = stated.remove(SEAL) else { return Ok(None) };
    let said = stated.remove(COUNTS).unwrap_or_default();
    let stated: BTreeMap<String, String> =
        stated.into_iter().filter_map(|(name, hash)| Some((name.strip_prefix(PART)?.to_owned(), hash))).collect();
    let mut found = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        if name != CUSTOM && !part.is_dir() {
            found.insert(name, package::hash(&mut part)?);
        }
    }
    let mut outcome = Outcome { counts: counts(&said), ..Outcome::default() };
    let changed = found.iter().filter(|(name, hash)| stated.get(*name).is_some_and(|own| own != *hash));
    outcome.differences.extend(changed.map(|(name, _)| Difference::Changed(name.clone())));
    let gone = stated.keys().filter(|name| !found.contains_key(*name));
    outcome.differences.extend(gone.map(|name| Difference::Gone(name.clone())));
    let added = found.keys().filter(|name| !stated.contains_key(*name));
    outcome.differences.extend(added.map(|name| Difference::Added(name.clone())));
    if outcome.differences.is_empty() && package::whole(&found, &said) != hash {
        outcome.differences.push(Difference::Whole);
    }
    outcome.hash = hash;
    let Recount { problems, wrong_sums } = recount::document(archive)?;
    outcome.recount(&problems.map(|number| ("problems", number)).into_iter().collect::<Vec<_>>());
    outcome.differences.extend(wrong_sums.into_iter().map(Difference::Sum));
    Ok(Some(outcome))
}

impl Outcome {
    /// Compares what was counted again.
    fn recount(&mut self, found: &[(&str, u64)]) {
        for (name, number) in found {
            let Some(stated) = self.counts.iter().find(|(own, _)| own == name).map(|(_, stated)| *stated) else {
                continue;
            };
            self.recounted.push((*name).to_owned());
            if stated != *number {
                self.differences.push(Difference::Count((*name).to_owned(), stated, *number));
            }
        }
    }
}

fn counts(text: &str) -> Vec<(String, u64)> {
    let one =
        |pair: &str| pair.split_once('=').and_then(|(name, number)| Some((name.to_owned(), number.parse().ok()?)));
    text.split_whitespace().filter_map(one).collect()
}

/// The properties of a document's own, by name.
fn properties(xml: &str) -> io::Result<BTreeMap<String, String>> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut name, mut value) = (BTreeMap::new(), None, String::new());
    loop {
        match reader.read_event().map_err(io::Error::other)? {
            Event::Eof => return Ok(found),
            Event::Start(tag) if tag.local_name().as_ref() == "property" => {
                let attribute = tag.try_get_attribute("name").map_err(io::Error::other)?;
                name = attribute
                    .map(|attribute| unescape(&attribute.value).map(Cow::into_owned))
                    .transpose()
                    .map_err(io::Error::other)?;
                value.clear();
            }
            Event::Text(text) => value.push_str(&text),
            Event::End(tag) if tag.local_name().as_ref() == "property" => {
                if let Some(name) = name.take() {
                    found.insert(name, value.trim().to_owned());
                }
            }
            _ => {}
        }
    }
}
