//! Place names: 中国地名汉语拼音字母拼写规则 (1984), GB/T 38207-2019, GB 17733-2008, GB/T 16159-2012 6.2.2.

mod classes;
mod divide;
mod number;
mod parts;
mod specific;
mod vocabulary;

pub use number::value as numeral;
pub use vocabulary::is_known as is_known_place;

use super::reading::{Evidence, Read, Style};
use super::tables::names;
use super::{Case, Join, Sound, Speller, Spelling, Syllable, Tone, Unit};
use parts::{Form, Layout, MOST, Part, Piece, fixed, product};

impl Speller<'_> {
    /// The spellings of a place name that the rules allow: first the standard one for signs and maps, then the
    /// other divisions and forms of numbers, at most twelve.
    ///
    /// Every Chinese character belongs to exactly one unit; the unit of a number, or of a name spelt after a
    /// minority language, covers several.
    #[must_use]
    pub fn place(&self, name: &str) -> Vec<Spelling> {
        if name.chars().nth(super::LONGEST).is_some() {
            return vec![self.text(name)]; // no name is as long
        }
        let layouts = self.layouts(name);
        let reads = self.place_reads(name, layouts.first().map_or(&[], Vec::as_slice));
        let mut spellings: Vec<Spelling> = Vec::new();
        for spelling in self.with_signs(name, &layouts, &reads) {
            if !spelling.units.is_empty() && !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        spellings.truncate(MOST);
        spellings
    }

    /// Divides a name: runs of Chinese characters by the rules; letters, digits and signs pass.
    fn layouts(&self, name: &str) -> Vec<Layout> {
        let mut ways = vec![Layout::new()];
        let mut rest = Piece { text: name, at: 0 };
        let mut join = Join::Space;
        while let Some(first) = rest.text.chars().next() {
            let kind = Kind::of(first);
            let end = rest.text.find(|c| Kind::of(c) != kind).unwrap_or(rest.text.len());
            let Some((piece, after)) = rest.split(end) else { break };
            let (tails, next) = match kind {
                Kind::Han => (self.divide(piece), Join::Space),
                Kind::Latin => (vec![fixed(piece, narrow(piece.text), Join::Space)], Join::Space),
                Kind::Blank => (vec![Layout::new()], Join::Space),
                // An opening bracket holds on to what follows it, another sign to what stands before it.
                Kind::Sign if is_opening(first) => (vec![fixed(piece, narrow(piece.text), Join::Space)], Join::Tight),
                Kind::Sign => (vec![fixed(piece, narrow(piece.text), Join::Tight)], Join::Space),
            };
            // 第9弄.
            let next = if kind == Kind::Han && piece.text.ends_with('第') { Join::Hyphen } else { next };
            ways = product(&ways, &with_join(tails, if kind == Kind::Sign { None } else { Some(join) }));
            join = next;
            rest = after;
        }
        ways
    }

    /// How every character is read.
    fn place_reads(&self, name: &str, layout: &[Part]) -> Vec<Read> {
        let borders: Vec<usize> = layout.iter().map(|part| part.at.end).collect();
        let mut reads = self.read(name, &borders, Style::Place);
        for part in layout {
            let Some(text) = name.get(part.at.clone()) else { continue };
            let piece = Piece { text, at: part.at.start };
            let generic = vocabulary::generic(text)
                .map(|found| (piece, found))
                .or_else(|| vocabulary::generics(piece).next().map(|(_, tail, found)| (tail, found)));
            if let Some((tail, found)) = generic {
                let sure = tail == piece || tail.chars() > 1;
                let weak = if sure { Evidence::Only } else { Evidence::Usual };
                overlay(&mut reads, tail.at, found.reading, weak);
            }
            if let Some(reading) = family(text) {
                overlay(&mut reads, part.at.start, reading, Evidence::Agreed);
            }
        }
        self.erhua(name, layout, &mut reads);
        reads
    }

    /// 儿 after a character colours it (盆儿胡同), unless the two are a word in which it is a syllable (女儿).
    fn erhua(&self, name: &str, layout: &[Part], reads: &mut [Read]) {
        let inside = |at: usize| layout.iter().any(|part| part.at.start < at && at < part.at.end);
        for n in 1..reads.len() {
            let Some([before, read]) = reads.get(n - 1..=n) else { continue };
            let after = reads.get(n + 1).map_or(name.len(), |next| next.at.end);
            let word = |range: std::ops::Range<usize>| name.get(range).is_some_and(|text| self.is_word(text));
            let colours = read.char == '儿'
                && inside(read.at.start)
                && read.evidence < Evidence::Name
                && !word(before.at.start..read.at.end)
                && !word(read.at.start..after);
            if let (true, Some(read)) = (colours, reads.get_mut(n)) {
                read.syllable = Some(Syllable::ERHUA);
            }
        }
    }

    /// Spells the layouts; names spelt after a minority language as on signs and maps, before their Chinese
    /// reading where the name is the place's own, after it where a street or an institution bears it.
    fn with_signs(&self, name: &str, layouts: &[Layout], reads: &[Read]) -> Vec<Spelling> {
        let plain = layouts.iter().map(|layout| spell(name, layout, reads, None));
        let signed: Vec<Option<Spelling>> = layouts.iter().flat_map(|layout| signs(name, layout, reads)).collect();
        let last = layouts.first().and_then(|layout| layout.last()).and_then(|last| name.get(last.at.clone()));
        let borne = last.and_then(|text| {
            let inside = || vocabulary::generics(Piece { text, at: 0 }).next().map(|(_, _, found)| found);
            vocabulary::generic(text).or_else(inside)
        });
        let borne =
            borne.is_some_and(|found| matches!(found.class, "street" | "residential" | "building" | "facility"));
        // Where the usual sign is the Chinese reading, so is the standard spelling.
        let first = !borne && signed.first().is_some_and(Option::is_some);
        let signed = signed.into_iter().flatten();
        if first { signed.chain(plain).collect() } else { plain.chain(signed).collect() }
    }
}

