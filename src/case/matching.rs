//! Which objects of a second list are those of the first: pairs one to one, in stages from certain to likely.
//!
//! The operators that a list goes through between two inspections stand in `docs/adr/0016`.

use super::key::{AddressKey, NameKey, Nearness};
use super::object::Facts;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

/// How much worse the next candidate has to be for a pair to be made.
const MARGIN: f64 = 0.05;

/// An object as it is compared.
#[derive(Debug, Clone)]
pub struct Subject {
    name: NameKey,
    address: AddressKey,
    street: String,
    unit: String,
    code: String,
}

impl Subject {
    /// Of what a list says; `fold` gives the standard form of a character.
    #[must_use]
    pub fn new(facts: &Facts, fold: &dyn Fn(char) -> char) -> Self {
        let code = facts.credit_code.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        Self {
            name: NameKey::new(&facts.name, fold),
            address: AddressKey::new(&facts.address, fold),
            street: facts.street.trim().to_owned(),
            unit: NameKey::new(&facts.unit, fold).core,
            code: code.to_ascii_uppercase(),
        }
    }
}

/// How an object was known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Same name and same address.
    Exact,
    /// Same credit code.
    Code,
    /// Same address, similar name.
    Address,
    /// Similar address and similar name.
    Similar,
    /// Same name, and no address to compare.
    Name,
}

impl Stage {
    /// Name in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Code => "code",
            Self::Address => "address",
            Self::Similar => "similar",
            Self::Name => "name",
        }
    }
}

/// Why a pair was not made although much speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Another candidate is nearly as good.
    Rival,
    /// The names or addresses are not alike enough.
    Unlike,
    /// Another name at the same address.
    SamePlace,
    /// The same unit at another address.
    Moved,
}

impl Doubt {
    /// Name in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rival => "rival",
            Self::Unlike => "unlike",
            Self::SamePlace => "same-place",
            Self::Moved => "moved",
        }
    }
}

/// Pairs of indexes, known before seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairing {
    /// Pairs made; no index occurs twice.
    pub pairs: Vec<(usize, usize, Stage)>,
    /// Pairs for a person to look at; none of them is made.
    pub doubts: Vec<(usize, usize, Doubt)>,
}

/// What speaks for a pair.
enum Judgement {
    Sure(f64, Stage),
    Doubtful(Doubt),
}

fn judge(known: &Subject, seen: &Subject) -> Option<Judgement> {
    let likeness = known.name.likeness(&seen.name);
    let nearness = known.address.nearness(&seen.address);
    let codes = !known.code.is_empty() && !seen.code.is_empty();
    let same_code = codes && known.code == seen.code;
    let same_unit = same_code || (!known.unit.is_empty() && known.unit == seen.unit);
    let sure = |score, stage| Some(Judgement::Sure(score, stage));
    let doubtful = |why| Some(Judgement::Doubtful(why));
    match nearness {
        Nearness::Same | Nearness::Near if same_code && known.name.branch == seen.name.branch => {
            sure(0.8 + 0.2 * likeness, Stage::Code)
        }
        // Another owner and another name at one address: a new shop as likely as a new sign.
        Nearness::Same if codes && !same_code && (0.3..0.75).contains(&likeness) => doubtful(Doubt::Unlike),
        Nearness::Same if likeness >= 0.6 => sure(0.6 + 0.4 * likeness, Stage::Address),
        Nearness::Same if likeness >= 0.3 => doubtful(Doubt::Unlike),
        Nearness::Near if likeness >= 0.7 => sure(0.5 + 0.4 * likeness, Stage::Similar),
        Nearness::Near if likeness >= 0.5 => doubtful(Doubt::Unlike),
        Nearness::Unknown if same_code && likeness >= 0.6 => sure(0.7 + 0.2 * likeness, Stage::Code),
        Nearness::Unknown if likeness >= 1.0 => sure(0.7, Stage::Name),
        Nearness::Unknown if likeness >= 0.8 => doubtful(Doubt::Unlike),
        Nearness::Apart if same_unit && likeness >= 0.6 => doubtful(Doubt::Moved),
        _ => None,
    }
}

