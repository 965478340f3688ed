//! JSON Lines: one object a line, its keys the columns.

use super::decode::Blocks;
use super::list::Lister;
use super::table::Source;
use super::{Options, Part};
use crate::document::{Loss, LossKind};
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// Lines that are named one by one when they cannot be read; the rest is summed up.
const NAMED: u64 = 20;

/// Reads objects line by line.
pub(super) struct Jsonl {
    source: Source,
    lister: Lister,
    columns: HashMap<String, usize>,
    keys: Vec<String>,
    line: u64,
    bad: u64,
    surrogates: u64,
    first_surrogate: u64,
    /// Bytes of decoded text before the current line.
    offset: u64,
    ending: std::vec::IntoIter<Part>,
    done: bool,
    limit: usize,
    width: usize,
}

impl Jsonl {
    pub(super) fn new(blocks: Blocks, options: &Arc<Options>) -> Self {
        Self {
            source: Source::new(blocks),
            lister: Lister::new(Arc::clone(options), None, false, 0),
            columns: HashMap::new(),
            keys: Vec::new(),
            line: 0,
            bad: 0,
            surrogates: 0,
            first_surrogate: 0,
            offset: 0,
            ending: Vec::new().into_iter(),
            done: false,
            limit: options.limits.record,
            width: options.limits.columns,
        }
    }

    fn advance(&mut self) {
        let rest = self.source.rest();
        let line = match memchr::memchr(b'\n', rest.as_bytes()) {
            Some(at) => rest.get(..=at).unwrap_or_default(),
            None if !self.source.ended() && rest.len() <= self.limit => return self.source.more(&mut self.lister),
            None if rest.is_empty() => return self.finish(),
            None => rest,
        };
        let used = line.len();
        let read = if used > self.limit { None } else { read_line(line.trim()) };
        let blank = line.trim().is_empty();
        self.line += 1;
        match read {
            _ if blank => {}
            Some((fields, replaced)) => {
                if replaced > 0 && self.surrogates == 0 {
                    self.first_surrogate = self.offset;
                }
                self.surrogates += replaced;
                self.row(fields);
            }
            None => {
                self.bad += 1;
                if self.bad <= NAMED {
                    self.lister.lose_rows(&format!("第 {} 行", self.line), 1);
                }
            }
        }
        self.offset += used as u64;
        self.source.take(used);
        if self.lister.is_full() {
            self.finish();
        }
    }

    fn row(&mut self, fields: Vec<(String, String)>) {
        let mut values = vec![String::new(); self.keys.len()];
        let known = self.keys.len();
        for (key, value) in fields {
            let at = match self.columns.get(&key) {
                Some(&at) => at,
                None if self.keys.len() >= self.width => {
                    self.lister.lose_columns(&format!("第 {} 行", self.line));
                    continue;
                }
                None => {
                    self.columns.insert(key.clone(), self.keys.len());
                    self.keys.push(key);
                    values.push(String::new());
                    self.keys.len() - 1
                }
            };
            if let Some(slot) = values.get_mut(at) {
                *slot = value;
            }
        }
        if self.keys.len() > known {
            self.lister.set_keys(&self.keys);
        }
        self.lister.push(self.line, values);
    }

    fn finish(&mut self) {
        self.done = true;
        if self.bad > NAMED {
            self.lister.lose_rows("其余各行", self.bad - NAMED);
        }
        self.lister.finish();
        let mut ending = self.source.end("jsonl", self.lister.records());
        if self.surrogates > 0 {
            let kind =
                LossKind::InvalidBytes { count: self.surrogates, first: self.first_surrogate, encoding: "JSON \\u" };
            ending.insert(0, Part::Loss(Loss { scope: String::new(), kind }));
        }
        self.ending = ending.into_iter();
    }
}

impl Iterator for Jsonl {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        loop {
            if let Some(part) = self.lister.pop() {
                return Some(part);
            }
            if self.done {
                return self.ending.next();
            }
            self.advance();
        }
    }
}

/// The fields of an object in their order, and how many lone surrogates were replaced.
fn read_line(line: &str) -> Option<(Vec<(String, String)>, u64)> {
    if let Ok(Fields(fields)) = serde_json::from_str(line) {
        return Some((fields, 0));
    }
    let (mended, replaced) = mend_surrogates(line);
    if replaced == 0 {
        return None;
    }
    serde_json::from_str(&mended).ok().map(|Fields(fields)| (fields, replaced))
}

/// Writes `\ufffd` for escapes of half a surrogate pair, which JSON allows and text cannot hold.
fn mend_surrogates(line: &str) -> (String, u64) {
    let (mut out, mut replaced, mut rest) = (String::with_capacity(line.len()), 0, line);
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let take = match escape(rest) {
            Some(0xD800..=0xDBFF) if matches!(rest.get(6..).and_then(escape), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str("\\ufffd");
                replaced += 1;
                rest = rest.get(6..).unwrap_or_default();
                continue;
            }
            Some(_) => 6,
            None => rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at),
        };
        out.push_str(rest.get(..take).unwrap_or_default());
        rest = rest.get(take..).unwrap_or_default();
    }
    out.push_str(rest);
    (out, replaced)
}

/// The code unit of `\uXXXX` at the start.
fn escape(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// An object as its keys and displayed values, in the order of the file.
struct Fields(Vec<(String, String)>);

impl<'de> serde::Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ordered;
        impl<'de> Visitor<'de> for Ordered {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, Value>()? {
                    fields.push((key, display(value)));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Ordered)
    }
}

/// Strings as they are, nothing for null, everything else as JSON.
fn display(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Number(number) => {
            let text = number.to_string();
            text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
        }
        other => other.to_string(),
    }
}
