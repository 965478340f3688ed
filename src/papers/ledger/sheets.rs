//! The sheets behind the ledger.

use super::exemption;
use crate::case::view::{CaseView, Verdict};
use crate::i18n::Lang;
use crate::papers::figures::{self, Line};
use crate::papers::notice::unit;
use crate::papers::{facts, words};
use crate::report::words as report_words;
use crate::report::xlsx::sheet::{Cell, Stack, heads, paper, put};
use crate::report::xlsx::style::{FONT, Style};
use crate::report::{chart, label};
use crate::rule::Registry;
use rust_xlsxwriter::{Chart, ChartFont, ChartLegendPosition, ChartType, Worksheet, XlsxError};
use std::borrow::Cow;

/// Rows of a list; what is more is said in the last line.
const ROWS: usize = 1_000_000;
/// Bars of a chart.
const BARS: usize = 12;
/// Rows the charts take.
const CHART_ROWS: u32 = 20;
/// Lines of the table by unit, which may be as long as the ledger.
const UNITS: usize = 1_000;
/// Widths of 统计: a label and numbers.
const WIDTHS: [f64; 6] = [34.0, 46.0, 11.0, 11.0, 11.0, 11.0];

/// 统计: rates with their formulas, tables that add up, and charts that stay editable.
pub fn statistics(sheet: &mut Worksheet, view: &CaseView, style: &Style) -> Result<(), XlsxError> {
    const NAME: &str = "统计";
    sheet.set_name(NAME)?;
    paper(sheet, NAME, 0.0, false, Lang::Zh)?;
    let mut stack = Stack::new(sheet, style, &WIDTHS)?;
    stack.line("检查统计", &style.title)?;
    // The charts stand above the tables side by side, where no end of a page cuts them.
    if !view.problems.is_empty() {
        stack.row += CHART_ROWS;
    }
    stack.heading("主要指标")?;
    stack.heads(&["指标", "算式", "结果"])?;
    for rate in figures::rates(view) {
        stack.cells(&[Cell::text(rate.name), Cell::Text(rate.formula), Cell::Text(rate.value)], false)?;
    }
    let mut charts = Vec::new();
    for (name, property) in [
        ("问题类型", words::kind as fn(&crate::case::view::Problem) -> &str),
        ("街道（乡镇）", |problem| &problem.street),
        ("对象类别", |problem| &problem.category),
        ("主管部门", |problem| &problem.department),
        ("责任单位", unit),
    ] {
        let lines = figures::by(&view.problems, property);
        let first = table(&mut stack, name, &lines)?;
        if lines.len() > 1 && charts.len() < 2 {
            charts.push(bar_chart(NAME, first, name, &lines));
        }
    }
    cross(&mut stack, view)?;
    stack.heading("与上期对比")?;
    stack.heads(&["问题状态", "处数（误报除外）"])?;
    let history = figures::history(view);
    for (state, count) in figures::STATES.iter().zip(history) {
        stack.cells(&[Cell::text(words::state(*state)), Cell::Number(count)], false)?;
    }
    stack.cells(&[Cell::text("合计"), Cell::Number(history.iter().sum())], true)?;
    stack.heading("最常见的不规范用字用词")?;
    stack.heads(&["原文", "规范写法", "问题类型", "处数"])?;
    for (text, standard, kind, times) in figures::forms(view) {
        stack.cells(&[Cell::Text(text), Cell::Text(standard), Cell::Text(kind), Cell::Number(times)], false)?;
    }
    for (chart, x) in charts.iter().zip([(0, 4), (1, 210)]) {
        stack.sheet.insert_chart_with_offset(1, x.0, chart, x.1, 4)?;
    }
    Ok(())
}

/// Writes a table by verdict and gives the row of its first line.
fn table(stack: &mut Stack<'_>, name: &str, lines: &[Line]) -> Result<u32, XlsxError> {
    stack.heading(&format!("按{name}"))?;
    let mut names = vec![name, "合计"];
    names.extend(figures::VERDICTS.map(words::verdict));
    stack.heads(&names)?;
    let first = stack.row;
    let last = lines.len() - 1;
    for (n, line) in lines.iter().enumerate().filter(|(n, _)| *n < UNITS || *n == last) {
        let mut cells = vec![Cell::text(&line.label), Cell::Number(line.total())];
        cells.extend(line.counts.map(Cell::Number));
        stack.cells(&cells, n == last)?;
    }
    if last > UNITS {
        stack.cells(&[Cell::Text(format!("只列出前{UNITS}项，合计为全部。"))], false)?;
    }
    Ok(first)
}

