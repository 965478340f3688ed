//! How cells look: one set of formats for all sheets.

use crate::record::Severity;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Font of all cells. Windows falls back to 宋体 where it is missing, other systems to their own.
pub const FONT: &str = "等线";
/// Simplified Chinese, which steers the fallback.
const CHARSET: u8 = 134;

/// The formats of the workbook.
pub struct Style {
    /// Heading of a sheet.
    pub title: Format,
    /// Heading of a table.
    pub heading: Format,
    /// Head of a column.
    pub head: Format,
    /// Text in a table.
    pub text: Format,
    /// Short text in the middle of its cell.
    pub middle: Format,
    /// Number in a table.
    pub number: Format,
    /// Line of sums, text.
    pub sum_text: Format,
    /// Line of sums, number.
    pub sum_number: Format,
    /// Cell to be filled in by people.
    pub input: Format,
    /// Hash or key.
    pub code: Format,
    /// Free text without a border.
    pub plain: Format,
    /// Free text that warns.
    pub warning: Format,
    /// Ordinary part of a rich string.
    pub ordinary: Format,
    /// Wrong part of a rich string.
    pub wrong: Format,
    /// Cell that is wrong as a whole.
    pub wrong_cell: Format,
    /// Kept part of a rich string.
    pub kept: Format,
    /// Cell that is kept as a whole.
    pub kept_cell: Format,
    severities: [Format; 4],
}

impl Style {
    /// Makes the formats.
    pub fn new() -> Self {
        let font = || Format::new().set_font_name(FONT).set_font_charset(CHARSET).set_font_family(2);
        let cell = font()
            .set_font_size(10)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00A6_A6A6))
            .set_align(FormatAlign::VerticalCenter);
        let text = cell.clone().set_text_wrap();
        let middle = text.clone().set_align(FormatAlign::Center);
        let number = cell.clone().set_align(FormatAlign::Right);
        let grey = Color::RGB(0x00F2_F2F2);
        let severity = |ink: u32, paper: u32| {
            let ink = middle.clone().set_bold().set_font_color(Color::RGB(ink));
            ink.set_background_color(Color::RGB(paper))
        };
        let red = Color::RGB(0x00C0_0000);
        let green = Color::RGB(0x001D_6B2E);
        Self {
            kept: font().set_font_size(10).set_bold().set_font_color(green),
            kept_cell: text.clone().set_bold().set_font_color(green),
            wrong_cell: text.clone().set_bold().set_font_color(red),
            title: font().set_font_size(16).set_bold(),
            heading: font().set_font_size(12).set_bold(),
            head: middle.clone().set_bold().set_background_color(Color::RGB(0x00DD_E6F0)),
            sum_text: text.clone().set_bold().set_background_color(grey),
            sum_number: number.clone().set_bold().set_background_color(grey),
            input: middle.clone().set_background_color(Color::RGB(0x00FF_FBE6)),
            code: cell.set_font_size(8).set_font_color(Color::RGB(0x0059_5959)),
            plain: font().set_font_size(10).set_align(FormatAlign::VerticalCenter),
            warning: font().set_font_size(11).set_bold().set_font_color(Color::RGB(0x00B0_0020)),
            ordinary: font().set_font_size(10),
            wrong: font().set_font_size(10).set_bold().set_font_color(red),
            severities: [
                severity(0x009C_0006, 0x00FF_E3E3),
                severity(0x007A_4B00, 0x00FF_F0CC),
                severity(0x0000_4A7F, 0x00E1_F0FA),
                severity(0x0040_4040, 0x00F2_F2F2),
            ],
            text,
            middle,
            number,
        }
    }

    /// Gives the format of a severity, dark ink on a light ground so that it also prints in grey.
    pub const fn severity(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Violation => &self.severities[0],
            Severity::Suspected => &self.severities[1],
            Severity::Advice => &self.severities[2],
            Severity::Notice => &self.severities[3],
        }
    }
}
