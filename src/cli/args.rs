//! The one tree of commands and options, in both languages.

mod case;
mod upkeep;

use crate::config::value::{scene_names, severity_names};
use crate::i18n::{Lang, Msg};
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command};
use std::ffi::OsString;

/// Finds the value of an option before the arguments are parsed: errors and help are to be in its language.
pub fn early(arguments: &[OsString], name: &str) -> Option<String> {
    let texts = arguments.iter().map(|argument| argument.to_string_lossy());
    let mut texts = texts.take_while(|text| text != "--");
    while let Some(text) = texts.next() {
        match text.strip_prefix("--").and_then(|text| text.strip_prefix(name)) {
            Some("") => return texts.next().map(Into::into),
            Some(value) if value.starts_with('=') => return Some(value[1..].to_owned()),
            _ => {}
        }
    }
    None
}

/// Finds the language the arguments ask for.
pub fn early_lang(arguments: &[OsString]) -> Option<Lang> {
    Lang::parse(&early(arguments, "lang")?)
}

/// Builds the tree.
pub fn tree(lang: Lang) -> Command {
    let make = Make(lang);
    let general = [
        make.choice("lang", m("语言", "LANG"), m("语言：zh 中文，en 英文", "Language: zh or en"), ["zh", "en"]),
        make.choice(
            "color",
            m("何时", "WHEN"),
            m("颜色：auto（默认，看终端）、always、never", "Colours: auto (default), always, never"),
            ["auto", "always", "never"],
        ),
        make.flag("quiet", m("只说错误，不显示进度和小结", "Say errors only: no progress, no summary line")).short('q'),
        make.flag("help", m("显示帮助", "Show help")).short('h').action(ArgAction::Help),
    ];
    let general = general.map(|arg| arg.global(true).help_heading(GENERAL.get(lang)));
    let version = make.flag("version", m("显示程序和数据的版本", "Show the version of the program and its data"));
    make.command(
        "zhengzi",
        m("正字：语言文字规范检查", "zhengzi: checks texts and names against the PRC's language standards"),
    )
    .version(env!("CARGO_PKG_VERSION"))
    .disable_version_flag(true)
    .args(general)
    .arg(version.short('V').action(ArgAction::Version).help_heading(GENERAL.get(lang)))
    .subcommand_required(true)
    .subcommand(make.check())
    .subcommand(make.report())
    .subcommand(make.verify())
    .subcommand(make.baseline())
    .subcommand(make.case())
    .subcommand(make.rules())
    .subcommand(make.explain())
    .subcommand(make.lookup())
    .subcommand(make.pinyin())
    .subcommand(make.dict())
    .subcommand(make.config())
    .subcommand(make.completions())
    .subcommand(make.help())
    .after_help(ROOT_EXAMPLES.get(lang))
}

const fn m(zh: &'static str, en: &'static str) -> Msg {
    Msg::new(zh, en)
}

const INPUT: Msg = m("输入", "Input");
const LAW: Msg = m("规则和依据", "Rules and law");
const REPORTS: Msg = m("报告", "Reports");
const RUNNING: Msg = m("运行", "Running");
const GENERAL: Msg = m("通用", "General");
const FILE: Msg = m("文件", "FILE");
const RULES: Msg = m("规则", "RULES");

/// Makes parts of the tree in one language.
struct Make(Lang);

impl Make {
    fn command(&self, name: &'static str, about: Msg) -> Command {
        Command::new(name).about(about.get(self.0)).disable_help_flag(true).disable_help_subcommand(true)
    }

    fn flag(&self, name: &'static str, help: Msg) -> Arg {
        Arg::new(name).long(name).help(help.get(self.0)).action(ArgAction::SetTrue)
    }

    fn option(&self, name: &'static str, value: Msg, help: Msg) -> Arg {
        Arg::new(name).long(name).value_name(value.get(self.0)).help(help.get(self.0))
    }

