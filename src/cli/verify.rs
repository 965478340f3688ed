//! `zhengzi verify`: computes the seal of a written report again and says whether it still holds.

use super::talk::{Talk, os};
use super::{Exit, Failure, show};
use crate::i18n::{Lang, Msg};
use crate::report::seal::{self, Difference, Outcome};
use crate::report::words::fill;
use clap::ArgMatches;
use std::path::PathBuf;

/// Runs the command: a report after the other, the gravest answer as the exit status.
pub fn run(matches: &ArgMatches, talk: Talk) -> Result<Exit, Failure> {
    let lang = talk.lang;
    let mut worst = Exit::Clean;
    for path in matches.get_many::<PathBuf>("file").into_iter().flatten() {
        let name = path.display();
        let exit = match seal::verify(path) {
            Ok(Some(outcome)) => {
                show(&format!("{name}\n{}", told(&outcome, lang)))?;
                if outcome.differences.is_empty() { Exit::Clean } else { Exit::Findings }
            }
            Ok(None) => {
                talk.error(&fill(NO_SEAL.get(lang), &[&name]));
                Exit::Unreadable
            }
            Err(error) => {
                talk.error(&fill(UNREAD.get(lang), &[&name, &os(&error, lang)]));
                Exit::Unreadable
            }
        };
        if exit as u8 > worst as u8 {
            worst = exit;
        }
    }
    Ok(worst)
}

fn told(outcome: &Outcome, lang: Lang) -> String {
    let mut text = String::new();
    let mut line = |words: String| text.push_str(&format!("  {words}\n"));
    line(if outcome.differences.is_empty() { SAME } else { DIFFERENT }.get(lang).to_owned());
    line(fill(HASH.get(lang), &[&outcome.hash]));
    for (name, number) in &outcome.counts {
        let again = if outcome.recounted.contains(name) { AGAIN } else { STATED };
        line(fill(again.get(lang), &[&count(name, lang), number]));
    }
    outcome.differences.iter().for_each(|one| line(difference(one, lang)));
    text
}

fn difference(difference: &Difference, lang: Lang) -> String {
    match difference {
        Difference::Changed(part) => fill(CHANGED.get(lang), &[&named(part, lang)]),
        Difference::Gone(part) => fill(GONE.get(lang), &[&named(part, lang)]),
        Difference::Added(part) => fill(ADDED.get(lang), &[&named(part, lang)]),
        Difference::Whole => WHOLE.get(lang).to_owned(),
        Difference::Count(name, stated, found) => fill(COUNT.get(lang), &[&count(name, lang), stated, found]),
        Difference::Sum(table) => fill(SUM.get(lang), &[table]),
    }
}

/// What a part is to people.
fn named(part: &str, lang: Lang) -> String {
    let what = match part {
        "word/document.xml" => TEXT,
        "xl/sharedStrings.xml" => CELLS,
        _ if part.starts_with("xl/worksheets/") => SHEET,
        _ if part.contains("/charts/") => CHART,
        _ => OTHER,
    };
    format!("{} {part}", what.get(lang))
}

/// What a count is called.
fn count(name: &str, lang: Lang) -> String {
    let word = match name {
        "problems" | "findings" | "registered" => Msg::new("问题", "problems"),
        "listed" => Msg::new("列出的问题", "problems listed"),
        "kept" => Msg::new("已排除", "kept"),
        "not_checked" => Msg::new("未检查", "not checked"),
        "objects" => Msg::new("检查对象", "objects"),
        "let_stand" => Msg::new("已豁免和误报", "let stand or false"),
        other => return other.to_owned(),
    };
    word.get(lang).to_owned()
}

const SAME: Msg = Msg::new(
    "一致：内容与生成时相同。（这说明没有改动，不证明由谁生成。）",
    "agrees: the content is as it was written. (This shows no change; it does not prove who wrote it.)",
);
const DIFFERENT: Msg = Msg::new(
    "不一致：生成以后有改动，或用别的程序另存过。",
    "differs: changed since it was written, or saved again by another program.",
);
const HASH: Msg = Msg::new("记载的哈希（BLAKE3）：{}", "hash stated (BLAKE3): {}");
const STATED: Msg = Msg::new("记载的{}：{}", "{} stated: {}");
const AGAIN: Msg = Msg::new("记载的{}：{}（已重新清点）", "{} stated: {} (counted again)");
const CHANGED: Msg = Msg::new("改动过：{}", "changed: {}");
const GONE: Msg = Msg::new("缺少：{}", "missing: {}");
const ADDED: Msg = Msg::new("多出：{}", "added: {}");
const WHOLE: Msg = Msg::new("哈希与内容不符", "the hash does not fit the content");
const COUNT: Msg = Msg::new("{}：记载 {}，实有 {}", "{}: stated {}, found {}");
const SUM: Msg = Msg::new("第 {} 个表的合计不等于各行之和", "the sums of table {} are not those of its rows");
const TEXT: Msg = Msg::new("正文", "text");
const CELLS: Msg = Msg::new("单元格文字", "text of cells");
const SHEET: Msg = Msg::new("工作表", "worksheet");
const CHART: Msg = Msg::new("图表", "chart");
const OTHER: Msg = Msg::new("部件", "part");
const NO_SEAL: Msg = Msg::new(
    "“{}”没有校验信息，可能不是本程序生成的，或由旧版生成。能核对的是 xlsx、docx、html 报告和 jsonl 记录。",
    "“{}” carries no seal: not written by this program, or by an older version. Reports as xlsx, docx and html and records as jsonl do.",
);
const UNREAD: Msg =
    Msg::new("“{}”读不出来：{}。请确认文件完整。", "cannot read “{}”: {}. Make sure the file is complete.");
