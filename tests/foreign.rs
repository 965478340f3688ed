//! Foreign writing: signs without Chinese, words of letters and their first mention, code, kana; and what is left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::sync::LazyLock;
use std::time::Instant;
use zhengzi::Session;
use zhengzi::document::Scene;
use zhengzi::i18n::Lang;
use zhengzi::lexicon::UserTerms;
use zhengzi::record::{Finding, Severity};
use zhengzi::rule::Options;

use Scene::{Advertisement, Document, EnterpriseName, OfficialDocument, ProductName, Signboard, Teaching};
use Severity::{Advice, Notice, Suspected, Violation};

static NATIONAL: LazyLock<Session> = LazyLock::new(|| session("national", &[]));

fn session(jurisdiction: &str, facts: &[&str]) -> Session {
    let facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
    let options = Options { jurisdiction: jurisdiction.into(), facts, ..Options::national("2026-11-23") };
    Session::new(options, &UserTerms::default(), None, Lang::Zh).unwrap()
}

fn brief(findings: &[Finding]) -> Vec<(&str, &str, Severity)> {
    findings.iter().map(|f| (f.rule.as_str(), f.text.as_str(), f.severity)).collect()
}

#[track_caller]
fn says(scene: Scene, text: &str, want: &[(&str, &str, Severity)]) {
    assert_eq!(brief(&NATIONAL.check_text(text, scene)), want, "{text}");
}

#[track_caller]
fn silent(scene: Scene, texts: &[&str]) {
    for text in texts {
        says(scene, text, &[]);
    }
}

#[test]
fn a_word_is_asked_for_at_its_first_mention() {
    says(Document, "我国加入WTO以后，WTO的规则变了。\n再谈WTO。", &[("WY-006", "WTO", Advice)]);
    says(Document, "OPEC减产，国际货币基金组织（IMF）和IMF总裁表态。", &[("WY-006", "OPEC", Advice)]);
}

#[test]
fn an_explained_word_is_left_alone() {
    silent(
        Document,
        &[
            "世界贸易组织（WTO）成立以后，WTO的规则几经修改。",
            "世界贸易组织(WTO)成立了。",
            "WTO（世界贸易组织）成立以后，WTO的规则几经修改。",
            "世界贸易组织（World Trade Organization，简称WTO）成立了。",
            "世界贸易组织（以下简称WTO）成立了。",
            "WTO（World Trade Organization，世界贸易组织）成立了。",
            "细颗粒物PM2.5的浓度下降。",
        ],
    );
    // Brackets that speak of something else explain nothing.
    says(Document, "出口增长较快（WTO预计还会增长）。", &[("WY-006", "WTO", Advice)]);
    says(Document, "加入WTO（2001）。", &[("WY-006", "WTO", Advice)]);
}

#[test]
fn a_word_counts_where_it_stands_by_itself() {
    silent(
        Document,
        &[
            "型号WTO-200，文件wto.pdf，网址www.wto.org，信箱wto@example.com。",
            "UNWTOX不是词，AWTO也不是。",
            "《WTO争端解决》是一本书。",
            "他在 Old WTO Building 上班。",
            "who are you，what is it。",
        ],
    );
    says(Document, "各国的WTO、OECD数据", &[("WY-006", "WTO", Advice), ("WY-006", "OECD", Advice)]);
}

#[test]
fn a_longer_term_wins() {
    says(OfficialDocument, "我国的UN Secretariat有了新进展。", &[("WY-005", "UN Secretariat", Advice)]);
}

#[test]
fn official_documents_are_asked_for_every_letter_word() {
    says(OfficialDocument, "推进KJQ工作，KJQ办公室负责。", &[("WY-005", "KJQ", Advice)]);
    silent(
        OfficialDocument,
        &[
            "推进科技圈（KJQ）工作，KJQ办公室负责。",
            "按GB 18030、GB/T 16159、ISO 9001执行，见附表IV，XX市。",
            "材料用PDF格式，存入U盘。",
        ],
    );
    let found = NATIONAL.check_text("今年GDP增长。", OfficialDocument);
    assert_eq!(found[0].suggestions, ["国内生产总值"]);
}

#[test]
fn hainan_binds_letter_words_and_internet_language_in_official_documents() {
    let hainan = session("hainan", &[]);
    let found = hainan.check_text("今年GDP增长，大家直呼绝绝子。", OfficialDocument);
    assert_eq!(brief(&found), [("WY-005", "GDP", Violation), ("CI-009", "绝绝子", Violation)]);
    assert_eq!(found[0].basis[0].id, "hainan:letter-words");
    assert_eq!(found[1].basis[0].id, "hainan:net-words");
    assert_eq!(brief(&hainan.check_text("推进KJQ工作。", OfficialDocument)), [("WY-005", "KJQ", Suspected)]);
    let shanghai = session("shanghai", &[]);
    let found = shanghai.check_text("今年GDP增长，大家直呼绝绝子。", OfficialDocument);
    assert_eq!(brief(&found), [("WY-005", "GDP", Advice), ("CI-009", "绝绝子", Violation)]);
}