/// Streets by kind of problem: violations and what is still open.
fn cross(stack: &mut Stack<'_>, view: &CaseView) -> Result<(), XlsxError> {
    const KINDS: usize = 4;
    let standing = || view.problems.iter().filter(|problem| problem.verdict != Verdict::FalseAlarm);
    let kinds: Vec<String> = figures::by(standing(), words::kind).into_iter().map(|line| line.label).collect();
    let kinds = &kinds[..kinds.len() - 1];
    if kinds.is_empty() {
        return Ok(());
    }
    let shown = &kinds[..kinds.len().min(KINDS)];
    stack.heading("街道×问题类型（误报除外）")?;
    let mut names = vec!["街道（乡镇）", "合计"];
    names.extend(shown.iter().map(String::as_str));
    stack.heads(&names)?;
    let streets = figures::by(standing(), |problem| &problem.street);
    for (n, street) in streets.iter().enumerate() {
        let sum = n + 1 == streets.len();
        let here = |kind: &str| {
            let of = |problem: &&crate::case::view::Problem| {
                words::safe(words::kind(problem)) == kind
                    && (sum || words::safe(words::or(&problem.street, "（未填）")) == street.label)
            };
            Cell::Number(standing().filter(of).count() as u64)
        };
        let mut cells = vec![Cell::text(&street.label), Cell::Number(street.total())];
        cells.extend(shown.iter().map(|kind| here(kind)));
        stack.cells(&cells, sum)?;
    }
    if kinds.len() > shown.len() {
        stack.cells(&[Cell::Text(format!("只列出最多的{KINDS}类，合计为全部。"))], false)?;
    }
    Ok(())
}

/// Draws violations and what is to be decided as stacked bars.
fn bar_chart(sheet: &str, first: u32, name: &str, lines: &[Line]) -> Chart {
    let bars = (lines.len() - 1).min(BARS);
    let last = first + bars as u32 - 1;
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(10);
    let mut drawn = Chart::new(ChartType::BarStacked);
    for ((col, verdict), color) in (2..).zip(figures::VERDICTS).zip(chart::COLORS) {
        let fill = rust_xlsxwriter::ChartSolidFill::new().set_color(rust_xlsxwriter::Color::RGB(color)).clone();
        drawn
            .add_series()
            .set_name(words::verdict(verdict))
            .set_categories((sheet, first, 0, last, 0))
            .set_values((sheet, first, col, last, col))
            .set_format(rust_xlsxwriter::ChartFormat::new().set_solid_fill(&fill))
            .set_gap(60);
    }
    drawn.title().set_name(format!("按{name}的问题处数").as_str()).set_font(&font);
    drawn.y_axis().set_reverse().set_font(&font);
    let most = lines.iter().take(bars).map(Line::total).max().unwrap_or_default();
    drawn.x_axis().set_font(&font).set_num_format("0").set_min(0).set_major_unit(chart::step(most) as f64);
    drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
    let parts: Vec<String> = lines.iter().take(bars).map(|line| format!("{} {}", line.label, line.total())).collect();
    let text: String = format!("条形图，按{name}的问题处数：{}。", parts.join("；")).chars().take(250).collect();
    drawn.set_alt_text(text).set_width(440).set_height(380);
    drawn
}

/// 未能检查: what was not looked at, with the reason.
pub fn not_checked(sheet: &mut Worksheet, view: &CaseView, style: &Style) -> Result<(), XlsxError> {
    let columns = [("序号", 6.0), ("来源", 30.0), ("范围", 30.0), ("类别", 14.0), ("原因", 80.0)];
    let rows = view.not_checked.iter().map(|one| {
        let source = words::or(report_words::source(&one.source, Lang::Zh), "全部");
        let kind = report_words::not_checked_why(&one.why, Lang::Zh);
        [source, &one.scope, kind, &one.reason].map(words::safe).to_vec()
    });
    list(sheet, "未能检查", &columns, rows, "没有未能检查的内容。", style)
}

