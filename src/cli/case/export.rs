//! `zhengzi case export`: a table in which staff fill in their verdicts, and its columns for reading it back.

use super::Case;
use crate::case::book;
use crate::case::view::{Problem, Verdict};
use crate::cli::talk::Talk;
use crate::cli::{Exit, Failure};
use crate::i18n::{Lang, Msg};
use crate::report::csv::harmless;
use crate::report::output::Output;
use crate::report::words::{self, fill};
use crate::report::{Destination, Format};
use crate::text::sanitize;
use clap::ArgMatches;
use rust_xlsxwriter::{DataValidation, Format as Look, Workbook, XlsxError};
use std::io::{self, Write};
use std::path::PathBuf;

/// 问题编号.
pub const NUMBER: Msg = Msg::new("问题编号", "number");
/// 认定, which staff fill in.
pub const VERDICT: Msg = Msg::new("认定", "verdict");
/// 豁免情形, for 保留.
pub const EXEMPTION: Msg = Msg::new("豁免情形", "exemption");
/// 理由.
pub const REASON: Msg = Msg::new("认定理由", "reason");
/// 认定人, where it is not the one who reads the table in.
pub const BY: Msg = Msg::new("认定人", "decided by");

const NAME: Msg = Msg::new("名称", "name");
const WRONG: Msg = Msg::new("问题字词", "found");
const STANDARD: Msg = Msg::new("规范写法", "standard");
const KIND: Msg = Msg::new("问题类型", "kind");
const LEVEL: Msg = Msg::new("程序定级", "program's severity");
const BASIS: Msg = Msg::new("依据", "basis");
const UNIT: Msg = Msg::new("责任单位", "unit");
const STREET: Msg = Msg::new("街道", "street");
const ADDRESS: Msg = Msg::new("地址", "address");

/// Columns with their widths.
const COLUMNS: [(Msg, f64); 14] = [
    (NUMBER, 13.0),
    (NAME, 28.0),
    (WRONG, 12.0),
    (STANDARD, 14.0),
    (KIND, 14.0),
    (LEVEL, 9.0),
    (BASIS, 40.0),
    (UNIT, 24.0),
    (STREET, 14.0),
    (ADDRESS, 24.0),
    (VERDICT, 9.0),
    (EXEMPTION, 16.0),
    (REASON, 24.0),
    (BY, 10.0),
];
/// Place of 认定 among them.
const VERDICT_COLUMN: u16 = 10;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let format = Format::from_suffix(&file).filter(|format| matches!(format, Format::Csv | Format::Xlsx));
    let format = format.ok_or_else(|| Failure::Message(fill(SUFFIX.get(lang), &[&file.display()])))?;
    let view = case.with(|store| book::view(store.reader(), None))?;
    let wanted = |problem: &&Problem| matches.get_flag("all") || problem.verdict == Verdict::Pending;
    let rows: Vec<[String; 14]> = view.problems.iter().filter(wanted).map(|problem| cells(problem, lang)).collect();
    let failed = |error: io::Error| Failure::Message(error.to_string());
    let mut out = Output::open(Destination::Path(file.clone()), lang).map_err(failed)?;
    match format {
        Format::Csv => csv(&mut out, &rows, lang),
        _ => xlsx(&rows, lang).map_err(io::Error::other).and_then(|book| out.write_all(&book)),
    }
    .map_err(failed)?;
    out.finish().map_err(failed)?;
    talk.note(&fill(WRITTEN.get(lang), &[&file.display(), &rows.len()]));
    Ok(Exit::Clean)
}

fn cells(problem: &Problem, lang: Lang) -> [String; 14] {
    let decided = problem.verdict != Verdict::Pending;
    let basis = problem.basis.iter().map(|basis| format!("{}{}", basis.title, basis.article)).collect::<Vec<_>>();
    [
        problem.number.clone(),
        problem.context.clone(),
        problem.text.clone(),
        problem.suggestions.join("、"),
        problem.title.clone(),
        words::severity(problem.severity).get(lang).to_owned(),
        basis.join("；"),
        problem.unit.clone(),
        problem.street.clone(),
        problem.address.clone(),
        if decided { problem.verdict.word().get(lang).to_owned() } else { String::new() },
        problem.exemption.clone(),
        problem.remark.clone(),
        problem.decided_by.clone(),
    ]
    .map(|cell| sanitize::line(&cell).into_owned())
}

fn csv(out: &mut Output, rows: &[[String; 14]], lang: Lang) -> io::Result<()> {
    // By this mark Excel and WPS know UTF-8.
    out.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS.map(|(head, _)| head.get(lang)))?;
    for row in rows {
        table.write_record(row.iter().map(|cell| harmless(cell).into_owned()))?;
    }
    table.flush()
}

/// Every cell is a string, never a formula or a link.
fn xlsx(rows: &[[String; 14]], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Look::new().set_bold();
    for (column, (head, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, head.get(lang), &bold)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            // Excel takes 32,767 characters a cell.
            sheet.write_string(row, column, cell.chars().take(16_000).collect::<String>())?;
        }
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX).clamp(1, 1_048_575);
    let choices: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.word().get(lang)).collect();
    sheet.add_data_validation(
        1,
        VERDICT_COLUMN,
        last,
        VERDICT_COLUMN,
        &DataValidation::new().allow_list_strings(&choices)?,
    )?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, last, 13)?;
    book.save_to_buffer()
}

const SUFFIX: Msg = Msg::new("“{}”：认定表写成 .xlsx 或 .csv。", "“{}”: the table is written as .xlsx or .csv.");
const WRITTEN: Msg = Msg::new("认定表：{}，{} 条", "table: {}, {} problems");
