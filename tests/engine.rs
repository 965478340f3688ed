//! The engine: laws that hold for every text, and the decisions that keep a checker from accusing wrongly.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use daachorse::CharwiseDoubleArrayAhoCorasick;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use std::time::Instant;
use zhengzi::Session;
use zhengzi::check::{Sight, look};
use zhengzi::document::{Cell, Column, Document, Info, Part, Role, Row, Scene, Sheet};
use zhengzi::engine::{Emitter, Feed, SourceInfo, run};
use zhengzi::i18n::Lang;
use zhengzi::lexicon::{UserDictionary, UserTerms};
use zhengzi::record::{Event, Finding, Run, Severity};
use zhengzi::rule::Options;

fn national() -> Session {
    Session::national("2026-11-23").unwrap()
}

fn brief(findings: &[Finding]) -> Vec<(String, String, Severity)> {
    findings.iter().map(|f| (f.rule.clone(), f.text.clone(), f.severity)).collect()
}

/// Texts like ours: standard and non-standard characters, terms, Latin, line ends, astral characters.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "城南", "麵", "館", "乾", "葡萄乾", "乾隆", "法定婚龄", "笔划", "歺", "囍", "𬬻", "𠮷", "A", " ", "\n", "\r\n",
        "，", "国", "1", "\u{200B}", "㎏", "毕昇", "\u{FFFD}", "のり", "é", "🀄", "二〇二六",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_checked_without_failing(s in "\\PC{0,80}") {
        let _ = national_cached().check_text(&s, Scene::Document);
    }

    #[test]
    fn positions_name_the_found_text(s in text()) {
        for f in national_cached().check_text(&s, Scene::Signboard) {
            let p = &f.place;
            let by_chars: String = s.chars().skip(p.offset as usize).take(p.length as usize).collect();
            prop_assert_eq!(&by_chars, &f.text);
            prop_assert_eq!(&s[p.byte_start as usize..p.byte_end as usize], f.text.as_str());
            let line = s.split('\n').nth(p.line as usize - 1).unwrap();
            let in_line: String = line.chars().skip(p.column as usize - 1).take(p.length as usize).collect();
            prop_assert_eq!(&in_line, &f.text);
            let shown: String = f.context.chars().skip(f.context_offset as usize).take(p.length as usize).collect();
            prop_assert_eq!(&shown, &f.text);
        }
    }

    #[test]
    fn one_wrong_form_is_one_finding(s in text()) {
        let mut end = 0;
        for f in national_cached().check_text(&s, Scene::Document) {
            prop_assert!(f.place.byte_start >= end, "overlap at {}", f.place.byte_start);
            end = f.place.byte_end;
        }
    }

    #[test]
    fn paragraphs_do_not_see_each_other(a in text(), b in text()) {
        let s = national_cached();
        let separate = brief(&s.check_text(&a, Scene::Document)).len() + brief(&s.check_text(&b, Scene::Document)).len();
        let joined = s.check_text(&format!("{a}\n\n{b}"), Scene::Document).len();
        prop_assert_eq!(joined, separate);
    }

    /// The filter loses nothing and invents nothing: an automaton over the same terms agrees.
    #[test]
    fn terms_are_those_an_automaton_finds(s in text()) {
        let session = national_cached();
        let lexicon = &session.checker.lexicon;
        let want: BTreeSet<(usize, usize)> = automaton().find_overlapping_iter(&s).map(|m| (m.start(), m.end())).collect();
        let mut scan = zhengzi::check::Scan::default();
        scan.run(&s, lexicon);
        let got: BTreeSet<(usize, usize)> = scan
            .terms
            .iter()
            .map(|(start, term)| (*start as usize, *start as usize + lexicon.terms.term(*term as usize).text.len()))
            .collect();
        prop_assert_eq!(got, want);
    }
}

/// The slow oracle of the term index, over the same terms.
fn automaton() -> &'static CharwiseDoubleArrayAhoCorasick<u32> {
    static AUTOMATON: std::sync::OnceLock<CharwiseDoubleArrayAhoCorasick<u32>> = std::sync::OnceLock::new();
    AUTOMATON.get_or_init(|| {
        let terms = national_cached().checker.lexicon.terms.terms();
        let texts: BTreeSet<&str> = terms.map(|t| t.text).collect();
        CharwiseDoubleArrayAhoCorasick::new(texts.iter()).unwrap()
    })
}

