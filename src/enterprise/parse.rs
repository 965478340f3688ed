//! From a name to its parts: the organisation form from behind, the division from before, the trade between.

use super::tables::{Form, tables};
use super::{Kind, Name, Part, Piece, division, industry};
use crate::data::chars::is_han;
use std::ops::Range;

/// What the name of a branch ends in (第十三条: 分公司、分厂、分店等字词).
pub const BRANCHES: [&str; 28] = [
    "分公司", "分厂", "分店", "分社", "分所", "分院", "分行", "分部", "分校", "支公司", "支行", "支店", "分理处",
    "营业部", "营业厅", "营业所", "办事处", "代表处", "经营部", "门市部", "项目部", "事业部", "服务部", "销售部",
    "管理部", "店", "厂", "部",
];

/// Behind the name of a company: a body within it.
const WITHIN: [&str; 15] = [
    "工会委员会", "工会", "委员会", "党支部", "食堂", "研究所", "研究院", "设计院", "医院", "学校", "学院", "幼儿园",
    "培训中心", "中心", "工程局",
];

/// The characters of a name, with brackets of one width.
pub struct Chars {
    text: String,
    /// By character: its byte in `text`, and in the text that holds the name.
    at: Vec<(usize, usize)>,
}

impl Chars {
    fn new(text: &str, range: &Range<usize>) -> Self {
        let mut chars = Self { text: String::new(), at: Vec::new() };
        for (n, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
            chars.at.push((chars.text.len(), range.start + n));
            chars.text.push(match c {
                '(' => '（',
                ')' => '）',
                c => c,
            });
        }
        chars.at.push((chars.text.len(), range.end));
        chars
    }

    fn len(&self) -> usize {
        self.at.len() - 1
    }

    /// The characters from one to before another.
    pub fn slice(&self, from: usize, to: usize) -> &str {
        let byte = |n: usize| self.at.get(n).map_or(self.text.len(), |at| at.0);
        self.text.get(byte(from)..byte(to)).unwrap_or_default()
    }

    /// The same as bytes of the text that holds the name.
    pub fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let byte = |n: usize| self.at.get(n).or(self.at.last()).map_or(0, |at| at.1);
        byte(from)..byte(to)
    }

    /// Whether all of them are Chinese characters.
    pub fn is_han(&self, from: usize, to: usize) -> bool {
        self.slice(from, to).chars().all(|c| is_han(c as u32))
    }

    /// Where a word begins in `from..to`, in characters.
    fn find(&self, word: &str, from: usize, to: usize) -> Option<usize> {
        let found = self.slice(from, to).find(word)?;
        Some(from + self.slice(from, to).get(..found)?.chars().count())
    }
}

/// Reads the name in `range` of a text. `None` where there is no Chinese in it.
#[must_use]
pub fn parse(text: &str, range: Range<usize>) -> Option<Name> {
    let chars = Chars::new(text, &range);
    if !text.get(range.clone())?.contains(|c| is_han(c as u32)) {
        return None;
    }
    let mut name =
        Name { range, pieces: Vec::new(), kind: Kind::Unknown, displaced: None, customary: false, unmarked: None };
    let all = chars.len();
    let behind = company(&chars);
    // Where the enterprise's own name ends, and the form before that.
    let (end, form) = match (behind, form(&chars, all)) {
        (Some((start, end)), _) if end < all => {
            let tail = chars.slice(end, all);
            if BRANCHES.iter().chain(&WITHIN).any(|word| tail.ends_with(word)) {
                name.kind = Kind::Enterprise;
                read(&chars, 0, start, &mut name);
                name.pieces.push(Piece { part: Part::Form, range: chars.bytes(start, end) });
                name.pieces.push(Piece { part: Part::Branch, range: chars.bytes(end, all) });
                return Some(name);
            }
            let bracket = tail.starts_with('（') && tail.ends_with('）');
            let head = division::head(&chars, end, all);
            if bracket || (head.end == all && start > 0) {
                name.kind = Kind::Enterprise;
                name.unmarked = (!bracket).then(|| chars.bytes(end, all));
                read(&chars, 0, start, &mut name);
                name.pieces.push(Piece { part: Part::Form, range: chars.bytes(start, end) });
                let part = if bracket { Part::Remark } else { Part::Division };
                name.pieces.push(Piece { part, range: chars.bytes(end, all) });
                return Some(name);
            }
            name.displaced = Some(chars.bytes(start, end));
            name.kind = Kind::Enterprise;
            let last = form(&chars, all);
            (all, last)
        }
        (_, last) => (all, last),
    };
    let start = form.map_or(end, |(start, form)| {
        if name.displaced.is_none() {
            name.kind = form.kind;
        }
        start
    });
    read(&chars, 0, start, &mut name);
    if start < end {
        name.pieces.push(Piece { part: Part::Form, range: chars.bytes(start, end) });
    }
    Some(name)
}

