//! Waves: while one wave of documents is checked by all threads, the next is read and the last is written.
//!
//! Outcomes leave in input order whatever the threads do, so the output is the same at any number of them,
//! and no more than three waves are ever in memory. Small inputs start with the smallest wave.

use super::checker::{Checker, DocumentReport};
use super::emit::{Emitter, SourceInfo};
use crate::check::Sight;
use crate::document::{Document, Info, Loss, Part};
use rayon::prelude::*;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

/// Outcomes in a wave above which the next one is made smaller.
const MANY: usize = 10_000;

/// What comes out of the inputs, in order.
#[derive(Debug)]
pub enum Feed {
    /// An input begins.
    Open(SourceInfo),
    /// A part of it.
    Part(Part),
}

/// The same after checking.
enum Done {
    Open(SourceInfo),
    Checked(Box<DocumentReport>),
    /// A list whose entries are compared with those before them.
    Listed(Box<(DocumentReport, Document)>),
    /// With what was measured of it.
    Failed(Box<DocumentReport>),
    Loss(Loss),
    End(Info),
}

/// Checks everything that comes. Returns `false` if `stop` was set before the end.
///
/// # Errors
/// When the emitter's sink fails; nothing more is read then.
pub fn run(
    checker: &Checker,
    feed: &mut (dyn Iterator<Item = Feed> + Send),
    emitter: &mut Emitter,
    threads: usize,
    stop: &AtomicBool,
) -> io::Result<bool> {
    let threads = threads.max(1);
    let mut size = threads;
    let mut reading = wave(feed, size, stop);
    let mut written = Ok(());
    let mut done = Vec::new();
    while !reading.is_empty() || !done.is_empty() {
        let ready = std::mem::take(&mut reading);
        let last = std::mem::take(&mut done);
        ((), (done, reading)) = rayon::join(
            || written = last.into_iter().try_for_each(|item| emit(checker, emitter, item)),
            || rayon::join(|| check(checker, ready), || wave(feed, size, stop)),
        );
        std::mem::replace(&mut written, Ok(()))?;
        // Large waves keep all threads busy; small ones keep a text full of errors from filling the memory.
        let outcomes: usize = done.iter().map(Done::outcomes).sum();
        size = if outcomes > MANY { size / 2 } else { size * 2 }.clamp(threads, threads * 8);
    }
    Ok(!stop.load(Ordering::Relaxed))
}

impl Done {
    fn outcomes(&self) -> usize {
        let report = match self {
            Self::Checked(report) => report,
            Self::Listed(listed) => &listed.0,
            _ => return 0,
        };
        report.findings.len() + report.kept.len()
    }
}

fn wave(feed: &mut (dyn Iterator<Item = Feed> + Send), size: usize, stop: &AtomicBool) -> Vec<Feed> {
    let mut wave = Vec::new();
    let mut documents = 0;
    while documents < size && wave.len() < size * 64 && !stop.load(Ordering::Relaxed) {
        let Some(item) = feed.next() else { break };
        documents += usize::from(matches!(item, Feed::Part(Part::Document(_))));
        wave.push(item);
    }
    wave
}

fn check(checker: &Checker, wave: Vec<Feed>) -> Vec<Done> {
    wave.into_par_iter()
        .map_init(Sight::default, |sight, item| match item {
            Feed::Open(source) => Done::Open(source),
            Feed::Part(Part::Loss(loss)) => Done::Loss(loss),
            Feed::Part(Part::End(info)) => Done::End(info),
            Feed::Part(Part::Document(document)) => fenced(checker, document, sight),
        })
        .collect()
}

/// A document that makes the program fail is reported as not checked; the run goes on.
fn fenced(checker: &Checker, document: Document, sight: &mut Sight) -> Done {
    match catch_unwind(AssertUnwindSafe(|| checker.check(&document, sight))) {
        Ok(report) if report.entries.is_empty() => Done::Checked(Box::new(report)),
        Ok(report) => Done::Listed(Box::new((report, document))),
        Err(_) => {
            *sight = Sight::default();
            Done::Failed(Box::new(DocumentReport::unchecked(&document)))
        }
    }
}

fn emit(checker: &Checker, emitter: &mut Emitter, item: Done) -> io::Result<()> {
    match item {
        Done::Listed(listed) => {
            let (mut report, document) = *listed;
            emitter.compare(&mut report, &document, checker);
            emitter.settle(&mut report, checker);
            return emitter.document(report);
        }
        Done::Open(source) => emitter.open(source),
        Done::Checked(mut report) => {
            emitter.settle(&mut report, checker);
            return emitter.document(*report);
        }
        Done::Failed(report) => return emitter.failed(&report),
        Done::Loss(loss) => return emitter.loss(&loss),
        Done::End(info) => {
            emitter.conclude(checker)?;
            emitter.close(&info);
        }
    }
    Ok(())
}
