//! Division of a name: [divisions] place, and which kind of place it is.

use super::number;
use super::number::is_numeral;
use super::parts::{Layout, Piece, product, word};
use super::specific::is_street;
use super::vocabulary::{generic, generics, is_direction, is_feature, is_known, is_qualifier};
use crate::spelling::Speller;
use crate::spelling::tables::{Generic, names};

/// Classes of places that a division only lends its name to: 莘县路 is no road of a county called 莘县.
const NAMESAKES: [&str; 7] = ["street", "natural", "transport", "water", "village", "admin", "residential"];

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
    pub(super) fn one(&self, name: Piece) -> Vec<Layout> {
        let Some((head, tail, found)) = self.generic(name) else { return self.without_generic(name) };
        // 杭州|西湖, 曲阜|孔庙.
        if matches!(found.class, "natural" | "water" | "building" | "facility")
            && let Some((place, rest)) = name.cuts().find(|(place, rest)| {
                // 北京西站 is one place, 西站 none.
                let side = self.generic(*rest).is_some_and(|(head, ..)| head.only().is_some_and(is_qualifier));
                let sight = |text| is_feature(text) || (!side && self.is_word(text));
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
    pub(super) fn generic<'t>(&self, name: Piece<'t>) -> Option<(Piece<'t>, Piece<'t>, Generic)> {
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
}
