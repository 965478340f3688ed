//! Shapes of what the law says: bases by date, scenes, exemptions, packs of jurisdictions, profiles.

use super::shape::Group;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// `basis.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisFile {
    /// Bases.
    pub basis: Vec<Basis>,
}

/// A legal basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Stable id, never an article number.
    pub id: String,
    /// Title of the document.
    pub title: Bilingual,
    /// Obligation.
    pub obligation: Obligation,
    /// Editions by date.
    pub edition: Vec<Edition>,
}

/// What a basis can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Obligation {
    /// Explains only.
    Informative,
    /// A recommended standard.
    Recommended,
    /// Law, regulation, mandatory standard.
    Mandatory,
}

impl Obligation {
    /// Its word in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Informative => "informative",
            Self::Recommended => "recommended",
            Self::Mandatory => "mandatory",
        }
    }
}

/// A document as it stood in a span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// First day in force, `2026-01-01`.
    pub from: String,
    /// First day no longer in force.
    #[serde(default)]
    pub until: String,
    /// Article, empty where there is none.
    #[serde(default)]
    pub article: String,
    /// The words that bind.
    #[serde(default)]
    pub text: String,
    /// Whether it was checked against the document.
    pub verified: bool,
    /// Where it was checked.
    #[serde(default)]
    pub source: String,
}

/// `scenes.toml`: by scene name.
pub type Scenes = BTreeMap<String, SceneRule>;

/// What the law asks in a scene.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SceneRule {
    /// Title.
    pub title: Bilingual,
    /// Bases that bind characters.
    #[serde(default)]
    pub characters: Vec<Condition>,
    /// Bases that bind word forms.
    #[serde(default)]
    pub words: Vec<Condition>,
    /// Bases that bind spelling in Latin letters.
    #[serde(default)]
    pub spelling: Vec<Condition>,
    /// Bases that bind idioms.
    #[serde(default)]
    pub idioms: Vec<Condition>,
    /// Bases that bind foreign writing.
    #[serde(default)]
    pub foreign: Vec<Condition>,
    /// Bases that bind the choice of words.
    #[serde(default)]
    pub vocabulary: Vec<Condition>,
    /// What a run assumes in this scene.
    #[serde(default)]
    pub assumption: Option<Bilingual>,
}

/// A basis, perhaps under a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Condition {
    /// Always.
    Always(String),
    /// Only with or without a fact.
    If {
        /// Basis id.
        id: String,
        /// Fact that must be given.
        #[serde(default)]
        when: String,
        /// Fact that must not be given.
        #[serde(default)]
        unless: String,
    },
}

impl Condition {
    /// The basis id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Always(id) | Self::If { id, .. } => id,
        }
    }

    /// Whether it holds under these facts.
    #[must_use]
    pub fn holds(&self, facts: &[String]) -> bool {
        let given = |fact: &String| facts.contains(fact);
        match self {
            Self::Always(_) => true,
            Self::If { when, unless, .. } => (when.is_empty() || given(when)) && (unless.is_empty() || !given(unless)),
        }
    }
}

impl SceneRule {
    /// All its conditions.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let Self { characters, words, spelling, idioms, foreign, vocabulary, .. } = self;
        [characters, words, spelling, idioms, foreign, vocabulary].into_iter().flatten()
    }

    /// The bases of a group.
    #[must_use]
    pub fn group(&self, group: Group) -> &[Condition] {
        match group {
            Group::Characters => &self.characters,
            Group::Words => &self.words,
            Group::Spelling => &self.spelling,
            Group::Idioms => &self.idioms,
            Group::Foreign => &self.foreign,
            Group::Vocabulary => &self.vocabulary,
            Group::None => &[],
        }
    }
}

/// `exemptions.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExemptionFile {
    /// Exemptions.
    pub exemption: Vec<Exemption>,
}

/// A case in which the law lets a form stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// Id: `relic`.
    pub id: String,
    /// Title.
    pub title: Bilingual,
    /// What a list's 豁免 column may say.
    pub tags: Vec<String>,
    /// Basis id.
    pub basis: String,
    /// `national`, or the jurisdiction that has it.
    pub scope: String,
    /// What proves it.
    pub proof: Bilingual,
    /// Regular expressions: words beside a form which suggest that the fact may hold.
    #[serde(default)]
    pub hints: Vec<String>,
    /// Regular expressions: parts of a line that prove the ground by themselves for what lies within them.
    #[serde(default)]
    pub contexts: Vec<String>,
    /// Regular expressions: what a line says right before a form and so proves the ground (不承诺, 谨防).
    #[serde(default)]
    pub leads: Vec<String>,
    /// The only scenes in which it holds; empty: all.
    #[serde(default)]
    pub scenes: Vec<String>,
}

/// A jurisdiction's pack.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Title.
    pub title: Bilingual,
    /// Exemptions it adds.
    #[serde(default)]
    pub exempt: Vec<String>,
    /// Bases it adds for characters, by scene.
    #[serde(default)]
    pub characters: BTreeMap<String, Vec<Condition>>,
    /// Bases it adds for words, by scene.
    #[serde(default)]
    pub words: BTreeMap<String, Vec<Condition>>,
    /// Bases it adds for spelling, by scene.
    #[serde(default)]
    pub spelling: BTreeMap<String, Vec<Condition>>,
    /// Bases it adds for idioms, by scene.
    #[serde(default)]
    pub idioms: BTreeMap<String, Vec<Condition>>,
    /// Bases it adds for foreign writing, by scene.
    #[serde(default)]
    pub foreign: BTreeMap<String, Vec<Condition>>,
    /// Bases it adds for the choice of words, by scene.
    #[serde(default)]
    pub vocabulary: BTreeMap<String, Vec<Condition>>,
    /// Rules, by id, with which a local norm is at odds, and what to say then.
    #[serde(default)]
    pub conflict: BTreeMap<String, Bilingual>,
    /// A sentence for reports.
    #[serde(default)]
    pub note: Option<Bilingual>,
}

impl Pack {
    /// All its bases.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let Self { characters, words, spelling, idioms, foreign, vocabulary, .. } = self;
        [characters, words, spelling, idioms, foreign, vocabulary].into_iter().flat_map(BTreeMap::values).flatten()
    }

    /// What it adds for a group in a scene.
    #[must_use]
    pub fn group(&self, group: Group, scene: &str) -> &[Condition] {
        let added = match group {
            Group::Characters => &self.characters,
            Group::Words => &self.words,
            Group::Spelling => &self.spelling,
            Group::Idioms => &self.idioms,
            Group::Foreign => &self.foreign,
            Group::Vocabulary => &self.vocabulary,
            Group::None => return &[],
        };
        added.get(scene).map_or(&[], Vec::as_slice)
    }
}

/// A profile: which rules run.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// Title.
    pub title: Bilingual,
    /// Families, ids, names.
    pub select: Vec<String>,
    /// Families, ids, names left out.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// Rules with `default = false` that it turns on.
    #[serde(default)]
    pub opt_in: Vec<String>,
    /// Facts it states.
    #[serde(default)]
    pub facts: Vec<String>,
}
