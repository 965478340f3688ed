//! The house rules that no compiler holds: which module may know which, who may touch the outside, how long a file is.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// module: the modules it may use.
const EDGES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("i18n", &[]),
    ("data", &[]),
    ("document", &[]),
    ("record", &[]),
    ("exception", &[]),
    ("baseline", &["record"]),
    ("store", &["i18n"]),
    ("case", &["data", "document", "i18n", "record", "store"]),
    ("lexicon", &["data"]),
    ("enterprise", &["data"]),
    ("spelling", &["data", "lexicon"]),
    ("rule", &["data", "document"]),
    ("check", &["data", "document", "enterprise", "lexicon", "rule", "spelling"]),
    ("decide", &["check", "data", "document", "enterprise", "lexicon", "rule"]),
    (
        "engine",
        &[
            "baseline", "check", "data", "decide", "document", "enterprise", "exception", "i18n", "lexicon", "record",
            "rule", "spelling",
        ],
    ),
    ("read", &["document"]),
    ("source", &["read"]),
    ("report", &["i18n", "record", "text"]),
    ("papers", &["case", "i18n", "record", "report", "rule", "text"]),
    ("config", &["document", "exception", "i18n", "lexicon", "record", "report", "rule"]),
    ("session", &["check", "data", "document", "engine", "i18n", "lexicon", "record", "rule"]),
    ("proof", &["data", "document", "i18n", "lexicon", "record", "rule"]),
    (
        "cli",
        &[
            "baseline", "case", "exception", "proof", "check", "config", "data", "decide", "document", "engine",
            "papers", "i18n", "lexicon", "read", "record", "report", "rule", "session", "source", "spelling", "store",
            "text",
        ],
    ),
];

/// what is called: the modules that may call it. Checking and deciding are pure; the date arrives as a value.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("std::fs", &["cli", "config", "papers", "read", "report", "source"]),
    ("std::env::", &["cli", "config"]),
    ("std::process", &["cli", "main"]),
    ("SystemTime", &["cli"]),
    ("ZonedDateTime::now", &["cli", "config"]),
    ("jieba_rs", &["lexicon"]),
    ("rayon", &["engine", "cli"]),
    ("clap", &["cli"]),
    ("rusqlite", &["case", "store"]),
];

/// Lines a file may have before it is two jobs.
const LONGEST: usize = 500;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Top-level module of a file, path for messages, text without remarks and tests.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: PathBuf| {
        let relative = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let module = relative.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let code: Vec<&str> = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
        (module, relative, code.join("\n"))
    };
    files(&root).into_iter().map(read).collect()
}

#[test]
fn modules_know_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for (module, file, code) in sources() {
        if module == "lib" || module == "main" {
            continue;
        }
        let allowed = EDGES.iter().find(|(m, _)| *m == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("name the new module `{module}` in tests/architecture.rs"));
        let used: BTreeSet<&str> = code
            .split("crate::")
            .skip(1)
            .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
            .filter(|name| EDGES.iter().any(|(m, _)| m == name))
            .collect();
        for other in used.into_iter().filter(|o| *o != module && !allowed.contains(o)) {
            wrong.push(format!("{file}: `{module}` may not use `{other}`: move the type down or pass it in"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn only_the_outer_modules_touch_the_outside() {
    let mut wrong = Vec::new();
    for (module, file, code) in sources() {
        for (call, allowed) in OUTSIDE {
            if code.contains(call) && !allowed.contains(&module.as_str()) {
                wrong.push(format!("{file}: `{call}` is for {allowed:?}; pass the value in"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_file_has_one_job() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let long: Vec<String> = ["src", "tests", "benches"]
        .iter()
        .filter(|folder| root.join(folder).is_dir())
        .flat_map(|folder| files(&root.join(folder)))
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .filter(|(lines, path)| *lines > if path.starts_with(root.join("tests")) { 2 * LONGEST } else { LONGEST })
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "split these by job:\n{}", long.join("\n"));
}
