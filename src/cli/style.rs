//! The few styles of the command line.

use clap::builder::styling::{AnsiColor, Style};

/// Headings.
pub const HEADING: Style = Style::new().bold();
/// What the user may type.
pub const LITERAL: Style = AnsiColor::Cyan.on_default();
/// What is wrong.
pub const BAD: Style = AnsiColor::Red.on_default().bold();
/// What deserves a look.
pub const WARN: Style = AnsiColor::Yellow.on_default().bold();
/// What is right.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What matters less.
pub const DIM: Style = Style::new().dimmed();

/// Puts a style around a text.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
