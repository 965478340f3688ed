//! `zhengzi case list`, `show`, `compare` and `log`: what stands in a case file.

use super::Case;
use crate::case::book;
use crate::case::entry::{self, Act};
use crate::case::view::{CaseView, Problem, State, Verdict};
use crate::cli::page::Page;
use crate::cli::talk::Talk;
use crate::cli::{Exit, Failure, given};
use crate::i18n::{Lang, Msg};
use crate::report::words::fill;
use crate::text::sanitize;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Lists problems.
pub fn list(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    let view = case.with(|store| book::view(store.reader(), matches.get_one::<u32>("inspection").copied()))?;
    let (unit, street) = (given::text(matches, "unit"), given::text(matches, "street"));
    let verdict = given::text(matches, "verdict").and_then(Verdict::parse);
    let state = given::text(matches, "state").and_then(State::parse);
    let wanted = |problem: &&Problem| {
        unit.is_none_or(|unit| problem.unit.contains(unit) || problem.object.contains(unit))
            && street.is_none_or(|street| problem.street.contains(street))
            && verdict.is_none_or(|verdict| problem.verdict == verdict)
            && state.is_none_or(|state| problem.state == state)
    };
    let problems: Vec<&Problem> = view.problems.iter().filter(wanted).collect();
    if matches.get_flag("json") {
        let all: Vec<Value> = problems.into_iter().map(json_of).collect();
        crate::cli::rules::print(&Value::Array(all))?;
        return Ok(Exit::Clean);
    }
    let rows = problems.iter().map(|one| {
        let fixed = one.suggestions.first().map(|form| format!("→{form}")).unwrap_or_default();
        [
            one.number.clone(),
            one.verdict.word().get(lang).to_owned(),
            one.state.word().get(lang).to_owned(),
            format!("{}{fixed}", one.text),
            one.object.clone(),
            one.address.clone(),
        ]
        .map(|cell| sanitize::line(&cell).into_owned())
    });
    let mut page = table(&rows.collect::<Vec<_>>());
    let _ = writeln!(page, "{}", fill(TOTAL.get(lang), &[&problems.len()]));
    crate::cli::show(&page)?;
    Ok(Exit::Clean)
}

/// Lays rows out in columns of the terminal.
fn table(rows: &[[String; 6]]) -> String {
    let width = |at: usize| rows.iter().map(|row| row[at].width().min(40)).max().unwrap_or_default();
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut page = String::new();
    for row in rows {
        let cell = |at: usize| format!("{}{}", row[at], " ".repeat(widths[at].saturating_sub(row[at].width())));
        let line: Vec<String> = (0..row.len()).map(cell).collect();
        let _ = writeln!(page, "{}", line.join("  ").trim_end());
    }
    page
}

fn json_of(problem: &Problem) -> Value {
    json!({
        "number": problem.number, "object": problem.object, "unit": problem.unit, "credit_code": problem.credit_code,
        "street": problem.street, "community": problem.community, "address": problem.address,
        "category": problem.category, "scene": problem.scene, "rule": problem.rule, "title": problem.title,
        "severity": problem.severity, "text": problem.text, "suggestions": problem.suggestions,
        "context": problem.context, "place": problem.place, "contact": problem.contact, "department": problem.department,
        "state": problem.state.name(), "verdict": problem.verdict.name(), "exemption": problem.exemption,
        "decided_by": problem.decided_by, "decided_on": problem.decided_on, "remark": problem.remark,
        "notice": problem.notice.as_ref().map(|one| json!({"number": one.number, "issued": one.issued, "due": one.due})),
        "result": problem.result.map(|one| one.name()), "result_on": problem.result_on,
        "first_seen": problem.first_seen, "last_seen": problem.last_seen, "fingerprint": problem.fingerprint,
    })
}

/// Shows problems with everything that is known of them.
pub fn show(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    let numbers: Vec<String> = given::texts(matches, "number").map(str::to_owned).collect();
    let (view, entries) = case.with(|store| Ok((book::view(store.reader(), None)?, entry::all(store.reader())?)))?;
    let mut text = String::new();
    for number in &numbers {
        let problem = view.problems.iter().find(|one| one.number == *number);
        let problem = match problem {
            Some(problem) => problem,
            None => return case.with(|_| Err(crate::case::CaseError::NoProblem(vec![number.clone()]))),
        };
        let mut page = Page::new(&sanitize::line(&format!("{} {}", problem.number, problem.object)), lang);
        for (name, value) in items(problem, lang) {
            if !value.is_empty() {
                page.item(name.get(lang), &sanitize::line(&value));
            }
        }
        page.heading(HISTORY.get(lang));
        for entry in entries.iter().filter(|entry| entry.problem == *number) {
            let line = format!("{}  {}  {}", entry.at, entry.by, act(&entry.act, lang));
            page.text(2, &sanitize::line(&line));
        }
        text += &page.finish();
    }
    crate::cli::show(&text)?;
    Ok(Exit::Clean)
}

