//! `zhengzi lookup`: everything the tables know of a character or a word.

mod sound;

use super::law::{self, Law};
use super::page::Page;
use super::rules::print;
use super::talk::Talk;
use super::{Exit, Failure, given, show};
use crate::data::chars::{ALLOWED, CharEntry, IN_NAMES, IN_PLACES, is_han};
use crate::data::shape::{Footnote, Rule};
use crate::data::terms::{Meaning, TermRef};
use crate::i18n::Msg;
use crate::lexicon::Lexicon;
use crate::report::words::fill;
use crate::text::sanitize;
use clap::ArgMatches;
use serde_json::{Value, json};

/// Runs the command.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let law = Law::load(matches, talk)?;
    let lexicon = Lexicon::builtin();
    let look = Look { law: &law, lexicon: &lexicon };
    let texts: Vec<&str> = given::texts(matches, "text").map(str::trim).filter(|text| !text.is_empty()).collect();
    if texts.is_empty() {
        return Err(Failure::Message(EMPTY.get(law.lang).into()));
    }
    if matches.get_flag("json") {
        let found: Vec<Value> = texts.iter().flat_map(|text| look.json(text)).collect();
        print(&Value::Array(found))?;
    } else {
        let pages: Vec<String> = texts.iter().flat_map(|text| look.pages(text)).collect();
        show(&pages.join("\n"))?;
    }
    Ok(Exit::Clean)
}

struct Look<'a> {
    law: &'a Law,
    lexicon: &'a Lexicon,
}

/// What one table says of a character, from either side of the pair.
struct Relation<'a> {
    /// The form that is not standard, or of limited use.
    form: char,
    entry: &'a CharEntry,
}

