//! Speed of reading, scanning and deciding, on text made here: prose, the same with errors planted, short names, GB18030.
//!
//! `cargo bench` prints medians and bytes a second on one thread. Set `ZHENGZI_CORPUS` to a folder with `clean.txt`,
//! `dirty.txt`, `list.txt` and `clean.gb18030` to measure on a text of your own.

#![allow(clippy::unwrap_used, missing_docs)]

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::io::Write;
use std::path::PathBuf;
use std::sync::OnceLock;
use zhengzi::Session;
use zhengzi::check::Sight;
use zhengzi::document::Part;
use zhengzi::i18n::Lang;
use zhengzi::lexicon::{UserDictionary, UserTerms};
use zhengzi::read::{self, Input};
use zhengzi::rule::Options;

fn main() {
    divan::main();
}

const SIZE: usize = 16 << 20;

/// A small generator of numbers: the same text on every machine.
struct Seed(u64);

impl Seed {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// Sentences of our own documents, in any order, until there are enough.
fn prose(planted: bool) -> String {
    let sources = [
        include_str!("../README.zh-CN.md"),
        include_str!("../rules/basis.toml"),
        include_str!("../rules/exemptions.toml"),
    ];
    let sentences: Vec<&str> = sources
        .iter()
        .flat_map(|text| text.split_inclusive(['。', '；', '\n']))
        .filter(|s| s.chars().filter(|c| !c.is_ascii()).count() > 8)
        .collect();
    let wrong = ["國際", "麵館", "乾淨", "葡萄乾", "歺厅", "笔划", "按纳", "戶外", "图书館", "鍾表"];
    let mut seed = Seed(7);
    let mut text = String::with_capacity(SIZE + 1024);
    let mut since = 0;
    while text.len() < SIZE {
        let sentence = sentences[seed.below(sentences.len())].trim_end();
        text.push_str(sentence);
        since += sentence.len();
        if planted && since > 180 {
            text.push_str(wrong[seed.below(wrong.len())]);
            since = 0;
        }
        if seed.below(4) == 0 {
            text.push('\n');
        }
    }
    text
}

fn names(count: usize) -> String {
    let cities = "北京市 上海市 南京市 杭州市 成都市 西安市 昆明市 拉萨市 苏州市 青岛市 桂林市 洛阳市 扬州市 丽江市"
        .split(' ')
        .collect::<Vec<_>>();
    let words = "春风 长河 东方 家乐 金桥 明月 青山 如意 盛世 天和 同心 万家 向阳 新城 兴华 永安 远景 正大 中兴 紫云"
        .split(' ')
        .collect::<Vec<_>>();
    let trades =
        "餐饮管理 商贸 科技 建筑工程 文化传媒 物流 汽车服务 装饰设计 医药 服饰 酒店管理 食品 图文快印 五金建材"
            .split(' ')
            .collect::<Vec<_>>();
    let forms = "有限公司 股份有限公司 经营部 店 中心 工作室".split(' ').collect::<Vec<_>>();
    let mut seed = Seed(11);
    let mut text = String::new();
    for _ in 0..count {
        for list in [&cities, &words, &words, &trades, &forms] {
            text.push_str(list[seed.below(list.len())]);
        }
        text.push('\n');
    }
    text
}

/// Writes a corpus once and gives its path.
fn corpus(name: &'static str) -> PathBuf {
    if let Some(folder) = std::env::var_os("ZHENGZI_CORPUS") {
        return PathBuf::from(folder).join(name);
    }
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let path = FOLDER.get_or_init(|| tempfile::tempdir().unwrap()).path().join(name);
    if !path.exists() {
        let bytes = match name {
            "clean.txt" => prose(false).into_bytes(),
            "dirty.txt" => prose(true).into_bytes(),
            "list.txt" => names(1_000_000).into_bytes(),
            _ => encoding_rs::GB18030.encode(&prose(false)).0.into_owned(),
        };
        std::fs::File::create(&path).unwrap().write_all(&bytes).unwrap();
    }
    path
}

/// Fifty thousand terms that occur nowhere: what a large user dictionary costs.
fn user_terms() -> UserTerms {
    let chars: Vec<char> = include_str!("../dictionaries/chars/tgscc.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.chars().next())
        .collect();
    let mut seed = Seed(3);
    let lines: String = (0..50_000)
        .map(|_| {
            let length = 2 + seed.below(3);
            let term: String = (0..length).map(|_| chars[seed.below(chars.len())]).collect();
            format!("{term}\n")
        })
        .collect();
    let mut terms = UserTerms::default();
    terms.add(UserDictionary::Forbid, "bench", &lines).unwrap();
    terms
}

fn session() -> &'static Session {
    static SESSION: OnceLock<Session> = OnceLock::new();
    SESSION.get_or_init(|| Session::new(Options::national("2026-11-23"), &user_terms(), None, Lang::Zh).unwrap())
}

/// Reads a file and checks every part of it: findings.
fn check(path: PathBuf) -> usize {
    let mut sight = Sight::default();
    let parts = read::open(&Input::File(path), &read::Options::default());
    parts
        .map(|part| match part {
            Part::Document(document) => session().checker.check(&document, &mut sight).findings.len(),
            _ => 0,
        })
        .sum()
}

#[divan::bench(args = ["clean.txt", "dirty.txt", "list.txt", "clean.gb18030"], sample_count = 5)]
fn read_and_check(bencher: Bencher, name: &'static str) {
    let path = corpus(name);
    let bytes = std::fs::metadata(&path).unwrap().len();
    session();
    bencher.counter(BytesCount::new(bytes)).bench(|| check(path.clone()));
}

#[divan::bench(sample_count = 5)]
fn read_only(bencher: Bencher) {
    let path = corpus("clean.txt");
    let bytes = std::fs::metadata(&path).unwrap().len();
    let read = || read::open(&Input::File(path.clone()), &read::Options::default()).count();
    bencher.counter(BytesCount::new(bytes)).bench(read);
}

#[divan::bench(sample_count = 20)]
fn load_builtin() -> Session {
    Session::national("2026-11-23").unwrap()
}

#[divan::bench(sample_count = 5)]
fn load_with_50k_user_terms(bencher: Bencher) {
    let terms = user_terms();
    let load = || Session::new(Options::national("2026-11-23"), &terms, None, Lang::Zh);
    bencher.counter(ItemsCount::new(50_000usize)).bench(load);
}
