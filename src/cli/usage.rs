//! Mistakes on the command line, said in the user's language: what, where, what next.

use super::args;
use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use crate::text::sanitize;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::path::Path;

/// Says a mistake that clap found.
pub fn sentence(error: &Error, arguments: &[OsString], lang: Lang) -> String {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let arg = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => fill(UNKNOWN.get(lang), &[&arg]),
        ErrorKind::InvalidSubcommand => return command(error, arguments, lang),
        ErrorKind::InvalidValue if value.is_empty() => fill(NO_VALUE.get(lang), &[&arg]),
        ErrorKind::InvalidValue => {
            let valid = get(ContextKind::ValidValue);
            fill(VALUE.get(lang), &[&value, &arg, &valid])
        }
        ErrorKind::ValueValidation => fill(INVALID.get(lang), &[&value, &arg]),
        ErrorKind::NoEquals => fill(NO_VALUE.get(lang), &[&arg]),
        ErrorKind::TooManyValues => fill(TOO_MANY.get(lang), &[&arg, &value]),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => fill(NO_VALUE.get(lang), &[&arg]),
        ErrorKind::ArgumentConflict => fill(TWICE.get(lang), &[&arg]),
        ErrorKind::MissingRequiredArgument => fill(MISSING.get(lang), &[&arg]),
        ErrorKind::InvalidUtf8 => NOT_UTF8.get(lang).to_owned(),
        _ => fill(OTHER.get(lang), &[&error.kind()]),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue].map(get);
    let near = near.iter().find(|near| !near.is_empty()).map(|near| fill(NEAR.get(lang), &[near]));
    let help = fill(HELP.get(lang), &[&path(arguments, lang)]);
    format!("{what}{}{help}", near.unwrap_or_default())
}

/// The wrong command; perhaps a file that the user wants checked.
fn command(error: &Error, arguments: &[OsString], lang: Lang) -> String {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let given = get(ContextKind::InvalidSubcommand);
    let what = fill(COMMAND.get(lang), &[&given]);
    let near = get(ContextKind::SuggestedSubcommand);
    let next = if Path::new(&given).exists() {
        fill(CHECK_IT.get(lang), &[&given])
    } else if near.is_empty() {
        String::new()
    } else {
        fill(NEAR.get(lang), &[&near])
    };
    format!("{what}{next}{}", fill(HELP.get(lang), &[&path(arguments, lang)]))
}

/// The command whose help is worth reading: `zhengzi check`.
fn path(arguments: &[OsString], lang: Lang) -> String {
    let tree = args::tree(lang);
    let (mut command, mut path) = (&tree, String::from("zhengzi"));
    for argument in arguments.iter().skip(1) {
        if let Some(found) = argument.to_str().and_then(|name| command.find_subcommand(name)) {
            command = found;
            path = format!("{path} {}", found.get_name());
        }
    }
    path
}

fn words(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::Strings(list) => list.join(" "),
        other => other.to_string(),
    };
    sanitize::line(&text).replace("...", "…")
}

const UNKNOWN: Msg = Msg::new("没有“{}”这个选项或参数。", "there is no option or argument “{}”. ");
const COMMAND: Msg = Msg::new("没有“{}”这个命令。", "there is no command “{}”. ");
const CHECK_IT: Msg = Msg::new("要检查它，请写：zhengzi check {}。", "to check it, write: zhengzi check {}. ");
const VALUE: Msg = Msg::new("“{}”不能用作 {} 的值，可用：{}。", "“{}” is no value of {}; use one of: {}. ");
const INVALID: Msg = Msg::new("“{}”不能用作 {} 的值。", "“{}” is no value of {}. ");
const NO_VALUE: Msg = Msg::new("{} 后面缺少值。", "{} needs a value. ");
const TOO_MANY: Msg = Msg::new("{} 后面多了“{}”。", "{} does not take “{}” as well. ");
const TWICE: Msg = Msg::new("{} 只能写一次。", "{} may be given once only. ");
const MISSING: Msg = Msg::new("缺少 {}。", "{} is missing. ");
const NOT_UTF8: Msg = Msg::new("参数中有不是 UTF-8 的文字。", "an argument is not UTF-8. ");
const OTHER: Msg = Msg::new("命令行写法不对（{}）。", "the command line is wrong ({}). ");
const NEAR: Msg = Msg::new("是不是“{}”？", "Did you mean “{}”? ");
const HELP: Msg = Msg::new("用法见：{} --help", "See: {} --help");
