//! Running text: words, joining, numerals, capitals and punctuation after GB/T 16159-2012.

use super::{LEXICON, written};
use proptest::prelude::*;
use zhengzi::data::chars::is_han;
use zhengzi::spelling::{Case, Sound, Speller, Tone, legal, unmark};

fn text(line: &str) -> String {
    written(&Speller::new(&LEXICON).text(line))
}

fn all(cases: &[(&str, &str)]) {
    for (line, spelling) in cases {
        assert_eq!(text(line), *spelling, "{line}");
    }
}

#[test]
fn divisions_are_words_of_the_text() {
    all(&[
        ("石家庄在河北。", "Shíjiāzhuāng zài Héběi."),
        ("铅山县在江西。", "Yánshān Xiàn zài Jiāngxī."),
        ("他去了丹寨县。", "Tā qùle Dānzhài Xiàn."),
        ("太阳从东边出来。", "Tàiyáng cóng dōngbian chūlái."),
        ("这是什么东西", "zhè shì shénme dōngxi"),
    ]);
}

#[test]
fn words_by_their_meaning() {
    all(&[
        ("人民", "rénmín"),
        ("图书馆", "túshūguǎn"),
        ("计算机", "jìsuànjī"),
        ("自行车", "zìxíngchē"),
        ("环境卫生", "huánjìng wèishēng"),
        ("社会科学院", "shèhuì kēxuéyuàn"),
        ("办公室", "bàngōngshì"),
        ("高等教育", "gāoděng jiàoyù"),
    ]);
}

#[test]
fn words_said_twice() {
    all(&[
        ("天天", "tiāntiān"),
        ("说说", "shuōshuo"),
        ("年年", "niánnián"),
        ("商量商量", "shāngliang shāngliang"),
        ("高高兴兴", "gāogāoxìngxìng"),
        ("家家户户", "jiājiāhùhù"),
        ("大大小小", "dàdàxiǎoxiǎo"),
        ("说说笑笑", "shuōshuōxiàoxiào"),
    ]);
}

#[test]
fn prefixes_and_suffixes() {
    all(&[
        ("副主任", "fùzhǔrèn"),
        ("总经理", "zǒngjīnglǐ"),
        ("非军事区", "fēijūnshìqū"),
        ("反作用", "fǎnzuòyòng"),
        ("超声波", "chāoshēngbō"),
        ("半导体", "bàndǎotǐ"),
        ("无条件", "wútiáojiàn"),
        ("老师们", "lǎoshīmen"),
        ("学生们", "xuéshengmen"),
        ("积极性", "jījíxìng"),
        ("现代化", "xiàndàihuà"),
        ("劳动者", "láodòngzhě"),
        ("司机们", "sījīmen"),
        ("可能性", "kěnéngxìng"),
        ("教育家", "jiàoyùjiā"),
    ]);
}

#[test]
fn hyphens_between_members() {
    all(&[
        ("七八个", "qī-bā gè"),
        ("两三天", "liǎng-sān tiān"),
        ("三四百人", "sān-sìbǎi rén"),
        ("一二十年", "yī-èrshí nián"),
        ("十五六岁", "shíwǔ-liù suì"),
        ("上下班", "shàng-xiàbān"),
        ("进出口", "jìn-chūkǒu"),
        ("中西部", "zhōng-xībù"),
        ("动植物", "dòng-zhíwù"),
    ]);
}

#[test]
fn places_and_localizers() {
    all(&[
        ("桌子上", "zhuōzi shàng"),
        ("山下", "shān xià"),
        ("树上", "shù shàng"),
        ("河里", "hélǐ"),
        ("门外", "mén wài"),
        ("国内", "guónèi"),
        ("心里", "xīnlǐ"),
        ("学校里", "xuéxiào lǐ"),
        ("会议上", "huìyì shàng"),
    ]);
}

#[test]
fn verbs_with_what_follows() {
    all(&[
        ("听着", "tīngzhe"),
        ("坐着", "zuòzhe"),
        ("吃了饭", "chīle fàn"),
        ("看了书", "kànle shū"),
        ("去过北京", "qùguo Běijīng"),
        ("走过一条河", "zǒuguò yī tiáo hé"),
        ("他走了。", "Tā zǒu le."),
        ("下雨了。", "Xiàyǔ le."),
        ("开大门", "kāi dàmén"),
        ("吃了三碗饭", "chīle sān wǎn fàn"),
        ("听说过", "tīngshuōguo"),
        ("提高水平", "tígāo shuǐpíng"),
        ("打坏", "dǎhuài"),
        ("说清楚", "shuō qīngchu"),
        ("整理好", "zhěnglǐ hǎo"),
        ("变成", "biànchéng"),
        ("化为", "huàwéi"),
        ("走上来", "zǒu shànglái"),
        ("跑出去", "pǎo chūqù"),
        ("拿进来", "ná jìnlái"),
        ("讨论过", "tǎolùnguo"),
        ("进行了", "jìnxíng le"),
    ]);
}

