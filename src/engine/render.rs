//! From decisions to records: messages, bases, fingerprints.

use super::Checker;
use super::words;
use crate::data::shape::{Bilingual, Certainty, Match, Native, Safety};
use crate::decide::{self, Graded, KeptCandidate, KeptWhy};
use crate::document::Scene;
use crate::i18n::Lang;
use crate::record::{Basis, Confidence, Finding, FixSafety, Kept, Place, SCHEMA, Severity};
use crate::rule::{Level, RuleBasis, ScenePlan};
use std::sync::{Arc, OnceLock};

/// The bases of every rule as records, made once for each scene that occurs.
#[derive(Debug, Default)]
pub struct Bases([[OnceLock<ByRule>; Scene::ALL.len()]; 2]);

/// By rule: its bases.
type ByRule = Vec<Arc<[Basis]>>;

impl Bases {
    fn get(&self, plan: &ScenePlan, scene: Scene, list: bool, lang: Lang) -> &[Arc<[Basis]>] {
        let of_rule = |bases: &Arc<[RuleBasis]>| bases.iter().map(|b| basis(b, lang)).collect();
        self.0[usize::from(list)][scene as usize].get_or_init(|| plan.bases.iter().map(of_rule).collect())
    }
}

/// Renders in one scene.
#[derive(Debug, Clone, Copy)]
pub struct Renderer<'a> {
    /// The checker.
    pub checker: &'a Checker,
    /// The scene.
    pub scene: Scene,
    /// Whether the text is a row of a list.
    pub list: bool,
    /// Exemptions that the row states.
    pub exemptions: &'a str,
}

impl Bilingual {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Notice => Self::Notice,
            Level::Advice => Self::Advice,
            Level::Suspected => Self::Suspected,
            Level::Violation => Self::Violation,
        }
    }
}

impl Graded {
    /// A computed notice about a whole name.
    #[must_use]
    pub fn notice(start: usize, end: usize, rule: usize) -> Self {
        Self {
            start,
            end,
            rule,
            level: Level::Notice,
            confidence: Certainty::High,
            suggestions: Vec::new(),
            fix: Safety::None,
            note: String::new(),
            parts: Vec::new(),
            changes: Vec::new(),
            doubt: None,
            word: false,
            derived: false,
            matcher: None,
        }
    }
}

