//! Words of the engine for people.

use crate::check::altered::{Change, How};
use crate::check::spelling::Part;
use crate::data::chars::is_han;
use crate::data::shape::{Exemption, Fault};
use crate::decide::{Doubt, KeptWhy};
use crate::document::{Loss, LossKind, PairTrouble, Scene};
use crate::i18n::{Lang, Msg};
use crate::record::NotChecked;

/// Why a rule that could be a violation is only suspected.
pub const UNBOUND: Msg = Msg {
    zh: "本场景没有查到可直接适用的强制性依据，须人工确认",
    en: "no binding basis is known for this scene; a person must decide",
};

/// A row states an exemption that does not lift this rule here.
pub const NOT_EXEMPT: Msg = Msg {
    zh: "这一行登记的“{stated}”不是这一条在本辖区可用的豁免情形，用语见 zhengzi explain",
    en: "“{stated}” on record is no exemption from this rule in this jurisdiction; zhengzi explain lists them",
};

/// Which facts would settle a finding.
pub const SETTLE: Msg = Msg {
    zh: "如属{facts}，请在名单的“豁免”列、注释或者配置中注明",
    en: "if it is a case of {facts}, state it in the list's column 豁免, a comment or the configuration",
};

/// What no text can show; printed once a run.
pub const GLYPHS: Msg = Msg {
    zh: "文本看不出手书、字号大小、字形笔画、残缺和版面，这些项目未检查；请查看实物或照片",
    en: "text does not show handwriting, size, glyph shape, damage or layout: not checked; look at the object or a photo",
};

/// What a text of a scene cannot show besides, with the numbers of the catalogue.
pub fn unchecked(scene: Scene) -> Option<Msg> {
    match scene {
        Scene::Advertisement => Some(Msg::new(
            "广告里免责说明的字号、同背景颜色的反差（AD-018），美术字、手书字是否易认（AD-019），文本看不出，未检查",
            "small print and its contrast (AD-018) and whether artistic or handwritten lettering can be read (AD-019) do not show in an advertisement's text: not checked",
        )),
        Scene::ProductName => Some(Msg::new(
            "标签上外文的意思同中文是否一致（SP-009）未检查",
            "whether foreign writing on a label means what the Chinese says (SP-009) was not checked",
        )),
        _ => None,
    }
}

/// A document on which the program failed.
pub const INTERNAL: Msg = Msg {
    zh: "检查这一部分时程序内部出错，已跳过；请把这份材料反馈给开发者",
    en: "the program failed on this part and went on; please report it with the input",
};

const INVALID: Msg = Msg {
    zh: "按 {encoding} 解码时有 {count} 处无效字节（首处在第 {first} 字节），已作“�”读入；请确认文件编码，或用 --encoding 指定",
    en: "{count} invalid byte sequences in {encoding} (first at byte {first}) were read as U+FFFD; check the encoding or give --encoding",
};
const COLUMNS: Msg = Msg {
    zh: "这些列的文字没有检查，随行带入报告：{columns}；需要检查的话用 --column 指定",
    en: "columns carried along but not checked: {columns}; name them with --column to check them",
};
const NO_HEADER: Msg = Msg {
    zh: "没有认出表头，含汉字的列都已检查，拼音没有同名称对照；列名可用 --column 指定",
    en: "no header row was recognised, so every column with Han characters was checked, and no spelling was compared with its name; name columns with --column",
};
const SKIPPED: Msg = Msg {
    zh: "文件夹里这些文件不认得，未检查：{kinds}；要检查其中的文本文件，请直接写出文件名",
    en: "files of unknown kinds in the folder, not checked: {kinds}; name a text file itself to have it checked",
};
const TRADITIONAL: Msg = Msg {
    zh: "页面声明是繁体版（lang），繁体字、异体字没有检查；请确认另有规范汉字的版本",
    en: "the page declares itself a traditional version (lang): traditional and variant forms were not checked; make sure that a version in standard characters exists",
};
const ROWS: Msg = Msg { zh: "有 {count} 行未能读取", en: "{count} rows could not be read" };

const SWAPPED: Msg = Msg {
    zh: "列“{names}”里是拼音，列“{spellings}”里是汉字，两列像是放反了，已对调后检查；请核对表头，或用 --column 指定",
    en: "column “{names}” holds the spellings and “{spellings}” the names; they were checked the other way round; check the headers or give --column",
};

