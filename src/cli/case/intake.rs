//! `zhengzi case import` and `recheck`: a record with its lists, or lists that are checked now.

use super::{Case, actor, now, show};
use crate::Session;
use crate::case::import::{Imported, import};
use crate::case::intake::{Intake, Rows};
use crate::cli::input::{self, Inputs};
use crate::cli::progress::Progress;
use crate::cli::talk::{Talk, os};
use crate::cli::{Exit, Failure, check, excepted, given, own, record};
use crate::config::value;
use crate::document::Part;
use crate::engine::Feed;
use crate::i18n::Msg;
use crate::lexicon::Lexicon;
use crate::read::{self, Input};
use crate::record::{Event, InputInfo, Run, Summary};
use crate::report::words::fill;
use crate::report::{ReplayError, Reporter, replay};
use crate::text::sanitize;
use clap::ArgMatches;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

/// Runs the command; `compared` for a re-inspection.
pub fn run(matches: &ArgMatches, talk: Talk, compared: bool) -> Result<Exit, Failure> {
    // A case file that cannot be opened, or a missing name, is said before a long check.
    let mut case = Case::open(matches, talk.lang)?;
    let at = now();
    let actor = actor(matches, &at, talk.lang)?;
    let paths: Vec<&PathBuf> = given::paths(matches, "path").collect();
    let records = paths.iter().filter(|path| is_record(path)).count();
    let (intake, lexicon) = match paths.as_slice() {
        [path] if records == 1 => (stored(path, talk)?, Arc::new(Lexicon::builtin())),
        _ if records > 0 => return Err(Failure::Message(ONE_RECORD.get(talk.lang).into())),
        _ => checked(matches, talk)?,
    };
    if intake.summary.interrupted {
        return Err(Failure::Message(INTERRUPTED.get(talk.lang).into()));
    }
    if !intake.whole {
        talk.warn(PARTIAL.get(talk.lang));
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let title = given::text(matches, "title").map_or_else(|| names.join(" "), str::to_owned);
    let fold = |c| lexicon.standard_of(c);
    let done = case.with(|store| import(store, &intake, &title, actor, &fold))?;
    say(&done, &intake, talk);
    if compared {
        show::comparison(&mut case, None)?;
    }
    Ok(if intake.summary.sources_unreadable > 0 { Exit::Unreadable } else { Exit::Clean })
}

fn say(done: &Imported, intake: &Intake, talk: Talk) {
    let lang = talk.lang;
    talk.note(&fill(
        IMPORTED.get(lang),
        &[
            &done.inspection,
            &intake.seen.len(),
            &done.again,
            &done.new,
            &done.unseen,
            &done.new_problems,
            &done.known_problems,
        ],
    ));
    if intake.notices > 0 {
        talk.note(&fill(NOTICES.get(lang), &[&intake.notices]));
    }
    if !done.doubts.is_empty() {
        talk.warn(&fill(DOUBTS.get(lang), &[&done.doubts.len()]));
        for (known, seen, why) in &done.doubts {
            let safe = |text: &str| sanitize::line(text).into_owned();
            talk.note(&format!("  {} ↔ {}  {}", safe(known), safe(seen), show::doubt(why, lang)));
        }
    }
}

/// Whether a file is a record by its first bytes.
fn is_record(path: &Path) -> bool {
    const BEGINS: &[u8] = b"{\"type\":\"run\"";
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(32).read_to_end(&mut head));
    read.is_ok() && head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&head).starts_with(BEGINS)
}

/// The events of a record.
#[derive(Default, Clone)]
struct Events(Arc<Mutex<Vec<Event>>>);

