//! A user's own rules: folders of `rules/` and `dictionaries/`, compiled when the program starts.

use super::Failure;
use super::talk::os;
use crate::config::Settings;
use crate::data::Sources;
use crate::data::error::DataError;
use crate::data::extend::{Extension, extend};
use crate::i18n::{Lang, Msg};
use crate::lexicon::Lexicon;
use crate::report::words::fill;
use crate::rule::{Registry, broken_pattern};
use crate::text::sanitize;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder of rules.
#[derive(Debug)]
pub struct Own {
    /// The folder as it was named.
    pub folder: PathBuf,
    /// Its files.
    pub sources: Sources,
    /// What they say.
    pub extension: Extension,
}

/// Why a folder of rules cannot be used.
#[derive(Debug)]
pub enum Trouble {
    /// It cannot be read, or holds nothing.
    Folder(String),
    /// A file in it is wrong.
    Data(Box<DataError>),
}

impl Trouble {
    /// In words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Folder(text) => text.clone(),
            Self::Data(error) => {
                let title = CODES.iter().find(|(code, _)| *code == error.code).map_or("", |(_, title)| title.get(lang));
                let text: Vec<String> =
                    error.to_string().lines().map(|line| sanitize::line(line).into_owned()).collect();
                format!("{title}\n{}", text.join("\n"))
            }
        }
    }
}

impl Own {
    /// Name and hash, as the record names a user's files.
    pub fn version(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for part in self.sources.iter().flat_map(|(path, text)| [path, text]) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        format!("{} blake3:{}", self.folder.display(), hasher.finalize().to_hex())
    }
}

/// Loads the folders that the settings name, each on top of those before.
pub fn load(settings: &Settings) -> Result<Vec<Own>, Failure> {
    let lang = settings.lang.value;
    if settings.rules.is_empty() {
        return Ok(Vec::new()); // nothing is loaded for nobody
    }
    let mut loader = Loader::new();
    for folder in &settings.rules {
        loader.add(&folder.value, lang).map_err(|trouble| Failure::Message(trouble.message(lang)))?;
    }
    Ok(loader.own)
}

/// Loads folder on folder.
pub struct Loader {
    registry: Registry,
    lexicon: Lexicon,
    /// What has been loaded.
    pub own: Vec<Own>,
}

impl Loader {
    /// On top of what the binary carries.
    pub fn new() -> Self {
        Self { registry: Registry::builtin(), lexicon: Lexicon::builtin(), own: Vec::new() }
    }

    /// Loads one folder.
    pub fn add(&mut self, folder: &Path, lang: Lang) -> Result<(), Trouble> {
        let mut sources = Sources::new();
        for part in ["rules", "dictionaries"] {
            let path = folder.join(part);
            if path.is_dir() || part == "rules" {
                collect(folder, &path, 0, lang, &mut sources)?;
            }
        }
        let extension = extend(&self.registry.knowledge, &self.lexicon.chars, &sources).and_then(|extension| {
            extension.rules.iter().try_for_each(|rule| pattern(rule, &sources))?;
            Ok(extension)
        });
        let extension = extension.map_err(|error| {
            let file = folder.join(&error.file).display().to_string();
            Trouble::Data(Box::new(DataError { file, ..error }))
        })?;
        if extension.rules.is_empty() {
            return Err(Trouble::Folder(fill(EMPTY.get(lang), &[&folder.display()])));
        }
        self.registry.knowledge.extend(&extension);
        self.own.push(Own { folder: folder.to_owned(), sources, extension });
        Ok(())
    }
}

/// What the compiler cannot know: whether a regular expression is one.
fn pattern(rule: &crate::data::shape::Rule, sources: &Sources) -> Result<(), DataError> {
    let Some((pattern, why)) = broken_pattern(rule) else { return Ok(()) };
    let file = crate::data::compile::rule_path(rule);
    let text = sources.get(&file).map_or("", String::as_str);
    // With its backslashes doubled it is not found as it stands; then the match says where.
    let place = if text.contains(pattern) { pattern } else { "pattern" };
    Err(DataError::near("R013", &file, text, place, why.lines().last().unwrap_or_default()))
}

/// Folders below a folder of rules: `rules/FAMILY`, with room to spare.
const DEEPEST: usize = 8;
/// Bytes of one file.
const LARGEST: u64 = 16 << 20;

