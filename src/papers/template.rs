//! Fills the marks of a template: `{{单位}}` anywhere, and one table row that is repeated for every problem.
//!
//! Word cuts a text into runs where it likes, in the middle of a mark as well, so marks are looked for in whole paragraphs.

use super::Error;
use super::docx::{escape, rewrite};
use crate::report::seal::PROBLEMS;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Values by mark.
pub type Values = BTreeMap<&'static str, String>;

/// Marks of the whole paper: name, whether a template must have it.
pub const MARKS: [(&str, bool); 15] = [
    ("机关", true),
    ("文号", true),
    ("单位", true),
    ("日期", true),
    ("期限", true),
    ("联系人", true),
    ("电话", false),
    ("机关地址", false),
    ("检查时间", false),
    ("检查地点", false),
    ("检查依据", false),
    ("问题数", false),
    ("法律责任", false),
    ("信用代码", false),
    ("版本", false),
];

/// Marks of the row that repeats: name, whether a template must have it.
pub const ROW_MARKS: [(&str, bool); 7] = [
    ("序号", false),
    ("问题编号", false),
    ("位置", false),
    ("问题类型", false),
    ("原文", true),
    ("规范写法", true),
    ("依据", true),
];

/// The part with the text.
const DOCUMENT: &str = "word/document.xml";

/// A template that has been found whole.
#[derive(Debug)]
pub struct Template {
    bytes: Vec<u8>,
}

impl Template {
    /// The docx itself.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Takes a docx and looks for its marks.
    ///
    /// # Errors
    /// When it is no docx, or marks are missing or unknown: all of them are named.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Error> {
        let template = Self { bytes };
        let values: Values = MARKS.iter().map(|(mark, _)| (*mark, String::new())).collect();
        let row: Values = ROW_MARKS.iter().map(|(mark, _)| (*mark, String::new())).collect();
        let mut filler = Filler::new(&values);
        template.run(&mut filler, &[row])?;
        if !filler.unknown.is_empty() {
            return Err(Error::UnknownMarks(filler.unknown.into_iter().collect()));
        }
        let needed = MARKS.iter().chain(&ROW_MARKS).filter(|(mark, must)| *must && !filler.used.contains(*mark));
        let missing: Vec<String> = needed.map(|(mark, _)| (*mark).to_owned()).collect();
        if missing.is_empty() { Ok(template) } else { Err(Error::MissingMarks(missing)) }
    }

    /// Gives the document filled.
    ///
    /// # Errors
    /// When the template cannot be unpacked.
    pub fn fill(&self, values: &Values, rows: &[Values]) -> Result<Vec<u8>, Error> {
        self.run(&mut Filler::new(values), rows)
    }

    /// Gives one document with all of them, each beginning on a page 1 of its own.
    ///
    /// # Errors
    /// When the template cannot be unpacked.
    pub fn merge(&self, all: &[(Values, Vec<Values>)]) -> Result<Vec<u8>, Error> {
        rewrite(&self.bytes, |name, bytes| {
            let Some((first, others)) = all.split_first() else { return Ok(None) };
            if name != DOCUMENT {
                // Head and foot are shared by all pages; what they say must hold for the first paper at least.
                return foot(name, bytes, &mut Filler::new(&first.0));
            }
            let whole = |(values, rows): &(Values, Vec<Values>)| Filler::new(values).document(text(bytes)?, rows);
            let mut merged = whole(first)?;
            for one in others {
                merged = join(&merged, &whole(one)?);
            }
            Ok(Some(merged.into_bytes()))
        })
    }

    fn run(&self, filler: &mut Filler<'_>, rows: &[Values]) -> Result<Vec<u8>, Error> {
        let mut seen = false;
        let filled = rewrite(&self.bytes, |name, bytes| {
            seen |= name == DOCUMENT;
            if name == DOCUMENT {
                Ok(Some(filler.document(text(bytes)?, rows)?.into_bytes()))
            } else {
                foot(name, bytes, filler)
            }
        });
        match filled {
            Err(Error::Made(error)) => Err(Error::Template(error.to_string())),
            Ok(_) if !seen => Err(Error::Template(DOCUMENT.to_owned())),
            other => other,
        }
    }
}

