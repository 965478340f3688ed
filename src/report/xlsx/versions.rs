//! The sheet 版本与依据: what a second person needs to get the same result and to dispute it.

use super::Content;
use super::sheet::{Cell, Stack, paper};
use super::style::Style;
use crate::i18n::{Lang, Msg};
use crate::record::{InputInfo, Run};
use crate::report::tally::Tally;
use crate::report::{label, words};
use crate::text::sanitize;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Inputs listed at most; a run over a web site may have very many.
const MAX_INPUTS: usize = 10_000;

/// Widths of the columns, which all tables of the sheet share.
const WIDTHS: [f64; 7] = [26.0, 40.0, 26.0, 16.0, 13.0, 12.0, 46.0];

/// Writes the sheet.
pub fn write(sheet: &mut Worksheet, content: &Content, run: &Run, style: &Style) -> Result<(), XlsxError> {
    let (lang, tally) = (content.lang, &content.tally);
    let name = words::SHEET_VERSIONS.get(lang);
    sheet.set_name(name)?;
    paper(sheet, name, 0.0, false, lang)?;
    let mut stack = Stack::new(sheet, style, &WIDTHS)?;
    stack.line(name, &style.title)?;
    for (label, value) in label::facts(run, lang) {
        stack.cells(&[Cell::text(label), Cell::Text(value)], false)?;
    }
    for text in &run.assumptions {
        stack.cells(&[Cell::text(words::ASSUMPTIONS.get(lang)), safe(text)], false)?;
    }
    bases(&mut stack, tally, lang)?;
    rules(&mut stack, run, lang)?;
    dictionaries(&mut stack, run, lang)?;
    let inputs = tally.summary().map(|summary| summary.inputs.as_slice()).unwrap_or_default();
    list_inputs(&mut stack, inputs, lang)
}

fn bases(stack: &mut Stack<'_>, tally: &Tally, lang: Lang) -> Result<(), XlsxError> {
    let heads = [words::NAME, words::ARTICLE, words::ID, words::FROM, words::OBLIGATION, words::COUNT, words::VERIFIED];
    table(stack, words::BASES, &heads, lang)?;
    for (basis, times) in tally.bases() {
        let verified = if basis.verified { words::YES } else { words::NO };
        let cells = [
            safe(&basis.title),
            safe(&basis.article),
            safe(&basis.id),
            safe(&basis.from),
            safe(words::obligation(&basis.obligation, lang)),
            Cell::Number(times),
            safe(verified.get(lang)),
        ];
        stack.cells(&cells, false)?;
    }
    Ok(())
}

fn rules(stack: &mut Stack<'_>, run: &Run, lang: Lang) -> Result<(), XlsxError> {
    let heads = [words::RULE, words::KIND, words::NAME, words::DEFAULT_SEVERITY];
    table(stack, words::RULES, &heads, lang)?;
    for rule in &run.rules {
        let severity = words::severity(rule.severity).get(lang);
        let cells = [safe(&rule.id), safe(&rule.title), safe(&rule.name), safe(severity)];
        stack.cells(&cells, false)?;
    }
    Ok(())
}

fn dictionaries(stack: &mut Stack<'_>, run: &Run, lang: Lang) -> Result<(), XlsxError> {
    let heads = [words::ID, words::NAME, words::ORIGIN, words::LICENCE, words::VERSION, words::ROWS];
    table(stack, words::DICTIONARIES, &heads, lang)?;
    for one in &run.tables {
        let cells = [
            safe(&one.name),
            safe(&one.title),
            safe(&one.source),
            safe(&one.licence),
            safe(&one.version),
            Cell::Number(one.rows as u64),
        ];
        stack.cells(&cells, false)?;
    }
    Ok(())
}

fn list_inputs(stack: &mut Stack<'_>, inputs: &[InputInfo], lang: Lang) -> Result<(), XlsxError> {
    let heads =
        [words::SOURCE, words::FORMAT, words::ENCODING, words::BYTES, words::ROWS, words::FINDINGS, words::HASH];
    table(stack, words::INPUTS, &heads, lang)?;
    for one in inputs.iter().take(MAX_INPUTS) {
        let cells = [
            safe(words::source(&one.source, lang)),
            safe(&one.format),
            safe(&one.encoding),
            Cell::Number(one.bytes),
            Cell::Number(one.records),
            Cell::Number(one.findings),
            Cell::Code(sanitize::line(&one.hash).into_owned()),
        ];
        stack.cells(&cells, false)?;
    }
    let more = inputs.len().saturating_sub(MAX_INPUTS);
    if more > 0 {
        stack.cells(&[Cell::Text(words::fill(words::MORE_LINE.get(lang), &[&more]))], false)?;
    }
    Ok(())
}

fn table(stack: &mut Stack<'_>, title: Msg, heads: &[Msg], lang: Lang) -> Result<(), XlsxError> {
    stack.heading(title.get(lang))?;
    let heads: Vec<&str> = heads.iter().map(|head| head.get(lang)).collect();
    stack.heads(&heads)
}

fn safe(text: &str) -> Cell {
    Cell::text(sanitize::line(text))
}
