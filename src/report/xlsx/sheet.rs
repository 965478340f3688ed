//! Writes cells and tables, within the limits of Excel.

use super::style::{FONT, Style};
use crate::i18n::Lang;
use crate::report::words;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// UTF-16 units a cell may have; Excel takes 32,767.
const MAX_CELL: usize = 32_000;
/// Points a row may be high.
const MAX_HEIGHT: f64 = 409.0;
/// Widths that fit an A4 page on its side at a size people can read.
const A4_WIDTH: f64 = 205.0;

/// What stands in a cell.
pub enum Cell {
    /// Text.
    Text(String),
    /// A number.
    Number(u64),
    /// A hash or key, in small grey letters.
    Code(String),
}

impl Cell {
    /// Takes a text that is safe to show.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Writes a string as a string, cut where Excel would refuse it.
pub fn put(sheet: &mut Worksheet, row: u32, col: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, col, cut(text), format)?;
    Ok(())
}

/// Cuts a text that is too long for a cell and says so in it.
pub fn cut(text: &str) -> Cow<'_, str> {
    // A UTF-8 byte is never more than one UTF-16 unit.
    if text.len() <= MAX_CELL {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_CELL
    });
    match over {
        Some((byte, _)) => Cow::Owned(format!("{}{}", &text[..byte], words::CUT.zh)),
        None => Cow::Borrowed(text),
    }
}

/// Makes a row as high as its fullest cell needs; not every program does so by itself.
///
/// `cells` are the texts with the widths of their columns. Call it before the next row is begun.
pub fn fit<'t>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl IntoIterator<Item = (&'t str, f64)>,
) -> Result<(), XlsxError> {
    let lines = cells.into_iter().map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    sheet.set_row_height(row, (4.0 + 13.5 * lines as f64).min(MAX_HEIGHT))?;
    Ok(())
}

/// Estimates the lines a text takes in a column; letters of 10 points are a little narrower than its unit.
fn lines(text: &str, width: f64) -> usize {
    let columns = ((width - 0.5) * 1.05).max(2.0) as usize;
    text.split('\n').map(|paragraph| paragraph.width().div_ceil(columns).max(1)).sum()
}

/// Writes the heads of a table's columns and sets their widths.
pub fn heads(sheet: &mut Worksheet, row: u32, columns: &[(Cow<'_, str>, f64)], style: &Style) -> Result<(), XlsxError> {
    for (col, (name, width)) in (0..).zip(columns) {
        put(sheet, row, col, name, &style.head)?;
        sheet.set_column_width(col, *width)?;
    }
    Ok(())
}

/// Sets a sheet up for paper: on its side, one page wide, the first row on every page.
pub fn paper(sheet: &mut Worksheet, title: &str, width: f64, repeat: bool, lang: Lang) -> Result<(), XlsxError> {
    const A3: u8 = 8;
    const A4: u8 = 9;
    sheet.set_landscape().set_paper_size(if width > A4_WIDTH { A3 } else { A4 });
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    // In headers `&` starts a code.
    sheet.set_header(format!("&C&\"{FONT},Bold\"&14{}", title.replace('&', "&&")));
    sheet.set_footer(format!("&C{}", words::PAGE_FOOTER.get(lang)));
    if repeat {
        sheet.set_repeat_rows(0, 0)?;
    }
    Ok(())
}

/// Writes tables one below the other.
pub struct Stack<'a> {
    /// The sheet.
    pub sheet: &'a mut Worksheet,
    /// The next free row.
    pub row: u32,
    style: &'a Style,
    widths: &'a [f64],
}

impl<'a> Stack<'a> {
    /// Starts at the top of a sheet, whose columns get the widths.
    pub fn new(sheet: &'a mut Worksheet, style: &'a Style, widths: &'a [f64]) -> Result<Self, XlsxError> {
        for (col, width) in (0..).zip(widths) {
            sheet.set_column_width(col, *width)?;
        }
        Ok(Self { sheet, row: 0, style, widths })
    }

    /// Writes a line of free text.
    pub fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        put(self.sheet, self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// Leaves a row free and writes the heading of a table.
    pub fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.line(text, &self.style.heading)
    }

    /// Writes the heads of a table.
    pub fn heads(&mut self, names: &[&str]) -> Result<(), XlsxError> {
        for (col, name) in (0..).zip(names) {
            put(self.sheet, self.row, col, name, &self.style.head)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes a row of a table, the last one of a table of sums in bold.
    pub fn cells(&mut self, cells: &[Cell], sum: bool) -> Result<(), XlsxError> {
        let style = self.style;
        let (text, number) = if sum { (&style.sum_text, &style.sum_number) } else { (&style.text, &style.number) };
        for (col, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(value) => put(self.sheet, self.row, col, value, text)?,
                Cell::Code(value) => put(self.sheet, self.row, col, value, &style.code)?,
                Cell::Number(value) => {
                    self.sheet.write_number_with_format(self.row, col, *value as f64, number)?;
                }
            }
        }
        let texts = cells.iter().zip(self.widths).filter_map(|(cell, width)| match cell {
            Cell::Text(value) => Some((value.as_str(), *width)),
            Cell::Number(_) | Cell::Code(_) => None,
        });
        fit(self.sheet, self.row, texts)?;
        self.row += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_high_as_their_text() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("短", 10.0), 1);
        assert_eq!(lines("一二三四五六七", 10.0), 2);
        assert_eq!(lines("一\n二\n三", 10.0), 3);
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_cut_between_characters() {
        let long = cut(&"𬬻".repeat(20_000)).into_owned();
        assert!(long.ends_with(words::CUT.zh));
        assert!(long.encode_utf16().count() < 32_767);
        assert_eq!(cut("短"), "短");
        let fits = "字".repeat(32_000);
        assert_eq!(cut(&fits), fits);
    }
}