    fn choice<const N: usize>(&self, name: &'static str, value: Msg, help: Msg, values: [&'static str; N]) -> Arg {
        self.option(name, value, help).value_parser(PossibleValuesParser::new(values))
    }

    fn file(&self, name: &'static str, help: Msg) -> Arg {
        self.option(name, FILE, help).value_parser(PathBufValueParser::new())
    }

    fn files(&self, name: &'static str, help: Msg) -> Arg {
        self.file(name, help).action(ArgAction::Append)
    }

    fn positional(&self, name: &'static str, value: Msg, help: Msg) -> Arg {
        Arg::new(name).value_name(value.get(self.0)).help(help.get(self.0))
    }

    fn check(&self) -> Command {
        let about =
            m("检查文件、文件夹、名单、标准输入或一段文字", "Check files, folders, lists, standard input or a text");
        self.command("check", about)
            .args(self.inputs().map(|arg| arg.help_heading(INPUT.get(self.0))))
            .args(self.law().map(|arg| arg.help_heading(LAW.get(self.0))))
            .args(self.outputs().map(|arg| arg.help_heading(REPORTS.get(self.0))))
            .args(self.running().map(|arg| arg.help_heading(RUNNING.get(self.0))))
            .arg(self.baseline_file().help_heading(RUNNING.get(self.0)))
            .after_help(CHECK_EXAMPLES.get(self.0))
    }

    fn inputs(&self) -> [Arg; 6] {
        [
            self.positional("path", m("路径", "PATH"), PATH).num_args(0..).value_parser(PathBufValueParser::new()),
            self.option("text", m("文字", "TEXT"), m("直接检查这段文字，可多次使用", "Check this text; repeats"))
                .action(ArgAction::Append),
            self.option("scene", m("场景", "SCENE"), SCENE).value_parser(PossibleValuesParser::new(scene_names())),
            self.option("column", m("名目=表头", "NAME=HEADER"), COLUMN).action(ArgAction::Append),
            self.option("encoding", m("编码", "LABEL"), ENCODING),
            self.flag("hidden", m("文件夹中隐藏的文件也检查", "Check hidden files of folders too")),
        ]
    }

    fn law(&self) -> [Arg; 9] {
        [
            self.option(
                "select",
                RULES,
                m("只用这些规则：规则族、编号或名称，逗号分隔", "Only these rules: families, ids, names"),
            )
            .action(ArgAction::Append),
            self.option("ignore", RULES, m("不用这些规则，写法同上", "Leave these rules out"))
                .action(ArgAction::Append),
            self.option("profile", m("方案", "NAME"), PROFILE),
            self.option("jurisdiction", m("地区", "NAME"), JURISDICTION),
            self.option("date", m("日期", "DATE"), DATE),
            self.files("allow", m("放行词典：其中的字词不报告", "Dictionary of terms that are never reported")),
            self.files("forbid", m("禁用词典：其中的字词一律报告", "Dictionary of terms that are always reported")),
            self.files(
                "names",
                m("专名词典：专名中的字不报告", "Dictionary of names inside which nothing is reported"),
            ),
            self.own_rules(),
        ]
    }

    fn outputs(&self) -> [Arg; 4] {
        let severity = m("定级", "SEVERITY");
        [
            self.files("output", OUTPUT).short('o').value_name(m("文件或文件夹", "FILE or FOLDER").get(self.0)),
            self.option("format", m("格式", "FORMATS"), FORMAT).action(ArgAction::Append),
            self.option("min-severity", severity, MIN_SEVERITY)
                .value_parser(PossibleValuesParser::new(severity_names())),
            self.flag("show-kept", m("终端上也逐条列出已排除的字词", "List kept candidates on the terminal too")),
        ]
    }

    fn running(&self) -> [Arg; 4] {
        let thresholds: Vec<_> = severity_names().into_iter().chain(["never"]).collect();
        [
            self.option("fail-on", m("定级", "SEVERITY"), FAIL_ON).value_parser(PossibleValuesParser::new(thresholds)),
            self.file("config", CONFIG),
            self.option(
                "jobs",
                m("数目", "N"),
                m("线程数，默认为处理器核数；结果与此无关", "Threads; the result is the same"),
            )
            .short('j'),
            self.flag("no-progress", m("不显示进度", "No progress bar")),
        ]
    }

    fn report(&self) -> Command {
        let run = self.positional("run", m("记录.jsonl", "RUN.jsonl"), RUN);
        let to = self.option(
            "to",
            m("格式", "FORMATS"),
            m(
                "报告格式，逗号分隔：xlsx html csv json jsonl sarif junit term",
                "Formats: xlsx html csv json jsonl sarif junit term",
            ),
        );
        self.command("report", m("用保存的检查记录重新生成报告", "Make reports again from a stored run"))
            .arg(run.required(true).value_parser(PathBufValueParser::new()))
            .arg(to.action(ArgAction::Append))
            .arg(self.files("output", OUTPUT_TO).short('o').value_name(m("文件或文件夹", "FILE or FOLDER").get(self.0)))
            .arg(self.flag("show-kept", m("终端上也逐条列出已排除的字词", "List kept candidates on the terminal too")))
            .after_help(REPORT_EXAMPLES.get(self.0))
    }

    fn rules(&self) -> Command {
        let filter = self.positional(
            "filter",
            RULES,
            m("规则族、编号或名称；不写则列出全部", "Families, ids, names; all if none"),
        );
        let id =
            self.positional("id", m("编号", "ID"), m("规则编号或名称，如 ZI-001", "Rule id or name, such as ZI-001"));
        let list = self.command("list", m("列出规则（不写命令时也是它）", "List the rules (also without a command)"));
        let show = self.command("show", m("显示一条规则的全部资料", "Show everything about a rule"));
        let law = || {
            let law = [self.profile(), self.jurisdiction(), self.date(), self.file("config", CONFIG), self.json()];
            law.into_iter().chain([self.own_rules()])
        };
        self.command("rules", m("查看规则目录，检验自己的规则", "Show the catalogue of rules, test rules of your own"))
            .subcommand(self.rules_test())
            .subcommand(list.arg(filter.num_args(0..)).args(law()))
            .subcommand(show.arg(id.required(true)).args(law()))
    }

    fn profile(&self) -> Arg {
        self.option("profile", m("方案", "NAME"), PROFILE)
    }

    fn jurisdiction(&self) -> Arg {
        self.option("jurisdiction", m("地区", "NAME"), JURISDICTION)
    }

    fn date(&self) -> Arg {
        self.option("date", m("日期", "DATE"), DATE)
    }

    fn json(&self) -> Arg {
        self.flag("json", m("按 JSON 输出，供程序使用", "Write JSON, for programs"))
    }

    fn explain(&self) -> Command {
        let id = self.positional(
            "id",
            m("编号", "ID"),
            m("规则编号或名称，如 ZI-001 或 traditional", "Rule id or name, such as ZI-001 or traditional"),
        );
        self.command(
            "explain",
            m(
                "讲解一条规则：为什么、依据、例外、怎样处理",
                "Explain a rule: why, on what basis, exceptions, what to do",
            ),
        )
        .arg(id.required(true).num_args(1..))
        .args([self.jurisdiction(), self.date(), self.file("config", CONFIG), self.own_rules()])
    }

    fn lookup(&self) -> Command {
        let text = self.positional("text", m("字词", "TEXT"), m("要查的字或词，可写多个", "Characters or words"));
        self.command("lookup", m("查字词：字表中的一切", "Look up characters and words in every table"))
            .arg(text.required(true).num_args(1..))
            .args([self.jurisdiction(), self.date(), self.file("config", CONFIG), self.json()])
    }

    fn pinyin(&self) -> Command {
        let scenes = ["document", "place-name", "person-name"];
        let cases = ["standard", "upper", "lower"];
        let path = self.positional("path", FILE, PINYIN_PATH).num_args(0..).value_parser(PathBufValueParser::new());
        self.command(
            "pinyin",
            m("按国家规范拼写汉语拼音，一行对一行", "Spell in standard pinyin, a line out for a line in"),
        )
        .arg(path)
        .arg(self.choice("scene", m("场景", "SCENE"), PINYIN_SCENE, scenes))
        .arg(self.choice("tone", m("声调", "TONE"), PINYIN_TONE, ["mark", "none", "number"]))
        .arg(self.choice("case", m("大小写", "CASE"), PINYIN_CASE, cases))
        .arg(self.flag("passport", PASSPORT).conflicts_with_all(["tone", "case"]))
        .arg(self.json())
        .arg(self.files("names", PINYIN_NAMES))
        .arg(self.option("encoding", m("编码", "LABEL"), ENCODING))
        .arg(self.file("config", CONFIG))
        .after_help(PINYIN_EXAMPLES.get(self.0))
    }

    fn config(&self) -> Command {
        let path = self.positional(
            "path",
            m("路径", "PATH"),
            m("从这里向上找 zhengzi.toml，默认当前文件夹", "Where the search for zhengzi.toml starts"),
        );
        let show = self
            .command("show", m("显示生效的设置和各自的来源", "Show the settings in force and where each came from"));
        self.command("config", m("查看配置", "Show the configuration"))
            .subcommand_required(true)
            .subcommand(show.arg(path.value_parser(PathBufValueParser::new())).arg(self.file("config", CONFIG)))
    }

    fn completions(&self) -> Command {
        let shell = self.positional(
            "shell",
            m("外壳", "SHELL"),
            m("bash、zsh、fish、powershell 或 elvish", "bash, zsh, fish, powershell or elvish"),
        );
        let shells = ["bash", "zsh", "fish", "powershell", "elvish"];
        self.command("completions", m("生成命令行补全脚本", "Write a completion script for a shell"))
            .arg(shell.required(true).value_parser(PossibleValuesParser::new(shells)))
    }

    fn help(&self) -> Command {
        let command = self.positional("command", m("命令", "COMMAND"), m("要看帮助的命令", "The command"));
        self.command("help", m("显示帮助", "Show help")).arg(command.num_args(0..))
    }
}