fn items(problem: &Problem, lang: Lang) -> Vec<(Msg, String)> {
    let basis: Vec<String> = problem.basis.iter().map(|one| format!("《{}》{}", one.title, one.article)).collect();
    let notice = problem.notice.as_ref().map(|one| format!("{} {} — {}", one.number, one.issued, one.due));
    vec![
        (Msg::new("问题", "found"), format!("{} → {}", problem.text, problem.suggestions.join("、"))),
        (Msg::new("类型", "kind"), format!("{} {}", problem.title, problem.rule)),
        (Msg::new("说明", "message"), problem.message.clone()),
        (Msg::new("依据", "basis"), basis.join("；")),
        (Msg::new("位置", "place"), problem.place.clone()),
        (Msg::new("责任单位", "unit"), format!("{} {}", problem.unit, problem.credit_code).trim().to_owned()),
        (Msg::new("街道", "street"), format!("{} {}", problem.street, problem.community).trim().to_owned()),
        (Msg::new("地址", "address"), problem.address.clone()),
        (Msg::new("联系", "contact"), problem.contact.clone()),
        (Msg::new("主管部门", "department"), problem.department.clone()),
        (Msg::new("状态", "state"), problem.state.word().get(lang).to_owned()),
        (Msg::new("认定", "verdict"), problem.verdict.word().get(lang).to_owned()),
        (Msg::new("豁免情形", "exemption"), problem.exemption.clone()),
        (Msg::new("通知书", "notice"), notice.unwrap_or_default()),
        (
            Msg::new("复查结果", "result"),
            problem.result.map(|one| format!("{} {}", one.word().get(lang), problem.result_on)).unwrap_or_default(),
        ),
    ]
}

/// What was done, in a line.
fn act(act: &Act, lang: Lang) -> String {
    let joined = |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    match act {
        Act::Import { inspection, hash } => fill(IMPORT.get(lang), &[inspection, &hash.get(..12).unwrap_or_default()]),
        Act::Decide { text, verdict, exemption, reason, .. } => {
            joined(&[verdict.word().get(lang), text, exemption, reason])
        }
        Act::Notice { number, due, .. } => fill(NOTICE.get(lang), &[number, due]),
        Act::Result { outcome, on, remark, .. } => joined(&[outcome.word().get(lang), on, remark]),
    }
}

/// Compares an inspection with the one before.
pub fn compare(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let mut case = Case::open(matches, talk.lang)?;
    let at = matches.get_one::<u32>("inspection").copied();
    if matches.get_flag("json") {
        let view = case.with(|store| book::view(store.reader(), at))?;
        let doubts = case.with(|store| book::doubts(store.reader(), view.inspection.number))?;
        let states: BTreeMap<&str, u64> =
            tally(&view).into_iter().map(|(state, count)| (state.name(), count)).collect();
        let counts = view.inspection.counts;
        let doubts = doubts.into_iter().map(|pair| json!({"known": pair.known, "seen": pair.seen, "why": pair.why}));
        crate::cli::rules::print(&json!({
            "inspection": view.inspection.number, "date": view.inspection.date, "states": states,
            "objects": counts.objects, "with_problems": counts.with_problems, "not_checked": counts.not_checked,
            "dropped": dropped(&view).len(), "doubts": doubts.collect::<Vec<_>>(),
        }))?;
        return Ok(Exit::Clean);
    }
    comparison(&mut case, at)?;
    Ok(Exit::Clean)
}

/// Problems by state; what a person called a false alarm or allowed to stay is none.
fn tally(view: &CaseView) -> BTreeMap<State, u64> {
    let mut states: BTreeMap<State, u64> = State::ALL.iter().map(|state| (*state, 0)).collect();
    for problem in view.problems.iter().filter(|one| !is_dropped(one)) {
        *states.entry(problem.state).or_default() += 1;
    }
    states
}

const fn is_dropped(problem: &Problem) -> bool {
    matches!(problem.verdict, Verdict::FalseAlarm | Verdict::Retained)
}

