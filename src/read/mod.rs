//! Readers: bytes in, documents out. A reader never asks a rule anything, never panics outwards, and obeys [`limits`].
//!
//! [`open`] looks at the first bytes ([`sniff`]), decides on the encoding, and hands the input to the
//! reader of its format. Whatever happens, the parts end with one [`Part::End`].

mod archive;
mod decode;
mod encoding;
mod feed;
mod header;
mod jsonl;
pub mod limits;
mod list;
mod markdown;
mod markup;
mod ole;
mod page;
mod pairs;
mod plain;
mod sheet;
mod sniff;
mod table;
mod words;

pub use crate::document::{Info, Part};
use crate::document::{Loss, LossKind, Role, Scene};
use decode::{BLOCK, Blocks};
use feed::Feed;
pub(crate) use feed::explain;
use sniff::Kind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

/// What to read.
#[derive(Debug, Clone)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// An argument of the command line.
    Text(String),
}

/// Options of reading.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `--column NAME=HEADER` (NAME may be a scene, a known field or `exempt`): the header and the role it gets.
    /// A header is matched as it stands, trimmed; else it is a column letter (`C`) or number (`3`).
    /// When any is given with a `Checked` role, only given columns are checked.
    pub columns: Vec<(String, Role)>,
    /// `--encoding LABEL`: overrides detection, not a byte order mark.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// Limits against hostile input.
    pub limits: limits::Limits,
    /// Takes every text for lines of plain text, whatever its name and first bytes say.
    pub by_line: bool,
    /// Scene given by hand; list columns found by header keep their own only when this is `None`.
    pub scene: Option<Scene>,
}

/// Opens an input; nothing is read before the first part is asked for.
#[must_use]
pub fn open(input: &Input, options: &Options) -> Reading {
    Reading { state: State::New(input.clone(), Arc::new(options.clone())) }
}

/// The parts of an input: documents and losses, and always one [`Part::End`] as the last.
pub struct Reading {
    state: State,
}

type Parts = Box<dyn Iterator<Item = Part> + Send>;

enum State {
    New(Input, Arc<Options>),
    Open(Parts),
    /// Something went wrong; the end is still due.
    Failed,
    Ended,
}

impl Iterator for Reading {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::New(input, options) => {
                    let Some(parts) = fence(|| start(&input, &options)) else { return Some(self.fail()) };
                    self.state = State::Open(parts);
                }
                State::Open(mut parts) => {
                    return Some(match fence(|| parts.next()) {
                        Some(Some(Part::End(info))) => Part::End(info),
                        Some(Some(part)) => {
                            self.state = State::Open(parts);
                            part
                        }
                        // A reader that panicked, or a thread that died before the end.
                        Some(None) | None => self.fail(),
                    });
                }
                State::Failed => return Some(Part::End(Info::default())),
                State::Ended => return None,
            }
        }
    }
}

impl Reading {
    fn fail(&mut self) -> Part {
        self.state = State::Failed;
        let text = "读取时程序出错，这个文件没有读完；请另存为 .xlsx 或 .txt 后再检查，并把文件报告给开发者";
        unreadable(text.to_owned())
    }
}

/// Runs a parser; `None` when it panics.
///
/// A panic inside a parser leaves nothing behind that is used again: its reader is dropped.
fn fence<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

fn unreadable(text: String) -> Part {
    Part::Loss(Loss { scope: String::new(), kind: LossKind::Unreadable(text) })
}

/// Looks at the first block and chooses the reader.
fn start(input: &Input, options: &Arc<Options>) -> Parts {
    let mut feed = match Feed::open(input) {
        Ok(feed) => feed,
        Err(text) => return Box::new([unreadable(text), Part::End(Info::default())].into_iter()),
    };
    let mut first = Vec::new();
    if let Err(error) = feed.fill(&mut first, BLOCK) {
        let end = Part::End(feed.info("", "", 0));
        return Box::new([unreadable(explain(&error)), end].into_iter());
    }
    let kind = match sniff::sniff(&first, input) {
        Kind::Zip | Kind::Ole if options.by_line => {
            return refuse(feed, "这是工作簿或者压缩包，逐行处理只读文本；请把要处理的一列另存为 .txt".to_owned());
        }
        Kind::Binary(what) => Kind::Binary(what),
        _ if options.by_line => Kind::Plain,
        kind => kind,
    };
    let given = match input {
        Input::Text(_) => Some(encoding_rs::UTF_8),
        _ => options.encoding,
    };
    let blocks = |feed, first| Blocks::new(feed, first, given, BLOCK);
    match kind {
        Kind::Plain => Box::new(plain::Plain::new(feed, first, given)),
        Kind::Markdown => Box::new(markdown::Markdown::new(feed, first, options)),
        Kind::Table(delimiter) => Box::new(table::Table::new(blocks(feed, first), delimiter, options)),
        Kind::Jsonl => Box::new(jsonl::Jsonl::new(blocks(feed, first), options)),
        Kind::Markup => Box::new(page::Page::new(blocks(feed, first), options)),
        Kind::Zip => Box::new(sheet::Workbook::new(feed, first, true, options)),
        Kind::Ole => Box::new(sheet::Workbook::new(feed, first, false, options)),
        Kind::Binary(what) => refuse(feed, sniff::binary_text(what)),
        Kind::Empty => refuse(feed, "文件是空的（0 字节）；请核对是否复制完整".to_owned()),
    }
}

/// An input that is not read, hashed all the same so that the report names it.
fn refuse(mut feed: Feed, text: String) -> Parts {
    feed.drain();
    Box::new([unreadable(text), Part::End(feed.info("", "", 0))].into_iter())
}
