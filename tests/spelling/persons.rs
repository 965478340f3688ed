use crate::{LEXICON, hold, laws, written};
use proptest::prelude::*;
use zhengzi::spelling::{Speller, passport};

fn person(name: &str) -> Vec<zhengzi::spelling::Spelling> {
    Speller::new(&LEXICON).person(name)
}

fn all(name: &str) -> Vec<String> {
    person(name).iter().map(written).collect()
}

const NAMES: &str = "
王鹿鸣 Wáng Lùmíng
李青 Lǐ Qīng
张安澜 Zhāng Ānlán
陈云锦 Chén Yúnjǐn
赵静安 Zhào Jìng'ān
周西娥 Zhōu Xī'é
吴天欧 Wú Tiān'ōu
单鹿鸣 Shàn Lùmíng
仇云锦 Qiú Yúnjǐn
区青螺 Ōu Qīngluó
解安澜 Xiè Ānlán
曾云锦 Zēng Yúnjǐn
查鹿鸣 Zhā Lùmíng
任青螺 Rén Qīngluó
华云锦 Huà Yúnjǐn
朴鹿鸣 Piáo Lùmíng
吕绿荷 Lǚ Lǜhé
欧阳鹿鸣 Ōuyáng Lùmíng
司马青 Sīmǎ Qīng
诸葛云锦 Zhūgě Yúnjǐn
尉迟安 Yùchí Ān
万俟青螺 Mòqí Qīngluó
令狐鹿鸣 Línghú Lùmíng
长孙云锦 Zhǎngsūn Yúnjǐn
上官静安 Shàngguān Jìng'ān
陈王鹿鸣 Chén-Wáng Lùmíng
张李青螺 Zhāng-Lǐ Qīngluó
何欧阳云锦 Hé-Ōuyáng Yúnjǐn
王科长 Wáng kēzhǎng
李老师 Lǐ lǎoshī
赵鹿鸣教授 Zhào Lùmíng jiàoshòu
欧阳经理 Ōuyáng jīnglǐ
老赵 Lǎo Zhào
小吴 Xiǎo Wú
老单 Lǎo Shàn
阿四 Ā Sì
约翰·云锦 Yuēhàn Yúnjǐn
阿依·鹿鸣·青螺 Āyī Lùmíng Qīngluó
杨少青 Yáng Shàoqīng
刘冠鹿 Liú Guànlù
孙重岩 Sūn Chóngyán
黄乐澜 Huáng Lèlán
郑长庚 Zhèng Chánggēng
东方鹿 Dōngfāng Lù
慕容青螺 Mùróng Qīngluó
阿吴 Ā Wú
陈总工程师 Chén zǒnggōngchéngshī
周女士 Zhōu nǚshì
钱青芽 Qián Qīngyá
宋恩雨 Sòng Ēnyǔ
沈鹿鸣同志 Shěn Lùmíng tóngzhì
";

#[test]
fn names_of_no_table_follow_the_rules() {
    assert!(hold(NAMES, person) >= 50);
}

#[test]
fn names_without_surname_are_one_word() {
    assert_eq!(all("孟子"), ["Mèngzǐ"]);
    assert_eq!(all("康熙"), ["Kāngxī"]);
    assert_eq!(all("成吉思汗"), ["Chéngjísīhán"]);
    assert_eq!(all("王　芳"), ["Wáng Fāng"]);
    // A pen name that can be divided is.
    assert_eq!(all("茅盾"), ["Máo Dùn"]);
}

#[test]
fn initials_follow_the_whole_surname() {
    let speller = Speller::new(&LEXICON);
    assert_eq!(speller.abbreviations("王鹿鸣"), ["Wang L. M.", "WANG L. M."]);
    assert_eq!(speller.abbreviations("诸葛青"), ["Zhuge Q.", "ZHUGE Q."]);
    assert_eq!(speller.abbreviations("陈王鹿鸣").first().map(String::as_str), Some("Chen-Wang L. M."));
    assert!(speller.abbreviations("孟子").is_empty());
}

#[test]
fn passports_have_no_marks() {
    let shown = |name: &str| passport(&person(name).remove(0));
    assert_eq!(shown("吕绿荷"), "LYU LYUHE");
    assert_eq!(shown("王略"), "WANG LUE");
    assert_eq!(shown("李虐"), "LI NUE");
    assert_eq!(shown("赵静安"), "ZHAO JINGAN");
}

#[test]
fn a_name_looks_like_one() {
    let speller = Speller::new(&LEXICON);
    for name in ["王鹿鸣", "欧阳青", "陈王鹿鸣", "李青"] {
        assert!(speller.looks_like_person(name), "{name}");
    }
    for name in ["高速公路", "江苏省", "鹿", "青螺路东巷子", "方便", "金融"] {
        assert!(!speller.looks_like_person(name), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_name_is_spelt_whole(name in "[王李欧阳单仇吕小老阿先生部长安青鹿鸣一子·A]{0,7}") {
        laws(&name, &person(&name));
    }

    #[test]
    fn any_characters_pass(name in "\\PC{0,12}") {
        laws(&name, &person(&name));
    }
}
