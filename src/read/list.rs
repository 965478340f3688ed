//! Rows into batches: the part that all kinds of lists share.

use super::header::{self, Layout, RawRow, SAMPLE_ROWS, has_han, late_column};
use super::pairs::Tally;
use super::words::{is_sign, is_spelling};
use super::{Options, Part};
use crate::document::{Cell, Document, Loss, LossKind, Role, Row, Sheet};
use std::collections::VecDeque;
use std::sync::Arc;

/// Bytes of checked text at which a batch is handed on.
const BATCH: usize = 64 * 1024;

/// Cells at which a batch is handed on although it has little text.
const BATCH_CELLS: usize = 64 * 1024;

/// Takes rows, finds the header, and yields documents and losses.
pub(super) struct Lister {
    options: Arc<Options>,
    name: Option<String>,
    references: bool,
    /// Headers given by the format.
    keys: Option<Vec<String>>,
    waiting: Vec<RawRow>,
    layout: Option<Layout>,
    sheet: Arc<Sheet>,
    /// For each carried column, whether Han text was met.
    unread: Vec<bool>,
    tally: Tally,
    batch: Batch,
    out: VecDeque<Part>,
    cells: u64,
    records: u64,
    skipped: u64,
    full: bool,
    wide: bool,
}

#[derive(Default)]
struct Batch {
    text: String,
    cells: Vec<Cell>,
    rows: Vec<Row>,
    weight: usize,
}

impl Lister {
    /// A list; `cells` have been read from the same input before.
    pub(super) fn new(options: Arc<Options>, name: Option<String>, references: bool, cells: u64) -> Self {
        Self {
            options,
            name,
            references,
            keys: None,
            waiting: Vec::new(),
            layout: None,
            sheet: Arc::default(),
            unread: Vec::new(),
            tally: Tally::default(),
            batch: Batch::default(),
            out: VecDeque::new(),
            cells,
            records: 0,
            skipped: 0,
            full: false,
            wide: false,
        }
    }

    /// The next finished part.
    pub(super) fn pop(&mut self) -> Option<Part> {
        self.out.pop_front()
    }

    /// Data rows so far.
    pub(super) fn records(&self) -> u64 {
        self.records
    }

    /// Cells so far, with those of the lists before.
    pub(super) fn cells(&self) -> u64 {
        self.cells
    }

    /// Whether a limit was reached and no more rows are taken.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Says that something was not read.
    pub(super) fn lose(&mut self, scope: &str, kind: LossKind) {
        self.out.push_back(Part::Loss(Loss { scope: self.scope(scope), kind }));
    }

    /// Says once that there are more columns than any list has.
    pub(super) fn lose_columns(&mut self, scope: &str) {
        if !std::mem::replace(&mut self.wide, true) {
            let columns = self.options.limits.columns;
            let text = format!("列数超过上限 {columns} 列，其后的列没有读；请核对分隔符或拆分表格");
            self.lose(scope, LossKind::Limit(text));
        }
    }

    /// Counts rows that could not be read.
    pub(super) fn lose_rows(&mut self, scope: &str, rows: u64) {
        self.records += rows;
        self.lose(scope, LossKind::Rows(rows));
    }

