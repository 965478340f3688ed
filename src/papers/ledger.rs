//! 问题台账.xlsx: every problem with its whole story, statistics, what was not checked, what was let stand, and versions.

mod sheets;

use super::docx::Identity;
use super::notice::unit;
use super::{Error, figures, words};
use crate::case::view::{CaseView, Problem, Verdict};
use crate::i18n::Lang;
use crate::report::xlsx::sheet::{fit, heads, paper, put};
use crate::report::xlsx::style::Style;
use crate::report::xlsx::{failed, sealed};
use crate::rule::Registry;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use tempfile::SpooledTempFile;

/// Rows of a sheet below its head; Excel takes 1,048,576 with it.
const ROWS: usize = 1_048_575;

/// What a column is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Filled by the program.
    Text,
    /// Filled by the program, short.
    Middle,
    /// Left for people.
    Input,
}

/// The columns: head, width, use.
const COLUMNS: [(&str, f64, Use); 35] = [
    ("序号", 5.5, Use::Middle),
    ("问题编号", 11.0, Use::Middle),
    ("检查日期", 10.5, Use::Middle),
    ("检查方式", 8.0, Use::Input),
    ("对象类别", 9.0, Use::Middle),
    ("名称原文", 20.0, Use::Text),
    ("问题字词", 9.0, Use::Text),
    ("位置", 16.0, Use::Text),
    ("问题类型", 9.0, Use::Middle),
    ("规范写法", 10.0, Use::Text),
    ("依据", 33.0, Use::Text),
    ("依据施行日期", 11.0, Use::Middle),
    ("性质", 6.5, Use::Middle),
    ("定级", 6.5, Use::Middle),
    ("豁免情形及理由", 14.0, Use::Text),
    ("责任单位", 18.0, Use::Text),
    ("统一社会信用代码", 19.0, Use::Text),
    ("街道（乡镇）", 11.0, Use::Text),
    ("社区/路段", 11.0, Use::Text),
    ("地址", 18.0, Use::Text),
    ("联系人/电话", 13.0, Use::Text),
    ("主管部门（抄送）", 13.0, Use::Text),
    ("整改通知书号", 16.0, Use::Text),
    ("整改期限", 10.5, Use::Middle),
    ("整改方式", 11.0, Use::Middle),
    ("整改状态", 8.5, Use::Middle),
    ("复查日期", 10.5, Use::Middle),
    ("复查人", 8.0, Use::Input),
    ("整改前照片", 10.0, Use::Input),
    ("整改后照片", 10.0, Use::Input),
    ("首次发现批次", 11.5, Use::Middle),
    ("历史", 7.0, Use::Middle),
    ("认定人", 9.0, Use::Middle),
    ("备注", 14.0, Use::Text),
    ("证据哈希（前12位）", 14.0, Use::Middle),
];

/// Position of 依据 among the cells after the number.
const BASIS: usize = 9;

/// Writes the workbook and gives its bytes, sealed.
///
/// # Errors
/// When a sheet cannot be written.
pub fn write(view: &CaseView, registry: &Registry, identity: &Identity) -> Result<SpooledTempFile, Error> {
    let mut book = Workbook::new();
    let style = Style::new();
    fill(&mut book, view, registry, identity, &style).map_err(failed)?;
    let standing = listed(view).count() as u64;
    let counts = [("problems", standing), ("let_stand", view.problems.len() as u64 - standing)];
    let mut file = sealed(&mut book, &counts)?;
    std::io::Seek::rewind(&mut file)?;
    Ok(file)
}

/// Problems of the ledger: what a person let stand or called a false alarm has a sheet of its own.
fn listed(view: &CaseView) -> impl Iterator<Item = &Problem> {
    view.problems.iter().filter(|problem| matches!(problem.verdict, Verdict::Violation | Verdict::Pending))
}

fn fill(
    book: &mut Workbook,
    view: &CaseView,
    registry: &Registry,
    identity: &Identity,
    style: &Style,
) -> Result<(), XlsxError> {
    let date = identity.moment.split('T').next().unwrap_or_default();
    let properties = DocProperties::new().set_title(&identity.title).set_author(&identity.author);
    book.set_properties(&properties.set_creation_datetime(&ExcelDateTime::parse_from_str(date)?));
    let problems: Vec<&Problem> = listed(view).collect();
    let mut chunks: Vec<&[&Problem]> = problems.chunks(ROWS).collect();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    let mut number = 0;
    for (n, chunk) in (1..).zip(chunks) {
        let name = if n == 1 { "问题台账".to_owned() } else { format!("问题台账{n}") };
        ledger(book.add_worksheet(), &name, chunk, &mut number, view, registry, style)?;
    }
    sheets::statistics(book.add_worksheet(), view, style)?;
    sheets::not_checked(book.add_worksheet(), view, style)?;
    sheets::let_stand(book.add_worksheet(), view, registry, style)?;
    sheets::versions(book.add_worksheet(), view, problems.len(), style)
}

