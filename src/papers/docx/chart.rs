//! Native charts: a part with the figures in it, and a workbook behind it, so that Word and WPS can edit them.

use super::Identity;
use super::parts::HEAD;
use crate::text::xml::escape;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::io;

/// English metric units in a millimetre.
const EMU: u32 = 36_000;
/// Colours of the series, dark enough to tell apart when printed in grey.
const COLORS: [&str; 4] = ["1F4E79", "C55A11", "7F7F7F", "548235"];

/// Figures of one colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// A figure for each label of the chart.
    pub values: Vec<u64>,
}

/// A bar chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Title.
    pub title: String,
    /// What the bars are, in order.
    pub labels: Vec<String>,
    /// Figures.
    pub series: Vec<Series>,
    /// Whether bars stand; lying ones have room for long labels.
    pub upright: bool,
}

impl Chart {
    /// Says in words what the chart shows, for readers who do not see it.
    #[must_use]
    pub fn description(&self) -> String {
        let one = |(n, label): (usize, &String)| {
            let figures: Vec<_> =
                self.series.iter().filter_map(|series| series.values.get(n)).map(u64::to_string).collect();
            format!("{label} {}", figures.join("、"))
        };
        let bars: Vec<_> = self.labels.iter().enumerate().map(one).collect();
        format!("条形图，{}：{}。", self.title, bars.join("；"))
    }

    /// The paragraph that holds the chart.
    pub(super) fn inline(&self, number: usize) -> String {
        let rows = u32::try_from(self.labels.len()).unwrap_or(20);
        let height = if self.upright { 75 } else { (30 + 9 * rows * self.series.len().max(1) as u32).clamp(55, 150) };
        format!(
            "<w:p><w:pPr><w:spacing w:before=\"60\" w:after=\"60\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing>\
             <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{}\" cy=\"{}\"/>\
             <wp:docPr id=\"{number}\" name=\"图{number}\" descr=\"{}\"/><wp:cNvGraphicFramePr/><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rIdC{number}\"/>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
            150 * EMU,
            height * EMU,
            escape(&self.description()),
        )
    }

    /// The part with title, axes and figures.
    pub(super) fn part(&self) -> String {
        let font = |size: u32| {
            format!(
                "<a:defRPr sz=\"{size}\" b=\"0\"><a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"宋体\"/></a:defRPr>"
            )
        };
        let text = |size| {
            format!(
                "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{}</a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>",
                font(size)
            )
        };
        let series: String = self.series.iter().enumerate().map(|(n, one)| self.series(n, one)).collect();
        let (direction, label_side, value_side) = if self.upright { ("col", "b", "l") } else { ("bar", "l", "b") };
        // Lying bars start at the top, as the table beside them does.
        let (order, crosses) = if self.upright { ("minMax", "autoZero") } else { ("maxMin", "max") };
        let legend = if self.series.len() > 1 {
            format!("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{}</c:legend>", text(900))
        } else {
            String::new()
        };
        format!(
            "{HEAD}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart>\
             <c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{}</a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"0\">\
             <a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"黑体\"/></a:rPr><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>\
             <c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"{direction}\"/><c:grouping val=\"clustered\"/>\
             <c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>\
             <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{label_side}\"/>\
             <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{}<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/>\
             </c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/>\
             <c:axPos val=\"{value_side}\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr>\
             </c:majorGridlines><c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"nextTo\"/>{}<c:crossAx val=\"1\"/><c:crosses val=\"{crosses}\"/><c:majorUnit val=\"{}\"/></c:valAx></c:plotArea>{legend}\
             <c:plotVisOnly val=\"1\"/></c:chart><c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
            font(1200),
            escape(&self.title),
            text(900),
            text(900),
            crate::report::chart::step(self.most()),
        )
    }

    fn most(&self) -> u64 {
        self.series.iter().flat_map(|series| &series.values).copied().max().unwrap_or_default()
    }

    fn series(&self, n: usize, series: &Series) -> String {
        let (last, column) = (self.labels.len() + 1, char::from(b'B' + (n % 20) as u8));
        let points = |values: Vec<String>| -> String {
            let point = |(n, value): (usize, String)| format!("<c:pt idx=\"{n}\"><c:v>{}</c:v></c:pt>", escape(&value));
            format!(
                "<c:ptCount val=\"{}\"/>{}",
                values.len(),
                values.into_iter().enumerate().map(point).collect::<String>()
            )
        };
        format!(
            "<c:ser><c:idx val=\"{n}\"/><c:order val=\"{n}\"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>{}</c:strCache></c:strRef></c:tx>\
             <c:spPr><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>\
             <c:dLbls><c:spPr><a:noFill/></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>\
             <c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>\
             <c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{}</c:strCache></c:strRef></c:cat>\
             <c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>0</c:formatCode>{}</c:numCache></c:numRef></c:val></c:ser>",
            points(vec![series.name.clone()]),
            COLORS[n % COLORS.len()],
            points(self.labels.clone()),
            points(series.values.iter().map(u64::to_string).collect()),
        )
    }

    /// The workbook behind the chart, where an editor looks for the figures.
    pub(super) fn workbook(&self, identity: &Identity) -> io::Result<Vec<u8>> {
        self.fill(identity).map_err(io::Error::other)
    }

    fn fill(&self, identity: &Identity) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let date = identity.moment.split('T').next().unwrap_or_default();
        book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::parse_from_str(date)?));
        let sheet = book.add_worksheet();
        sheet.set_name("Sheet1")?;
        for (row, label) in (1..).zip(&self.labels) {
            sheet.write_string(row, 0, label)?;
        }
        for (col, series) in (1..).zip(&self.series) {
            sheet.write_string(0, col, &series.name)?;
            for (row, value) in (1..).zip(&series.values) {
                sheet.write_number(row, col, *value as f64)?;
            }
        }
        book.save_to_buffer()
    }
}
