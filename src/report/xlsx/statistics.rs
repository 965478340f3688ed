//! The sheet 统计: counts that add up, tables by severity, and a chart that stays editable.

use super::Content;
use super::sheet::{Cell, Stack, paper, put};
use super::style::{FONT, Style};
use crate::i18n::Lang;
use crate::record::Run;
use crate::report::ledger::DECISION;
use crate::report::tally::{SEVERITIES, Table, Tally};
use crate::report::{chart, words};
use crate::text::sanitize;
use rust_xlsxwriter::{
    Chart, ChartFont, ChartLegendPosition, ChartLine, ChartType, Color, Formula, Worksheet, XlsxError,
};

/// Widths of the columns: a label, the severities, the sum.
const WIDTHS: [f64; 6] = [34.0, 11.0, 11.0, 11.0, 11.0, 11.0];
/// Bars of the chart at most.
const BARS: usize = 12;

/// Writes the sheet; `ledgers` are the names of the ledger sheets.
pub fn write(
    sheet: &mut Worksheet,
    content: &Content,
    run: &Run,
    style: &Style,
    ledgers: &[String],
) -> Result<(), XlsxError> {
    let (lang, tally) = (content.lang, &content.tally);
    let name = words::SHEET_STATISTICS.get(lang);
    sheet.set_name(name)?;
    paper(sheet, name, 0.0, false, lang)?;
    let mut stack = Stack::new(sheet, style, &WIDTHS)?;
    stack.line(words::TITLE.get(lang), &style.title)?;
    stack.line(&format!("{}：{}", words::DATE.get(lang), run.date), &style.plain)?;
    if let Some(warning) = tally.warning() {
        stack.line(warning.get(lang), &style.warning)?;
    }
    overview(&mut stack, tally, lang, style)?;
    progress(&mut stack, tally, lang, style, ledgers)?;
    let mut bars = None;
    for table in tally.tables(lang) {
        let first = by_severity(&mut stack, &table, lang)?;
        bars.get_or_insert((first, table));
    }
    forms(&mut stack, tally, lang)?;
    kept(&mut stack, tally, lang)?;
    if let Some((first, table)) = bars {
        let chart = bar_chart(name, first, &table, lang);
        stack.sheet.insert_chart(3, 7, &chart)?;
    }
    Ok(())
}

/// Writes the counts of the whole run and the sentences that check them.
fn overview(stack: &mut Stack<'_>, tally: &Tally, lang: Lang, style: &Style) -> Result<(), XlsxError> {
    stack.heading(words::OVERVIEW.get(lang))?;
    stack.heads(&[words::ITEM.get(lang), words::VALUE.get(lang)])?;
    for (label, value) in tally.overview(lang) {
        put(stack.sheet, stack.row, 0, label, &style.text)?;
        match value.parse::<f64>() {
            Ok(number) => stack.sheet.write_number_with_format(stack.row, 1, number, &style.number)?,
            Err(_) => stack.sheet.write_string_with_format(stack.row, 1, value, &style.number)?,
        };
        stack.row += 1;
    }
    for (check, agrees) in tally.checks(lang) {
        let line = format!("{}：{check}", words::SUM_CHECK.get(lang));
        stack.line(&line, if agrees { &style.plain } else { &style.warning })?;
    }
    stack.line(words::SEE_NOT_CHECKED.get(lang), &style.plain)?;
    stack.line(words::DISCLAIMER.get(lang), &style.plain)
}

/// Counts the decisions in the ledger, so that the numbers follow what people enter.
fn progress(
    stack: &mut Stack<'_>,
    tally: &Tally,
    lang: Lang,
    style: &Style,
    ledgers: &[String],
) -> Result<(), XlsxError> {
    if tally.findings() == 0 {
        return Ok(());
    }
    stack.heading(words::PROGRESS.get(lang))?;
    stack.heads(&[words::DECISION.get(lang), words::COUNT.get(lang)])?;
    let column = char::from(b'A' + u8::try_from(DECISION).unwrap_or_default());
    for (n, decision) in words::DECISIONS.iter().enumerate() {
        let word = decision.get(lang);
        let count = |sheet: &String| format!("COUNTIF('{sheet}'!${column}:${column},\"{word}\")");
        let sum = ledgers.iter().map(count).collect::<Vec<_>>().join("+");
        // What the formula gives before anyone has decided anything, for programs that do not compute.
        let now = if n == 0 { tally.findings() } else { 0 };
        put(stack.sheet, stack.row, 0, word, &style.text)?;
        let formula = Formula::new(format!("={sum}")).set_result(now.to_string());
        stack.sheet.write_formula_with_format(stack.row, 1, formula, &style.number)?;
        stack.row += 1;
    }
    Ok(())
}