fn ledger(
    sheet: &mut Worksheet,
    name: &str,
    problems: &[&Problem],
    number: &mut u32,
    view: &CaseView,
    registry: &Registry,
    style: &Style,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let named: Vec<_> = COLUMNS.iter().map(|(head, width, _)| (Cow::from(*head), *width)).collect();
    heads(sheet, 0, &named, style)?;
    sheet.set_row_height(0, 30)?;
    sheet.set_freeze_panes(1, 2)?;
    let last = u32::try_from(problems.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
    let width = COLUMNS.iter().map(|column| column.1).sum();
    paper(sheet, &format!("{} {name}", words::safe(&view.office.name)), width, true, Lang::Zh)?;
    // So many columns on one page are too small to read: two pages side by side, each with the numbers.
    sheet.set_print_fit_to_pages(2, 0);
    sheet.set_repeat_columns(0, 1)?;
    if problems.is_empty() {
        return put(sheet, 1, 0, "没有待处理的问题。", &style.plain);
    }
    for (line, problem) in (1..).zip(problems) {
        *number += 1;
        let cells = cells(problem, view, registry);
        fit(sheet, line, cells.iter().map(String::as_str).zip(COLUMNS.iter().skip(1).map(|column| column.1)))?;
        sheet.write_number_with_format(line, 0, f64::from(*number), &style.middle)?;
        for ((col, cell), (head, _, purpose)) in (1..).zip(&cells).zip(&COLUMNS[1..]) {
            let format = match purpose {
                _ if *head == "定级" => style.severity(problem.severity),
                Use::Text => &style.text,
                Use::Middle => &style.middle,
                Use::Input => &style.input,
            };
            put(sheet, line, col, cell, format)?;
        }
    }
    Ok(())
}

/// The cells of a row after its number.
fn cells(problem: &Problem, view: &CaseView, registry: &Registry) -> [String; COLUMNS.len() - 1] {
    let today = view.inspection.date.as_str();
    let notice = problem.notice.as_ref();
    let severity = crate::report::words::severity(problem.severity).get(Lang::Zh);
    let decided = [problem.decided_by.as_str(), problem.decided_on.as_str()].join(" ");
    let mut cells = [
        problem.number.as_str(),
        today,
        "",
        &problem.category,
        &problem.object,
        &problem.text,
        &problem.place,
        words::kind(problem),
        &words::forms(problem),
        "",
        "",
        words::verdict(problem.verdict),
        severity,
        exemption(&problem.exemption, registry),
        unit(problem),
        &problem.credit_code,
        &problem.street,
        &problem.community,
        &problem.address,
        &problem.contact,
        &problem.department,
        notice.map(|one| one.number.as_str()).unwrap_or_default(),
        notice.map(|one| one.due.as_str()).unwrap_or_default(),
        problem.result.map(words::outcome).unwrap_or_default(),
        figures::progress(problem, today),
        &problem.result_on,
        "",
        "",
        "",
        &problem.first_seen.to_string(),
        words::state(problem.state),
        decided.trim(),
        &problem.remark,
        problem.fingerprint.get(..12).unwrap_or(&problem.fingerprint),
    ]
    .map(words::safe);
    // Bases stand each on a line of its own, with their dates beside them.
    cells[BASIS] = words::bases(&problem.basis);
    cells[BASIS + 1] =
        problem.basis.iter().map(|basis| words::safe(words::or(&basis.from, "—"))).collect::<Vec<_>>().join("\n");
    cells
}

/// Title of an exemption: `文物古迹`; one that is no longer known is shown as it is.
fn exemption<'r>(id: &'r str, registry: &'r Registry) -> &'r str {
    let known = registry.knowledge.exemptions.iter().find(|exemption| exemption.id == id);
    known.map_or(id, |exemption| exemption.title.get(Lang::Zh))
}
