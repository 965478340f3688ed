//! 移交清单, one for each department of article 30, and 复查对照表.

use super::docx::{Align, Cells, Document, Form, Kind, LANDSCAPE, Table};
use super::notice::unit;
use super::{figures, words};
use crate::case::view::{CaseView, Outcome, Problem, State};
use std::collections::BTreeMap;

/// A list and the problems in it.
pub struct List {
    /// The document.
    pub document: Document,
    /// Rows.
    pub problems: u64,
}

/// Violations still to be put right, by the department that may order it.
pub fn departments(view: &CaseView) -> BTreeMap<String, Vec<&Problem>> {
    let mut found = BTreeMap::<String, Vec<&Problem>>::new();
    let open = |problem: &&Problem| {
        !figures::rectified(problem) && problem.result != Some(Outcome::Kept) && !words::verified(problem).is_empty()
    };
    for problem in figures::violations(view).filter(open) {
        let department = words::safe(problem.department.trim());
        if !department.is_empty() {
            found.entry(department).or_default().push(problem);
        }
    }
    found
}

/// 移交清单 of one department.
pub fn handover(view: &CaseView, department: &str, problems: &[&Problem], versions: &str) -> List {
    let mut document = Document::new(true);
    document.paragraph(Form::Title, "语言文字使用问题移交清单");
    let (office, date) = (words::safe(&view.office.name), words::date(&view.inspection.date));
    document.paragraph(Form::Addressee, &format!("{department}："));
    document.paragraph(
        Form::Body,
        &format!(
            "{date}检查中认定的下列{}处问题，属于贵单位职责范围，现予移交，请依法处理，并将结果函告我办。",
            problems.len()
        ),
    );
    document.paragraph(Form::Small, "");
    let columns = [
        ("序号", 4, Align::Center),
        ("问题编号", 10, Align::Center),
        ("责任单位", 12, Align::Left),
        ("地址", 12, Align::Left),
        ("原文", 12, Align::Left),
        ("规范写法", 8, Align::Center),
        ("依据", 21, Align::Left),
        ("通知书号和期限", 15, Align::Left),
        ("整改情况", 6, Align::Center),
    ];
    let today = view.inspection.date.as_str();
    let row = |(n, problem): (usize, &&Problem)| -> Cells {
        let notice = problem.notice.as_ref();
        vec![
            n.to_string(),
            words::safe(&problem.number),
            words::safe(unit(problem)),
            words::safe(words::or(&problem.address, &problem.street)),
            original(problem),
            words::forms(problem),
            words::bases(words::verified(problem)),
            notice.map(|one| format!("{}\n{}", words::safe(&one.number), words::date(&one.due))).unwrap_or_default(),
            figures::progress(problem, today).to_owned(),
        ]
    };
    let rows: Vec<Cells> = (1..).zip(problems).map(row).collect();
    document.table(&Table { kind: Kind::Problems, columns: &columns, width: LANDSCAPE, rows: &rows });
    document.paragraph(Form::Signature, &office);
    document.paragraph(Form::Signature, &format!("{date}（印章）"));
    document.paragraph(Form::Small, versions);
    List { document, problems: problems.len() as u64 }
}

/// 复查对照表: every violation with what was asked and what became of it.
pub fn recheck(view: &CaseView, versions: &str) -> List {
    let problems: Vec<&Problem> = figures::violations(view)
        .filter(|one| one.notice.is_some() || one.result.is_some() || one.state != State::New)
        .collect();
    let mut document = Document::new(true);
    document.paragraph(Form::Title, "整改复查对照表");
    let put_right = problems.iter().filter(|problem| figures::rectified(problem)).count();
    let kept = problems.iter().filter(|problem| problem.result == Some(Outcome::Kept)).count();
    document.paragraph(
        Form::Body,
        &format!(
            "{}。应复查{}处＝已整改{put_right}处＋准予保留{kept}处＋尚未整改或无法核实{}处。",
            words::date(&view.inspection.date),
            problems.len(),
            problems.len() - put_right - kept
        ),
    );
    document.paragraph(Form::Small, "");
    let columns = [
        ("序号", 4, Align::Center),
        ("问题编号", 10, Align::Center),
        ("责任单位", 13, Align::Left),
        ("地址", 13, Align::Left),
        ("整改前", 13, Align::Left),
        ("规范写法", 8, Align::Center),
        ("通知书号和期限", 15, Align::Left),
        ("历史", 6, Align::Center),
        ("复查结果", 8, Align::Center),
        ("复查日期", 10, Align::Center),
    ];
    let row = |(n, problem): (usize, &&Problem)| -> Cells {
        let notice = problem.notice.as_ref();
        vec![
            n.to_string(),
            words::safe(&problem.number),
            words::safe(unit(problem)),
            words::safe(words::or(&problem.address, &problem.street)),
            original(problem),
            words::forms(problem),
            notice.map(|one| format!("{}\n{}", words::safe(&one.number), words::date(&one.due))).unwrap_or_default(),
            words::state(problem.state).to_owned(),
            problem.result.map_or("待复查", words::outcome).to_owned(),
            words::safe(&problem.result_on),
        ]
    };
    let rows: Vec<Cells> = (1..).zip(&problems).map(row).collect();
    document.table(&Table { kind: Kind::Problems, columns: &columns, width: LANDSCAPE, rows: &rows });
    document.paragraph(Form::Small, versions);
    List { document, problems: problems.len() as u64 }
}

/// The wrong form within the name it stands in.
pub fn original(problem: &Problem) -> String {
    let (text, object) = (words::safe(&problem.text), words::safe(&problem.object));
    if text == object { text } else { format!("{text}（{object}）") }
}