const PATH: Msg = m(
    "文件、文件夹，或 - 表示标准输入；支持 txt md csv tsv xlsx xls ods jsonl",
    "Files, folders, or - for standard input: txt md csv tsv xlsx xls ods jsonl",
);
const SCENE: Msg = m(
    "场景：auto（默认，由列名判断，其余为 document）、signboard 招牌、place-name 地名、person-name 人名、enterprise-name 企业名称、product-name 商品、advertisement 广告、webpage 网页、official-document 公文、teaching 教学材料、document 一般文字",
    "Scene: auto (default: columns say it, else document), signboard, place-name, person-name, enterprise-name, product-name, advertisement, webpage, official-document, teaching, document",
);
const COLUMN: Msg = m(
    "指定名单的列，可多次使用，如 name=店名、signboard=C（列号）、exempt=豁免；指定后只检查所指定的列",
    "Name a column of a list, repeats: name=店名, signboard=C (a letter), exempt=豁免; then only named columns are checked",
);
const ENCODING: Msg = m(
    "文本的编码，默认 auto 自动识别；如 utf-8、gb18030、big5",
    "Encoding of texts, auto (default) or such as utf-8, gb18030, big5",
);
const PROFILE: Msg = m(
    "方案：national 国家规范（默认）、strict 从严（含草案）、teaching 教学",
    "Profile: national (default), strict (drafts too), teaching",
);
const JURISDICTION: Msg = m(
    "适用地区：national 国家规范（默认），或省级规则包，如 hainan、beijing",
    "Jurisdiction: national (default), or a pack such as hainan or beijing",
);
const DATE: Msg = m(
    "按这一天有效的法律法规判断，如 2026-01-01；默认今天",
    "Apply the law in force on this day, such as 2026-01-01; today by default",
);
const OUTPUT: Msg = m(
    "报告写到哪里，可多次使用；格式看后缀：xlsx html csv json jsonl sarif xml txt；写文件夹（或以 / 结尾）则按 --format 各写一份，默认 xlsx,html",
    "Where to write a report, repeats; the suffix gives the format: xlsx html csv json jsonl sarif xml txt; a folder (or a path ending in /) takes every --format, xlsx,html by default",
);
const OUTPUT_TO: Msg = m(
    "报告写到哪里，可多次使用；格式看后缀：xlsx html csv json jsonl sarif xml txt；写文件夹（或以 / 结尾）则按 --to 各写一份，默认 xlsx,html",
    "Where to write a report, repeats; the suffix gives the format: xlsx html csv json jsonl sarif xml txt; a folder (or a path ending in /) takes every --to, xlsx,html by default",
);
const FORMAT: Msg = m(
    "格式，逗号分隔：term（默认）、json、jsonl、csv、xlsx、html、sarif、junit；没有 --output 接收的写到标准输出，只能有一种",
    "Formats, separated by commas: term (default), json, jsonl, csv, xlsx, html, sarif, junit; one that no --output takes goes to standard output",
);
const MIN_SEVERITY: Msg = m(
    "报告只列这一级以上的问题：notice（默认）、advice、suspected、violation；统计数只计列出的，略去多少在“未检查”中写明，退出码不受影响",
    "List only findings of this severity or higher: notice (default), advice, suspected, violation; counts are of what is listed, what is left out is stated under “not checked”, the exit status does not change",
);
const FAIL_ON: Msg = m(
    "有这一级以上的问题时退出码为 1：violation（默认）、suspected、advice、notice、never（从不）",
    "Exit with 1 on findings of this severity or higher: violation (default), suspected, advice, notice, never",
);
const CONFIG: Msg =
    m("只用这个配置文件，不再寻找 zhengzi.toml", "Use this configuration alone instead of searching for zhengzi.toml");
