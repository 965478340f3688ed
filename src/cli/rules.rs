//! `zhengzi rules`: the catalogue, and one rule with everything that is known of it.

mod test;

use super::law::{self, Law};
use super::page::Page;
use super::style::{self, paint};
use super::talk::Talk;
use super::{Exit, Failure, show};
use crate::data::shape::{Example, Rule, Status};
use crate::document::Scene;
use crate::i18n::{Lang, Msg};
use crate::report::words::{self, fill};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    match matches.subcommand() {
        Some(("test", matches)) => return test::run(matches, talk),
        Some(("show", matches)) => {
            let law = Law::load(matches, talk)?;
            let key = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
            let (index, rule) = law.rule(key)?;
            if matches.get_flag("json") {
                print(&json_of(&law, index, rule, true))?
            } else {
                show(&page(&law, index, rule))?
            }
        }
        Some((_, matches)) => list(matches, talk)?,
        None => list(matches, talk)?,
    }
    Ok(Exit::Clean)
}

/// Writes JSON to standard output.
pub fn print(value: &Value) -> Result<(), Failure> {
    show(&format!("{value:#}\n"))?;
    Ok(())
}

fn list(matches: &ArgMatches, talk: Talk) -> Result<(), Failure> {
    let law = Law::load(matches, talk)?;
    let filters: Vec<&str> = super::given::texts(matches, "filter").collect();
    for filter in &filters {
        if !law.registry.rules().iter().any(|rule| named(rule, filter)) {
            return Err(Failure::Message(fill(NO_FILTER.get(law.lang), &[filter])));
        }
    }
    let wanted = |rule: &Rule| filters.is_empty() || filters.iter().any(|filter| named(rule, filter));
    let rules = law.registry.rules().iter().enumerate().filter(|(_, rule)| wanted(rule));
    if matches.try_get_one::<bool>("json").ok().flatten() == Some(&true) {
        let list: Vec<Value> = rules.map(|(index, rule)| json_of(&law, index, rule, false)).collect();
        return print(&Value::Array(list));
    }
    let rows: Vec<[String; 5]> = rules.map(|(index, rule)| row(&law, index, rule)).collect();
    let head = HEAD.map(|head| head.get(law.lang).to_owned());
    let width = |at: usize| rows.iter().chain([&head]).map(|row| row[at].width()).max().unwrap_or_default();
    let widths = [width(0), width(1), width(2), width(3)];
    let mut page = String::new();
    for (number, row) in std::iter::once(&head).chain(&rows).enumerate() {
        let cell = |at: usize| format!("{}{}", row[at], " ".repeat(widths[at].saturating_sub(row[at].width())));
        let line = format!("{}  {}  {}  {}  {}", cell(0), cell(1), cell(2), cell(3), row[4]);
        let _ = writeln!(page, "{}", if number == 0 { paint(style::HEADING, &line) } else { line });
    }
    let _ = writeln!(page, "\n{}", fill(TOTAL.get(law.lang), &[&rows.len()]));
    show(&page)?;
    Ok(())
}

/// Whether a selector names a rule: a family, an id or a name.
fn named(rule: &Rule, selector: &str) -> bool {
    let family = rule.id.split('-').next().unwrap_or_default();
    selector.eq_ignore_ascii_case(family) || selector.eq_ignore_ascii_case(&rule.id) || selector == rule.name
}

fn row(law: &Law, index: usize, rule: &Rule) -> [String; 5] {
    let state = if law.plan.active[index] { status(rule.status, law.lang) } else { OFF.get(law.lang) };
    [
        rule.id.clone(),
        rule.name.clone(),
        law::level(rule.level, law.lang).to_owned(),
        state.to_owned(),
        rule.title.get(law.lang).to_owned(),
    ]
}

fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Preview => PREVIEW.get(lang),
        Status::Stable => STABLE.get(lang),
        Status::Deprecated => DEPRECATED.get(lang),
    }
}

