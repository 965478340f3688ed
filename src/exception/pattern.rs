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

/// Whether a name fits a pattern with stars.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == name };
    let Some(rest) = name.strip_prefix(head) else { return false };
    let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    ends.into_iter().any(|at| rest.get(at..).is_some_and(|rest| fits(tail, rest)))
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
            ("名单\\店.csv", "区\\名单\\店.csv"),
        ] {
            assert!(concerns(pattern, file), "{pattern} {file}");
        }
        for (pattern, file) in
            [("店.csv", "书店.csv"), ("名单", "名单.csv"), ("名单/*.csv", "名单/一/店.csv"), ("a/b/c", "b/c")]
        {
            assert!(!concerns(pattern, file), "{pattern} {file}");
        }
    }
}
