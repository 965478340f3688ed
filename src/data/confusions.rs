//! The index of wrong forms: right words with one character, or two side by side, written as others.
//!
//! There are hundreds of thousands of them, so none is spelt out: a wrong form is eight bytes that say which right word it
//! stands for and what is replaced. They are read in place from the binary, so that they cost nothing at start-up.

use super::chars::{Reader, Writer};
use super::pairs::{Anchor, hash, pair};
use super::terms::{Meaning, Term};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

const BUCKET_BITS: u32 = 18;
const BUCKETS: usize = 1 << BUCKET_BITS;
/// Characters a right word may have.
const LONGEST: usize = 16;
/// Right words the index can number.
const MOST_WORDS: usize = 1 << 20;
/// Match blocks that may share the index.
const MOST_MATCHERS: usize = 1 << 4;

/// How often two characters stand side by side in ordinary text: what makes one pair a better anchor than another.
#[derive(Debug, Clone, Default)]
pub struct PairOdds {
    /// Within words.
    inside: BTreeMap<(char, char), f64>,
    /// Words by their last and by their first character.
    ends: BTreeMap<char, f64>,
    starts: BTreeMap<char, f64>,
    total: f64,
}

impl PairOdds {
    /// From words and their counts.
    #[must_use]
    pub fn new<'w>(words: impl Iterator<Item = (&'w str, f64)>) -> Self {
        let mut odds = Self::default();
        for (word, count) in words {
            for pair in word.chars().zip(word.chars().skip(1)) {
                *odds.inside.entry(pair).or_default() += count;
            }
            *odds.starts.entry(word.chars().next().unwrap_or_default()).or_default() += count;
            *odds.ends.entry(word.chars().next_back().unwrap_or_default()).or_default() += count;
            odds.total += count;
        }
        odds
    }

    /// Times that a pair is to be expected in as much text as was counted.
    fn of(&self, a: char, b: char) -> f64 {
        let of = |map: &BTreeMap<char, f64>, c: char| map.get(&c).copied().unwrap_or(1.0);
        let across = of(&self.ends, a) * of(&self.starts, b) / self.total.max(1.0);
        across + self.inside.get(&(a, b)).copied().unwrap_or_default()
    }
}

/// Collects wrong forms.
#[derive(Debug, Default)]
pub struct ConfusionBuilder {
    words: Vec<String>,
    matchers: Vec<u16>,
    forms: Vec<Form>,
    /// What has been added: a form stands for a word once, whatever the cause.
    seen: BTreeSet<(u32, u64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Form {
    word: u32,
    at: u8,
    anchor: u8,
    /// What replaces the character at `at`, and the next one or 0.
    wrong: [u16; 2],
    matcher: u8,
}

impl Form {
    fn pack(self) -> u64 {
        u64::from(self.word)
            | u64::from(self.at) << 20
            | u64::from(self.anchor) << 24
            | u64::from(self.wrong[0]) << 28
            | u64::from(self.wrong[1]) << 44
            | u64::from(self.matcher) << 60
    }

    fn unpack(v: u64) -> Self {
        Self {
            word: (v & 0xF_FFFF) as u32,
            at: (v >> 20 & 15) as u8,
            anchor: (v >> 24 & 15) as u8,
            wrong: [(v >> 28) as u16, (v >> 44) as u16],
            matcher: (v >> 60) as u8,
        }
    }

    /// What replaces the `n`-th character; 0: nothing.
    fn wrong(self, n: usize) -> u16 {
        match n.checked_sub(usize::from(self.at)) {
            Some(n @ 0..=1) => self.wrong[n],
            _ => 0,
        }
    }

    /// Whether the `n`-th character is one that the right word has, or else replaced by this one.
    fn replaces(self, n: u8, char: char) -> bool {
        let wrong = self.wrong(usize::from(n));
        wrong == 0 || u32::from(wrong) == char as u32
    }

    /// The characters of the wrong form of a right word.
    fn chars(self, right: &str) -> impl Iterator<Item = char> {
        right.chars().enumerate().map(move |(n, char)| match self.wrong(n) {
            0 => char,
            wrong => char::from_u32(u32::from(wrong)).unwrap_or(char),
        })
    }
}

/// Why a wrong form cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is not the right word with one character replaced, or two side by side.
    NotAReplacement,
    /// The word is too long, or a replacement is no character of the basic plane.
    OutOfRange,
}

impl ConfusionBuilder {
    /// Starts on a right word; its number goes to [`Self::add`].
    pub fn word(&mut self, right: &str) -> u32 {
        self.words.push(right.to_owned());
        self.words.len() as u32 - 1
    }

