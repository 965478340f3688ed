//! `zhengzi rules test`: a user's own rules prove themselves by their examples.

use super::super::own::{Loader, Own};
use super::super::style::{self, paint};
use super::super::talk::Talk;
use super::super::{Exit, Failure, given, show};
use crate::data::compile::rule_path;
use crate::data::shape::{Example, Rule};
use crate::i18n::{Lang, Msg};
use crate::proof::{Fault, Mark, Prover};
use crate::record::Finding;
use crate::report::words::fill;
use crate::text::sanitize;
use clap::ArgMatches;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let folder = matches.get_one::<PathBuf>("folder").map_or(Path::new("."), PathBuf::as_path);
    let settings = given::settings(matches, talk, folder)?;
    let talk = Talk { lang: settings.lang.value, ..talk };
    let mut loader = Loader::new();
    if let Err(trouble) = loader.add(folder, talk.lang) {
        talk.error(&trouble.message(talk.lang));
        // A folder that is not there is a slip of the pen and no rule that fails.
        return Ok(if folder.exists() { Exit::Findings } else { Exit::Usage });
    }
    let extensions = loader.own.iter().map(|own| own.extension.clone()).collect();
    let prover = Prover::new(&settings.date.value, extensions);
    let prover = prover.map_err(|error| Failure::Message(given::plan(&error, talk.lang)))?;
    let mut page = String::new();
    let (mut rules, mut passed, mut failed) = (0, 0, 0);
    for own in &loader.own {
        for rule in &own.extension.rules {
            rules += 1;
            let _ = writeln!(page, "{}  {}  {}", rule.id, rule.name, rule.title.get(talk.lang));
            for (number, example) in rule.examples.iter().enumerate() {
                match prover.prove(rule, example) {
                    Ok(()) => passed += 1,
                    Err(fault) => {
                        failed += 1;
                        let place = place(own, rule, number, example);
                        let words = sanitize::line(&words(&fault, talk.lang)).into_owned();
                        let mark = paint(style::BAD, "✗");
                        let _ = writeln!(page, "  {mark} {place}  {}\n      {words}", shown(example));
                    }
                }
            }
        }
    }
    let _ = writeln!(page, "\n{}", fill(TOTAL.get(talk.lang), &[&rules, &(passed + failed), &passed, &failed]));
    show(&page)?;
    Ok(if failed == 0 { Exit::Clean } else { Exit::Findings })
}

/// `规则/rules/zi/900-my-rule.toml:20:8`: where the text of an example begins.
fn place(own: &Own, rule: &Rule, number: usize, example: &Example) -> String {
    let file = rule_path(rule);
    let text = own.sources.get(&file).map_or("", String::as_str);
    let key = if example.bad.is_empty() { "good" } else { "bad" };
    let span = DeTable::parse(text).ok().and_then(|table| {
        let one = table.get_ref().get("example")?.get_ref().as_array()?.get(number)?;
        Some(one.get_ref().as_table()?.get(key)?.span().start)
    });
    let before = text.get(..span.unwrap_or_default()).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let file = own.folder.join(file).display().to_string();
    format!("{}:{line}:{column}", sanitize::line(&file))
}

fn shown(example: &Example) -> String {
    let text = if example.bad.is_empty() { &example.good } else { &example.bad };
    sanitize::line(&text.replace('\n', " / ")).into_owned()
}

fn words(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Undeclared(found) => fill(UNDECLARED.get(lang), &[&findings(found)]),
        Fault::Differs(want, got) => fill(DIFFERS.get(lang), &[&marks(want, lang), &marks(got, lang)]),
        Fault::Severity(found) => fill(SEVERITY.get(lang), &[&findings(found)]),
        Fault::Again(found) => fill(AGAIN.get(lang), &[&findings(found)]),
        Fault::Unusable(what) => fill(UNUSABLE.get(lang), &[what]),
    }
}

/// `ZI-001 violation 麵→面`.
fn findings(found: &[Finding]) -> String {
    let one = |f: &Finding| {
        let severity = crate::config::value::severity_name(f.severity);
        format!("{} {severity} {}→{}", f.rule, f.text, f.suggestions.join("|"))
    };
    found.iter().map(one).collect::<Vec<_>>().join("  ")
}

fn marks(marks: &[Mark], lang: Lang) -> String {
    let one = |(at, text, answers): &Mark| format!("{}{text}→{}", fill(AT.get(lang), &[&(at + 1)]), answers.join("|"));
    let all = marks.iter().map(one).collect::<Vec<_>>().join("  ");
    if all.is_empty() { NONE.get(lang).to_owned() } else { all }
}

const TOTAL: Msg =
    Msg::new("共 {} 条规则，{} 个例子：{} 个通过，{} 个没有通过", "{} rules, {} examples: {} passed, {} failed");
const UNDECLARED: Msg = Msg::new(
    "报告了例子里没有写的：{}（别的规则该报的写进 also）",
    "reported, but not in the example: {} (name other rules in `also`)",
);
const DIFFERS: Msg = Msg::new("标的是：{}；报的是：{}", "marked: {}; reported: {}");
const SEVERITY: Msg = Msg::new("定级和 level 不同：{}", "another severity than `level`: {}");
const AGAIN: Msg = Msg::new("改好以后还报：{}", "still reported when corrected: {}");
const UNUSABLE: Msg = Msg::new("例子不能用：{}", "the example cannot be used: {}");
const AT: Msg = Msg::new("第 {} 字 ", "at {} ");
const NONE: Msg = Msg::new("没有", "nothing");
