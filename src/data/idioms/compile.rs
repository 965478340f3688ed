//! Makes the index of idioms from the tables.

use super::{
    ENDS, FILTER, HALF, HEAD, HEARD, LINE, LONGEST, MOST_ALIKE, Standing, end_bits, gap_hash, half_hashes, hash, look,
};
use crate::data::chars::Writer;
use crate::data::sound::{far, near, toneless};
use crate::data::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Compiles the index from the tables of idioms, sayings, right words and readings.
#[must_use]
pub fn compile(tables: &BTreeMap<String, Table>) -> Vec<u8> {
    let readings = Readings::new(tables);
    let looks = tables.get("chars/similar").into_iter().flat_map(|table| {
        table.rows.iter().map(|row| (row.cells[0].chars().next().unwrap_or_default(), table.cell(row, "shape")))
    });
    let mut builder = Builder { readings, looks: looks.collect(), ..Builder::default() };
    for name in ["idioms", "sayings", "set-phrases", "idiom-like", "protected", "segmentation"] {
        let Some(table) = tables.get(&format!("words/{name}")) else { continue };
        for row in &table.rows {
            let standing = match (name, table.cell(row, "tier"), table.cell(row, "kind"), table.cell(row, "tag")) {
                ("idioms", "a", ..) => Standing::Common,
                ("idioms", "b", ..) | ("set-phrases", ..) => Standing::Known,
                ("idioms", ..) => Standing::Rare,
                ("sayings", _, "专名", _) => Standing::Name,
                ("sayings", _, "诗句", _) => Standing::Verse,
                ("sayings", ..) => Standing::Saying,
                // Fixed expressions and reduplications that no table of idioms has.
                ("segmentation", .., "i" | "l" | "z") if row.cells[0].chars().count() == HEAD => Standing::Rare,
                ("segmentation", ..) => continue,
                _ => Standing::Right,
            };
            builder.add(row.cells[0], standing);
        }
    }
    builder.to_bytes()
}

/// How characters and words are read, without tones.
#[derive(Default)]
struct Readings<'t> {
    chars: BTreeMap<char, Vec<String>>,
    words: BTreeMap<&'t str, Vec<String>>,
}

impl<'t> Readings<'t> {
    fn new(tables: &'t BTreeMap<String, Table>) -> Self {
        let mut readings = Self::default();
        for (table, column) in [("chars/tgscc", "readings"), ("words/spoken-signs", "readings")] {
            for (table, row) in tables.get(table).into_iter().flat_map(|t| t.rows.iter().map(move |row| (t, row))) {
                let sounds = table.cell(row, column).split(' ').map(toneless).filter(|s| !s.is_empty());
                readings.chars.entry(row.cells[0].chars().next().unwrap_or_default()).or_default().extend(sounds);
            }
        }
        for (table, row) in
            tables.get("pinyin/phrases").into_iter().flat_map(|t| t.rows.iter().map(move |row| (t, row)))
        {
            let sounds: Vec<String> = table.cell(row, "reading").split(' ').map(toneless).collect();
            if sounds.len() == row.cells[0].chars().count() {
                readings.words.insert(row.cells[0], sounds);
            }
        }
        readings
    }

    /// How a text is read: by the longest words in it, else character by character.
    fn read(&self, text: &str) -> Option<Vec<String>> {
        let mut read = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
            let word = ends.iter().rev().find_map(|end| Some((*end, self.words.get(&rest[..*end])?)));
            match word {
                Some((end, sounds)) => {
                    read.extend(sounds.iter().cloned());
                    rest = &rest[end..];
                }
                None => {
                    read.push(self.chars.get(&first)?.first()?.clone());
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        Some(read)
    }
}

#[derive(Default)]
struct Builder<'t> {
    readings: Readings<'t>,
    /// Characters and those that look like them.
    looks: BTreeMap<char, &'t str>,
    seen: BTreeSet<String>,
    entries: Vec<(String, Standing, Vec<String>)>,
}

impl Builder<'_> {
    fn add(&mut self, text: &str, standing: Standing) {
        let length = text.chars().count();
        if !(HEAD - 1..=LONGEST).contains(&length) || !self.seen.insert(text.to_owned()) {
            return;
        }
        self.entries.extend(self.readings.read(text).map(|read| (text.to_owned(), standing, read)));
    }

