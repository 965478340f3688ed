//! The parts of a document that are the same for all: page, styles, fonts, page numbers.

use super::{Form, Identity, TWIPS};
use crate::text::xml::escape;

/// Head of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Relations of the package.
pub const ROOT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>\
<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties\" Target=\"docProps/custom.xml\"/>\
</Relationships>";

/// Properties of the program.
pub const APP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>zhengzi</Application></Properties>";

/// Properties of our own; the seal replaces them.
pub const CUSTOM: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";

/// Settings: page numbers on the outer side, as of Word 2010.
pub const SETTINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:evenAndOddHeaders/>\
<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"14\"/></w:compat></w:settings>";

/// Types of the parts.
pub fn content_types(charts: usize) -> String {
    let mut types = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>"
    );
    let parts = [("document", "document.main"), ("styles", "styles"), ("settings", "settings")];
    let more = [("fontTable", "fontTable"), ("footer1", "footer"), ("footer2", "footer")];
    for (part, kind) in parts.into_iter().chain(more) {
        types.push_str(&format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"));
    }
    for number in 1..=charts {
        types.push_str(&format!(
            "<Override PartName=\"/word/charts/chart{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        ));
    }
    types + "</Types>"
}

/// Relations of the document: charts are `rIdC1`, `rIdC2` …
pub fn relations(charts: usize) -> String {
    let mut relations =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    let parts = [
        ("rIdS", "styles", "styles.xml"),
        ("rIdT", "settings", "settings.xml"),
        ("rIdF", "fontTable", "fontTable.xml"),
        ("rIdO", "footer", "footer1.xml"),
        ("rIdE", "footer", "footer2.xml"),
    ];
    for (id, kind, target) in parts {
        relations.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"));
    }
    for number in 1..=charts {
        relations.push_str(&format!(
            "<Relationship Id=\"rIdC{number}\" Type=\"{OFFICE}/chart\" Target=\"charts/chart{number}.xml\"/>"
        ));
    }
    relations + "</Relationships>"
}

/// Relation of a chart to the workbook with its figures.
pub fn chart_relations(number: usize) -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/package\" Target=\"../embeddings/chart{number}.xlsx\"/></Relationships>"
    )
}

/// Properties everybody knows.
pub fn core(identity: &Identity) -> String {
    let Identity { title, author, moment } = identity;
    let (title, author, moment) = (escape(title), escape(author), escape(moment));
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:modified></cp:coreProperties>"
    )
}

/// The document around its body: A4 with the margins of GB/T 9704-2012 (upper 37, left 28, lower 35, right 26 mm).
pub fn document(body: &str, landscape: bool) -> String {
    let mm = |length: f64| (length * TWIPS).round() as u32;
    let (width, height, turned) =
        if landscape { (297.0, 210.0, " w:orient=\"landscape\"") } else { (210.0, 297.0, "") };
    // A page on its side keeps its binding edge: what was the left margin is the upper one.
    let [top, right, bottom, left] = if landscape { [28.0, 37.0, 26.0, 35.0] } else { [37.0, 26.0, 35.0, 28.0] };
    format!(
        "{HEAD}<w:document {W} xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>{body}<w:sectPr>\
         <w:footerReference w:type=\"default\" r:id=\"rIdO\"/><w:footerReference w:type=\"even\" r:id=\"rIdE\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\"{turned}/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" \
         w:header=\"851\" w:footer=\"{}\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/></w:sectPr></w:body></w:document>",
        mm(width),
        mm(height),
        mm(top),
        mm(right),
        mm(bottom),
        mm(left),
        // The number stands 7 mm below the type area.
        mm(bottom - 12.0),
    )
}

/// Page number between dashes, 4号 宋体, on the outer side.
pub fn footer(side: &str) -> String {
    let run = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\" w:hAnsi=\"宋体\"/><w:sz w:val=\"28\"/></w:rPr>";
    let field = |kind: &str| format!("<w:r>{run}<w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{HEAD}<w:ftr {W}><w:p><w:pPr><w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\"{side}\"/></w:pPr>\
         <w:r>{run}<w:t xml:space=\"preserve\">— </w:t></w:r>{}<w:r>{run}<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         {}<w:r>{run}<w:t>1</w:t></w:r>{}<w:r>{run}<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>",
        field("begin"),
        field("separate"),
        field("end"),
    )
}

