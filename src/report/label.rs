//! Says where a finding stands and what it rests on, the same way in every report.

use super::words;
use crate::i18n::Lang;
use crate::record::{Basis, Finding, NameParts, Place, Run};
use crate::text::sanitize;

/// Says what the parts of an enterprise name are: `行政区划 北京 · 字号 指南针 · 组织形式 股份有限公司`.
#[must_use]
pub fn parts(name: &NameParts, lang: Lang) -> String {
    let part = |piece: &crate::record::NamePiece| {
        [words::name_part(&piece.part, lang), " ", &sanitize::line(&piece.text)].concat()
    };
    name.parts.iter().map(part).collect::<Vec<_>>().join(" · ")
}

/// Says where something stands, with its source: `shops.xlsx · 表1 · B7（第12行，名称）` or `a.txt:3:15`.
#[must_use]
pub fn place(place: &Place, lang: Lang) -> String {
    let mut label = sanitize::line(words::source(&place.source, lang)).into_owned();
    if !in_list(place) {
        return format!("{label}:{}:{}", place.line, place.column);
    }
    for part in [&place.sheet, &place.cell].into_iter().flatten() {
        label.push_str(" · ");
        label.push_str(&sanitize::line(part));
    }
    let row = place.record.map(|row| words::fill(words::ROW.get(lang), &[&row]));
    let field = place.field.as_deref().map(|field| sanitize::line(field).into_owned());
    let inner: Vec<String> = row.into_iter().chain(field).collect();
    match (inner.is_empty(), lang) {
        (true, _) => label,
        (false, Lang::Zh) => format!("{label}（{}）", inner.join("，")),
        (false, Lang::En) => format!("{label} ({})", inner.join(", ")),
    }
}

/// Says where something stands within its source and sheet: `B7（第12行）`, `第12行` or `第3行第15字`.
#[must_use]
pub fn position(place: &Place, lang: Lang) -> String {
    let row = place.record.map(|row| words::fill(words::ROW.get(lang), &[&row]));
    let cell = place.cell.as_deref().map(sanitize::line);
    match (cell, row, lang) {
        (Some(cell), Some(row), Lang::Zh) => format!("{cell}（{row}）"),
        (Some(cell), Some(row), Lang::En) => format!("{cell} ({row})"),
        (Some(cell), None, _) => cell.into_owned(),
        (None, Some(row), _) => row,
        (None, None, _) => words::fill(words::LINE_COLUMN.get(lang), &[&place.line, &place.column]),
    }
}

/// Tells whether a place is a cell of a list, not a spot in a text.
#[must_use]
pub const fn in_list(place: &Place) -> bool {
    place.cell.is_some() || place.record.is_some()
}

/// Names a basis: `《国家通用语言文字法》第十五条第四项（2026-01-01施行）`.
#[must_use]
pub fn basis(basis: &Basis, lang: Lang) -> String {
    let title = sanitize::line(&basis.title);
    let article = sanitize::line(&basis.article);
    let from =
        (!basis.from.is_empty()).then(|| words::fill(words::IN_FORCE.get(lang), &[&sanitize::line(&basis.from)]));
    let doubt = (!basis.verified).then(|| words::UNVERIFIED.get(lang).to_owned());
    let notes: Vec<String> = from.into_iter().chain(doubt).collect();
    match lang {
        Lang::Zh => {
            let notes = if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) };
            let gap = if article.starts_with(|c: char| c.is_ascii()) { " " } else { "" };
            format!("{}{gap}{article}{notes}", quote(&title))
        }
        Lang::En => {
            let gap = if article.is_empty() { "" } else { " " };
            let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
            format!("{title}{gap}{article}{notes}")
        }
    }
}

/// Names all bases of a finding, the binding one first.
#[must_use]
pub fn bases(bases: &[Basis], lang: Lang, between: &str) -> String {
    bases.iter().map(|one| basis(one, lang)).collect::<Vec<_>>().join(between)
}

