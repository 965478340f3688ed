//! The plan of a run: which rules run, how serious they may be in each scene, and on which authority.

use super::{Registry, Scene, select};
pub use crate::data::shape::Level;
use crate::data::shape::{Basis, Bilingual, Edition, Exemption, Group, Kind, Obligation, Pack, Profile, Rule};
use regex::Regex;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use thiserror::Error;

/// What chooses the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Day whose law applies, `2026-11-23`.
    pub date: String,
    /// Pack, or `national`.
    pub jurisdiction: String,
    /// Profile.
    pub profile: String,
    /// Selectors; empty: the profile's.
    pub select: Vec<String>,
    /// Selectors of rules left out.
    pub ignore: Vec<String>,
    /// Facts stated by configuration: `public-service`, `private`.
    pub facts: Vec<String>,
}

impl Options {
    /// The national rules on a day.
    #[must_use]
    pub fn national(date: &str) -> Self {
        Self {
            date: date.to_owned(),
            jurisdiction: "national".into(),
            profile: "national".into(),
            select: Vec::new(),
            ignore: Vec::new(),
            facts: Vec::new(),
        }
    }
}

/// A plan that cannot be made.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PlanError {
    /// No such jurisdiction.
    #[error("没有辖区规则包“{0}”，可用：{1}")]
    Jurisdiction(String, String),
    /// No such profile.
    #[error("没有方案“{0}”，可用：{1}")]
    Profile(String, String),
    /// A selector that names nothing.
    #[error("“{0}”不是规则族、规则编号或规则名；用 zhengzi rules list 查看")]
    Selector(String),
}

/// One basis as it stands on the run's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBasis {
    /// The document.
    pub basis: Basis,
    /// Its edition in force.
    pub edition: Edition,
}

/// What the law asks of each rule in one scene.
#[derive(Debug, Clone, Default)]
pub struct ScenePlan {
    /// By rule: whether it runs here.
    pub runs: Vec<bool>,
    /// By rule: the ceiling.
    pub ceiling: Vec<Level>,
    /// By rule: the bases, the binding one first.
    pub bases: Vec<Arc<[RuleBasis]>>,
    /// By rule: whether a ceiling below the rule's own comes from the lack of a binding basis.
    pub unbound: Vec<bool>,
    /// Whether any rule of spelling runs.
    pub spells: bool,
}

/// The plan.
#[derive(Debug)]
pub struct Plan {
    /// By rule: whether it runs.
    pub active: Vec<bool>,
    /// By scene, for texts.
    texts: Vec<ScenePlan>,
    /// By scene, for rows of lists.
    lists: Vec<ScenePlan>,
    /// Exemptions that this jurisdiction has.
    pub exemptions: Vec<(Exemption, Arc<[RuleBasis]>)>,
    /// By exemption: its hints, compiled when first asked for.
    hints: Vec<OnceLock<Option<Regex>>>,
    /// By exemption: its contexts, likewise.
    contexts: Vec<OnceLock<Vec<Regex>>>,
    /// By exemption: its leads as one expression, likewise.
    leads: Vec<OnceLock<Option<Regex>>>,
    /// By rule: what to say where a local norm is at odds with it.
    pub conflicts: Vec<Option<Bilingual>>,
    /// The options it was made from.
    pub options: Options,
}

impl Plan {
    /// Makes the plan.
    ///
    /// # Errors
    /// An unknown jurisdiction, profile or selector.
    pub fn new(registry: &Registry, options: Options) -> Result<Self, PlanError> {
        let k = &registry.knowledge;
        let names = |keys: Vec<&String>| keys.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let pack = match k.packs.get(&options.jurisdiction) {
            Some(pack) => pack.clone(),
            None if options.jurisdiction == "national" => Pack::default(),
            None => {
                let known = format!("national {}", names(k.packs.keys().collect()));
                return Err(PlanError::Jurisdiction(options.jurisdiction, known));
            }
        };
        let Some(profile) = k.profiles.get(&options.profile) else {
            return Err(PlanError::Profile(options.profile, names(k.profiles.keys().collect())));
        };
        for selector in options.select.iter().chain(&options.ignore) {
            if !registry.rules().iter().any(|r| select::names(selector, r)) {
                return Err(PlanError::Selector(selector.clone()));
            }
        }
        let context = Context { registry, options: &options, pack: &pack, profile };
        let active = context.active();
        let plans = |facts: &[String]| Scene::ALL.into_iter().map(|scene| context.scene(scene, facts)).collect();
        let mut facts: Vec<String> = options.facts.iter().chain(&profile.facts).cloned().collect();
        // A list names places; it is not their signs, unless the configuration says that it was copied from them.
        let lists = plans(&facts);
        facts.push("sign".into());
        let texts = plans(&facts);
        let exemptions = context.exemptions();
        let conflicts = registry.rules().iter().map(|r| pack.conflict.get(&r.id).cloned()).collect();
        let hints = exemptions.iter().map(|_| OnceLock::new()).collect();
        let contexts = exemptions.iter().map(|_| OnceLock::new()).collect();
        let leads = exemptions.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { active, texts, lists, exemptions, hints, contexts, leads, conflicts, options })
    }

    /// Whether a text hints at an exemption.
    #[must_use]
    pub fn hints(&self, exemption: usize, text: &str) -> bool {
        let Some((known, _)) = self.exemptions.get(exemption).filter(|(known, _)| !known.hints.is_empty()) else {
            return false;
        };
        let compile = || Regex::new(&known.hints.join("|")).ok();
        self.hints[exemption].get_or_init(compile).as_ref().is_some_and(|hint| hint.is_match(text))
    }

    /// Whether a line shows by itself that an exemption holds for what stands at `hit` in it. Nothing is shown before the
    /// exemption's norm is in force.
    #[must_use]
    pub fn shows(&self, exemption: usize, line: &str, hit: Range<usize>) -> bool {
        let Some((known, bases)) = self.exemptions.get(exemption) else { return false };
        if known.contexts.is_empty() || bases.is_empty() {
            return false;
        }
        let lead = || Regex::new(&format!("(?:{})$", known.leads.join("|"))).ok().filter(|_| !known.leads.is_empty());
        let leads_to = |regex: &Regex| line.get(..hit.start).is_some_and(|before| regex.is_match(before));
        if self.leads[exemption].get_or_init(lead).as_ref().is_some_and(leads_to) {
            return true;
        }
        let compile = || known.contexts.iter().filter_map(|context| Regex::new(context).ok()).collect();
        let covers = |regex: &Regex| regex.find_iter(line).any(|m| m.start() <= hit.start && hit.end <= m.end());
        self.contexts[exemption].get_or_init(compile).iter().any(covers)
    }

    /// What the law asks in a scene, of a text or of a row of a list.
    #[must_use]
    pub fn scene(&self, scene: Scene, list: bool) -> &ScenePlan {
        let plans = if list { &self.lists } else { &self.texts };
        &plans[scene as usize]
    }
}

