//! Progress on standard error: nothing for short runs, nothing into pipes.

use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal, LineWriter, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// Runs shorter than this show nothing.
const DELAY: Duration = Duration::from_millis(700);

/// How far a run is.
#[derive(Debug)]
pub struct Progress {
    started: Instant,
    shown: bool,
    lang: Lang,
    /// Bytes of all inputs; 0 where unknown.
    total: u64,
    /// Bytes of the inputs that are done.
    done: AtomicU64,
    /// Bytes of text of the current input.
    current: AtomicU64,
    rows: AtomicU64,
    findings: AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts the clock.
    pub fn new(wanted: bool, total: u64, lang: Lang) -> Arc<Self> {
        Arc::new(Self {
            started: Instant::now(),
            shown: wanted && io::stderr().is_terminal(),
            lang,
            total,
            done: AtomicU64::new(0),
            current: AtomicU64::new(0),
            rows: AtomicU64::new(0),
            findings: AtomicU64::new(0),
            bar: OnceLock::new(),
        })
    }

    /// Time since the start.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// A part of the current input was read; `size` is that of the input, if known.
    pub fn read(&self, bytes: u64, rows: u64, size: Option<u64>) {
        self.rows.fetch_add(rows, Ordering::Relaxed);
        let current = self.current.fetch_add(bytes, Ordering::Relaxed) + bytes;
        // Text in UTF-8 may be longer than the file it came from.
        self.draw(self.done.load(Ordering::Relaxed) + size.map_or(current, |size| size.min(current)));
    }

    /// The current input, of this size, was read to its end.
    pub fn input_ended(&self, size: u64) {
        self.current.store(0, Ordering::Relaxed);
        self.done.fetch_add(size, Ordering::Relaxed);
    }

    /// A finding was written.
    pub fn found(&self) {
        self.findings.fetch_add(1, Ordering::Relaxed);
    }

    fn draw(&self, position: u64) {
        if !self.shown || self.started.elapsed() < DELAY {
            return;
        }
        let bar = self.bar.get_or_init(|| self.make());
        bar.set_position(position);
        let findings = fill(FINDINGS.get(self.lang), &[&grouped(self.findings.load(Ordering::Relaxed))]);
        bar.set_message(match self.rows.load(Ordering::Relaxed) {
            0 => findings,
            rows => format!("{}  {findings}", fill(ROWS.get(self.lang), &[&grouped(rows)])),
        });
    }

    fn make(&self) -> ProgressBar {
        let known = self.total > 0;
        let total = known.then_some(self.total);
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
        let template = if known { KNOWN } else { UNKNOWN };
        if let Ok(style) = ProgressStyle::with_template(template.get(self.lang)) {
            bar.set_style(style.progress_chars("━━─"));
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }

    /// Takes the bar away for good.
    pub fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

/// Puts a comma after every third digit.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

const ROWS: Msg = Msg::new("名单 {} 行", "{} rows");
const FINDINGS: Msg = Msg::new("问题 {} 处", "{} findings");
const KNOWN: Msg = Msg::new(
    "{spinner} 正在检查 {bar:24.cyan} {percent:>3}%  {binary_bytes}/{binary_total_bytes}  {msg}  约剩 {eta}",
    "{spinner} checking {bar:24.cyan} {percent:>3}%  {binary_bytes}/{binary_total_bytes}  {msg}  {eta} left",
);
const UNKNOWN: Msg = Msg::new(
    "{spinner} 正在检查  {binary_bytes}  {msg}  已用 {elapsed}",
    "{spinner} checking  {binary_bytes}  {msg}  {elapsed}",
);

/// Standard output, written in whole lines so that the bar can step aside for each piece.
pub struct Through(LineWriter<Aside>);

struct Aside(Arc<Progress>);

impl Through {
    /// Writes around a bar.
    pub fn new(progress: Arc<Progress>) -> Self {
        Self(LineWriter::with_capacity(64 * 1024, Aside(progress)))
    }
}

impl Write for Through {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.get_ref().0.shown { self.0.write(bytes) } else { self.0.get_mut().write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Write for Aside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let write = || io::stdout().lock().write(bytes);
        match self.0.bar.get() {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().lock().flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            ["0", "999", "1,000", "1,234,567"],
            [0, 999, 1000, 1_234_567].map(grouped).each_ref().map(String::as_str)
        );
    }
}