fn national_cached() -> &'static Session {
    static SESSION: std::sync::OnceLock<Session> = std::sync::OnceLock::new();
    SESSION.get_or_init(national)
}

#[test]
fn names_and_fixed_phrases_are_kept() {
    let s = national();
    let quiet = |text: &str, scene| {
        let found = s.check_text(text, scene);
        assert!(found.is_empty(), "“{text}”: {:?}", brief(&found));
    };
    for text in
        ["乾隆年间", "一片狼藉", "瞭望塔", "毕昇", "钱锺书", "哪吒闹海", "宫商角徵羽", "乾县", "大阪", "二〇二六年"]
    {
        quiet(text, Scene::Document);
    }
    quiet("陈昇", Scene::Document); // a personal name by itself
    quiet("王喆", Scene::PersonName);
    quiet("为了解决问题，排除干扰", Scene::Document); // standard characters are never accused
}

#[test]
fn a_limited_character_sinks_where_its_sense_is_unknown_and_rises_where_a_word_decides() {
    let s = national();
    assert_eq!(brief(&s.check_text("葡萄乾", Scene::Signboard)), [("ZI-004".into(), "乾".into(), Severity::Violation)]);
    let bare = s.check_text("某乾某", Scene::Signboard);
    assert_eq!(brief(&bare), [("ZI-004".into(), "乾".into(), Severity::Suspected)]);
}

#[test]
fn what_is_quoted_foreign_or_a_name_is_only_suspected() {
    let s = national();
    for text in ["“國”字怎么简化", "東京駅で待ち合わせ", "李乾妈妈说", "株式会社資生堂"]
    {
        let found = s.check_text(text, Scene::Document);
        assert!(
            found.iter().all(|f| f.severity < Severity::Violation && !f.note.is_empty()),
            "{text}: {:?}",
            brief(&found)
        );
    }
    assert!(s.check_text("见 https://example.org/臺灣 一文", Scene::Document).is_empty(), "an address is kept");
    let kana = s.check_text("奈雪の茶館", Scene::Signboard);
    let want =
        [("WY-009".into(), "の".into(), Severity::Suspected), ("ZI-001".into(), "館".into(), Severity::Violation)];
    assert_eq!(brief(&kana), want, "one の is no Japanese");
    let estate = s.check_text("华西邨", Scene::Signboard);
    assert_eq!(estate[0].severity, Severity::Suspected, "a sign is no personal name");
}

#[test]
fn forms_with_two_standards_offer_both_and_are_never_fixed() {
    let found = national().check_text("鍾表", Scene::Signboard);
    assert_eq!(found[0].suggestions, ["钟", "锺"]);
    assert_eq!(found[0].fix, zhengzi::record::FixSafety::None);
}

#[test]
fn the_date_chooses_the_article() {
    let article = |date: &str| {
        let found = Session::national(date).unwrap().check_text("麵館", Scene::Signboard);
        found[0].basis[0].article.clone()
    };
    assert_eq!(article("2025-12-31"), "第十四条第三项");
    assert_eq!(article("2026-01-01"), "第十五条第四项");
}

#[test]
fn a_web_page_is_bound_only_if_it_is_a_public_service() {
    let level = |facts: &[&str]| {
        let mut options = Options::national("2026-11-23");
        options.facts = facts.iter().map(|f| (*f).to_owned()).collect();
        let s = Session::new(options, &UserTerms::default(), None, Lang::Zh).unwrap();
        s.check_text("登錄", Scene::Webpage)[0].severity
    };
    assert_eq!(level(&[]), Severity::Suspected);
    assert_eq!(level(&["public-service"]), Severity::Violation);
}

#[test]
fn a_private_text_is_at_most_suspected() {
    let mut options = Options::national("2026-11-23");
    options.facts = vec!["private".into()];
    let s = Session::new(options, &UserTerms::default(), None, Lang::Zh).unwrap();
    assert_eq!(s.check_text("國家", Scene::Document)[0].severity, Severity::Suspected);
}