/// Writes a table by severity and gives the row of its first line.
fn by_severity(stack: &mut Stack<'_>, table: &Table, lang: Lang) -> Result<u32, XlsxError> {
    stack.heading(table.title.get(lang))?;
    let mut heads = vec![words::ITEM.get(lang)];
    heads.extend(SEVERITIES.map(|severity| words::severity(severity).get(lang)));
    heads.push(words::TOTAL.get(lang));
    stack.heads(&heads)?;
    let first = stack.row;
    for (n, line) in table.lines.iter().enumerate() {
        let mut cells = vec![Cell::text(&line.label)];
        cells.extend(line.counts.map(Cell::Number));
        cells.push(Cell::Number(line.total()));
        stack.cells(&cells, n + 1 == table.lines.len())?;
    }
    Ok(first)
}

fn forms(stack: &mut Stack<'_>, tally: &Tally, lang: Lang) -> Result<(), XlsxError> {
    let forms = tally.forms();
    if forms.is_empty() {
        return Ok(());
    }
    stack.heading(words::TOP_FORMS.get(lang))?;
    let heads = [words::WRONG, words::STANDARD, words::RULE, words::COUNT];
    stack.heads(&heads.map(|head| head.get(lang)))?;
    for (form, times) in forms {
        let text = |text: &str| Cell::text(sanitize::line(text));
        let standard = Cell::Text(form.standard(lang));
        let cells = [text(&form.text), standard, text(&form.rule), Cell::Number(times)];
        stack.cells(&cells, false)?;
    }
    Ok(())
}

fn kept(stack: &mut Stack<'_>, tally: &Tally, lang: Lang) -> Result<(), XlsxError> {
    let reasons = tally.kept_by_reason(lang);
    if reasons.is_empty() {
        return Ok(());
    }
    stack.heading(words::KEPT_BY_REASON.get(lang))?;
    stack.heads(&[words::REASON.get(lang), words::COUNT.get(lang)])?;
    for (reason, times) in reasons {
        stack.cells(&[Cell::Text(reason), Cell::Number(times)], false)?;
    }
    stack.cells(&[Cell::text(words::TOTAL.get(lang)), Cell::Number(tally.kept())], true)
}

/// Draws the table by rule as stacked bars, one colour a severity.
fn bar_chart(sheet: &str, first: u32, table: &Table, lang: Lang) -> Chart {
    // The last line is the sum.
    let bars = table.lines.len().saturating_sub(1).min(BARS);
    let last = first + u32::try_from(bars).unwrap_or(1).saturating_sub(1);
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(10);
    let mut chart = Chart::new(ChartType::BarStacked);
    for ((col, severity), color) in (1..).zip(SEVERITIES).zip(chart::COLORS) {
        chart
            .add_series()
            .set_name(words::severity(severity).get(lang))
            .set_categories((sheet, first, 0, last, 0))
            .set_values((sheet, first, col, last, col))
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(Color::RGB(color))),
            )
            .set_gap(60);
    }
    chart.title().set_name(words::CHART_TITLE.get(lang)).set_font(&font);
    // The bars lie on their side: the problems stand on the y axis, the first at the top.
    chart.y_axis().set_reverse().set_font(&font);
    let grid = ChartLine::new().set_color(Color::RGB(0x00D9_D9D9)).clone();
    let counts = chart.x_axis().set_font(&font).set_major_unit(step(table, bars)).set_num_format("0");
    counts.set_min(0).set_major_gridlines_line(&grid);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
    // Excel takes 255 characters; the table beside the chart says the rest.
    let description: String = chart::description(table, lang).chars().take(250).collect();
    chart.set_alt_text(description);
    chart.set_width(560).set_height(140 + 30 * u32::try_from(bars).unwrap_or_default());
    chart
}

/// Gives the step of the axis: whole findings, at most ten steps.
fn step(table: &Table, bars: usize) -> f64 {
    let most = table.lines.iter().take(bars).map(crate::report::tally::Line::total).max();
    chart::step(most.unwrap_or_default()) as f64
}