/// Reads the regular files only: links may lead in circles, and a pipe may never end.
fn collect(root: &Path, folder: &Path, depth: usize, lang: Lang, into: &mut Sources) -> Result<(), Trouble> {
    let unread =
        |path: &Path, error: &io::Error| Trouble::Folder(fill(UNREAD.get(lang), &[&path.display(), &os(error, lang)]));
    let refused = |why: Msg, path: &Path| Trouble::Folder(fill(why.get(lang), &[&path.display()]));
    for entry in fs::read_dir(folder).map_err(|error| unread(folder, &error))? {
        let entry = entry.map_err(|error| unread(folder, &error))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(|error| unread(&path, &error))?;
        if kind.is_dir() {
            if depth == DEEPEST {
                return Err(refused(TOO_DEEP, &path));
            }
            collect(root, &path, depth + 1, lang, into)?;
        } else if kind.is_file() && path.extension().is_some_and(|suffix| suffix == "toml" || suffix == "tsv") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if entry.metadata().map_err(|error| unread(&path, &error))?.len() > LARGEST {
                return Err(refused(TOO_LARGE, &path));
            }
            let text = fs::read_to_string(&path).map_err(|error| unread(&path, &error))?;
            // Notepad and Git on Windows write marks and line ends that the tables do not have.
            into.insert(name, text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"));
        }
    }
    Ok(())
}

const UNREAD: Msg = Msg::new(
    "读不出规则文件夹里的“{}”：{}。规则应当放在 rules/族/NNN-名称.toml，词表放在 dictionaries/，都用 UTF-8 编码。",
    "cannot read “{}” of the folder of rules: {}. Rules are rules/FAMILY/NNN-name.toml, tables dictionaries/, all in UTF-8.",
);
const TOO_DEEP: Msg = Msg::new("规则文件夹套得太深：“{}”。", "the folders of rules lie too deep in each other: “{}”.");
const TOO_LARGE: Msg =
    Msg::new("“{}”超过 16 MiB，不像是规则或者词表。", "“{}” has more than 16 MiB, too much for rules or a table.");
const EMPTY: Msg = Msg::new(
    "“{}”里没有规则。规则应当放在 rules/族/NNN-名称.toml，例如 rules/zi/900-my-rule.toml。",
    "there is no rule in “{}”. Rules are rules/FAMILY/NNN-name.toml, such as rules/zi/900-my-rule.toml.",
);
const CODES: &[(&str, Msg)] = &[
    (
        "R001",
        Msg::new(
            "文件不合规则文件的写法，或者不是这里该有的文件",
            "not the shape of a rule file, or a file that does not belong here",
        ),
    ),
    ("R002", Msg::new("同一依据写了两次", "a basis stands twice")),
    ("R003", Msg::new("文件名应当是 NNN-名称.toml，并和 name 一致", "the file is called NNN-name.toml, like its name")),
    ("R004", Msg::new("没有这个依据或者地区", "an unknown basis or jurisdiction")),
    ("R005", Msg::new("没有这种豁免情形", "an unknown exemption")),
    ("R006", Msg::new("没有这个场景", "an unknown scene")),
    ("R007", Msg::new("没有这个词表", "an unknown table")),
    ("R008", Msg::new("例子不全，或者没有标出错处", "examples are missing or not marked")),
    ("R009", Msg::new("提示语里的占位符填不上", "a placeholder that cannot be filled")),
    ("R010", Msg::new("这种匹配永远匹配不到", "a match that can never match")),
    ("R011", Msg::new("违规须有强制性的、核实过的依据", "a violation needs a mandatory, verified basis")),
    ("R012", Msg::new("词表没有这一列", "a column that the table does not have")),
    (
        "R013",
        Msg::new(
            "模式缺少 pattern 或 literals，或者不是正则表达式",
            "a pattern without pattern or literals, or no regular expression",
        ),
    ),
    ("R014", Msg::new("native 匹配没有写 function", "a native match without function")),
    ("R015", Msg::new("有几个答案时不能用 safe", "a safe fix with several answers")),
    ("R016", Msg::new("spelling 匹配须写 faults，其他匹配不写", "faults belong to spelling matches, and only there")),
    ("R020", Msg::new("编号、名称、依据或者词表名已经有了", "a number, name, basis or table that exists already")),
    ("R021", Msg::new("自己的规则不能用 native 匹配", "no native matches in rules of one's own")),
    ("R101", Msg::new("词表的表头缺行", "a table's header lacks a line")),
    ("R102", Msg::new("这一行的列数或者内容不对", "a row with the wrong cells")),
    ("R103", Msg::new("词表没有按第一列的码位排序，或者有重复", "rows are not sorted by code point, or stand twice")),
    ("R104", Msg::new("rows 同实际行数不一致", "rows is not the number of rows")),
    ("R105", Msg::new("不是码位范围，或者范围太大", "no range of code points, or too large a one")),
    ("R106", Msg::new("used-by 同规则不一致", "used-by is not what the rules say")),
];
