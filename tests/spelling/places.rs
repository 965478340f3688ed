use crate::{LEXICON, hold, laws, written};
use proptest::prelude::*;
use zhengzi::spelling::{Case, Speller, Tone};

fn place(name: &str) -> Vec<zhengzi::spelling::Spelling> {
    Speller::new(&LEXICON).place(name)
}

fn all(name: &str) -> Vec<String> {
    place(name).iter().map(written).collect()
}

const FEATURES: &str = "
青螺山 Qīngluó Shān
白鹭河 Báilù Hé
石臼江 Shíjiù Jiāng
明镜海 Míngjìng Hǎi
鹿角湖 Lùjiǎo Hú
鹿台高原 Lùtái Gāoyuán
青赣高原 Qīng-Gàn Gāoyuán
津淮大运河 Jīn-Huái Dàyùnhé
白鹭西河 Báilù Xīhé
石臼峰 Shíjiù Fēng
翠屏峡谷 Cuìpíng Xiágǔ
梅花群岛 Méihuā Qúndǎo
松针半岛 Sōngzhēn Bàndǎo
海燕海峡 Hǎiyàn Hǎixiá
翠屏水库 Cuìpíng Shuǐkù
丰收运河 Fēngshōu Yùnhé
黄沙沙漠 Huángshā Shāmò
玉带瀑布 Yùdài Pùbù
东白鹭河 Dōngbáilù Hé
北青螺山 Běiqīngluó Shān
小梅花岛 Xiǎoméihuā Dǎo
大石臼江 Dàshíjiù Jiāng
白鹭新河 Báilù Xīnhé
青螺后山 Qīngluó Hòushān
大水库 Dà Shuǐkù
第二石臼江 Dì'èr Shíjiù Jiāng
七星山 Qīxīng Shān
五叉河 Wǔchā Hé
九曲江 Jiǔqū Jiāng
沈云川水库 Shěnyúnchuān Shuǐkù
蓝鲸湾 Lánjīngwān
鹿鸣沟 Lùmínggōu
";

const STREETS: &str = "
青螺路 Qīngluó Lù
白鹭街 Báilù Jiē
鹿鸣大街 Lùmíng Dàjiē
云锦大道 Yúnjǐn Dàdào
石臼巷 Shíjiù Xiàng
草鞋胡同 Cǎoxié Hútong
豆芽胡同 Dòuyá Hútong
翠屏弄 Cuìpíng Lòng
青螺东路 Qīngluó Dōnglù
白鹭北街 Báilù Běijiē
鹿鸣中路 Lùmíng Zhōnglù
云锦后街 Yúnjǐn Hòujiē
翠屏横街 Cuìpíng Héngjiē
青螺支路 Qīngluó Zhīlù
云锦新路 Yúnjǐn Xīnlù
鹿鸣西大街 Lùmíng Xīdàjiē
翠屏路东巷 Cuìpínglù Dōngxiàng
翠屏路南小街 Cuìpínglù Nánxiǎojiē
草鞋胡同西巷 Cǎoxié Hútong Xīxiàng
云锦门外大街 Yúnjǐnménwài Dàjiē
云锦门内大街 Yúnjǐnménnèi Dàjiē
云锦门东滨江路 Yúnjǐnmén Dōngbīnjiāng Lù
白鹭寺后街 Báilùsì Hòujiē
石臼桥北街 Shíjiùqiáo Běijiē
小东街 Xiǎo Dōngjiē
东小街 Dōng Xiǎojiē
大西街 Dà Xījiē
西大街 Xī Dàjiē
小马路 Xiǎo Mǎlù
沈云川路 Shěnyúnchuān Lù
欧阳锦路 Ōuyángjǐn Lù
三条石街 Sāntiáoshí Jiē
四棵槐巷 Sìkēhuái Xiàng
六合井胡同 Liùhéjǐng Hútong
五马路 5 Mǎlù
九马路 9 Mǎlù
六环路 6 Huánlù
经九路 Jīng 9 Lù
纬十二路 Wěi 12 Lù
翠屏三巷 Cuìpíng 3 Xiàng
鹿鸣十五条 Lùmíng 15 Tiáo
第七弄 Dì-7 Lòng
第十一大街 Dì-11 Dàjiē
云锦东里二巷 Yúnjǐn Dōnglǐ 2 Xiàng
青螺北二路 Qīngluó Běi 2 Lù
一二六路 Yī'èrliù Lù
鄂尔布路 È'ěrbù Lù
安澜路 Ānlán Lù
环城东路 Huánchéng Dōnglù
滨溪路 Bīnxī Lù
老槐街 Lǎohuái Jiē
云锦桥头街 Yúnjǐnqiáotóu Jiē
鹿鸣村路 Lùmíngcūn Lù
青螺大街 Qīngluó Dàjiē
石臼正街 Shíjiù Zhèngjiē
百花村巷 Bǎihuācūn Xiàng
平安里一巷 Píng'ānlǐ 1 Xiàng
";