impl Renderer<'_> {
    /// The record of a finding; position and context are the caller's.
    #[must_use]
    pub fn finding(&self, text: &str, found: &Graded, mut place: Place) -> Finding {
        let rule = &self.checker.registry.rules()[found.rule];
        let plan = self.checker.plan.scene(self.scene, self.list);
        let lang = self.checker.lang;
        let hit = text.get(found.start..found.end).unwrap_or_default();
        self.extent(&mut place, hit);
        let (before, after) = sides(text, found.start, found.end);
        let (template, told) = (rule.message.get(lang), self.told(found));
        let said = template.contains("{note}").then_some(told.as_str());
        let part = [place.sheet.as_deref().unwrap_or(""), place.field.as_deref().unwrap_or("")].join("/");
        Finding {
            schema: SCHEMA,
            fingerprint: fingerprint(&[&rule.id, before, hit, after, &part]),
            place,
            rule: rule.id.clone(),
            name: rule.name.clone(),
            severity: found.level.into(),
            confidence: match found.confidence {
                Certainty::High => Confidence::High,
                Certainty::Medium => Confidence::Medium,
                Certainty::Low => Confidence::Low,
            },
            text: hit.to_owned(),
            fix: match found.fix {
                Safety::Safe => FixSafety::Safe,
                Safety::Unsafe => FixSafety::Unsafe,
                Safety::None => FixSafety::None,
            },
            message: message(template, hit, &found.suggestions, &told, lang),
            note: self.note(found, plan.unbound[found.rule], said),
            basis: self.checker.bases.get(plan, self.scene, self.list, lang)[found.rule].clone(),
            suggestions: found.suggestions.clone(),
            ..Finding::default()
        }
    }

    /// The record of a kept candidate; position and context are the caller's.
    #[must_use]
    pub fn kept(&self, text: &str, kept: &KeptCandidate, mut place: Place) -> Kept {
        let lang = self.checker.lang;
        let outside = self.checker.registry.native(Native::OutsideTable);
        let outside = outside.map(|m| self.checker.registry.matchers()[usize::from(m)].block.rule);
        let rule = kept.rule.or(outside).and_then(|n| self.checker.registry.rules().get(n));
        let hit = text.get(kept.start..kept.end).unwrap_or_default();
        self.extent(&mut place, hit);
        let exemption = match &kept.why {
            KeptWhy::Exemption(n) | KeptWhy::Shown(n) => self.checker.plan.exemptions.get(*n),
            _ => None,
        };
        let (why, reason) = words::kept(&kept.why, exemption.map(|(e, _)| e), lang);
        Kept {
            place,
            rule: rule.map(|r| r.id.clone()).unwrap_or_default(),
            name: rule.map(|r| r.name.clone()).unwrap_or_default(),
            text: hit.to_owned(),
            why: why.to_owned(),
            reason,
            basis: exemption.map_or_else(Vec::new, |(_, bases)| bases.iter().map(|b| basis(b, lang)).collect()),
            context: String::new(),
        }
    }

    fn extent(&self, place: &mut Place, hit: &str) {
        place.scene = self.scene.as_str().to_owned();
        place.length = hit.chars().count() as u64;
        place.byte_end = hit.len() as u64; // the emitter adds the start
    }

    fn block(&self, found: &Graded) -> Option<&Match> {
        let matcher = found.matcher.and_then(|m| self.checker.registry.matchers().get(usize::from(m)));
        matcher.map(|m| &m.block)
    }

    /// What stands for `{note}` in the message.
    fn told(&self, found: &Graded) -> String {
        let lang = self.checker.lang;
        // Why somebody writes it so, of a wrong form that a match block holds.
        let cause = self.block(found).map_or("", |block| block.cause.get(lang));
        match (found.parts.as_slice(), found.changes.as_slice()) {
            ([], []) if !cause.is_empty() => cause.to_owned(),
            // The sentence needs its word, if need be in Chinese.
            ([], []) => self.row_note(found).unwrap_or(&found.note).to_owned(),
            ([], changes) => words::changes(changes, lang),
            (parts, _) => words::parts(parts, lang),
        }
    }

    /// The note of the row found, where it can be said in the reader's language. A user's own words stand as they are,
    /// and what was computed is in that language.
    fn row_note<'f>(&self, found: &'f Graded) -> Option<&'f str> {
        match self.block(found) {
            Some(block) if block.function != Some(Native::UserTerm) => words::note(&found.note, self.checker.lang),
            _ => Some(&found.note),
        }
    }

    /// What the message does not say.
    fn note(&self, found: &Graded, unbound: bool, said: Option<&str>) -> String {
        let row = self.row_note(found).filter(|note| !note.is_empty() && Some(*note) != said);
        let mut parts: Vec<&str> = row.into_iter().collect();
        let stated;
        if !self.exemptions.trim().is_empty() {
            stated = words::NOT_EXEMPT.get(self.checker.lang).replace("{stated}", self.exemptions.trim());
            parts.push(&stated);
        }
        let settle = self.settle(found).unwrap_or_default();
        if let Some(doubt) = found.doubt {
            parts.push(words::doubt(doubt).get(self.checker.lang));
        }
        if let Some(conflict) = &self.checker.plan.conflicts[found.rule] {
            parts.push(conflict.get(self.checker.lang));
        }
        if unbound {
            parts.push(words::UNBOUND.get(self.checker.lang));
        }
        if !settle.is_empty() {
            parts.push(&settle);
        }
        parts.join(match self.checker.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        })
    }

    /// Which facts would lift the finding, where none has been stated.
    fn settle(&self, found: &Graded) -> Option<String> {
        let lang = self.checker.lang;
        let case = self.checker.case(self.scene, self.exemptions, self.list);
        let tag = |n: usize| {
            let tags = &self.checker.plan.exemptions[n].0.tags;
            match lang {
                Lang::Zh => tags.first(),
                Lang::En => tags.last(),
            }
        };
        let asks = found.level >= Level::Suspected && self.exemptions.trim().is_empty();
        let tags: Vec<&str> =
            decide::possible(found.rule, case).filter(|_| asks).filter_map(tag).map(String::as_str).collect();
        let joined = tags.join(if lang == Lang::Zh { "、" } else { ", " });
        (!tags.is_empty()).then(|| words::SETTLE.get(lang).replace("{facts}", &joined))
    }
}

fn message(template: &str, hit: &str, suggestions: &[String], note: &str, lang: Lang) -> String {
    let joined = match lang {
        Lang::Zh => suggestions.join("”或“"),
        Lang::En => suggestions.join("” or “"),
    };
    let shown: String = match hit.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", hit.get(..end).unwrap_or_default()),
        None => hit.to_owned(),
    };
    template.replace("{hit}", &shown).replace("{fix}", &joined).replace("{note}", note)
}

/// A basis as reports name it.
#[must_use]
pub fn basis(b: &RuleBasis, lang: Lang) -> Basis {
    Basis {
        id: b.basis.id.clone(),
        title: b.basis.title.get(lang).to_owned(),
        article: b.edition.article.clone(),
        obligation: b.basis.obligation.as_str().to_owned(),
        verified: b.edition.verified,
        from: b.edition.from.clone(),
    }
}

/// Eight scalar values on each side, within the line: enough to know the place again, and no line number.
fn sides(text: &str, start: usize, end: usize) -> (&str, &str) {
    let before = text.get(..start).unwrap_or_default();
    let cut = before.char_indices().rev().take_while(|(_, c)| *c != '\n').take(8).last();
    let before = before.get(cut.map_or(before.len(), |(at, _)| at)..).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let cut = after.char_indices().take_while(|(_, c)| *c != '\n').take(8).last();
    let after = after.get(..cut.map_or(0, |(at, c)| at + c.len_utf8())).unwrap_or_default();
    (before, after)
}

fn fingerprint(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex().as_str().chars().take(16).collect()
}
