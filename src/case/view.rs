//! What papers are made from: a case file as it stood at one inspection, with every count a paper prints.
//!
//! Papers know this view and nothing of the store behind it, so that a paper made twice of one view is the same paper.

use crate::record;

/// A case file at one inspection.
#[derive(Debug, Clone, Default)]
pub struct CaseView {
    /// The office in whose name papers go out.
    pub office: Office,
    /// The inspection looked at: the latest one unless another was asked for.
    pub inspection: Inspection,
    /// Its problems in order of their numbers, those of earlier inspections that were not seen again included.
    pub problems: Vec<Problem>,
    /// What this inspection did not look at, with the reason.
    pub not_checked: Vec<record::NotChecked>,
    /// What the program itself kept from being reported, with the reason.
    pub kept: Vec<record::Kept>,
    /// The inspection before this one.
    pub previous: Option<Inspection>,
    /// Decisions recorded so far, those that were taken back by a later one included.
    pub decisions: usize,
}

/// The office that keeps the case file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// Name under the papers: `××区语言文字工作委员会办公室`.
    pub name: String,
    /// Characters before the year of a notice number: `区语` in 区语〔2026〕12号.
    pub prefix: String,
    /// Address.
    pub address: String,
    /// Person to ask for.
    pub contact: String,
    /// Telephone.
    pub phone: String,
}

/// One inspection: a list or a record that was imported.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inspection {
    /// Number within the case file, from 1.
    pub number: u32,
    /// What the office calls it.
    pub title: String,
    /// Civil date, `2026-11-23`.
    pub date: String,
    /// What was run, with which data, under which law.
    pub run: record::Run,
    /// The counts of the record.
    pub summary: record::Summary,
    /// blake3 of the imported record, hexadecimal.
    pub input_hash: String,
    /// The counts by object.
    pub counts: Counts,
}

/// Counts of an inspection; `objects = clean + with_problems + not_checked`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Shops, signs, names looked at: rows of the lists, or the objects with findings when a record came without its list.
    pub objects: u64,
    /// Objects with a problem that nobody has called a false alarm or allowed to stay.
    pub with_problems: u64,
    /// Objects that could not be read.
    pub not_checked: u64,
    /// Han characters checked.
    pub characters: u64,
    /// Characters of the problems counted in `with_problems`.
    pub wrong_characters: u64,
}

/// A problem of an object, known again from one inspection to the next.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problem {
    /// Stable number, `2026-00037`.
    pub number: String,
    /// Fingerprint of the latest finding ([`record::Finding::fingerprint`]).
    pub fingerprint: String,
    /// Where it stands against the inspection before.
    pub state: State,
    /// Name of the object as last written.
    pub object: String,
    /// Kind of object: `招牌`, `地名标志`, `企业名称` …
    pub category: String,
    /// Scene under which it was checked: `signboard`.
    pub scene: String,
    /// Rule id.
    pub rule: String,
    /// Rule name.
    pub name: String,
    /// Title of the rule: `繁体字`.
    pub title: String,
    /// Severity.
    pub severity: record::Severity,
    /// The text found.
    pub text: String,
    /// Standard forms, the likeliest first.
    pub suggestions: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// The text around it.
    pub context: String,
    /// Legal bases, the binding one first.
    pub basis: Vec<record::Basis>,
    /// Where it stands: file, sheet, cell or row, character.
    pub place: String,
    /// Responsible unit; the object itself when the list names none.
    pub unit: String,
    /// Unified social credit code.
    pub credit_code: String,
    /// Street or town.
    pub street: String,
    /// Community or section of a road.
    pub community: String,
    /// Address.
    pub address: String,
    /// Person or telephone of the unit.
    pub contact: String,
    /// Department that article 30 of the law names for it.
    pub department: String,
    /// What a person decided.
    pub verdict: Verdict,
    /// Exemption under which it may stay: an id of `rules/exemptions.toml`.
    pub exemption: String,
    /// Who decided.
    pub decided_by: String,
    /// Day of the decision.
    pub decided_on: String,
    /// Notice that was given.
    pub notice: Option<Notice>,
    /// Outcome of the re-inspection.
    pub result: Option<Outcome>,
    /// Day of the re-inspection.
    pub result_on: String,
    /// Inspection in which it was first seen.
    pub first_seen: u32,
    /// Inspection in which it was last seen.
    pub last_seen: u32,
    /// Reason of the decision, or a remark.
    pub remark: String,
}

/// What a person decided about a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Verdict {
    /// 待核: nobody has, or it needs another look.
    #[default]
    Pending,
    /// 违规.
    Violation,
    /// 误报: the program was wrong.
    FalseAlarm,
    /// 保留: it may stay, under an exemption.
    Retained,
}

/// Where a problem stands against the inspection before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum State {
    /// 新增: not seen before.
    #[default]
    New,
    /// 持续: seen before and still there.
    Persisting,
    /// 已整改: the object was read again and the problem is gone.
    Rectified,
    /// 复发: it was gone and is back.
    Relapsed,
    /// 无法核实: the object was not found or not read again.
    Unseen,
}

/// Outcome of a re-inspection, as a person reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 已更换.
    Replaced,
    /// 加挂规范副牌: a plate with standard characters was added.
    SecondPlate,
    /// 拆除.
    Removed,
    /// 保留.
    Kept,
    /// 未整改.
    NotRectified,
    /// 无法核实.
    Unverifiable,
}

/// A notice given to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// `区语〔2026〕12号`.
    pub number: String,
    /// Day of issue.
    pub issued: String,
    /// Last day of the deadline.
    pub due: String,
}
