//! `zhengzi completions`: shell scripts from the same tree.

use super::{Exit, Failure, args};
use crate::i18n::Lang;
use clap::ArgMatches;
use clap_complete::Shell;
use std::io::Write;

/// Writes the script for a shell.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let shell = matches.get_one::<String>("shell").and_then(|name| name.parse::<Shell>().ok());
    let mut script = Vec::new();
    clap_complete::generate(shell.unwrap_or(Shell::Bash), &mut args::tree(lang), "zhengzi", &mut script);
    let mut out = std::io::stdout().lock();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Exit::Clean)
}