    fn to_bytes(&self) -> Vec<u8> {
        let said = self.readings.chars.values().chain(self.entries.iter().map(|entry| &entry.2));
        let sounds: BTreeSet<&String> = said.flatten().collect();
        let sounds: BTreeMap<&String, u16> = sounds.into_iter().enumerate().map(|(n, s)| (s, n as u16)).collect();
        let nears: Vec<u16> = numbered(sounds.keys().map(|s| near(s)));
        let fars: Vec<u16> = numbered(sounds.keys().map(|s| far(&near(s))));

        let (mut chars, mut starts, mut said) = (Vec::new(), vec![0], Vec::new());
        for (char, readings) in &self.readings.chars {
            chars.push(*char as u32);
            said.extend(readings.iter().filter_map(|s| sounds.get(s)).copied());
            starts.push(said.len() as u32);
        }

        let (mut text, mut text_starts, mut standings) = (String::new(), vec![0], Vec::new());
        let (mut spoken, mut spoken_starts) = (Vec::new(), Vec::new());
        let (mut heads, mut gaps) = (Vec::new(), Vec::new());
        let (mut filter, mut heard) = (vec![0u8; 1 << FILTER >> 3], vec![0u8; 1 << HEARD >> 3]);
        let (mut halves, mut half, mut looks) = (Vec::new(), vec![0u8; 1 << HALF >> 3], BTreeSet::new());
        let mut ends = ENDS.map(|bits| vec![0u8; 1 << bits >> 3]);
        for (number, (entry, standing, read)) in self.entries.iter().enumerate() {
            let read: Vec<u16> = read.iter().filter_map(|s| sounds.get(s)).copied().collect();
            let head: Vec<u32> = read.iter().take(HEAD).map(|s| u32::from(nears[usize::from(*s)])).collect();
            let pair = |hash: u32| u64::from(hash) << 32 | number as u64;
            let head = hash(head.iter().copied(), head.len());
            let bit = (head >> (32 - HEARD)) as usize;
            heard[bit >> 3] |= 1 << (bit & 7);
            heads.push(pair(head));
            let four: Result<[char; HEAD], _> = entry.chars().collect::<Vec<_>>().try_into();
            if let (Ok(four), Standing::Common | Standing::Known) = (four, standing) {
                set_ends(&mut ends[0], entry, ENDS[0]);
                for hash in (0..HEAD).map(|gap| gap_hash(four, gap)) {
                    gaps.push(pair(hash));
                    let bit = (hash >> (32 - FILTER)) as usize;
                    filter[bit >> 3] |= 1 << (bit & 7);
                }
            }
            let chars: Vec<char> = entry.chars().collect();
            if matches!(standing, Standing::Common | Standing::Saying | Standing::Verse | Standing::Known) {
                if chars.len() >= LINE {
                    set_ends(&mut ends[1], entry, ENDS[1]);
                }
                for hash in half_hashes(&chars).into_iter().flatten() {
                    let bit = (hash >> (32 - HALF)) as usize;
                    half[bit >> 3] |= 1 << (bit & 7);
                    halves.push(pair(hash));
                }
            }
            if *standing == Standing::Verse {
                for right in chars {
                    let alike = self.looks.get(&right).into_iter().flat_map(|alike| alike.split(' ')).take(MOST_ALIKE);
                    looks.extend(alike.filter_map(|text| Some(look(right, text.chars().next()?))));
                }
            }
            spoken_starts.push(spoken.len() as u32);
            spoken.extend(read);
            standings.push(*standing as u8);
            text.push_str(entry);
            text_starts.push(text.len() as u32);
        }
        heads.sort_unstable();
        gaps.sort_unstable();
        halves.sort_unstable();
        let looks: Vec<u64> = looks.into_iter().collect();

        let mut w = Writer::default();
        let u16s = |list: &[u16]| list.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
        let u32s = |list: &[u32]| list.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
        let u64s = |list: &[u64]| list.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
        for bytes in [
            u16s(&nears),
            u16s(&fars),
            u32s(&chars),
            u16s(&said),
            u32s(&starts),
            text.into_bytes(),
            u32s(&text_starts),
            standings,
            u32s(&spoken_starts),
            u16s(&spoken),
            u64s(&heads),
            u64s(&gaps),
            filter,
            heard,
            u64s(&halves),
            half,
            u64s(&looks),
        ] {
            w.bytes(&bytes);
        }
        ends.iter().for_each(|filter| w.bytes(filter));
        w.0
    }
}

/// The texts as numbers, equal texts as equal ones.
fn numbered(texts: impl Iterator<Item = String>) -> Vec<u16> {
    let mut numbers = BTreeMap::new();
    let mut number = |text: String| {
        let next = numbers.len() as u16;
        *numbers.entry(text).or_insert(next)
    };
    texts.map(&mut number).collect()
}

fn set_ends(ends: &mut [u8], entry: &str, bits: u32) {
    for bit in end_bits(entry, entry, bits).into_iter().flatten() {
        ends[bit >> 3] |= 1 << (bit & 7);
    }
}
