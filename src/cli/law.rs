//! Rules and their law on a day, as the commands that show the catalogue need them.

use super::Failure;
use super::talk::Talk;
use super::{given, own};
use crate::data::shape::Rule;
use crate::i18n::{Lang, Msg};
use crate::report::words::{self, fill};
use crate::rule::{Level, Plan, Registry, RuleBasis};
use crate::text::sanitize;
use clap::ArgMatches;
use std::path::Path;

/// The catalogue under the settings in force.
pub struct Law {
    /// Rules.
    pub registry: Registry,
    /// What the law makes of them.
    pub plan: Plan,
    /// Language.
    pub lang: Lang,
}

impl Law {
    /// Loads the catalogue for a command that has `--date` and the like.
    pub fn load(matches: &ArgMatches, talk: Talk) -> Result<Self, Failure> {
        let settings = given::settings(matches, talk, Path::new("."))?;
        let lang = settings.lang.value;
        let own = own::load(&settings)?;
        let extensions: Vec<_> = own.into_iter().map(|one| one.extension).collect();
        let registry = Registry::with(&extensions);
        let plan = Plan::new(&registry, given::options(&settings));
        let plan = plan.map_err(|error| Failure::Message(given::plan(&error, lang)))?;
        Ok(Self { registry, plan, lang })
    }

    /// Finds a rule by id or name.
    pub fn rule(&self, key: &str) -> Result<(usize, &Rule), Failure> {
        let rule = self.registry.find(key);
        let rule = rule.ok_or_else(|| Failure::Message(fill(NO_RULE.get(self.lang), &[&sanitize::line(key)])))?;
        let index = self.registry.rules().iter().position(|one| one.id == rule.id).unwrap_or_default();
        Ok((index, rule))
    }

    /// The norms that say what is wrong, without the law of a scene.
    pub fn norms(&self, rule: &Rule, index: usize) -> Vec<&RuleBasis> {
        let bases = self.plan.scene(crate::document::Scene::Document, false).bases[index].iter();
        bases.filter(|one| rule.basis.contains(&one.basis.id)).collect()
    }
}

/// The word for a level.
pub fn level(level: Level, lang: Lang) -> &'static str {
    words::severity(super::record::severity(level)).get(lang)
}

/// A basis on one line: 《国家通用语言文字法》第十五条第四项（2026-01-01施行）.
pub fn basis(one: &RuleBasis, lang: Lang) -> String {
    let (title, article) = (one.basis.title.get(lang), &one.edition.article);
    let from = fill(words::IN_FORCE.get(lang), &[&one.edition.from]);
    let doubt = if one.edition.verified { "" } else { words::UNVERIFIED.get(lang) };
    let obligation = words::obligation(one.basis.obligation.as_str(), lang);
    match lang {
        Lang::Zh => {
            let remarks: Vec<_> = [obligation, &from, doubt].into_iter().filter(|text| !text.is_empty()).collect();
            format!("《{title}》{article}（{}）", remarks.join("，"))
        }
        Lang::En => {
            let remarks: Vec<_> = [obligation, &from, doubt].into_iter().filter(|text| !text.is_empty()).collect();
            format!("{title} {article} ({})", remarks.join(", "))
        }
    }
}

const NO_RULE: Msg = Msg::new(
    "没有“{}”这条规则。用 zhengzi rules list 查看全部规则。",
    "there is no rule “{}”. See zhengzi rules list.",
);