/// Names the standard forms, the likeliest first: `厂、庵`.
#[must_use]
pub fn suggestions(finding: &Finding, lang: Lang) -> String {
    let between = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let form = |form: &String| match form.is_empty() {
        true => words::DELETE.get(lang).to_owned(),
        false => sanitize::line(form).into_owned(),
    };
    finding.suggestions.iter().map(form).collect::<Vec<_>>().join(between)
}

/// Says what is wrong and why it is graded so.
#[must_use]
pub fn message(finding: &Finding, lang: Lang) -> String {
    let message = sanitize::line(&finding.message);
    if finding.note.is_empty() {
        return message.into_owned();
    }
    let note = sanitize::line(&finding.note);
    match lang {
        Lang::Zh if message.ends_with(['。', '！', '？', '；']) || message.is_empty() => {
            format!("{message}{note}")
        }
        Lang::Zh => format!("{message}。{note}"),
        Lang::En => format!("{message} {note}"),
    }
}

/// Gives what identifies a run, in the order reports show it.
#[must_use]
pub fn facts(run: &Run, lang: Lang) -> Vec<(&'static str, String)> {
    let safe = |text: &str| sanitize::line(text).into_owned();
    let jurisdiction = match run.jurisdiction.as_str() {
        "national" | "" => words::NATIONAL.get(lang).to_owned(),
        other => safe(other),
    };
    let options = run.options.iter().map(|(name, value)| format!("{}={}", safe(name), safe(value)));
    vec![
        (words::TOOL.get(lang), safe(&format!("{} {}", run.tool, run.version))),
        (words::DATA.get(lang), safe(&run.data_version)),
        (words::DATA_HASH.get(lang), safe(&run.data_hash)),
        (words::DATE.get(lang), safe(&run.date)),
        (words::JURISDICTION.get(lang), jurisdiction),
        (words::SCENE.get(lang), safe(words::scene(&run.scene, lang))),
        (words::OPTIONS.get(lang), options.collect::<Vec<_>>().join("  ")),
    ]
}

/// Puts a Chinese title into book marks, but not a number such as `GB/T 16159-2012 …` or a title that has them.
fn quote(title: &str) -> String {
    if title.contains('《') || title.starts_with(|c: char| c.is_ascii_alphabetic()) {
        title.to_owned()
    } else {
        format!("《{title}》")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_a_spreadsheet_names_it() {
        let cell = Place {
            source: "shops.xlsx".into(),
            sheet: Some("表1".into()),
            cell: Some("B7".into()),
            record: Some(12),
            field: Some("名称".into()),
            ..Place::default()
        };
        assert_eq!(place(&cell, Lang::Zh), "shops.xlsx · 表1 · B7（第12行，名称）");
        assert_eq!(place(&cell, Lang::En), "shops.xlsx · 表1 · B7 (row 12, 名称)");
        assert_eq!(position(&cell, Lang::Zh), "B7（第12行）");
    }

    #[test]
    fn a_spot_in_a_text_is_named_as_editors_name_it() {
        let spot = Place { source: "a\n.txt".into(), line: 3, column: 15, ..Place::default() };
        assert_eq!(place(&spot, Lang::Zh), "a↵.txt:3:15");
        assert_eq!(position(&spot, Lang::Zh), "第3行第15字");
        assert_eq!(place(&Place { source: "-".into(), ..spot }, Lang::En), "standard input:3:15");
    }

    #[test]
    fn a_basis_shows_its_date_and_its_doubt() {
        let law = Basis {
            title: "国家通用语言文字法".into(),
            article: "第十五条第四项".into(),
            from: "2026-01-01".into(),
            verified: true,
            ..Basis::default()
        };
        assert_eq!(basis(&law, Lang::Zh), "《国家通用语言文字法》第十五条第四项（2026-01-01施行）");
        let doubtful = Basis { title: "GB/T 15834-2011 标点符号用法".into(), ..Basis::default() };
        assert_eq!(basis(&doubtful, Lang::Zh), "GB/T 15834-2011 标点符号用法（条文待核）");
    }
}
