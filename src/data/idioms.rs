//! Idioms and sayings by their sound: what a stretch of characters may be an altered form of.
//!
//! Read where it lies in the binary, so that a run that never asks pays nothing, and one that asks once pays little.

mod compile;

pub use compile::compile;

use super::chars::Reader;

/// Characters whose sounds find an entry; the rest is compared.
const HEAD: usize = 4;

/// Most characters of an entry: what is longer is text.
const LONGEST: usize = 32;

/// Fewest characters of an entry that is known by either half of it.
pub const LINE: usize = 5;

/// Look-alikes of a character of a verse, the likeliest first, that count.
const MOST_ALIKE: usize = 8;

/// Bits of the filter of idioms with a gap, as a power of two.
const FILTER: u32 = 20;

/// Bits of the filters of first and last characters, of idioms and of sayings, as a power of two: so that one place in ten
/// passes, and not more of the cache is taken than that needs.
const ENDS: [u32; 2] = [19, 17];

/// Bits of the filter of heads, as a power of two.
const HEARD: u32 = 19;

/// Bits of the filter of halves, as a power of two.
const HALF: u32 = 20;

/// Most sounds of a character that are tried.
pub const MOST_SOUNDS: usize = 4;

/// How well known an entry is, the best known first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A common idiom.
    Common,
    /// A saying, a slogan.
    Saying,
    /// A line of verse or of the classics, which nobody has reason to put otherwise.
    Verse,
    /// A name that everyone knows.
    Name,
    /// A known idiom.
    Known,
    /// A rare idiom.
    Rare,
    /// A right word that nothing is an altered form of.
    Right,
}

impl Standing {
    const ALL: [Self; 7] = [Self::Common, Self::Saying, Self::Verse, Self::Name, Self::Known, Self::Rare, Self::Right];
}

/// How alike two characters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same syllable, whatever the tone.
    Same,
    /// The same where the usual confusions are not heard.
    Near,
    /// The same final, and an initial of the same place.
    Far,
    /// They look alike and sound different.
    Look,
}

/// An idiom, a saying, or a right word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its characters.
    pub text: &'static str,
    /// How well known it is.
    pub standing: Standing,
    /// Where its sounds stand.
    at: u32,
}

/// The index.
#[derive(Debug, Clone, Copy, Default)]
pub struct IdiomIndex {
    near: Numbers<2>,
    far: Numbers<2>,
    chars: Numbers<4>,
    char_sounds: Numbers<2>,
    char_starts: Numbers<4>,
    text: &'static [u8],
    starts: Numbers<4>,
    standings: &'static [u8],
    sound_starts: Numbers<4>,
    sounds: Numbers<2>,
    heads: Numbers<8>,
    gaps: Numbers<8>,
    filter: &'static [u8],
    heard: &'static [u8],
    halves: Numbers<8>,
    half: &'static [u8],
    ends: [&'static [u8]; 2],
    looks: Numbers<8>,
}

impl IdiomIndex {
    /// The index from the bytes of [`compile`]; `None` if they are not such an index.
    #[must_use]
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let mut r = Reader(bytes);
        Some(Self {
            near: Numbers(r.bytes()?),
            far: Numbers(r.bytes()?),
            chars: Numbers(r.bytes()?),
            char_sounds: Numbers(r.bytes()?),
            char_starts: Numbers(r.bytes()?),
            text: r.bytes()?,
            starts: Numbers(r.bytes()?),
            standings: r.bytes()?,
            sound_starts: Numbers(r.bytes()?),
            sounds: Numbers(r.bytes()?),
            heads: Numbers(r.bytes()?),
            gaps: Numbers(r.bytes()?),
            filter: r.bytes()?,
            heard: r.bytes()?,
            halves: Numbers(r.bytes()?),
            half: r.bytes()?,
            looks: Numbers(r.bytes()?),
            ends: [r.bytes()?, r.bytes()?],
        })
    }

    /// How a character, a digit or a letter may be said.
    pub fn sounds(&self, char: char) -> impl ExactSizeIterator<Item = u16> + Clone + use<> {
        let Self { chars, char_sounds, char_starts, .. } = *self;
        let at = chars.partition_point(|code| code < u64::from(char as u32));
        let known = chars.get(at) == Some(u64::from(char as u32));
        let start = |n: usize| char_starts.get(n).unwrap_or_default() as usize;
        let range = if known { start(at)..start(at + 1) } else { 0..0 };
        range.map(move |n| char_sounds.get(n).unwrap_or_default() as u16)
    }

