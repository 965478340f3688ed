//! Pinyin beside Chinese characters: what is found, what is offered, and what is left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use proptest::prelude::*;
use std::sync::LazyLock;
use zhengzi::Session;
use zhengzi::document::Scene;
use zhengzi::record::{Finding, Severity};
use zhengzi::spelling::{Case, Speller, Tone};

static SESSION: LazyLock<Session> = LazyLock::new(|| Session::national("2026-11-23").unwrap());

fn check(text: &str, scene: Scene) -> Vec<Finding> {
    SESSION.check_text(text, scene)
}

/// The one finding on a name over its spelling: rule, what it stands on, what it offers first.
#[track_caller]
fn wrong(scene: Scene, text: &str, rule: &str, hit: &str, right: &str) {
    let found = check(text, scene);
    let said: Vec<(&str, &str, &[String])> =
        found.iter().map(|f| (f.rule.as_str(), f.text.as_str(), f.suggestions.as_slice())).collect();
    assert_eq!(said.len(), 1, "{text}: {said:?}");
    assert_eq!((said[0].0, said[0].1), (rule, hit), "{text}: {said:?}");
    assert_eq!(said[0].2.first().map_or("", String::as_str), right, "{text}: {said:?}");
}

#[track_caller]
fn right(scene: Scene, text: &str) {
    let found = check(text, scene);
    let said: Vec<_> = found.iter().map(|f| (&f.rule, &f.text, &f.suggestions, f.severity)).collect();
    assert!(said.is_empty(), "{text}: {said:?}");
}

use Scene::{Document, PersonName, PlaceName, Signboard, Teaching, Webpage};

#[test]
fn well_spelt_places_are_left_alone() {
    for text in [
        "建设路\nJianshe Lu", "建设路\nJIANSHE LU", "建设路\nJiànshè Lù", "湖滨东路\nHubin Donglu",
        "永安街\nYong'an Jie", "永安街\nYong’an Jie", "绿洲路\nLüzhou Lu", "太湖\nTai Hu", "王家庄\nWangjiazhuang",
        "六安市\nLu'an Shi", "三环路\n3 Huanlu", "三环路\nSanhuan Lu", "呼和浩特市\nHohhot Shi",
        "陕西省\nShaanxi Sheng", "建设路 Jianshe Lu", "Jianshe Lu\n建设路",
    ] {
        right(PlaceName, text);
    }
}

#[test]
fn a_wrong_reading_names_the_character() {
    wrong(PlaceName, "六安路\nLiu'an Lu", "PY-002", "Liu'an", "Lu'an");
    wrong(PlaceName, "六安路\nLIUAN LU", "PY-002", "LIUAN", "LU'AN");
    wrong(PlaceName, "乐清市\nLeqing Shi", "PY-002", "Leqing", "Yueqing");
    wrong(PlaceName, "番禺大道\nFanyu Dadao", "PY-002", "Fanyu", "Panyu");
    wrong(PersonName, "仇英\nChou Ying", "PY-002", "Chou", "Qiu");
    let found = check("六安路\nLiu'an Lu", PlaceName);
    assert_eq!(found[0].severity, Severity::Violation);
    assert!(found[0].message.contains("“六”应拼 Lu，不是 Liu"), "{}", found[0].message);
}

#[test]
fn slips_are_told_from_what_is_no_syllable() {
    wrong(PlaceName, "胜利路\nShenli Lu", "PY-002", "Shenli", "Shengli");
    wrong(PlaceName, "胜利路\nSehngli Lu", "PY-001", "Sehngli", "Shengli");
    wrong(PlaceName, "中山路\nZongshan Lu", "PY-002", "Zongshan", "Zhongshan");
    wrong(PlaceName, "北京路\nBEIJNG LU", "PY-001", "BEIJNG", "BEIJING");
}

#[test]
fn letters_and_signs() {
    wrong(PlaceName, "绿洲路\nLvzhou Lu", "PY-003", "Lvzhou", "Lüzhou");
    wrong(PlaceName, "绿洲路\nLuzhou Lu", "PY-003", "Luzhou", "Lüzhou");
    wrong(PlaceName, "永安街\nYongan Jie", "PY-004", "Yongan", "Yong'an");
    wrong(PlaceName, "吉安路\nJian Lu", "PY-004", "Jian", "Ji'an");
    wrong(PlaceName, "中关路\nZhong'guan Lu", "PY-004", "Zhong'guan", "Zhongguan");
    wrong(PlaceName, "永安街\nYong`an Jie", "PY-017", "Yong`an", "Yong'an");
    wrong(PlaceName, "光明路\nGuɑngming Lu", "PY-021", "Guɑngming", "Guangming");
}

