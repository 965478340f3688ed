//! The head of the run record: what was run, with which data, under which law.

use super::excepted;
use super::given::Dictionaries;
use super::own::Own;
use crate::Session;
use crate::config::{Settings, value};
use crate::data::shape::{Condition, Knowledge, SceneRule};
use crate::document::Scene;
use crate::i18n::Lang;
use crate::lexicon::UserDictionary;
use crate::record::{RuleInfo, Run, SCHEMA, Severity, TableInfo};
use crate::rule::{Level, Registry};
use std::collections::BTreeMap;

/// Fills in the head of the record.
pub fn run(session: &Session, settings: &Settings, dictionaries: &Dictionaries, own: &[Own]) -> Run {
    let registry = &session.checker.registry;
    let knowledge = &registry.knowledge;
    let lang = settings.lang.value;
    Run {
        schema: SCHEMA,
        tool: "zhengzi".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        data_version: data_version(knowledge),
        data_hash: knowledge.hash.clone(),
        date: settings.date.value.clone(),
        jurisdiction: settings.jurisdiction.value.clone(),
        scene: value::scene_name(settings.scene.value).into(),
        lang: lang.name().into(),
        options: options(settings, dictionaries, own),
        rules: rules(registry, &session.checker.plan.active, lang),
        tables: tables(knowledge, dictionaries),
        assumptions: assumptions(knowledge, settings),
    }
}

/// The day on which a table was last checked against its source: what the data is as old as.
pub fn data_version(knowledge: &Knowledge) -> String {
    let checked = knowledge.tables.values().map(|table| table.checked.as_str());
    checked.max().unwrap_or_default().to_owned()
}

/// Every fact that some scene's law or some rule asks for.
pub fn facts(knowledge: &Knowledge) -> Vec<&str> {
    let needed = knowledge.rules.iter().map(|rule| rule.needs.as_str()).filter(|fact| !fact.is_empty());
    let mut facts: Vec<&str> = knowledge.scenes.values().flat_map(asked).chain(needed).collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}

fn asked(rule: &SceneRule) -> impl Iterator<Item = &str> {
    let facts = rule.conditions().filter_map(|condition| match condition {
        Condition::Always(_) => None,
        Condition::If { when, unless, .. } => Some([when.as_str(), unless.as_str()]),
    });
    facts.flatten().filter(|fact| !fact.is_empty())
}

/// A level of the rules as the record writes it.
pub fn severity(level: Level) -> Severity {
    match level {
        Level::Notice => Severity::Notice,
        Level::Advice => Severity::Advice,
        Level::Suspected => Severity::Suspected,
        Level::Violation => Severity::Violation,
    }
}

fn rules(registry: &Registry, active: &[bool], lang: Lang) -> Vec<RuleInfo> {
    let running = registry.rules().iter().zip(active).filter(|(_, active)| **active);
    let info = running.map(|(rule, _)| RuleInfo {
        id: rule.id.clone(),
        name: rule.name.clone(),
        title: rule.title.get(lang).to_owned(),
        severity: severity(rule.level),
    });
    info.collect()
}

fn tables(knowledge: &Knowledge, dictionaries: &Dictionaries) -> Vec<TableInfo> {
    let ours = knowledge.tables.iter().map(|(name, header)| TableInfo {
        name: name.clone(),
        title: header.title.clone(),
        source: header.source.clone(),
        licence: header.licence.clone(),
        version: header.version.clone(),
        rows: header.rows,
    });
    ours.chain(dictionaries.files.iter().map(|(_, info)| info.clone())).collect()
}

/// The options that change the outcome; the number of threads and the place of the report do not.
fn options(settings: &Settings, dictionaries: &Dictionaries, own: &[Own]) -> BTreeMap<String, String> {
    let mut options = BTreeMap::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            options.insert(name.to_owned(), value);
        }
    };
    put("profile", settings.profile.value.clone());
    put("select", settings.select.value.join(","));
    put("ignore", settings.ignore.value.join(","));
    put("facts", settings.facts.value.join(","));
    put("min-severity", value::severity_name(settings.min_severity.value).into());
    put("encoding", settings.encoding.value.map(|encoding| encoding.name().to_owned()).unwrap_or_default());
    put("hidden", if settings.hidden.value { "true".into() } else { String::new() });
    let columns: Vec<_> = settings.columns.value.iter().map(|(name, header)| format!("{name}={header}")).collect();
    put("columns", columns.join(","));
    put("rules", own.iter().map(Own::version).collect::<Vec<_>>().join(","));
    put("baseline", settings.baseline.value.as_ref().map(|path| path.display().to_string()).unwrap_or_default());
    put("exceptions", excepted::listed(settings));
    for (name, kind) in
        [("allow", UserDictionary::Allow), ("forbid", UserDictionary::Forbid), ("names", UserDictionary::Names)]
    {
        let of_kind = dictionaries.files.iter().filter(|(one, _)| *one == kind);
        let files: Vec<_> = of_kind.map(|(_, info)| format!("{} {}", info.name, info.version)).collect();
        put(name, files.join(","));
    }
    options
}

/// What was taken for granted: in the scene asked for, or in any that the input may name itself.
///
/// An assumption falls when the user states one of the facts it turns on, or when the jurisdiction binds the scene.
fn assumptions(knowledge: &Knowledge, settings: &Settings) -> Vec<String> {
    let pack = knowledge.packs.get(&settings.jurisdiction.value);
    let scenes = Scene::ALL.into_iter().filter(|scene| settings.scene.value.is_none_or(|one| one == *scene));
    let stated = |rule: &SceneRule| asked(rule).any(|fact| settings.facts.value.iter().any(|known| known == fact));
    let bound = |scene: Scene| pack.is_some_and(|pack| pack.characters.contains_key(scene.as_str()));
    scenes
        .filter(|scene| !bound(*scene))
        .filter_map(|scene| knowledge.scenes.get(scene.as_str()))
        .filter(|rule| !stated(rule))
        .filter_map(|rule| Some(rule.assumption.as_ref()?.get(settings.lang.value).to_owned()))
        .collect()
}
