//! What the configuration and a baseline except from a run, and what of it had no use.

use super::Failure;
use super::talk::Talk;
use crate::Session;
use crate::baseline::Baseline;
use crate::config::Settings;
use crate::engine::Account;
use crate::exception::{Exception, Verb};
use crate::i18n::Msg;
use crate::report::words::fill;
use crate::rule::selects;

/// Opens the account of a run. A rule or a fact that does not exist is a slip of the pen, and would change nothing in silence.
pub fn account(
    settings: &Settings,
    session: &Session,
    baseline: Option<Baseline>,
    talk: Talk,
) -> Result<Account, Failure> {
    let lang = talk.lang;
    let checker = &session.checker;
    let exemptions = &checker.plan.exemptions;
    for one in &settings.exceptions {
        let said = &one.value.statement;
        let known = |name: &String| match said.verb {
            Verb::Ignore => checker.registry.rules().iter().any(|rule| selects(name, rule)),
            Verb::Exempt => exemptions.iter().any(|(one, _)| one.id == *name || one.tags.contains(name)),
        };
        if let Some(name) = said.names.iter().find(|name| !known(name)) {
            let message = if said.verb == Verb::Ignore { NO_RULE } else { NO_FACT };
            return Err(Failure::Message(fill(message.get(lang), &[&one.origin.words(lang), name])));
        }
        if said.is_over(&settings.date.value) {
            talk.warn(&fill(OVER.get(lang), &[&one.origin.words(lang), &names(&one.value)]));
        }
    }
    let stated = settings.exceptions.iter().map(|one| (one.value.clone(), false)).collect();
    Ok(Account { baseline, stated })
}

/// Says which statements of the configuration and how much of the baseline found nothing.
pub fn unused(account: &Account, day: &str, talk: Talk) {
    let idle = account.stated.iter().filter(|(one, used)| !used && one.statement.holds(day));
    let idle: Vec<String> = idle.map(|(one, _)| names(one)).collect();
    if !idle.is_empty() {
        let between = if talk.lang == crate::i18n::Lang::Zh { "；" } else { "; " };
        talk.note(&fill(IDLE.get(talk.lang), &[&idle.len(), &idle.join(between)]));
    }
    let gone = account.baseline.as_ref().map_or(0, Baseline::unused);
    if gone > 0 {
        talk.note(&fill(GONE.get(talk.lang), &[&gone]));
    }
}

/// A statement in few words: `ZI-001 店.csv 麵`.
fn names(one: &Exception) -> String {
    let names = one.statement.names.join(",");
    let parts = [names.as_str(), &one.path, &one.text];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// All statements of the configuration on one line, for the record.
pub fn listed(settings: &Settings) -> String {
    let one = |one: &Exception| {
        let verb = if one.statement.verb == Verb::Ignore { "ignore" } else { "exempt" };
        format!("{verb} {} -- {}", names(one), one.statement.reason)
    };
    settings.exceptions.iter().map(|sourced| one(&sourced.value)).collect::<Vec<_>>().join("; ")
}

const NO_RULE: Msg = Msg::new(
    "[[ignore]]（{}）：没有“{}”这条规则或者规则族。用 zhengzi rules list 查看。",
    "[[ignore]] ({}): there is no rule or family “{}”. See zhengzi rules list.",
);
const NO_FACT: Msg = Msg::new(
    "[[exempt]]（{}）：“{}”不是本地区的豁免情形。可用的写法见 zhengzi explain ZI-001。",
    "[[exempt]] ({}): “{}” is no exemption in this jurisdiction. zhengzi explain ZI-001 lists them.",
);
const OVER: Msg = Msg::new("{}：对 {} 的忽略或豁免已经过期，不再起作用。", "{}: the exception for {} has expired.");
const IDLE: Msg =
    Msg::new("配置里有 {} 条忽略或豁免没有用上：{}", "exceptions of the configuration without use ({}): {}");
const GONE: Msg = Msg::new(
    "基线里有 {} 处问题这次没有出现；确已改好的，用 zhengzi baseline prune 去掉。",
    "findings of the baseline that did not turn up: {}; forget what is gone with zhengzi baseline prune.",
);
