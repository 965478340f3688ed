//! A user's own rules on top of ours: the same files, the same checks, numbered behind what the binary carries.

use super::Sources;
use super::chars::{CharBuilder, CharEntry, CharRange, CharTable};
use super::compile::{Work, knowledge, rule_path};
use super::confusions::PairOdds;
use super::error::DataError;
use super::shape::{Basis, Kind, Knowledge, Rule, Status};
use super::table::{Header, Table};
use super::terms::Term;
use super::validate;
use std::collections::BTreeMap;

/// Code points that ranges of one's own may cover in all.
const MOST: u32 = 20_000;

/// A user's own rules, compiled.
#[derive(Debug, Clone, Default)]
pub struct Extension {
    /// Rules, sorted by id.
    pub rules: Vec<Rule>,
    /// Bases.
    pub basis: BTreeMap<String, Basis>,
    /// Headers of the tables by name.
    pub tables: BTreeMap<String, Header>,
    /// What the tables say of characters.
    pub chars: BTreeMap<char, Vec<CharEntry>>,
    /// Words and contexts.
    pub terms: Vec<Term>,
}

/// Compiles a user's `rules/FAMILY/…`, `rules/basis.toml` and `dictionaries/…` on top of what there is.
///
/// # Errors
/// The first mistake found, pointing into the file it stands in.
pub fn extend(base: &Knowledge, chars: &CharTable, sources: &Sources) -> Result<Extension, DataError> {
    let mut tables = BTreeMap::new();
    for (path, text) in sources {
        if let Some(name) = path.strip_prefix("dictionaries/").and_then(|p| p.strip_suffix(".tsv")) {
            tables.insert(name.to_owned(), Table::parse(name, path, text)?);
        }
    }
    let own = knowledge(sources)?;
    refuse_what_is_ours(&own, &tables, base, sources)?;
    let mut basis = base.basis.clone();
    basis.extend(own.basis.clone());
    let known = Knowledge {
        rules: own.rules,
        basis,
        exemptions: base.exemptions.clone(),
        packs: base.packs.clone(),
        ..Knowledge::default()
    };
    validate::rules(&known, sources, &tables)?;

    let mut rules = known.rules;
    let first_match: usize = base.rules.iter().map(|rule| rule.matches.len()).sum();
    let mut work = Work::new(&tables, PairOdds::default());
    work.chars.standard = chars.standard().collect();
    let mut number = first_match as u16;
    for (at, rule) in rules.iter_mut().enumerate() {
        let own = base.rules.len() + at;
        rule.matches.iter_mut().for_each(|block| block.rule = own);
        number = work.rule(own as u16, rule, number, sources)?;
    }
    spread(&mut work.chars, sources)?;
    Ok(Extension {
        rules,
        basis: own.basis,
        tables: tables.iter().map(|(name, table)| (name.clone(), table.header.clone())).collect(),
        chars: work.chars.entries,
        // So few that they need no index of their own.
        terms: work.terms.into_iter().chain(work.confusions.terms()).chain(work.sign_confusions.terms()).collect(),
    })
}

/// Ids and names are how people speak of rules: one of each.
fn refuse_what_is_ours(
    own: &Knowledge,
    tables: &BTreeMap<String, Table>,
    base: &Knowledge,
    sources: &Sources,
) -> Result<(), DataError> {
    let fail = |file: &str, needle: &str, what: &str| {
        let text = sources.get(file).map_or("", String::as_str);
        Err(DataError::near("R020", file, text, needle, format!("{what} “{needle}” is taken: choose another")))
    };
    if let Some(file) = sources.keys().find(|path| is_foreign(path)) {
        let message = "rules of one's own are rules/FAMILY/NNN-name.toml and rules/basis.toml, nothing else";
        return Err(DataError::at("R001", file, "", 0, message));
    }
    for rule in &own.rules {
        let file = rule_path(rule);
        if base.rules.iter().any(|other| other.id == rule.id) {
            return fail(&file, &rule.id, "the number");
        }
        if base.rules.iter().any(|other| other.name == rule.name) {
            return fail(&file, &rule.name, "the name");
        }
        // Each function of the program runs for one match block, and that is ours.
        if rule.matches.iter().any(|block| block.kind == Kind::Native) {
            let text = sources.get(&file).map_or("", String::as_str);
            let message = "a rule of one's own cannot call a function of the program: use another kind of match";
            return Err(DataError::near("R021", &file, text, "native", message));
        }
    }
    if let Some(id) = own.basis.keys().find(|id| base.basis.contains_key(*id)) {
        return fail("rules/basis.toml", id, "the basis");
    }
    if let Some(table) = tables.values().find(|table| base.tables.contains_key(&table.name)) {
        return fail(&table.file, &table.name, "the table");
    }
    Ok(())
}

/// A file of `rules/` that only the program itself has: scenes, exemptions, packs, profiles.
fn is_foreign(path: &str) -> bool {
    ["rules/scenes.toml", "rules/exemptions.toml"].contains(&path)
        || path.starts_with("rules/packs/")
        || path.starts_with("rules/profiles/")
}

/// Ranges become single characters, so that they need no place among ours.
fn spread(chars: &mut CharBuilder, sources: &Sources) -> Result<(), DataError> {
    let ranges = std::mem::take(&mut chars.ranges);
    let size: u32 = ranges.iter().map(|range| range.last - range.first + 1).sum();
    if size > MOST {
        let file = sources.keys().next().map_or("", String::as_str);
        let message = format!("ranges of one's own hold {MOST} code points at most, not {size}");
        return Err(DataError::at("R105", file, "", 0, message));
    }
    for CharRange { first, last, entry } in ranges {
        for char in (first..=last).filter_map(char::from_u32) {
            chars.entries.entry(char).or_default().push(entry.clone());
        }
    }
    Ok(())
}

impl Knowledge {
    /// Adds a user's own rules. Whoever names them wants them to run, in every profile and also while they are on trial.
    pub fn extend(&mut self, own: &Extension) {
        for profile in self.profiles.values_mut() {
            for rule in own.rules.iter().filter(|rule| rule.default) {
                let family = rule.id.split('-').next().unwrap_or_default();
                if !profile.select.iter().any(|one| one == family) {
                    profile.select.push(rule.id.clone());
                }
                if rule.status == Status::Preview {
                    profile.opt_in.push(rule.id.clone());
                }
            }
        }
        self.rules.extend(own.rules.iter().cloned());
        self.basis.extend(own.basis.clone());
        self.tables.extend(own.tables.clone());
    }
}
