//! The loader refuses what an author got wrong, and points at it.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use zhengzi::data::Sources;
use zhengzi::data::compile::compile;
use zhengzi::data::error::DataError;

const RULE: &str = "rules/zi/900-test.toml";
const TABLE: &str = "dictionaries/chars/test.tsv";

/// A rule set with nothing wrong in it.
fn good() -> Sources {
    let scenes = zhengzi::data::validate::SCENES;
    let scenes: String =
        scenes.iter().map(|s| format!("[{s}]\ntitle = {{ zh = \"场景\", en = \"scene\" }}\n")).collect();
    let basis = "[[basis]]\nid = \"law:x\"\ntitle = { zh = \"法\", en = \"law\" }\nobligation = \"mandatory\"\n\
        [[basis.edition]]\nfrom = \"2000-01-01\"\nverified = true\n\
        [[basis]]\nid = \"std:x\"\ntitle = { zh = \"标准\", en = \"standard\" }\nobligation = \"recommended\"\n\
        [[basis.edition]]\nfrom = \"2000-01-01\"\nverified = true\n";
    let table = "# title: 试\n# columns: form\tstandard\n# source: 试\n# licence: facts\n# version: 1\n\
        # checked: 2026-11-23\n# rows: 2\n# used-by: ZI-900\n國\t国\n鍾\t钟 锺\n";
    let rule = "name = \"test\"\ntitle = { zh = \"试\", en = \"test\" }\nstatus = \"stable\"\nsince = \"0.1\"\n\
        level = \"violation\"\ngroup = \"characters\"\nbasis = [\"law:x\"]\nexempt = []\n\
        message = { zh = \"“{hit}”应为“{fix}”\", en = \"{hit} → {fix}\" }\nwhy = { zh = \"试\", en = \"test\" }\n\
        [[match]]\nkind = \"char-map\"\ntable = \"chars/test\"\nanswers = \"one\"\nfix = \"safe\"\n\
        [[example]]\nbad = \"{{國=>国}}\"\n[[example]]\ngood = \"国\"\n";
    let profile = "title = { zh = \"试\", en = \"test\" }\nselect = [\"ZI\"]\n";
    [
        (RULE, rule.to_owned()),
        (TABLE, table.to_owned()),
        ("rules/basis.toml", basis.to_owned()),
        ("rules/scenes.toml", scenes),
        ("rules/exemptions.toml", "exemption = []\n".to_owned()),
        ("rules/profiles/national.toml", profile.to_owned()),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text))
    .collect()
}

/// Compiles the good rule set with one thing changed.
fn broken(file: &str, from: &str, to: &str) -> DataError {
    let mut sources = good();
    let text = sources.get_mut(file).expect("a file of the good set");
    assert!(text.contains(from), "nothing to change");
    *text = text.replacen(from, to, 1);
    compile(&sources).expect_err("the mistake is refused")
}

#[test]
fn the_good_set_is_good() {
    compile(&good()).unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn mistakes_are_refused_where_they_stand() {
    let cases = [
        ("R001", RULE, "since = \"0.1\"", "since = \"0.1\"\ncolour = \"red\""),
        ("R017", RULE, "kind = \"char-map\"", "kind = \"char-map\"\nwrong = [\"standard\"]"),
        ("R017", RULE, "kind = \"char-map\"", "kind = \"confusion\""),
        ("R003", RULE, "name = \"test\"", "name = \"other\""),
        ("R004", RULE, "basis = [\"law:x\"]", "basis = [\"law:y\"]"),
        ("R005", RULE, "exempt = []", "exempt = [\"king\"]"),
        ("R006", RULE, "bad = ", "scene = \"moon\"\nbad = "),
        ("R007", RULE, "chars/test", "chars/none"),
        ("R008", RULE, "good = \"国\"", "bad = \"{{國=>国}}\""),
        ("R008", RULE, "bad = \"{{國=>国}}\"", "bad = \"國\""),
        ("R009", RULE, "应为“{fix}”", "应为“{right}”"),
        ("R010", RULE, "answers = \"one\"", "answers = \"one\"\nwhere = { form = [\"无\"] }"),
        ("R011", RULE, "basis = [\"law:x\"]", "basis = [\"std:x\"]"),
        ("R004", RULE, "exempt = []", "exempt = []\nlevel-under.moon = { signboard = \"advice\" }"),
        ("R006", RULE, "answers = \"one\"", "answers = \"one\"\nscenes = [\"moon\"]"),
        ("R007", RULE, "answers = \"one\"", "answers = \"one\"\nwithout = { table = \"chars/none\" }"),
        ("R012", RULE, "answers = \"one\"", "answers = \"one\"\nnote = \"remark\""),
        ("R013", RULE, "kind = \"char-map\"", "kind = \"pattern\""),
        ("R014", RULE, "kind = \"char-map\"", "kind = \"native\""),
        ("R015", RULE, "answers = \"one\"\n", ""),
        ("R002", "rules/basis.toml", "id = \"std:x\"", "id = \"law:x\""),
        ("R106", TABLE, "used-by: ZI-900", "used-by: ZI-901"),
    ];
    for (code, file, from, to) in cases {
        let error = broken(file, from, to);
        assert_eq!((error.code, error.file.as_str()), (code, file), "{error}");
    }
}

#[test]
fn a_wrong_form_replaces_a_character_of_its_word() {
    let error = broken(RULE, "kind = \"char-map\"", "kind = \"confusion\"\nwrong = [\"standard\"]");
    assert_eq!((error.code, error.file.as_str()), ("R107", TABLE), "{error}");
}

#[test]
fn an_error_shows_the_line_and_a_caret_under_it() {
    let error = broken(RULE, "basis = [\"law:x\"]", "basis = [\"law:y\"]").to_string();
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!(lines[0], "rules/zi/900-test.toml:7:11: R004 no basis “law:y” in rules/basis.toml");
    assert_eq!(lines[1], "  | basis = [\"law:y\"]");
    assert_eq!(lines[2], "  |           ^");
}

#[test]
fn an_unverified_basis_carries_no_violation() {
    let error = broken("rules/basis.toml", "verified = true", "verified = false");
    assert_eq!(error.code, "R011", "{error}");
}
