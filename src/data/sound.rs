//! Syllables without their tones, and which of them sound alike.

/// The vowels, and those of them that carry a mark, by tone.
pub const MARKED: [(char, &str); 7] =
    [('a', "āáǎà"), ('e', "ēéěè"), ('i', "īíǐì"), ('o', "ōóǒò"), ('u', "ūúǔù"), ('ü', "ǖǘǚǜ"), ('n', " ńňǹ")];

/// A lower-case letter without its mark, and the tone the mark stands for (0: none).
#[must_use]
pub fn unmark(c: char) -> (char, u8) {
    if c.is_ascii() {
        return (c, 0);
    }
    for (plain, marks) in MARKED {
        if let Some(at) = marks.chars().position(|m| m == c) {
            return (plain, at as u8 + 1);
        }
    }
    (c, 0)
}

/// The letters of a syllable without its tone.
#[must_use]
pub fn toneless(syllable: &str) -> String {
    syllable.chars().map(|c| unmark(c).0).collect()
}

/// What a syllable becomes where the usual confusions are not heard: n/ng, l/n, z/zh, c/ch, s/sh, f/h.
#[must_use]
pub fn near(letters: &str) -> String {
    let (initial, rest) = divide(letters);
    let rest = if ["ang", "eng", "ing"].iter().any(|end| rest.ends_with(end)) { &rest[..rest.len() - 1] } else { rest };
    match (initial, rest) {
        ("zh", _) => format!("z{rest}"),
        ("ch", _) => format!("c{rest}"),
        ("sh", _) => format!("s{rest}"),
        ("n", _) => format!("l{rest}"),
        ("f", "u") => "hu".to_owned(),
        // Who says h for f says feng as hong, and the other finals with a u before them.
        ("f", "en") if letters.ends_with('g') => "hong".to_owned(),
        ("f", "ei") => "hui".to_owned(),
        ("f", "en") => "hun".to_owned(),
        ("f", "ou") => "hou".to_owned(),
        ("f", _) => format!("hu{rest}"),
        _ => format!("{initial}{rest}"),
    }
}

/// What a syllable of [`near`] becomes where only the place of its initial and its final are heard: b/p, d/t, g/k/h,
/// j/q/x, z/c/s, l/r.
#[must_use]
pub fn far(near: &str) -> String {
    let (initial, rest) = divide(near);
    let place = match initial {
        "p" => "b",
        "t" => "d",
        "k" | "h" => "g",
        "q" | "x" => "j",
        "c" | "s" => "z",
        "r" => "l",
        _ => initial,
    };
    format!("{place}{rest}")
}

fn divide(letters: &str) -> (&str, &str) {
    let initial = ["zh", "ch", "sh"].into_iter().find(|two| letters.starts_with(two)).map_or_else(
        || usize::from(letters.starts_with(|c: char| c.is_ascii_lowercase() && !"aeiou".contains(c))),
        str::len,
    );
    letters.split_at(initial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confusions_of_the_dialects_are_not_heard() {
        for (a, b) in [
            ("qin", "qing"),
            ("zhi", "zi"),
            ("lan", "nan"),
            ("fei", "hui"),
            ("feng", "hong"),
            ("fu", "hu"),
            ("huang", "fan"),
        ] {
            assert_eq!(near(a), near(b), "{a} {b}");
        }
        for (a, b) in [("qi", "ji"), ("hen", "hun"), ("yi", "li"), ("dong", "don"), ("re", "le")] {
            assert_ne!(near(a), near(b), "{a} {b}");
        }
        assert_eq!(far(&near("shi")), far(&near("zhi")));
        assert_ne!(far(&near("ma")), far(&near("ba")));
    }
}
