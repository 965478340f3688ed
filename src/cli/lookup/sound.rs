//! How a character or a word is read, and which table says so.

use super::super::page::Page;
use crate::data::chars::is_han;
use crate::i18n::{Lang, Msg};
use crate::lexicon::Lexicon;
use crate::spelling::{Case, Read, Speller, Style, Syllable, Tone, names, readings_of, tolerated};
use serde_json::{Value, json};

/// Adds what is known of the sound of a character to its page.
pub fn char(page: &mut Page, c: char, in_table: bool, lang: Lang) {
    let line = |name: Msg, readings: &[String], note: Msg, page: &mut Page| {
        if !readings.is_empty() {
            page.item(name.get(lang), &format!("{}{}", readings.join(" "), note.get(lang)));
        }
    };
    line(READING, &written(&readings_of(c)), if in_table { TABLE } else { OUTSIDE }, page);
    line(TOLERATED, &written(&tolerated(c)), OLDER, page);
    line(SURNAME, &surname(&c.to_string()), NAMES, page);
}

/// The readings of a character, the usual one first.
pub fn readings(c: char) -> Vec<String> {
    written(&readings_of(c))
}

/// The same for programs.
pub fn json_char(c: char, in_table: bool) -> Value {
    json!({
        "standard": written(&readings_of(c)), "tolerated": written(&tolerated(c)), "surname": surname(&c.to_string()),
        "source": if in_table { "kTGHZ2013" } else { "pinyin" },
    })
}

/// Adds what is known of the sound of a word.
pub fn word(page: &mut Page, word: &str, lexicon: &Lexicon, lang: Lang) {
    if !word.chars().all(|c| is_han(c as u32)) {
        return;
    }
    let speller = Speller::new(lexicon);
    page.item(READING.get(lang), &read(&speller, word, Style::Text));
    page.item(SPELLING.get(lang), &speller.text(word).render(Tone::Mark, Case::Standard));
    let surname = surname(word);
    if !surname.is_empty() {
        page.item(SURNAME.get(lang), &surname.join(" "));
    }
    if names().holds(word) {
        page.item(PLACE.get(lang), &place(&speller, word).join("　"));
    }
}

/// The same for programs.
pub fn json_word(word: &str, lexicon: &Lexicon) -> Value {
    let speller = Speller::new(lexicon);
    let places = if names().holds(word) { place(&speller, word) } else { Vec::new() };
    json!({
        "reading": read(&speller, word, Style::Text), "spelling": speller.text(word).render(Tone::Mark, Case::Standard),
        "surname": surname(word), "place": places,
    })
}

fn read(speller: &Speller, word: &str, style: Style) -> String {
    let syllables: Vec<Syllable> =
        speller.read(word, &[word.len()], style).into_iter().filter_map(|read: Read| read.syllable).collect();
    written(&syllables).join(" ")
}

fn written(syllables: &[Syllable]) -> Vec<String> {
    let write = |syllable: &Syllable| {
        let mut text = String::new();
        syllable.write(&mut text, Tone::Mark, false);
        text
    };
    syllables.iter().map(write).collect()
}

/// The readings of a surname.
fn surname(name: &str) -> Vec<String> {
    let readings = names().surnames.get(name).copied().unwrap_or_default();
    readings.split(' ').filter(|reading| !reading.is_empty()).map(str::to_owned).collect()
}

fn place(speller: &Speller, name: &str) -> Vec<String> {
    speller.place(name).iter().map(|spelling| spelling.render(Tone::Mark, Case::Standard)).collect()
}

const READING: Msg = Msg::new("读音", "Reading");
const TABLE: Msg = Msg::new("（《通用规范汉字字典》）", " (dictionary of the standard table, kTGHZ2013)");
const OUTSIDE: Msg =
    Msg::new("（表外字，取自拼音数据，仅供参考）", " (outside the table: from pinyin data, for information)");
const TOLERATED: Msg = Msg::new("旧读", "Older readings");
const OLDER: Msg = Msg::new("（旧版词典所收，不据此判错）", " (older norms; nothing is called wrong by them)");
const SURNAME: Msg = Msg::new("姓氏", "Surname");
const NAMES: Msg = Msg::new("（姓氏读音）", " (as a surname)");
const SPELLING: Msg = Msg::new("拼写", "Spelling");
const PLACE: Msg = Msg::new("地名", "Place name");
