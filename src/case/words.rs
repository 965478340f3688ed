//! What verdicts, states and outcomes are called, on paper, in a table and in the store.

use super::view::{Outcome, State, Verdict};
use crate::i18n::{Lang, Msg};

macro_rules! named {
    ($kind:ident, $doc:literal, $($variant:ident $name:literal $zh:literal $en:literal),+) => {
        impl $kind {
            #[doc = $doc]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Name in the store and for programs.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The word for people.
            #[must_use]
            pub const fn word(self) -> Msg {
                match self { $(Self::$variant => Msg::new($zh, $en)),+ }
            }

            /// Understands the name or the word in either language.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                let is = |one: &&Self| {
                    one.name() == text || Lang::ALL.iter().any(|lang| one.word().get(*lang).eq_ignore_ascii_case(text))
                };
                Self::ALL.iter().find(is).copied()
            }
        }
    };
}

named!(Verdict, "Every verdict.",
    Pending "pending" "待核" "to be verified",
    Violation "violation" "违规" "violation",
    FalseAlarm "false-alarm" "误报" "false alarm",
    Retained "retained" "保留" "may stay");

named!(State, "Every state.",
    New "new" "新增" "new",
    Persisting "persisting" "持续" "persisting",
    Rectified "rectified" "已整改" "rectified",
    Relapsed "relapsed" "复发" "relapsed",
    Unseen "unseen" "无法核实" "not verifiable");

named!(Outcome, "Every outcome.",
    Replaced "replaced" "已更换" "replaced",
    SecondPlate "second-plate" "加挂规范副牌" "second plate added",
    Removed "removed" "拆除" "removed",
    Kept "kept" "保留" "kept",
    NotRectified "not-rectified" "未整改" "not rectified",
    Unverifiable "unverifiable" "无法核实" "not verifiable");

/// What kind of object a scene is about.
#[must_use]
pub fn category(scene: &str, lang: Lang) -> &str {
    let word = match scene {
        "signboard" => Msg::new("招牌", "signboard"),
        "place-name" => Msg::new("地名标志", "place-name sign"),
        "person-name" => Msg::new("人名", "person's name"),
        "enterprise-name" => Msg::new("企业名称", "enterprise name"),
        "product-name" => Msg::new("商品", "product"),
        "advertisement" => Msg::new("广告", "advertisement"),
        "webpage" => Msg::new("网站", "website"),
        "official-document" => Msg::new("公文", "official document"),
        "teaching" => Msg::new("教学材料", "teaching material"),
        "document" => Msg::new("一般文字", "text"),
        other => return other,
    };
    word.get(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_either_language_is_understood() {
        assert_eq!(Verdict::parse(" 违规 "), Some(Verdict::Violation));
        assert_eq!(Outcome::parse("Second plate added"), Some(Outcome::SecondPlate));
        assert_eq!(Outcome::parse("second-plate"), Some(Outcome::SecondPlate));
        assert_eq!(Verdict::parse("合格"), None);
    }
}