#[test]
fn division_and_capitals_are_weaker_than_a_wrong_reading() {
    wrong(PlaceName, "胜利路\nShenglilu", "PY-010", "Shenglilu", "Shengli Lu");
    wrong(PlaceName, "胜利路\nSHENGLILU", "PY-010", "SHENGLILU", "SHENGLI LU");
    wrong(PlaceName, "胜利北路\nSHENG LI BEI LU", "PY-011", "SHENG LI BEI LU", "SHENGLI BEILU");
    wrong(PlaceName, "胜利路\nshengli lu", "PY-008", "shengli lu", "Shengli Lu");
    for text in ["胜利路\nShenglilu", "胜利北路\nSHENG LI BEI LU", "胜利路\nshengli lu", "胜利路\nshenglilu"]
    {
        for finding in check(text, PlaceName) {
            assert!(finding.severity < Severity::Violation, "{text}");
        }
    }
}

#[test]
fn several_faults_are_one_finding_with_its_parts_named() {
    let found = check("体育馆路\nti yu guan Rd", PlaceName);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule.as_str(), found[0].text.as_str()), ("PY-013", "ti yu guan Rd"));
    assert_eq!(found[0].suggestions, ["Tiyuguan Lu"]);
    assert!(found[0].message.contains("英文") && found[0].message.contains("大小写"), "{}", found[0].message);
}

#[test]
fn english_on_place_name_signs() {
    wrong(PlaceName, "人民路\nRenmin Road", "PY-013", "Road", "Lu");
    wrong(PlaceName, "人民路\nRENMIN RD", "PY-013", "RD", "LU");
    wrong(PlaceName, "人民路\nRenmin Rd.", "PY-013", "Rd", "Lu");
    wrong(PlaceName, "湖滨东路\nHubin East Road", "PY-013", "East Road", "Donglu");
    wrong(PlaceName, "湖滨东路\nEast Hubin Rd", "PY-013", "East Hubin Rd", "Hubin Donglu");
    wrong(PlaceName, "湖滨东路\nHubin Road", "PY-013", "Road", "Donglu");
    wrong(PlaceName, "建设街\nJianshe Stret", "PY-013", "Stret", "Jie");
    wrong(PlaceName, "建设街\nJianshe Norht St", "PY-013", "Norht St", "Jie");
    assert_eq!(check("人民路\nRenmin Road", PlaceName)[0].severity, Severity::Violation);
    assert_eq!(check("人民路\nRenmin Road", Webpage)[0].severity, Severity::Notice);
    wrong(PlaceName, "世纪大道\nCentury Avenue", "PY-013", "Century Avenue", "Shiji Dadao");
}

#[test]
fn old_forms_and_minority_names() {
    wrong(PlaceName, "青岛路\nTsingtao Lu", "PY-014", "Tsingtao", "Qingdao");
    right(Signboard, "青岛啤酒\nTSINGTAO BEER");
    wrong(PlaceName, "乌鲁木齐市\nWulumuqi Shi", "PY-018", "Wulumuqi Shi", "Ürümqi Shi");
    right(PlaceName, "乌鲁木齐市\nUrumqi Shi");
}

#[test]
fn another_names_spelling() {
    wrong(PlaceName, "丰乐\nANPING", "PY-002", "ANPING", "FENGLE");
}

#[test]
fn personal_names() {
    right(PersonName, "欧阳文\nOuyang Wen");
    right(PersonName, "赵平安\nZhào Píng'ān");
    right(PersonName, "赵建国\nZhao J. G.");
    wrong(PersonName, "赵建国\nZhao Jian Guo", "PY-009", "Jian Guo", "Jianguo");
    wrong(PersonName, "王芳\nFang Wang", "PY-009", "Fang Wang", "Wang Fang");
    wrong(PersonName, "吕岩\nLv Yan", "PY-003", "Lv", "Lü");
    wrong(PersonName, "赵建国\nZhao JianGuo", "PY-009", "JianGuo", "Jianguo");
    wrong(Document, "仇英\nChou Ying", "PY-002", "Chou", "Qiu");
}