    /// The sounds that confusions leave of a character, each once, and their number.
    #[must_use]
    pub fn near_sounds(&self, char: char) -> ([u16; MOST_SOUNDS], usize) {
        let (mut sounds, mut count) = ([0; MOST_SOUNDS], 0);
        for near in self.sounds(char).map(|sound| self.near(sound)) {
            if count < MOST_SOUNDS && !sounds[..count].contains(&near) {
                sounds[count] = near;
                count += 1;
            }
        }
        (sounds, count)
    }

    fn near(&self, sound: u16) -> u16 {
        self.near.get(usize::from(sound)).unwrap_or_default() as u16
    }

    /// The entries whose first four characters (all three of shorter ones) sound nearly so, each sound as
    /// [`IdiomIndex::near_sounds`] gives it.
    pub fn heard(&self, near: &[u16]) -> impl Iterator<Item = Entry> + use<'_> {
        let hash = hash(near.iter().map(|n| u32::from(*n)), near.len());
        let list = if has(self.heard, (hash >> (32 - HEARD)) as usize) { self.heads } else { Numbers::default() };
        self.found(list, hash)
    }

    /// The known idioms of four characters that have all but one of these, at its place.
    pub fn with_gap(&self, chars: [char; HEAD], gap: usize) -> impl Iterator<Item = Entry> + use<'_> {
        let hash = gap_hash(chars, gap);
        let list = if has(self.filter, (hash >> (32 - FILTER)) as usize) { self.gaps } else { Numbers::default() };
        self.found(list, hash)
    }

    /// Whether an idiom may begin with the first two of these characters or end with the last two. Quick, and sometimes
    /// wrong to say yes.
    #[inline]
    #[must_use]
    pub fn may_be_idiom(&self, four: &str) -> bool {
        self.may_end(four, four, 0)
    }

    /// The same of a saying or a verse, and of the clauses that it would begin and end with.
    #[inline]
    #[must_use]
    pub fn may_be_saying(&self, first: &str, last: &str) -> bool {
        self.may_end(first, last, 1)
    }

    fn may_end(&self, first: &str, last: &str, filter: usize) -> bool {
        end_bits(first, last, ENDS[filter]).into_iter().flatten().any(|bit| has(self.ends[filter], bit))
    }

    /// The sayings and verses of as many characters that begin or end like these.
    pub fn with_half(&self, chars: &[char]) -> impl Iterator<Item = Entry> + use<> {
        let index = *self;
        let hashes = half_hashes(chars).into_iter().flatten().filter(move |hash| index.may_be_half(*hash));
        hashes.flat_map(move |hash| index.found(index.halves, hash))
    }

    /// Whether these are a saying or a verse but for one or two characters.
    #[must_use]
    pub fn may_be_line(&self, chars: &[char]) -> bool {
        self.with_half(chars).any(|entry| {
            let others = entry.text.chars().zip(chars).filter(|(right, written)| right != *written);
            entry.text.chars().nth(chars.len()).is_none() && matches!(others.count(), 1 | 2)
        })
    }

    fn may_be_half(&self, hash: u32) -> bool {
        has(self.half, (hash >> (32 - HALF)) as usize)
    }

    /// How alike the `n`-th character of an entry and another one are; in a verse looks count too.
    #[must_use]
    pub fn likeness(&self, entry: &Entry, n: usize, char: char) -> Option<Likeness> {
        let looks = || {
            let right = entry.text.chars().nth(n).filter(|_| entry.standing == Standing::Verse)?;
            let pair = look(right, char);
            let at = self.looks.partition_point(|other| other < pair);
            (self.looks.get(at) == Some(pair)).then_some(Likeness::Look)
        };
        let own = self.sounds.get(entry.at as usize + n)? as u16;
        let far = |sound: u16| self.far.get(usize::from(sound));
        let likeness = |sound: u16| {
            if sound == own {
                Some(Likeness::Same)
            } else if self.near(sound) == self.near(own) {
                Some(Likeness::Near)
            } else {
                (far(sound) == far(own)).then_some(Likeness::Far)
            }
        };
        self.sounds(char).filter_map(likeness).min().or_else(looks)
    }

    fn found(self, list: Numbers<8>, hash: u32) -> impl Iterator<Item = Entry> + use<> {
        let from = list.first_of(hash);
        let same = (from..).map_while(move |n| list.get(n)).take_while(move |pair| pair >> 32 == u64::from(hash));
        same.filter_map(move |pair| self.entry(pair as u32 as usize))
    }

    fn entry(self, n: usize) -> Option<Entry> {
        let (from, to) = (self.starts.get(n)? as usize, self.starts.get(n + 1)? as usize);
        let standing = *Standing::ALL.get(usize::from(*self.standings.get(n)?))?;
        Some(Entry {
            text: std::str::from_utf8(self.text.get(from..to)?).ok()?,
            standing,
            at: self.sound_starts.get(n)? as u32,
        })
    }
}

