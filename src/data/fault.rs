//! What may be wrong with pinyin.

use serde::{Deserialize, Serialize};

/// What may be wrong with pinyin, or with Latin letters that should be pinyin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// No syllable of Mandarin (BEIJNG).
    Impossible,
    /// Not how the characters are read (Liu'an for 六安), or not these characters at all.
    Reading,
    /// v or u for ü.
    Umlaut,
    /// No apostrophe where syllables would run together.
    ApostropheMissing,
    /// An apostrophe where none belongs.
    ApostropheExtra,
    /// Another tone, or the mark on another letter.
    Tone,
    /// Marks on some syllables only.
    ToneMixed,
    /// A full tone for a neutral one, or the reverse.
    Neutral,
    /// Words divided or joined otherwise than the orthography says.
    Division,
    /// Capital and small letters.
    Case,
    /// A personal name: order, division, capitals.
    Person,
    /// Specific and generic of a place not apart.
    PlaceDivision,
    /// A direction or another one-syllable qualifier of a place not joined as it should be.
    Modifier,
    /// A number in a place name.
    Number,
    /// An English generic or direction.
    English,
    /// An old romanization (Tsingtao).
    OldForm,
    /// Pinyin by itself, without characters.
    Alone,
    /// LYU, which is for passports.
    Passport,
    /// Dashes or other characters in place of a hyphen or an apostrophe.
    Hyphen,
    /// A name of a minority language in the spelling of another scene.
    Minority,
    /// An abbreviation.
    Abbreviation,
    /// The sound of 儿.
    Erhua,
    /// Letters that only look right (ɑ, ɡ, full-width).
    Letter,
    /// Pinyin in place of a character inside a Chinese word.
    Inside,
}
