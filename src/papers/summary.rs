//! 检查情况报告: what was looked at, what was found, what became of it, and how far the figures reach.

use super::docx::{Align, Cells, Chart, Document, Form, Kind, PORTRAIT, Series, Table};
use super::figures::{self, Line};
use super::notice::unit;
use super::words;
use crate::case::view::{CaseView, Counts, Problem};
use crate::i18n::Lang;
use crate::report::label;
use crate::text::sanitize;

/// Lines of a table or chart; the rest is summed up in one line.
const LINES: usize = 10;
/// Typical cases.
const CASES: usize = 5;
/// Lines of what was not checked.
const NOT_CHECKED: usize = 20;

/// Writes the report.
pub fn write(view: &CaseView) -> Document {
    let mut document = Document::new(false);
    document.paragraph(Form::Title, "语言文字使用情况检查报告");
    document.paragraph(
        Form::Number,
        &format!("{}　{}", words::safe(&view.office.name), words::date(&view.inspection.date)),
    );
    overview(&mut document, view);
    document.paragraph(Form::Heading, "二、主要问题");
    let kinds = figures::by(&view.problems, words::kind);
    lines(&mut document, "问题类型", &kinds);
    forms(&mut document, view);
    document.paragraph(Form::Heading, "三、分街道、分部门、分单位情况");
    lines(&mut document, "街道（乡镇）", &figures::by(&view.problems, |problem| &problem.street));
    lines(&mut document, "主管部门", &figures::by(&view.problems, |problem| &problem.department));
    lines(&mut document, "责任单位", &figures::by(&view.problems, unit));
    cases(&mut document, view);
    rectification(&mut document, view);
    comparison(&mut document, view);
    limits(&mut document, view);
    versions(&mut document, view);
    document
}

fn overview(document: &mut Document, view: &CaseView) {
    let counts = &view.inspection.counts;
    document.paragraph(Form::Heading, "一、总体情况");
    let agrees = if figures::adds_up(counts) { "核对相符" } else { "核对不符，请重新统计" };
    document.paragraph(
        Form::Body,
        &format!(
            "本次检查名称为“{}”，共涉及{}个对象＝合格{}个＋有问题{}个＋未能检查{}个（{agrees}）。已登记问题{}处，作出认定记录{}条。",
            words::safe(&view.inspection.title),
            counts.objects,
            figures::clean(counts),
            counts.with_problems,
            counts.not_checked,
            view.problems.len(),
            view.decisions,
        ),
    );
    document.paragraph(Form::Caption, "主要指标");
    let columns = [("指标", 24, Align::Left), ("算式", 58, Align::Left), ("结果", 18, Align::Center)];
    let rows: Vec<Cells> =
        figures::rates(view).into_iter().map(|rate| vec![rate.name.to_owned(), rate.formula, rate.value]).collect();
    document.table(&Table { kind: Kind::Plain, columns: &columns, width: PORTRAIT, rows: &rows });
}

/// A table by verdict and the chart of its violations.
fn lines(document: &mut Document, name: &str, lines: &[Line]) {
    let shown = shorten(lines);
    document.paragraph(Form::Caption, &format!("按{name}统计（处）"));
    let mut columns = vec![(name, 40, Align::Left)];
    columns.extend(figures::VERDICTS.map(|verdict| (words::verdict(verdict), 12, Align::Center)));
    columns.push(("合计", 12, Align::Center));
    let row = |line: &Line| -> Cells {
        let counts = line.counts.iter().chain([&line.total()]).map(u64::to_string).collect::<Vec<_>>();
        std::iter::once(line.label.clone()).chain(counts).collect()
    };
    let rows: Vec<Cells> = shown.iter().map(row).collect();
    document.table(&Table { kind: Kind::Sums, columns: &columns, width: PORTRAIT, rows: &rows });
    let bars: Vec<&Line> = shown.iter().take(shown.len().saturating_sub(1)).collect();
    if bars.iter().all(|line| line.counts[0] + line.counts[1] == 0) {
        return;
    }
    let series = |name: &str, value: fn(&Line) -> u64| Series {
        name: name.to_owned(),
        values: bars.iter().map(|line| value(line)).collect(),
    };
    document.chart(Chart {
        title: format!("按{name}的问题处数"),
        labels: bars.iter().map(|line| short(&line.label)).collect(),
        // A colour without a bar would only put zeros beside the others.
        series: [series("违规", |line| line.counts[0]), series("待核", |line| line.counts[1])]
            .into_iter()
            .filter(|one| one.values.iter().any(|value| *value > 0))
            .collect(),
        upright: false,
    });
}

