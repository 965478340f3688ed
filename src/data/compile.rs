//! From the text files to the tables of the scan.

use super::Sources;
use super::chars::{ALLOWED, CharBuilder, CharEntry, CharRange, CharTable, IN_NAMES, IN_PLACES, range};
use super::confusions::{ConfusionBuilder, ConfusionIndex, PairOdds};
use super::error::DataError;
use super::lists::{self, cell};
use super::pairs::{AnchorFilter, Anchored, PairFilter};
use super::shape::{Answers, Basis, BasisFile, ExemptionFile, Footnote, Kind, Knowledge, Match, Rule};
use super::table::Table;
use super::terms::{Frequency, Meaning, Term, TermIndex};
use super::validate;
use super::weights::Weights;
use serde::de::DeserializeOwned;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;

/// Everything the program knows.
#[derive(Debug, Clone, Default)]
pub struct Compiled {
    /// Rules, bases, scenes and table headers.
    pub knowledge: Knowledge,
    /// Characters.
    pub chars: CharTable,
    /// Words, names and contexts.
    pub terms: TermIndex,
    /// Right words and their wrong forms.
    pub confusions: ConfusionIndex,
    /// Those of them that are looked for on signs only.
    pub sign_confusions: ConfusionIndex,
    /// The pairs of characters at which either is anchored.
    pub pairs: PairFilter,
    /// The same with what stands beside the pairs.
    pub anchors: AnchorFilter,
    /// How common characters are, for users' terms.
    pub frequency: Vec<(char, u8)>,
    /// Words, their counts and parts of speech, for the judge of word borders.
    pub segmentation: String,
    /// The same, and all right words that wrong forms are derived from, with their counts.
    pub weights: Weights,
    /// Tables that are read row by row, by name: their rows as they stand, without the header.
    pub lists: BTreeMap<String, String>,
    /// The commonest pairs of characters, for users' terms.
    pub common_pairs: String,
    /// Idioms by their sound.
    pub idioms: Vec<u8>,
}

/// Compiles the files of `rules/` and `dictionaries/`.
///
/// # Errors
/// The first mistake found, pointing into the file it stands in.
pub fn compile(sources: &Sources) -> Result<Compiled, DataError> {
    let mut tables = BTreeMap::new();
    for (path, text) in sources {
        if let Some(name) = path.strip_prefix("dictionaries/").and_then(|p| p.strip_suffix(".tsv")) {
            tables.insert(name.to_owned(), Table::parse(name, path, text)?);
        }
    }
    let mut knowledge = knowledge(sources)?;
    knowledge.tables = tables.iter().map(|(name, t)| (name.clone(), t.header.clone())).collect();
    knowledge.footnotes = tables.get("chars/footnotes").map_or_else(Vec::new, footnotes);
    validate::knowledge(&knowledge, sources, &tables)?;

    let frequency = numbers(&tables, "chars/frequency", "log2")?;
    let segmentation = tables.get("words/segmentation");
    let common_pairs = Frequency::common_pairs(&segmentation.map_or_else(Vec::new, lists::counts));
    let mut work = Work::new(&tables, segmentation.map_or_else(PairOdds::default, lists::pair_odds));
    work.chars.standard = numbers(&tables, "chars/tgscc", "number")?.into_iter().collect();
    work.simplified();
    let mut block = 0;
    for (number, rule) in knowledge.rules.iter().enumerate() {
        block = work.rule(number as u16, rule, block, sources)?;
    }
    work.lexicon()?;
    work.chars.ranges.sort_by_key(|r| r.first);
    let terms = TermIndex::build(work.terms, &Frequency::new(frequency.iter().copied(), &common_pairs));
    let confusions = work.confusions.build();
    let mut common = frequency.clone();
    common.sort_by_key(|(char, log)| (Reverse(*log), *char));
    work.chars.common = common.iter().map(|(char, _)| *char).collect();
    let chars = work.chars.build();
    let mut pairs = PairFilter::new();
    let mut anchors = AnchorFilter::new(terms.len() + confusions.len());
    let of_terms = terms.anchors().map(|anchor| (Anchored::Term, anchor));
    for (what, anchor) in of_terms.chain(confusions.anchors().map(|anchor| (Anchored::Form, anchor))) {
        pairs.add(anchor.pair, &chars);
        anchors.add(what, anchor);
    }
    Ok(Compiled {
        chars,
        terms,
        confusions,
        sign_confusions: work.sign_confusions.build(),
        pairs,
        anchors,
        knowledge,
        frequency,
        segmentation: segmentation
            .map_or_else(String::new, |t| lists::sorted(&(lists::rows(t, " ") + &lists::divisions(&tables, t)))),
        weights: lists::weights(&tables),
        lists: tables
            .values()
            .filter(|t| lists::is_list(t))
            .map(|t| (t.name.replace('/', "-"), lists::rows(t, "\t")))
            .collect(),
        common_pairs,
        idioms: super::idioms::compile(&tables),
    })
}

