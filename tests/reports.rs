//! One fixed run record, rendered by every reporter and looked at from outside.

use calamine::{Data, Range, Reader, Xlsx as Book, open_workbook};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use zhengzi::i18n::Lang;
use zhengzi::report::event::{Event, Finding, Kept, NotChecked, Place, Run, Summary};
use zhengzi::report::output::Output;
use zhengzi::report::{Destination, Format, Look, Replayed, Reporter, html, open, replay, xlsx};

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
    let expected = Replayed {
        findings: FINDINGS as u64,
        kept: KEPT as u64,
        not_checked: NOT_CHECKED as u64,
        agrees: true,
    };
    assert_eq!(replayed, expected);
    shared.text()
}

fn english() -> Look {
    Look { lang: Lang::En, ..Look::default() }
}

/// Renders the fixed record as a workbook and opens it again.
fn workbook(lang: Lang, limits: xlsx::Limits) -> Result<Book<BufReader<File>>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("台账.xlsx");
    let output = Output::open(Destination::Path(path.clone()), lang)?;
    let reporter: Box<dyn Reporter> = Box::new(xlsx::Xlsx::with_limits(output, lang, limits));
    replay(BufReader::new(File::open(record())?), &mut [reporter])?;
    Ok(open_workbook(&path)?)
}