fn json_of(law: &Law, index: usize, rule: &Rule, whole: bool) -> Value {
    let scene = |scene: Scene| {
        let plan = law.plan.scene(scene, false);
        let bases = plan.bases[index].iter().map(|one| {
            json!({
                "id": one.basis.id, "title": one.basis.title, "obligation": one.basis.obligation,
                "article": one.edition.article, "text": one.edition.text, "from": one.edition.from,
                "verified": one.edition.verified,
            })
        });
        let value = json!({ "level": plan.ceiling[index], "basis": bases.collect::<Vec<_>>() });
        (scene.as_str().to_owned(), value)
    };
    let mut value = json!({
        "id": rule.id, "name": rule.name, "title": rule.title, "level": rule.level, "status": rule.status,
        "since": rule.since, "default": rule.default, "active": law.plan.active[index],
    });
    if let (true, Value::Object(map), Ok(Value::Object(rest))) = (whole, &mut value, serde_json::to_value(rule)) {
        map.extend(rest);
        map.insert("date".into(), law.plan.options.date.clone().into());
        map.insert("jurisdiction".into(), law.plan.options.jurisdiction.clone().into());
        map.insert("scenes".into(), Value::Object(Scene::ALL.into_iter().map(scene).collect()));
    }
    value
}

/// Everything about a rule.
fn page(law: &Law, index: usize, rule: &Rule) -> String {
    let lang = law.lang;
    let title = format!("{} {}  {}", rule.id, rule.name, rule.title.get(lang));
    let mut page = Page::new(&title, lang);
    let active = if law.plan.active[index] { YES } else { NO };
    page.item(LEVEL.get(lang), law::level(rule.level, lang));
    page.item(STATUS.get(lang), status(rule.status, lang));
    page.item(SINCE.get(lang), &rule.since);
    page.item(ACTIVE.get(lang), active.get(lang));
    let tables: Vec<&str> = rule.matches.iter().map(|one| one.table.as_str()).filter(|name| !name.is_empty()).collect();
    if !tables.is_empty() {
        page.item(TABLES.get(lang), &tables.join(" "));
    }
    page.item(MESSAGE.get(lang), rule.message.get(lang));
    page.item(WHY.get(lang), rule.why.get(lang));
    page.heading(&fill(SCENES.get(lang), &[&law.plan.options.date, &law.plan.options.jurisdiction]));
    for scene in Scene::ALL {
        let plan = law.plan.scene(scene, false);
        let unbound = if plan.unbound[index] { UNBOUND.get(lang) } else { "" };
        let level = law::level(plan.ceiling[index], lang);
        page.item(words::scene(scene.as_str(), lang), &format!("{level}{unbound}"));
        let norms = law.norms(rule, index);
        let own = |id: &str| norms.iter().any(|norm| norm.basis.id == id);
        for one in plan.bases[index].iter().filter(|one| !own(&one.basis.id)) {
            page.text(4, &law::basis(one, lang));
        }
    }
    page.heading(NORMS.get(lang));
    for one in law.norms(rule, index) {
        page.text(2, &format!("{}  [{}]", law::basis(one, lang), one.basis.id));
        page.text(4, &one.edition.text);
    }
    exemptions(&mut page, law, rule);
    examples(&mut page, rule, lang);
    page.finish()
}

/// The exemptions that may lift a rule here, with what proves them.
pub fn exemptions(page: &mut Page, law: &Law, rule: &Rule) {
    let lang = law.lang;
    let mut first = true;
    for (exemption, bases) in law.plan.exemptions.iter().filter(|(one, _)| applies(law, rule, one)) {
        if std::mem::take(&mut first) {
            page.heading(EXEMPTIONS.get(lang));
        }
        page.text(2, exemption.title.get(lang));
        page.text(4, &fill(PROOF.get(lang), &[&exemption.proof.get(lang)]));
        page.text(4, &fill(TAGS.get(lang), &[&exemption.tags.join(" ")]));
        bases.iter().for_each(|one| page.text(4, &law::basis(one, lang)));
    }
}