const SETTLEMENTS: &str = "
尤村 Yóucūn
杏花店 Xìnghuādiàn
油坊屯 Yóufángtún
东马家庄 Dōngmǎjiāzhuāng
西赵家堡子 Xīzhàojiābǎozi
石臼铺 Shíjiùpù
柳树营 Liǔshùyíng
第八屯 Dìbātún
三棵槐庄 Sānkēhuáizhuāng
大槐树寨 Dàhuáishùzhài
单家屯 Shànjiātún
解家寨 Xièjiāzhài
仇家寨 Qiújiāzhài
小杏花村 Xiǎoxìnghuācūn
前马家屯 Qiánmǎjiātún
曾家寨子 Zēngjiāzhàizi
翠屏八村 Cuìpíng 8 Cūn
鹿鸣镇 Lùmíng Zhèn
石臼乡 Shíjiù Xiāng
五道营子镇 Wǔdàoyíngzi Zhèn
青螺街道 Qīngluó Jiēdào
翠屏路街道 Cuìpínglù Jiēdào
白鹭社区 Báilù Shèqū
翠屏新村 Cuìpíng Xīncūn
白鹭小区 Báilù Xiǎoqū
云锦公寓 Yúnjǐn Gōngyù
鹿鸣花园 Lùmíng Huāyuán
石臼满族乡 Shíjiù Mǎnzú Xiāng
浙江省青螺市 Zhèjiāng Shěng Qīngluó Shì
四川省白鹭县 Sìchuān Shěng Báilù Xiàn
江苏省南京市鹿鸣镇 Jiāngsū Shěng Nánjīng Shì Lùmíng Zhèn
安徽省六安市鹿鸣路 Ānhuī Shěng Lù'ān Shì Lùmíng Lù
石臼土家族自治县 Shíjiù Tǔjiāzú Zìzhìxiàn
翠屏区鹿鸣镇尤家村 Cuìpíng Qū Lùmíng Zhèn Yóujiācūn
";

const BUILDINGS: &str = "
云锦大厦 Yúnjǐn Dàshà
鹿鸣广场 Lùmíng Guǎngchǎng
青螺大桥 Qīngluó Dàqiáo
白鹭公园 Báilù Gōngyuán
白鹭公园北门 Báilù Gōngyuán Běimén
青螺火车站 Qīngluó Huǒchēzhàn
青螺火车东站 Qīngluó Huǒchē Dōngzhàn
鹿鸣西站 Lùmíng Xīzhàn
石臼国际机场 Shíjiù Guójì Jīchǎng
鹿鸣高速公路 Lùmíng Gāosù Gōnglù
沪杭公路 Hù-Háng Gōnglù
津沪铁路 Jīn-Hù Tiělù
湘桂黔铁路 Xiāng-Guì-Qián Tiělù
冀鲁平原 Jì-Lǔ Píngyuán
鹿鸣一号线 Lùmíng 1 Hàoxiàn
江苏省气象局 Jiāngsū Shěng Qìxiàngjú
山东省水利厅 Shāndōng Shěng Shuǐlìtīng
单县汽车站 Shàn Xiàn Qìchēzhàn
歙县图书馆 Shè Xiàn Túshūguǎn
南京农民体育馆 Nánjīng Nóngmín Tǐyùguǎn
六一少年纪念碑 Liùyī Shàonián Jìniànbēi
五四广场路 Wǔsì Guǎngchǎng Lù
人民音乐图书馆 Rénmín Yīnyuè Túshūguǎn
鹿鸣人民医院 Lùmíng Rénmín Yīyuàn
第九中学 Dìjiǔ Zhōngxué
云锦经济技术开发区 Yúnjǐn Jīngjì Jìshù Kāifāqū
1388高地 1388 Gāodì
908国道 908 Guódào
翠屏路66号 Cuìpíng Lù 66 Hào
鹿鸣寺 Lùmíng Sì
云锦立交桥 Yúnjǐn Lìjiāoqiáo
青螺隧道 Qīngluó Suìdào
石臼码头 Shíjiù Mǎtou
白鹭湿地公园 Báilù Shīdì Gōngyuán
鹿鸣二桥 Lùmíng 2 Qiáo
AB大厦 AB Dàshà
";