/// The organisation form that ends at a character: the longest, with brackets that belong to it.
fn form(chars: &Chars, end: usize) -> Option<(usize, Form)> {
    let tables = tables();
    let longest = |end: usize| {
        let starts = end.saturating_sub(tables.longest[1])..end;
        starts.into_iter().find_map(|at| Some((at, *tables.forms.get(chars.slice(at, end))?)))
    };
    // 合伙企业（有限合伙）
    let bracketed = chars.slice(0, end).strip_suffix('）').and_then(|head| head.rsplit_once('（'));
    let inner = bracketed
        .filter(|(_, inner)| ["合伙", "独资", "集团", "中外", "合作", "合资"].iter().any(|w| inner.contains(w)));
    let before = inner.map(|(_, inner)| end - inner.chars().count() - 2);
    match before {
        Some(before) => longest(before).or(Some((before, Form { kind: Kind::Enterprise, company: false }))),
        None => longest(end),
    }
}

/// The last organisation form of a company in a name.
fn company(chars: &Chars) -> Option<(usize, usize)> {
    let tables = tables();
    (1..=chars.len()).rev().find_map(|end| {
        if !chars.slice(0, end).ends_with("公司") || chars.slice(0, end).ends_with("分公司") {
            return None;
        }
        let starts = end.saturating_sub(tables.longest[1])..end;
        let is_company = |at: usize| tables.forms.get(chars.slice(at, end)).is_some_and(|form| form.company);
        starts.into_iter().find(|at| is_company(*at)).map(|at| (at, end))
    })
}

/// Reads what stands before the organisation form: 行政区划, 字号, 行业.
fn read(chars: &Chars, from: usize, to: usize, name: &mut Name) {
    let mut from = from;
    const NATIONAL: [&str; 5] = ["中国", "中华", "中央", "全国", "国家"];
    if to > from + 2 && NATIONAL.contains(&chars.slice(from, from + 2)) {
        name.pieces.push(Piece { part: Part::National, range: chars.bytes(from, from + 2) });
        from += 2;
    }
    let head = division::head(chars, from, to);
    // 新华|医疗器械: without it there would be no trade name left.
    let without = || begins(chars, head.end, to) < head.end + 2;
    if without() && !head.pieces.is_empty() {
        // 广州白云|山医药: a short name behind its city may begin the trade name.
        if let Some(short) = head.last_short.filter(|_| head.pieces.len() > 1) {
            from = short;
            name.pieces.extend(head.pieces.into_iter().rev().skip(1).rev());
        } else if !head.doubtful {
            from = head.end;
            name.pieces.extend(head.pieces);
        }
    } else {
        from = head.end;
        name.pieces.extend(head.pieces);
    }
    middle(chars, from, to, name);
}

/// Where the trade begins, with brackets in between.
fn begins(chars: &Chars, from: usize, to: usize) -> usize {
    let until = chars.find("（", from, to).unwrap_or(to);
    if until < to && until > from { until } else { industry::begin(chars, from, until) }
}

/// 字号, 行业, and what stands in brackets among them.
fn middle(chars: &Chars, from: usize, to: usize, name: &mut Name) {
    let mut push = |part, from, to| {
        if from < to {
            name.pieces.push(Piece { part, range: chars.bytes(from, to) });
        }
    };
    let mut at = from;
    let (mut named, mut customary) = (false, false);
    while at < to {
        let open = chars.find("（", at, to).unwrap_or(to);
        if at < open {
            let trade = if named && industry::covers(chars, at, open) { at } else { industry::begin(chars, at, open) };
            push(Part::TradeName, at, trade);
            push(Part::Industry, trade, open);
            customary |= industry::stands_alone(chars, trade, open);
            named |= trade > at;
        }
        let Some(close) = chars.find("）", open, to) else {
            push(Part::Remark, open, to);
            break;
        };
        let inner = division::head(chars, open + 1, close);
        let place = inner.end == close || ["中国", "集团"].contains(&chars.slice(open + 1, close));
        let part = match chars.slice(open + 1, close) {
            "集团" => Part::Form,
            _ if place && close > open + 1 => Part::Division,
            _ => Part::Remark,
        };
        push(part, open, close + 1);
        at = close + 1;
    }
    name.customary = customary;
}