    /// Adds a wrong form of a word for a match block. Words added first are suggested first.
    ///
    /// # Errors
    /// A form that the index cannot hold.
    pub fn add(&mut self, word: u32, wrong: &str, matcher: u16, odds: &PairOdds) -> Result<(), Refused> {
        let right = self.words.get(word as usize).ok_or(Refused::OutOfRange)?;
        let wrong_chars: Vec<char> = wrong.chars().collect();
        if right.chars().count() != wrong_chars.len() {
            return Err(Refused::NotAReplacement);
        }
        let differ = |(_, (a, b)): &(usize, (char, &char))| a != *b;
        let changed: Vec<usize> = right.chars().zip(&wrong_chars).enumerate().filter(differ).map(|(n, _)| n).collect();
        let at = match *changed.as_slice() {
            [at] => at,
            [at, next] if next == at + 1 => at,
            _ => return Err(Refused::NotAReplacement),
        };
        let number = self.matchers.iter().position(|m| *m == matcher).unwrap_or_else(|| {
            self.matchers.push(matcher);
            self.matchers.len() - 1
        });
        let narrow = |n: usize| wrong_chars.get(n).and_then(|c| u16::try_from(*c as u32).ok());
        let (Some(first), Some(second)) = (narrow(at), if changed.len() > 1 { narrow(at + 1) } else { Some(0) }) else {
            return Err(Refused::OutOfRange);
        };
        if wrong_chars.len() > LONGEST || self.words.len() > MOST_WORDS || number >= MOST_MATCHERS {
            return Err(Refused::OutOfRange);
        }
        let pairs = wrong_chars.windows(2).enumerate();
        let rarer = |a: &[char], b: &[char]| odds.of(a[0], a[1]).total_cmp(&odds.of(b[0], b[1]));
        let Some((anchor, _)) = pairs.min_by(|(_, a), (_, b)| rarer(a, b)) else {
            return Err(Refused::OutOfRange);
        };
        let form = Form { word, at: at as u8, anchor: anchor as u8, wrong: [first, second], matcher: number as u8 };
        if self.seen.insert((word, Form { matcher: 0, ..form }.pack())) {
            self.forms.push(form);
        }
        Ok(())
    }

    /// The forms as terms, for where they are few.
    pub fn terms(&self) -> impl Iterator<Item = Term> {
        self.forms.iter().filter_map(|form| {
            let right = self.words.get(form.word as usize)?;
            Some(Term {
                text: form.chars(right).collect::<String>().into(),
                meaning: Meaning::Hit(*self.matchers.get(usize::from(form.matcher))?),
                target: right.clone().into(),
                note: "".into(),
            })
        })
    }

    /// The index.
    #[must_use]
    pub fn build(self) -> ConfusionIndex {
        let bucket = |form: &Form| {
            let right = self.words.get(form.word as usize).map_or("", String::as_str);
            let mut chars = form.chars(right).skip(usize::from(form.anchor));
            bucket(chars.next().map_or(0, u32::from), chars.next().map_or(0, u32::from))
        };
        let mut forms: Vec<(usize, Form)> = self.forms.iter().map(|form| (bucket(form), *form)).collect();
        forms.sort_by_key(|(bucket, _)| *bucket);
        let (mut buckets, mut records) = (Writer::default(), Writer::default());
        for n in 0..=BUCKETS {
            buckets.u32(forms.partition_point(|(bucket, _)| *bucket < n) as u32);
        }
        forms.iter().for_each(|(_, form)| records.0.extend(form.pack().to_le_bytes()));
        let (mut text, mut starts) = (String::new(), Writer::default());
        for word in &self.words {
            starts.u32(text.len() as u32);
            text.push_str(word);
        }
        starts.u32(text.len() as u32);
        ConfusionIndex {
            buckets: buckets.0.into(),
            records: records.0.into(),
            starts: starts.0.into(),
            text: text.into_bytes().into(),
            matchers: self.matchers,
        }
    }
}

fn bucket(a: u32, b: u32) -> usize {
    (hash(pair(a, b)) >> (64 - BUCKET_BITS)) as usize
}

/// The index.
#[derive(Debug, Clone, Default)]
pub struct ConfusionIndex {
    /// By bucket: its first record, four bytes each.
    buckets: Cow<'static, [u8]>,
    /// Packed forms, eight bytes each.
    records: Cow<'static, [u8]>,
    /// By right word: where it starts in `text`, four bytes each.
    starts: Cow<'static, [u8]>,
    text: Cow<'static, [u8]>,
    matchers: Vec<u16>,
}

impl ConfusionIndex {
    /// Number of wrong forms.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len() / 8
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Adds the wrong forms that stand in `text` with their anchor pair at one of `pairs`: `(start, form)`.
    ///
    /// The index is larger than the caches, so the pairs are looked up in batches, step by step: what one step reads
    /// depends on nothing else of the step, and many places of memory are waited for at once.
    pub fn find(&self, text: &str, pairs: impl Iterator<Item = (u32, char, char)>, found: &mut Vec<(u32, u32)>) {
        const BATCH: usize = 128;
        let (mut batch, mut records) = (Vec::with_capacity(BATCH), Vec::with_capacity(2 * BATCH));
        let mut pairs = pairs.peekable();
        while pairs.peek().is_some() {
            batch.extend(pairs.by_ref().take(BATCH).map(|pair| (pair, self.bucket(pair.1, pair.2))));
            for (pair, bucket) in batch.drain(..) {
                records.extend(bucket.filter_map(|record| Some((pair, record, self.packed(record)?))));
            }
            for ((at, a, b), record, packed) in records.drain(..) {
                let form = Form::unpack(packed);
                // Most forms of a bucket belong to another pair; the replaced character alone tells.
                if form.replaces(form.anchor, a) && form.replaces(form.anchor + 1, b) {
                    found.extend(self.stands(text, at as usize, form).map(|start| (start as u32, record)));
                }
            }
        }
    }

