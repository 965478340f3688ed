//! What a rule must be before it may run: proof, authority, and nothing that can never match.

use super::Sources;
use super::compile::rule_path;
use super::error::DataError;
use super::shape::{Group, Kind, Knowledge, Level, Match, Obligation, Pack, Rule, Safety};
use super::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The scenes of the contract.
pub const SCENES: [&str; 10] = [
    "signboard", "place-name", "person-name", "enterprise-name", "product-name", "advertisement", "webpage",
    "official-document", "teaching", "document",
];

/// Checks everything that one file says of another.
///
/// # Errors
/// The first mistake found, pointing into the file it stands in.
pub fn knowledge(k: &Knowledge, sources: &Sources, tables: &BTreeMap<String, Table>) -> Result<(), DataError> {
    rules(k, sources, tables)?;
    places(k, sources)
}

/// Checks the rules and what the tables say of them.
///
/// # Errors
/// The first mistake found, pointing into the file it stands in.
pub fn rules(k: &Knowledge, sources: &Sources, tables: &BTreeMap<String, Table>) -> Result<(), DataError> {
    for rule in &k.rules {
        let file = rule_path(rule);
        let text = sources.get(&file).map_or("", String::as_str);
        let check = RuleCheck { rule, file: &file, text, k, tables };
        check.references()?;
        check.proof()?;
        check.authority()?;
        for block in &rule.matches {
            check.block(block)?;
        }
    }
    used_by(k, sources, tables)
}

struct RuleCheck<'a> {
    rule: &'a Rule,
    file: &'a str,
    text: &'a str,
    k: &'a Knowledge,
    tables: &'a BTreeMap<String, Table<'a>>,
}