#[test]
fn forbid_beats_allow_beats_built_in() {
    let with = |allow: &str, forbid: &str| {
        let mut user = UserTerms::default();
        user.add(UserDictionary::Allow, "a", allow).unwrap();
        user.add(UserDictionary::Forbid, "f", forbid).unwrap();
        let s = Session::new(Options::national("2026-11-23"), &user, None, Lang::Zh).unwrap();
        brief(&s.check_text("老麵館", Scene::Signboard))
    };
    assert_eq!(with("麵\t商标", "").len(), 1, "館 is left");
    assert_eq!(with("老麵館", "").len(), 0);
    let forbidden = ("META-010".to_owned(), "老麵館".to_owned(), Severity::Suspected);
    assert_eq!(with("老麵館", "老麵館\t老面馆"), [forbidden]);
    assert_eq!(with("麵", "麵\t面")[0].1, "麵");
}

/// A list of one column with an exemption column.
fn list(rows: &[(&str, &str)]) -> Document {
    let column = |header: &str, role, index| Column { header: header.into(), role, index };
    let columns = vec![column("名称", Role::Checked(Some(Scene::Signboard)), 0), column("豁免", Role::Exemption, 1)];
    let sheet = std::sync::Arc::new(Sheet { name: Some("表1".into()), references: true, columns });
    let mut text = String::new();
    let mut document = Document::default();
    for (number, (name, exemption)) in rows.iter().enumerate() {
        let start = text.len();
        text.push_str(name);
        document.cells.push(Cell { range: start..text.len(), row: number, column: 0 });
        text.push('\n');
        let values = vec![(*name).to_owned(), (*exemption).to_owned()];
        document.rows.push(Row { sheet: sheet.clone(), number: number as u64 + 2, values, sign: false });
    }
    document.text = text.into();
    document
}

#[test]
fn list_rows_count_within_their_cell_and_exemptions_keep_them() {
    let s = national();
    let document = list(&[("城南麵馆", ""), ("德厚堂藥店", "手书"), ("城南面馆", "")]);
    let report = s.checker.check(&document, &mut Sight::default());
    assert_eq!((report.rows, report.rows_with_findings), (3, 1));
    let (position, finding) = &report.findings[0];
    let finding = finding.clone().at(*position);
    assert_eq!((finding.place.cell.as_deref(), finding.place.record), (Some("A2"), Some(2)));
    assert_eq!((finding.place.line, finding.place.column, finding.place.offset), (1, 3, 2));
    let (_, kept) = &report.kept[0];
    assert_eq!((kept.why.as_str(), kept.text.as_str()), ("exemption", "藥"));
    assert!(!kept.basis.is_empty(), "an exemption names its basis");
}

#[test]
fn a_jurisdiction_adds_its_own_exemptions() {
    let kept = |jurisdiction: &str| {
        let options = Options { jurisdiction: jurisdiction.into(), ..Options::national("2026-11-23") };
        let s = Session::new(options, &UserTerms::default(), None, Lang::Zh).unwrap();
        s.checker.check(&list(&[("德厚堂藥店", "老字号")]), &mut Sight::default()).kept.len()
    };
    assert_eq!(kept("national"), 0, "the national law has no exemption for old brands");
    assert_eq!(kept("hainan"), 1);
}

/// Every event of a run over these texts, as lines.
fn record(texts: &[String], threads: usize) -> Vec<String> {
    let session = national();
    let mut lines = Vec::new();
    let mut sink = |event: &Event| {
        lines.push(serde_json::to_string(event).unwrap());
        Ok(())
    };
    let mut feed = texts.iter().enumerate().flat_map(|(n, text)| {
        let parts = text.split_inclusive('\n').map(move |line| {
            Feed::Part(Part::Document(Document { source: n, text: line.to_owned().into(), ..Document::default() }))
        });
        let open = Feed::Open(SourceInfo { name: format!("{n}.txt") });
        let end = Feed::Part(Part::End(Info { bytes: text.len() as u64, ..Info::default() }));
        std::iter::once(open).chain(parts).chain([end])
    });
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let mut emitter = Emitter::start(Run::default(), Lang::Zh, &mut sink).unwrap();
        run(&session.checker, &mut feed, &mut emitter, threads, &AtomicBool::new(false)).unwrap();
        emitter.finish(false).unwrap();
    });
    lines
}

