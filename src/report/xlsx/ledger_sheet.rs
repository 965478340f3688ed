//! The sheets 问题台账: a row per finding, made to be filtered, decided on and printed.

use super::sheet::{cut, fit, heads, paper, put};
use super::style::Style;
use super::{Content, add, failed};
use crate::i18n::{Lang, Msg};
use crate::record::Run;
use crate::report::excerpt::Excerpt;
use crate::report::ledger::{COLUMNS, CONTEXT, DECISION, EXEMPTION, REMARK, Row, SCENE, SEVERITY};
use crate::report::words;
use crate::text::sanitize;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::io;

/// Widths of [`COLUMNS`], in characters.
const WIDTHS: [f64; 17] = [5.5, 14.0, 7.5, 11.0, 8.0, 9.0, 22.0, 9.0, 9.0, 8.0, 9.0, 6.5, 33.0, 24.0, 11.0, 9.0, 9.0];
/// Width of a column of the list.
const EXTRA_WIDTH: f64 = 12.0;
/// Width of the fingerprint, which is not for reading.
const KEY_WIDTH: f64 = 10.0;

/// Gives the widths of [`COLUMNS`]; English words for scene and severity are longer.
fn widths(lang: Lang) -> [f64; 17] {
    let mut widths = WIDTHS;
    if lang == Lang::En {
        widths[SCENE] = 13.0;
        widths[SEVERITY] = 10.0;
    }
    widths
}

/// Gives the names of the ledger sheets: one, or more where Excel's rows do not suffice.
pub fn names(content: &Content, rows: u64) -> Vec<String> {
    let name = words::SHEET_LEDGER.get(content.lang);
    let sheets = content.ledger.len().div_ceil(rows.max(1)).max(1);
    (1..=sheets).map(|n| if n == 1 { name.to_owned() } else { format!("{name}{n}") }).collect()
}

/// Writes the ledger sheets.
pub fn write(
    book: &mut Workbook,
    content: &mut Content,
    run: &Run,
    style: &Style,
    rows: u64,
    large: bool,
) -> io::Result<()> {
    let names = names(content, rows);
    let (lang, total) = (content.lang, content.ledger.len());
    let extra = content.ledger.extra(lang);
    let mut all = content.ledger.rows(lang)?;
    for (n, name) in (0..).zip(&names) {
        let count = total.saturating_sub(n * rows).min(rows);
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let sheet = add(book, large)?;
        set_up(sheet, name, &extra, count, run, style, lang).map_err(failed)?;
        for line in 1..=count {
            let Some(row) = all.next() else { break };
            write_row(sheet, line, &row?, style, lang).map_err(failed)?;
        }
        if total == 0 {
            put(sheet, 1, 0, words::NOTHING_FOUND.get(lang), &style.plain).map_err(failed)?;
        }
    }
    Ok(())
}

/// Writes the head and everything that concerns the sheet as a whole.
fn set_up(
    sheet: &mut Worksheet,
    name: &str,
    extra: &[String],
    count: u32,
    run: &Run,
    style: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let fixed = COLUMNS.iter().zip(widths(lang)).map(|(column, width)| (Cow::from(column.get(lang)), width));
    let extra = extra.iter().map(|head| (Cow::from(head.as_str()), EXTRA_WIDTH));
    let key = [(Cow::from(words::FINGERPRINT.get(lang)), KEY_WIDTH)];
    let columns: Vec<_> = fixed.chain(extra).chain(key).collect();
    let last = u16::try_from(columns.len() - 1).unwrap_or(u16::MAX);
    heads(sheet, 0, &columns, style)?;
    sheet.set_row_height(0, 30)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, count, last)?;
    if count > 0 {
        choose(sheet, EXEMPTION, count, &words::EXEMPTIONS, words::EXEMPTION_HELP, lang)?;
        choose(sheet, DECISION, count, &words::DECISIONS, words::DECISION_HELP, lang)?;
    }
    // The key is for comparing runs and would only make the print smaller.
    sheet.set_print_area(0, 0, count.max(1), last - 1)?;
    let width = columns.iter().map(|column| column.1).sum::<f64>() - KEY_WIDTH;
    let title = format!("{} {}", words::SHEET_LEDGER.get(lang), sanitize::line(&run.date));
    paper(sheet, &title, width, true, lang)
}

/// Lets people choose from a list but also write something else after a warning.
fn choose(
    sheet: &mut Worksheet,
    column: usize,
    count: u32,
    list: &[Msg],
    help: Msg,
    lang: Lang,
) -> Result<(), XlsxError> {
    let words: Vec<&str> = list.iter().map(|word| word.get(lang)).collect();
    let validation = DataValidation::new()
        .allow_list_strings(&words)?
        .set_input_message(help.get(lang))?
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_message(help.get(lang))?;
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    sheet.add_data_validation(1, column, count, column, &validation)?;
    Ok(())
}

fn write_row(sheet: &mut Worksheet, line: u32, row: &Row, style: &Style, lang: Lang) -> Result<(), XlsxError> {
    for (column, cell) in row.cells.iter().enumerate() {
        let col = u16::try_from(column).unwrap_or(u16::MAX);
        let format: &Format = match column {
            0 => {
                sheet.write_number_with_format(line, col, row.number as f64, &style.middle)?;
                continue;
            }
            CONTEXT => {
                write_excerpt(sheet, line, col, &row.excerpt, [&style.wrong, &style.wrong_cell], style)?;
                continue;
            }
            SEVERITY => style.severity(row.severity),
            EXEMPTION | DECISION | REMARK => &style.input,
            _ => &style.text,
        };
        put(sheet, line, col, cell, format)?;
    }
    let extra = row.extra.iter().map(|cell| (cell.as_str(), EXTRA_WIDTH));
    let fixed = row.cells.iter().map(String::as_str).zip(widths(lang));
    fit(sheet, line, fixed.chain(extra))?;
    let mut col = u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX);
    for cell in &row.extra {
        put(sheet, line, col, cell, &style.text)?;
        col += 1;
    }
    put(sheet, line, col, &row.fingerprint, &style.code)
}

/// Writes 原文 with the form in question marked: within the text, or as the whole cell.
pub fn write_excerpt(
    sheet: &mut Worksheet,
    line: u32,
    col: u16,
    excerpt: &Excerpt,
    [mark, whole]: [&Format; 2],
    style: &Style,
) -> Result<(), XlsxError> {
    let Excerpt { before, found, after } = excerpt;
    let parts = [(&style.ordinary, cut(before)), (mark, cut(found)), (&style.ordinary, cut(after))];
    // A rich string must not have empty parts, and one part alone is no rich string.
    let parts: Vec<(&Format, &str)> =
        parts.iter().filter(|part| !part.1.is_empty()).map(|(format, text)| (*format, &**text)).collect();
    match parts.as_slice() {
        [] => put(sheet, line, col, "", &style.text),
        [(format, text)] if std::ptr::eq(*format, &style.ordinary) => put(sheet, line, col, text, &style.text),
        [(_, text)] => put(sheet, line, col, text, whole),
        rich => {
            sheet.write_rich_string_with_format(line, col, rich, &style.text)?;
            Ok(())
        }
    }
}
