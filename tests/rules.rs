//! Every example of every rule is a test of its own, exact to the character.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use zhengzi::Session;
use zhengzi::data::shape::{Example, Level};
use zhengzi::document::Scene;
use zhengzi::i18n::Lang;
use zhengzi::lexicon::{UserDictionary, UserTerms};
use zhengzi::record::{Finding, Severity};
use zhengzi::rule::{Options, Registry};

include!(concat!(env!("OUT_DIR"), "/rule_examples.rs"));

const DATE: &str = "2026-11-23";

/// A marker `{{wrong=>right|other}}`: start in scalar values, wrong text, suggestions.
type Marker = (u64, String, Vec<String>);

fn example(id: &str, number: usize) {
    let registry = Registry::builtin();
    let rule = registry.find(id).expect("the build lists the rules it compiled");
    let example = &rule.examples[number];
    let scene = if example.scene.is_empty() { "document" } else { &example.scene };
    let scene = Scene::parse(scene).expect("the loader knows the scenes");
    let session = session(rule.default, id, &rule.jurisdictions, example);
    let look = |text: &str| match (example.list, example.exempt.as_str()) {
        (true, _) => session.check_list(text, scene),
        (false, "") => session.check_text(text, scene),
        (false, stated) => session.check_exempted(text, scene, stated),
    };
    let others = |f: &Finding| f.rule != id && !example.also.contains(&f.rule);
    if !example.good.is_empty() {
        let found = look(&example.good);
        let undeclared: Vec<_> = found.iter().filter(|f| !example.also.contains(&f.rule)).map(show).collect();
        assert!(undeclared.is_empty(), "“{}” is good, but: {undeclared:?}", example.good);
        return;
    }
    let (text, corrected, markers) = parse(&example.bad);
    let found = look(&text);
    let undeclared: Vec<_> = found.iter().filter(|f| others(f)).map(show).collect();
    assert!(undeclared.is_empty(), "“{text}”: undeclared {undeclared:?}; declare in `also` or change the example");
    let own: Vec<&Finding> = found.iter().filter(|f| f.rule == id).collect();
    // In a list positions count within the entry.
    let entry_start = |f: &Finding| {
        let before = text.split('\n').take(f.place.record.map_or(0, |row| row as usize - 1));
        before.map(|line| line.chars().count() as u64 + 1).sum::<u64>()
    };
    let got: Vec<Marker> =
        own.iter().map(|f| (entry_start(f) + f.place.offset, f.text.clone(), f.suggestions.clone())).collect();
    assert_eq!(got, markers, "“{text}”");
    if let Some(level) = example.level {
        assert!(
            own.iter().all(|f| f.severity == severity(level)),
            "“{text}”: {:?}",
            found.iter().map(show).collect::<Vec<_>>()
        );
    }
    if markers.iter().all(|m| m.2.len() == 1) {
        let again: Vec<_> = look(&corrected).iter().filter(|f| f.rule == id).map(show).collect();
        assert!(again.is_empty(), "corrected “{corrected}” is still reported: {again:?}");
    }
}

fn session(default: bool, id: &str, jurisdictions: &[String], example: &Example) -> Session {
    let mut options = Options::national(DATE);
    if let Some(name) = jurisdictions.first() {
        options.jurisdiction.clone_from(name);
    }
    if !default {
        options.select = vec!["ZI".into(), "CI".into(), id.into()];
    }
    let mut user = UserTerms::default();
    user.add(UserDictionary::Forbid, "example", &example.forbid).expect("lines of a user dictionary");
    Session::new(options, &user, None, Lang::Zh).expect("the national profile exists")
}

fn parse(bad: &str) -> (String, String, Vec<Marker>) {
    let (mut text, mut corrected, mut markers) = (String::new(), String::new(), Vec::new());
    let mut rest = bad;
    while let Some((before, after)) = rest.split_once("{{") {
        let (marker, tail) = after.split_once("}}").expect("a marker ends with }}");
        let (wrong, right) = marker.split_once("=>").unwrap_or((marker, ""));
        let answers: Vec<String> = right.split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect();
        text.push_str(before);
        corrected.push_str(before);
        markers.push((text.chars().count() as u64, wrong.to_owned(), answers.clone()));
        text.push_str(wrong);
        corrected.push_str(answers.first().map_or(wrong, String::as_str));
        rest = tail;
    }
    text.push_str(rest);
    corrected.push_str(rest);
    (text, corrected, markers)
}

fn severity(level: Level) -> Severity {
    match level {
        Level::Notice => Severity::Notice,
        Level::Advice => Severity::Advice,
        Level::Suspected => Severity::Suspected,
        Level::Violation => Severity::Violation,
    }
}

fn show(f: &Finding) -> String {
    format!("{} {:?} {} {:?}", f.rule, f.severity, f.text, f.suggestions)
}