fn cell(sheet: &Range<Data>, row: usize, head: &str) -> String {
    let column = sheet.headers().unwrap_or_default().iter().position(|name| name == head);
    let column = column.unwrap_or_else(|| panic!("no column {head}"));
    sheet.get((row, column)).map(ToString::to_string).unwrap_or_default()
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
    let mut expected =
        serde_json::json!({"run": null, "findings": [], "kept": [], "notChecked": [], "summary": null});
    for line in fs::read_to_string(record())?.lines() {
        let mut event: serde_json::Value = serde_json::from_str(line)?;
        let kind = event.as_object_mut().and_then(|event| event.remove("type"));
        match kind.as_ref().and_then(|kind| kind.as_str()) {
            Some("run") => expected["run"] = event,
            Some("summary") => expected["summary"] = event,
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
fn a_workbook_says_the_same_as_the_record() -> Outcome {
    // Written in memory, and row by row to the disk.
    for on_disk in [u64::MAX, 0] {
        let mut book = workbook(Lang::Zh, xlsx::Limits { on_disk, ..xlsx::Limits::default() })?;
        assert_eq!(book.sheet_names(), ["问题台账", "统计", "未检查", "已排除", "版本与依据"]);
        let ledger = book.worksheet_range("问题台账")?;
        assert_eq!(ledger.height(), FINDINGS + 1);
        let findings = events()?.into_iter().filter_map(|event| match event {
            Event::Finding(finding) => Some(finding),
            _ => None,
        });
        for (row, finding) in (1..).zip(findings) {
            assert_eq!(cell(&ledger, row, "编号"), row.to_string());
            assert_eq!(cell(&ledger, row, "错误字词"), finding.text);
            assert_eq!(cell(&ledger, row, "规则"), finding.rule);
            assert_eq!(cell(&ledger, row, "指纹"), finding.fingerprint);
            assert_eq!(cell(&ledger, row, "处置"), "待核");
            assert!(cell(&ledger, row, "原文").contains(&finding.text));
            for (head, value) in &finding.row {
                let head = if head == "备注" { "备注（原表）" } else { head };
                assert_eq!(cell(&ledger, row, head), *value);
            }
        }
        assert_eq!(
            cell(&ledger, 1, "依据").lines().next(),
            Some("《国家通用语言文字法》第十五条第四项（2026-01-01施行）")
        );
        assert_eq!(book.worksheet_range("未检查")?.height(), NOT_CHECKED + 1);
        assert_eq!(book.worksheet_range("已排除")?.height(), KEPT + 1);
    }
    Ok(())
}

#[test]
fn a_workbook_has_no_formula_but_its_own() -> Outcome {
    let mut book = workbook(Lang::Zh, xlsx::Limits::default())?;
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name)?;
        let foreign =
            formulas.used_cells().filter(|(_, _, formula)| !formula.starts_with("COUNTIF('问题台账'!$P:$P,"));
        assert_eq!(foreign.count(), 0, "{name}");
    }
    let ledger = book.worksheet_range("问题台账")?;
    assert!(cell(&ledger, 7, "原文").starts_with("=HYPERLINK("));
    assert!(matches!(ledger.get((7, 6)), Some(Data::String(_))));
    assert!(cell(&ledger, 8, "原文").ends_with("东风廠<U+202E>oof<U+202C>"));
    assert!(cell(&ledger, 9, "原文").contains("↵二分店"));
    Ok(())
}

#[test]
fn the_counts_of_a_workbook_add_up() -> Outcome {
    let mut book = workbook(Lang::Zh, xlsx::Limits::default())?;
    let sheet = book.worksheet_range("统计")?;
    let text =
        |row: usize, column: usize| sheet.get((row, column)).map(ToString::to_string).unwrap_or_default();
    let number = |row: usize, column: usize| text(row, column).parse::<u64>().unwrap_or_default();
    let mut tables = 0;
    for head in (0..sheet.height()).filter(|&row| text(row, 0) == "项目" && text(row, 5) == "合计") {
        tables += 1;
        let total =
            (head + 1..sheet.height()).find(|&row| text(row, 0) == "合计").ok_or("no line of sums")?;
        for column in 1..=5 {
            let sum: u64 = (head + 1..total).map(|row| number(row, column)).sum();
            assert_eq!(sum, number(total, column), "column {column} of the table in row {head}");
        }
        assert_eq!(number(total, 5), FINDINGS as u64);
    }
    assert_eq!(tables, 7);
    let all: Vec<String> = (0..sheet.height()).map(|row| text(row, 0)).collect();
    assert!(all.contains(&"核对：问题 16 处 = 违规 8 + 疑似 5 + 建议 2 + 提示 1，相符".to_owned()));
    assert!(all.contains(&"核对：名单 24 行 = 合格 15 + 有问题 8 + 未能读取 1，相符".to_owned()));
    Ok(())
}

#[test]
fn a_ledger_that_is_too_long_goes_on_in_another_sheet() -> Outcome {
    let limits = xlsx::Limits { rows: 6, ..xlsx::Limits::default() };
    let mut book = workbook(Lang::Zh, limits)?;
    assert_eq!(book.sheet_names()[..3], ["问题台账", "问题台账2", "问题台账3"]);
    let mut numbers = Vec::new();
    for name in ["问题台账", "问题台账2", "问题台账3"] {
        let sheet = book.worksheet_range(name)?;
        numbers.extend((1..sheet.height()).map(|row| cell(&sheet, row, "编号")));
    }
    assert_eq!(numbers, (1..=FINDINGS).map(|n| n.to_string()).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_workbook_speaks_english_too() -> Outcome {
    let mut book = workbook(Lang::En, xlsx::Limits::default())?;
    assert_eq!(book.sheet_names(), ["Findings", "Statistics", "Not checked", "Kept", "Versions and bases"]);
    let ledger = book.worksheet_range("Findings")?;
    assert_eq!(cell(&ledger, 1, "Severity"), "Violation");
    assert_eq!(cell(&ledger, 1, "Position"), "B7 (row 7)");
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
fn the_page_asks_for_nothing_and_runs_nothing_foreign() -> Outcome {
    let page = render(Format::Html, &Look::default())?;
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("<html lang=\"zh-Hans-CN\">"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;"), "the hostile name is shown");
    assert_eq!(page.matches("<script").count(), 1);
    assert!(!page.contains("<img") && !page.contains('\u{202e}') && !page.contains('\u{1b}'));
    // Addresses may stand in the text of a list, never in a tag.
    for tag in page.split('<').skip(1).filter_map(|part| part.split_once('>').map(|(tag, _)| tag)) {
        let markup = !tag.starts_with('!') && !tag.contains("Content-Security-Policy");
        assert!(!markup || !tag.contains("://"), "{tag}");
        assert!(!tag.contains(" style=") && !tag.contains(" onerror") && !tag.contains(" onclick"), "{tag}");
    }
    assert!(page.contains("default-src 'none'"));
    for (hash, text) in [(html::STYLE_HASH, html::STYLE), (html::SCRIPT_HASH, html::SCRIPT)] {
        assert!(page.contains(hash) && page.contains(text));
        assert_eq!(
            hash,
            format!("sha256-{}", base64(&sha256(text.as_bytes()))),
            "put this hash into html.rs"
        );
    }
    Ok(())
}

#[test]
fn the_page_is_built_for_every_reader() -> Outcome {
    for look in [Look::default(), english()] {
        let page = render(Format::Html, &look)?;
        let mut level = 1;
        for heading in page.split("<h").skip(1).filter_map(|part| part.chars().next()?.to_digit(10)) {
            assert!(heading <= level + 1, "h{heading} follows h{level}");
            level = heading;
        }
        assert_eq!(page.matches("<table").count(), page.matches("<caption>").count());
        assert!(page.split("<th").skip(1).all(|th| th.starts_with(" scope=") || th.starts_with("ead")));
        assert!(page.contains("class=\"skip\" href=\"#main\"") && page.contains("id=\"main\""));
        assert!(page.contains("<title id=\"chart-title\">") && page.contains("<desc id=\"chart-desc\">"));
        assert!(!page.contains("{{") && !page.contains("{%"));
    }
    Ok(())
}

#[test]
fn a_long_page_is_cut_and_says_so() -> Outcome {
    let shared = Shared::default();
    let output = Output::open(Destination::Writer(Box::new(shared.clone())), Lang::Zh)?;
    let limits = html::Limits { findings: 5, others: 1 };
    let reporter: Box<dyn Reporter> = Box::new(html::Html::with_limits(output, Lang::Zh, limits));
    replay(BufReader::new(File::open(record())?), &mut [reporter])?;
    let page = shared.text()?;
    assert_eq!(page.matches("<tr data-severity").count(), 5);
    assert!(page.contains("问题共 16 处，本页只列出前 5 处；全部明细请看 xlsx 台账或 jsonl 记录"));
    assert!(page.contains("问题 16 处 = 违规 8 + 疑似 5 + 建议 2 + 提示 1，相符"));
    Ok(())
}

#[test]
fn the_terminal_shows_findings_as_compilers_do() -> Outcome {
    let text = render(Format::Term, &Look::default())?;
    let blocks: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(
        blocks[0],
        "\
违规[ZI-001 traditional]: “廠”是繁体字，规范字为“厂”。
 --> 名单/shops.xlsx · 表1 · B7（第7行，名称）
  |
7 | 红星机械廠
  |         ^^
  |
  = 规范写法: 厂
  = 依据: 《国家通用语言文字法》第十五条第四项（2026-01-01施行）
  = 依据: 《通用规范汉字表》附件1（2013-06-05施行）"
    );
    assert_eq!(
        blocks[10],
        "\
疑似[CI-001 misspelling]: “按装”应写作“安装”。
 --> 稿件/通知.txt:3:14
  |
3 | 二是认真布署安全生产工作，按装消防设备。
  |                           ^^^^
  |
  = 规范写法: 安装"
    );
    assert_eq!(
        blocks.last().copied(),
        Some(
            "\
检查结果
  问题 16 处 = 违规 8 + 疑似 5 + 建议 2 + 提示 1，相符
  名单 24 行 = 合格 15 + 有问题 8 + 未能读取 1，相符
  文本 12 行；字符 10240 个，其中汉字 10100 个；文件 4 个，其中 2 个未能读完
  已排除 3 处（用 --show-kept 查看）
  未检查 3 项：
  - 名单/shops.xlsx · 表1 第21行：这一行的名称单元格是错误值 #REF!，请在原表中改正后再查。
  - 图片/IMG_2031.jpg：不是程序能读的格式，请先录入文字。
  - 字形（错笔画、缺笔、自造合体字）在文字中看不到，需要看实物或照片。
  规则说明：zhengzi explain ZI-001
"
        )
    );
    Ok(())
}

#[test]
fn nothing_from_outside_steers_the_terminal() -> Outcome {
    for (color, show_kept) in [(false, false), (true, true)] {
        let text = render(Format::Term, &Look { color, show_kept, width: 80, ..Look::default() })?;
        let plain = without_colors(&text);
        for line in plain.lines() {
            assert!(!line.contains(zhengzi::text::sanitize::is_hidden), "{line:?}");
        }
        assert_eq!(text.contains('\u{1b}'), color);
        assert_eq!(text.contains("人名“毕昇”"), show_kept);
        assert!(text.contains("<U+202E>") && text.contains("<U+001B>[31m红<U+0007>"));
        // The context of 10,000 characters is cut, the caret still under the wrong form.
        assert!(plain.lines().all(|line| line.chars().count() < 200));
    }
    Ok(())
}

/// Takes out what sets a colour, and nothing else that steers a terminal.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        plain.push_str(rest.strip_prefix('m').unwrap_or("\u{1b}"));
    }
    plain
}

#[test]
fn a_clean_run_still_says_what_was_not_looked_at() -> Outcome {
    let shared = Shared::default();
    let mut report = open(Format::Term, Destination::Writer(Box::new(shared.clone())), &english())?;
    report.event(&Event::Run(Run::default()))?;
    let glyph =
        NotChecked { why: "glyph".into(), reason: "glyphs need a photo".into(), ..NotChecked::default() };
    report.event(&Event::NotChecked(glyph))?;
    report.event(&Event::Summary(Summary { not_checked: 1, ..Summary::default() }))?;
    report.finish()?;
    let text = shared.text()?;
    assert!(text.starts_with("Nothing found\n") && text.contains("- glyphs need a photo"), "{text}");
    Ok(())
}

#[test]
fn counts_that_do_not_add_up_are_called_so() -> Outcome {
    let shared = Shared::default();
    let mut report = open(Format::Term, Destination::Writer(Box::new(shared.clone())), &Look::default())?;
    report.event(&Event::Run(Run::default()))?;
    let summary =
        Summary { records: 3, records_clean: 1, findings: 2, interrupted: true, ..Summary::default() };
    report.event(&Event::Summary(summary))?;
    report.finish()?;
    let text = shared.text()?;
    assert_eq!(text.matches("不相符").count(), 2, "{text}");
    assert!(text.contains("检查在结束前被中断"), "{text}");
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
        basis: vec![zhengzi::report::event::Basis { title: wild.clone(), ..Default::default() }],
        context: format!("{}{wild}", "长".repeat(40_000)),
        context_offset: u64::MAX,
        fingerprint: wild.clone(),
        row: (0..300).map(|n| (format!("{wild}{n}"), "长".repeat(40_000))).collect(),
        ..Finding::default()
    };
    let kept =
        Kept { place, text: wild.clone(), reason: wild.clone(), context: wild.clone(), ..Kept::default() };
    let run = Run { date: wild.clone(), assumptions: vec![wild.clone()], ..Run::default() };
    let folder = tempfile::tempdir()?;
    for format in Format::ALL {
        let path = folder.path().join("报告").with_extension(format.suffix());
        let mut report =
            open(format, Destination::Path(path.clone()), &Look { show_kept: true, ..english() })?;
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

/// A disk that is full after some bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        if taken == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_an_error_that_says_what_to_do() -> Outcome {
    for format in Format::ALL {
        let mut reporters = [open(format, Destination::Writer(Box::new(Full(10))), &Look::default())?];
        let error = replay(BufReader::new(File::open(record())?), &mut reporters).err().ok_or("written")?;
        assert!(error.to_string().contains("磁盘已满"), "{format:?}: {error}");
    }
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_not_replaced() -> Outcome {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return Ok(());
    }
    let mut reporters = [open(Format::Html, Destination::Path(full.into()), &Look::default())?];
    let error = replay(BufReader::new(File::open(record())?), &mut reporters).err().ok_or("written")?;
    let text = error.to_string();
    assert!(text.contains("/dev/full") && text.contains("磁盘已满"), "{text}");
    Ok(())
}

#[test]
fn a_place_that_cannot_be_written_is_said_before_the_run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("文件");
    fs::write(&file, "")?;
    for path in [file.join("报告.csv"), folder.path().join("没有/报告.csv"), folder.path().to_path_buf()]
    {
        let error = open(Format::Csv, Destination::Path(path.clone()), &Look::default()).err();
        let error = error.ok_or_else(|| format!("{} was opened", path.display()))?.to_string();
        assert!(error.contains(&path.display().to_string()) && error.contains('请'), "{error}");
    }
    let locked = folder.path().join("只读.csv");
    fs::write(&locked, "旧")?;
    let mut permissions = fs::metadata(&locked)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions)?;
    assert!(open(Format::Csv, Destination::Path(locked.clone()), &Look::default()).is_err());
    assert_eq!(fs::read_to_string(&locked)?, "旧");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_report_keeps_the_permissions_and_links_of_the_old_one() -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir()?;
    let (file, link) = (folder.path().join("报告.csv"), folder.path().join("最新.csv"));
    fs::write(&file, "旧")?;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640))?;
    std::os::unix::fs::symlink(&file, &link)?;
    let mut reporters = [open(Format::Csv, Destination::Path(link.clone()), &Look::default())?];
    replay(BufReader::new(File::open(record())?), &mut reporters)?;
    assert!(fs::symlink_metadata(&link)?.is_symlink());
    assert_eq!(fs::metadata(&file)?.permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&file)?.contains("红星机械廠"));
    Ok(())
}