/// Little-endian numbers of `N` bytes in a row.
#[derive(Debug, Clone, Copy, Default)]
struct Numbers<const N: usize>(&'static [u8]);

impl<const N: usize> Numbers<N> {
    fn get(self, n: usize) -> Option<u64> {
        let bytes = self.0.get(n * N..)?.first_chunk::<N>()?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn partition_point(self, before: impl Fn(u64) -> bool) -> usize {
        self.search(0, self.0.len() / N, before)
    }

    fn search(self, mut low: usize, mut high: usize, before: impl Fn(u64) -> bool) -> usize {
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(&before) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

impl Numbers<8> {
    /// Where the numbers start whose upper half is `hash`. Hashes are spread evenly, so the place is nearly known.
    fn first_of(self, hash: u32) -> usize {
        const REACH: usize = 256;
        let count = self.0.len() / 8;
        let before = |number: u64| number >> 32 < u64::from(hash);
        let about = ((count as u64 * u64::from(hash)) >> 32) as usize;
        let (low, high) = (about.saturating_sub(REACH), count.min(about + REACH));
        let within =
            low.checked_sub(1).is_none_or(|n| self.get(n).is_some_and(before)) && !self.get(high).is_some_and(before);
        if within { self.search(low, high, before) } else { self.search(0, count, before) }
    }
}

/// Whether a bit of a filter is set.
fn has(filter: &[u8], bit: usize) -> bool {
    filter.get(bit >> 3).is_some_and(|byte| byte >> (bit & 7) & 1 == 1)
}

fn hash(parts: impl Iterator<Item = u32>, salt: usize) -> u32 {
    let step = |hash: u64, part: u64| (hash ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    (parts.fold(salt as u64 + 1, |hash, part| step(hash, u64::from(part))) >> 16) as u32
}

fn gap_hash(chars: [char; HEAD], gap: usize) -> u32 {
    hash(chars.iter().enumerate().filter(|(n, _)| *n != gap).map(|(_, c)| *c as u32), gap)
}

/// What an entry is found by if no more than two neighbouring characters of it are changed: one half of it is whole then.
fn half_hashes(chars: &[char]) -> Option<[u32; 2]> {
    let length = chars.len();
    let half = length.checked_sub(1).filter(|_| length >= LINE)? / 2;
    let of = |part: &[char], salt: usize| hash(part.iter().map(|c| *c as u32), salt);
    Some([of(&chars[..half], 2 * length), of(&chars[length - half..], 2 * length + 1)])
}

/// The bits of the filter of ends: of the first two characters of one text and of the last two of another, each of three
/// bytes.
#[inline]
fn end_bits(first: &str, last: &str, bits: u32) -> [Option<usize>; 2] {
    let bit = |[a, b, c, d, e, f]: [u8; 6], salt: u8| {
        let number = u64::from_le_bytes([a, b, c, d, e, f, salt, 0]);
        (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize
    };
    [first.as_bytes().first_chunk().map(|two| bit(*two, 0)), last.as_bytes().last_chunk().map(|two| bit(*two, 1))]
}

fn look(right: char, written: char) -> u64 {
    u64::from(right as u32) << 32 | u64::from(written as u32)
}
