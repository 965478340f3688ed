//! Reports: every format is a view of the stream of events in [`event`].

pub mod event;

use event::Event;
use std::io;

/// Takes the events of a run in order and writes them in one format.
pub trait Reporter {
    /// Takes one event.
    ///
    /// # Errors
    /// When the report cannot be written; the caller stops the run for that output.
    fn event(&mut self, event: &Event) -> io::Result<()>;

    /// Ends the report after the last event.
    ///
    /// # Errors
    /// As for [`Reporter::event`].
    fn finish(&mut self) -> io::Result<()>;
}
