//! `zhengzi case decide`, `notice` and `result`: what people do, recorded as a whole or not at all.

use super::{Case, actor, day, export, now};
use crate::case::act::{self, Decision};
use crate::case::view::{Outcome, Verdict};
use crate::cli::talk::Talk;
use crate::cli::{Exit, Failure, given, show};
use crate::document::{Document, Part};
use crate::i18n::{Lang, Msg};
use crate::read::{self, Input};
use crate::report::words::fill;
use crate::rule::Registry;
use crate::text::sanitize;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// Records verdicts, of numbers or of a table.
pub fn decide(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    let (at, on) = (now(), day(matches, lang)?);
    let actor = actor(matches, &at, lang)?;
    let decisions = match matches.get_one::<PathBuf>("from") {
        Some(file) => table(file, lang)?,
        None => named(matches, lang)?,
    };
    if decisions.is_empty() {
        return Err(Failure::Message(NOTHING.get(lang).into()));
    }
    case.with(|store| act::decide(store, &decisions, actor, &on))?;
    // Said only when it is on the disk.
    show(&format!("{}\n", fill(DECIDED.get(lang), &[&decisions.len()])))?;
    Ok(Exit::Clean)
}

fn named(matches: &ArgMatches, lang: Lang) -> Result<Vec<Decision>, Failure> {
    let verdict = given::text(matches, "verdict").and_then(Verdict::parse);
    let verdict = verdict.ok_or_else(|| Failure::Message(NO_VERDICT.get(lang).into()))?;
    let exemption = exemption(given::text(matches, "exemption").unwrap_or_default(), lang)?;
    let reason = given::text(matches, "reason").unwrap_or_default();
    let decision = |number: &str| Decision {
        number: number.to_owned(),
        verdict,
        exemption: exemption.clone(),
        reason: reason.to_owned(),
        by: None,
    };
    Ok(given::texts(matches, "number").map(decision).collect())
}

/// The id of an exemption by its id, title or one of its tags.
fn exemption(name: &str, lang: Lang) -> Result<String, Failure> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(String::new());
    }
    let registry = Registry::builtin();
    let known = &registry.knowledge.exemptions;
    let is = |one: &&crate::data::shape::Exemption| {
        one.id == name
            || one.tags.iter().any(|tag| tag == name)
            || Lang::ALL.iter().any(|lang| one.title.get(*lang) == name)
    };
    let found = known.iter().find(is).map(|one| one.id.clone());
    found.ok_or_else(|| {
        let titles: Vec<&str> = known.iter().map(|one| one.title.get(lang)).collect();
        let between = if lang == Lang::Zh { "、" } else { ", " };
        Failure::Message(fill(NO_EXEMPTION.get(lang), &[&sanitize::line(name), &titles.join(between)]))
    })
}

/// The rows of a filled-in table that have a verdict.
fn table(file: &Path, lang: Lang) -> Result<Vec<Decision>, Failure> {
    let mut decisions = Vec::new();
    let mut seen = false;
    for part in read::open(&Input::File(file.to_owned()), &read::Options::default()) {
        match part {
            Part::Document(document) => seen |= rows(&document, &mut decisions, lang)?,
            Part::Loss(_) | Part::End(_) => {}
        }
    }
    if seen { Ok(decisions) } else { Err(Failure::Message(fill(NO_TABLE.get(lang), &[&file.display()]))) }
}

/// Adds the decisions of some rows; gives whether the columns are there.
fn rows(document: &Document, decisions: &mut Vec<Decision>, lang: Lang) -> Result<bool, Failure> {
    let mut seen = false;
    for row in &document.rows {
        let cell = |head: Msg| {
            let column = row
                .sheet
                .columns
                .iter()
                .position(|column| Lang::ALL.iter().any(|lang| head.get(*lang) == column.header));
            column.map(|at| row.values.get(at).map_or("", |value| value.trim()).to_owned())
        };
        let (Some(number), Some(verdict)) = (cell(export::NUMBER), cell(export::VERDICT)) else { continue };
        seen = true;
        if verdict.is_empty() || number.is_empty() {
            continue;
        }
        let verdict = Verdict::parse(&verdict)
            .ok_or_else(|| Failure::Message(fill(BAD_VERDICT.get(lang), &[&row.number, &sanitize::line(&verdict)])))?;
        decisions.push(Decision {
            number,
            verdict,
            exemption: exemption(&cell(export::EXEMPTION).unwrap_or_default(), lang)?,
            reason: cell(export::REASON).unwrap_or_default(),
            by: cell(export::BY).filter(|by| !by.is_empty()),
        });
    }
    Ok(seen)
}

/// Numbers notices.
pub fn notice(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    let days = matches.get_one::<u16>("days").copied().unwrap_or(10);
    let (at, on) = (now(), day(matches, lang)?);
    let actor = actor(matches, &at, lang)?;
    let issued = case.with(|store| act::notice(store, actor, &on, days))?;
    let mut page = String::new();
    for one in &issued {
        let unit = sanitize::line(&one.unit).into_owned();
        page += &format!("{}  {unit}  {}  {}\n", one.number, one.due, one.problems.join(" "));
    }
    page += &format!("{}\n", fill(NOTICED.get(lang), &[&issued.len()]));
    show(&page)?;
    Ok(Exit::Clean)
}

/// Records results of a re-inspection.
pub fn result(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut case = Case::open(matches, lang)?;
    let numbers: Vec<String> = given::texts(matches, "number").map(str::to_owned).collect();
    let outcome = given::text(matches, "result").and_then(Outcome::parse).unwrap_or(Outcome::Unverifiable);
    let remark = given::text(matches, "remark").unwrap_or_default();
    let (at, on) = (now(), day(matches, lang)?);
    let actor = actor(matches, &at, lang)?;
    case.with(|store| act::result(store, &numbers, outcome, remark, actor, &on))?;
    show(&format!("{}\n", fill(RESULTED.get(lang), &[&numbers.len(), &outcome.word().get(lang)])))?;
    Ok(Exit::Clean)
}

const NOTHING: Msg = Msg::new(
    "没有要认定的问题：请写编号和 --verdict，或者用 --from 给出填好的认定表。",
    "nothing to decide: give numbers and --verdict, or a filled-in table with --from.",
);
const NO_VERDICT: Msg = Msg::new(
    "没有写认定：请用 --verdict 违规、误报、保留 或 待核。",
    "no verdict: give --verdict violation, false-alarm, retained or pending.",
);
const BAD_VERDICT: Msg = Msg::new(
    "认定表第 {} 行的“{}”不是认定，请填 违规、误报、保留 或 待核。没有记下任何决定。",
    "row {} of the table: “{}” is no verdict; write violation, false alarm, may stay or to be verified. Nothing was recorded.",
);
const NO_TABLE: Msg = Msg::new(
    "“{}”里没有“问题编号”和“认定”两列，请用 zhengzi case export 写出的表填写。",
    "“{}” has no columns “number” and “verdict”; fill in the table that zhengzi case export writes.",
);
const NO_EXEMPTION: Msg = Msg::new(
    "没有“{}”这种豁免情形，可用：{}。没有记下任何决定。",
    "there is no exemption “{}”; use one of: {}. Nothing was recorded.",
);
const DECIDED: Msg = Msg::new("已记下认定 {} 条", "decisions recorded: {}");
const NOTICED: Msg = Msg::new("编了通知书 {} 份", "notices numbered: {}");
const RESULTED: Msg = Msg::new("已登记复查结果 {} 条：{}", "results recorded: {} ({})");
