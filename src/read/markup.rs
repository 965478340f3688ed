//! Tags of XML and HTML: a scanner for guards, and tables that systems export under the name `.xls`.

use super::list::Lister;

/// Bytes of the longest tag that is looked at.
const LONGEST: usize = 1 << 20;

/// Finds tags in a stream of blocks.
#[derive(Default)]
pub(super) struct Tags {
    inside: bool,
    quote: Option<u8>,
    tag: Vec<u8>,
}

/// One tag, without its brackets.
pub(super) struct Tag<'t> {
    text: &'t str,
    /// Whether it is an end tag.
    pub(super) closing: bool,
}

impl Tags {
    /// Calls `found` for each tag that ends in the block; false when a tag is longer than any honest one.
    pub(super) fn feed(&mut self, block: &[u8], mut found: impl FnMut(&Tag<'_>)) -> bool {
        let mut rest = block;
        loop {
            if !self.inside {
                let Some(at) = memchr::memchr(b'<', rest) else { return true };
                rest = rest.get(at + 1..).unwrap_or_default();
                self.inside = true;
                self.quote = None;
                self.tag.clear();
            }
            let Some(end) = rest.iter().position(|&byte| self.ends(byte)) else {
                return self.tag.len() <= LONGEST;
            };
            rest = rest.get(end + 1..).unwrap_or_default();
            self.inside = false;
            if let Ok(text) = std::str::from_utf8(&self.tag) {
                found(&Tag::new(text));
                // `<a/>` opens and closes.
                if let Some(text) = text.strip_suffix('/') {
                    found(&Tag { text, closing: true });
                }
            }
        }
    }

    /// Takes a byte of a tag; true for the bracket that ends it.
    fn ends(&mut self, byte: u8) -> bool {
        let special = self.tag.first().is_some_and(|first| matches!(first, b'!' | b'?'));
        let ends = byte == b'>'
            && if self.tag.starts_with(b"!--") {
                self.tag.ends_with(b"--") && self.tag.len() >= 5
            } else if self.tag.starts_with(b"![CDATA[") {
                self.tag.ends_with(b"]]")
            } else {
                special || self.quote.is_none()
            };
        if ends {
            return true;
        }
        match self.quote {
            Some(quote) if quote == byte => self.quote = None,
            None if !special && matches!(byte, b'"' | b'\'') => self.quote = Some(byte),
            _ => {}
        }
        // Comments may be long; only what decides where they end is kept.
        if special && self.tag.len() > 64 {
            self.tag.drain(16..48);
        }
        if self.tag.len() <= LONGEST {
            self.tag.push(byte);
        }
        false
    }
}

impl<'t> Tag<'t> {
    fn new(text: &'t str) -> Self {
        let bare = text.strip_prefix('/');
        Self { text: bare.unwrap_or(text), closing: bare.is_some() }
    }

    /// Name without its prefix.
    pub(super) fn local_name(&self) -> &'t str {
        let name = self.text.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
        name.rsplit(':').next().unwrap_or(name)
    }

    /// Value of an attribute, entities left as they are.
    pub(super) fn attribute(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.text;
        while let Some(at) = rest.find('=') {
            let (before, after) = rest.split_at(at);
            let key = before.trim_end().rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
            let after = after.get(1..)?.trim_start();
            let (value, next) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after.get(1..)?.split_once(quote)?,
                _ => after.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((after, "")),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = next;
        }
        None
    }

    /// Whether an attribute is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Value of an attribute that is a number; one too big for a number is the biggest.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        let value = self.attribute(name)?.trim();
        let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| value.parse().unwrap_or(u64::MAX))
    }
}

/// Reads the tables of a page, one below the other as spreadsheet programs show them.
pub(super) struct TableText<'t> {
    rest: &'t str,
    row: Option<Vec<String>>,
    cell: Option<Cell>,
    /// For each column, how many rows a cell from above still covers.
    covered: Vec<u64>,
    number: u64,
    columns: usize,
}

struct Cell {
    column: usize,
    text: String,
}

impl<'t> TableText<'t> {
    pub(super) fn new(text: &'t str, columns: usize) -> Self {
        Self { rest: text, row: None, cell: None, covered: Vec::new(), number: 0, columns }
    }

