//! The inputs of a check, in order, as the engine takes them.

use super::outputs::Planned;
use super::progress::Progress;
use super::{Failure, given};
use crate::config::{Settings, value};
use crate::document::{Info, Loss, LossKind, Part};
use crate::engine::{Feed, SourceInfo};
use crate::i18n::Msg;
use crate::read::{self, Input, Options, Reading};
use crate::report::words::fill;
use crate::source::{Found, Walk, expand};
use clap::ArgMatches;
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How often a wait for a slow input looks whether the user wants to stop.
const PATIENCE: Duration = Duration::from_millis(50);
/// Parts read ahead from a slow input.
const AHEAD: usize = 4;

/// One input that was found.
#[derive(Debug)]
struct Item {
    name: String,
    input: Result<Input, LossKind>,
    /// Its size, where it has one.
    size: Option<u64>,
}

/// What is to be checked.
#[derive(Debug, Default)]
pub struct Inputs {
    items: VecDeque<Item>,
}

impl Inputs {
    /// Finds everything that the command line names.
    ///
    /// # Errors
    /// When nothing is named, or when a report would overwrite what it reports on.
    pub fn find(matches: &ArgMatches, settings: &Settings, planned: &[Planned]) -> Result<Self, Failure> {
        let lang = settings.lang.value;
        let own = Own::new(settings, planned);
        if let Some(file) = planned.iter().filter_map(|one| one.file.as_deref()).find(|file| own.reads(file)) {
            return Err(Failure::Message(fill(NEEDED.get(lang), &[&file.display()])));
        }
        let mut inputs = Self::default();
        for path in given::paths(matches, "path") {
            if path.as_os_str() == "-" {
                inputs.add("-".into(), Ok(Input::Stdin), None);
            } else {
                inputs.path(path, settings, &own)?;
            }
        }
        for text in given::texts(matches, "text") {
            inputs.add("--text".into(), Ok(Input::Text(text.to_owned())), Some(text.len() as u64));
        }
        if inputs.items.is_empty() {
            return Err(Failure::Message(NOTHING.get(lang).into()));
        }
        Ok(inputs)
    }

    fn path(&mut self, path: &Path, settings: &Settings, own: &Own) -> Result<(), Failure> {
        let lang = settings.lang.value;
        let is_folder = path.is_dir();
        if !is_folder && own.reports.contains(&real(path)) {
            return Err(Failure::Message(fill(OVERWRITE.get(lang), &[&path.display()])));
        }
        let walk = Walk { hidden: settings.hidden.value };
        let before = self.items.len();
        let mut skipped: BTreeMap<String, u64> = BTreeMap::new();
        for found in expand(&[path.to_owned()], walk) {
            match found {
                Found::File(file) if is_folder && own.is(&file) => {}
                Found::File(file) => {
                    let meta = fs::metadata(&file).ok().filter(fs::Metadata::is_file);
                    self.add(file.display().to_string(), Ok(Input::File(file)), meta.map(|meta| meta.len()));
                }
                Found::Skipped(file) if own.is(&file) => {}
                Found::Skipped(file) => *skipped.entry(kind(&file)).or_default() += 1,
                Found::Problem { path, message } => self.lost(&path, LossKind::Unreadable(message)),
            }
        }
        if self.items.len() == before {
            self.lost(path, LossKind::Unreadable(EMPTY.get(lang).into()));
        }
        if !skipped.is_empty() {
            self.lost(path, LossKind::Skipped(skipped.into_iter().collect()));
        }
        Ok(())
    }

    fn lost(&mut self, path: &Path, why: LossKind) {
        self.add(path.display().to_string(), Err(why), Some(0));
    }

    fn add(&mut self, name: String, input: Result<Input, LossKind>, size: Option<u64>) {
        self.items.push_back(Item { name, input, size });
    }

    /// Bytes of all inputs; `None` where one does not say.
    pub fn size(&self) -> Option<u64> {
        self.items.iter().map(|item| item.size).sum()
    }

