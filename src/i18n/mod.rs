//! The two languages the program speaks.
//!
//! A text for people is written once as a [`Msg`], both languages side by side, so that neither can
//! be forgotten when the other changes.

use std::fmt;
use std::str::FromStr;

/// Language of messages and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese in standard characters, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// Gives the name used on the command line and in the run record: `zh` or `en`.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// Gives the BCP 47 tag for documents: `zh-Hans-CN` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans-CN",
            Lang::En => "en",
        }
    }

    /// Finds the language of a name or a locale such as `zh_CN.UTF-8`; `None` for any other language.
    pub fn parse(name: &str) -> Option<Lang> {
        let main = name.split(['-', '_', '.']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| main.eq_ignore_ascii_case(lang.name()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A language name that is neither `zh` nor `en`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "不认识的语言“{}”，可用 zh 或 en (unknown language, use zh or en)", self.0)
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(name: &str) -> Result<Self, UnknownLang> {
        Lang::parse(name).ok_or_else(|| UnknownLang(name.to_owned()))
    }
}

/// One text for people in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Msg {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Msg {
    /// Pairs the Chinese text with the English one.
    pub const fn new(zh: &'static str, en: &'static str) -> Msg {
        Msg { zh, en }
    }

    /// Gives the text in one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_locales_are_understood() {
        assert_eq!(Lang::parse("zh"), Some(Lang::Zh));
        assert_eq!(Lang::parse("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::parse("EN-gb"), Some(Lang::En));
        assert_eq!(Lang::parse("fr"), None);
        assert_eq!("de".parse::<Lang>(), Err(UnknownLang("de".into())));
    }

    #[test]
    fn a_message_gives_the_text_of_the_language() {
        const M: Msg = Msg::new("违规", "violation");
        assert_eq!(M.get(Lang::Zh), "违规");
        assert_eq!(M.get(Lang::En), "violation");
    }
}
