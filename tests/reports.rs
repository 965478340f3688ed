//! One fixed run record, rendered by every reporter and looked at from outside.

#[path = "reports/hash.rs"]
mod hash;
#[path = "reports/machine.rs"]
mod machine;
#[path = "reports/page.rs"]
mod page;
#[path = "reports/terminal.rs"]
mod terminal;
#[path = "reports/workbook.rs"]
mod workbook;
#[path = "reports/writing.rs"]
mod writing;

use calamine::{Reader, Xlsx as Book, open_workbook};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use zhengzi::i18n::Lang;
use zhengzi::record::{Event, Finding, Kept, Place, Run};
use zhengzi::report::{Destination, Format, Look, Replayed, open, replay};

type Outcome = Result<(), Box<dyn Error>>;

const FINDINGS: usize = 16;
const KEPT: usize = 3;
const NOT_CHECKED: usize = 3;

fn record() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/run.jsonl")
}

fn events() -> Result<Vec<Event>, Box<dyn Error>> {
    let text = fs::read_to_string(record())?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// A stream whose bytes can be read after the reporter took it.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn text(&self) -> Result<String, Box<dyn Error>> {
        let bytes = self.0.lock().map_err(|error| error.to_string())?.clone();
        Ok(String::from_utf8(bytes)?)
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = self.0.lock().map_err(|_| io::ErrorKind::Other)?;
        all.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Renders the fixed record as text.
fn render(format: Format, look: &Look) -> Result<String, Box<dyn Error>> {
    let shared = Shared::default();
    let mut reporters = [open(format, Destination::Writer(Box::new(shared.clone())), look)?];
    let replayed = replay(BufReader::new(File::open(record())?), &mut reporters)?;
    let expected =
        Replayed { findings: FINDINGS as u64, kept: KEPT as u64, not_checked: NOT_CHECKED as u64, agrees: true };
    assert_eq!(replayed, expected);
    shared.text()
}

fn english() -> Look {
    Look { lang: Lang::En, ..Look::default() }
}

#[test]
fn jsonl_is_the_record_itself() -> Outcome {
    let (written, stored) = (render(Format::Jsonl, &Look::default())?, fs::read_to_string(record())?);
    assert_eq!(written.lines().count(), stored.lines().count());
    for (number, (line, expected)) in (1..).zip(written.lines().zip(stored.lines())) {
        assert!(line == expected, "line {number}");
    }
    Ok(())
}

#[test]
fn json_is_one_document_with_every_part() -> Outcome {
    let document: serde_json::Value = serde_json::from_str(&render(Format::Json, &Look::default())?)?;
    let mut expected = serde_json::json!({"run": null, "findings": [], "kept": [], "notChecked": [], "summary": null});
    for line in fs::read_to_string(record())?.lines() {
        let mut event: serde_json::Value = serde_json::from_str(line)?;
        let kind = event.as_object_mut().and_then(|event| event.remove("type"));
        match kind.as_ref().and_then(|kind| kind.as_str()) {
            Some("run") => expected["run"] = event,
            Some("summary") => {
                // The seal is of the record's lines, not of the run.
                event.as_object_mut().and_then(|summary| summary.remove("seal")).ok_or("no seal")?;
                expected["summary"] = event;
            }
            Some("finding") => expected["findings"].as_array_mut().ok_or("array")?.push(event),
            Some("kept") => expected["kept"].as_array_mut().ok_or("array")?.push(event),
            _ => expected["notChecked"].as_array_mut().ok_or("array")?.push(event),
        }
    }
    assert!(document == expected);
    Ok(())
}

#[test]
fn json_without_events_is_still_a_document() -> Outcome {
    let shared = Shared::default();
    open(Format::Json, Destination::Writer(Box::new(shared.clone())), &Look::default())?.finish()?;
    let document: serde_json::Value = serde_json::from_str(&shared.text()?)?;
    assert!(document["run"].is_null() && document["findings"].as_array().is_some_and(Vec::is_empty));
    Ok(())
}

#[test]
fn csv_is_a_ledger_no_program_takes_for_formulas() -> Outcome {
    let text = render(Format::Csv, &Look::default())?;
    let text = text.strip_prefix('\u{feff}').ok_or("no byte order mark")?;
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let heads = table.headers()?.clone();
    let known = ["编号", "来源", "工作表", "原文", "错误字词", "规范写法", "定级", "依据", "处置", "指纹"];
    assert!(known.iter().all(|head| heads.iter().any(|name| name == *head)), "{heads:?}");
    // The list has a column 备注 of its own.
    let extra = ["街道（乡镇）", "责任单位", "地址", "备注（原表）"];
    assert!(extra.iter().all(|head| heads.iter().filter(|name| name == head).count() == 1), "{heads:?}");
    let rows = table.records().collect::<Result<Vec<_>, _>>()?;
    assert_eq!(rows.len(), FINDINGS);
    for value in rows.iter().flatten() {
        let first = value.trim_start().chars().next();
        assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{value}");
        assert!(!value.contains(['\r', '\n', '\u{202e}', '\u{1b}']), "{value:?}");
    }
    assert!(text.contains("'=HYPERLINK(") && text.contains("'=cmd|") && text.contains("'@SUM(1+1)"));
    assert!(text.lines().count() == FINDINGS + 1 && text.ends_with("\r\n"));
    Ok(())
}

#[test]
fn the_same_run_gives_the_same_bytes() -> Outcome {
    let folder = tempfile::tempdir()?;
    for format in Format::ALL {
        let paths = ["甲", "乙"].map(|name| folder.path().join(name).with_extension(format.suffix()));
        for path in &paths {
            let mut reporters = [open(format, Destination::Path(path.clone()), &Look::default())?];
            replay(BufReader::new(File::open(record())?), &mut reporters)?;
        }
        assert!(fs::read(&paths[0])? == fs::read(&paths[1])?, "{format:?}");
    }
    Ok(())
}

#[test]
fn hostile_records_break_no_report() -> Outcome {
    let wild = "\u{0}\u{202e}=<b>&\u{10ffff}\r\n\t\"'_x0041_{{ t }}𬬻".repeat(40);
    let place = Place {
        source: wild.clone(),
        sheet: Some(wild.clone()),
        cell: Some(wild.clone()),
        record: Some(u64::MAX),
        field: Some(wild.clone()),
        scene: wild.clone(),
        line: u64::MAX,
        column: u64::MAX,
        ..Place::default()
    };
    let finding = Finding {
        place: place.clone(),
        rule: wild.clone(),
        name: wild.clone(),
        text: wild.clone(),
        suggestions: vec![wild.clone(); 3],
        message: wild.clone(),
        note: wild.clone(),
        basis: [zhengzi::record::Basis { title: wild.clone(), ..Default::default() }].into(),
        context: format!("{}{wild}", "长".repeat(40_000)),
        context_offset: u64::MAX,
        fingerprint: wild.clone(),
        row: (0..300).map(|n| (format!("{wild}{n}"), "长".repeat(40_000))).collect(),
        ..Finding::default()
    };
    let kept = Kept { place, text: wild.clone(), reason: wild.clone(), context: wild.clone(), ..Kept::default() };
    let run = Run { date: wild.clone(), assumptions: vec![wild.clone()], ..Run::default() };
    let folder = tempfile::tempdir()?;
    for format in Format::ALL {
        let path = folder.path().join("报告").with_extension(format.suffix());
        let mut report = open(format, Destination::Path(path.clone()), &Look { show_kept: true, ..english() })?;
        report.event(&Event::Run(run.clone()))?;
        report.event(&Event::Finding(finding.clone()))?;
        report.event(&Event::Kept(kept.clone()))?;
        report.finish()?;
        assert!(fs::metadata(&path)?.len() > 0);
    }
    let mut book: Book<_> = open_workbook(folder.path().join("报告.xlsx"))?;
    assert_eq!(book.worksheet_range("Findings")?.height(), 2);
    let page = fs::read_to_string(folder.path().join("报告.html"))?;
    assert!(!page.contains("<b>") && page.contains("{{ t }}"));
    Ok(())
}

#[test]
fn a_damaged_record_is_refused_with_its_line() -> Outcome {
    let text = fs::read_to_string(record())?;
    let lines: Vec<&str> = text.lines().collect();
    let cases = [
        (lines[..5].join("\n"), "没有结尾（共读到 5 行）"),
        (lines[1..].join("\n"), "第 1 行应当是 run"),
        (format!("{}\n{{\"type\":", lines[0]), "第 2 行不是有效的记录"),
        (format!("{}\n{{\"type\":\"other\"}}", lines[0]), "第 2 行不是有效的记录"),
        (format!("{text}{}", lines[1]), "第 25 行在结尾之后"),
        (lines[0].replace("\"schema\":1", "\"schema\":2"), "格式版本是 2"),
    ];
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("报告.csv");
    fs::write(&path, "旧")?;
    for (damaged, expected) in cases {
        let mut reporters = [open(Format::Csv, Destination::Path(path.clone()), &Look::default())?];
        let error = replay(damaged.as_bytes(), &mut reporters).err().ok_or("accepted")?.to_string();
        assert!(error.contains(expected), "{error}");
        drop(reporters);
        assert_eq!(fs::read_to_string(&path)?, "旧");
    }
    assert_eq!(fs::read_dir(folder.path())?.count(), 1);
    Ok(())
}

#[test]
fn a_record_from_a_windows_editor_is_read() -> Outcome {
    let text = format!("\u{feff}{}\r\n\r\n", fs::read_to_string(record())?.replace('\n', "\r\n"));
    let mut reporters = [open(Format::Json, Destination::Writer(Box::new(io::sink())), &Look::default())?];
    assert!(replay(text.as_bytes(), &mut reporters)?.agrees);
    Ok(())
}