/// The first lines, one for the rest, and the sum.
fn shorten(lines: &[Line]) -> Vec<Line> {
    if lines.len() <= LINES + 2 {
        return lines.to_vec();
    }
    let (sum, single) = (&lines[lines.len() - 1..], &lines[..lines.len() - 1]);
    let (first, others) = single.split_at(LINES);
    let mut counts = [0; 4];
    for line in others {
        for (sum, count) in counts.iter_mut().zip(line.counts) {
            *sum += count;
        }
    }
    let rest = Line { label: format!("其余{}项", others.len()), counts };
    first.iter().cloned().chain([rest]).chain(sum.iter().cloned()).collect()
}

/// A label a chart has room for.
fn short(label: &str) -> String {
    match label.char_indices().nth(14) {
        Some((byte, _)) => format!("{}…", &label[..byte]),
        None => label.to_owned(),
    }
}

fn forms(document: &mut Document, view: &CaseView) {
    let forms = figures::forms(view);
    if forms.is_empty() {
        return;
    }
    document.paragraph(Form::Caption, "最常见的不规范用字用词（误报除外）");
    let columns = [
        ("序号", 10, Align::Center),
        ("原文", 28, Align::Left),
        ("规范写法", 28, Align::Left),
        ("问题类型", 22, Align::Center),
        ("处数", 12, Align::Center),
    ];
    let row = |(n, (text, standard, kind, times)): (usize, (String, String, String, u64))| -> Cells {
        vec![n.to_string(), text, standard, kind, times.to_string()]
    };
    let rows: Vec<Cells> = (1..).zip(forms).map(row).collect();
    document.table(&Table { kind: Kind::Plain, columns: &columns, width: PORTRAIT, rows: &rows });
}

/// One violation of each of the most frequent kinds; units are not named.
fn cases(document: &mut Document, view: &CaseView) {
    document.paragraph(Form::Heading, "四、典型案例");
    let mut seen = Vec::new();
    for problem in figures::violations(view).filter(|problem| !words::verified(problem).is_empty()) {
        if seen.len() < CASES && !seen.contains(&words::kind(problem)) {
            seen.push(words::kind(problem));
            document.paragraph(Form::Body, &case(seen.len(), problem));
        }
    }
    if seen.is_empty() {
        document.paragraph(Form::Body, "没有经人认定的违规问题。");
    }
}

fn case(number: usize, problem: &Problem) -> String {
    format!(
        "{number}．{}：{}用字“{}”，规范写法为“{}”。依据：{}。",
        words::safe(words::kind(problem)),
        words::safe(words::or(&problem.category, "某处")),
        super::docx::cut(&words::safe(&problem.text)),
        words::forms(problem),
        words::bases(words::verified(problem)).replace('\n', "；"),
    )
}

fn rectification(document: &mut Document, view: &CaseView) {
    document.paragraph(Form::Heading, "五、整改与复查");
    let all: Vec<&Problem> = figures::violations(view).collect();
    let today = view.inspection.date.as_str();
    let columns = [("整改情况", 60, Align::Left), ("处数", 40, Align::Center)];
    let states = ["未通知", "整改中", "逾期", "已整改", "保留", "无法核实"];
    let count = |state: &str| all.iter().filter(|problem| figures::progress(problem, today) == state).count();
    let mut rows: Vec<Cells> = states.iter().map(|state| vec![(*state).to_owned(), count(state).to_string()]).collect();
    rows.push(vec!["合计（认定违规）".to_owned(), all.len().to_string()]);
    document.paragraph(Form::Caption, "认定违规问题的整改情况");
    document.table(&Table { kind: Kind::Sums, columns: &columns, width: PORTRAIT, rows: &rows });
    let doubtful = all.iter().filter(|problem| words::verified(problem).is_empty()).count();
    if doubtful > 0 {
        document.paragraph(
            Form::Body,
            &format!("另有{doubtful}处认定违规的问题，所引依据的条文尚待核对，未列入通知书和移交清单。"),
        );
    }
}

