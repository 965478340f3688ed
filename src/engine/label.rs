//! A row of a list of products whose columns say what the label looks like: what is wrong with it (SP).

use crate::data::chars::is_han;
use crate::data::shape::{Certainty, Native};
use crate::decide::{self, Case, Decision, Graded, KeptCandidate, KeptWhy};
use crate::document::{Label, Role, Row, Scene, millimetres};
use std::ops::Range;

/// Height below which mandatory lettering may not fall, in millimetres (GB 7718).
const LEAST: f64 = 1.8;

/// Adds what the columns of a row say of the product that stands at `name`.
pub fn look(row: &Row, name: Range<usize>, case: Case, decision: &mut Decision) {
    if case.scene != Scene::ProductName {
        return;
    }
    let plan = case.plan.scene(case.scene, case.list);
    for function in faults(row) {
        let matcher = case.registry.native(function).map(|m| case.registry.matchers()[usize::from(m)].block.rule);
        let Some(rule) = matcher.filter(|rule| plan.runs[*rule]) else { continue };
        let (start, end) = (name.start, name.end);
        match decide::lifted(rule, case) {
            Some(n) => {
                decision.kept.push(KeptCandidate { start, end, rule: Some(rule), why: KeptWhy::Exemption(n) });
            }
            None => {
                let whole = Graded::notice(start, end, rule);
                decision.add([Graded { level: plan.ceiling[rule], confidence: Certainty::Medium, ..whole }]);
            }
        }
    }
}

fn faults(row: &Row) -> Vec<Native> {
    let cell = |label| {
        let at = row.sheet.columns.iter().position(|column| column.role == Role::Label(label))?;
        // A row may end before its last columns.
        Some(row.values.get(at).map_or("", String::as_str))
    };
    let height = |label| cell(label).and_then(millimetres);
    let (han, pinyin, foreign) = (height(Label::HanHeight), height(Label::PinyinHeight), height(Label::ForeignHeight));
    let larger = |other: Option<f64>| han.zip(other).is_some_and(|(han, other)| other > han);
    let lacks_chinese = |label| cell(label).is_some_and(|text| !text.chars().any(|c| is_han(c as u32)));
    let small = [han, pinyin, foreign].into_iter().flatten().any(|height| height < LEAST);
    let found = [
        (Native::LabelMaker, lacks_chinese(Label::Maker) || lacks_chinese(Label::MakerAddress)),
        (Native::LabelPinyin, larger(pinyin)),
        (Native::LabelForeign, larger(foreign)),
        (Native::LabelHeight, small),
    ];
    found.into_iter().filter(|(_, is)| *is).map(|(function, _)| function).collect()
}