fn footnotes(table: &Table) -> Vec<Footnote> {
    let footnote = |row| Footnote {
        number: table.cell(row, "number").parse().unwrap_or_default(),
        form: cell(table, row, "form"),
        standard_form: cell(table, row, "standard_form"),
        allowed: cell(table, row, "use"),
    };
    table.rows.iter().map(footnote).collect()
}

fn keys(table: &Table) -> Vec<String> {
    table.rows.iter().map(|r| r.cells[0].to_owned()).collect()
}

/// Path of a rule's file.
#[must_use]
pub fn rule_path(rule: &Rule) -> String {
    let (family, number) = rule.id.split_once('-').unwrap_or((&rule.id, ""));
    format!("rules/{}/{number}-{}.toml", family.to_lowercase(), rule.name)
}

pub(super) fn knowledge(sources: &Sources) -> Result<Knowledge, DataError> {
    let mut k = Knowledge::default();
    for (path, text) in sources {
        let Some(rest) = path.strip_prefix("rules/").and_then(|p| p.strip_suffix(".toml")) else { continue };
        match rest.split_once('/') {
            None if rest == "basis" => {
                let file: BasisFile = parse(path, text)?;
                k.basis = unique(file.basis, path, text)?;
            }
            None if rest == "scenes" => k.scenes = parse(path, text)?,
            None if rest == "exemptions" => k.exemptions = parse::<ExemptionFile>(path, text)?.exemption,
            Some(("packs", name)) => drop(k.packs.insert(name.to_owned(), parse(path, text)?)),
            Some(("profiles", name)) => drop(k.profiles.insert(name.to_owned(), parse(path, text)?)),
            Some((family, name)) => k.rules.push(rule(family, name, path, text)?),
            None => return Err(DataError::at("R001", path, text, 0, "not a file the rules folder knows")),
        }
    }
    k.rules.sort_by(|a, b| a.id.cmp(&b.id));
    for (number, rule) in k.rules.iter_mut().enumerate() {
        rule.matches.iter_mut().for_each(|m| m.rule = number);
    }
    Ok(k)
}

fn unique(list: Vec<Basis>, path: &str, text: &str) -> Result<BTreeMap<String, Basis>, DataError> {
    let mut map = BTreeMap::new();
    for basis in list {
        let id = basis.id.clone();
        if map.insert(id.clone(), basis).is_some() {
            return Err(DataError::near("R002", path, text, &id, format!("basis “{id}” stands twice")));
        }
    }
    Ok(map)
}

fn parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, DataError> {
    toml::from_str(text).map_err(|e| {
        let at = e.span().map_or(0, |s| s.start);
        DataError::at("R001", path, text, at, e.message())
    })
}

