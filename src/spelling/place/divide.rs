//! Division of a name into its words: [divisions] specific [qualifier] [number] generic.

use super::number::{self, Ordinal, is_numeral};
use super::parts::{Layout, Piece, hyphened, joined, product, word};
use super::vocabulary::{
    generic, generics, is_by_a_gate, is_direction, is_feature, is_known, is_of_abbreviations, is_qualifier, is_size,
    peoples, split_division,
};
use crate::spelling::Speller;
use crate::spelling::tables::{Generic, names};
use std::ops::Range;

/// Classes of places that a division only lends its name to: 莘县路 is no road of a county called 莘县.
const NAMESAKES: [&str; 7] = ["street", "natural", "transport", "water", "village", "admin", "residential"];

/// The halves of old banners.
const WINGS: [&str; 2] = ["左翼", "右翼"];

/// Generics that are counted as often as they are numbered.
const COUNTED: [&str; 3] = ["里", "道", "大道"];

/// Units below the tables of divisions that may stand before a village or an institution.
const TOWNSHIPS: [&str; 4] = ["街道", "镇", "乡", "苏木"];

impl Speller<'_> {
    /// All ways to divide a name without foreign letters, the standard one first.
    pub(super) fn divide(&self, name: Piece) -> Vec<Layout> {
        if names().divisions.get(name.text).is_some() {
            return self.division(name);
        }
        if let Some((division, rest)) = self.after_division(name) {
            return product(&self.division(division), &self.divide(rest));
        }
        if let Some((township, rest)) = self.after_township(name) {
            return product(&self.one(township), &self.divide(rest));
        }
        self.one(name)
    }

    /// A division of the tables, where a place of its own stands after it.
    fn after_division<'t>(&self, name: Piece<'t>) -> Option<(Piece<'t>, Piece<'t>)> {
        let (length, _) = names().divisions.longest(name.text, |length| {
            name.split(length).is_some_and(|(head, rest)| !rest.is_empty() && self.stands_alone(head, rest))
        })?;
        name.split(length)
    }

    /// Whether what stands after a division is a place of its own and not just a generic.
    fn stands_alone(&self, division: Piece, rest: Piece) -> bool {
        // 海口|市场, not 海口市|场.
        let torn = division.split_last(1).is_some_and(|(_, last)| {
            let border = format!("{}{}", last.text, rest.text);
            let mut starts = border.char_indices().skip(2).map(|(at, _)| at).chain([border.len()]);
            starts.any(|end| border.get(..end).is_some_and(|start| generic(start).is_some()))
        });
        if torn || rest.chars() < 2 {
            return false;
        }
        let named = |(head, _, found): (Piece, Piece, Generic)| match head.only() {
            // 桐乡市|乌镇, but 古县渡|镇.
            Some(_) => !NAMESAKES.contains(&found.class) || division.chars() > 2,
            None => true,
        };
        if names().divisions.get(rest.text).is_some() {
            return true;
        }
        match generic(rest.text) {
            Some(whole) => !NAMESAKES.contains(&whole.class),
            None => self.generic(rest).is_none_or(named),
        }
    }

    /// A township, where a village or an institution stands after it.
    fn after_township<'t>(&self, name: Piece<'t>) -> Option<(Piece<'t>, Piece<'t>)> {
        name.cuts()
            .filter(|(head, rest)| {
                let unit = TOWNSHIPS.iter().find_map(|unit| head.split_ending(unit));
                let inside = |(_, _, found): (Piece, Piece, Generic)| {
                    matches!(found.class, "village" | "admin" | "facility" | "residential")
                };
                unit.is_some_and(|(specific, _)| specific.chars() > 1)
                    && !is_known(head.text)
                    && rest.chars() > 1
                    && self.generic(*rest).is_some_and(inside)
            })
            .last()
    }

    /// One place, without the divisions it lies in.
    fn one(&self, name: Piece) -> Vec<Layout> {
        let Some((head, tail, found)) = self.generic(name) else { return self.without_generic(name) };
        // 杭州|西湖, 曲阜|孔庙.
        if matches!(found.class, "natural" | "water" | "building" | "facility")
            && let Some((place, rest)) = name.cuts().find(|(place, rest)| {
                let sight = |text| is_feature(text) || self.is_word(text);
                is_known(place.text) && rest.text.len() > tail.text.len() && sight(rest.text)
            })
        {
            return product(&[word(place)], &self.one(rest));
        }
        let mut ways = match found.class {
            "street" => self.street(name, head, tail, found),
            "transport" => self.line(head, tail),
            "natural" | "water" => self.feature(name, head, tail, found),
            "village" => self.village(name, head, tail),
            "admin" => self.unit(name, head, tail),
            "facility" => self.institution(head, tail),
            _ => self.building(name, head, tail, found),
        };
        // 黑龙江 and 五指山 are also divisions; 上海 and 九江 are nothing else.
        if is_known(name.text) {
            let whole = word(name);
            ways.retain(|way| *way != whole && (head.chars() > 1 || is_feature(name.text)));
            let at = if is_feature(name.text) { ways.len() } else { 0 };
            ways.insert(at, whole);
        }
        ways
    }

    /// The generic at the end of a name, and what stands before it.
    fn generic<'t>(&self, name: Piece<'t>) -> Option<(Piece<'t>, Piece<'t>, Generic)> {
        if generic(name.text).is_some_and(|whole| whole.spacing == "apart") {
            return None;
        }
        let all: Vec<_> = generics(name).collect();
        let fits = |(head, tail, found): &&(Piece, Piece, Generic)| {
            let shorter = || all.iter().filter(|(_, other, _)| other.text.len() < tail.text.len());
            match head.only() {
                Some(c) if is_qualifier(c) || is_numeral(c) => !(found.class == "residential" && tail.chars() > 1),
                Some(_) => {
                    // 王新村 is a village, and 渤海湾 the bay of a sea.
                    let residential = found.class == "residential" && shorter().count() > 0;
                    !residential && !shorter().any(|(head, ..)| self.is_word(head.text))
                }
                None => true,
            }
        };
        all.iter().find(fits).or(all.last()).copied()
    }

    /// Whether a text is one word of the dictionary.
    pub(super) fn is_word(&self, text: &str) -> bool {
        text.chars().nth(1).is_some() && self.lexicon.words(text).len() == 1
    }

    /// A name whose generic is unknown: whole where it is short, else by its words.
    fn without_generic(&self, name: Piece) -> Vec<Layout> {
        if let Some(ways) = number::spelt(name) {
            return ways;
        }
        if generic(name.text).is_some() {
            return vec![self.spread(name)];
        }
        // 星河路|西.
        if let Some((base, side)) = name.split_last(1)
            && side.only().is_some_and(is_direction)
            && is_street(base)
        {
            return product(&self.one(base), &[word(side)]);
        }
        let mut ways = if is_known(name.text) { Vec::new() } else { self.words(name) };
        if name.chars() < 5 || ways.is_empty() {
            ways.insert(0, word(name));
        } else {
            ways.push(word(name));
        }
        ways
    }

    /// A street: qualifiers join its generic, numbers stand apart (1984 rules, 2, 4 and 7).
    fn street(&self, name: Piece, head: Piece, tail: Piece, found: Generic) -> Vec<Layout> {
        // 十八里 is a distance, 五大道 a quarter with five of them.
        let counts =
            |ordinal: &Ordinal| !COUNTED.contains(&tail.text) || ordinal.mark.is_some() || ordinal.base.chars() > 1;
        if let Some(ordinal) = self.ordinal(head).filter(counts) {
            return self.numbered(ordinal, tail);
        }
        let mut ways = self.qualified(head, tail, false);
        if found.spacing == "either" {
            ways.push(word(name));
        }
        // 大马路 is divided both ways in print.
        if let (Some(only), Some((first, last))) = (head.only(), tail.split_last(1)) {
            let whole = first.only().is_some_and(|c| !is_qualifier(c)) && generic(last.text).is_some();
            if is_qualifier(only) && whole {
                ways.extend(product(&[joined(head, first)], &[word(last)]));
            }
        }
        ways
    }

    /// Specific and generic, with the qualifier between them that joins the generic.
    fn qualified(&self, head: Piece, tail: Piece, by_words: bool) -> Vec<Layout> {
        let specific = |head| if by_words { self.phrase(head) } else { self.specific(head) };
        let Some((base, qualifier)) = self.qualifier(head) else {
            return product(&specific(head), &[self.spread(tail)]);
        };
        let mut ways = product(&specific(base), &[joined(qualifier, tail)]);
        if base.chars() == 1 {
            // 大 and 小 belong to what follows them; 新 and 老 rather to the whole.
            let at = if head.text.contains(['大', '小']) { ways.len() } else { 0 };
            ways.insert(at, [word(head), word(tail)].concat());
        }
        ways
    }

    /// The qualifiers at the end of what stands before a generic, and what they qualify.
    fn qualifier<'t>(&self, head: Piece<'t>) -> Option<(Piece<'t>, Piece<'t>)> {
        let (base, last) = head.split_last(1)?;
        let char = last.only().filter(|c| is_qualifier(*c))?;
        // 海南 in 小海南路.
        let inner = head.text.char_indices().nth(1).and_then(|(at, _)| head.split(at));
        let known_within =
            inner.is_some_and(|(first, rest)| first.only().is_some_and(is_qualifier) && is_known(rest.text));
        if is_by_a_gate(head) || is_known(head.text) || known_within {
            return None;
        }
        // 小南街 and 南小街, but 东南路 and 浦东路.
        if let Some(only) = base.only() {
            let differ = (is_size(only) && is_direction(char)) || (is_direction(only) && is_size(char));
            return differ.then_some((base, last));
        }
        let known = is_known(base.text) || self.is_word(base.text);
        let fused = || {
            let words = self.lexicon.words(head.text);
            words.last().is_some_and(|word| word.word.len() > last.text.len())
        };
        if base.is_empty() || (!known && !is_street(base) && fused()) {
            return None;
        }
        // 解放路|南小|街.
        match self.qualifier(base).filter(|(base, _)| base.chars() > 1 && !known) {
            Some((base, _)) => head.split(base.text.len()),
            None => Some((base, last)),
        }
    }

    /// The number at the end of what stands before the generic of a street.
    fn ordinal<'t>(&self, head: Piece<'t>) -> Option<Ordinal<'t>> {
        let mut found = number::ordinal(head)?;
        if found.mark.is_some() || is_known(head.text) {
            return Some(found).filter(|found| found.mark.is_some());
        }
        let (_, first) = found.numeral.split(found.numeral.text.chars().next()?.len_utf8()).map(|(a, b)| (b, a))?;
        if let Some(only) = found.base.only() {
            let (_, word) = head.split(0)?;
            let start = word.split(found.base.text.len() + first.text.len())?.0;
            // 东四|十二条: the names of crossings end in a numeral.
            if is_direction(only) && self.is_word(start.text) {
                let rest = head.split(start.text.len())?.1;
                let value = number::value(rest.text)?;
                found = Ordinal { base: start, mark: None, numeral: rest, whole: rest, value };
            } else if self.is_word(head.text) {
                // 统一路.
                return None;
            }
        }
        Some(found)
    }

    /// A numbered street: digits by the rule of 1984, numerals by GB/T 16159 and on signs.
    fn numbered(&self, ordinal: Ordinal, tail: Piece) -> Vec<Layout> {
        let numeral = ordinal.whole;
        let (base, qualifier) = match self.qualifier(ordinal.base) {
            Some((base, qualifier)) => (base, Some(qualifier)),
            None => (ordinal.base, None),
        };
        let before = if base.is_empty() { vec![Layout::new()] } else { self.specific(base) };
        let mut ways = Vec::new();
        let mut add = |tails: &[Layout]| {
            if let [first, rest @ ..] = tails {
                let tail: Layout = rest.iter().fold(first.clone(), |all, part| [all, part.clone()].concat());
                ways.extend(product(&before, &[tail]));
            }
        };
        match qualifier {
            Some(qualifier) => {
                add(&[word(qualifier), ordinal.digits(), word(tail)]);
                add(&[joined(qualifier, numeral), word(tail)]);
                add(&[joined(qualifier, tail)]);
                add(&[word(qualifier), joined(numeral, tail)]);
            }
            None => {
                add(&[ordinal.digits(), word(tail)]);
                add(&[word(numeral), word(tail)]);
            }
        }
        if qualifier.is_none() {
            if let Some(mark) = ordinal.mark {
                add(&[word(mark), number::after_hyphen(word(ordinal.numeral)), word(tail)]);
            } else if !base.is_empty() {
                add(&[joined(numeral, tail)]);
            }
            // 三环|路.
            if let Some((first, last)) = tail.split_last(1).filter(|(first, _)| generic(first.text).is_some()) {
                add(&[joined(numeral, first), word(last)]);
            }
        }
        // 经五|路, 北四环.
        if base.chars() == 1 {
            ways.extend(product(&[joined(base, numeral)], &[word(tail)]));
        }
        if base.chars() < 2 && tail.text == "环" {
            ways.push(joined(if base.is_empty() { numeral } else { base }, tail));
        }
        ways
    }

    /// A railway or a road between towns: abbreviations of its ends take hyphens (GB/T 16159, 6.2.2).
    fn line(&self, head: Piece, tail: Piece) -> Vec<Layout> {
        match self.ordinal(head) {
            Some(ordinal) => self.numbered(ordinal, tail),
            None if is_of_abbreviations(head) && !is_known(head.text) => {
                product(&[hyphened(head), word(head)], &[self.spread(tail)])
            }
            None => self.qualified(head, tail, true),
        }
    }

    /// A mountain, a river, a reservoir.
    fn feature(&self, name: Piece, head: Piece, tail: Piece, found: Generic) -> Vec<Layout> {
        let (specific, _) = self.qualifier(head).unwrap_or((head, head));
        let long = tail.chars() > 1 || specific.text.len() < head.text.len();
        let mut ways = if long && is_of_abbreviations(specific) && !is_known(specific.text) {
            let (_, end) = name.split(specific.text.len()).unwrap_or((head, tail));
            product(&[hyphened(specific), word(specific)], &[word(end)])
        } else {
            self.qualified(head, tail, false)
        };
        // A feature that bears the name of another feature (渤海湾) is no village.
        let feature = generics(head).any(|(_, _, other)| other.class == "natural" && other.spacing == "apart");
        if found.spacing != "apart" {
            ways.insert(if feature && self.is_word(head.text) { ways.len() } else { 0 }, word(name));
        }
        ways
    }

    /// A village: whole (1984 rules, 3).
    fn village(&self, name: Piece, head: Piece, tail: Piece) -> Vec<Layout> {
        // 公园|南门.
        if let Some((base, qualifier)) = self.qualifier(head)
            && generics(base).any(|(_, _, found)| matches!(found.class, "building" | "facility" | "residential"))
            && tail.text == "门"
        {
            return product(&self.one(base), &[joined(qualifier, tail)]);
        }
        let mut ways = vec![word(name)];
        // 梅林|一村.
        if let Some(ordinal) = self.ordinal(head).filter(|ordinal| ordinal.base.chars() > 1 && tail.text == "村") {
            ways = self.numbered(ordinal, tail).into_iter().chain(ways).collect();
        } else if tail.text == "村" && head.chars() > 1 {
            ways.extend(product(&[word(head)], &[word(tail)]));
        }
        ways
    }

    /// A division of the tables.
    fn division(&self, name: Piece) -> Vec<Layout> {
        match split_division(name) {
            Some((head, tail)) => self.unit(name, head, tail),
            None => vec![word(name)],
        }
    }

    /// A division below the tables, or a zone.
    fn unit(&self, name: Piece, head: Piece, tail: Piece) -> Vec<Layout> {
        // 二区 and 北区 of a residential area.
        if tail.text == "区" && names().divisions.get(name.text).is_none() {
            if let Some(ordinal) = self.ordinal(head).filter(|ordinal| ordinal.base.chars() > 1) {
                return self.numbered(ordinal, tail);
            }
            let area = |base| generics(base).any(|(_, _, found)| found.class != "natural");
            if self.qualifier(head).is_some_and(|(base, _)| area(base)) {
                return self.qualified(head, tail, false);
            }
        }
        let (specific, peoples) = peoples(head);
        let mut end: Layout = peoples.into_iter().flat_map(word).collect();
        if tail.text == "旗"
            && let Some((base, qualifier)) = self.qualifier(specific)
        {
            end.extend(joined(qualifier, tail));
            // 科尔沁|左翼|中旗.
            return match WINGS.iter().find_map(|wing| base.split_ending(wing)) {
                Some((base, wing)) => product(&self.specific(base), &[[word(wing), end].concat()]),
                None => product(&self.specific(base), &[end]),
            };
        }
        end.extend(self.spread(tail));
        // Towns bear the names of villages, which are whole (三道河子镇); subdistricts those of streets.
        let ways = match tail.text {
            "镇" | "乡" | "民族乡" | "苏木" => vec![word(specific)],
            zone if zone.chars().count() > 2 && !zone.starts_with("自治") => self.phrase(specific),
            _ => self.specific(specific),
        };
        product(&ways, &[end])
    }

    /// A building, a station, a sight, a residential area.
    fn building(&self, name: Piece, head: Piece, tail: Piece, found: Generic) -> Vec<Layout> {
        let mut ways = self.qualified(head, tail, true);
        if found.spacing == "either" {
            ways.insert(if head.chars() < 2 { 0 } else { ways.len() }, word(name));
        }
        ways
    }

    /// An institution; a generic of one syllable joins the word before it: 测绘局.
    fn institution(&self, head: Piece, tail: Piece) -> Vec<Layout> {
        if let Some(ordinal) = self.ordinal(head).filter(|found| found.base.chars() > 1 && tail.chars() == 1) {
            return self.numbered(ordinal, tail);
        }
        let mut ways = self.phrase(head);
        for way in &mut ways {
            match way.last_mut() {
                Some(last) if tail.chars() == 1 => last.at.end = tail.range().end,
                _ => way.extend(self.spread(tail)),
            }
        }
        ways
    }

    /// A specific of several words: 北京|工人, 二七|烈士.
    fn phrase(&self, head: Piece) -> Vec<Layout> {
        if head.is_empty() {
            return vec![Layout::new()];
        }
        if head.chars() < 4 || is_known(head.text) { self.specific(head) } else { self.words(head) }
    }

    /// A generic of several words: 高速|公路, 经济|技术|开发区, 火车|东站.
    fn spread(&self, tail: Piece) -> Layout {
        let length = tail.chars();
        let is_end = |end: &Piece| {
            let station = || {
                end.split_last(1)
                    .is_some_and(|(first, last)| first.only().is_some_and(is_qualifier) && generic(last.text).is_some())
            };
            generic(end.text).is_some() || self.is_word(end.text) || station()
        };
        let cut =
            (2..=3).rev().filter(|n| n + 2 <= length).filter_map(|n| tail.split_last(n)).find(|(_, end)| is_end(end));
        match cut {
            Some((head, end)) => [self.spread(head), word(end)].concat(),
            None => word(tail),
        }
    }

    /// By the words of the dictionary; single characters join a neighbour.
    fn words(&self, piece: Piece) -> Vec<Layout> {
        let parts = self.tokens(piece).into_iter().filter_map(|range| {
            let part = Piece { text: piece.text.get(range.clone())?, at: piece.at + range.start };
            Some(number::spelt(part).unwrap_or_else(|| vec![word(part)]))
        });
        parts.fold(vec![Layout::new()], |ways, part| product(&ways, &part))
    }

    fn tokens(&self, piece: Piece) -> Vec<Range<usize>> {
        let is_single = |range: &Range<usize>| piece.text.get(range.clone()).is_some_and(|t| t.chars().count() == 1);
        let mut words: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        for tag in self.lexicon.words(piece.text) {
            let word = at..at + tag.word.len();
            at = word.end;
            match words.last_mut() {
                // A single character goes to the word before it, or starts the one after it.
                Some(last) if is_single(last) || is_single(&word) => last.end = word.end,
                _ => words.push(word),
            }
        }
        words
    }

    /// What stands before a generic, a qualifier or a number: one word, unless it is itself a street or an area
    /// of several (1984 rules, 4).
    fn specific(&self, piece: Piece) -> Vec<Layout> {
        if piece.is_empty() {
            return vec![Layout::new()];
        }
        if let Some(ways) = number::spelt(piece) {
            return ways;
        }
        if is_known(piece.text) || piece.chars() < 3 || is_by_a_gate(piece) {
            return self.short(piece);
        }
        if let Some((first, second)) = after_ordinal(piece).or_else(|| after_landmark(piece)) {
            return product(&self.specific(first), &self.specific(second));
        }
        if let Some((head, tail, found)) = self.generic(piece)
            && matches!(found.class, "street" | "residential" | "building" | "facility")
            && found.spacing != "together"
        {
            let own = tail.chars() > 1
                || self.qualifier(head).is_some_and(|(base, _)| base.chars() > 1)
                || self.ordinal(head).is_some();
            return if own { self.one(piece) } else { vec![word(piece)] };
        }
        if piece.chars() < 4 || self.is_word(piece.text) { vec![word(piece)] } else { self.several(piece) }
    }

    /// Two characters: 四环 and the like are numbered streets themselves.
    fn short(&self, piece: Piece) -> Vec<Layout> {
        match piece.split_ending("环").filter(|(head, _)| number::value(head.text).is_some()) {
            Some(_) => self.one(piece),
            None => vec![word(piece)],
        }
    }

    /// Four characters and more: by their words where all of them are words, or whole.
    fn several(&self, piece: Piece) -> Vec<Layout> {
        let certain = self.lexicon.words(piece.text).iter().all(|tag| tag.word.chars().nth(1).is_some());
        let mut ways = if certain { self.words(piece) } else { Vec::new() };
        ways.push(word(piece));
        ways
    }
}

/// Whether it ends like a street: what is added to it is no part of a word with its end.
fn is_street(piece: Piece) -> bool {
    generics(piece).any(|(_, _, found)| found.class == "street" && found.spacing == "apart")
}

/// 第二|松花.
fn after_ordinal(piece: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    let rest = piece.text.strip_prefix('第')?.trim_start_matches(is_numeral);
    let (first, second) = piece.split(piece.text.len() - rest.len())?;
    (first.chars() > 1 && second.chars() > 1).then_some((first, second))
}

/// 广安门|北滨河: an older name, and what lies beside it.
fn after_landmark(piece: Piece<'_>) -> Option<(Piece<'_>, Piece<'_>)> {
    piece.cuts().find(|(head, tail)| {
        let beside = tail.text.chars().next().is_some_and(is_direction);
        head.chars() > 2 && tail.chars() > 2 && beside && generics(*head).next().is_some()
    })
}
