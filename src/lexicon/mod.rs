//! What the checker looks things up in: characters, terms, surnames, word borders; ours and the user's in one.

mod segment;
mod user;
mod weigh;

pub use jieba_rs::Tag;
pub use user::{UserDictionary, UserError, UserTerm, UserTerms};
pub use weigh::Weighed;

use crate::data::chars::{CharTable, HAN};
use crate::data::confusions::ConfusionIndex;
use crate::data::extend::Extension;
use crate::data::idioms::IdiomIndex;
use crate::data::pairs::{AnchorFilter, Anchored, PairFilter};
use crate::data::terms::{Frequency, Meaning, Term, TermIndex, TermRef};
use crate::data::weights::Weights;
use jieba_rs::Jieba;
use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;
use std::sync::OnceLock;

const CHARS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/chars.bin"));
const TERMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/terms.bin"));
const CONFUSIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/confusions.bin"));
const PAIRS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pairs.bin"));
const ANCHORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/anchors.bin"));
const FREQUENCY: &str = include_str!(concat!(env!("OUT_DIR"), "/frequency.txt"));
const COMMON_PAIRS: &str = include_str!(concat!(env!("OUT_DIR"), "/common-pairs.txt"));
const SEGMENTATION: &str = include_str!(concat!(env!("OUT_DIR"), "/segmentation.txt"));
const IDIOMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/idioms.bin"));
const WEIGHTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.bin"));
const SIGN_CONFUSIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sign-confusions.bin"));
const COMMON_SURNAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names-common-surnames.txt"));
const SURNAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names-surnames.txt"));

/// A wrong form, by the index that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongForm {
    /// Of the index for every text.
    Text(u32),
    /// Of the index for signs.
    Sign(u32),
}

/// Immutable after loading; the two lazy members only ever hold the same value.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Characters.
    pub chars: CharTable,
    /// Terms.
    pub terms: TermIndex,
    /// Right words and their wrong forms.
    pub confusions: ConfusionIndex,
    /// The same where only signs, labels and slogans are looked at: forms that running text meets by chance.
    pub sign_confusions: ConfusionIndex,
    /// Words and how often they were counted.
    weights: Weights,
    /// The pairs of characters at which terms and wrong forms are anchored, but for those of signs.
    pub pairs: PairFilter,
    /// The same with what stands beside the pairs.
    pub anchors: AnchorFilter,
    /// Idioms and sayings.
    pub idioms: IdiomIndex,
    /// Users' single characters, which the term index cannot hold.
    pub single: BTreeMap<char, UserTerm>,
    /// Users' names and how they are read.
    own: BTreeMap<String, String>,
    surnames: OnceLock<HashSet<&'static str>>,
    common_surnames: OnceLock<HashSet<char>>,
    segmenter: OnceLock<Jieba>,
}

