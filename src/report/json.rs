//! One JSON document: `{run, findings, kept, notChecked, summary}`.

use super::Reporter;
use super::output::Output;
use super::spool::Spool;
use crate::record::{Event, Kept, NotChecked, Run, Summary};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, Write};

/// Writes findings as they come and keeps the rest for the end of the document.
pub struct Json {
    output: Output,
    begun: bool,
    findings: u64,
    kept: Spool<Kept>,
    not_checked: Spool<NotChecked>,
    summary: Option<Summary>,
}

impl Json {
    /// Starts a document.
    #[must_use]
    pub fn new(output: Output) -> Self {
        let (kept, not_checked) = (Spool::new(), Spool::new());
        Self { output, begun: false, findings: 0, kept, not_checked, summary: None }
    }

    /// Writes the head once; a stream without a run gets `null` in its place.
    fn begin(&mut self, run: Option<&Run>) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.output.write_all(b"{\"run\":")?;
            serde_json::to_writer(&mut self.output, &run)?;
            self.output.write_all(b",\n\"findings\":[")?;
        }
        Ok(())
    }
}

impl Reporter for Json {
    fn event(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Run(run) => self.begin(Some(run))?,
            Event::Finding(finding) => {
                self.begin(None)?;
                self.output.write_all(separator(self.findings))?;
                self.findings += 1;
                self.output.write_all(&serde_json::to_vec(finding)?)?;
            }
            Event::Kept(kept) => self.kept.push(kept)?,
            Event::NotChecked(not_checked) => self.not_checked.push(not_checked)?,
            Event::Summary(summary) => self.summary = Some(summary.clone()),
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.begin(None)?;
        self.output.write_all(b"],\n\"kept\":[")?;
        list(&mut self.output, &mut self.kept)?;
        self.output.write_all(b"],\n\"notChecked\":[")?;
        list(&mut self.output, &mut self.not_checked)?;
        self.output.write_all(b"],\n\"summary\":")?;
        serde_json::to_writer(&mut self.output, &self.summary)?;
        self.output.write_all(b"}\n")?;
        self.output.finish()
    }
}

/// Writes the records of a spool, one a line.
fn list<T: Serialize + DeserializeOwned>(output: &mut Output, spool: &mut Spool<T>) -> io::Result<()> {
    for (n, line) in (0..).zip(spool.lines()?) {
        output.write_all(separator(n))?;
        output.write_all(line?.as_bytes())?;
    }
    Ok(())
}

const fn separator(before: u64) -> &'static [u8] {
    if before == 0 { b"\n" } else { b",\n" }
}
