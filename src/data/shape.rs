//! Shapes of the rule files, and of the knowledge compiled from all of `rules/`.

pub use super::fault::Fault;
pub use super::law::*;
use super::table::Header;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How serious a rule is at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 提示
    Notice,
    /// 建议
    Advice,
    /// 疑似
    Suspected,
    /// 违规
    Violation,
}

/// Life of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Runs only when asked for.
    Preview,
    /// Runs.
    Stable,
    /// Runs, and names its successor.
    Deprecated,
}

/// Which of a scene's bases bind a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Standard characters.
    Characters,
    /// Word forms.
    Words,
    /// Spelling in Latin letters.
    Spelling,
    /// Idioms.
    Idioms,
    /// Foreign writing, and words of foreign letters.
    Foreign,
    /// The choice of words: internet language, codes.
    Vocabulary,
    /// None: the rule's own basis is all there is.
    None,
}

/// One rule file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// `ZI-001`; comes from the path, not from the file.
    #[serde(default)]
    pub id: String,
    /// Kebab-case name, equal to the file's.
    pub name: String,
    /// Title.
    pub title: Bilingual,
    /// Life.
    #[serde(default = "preview")]
    pub status: Status,
    /// Release that brought it.
    pub since: String,
    /// Whether it runs unless switched off.
    #[serde(default = "yes")]
    pub default: bool,
    /// Default severity, and its ceiling.
    pub level: Level,
    /// Group of bases that bind it.
    pub group: Group,
    /// Ids of the norms that say what is wrong.
    pub basis: Vec<String>,
    /// Ids of exemptions that may lift it.
    #[serde(default)]
    pub exempt: Vec<String>,
    /// Whether it looks only at texts for which an exemption is stated.
    #[serde(default)]
    pub exempted: bool,
    /// Tables of contexts in which it keeps silent.
    #[serde(default)]
    pub keep: Vec<String>,
    /// What is wrong, with placeholders `{hit} {fix} {note}`.
    pub message: Bilingual,
    /// Why it matters and what to do.
    pub why: Bilingual,
    /// The only scenes in which it runs; empty: all.
    #[serde(default)]
    pub scenes: Vec<String>,
    /// The only jurisdictions in which it runs; empty: all.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    /// Ceilings by scene.
    #[serde(default)]
    pub level_in: BTreeMap<String, Level>,
    /// Fact without which it is at most suspected.
    #[serde(default)]
    pub needs: String,
    /// Ceilings by scene in a jurisdiction whose own norm asks for more.
    #[serde(default)]
    pub level_under: BTreeMap<String, BTreeMap<String, Level>>,
    /// Parts of regular expressions that its matches share, by the name under which they write them: `<trade>`.
    #[serde(default)]
    pub parts: BTreeMap<String, String>,
    /// Ways to match.
    #[serde(rename = "match")]
    pub matches: Vec<Match>,
    /// Proof.
    #[serde(rename = "example")]
    pub examples: Vec<Example>,
}

fn preview() -> Status {
    Status::Preview
}

fn yes() -> bool {
    true
}

/// The closed set of ways to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A character maps to its standard form.
    CharMap,
    /// A character of a set of ranges.
    CharSet,
    /// A word maps to its standard form.
    WordMap,
    /// A right word and the wrong forms it is known in.
    Confusion,
    /// A word of Latin letters that stands by itself among Chinese.
    LetterWord,
    /// A regular expression anchored at literals.
    Pattern,
    /// Pinyin beside Chinese characters that has one of these faults.
    Spelling,
    /// A function of the program.
    Native,
}