fn rule(family: &str, name: &str, path: &str, text: &str) -> Result<Rule, DataError> {
    let mut rule: Rule = parse(path, text)?;
    let fail = |message: String| DataError::at("R003", path, text, 0, message);
    let Some((number, name)) = name.split_once('-').filter(|(n, _)| n.len() == 3 && n.parse::<u16>().is_ok()) else {
        return Err(fail(format!("the file must be called NNN-name.toml, not {name}.toml")));
    };
    if rule.name != name {
        return Err(DataError::near("R003", path, text, &rule.name, format!("the file's name says “{name}”")));
    }
    rule.id = format!("{}-{number}", family.to_uppercase());
    super::parts::expand(&mut rule);
    Ok(rule)
}

/// The characters of a table with the number in a column; none where there is no such table.
fn numbers<T: FromStr>(
    tables: &BTreeMap<String, Table>,
    name: &str,
    column: &str,
) -> Result<Vec<(char, T)>, DataError> {
    let Some(table) = tables.get(name) else { return Ok(Vec::new()) };
    let number = |row| {
        let pair = only_char(table.cell(row, &table.header.columns[0])).zip(table.cell(row, column).parse().ok());
        let message = "not a character and its number";
        pair.ok_or_else(|| DataError::at("R102", &table.file, table.text, table.offset(row), message))
    };
    table.rows.iter().map(number).collect()
}

fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// What has been compiled so far.
pub(super) struct Work<'t> {
    pub(super) tables: &'t BTreeMap<String, Table<'t>>,
    pub(super) chars: CharBuilder,
    pub(super) terms: Vec<Term>,
    pub(super) confusions: ConfusionBuilder,
    pub(super) sign_confusions: ConfusionBuilder,
    pub(super) odds: PairOdds,
}

impl<'t> Work<'t> {
    /// Nothing compiled yet.
    pub(super) fn new(tables: &'t BTreeMap<String, Table<'t>>, odds: PairOdds) -> Self {
        Self {
            tables,
            chars: CharBuilder::default(),
            terms: Vec::new(),
            confusions: ConfusionBuilder::default(),
            sign_confusions: ConfusionBuilder::default(),
            odds,
        }
    }

    /// Simplified forms: what a traditional form maps to, without those that traditional text writes too (后, 里).
    fn simplified(&mut self) {
        let Some(table) = self.tables.get("chars/trad-to-standard") else { return };
        let shared = self.tables.get("chars/shared-forms").map_or_else(Vec::new, keys);
        for row in &table.rows {
            let targets = table.cell(row, "standard").split(' ').filter_map(only_char);
            self.chars.simplified.extend(targets.filter(|c| !shared.contains(&c.to_string())));
        }
    }

    fn block(&mut self, number: u16, block: &Match, file: &str, sources: &Sources) -> Result<(), DataError> {
        let found = match block.kind {
            Kind::CharMap => self.char_map(number, block),
            Kind::CharSet => self.char_set(number, block)?,
            Kind::Confusion => self.confusion(number, block)?,
            Kind::WordMap | Kind::LetterWord => self.word_map(number, block),
            Kind::Pattern => {
                for literal in &block.literals {
                    self.terms.push(term(literal, Meaning::Hit(number), "", ""));
                }
                block.literals.len()
            }
            Kind::Spelling | Kind::Native => 1,
        };
        if found == 0 {
            let text = sources.get(file).map_or("", String::as_str);
            let message = format!("this match can never match: no row of “{}” is left", block.table);
            return Err(DataError::near("R010", file, text, &block.table, message));
        }
        Ok(())
    }

    fn char_map(&mut self, number: u16, block: &Match) -> usize {
        let Some(table) = self.tables.get(&block.table) else { return 0 };
        let mut found = 0;
        for row in table.rows.iter().filter(|row| wanted(table, row, block)) {
            let Some(char) = only_char(row.cells[0]) else { continue };
            if self.chars.standard.contains_key(&char) && !block.standard_too {
                continue;
            }
            found += 1;
            let scope = table.cell(row, "scope");
            let flags = if scope.contains("names") { IN_NAMES } else { 0 }
                | if scope.contains("places") { IN_PLACES } else { 0 };
            let entry = CharEntry {
                matcher: number,
                flags,
                target: cell(table, row, &block.target).into(),
                note: cell(table, row, &block.note).into(),
            };
            self.chars.entries.entry(char).or_default().push(entry);
        }
        found
    }

