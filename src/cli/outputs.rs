//! Where reports go, and in which format.

use super::Failure;
use super::given::{list, paths};
use super::talk::os;
use crate::i18n::{Lang, Msg};
use crate::report::Format;
use crate::report::words::fill;
use clap::ArgMatches;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// A report to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Format.
    pub format: Format,
    /// File, or standard output.
    pub file: Option<PathBuf>,
}

/// Reads `--output` and the formats option of a command, `--format` or `--to`.
pub fn planned(matches: &ArgMatches, formats: &'static str, lang: Lang) -> Result<Vec<Planned>, Failure> {
    let mut known = Vec::new();
    for name in list(matches, formats).unwrap_or_default() {
        let format = Format::parse(&name);
        let format = format.ok_or_else(|| Failure::Message(fill(NO_FORMAT.get(lang), &[&formats, &name])))?;
        if !known.contains(&format) {
            known.push(format);
        }
    }
    let outputs: Vec<PathBuf> = paths(matches, "output").cloned().collect();
    let planned = plan(&outputs, &known, formats, lang).map_err(Failure::Message)?;
    let binary = planned.iter().any(|one| one.file.is_none() && one.format == Format::Xlsx);
    if binary && std::io::stdout().is_terminal() {
        return Err(Failure::Message(BINARY.get(lang).into()));
    }
    Ok(planned)
}

fn plan(outputs: &[PathBuf], formats: &[Format], option: &str, lang: Lang) -> Result<Vec<Planned>, String> {
    let mut planned: Vec<Planned> = Vec::new();
    let mut add = |format, file: Option<PathBuf>| {
        if planned.iter().any(|one| one.file == file) {
            let name = file.map_or("-".to_owned(), |file| file.display().to_string());
            return Err(fill(TWICE.get(lang), &[&name]));
        }
        planned.push(Planned { format, file });
        Ok(())
    };
    // Formats go to what has no suffix of its own; one that no output takes goes to standard output.
    let mut taken = false;
    let mut suffixes = Vec::new();
    for output in outputs {
        if is_folder(output) {
            taken = true;
            let both = [Format::Xlsx, Format::Html];
            for format in if formats.is_empty() { &both[..] } else { formats } {
                add(*format, Some(output.join(file_name(*format, lang))))?;
            }
        } else if output.as_os_str() == "-" {
            taken = true;
            add(single(formats, option, lang)?, None)?;
        } else if let Some(format) = Format::from_suffix(output) {
            suffixes.push(format);
            add(format, Some(output.clone()))?;
        } else if let [format] = formats {
            taken = true;
            add(*format, Some(output.clone()))?;
        } else {
            return Err(fill(NO_SUFFIX.get(lang), &[&output.display()]));
        }
    }
    let left: Vec<Format> = formats.iter().copied().filter(|format| !suffixes.contains(format)).collect();
    if outputs.is_empty() || (!taken && !left.is_empty()) {
        add(single(&left, option, lang)?, None)?;
    }
    Ok(planned)
}

fn single(formats: &[Format], option: &str, lang: Lang) -> Result<Format, String> {
    match formats {
        [] => Ok(Format::Term),
        [one] => Ok(*one),
        _ => Err(fill(SEVERAL.get(lang), &[&option])),
    }
}

fn is_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator) || path.is_dir()
}

/// Name of a report inside a folder.
fn file_name(format: Format, lang: Lang) -> String {
    match (lang, format) {
        (Lang::Zh, Format::Xlsx) => "问题台账.xlsx".into(),
        (Lang::Zh, Format::Html) => "检查报告.html".into(),
        _ => format!("report.{}", format.suffix()),
    }
}

/// Makes the folders that end in a separator and are not there yet.
pub fn make_folders(matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    for path in paths(matches, "output").filter(|path| is_folder(path) && !path.is_dir()) {
        let made = fs::create_dir_all(path);
        made.map_err(|error| Failure::Message(fill(NO_FOLDER.get(lang), &[&path.display(), &os(&error, lang)])))?;
    }
    Ok(())
}

const NO_FORMAT: Msg = Msg::new(
    "--{}：没有“{}”这种格式，可用：term json jsonl csv xlsx html sarif junit。",
    "--{}: there is no format “{}”; use term, json, jsonl, csv, xlsx, html, sarif or junit.",
);
const NO_SUFFIX: Msg = Msg::new(
    "--output：从“{}”看不出格式。请用 .xlsx .html .csv .json .jsonl .sarif .xml .txt 作后缀；如果是文件夹，请在末尾加 /。",
    "--output: “{}” does not show the format. Give it a suffix .xlsx .html .csv .json .jsonl .sarif .xml .txt, or end a folder in /.",
);
const SEVERAL: Msg = Msg::new(
    "--{}：标准输出只能写一种格式。几种格式请写到文件夹：--output 报告/。",
    "--{}: standard output takes one format. Write several to a folder: --output reports/.",
);
const TWICE: Msg =
    Msg::new("--output：“{}”要写两份报告，请分开。", "--output: two reports would go to “{}”; keep them apart.");
const BINARY: Msg = Msg::new(
    "xlsx 不能显示在终端，请用 --output 台账.xlsx 写到文件。",
    "xlsx cannot be shown on a terminal; write it to a file with --output ledger.xlsx.",
);
const NO_FOLDER: Msg = Msg::new(
    "--output：建不了文件夹“{}”：{}。请换一个有权写入的位置。",
    "--output: cannot make the folder “{}”: {}. Choose a place you may write to.",
);

#[cfg(test)]
mod tests {
    use super::*;
    use Format::{Csv, Html, Json, Jsonl, Term, Xlsx};

    fn of(outputs: &[&str], formats: &[Format]) -> Result<Vec<(Format, String)>, String> {
        let outputs: Vec<PathBuf> = outputs.iter().map(PathBuf::from).collect();
        let planned = plan(&outputs, formats, "format", Lang::Zh)?;
        let name = |file: Option<PathBuf>| file.map_or("-".into(), |file| file.display().to_string());
        Ok(planned.into_iter().map(|one| (one.format, name(one.file))).collect())
    }

    #[test]
    fn suffix_folder_and_format_agree() {
        let one = |format, name: &str| Ok(vec![(format, name.to_owned())]);
        assert_eq!(of(&[], &[]), one(Term, "-"));
        assert_eq!(of(&[], &[Json]), one(Json, "-"));
        assert_eq!(of(&["台账.xlsx"], &[]), one(Xlsx, "台账.xlsx"));
        assert_eq!(of(&["out"], &[Csv]), one(Csv, "out"));
        assert_eq!(of(&["-"], &[Jsonl]), one(Jsonl, "-"));
        let folder = vec![(Xlsx, "r/问题台账.xlsx".to_owned()), (Html, "r/检查报告.html".to_owned())];
        assert_eq!(of(&["r/"], &[]), Ok(folder));
        assert_eq!(of(&["r/"], &[Json]), one(Json, "r/report.json"));
        let both = vec![(Xlsx, "a.xlsx".to_owned()), (Term, "-".to_owned())];
        assert_eq!(of(&["a.xlsx"], &[Term]), Ok(both));
        assert_eq!(of(&["a.jsonl"], &[Jsonl]), one(Jsonl, "a.jsonl"));
    }

    #[test]
    fn what_is_not_clear_is_refused() {
        assert!(of(&[], &[Csv, Html]).is_err());
        assert!(of(&["out"], &[]).is_err());
        assert!(of(&["a.csv", "a.csv"], &[]).is_err());
    }
}