#[test]
fn tones() {
    right(Document, "森林公园\nsēnlín gōngyuán");
    wrong(Document, "森林公园\nsēnlín gòngyuán", "PY-005", "gòngyuán", "gōngyuán");
    wrong(Document, "森林公园\nsenlín gōngyuán", "PY-006", "senlín", "sēnlín");
    wrong(Teaching, "zhǎngjiǔ\n长久", "EDU-001", "zhǎngjiǔ", "chángjiǔ");
    right(Teaching, "yí gè\n一个");
    right(Teaching, "cháng jiǔ\n长久");
}

#[test]
fn ruby_is_read_in_its_words() {
    right(Teaching, "<ruby>重<rt>chóng</rt>庆<rt>qìng</rt></ruby>");
    right(
        Teaching,
        "<ruby>重<rp>(</rp><rt>chóng</rt><rp>)</rp></ruby><ruby>庆<rp>(</rp><rt>qìng</rt><rp>)</rp></ruby>",
    );
    wrong(Teaching, "<ruby>重<rt>zhòng</rt>庆<rt>qìng</rt></ruby>", "EDU-001", "zhòng", "chóng");
    wrong(Teaching, "<ruby>银<rt>yín</rt></ruby><ruby>行<rt>xíng</rt></ruby>", "EDU-001", "xíng", "háng");
    wrong(Teaching, "<ruby>长城<rt>chángchēng</rt></ruby>", "EDU-001", "chángchēng", "chángchéng");
}

#[test]
fn annotations_are_read_in_their_words() {
    right(Teaching, "孩子着（zháo）急了。");
    right(Teaching, "他成长（zhǎng）得很快。");
    right(Teaching, "薄（bò）荷糖");
    wrong(Teaching, "孩子着（zhuó）急了。", "EDU-001", "zhuó", "zháo");
    wrong(Teaching, "去银行（yínxíng）取钱", "EDU-001", "yínxíng", "yínháng");
}

#[test]
fn hostile_texts_do_not_take_long() {
    let long = "人".repeat(3000);
    let letters = "ren ".repeat(3000);
    for text in [
        format!("{long}\n{letters}"),
        format!("{long}（{letters}）"),
        format!("<ruby>{long}<rt>{letters}</rt></ruby>"),
        format!("人民路\n{}", "renmin ".repeat(30_000)),
        format!("人民路\n{}", "Streat Roed ".repeat(3000)),
        format!("人民路a{}", "1".repeat(200_000)),
        format!("{}\n", "路（a".repeat(20_000)),
        "路十".repeat(50_000),
    ] {
        for scene in [PlaceName, Signboard, Teaching, Document] {
            let start = std::time::Instant::now();
            check(&text, scene);
            let taken = start.elapsed().as_secs();
            assert!(taken < 5, "{scene:?} {taken} s: {}", text.chars().take(20).collect::<String>());
        }
    }
}

