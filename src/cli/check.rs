//! `zhengzi check`: inputs in, reports out, one exit status.

use super::filter::Filter;
use super::given::{self, Dictionaries};
use super::input::{self, Inputs};
use super::outputs::{self, Planned};
use super::own::{self, Own};
use super::progress::Progress;
use super::reports::Reports;
use super::summary::{self, Counts};
use super::talk::Talk;
use super::{Exit, Failure, baseline, excepted, record};
use crate::Session;
use crate::config::Settings;
use crate::engine::{self, Account, Emitter};
use crate::i18n::{Lang, Msg};
use crate::record::{Event, Run, Summary};
use crate::report::Format;
use crate::report::words::fill;
use clap::ArgMatches;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Input smaller than this is checked before a second thread has started.
const SMALL: u64 = 128 * 1024;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let first = given::paths(matches, "path").find(|path| path.as_os_str() != "-");
    let settings = given::settings(matches, talk, first.map_or(Path::new("."), PathBuf::as_path))?;
    let talk = Talk { lang: settings.lang.value, ..talk };
    let planned = outputs::planned(matches, "format", talk.lang)?;
    let inputs = Inputs::find(matches, &settings, &planned)?;
    outputs::make_folders(matches, talk.lang)?;
    let dictionaries = given::dictionaries(&settings, talk.lang)?;
    let own = own::load(&settings)?;
    let session = given::session(&settings, &dictionaries.terms, &own)?;
    let accepted = settings.baseline.value.as_deref().map(|file| baseline::read(file, talk.lang)).transpose()?;
    let account = excepted::account(&settings, &session, accepted, talk)?;
    let show_kept = matches.get_flag("show-kept");
    let job = Job {
        settings,
        planned,
        dictionaries,
        own,
        session,
        show_kept,
        wants_progress: !matches.get_flag("no-progress"),
        talk,
    };
    let exit = job.run(inputs, account);
    // The program ends here; to free its tables one by one would take longer than a short check.
    std::mem::forget(job);
    exit
}

/// Everything a run needs but its inputs.
struct Job {
    settings: Settings,
    planned: Vec<Planned>,
    dictionaries: Dictionaries,
    own: Vec<Own>,
    session: Session,
    show_kept: bool,
    wants_progress: bool,
    talk: Talk,
}

impl Job {
    fn run(&self, inputs: Inputs, account: Account) -> Result<Exit, Failure> {
        let stop = Arc::new(AtomicBool::new(false));
        let size = inputs.size();
        let threads = if size.is_some_and(|size| size < SMALL) { 1 } else { self.settings.jobs.value };
        let pool = pool(threads, self.talk.lang)?;
        let progress = Progress::new(self.wants_progress && !self.talk.quiet, size.unwrap_or(0), self.talk.lang);
        let filter = Filter::new(self.settings.min_severity.value, self.settings.fail_on.value, self.talk.lang);
        let reports = Reports::open(&self.planned, filter, self.talk, self.show_kept, &progress);
        let mut reports = reports.map_err(|error| Failure::Message(error.to_string()))?;
        if size.is_none_or(|size| size >= SMALL) {
            on_interrupt(Arc::clone(&stop));
        }
        let run = record::run(&self.session, &self.settings, &self.dictionaries, &self.own);
        let counts = Counts::new(&run, progress.elapsed());
        let mut reader = inputs.read(input::options(&self.settings), Arc::clone(&stop), Arc::clone(&progress));
        let mut listed = None;
        let outcome = {
            let mut sink = |event: &Event| {
                match event {
                    Event::Finding(_) => progress.found(),
                    Event::Summary(summary) => listed = Some(summary.clone()),
                    _ => {}
                }
                reports.event(event)
            };
            let engine = Engine { session: &self.session, threads, stop: &stop, account };
            pool.install(|| engine.run(run, &mut reader, &mut sink))
        };
        progress.clear();
        reports.finish();
        if let Ok(account) = &outcome {
            excepted::unused(account, &self.settings.date.value, self.talk);
        }
        self.end(outcome.is_ok(), listed, &reports, counts.after(progress.elapsed()))
    }

    /// Says how it ended. An interruption counts most, then a report that is missing, then input that was not
    /// read, then findings.
    fn end(&self, whole: bool, listed: Option<Summary>, reports: &Reports, counts: Counts) -> Result<Exit, Failure> {
        let Reports { filter, failed, written, .. } = reports;
        let summary = listed.map(|summary| filter.summary(&summary));
        let to_files = self.planned.iter().any(|one| one.file.is_some());
        // The terminal's own report names what was not read.
        if !self.planned.iter().any(|one| one.file.is_none() && one.format == Format::Term) {
            summary::losses(self.talk, filter);
        }
        if to_files && let Some(summary) = &summary {
            summary::say(self.talk, &counts, summary, written);
        }
        if summary.as_ref().is_some_and(|summary| summary.interrupted) {
            self.talk.error(INTERRUPTED.get(self.talk.lang));
            return Ok(Exit::Interrupted);
        }
        Ok(match (failed, whole) {
            (true, _) => Exit::Usage,
            // The only reader of the only report has seen enough.
            (false, false) => Exit::Clean,
            _ if filter.unreadable > 0 => Exit::Unreadable,
            _ if filter.failing => Exit::Findings,
            _ => Exit::Clean,
        })
    }
}

/// One run of the engine.
pub struct Engine<'a> {
    /// Rules and dictionaries.
    pub session: &'a Session,
    /// Threads.
    pub threads: usize,
    /// Set when the user wants to stop.
    pub stop: &'a AtomicBool,
    /// What is excepted.
    pub account: Account,
}

impl Engine<'_> {
    /// Runs, and gives back what was excepted.
    pub fn run(
        self,
        run: Run,
        reader: &mut (dyn Iterator<Item = engine::Feed> + Send),
        sink: &mut (dyn FnMut(&Event) -> io::Result<()> + Send),
    ) -> io::Result<Account> {
        let checker = &self.session.checker;
        let mut emitter = Emitter::start(run, checker.lang, sink)?.with(self.account);
        let complete = engine::run(checker, reader, &mut emitter, self.threads, self.stop)?;
        emitter.settled(!complete).map(|(_, account)| account)
    }
}

/// The threads of a run; one thread is the one we are on.
pub fn pool(threads: usize, lang: Lang) -> Result<ThreadPool, Failure> {
    let builder = ThreadPoolBuilder::new().num_threads(threads);
    let builder = if threads == 1 { builder.use_current_thread() } else { builder };
    builder.build().map_err(|error| Failure::Message(fill(NO_THREADS.get(lang), &[&threads, &error])))
}

/// The first Ctrl-C ends the run in order, the second at once.
fn on_interrupt(stop: Arc<AtomicBool>) {
    let handler = move || {
        if stop.swap(true, Ordering::Relaxed) {
            #[allow(clippy::exit, reason = "the user asks a second time")]
            std::process::exit(Exit::Interrupted as i32);
        }
    };
    // Without a handler Ctrl-C still ends the program, only less tidily.
    let _ = ctrlc::set_handler(handler);
}

const NO_THREADS: Msg = Msg::new(
    "开不了 {} 个线程：{}。请用 --jobs 写小一点的数。",
    "cannot start {} threads: {}. Give --jobs a smaller number.",
);
const INTERRUPTED: Msg =
    Msg::new("检查被中断，报告只有已检查的部分。", "interrupted: the reports hold only what was checked so far.");
