//! Words for people about names that are the same.

use super::entry::{Entry, Relation, Scope};
use crate::data::shape::Native;
use crate::i18n::{Lang, Msg};

/// An earlier row of the list.
pub struct EarlierRow<'a> {
    /// Its sheet, where it is another one.
    pub sheet: Option<&'a str>,
    /// Its number.
    pub number: u64,
    /// The name in it.
    pub name: &'a str,
    /// How the two are related.
    pub relation: Relation,
}

/// What a name shares with an earlier row, and why that matters.
pub fn note(function: Native, entry: &Entry, earlier: &EarlierRow, lang: Lang) -> String {
    let EarlierRow { sheet, number, name, relation } = earlier;
    let scope = scope(entry.scope).get(lang);
    let mut text = match (lang, function) {
        (Lang::Zh, Native::SameSound) => {
            format!("与{}第{number}行“{name}”同音，{scope}", sheet.map(|s| format!("工作表“{s}”")).unwrap_or_default())
        }
        (Lang::Zh, _) => {
            format!("与{}第{number}行“{name}”重名，{scope}", sheet.map(|s| format!("工作表“{s}”")).unwrap_or_default())
        }
        (_, Native::SameSound) => {
            format!(
                "sounds like “{name}” in row {number}{}; {scope}",
                sheet.map(|s| format!(" of sheet “{s}”")).unwrap_or_default()
            )
        }
        _ => {
            format!(
                "the same as “{name}” in row {number}{}; {scope}",
                sheet.map(|s| format!(" of sheet “{s}”")).unwrap_or_default()
            )
        }
    };
    if !entry.located {
        text.push_str(NOT_LOCATED.get(lang));
    }
    match relation {
        Relation::Unknown if function == Native::SameName => text.push_str(NOT_TOLD_APART.get(lang)),
        Relation::Registered if function == Native::SameName => text.push_str(REGISTERED.get(lang)),
        _ => {}
    }
    text
}

fn scope(scope: Scope) -> Msg {
    match scope {
        Scope::Nation => Msg::new(
            "全国范围内的县级以上行政区划名称",
            "names of divisions of county level and above, in the whole country",
        ),
        Scope::Province => Msg::new("同一个省级行政区域内的乡、镇名称", "names of townships, in one province"),
        Scope::County => {
            Msg::new("同一个县级行政区域内的村、居委会所在地名称", "names of villages and communities, in one county")
        }
        Scope::Street => Msg::new(
            "同一个建成区内的街路巷名称（按同一区县比较）",
            "names of streets, in one built-up area (compared within the county)",
        ),
        Scope::Building => Msg::new(
            "同一个建成区内的住宅区、楼宇名称（按同一区县比较）",
            "names of residential areas and buildings, in one built-up area (compared within the county)",
        ),
    }
}

const NOT_LOCATED: Msg = Msg::new(
    "；名单没有写明所属区划，整张表按一个区域比较",
    "; the list names no divisions, so the whole sheet was taken for one area",
);
const REGISTERED: Msg = Msg::new("；两处都有区划代码，是既有政区", "; both have their codes, so both exist");
const NOT_TOLD_APART: Msg = Msg::new(
    "；名单里没有代码、位置能说明是不是同一个地方，请核对是重名还是重复登记",
    "; no code or site tells whether it is the same place: two objects, or one listed twice",
);