/// What was found again in this inspection although a person has settled it.
fn dropped(view: &CaseView) -> Vec<&Problem> {
    view.problems.iter().filter(|one| is_dropped(one) && one.last_seen == view.inspection.number).collect()
}

/// Writes the comparison of an inspection with the one before.
pub fn comparison(case: &mut Case, at: Option<u32>) -> Result<(), Failure> {
    let lang = case.lang;
    let view = case.with(|store| book::view(store.reader(), at))?;
    let doubts = case.with(|store| book::doubts(store.reader(), view.inspection.number))?;
    let head = fill(COMPARED.get(lang), &[&view.inspection.number, &view.inspection.date]);
    let mut page = Page::new(&head, lang);
    for (state, count) in tally(&view) {
        page.item(state.word().get(lang), &count.to_string());
    }
    let dropped = dropped(&view);
    if !dropped.is_empty() {
        page.heading(&fill(DROPPED.get(lang), &[&dropped.len()]));
        for one in dropped {
            let verdict = one.verdict.word().get(lang);
            let line = format!(
                "{}  {}  {}  {verdict} {} {} {} {}",
                one.number, one.object, one.text, one.exemption, one.decided_by, one.decided_on, one.remark
            );
            page.text(2, &sanitize::line(&line));
        }
    }
    if !doubts.is_empty() {
        page.heading(&fill(DOUBTS.get(lang), &[&doubts.len()]));
        for pair in &doubts {
            let side = |(name, address): &(String, String)| format!("{name} {address}");
            let line = format!("{} ↔ {}  {}", side(&pair.known), side(&pair.seen), doubt(&pair.why, lang));
            page.text(2, &sanitize::line(&line));
        }
    }
    crate::cli::show(&page.finish())?;
    Ok(())
}

/// Why two objects were not taken for one.
pub fn doubt(why: &str, lang: Lang) -> &'static str {
    let word = match why {
        "rival" => Msg::new("另有一个同样相近", "another is as alike"),
        "moved" => Msg::new("同一单位，地址不同", "the same unit at another address"),
        "same-place" => Msg::new("同一地址，名称不同", "another name at the same address"),
        _ => Msg::new("不够相近", "not alike enough"),
    };
    word.get(lang)
}

/// Lists who did what, or recomputes the chain.
pub fn log(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    if matches.get_flag("verify") {
        let chain = case.with(|store| entry::verify(store.reader()))?;
        if let Some(broken) = chain.broken {
            talk.error(&fill(BROKEN.get(lang), &[&broken]));
            return Ok(Exit::Unreadable);
        }
        crate::cli::show(&format!("{}\n", fill(WHOLE.get(lang), &[&chain.whole, &chain.hash])))?;
        return Ok(Exit::Clean);
    }
    let mut page = String::new();
    for entry in case.with(|store| entry::all(store.reader()))? {
        let line = format!("{}  {}  {}  {}  {}", entry.id, entry.at, entry.by, entry.problem, act(&entry.act, lang));
        let _ = writeln!(page, "{}", sanitize::line(&line));
    }
    crate::cli::show(&page)?;
    Ok(Exit::Clean)
}

const TOTAL: Msg = Msg::new("共 {} 处", "problems: {}");
const HISTORY: Msg = Msg::new("经过", "History");
const IMPORT: Msg = Msg::new("导入第 {} 次检查（{}）", "imported inspection {} ({})");
const NOTICE: Msg = Msg::new("通知书 {}，期限 {}", "notice {}, due {}");
const COMPARED: Msg = Msg::new("第 {} 次检查（{}）同以前对比", "Inspection {} ({}) against what was known");
const DROPPED: Msg =
    Msg::new("已认定为误报或保留、这次又见到的 {} 处", "Seen again, but a false alarm or allowed to stay: {}");
const DOUBTS: Msg = Msg::new("可能相同、没有合并的 {} 对", "Pairs that may be the same, not merged: {}");
const BROKEN: Msg = Msg::new(
    "记录链从第 {} 条起对不上：这一条或者它前面的内容被改动过。请同备份对照。",
    "the chain breaks at row {}: it or what stands before it was altered. Compare with a backup.",
);
const WHOLE: Msg = Msg::new(
    "记录链完整，共 {} 条，末条 {}；同以前抄下的条数和末条对照，可以看出有没有被截去",
    "the chain is whole: {} rows, the last is {}; compare with an earlier note to see that nothing was cut off",
);
