//! Tones: which mark each syllable has, where it stands, and what speech and older norms also have.

use super::align::{Alignment, Match};
use super::judge::Judge;
use crate::data::shape::Fault;
use crate::rule::Level;
use crate::spelling::{Evidence, Sound, Syllable, Tone, readings_of, tolerated, unmark};

impl Judge<'_> {
    pub(super) fn tones(&mut self, alignment: &Alignment) {
        if self.latin.digits {
            // Who writes tones as digits writes for a machine: division and capitals are not the point.
            self.parts.retain(|(_, p)| {
                p.slip
                    || !matches!(
                        p.fault,
                        Fault::Division | Fault::PlaceDivision | Fault::Modifier | Fault::Case | Fault::Person
                    )
            });
            let (written, right) = (self.raw(0..self.latin.letters.len()), self.right(0..self.spelling.units.len()));
            self.add(0..self.latin.letters.len(), Fault::Tone, Level::Advice, "", written, right);
        }
        if !self.latin.has_tones() {
            return;
        }
        let mut unmarked = Vec::new();
        for step in alignment.steps.iter().filter(|s| matches!(s.how, Match::Right | Match::Umlaut | Match::Reading)) {
            let Some(unit) = self.spelling.units.get(step.units.start).filter(|_| !step.letters.is_empty()) else {
                continue;
            };
            let Sound::Syllable(right) = unit.sound else { continue };
            let letters = &self.latin.letters[step.letters.clone()];
            let marked: Vec<usize> = letters.iter().enumerate().filter(|(_, l)| l.tone > 0).map(|(n, _)| n).collect();
            let tone = marked.first().map_or(0, |n| letters[*n].tone);
            let hanzi = self.hanzi(step.units.clone()).to_owned();
            let at = step.letters.clone();
            let (written, wanted) = (self.raw(step.letters.clone()), self.right(step.units.clone()));
            let level = self.tone_level(unit.evidence);
            if tone == 0 && right.tone > 0 {
                unmarked.push((at, hanzi, written, wanted, level));
            } else if tone > 0 && right.tone == 0 {
                // 一般轻读，间或重读: the full tone of the character is never worse than a slip.
                let own = full_tones(&hanzi, right, tone);
                let (fault, level) =
                    if own { (Fault::Neutral, level.min(Level::Advice)) } else { (Fault::Tone, level) };
                self.add(at, fault, level, &hanzi, written, wanted);
            } else if tone != right.tone
                && step.how == Match::Right
                && !allowed_tone(&hanzi, right, tone, unit.evidence)
                && !self.is_doubled(step.units.start, tone)
            {
                let level =
                    if self.is_sandhi(step.units.start, right, tone) { level.min(Level::Suspected) } else { level };
                self.add(at, Fault::Tone, level, &hanzi, written, wanted);
            } else if tone == right.tone && tone > 0 && !self.latin.digits && misplaced(right, &marked) {
                self.add(at, Fault::Tone, Level::Advice, &hanzi, written, wanted);
            }
        }
        let all = alignment.steps.iter().filter(|s| s.how == Match::Right && !s.letters.is_empty()).count();
        for (at, hanzi, written, wanted, level) in unmarked {
            // One bare syllable among marked ones may be meant as a neutral tone; half of them are a matter of care.
            // 看不见 kànbujiàn, 说一说: inside a word both are light.
            if matches!(hanzi.as_str(), "一" | "不") {
                continue;
            }
            let (fault, most) = if self.manner.teaching && all > 1 {
                (Fault::Neutral, Level::Notice)
            } else {
                (Fault::ToneMixed, Level::Advice)
            };
            self.add(at, fault, level.min(most), &hanzi, written, wanted);
        }
    }

    /// 绿油油 lǜyóuyóu is spoken lǜyōuyōu, and older books mark it so.
    fn is_doubled(&self, unit: usize, tone: u8) -> bool {
        let hanzi = self.hanzi(unit..unit + 1);
        let same = |other: Option<usize>| other.is_some_and(|n| self.hanzi(n..n + 1) == hanzi);
        tone == 1 && (same(unit.checked_sub(1)) || same(Some(unit + 1)))
    }

    /// 你好 ní hǎo: the third tone as it is spoken before another.
    fn is_sandhi(&self, unit: usize, right: Syllable, tone: u8) -> bool {
        let next = self.spelling.units.get(unit + 1).map(|u| &u.sound);
        right.tone == 3 && tone == 2 && matches!(next, Some(Sound::Syllable(s)) if s.tone == 3)
    }

    fn tone_level(&self, evidence: Evidence) -> Level {
        match evidence {
            Evidence::Only | Evidence::Name | Evidence::User => Level::Violation,
            Evidence::Agreed => Level::Suspected,
            _ => Level::Advice,
        }
    }
}

/// Whether the tone is one the character has with these letters, by any norm.
fn full_tones(hanzi: &str, right: Syllable, tone: u8) -> bool {
    let Some(char) = hanzi.chars().next() else { return false };
    let readings = readings_of(char).into_iter().chain(tolerated(char));
    readings.into_iter().any(|r| r.letters == right.letters && r.tone == tone)
}

/// Sandhi of 一 and 不, which teaching may write; older norms; and what no word decides.
fn allowed_tone(hanzi: &str, right: Syllable, tone: u8, evidence: Evidence) -> bool {
    let sandhi = match hanzi {
        "一" => matches!(tone, 2 | 4),
        "不" => tone == 2,
        _ => false,
    };
    let Some(char) = hanzi.chars().next() else { return true };
    let older = || tolerated(char).iter().any(|r| r.letters == right.letters && r.tone == tone);
    sandhi || older() || (evidence <= Evidence::Word && full_tones(hanzi, right, tone))
}

/// Whether the mark stands on another letter than it should.
fn misplaced(right: Syllable, marked: &[usize]) -> bool {
    let mut written = String::new();
    right.write(&mut written, Tone::Mark, false);
    let place = written.chars().position(|c| unmark(c).1 > 0);
    marked.len() > 1 || place != marked.first().copied()
}
