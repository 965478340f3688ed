//! Templates an office made: marks in pieces, missing, unknown.

use super::view::Make;
use super::{names, parts, text};
use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use zhengzi::papers::{Error, MARKS, Options, ROW_MARKS, write};
use zhengzi::report::seal::verify;
use zip::ZipWriter;

const PARAGRAPHS: &str = "<w:p><w:r><w:t>{{机关}} {{文</w:t></w:r><w:r><w:t>号}} {{ 日期 }}</w:t></w:r></w:p>\
    <w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{单位}</w:t></w:r><w:r><w:t>}：期限{{期限}}，问{{联系人}}</w:t></w:r></w:p>";
const TABLE: &str = "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid>\
    <w:tr><w:tc><w:p><w:r><w:t>原文和规范写法</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>{{原文}}→{{规范写法}}</w:t></w:r></w:p><w:p><w:r><w:t>{{依据}}</w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>以上各处</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

/// A docx with the least a program needs, and no properties.
fn docx(folder: &std::path::Path, body: &str) -> PathBuf {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    };
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
    );
    part(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
    );
    part(
        "word/document.xml",
        &format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}\
             <w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
        ),
    );
    let path = folder.join("模板.docx");
    fs::write(&path, writer.finish().unwrap().into_inner()).unwrap();
    path
}

fn with(body: &str) -> (tempfile::TempDir, Result<Vec<PathBuf>, Error>) {
    let folder = tempfile::tempdir().unwrap();
    let template = Some(docx(folder.path(), body));
    let view = Make { units: 2, problems: 3, evil: false }.view();
    let files = write(&view, &folder.path().join("文书"), &Options { template, ..Options::default() });
    (folder, files)
}

#[test]
fn marks_are_found_however_word_cut_them() {
    let (folder, files) = with(&format!("{PARAGRAPHS}{TABLE}"));
    let files = files.unwrap();
    let names = names(&folder.path().join("文书"), &files);
    let notice = names.iter().position(|name| name.contains("1号 ")).unwrap();
    let one = text(&files[notice]);
    assert!(one.contains("东城区语言文字工作委员会办公室 区语〔2026〕1号 2026年11月24日"), "{one}");
    assert!(one.contains("单位1号店：期限2026年12月4日，问张老师"), "{one}");
    assert_eq!(one.matches('→').count(), 3, "{one}");
    assert!(one.find("以上各处") > one.rfind('→'), "{one}");
    let merged = names.iter().position(|name| name.contains("合订")).unwrap();
    let all = text(&files[merged]);
    assert!(all.matches('→').count() == 6 && all.contains("单位2号店："), "{all}");
    assert_eq!(parts(&files[merged])["word/document.xml"].matches("<w:sectPr").count(), 2);
    for (file, problems) in [(&files[notice], 3), (&files[merged], 6)] {
        let outcome = verify(file).unwrap().unwrap();
        assert!(outcome.differences.is_empty() && outcome.recounted == ["problems"], "{outcome:?}");
        assert_eq!(outcome.counts, [("problems".to_owned(), problems)]);
    }
}

#[test]
fn every_missing_mark_is_named() {
    let (_folder, files) = with(&PARAGRAPHS.replace("{{期限}}", "十日内").replace("{{联系人}}", ""));
    let Err(Error::MissingMarks(mut marks)) = files else { panic!("{files:?}") };
    marks.sort();
    let mut expected = ["期限", "联系人", "原文", "规范写法", "依据"];
    expected.sort_unstable();
    assert_eq!(marks, expected);
}

#[test]
fn an_unknown_mark_is_named_and_two_rows_are_refused() {
    let (folder, files) = with(&format!("{PARAGRAPHS}{TABLE}<w:p><w:r><w:t>{{{{单味}}}}</w:t></w:r></w:p>"));
    assert!(matches!(files, Err(Error::UnknownMarks(marks)) if marks == ["单味"]));
    assert!(!folder.path().join("文书").exists());
    let (_folder, files) = with(&format!("{PARAGRAPHS}{TABLE}{TABLE}"));
    assert!(matches!(files, Err(Error::TwoRows)));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("模板.docx");
    fs::write(&path, "不是文档").unwrap();
    let options = Options { template: Some(path), ..Options::default() };
    let refused = write(&Make::default().view(), folder.path(), &options);
    assert!(matches!(refused, Err(Error::Template(_))), "{refused:?}");
}

#[test]
fn no_mark_has_two_meanings() {
    let mut names: Vec<_> = MARKS.iter().chain(&ROW_MARKS).map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), MARKS.len() + ROW_MARKS.len());
}