    /// What the command line names, to ask later whether a source was among it.
    pub fn scope(matches: &ArgMatches) -> Scope {
        let mut paths: Vec<PathBuf> = given::paths(matches, "path").map(|path| real(path)).collect();
        if given::texts(matches, "text").next().is_some() {
            paths.push(real(Path::new("--text")));
        }
        Scope { paths }
    }

    /// Reads them one after another.
    pub fn read(self, options: Options, stop: Arc<AtomicBool>, progress: Arc<Progress>) -> Reader {
        Reader { items: self.items, current: None, options, stop, progress }
    }
}

/// Files and folders named on the command line.
pub struct Scope {
    paths: Vec<PathBuf>,
}

impl Scope {
    /// Whether a source of this or an earlier run is one of them, or lies or lay in one.
    pub fn covers(&self, source: &str) -> bool {
        let source = real(Path::new(source));
        self.paths.iter().any(|path| source.starts_with(path))
    }
}

/// Files of the run itself, which are not to be read as its input: the reports it is about to write over,
/// configurations, dictionaries, rules and a baseline.
struct Own {
    reports: HashSet<PathBuf>,
    others: HashSet<PathBuf>,
    /// Folders of rules, whose tables are no lists.
    rules: Vec<PathBuf>,
}

impl Own {
    fn new(settings: &Settings, planned: &[Planned]) -> Self {
        let dictionaries = settings.dictionaries.iter().map(|(_, path)| &path.value);
        Self {
            reports: planned.iter().filter_map(|one| one.file.as_deref()).map(real).collect(),
            others: dictionaries
                .chain(&settings.files)
                .chain(&settings.baseline.value)
                .map(|path| real(path))
                .collect(),
            rules: settings.rules.iter().map(|path| real(&path.value)).collect(),
        }
    }

    /// Whether the run reads a file for itself, so that a report there would destroy it.
    fn reads(&self, file: &Path) -> bool {
        let file = real(file);
        self.others.contains(&file) || self.rules.iter().any(|folder| file.starts_with(folder))
    }

    fn is(&self, file: &Path) -> bool {
        self.reads(file) || self.reports.contains(&real(file)) || is_passing(file) || is_report(file)
    }
}

/// What kind of file it is, by its suffix.
fn kind(file: &Path) -> String {
    file.extension().map_or_else(|| "?".to_owned(), |suffix| suffix.to_string_lossy().to_ascii_lowercase())
}

/// Whether it is a report that another run is writing just now.
fn is_passing(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with(".zhengzi-") && name.ends_with(".tmp")
}

/// Whether a file in a folder is a report of an earlier run: its findings would be found a second time.
fn is_report(file: &Path) -> bool {
    const LEDGER: &str = "\u{FEFF}编号,来源,";
    let mut head = [0; 64];
    let read = fs::File::open(file).and_then(|mut file| file.read(&mut head)).unwrap_or(0);
    let head = &head[..read];
    let starts = |text: &str| head.starts_with(text.as_bytes());
    let is_workbook = file.file_stem().is_some_and(|stem| stem == "问题台账");
    starts("{\"type\":\"run\",\"schema\":") || starts(LEDGER) || is_workbook
}

/// One spelling of a path, also of a file that is not there yet or any more.
pub fn real(path: &Path) -> PathBuf {
    let in_folder = || {
        let name = path.file_name()?;
        let folder = path.parent()?;
        let folder = if folder.as_os_str().is_empty() { fs::canonicalize(".").ok()? } else { real(folder) };
        Some(folder.join(name))
    };
    fs::canonicalize(path).ok().or_else(in_folder).unwrap_or_else(|| path.to_owned())
}

/// How the settings want inputs to be read.
pub fn options(settings: &Settings) -> Options {
    let columns = settings.columns.value.iter();
    let columns = columns.filter_map(|(name, header)| Some((header.clone(), value::role(name).ok()?)));
    Options {
        columns: columns.collect(),
        encoding: settings.encoding.value,
        scene: settings.scene.value,
        ..Options::default()
    }
}