    /// Hands all rows over; true when there was a table at all.
    pub(super) fn read(mut self, lister: &mut Lister) -> bool {
        let mut any = false;
        while let Some(at) = self.rest.find('<') {
            let (before, after) = self.rest.split_at(at);
            if let Some(cell) = &mut self.cell {
                push_text(before, &mut cell.text);
            }
            let end = tag_end(after);
            let tag = Tag::new(after.get(1..end.saturating_sub(1)).unwrap_or_default());
            self.rest = after.get(end..).unwrap_or_default();
            any |= self.tag(&tag, lister);
        }
        self.close_row(lister);
        any
    }

    /// True for the start of a row.
    fn tag(&mut self, tag: &Tag<'t>, lister: &mut Lister) -> bool {
        let name = tag.local_name().to_ascii_lowercase();
        match (name.as_str(), tag.closing) {
            ("style" | "script", false) => self.skip_to(&format!("</{name}")),
            ("tr" | "row", false) => {
                self.close_row(lister);
                let next = tag.number("ss:Index").unwrap_or(0).min(1 << 20);
                self.number = (self.number + 1).max(next);
                self.row = Some(Vec::new());
                return true;
            }
            ("tr" | "row" | "table", true) => self.close_row(lister),
            ("td" | "th" | "cell", false) => self.open_cell(tag),
            ("td" | "th" | "cell", true) => self.close_cell(),
            ("br", _) | ("p", true) => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
        false
    }

    fn skip_to(&mut self, mark: &str) {
        let lower = self.rest.to_ascii_lowercase();
        self.rest = lower.find(mark).and_then(|at| self.rest.get(at..)).unwrap_or_default();
    }

    fn open_cell(&mut self, tag: &Tag<'t>) {
        self.close_cell();
        let Some(row) = &mut self.row else { return };
        let mut column = row.len();
        if let Some(index) = tag.number("ss:Index") {
            column = usize::try_from(index).unwrap_or(usize::MAX).saturating_sub(1);
        }
        while self.covered.get(column).is_some_and(|&rows| rows > 0) {
            column += 1;
        }
        let column = column.min(self.columns.saturating_sub(1));
        let wide = tag.number("colspan").or(tag.number("ss:MergeAcross").map(|n| n.saturating_add(1))).unwrap_or(1);
        let wide = usize::try_from(wide).unwrap_or(1).clamp(1, self.columns - column);
        row.resize(row.len().max(column + wide), String::new());
        if let Some(rows @ 2..) = tag.number("rowspan") {
            self.covered.resize(self.covered.len().max(column + wide), 0);
            // This row's end takes one off.
            self.covered.get_mut(column..column + wide).unwrap_or_default().fill(rows.min(1 << 20));
        }
        if !tag.text.ends_with('/') {
            self.cell = Some(Cell { column, text: String::new() });
        }
    }

    fn close_cell(&mut self) {
        let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) else { return };
        if let Some(value) = row.get_mut(cell.column) {
            *value = tidy(&cell.text);
        }
    }

    fn close_row(&mut self, lister: &mut Lister) {
        self.close_cell();
        if let Some(row) = self.row.take() {
            lister.push(self.number, row);
            for rows in &mut self.covered {
                *rows = rows.saturating_sub(1);
            }
        }
    }
}

/// Length of the tag or comment at the start of `text`.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Appends text with its entities decoded.
fn push_text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let end = rest.get(..12.min(rest.len())).or(rest.get(..rest.ceil_char_boundary(12)));
        let Some((entity, length)) = end
            .and_then(|head| head.find(';'))
            .and_then(|semicolon| Some((entity(rest.get(1..semicolon)?)?, semicolon + 1)))
        else {
            out.push('&');
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        out.push(entity);
        rest = rest.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "middot" => '·',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?;
            char::from_u32(code).unwrap_or('\u{FFFD}')
        }
    })
}

/// Line breaks of the source are blanks in a page; blank lines and edges say nothing.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    let kept: Vec<String> = lines.filter(|line| !line.trim_matches(['\u{A0}', ' ']).is_empty()).collect();
    kept.join("\n").trim_matches(['\u{A0}', ' ']).to_owned()
}