    fn char_set(&mut self, number: u16, block: &Match) -> Result<usize, DataError> {
        let Some(table) = self.tables.get(&block.table) else { return Ok(0) };
        let mut found = 0;
        for row in table.rows.iter().filter(|row| wanted(table, row, block)) {
            let (first, last) = range(row.cells[0], &table.file, table.text)?;
            let entry =
                CharEntry { matcher: number, note: cell(table, row, &block.note).into(), ..CharEntry::default() };
            self.chars.ranges.push(CharRange { first, last, entry });
            found += 1;
        }
        Ok(found)
    }

    fn word_map(&mut self, number: u16, block: &Match) -> usize {
        let Some(table) = self.tables.get(&block.table) else { return 0 };
        let without = block.without.iter().filter_map(|w| Some((self.tables.get(&w.table)?, &w.filter)));
        let left_out: BTreeSet<String> = without
            .flat_map(|(table, filter)| table.rows.iter().filter(|row| passes(table, row, filter)))
            .map(|row| row.cells[0].to_ascii_lowercase())
            .collect();
        let mut found = 0;
        for row in table
            .rows
            .iter()
            .filter(|row| wanted(table, row, block) && !left_out.contains(&row.cells[0].to_ascii_lowercase()))
        {
            found += 1;
            let target = cell(table, row, &block.target);
            let note = cell(table, row, &block.note);
            for text in written(row.cells[0], block.kind) {
                self.terms.push(term(&text, Meaning::Hit(number), &target, &note));
            }
            for phrase in table.cell(row, &block.keep_column).split_whitespace() {
                self.terms.push(term(phrase, Meaning::Keep(block.rule as u16), "", ""));
            }
        }
        found
    }

    fn confusion(&mut self, number: u16, block: &Match) -> Result<usize, DataError> {
        let Some(table) = self.tables.get(&block.table) else { return Ok(0) };
        let index = if for_signs(block) { &mut self.sign_confusions } else { &mut self.confusions };
        let mut found = 0;
        let long = |word: &str| word.chars().count() >= block.least;
        for row in table.rows.iter().filter(|row| wanted(table, row, block) && long(row.cells[0])) {
            let forms = block.wrong.iter().flat_map(|column| table.cell(row, column).split_whitespace());
            let mut word = None;
            for wrong in forms {
                let word = *word.get_or_insert_with(|| index.word(row.cells[0]));
                index.add(word, wrong, number, &self.odds).map_err(|_| {
                    let message = format!(
                        "“{wrong}” must be the word with one character replaced, or two side by side (at most 16 characters)"
                    );
                    DataError::at("R107", &table.file, table.text, table.offset(row), message)
                })?;
                found += 1;
            }
        }
        Ok(found)
    }

    /// Adds all of a rule; its match blocks are numbered from `first`. Returns the next number.
    pub(super) fn rule(&mut self, number: u16, rule: &Rule, first: u16, sources: &Sources) -> Result<u16, DataError> {
        let file = rule_path(rule);
        let mut next = first;
        for block in &rule.matches {
            self.block(next, block, &file, sources)?;
            next += 1;
        }
        self.keeps(number, rule, &(first..next))?;
        Ok(next)
    }

    /// Adds the contexts of a rule, whose match blocks have the numbers `blocks`.
    fn keeps(&mut self, number: u16, rule: &Rule, blocks: &Range<u16>) -> Result<(), DataError> {
        let own = |t: &Term| matches!(t.meaning, Meaning::Hit(n) if blocks.contains(&n));
        let hits: BTreeSet<Box<str>> = self.terms.iter().filter(|t| own(t)).map(|t| t.text.as_ref().into()).collect();
        for table in rule.keep.iter().filter_map(|name| self.tables.get(name)) {
            // A context is longer than what it keeps: one that is itself a hit of the rule is none.
            for row in table.rows.iter().filter(|row| !hits.contains(row.cells[0])) {
                let (chars, reason) = (table.cell(row, "char"), table.cell(row, "reason"));
                let reason = if reason.is_empty() { table.cell(row, "note") } else { reason };
                self.terms.push(term(row.cells[0], Meaning::Keep(number), chars, reason));
            }
        }
        Ok(())
    }