impl Lexicon {
    /// The dictionaries that the binary carries.
    ///
    /// An index that cannot be read would be a broken build; the tests load it, so it is not an error here.
    #[must_use]
    pub fn builtin() -> Self {
        Self {
            chars: CharTable::from_bytes(CHARS).unwrap_or_default(),
            terms: TermIndex::from_bytes(TERMS).unwrap_or_default(),
            confusions: ConfusionIndex::from_bytes(CONFUSIONS).unwrap_or_default(),
            sign_confusions: ConfusionIndex::from_bytes(SIGN_CONFUSIONS).unwrap_or_default(),
            weights: Weights::from_bytes(WEIGHTS).unwrap_or_default(),
            pairs: PairFilter::from_bytes(PAIRS).unwrap_or_default(),
            anchors: AnchorFilter::from_bytes(ANCHORS),
            idioms: IdiomIndex::from_bytes(IDIOMS).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The built-in dictionaries with the user's on top: *forbid* beats *allow* beats built-in.
    #[must_use]
    pub fn with_user(user: &UserTerms) -> Self {
        Self::with(user, &[])
    }

    /// The same with what users' own rules look for.
    #[must_use]
    pub fn with(user: &UserTerms, own: &[Extension]) -> Self {
        let mut lexicon = Self::builtin();
        if user.is_empty() && own.is_empty() {
            return lexicon;
        }
        let mut terms: Vec<Term> = lexicon.terms.terms().map(TermRef::to_term).collect();
        for own in own {
            lexicon.chars.extend(&own.chars);
            terms.extend(own.terms.iter().cloned());
        }
        for entry in user.terms() {
            if entry.dictionary == UserDictionary::Names && !entry.right.is_empty() {
                lexicon.own.insert(entry.term.clone(), entry.right.clone());
            }
            let mut chars = entry.term.chars();
            if let (Some(only), None) = (chars.next(), chars.next()) {
                lexicon.chars.attend(only);
                lexicon.single.insert(only, entry.clone());
                continue;
            }
            terms.push(Term {
                text: entry.term.clone().into(),
                meaning: match entry.dictionary {
                    UserDictionary::Allow => Meaning::Allow,
                    UserDictionary::Forbid => Meaning::Forbid,
                    UserDictionary::Names => Meaning::Protect,
                },
                target: if entry.dictionary == UserDictionary::Forbid { entry.right.clone().into() } else { "".into() },
                note: entry.note.clone().into(),
            });
        }
        lexicon.terms = TermIndex::build(terms, &frequency());
        for anchor in lexicon.terms.anchors() {
            lexicon.pairs.add(anchor.pair, &lexicon.chars);
            lexicon.anchors.add(Anchored::Term, anchor);
        }
        lexicon
    }

    /// Whether a text is a surname, in standard characters.
    #[must_use]
    pub fn is_surname(&self, text: &str) -> bool {
        self.surnames.get_or_init(|| SURNAMES.lines().filter_map(|row| row.split('\t').next()).collect()).contains(text)
    }

    /// The standard form of a character where there is one answer, else the character itself.
    #[must_use]
    pub fn standard_of(&self, char: char) -> char {
        let mut answers = self.chars.entries(char).iter().flat_map(|e| e.target.chars());
        match (self.chars.number(char), answers.next()) {
            (None, Some(standard)) => standard,
            _ => char,
        }
    }

    /// Whether a word ends or starts inside `start..end` of `text` while reaching out of it, so that the
    /// string only looks like a word (法定|婚龄 is no 定婚).
    #[must_use]
    pub fn crosses_word(&self, text: &str, start: usize, end: usize) -> bool {
        segment::crosses_word(self.segmenter(), text, start, end)
    }

    /// The index that holds a wrong form, and its number there.
    #[must_use]
    pub fn index_of(&self, form: WrongForm) -> (&ConfusionIndex, u32) {
        match form {
            WrongForm::Text(n) => (&self.confusions, n),
            WrongForm::Sign(n) => (&self.sign_confusions, n),
        }
    }

    /// The right word of a wrong form.
    #[must_use]
    pub fn right_word(&self, form: WrongForm) -> &str {
        let (index, n) = self.index_of(form);
        index.right(n)
    }

    /// Whether the ends of `start..end` clearly make words with the characters around it, so that it is no slip for `right`.
    #[must_use]
    pub fn meets(&self, text: &str, start: usize, end: usize, right: &str) -> bool {
        weigh::meets(&self.weights, text, start, end, right)
    }

    /// Weighs `start..end` of `text` against the word that it should be; `None` where there is nothing to weigh.
    #[must_use]
    pub fn weigh(&self, text: &str, start: usize, end: usize, right: &str) -> Option<Weighed> {
        weigh::weigh(&self.weights, text, start, end, right, |c| self.chars.class(c as u32) & HAN != 0)
    }

    /// Whether a character is one of the surnames that people meet every day.
    #[must_use]
    pub fn is_common_surname(&self, char: char) -> bool {
        self.common_surnames
            .get_or_init(|| COMMON_SURNAMES.lines().filter_map(|row| row.chars().next()).collect())
            .contains(&char)
    }

    /// The words of a text, with their parts of speech.
    #[must_use]
    pub fn words<'t>(&'t self, text: &'t str) -> Vec<Tag<'t>> {
        self.segmenter().tag(text, false)
    }

    /// Whether the segmenter knows a text as one word.
    #[must_use]
    pub fn is_word(&self, text: &str) -> bool {
        self.segmenter().has_word(text)
    }

    /// How often a word stands in the text that word borders are judged by; 0 where it is not known as a word.
    #[must_use]
    pub fn count(&self, word: &str) -> u32 {
        self.weights.count(word)
    }

    fn segmenter(&self) -> &Jieba {
        self.segmenter.get_or_init(|| segment::load(SEGMENTATION))
    }

    /// The user's own reading of the longest name at the start of a text: the name's length in bytes, and the reading.
    #[must_use]
    pub fn own_reading(&self, text: &str) -> Option<(usize, &str)> {
        let first = text.chars().next().filter(|_| !self.own.is_empty())?;
        // Names of one first character stand together in the map, and few share it.
        let mut from = [0; 4];
        let names = self.own.range::<str, _>((Bound::Included(&*first.encode_utf8(&mut from)), Bound::Unbounded));
        let near = names.take_while(|(name, _)| name.starts_with(first));
        let found = near
            .filter(|(name, _)| text.starts_with(name.as_str()))
            .map(|(name, reading)| (name.len(), reading.as_str()));
        found.max_by_key(|(length, _)| *length)
    }
}

fn frequency() -> Frequency {
    let rows = FREQUENCY.split(' ').filter_map(|item| {
        let char = item.chars().next()?;
        Some((char, item.get(char.len_utf8()..)?.parse().ok()?))
    });
    Frequency::new(rows, COMMON_PAIRS)
}
