//! Where the header of a list is and which columns are checked.
//!
//! Lists from offices begin with a title over merged cells, a line with the date and the maker, and then
//! a header of one or two rows. The header is the row among the first fifteen with the most words of
//! [`super::words`]; the caller's own columns come first.

use super::words::{Word, meaning};
use super::{Options, pairs};
use crate::document::{Column, Role, Scene};

/// Rows in which a header is searched.
pub(super) const HEADER_ROWS: usize = 15;

/// Rows looked at before the columns are decided.
pub(super) const SAMPLE_ROWS: usize = 50;

/// A row of a list: its number in the file and its cells.
pub(super) type RawRow = (u64, Vec<String>);

/// What the first rows of a list say.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The columns, in file order, contiguous from the first.
    pub(super) columns: Vec<Column>,
    /// How many of the sample rows are titles and header.
    pub(super) before_data: usize,
    /// The header row as it stands, to recognise it when it is repeated.
    pub(super) header: Vec<String>,
    /// No header was found and none was given.
    pub(super) headless: bool,
    /// Columns asked for on the command line that are not here.
    pub(super) missing: Vec<String>,
    /// Headers of names and spellings whose columns hold each other's.
    pub(super) swapped: Vec<(String, String)>,
}

/// Decides on the first rows; `keys` are the headers where the format gives them (JSON).
pub(super) fn layout(rows: &[RawRow], keys: Option<&[String]>, options: &Options) -> Layout {
    let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or_default();
    let given: Vec<&(String, Role)> = options.columns.iter().collect();
    let mut layout = match keys {
        Some(keys) => Layout { columns: columns(keys, width), ..Layout::default() },
        None => match find(rows, &given) {
            Some(at) => with_header(rows, at, width),
            None => Layout { columns: columns(&[], width), headless: true, ..Layout::default() },
        },
    };
    let body = rows.get(layout.before_data..).unwrap_or_default();
    let named = if given.is_empty() {
        assign(&mut layout, body);
        Vec::new()
    } else {
        assign_given(&mut layout, &given, body)
    };
    drop_strays(&mut layout.columns, &named);
    let plain = plain_names(&layout.columns);
    for column in &mut layout.columns {
        if let Role::Checked(scene) = &mut column.role {
            let own = match meaning(&column.header) {
                Word::Known(Role::Checked(own)) => own,
                _ => None,
            };
            let by_list = if is_plain_name(&column.header) { Some(plain) } else { None };
            *scene = options.scene.or(*scene).or(own).or(by_list);
        }
    }
    let body = rows.get(layout.before_data..).unwrap_or_default();
    layout.swapped = pairs::swap(&mut layout.columns, body);
    layout
}

/// Spellings of a column that is not checked are not looked at either, unless the caller named them (`given`).
fn drop_strays(columns: &mut [Column], given: &[usize]) {
    let any = columns.iter().any(|column| matches!(column.role, Role::Checked(_)));
    let mut checked = true;
    for column in columns {
        match (column.role, meaning(&column.header)) {
            (Role::Checked(_), _) => checked = true,
            (_, Word::Known(Role::Checked(_))) => checked = false,
            (Role::Spelling, _) if !any || (!checked && !given.contains(&column.index)) => column.role = Role::Carried,
            _ => {}
        }
    }
}

/// What a column that is merely called 名称 holds: places where the list spells them in Latin letters, else signs.
fn plain_names(columns: &[Column]) -> Scene {
    if columns.iter().any(|column| column.role == Role::Spelling) { Scene::PlaceName } else { Scene::Signboard }
}

fn is_plain_name(header: &str) -> bool {
    matches!(header.trim(), "名称" | "中文名称" | "汉字名称" | "名字") || header.trim().eq_ignore_ascii_case("name")
}

/// The column of a header that turns up only later.
pub(super) fn late_column(header: Option<&str>, index: usize, headless: bool, options: &Options) -> Column {
    let role = match header.map(meaning) {
        Some(Word::Known(role)) if options.columns.is_empty() => role,
        None if headless && options.columns.is_empty() => Role::Checked(None),
        _ => Role::Carried,
    };
    let role =
        if matches!(role, Role::Checked(_)) && options.scene.is_some() { Role::Checked(options.scene) } else { role };
    Column { header: header.map_or_else(|| nth(index), str::to_owned), role, index }
}

