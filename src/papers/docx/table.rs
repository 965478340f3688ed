//! Tables with explicit grid columns and cell widths: WPS ignores the width of the table alone.

use crate::report::seal::{PROBLEMS, SUMS};
use crate::text::xml::escape;

/// Scalar values a cell shows; a stranger's name must not fill pages.
const LONGEST: usize = 400;

/// Rows of sums that stay on one page.
const TOGETHER: usize = 15;

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Numbers and short words.
    Center,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something else.
    Plain,
    /// A problem each.
    Problems,
    /// Numbers whose sums are in the last row.
    Sums,
}

impl Kind {
    /// The caption, which nobody sees; a table of problems says how many other rows it has: the heads.
    fn caption(self) -> String {
        match self {
            Self::Plain => String::new(),
            Self::Problems => format!("<w:tblCaption w:val=\"{PROBLEMS}1\"/>"),
            Self::Sums => format!("<w:tblCaption w:val=\"{SUMS}\"/>"),
        }
    }
}

/// The cells of a row.
pub type Cells = Vec<String>;

/// A table.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// What the rows are, which `verify` counts again.
    pub kind: Kind,
    /// Columns: head, share of the width, alignment.
    pub columns: &'a [(&'a str, u32, Align)],
    /// Width in twentieths of a point.
    pub width: u32,
    /// Rows.
    pub rows: &'a [Cells],
}

impl Table<'_> {
    /// Writes the table and the paragraph after it.
    pub fn write(&self, out: &mut String) {
        let widths = self.widths();
        let total: u32 = widths.iter().sum();
        out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"zzTable\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
             <w:tblLayout w:type=\"fixed\"/>{}</w:tblPr><w:tblGrid>",
            self.kind.caption()
        ));
        for width in &widths {
            out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        out.push_str("</w:tblGrid>");
        let heads = self.columns.iter().map(|(head, ..)| (*head, "zzCellHead"));
        let together = self.kind == Kind::Sums && self.rows.len() <= TOGETHER;
        row(out, &widths, heads, "<w:cantSplit/><w:tblHeader/>", true);
        for (left, cells) in (0..self.rows.len()).rev().zip(self.rows) {
            let styles = self.columns.iter().map(|(_, _, align)| match align {
                Align::Left => "zzCell",
                Align::Center => "zzCellMiddle",
            });
            row(out, &widths, cells.iter().map(String::as_str).zip(styles), "<w:cantSplit/>", together && left > 0);
        }
        out.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"zzSmall\"/></w:pPr></w:p>");
    }

    /// Shares of the width; what rounding leaves goes to the last column.
    fn widths(&self) -> Vec<u32> {
        let shares: u32 = self.columns.iter().map(|(_, share, _)| share).sum::<u32>().max(1);
        let mut widths: Vec<u32> = self.columns.iter().map(|(_, share, _)| self.width * share / shares).collect();
        let used: u32 = widths.iter().sum();
        if let Some(last) = widths.last_mut() {
            *last += self.width.saturating_sub(used);
        }
        widths
    }
}

/// Writes a row; one that is to stay with the next is never the last on a page.
fn row<'t>(
    out: &mut String,
    widths: &[u32],
    cells: impl Iterator<Item = (&'t str, &'t str)>,
    properties: &str,
    stays: bool,
) {
    let stays = if stays { "<w:keepNext/>" } else { "" };
    out.push_str(&format!("<w:tr><w:trPr>{properties}</w:trPr>"));
    for ((text, style), width) in cells.zip(widths) {
        out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        for line in cut(text).split('\n') {
            out.push_str(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{stays}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                escape(line)
            ));
        }
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

/// Cuts a text that would fill the page, and says so.
pub fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((byte, _)) => format!("{}{}", &text[..byte], crate::report::words::CUT.zh),
        None => text.to_owned(),
    }
}