/// Functions that data cannot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Native {
    /// A Han character outside the table of standard characters and outside every other table.
    OutsideTable,
    /// Simplified and traditional forms in one name.
    MixedForms,
    /// A term of the user's forbid dictionary.
    UserTerm,
    /// A place name: signs or Latin capitals among its characters.
    OddSign,
    /// A place name: digits that stand for a name.
    OddNumber,
    /// A place name: a character of the third level.
    RareCharacter,
    /// A place name: a minority's writing before the Chinese characters.
    MinorityFirst,
    /// A place name: a house number in Chinese numerals.
    DoorNumber,
    /// An idiom of which characters were exchanged for others that sound alike.
    AlteredIdiom,
    /// A sign: foreign writing and no Chinese.
    ForeignOnly,
    /// A sign: a line of foreign writing among lines of Chinese.
    ForeignLine,
    /// A sign: foreign writing before the Chinese, and more of it.
    ForeignFirst,
    /// Capitals that are a word in Latin letters.
    Capitals,
    /// Several foreign words in a row in Chinese text.
    ForeignPhrase,
    /// An enterprise name: Latin letters, kana, Hangul and other foreign writing.
    NameLetters,
    /// An enterprise name: signs among its characters.
    NameSign,
    /// An enterprise name: Arabic digits.
    NameDigits,
    /// An enterprise name: one character or none between the division and the organisation form.
    NameTooShort,
    /// An enterprise name: one character before the words of a trade.
    NameOneCharacter,
    /// An enterprise name: nothing but a division and words of a trade.
    NameWithoutTradeName,
    /// The same in the name of a joint-stock company or a group, or without a division: often an older name.
    NameByCustom,
    /// An enterprise name: a trade name that is a sentence.
    NameSentence,
    /// An enterprise name: a district without its city.
    NameDistrict,
    /// An enterprise name: a district of a city under the central government, without it.
    NameMunicipalDistrict,
    /// An enterprise name: a development zone without a division.
    NameZone,
    /// The name of a shop or a cooperative, or one without a trade name: a district without its city.
    NameDistrictByAnalogy,
    /// The same: a development zone without a division.
    NameZoneByAnalogy,
    /// An enterprise name: （中国） in brackets.
    NameForeignInvested,
    /// An enterprise name: no organisation form, or one that does not stand at the end.
    NameDisorder,
    /// An enterprise name: something behind it that does not say it is a branch.
    NameBranch,
    /// A name to which the rules of enterprise names apply by analogy, or others: foreign writing or digits.
    NameByAnalogy,
    /// A label in a list: no maker or address in Chinese.
    LabelMaker,
    /// A label in a list: pinyin larger than the characters.
    LabelPinyin,
    /// A label in a list: foreign writing larger than the characters.
    LabelForeign,
    /// A label in a list: lettering below the height that is asked for.
    LabelHeight,
    /// An entry of a list of places: no generic.
    LacksGeneric,
    /// An entry of a list of places: the name of an earlier one.
    SameName,
    /// An entry of a list of places: the sound of an earlier one.
    SameSound,
    /// A comment that ignores or exempts what is not there.
    UnusedException,
    /// The same after its last day.
    ExpiredException,
    /// The same without a reason.
    UnreasonedException,
    /// The same with a rule, a fact or a day that does not exist.
    UnknownException,
}

/// Where in an enterprise name a match must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamePart {
    /// The first characters of the name.
    Head,
    /// Behind the first characters.
    Inside,
    /// In the trade name, or across the division and it; not the given name of a shop's owner.
    TradeName,
    /// The same, and not the whole name of a shop's owner.
    TradePerson,
    /// The whole trade name, or all of it but 机关, 办 or 会 behind; not of a branch.
    TradeWhole,
    /// At the start of the trade name, and not of a branch.
    TradeHead,
    /// Behind the start of the trade name, and not of a branch.
    TradeInside,
    /// In the trade name of a name with a place in brackets: an enterprise of foreign investors.
    TradeBracketed,
}

/// Whether a suggestion may be applied without a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// One certain answer.
    Safe,
    /// One answer that a person should see.
    Unsafe,
    /// Shown only.
    #[default]
    None,
}

/// How sure a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// A table decides.
    #[default]
    High,
    /// Context speaks for it.
    Medium,
    /// A guess.
    Low,
}

/// Rows by their number of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answers {
    /// Exactly one.
    One,
    /// Two or more.
    Many,
}

/// What of a matched word is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// The word.
    #[default]
    Whole,
    /// Its differing characters.
    Difference,
}

