//! `zhengzi explain`: a rule told to people: why, on what basis, what may stand, what to do.

use super::law::{self, Law};
use super::page::Page;
use super::rules::{examples, exemptions};
use super::talk::Talk;
use super::{Exit, Failure, given, show};
use crate::data::shape::Rule;
use crate::document::Scene;
use crate::i18n::Msg;
use crate::report::words::{self, fill};
use crate::rule::{Level, RuleBasis};
use clap::ArgMatches;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let law = Law::load(matches, talk)?;
    let mut pages = Vec::new();
    for key in given::texts(matches, "id") {
        let (index, rule) = law.rule(key)?;
        pages.push(page(&law, index, rule));
    }
    show(&pages.join("\n"))?;
    Ok(Exit::Clean)
}

fn page(law: &Law, index: usize, rule: &Rule) -> String {
    let lang = law.lang;
    let mut page = Page::new(&format!("{}  {}  {}", rule.title.get(lang), rule.id, rule.name), lang);
    page.heading(WHY.get(lang));
    page.text(2, rule.why.get(lang));
    if !law.plan.active[index] {
        page.gap();
        page.text(2, &fill(OFF.get(lang), &[&rule.id]));
    }
    page.heading(SEVERITY.get(lang));
    for (level, scenes) in levels(law, index) {
        page.item(law::level(level, lang), &scenes.join(JOIN.get(lang)));
    }
    page.heading(&fill(BASIS.get(lang), &[&law.plan.options.date]));
    for (one, scenes) in bases(law, index) {
        page.text(2, &law::basis(one, lang));
        page.text(4, &one.edition.text);
        if !rule.basis.contains(&one.basis.id) {
            page.text(4, &fill(SCENES.get(lang), &[&scenes.join(JOIN.get(lang))]));
        }
    }
    exemptions(&mut page, law, rule);
    examples(&mut page, rule, lang);
    page.heading(NEXT.get(lang));
    for step in STEPS {
        page.text(2, &fill(step.get(lang), &[&rule.id, &rule.id]));
    }
    page.finish()
}

/// Highest severities, each with its scenes.
fn levels(law: &Law, index: usize) -> Vec<(Level, Vec<&'static str>)> {
    let mut levels: Vec<(Level, Vec<&str>)> = Vec::new();
    for scene in Scene::ALL {
        let level = law.plan.scene(scene, false).ceiling[index];
        let word = words::scene(scene.as_str(), law.lang);
        match levels.iter_mut().find(|(known, _)| *known == level) {
            Some((_, scenes)) => scenes.push(word),
            None => levels.push((level, vec![word])),
        }
    }
    levels.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    levels
}

/// Every basis with the scenes in which it counts; what holds in all scenes comes first.
fn bases(law: &Law, index: usize) -> Vec<(&RuleBasis, Vec<&'static str>)> {
    let mut bases: Vec<(&RuleBasis, Vec<&str>)> = Vec::new();
    for scene in Scene::ALL {
        let word = words::scene(scene.as_str(), law.lang);
        for one in law.plan.scene(scene, false).bases[index].iter() {
            match bases.iter_mut().find(|(known, _)| known.basis.id == one.basis.id) {
                Some((_, scenes)) => scenes.push(word),
                None => bases.push((one, vec![word])),
            }
        }
    }
    bases.sort_by_key(|(_, scenes)| std::cmp::Reverse(scenes.len()));
    bases
}

const JOIN: Msg = Msg::new("、", ", ");
const WHY: Msg = Msg::new("为什么", "Why");
const OFF: Msg =
    Msg::new("这条规则平时不启用；需要时用 --select {} 启用。", "This rule is off; turn it on with --select {}.");
const SEVERITY: Msg = Msg::new("最高定级", "Highest severity");
const BASIS: Msg = Msg::new("依据（按 {} 有效的文本）", "Basis (as of {})");
const SCENES: Msg = Msg::new("适用场景：{}", "applies to: {}");
const NEXT: Msg = Msg::new("怎样处理", "What to do");
const STEPS: [Msg; 4] = [
    Msg::new("1. 属实的，改成规范写法。", "1. If it is true, write the standard form."),
    Msg::new(
        "2. 属于可以保留的情形的，在名单的“豁免”列、注释（<!-- zhengzi: exempt 手书 -- 理由 -->）或者配置的 [[exempt]] 中写明，并保存证明材料。",
        "2. If it may stand, say so in the list's column 豁免, in a comment (<!-- zhengzi: exempt hand -- reason -->) or under [[exempt]] in the configuration, and keep the proof.",
    ),
    Msg::new(
        "3. 判断有误的，把字词写进放行词典（每行一个，后面可以用制表符隔开写理由），检查时加 --allow 放行.tsv；受保护的专名写进 --names 专名.tsv。",
        "3. If it is a false alarm, put the term into a dictionary, one a line, and check with --allow FILE; proper names go into --names FILE.",
    ),
    Msg::new(
        "4. 只在一处放过的，写注释 <!-- zhengzi: ignore {} -- 理由 -->（放过一行）或者名单的“忽略”列；整条规则都不需要的，加 --ignore {}。",
        "4. To pass over one line, write <!-- zhengzi: ignore {} -- reason --> or use a list's column 忽略; if the whole rule is not wanted, add --ignore {}.",
    ),
];