fn nth(index: usize) -> String {
    format!("第{}列", index + 1)
}

fn columns(headers: &[String], width: usize) -> Vec<Column> {
    (0..width.max(headers.len()))
        .map(|index| {
            let header = headers.get(index).map(|h| tidy(h)).filter(|h| !h.is_empty());
            Column { header: header.unwrap_or_else(|| nth(index)), role: Role::Carried, index }
        })
        .collect()
}

/// A header as reports show it: line breaks and double blanks gone.
fn tidy(header: &str) -> String {
    let parts: Vec<&str> = header.split_whitespace().collect();
    let ascii = header.is_ascii();
    parts.join(if ascii { " " } else { "" })
}

/// Index of the header row.
fn find(rows: &[RawRow], given: &[&(String, Role)]) -> Option<usize> {
    let candidates = rows.iter().take(HEADER_ROWS).enumerate();
    let scored = candidates.map(|(at, (_, row))| (score(rows, at, row, given), at));
    // The first row with the highest score.
    let (best, at) = scored.max_by_key(|&(score, at)| (score, usize::MAX - at))?;
    (best > 0).then_some(at)
}

/// How much a row looks like a header: known words count most, a lone one must not look like data.
fn score(rows: &[RawRow], at: usize, row: &[String], given: &[&(String, Role)]) -> usize {
    let cells = || row.iter().filter(|cell| !cell.trim().is_empty());
    let asked = cells().filter(|cell| given.iter().any(|(name, _)| same_header(cell, name))).count();
    if asked > 0 {
        return 1000 * asked + cells().count();
    }
    let known = cells().filter(|cell| matches!(meaning(cell), Word::Known(_))).count();
    let vague = cells().filter(|cell| meaning(cell) == Word::Some).count();
    let numeric = cells().any(|cell| is_number(cell));
    let long = cells().any(|cell| cell.chars().count() > 40);
    if long || (numeric && known < 3) || looks_like_data(rows, at, row) {
        return 0;
    }
    match (known, vague) {
        (2.., _) | (1, 1..) => 10 * known + vague,
        // `名称` alone over a column is a header where rows follow.
        (1, 0) | (0, 1..) if at + 1 < rows.len() => 10 * known + vague,
        _ => 0,
    }
}

/// Whether a word of the row comes again below it: `小区` is a header once and a kind of place ten times.
///
/// A header printed again on each page is the whole row again, so that does not count.
fn looks_like_data(rows: &[RawRow], at: usize, row: &[String]) -> bool {
    let others = rows.iter().enumerate().filter(|(other, (_, values))| *other != at && values != row);
    let is_word = |cell: &str| matches!(meaning(cell), Word::Known(_) | Word::Some);
    others.into_iter().any(|(_, (_, values))| values.iter().zip(row).any(|(a, b)| a == b && is_word(b)))
}

fn is_number(cell: &str) -> bool {
    let cell = cell.trim();
    cell.chars().any(|c| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '/' | ':' | '%'))
}

fn same_header(cell: &str, name: &str) -> bool {
    let (cell, name) = (tidy(cell), tidy(name));
    !cell.is_empty() && (cell == name || cell.eq_ignore_ascii_case(&name))
}

fn with_header(rows: &[RawRow], at: usize, width: usize) -> Layout {
    let header = rows.get(at).map(|(_, row)| row.clone()).unwrap_or_default();
    let below = rows.get(at + 1).map(|(_, row)| row.as_slice()).unwrap_or_default();
    let two = is_second_row(&header, below, rows.get(at + 2).is_some());
    let headers = if two { join(&header, below) } else { header.clone() };
    Layout { columns: columns(&headers, width), before_data: at + 1 + usize::from(two), header, ..Layout::default() }
}