    fn scope(&self, detail: &str) -> String {
        let sheet = self.name.as_ref().map(|name| format!("工作表“{name}”"));
        [sheet.as_deref(), Some(detail)].into_iter().flatten().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Makes the format's own headers known: the columns of the rows that follow.
    pub(super) fn set_keys(&mut self, keys: &[String]) {
        if self.layout.is_none() {
            self.keys = Some(keys.to_vec());
            return;
        }
        let known = self.sheet.columns.len();
        let late = keys.iter().enumerate().skip(known);
        let columns = late.map(|(at, key)| late_column(Some(key), at, false, &self.options)).collect();
        self.add_columns(columns);
    }

    /// Takes a row as its file numbers it; empty rows are passed over.
    pub(super) fn push(&mut self, number: u64, mut values: Vec<String>) {
        let width = values.iter().rposition(|value| !value.trim().is_empty()).map_or(0, |at| at + 1);
        values.truncate(width);
        if width == 0 || self.full {
            return;
        }
        let columns = self.options.limits.columns;
        if width > columns {
            values.truncate(columns);
            self.lose_columns(&format!("第 {number} 行"));
        }
        self.cells += values.len() as u64;
        if self.cells > self.options.limits.cells {
            self.full = true;
            let limit = self.options.limits.cells / 10_000;
            let text = format!("单元格超过上限 {limit} 万个，从这一行起没有读；请拆成几个文件后再检查");
            self.lose(&format!("第 {number} 行"), LossKind::Limit(text));
            return;
        }
        if self.layout.is_some() {
            self.data_row(number, values);
            return;
        }
        self.waiting.push((number, values));
        if self.waiting.len() >= SAMPLE_ROWS {
            self.decide();
        }
    }

    /// Hands on what is left and says what was not looked at.
    pub(super) fn finish(&mut self) {
        if self.layout.is_none() {
            self.decide();
        }
        self.flush();
        if self.skipped > 0 {
            self.lose("", LossKind::Rows(self.skipped));
        }
        for kind in self.tally.losses(&self.sheet) {
            self.lose("", kind);
        }
        let columns = self.sheet.columns.iter().zip(&self.unread);
        let unread: Vec<String> = columns.filter(|(_, seen)| **seen).map(|(column, _)| column.header.clone()).collect();
        if !unread.is_empty() {
            self.lose("", LossKind::Columns(unread));
        }
    }

    fn decide(&mut self) {
        let rows = std::mem::take(&mut self.waiting);
        if rows.is_empty() {
            self.layout = Some(Layout::default());
            return;
        }
        let layout = header::layout(&rows, self.keys.as_deref(), &self.options);
        self.sheet =
            Arc::new(Sheet { name: self.name.clone(), references: self.references, columns: layout.columns.clone() });
        self.unread = vec![false; layout.columns.len()];
        self.tally.watch(&self.sheet);
        if layout.headless {
            self.lose("", LossKind::NoHeader);
        }
        if !layout.missing.is_empty() {
            self.out.push_back(Part::Loss(Loss {
                scope: self.scope(""),
                kind: LossKind::Unreadable(self.missing_text(&layout)),
            }));
        }
        let has = |wanted: fn(&Role) -> bool| layout.columns.iter().any(|column| wanted(&column.role));
        if !has(|role| matches!(role, Role::Checked(_))) && layout.columns.iter().any(|c| is_spelling(&c.header)) {
            let text = "有拼音列，没有名称列，这张表没有可以检查的内容；请用 --column name=列名 指定名称列".to_owned();
            self.lose("", LossKind::Unreadable(text));
        }
        for (names, spellings) in &layout.swapped {
            self.lose("", LossKind::Swapped { names: names.clone(), spellings: spellings.clone() });
        }
        let before = layout.before_data;
        self.layout = Some(layout);
        for (number, values) in rows.into_iter().skip(before) {
            self.data_row(number, values);
        }
    }

    fn missing_text(&self, layout: &Layout) -> String {
        let headers: Vec<&str> = layout.columns.iter().map(|column| column.header.as_str()).collect();
        let checked = layout.columns.iter().any(|column| matches!(column.role, Role::Checked(_)));
        format!(
            "没有找到指定的列：{}{}；表中的列有：{}。请核对 --column",
            layout.missing.join("、"),
            if checked { "" } else { "，这张表没有检查" },
            headers.join("、")
        )
    }

    fn data_row(&mut self, number: u64, mut values: Vec<String>) {
        let Some(layout) = &self.layout else { return };
        if is_repeated_header(&layout.header, &values) {
            return;
        }
        let nothing_checked = !layout.missing.is_empty()
            && !self.sheet.columns.iter().any(|column| matches!(column.role, Role::Checked(_)));
        let headless = layout.headless;
        self.records += 1;
        if nothing_checked {
            self.skipped += 1;
            return;
        }
        if values.len() > self.sheet.columns.len() {
            let late = self.sheet.columns.len()..values.len();
            let columns = late.map(|at| late_column(None, at, headless, &self.options)).collect();
            self.add_columns(columns);
        }
        self.shorten(number, &mut values);
        self.tally.row(number, &values);
        self.append(number, values);
        if self.batch.text.len() >= BATCH || self.batch.weight >= BATCH_CELLS {
            self.flush();
        }
    }

    /// Cuts cells that no office writes.
    fn shorten(&mut self, number: u64, values: &mut [String]) {
        let limit = self.options.limits.cell_chars;
        for (at, value) in values.iter_mut().enumerate().filter(|(_, value)| value.len() > limit) {
            let Some((cut, _)) = value.char_indices().nth(limit) else { continue };
            value.truncate(cut);
            let text = format!("单元格超过上限 {limit} 字，只检查了前面的部分；请拆开后再检查");
            let scope = self.scope(&format!("第 {number} 行第 {} 列", at + 1));
            self.out.push_back(Part::Loss(Loss { scope, kind: LossKind::Limit(text) }));
        }
    }

    fn append(&mut self, number: u64, values: Vec<String>) {
        let batch = &mut self.batch;
        let row = batch.rows.len();
        let mut sign = false;
        for (column, value) in values.iter().enumerate() {
            let role = self.sheet.columns.get(column).map(|column| column.role).unwrap_or_default();
            match role {
                Role::Checked(_) | Role::Spelling if !value.trim().is_empty() => {
                    let start = batch.text.len();
                    batch.text.push_str(value);
                    batch.cells.push(Cell { range: start..batch.text.len(), row, column });
                    batch.text.push('\n');
                }
                Role::Checked(_) | Role::Spelling | Role::Exemption | Role::Ignored => {}
                _ => {
                    sign |= role == Role::Carrier && is_sign(value);
                    if let Some(seen) = self.unread.get_mut(column).filter(|seen| !**seen) {
                        *seen = has_han(value) && !is_total(value);
                    }
                }
            }
        }
        batch.weight += values.len() + 1;
        batch.rows.push(Row { sheet: Arc::clone(&self.sheet), number, values, sign });
    }

    /// A wider row or a new key: rows from here on belong to a wider sheet.
    fn add_columns(&mut self, columns: Vec<crate::document::Column>) {
        if columns.is_empty() {
            return;
        }
        let mut sheet = Sheet::clone(&self.sheet);
        sheet.columns.extend(columns);
        self.unread.resize(sheet.columns.len(), false);
        self.tally.watch(&sheet);
        self.sheet = Arc::new(sheet);
    }

    fn flush(&mut self) {
        if self.batch.rows.is_empty() {
            return;
        }
        let batch = std::mem::take(&mut self.batch);
        self.out.push_back(Part::Document(Document {
            text: batch.text.into(),
            cells: batch.cells,
            rows: batch.rows,
            ..Document::default()
        }));
    }
}

/// The word at the left of a sum, in a column of numbers.
fn is_total(value: &str) -> bool {
    let bare: String = value.chars().filter(|c| !c.is_whitespace() && !matches!(c, ':' | '：')).collect();
    matches!(bare.as_str(), "合计" | "总计" | "小计" | "共计" | "累计")
}

/// A header printed again at the top of a page.
fn is_repeated_header(header: &[String], values: &[String]) -> bool {
    !header.is_empty()
        && header.len() >= values.len()
        && header.iter().enumerate().all(|(at, cell)| cell.trim() == values.get(at).map_or("", |value| value.trim()))
}