#[test]
fn parts_of_a_text_share_what_they_mention() {
    let texts = ["各国加入WTO。\n世界贸易组织（IMF）。\n再谈WTO和IMF。\n".to_owned(), "又谈WTO。\n".to_owned()];
    for threads in [1, 3] {
        let findings = record(&texts, threads).into_iter().filter_map(|line| match serde_json::from_str(&line) {
            Ok(Event::Finding(f)) => Some((f.place.source, f.place.line, f.text)),
            _ => None,
        });
        let found: Vec<_> = findings.collect();
        assert_eq!(found, [("0.txt".into(), 1, "WTO".into()), ("1.txt".into(), 1, "WTO".to_owned())]);
    }
}

#[test]
fn output_is_the_same_at_any_number_of_threads() {
    let texts: Vec<String> = (0..40).map(|n| format!("第{n}行\n國際大酒店\n毕昇，葡萄乾\n")).collect();
    let one = record(&texts, 1);
    assert_eq!(one, record(&texts, 2));
    assert_eq!(one, record(&texts, 7));
    let summary: Event = serde_json::from_str(one.last().unwrap()).unwrap();
    let Event::Summary(summary) = summary else { panic!("the last line is the summary") };
    assert_eq!((summary.sources, summary.lines, summary.findings), (40, 120, 120));
    assert_eq!(summary.by_severity.values().sum::<u64>(), summary.findings);
    assert_eq!(summary.by_rule.values().sum::<u64>(), summary.findings);
}

#[test]
fn a_text_in_parts_has_the_positions_of_the_whole() {
    let text = "第一行\n城南麵館\n\n笔划";
    let whole: Vec<_> = national().check_text(text, Scene::Document).into_iter().map(|f| f.place).collect();
    let parts: Vec<_> = record(&[text.to_owned()], 2)
        .iter()
        .filter_map(|line| match serde_json::from_str(line).unwrap() {
            Event::Finding(f) => Some(f.place),
            _ => None,
        })
        .collect();
    let numbers = |p: &zhengzi::record::Place| (p.line, p.column, p.offset, p.length, p.byte_start, p.byte_end);
    assert_eq!(whole.iter().map(numbers).collect::<Vec<_>>(), parts.iter().map(numbers).collect::<Vec<_>>());
}

#[test]
fn one_long_line_takes_linear_time() {
    let session = national();
    let mut sight = Sight::default();
    let mut time = |repeat: usize| {
        let text = "国际大酒店葡萄乾定婚規劃法定婚龄".repeat(repeat);
        let started = Instant::now();
        let document = Document { text: text.into(), ..Document::default() };
        assert!(session.checker.check(&document, &mut sight).findings.len() >= repeat);
        started.elapsed().as_secs_f64()
    };
    time(200); // loads what is loaded lazily
    let small = time(2_000).max(1e-3);
    let large = time(16_000);
    assert!(large < small * 8.0 * 3.0, "eight times the text took {:.1} times as long", large / small);
}

#[test]
fn counts_cover_the_whole_text() {
    let session = national();
    let mut sight = Sight::default();
    let all = vec![true; session.checker.registry.rules().len()];
    look("国A\n𬬻麵", &session.checker.lexicon, &session.checker.registry, &all, &mut sight);
    assert_eq!((sight.counts.characters, sight.counts.han), (5, 3));
}