/// What a character is to the division of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Han,
    Latin,
    Blank,
    Sign,
}

impl Kind {
    fn of(char: char) -> Self {
        match char {
            '〇' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Self::Han,
            _ if char.is_whitespace() || char.is_control() => Self::Blank,
            _ if char.is_alphanumeric() => Self::Latin,
            _ => Self::Sign,
        }
    }
}

fn is_opening(char: char) -> bool {
    "(（[【〔《〈“‘「『".contains(char)
}

/// Letters and digits of full width as those of ASCII.
fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).collect()
}

fn with_join(mut layouts: Vec<Layout>, join: Option<Join>) -> Vec<Layout> {
    for first in layouts.iter_mut().filter_map(|layout| layout.first_mut()) {
        first.join = join.unwrap_or(first.join);
    }
    layouts
}

/// The family that a village is named after: 单家庄, 仇村.
fn family(text: &str) -> Option<&'static str> {
    let (at, second) = text.char_indices().nth(1)?;
    let readings = names().surnames.get(text.get(..at)?)?;
    let reading = readings.split(' ').next()?;
    let whole = text.get(at..).is_some_and(|rest| vocabulary::generic(rest).is_some_and(|g| g.class == "village"));
    (second == '家' || whole).then_some(reading)
}

/// Gives characters from a byte on a reading, where what is known of them is no better than `weak`.
fn overlay(reads: &mut [Read], at: usize, reading: &str, weak: Evidence) {
    let read = reads.iter_mut().skip_while(|read| read.at.start < at);
    for (read, syllable) in read.zip(reading.split(' ')) {
        if read.evidence <= weak {
            read.syllable = Syllable::parse(syllable).or(read.syllable);
            read.evidence = Evidence::Name;
        }
    }
}

/// The units of a layout; with signs, in letters without tones.
fn spell(name: &str, layout: &Layout, reads: &[Read], signs: Option<&[(usize, &str)]>) -> Spelling {
    let mut units = Vec::new();
    for (n, part) in layout.iter().enumerate() {
        let sign = signs.and_then(|signs| signs.iter().find(|(at, _)| *at == n));
        let inside = reads.iter().filter(|read| part.at.start <= read.at.start && read.at.start < part.at.end);
        let letters = match (&part.form, sign) {
            (_, Some((_, sign))) => Some((*sign).to_owned()),
            (Form::Fixed(letters), None) => Some(letters.clone()),
            (Form::Word, None) => None,
        };
        if let Some(letters) = letters {
            let evidence = if sign.is_some() { Evidence::Name } else { Evidence::Only };
            let unit =
                Unit { at: part.at.clone(), sound: Sound::Fixed(letters), join: part.join, capital: false, evidence };
            units.push(unit);
            continue;
        }
        for (n, read) in inside.enumerate() {
            let sound = match read.syllable {
                Some(syllable) if signs.is_some() => Sound::Syllable(syllable.with_tone(0)),
                Some(syllable) => Sound::Syllable(syllable),
                None => Sound::Fixed(name.get(read.at.clone()).unwrap_or_default().to_owned()),
            };
            let join = if n == 0 { part.join } else { Join::Together };
            units.push(Unit { at: read.at.clone(), sound, join, capital: n == 0, evidence: read.evidence });
        }
    }
    Spelling { units }
}

/// The layout with each of the sign spellings of its minority names; `None` for one that is the Chinese reading.
fn signs(name: &str, layout: &Layout, reads: &[Read]) -> Vec<Option<Spelling>> {
    let signs_of = |n: usize| {
        let at = &layout.get(n)?.at;
        // Names that would be taken for others stand in the table with their generics: 久治县.
        let long = layout.get(n + 1).and_then(|next| name.get(at.start..next.at.end));
        let long = long.filter(|long| vocabulary::split_division(Piece { text: long, at: 0 }).is_some());
        let found = names().minority.get(name.get(at.clone())?).or_else(|| names().minority.get(long?))?;
        Some((n, found.sign.split('|').collect::<Vec<_>>()))
    };
    let found: Vec<(usize, Vec<&'static str>)> = (0..layout.len()).filter_map(signs_of).collect();
    let most = found.iter().map(|(_, signs)| signs.len()).max().unwrap_or_default();
    let letters = |spelling: &Spelling| spelling.render(Tone::None, Case::Standard).replace('\'', "");
    let plain = letters(&spell(name, layout, reads, None));
    let choose = |choice: usize| {
        let one = |(n, signs): &(usize, Vec<&'static str>)| Some((*n, *signs.get(choice).or(signs.first())?));
        let spelling = spell(name, layout, reads, Some(&found.iter().filter_map(one).collect::<Vec<_>>()));
        Some(spelling).filter(|spelling| letters(spelling) != plain)
    };
    (0..most).map(choose).collect()
}
