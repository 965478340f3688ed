//! Writes Word documents in the form of official papers (GB/T 9704-2012): our own parts, nothing a program has to repair.

mod chart;
mod package;
mod parts;
mod table;

pub use crate::text::xml::escape;
pub use chart::{Chart, Series};
pub use package::{Package, rewrite};
pub use table::{Align, Cells, Kind, Table, cut};

use std::io;

/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1440.0 / 25.4;

/// Width of the type area of GB/T 9704-2012, 156 mm, in twentieths of a point.
pub const PORTRAIT: u32 = (156.0 * TWIPS) as u32;
/// The same with the page on its side: 225 mm.
pub const LANDSCAPE: u32 = (225.0 * TWIPS) as u32;

/// Form of a paragraph; each is a style of the document, which an office can change in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Title, 2号 小标宋, in the middle.
    Title,
    /// 文号, in the middle.
    Number,
    /// Recipient: 仿宋 without indent.
    Addressee,
    /// Text: 3号 仿宋, first line by two characters.
    Body,
    /// 一、 in 黑体.
    Heading,
    /// （一） in 楷体.
    Subheading,
    /// Signature and date, on the right.
    Signature,
    /// Heading of a table or chart.
    Caption,
    /// Small print: versions and hashes.
    Small,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Number,
        Self::Addressee,
        Self::Body,
        Self::Heading,
        Self::Subheading,
        Self::Signature,
        Self::Caption,
        Self::Small,
    ];

    /// Gives the id of the style.
    const fn id(self) -> &'static str {
        match self {
            Self::Title => "zzTitle",
            Self::Number => "zzNumber",
            Self::Addressee => "zzAddressee",
            Self::Body => "zzBody",
            Self::Heading => "zzHeading",
            Self::Subheading => "zzSubheading",
            Self::Signature => "zzSignature",
            Self::Caption => "zzCaption",
            Self::Small => "zzSmall",
        }
    }
}

/// What identifies a document.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// Title in the properties.
    pub title: String,
    /// Program and version.
    pub author: String,
    /// Moment the paper speaks of, `2026-11-23T00:00:00Z`: never the clock, so that the same view gives the same bytes.
    pub moment: String,
}

/// A document being written.
#[derive(Debug, Default)]
pub struct Document {
    body: String,
    charts: Vec<Chart>,
    landscape: bool,
}

impl Document {
    /// Starts a document, upright or on its side.
    #[must_use]
    pub fn new(landscape: bool) -> Self {
        Self { landscape, ..Self::default() }
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, form: Form, text: &str) {
        self.body.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            form.id(),
            escape(text)
        ));
    }

    /// Adds a table; a paragraph between two tables keeps them apart.
    pub fn table(&mut self, table: &Table<'_>) {
        table.write(&mut self.body);
    }

    /// Adds a chart, which stays one that Word and WPS can edit.
    pub fn chart(&mut self, chart: Chart) {
        let number = self.charts.len() + 1;
        self.body.push_str(&chart.inline(number));
        self.charts.push(chart);
    }

    /// Goes on on a new page.
    pub fn page_break(&mut self) {
        self.body.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    /// Gives the bytes of the document.
    ///
    /// # Errors
    /// When a part cannot be packed, for which memory gives no reason.
    pub fn finish(&self, identity: &Identity) -> io::Result<Vec<u8>> {
        let mut package = Package::new();
        package.part("[Content_Types].xml", parts::content_types(self.charts.len()).as_bytes())?;
        package.part("_rels/.rels", parts::ROOT.as_bytes())?;
        package.part("docProps/app.xml", parts::APP.as_bytes())?;
        package.part("docProps/core.xml", parts::core(identity).as_bytes())?;
        package.part("docProps/custom.xml", parts::CUSTOM.as_bytes())?;
        package.part("word/document.xml", parts::document(&self.body, self.landscape).as_bytes())?;
        package.part("word/_rels/document.xml.rels", parts::relations(self.charts.len()).as_bytes())?;
        package.part("word/styles.xml", parts::styles().as_bytes())?;
        package.part("word/settings.xml", parts::SETTINGS.as_bytes())?;
        package.part("word/fontTable.xml", parts::fonts().as_bytes())?;
        package.part("word/footer1.xml", parts::footer("right").as_bytes())?;
        package.part("word/footer2.xml", parts::footer("left").as_bytes())?;
        for (number, chart) in (1..).zip(&self.charts) {
            package.part(&format!("word/charts/chart{number}.xml"), chart.part().as_bytes())?;
            let relations = parts::chart_relations(number);
            package.part(&format!("word/charts/_rels/chart{number}.xml.rels"), relations.as_bytes())?;
            package.part(&format!("word/embeddings/chart{number}.xlsx"), &chart.workbook(identity)?)?;
        }
        package.finish()
    }
}