/// The hash browsers compare; too small a use for a dependency.
fn sha256(bytes: &[u8]) -> [u8; 32] {
    let primes = (2_u32..).filter(|n| (2..*n).all(|d| n % d != 0)).take(64);
    let (mut h, mut k) = ([0_u32; 8], [0_u32; 64]);
    for (n, prime) in primes.enumerate() {
        k[n] = root_bits(u128::from(prime), 3);
        if n < 8 {
            h[n] = root_bits(u128::from(prime), 2);
        }
    }
    let mut text = bytes.to_vec();
    text.push(0x80);
    text.resize(text.len().next_multiple_of(64) + if text.len() % 64 > 56 { 64 } else { 0 }, 0);
    let end = text.len() - 8;
    text[end..].copy_from_slice(&(bytes.len() as u64 * 8).to_be_bytes());
    for block in text.chunks_exact(64) {
        let mut w = [0_u32; 64];
        for (word, four) in w.iter_mut().zip(block.chunks_exact(4)) {
            *word = u32::from_be_bytes([four[0], four[1], four[2], four[3]]);
        }
        for n in 16..64 {
            let (a, b) = (w[n - 15], w[n - 2]);
            let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ (a >> 3);
            let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ (b >> 10);
            w[n] = w[n - 16].wrapping_add(s0).wrapping_add(w[n - 7]).wrapping_add(s1);
        }
        let mut v = h;
        for n in 0..64 {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let t1 = v[7].wrapping_add(s1).wrapping_add(choice).wrapping_add(k[n]).wrapping_add(w[n]);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let t2 = s0.wrapping_add((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            v = [t1.wrapping_add(t2), v[0], v[1], v[2], v[3].wrapping_add(t1), v[4], v[5], v[6]];
        }
        for (sum, part) in h.iter_mut().zip(v) {
            *sum = sum.wrapping_add(part);
        }
    }
    let mut hash = [0; 32];
    for (four, word) in hash.chunks_exact_mut(4).zip(h) {
        four.copy_from_slice(&word.to_be_bytes());
    }
    hash
}

/// The first 32 bits of the fraction of a root.
fn root_bits(n: u128, power: u32) -> u32 {
    let scaled = n << (32 * power);
    let (mut low, mut high) = (0_u128, 1 << 40);
    while low + 1 < high {
        let middle = (low + high) / 2;
        if middle.checked_pow(power).is_some_and(|value| value <= scaled) {
            low = middle
        } else {
            high = middle
        }
    }
    low as u32
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for n in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * n) & 63) as usize];
            text.push(if n <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