/// 已豁免·误报: what people let stand, and what the program itself did not report; who, when and why.
pub fn let_stand(sheet: &mut Worksheet, view: &CaseView, registry: &Registry, style: &Style) -> Result<(), XlsxError> {
    let columns = [
        ("序号", 6.0),
        ("问题编号", 12.0),
        ("结论", 8.0),
        ("名称原文", 26.0),
        ("字词", 10.0),
        ("问题类型", 10.0),
        ("位置", 26.0),
        ("豁免情形", 14.0),
        ("理由", 34.0),
        ("认定人", 10.0),
        ("认定日期", 11.0),
    ];
    let by_people = view.problems.iter().filter(|one| matches!(one.verdict, Verdict::FalseAlarm | Verdict::Retained));
    let by_people = by_people.map(|one| {
        let cells = [
            one.number.as_str(),
            words::verdict(one.verdict),
            &one.object,
            &one.text,
            words::kind(one),
            &one.place,
            exemption(&one.exemption, registry),
            &one.remark,
            &one.decided_by,
            &one.decided_on,
        ];
        cells.map(words::safe).to_vec()
    });
    let by_program = view.kept.iter().map(|one| {
        let place = label::place(&one.place, Lang::Zh);
        let why = report_words::kept_why(&one.why, Lang::Zh);
        let cells = ["", "已排除", &one.context, &one.text, &one.name, &place, why, &one.reason, "程序", ""];
        cells.map(words::safe).to_vec()
    });
    list(sheet, "已豁免·误报", &columns, by_people.chain(by_program), "没有已豁免或误报的问题。", style)
}

/// Writes a list with its heads, cut at what a sheet takes.
fn list(
    sheet: &mut Worksheet,
    name: &str,
    columns: &[(&str, f64)],
    rows: impl Iterator<Item = Vec<String>>,
    empty: &str,
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let named: Vec<_> = columns.iter().map(|(head, width)| (Cow::from(*head), *width)).collect();
    heads(sheet, 0, &named, style)?;
    sheet.set_freeze_panes(1, 0)?;
    paper(sheet, name, columns.iter().map(|column| column.1).sum(), true, Lang::Zh)?;
    let mut line = 0;
    for cells in rows {
        line += 1;
        if line as usize > ROWS {
            return put(sheet, line, 0, "其余从略，见检查记录。", &style.plain);
        }
        let widths = columns.iter().skip(1).map(|column| column.1);
        crate::report::xlsx::sheet::fit(sheet, line, cells.iter().map(String::as_str).zip(widths))?;
        sheet.write_number_with_format(line, 0, f64::from(line), &style.middle)?;
        for (col, cell) in (1..).zip(&cells) {
            put(sheet, line, col, cell, &style.text)?;
        }
    }
    if line == 0 {
        return put(sheet, 1, 0, empty, &style.plain);
    }
    sheet.autofilter(0, 0, line, columns.len() as u16 - 1)?;
    Ok(())
}

/// 说明: versions, hashes, parameters, and the counts that have to add up.
pub fn versions(sheet: &mut Worksheet, view: &CaseView, listed: usize, style: &Style) -> Result<(), XlsxError> {
    const NAME: &str = "说明";
    sheet.set_name(NAME)?;
    paper(sheet, NAME, 0.0, false, Lang::Zh)?;
    let mut stack = Stack::new(sheet, style, &[30.0, 40.0, 12.0, 12.0, 12.0, 70.0])?;
    stack.line(NAME, &style.title)?;
    stack.line("程序检查供人工复核使用，不代替行政认定；没有发现问题不等于没有问题。", &style.plain)?;
    stack.heading("数字核对")?;
    let counts = &view.inspection.counts;
    let people = view.problems.len() - listed;
    let checks = [
        (
            format!(
                "检查对象 {} ＝ 合格 {} ＋ 有问题 {} ＋ 未能检查 {}",
                counts.objects,
                figures::clean(counts),
                counts.with_problems,
                counts.not_checked
            ),
            figures::adds_up(counts),
        ),
        (format!("登记问题 {} ＝ 问题台账 {listed} ＋ 已豁免·误报 {people}", view.problems.len()), true),
    ];
    for (text, agrees) in checks {
        let (word, format) = if agrees { ("，相符", &style.plain) } else { ("，不相符", &style.warning) };
        stack.line(&format!("{text}{word}"), format)?;
    }
    stack.heading("版本和参数")?;
    for (name, value) in facts(view) {
        stack.cells(&[Cell::Text(name), Cell::Text(value)], false)?;
    }
    stack.cells(&[Cell::text("认定记录"), Cell::Number(view.decisions as u64)], false)?;
    stack.heading("输入文件")?;
    stack.heads(&["来源", "格式", "字节", "行数", "问题", "哈希（BLAKE3）"])?;
    for input in &view.inspection.summary.inputs {
        let text = |text: &str| Cell::Text(words::safe(text));
        let cells = [
            text(report_words::source(&input.source, Lang::Zh)),
            text(&input.format),
            Cell::Number(input.bytes),
            Cell::Number(input.records),
            Cell::Number(input.findings),
            Cell::Code(words::safe(&input.hash)),
        ];
        stack.cells(&cells, false)?;
    }
    Ok(())
}
