//! A spelling for programs: one JSON object a line.

use super::Job;
use crate::document::Scene;
use crate::i18n::{Lang, Msg};
use crate::spelling::{Case, Evidence, Sound, Spelling, Tone, Unit};
use serde_json::{Value, json};

/// The record of a line.
pub fn of(job: &Job, source: &str, line: u64, text: &str, spellings: &[Spelling]) -> Value {
    let mut all: Vec<String> = Vec::new();
    for written in spellings.iter().map(|spelling| job.render(spelling)) {
        if !all.contains(&written) {
            all.push(written);
        }
    }
    let spelling = if all.is_empty() { String::new() } else { all.remove(0) };
    let name = if job.scene == Scene::Document { text } else { text.trim() };
    let units = spellings.first().map_or(&[][..], |first| first.units.as_slice());
    let syllables: Vec<Value> = units.iter().filter_map(|unit| syllable(unit, name, job.talk.lang)).collect();
    let weakest = units.iter().filter(|unit| is_read(unit, name)).map(|unit| unit.evidence).min();
    json!({
        "source": source, "line": line, "scene": job.scene.as_str(), "text": text, "spelling": spelling, "alternatives": all,
        "syllables": syllables, "evidence": weakest.map(evidence), "confidence": weakest.map(confidence),
        "norms": norms(job),
    })
}

/// Whether a unit says Chinese characters.
fn is_read(unit: &Unit, text: &str) -> bool {
    let han = |c: char| crate::data::chars::is_han(c as u32);
    matches!(unit.sound, Sound::Syllable(_)) || text.get(unit.at.clone()).is_some_and(|part| part.contains(han))
}

fn syllable(unit: &Unit, text: &str, lang: Lang) -> Option<Value> {
    let part = text.get(unit.at.clone()).filter(|_| is_read(unit, text))?;
    let reading = match &unit.sound {
        Sound::Syllable(syllable) => {
            let mut reading = String::new();
            syllable.write(&mut reading, Tone::Mark, false);
            reading
        }
        Sound::Fixed(fixed) => fixed.clone(),
    };
    Some(json!({
        "text": part, "reading": reading, "evidence": evidence(unit.evidence), "evidence_text": words(unit.evidence).get(lang),
    }))
}

/// The machine form of what a reading rests on.
pub fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Outside => "outside",
        Evidence::Usual => "usual",
        Evidence::Word => "word",
        Evidence::Agreed => "agreed",
        Evidence::Only => "only",
        Evidence::Name => "name",
        Evidence::User => "user",
    }
}

/// What a reading rests on, for people.
fn words(evidence: Evidence) -> Msg {
    match evidence {
        Evidence::Outside => Msg::new("字表以外的字，取自拼音数据", "outside the table, from pinyin data"),
        Evidence::Usual => Msg::new("多音字的常用音", "the usual of several readings"),
        Evidence::Word => Msg::new("一部词表的词音", "a word of one dictionary"),
        Evidence::Agreed => Msg::new("词音，各词表一致或者人工审定", "a word on which dictionaries agree"),
        Evidence::Only => Msg::new("只有这一个读音", "its only reading"),
        Evidence::Name => Msg::new("姓氏或者地名表", "the tables of surnames and places"),
        Evidence::User => Msg::new("用户的专名词典", "the user's dictionary of names"),
    }
}

fn confidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Outside | Evidence::Usual => "low",
        Evidence::Word => "medium",
        _ => "high",
    }
}

/// The norms a spelling follows, by their ids in the catalogue.
fn norms(job: &Job) -> Vec<&'static str> {
    let mut norms = match job.scene {
        Scene::PlaceName => vec!["rule:place-spelling-1984", "std:generics"],
        Scene::PersonName => vec!["std:person-names"],
        _ => vec!["std:orthography"],
    };
    if job.case == Case::Standard && !job.in_passport {
        norms.push("scheme:pinyin-1958");
    }
    norms
}
