//! Shows help. clap lays columns out by counting characters, which does not suit full-width text, and breaks
//! lines only at blanks, which Chinese does not have; so the tree is clap's and the page is ours.

use super::style::{self, paint};
use super::talk::Talk;
use super::{Exit, Failure, args, show};
use crate::i18n::{Lang, Msg};
use anstream::adapter::strip_str;
use clap::{Arg, ArgMatches, Command};
use std::ffi::OsString;
use std::fmt::Write;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns a page may take.
const WIDTH: usize = 100;
/// Columns of the left side of a list; a longer one stands on a line of its own.
const LEFT: usize = 30;

const USAGE: Msg = Msg::new("用法：", "Usage: ");
const COMMANDS: Msg = Msg::new("命令：", "Commands:");
const ARGUMENTS: Msg = Msg::new("参数", "Arguments");
const OPTIONS: Msg = Msg::new("选项", "Options");
const COMMAND: Msg = Msg::new("命令", "COMMAND");
const COLON: Msg = Msg::new("：", ":");

/// Runs `zhengzi help [COMMAND…]`.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let path = matches.get_many::<String>("command").unwrap_or_default();
    let arguments: Vec<OsString> = std::iter::once("zhengzi".into()).chain(path.map(OsString::from)).collect();
    show(&of(&arguments, talk.lang))?;
    Ok(Exit::Clean)
}

/// Gives the page of the command that the arguments name.
pub fn of(arguments: &[OsString], lang: Lang) -> String {
    let mut tree = args::tree(lang);
    tree.build();
    let mut command = &tree;
    let mut path = String::from("zhengzi");
    for argument in arguments.iter().skip(1) {
        if let Some(found) = argument.to_str().and_then(|name| command.find_subcommand(name)) {
            command = found;
            path.push(' ');
            path.push_str(found.get_name());
        }
    }
    page(command, &path, lang)
}

fn page(command: &Command, path: &str, lang: Lang) -> String {
    let mut page = String::new();
    let mut line = |text: &str| {
        page.push_str(text);
        page.push('\n');
    };
    if let Some(about) = command.get_about() {
        line(&about.to_string());
        line("");
    }
    line(&format!("{}{}", paint(style::HEADING, USAGE.get(lang)), usage(command, path, lang)));
    let commands: Vec<_> = command.get_subcommands().filter(|one| !one.is_hide_set()).collect();
    if !commands.is_empty() {
        line("");
        line(&paint(style::HEADING, COMMANDS.get(lang)));
    }
    for one in commands {
        let about = one.get_about().map(ToString::to_string).unwrap_or_default();
        line(&entry(one.get_name(), &about));
    }
    for (heading, entries) in groups(command, lang) {
        line("");
        line(&paint(style::HEADING, &format!("{heading}{}", COLON.get(lang))));
        entries.iter().for_each(|one| line(one));
    }
    if let Some(after) = command.get_after_help() {
        line("");
        line(&after.to_string());
    }
    page
}

/// The line that shows how the command is written.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut usage = format!("{} [{}]", paint(style::LITERAL, path), OPTIONS.get(lang));
    if command.has_subcommands() {
        let word = COMMAND.get(lang);
        let _ = write!(
            usage,
            "{}",
            if command.is_subcommand_required_set() { format!(" <{word}>") } else { format!(" [{word}]") }
        );
    }
    for arg in command.get_positionals() {
        let _ = write!(usage, " {}", positional(arg));
    }
    usage
}

/// Arguments and options by heading, in the order of the tree.
fn groups(command: &Command, lang: Lang) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let default = if arg.is_positional() { ARGUMENTS } else { OPTIONS };
        let heading = arg.get_help_heading().unwrap_or(default.get(lang)).to_owned();
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let entry = entry(&label(arg), &help);
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((heading, vec![entry])),
        }
    }
    groups
}

/// What the user types for an argument: `-o, --output <FILE>`.
fn label(arg: &Arg) -> String {
    if arg.is_positional() {
        return positional(arg);
    }
    let short = arg.get_short().map_or("    ".to_owned(), |short| format!("-{short}, "));
    let mut label = format!("{short}--{}", arg.get_long().unwrap_or_default());
    if arg.get_action().takes_values() {
        for name in arg.get_value_names().unwrap_or_default() {
            let _ = write!(label, " <{name}>");
        }
    }
    label
}

fn positional(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
    let many = if arg.get_num_args().is_some_and(|range| range.max_values() > 1) { "…" } else { "" };
    if arg.is_required_set() { format!("<{name}>{many}") } else { format!("[{name}]{many}") }
}

/// One entry of a list, wrapped.
fn entry(label: &str, help: &str) -> String {
    let mut entry = format!("  {}", paint(style::LITERAL, label));
    let used = 2 + label.width();
    let lines = wrap(help, WIDTH - LEFT);
    if used + 2 > LEFT {
        entry.push('\n');
        entry.push_str(&" ".repeat(LEFT));
    } else {
        entry.push_str(&" ".repeat(LEFT - used));
    }
    entry.push_str(&lines.join(&format!("\n{}", " ".repeat(LEFT))));
    entry
}

/// Breaks a text into lines of at most `width` columns: at blanks, and between full-width characters where the
/// rules of Chinese typesetting allow it.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && columns(&line) + columns(piece.trim_end()) > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(if line.is_empty() { piece.trim_start() } else { piece });
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Columns of a text that may be coloured.
fn columns(text: &str) -> usize {
    if text.contains('\u{1b}') { strip_str(text).to_string().width() } else { text.width() }
}

/// Parts between which a line may be broken.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let wide = |c: char| c.width() == Some(2);
        let breaks = last.is_some_and(|last: char| {
            let blank = last == ' ' && c != ' ';
            let between = (wide(last) || wide(c)) && c != ' ';
            blank || between && !"（“‘《〈【([".contains(last) && !"，。；：、）”’》〉】！？….,:;!?)]%".contains(c)
        });
        if breaks {
            pieces.push(&text[start..at]);
            start = at;
        }
        last = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_chinese_allows_it() {
        assert_eq!(wrap("检查文件、文件夹", 8), ["检查文", "件、文件", "夹"]);
        assert_eq!(wrap("写 --output 文件（默认）。", 12), ["写 --output", "文件（默", "认）。"]);
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("", 8), [""]);
    }

    #[test]
    fn every_page_fits_in_100_columns() {
        for lang in Lang::ALL {
            for command in [
                "", "check", "report", "rules", "rules list", "rules show", "explain", "lookup", "pinyin", "config",
                "config show", "completions", "help", "baseline", "baseline write", "baseline prune", "rules test",
                "dict check",
            ] {
                let arguments: Vec<OsString> = format!("zhengzi {command}").split(' ').map(OsString::from).collect();
                let page = strip_str(&of(&arguments, lang)).to_string();
                for line in page.lines() {
                    assert!(line.width() <= WIDTH, "{command}: {line}");
                }
            }
        }
    }
}
