//! What is wrong with a dictionary, in words, and what to do about it.

use super::lint::{Problem, What};
use crate::i18n::{Lang, Msg};
use crate::report::words::fill;

impl Problem {
    /// Its code in the record.
    pub fn code(&self) -> &'static str {
        match self.what {
            What::Encoding => "D001",
            What::NotUtf8 => "D002",
            What::Line(_) => "D003",
            What::Twice(..) => "D004",
            What::Against(..) => "D005",
            What::Hidden => "D006",
            What::Several => "D007",
            What::TooLong => "D008",
            What::Circular(_) => "D009",
            What::Right(..) => "D010",
            What::Reading(_) => "D011",
            What::Single => "D012",
            What::Known(_) => "D013",
            What::Protected => "D014",
            What::Idle => "D015",
        }
    }

    /// What is wrong, and what to do.
    pub fn words(&self, lang: Lang) -> (String, &'static str) {
        let term = &self.term;
        let (what, next) = match &self.what {
            What::Encoding => (ENCODING.get(lang).to_owned(), SAVE),
            What::NotUtf8 => (NOT_UTF8.get(lang).to_owned(), SAVE),
            What::Line(words) => (line(words, lang), COLUMNS),
            What::Twice(file, line) => (fill(TWICE.get(lang), &[term, file, line]), REMOVE),
            What::Against(file, line) => (fill(AGAINST.get(lang), &[term, file, line]), DECIDE),
            What::Hidden => (fill(HIDDEN.get(lang), &[term]), RETYPE),
            What::Several => (fill(SEVERAL.get(lang), &[term]), DIVIDE),
            What::TooLong => (fill(TOO_LONG.get(lang), &[term]), SHORTEN),
            What::Circular(right) => (fill(CIRCULAR.get(lang), &[right, term]), REWRITE),
            What::Right(right, text, rule) => (fill(RIGHT.get(lang), &[right, text, rule]), REWRITE),
            What::Reading(reading) => (fill(READING.get(lang), &[term, reading]), SYLLABLES),
            What::Single => (fill(SINGLE.get(lang), &[term]), LENGTHEN),
            What::Known(rule) => (fill(KNOWN.get(lang), &[term, rule]), SPARE),
            What::Protected => (fill(PROTECTED.get(lang), &[term]), SPARE),
            What::Idle => (fill(IDLE.get(lang), &[term]), SPARE),
        };
        (what, next.get(lang))
    }
}

/// The loader's sentence is Chinese.
fn line(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{words}。"),
        Lang::En => LINE.get(lang).to_owned(),
    }
}

const ENCODING: Msg = Msg::new("编码认不出来。", "the encoding is not known. ");
const NOT_UTF8: Msg = Msg::new("不是 UTF-8 编码，现在能读。", "it is not UTF-8, though it can be read. ");
const LINE: Msg = Msg::new("这一行不是词条。", "the line is no entry. ");
const TWICE: Msg = Msg::new("“{}”重复了，{} 第 {} 行已经有。", "“{}” stands in {} line {} already. ");
const AGAINST: Msg = Msg::new(
    "“{}”又放行又禁用，另一处在 {} 第 {} 行；检查时以禁用为准。",
    "“{}” is allowed and forbidden; the other entry is {} line {}; forbid wins. ",
);
const HIDDEN: Msg = Msg::new(
    "“{}”里有看不见的字符，正文里不会有，匹配不到。",
    "“{}” holds characters that cannot be seen and that no text has: it never matches. ",
);
const SEVERAL: Msg =
    Msg::new("“{}”像是几个词写在一行，匹配不到。", "“{}” looks like several terms on a line: it never matches. ");
const TOO_LONG: Msg = Msg::new("“{}”太长，不起作用。", "“{}” is too long to take effect. ");
const CIRCULAR: Msg =
    Msg::new("改成的“{}”里还有禁用的“{}”，改了还会报。", "the right form “{}” still holds the forbidden “{}”. ");
const RIGHT: Msg =
    Msg::new("规范写法“{}”里的“{}”不规范（{}）。", "in the right form “{}”, “{}” is itself reported ({}). ");
const READING: Msg = Msg::new(
    "“{}”的读音“{}”不成音节，或者音节数同字数不一样。",
    "the reading of “{}”, “{}”, is no row of syllables, one a character. ",
);
const SINGLE: Msg =
    Msg::new("“{}”只有一个字，凡有这个字的地方都算。", "“{}” is a single character and counts wherever it stands. ");
const KNOWN: Msg = Msg::new("“{}”内置规则 {} 已经报告。", "“{}” is reported by {} anyway. ");
const PROTECTED: Msg = Msg::new("“{}”已在内置的专名表里。", "“{}” is a name that the program knows. ");
const IDLE: Msg = Msg::new("“{}”内置规则本来就不报告。", "no rule reports anything in “{}”. ");

const SAVE: Msg = Msg::new("请另存为 UTF-8 编码。", "Save it as UTF-8.");
const COLUMNS: Msg = Msg::new(
    "请按“词条、规范写法、理由”填写，以制表符分隔。",
    "Write term, right form and reason, with tabs between them; at most three cells, the first never empty.",
);
const REMOVE: Msg = Msg::new("请去掉一处。", "Remove one.");
const DECIDE: Msg = Msg::new("请去掉一处。", "Remove one of them.");
const RETYPE: Msg = Msg::new("请重新输入。", "Type it again.");
const DIVIDE: Msg = Msg::new("请一行写一个。", "Write one a line.");
const SHORTEN: Msg = Msg::new("请只写其中的关键字词。", "Keep the part that matters.");
const REWRITE: Msg = Msg::new("请改写规范写法。", "Correct the right form.");
const SYLLABLES: Msg = Msg::new("请一字一个音节，如 lù hé 或者 Lùhé。", "Write lù hé or Lùhé.");
const LENGTHEN: Msg =
    Msg::new("如果只在某个词里才这样，请写出整个词。", "If it is meant in one word only, write the word.");
const SPARE: Msg = Msg::new("这一条可以不要。", "The entry can go.");