#[test]
fn brands_and_names_of_other_languages_are_not_corrected() {
    for text in [
        "特斯拉\nTESLA",
        "耐克\nNIKE",
        "普拉达\nPRADA",
        "乐高\nLEGO",
        "哈根达斯\nHäagen-Dazs",
        "张裕\nCHANGYU",
        "胡适（Hu Shih）纪念馆",
        "清华大学\nTsinghua University",
        "人民广场\nPeople's Square\nRenmin Guangchang",
    ] {
        let found: Vec<_> = check(text, Signboard).into_iter().filter(|f| f.severity >= Severity::Suspected).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    for text in ["乌兰夫\nUlanhu", "阿依古丽\nAygul", "买买提\nMamat"] {
        let found: Vec<_> = check(text, PersonName).into_iter().filter(|f| f.severity >= Severity::Suspected).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    for text in ["洗手间\nToilet", "出口\nEXIT", "人民路\nRENMIN LU\n北 N\n南 S"] {
        right(PlaceName, text);
    }
    right(PlaceName, "丈八一路\nZHANGBA 1 LU");
    right(PlaceName, "五四二路\nWUSI 2 LU");
}

#[test]
fn what_people_say_is_no_violation() {
    for (scene, text) in [
        (Teaching, "lǜ yōu yōu\n绿油油"),
        (Teaching, "ní hǎo\n你好"),
        (PlaceName, "赵家堡\nZHAOJIAPU"),
        (PlaceName, "柳树巷儿\nLiushu Xianger"),
        (PersonName, "吕岩\nLu Yan"),
        (PlaceName, "昆仑山\nKunlun"),
    ] {
        let found = check(text, scene);
        assert!(found.iter().all(|f| f.severity < Severity::Violation), "{text}: {found:?}");
    }
    wrong(PlaceName, "黄山\nMount Huangshan", "PY-013", "Mount Huangshan", "Huangshan");
    wrong(PlaceName, "吴堡县\nWubao Xian", "PY-002", "Wubao", "Wubu");
}

#[test]
fn pinyin_in_place_of_a_character() {
    wrong(Signboard, "重QING火锅", "PY-022", "QING", "");
    wrong(Document, "他今天很kāi心。", "PY-022", "kāi", "");
    right(Document, "使用ping命令，打开bash窗口。");
    right(Signboard, "老友KTV歌城");
}

#[test]
fn running_text_is_not_accused_of_foreign_words() {
    for text in [
        "巴拿马（Panama）运河",
        "苹果（Apple）公司",
        "首都马尼拉（Manila）在海边。",
        "他住在六安（Lu'an）老城。",
        "欢迎使用\nWelcome",
        "微信\nWeChat",
        "应用程序接口（API）和软件（software）",
        "请打开 WiFi 再试。",
        "小明说：“OK。”",
    ] {
        right(Document, text);
    }
    wrong(Document, "他住在六安（Liu'an）老城。", "PY-002", "Liu'an", "Lu'an");
}

#[test]
fn signs_of_shops() {
    right(Signboard, "好运来饭店\nHAOYUNLAI FANDIAN");
    right(Signboard, "金色KTV");
    right(Signboard, "蜜雪冰城\nMIXUE ICE CREAM & TEA");
    let found = check("好运来饭店\nHAO YUN LAI FAN DIAN", Signboard);
    assert!(found.iter().all(|f| f.severity <= Severity::Advice), "{found:?}");
}

/// Every division of county level and above under each of its spellings, as a sign may write them.
#[test]
fn what_we_spell_we_do_not_accuse() {
    let lexicon = zhengzi::lexicon::Lexicon::builtin();
    let speller = Speller::new(&lexicon);
    let table = include_str!("../dictionaries/places/divisions.tsv");
    let names = table.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split('\t').nth(1));
    for name in names {
        for spelling in speller.place(name) {
            for (tone, case) in [(Tone::None, Case::Standard), (Tone::None, Case::Upper), (Tone::Mark, Case::Standard)]
            {
                let text = format!("{name}\n{}", spelling.render(tone, case));
                let found = check(&text, PlaceName);
                // The Chinese reading of a minority name is no error of the speller, only not what signs write.
                let strong: Vec<_> = found.iter().filter(|f| f.rule != "PY-018").collect();
                assert!(strong.is_empty(), "{text}: {strong:?}");
            }
        }
    }
}

/// The commonest characters, and all generics of places.
static PARTS: LazyLock<(Vec<char>, Vec<&str>)> = LazyLock::new(|| {
    let rows = |table: &'static str| table.lines().filter(|l| !l.starts_with('#'));
    let chars = rows(include_str!("../dictionaries/chars/tgscc.tsv")).filter(|l| l.contains("\t1\t"));
    let generics = rows(include_str!("../dictionaries/places/generics.tsv")).filter_map(|l| l.split('\t').next());
    (chars.filter_map(|l| l.chars().next()).collect(), generics.collect())
});

proptest! {
    /// Whatever name is spelt by us is accepted by us, however a sign may write it.
    #[test]
    fn an_invented_name_under_its_spelling_is_right(
        picks in prop::collection::vec(0..3500_usize, 1..5),
        generic in 0..600_usize,
        upper in any::<bool>(),
    ) {
        let (chars, generics) = &*PARTS;
        let mut name: String = picks.iter().map(|n| chars[n % chars.len()]).collect();
        name.push_str(generics[generic % generics.len()]);
        let speller = Speller::new(&SESSION.checker.lexicon);
        let case = if upper { Case::Upper } else { Case::Standard };
        for spelling in speller.place(&name) {
            let text = format!("{name}\n{}", spelling.render(Tone::None, case));
            let found: Vec<_> = check(&text, PlaceName).into_iter().filter(|f| f.rule.starts_with("PY")).collect();
            prop_assert!(found.iter().all(|f| f.rule == "PY-018"), "{text}: {found:?}");
        }
    }
}
