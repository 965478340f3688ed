//! The kinds of places, each with its rule: streets, lines, features, villages, divisions, buildings, institutions.

use super::number::{self, Ordinal};
use super::parts::{Layout, Piece, hyphened, joined, product, word};
use super::vocabulary::{generic, generics, is_known, is_of_abbreviations, is_qualifier, peoples, split_division};
use crate::spelling::Speller;
use crate::spelling::tables::{Generic, names};

/// Generics that are counted as often as they are numbered.
const COUNTED: [&str; 3] = ["里", "道", "大道"];

/// The halves of old banners.
const WINGS: [&str; 2] = ["左翼", "右翼"];

impl Speller<'_> {
    /// A street: qualifiers join its generic, numbers stand apart (1984 rules, 2, 4 and 7).
    pub(super) fn street(&self, name: Piece, head: Piece, tail: Piece, found: Generic) -> Vec<Layout> {
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
    pub(super) fn qualified(&self, head: Piece, tail: Piece, by_words: bool) -> Vec<Layout> {
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

    /// A numbered street: digits by the rule of 1984, numerals by GB/T 16159 and on signs.
    pub(super) fn numbered(&self, ordinal: Ordinal, tail: Piece) -> Vec<Layout> {
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
    pub(super) fn line(&self, head: Piece, tail: Piece) -> Vec<Layout> {
        match self.ordinal(head) {
            Some(ordinal) => self.numbered(ordinal, tail),
            None if is_of_abbreviations(head) && !is_known(head.text) => {
                product(&[hyphened(head), word(head)], &[self.spread(tail)])
            }
            None => self.qualified(head, tail, true),
        }
    }

    /// A mountain, a river, a reservoir.
    pub(super) fn feature(&self, name: Piece, head: Piece, tail: Piece, found: Generic) -> Vec<Layout> {
        let (specific, _) = self.qualifier(head).unwrap_or((head, head));
        // Plateaus, plains and canals lie between places, reservoirs do not.
        let between = if found.class == "natural" { tail.chars() > 1 } else { tail.text == "运河" };
        let mut ways = if between && is_of_abbreviations(specific) && !is_known(specific.text) {
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
    pub(super) fn village(&self, name: Piece, head: Piece, tail: Piece) -> Vec<Layout> {
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
    pub(super) fn division(&self, name: Piece) -> Vec<Layout> {
        match split_division(name) {
            Some((head, tail)) => self.unit(name, head, tail),
            None => vec![word(name)],
        }
    }

    /// A division below the tables, or a zone.
    pub(super) fn unit(&self, name: Piece, head: Piece, tail: Piece) -> Vec<Layout> {
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
    pub(super) fn building(&self, name: Piece, head: Piece, tail: Piece, found: Generic) -> Vec<Layout> {
        // 长江|二桥.
        if let Some(ordinal) = self.ordinal(head).filter(|found| found.base.chars() > 1 && tail.text.ends_with('桥')) {
            return self.numbered(ordinal, tail);
        }
        let mut ways = self.qualified(head, tail, true);
        if found.spacing == "either" {
            ways.insert(if head.chars() < 2 { 0 } else { ways.len() }, word(name));
        }
        ways
    }

    /// An institution; a generic of one syllable joins the word before it: 测绘局.
    pub(super) fn institution(&self, head: Piece, tail: Piece) -> Vec<Layout> {
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
}
