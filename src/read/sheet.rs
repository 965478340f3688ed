//! Workbooks: xlsx, xls and ods through one library, which is fenced in from both sides.
//!
//! Before it [`super::archive`] and [`super::ole`] look for numbers it would allocate by; around it a
//! thread of its own hands rows over a bounded channel, so that a large workbook is never held as rows.

use super::archive::{self, Book};
use super::feed::{Feed, explain};
use super::limits::megabytes;
use super::list::Lister;
use super::{Options, Part, fence, ole};
use crate::document::{Loss, LossKind};
use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, Xls, Xlsx, XlsxError};
use std::io::Cursor;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Parts that may wait between the reading thread and the checker.
const WAITING: usize = 8;

/// Cells of a sheet that may be unreadable before the sheet is given up.
const BAD_CELLS: u64 = 1000;

/// Reads a workbook on a thread of its own.
pub(super) struct Workbook {
    parts: Receiver<Part>,
}

impl Workbook {
    /// Takes over a feed of which `start` has been read; `zip` says which kind of container it is.
    pub(super) fn new(feed: Feed, start: Vec<u8>, zip: bool, options: &Arc<Options>) -> Self {
        let (sender, parts) = sync_channel(WAITING);
        let (sink, options) = (sender.clone(), Arc::clone(options));
        let run = move || {
            let mut job = Job { sink, options, format: if zip { "xlsx" } else { "xls" }, records: 0, cells: 0 };
            job.run(feed, start, zip);
        };
        // Where no thread can be had the workbook is simply not read; the fence says so.
        drop(std::thread::Builder::new().name("workbook".to_owned()).spawn(run));
        Self { parts }
    }
}

impl Iterator for Workbook {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        self.parts.recv().ok()
    }
}

struct Job {
    sink: SyncSender<Part>,
    options: Arc<Options>,
    format: &'static str,
    records: u64,
    cells: u64,
}

/// Nobody listens any more.
struct Gone;

impl Job {
    fn run(&mut self, mut feed: Feed, mut bytes: Vec<u8>, zip: bool) {
        let limit = self.options.limits.workbook;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        let loss = match feed.fill(&mut bytes, wanted) {
            Err(error) => Some(LossKind::Unreadable(explain(&error))),
            Ok(()) if bytes.len() as u64 > limit => Some(LossKind::Limit(format!(
                "工作簿超过上限 {}；请拆成几个文件，或另存为 .csv 后再检查",
                megabytes(limit)
            ))),
            Ok(()) => {
                // A parser that panics ends this input only.
                let read = fence(|| if zip { self.read_zip(bytes) } else { self.read_ole(bytes) });
                read.unwrap_or_else(|| Err(LossKind::Unreadable(PANICKED.to_owned()))).err()
            }
        };
        if let Some(kind) = loss {
            let _ = self.sink.send(Part::Loss(Loss { scope: String::new(), kind }));
        }
        feed.drain();
        let _ = self.sink.send(Part::End(feed.info(self.format, "", self.records)));
    }

    fn read_zip(&mut self, bytes: Vec<u8>) -> Result<(), LossKind> {
        let book = archive::examine(&bytes, &self.options.limits).map_err(|refusal| match refusal {
            archive::Refusal::Unreadable(text) => LossKind::Unreadable(text),
            archive::Refusal::Limit(text) => LossKind::Limit(text),
        })?;
        match book {
            Book::Xlsx => self.read_xlsx(bytes),
            Book::Ods => {
                self.format = "ods";
                let book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
                self.read_ranges(book)
            }
        }
    }

    fn read_ole(&mut self, mut bytes: Vec<u8>) -> Result<(), LossKind> {
        ole::examine(&mut bytes, &self.options.limits).map_err(|refusal| match refusal {
            ole::Refusal::Unreadable(text) => LossKind::Unreadable(text),
            ole::Refusal::Limit(text) => LossKind::Limit(text),
        })?;
        let book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        self.read_ranges(book)
    }

    /// xls and ods: the library holds the sheets already.
    fn read_ranges<R: Reader<Cursor<Vec<u8>>>>(&mut self, mut book: R) -> Result<(), LossKind>
    where
        R::Error: std::fmt::Display,
    {
        for name in worksheets(&book) {
            let mut lister = self.lister(&name);
            match book.worksheet_range(&name) {
                Ok(range) => {
                    let (top, left) = range.start().unwrap_or_default();
                    for (at, cells) in range.rows().enumerate() {
                        let mut values = vec![String::new(); left as usize];
                        values.extend(cells.iter().map(display));
                        lister.push(u64::from(top) + at as u64 + 1, values);
                        if lister.is_full() || self.forward(&mut lister).is_err() {
                            break;
                        }
                    }
                }
                Err(error) => lister.lose("", broken(&error)),
            }
            if self.close(lister).is_err() {
                return Ok(());
            }
        }
        Ok(())
    }