impl Look<'_> {
    /// A page for a word that a table names, then one for each of its characters.
    fn pages(&self, text: &str) -> Vec<String> {
        let mut pages = Vec::new();
        if text.chars().nth(1).is_some() {
            pages.push(self.word(text));
        }
        let mut seen = Vec::new();
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            if !seen.contains(&c) {
                seen.push(c);
                pages.push(self.char(c));
            }
        }
        pages
    }

    fn char(&self, c: char) -> String {
        let lang = self.law.lang;
        let code = format!("U+{:04X}", c as u32);
        let mut page = Page::new(&format!("{}  {code}", sanitize::line(&c.to_string())), lang);
        page.text(2, &self.standing(c));
        sound::char(&mut page, c, self.lexicon.chars.number(c).is_some(), lang);
        let own = self.lexicon.chars.entries(c);
        if !own.is_empty() {
            page.heading(OWN.get(lang));
            own.iter().for_each(|entry| self.relation(&mut page, &Relation { form: c, entry }));
        }
        let forms = self.forms_of(c);
        if !forms.is_empty() {
            page.heading(&fill(FORMS.get(lang), &[&c]));
            forms.iter().for_each(|relation| self.relation(&mut page, relation));
        }
        page.finish()
    }

    /// Whether it is a standard character, and which.
    fn standing(&self, c: char) -> String {
        let lang = self.law.lang;
        let chars = &self.lexicon.chars;
        match chars.number(c) {
            Some(number) => fill(STANDARD.get(lang), &[&level(number).get(lang), &format!("{number:04}")]),
            None if !is_han(c as u32) => NO_HAN.get(lang).into(),
            None if chars.entries(c).is_empty() => OUTSIDE_UNKNOWN.get(lang).into(),
            None => OUTSIDE.get(lang).into(),
        }
    }

    /// Every form for which a character is the standard one.
    fn forms_of(&self, c: char) -> Vec<Relation<'_>> {
        let named = self.lexicon.chars.named();
        let points_here =
            |entry: &&CharEntry| entry.matcher != ALLOWED && entry.target.split(' ').any(|one| one.chars().eq([c]));
        let relations = named
            .filter(|(form, _)| *form != c)
            .flat_map(|(form, entries)| entries.iter().filter(points_here).map(move |entry| Relation { form, entry }));
        relations.collect()
    }

    fn relation(&self, page: &mut Page, relation: &Relation) {
        let lang = self.law.lang;
        let Relation { form, entry } = relation;
        if entry.matcher == ALLOWED {
            page.item(LEGITIMATE.get(lang), &entry.note);
            return;
        }
        let rule = self.law.registry.rule_of(entry.matcher);
        let shown = sanitize::line(&form.to_string()).into_owned();
        let arrow = if entry.target.is_empty() { shown } else { format!("{shown} → {}", entry.target) };
        page.item(rule.title.get(lang), &format!("{arrow}  {} {}", rule.id, rule.name));
        for scope in scopes(entry) {
            page.text(4, scope.get(lang));
        }
        page.text(4, &entry.note);
        for footnote in self.footnotes(*form) {
            page.text(4, &fill(FOOTNOTE.get(lang), &[&footnote.number, &footnote.standard_form, &footnote.allowed]));
        }
        self.basis(page, rule);
        if self.lexicon.chars.number(*form).is_some() {
            self.usage(page, *form, rule);
        }
    }

    /// What the footnotes of the table's appendix say of a form.
    fn footnotes(&self, form: char) -> impl Iterator<Item = &Footnote> {
        let own = move |text: &str| text.chars().eq([form]);
        self.law.registry.knowledge.footnotes.iter().filter(move |note| own(&note.form) || own(&note.standard_form))
    }

    /// Words that show where a character of limited use is right, and where it is not.
    fn usage(&self, page: &mut Page, c: char, rule: &Rule) {
        let of_rule =
            |term: &TermRef| term.text.contains(c) && self.rule_of(term).is_some_and(|(one, _)| one.id == rule.id);
        let terms = || self.lexicon.terms.terms().filter(of_rule);
        let hit = |term: &TermRef| matches!(term.meaning, Meaning::Hit(_));
        for (name, list) in [(RIGHT, words(terms().filter(|term| !hit(term)))), (WRONG, words(terms().filter(hit)))] {
            if !list.is_empty() {
                page.item(name.get(self.law.lang), &list);
            }
        }
    }

    fn basis(&self, page: &mut Page, rule: &Rule) {
        let index = self.law.registry.rules().iter().position(|one| one.id == rule.id).unwrap_or_default();
        for one in self.law.norms(rule, index) {
            page.text(4, &law::basis(one, self.law.lang));
        }
    }

    fn word(&self, word: &str) -> String {
        let lang = self.law.lang;
        let mut page = Page::new(&sanitize::line(word), lang);
        sound::word(&mut page, word, self.lexicon, lang);
        let (own, inside, right_of) = self.terms(word);
        if own.is_empty() && inside.is_empty() && right_of.is_empty() {
            page.text(2, NO_TERM.get(lang));
        }
        for (heading, terms) in [(TERM, own), (INSIDE, inside), (RIGHT_OF, right_of)] {
            if !terms.is_empty() {
                page.heading(&fill(heading.get(lang), &[&sanitize::line(word)]));
            }
            terms.into_iter().for_each(|term| self.term(&mut page, &term));
        }
        page.finish()
    }

    /// Terms that are the word, stand in it, or have it as their standard form.
    fn terms(&self, word: &str) -> (Vec<TermRef<'_>>, Vec<TermRef<'_>>, Vec<TermRef<'_>>) {
        let all = || self.lexicon.terms.terms();
        let own = all().filter(|term| term.text == word).collect();
        let inside = all().filter(|term| term.text != word && word.contains(term.text)).collect();
        let right =
            |term: &TermRef| matches!(term.meaning, Meaning::Hit(_)) && term.target.split(' ').any(|one| one == word);
        (own, inside, all().filter(right).collect())
    }

    fn term(&self, page: &mut Page, term: &TermRef) {
        let lang = self.law.lang;
        match self.rule_of(term) {
            Some((rule, true)) => {
                let arrow = if term.target.is_empty() { String::new() } else { format!(" → {}", term.target) };
                page.item(rule.title.get(lang), &format!("{}{arrow}  {} {}", term.text, rule.id, rule.name));
                page.text(4, term.note);
                self.basis(page, rule);
            }
            Some((rule, false)) => {
                page.item(RIGHT.get(lang), &fill(KEEP.get(lang), &[&term.text, &rule.id, &rule.title.get(lang)]));
                page.text(4, term.note);
            }
            None => {
                page.item(PROTECTED.get(lang), term.text);
                page.text(4, term.note);
            }
        }
    }

    /// The rule a term belongs to, and whether it is a hit of it.
    fn rule_of(&self, term: &TermRef) -> Option<(&Rule, bool)> {
        match term.meaning {
            Meaning::Hit(matcher) => Some((self.law.registry.rule_of(matcher), true)),
            Meaning::Keep(rule) => Some((self.law.registry.rules().get(usize::from(rule))?, false)),
            _ => None,
        }
    }

    fn json(&self, text: &str) -> Vec<Value> {
        let mut values = Vec::new();
        if text.chars().nth(1).is_some() {
            let (own, inside, right_of) = self.terms(text);
            let list = |terms: Vec<TermRef>| terms.into_iter().map(|term| self.json_term(&term)).collect::<Vec<_>>();
            values.push(json!({
                "type": "word", "text": text, "sound": sound::json_word(text, self.lexicon),
                "terms": list(own), "inside": list(inside), "standard_of": list(right_of),
            }));
        }
        let mut seen = Vec::new();
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            if !seen.contains(&c) {
                seen.push(c);
                values.push(self.json_char(c));
            }
        }
        values
    }

    fn json_char(&self, c: char) -> Value {
        let chars = &self.lexicon.chars;
        let number = chars.number(c);
        let own = chars.entries(c).iter().map(|entry| self.json_entry(&Relation { form: c, entry }));
        let forms = self.forms_of(c);
        json!({
            "type": "character", "text": c, "code": format!("U+{:04X}", c as u32), "han": is_han(c as u32),
            "standard": number.is_some(), "number": number, "level": number.map(level_number),
            "readings": sound::readings(c), "sound": sound::json_char(c, number.is_some()),
            "entries": own.collect::<Vec<_>>(),
            "standard_of": forms.iter().map(|relation| self.json_entry(relation)).collect::<Vec<_>>(),
        })
    }

    fn json_entry(&self, relation: &Relation) -> Value {
        let Relation { form, entry } = relation;
        let rule = (entry.matcher != ALLOWED).then(|| self.law.registry.rule_of(entry.matcher));
        let targets: Vec<&str> = if rule.is_some() { entry.target.split_whitespace().collect() } else { Vec::new() };
        json!({
            "form": form, "standard": targets, "note": entry.note,
            "rule": rule.map(|rule| &rule.id), "name": rule.map(|rule| &rule.name),
            "basis": rule.map(|rule| &rule.basis), "allowed": rule.is_none(),
            "in_names": entry.flags & IN_NAMES != 0, "in_places": entry.flags & IN_PLACES != 0,
        })
    }

    fn json_term(&self, term: &TermRef) -> Value {
        let rule = self.rule_of(term);
        let hit = rule.is_some_and(|(_, hit)| hit);
        let targets: Vec<&str> = if hit { term.target.split_whitespace().collect() } else { Vec::new() };
        json!({
            "text": term.text, "standard": targets, "note": term.note, "wrong": hit,
            "rule": rule.map(|(rule, _)| &rule.id), "name": rule.map(|(rule, _)| &rule.name),
        })
    }
}