#[test]
fn a_sign_without_chinese_is_suspected_until_its_whole_text_is_known() {
    let text = "FRESH FRUIT SHOP";
    says(Signboard, text, &[("WY-001", text, Suspected)]);
    says(Advertisement, text, &[("WY-001", text, Suspected)]);
    says(EnterpriseName, text, &[("WY-001", text, Suspected)]);
    let whole = session("national", &["whole-text"]);
    let found = whole.check_text(text, Signboard);
    assert_eq!(brief(&found), [("WY-001", text, Violation)]);
    assert_eq!(found[0].basis[0].id, "law:basic-use-signs");
    let found = whole.check_list("Fresh Orange Juice", ProductName);
    assert_eq!(brief(&found), [("WY-001", "Fresh Orange Juice", Violation)]);
    assert_eq!(found[0].basis[0].id, "law:basic-use-goods");
}

#[test]
fn empty_lines_keep_signs_apart() {
    says(Signboard, "幸福便利店\n\nFRESH FRUIT SHOP", &[("WY-001", "FRESH FRUIT SHOP", Suspected)]);
    silent(Signboard, &["鲜果店\nFRESH FRUIT SHOP"]);
    let list = "幸福便利店\n幸福理发店\nFRESH FRUIT SHOP\n幸福药店";
    says(Signboard, list, &[("WY-001", "FRESH FRUIT SHOP", Notice)]);
}

#[test]
fn international_signs_brands_and_addresses_are_no_foreign_signs() {
    silent(
        Signboard,
        &[
            "WC", "P", "ATM", "Wi-Fi", "24h", "KTV", "VIP", "5G", "A4", "XL", "No. 12", "T2", "KFC", "STARBUCKS",
            "Starbucks", "H&M", "www.example.com", "info@example.com", "RTX4090", "Tel: 12345678",
        ],
    );
    says(Signboard, "བོད་ལྗོངས།", &[]);
}

#[test]
fn foreign_writing_first_and_longer_is_suspected() {
    let english = "Happy Life Convenience Store";
    says(Signboard, &format!("{english} 幸福便利"), &[("WY-002", english, Suspected)]);
    silent(Signboard, &["幸福便利 Happy Life Convenience Store", "Happy幸福便利店", "NIKE 耐克", "Lancome 兰蔻"]);
}

#[test]
fn a_kana_between_characters_is_no_chinese_and_japanese_is_japanese() {
    says(Signboard, "优の良品", &[("WY-009", "の", Suspected)]);
    says(Document, "店名是茶の语。", &[("WY-009", "の", Notice)]);
    silent(Document, &["课文里有“私の名前は田中です”。", "他写了一个の。"]);
}

#[test]
fn phrases_are_asked_for_and_names_of_products_are_not() {
    says(Teaching, "老师说practice makes perfect，大家都笑了。", &[("WY-004", "practice makes perfect", Advice)]);
    silent(
        Document,
        &[
            "他装了 Microsoft Visual Studio Code 和 Adobe Photoshop。",
            "熟能生巧（practice makes perfect）。",
            "命令是 git commit --amend，再运行 cargo build --release。",
            "practice makes perfect",
        ],
    );
}

#[test]
fn internet_language_is_judged_by_scene() {
    says(Document, "观众绝绝子。", &[("CI-009", "绝绝子", Notice)]);
    says(Advertisement, "口感绝绝子", &[("CI-009", "绝绝子", Suspected)]);
    says(Teaching, "口感绝绝子", &[("CI-009", "绝绝子", Suspected)]);
    says(Document, "他真是yyds，YYDS！", &[("CI-010", "yyds", Notice), ("CI-010", "YYDS", Notice)]);
    says(Teaching, "同学们都点赞。", &[("CI-009", "点赞", Advice)]);
    silent(Document, &["同学们都点赞。", "精神马上好起来了。", "变量my_yyds，网址yyds.com，XYYYDSX。"]);
}

#[test]
fn words_of_one_long_line_take_linear_time() {
    let time = |scene: Scene, joint: &str, words: usize| {
        let text = format!("加入WTO组织{joint}").repeat(words);
        let started = Instant::now();
        let _ = NATIONAL.check_text(&text, scene);
        started.elapsed().as_secs_f64()
    };
    for scene in [Document, ProductName] {
        time(scene, "，", 10); // loads what is loaded lazily
        let (lines, line) = (time(scene, "\n", 10_000), time(scene, "，", 10_000));
        assert!(line < lines.max(0.05) * 3.0, "{scene:?}: {lines:.2} s as lines, {line:.2} s as one line");
    }
}

#[test]
fn a_title_is_looked_for_nearby() {
    let far = "长".repeat(120);
    says(Document, "他读《走进WTO的世界》。", &[]);
    says(Document, &format!("他读《{far}WTO的世界。"), &[("WY-006", "WTO", Advice)]);
}