/// What is the matter with names and their spellings, of `{rows}` rows from row `{first}` on.
fn pairs(trouble: PairTrouble) -> Msg {
    match trouble {
        PairTrouble::NoSpelling => Msg::new(
            "列“{column}”有 {rows} 行是空的（首处在第 {first} 行），这些名称没有拼写可以核对",
            "column “{column}” is empty in {rows} rows (first: row {first}): no spelling to compare there",
        ),
        PairTrouble::NoName => Msg::new(
            "有 {rows} 行只有“{column}”而没有名称（首处在第 {first} 行），拼写没有核对；请看两列是否错位",
            "{rows} rows have “{column}” but no name (first: row {first}): the spelling was not compared; has a column slipped?",
        ),
        PairTrouble::Crossed => Msg::new(
            "有 {rows} 行的名称和“{column}”像是填反了（首处在第 {first} 行），没有核对拼写；请对调",
            "in {rows} rows the name and “{column}” seem to have changed places (first: row {first}): not compared",
        ),
        PairTrouble::Mixed => Msg::new(
            "列“{column}”有 {rows} 行夹着汉字（首处在第 {first} 行），请核对这一列是不是只写了拼音",
            "column “{column}” holds Chinese characters in {rows} rows (first: row {first}); it should hold pinyin alone",
        ),
        PairTrouble::Digits => Msg::new(
            "列“{column}”有 {rows} 行用数字标声调（首处在第 {first} 行），声调应当用调号，或者不标",
            "column “{column}” writes tones as digits in {rows} rows (first: row {first}); use tone marks, or none",
        ),
        PairTrouble::Uncompared => Msg::new(
            "列“{column}”有 {rows} 行（首处在第 {first} 行）的名称夹着字母，或者过长，拼写没有核对；请人工查看",
            "column “{column}”: in {rows} rows (first: row {first}) the name has letters of its own or is too long; its spelling was not compared",
        ),
    }
}

/// Why a finding that the tables are sure of is only suspected.
pub fn doubt(doubt: Doubt) -> Msg {
    match doubt {
        Doubt::Cited => {
            Msg::new("引号里单独引出，可能是在讲这个字，请核对", "quoted by itself: the text may speak about the form")
        }
        Doubt::Foreign => Msg::new("附近是日文或者韩文，请核对", "Japanese or Korean stands around it"),
        Doubt::Context => Msg::new("上下文里也可能是别的词，请核对", "the words around it may be others: please check"),
        Doubt::Hinted => Msg::new(
            "附近有题写、文物一类的字样，可能属于法律许可的例外，请核实",
            "words around it suggest one of the law's exceptions: find out",
        ),
        Doubt::Analogy => Msg::new(
            "名称没有标明是企业：个体工商户、农民专业合作社参照企业名称的规定，其他单位另有规定，请核对登记",
            "the name does not say it is an enterprise's: to individual businesses and cooperatives the provisions apply by analogy",
        ),
        Doubt::Name => Msg::new("前面是姓氏，可能是人名用字，请核对", "it follows a surname and may be part of a name"),
    }
}