    /// The records that a pair may have.
    fn bucket(&self, a: char, b: char) -> Range<u32> {
        let bucket = bucket(a as u32, b as u32);
        let bound = |n: usize| number(&self.buckets, n).unwrap_or_default();
        bound(bucket)..bound(bucket + 1)
    }

    /// Where a form starts if it stands in the text with its anchor pair at byte `at`.
    fn stands(&self, text: &str, at: usize, form: Form) -> Option<usize> {
        let right = self.word(form.word)?;
        let before: usize = form.chars(right).take(usize::from(form.anchor)).map(char::len_utf8).sum();
        let start = at.checked_sub(before)?;
        let mut stands = text.get(start..)?.chars();
        form.chars(right).all(|char| stands.next() == Some(char)).then_some(start)
    }

    /// The right word of a form.
    #[must_use]
    pub fn right(&self, form: u32) -> &str {
        self.form(form).and_then(|form| self.word(form.word)).unwrap_or_default()
    }

    /// Bytes of the wrong form itself.
    #[must_use]
    pub fn length(&self, form: u32) -> usize {
        let Some(form) = self.form(form) else { return 0 };
        form.chars(self.word(form.word).unwrap_or_default()).map(char::len_utf8).sum()
    }

    /// The match block that holds a form.
    #[must_use]
    pub fn matcher(&self, form: u32) -> Option<u16> {
        self.matchers.get(usize::from(self.form(form)?.matcher)).copied()
    }

    /// Where the forms are anchored.
    pub fn anchors(&self) -> impl Iterator<Item = Anchor> {
        (0..self.len() as u32).filter_map(|n| {
            let form = self.form(n)?;
            Anchor::of(form.chars(self.word(form.word)?), usize::from(form.anchor))
        })
    }

    fn form(&self, n: u32) -> Option<Form> {
        self.packed(n).map(Form::unpack)
    }

    fn packed(&self, n: u32) -> Option<u64> {
        let (bytes, _) = self.records.get(n as usize * 8..)?.split_first_chunk()?;
        Some(u64::from_le_bytes(*bytes))
    }

    fn word(&self, n: u32) -> Option<&str> {
        let start = number(&self.starts, n as usize)?;
        let end = number(&self.starts, n as usize + 1)?;
        std::str::from_utf8(self.text.get(start as usize..end as usize)?).ok()
    }

    /// The index as bytes, the same for the same input.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.list(&self.matchers, |w, m| w.u16(*m));
        for part in [&self.buckets, &self.records, &self.starts] {
            w.bytes(part);
        }
        w.bytes(&self.text);
        w.0
    }

    /// The index from [`ConfusionIndex::to_bytes`]; `None` if the bytes are not such an index.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        Some(Self {
            matchers: r.list(Reader::u16)?,
            buckets: r.bytes()?.into(),
            records: r.bytes()?.into(),
            starts: r.bytes()?.into(),
            text: r.bytes()?.into(),
        })
    }
}

fn number(bytes: &[u8], n: usize) -> Option<u32> {
    let (bytes, _) = bytes.get(n * 4..)?.split_first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}