/// The inputs as the engine takes them.
pub struct Reader {
    items: VecDeque<Item>,
    current: Option<(Source, Option<u64>)>,
    options: Options,
    stop: Arc<AtomicBool>,
    progress: Arc<Progress>,
}

enum Source {
    /// Read where it is asked for.
    Here(Box<Reading>),
    /// A pipe or a device: a thread waits for it, so that Ctrl-C need not.
    Apart(Receiver<Part>),
    /// Nothing to read: why, then the end.
    Lost(Option<LossKind>),
}

impl Reader {
    fn open(&self, input: Result<Input, LossKind>, size: Option<u64>) -> Source {
        let input = match input {
            Ok(input) => input,
            Err(why) => return Source::Lost(Some(why)),
        };
        let mut reading = read::open(&input, &self.options);
        if size.is_some() {
            return Source::Here(Box::new(reading));
        }
        let (send, receive) = sync_channel(AHEAD);
        let pump = move || while reading.next().is_some_and(|part| send.send(part).is_ok()) {};
        match thread::Builder::new().name("read".into()).spawn(pump) {
            Ok(_) => Source::Apart(receive),
            Err(error) => Source::Lost(Some(LossKind::Unreadable(error.to_string()))),
        }
    }

    /// Waits for the next part; `None` at the end, or when the user wants to stop.
    fn part(&self, source: &mut Source) -> Option<Part> {
        match source {
            Source::Here(reading) => reading.next(),
            Source::Apart(receive) => loop {
                match receive.recv_timeout(PATIENCE) {
                    Ok(part) => return Some(part),
                    Err(RecvTimeoutError::Timeout) if !self.stop.load(Ordering::Relaxed) => {}
                    Err(_) => return None,
                }
            },
            Source::Lost(why) => Some(match why.take() {
                Some(kind) => Part::Loss(Loss { scope: String::new(), kind }),
                None => Part::End(Info::default()),
            }),
        }
    }
}

impl Iterator for Reader {
    type Item = Feed;

    fn next(&mut self) -> Option<Feed> {
        if let Some((mut source, size)) = self.current.take() {
            let part = self.part(&mut source)?;
            match &part {
                Part::End(info) => self.progress.input_ended(size.unwrap_or(info.bytes)),
                Part::Document(document) => {
                    self.progress.read(document.text.len() as u64, document.rows.len() as u64, size);
                    self.current = Some((source, size));
                }
                Part::Loss(_) => self.current = Some((source, size)),
            }
            return Some(Feed::Part(part));
        }
        let Item { name, input, size } = self.items.pop_front()?;
        self.current = Some((self.open(input, size), size));
        Some(Feed::Open(SourceInfo { name }))
    }
}

const NOTHING: Msg = Msg::new(
    "没有写明要检查什么。请写文件或文件夹；标准输入写 -；一段文字用 --text。例如：zhengzi check 店铺名单.xlsx",
    "nothing to check was named. Give files or folders, - for standard input, or --text. For example: zhengzi check shops.xlsx",
);
const OVERWRITE: Msg = Msg::new(
    "“{}”既是要检查的文件又是报告，报告会把它盖掉。请把报告写到别处。",
    "“{}” is to be checked and to be written over by a report. Write the report elsewhere.",
);
const NEEDED: Msg = Msg::new(
    "“{}”是这次检查要用的配置、词典、规则或者基线，报告会把它盖掉。请把报告写到别处。",
    "“{}” is a configuration, dictionary, rule or baseline of this run, and a report would write over it. Write the report elsewhere.",
);
const EMPTY: Msg = Msg::new(
    "文件夹里没有认得的文件；可检查 txt md csv tsv xlsx xls ods jsonl，隐藏的文件用 --hidden",
    "the folder has no file of a known kind: txt md csv tsv xlsx xls ods jsonl; hidden files need --hidden",
);