#[test]
fn adjectives() {
    all(&[
        ("红些", "hóng xiē"),
        ("快一点儿", "kuài yīdiǎnr"),
        ("好一些", "hǎo yīxiē"),
        ("亮晶晶", "liàngjīngjīng"),
        ("绿油油", "lǜyóuyóu"),
        ("很大", "hěn dà"),
        ("最好", "zuìhǎo"),
        ("更高", "gèng gāo"),
        ("非常美丽", "fēicháng měilì"),
    ]);
}

#[test]
fn pronouns() {
    all(&[
        ("这里", "zhèlǐ"),
        ("那些", "nàxiē"),
        ("哪个", "nǎge"),
        ("这么", "zhème"),
        ("那样", "nàyàng"),
        ("这张桌子", "zhè zhāng zhuōzi"),
        ("那件事", "nà jiàn shì"),
        ("哪一天", "nǎ yī tiān"),
        ("各国", "gè guó"),
        ("每天", "měi tiān"),
        ("每个人", "měi gè rén"),
        ("某人", "mǒu rén"),
        ("本校", "běn xiào"),
        ("我国", "wǒ guó"),
        ("他们", "tāmen"),
        ("我们学校", "wǒmen xuéxiào"),
        ("该公司", "gāi gōngsī"),
        ("这种情况", "zhè zhǒng qíngkuàng"),
        ("那时候", "nà shíhou"),
    ]);
}

#[test]
fn numerals() {
    all(&[
        ("十一", "shíyī"),
        ("九十九", "jiǔshíjiǔ"),
        ("二十", "èrshí"),
        ("三百", "sānbǎi"),
        ("五千", "wǔqiān"),
        ("六万", "liùwàn"),
        ("八亿", "bāyì"),
        ("一百零八", "yībǎi líng bā"),
        ("二十三万", "èrshísān wàn"),
        ("一千二百三十四", "yīqiān èrbǎi sānshísì"),
        ("第十三", "dì-shísān"),
        ("第二十八", "dì-èrshíbā"),
        ("第二", "dì-èr"),
        ("初五", "chūwǔ"),
        ("三本书", "sān běn shū"),
        ("五个人", "wǔ gè rén"),
        ("两辆车", "liǎng liàng chē"),
        ("一条路", "yī tiáo lù"),
        ("十里路", "shí lǐ lù"),
        ("两次", "liǎng cì"),
        ("几十年", "jǐshí nián"),
        ("十几个", "shíjǐ gè"),
        ("百分之五", "bǎi fēn zhī wǔ"),
        ("三分之二", "sān fēn zhī èr"),
        ("三八节", "Sān-Bā Jié"),
        ("一九四九年", "yī jiǔ sì jiǔ nián"),
        ("半个月", "bàn gè yuè"),
        ("二十多岁", "èrshí duō suì"),
    ]);
}

#[test]
fn adverbs_prepositions_conjunctions() {
    all(&[
        ("不去", "bù qù"),
        ("不能", "bù néng"),
        ("没来", "méi lái"),
        ("都是", "dōu shì"),
        ("也有", "yě yǒu"),
        ("就在", "jiù zài"),
        ("刚刚走", "gānggāng zǒu"),
        ("在家里", "zài jiālǐ"),
        ("为人民服务", "wèi rénmín fúwù"),
        ("对他说", "duì tā shuō"),
        ("从前面来", "cóng qiánmiàn lái"),
        ("关于这个问题", "guānyú zhège wèntí"),
        ("工人和农民", "gōngrén hé nóngmín"),
        ("光荣而艰巨", "guāngróng ér jiānjù"),
        ("因为下雨", "yīnwèi xiàyǔ"),
        ("我或者你", "wǒ huòzhě nǐ"),
    ]);
}

#[test]
fn particles() {
    all(&[
        ("我的书", "wǒ de shū"),
        ("大地的女儿", "dàdì de nǚ'ér"),
        ("慢慢地走", "mànmàn de zǒu"),
        ("写得好", "xiě de hǎo"),
        ("你知道吗", "nǐ zhīdào ma"),
        ("快去吧", "kuài qù ba"),
        ("他来了吗？", "Tā lái le ma?"),
    ]);
}