    /// The tables that every run loads: protected names, and characters allowed beside the standard table.
    fn lexicon(&mut self) -> Result<(), DataError> {
        for table in self.tables.values().filter(|t| t.name.starts_with("names/") && t.column("chars").is_some()) {
            for row in &table.rows {
                let (chars, reason) = (table.cell(row, "chars"), table.cell(row, "reason"));
                self.terms.push(term(row.cells[0], Meaning::Protect, &chars.replace(' ', ""), reason));
            }
        }
        // Names that look like slips. Two characters are too easily a part of something else.
        for (name, what) in [("words/protected", "kind"), ("names/time-honoured", "reason")] {
            let Some(table) = self.tables.get(name) else { continue };
            for row in table.rows.iter().filter(|row| row.cells[0].chars().nth(2).is_some()) {
                self.terms.push(term(row.cells[0], Meaning::Protect, "", table.cell(row, what)));
            }
        }
        let Some(table) = self.tables.get("chars/allowed-outside") else { return Ok(()) };
        for row in &table.rows {
            let Some(char) = only_char(row.cells[0]) else {
                return Err(DataError::at("R102", &table.file, table.text, table.offset(row), "not one character"));
            };
            let entry = CharEntry {
                matcher: ALLOWED,
                flags: 0,
                target: cell(table, row, "scope").into(),
                note: cell(table, row, "reason").into(),
            };
            self.chars.entries.entry(char).or_default().push(entry);
        }
        Ok(())
    }
}

/// How a word is written: one of letters also in capitals, and with a capital at its head, unless it is all capitals
/// (IT is no it).
fn written(word: &str, kind: Kind) -> BTreeSet<String> {
    let mut forms = BTreeSet::from([word.to_owned()]);
    if kind == Kind::LetterWord && word.is_ascii() && word.contains(|c: char| c.is_ascii_lowercase()) {
        let small = word.to_ascii_lowercase();
        let head = small.get(..1).map(str::to_ascii_uppercase).unwrap_or_default();
        forms.extend([word.to_ascii_uppercase(), head + small.get(1..).unwrap_or_default(), small]);
    }
    forms
}

/// Whether a block looks at signs, labels and slogans only: what it looks for then need not be asked about in running text.
fn for_signs(block: &Match) -> bool {
    const SIGNS: [&str; 5] = ["signboard", "place-name", "enterprise-name", "product-name", "advertisement"];
    !block.scenes.is_empty() && block.scenes.iter().all(|scene| SIGNS.contains(&scene.as_str()))
}

fn term(text: &str, meaning: Meaning, target: &str, note: &str) -> Term {
    Term { text: text.to_owned().into(), meaning, target: target.to_owned().into(), note: note.to_owned().into() }
}

/// Whether a row has one of the wanted values in every column named.
fn passes(table: &Table, row: &super::table::Row, filter: &BTreeMap<String, Vec<String>>) -> bool {
    filter.iter().all(|(column, values)| {
        let cell = table.cell(row, column);
        let holds = |value: &str| cell == value || cell.split([' ', '；', '，']).any(|part| part == value);
        // `!value` leaves out what `value` would take.
        values.iter().any(|v| v.strip_prefix('!').map_or_else(|| holds(v), |v| !holds(v)))
    })
}

fn wanted(table: &Table, row: &super::table::Row, block: &Match) -> bool {
    let filtered = passes(table, row, &block.filter);
    let answers = table.cell(row, &block.target).split_whitespace().count();
    filtered
        && match block.answers {
            None => true,
            Some(Answers::One) => answers == 1,
            Some(Answers::Many) => answers > 1,
        }
}