const RUN: Msg = m("用 jsonl 格式保存的检查记录；- 表示标准输入", "A run stored as jsonl; - for standard input");
const PINYIN_PATH: Msg =
    m("文本文件，可写多个；不写或写 - 表示标准输入", "Text files, one after another; none or - is standard input");
const PINYIN_SCENE: Msg = m(
    "场景：document 文章（默认）、place-name 一行一个地名、person-name 一行一个人名",
    "Scene: document (running text, default), place-name or person-name (a name a line)",
);
const PINYIN_TONE: Msg = m(
    "声调：mark 调号（默认）、none 不标、number 数字（只供技术使用）",
    "Tones: mark (default), none, number (for machines)",
);
const PINYIN_CASE: Msg =
    m("大小写：standard 按规范（默认）、upper 全大写、lower 全小写", "Letters: standard (default), upper, lower");
const PASSPORT: Msg = m(
    "护照等证件上的人名拼写：全大写，不标调，ü 写作 YU；须同时写 --scene person-name",
    "Names as in passports: capitals, no tones, ü as YU; with --scene person-name",
);
const PINYIN_NAMES: Msg = m(
    "专名词典：专名、读音（一字一个音节）、理由",
    "Dictionary of names: name, reading (a syllable a character), reason",
);
const PINYIN_EXAMPLES: Msg = m(
    "例子：\n  zhengzi pinyin 文章.txt > 拼音.txt\n  zhengzi pinyin --scene place-name --tone none --case upper 路名.txt\n  zhengzi pinyin --scene person-name --passport --json 名单.txt",
    "Examples:\n  zhengzi pinyin text.txt > pinyin.txt\n  zhengzi pinyin --scene place-name --tone none --case upper streets.txt\n  zhengzi pinyin --scene person-name --passport --json persons.txt",
);
const ROOT_EXAMPLES: Msg = m(
    "例子：\n  zhengzi check 店铺名单.xlsx -o 报告/          检查名单，写出台账和网页报告\n  zhengzi check --text 國際大酒店               检查一段文字\n  zhengzi lookup 國                             查一个字\n  zhengzi explain ZI-001                        讲解一条规则",
    "Examples:\n  zhengzi check shops.xlsx -o reports/    check a list, write the ledger and a page\n  zhengzi check --text 國際大酒店         check a text\n  zhengzi lookup 國                       look up a character\n  zhengzi explain ZI-001                  explain a rule",
);
const CHECK_EXAMPLES: Msg = m(
    "退出码：\n  0 没有达到 --fail-on 的问题    1 有问题    2 用法、配置或写报告出错\n  3 有内容未能读取（同时有问题时也是 3）    130 被中断\n\n例子：\n  zhengzi check 店铺名单.xlsx -o 报告/\n  zhengzi check 地名.csv --column name=标准地名 --scene place-name -o 台账.xlsx -o 记录.jsonl\n  zhengzi check 文稿/ --min-severity suspected --jurisdiction hainan",
    "Exit status:\n  0 nothing at or above --fail-on    1 findings    2 usage, configuration, report not written\n  3 some input could not be read (also where there are findings)    130 interrupted\n\nExamples:\n  zhengzi check shops.xlsx -o reports/\n  zhengzi check places.csv --column name=标准地名 --scene place-name -o ledger.xlsx -o run.jsonl\n  zhengzi check texts/ --min-severity suspected --jurisdiction hainan",
);
const REPORT_EXAMPLES: Msg = m(
    "例子：\n  zhengzi report 记录.jsonl --to xlsx,html -o 报告/\n  zhengzi report 记录.jsonl -o 台账.xlsx",
    "Examples:\n  zhengzi report run.jsonl --to xlsx,html -o reports/\n  zhengzi report run.jsonl -o ledger.xlsx",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_holds_together_in_both_languages() {
        for lang in Lang::ALL {
            tree(lang).debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_before_parsing() {
        let found = |line: &str| early_lang(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(found("zhengzi check --lang en x"), Some(Lang::En));
        assert_eq!(found("zhengzi --lang=zh"), Some(Lang::Zh));
        assert_eq!(found("zhengzi check -- --lang en"), None);
        assert_eq!(found("zhengzi --language en"), None);
    }
}
