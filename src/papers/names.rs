//! Names of files, made of what strangers wrote: a unit may call itself `..\..\x` or `CON`.

use crate::text::sanitize;
use std::collections::HashSet;

/// Scalar values of a name without its suffix.
const LONGEST: usize = 60;
/// Bytes of the same; the file system takes 255 with suffix and number.
const BYTES: usize = 200;

/// Names given so far in one folder.
#[derive(Debug, Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// Gives a name that is safe on every system and not given before, whatever its case.
    pub fn give(&mut self, wish: &str, suffix: &str) -> String {
        let stem = safe(wish);
        let numbered = (2..).map(|n| format!("{stem}（{n}）"));
        let mut names = std::iter::once(stem.clone()).chain(numbered);
        let free = names.find(|name| self.0.insert(name.to_lowercase())).unwrap_or(stem);
        format!("{free}.{suffix}")
    }
}

/// Makes one component of a path of a text: no separators, no device, nothing hidden, nothing too long.
fn safe(wish: &str) -> String {
    let visible = sanitize::line(wish);
    let put = |c: char| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '↵') { '_' } else { c };
    let mut name: String = visible.chars().map(put).take(LONGEST).collect();
    while name.len() > BYTES {
        name.pop();
    }
    let trimmed = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if trimmed.is_empty() || is_device(trimmed) { format!("_{trimmed}") } else { trimmed.to_owned() }
}

/// Tells whether Windows takes a name for a device, with whatever suffix.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = |port: &str| {
        let rest = stem.strip_prefix(port).unwrap_or_default();
        rest.chars().count() == 1 && rest.chars().all(|c| matches!(c, '0'..='9' | '¹' | '²' | '³'))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn devices_and_paths_become_names() {
        let mut names = Names::default();
        assert_eq!(names.give("..\\..\\x", "docx"), "_.._x.docx");
        assert_eq!(names.give("CON", "docx"), "_CON.docx");
        assert_eq!(names.give("con.店", "docx"), "_con.店.docx");
        assert_eq!(names.give("COM¹", "docx"), "_COM¹.docx");
        assert_eq!(names.give("…", "docx"), "….docx");
        assert_eq!(names.give(" . ", "docx"), "_.docx");
        assert_eq!(names.give("Abc", "docx"), "Abc.docx");
        assert_eq!(names.give("ABC", "docx"), "ABC（2）.docx");
        assert_eq!(names.give("a\nb/c", "docx"), "a_b_c.docx");
    }

    proptest! {
        #[test]
        fn no_name_leaves_its_folder(wishes in proptest::collection::vec("\\PC{0,300}|[./\\\\: \u{0}\u{202e}A-Z]{0,300}", 1..4)) {
            let mut names = Names::default();
            let mut seen = HashSet::new();
            for wish in wishes {
                let name = names.give(&wish, "docx");
                prop_assert!(name.len() <= 255 && !name.starts_with('.') && !name.contains(['/', '\\', '\0', ':']), "{name}");
                prop_assert!(!is_device(&name) && !name.trim_end_matches(".docx").ends_with(['.', ' ']), "{name}");
                prop_assert!(seen.insert(name.to_lowercase()));
            }
        }
    }
}