/// Fills a header or footer; any other part stays.
fn foot(name: &str, bytes: &[u8], filler: &mut Filler<'_>) -> Result<Option<Vec<u8>>, Error> {
    let part = name.strip_prefix("word/").unwrap_or_default();
    if !(part.starts_with("header") || part.starts_with("footer")) || !part.ends_with(".xml") {
        return Ok(None);
    }
    let tokens = tokens(text(bytes)?)?;
    Ok(Some(filler.substitute(&tokens, None).into_bytes()))
}

fn text(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|error| Error::Template(error.to_string()))
}

/// Puts a second document behind a first: its section ends with a paragraph that holds the properties of the page.
fn join(first: &str, second: &str) -> String {
    let (Some((head, _)), Some((_, tail))) = (first.split_once("<w:body>"), second.split_once("<w:body>")) else {
        return first.to_owned();
    };
    let body = &first[head.len() + "<w:body>".len()..];
    match body.rfind("<w:sectPr").zip(body.rfind("</w:body>")) {
        Some((section, end)) => format!(
            "{head}<w:body>{}<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{}</w:pPr></w:p>{tail}",
            &body[..section],
            &body[section..end]
        ),
        None => first.to_owned(),
    }
}

/// A piece of the part as it stands there.
struct Token<'x> {
    kind: Kind,
    raw: &'x str,
}

#[derive(PartialEq, Eq, Clone)]
enum Kind {
    Open(String),
    Close(String),
    Empty(String),
    Text,
    Other,
}

impl Token<'_> {
    fn opens(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Open(own) if own == name)
    }

    fn closes(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Close(own) if own == name)
    }
}

/// Takes a part apart without changing a byte.
fn tokens(xml: &str) -> Result<Vec<Token<'_>>, Error> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut from = 0;
    loop {
        let event = reader.read_event().map_err(|error| Error::Template(error.to_string()))?;
        let kind = match &event {
            Event::Eof => return Ok(found),
            Event::Start(tag) => Kind::Open(tag.name().as_ref().to_owned()),
            Event::End(tag) => Kind::Close(tag.name().as_ref().to_owned()),
            Event::Empty(tag) => Kind::Empty(tag.name().as_ref().to_owned()),
            Event::Text(_) | Event::GeneralRef(_) => Kind::Text,
            _ => Kind::Other,
        };
        let to = usize::try_from(reader.buffer_position()).unwrap_or(xml.len());
        found.push(Token { kind, raw: xml.get(from..to).unwrap_or_default() });
        from = to;
    }
}

/// Puts values in place of marks and remembers which.
struct Filler<'v> {
    values: &'v Values,
    used: BTreeSet<String>,
    unknown: BTreeSet<String>,
}

impl<'v> Filler<'v> {
    fn new(values: &'v Values) -> Self {
        Self { values, used: BTreeSet::new(), unknown: BTreeSet::new() }
    }

    /// Fills the text of the paper.
    fn document(&mut self, xml: &str, rows: &[Values]) -> Result<String, Error> {
        let tokens = tokens(xml)?;
        let Some(found) = repeating(&tokens)? else { return Ok(self.substitute(&tokens, None)) };
        let Found { row, properties, others } = found;
        let (before, after) = (&tokens[..row.start], &tokens[row.end..]);
        let mut filled = match properties {
            // The table says what its rows are, so that they can be counted again.
            Some(end) => {
                let caption = format!("<w:tblCaption w:val=\"{PROBLEMS}{others}\"/>");
                self.substitute(&before[..end], None) + &caption + &self.substitute(&before[end..], None)
            }
            None => self.substitute(before, None),
        };
        for values in rows {
            filled.push_str(&self.substitute(&tokens[row.clone()], Some(values)));
        }
        filled.push_str(&self.substitute(after, None));
        Ok(filled)
    }

