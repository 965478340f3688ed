//! The sheets 未检查 and 已排除: what a clean row of the ledger does not say.

use super::ledger_sheet::write_excerpt;
use super::sheet::{fit, heads, paper, put};
use super::style::Style;
use super::{Content, failed};
use crate::i18n::{Lang, Msg};
use crate::record::{Kept, NotChecked};
use crate::report::excerpt::Excerpt;
use crate::report::ledger::CONTEXT_COLUMNS;
use crate::report::{label, words};
use crate::text::sanitize;
use rust_xlsxwriter::{Worksheet, XlsxError};
use std::borrow::Cow;
use std::io;

/// Rows of not-checked lines; a run that has more has one cause for all of them.
const MAX_NOT_CHECKED: u64 = 100_000;

const NOT_CHECKED: [(Msg, f64); 5] =
    [(words::NUMBER, 6.0), (words::SOURCE, 30.0), (words::SCOPE, 30.0), (words::KIND, 14.0), (words::REASON, 80.0)];

const KEPT: [(Msg, f64); 13] = [
    (words::NUMBER, 6.0),
    (words::SOURCE, 16.0),
    (words::SHEET, 8.0),
    (words::POSITION, 12.0),
    (words::FIELD, 9.0),
    (words::SCENE, 10.0),
    (words::CONTEXT, 30.0),
    (words::FORM, 9.0),
    (words::KIND, 10.0),
    (words::RULE, 9.0),
    (words::REASON_KIND, 10.0),
    (words::REASON, 30.0),
    (words::BASIS, 30.0),
];

/// Writes what was not looked at, with the reason.
pub fn not_checked(sheet: &mut Worksheet, content: &mut Content, style: &Style) -> io::Result<()> {
    let (lang, total) = (content.lang, content.not_checked.len());
    set_up(sheet, words::SHEET_NOT_CHECKED, &NOT_CHECKED, total, style, lang).map_err(failed)?;
    if total == 0 {
        return put(sheet, 1, 0, words::NOTHING_LEFT_OUT.get(lang), &style.plain).map_err(failed);
    }
    let mut line = 1;
    for one in content.not_checked.read()?.take(MAX_NOT_CHECKED as usize) {
        not_checked_row(sheet, line, &one?, style, lang).map_err(failed)?;
        line += 1;
    }
    more(sheet, line, total, MAX_NOT_CHECKED, style, lang)
}

fn not_checked_row(
    sheet: &mut Worksheet,
    line: u32,
    one: &NotChecked,
    style: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.write_number_with_format(line, 0, f64::from(line), &style.middle)?;
    let source = match one.source.is_empty() {
        true => words::WHOLE_RUN.get(lang),
        false => words::source(&one.source, lang),
    };
    let kind = words::not_checked_why(&one.why, lang);
    let cells = [source, &one.scope, kind, &one.reason].map(sanitize::line);
    for (col, text) in (1..).zip(&cells) {
        put(sheet, line, col, text, &style.text)?;
    }
    fit(sheet, line, cells.iter().map(|cell| &**cell).zip(NOT_CHECKED[1..].iter().map(|column| column.1)))
}

/// Writes the candidates that were not reported, with the reason and its basis.
pub fn kept(sheet: &mut Worksheet, content: &mut Content, style: &Style, rows: u64) -> io::Result<()> {
    let (lang, total) = (content.lang, content.kept.len());
    set_up(sheet, words::SHEET_KEPT, &KEPT, total.min(rows), style, lang).map_err(failed)?;
    if total == 0 {
        return put(sheet, 1, 0, words::NOTHING_KEPT.get(lang), &style.plain).map_err(failed);
    }
    // One row stays for saying that there are more.
    let shown = if total > rows { rows.saturating_sub(1) } else { total };
    let tally = &content.tally;
    let mut line = 1;
    for one in content.kept.read()?.take(usize::try_from(shown).unwrap_or(usize::MAX)) {
        let one = one?;
        kept_row(sheet, line, &one, tally.title(&one.rule), style, lang).map_err(failed)?;
        line += 1;
    }
    more(sheet, line, total, shown, style, lang)
}

fn kept_row(
    sheet: &mut Worksheet,
    line: u32,
    one: &Kept,
    title: &str,
    style: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    let place = &one.place;
    let excerpt = Excerpt::new(&one.context, place.column.saturating_sub(1), &one.text, CONTEXT_COLUMNS);
    sheet.write_number_with_format(line, 0, f64::from(line), &style.middle)?;
    let field = place.field.as_deref().filter(|_| label::in_list(place));
    let cells = [
        words::source(&place.source, lang),
        place.sheet.as_deref().unwrap_or_default(),
        &label::position(place, lang),
        field.unwrap_or_default(),
        words::scene(&place.scene, lang),
        "",
        &one.text,
        title,
        &one.rule,
        words::kept_why(&one.why, lang),
        &one.reason,
    ];
    let mut cells = cells.map(|cell| sanitize::line(cell).into_owned()).to_vec();
    cells.push(label::bases(&one.basis, lang, "\n"));
    for (col, text) in (1..).zip(&cells) {
        put(sheet, line, col, text, &style.text)?;
    }
    // It is not wrong, so it is not red.
    write_excerpt(sheet, line, 6, &excerpt, [&style.kept, &style.kept_cell], style)?;
    cells[5] = excerpt.text();
    fit(sheet, line, cells.iter().map(String::as_str).zip(KEPT[1..].iter().map(|column| column.1)))
}

/// Writes the heads and what makes a list readable on screen and on paper.
fn set_up(
    sheet: &mut Worksheet,
    name: Msg,
    columns: &[(Msg, f64)],
    rows: u64,
    style: &Style,
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_name(name.get(lang))?;
    let named: Vec<_> = columns.iter().map(|(head, width)| (Cow::from(head.get(lang)), *width)).collect();
    heads(sheet, 0, &named, style)?;
    sheet.set_freeze_panes(1, 0)?;
    let last = u16::try_from(columns.len() - 1).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, u32::try_from(rows).unwrap_or(u32::MAX).min(1_048_575), last)?;
    let width = columns.iter().map(|column| column.1).sum();
    paper(sheet, name.get(lang), width, true, lang)
}

/// Says how many rows did not fit.
fn more(sheet: &mut Worksheet, line: u32, total: u64, shown: u64, style: &Style, lang: Lang) -> io::Result<()> {
    let rest = total.saturating_sub(shown);
    if rest == 0 {
        return Ok(());
    }
    let text = words::fill(words::MORE_LINE.get(lang), &[&rest]);
    put(sheet, line, 0, &text, &style.plain).map_err(failed)
}
