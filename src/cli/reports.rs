//! Several reports of one run at once; one that fails does not take the others with it.

use super::filter::Filter;
use super::outputs::Planned;
use super::progress::{Progress, Through};
use super::talk::Talk;
use crate::i18n::Lang;
use crate::record::Event;
use crate::report::{self, Destination, Format, Look, Reporter};
use anstream::{AutoStream, ColorChoice};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// The open reports of a run.
pub struct Reports {
    open: Vec<Open>,
    /// What passes to them.
    pub filter: Filter,
    talk: Talk,
    /// Whether a report could not be written.
    pub failed: bool,
    /// Files that are complete.
    pub written: Vec<PathBuf>,
}

struct Open {
    reporter: Box<dyn Reporter>,
    file: Option<PathBuf>,
}

impl Reports {
    /// Opens every report. One that cannot be opened is an error: the run has not begun.
    pub fn open(
        planned: &[Planned],
        filter: Filter,
        talk: Talk,
        show_kept: bool,
        progress: &Arc<Progress>,
    ) -> io::Result<Self> {
        let mut open = Vec::new();
        for one in planned {
            let (destination, look) = match &one.file {
                Some(path) => (Destination::Path(path.clone()), Look { lang: talk.lang, show_kept, ..Look::default() }),
                None => (
                    Destination::Writer(Box::new(Through::new(Arc::clone(progress)))),
                    stdout(one.format, talk.lang, show_kept),
                ),
            };
            open.push(Open { reporter: report::open(one.format, destination, &look)?, file: one.file.clone() });
        }
        Ok(Self { open, filter, talk, failed: false, written: Vec::new() })
    }

    /// Gives an event to every report.
    ///
    /// # Errors
    /// When no report is left to write.
    pub fn event(&mut self, event: &Event) -> io::Result<()> {
        if !self.filter.admits(event) {
            return Ok(());
        }
        match event {
            Event::Summary(summary) => {
                if let Some(omission) = self.filter.omission() {
                    self.send(&Event::NotChecked(omission))?;
                }
                let summary = self.filter.summary(summary);
                self.send(&Event::Summary(summary))
            }
            event => self.send(event),
        }
    }

    fn send(&mut self, event: &Event) -> io::Result<()> {
        let mut first = None;
        let (talk, failed) = (self.talk, &mut self.failed);
        self.open.retain_mut(|open| match open.reporter.event(event) {
            Ok(()) => true,
            Err(error) => {
                *failed |= say(talk, &error);
                first = Some(error);
                false
            }
        });
        match first {
            Some(error) if self.open.is_empty() => Err(error),
            _ => Ok(()),
        }
    }

    /// Completes every report that is left.
    pub fn finish(&mut self) {
        for mut open in std::mem::take(&mut self.open) {
            match open.reporter.finish() {
                Ok(()) => self.written.extend(open.file),
                Err(error) => self.failed |= say(self.talk, &error),
            }
        }
    }
}

/// Says why a report failed; `false` if it did not: its reader merely went away.
pub fn say(talk: Talk, error: &io::Error) -> bool {
    let lost = error.kind() != io::ErrorKind::BrokenPipe;
    if lost {
        talk.error(&error.to_string());
    }
    lost
}

/// How standard output is to look.
pub fn stdout(format: Format, lang: Lang, show_kept: bool) -> Look {
    let color = format == Format::Term && AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    Look { lang, color, width: width(), show_kept }
}

/// Columns of the terminal.
fn width() -> usize {
    use std::io::IsTerminal;
    if !io::stdout().is_terminal() {
        return Look::default().width;
    }
    let size = console::Term::stdout().size_checked();
    size.map_or(Look::default().width, |(_, columns)| usize::from(columns).clamp(40, 160))
}
