//! Decisions: which candidates are reported, which are kept and why, and how serious each is.
//!
//! No rule knows of names, exemptions or other rules; all of that happens here, in this order:
//! guards, exemptions, grade, resolution.

mod exempt;
mod grade;
mod guard;
mod hint;
mod mention;
mod natural;
mod resolve;
mod spelling;

pub use exempt::{lifted, possible};
pub use grade::{Doubt, Graded};
pub use guard::{KeptWhy, Surroundings};

use crate::check::spelling::Verdict;
use crate::check::{Candidate, Sight};
use crate::document::Scene;
use crate::lexicon::Lexicon;
use crate::rule::{Plan, Registry};
use mention::Mentions;

/// A candidate that is not reported.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCandidate {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Rule, as an index into the registry; `None` for an allowed character, which no rule claims.
    pub rule: Option<usize>,
    /// Why.
    pub why: KeptWhy,
}

/// What is decided about one stretch of text.
#[derive(Debug, Default)]
pub struct Decision {
    /// To report, by position.
    pub reported: Vec<Graded>,
    /// Kept, by position.
    pub kept: Vec<KeptCandidate>,
    /// Rules, and words that they ask about at their first mention only.
    pub mentioned: Vec<(usize, String)>,
}

impl Decision {
    /// Adds findings about whole names; what they cover stays reported, so they are not resolved.
    pub fn add(&mut self, notices: impl IntoIterator<Item = Graded>) {
        let before = self.reported.len();
        self.reported.extend(notices);
        if self.reported.len() > before {
            self.reported.sort_by_key(|g| g.start);
        }
    }
}

/// What deciding needs to know besides the text.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// Dictionaries.
    pub lexicon: &'a Lexicon,
    /// Rules.
    pub registry: &'a Registry,
    /// Plan of the run.
    pub plan: &'a Plan,
    /// Scene of this stretch.
    pub scene: Scene,
    /// Exemption tags stated for it (a list row's 豁免 column).
    pub exemptions: &'a str,
    /// Whether it belongs to the traditional version of a page.
    pub traditional: bool,
    /// Whether it is an entry of a list, and not a text or what a row says stands on a sign.
    pub list: bool,
}

/// Decides about the candidates of `sight` that start in `from..to` of `text`, and about the spellings found there.
#[must_use]
pub fn decide(text: &str, from: usize, to: usize, sight: &Sight, spellings: &[Verdict], case: Case) -> Decision {
    let runs = &case.plan.scene(case.scene, case.list).runs;
    let surroundings = Surroundings { text, from, to, contexts: &sight.contexts, case };
    let tags = exempt::stated(case);
    let mut decision = Decision::default();
    let mut mentions = Mentions::default();
    let first = sight.candidates.partition_point(|c| (c.start as usize) < from);
    for candidate in sight.candidates[first..].iter().take_while(|c| (c.start as usize) < to) {
        let block = &case.registry.matchers()[usize::from(candidate.matcher)].block;
        let rule = block.rule;
        if !runs[rule] || !asked(rule, &tags, case) || !surroundings.suit(candidate) {
            continue;
        }
        // A protected name is told of, an accident is not.
        if guard::context(candidate, &surroundings).is_none() && natural::is_accident(candidate, &surroundings) {
            continue;
        }
        if block.first && !mentions.asks(candidate, rule, &surroundings) {
            continue;
        }
        let why = guard::keep(candidate, &surroundings)
            .or_else(|| exempt::keep(rule, &tags, case))
            .or_else(|| exempt::shown(candidate, rule, &surroundings));
        match why {
            Some(why) => decision.kept.push(kept(candidate, Some(rule), why)),
            None => {
                let mut graded = grade::grade(candidate, rule, text, case);
                if !block.within_name.is_empty() && surroundings.name_of(candidate).is_none_or(|n| !n.kind.is_bound()) {
                    graded.sink(Doubt::Analogy);
                }
                if block.weigh && natural::is_doubtful(candidate, &surroundings) {
                    graded.sink(Doubt::Context);
                }
                decision.reported.push(hint::weigh(graded, &surroundings));
            }
        }
    }
    for verdict in spellings {
        match spelling::decide(verdict, &surroundings, &tags) {
            Some(Ok(graded)) => decision.reported.push(graded),
            Some(Err(kept)) => decision.kept.push(kept),
            None => {}
        }
    }
    decision.mentioned = mentions.into_words();
    resolve::resolve(&mut decision);
    let first = sight.allowed.partition_point(|a| (a.start as usize) < from);
    for allowed in sight.allowed[first..].iter().take_while(|a| (a.start as usize) < to) {
        let end = allowed.start as usize + allowed.char.len_utf8();
        let start = allowed.start as usize;
        let reported = decision.reported.iter().any(|r| r.start < end && start < r.end);
        if !reported && let Some(why) = guard::legitimate(allowed.char, case.lexicon) {
            decision.kept.push(KeptCandidate { start, end, rule: None, why });
        }
    }
    decision.kept.sort_by_key(|k| (k.start, k.end, k.rule));
    // A character and a word that narrows to it are one candidate to a reader.
    decision.kept.dedup_by(|b, a| (a.start, a.end, a.rule) == (b.start, b.end, b.rule));
    decision
}

/// Whether a rule is asked at all: not about the forms of a traditional version, and of those that look at exempted
/// texts only where one is at hand.
fn asked(rule: usize, stated: &[usize], case: Case) -> bool {
    let rule = &case.registry.rules()[rule];
    let is_exempt = case.traditional || !stated.is_empty();
    (is_exempt || !rule.exempted) && (!case.traditional || rule.exempt.is_empty())
}

fn kept(candidate: &Candidate, rule: Option<usize>, why: KeptWhy) -> KeptCandidate {
    KeptCandidate { start: candidate.start as usize, end: candidate.end as usize, rule, why }
}