#[test]
fn a_run_of_garbage_is_one_finding_in_linear_time() {
    let s = national();
    let found = s.check_text(&format!("见{}。", "烫".repeat(3000)), Scene::Document);
    assert_eq!(brief(&found).len(), 1, "{:?}", found.iter().map(|f| f.place.length).collect::<Vec<_>>());
    assert_eq!(found[0].place.length, 3000);
    assert!(found[0].message.chars().count() < 100, "the message shows the beginning");
    let started = Instant::now();
    assert_eq!(s.check_text(&"国锟斤拷，".repeat(20_000), Scene::Document).len(), 20_000);
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn lines_of_names_take_linear_time() {
    let s = national();
    let time = |lines: usize| {
        let started = Instant::now();
        let found = s.check_text(&"国泰大酒樓\n".repeat(lines), Scene::Signboard).len();
        assert_eq!(found, 2 * lines, "the form and the mixture");
        started.elapsed().as_secs_f64()
    };
    let small = time(2_000).max(1e-3);
    let large = time(16_000);
    assert!(large < small * 8.0 * 3.0, "eight times the lines took {:.1} times as long", large / small);
}

#[test]
fn a_wide_row_is_carried_short() {
    let s = national();
    let column = |index| Column { header: format!("列{index}"), role: Role::Checked(None), index };
    let sheet = std::sync::Arc::new(Sheet { name: None, references: true, columns: (0..3000).map(column).collect() });
    let text = "國\n".repeat(3000);
    let cells = (0..3000).map(|n| Cell { range: n * 4..n * 4 + 3, row: 0, column: n }).collect();
    let rows = vec![Row { sheet, number: 1, values: vec!["國".repeat(600); 3000], sign: false }];
    let document = Document { text: text.into(), cells, rows, ..Document::default() };
    let report = s.checker.check(&document, &mut Sight::default());
    assert_eq!(report.findings.len(), 3000);
    let row = &report.findings[0].1.row;
    assert_eq!(row.len(), 60);
    assert!(row.iter().all(|(_, value)| value.chars().count() <= 501));
}

#[test]
fn rows_and_positions_add_up_around_a_part_that_failed() {
    let session = national();
    let failed = |document: &Document| zhengzi::engine::DocumentReport::unchecked(document);
    let text = |text: &str| Document { text: text.to_owned().into(), ..Document::default() };
    let mut events = Vec::new();
    let mut sink = |event: &Event| {
        events.push(event.clone());
        Ok(())
    };
    let mut emitter = Emitter::start(Run::default(), Lang::Zh, &mut sink).unwrap();
    emitter.open(SourceInfo { name: "a".into() });
    emitter.failed(&failed(&text("一\n二三"))).unwrap();
    emitter.document(session.checker.check(&text("四國"), &mut Sight::default())).unwrap();
    emitter.open(SourceInfo { name: "b".into() });
    emitter.failed(&failed(&list(&[("甲", ""), ("乙", "")]))).unwrap();
    let summary = emitter.finish(false).unwrap();
    assert_eq!((summary.records, summary.records_unreadable, summary.sources), (2, 2, 2));
    let found = events.iter().find_map(|e| if let Event::Finding(f) = e { Some(&f.place) } else { None }).unwrap();
    assert_eq!((found.line, found.column, found.offset), (2, 4, 5));
}

#[test]
fn english_says_no_chinese_but_what_it_quotes() {
    let (zh, en) = (national(), Session::new(Options::national("2026-11-23"), &UserTerms::default(), None, Lang::En));
    let en = en.unwrap();
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let mut rules = BTreeSet::new();
    let texts = [
        "都是一丘之络。",
        "优の良品",
        "你昰在强调再说一次，一在强调。",
        "观众男默女泪。",
        "他说了一声唔该。",
        "+10086",
    ];
    for (text, scene) in texts.iter().flat_map(|text| [(text, Scene::Signboard), (text, Scene::Document)]) {
        let found = en.check_text(text, scene);
        assert_eq!(brief(&found), brief(&zh.check_text(text, scene)), "the language changes no finding");
        for f in found {
            let outside: String = format!("{}; {}", f.message, f.note)
                .replace("column 豁免", "column")
                .split('“')
                .map(|part| part.split_once('”').map_or(part, |(_, behind)| behind))
                .collect();
            assert!(!outside.contains(is_han), "{}: {outside}", f.rule);
            rules.insert(f.rule);
        }
    }
    let want = ["CI-004", "CI-008", "CI-009", "CI-010", "CI-011", "WY-009"];
    assert!(want.iter().all(|rule| rules.contains(*rule)), "{rules:?}");
}

#[test]
fn a_note_that_the_message_says_is_said_once() {
    let s = national();
    for (text, scene, rule, note) in
        [("都是一丘之络。", Scene::Document, "CI-008", "形近"), ("优の良品", Scene::Signboard, "WY-009", "日文平假名")]
    {
        let found = s.check_text(text, scene);
        let f = found.iter().find(|f| f.rule == rule).unwrap();
        assert!(f.message.contains(note) && !f.note.contains(note), "{} | {}", f.message, f.note);
    }
    let slang = s.check_text("观众男默女泪。", Scene::Document);
    assert!(slang[0].note.contains("网络"), "what no message says stays: {slang:?}");
}