/// Fonts of the norm, and what stands in for one that is not installed: fonts cannot be embedded.
pub fn fonts() -> String {
    let fonts = [
        ("方正小标宋简体", "方正小标宋_GBK,宋体,SimSun,Noto Serif CJK SC", "roman"),
        ("仿宋_GB2312", "仿宋,FangSong,Noto Serif CJK SC", "modern"),
        ("楷体_GB2312", "楷体,KaiTi,Noto Serif CJK SC", "modern"),
        ("黑体", "SimHei,Noto Sans CJK SC", "swiss"),
        ("宋体", "SimSun,Noto Serif CJK SC", "roman"),
    ];
    let font = |(name, instead, family): (&str, &str, &str)| {
        format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{instead}\"/><w:charset w:val=\"86\"/><w:family w:val=\"{family}\"/></w:font>"
        )
    };
    format!("{HEAD}<w:fonts {W}>{}</w:fonts>", fonts.map(font).concat())
}

/// One style: form, Chinese name, font, half points, bold or not, properties of the paragraph.
fn style(id: &str, name: &str, font: &str, size: u32, paragraph: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr>{paragraph}</w:pPr><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{font}\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
    )
}

/// Name, font, size in half points and paragraph of a form; lines of 28 points give 22 to a page.
const fn look(form: Form) -> (&'static str, &'static str, u32, &'static str) {
    const LINE: &str = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/>";
    match form {
        Form::Title => (
            "正字标题",
            "方正小标宋简体",
            44,
            "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"280\" w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
        ),
        Form::Number => (
            "正字文号",
            "仿宋_GB2312",
            32,
            "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"280\" w:line=\"560\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
        ),
        Form::Addressee => ("正字主送", "仿宋_GB2312", 32, LINE),
        Form::Body => (
            "正字正文",
            "仿宋_GB2312",
            32,
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/><w:jc w:val=\"both\"/>",
        ),
        Form::Heading => (
            "正字一级标题",
            "黑体",
            32,
            "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/><w:outlineLvl w:val=\"0\"/>",
        ),
        Form::Subheading => (
            "正字二级标题",
            "楷体_GB2312",
            32,
            "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/><w:outlineLvl w:val=\"1\"/>",
        ),
        Form::Signature => (
            "正字落款",
            "仿宋_GB2312",
            32,
            "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:right=\"640\" w:rightChars=\"200\"/><w:jc w:val=\"right\"/>",
        ),
        Form::Caption => (
            "正字表题",
            "黑体",
            24,
            "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>",
        ),
        Form::Small => ("正字附注", "宋体", 18, "<w:spacing w:before=\"0\" w:after=\"0\"/>"),
    }
}

/// The styles.
pub fn styles() -> String {
    let forms = Form::ALL.map(|form| {
        let (name, font, size, paragraph) = look(form);
        style(form.id(), name, font, size, paragraph)
    });
    let cell = "<w:spacing w:before=\"20\" w:after=\"20\"/>";
    let middle = "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"center\"/>";
    let cells = [
        style("zzCell", "正字表格", "仿宋_GB2312", 21, cell),
        style("zzCellMiddle", "正字表格居中", "仿宋_GB2312", 21, middle),
        style("zzCellHead", "正字表头", "黑体", 21, middle),
    ];
    let border = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
    format!(
        "{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
         w:eastAsia=\"仿宋_GB2312\" w:cs=\"Times New Roman\"/><w:sz w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/></w:style>{}{}\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"zzTable\"><w:name w:val=\"正字表\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>\
         <w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr><w:tcPr><w:vAlign w:val=\"center\"/></w:tcPr></w:style></w:styles>",
        forms.concat(),
        cells.concat(),
    )
}