fn comparison(document: &mut Document, view: &CaseView) {
    document.paragraph(Form::Heading, "六、与上期对比");
    let history = figures::history(view);
    let columns = [("问题状态", 60, Align::Left), ("处数（误报除外）", 40, Align::Center)];
    let states = figures::STATES.iter().zip(history);
    let mut rows: Vec<Cells> =
        states.map(|(state, count)| vec![words::state(*state).to_owned(), count.to_string()]).collect();
    rows.push(vec!["合计".to_owned(), history.iter().sum::<u64>().to_string()]);
    document.table(&Table { kind: Kind::Sums, columns: &columns, width: PORTRAIT, rows: &rows });
    let Some(previous) = &view.previous else {
        document.paragraph(Form::Body, "本次为首次检查，没有上期数据可比。");
        return;
    };
    let now = &view.inspection;
    let name = |date: &str| words::date(date);
    let columns_now = name(&now.date);
    let columns_before = name(&previous.date);
    let columns = [
        ("指标", 40, Align::Left),
        (columns_before.as_str(), 30, Align::Center),
        (columns_now.as_str(), 30, Align::Center),
    ];
    let figures_of =
        |counts: &Counts| [counts.objects, figures::clean(counts), counts.with_problems, counts.not_checked];
    let (before, after) = (figures_of(&previous.counts), figures_of(&now.counts));
    let labels = ["检查对象", "合格", "有问题", "未能检查"];
    let rows: Vec<Cells> =
        (0..labels.len()).map(|n| vec![labels[n].to_owned(), before[n].to_string(), after[n].to_string()]).collect();
    document.paragraph(Form::Caption, "与上期对比（个）");
    document.table(&Table { kind: Kind::Plain, columns: &columns, width: PORTRAIT, rows: &rows });
    document.chart(Chart {
        title: "与上期对比".to_owned(),
        labels: labels.map(str::to_owned).to_vec(),
        series: vec![
            Series { name: format!("上期（{}）", previous.date), values: before.to_vec() },
            Series { name: format!("本期（{}）", now.date), values: after.to_vec() },
        ],
        upright: true,
    });
}

fn limits(document: &mut Document, view: &CaseView) {
    document.paragraph(Form::Heading, "七、未能检查的内容与局限");
    if !view.not_checked.is_empty() {
        let columns = [("来源", 30, Align::Left), ("范围", 20, Align::Left), ("原因", 50, Align::Left)];
        let row = |one: &crate::record::NotChecked| -> Cells {
            [words::or(&one.source, "全部"), one.scope.as_str(), one.reason.as_str()].map(words::safe).to_vec()
        };
        let rows: Vec<Cells> = view.not_checked.iter().take(NOT_CHECKED).map(row).collect();
        document.table(&Table { kind: Kind::Plain, columns: &columns, width: PORTRAIT, rows: &rows });
        let more = view.not_checked.len().saturating_sub(NOT_CHECKED);
        if more > 0 {
            document.paragraph(Form::Body, &format!("另有{more}项，见问题台账。"));
        }
    }
    document.paragraph(
        Form::Body,
        "本报告的问题由程序检查得出，“违规”“误报”“保留”由工作人员逐条认定，“待核”尚未认定，不作为违规统计。程序检查供人工复核使用，不代替行政认定；没有发现问题不等于没有问题。",
    );
}

fn versions(document: &mut Document, view: &CaseView) {
    document.paragraph(Form::Heading, "八、版本与复现信息");
    let columns = [("项目", 30, Align::Left), ("内容", 70, Align::Left)];
    let mut rows: Vec<Cells> = super::facts(view).into_iter().map(|(name, value)| vec![name, value]).collect();
    for input in view.inspection.summary.inputs.iter().take(NOT_CHECKED) {
        rows.push(vec![
            format!("输入：{}", sanitize::line(crate::report::words::source(&input.source, Lang::Zh))),
            format!("{}行，BLAKE3 {}", input.records, sanitize::line(&input.hash)),
        ]);
    }
    let bases = view.problems.iter().flat_map(|problem| &problem.basis).map(|basis| label::basis(basis, Lang::Zh));
    let bases: std::collections::BTreeSet<String> = bases.collect();
    rows.extend(bases.into_iter().map(|basis| vec!["引用的依据".to_owned(), basis]));
    document.table(&Table { kind: Kind::Plain, columns: &columns, width: PORTRAIT, rows: &rows });
}
