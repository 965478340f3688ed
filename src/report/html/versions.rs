//! The last section of the page: what a second person needs to get the same result.

use crate::i18n::{Lang, Msg};
use crate::record::Run;
use crate::report::tally::Tally;
use crate::report::{label, words};
use crate::text::sanitize;
use serde::Serialize;

/// Inputs listed at most.
const MAX_INPUTS: usize = 1_000;

/// A table of text.
#[derive(Serialize)]
pub struct Facts {
    title: &'static str,
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Facts {
    fn new(title: Msg, heads: &[Msg], rows: Vec<Vec<String>>, lang: Lang) -> Self {
        let heads = heads.iter().map(|head| head.get(lang)).collect();
        Self { title: title.get(lang), heads, rows }
    }
}

/// Gives the tables of the section; one without rows is left out.
pub fn versions(run: &Run, tally: &Tally, lang: Lang) -> Vec<Facts> {
    let facts = label::facts(run, lang).into_iter().map(|(name, value)| vec![name.to_owned(), value]);
    let assumptions = run.assumptions.iter().map(|text| vec![safe(text)]);
    let mut tables = vec![
        Facts::new(words::TOOL, &[], facts.collect(), lang),
        Facts::new(words::ASSUMPTIONS, &[], assumptions.collect(), lang),
        bases(tally, lang),
        rules(run, lang),
        dictionaries(run, lang),
        inputs(tally, lang),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

fn bases(tally: &Tally, lang: Lang) -> Facts {
    let heads = [words::NAME, words::ARTICLE, words::FROM, words::OBLIGATION, words::VERIFIED, words::COUNT];
    let rows = tally.bases().map(|(basis, times)| {
        let verified = if basis.verified { words::YES } else { words::NO };
        vec![
            safe(&basis.title),
            safe(&basis.article),
            safe(&basis.from),
            safe(words::obligation(&basis.obligation, lang)),
            verified.get(lang).to_owned(),
            times.to_string(),
        ]
    });
    Facts::new(words::BASES, &heads, rows.collect(), lang)
}

fn rules(run: &Run, lang: Lang) -> Facts {
    let heads = [words::RULE, words::KIND, words::NAME, words::DEFAULT_SEVERITY];
    let rows = run.rules.iter().map(|rule| {
        let severity = words::severity(rule.severity).get(lang).to_owned();
        vec![safe(&rule.id), safe(&rule.title), safe(&rule.name), severity]
    });
    Facts::new(words::RULES, &heads, rows.collect(), lang)
}

fn dictionaries(run: &Run, lang: Lang) -> Facts {
    let heads = [words::ID, words::NAME, words::ORIGIN, words::LICENCE, words::VERSION, words::ROWS];
    let rows = run.tables.iter().map(|one| {
        let texts = [&one.name, &one.title, &one.source, &one.licence, &one.version];
        texts.map(|text| safe(text)).into_iter().chain([one.rows.to_string()]).collect()
    });
    Facts::new(words::DICTIONARIES, &heads, rows.collect(), lang)
}

fn inputs(tally: &Tally, lang: Lang) -> Facts {
    let heads = [words::SOURCE, words::FORMAT, words::ENCODING, words::BYTES, words::FINDINGS, words::HASH];
    let all = tally.summary().map(|summary| summary.inputs.as_slice()).unwrap_or_default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for one in all.iter().take(MAX_INPUTS) {
        rows.push(vec![
            safe(words::source(&one.source, lang)),
            safe(&one.format),
            safe(&one.encoding),
            one.bytes.to_string(),
            one.findings.to_string(),
            safe(&one.hash),
        ]);
    }
    let more = all.len().saturating_sub(MAX_INPUTS);
    if more > 0 {
        rows.push(vec![words::fill(words::MORE_LINE.get(lang), &[&more])]);
    }
    Facts::new(words::INPUTS, &heads, rows, lang)
}

fn safe(text: &str) -> String {
    sanitize::line(text).into_owned()
}