#[test]
fn names_of_no_table_follow_the_rules() {
    let lists = [FEATURES, STREETS, SETTLEMENTS, BUILDINGS];
    let count: usize = lists.iter().map(|list| hold(list, place)).sum();
    assert!(count >= 150, "{count} places");
}

#[test]
fn what_the_rules_leave_open_is_offered() {
    assert_eq!(all("鹿鸣沟"), ["Lùmínggōu", "Lùmíng Gōu"]);
    assert_eq!(all("五马路"), ["5 Mǎlù", "Wǔ Mǎlù"]);
    assert_eq!(all("小马路"), ["Xiǎo Mǎlù", "Xiǎomǎ Lù"]);
    assert_eq!(all("津沪铁路"), ["Jīn-Hù Tiělù", "Jīnhù Tiělù"]);
    assert!(all("经九路").contains(&"Jīngjiǔ Lù".to_owned()));
    assert!(all("六环路").contains(&"Liùhuán Lù".to_owned()));
    assert!(all("鹿鸣十五条").contains(&"Lùmíng Shíwǔtiáo".to_owned()));
    assert!(all("第七弄").contains(&"Dì-Qī Lòng".to_owned()));
    assert!(all("三一三广场").contains(&"Sān-Yī-Sān Guǎngchǎng".to_owned()));
}

#[test]
fn divisions_stand_by_themselves() {
    assert_eq!(all("黟县"), ["Yī Xiàn"]);
    assert_eq!(all("昆山"), ["Kūnshān"]);
    assert_eq!(all("泰山"), ["Tài Shān", "Tàishān"]);
    assert_eq!(all("平顶山"), ["Píngdǐngshān", "Píngdǐng Shān"]);
    assert_eq!(all("陕西省"), ["Shaanxi Sheng", "Shǎnxī Shěng"]);
    assert_eq!(all("新疆维吾尔自治区"), ["Xinjiang Uygur Zizhiqu", "Xīnjiāng Wéiwú'ěr Zìzhìqū"]);
    assert_eq!(all("湖北省恩施土家族苗族自治州"), ["Húběi Shěng Ēnshī Tǔjiāzú Miáozú Zìzhìzhōu"]);
    // A street that bears the name is spelt after its Chinese reading.
    assert_eq!(all("乌鲁木齐路").first().map(String::as_str), Some("Wūlǔmùqí Lù"));
}

#[test]
fn a_number_is_one_unit_over_its_characters() {
    let spelling = place("鹿鸣十五条").remove(0);
    let unit =
        spelling.units.iter().find(|unit| matches!(&unit.sound, zhengzi::spelling::Sound::Fixed(n) if n == "15"));
    assert_eq!(unit.unwrap().at, 6..12);
}

#[test]
fn signs_are_written_without_tones() {
    let spelling = place("安澜路").remove(0);
    assert_eq!(spelling.render(Tone::None, Case::Upper), "ANLAN LU");
    assert_eq!(place("西安路").remove(0).render(Tone::None, Case::Upper), "XI'AN LU");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_name_is_spelt_whole(name in "[东西南北中大小新老一二三四五十第山河路街巷门村镇县省市区湖桥寺里环鹿鸣青螺安欧京沪儿A1 （）·]{0,12}") {
        let spellings = place(&name);
        prop_assert!(spellings.len() <= 12);
        laws(&name, &spellings);
        if name.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) {
            let first = spellings.first().map(written).unwrap_or_default();
            let letter = first.chars().find(|c| c.is_alphabetic());
            prop_assert!(letter.is_none_or(char::is_uppercase), "{name}: {first}");
        }
    }

    #[test]
    fn any_characters_pass(name in "\\PC{0,20}") {
        laws(&name, &place(&name));
    }
}