/// What is wrong with a spelling, fault by fault.
pub fn parts(parts: &[Part], lang: Lang) -> String {
    let mut said: Vec<String> = Vec::new();
    for part in parts {
        let text = part_words(part).get(lang).replace("{hanzi}", &part.hanzi);
        let text = text.replace("{written}", &part.written).replace("{right}", &part.right);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// Which characters of an idiom were exchanged, and why they can be.
pub fn changes(changes: &[Change], lang: Lang) -> String {
    let said = changes.iter().map(|Change { written, right, how }| {
        let how = match how {
            How::SameSound => Msg::new("“{written}”代“{right}”，同音", "“{written}” for “{right}”, same sound"),
            How::NearSound => Msg::new("“{written}”代“{right}”，近音", "“{written}” for “{right}”, near sound"),
            How::Look => Msg::new("“{written}”代“{right}”，形近", "“{written}” for “{right}”, similar shape"),
            How::Word => Msg::new("“{written}”代“{right}”", "“{written}” for “{right}”"),
            How::Letter => Msg::new(
                "“{written}”代“{right}”，字母数字代字",
                "“{written}” for “{right}”, a letter or digit for a character",
            ),
        };
        how.get(lang).replace("{written}", &written.to_string()).replace("{right}", &right.to_string())
    });
    said.collect::<Vec<_>>().join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// What notes of our tables say of many rows alike. The other notes speak about one word, and in Chinese alone.
const NOTES: &[Msg] = &[
    Msg::new("同音", "same sound"),
    Msg::new("近音", "similar sound"),
    Msg::new("形近", "similar shape"),
    Msg::new("音形相近", "similar sound and shape"),
    Msg::new("同音或者近音", "same or similar sound"),
    Msg::new("习惯误写", "habitual slip"),
    Msg::new("日文平假名", "hiragana"),
    Msg::new("日文片假名", "katakana"),
    Msg::new("谚文", "Hangul"),
    Msg::new("网络用语", "internet slang"),
    Msg::new("口语、网络用语，已较通行", "colloquial or internet slang, fairly established"),
    Msg::new("网络音译", "internet slang from another language's sound"),
    Msg::new("网络缩略", "internet abbreviation"),
    Msg::new("旧词的网络新义", "an old word in a new internet sense"),
    Msg::new("粗俗用语", "vulgar"),
    Msg::new("网络叠词", "internet reduplication"),
    Msg::new("网络谐音", "internet slang by sound"),
    Msg::new("东北话", "Northeastern Mandarin"),
    Msg::new("西南官话", "Southwestern Mandarin"),
    Msg::new("西北官话", "Northwestern Mandarin"),
    Msg::new("中原官话", "Central Plains Mandarin"),
    Msg::new("北京话", "Beijing dialect"),
    Msg::new("山东话", "Shandong dialect"),
    Msg::new("粤语", "Cantonese"),
    Msg::new("闽语", "Min"),
    Msg::new("吴语", "Wu"),
    Msg::new("湘赣客家话", "Xiang, Gan or Hakka"),
    Msg::new("其他", "another dialect"),
    Msg::new("封建色彩", "feudal colouring"),
    Msg::new("低俗", "vulgar"),
    Msg::new("火星文", "“Martian” script"),
    Msg::new("合体字", "several characters in one"),
    Msg::new("含有淫秽、色情的内容", "it is obscene"),
    Msg::new("含有赌博的内容", "it speaks of gambling"),
    Msg::new("含有迷信的内容", "it is superstitious"),
    Msg::new("含有恐怖、暴力的内容", "it speaks of terror or violence"),
    Msg::new("含有歧视、辱骂的内容，或者违背公序良俗", "it discriminates, abuses, or offends against public order"),
    Msg::new("国家领导人、老一辈革命家的姓名", "a leader of the state or the revolution"),
    Msg::new("英雄烈士或者模范人物的姓名", "a martyr, hero or model worker"),
    Msg::new("汉奸、侵略者、法西斯的姓名或者称谓", "a traitor, aggressor or fascist"),
    Msg::new("邪教、分裂、恐怖组织或者事件的代称", "a cult, a separatist or terrorist body or deed"),
];

/// What the note of a row says in a language, where it can be said in it.
pub fn note(note: &str, lang: Lang) -> Option<&str> {
    if lang == Lang::Zh || !note.chars().any(|c| is_han(c as u32)) {
        return Some(note);
    }
    NOTES.iter().find(|known| known.zh == note).map(|known| known.en)
}

fn part_words(part: &Part) -> Msg {
    match part.fault {
        Fault::Reading if part.written.is_empty() => {
            Msg::new("缺了“{hanzi}”的拼音 {right}", "“{right}” for “{hanzi}” is missing")
        }
        Fault::Reading if part.right.is_empty() => Msg::new("多出 {written}", "“{written}” stands for nothing"),
        Fault::Impossible if part.hanzi.is_empty() => Msg::new("{written} 不是音节", "“{written}” is no syllable"),
        Fault::Impossible => {
            Msg::new("{written} 不成音节，“{hanzi}”应拼 {right}", "“{written}” is no syllable; “{hanzi}” is {right}")
        }
        Fault::Reading => Msg::new("“{hanzi}”应拼 {right}，不是 {written}", "“{hanzi}” is {right}, not {written}"),
        Fault::Umlaut => {
            Msg::new("“{hanzi}”应拼 {right}，ü 不能写成 v 或 u", "“{hanzi}” is {right}: ü is neither v nor u")
        }
        Fault::ApostropheMissing => {
            Msg::new("{written} 缺隔音符号，应为 {right}", "“{written}” lacks the apostrophe: {right}")
        }
        Fault::ApostropheExtra => Msg::new("{written} 不用隔音符号", "“{written}” needs no apostrophe"),
        Fault::Tone => {
            Msg::new("声调：“{hanzi}”应为 {right}，不是 {written}", "tone: “{hanzi}” is {right}, not {written}")
        }
        Fault::ToneMixed => Msg::new("“{hanzi}”没有标调，应为 {right}", "“{hanzi}” has no tone mark: {right}"),
        Fault::Neutral => {
            Msg::new("轻声：“{hanzi}”应为 {right}，写成 {written}", "neutral tone: “{hanzi}” is {right}, not {written}")
        }
        Fault::Division => Msg::new("分写连写：{written} 应为 {right}", "word division: {written} should be {right}"),
        Fault::Case => Msg::new("大小写：{written} 应为 {right}", "capitals: {written} should be {right}"),
        Fault::Person => Msg::new("人名：{written} 应为 {right}", "personal name: {written} should be {right}"),
        Fault::PlaceDivision => Msg::new(
            "专名与通名分写：{written} 应为 {right}",
            "specific and generic apart: {written} should be {right}",
        ),
        Fault::Modifier => Msg::new("应连写：{written} 应为 {right}", "to be joined: {written} should be {right}"),
        Fault::Number => Msg::new("数字：{written} 应为 {right}", "number: {written} should be {right}"),
        Fault::English if part.hanzi.is_empty() => {
            Msg::new("{written} 是英文，地名用汉语拼音拼写", "“{written}” is English; place names are spelt in pinyin")
        }
        Fault::English => {
            Msg::new("“{hanzi}”应拼 {right}，不用英文 {written}", "“{hanzi}” is {right}, not English {written}")
        }
        Fault::OldForm => Msg::new(
            "{written} 是旧式拼法，“{hanzi}”应拼 {right}",
            "“{written}” is an old romanization; “{hanzi}” is {right}",
        ),
        Fault::Alone => Msg::new("只有字母，没有汉字", "Latin letters without Chinese characters"),
        Fault::Passport => Msg::new(
            "{written} 只用于护照等证件，“{hanzi}”应拼 {right}",
            "“{written}” is for passports; “{hanzi}” is {right}",
        ),
        Fault::Hyphen => Msg::new("符号：{written} 应为 {right}", "hyphen or apostrophe: {written} should be {right}"),
        Fault::Minority => Msg::new(
            "“{hanzi}”在地名标志和地图上按民族语拼作 {right}",
            "on signs and maps “{hanzi}” is spelt {right} after its own language",
        ),
        Fault::Abbreviation => Msg::new("缩写：{written} 应为 {right}", "abbreviation: {written} should be {right}"),
        Fault::Erhua => Msg::new("儿化：{written} 应为 {right}", "erhua: {written} should be {right}"),
        Fault::Letter => Msg::new(
            "{written} 里有形近字母或者全角字母，应为 {right}",
            "“{written}” holds look-alike or full-width letters: {right}",
        ),
        Fault::Inside => Msg::new("{written} 夹在汉字中代替汉字", "“{written}” stands in place of a character"),
    }
}

/// Machine form and words of the reason for keeping a candidate.
pub fn kept(why: &KeptWhy, exemption: Option<&Exemption>, lang: Lang) -> (&'static str, String) {
    let with = |zh: String, en: String| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let tail = |note: &str| if note.is_empty() { String::new() } else { format!("：{note}") };
    match why {
        KeptWhy::AllowList(note) => {
            ("allow-list", with(format!("用户放行词典{}", tail(note)), format!("user's allow list {note}")))
        }
        KeptWhy::ProtectedName(name, note) => {
            ("protected-name", with(format!("专名“{name}”{}", tail(note)), format!("proper name “{name}” {note}")))
        }
        KeptWhy::FixedPhrase(phrase, note) => (
            "fixed-phrase",
            with(format!("固定用法“{phrase}”{}", tail(note)), format!("established use “{phrase}” {note}")),
        ),
        KeptWhy::PersonName => (
            "person-name",
            with("姓氏人名用字，字表注明可用".into(), "personal name; the table allows the form there".into()),
        ),
        KeptWhy::PlaceName => {
            ("place-name", with("地名用字，字表注明可用".into(), "place name; the table allows the form there".into()))
        }
        KeptWhy::Address => {
            ("address", with("网址、邮箱里的字不作检查".into(), "part of a web or mail address".into()))
        }
        KeptWhy::Title => {
            ("title", with("作品名照原样写，不作改字".into(), "title of a work, which stands as it is".into()))
        }
        KeptWhy::WordBorder => (
            "word-border",
            with("这些字分属前后两个词，不是所指的词".into(), "the characters belong to two words".into()),
        ),
        KeptWhy::MaybeName => {
            ("person-name", with("前面是姓氏，可能是人名".into(), "it follows a surname and may be a name".into()))
        }
        KeptWhy::Classical => {
            ("classical", with("像是古文或者诗词".into(), "reads as classical prose or verse".into()))
        }
        KeptWhy::LegitimateUse(note) => (
            "legitimate-use",
            with(
                format!("字表未收而有正当用途{}", tail(note)),
                format!("outside the table, in legitimate use: {note}"),
            ),
        ),
        KeptWhy::Exemption(_) => {
            let title = exemption.map(|e| e.title.get(lang)).unwrap_or_default();
            ("exemption", with(format!("已登记豁免：{title}"), format!("exemption on record: {title}")))
        }
        KeptWhy::Shown(_) => {
            let title = exemption.map(|e| e.title.get(lang)).unwrap_or_default();
            ("shown", with(format!("句内可见豁免：{title}"), format!("exempt by its sentence: {title}")))
        }
    }
}

/// The record of something that was not read.
pub fn loss(source: &str, loss: &Loss, lang: Lang) -> NotChecked {
    let (why, unreadable, reason) = match &loss.kind {
        LossKind::Unreadable(text) => ("unreadable", true, text.clone()),
        LossKind::InvalidBytes { count, first, encoding } => {
            let text = INVALID.get(lang).replace("{count}", &count.to_string()).replace("{encoding}", encoding);
            ("encoding", true, text.replace("{first}", &first.to_string()))
        }
        LossKind::Columns(columns) => {
            let list = columns.join(if lang == Lang::Zh { "、" } else { ", " });
            ("column", false, COLUMNS.get(lang).replace("{columns}", &list))
        }
        LossKind::Limit(text) => ("limit", true, text.clone()),
        LossKind::NoHeader => ("column", false, NO_HEADER.get(lang).to_owned()),
        LossKind::Skipped(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
            let list = kinds.join(if lang == Lang::Zh { "、" } else { ", " });
            ("skipped", false, SKIPPED.get(lang).replace("{kinds}", &list))
        }
        LossKind::Swapped { names, spellings } => {
            let text = SWAPPED.get(lang).replace("{names}", names);
            ("column", false, text.replace("{spellings}", spellings))
        }
        LossKind::Pairs { trouble, column, rows, first } => {
            let text = pairs(*trouble).get(lang).replace("{column}", column).replace("{rows}", &rows.to_string());
            ("column", false, text.replace("{first}", &first.to_string()))
        }
        LossKind::TraditionalVersion => ("traditional-version", false, TRADITIONAL.get(lang).to_owned()),
        LossKind::Rows(count) => ("unreadable", true, ROWS.get(lang).replace("{count}", &count.to_string())),
    };
    NotChecked { source: source.to_owned(), scope: loss.scope.clone(), why: why.to_owned(), reason, unreadable }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::table::Table;
    use crate::rule::Registry;
    use std::collections::BTreeSet;
    use std::fs;

    #[test]
    fn notes_that_messages_and_closed_tables_say_have_english() {
        let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/dictionaries");
        let (mut mute, mut said) = (BTreeSet::new(), BTreeSet::new());
        for rule in Registry::builtin().rules() {
            for block in rule.matches.iter().filter(|block| !block.note.is_empty()) {
                let file = format!("{tables}/{}.tsv", block.table);
                let text = fs::read_to_string(&file).unwrap();
                let table = Table::parse(&block.table, &file, &text).unwrap();
                let notes: BTreeSet<&str> = table.rows.iter().map(|row| table.cell(row, &block.note)).collect();
                let closed = ["words/slang", "words/dialect-words"].contains(&&*block.table);
                for text in notes {
                    let english = note(text, Lang::En);
                    assert!(!english.is_some_and(|en| en.chars().any(|c| is_han(c as u32))), "{english:?}");
                    if english.is_some() {
                        said.insert(text.to_owned());
                    } else if closed || rule.message.en.contains("{note}") {
                        mute.insert((rule.id.clone(), text.to_owned()));
                    }
                    assert_eq!(note(text, Lang::Zh), Some(text));
                }
            }
        }
        assert!(mute.is_empty(), "no English: {mute:?}");
        let idle: Vec<&str> = NOTES.iter().map(|known| known.zh).filter(|zh| !said.contains(*zh)).collect();
        assert!(idle.is_empty(), "no table says: {idle:?}");
    }
}