    /// xlsx: cell by cell, so that a sheet is never larger than the cells it has.
    fn read_xlsx(&mut self, bytes: Vec<u8>) -> Result<(), LossKind> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        for name in worksheets(&book) {
            let mut lister = self.lister(&name);
            match book.worksheet_cells_reader(&name) {
                Ok(mut cells) => {
                    let mut rows = Rows::new(self.options.limits.columns);
                    while let Some(found) = rows.next(&mut cells) {
                        match found {
                            Ok((number, values)) => lister.push(number, values),
                            Err((number, error)) => {
                                let text = format!(
                                    "文件从这里起已损坏（{error}），其后的行没有读；请用表格软件打开后另存一份"
                                );
                                lister.lose(&format!("第 {number} 行"), LossKind::Unreadable(text));
                            }
                        }
                        if lister.is_full() || self.forward(&mut lister).is_err() {
                            break;
                        }
                    }
                    if rows.bad > 0 {
                        let text = format!("有 {} 个单元格不能识别，按空白处理；请用表格软件打开后另存一份", rows.bad);
                        lister.lose("", LossKind::Unreadable(text));
                    }
                }
                // A chart on a sheet of its own.
                Err(XlsxError::NotAWorksheet(_)) => continue,
                Err(error) => lister.lose("", broken(&error)),
            }
            if self.close(lister).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn lister(&self, name: &str) -> Lister {
        Lister::new(Arc::clone(&self.options), Some(name.to_owned()), true, self.cells)
    }

    fn forward(&self, lister: &mut Lister) -> Result<(), Gone> {
        while let Some(part) = lister.pop() {
            self.sink.send(part).map_err(|_| Gone)?;
        }
        Ok(())
    }

    fn close(&mut self, mut lister: Lister) -> Result<(), Gone> {
        lister.finish();
        self.records += lister.records();
        self.cells = lister.cells();
        self.forward(&mut lister)?;
        if lister.is_full() { Err(Gone) } else { Ok(()) }
    }
}

const PANICKED: &str = "解析时出错，文件可能已损坏；请用表格软件打开后另存一份";

fn broken(error: &dyn std::fmt::Display) -> LossKind {
    let text = error.to_string();
    LossKind::Unreadable(if text.contains("assword") {
        "工作簿有密码；请用表格软件打开，取消密码后另存一份".to_owned()
    } else {
        format!("工作簿不完整或已损坏（{text}）；请用表格软件打开后另存一份")
    })
}

/// Names of the sheets that hold cells, hidden ones too, in the order of the book.
fn worksheets<R: Reader<Cursor<Vec<u8>>>>(book: &R) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
}

/// Cells gathered into rows.
struct Rows {
    columns: usize,
    row: Option<(u32, Vec<String>)>,
    bad: u64,
    ended: bool,
}

impl Rows {
    fn new(columns: usize) -> Self {
        Self { columns, row: None, bad: 0, ended: false }
    }

    /// The next row with its number, or where and why reading stopped.
    #[allow(clippy::type_complexity)]
    fn next(
        &mut self,
        cells: &mut calamine::XlsxCellReader<'_, Cursor<Vec<u8>>>,
    ) -> Option<Result<(u64, Vec<String>), (u64, String)>> {
        while !self.ended {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let finished = self.add(cell.get_position(), cell.get_value());
                    if finished.is_some() {
                        return finished.map(Ok);
                    }
                }
                Ok(None) => self.ended = true,
                Err(error) if goes_on(&error) && self.bad < BAD_CELLS => self.bad += 1,
                Err(error) => {
                    self.ended = true;
                    let number = self.row.as_ref().map_or(1, |(row, _)| u64::from(*row) + 1);
                    return Some(Err((number, error.to_string())));
                }
            }
        }
        self.row.take().map(|(row, values)| Ok((u64::from(row) + 1, values)))
    }

    /// Adds a cell; the row before it, if this one begins another.
    fn add(&mut self, (row, column): (u32, u32), value: &DataRef<'_>) -> Option<(u64, Vec<String>)> {
        let finished = self.row.take_if(|(current, _)| *current != row);
        let (_, values) = self.row.get_or_insert_with(|| (row, Vec::new()));
        let column = column as usize;
        // Formatted but empty cells reach far beyond a table and must not make it wide.
        if column < self.columns && !matches!(value, DataRef::Empty) {
            values.resize(values.len().max(column + 1), String::new());
            if let Some(slot) = values.get_mut(column) {
                *slot = display_ref(value);
            }
        }
        finished.map(|(row, values)| (u64::from(row) + 1, values))
    }
}

/// Whether the cells after this one can still be read.
fn goes_on(error: &XlsxError) -> bool {
    !matches!(error, XlsxError::Io(_) | XlsxError::Zip(_) | XlsxError::Xml(_) | XlsxError::XmlEof(_))
}

fn display_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => display(&Data::from(other.clone())),
    }
}

/// A cell as spreadsheet programs show it without formats: whole numbers without `.0`, dates as ISO, errors empty.
fn display(value: &Data) -> String {
    match value {
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(moment) => date(moment),
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).replace('T', " "),
        Data::DurationIso(text) => text.clone(),
        Data::Error(CellErrorType::NA) | Data::Error(_) | Data::Empty => String::new(),
    }
}

fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match moment.as_f64() {
        _ if moment.is_duration() => {
            let seconds = (moment.as_f64() * 86_400.0).round() as i64;
            format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
        }
        value if (0.0..1.0).contains(&value) => time,
        value if value.fract() == 0.0 => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}
