//! Words about ignored findings, stated facts and baselines.

use super::super::remark::Target;
use crate::data::shape::Exemption;
use crate::exception::{Statement, Until, Verb};
use crate::i18n::{Lang, Msg};

/// Why a finding of the baseline is not reported.
pub const ACCEPTED: Msg = Msg::new("基线已接受，不是新问题", "accepted in the baseline: not new");

/// A comment that speaks to the program in words it does not know.
pub const NOT_UNDERSTOOD: Msg = Msg::new(
    "看不懂，或者没有写完、太长，应当写“zhengzi: ignore 规则 -- 理由”或者“zhengzi: exempt 情形 -- 理由”",
    "it is not understood, does not end, or is too long; write “zhengzi: ignore RULE -- reason” or “zhengzi: exempt FACT -- reason”",
);

/// A last day that is none.
pub const NO_DAY: Msg = Msg::new(
    "“{day}”不是日期，请写成 2027-06-30 的样子，现在没有生效",
    "“{day}” is no date, so it has no effect; write it like 2027-06-30",
);

const IGNORED: Msg = Msg::new("已忽略，理由：{}{}", "ignored: {}{}");
const EXEMPT: Msg = Msg::new("已注明{}：{}{}", "stated ({}): {}{}");
const UNTIL: Msg = Msg::new("（至 {}）", " (until {})");
const NO_NAMES: [Msg; 2] =
    [Msg::new("没有写明是哪条规则", "it names no rule"), Msg::new("没有写明是哪种情形", "it names no fact")];
const UNKNOWN: [Msg; 2] = [
    Msg::new(
        "没有“{}”这个规则、规则族，用 zhengzi rules list 查看",
        "there is no rule or family “{}”; see zhengzi rules list",
    ),
    Msg::new(
        "“{}”不是本地区的豁免情形，可用的写法见 zhengzi explain",
        "“{}” is no exemption in this jurisdiction; zhengzi explain lists them",
    ),
];
const UNUSED: [Msg; 2] =
    [Msg::new("没有可以忽略的问题", "nothing to ignore"), Msg::new("没有可以豁免的问题", "nothing to exempt")];

fn of(pair: &[Msg; 2], verb: Verb, lang: Lang) -> &'static str {
    pair[usize::from(verb == Verb::Exempt)].get(lang)
}

/// The reason for keeping an ignored finding.
pub fn ignored(said: &Statement, lang: Lang) -> String {
    IGNORED.get(lang).replacen("{}", &said.reason, 1).replacen("{}", &until(said, lang), 1)
}

/// The reason for keeping a finding that a stated fact lifts.
pub fn exempted(exemption: &Exemption, said: &Statement, lang: Lang) -> String {
    let text = EXEMPT.get(lang).replacen("{}", exemption.title.get(lang), 1);
    text.replacen("{}", &said.reason, 1).replacen("{}", &until(said, lang), 1)
}

fn until(said: &Statement, lang: Lang) -> String {
    match &said.until {
        Until::Day(day) => UNTIL.get(lang).replace("{}", day),
        _ => String::new(),
    }
}

/// Which of its names mean nothing.
pub fn unknown_names(verb: Verb, names: &[&String], lang: Lang) -> String {
    let between = if lang == Lang::Zh { "、" } else { ", " };
    let joined = names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(between);
    if joined.is_empty() {
        of(&NO_NAMES, verb, lang).to_owned()
    } else {
        of(&UNKNOWN, verb, lang).replace("{}", &joined)
    }
}

/// Where there is nothing that it could be about.
pub fn unused(verb: Verb, target: Target, lang: Lang) -> String {
    let place = match target {
        Target::File => Msg::new("从这里起的全文", "from here to the end of the file there is "),
        Target::Row(_) => Msg::new("这一行", "in this row there is "),
        Target::Line(_) | Target::Later => Msg::new("所指的一行", "on the line it is about there is "),
    };
    format!("{}{}", place.get(lang), of(&UNUSED, verb, lang))
}