impl Events {
    fn take(&self) -> Vec<Event> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Reporter for Events {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(event.clone());
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A stored record; its lists are read again where they are still what they were.
fn stored(path: &Path, talk: Talk) -> Result<Intake, Failure> {
    let lang = talk.lang;
    let name = path.display().to_string();
    let bytes =
        fs::read(path).map_err(|error| Failure::Message(fill(UNREAD.get(lang), &[&name, &os(&error, lang)])))?;
    let events = Events::default();
    let damaged = |error: ReplayError| Failure::Message(error.message(lang));
    let replayed = replay(bytes.as_slice(), &mut [Box::new(events.clone())]).map_err(damaged)?;
    if !replayed.agrees {
        return Err(Failure::Message(fill(DIFFERS.get(lang), &[&name])));
    }
    let events = events.take();
    let rows = match (events.first(), events.last()) {
        (Some(Event::Run(run)), Some(Event::Summary(summary))) => again(run, summary, path),
        _ => None,
    };
    Ok(Intake::new(rows, events, blake3::hash(&bytes).to_hex().to_string()))
}

/// The rows of a record's inputs; `None` when one is gone or changed.
fn again(run: &Run, summary: &Summary, record: &Path) -> Option<Rows> {
    let columns = run.options.get("columns").map(String::as_str).unwrap_or_default();
    let columns = columns.split(',').filter_map(|column| value::column(column).ok());
    let columns = columns.filter_map(|(name, header)| Some((header, value::role(&name).ok()?)));
    let options = read::Options {
        columns: columns.collect(),
        encoding: run.options.get("encoding").and_then(|label| value::encoding(label).ok()).flatten(),
        scene: value::scene(&run.scene).ok().flatten(),
        ..read::Options::default()
    };
    let mut rows = Rows::default();
    for InputInfo { source, hash, .. } in summary.inputs.iter().filter(|input| !input.hash.is_empty()) {
        let beside = record.parent().map(|folder| folder.join(Path::new(source).file_name().unwrap_or_default()));
        let file = [Some(PathBuf::from(source)), beside].into_iter().flatten().find(|file| file.is_file())?;
        let mut whole = false;
        for part in read::open(&Input::File(file), &options) {
            match part {
                Part::Document(document) => rows.take(source, &document, scene(&run.scene)),
                Part::Loss(_) => {}
                Part::End(info) => whole = info.hash == *hash,
            }
        }
        if !whole {
            return None;
        }
    }
    Some(rows)
}

/// The scene of a column that does not say its own.
fn scene(run: &str) -> &str {
    if run == "auto" || run.is_empty() { "document" } else { run }
}

/// Inputs on their way to the engine, whose rows are noted.
struct Noted<R> {
    reader: R,
    source: String,
    scene: String,
    rows: Rows,
}

impl<R: Iterator<Item = Feed>> Iterator for Noted<R> {
    type Item = Feed;

    fn next(&mut self) -> Option<Feed> {
        let feed = self.reader.next()?;
        match &feed {
            Feed::Open(source) => self.source.clone_from(&source.name),
            Feed::Part(Part::Document(document)) => self.rows.take(&self.source, document, &self.scene),
            Feed::Part(_) => {}
        }
        Some(feed)
    }
}

/// Lists and files that are checked now.
fn checked(matches: &ArgMatches, talk: Talk) -> Result<(Intake, Arc<Lexicon>), Failure> {
    let first = given::paths(matches, "path").next();
    let settings = given::settings(matches, talk, first.map_or(Path::new("."), PathBuf::as_path))?;
    let inputs = Inputs::find(matches, &settings, &[])?;
    let dictionaries = given::dictionaries(&settings, talk.lang)?;
    let own = own::load(&settings)?;
    let session: Session = given::session(&settings, &dictionaries.terms, &own)?;
    let account = excepted::account(&settings, &session, None, talk)?;
    let head = record::run(&session, &settings, &dictionaries, &own);
    let stop = Arc::new(AtomicBool::new(false));
    let progress = Progress::new(!talk.quiet, inputs.size().unwrap_or(0), talk.lang);
    let scene = scene(&head.scene).to_owned();
    let reader = inputs.read(input::options(&settings), Arc::clone(&stop), Arc::clone(&progress));
    let mut reader = Noted { reader, source: String::new(), scene, rows: Rows::default() };
    let mut events = Vec::new();
    let mut hasher = blake3::Hasher::new();
    let threads = settings.jobs.value;
    let outcome = {
        let mut sink = |event: &Event| {
            // The hash is that of the record as `check --format jsonl` would have written it.
            serde_json::to_writer(&mut hasher, event)?;
            hasher.update(b"\n");
            events.push(event.clone());
            Ok(())
        };
        let engine = check::Engine { session: &session, threads, stop: &stop, account };
        check::pool(threads, talk.lang)?.install(|| engine.run(head, &mut reader, &mut sink))
    };
    progress.clear();
    outcome?;
    let hash = hasher.finalize().to_hex().to_string();
    Ok((Intake::new(Some(reader.rows), events, hash), Arc::clone(&session.checker.lexicon)))
}

const ONE_RECORD: Msg = Msg::new(
    "一次导入一份检查记录，或者一批名单，不能混在一起；请分几次导入。",
    "import one record, or lists, not both at once.",
);
const INTERRUPTED: Msg = Msg::new(
    "这次检查被中断过，没有查完，不能导入；请重新检查。",
    "that run was interrupted and is not whole; check again and import then.",
);
const PARTIAL: Msg = Msg::new(
    "找不到这份记录所查的名单，或者名单已经改动，所以不知道哪些对象没有问题：没有再出现的问题只能算“无法核实”。把名单放在记录旁边再导入，或者直接导入名单。",
    "the lists of this record are gone or changed, so objects without findings are unknown: a problem that is not seen again is “not verifiable”. Put the lists beside the record, or import the lists.",
);
const UNREAD: Msg = Msg::new("打不开“{}”：{}。请核对路径。", "cannot open “{}”: {}. Check the path.");
const DIFFERS: Msg = Msg::new(
    "“{}”的统计数与内容不符，可能被改动过或不完整，没有导入；请重新检查。",
    "the counts of “{}” do not agree with its lines; it may have been edited or cut and is not imported: check again.",
);
const IMPORTED: Msg = Msg::new(
    "第 {} 次检查：对象 {} 个（认出以前的 {} 个，新的 {} 个；以前的有 {} 个这次没有见到）；新问题 {} 处，以前的问题又见 {} 处",
    "inspection {}: {} objects ({} known again, {} new; {} known before were not seen); {} new problems, {} known ones seen again",
);
const NOTICES: Msg = Msg::new(
    "另有提示 {} 处，只供参考，没有作为问题编号；见检查记录",
    "notices, which are only worth a look and get no number: {}; see the record",
);
const DOUBTS: Msg = Msg::new(
    "有 {} 对对象可能相同，但拿不准，没有合并，请人工核对：",
    "pairs of objects that may be the same, not merged, for a person to look at: {}",
);
