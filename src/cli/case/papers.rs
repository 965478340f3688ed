//! `zhengzi case papers` and `zhengzi case template`: the papers of supervision, and the template that an office may replace.

use super::Case;
use crate::case::book;
use crate::cli::talk::Talk;
use crate::cli::{Exit, Failure};
use crate::i18n::{Lang, Msg};
use crate::papers::{self, Options};
use crate::report::Destination;
use crate::report::output::Output;
use crate::report::words::fill;
use crate::text::sanitize;
use clap::ArgMatches;
use std::io::Write;
use std::path::PathBuf;

/// Writes every paper that the case file has content for.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let inspection = matches.get_one::<u32>("inspection").copied();
    let mut case = Case::open(matches, talk.lang)?;
    let view = case.with(|store| book::view(store.reader(), inspection))?;
    let options = Options { template: matches.get_one::<PathBuf>("template").cloned(), epoch: epoch() };
    let written = papers::write(&view, &folder, &options).map_err(|error| failure(&error, talk.lang))?;
    for path in &written {
        talk.note(&sanitize::line(&path.display().to_string()));
    }
    talk.note(&fill(WRITTEN.get(talk.lang), &[&written.len()]));
    Ok(Exit::Clean)
}

/// Writes our own template of notices, for an office to change.
pub fn template(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let bytes = papers::template(now()).map_err(|error| failure(&error, talk.lang))?;
    let write = || {
        let mut output = Output::open(Destination::Path(file.clone()), talk.lang)?;
        output.write_all(&bytes)?;
        output.finish()
    };
    write().map_err(|error| failure(&papers::Error::File(file.clone(), error), talk.lang))?;
    let marks: Vec<String> =
        papers::MARKS.iter().chain(&papers::ROW_MARKS).map(|(m, _)| format!("{{{{{m}}}}}")).collect();
    talk.note(&fill(TEMPLATE.get(talk.lang), &[&sanitize::line(&file.display().to_string()), &marks.join(" ")]));
    Ok(Exit::Clean)
}

/// This moment, as a docx writes it.
fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The time that papers bear where the build of a report has to be repeated byte for byte.
fn epoch() -> Option<i64> {
    std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()
}

fn failure(error: &papers::Error, lang: Lang) -> Failure {
    Failure::Message(error.message(lang))
}

const WRITTEN: Msg = Msg::new("写好文书 {} 份。", "{} papers written.");
const TEMPLATE: Msg = Msg::new(
    "模板：{}。可以改文字和版式，标记要留着：{}。用 zhengzi case papers 文件夹 --template 文件 套用。",
    "Template: {}. Change the text and the layout, and leave the marks: {}. Use it with: zhengzi case papers DIR --template FILE.",
);