/// Whether the row below splits merged header cells: `标准地名` over `汉字` and `罗马字母`.
///
/// Its cells then stand under a header cell that spans several columns, and nothing stands under the
/// header cells that span both rows.
fn is_second_row(header: &[String], below: &[String], more: bool) -> bool {
    let filled = |row: &[String], at: usize| row.get(at).is_some_and(|cell| !cell.trim().is_empty());
    let width = header.len().max(below.len());
    let spans = |at: usize| filled(header, at) && !filled(header, at + 1) && at + 1 < width;
    let (mut under_gap, mut cells) = (false, 0);
    for at in (0..width).filter(|&at| filled(below, at)) {
        let text = below.get(at).map(String::as_str).unwrap_or_default();
        let is_word = meaning(text) != Word::Unknown || text.trim().chars().count() <= 6;
        if is_number(text) || !is_word || (filled(header, at) && !spans(at)) {
            return false;
        }
        under_gap |= !filled(header, at);
        cells += 1;
    }
    let tall = (0..width).any(|at| filled(header, at) && !filled(below, at));
    more && cells >= 2 && under_gap && tall
}

/// Headers of a two-row header: the lower word where it says enough, else both.
fn join(header: &[String], below: &[String]) -> Vec<String> {
    let mut group = String::new();
    (0..header.len().max(below.len()))
        .map(|at| {
            let upper = header.get(at).map(|cell| tidy(cell)).unwrap_or_default();
            let lower = below.get(at).map(|cell| tidy(cell)).unwrap_or_default();
            if !upper.is_empty() {
                group.clone_from(&upper);
            }
            match (lower.is_empty(), meaning(&lower)) {
                (true, _) => upper,
                (false, _) if group.is_empty() => lower,
                (false, Word::Known(Role::Checked(None))) => group.clone(),
                (false, Word::Known(_)) => lower,
                (false, _) if matches!(lower.as_str(), "中文" | "汉语" | "简体") => group.clone(),
                _ => format!("{group}{lower}"),
            }
        })
        .collect()
}

/// Roles by the headers; where none is to be checked, by what the columns hold.
fn assign(layout: &mut Layout, body: &[RawRow]) {
    let meanings: Vec<Word> = layout.columns.iter().map(|column| meaning(&column.header)).collect();
    for (column, word) in layout.columns.iter_mut().zip(&meanings) {
        if let (Word::Known(role), false) = (word, layout.headless) {
            column.role = *role;
        }
    }
    for wanted in [Word::Some, Word::Unknown] {
        if layout.columns.iter().any(|column| matches!(column.role, Role::Checked(_))) {
            return;
        }
        for (column, word) in layout.columns.iter_mut().zip(&meanings) {
            let eligible = layout.headless || *word == wanted;
            if eligible && column.role == Role::Carried && holds_han(body, column.index) {
                column.role = Role::Checked(None);
            }
        }
    }
}

/// Roles by the command line: a header, a letter or a number. Returns the columns that were found.
fn assign_given(layout: &mut Layout, given: &[&(String, Role)], body: &[RawRow]) -> Vec<usize> {
    let mut named = Vec::new();
    let only_given = given.iter().any(|(_, role)| matches!(role, Role::Checked(_)));
    if only_given {
        for column in &mut layout.columns {
            if let Word::Known(role) = meaning(&column.header) {
                column.role = if matches!(role, Role::Checked(_)) { Role::Carried } else { role };
            }
        }
    } else {
        assign(layout, body);
    }
    for (name, role) in given.iter().copied() {
        let by_header = layout.columns.iter().position(|column| !layout.headless && same_header(&column.header, name));
        match by_header.or_else(|| by_place(name, layout.columns.len())) {
            Some(at) => {
                if let Some(column) = layout.columns.get_mut(at) {
                    column.role = *role;
                    named.push(at);
                }
            }
            None => layout.missing.push(name.clone()),
        }
    }
    layout.headless &= !only_given;
    named
}

/// Index of column `C` or `3`.
fn by_place(name: &str, width: usize) -> Option<usize> {
    let name = name.trim();
    let number = if name.bytes().all(|byte| byte.is_ascii_digit()) {
        name.parse::<usize>().ok()?
    } else if name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        name.bytes().fold(0, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1)
    } else {
        return None;
    };
    (1..=width).contains(&number).then(|| number - 1)
}

fn holds_han(rows: &[RawRow], column: usize) -> bool {
    rows.iter().take(SAMPLE_ROWS).any(|(_, row)| row.get(column).is_some_and(|cell| has_han(cell)))
}

/// Whether there is a Han character; 〇 counts, punctuation does not.
pub(super) fn has_han(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|c| {
            matches!(c, '\u{3007}' | '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
                | '\u{E000}'..='\u{F8FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        })
}
