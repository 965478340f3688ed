//! What the program says beside its results, always on standard error.

use super::style::{self, paint};
use crate::i18n::{Lang, Msg};
pub use crate::report::output::os;
use std::io::Write;

/// How to talk to the user.
#[derive(Debug, Clone, Copy)]
pub struct Talk {
    /// Language.
    pub lang: Lang,
    /// Whether only errors are said.
    pub quiet: bool,
}

const ERROR: Msg = Msg::new("错误：", "error: ");
const WARNING: Msg = Msg::new("注意：", "warning: ");

impl Talk {
    /// Says what went wrong; never silenced.
    pub fn error(self, text: &str) {
        self.raw(&format!("{}{text}", paint(style::BAD, ERROR.get(self.lang))));
    }

    /// Says what deserves attention.
    pub fn warn(self, text: &str) {
        if !self.quiet {
            self.raw(&format!("{}{text}", paint(style::WARN, WARNING.get(self.lang))));
        }
    }

    /// Says what is merely good to know.
    pub fn note(self, text: &str) {
        if !self.quiet {
            self.raw(text);
        }
    }

    /// Says a text that is laid out already; never silenced.
    pub fn raw(self, text: &str) {
        let mut err = anstream::stderr().lock();
        // Where standard error is closed there is nobody left to tell.
        let _ = writeln!(err, "{}", text.trim_end());
    }
}