struct Context<'a> {
    registry: &'a Registry,
    options: &'a Options,
    pack: &'a Pack,
    profile: &'a Profile,
}

impl Context<'_> {
    fn active(&self) -> Vec<bool> {
        let Options { select, ignore, .. } = self.options;
        self.registry.rules().iter().map(|r| select::runs(r, self.profile, select, ignore)).collect()
    }

    fn scene(&self, scene: Scene, facts: &[String]) -> ScenePlan {
        let mut plan = ScenePlan { runs: self.active(), ..ScenePlan::default() };
        for (rule, runs) in self.registry.rules().iter().zip(&mut plan.runs) {
            let within = |names: &[String], name: &str| names.is_empty() || names.iter().any(|n| n == name);
            *runs &= within(&rule.scenes, scene.as_str()) && within(&rule.jurisdictions, &self.options.jurisdiction);
            // No norm, no rule: one whose norms all begin later is asked from that day on.
            *runs &= rule.group != Group::None || rule.basis.iter().any(|id| self.on_date(id).is_some());
            plan.spells |= *runs && rule.matches.iter().any(|m| m.kind == Kind::Spelling);
            let binding = self.binding(scene, rule.group, facts);
            // Without a group, the rule's own norms bind: on a day on which one of them is in force.
            let own = || rule.basis.iter().filter_map(|id| self.on_date(id));
            let carries = |b: &RuleBasis| b.basis.obligation == Obligation::Mandatory && b.edition.verified;
            let bound = (rule.group == Group::None && own().any(|b| carries(&b))) || binding.iter().any(carries);
            let local = rule.level_under.get(&self.options.jurisdiction).and_then(|levels| levels.get(scene.as_str()));
            let mut ceiling = *local.or(rule.level_in.get(scene.as_str())).unwrap_or(&rule.level);
            plan.unbound.push(!bound && ceiling == Level::Violation);
            if !bound || !(rule.needs.is_empty() || facts.contains(&rule.needs)) {
                ceiling = ceiling.min(Level::Suspected);
            }
            plan.ceiling.push(ceiling);
            plan.bases.push(self.with_norms(binding, rule));
        }
        plan
    }

    fn binding(&self, scene: Scene, group: Group, facts: &[String]) -> Vec<RuleBasis> {
        let Some(rule) = self.registry.knowledge.scenes.get(scene.as_str()) else { return Vec::new() };
        let bases = rule.group(group).iter().chain(self.pack.group(group, scene.as_str()));
        bases.filter(|c| c.holds(facts)).filter_map(|c| self.on_date(c.id())).collect()
    }

    fn with_norms(&self, mut bases: Vec<RuleBasis>, rule: &Rule) -> Arc<[RuleBasis]> {
        let own = rule.basis.iter().filter(|id| !bases.iter().any(|b| b.basis.id == **id)).collect::<Vec<_>>();
        bases.extend(own.into_iter().filter_map(|id| self.on_date(id)));
        bases.into()
    }

    fn on_date(&self, id: &str) -> Option<RuleBasis> {
        let basis = self.registry.knowledge.basis.get(id)?;
        let date = self.options.date.as_str();
        let in_force = |e: &&Edition| e.from.as_str() <= date && (e.until.is_empty() || date < e.until.as_str());
        let edition = basis.edition.iter().find(in_force)?.clone();
        Some(RuleBasis { basis: basis.clone(), edition })
    }

    fn exemptions(&self) -> Vec<(Exemption, Arc<[RuleBasis]>)> {
        let here = |e: &&Exemption| e.scope == "national" || self.pack.exempt.contains(&e.id);
        let with_basis = |e: &Exemption| (e.clone(), self.on_date(&e.basis).into_iter().collect());
        self.registry.knowledge.exemptions.iter().filter(here).map(with_basis).collect()
    }
}