/// Pairs what was known with what was seen.
#[must_use]
pub fn pair(known: &[Subject], seen: &[Subject]) -> Pairing {
    let mut work = Work { pairing: Pairing::default(), known: vec![true; known.len()], seen: vec![true; seen.len()] };
    work.exact(known, seen);
    let candidates = work.candidates(known, seen);
    let mut sure = Vec::new();
    for (k, s) in candidates {
        match judge(&known[k], &seen[s]) {
            Some(Judgement::Sure(score, stage)) => sure.push((score, k, s, stage)),
            Some(Judgement::Doubtful(why)) => work.pairing.doubts.push((k, s, why)),
            None => {}
        }
    }
    work.settle(sure);
    work.same_place(known, seen);
    work.finish()
}

struct Work {
    pairing: Pairing,
    /// Which are still free.
    known: Vec<bool>,
    seen: Vec<bool>,
}

impl Work {
    fn take(&mut self, k: usize, s: usize) {
        self.known[k] = false;
        self.seen[s] = false;
    }

    /// Several rows may be the very same; they are paired in their order. A name without an address has to agree in the
    /// rest, and to be there as often as before.
    fn exact(&mut self, known: &[Subject], seen: &[Subject]) {
        let key = |one: &Subject| {
            let rest = if one.address.road.is_empty() {
                format!("{} {} {}", one.street, one.unit, one.code)
            } else {
                String::new()
            };
            (one.name.clone(), one.address.clone(), rest)
        };
        let mut waiting: HashMap<_, VecDeque<usize>> = HashMap::new();
        for (k, one) in known.iter().enumerate().filter(|(_, one)| !one.name.core.is_empty()) {
            waiting.entry(key(one)).or_default().push_back(k);
        }
        let mut now: HashMap<_, VecDeque<usize>> = HashMap::new();
        for (s, one) in seen.iter().enumerate() {
            now.entry(key(one)).or_default().push_back(s);
        }
        for (key, seen) in now {
            let Some(known) = waiting.get(&key) else { continue };
            if key.1.road.is_empty() && known.len() != seen.len() {
                continue;
            }
            for (k, s) in known.iter().zip(seen) {
                self.take(*k, s);
                self.pairing.pairs.push((*k, s, Stage::Exact));
            }
        }
    }

    /// Free pairs that share a code, a number of a house, a road or a name.
    fn candidates(&self, known: &[Subject], seen: &[Subject]) -> BTreeSet<(usize, usize)> {
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for (k, subject) in known.iter().enumerate().filter(|(k, _)| self.known[*k]) {
            for key in keys(subject) {
                index.entry(key).or_default().push(k);
            }
        }
        let mut pairs = BTreeSet::new();
        for (s, subject) in seen.iter().enumerate().filter(|(s, _)| self.seen[*s]) {
            let found = keys(subject).into_iter().filter_map(|key| index.get(&key)).flatten();
            pairs.extend(found.map(|k| (*k, s)));
        }
        pairs
    }

    /// Makes the best pairs first; where a rival is nearly as good nobody is paired.
    fn settle(&mut self, mut sure: Vec<(f64, usize, usize, Stage)>) {
        sure.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut by_known: HashMap<usize, Vec<(f64, usize)>> = HashMap::new();
        let mut by_seen: HashMap<usize, Vec<(f64, usize)>> = HashMap::new();
        for (score, k, s, _) in &sure {
            by_known.entry(*k).or_default().push((*score, *s));
            by_seen.entry(*s).or_default().push((*score, *k));
        }
        for (score, k, s, stage) in sure {
            if !self.known[k] || !self.seen[s] {
                continue;
            }
            let rivals_of = |list: &[(f64, usize)], own: usize, free: &[bool]| -> Vec<usize> {
                let close = list.iter().filter(|(other, at)| *at != own && free[*at] && *other > score - MARGIN);
                close.map(|(_, at)| *at).collect()
            };
            let seen_rivals = rivals_of(by_known.get(&k).map_or(&[], Vec::as_slice), s, &self.seen);
            let known_rivals = rivals_of(by_seen.get(&s).map_or(&[], Vec::as_slice), k, &self.known);
            if seen_rivals.is_empty() && known_rivals.is_empty() {
                self.take(k, s);
                self.pairing.pairs.push((k, s, stage));
                continue;
            }
            self.pairing.doubts.push((k, s, Doubt::Rival));
            self.pairing.doubts.extend(seen_rivals.iter().map(|rival| (k, *rival, Doubt::Rival)));
            self.pairing.doubts.extend(known_rivals.iter().map(|rival| (*rival, s, Doubt::Rival)));
            self.take(k, s);
            seen_rivals.into_iter().for_each(|rival| self.seen[rival] = false);
            known_rivals.into_iter().for_each(|rival| self.known[rival] = false);
        }
    }