/// Local exemptions hold for every rule that has any: the packs say so.
fn applies(law: &Law, rule: &Rule, exemption: &crate::data::shape::Exemption) -> bool {
    let local = exemption.scope != "national" && exemption.scope == law.plan.options.jurisdiction;
    rule.exempt.contains(&exemption.id) || local && !rule.exempt.is_empty()
}

/// Examples as people read them.
pub fn examples(page: &mut Page, rule: &Rule, lang: Lang) {
    page.heading(EXAMPLES.get(lang));
    for example in &rule.examples {
        let scene = if example.scene.is_empty() { "document" } else { &example.scene };
        let scene = words::scene(scene, lang);
        let remark = if lang == Lang::Zh { format!("（{scene}）") } else { format!(" ({scene})") };
        page.text(2, &format!("{}{remark}", example_text(example)));
    }
}

/// `✗ 國際 → 国际` or `✓ 国际`; the lines of a sign stand side by side.
fn example_text(example: &Example) -> String {
    if example.bad.is_empty() {
        return format!("{} {}", paint(style::GOOD, "✓"), example.good.replace('\n', " / "));
    }
    let (mut wrong, mut right) = (String::new(), String::new());
    let mut rest = example.bad.as_str();
    while let Some((before, marked)) = rest.split_once("{{") {
        let (mark, after) = marked.split_once("}}").unwrap_or((marked, ""));
        let (bad, good) = mark.split_once("=>").unwrap_or((mark, mark));
        wrong.push_str(&format!("{before}{}", paint(style::BAD, bad)));
        right.push_str(&format!("{before}{}", good.split('|').next().unwrap_or_default()));
        rest = after;
    }
    format!("{} {wrong}{rest} → {right}{rest}", paint(style::BAD, "✗")).replace('\n', " / ")
}

const HEAD: [Msg; 5] = [
    Msg::new("编号", "Id"),
    Msg::new("名称", "Name"),
    Msg::new("最高定级", "Highest"),
    Msg::new("状态", "Status"),
    Msg::new("内容", "Title"),
];
const TOTAL: Msg = Msg::new("共 {} 条。详细：zhengzi explain 编号", "{} rules. More: zhengzi explain ID");
const NO_FILTER: Msg = Msg::new("“{}”不是规则族、规则编号或规则名。", "“{}” is no family, id or name of a rule.");
const OFF: Msg = Msg::new("未启用", "off");
const PREVIEW: Msg = Msg::new("试用", "preview");
const STABLE: Msg = Msg::new("正式", "stable");
const DEPRECATED: Msg = Msg::new("停用中", "deprecated");
const LEVEL: Msg = Msg::new("最高定级", "Highest severity");
const STATUS: Msg = Msg::new("状态", "Status");
const SINCE: Msg = Msg::new("始于版本", "Since");
const ACTIVE: Msg = Msg::new("当前启用", "Active");
const YES: Msg = Msg::new("是", "yes");
const NO: Msg = Msg::new("否", "no");
const TABLES: Msg = Msg::new("字典", "Tables");
const MESSAGE: Msg = Msg::new("提示语", "Message");
const WHY: Msg = Msg::new("为什么", "Why");
const SCENES: Msg = Msg::new("各场景的最高定级和依据（{}，{}）", "Highest severity and basis by scene ({}, {})");
const UNBOUND: Msg = Msg::new("（没有可直接适用的强制性依据）", " (no binding basis)");
const NORMS: Msg = Msg::new("所据规范", "Norms");
const EXEMPTIONS: Msg = Msg::new("可以保留的情形", "When it may stand");
const PROOF: Msg = Msg::new("证明材料：{}", "proof: {}");
const TAGS: Msg = Msg::new("名单“豁免”列可写：{}", "tags for the 豁免 column of a list: {}");
const EXAMPLES: Msg = Msg::new("例子", "Examples");
