//! `zhengzi verify`: what was written holds, what was changed does not.

use super::view::Make;
use super::written;
use std::fs::{self, File};
use std::io::{BufReader, Cursor, Read, Write};
use std::path::Path;
use zhengzi::report::seal::{Difference, Outcome, verify};
use zhengzi::report::{Destination, Format, Look, open, replay};
use zip::{ZipArchive, ZipWriter};

fn outcome(path: &Path) -> Outcome {
    verify(path).unwrap().unwrap_or_else(|| panic!("{path:?} has no seal"))
}

/// Changes one part of an archive.
fn tamper(path: &Path, part: &str, change: impl Fn(&str) -> String) {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut writer = ZipWriter::new(File::create(path).unwrap());
    for index in 0..archive.len() {
        let mut one = archive.by_index(index).unwrap();
        let name = one.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        one.read_to_end(&mut bytes).unwrap();
        if name == part {
            let text = String::from_utf8(bytes).unwrap();
            let changed = change(&text);
            assert_ne!(changed, text, "{part} was not changed");
            bytes = changed.into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap();
}

#[test]
fn every_paper_holds_as_it_was_written() {
    let (_folder, files) = written(&Make { units: 4, problems: 3, evil: false }.view());
    assert_eq!(files.len(), 10);
    for file in &files {
        let outcome = outcome(file);
        assert!(outcome.differences.is_empty() && outcome.hash.len() == 64, "{file:?} {outcome:?}");
        assert!(!outcome.counts.is_empty(), "{file:?}");
        let report = file.file_name().is_some_and(|name| name == "检查情况报告.docx");
        assert!(report || outcome.recounted == ["problems"], "{file:?} {outcome:?}");
    }
}

#[test]
fn a_changed_cell_is_found() {
    let (_folder, files) = written(&Make { units: 2, problems: 2, evil: false }.view());
    tamper(&files[0], "xl/sharedStrings.xml", |xml| xml.replacen("城南麵记", "城南面记", 1));
    assert_eq!(outcome(&files[0]).differences, [Difference::Changed("xl/sharedStrings.xml".into())]);
    let notice = files.iter().find(|file| file.to_string_lossy().contains("1号 ")).unwrap();
    tamper(notice, "word/document.xml", |xml| {
        let (start, end) = (xml.find("<w:tr><w:trPr><w:cantSplit/></w:trPr>").unwrap(), "</w:tr>");
        let length = xml[start..].find(end).unwrap() + end.len();
        format!("{}{}", &xml[..start], &xml[start + length..])
    });
    let expected = [Difference::Changed("word/document.xml".into()), Difference::Count("problems".into(), 2, 1)];
    assert_eq!(outcome(notice).differences, expected);
    tamper(&files[1], "word/document.xml", |xml| xml.replacen(">4</w:t>", ">5</w:t>", 1));
    let differences = outcome(&files[1]).differences;
    assert!(differences.len() == 2 && matches!(differences[1], Difference::Sum(2)), "{differences:?}");
}

#[test]
fn reports_and_records_carry_a_seal_too() {
    let record = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/run.jsonl");
    let folder = tempfile::tempdir().unwrap();
    for (format, change) in [(Format::Xlsx, ""), (Format::Html, "麵"), (Format::Jsonl, "指")] {
        let path = folder.path().join("报告").with_extension(format.suffix());
        let mut reporters = [open(format, Destination::Path(path.clone()), &Look::default()).unwrap()];
        replay(BufReader::new(File::open(&record).unwrap()), &mut reporters).unwrap();
        let before = outcome(&path);
        assert!(before.differences.is_empty() && !before.recounted.is_empty(), "{before:?}");
        match format {
            Format::Xlsx => tamper(&path, "xl/sharedStrings.xml", |xml| xml.replacen("待核", "误报", 1)),
            _ => {
                let text = fs::read_to_string(&path).unwrap();
                let what = if text.contains(change) { change } else { "字" };
                fs::write(&path, text.replacen(what, "改", 1)).unwrap();
            }
        }
        assert!(!outcome(&path).differences.is_empty(), "{format:?}");
    }
    let plain = folder.path().join("无.html");
    fs::write(&plain, "<p>没有校验信息</p>").unwrap();
    assert_eq!(verify(&plain).unwrap(), None);
}

#[test]
fn the_command_says_what_differs() {
    let (folder, files) = written(&Make { units: 1, problems: 2, evil: false }.view());
    let run = |arguments: &[&std::ffi::OsStr]| {
        let program = std::process::Command::new(env!("CARGO_BIN_EXE_zhengzi")).arg("verify").args(arguments).output();
        let output = program.unwrap();
        let text = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(text).unwrap())
    };
    let all: Vec<_> = files.iter().map(|file| file.as_os_str()).collect();
    let (status, text) = run(&all);
    assert!(status == Some(0) && text.matches("一致：").count() == files.len() && !text.contains("不一致"), "{text}");
    tamper(&files[0], "xl/worksheets/sheet1.xml", |xml| {
        let (before, cell) = xml.split_once("<c r=\"A3\"").unwrap();
        format!("{before}<c r=\"A3\"{}", cell.replacen("<v>2</v>", "", 1))
    });
    let (status, text) = run(&all);
    assert!(status == Some(1) && text.contains("改动过：工作表 xl/worksheets/sheet1.xml"), "{text}");
    assert!(text.contains("问题：记载 2，实有 1"), "{text}");
    let plain = folder.path().join("名单.csv");
    fs::write(&plain, "店名\n").unwrap();
    let (status, text) = run(&["--lang".as_ref(), "en".as_ref(), plain.as_os_str()]);
    assert!(status == Some(3) && text.contains("carries no seal"), "{text}");
}