impl RuleCheck<'_> {
    fn fail(&self, code: &'static str, needle: &str, message: String) -> DataError {
        DataError::near(code, self.file, self.text, needle, message)
    }

    fn references(&self) -> Result<(), DataError> {
        for id in &self.rule.basis {
            if !self.k.basis.contains_key(id) {
                return Err(self.fail("R004", id, format!("no basis “{id}” in rules/basis.toml")));
            }
        }
        for id in &self.rule.exempt {
            if !self.k.exemptions.iter().any(|e| e.id == *id) {
                return Err(self.fail("R005", id, format!("no exemption “{id}” in rules/exemptions.toml")));
            }
        }
        let in_examples = self.rule.examples.iter().map(|e| &e.scene).filter(|s| !s.is_empty());
        let in_blocks = self.rule.matches.iter().flat_map(|block| &block.scenes);
        let in_levels = self.rule.level_in.keys().chain(self.rule.level_under.values().flat_map(BTreeMap::keys));
        for scene in in_levels.chain(&self.rule.scenes).chain(in_blocks).chain(in_examples) {
            if !SCENES.contains(&scene.as_str()) {
                return Err(self.fail("R006", scene, format!("no scene “{scene}”")));
            }
        }
        let mut packs = self.rule.jurisdictions.iter().chain(self.rule.level_under.keys());
        if let Some(name) = packs.find(|name| !self.k.packs.contains_key(*name)) {
            return Err(self.fail("R004", name, format!("no pack rules/packs/{name}.toml")));
        }
        for name in &self.rule.keep {
            if !self.tables.contains_key(name) {
                return Err(self.fail("R007", name, format!("no table dictionaries/{name}.tsv")));
            }
        }
        Ok(())
    }

    fn proof(&self) -> Result<(), DataError> {
        let examples = &self.rule.examples;
        if let Some(e) = examples.iter().find(|e| e.bad.is_empty() == e.good.is_empty()) {
            return Err(self.fail("R008", &e.bad, "an example has either `bad` or `good`".into()));
        }
        if let Some(e) = examples.iter().find(|e| !e.bad.is_empty() && !e.bad.contains("{{")) {
            return Err(self.fail("R008", &e.bad, "mark what is wrong: {{wrong=>right}}".into()));
        }
        let has = |bad: bool| examples.iter().any(|e| e.bad.is_empty() != bad);
        if !has(true) || !has(false) {
            return Err(self.fail("R008", &self.rule.name, "a rule needs a bad and a good example".into()));
        }
        for text in [&self.rule.message.zh, &self.rule.message.en] {
            let known = ["{hit}", "{fix}", "{note}"].iter().fold(text.clone(), |t, p| t.replace(p, ""));
            if known.contains(['{', '}']) {
                return Err(self.fail("R009", text, "only {hit}, {fix} and {note} can be filled in".into()));
            }
        }
        Ok(())
    }

    /// A merely recommended or unverified norm never makes a violation. Where the rule's own norms are but evidence of what
    /// is right (a dictionary), the law of the scene decides alone.
    fn authority(&self) -> Result<(), DataError> {
        let carries = |id: &str| {
            self.k.basis.get(id).is_some_and(|b| {
                b.obligation == Obligation::Mandatory && b.edition.iter().any(|e| e.verified && e.until.is_empty())
            })
        };
        let worst = self.rule.level_in.values().copied().max().max(Some(self.rule.level));
        let is_evidence = |id: &String| self.k.basis.get(id).is_some_and(|b| b.obligation == Obligation::Informative);
        let by_scene = self.rule.group != Group::None && self.rule.basis.iter().all(is_evidence);
        // What only some jurisdiction forbids is a violation only there.
        let bases = |pack: &Pack| SCENES.map(|scene| pack.group(self.rule.group, scene).to_vec()).into_iter().flatten();
        let by_pack =
            || self.rule.group == Group::Idioms && self.k.packs.values().flat_map(bases).any(|c| carries(c.id()));
        // What a jurisdiction asks for beyond that rests on the bases of its pack.
        let local = self.rule.level_under.iter().all(|(name, levels)| {
            let bases = |scene| self.k.packs.get(name).map_or(&[][..], |pack| pack.group(self.rule.group, scene));
            let grave = levels.iter().filter(|(_, level)| **level == Level::Violation);
            grave.into_iter().all(|(scene, _)| bases(scene).iter().any(|c| carries(c.id())))
        });
        let carried = by_scene || self.rule.basis.iter().any(|id| carries(id)) || by_pack();
        if (worst == Some(Level::Violation) && !carried) || !local {
            let message = "a violation needs a mandatory, verified basis that is in force".to_owned();
            return Err(self.fail("R011", "violation", message));
        }
        Ok(())
    }

    fn block(&self, block: &Match) -> Result<(), DataError> {
        let needs_table =
            matches!(block.kind, Kind::CharMap | Kind::CharSet | Kind::WordMap | Kind::LetterWord | Kind::Confusion);
        if needs_table {
            let Some(table) = self.tables.get(&block.table) else {
                return Err(self.fail("R007", &block.table, format!("no table dictionaries/{}.tsv", block.table)));
            };
            if let Some(without) = &block.without {
                let table = self.tables.get(&without.table);
                let fail = |code, what: &str, message| Err(self.fail(code, what, message));
                let Some(table) = table else {
                    return fail("R007", &without.table, format!("no table dictionaries/{}.tsv", without.table));
                };
                if let Some(column) = without.filter.keys().find(|c| table.column(c).is_none()) {
                    return fail("R012", column, format!("table {} has no column “{column}”", without.table));
                }
            }
            let columns = block.filter.keys().chain(&block.wrong);
            let columns = columns.chain([&block.target, &block.note, &block.keep_column]);
            // A set of ranges has no standard forms unless it names their column; of wrong forms the key is the right word.
            let keyed = matches!(block.kind, Kind::CharSet | Kind::Confusion);
            let absent = |c: &str| c.is_empty() || (keyed && c == "standard");
            for column in columns.filter(|c| !absent(c)) {
                if table.column(column).is_none() {
                    let message = format!("table {} has no column “{column}”", block.table);
                    return Err(self.fail("R012", column, message));
                }
            }
        }
        if block.kind == Kind::Pattern && (block.pattern.is_empty() || block.literals.is_empty()) {
            return Err(self.fail(
                "R013",
                "pattern",
                "a pattern needs `pattern` and at least one of `literals`".into(),
            ));
        }
        if block.kind == Kind::Pattern && block.literals.iter().any(|l| l.chars().count() < 2) {
            return Err(self.fail("R013", "literals", "a literal has at least two characters".into()));
        }
        if block.kind == Kind::Native && block.function.is_none() {
            return Err(self.fail("R014", "native", "a native match names its `function`".into()));
        }
        if (block.kind == Kind::Confusion) == block.wrong.is_empty() {
            return Err(self.fail(
                "R017",
                "wrong",
                "a confusion match, and no other, names its columns `wrong`".into(),
            ));
        }
        if (block.kind == Kind::Spelling) == block.faults.is_empty() {
            return Err(self.fail("R016", "faults", "a spelling match, and no other, names its `faults`".into()));
        }
        if block.fix == Safety::Safe && needs_table && self.ambiguous(block) {
            let message = "a safe fix has one answer: add answers = \"one\", or fix = \"none\"".to_owned();
            return Err(self.fail("R015", "safe", message));
        }
        Ok(())
    }

    fn ambiguous(&self, block: &Match) -> bool {
        let Some(table) = self.tables.get(&block.table) else { return false };
        block.answers.is_none()
            && table.rows.iter().any(|row| {
                let kept = block.filter.iter().all(|(c, v)| v.iter().any(|v| v == table.cell(row, c)));
                kept && table.cell(row, &block.target).split_whitespace().count() > 1
            })
    }
}