    /// Gives tokens as text, with values in place of marks.
    fn substitute(&mut self, tokens: &[Token<'_>], row: Option<&Values>) -> String {
        let mut texts: Vec<String> = tokens.iter().map(|token| token.raw.to_owned()).collect();
        let mut paragraphs: Vec<Vec<usize>> = vec![Vec::new()];
        let mut inside = false;
        for (n, token) in tokens.iter().enumerate() {
            if token.opens("w:t") || token.closes("w:t") {
                inside = token.opens("w:t");
            } else if token.opens("w:p") {
                paragraphs.push(Vec::new());
            } else if token.closes("w:p") {
                self.paragraph(&mut texts, &paragraphs.pop().unwrap_or_default(), row);
            } else if inside
                && token.kind == Kind::Text
                && let Some(paragraph) = paragraphs.last_mut()
            {
                paragraph.push(n);
            }
        }
        texts.concat()
    }

    /// Fills one paragraph: a value goes where its mark began.
    fn paragraph(&mut self, texts: &mut [String], places: &[usize], row: Option<&Values>) {
        let whole: String = places.iter().map(|&n| texts[n].as_str()).collect();
        let mut rest = whole.as_str();
        let mut marks: Vec<(Range<usize>, String)> = Vec::new();
        while let Some(start) = rest.find("{{") {
            let from = whole.len() - rest.len() + start;
            let (mark, end) = match rest[start..].find("}}") {
                Some(length) => (rest[start + 2..start + length].trim(), start + length + 2),
                None => (&rest[start..], rest.len()),
            };
            let known = row.and_then(|row| row.get(mark)).or_else(|| self.values.get(mark));
            match known {
                Some(value) => {
                    self.used.insert(mark.to_owned());
                    marks.push((from..whole.len() - rest.len() + end, escape(value)));
                }
                None => {
                    self.unknown.insert(mark.trim_matches(['{', '}']).to_owned());
                }
            }
            rest = &rest[end..];
        }
        if marks.is_empty() {
            return;
        }
        let mut at = 0;
        for &place in places {
            let own = at..at + texts[place].len();
            let mut text = String::new();
            let mut from = own.start;
            for (range, value) in &marks {
                text.push_str(&whole[from.min(own.end)..range.start.clamp(from, own.end.max(from)).min(own.end)]);
                if own.contains(&range.start) {
                    text.push_str(value);
                }
                from = from.max(range.end.min(own.end));
            }
            text.push_str(&whole[from.min(own.end)..own.end]);
            at = own.end;
            texts[place] = text;
        }
    }
}

/// The row that repeats, and what is known of its table.
struct Found {
    row: Range<usize>,
    /// Where the properties of the table end, when they have no caption yet.
    properties: Option<usize>,
    /// Its other rows.
    others: usize,
}

/// A table that is open while rows are looked for.
#[derive(Default)]
struct Open {
    properties: Option<usize>,
    captioned: bool,
    rows: usize,
    holds: bool,
}

/// Finds the row with marks of problems; of nested rows the inner one.
fn repeating(tokens: &[Token<'_>]) -> Result<Option<Found>, Error> {
    let (mut rows, mut tables): (Vec<usize>, Vec<Open>) = (Vec::new(), Vec::new());
    let mut found: Option<Found> = None;
    for (n, token) in tokens.iter().enumerate() {
        if token.opens("w:tbl") {
            tables.push(Open::default());
        } else if token.closes("w:tbl") {
            let table = tables.pop().unwrap_or_default();
            if let Some(found) = found.as_mut().filter(|_| table.holds) {
                found.properties = table.properties.filter(|_| !table.captioned);
                found.others = table.rows - 1;
            }
        } else if token.opens("w:tr") {
            rows.push(n);
        } else if let Some(table) = tables.last_mut() {
            if token.closes("w:tblPr") {
                table.properties = Some(n);
            } else if matches!(&token.kind, Kind::Empty(name) if name == "w:tblCaption") {
                table.captioned = true;
            } else if token.closes("w:tr") {
                table.rows += 1;
                let start = rows.pop().unwrap_or_default();
                let outer = found.as_ref().is_some_and(|found| found.row.start > start);
                if !outer && has_row_mark(&tokens[start..n]) {
                    if found.is_some() {
                        return Err(Error::TwoRows);
                    }
                    table.holds = true;
                    found = Some(Found { row: start..n + 1, properties: None, others: 0 });
                }
            }
        }
    }
    Ok(found)
}

fn has_row_mark(tokens: &[Token<'_>]) -> bool {
    let text: String = tokens.iter().filter(|token| token.kind == Kind::Text).map(|token| token.raw).collect();
    ROW_MARKS.iter().any(|(mark, _)| text.contains(&format!("{{{{{mark}}}}}")))
}