/// One way in which a rule matches. `rules/README.md` explains every key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Match {
    /// Index of its rule; set by the compiler.
    #[serde(default)]
    pub rule: usize,
    /// Kind.
    pub kind: Kind,
    /// Table below `dictionaries/`.
    #[serde(default)]
    pub table: String,
    /// Column of the standard form.
    #[serde(default = "standard")]
    pub target: String,
    /// Rows wanted, by the value of columns.
    #[serde(default, rename = "where")]
    pub filter: BTreeMap<String, Vec<String>>,
    /// Rows wanted, by the number of answers.
    #[serde(default)]
    pub answers: Option<Answers>,
    /// Ceiling.
    #[serde(default)]
    pub level: Option<Level>,
    /// Fix.
    #[serde(default)]
    pub fix: Safety,
    /// Confidence.
    #[serde(default)]
    pub confidence: Certainty,
    /// Column of the note.
    #[serde(default)]
    pub note: String,
    /// Whether rows count whose key is itself a standard character.
    #[serde(default)]
    pub standard_too: bool,
    /// Regular expression that the text before the hit must end with.
    #[serde(default)]
    pub before: String,
    /// Regular expression that the line or cell must match somewhere: what shows the trade.
    #[serde(default)]
    pub near: String,
    /// Regular expression that the line or cell must match nowhere.
    #[serde(default)]
    pub apart: String,
    /// Whether the hit must stand between two Han characters.
    #[serde(default)]
    pub between_han: bool,
    /// What is reported of a word.
    #[serde(default)]
    pub span: Extent,
    /// Parts of an enterprise name in which it matches; empty: everywhere.
    #[serde(default)]
    pub within_name: Vec<NamePart>,
    /// Whether a hit that crosses a word border is kept.
    #[serde(default)]
    pub border: bool,
    /// Column of longer strings in which the word is right.
    #[serde(default)]
    pub keep_column: String,
    /// Whether only the first mention in a text counts, and none that is explained in brackets.
    #[serde(default)]
    pub first: bool,
    /// Words that are left out.
    #[serde(default)]
    pub without: Option<Without>,
    /// The only scenes in which the block matches; empty: those of the rule.
    #[serde(default)]
    pub scenes: Vec<String>,
    /// Regular expression.
    #[serde(default)]
    pub pattern: String,
    /// One of these stands in every match of the pattern.
    #[serde(default)]
    pub literals: Vec<String>,
    /// Columns of the wrong forms.
    #[serde(default)]
    pub wrong: Vec<String>,
    /// Why somebody writes the wrong forms.
    #[serde(default)]
    pub cause: Bilingual,
    /// Whether a short word is at most suspected where the text does not gain by its standard form.
    #[serde(default)]
    pub weigh: bool,
    /// Whether classical prose and verse may write it.
    #[serde(default)]
    pub modern: bool,
    /// Characters that a right word must have at least.
    #[serde(default)]
    pub least: usize,
    /// Han characters that the line or cell may have; 0: any number.
    #[serde(default)]
    pub within: usize,
    /// Faults of spelling.
    #[serde(default)]
    pub faults: Vec<Fault>,
    /// Function.
    #[serde(default)]
    pub function: Option<Native>,
}

fn standard() -> String {
    "standard".to_owned()
}

/// Words of another table that a block leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Without {
    /// Table below `dictionaries/`.
    pub table: String,
    /// Rows that count, by the value of columns.
    #[serde(default, rename = "where")]
    pub filter: BTreeMap<String, Vec<String>>,
}

/// An example of a rule: exactly one of `bad` and `good`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Scene, `document` when absent.
    #[serde(default)]
    pub scene: String,
    /// Text with markers `{{wrong=>right}}`.
    #[serde(default)]
    pub bad: String,
    /// Text in which nothing may be reported.
    #[serde(default)]
    pub good: String,
    /// Exemption that is stated for the text.
    #[serde(default)]
    pub exempt: String,
    /// Whether the lines are the entries of a list.
    #[serde(default)]
    pub list: bool,
    /// Headers of a list's further columns, whose cells follow the entry after tabs.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Day whose law applies, where it is not that of the run.
    #[serde(default)]
    pub date: String,
    /// Severity every marked finding must have.
    #[serde(default)]
    pub level: Option<Level>,
    /// Other rules that may report on the text.
    #[serde(default)]
    pub also: Vec<String>,
    /// Lines of a user's forbid dictionary that the example supposes.
    #[serde(default)]
    pub forbid: String,
    /// Why it is an example.
    #[serde(default)]
    pub note: String,
}

/// All knowledge that is not a scan table, as the binary carries it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Knowledge {
    /// Hash of all rule and dictionary files, hexadecimal.
    pub hash: String,
    /// Rules, sorted by id.
    pub rules: Vec<Rule>,
    /// Bases by id.
    pub basis: BTreeMap<String, Basis>,
    /// Scenes.
    pub scenes: Scenes,
    /// Exemptions.
    pub exemptions: Vec<Exemption>,
    /// Packs by jurisdiction.
    pub packs: BTreeMap<String, Pack>,
    /// Profiles by name.
    pub profiles: BTreeMap<String, Profile>,
    /// Headers of the tables by name.
    pub tables: BTreeMap<String, Header>,
    /// Footnotes of appendix 1, in order.
    pub footnotes: Vec<Footnote>,
}

/// A footnote of appendix 1 of the standard table: a form that stays usable in some sense.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Footnote {
    /// Its number, 1–52.
    pub number: u8,
    /// The traditional or variant form.
    pub form: String,
    /// The shape in which it stays usable: itself, or its simplification by analogy.
    pub standard_form: String,
    /// The permitted use, in our words.
    pub allowed: String,
}