    /// One gone and one come at the same address: a new sign or a new shop, which only a person can tell.
    fn same_place(&mut self, known: &[Subject], seen: &[Subject]) {
        type GoneAndCome = (Vec<usize>, Vec<usize>);
        let mut places: BTreeMap<(&str, &[u32]), GoneAndCome> = BTreeMap::new();
        let place = |one: &Subject| !one.address.road.is_empty() && !one.address.numbers.is_empty();
        for (k, one) in known.iter().enumerate().filter(|(k, one)| self.known[*k] && place(one)) {
            places.entry((&one.address.road, &one.address.numbers)).or_default().0.push(k);
        }
        for (s, one) in seen.iter().enumerate().filter(|(s, one)| self.seen[*s] && place(one)) {
            places.entry((&one.address.road, &one.address.numbers)).or_default().1.push(s);
        }
        for (gone, come) in places.into_values() {
            if let ([k], [s]) = (gone.as_slice(), come.as_slice()) {
                self.pairing.doubts.push((*k, *s, Doubt::SamePlace));
            }
        }
    }

    /// Only doubts about what is in no pair are left, each once.
    fn finish(self) -> Pairing {
        let Pairing { mut pairs, mut doubts } = self.pairing;
        pairs.sort_unstable();
        let known: BTreeSet<usize> = pairs.iter().map(|pair| pair.0).collect();
        let seen: BTreeSet<usize> = pairs.iter().map(|pair| pair.1).collect();
        doubts.retain(|(k, s, _)| !known.contains(k) && !seen.contains(s));
        doubts.sort_unstable();
        doubts.dedup_by_key(|(k, s, _)| (*k, *s));
        Pairing { pairs, doubts }
    }
}

/// Under what an object is looked up; two that share none of it are not compared.
fn keys(subject: &Subject) -> Vec<String> {
    let AddressKey { road, numbers } = &subject.address;
    let mut keys = vec![format!("n{}", subject.name.core)];
    if !subject.code.is_empty() {
        keys.push(format!("c{}", subject.code));
    }
    if !road.is_empty() {
        let house = numbers.first().map(ToString::to_string).unwrap_or_default();
        keys.push(format!("r{road} {house}"));
        // A misspelt road still begins or ends alike, and the number is the same.
        let ends = [road.chars().next(), road.chars().nth(1), road.chars().rev().nth(1)];
        keys.extend(ends.into_iter().flatten().map(|c| format!("e{c} {numbers:?}")));
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subjects(rows: &[(&str, &str, &str)]) -> Vec<Subject> {
        let facts = |(name, address, code): &(&str, &str, &str)| Facts {
            name: (*name).into(),
            address: (*address).into(),
            credit_code: (*code).into(),
            ..Facts::default()
        };
        rows.iter().map(|row| Subject::new(&facts(row), &|c| c)).collect()
    }

    #[test]
    fn the_certain_pairs_come_first_and_each_object_once() {
        let known = subjects(&[("如意便利店", "人民路88号", ""), ("如益便利店", "人民路88号", "")]);
        let seen = subjects(&[("如益便利", "人民路８８号", ""), ("如意便利店", "人民路88号", "")]);
        assert_eq!(pair(&known, &seen).pairs, [(0, 1, Stage::Exact), (1, 0, Stage::Exact)]);
    }

    #[test]
    fn rivals_are_shown_and_nobody_is_paired() {
        let known = subjects(&[("如意便利店", "人民路88号", "")]);
        let seen = subjects(&[("如益便利店", "人民路88号", ""), ("如忆便利店", "人民路88号", "")]);
        let pairing = pair(&known, &seen);
        assert_eq!(pairing.pairs, []);
        assert_eq!(pairing.doubts, [(0, 0, Doubt::Rival), (0, 1, Doubt::Rival)]);
    }

    #[test]
    fn a_neighbour_and_another_branch_are_others() {
        let known = subjects(&[("如意2店", "人民路88号", "A"), ("大成五金", "和平路3号", "")]);
        let seen = subjects(&[("如意3店", "人民路90号", "A"), ("好再来面馆", "和平路3号", "")]);
        let pairing = pair(&known, &seen);
        assert_eq!(pairing.pairs, []);
        assert_eq!(pairing.doubts, [(1, 1, Doubt::SamePlace)]);
    }
}