#[test]
fn idioms() {
    all(&[
        ("水到渠成", "shuǐdào-qúchéng"),
        ("光明磊落", "guāngmíng-lěiluò"),
        ("爱憎分明", "àizēng-fēnmíng"),
        ("一技之长", "yījìzhīcháng"),
        ("无动于衷", "wúdòngyúzhōng"),
        ("目不转睛", "mùbùzhuǎnjīng"),
        ("理所当然", "lǐsuǒdāngrán"),
        ("爱莫能助", "àimònéngzhù"),
        ("层出不穷", "céngchūbùqióng"),
        ("一言难尽", "yīyán-nánjìn"),
        ("自然而然", "zìrán'érrán"),
        ("守口如瓶", "shǒukǒu-rúpíng"),
        ("不约而同", "bùyuē'értóng"),
        ("情不自禁", "qíngbùzìjīn"),
        ("千军万马", "qiānjūn-wànmǎ"),
    ]);
}

#[test]
fn proper_names() {
    all(&[
        ("北京市", "Běijīng Shì"),
        ("上海", "Shànghǎi"),
        ("长江", "Cháng Jiāng"),
        ("中国人民银行", "Zhōngguó Rénmín Yínháng"),
        ("北京大学", "Běijīng Dàxué"),
        ("清华大学", "Qīnghuá Dàxué"),
        ("中国共产党", "Zhōngguó Gòngchǎndǎng"),
        ("新华社", "Xīnhuáshè"),
        ("春节", "Chūn Jié"),
        ("端午节", "Duānwǔ Jié"),
        ("五一国际劳动节", "Wǔ-Yī Guójì Láodòng Jié"),
        ("五四运动", "Wǔ-Sì Yùndòng"),
        ("汉族", "Hànzú"),
        ("佛教", "Fójiào"),
        ("英语", "Yīngyǔ"),
        ("中国人", "Zhōngguórén"),
        ("上海话", "Shànghǎihuà"),
        ("川菜", "chuāncài"),
        ("中山装", "zhōngshānzhuāng"),
        ("沪宁高速公路", "Hù-Níng Gāosù Gōnglù"),
        ("京津冀地区", "Jīng-Jīn-Jì dìqū"),
        ("珠三角", "Zhū-Sānjiǎo"),
        ("张教授", "Zhāng jiàoshòu"),
        ("李先生", "Lǐ xiānsheng"),
        ("小李", "Xiǎo Lǐ"),
        ("诸葛亮", "Zhūgě Liàng"),
    ]);
}

#[test]
fn sentences() {
    all(&[
        ("他来了。", "Tā lái le."),
        ("今天天气很好。", "Jīntiān tiānqì hěn hǎo."),
        ("你去不去？", "Nǐ qù bù qù?"),
        ("他说：“我不去。”", "Tā shuō: “Wǒ bù qù.”"),
        ("北京是中国的首都。", "Běijīng shì Zhōngguó de shǒudū."),
        ("一、二、三。", "Yī, èr, sān."),
        ("（见第三页）", "(jiàn dì-sān yè)"),
        ("《红楼梦》是一部小说。", "《Hónglóumèng》 shì yī bù xiǎoshuō."),
        ("价格是15元。", "Jiàgé shì 15 yuán."),
        ("WTO成立于1995年。", "WTO chénglì yú 1995 nián."),
    ]);
}

#[test]
fn punctuation_is_western_and_what_is_not_chinese_passes() {
    all(&[
        ("", ""),
        ("abc 123", "abc 123"),
        ("\t缩进", "\tsuōjìn"),
        ("第 3 页", "dì 3 yè"),
        ("卖出30%的货", "màichū 30% de huò"),
        ("甲；乙：丙", "jiǎ; yǐ: bǐng"),
        ("好吗？好！", "Hǎo ma? Hǎo!"),
        ("他……走了。", "Tā… zǒu le."),
    ]);
}

proptest! {
    /// Every character has its unit, in order; what is written is composed and takes apart into legal syllables.
    #[test]
    fn every_character_is_spelt_once(line in "[\u{4e00}-\u{9fff}我们的一二三十百来去了着过北京上海，。！？（）《》“”、：； a-c0-9]{0,40}") {
        let spelling = Speller::new(&LEXICON).text(&line);
        let mut at = 0;
        let mut spelt = 0;
        for unit in &spelling.units {
            prop_assert!(unit.at.start >= at, "units overlap");
            at = unit.at.end;
            let part = &line[unit.at.clone()];
            if part.chars().any(|c| is_han(c as u32)) {
                prop_assert_eq!(part.chars().count(), 1);
                spelt += 1;
            }
            if let Sound::Syllable(syllable) = &unit.sound {
                let mut written = String::new();
                syllable.write(&mut written, Tone::Mark, false);
                let letters: String = written.chars().map(|c| unmark(c).0).collect();
                prop_assert!(legal(&letters).is_some(), "{}", letters);
            }
        }
        prop_assert_eq!(spelt, line.chars().filter(|c| is_han(*c as u32)).count());
        let marked = spelling.render(Tone::Mark, Case::Standard);
        prop_assert!(!marked.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)), "not composed: {}", marked);
    }
}
