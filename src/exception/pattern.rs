//! Which files a statement of the configuration is about.

/// Whether a pattern names a file: some whole parts of its path in a row, with `*` for any part of a name.
///
/// `店.csv` is that file in any folder, `旧名单/` everything below such a folder, `lists/*.csv` all such files.
#[must_use]
pub fn concerns(pattern: &str, file: &str) -> bool {
    let parts = |path: &str| -> Vec<String> {
        path.split(['/', '\\']).filter(|part| !matches!(*part, "" | ".")).map(str::to_owned).collect()
    };
    let (wanted, have) = (parts(pattern), parts(file));
    wanted.is_empty()
        || have.windows(wanted.len()).any(|window| window.iter().zip(&wanted).all(|(part, want)| fits(want, part)))
}

/// Whether a name fits a pattern with stars. What stands between two stars may be taken where it comes first: that
/// leaves the most for what follows.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == name };
    let (middle, tail) = rest.rsplit_once('*').unwrap_or(("", rest));
    let inner = name.strip_prefix(head).and_then(|name| name.strip_suffix(tail));
    let after = |name: &'_ str, part: &str| name.find(part).map(|at| at + part.len());
    let Some(mut inner) = inner else { return false };
    middle.split('*').all(|part| {
        let end = after(inner, part);
        inner = end.and_then(|end| inner.get(end..)).unwrap_or_default();
        end.is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_parts_of_a_path_are_named() {
        for (pattern, file) in [
            ("", "店.csv"),
            ("店.csv", "名单/店.csv"),
            ("./店.csv", "店.csv"),
            ("旧名单/", "区/旧名单/一/店.csv"),
            ("名单/*.csv", "/区/名单/店.csv"),
            ("*店*", "老店名.txt"),
            ("一*二*二", "一二二"),
            ("**店**.txt", "店.txt"),
            ("名单\\店.csv", "区\\名单\\店.csv"),
        ] {
            assert!(concerns(pattern, file), "{pattern} {file}");
        }
        for (pattern, file) in [
            ("店.csv", "书店.csv"),
            ("名单", "名单.csv"),
            ("名单/*.csv", "名单/一/店.csv"),
            ("a/b/c", "b/c"),
            ("一*一", "一"),
            ("*二*一*", "一二"),
        ] {
            assert!(!concerns(pattern, file), "{pattern} {file}");
        }
    }

    #[test]
    fn many_stars_take_no_time() {
        assert!(!concerns(&"*a".repeat(200), &"a".repeat(199)));
        assert!(!concerns(&format!("{}b", "a*".repeat(100)), &"a".repeat(200)));
    }
}