/// The first of a list of terms.
fn words<'t>(terms: impl Iterator<Item = TermRef<'t>>) -> String {
    let mut words: Vec<&str> = terms.map(|term| term.text).collect();
    let more = words.len() > WORDS;
    words.truncate(WORDS);
    format!("{}{}", words.join(" "), if more { " …" } else { "" })
}

/// Where the table lets a form stand.
fn scopes(entry: &CharEntry) -> impl Iterator<Item = Msg> {
    let names = (entry.flags & IN_NAMES != 0).then_some(NAMES);
    names.into_iter().chain((entry.flags & IN_PLACES != 0).then_some(PLACES))
}

/// The standard table numbers its three levels through: 3,500, 3,000 and 1,605 characters.
fn level_number(number: u16) -> u8 {
    match number {
        0..=3500 => 1,
        3501..=6500 => 2,
        _ => 3,
    }
}

fn level(number: u16) -> Msg {
    [ONE, TWO, THREE][usize::from(level_number(number)) - 1]
}

/// Examples shown of a use.
const WORDS: usize = 24;

const FOOTNOTE: Msg = Msg::new("附件 1 第 {} 条注，“{}”：{}", "note {} of appendix 1, “{}”: {}");
const EMPTY: Msg = Msg::new("请写出要查的字或词。", "give a character or a word.");
const STANDARD: Msg =
    Msg::new("规范字，{}，《通用规范汉字表》第 {} 号", "standard character, {}, number {} of the table");
const ONE: Msg = Msg::new("一级字", "level 1");
const TWO: Msg = Msg::new("二级字", "level 2");
const THREE: Msg = Msg::new("三级字", "level 3");
const NO_HAN: Msg = Msg::new("不是汉字", "not a Han character");
const OUTSIDE: Msg = Msg::new("不在《通用规范汉字表》内", "not in the standard table");
const OUTSIDE_UNKNOWN: Msg =
    Msg::new("不在《通用规范汉字表》内，其他字表也没有收录", "not in the standard table, nor in any other");
const OWN: Msg = Msg::new("字表所载", "In the tables");
const FORMS: Msg = Msg::new("以“{}”为规范写法的字形", "Forms whose standard is “{}”");
const LEGITIMATE: Msg = Msg::new("字表未收而有正当用途", "Outside the table, in legitimate use");
const NAMES: Msg = Msg::new("姓氏人名中可用", "right in personal names");
const PLACES: Msg = Msg::new("地名中可用", "right in place names");
const TERM: Msg = Msg::new("词表所载“{}”", "“{}” in the lists of words");
const INSIDE: Msg = Msg::new("“{}”里含有的词条", "Terms inside “{}”");
const RIGHT_OF: Msg = Msg::new("以“{}”为规范写法的词形", "Forms whose standard is “{}”");
const NO_TERM: Msg = Msg::new("词表没有收录，以下逐字列出", "not in the lists of words; its characters follow");
const RIGHT: Msg = Msg::new("规范用法", "Right use");
const WRONG: Msg = Msg::new("不规范的用法", "Wrong use");
const KEEP: Msg = Msg::new("“{}”不按 {} {}报告", "“{}” is not reported under {} {}");
const PROTECTED: Msg = Msg::new("受保护的专名", "Protected name");