/// References of scenes, exemptions, packs and profiles.
fn places(k: &Knowledge, sources: &Sources) -> Result<(), DataError> {
    let fail = |file: &str, needle: &str, what: &str| {
        let text = sources.get(file).map_or("", String::as_str);
        Err(DataError::near("R004", file, text, needle, format!("{what} “{needle}” does not exist")))
    };
    for scene in SCENES {
        let Some(rule) = k.scenes.get(scene) else { return fail("rules/scenes.toml", scene, "scene") };
        for condition in rule.conditions() {
            if !k.basis.contains_key(condition.id()) {
                return fail("rules/scenes.toml", condition.id(), "basis");
            }
        }
    }
    for exemption in &k.exemptions {
        if !k.basis.contains_key(&exemption.basis) {
            return fail("rules/exemptions.toml", &exemption.basis, "basis");
        }
    }
    for (name, pack) in &k.packs {
        let file = format!("rules/packs/{name}.toml");
        for condition in pack.conditions() {
            if !k.basis.contains_key(condition.id()) {
                return fail(&file, condition.id(), "basis");
            }
        }
        if let Some(id) = pack.conflict.keys().find(|id| !k.rules.iter().any(|r| r.id == **id)) {
            return fail(&file, id, "rule");
        }
        for id in &pack.exempt {
            if !k.exemptions.iter().any(|e| e.id == *id) {
                return fail(&file, id, "exemption");
            }
        }
    }
    Ok(())
}

/// `used-by` must be true both ways.
fn used_by(k: &Knowledge, sources: &Sources, tables: &BTreeMap<String, Table>) -> Result<(), DataError> {
    for table in tables.values() {
        let named: BTreeSet<&str> = table.header.used_by.iter().map(String::as_str).collect();
        let used: BTreeSet<&str> = k
            .rules
            .iter()
            .filter(|r| {
                let names =
                    |m: &Match| m.table == table.name || m.without.as_ref().is_some_and(|w| w.table == table.name);
                r.keep.contains(&table.name) || r.matches.iter().any(names)
            })
            .map(|r| r.id.as_str())
            .collect();
        let rules: BTreeSet<&str> = named.iter().copied().filter(|n| *n != "lexicon").collect();
        if rules != used {
            let want: Vec<&str> = used.into_iter().chain(named.contains("lexicon").then_some("lexicon")).collect();
            let text = sources.get(&table.file).map_or("", String::as_str);
            let message = format!("the rules say otherwise: write `# used-by: {}`", want.join(" "));
            return Err(DataError::near("R106", &table.file, text, "used-by:", message));
        }
    }
    Ok(())
}
