//! Commands and options for what users keep themselves: baselines, rules, dictionaries.

use super::{FILE, INPUT, LAW, Make, m};
use crate::i18n::Msg;
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::{Arg, Command};

impl Make {
    /// `--baseline FILE`.
    pub(super) fn baseline_file(&self) -> Arg {
        self.file("baseline", BASELINE)
    }

    /// `--rules DIR`, which repeats.
    pub(super) fn own_rules(&self) -> Arg {
        self.files("rules", OWN_RULES).value_name(FOLDER.get(self.0))
    }

    pub(super) fn baseline(&self) -> Command {
        let about = m(
            "基线：接受现有的问题，以后只报新的",
            "Accept the findings there are, so that only new ones are reported",
        );
        let one = |name: &'static str, about: Msg| {
            let file = self.positional("file", FILE, m("基线文件", "The baseline file"));
            let mut inputs = self.inputs();
            inputs[0] = inputs[0].clone().help(PATHS.get(self.0));
            self.command(name, about)
                .arg(file.required(true).value_parser(PathBufValueParser::new()))
                .args(inputs.map(|arg| arg.help_heading(INPUT.get(self.0))))
                .args(self.law().map(|arg| arg.help_heading(LAW.get(self.0))))
                .arg(self.file("config", super::CONFIG))
        };
        let write = one("write", m("检查，并把发现的问题都记入基线", "Check, and accept everything that is found"));
        let prune = one(
            "prune",
            m("检查，并去掉基线里这些文件已经没有的问题", "Check, and forget what these files no longer show"),
        );
        self.command("baseline", about)
            .subcommand_required(true)
            .subcommand(write)
            .subcommand(prune)
            .after_help(BASELINE_EXAMPLES.get(self.0))
    }

    pub(super) fn verify(&self) -> Command {
        let about = m(
            "核对写好的报告：哈希和数字是否还与内容一致",
            "Verify a written report: whether its hash and counts still hold",
        );
        let file = self.positional(
            "file",
            FILE,
            m("xlsx、docx、html 报告或 jsonl 记录", "Reports as xlsx, docx, html, records as jsonl"),
        );
        self.command("verify", about)
            .arg(file.required(true).num_args(1..).value_parser(PathBufValueParser::new()))
            .after_help(VERIFY_EXAMPLES.get(self.0))
    }

    pub(super) fn rules_test(&self) -> Command {
        let folder = self.positional(
            "folder",
            FOLDER,
            m("规则文件夹，内有 rules 和 dictionaries", "A folder with rules and dictionaries in it"),
        );
        self.command(
            "test",
            m("检验自己的规则：装入，并逐个运行例子", "Test rules of your own: load them and run their examples"),
        )
        .arg(folder.required(true).value_parser(PathBufValueParser::new()))
        .args([self.date(), self.file("config", super::CONFIG)])
        .after_help(TEST_EXAMPLES.get(self.0))
    }

    pub(super) fn dict(&self) -> Command {
        let path = self.positional(
            "path",
            FILE,
            m("词典文件，可写多个；不写则查配置里的各部词典", "Dictionaries; those of the configuration if none"),
        );
        let kind = self.option("as", m("种类", "KIND"), DICT_KIND);
        let format = self.option("format", m("格式", "FORMAT"), m("term（默认）或者 jsonl", "term (default) or jsonl"));
        let check = self
            .command("check", m("检查自己的词典", "Check dictionaries of your own"))
            .arg(path.num_args(0..).value_parser(PathBufValueParser::new()))
            .arg(kind.value_parser(PossibleValuesParser::new(["allow", "forbid", "names"])))
            .arg(format.value_parser(PossibleValuesParser::new(["term", "jsonl"])))
            .args([self.date(), self.file("config", super::CONFIG)])
            .after_help(DICT_EXAMPLES.get(self.0));
        self.command("dict", m("用户词典", "Dictionaries of your own")).subcommand_required(true).subcommand(check)
    }
}

const VERIFY_EXAMPLES: Msg = m(
    "退出码：\n  0 一致    1 不一致    3 没有校验信息或读不出来\n\n例子：\n  zhengzi verify 问题台账.xlsx 整改通知书/*.docx",
    "Exit status:\n  0 agrees    1 differs    3 no seal, or not readable\n\nExamples:\n  zhengzi verify ledger.xlsx notices/*.docx",
);
const FOLDER: Msg = m("文件夹", "FOLDER");
const BASELINE: Msg = m(
    "基线文件：其中已接受的问题不再报告，在报告中列为已排除",
    "Baseline: what it has accepted is not reported again but listed as kept",
);
const OWN_RULES: Msg = m(
    "自己的规则所在的文件夹（rules 和 dictionaries），可多次使用；先用 rules test 检验",
    "Folder of your own rules (rules and dictionaries), repeats; try it with rules test first",
);
const PATHS: Msg =
    m("要检查的文件、文件夹，或 - 表示标准输入；写法同 check", "Files, folders, or - for standard input, as for check");
const DICT_KIND: Msg = m(
    "词典的种类：allow 放行、forbid 禁用、names 专名；不写则看文件名和配置",
    "Kind of dictionary: allow, forbid or names; by file name and configuration if not given",
);
const BASELINE_EXAMPLES: Msg = m(
    "同一问题移到别的行、别的文件都不算新问题，再多一处才算。\n\n例子：\n  zhengzi baseline write 基线.json 名单/\n  zhengzi check 名单/ --baseline 基线.json\n  zhengzi baseline prune 基线.json 名单/",
    "A finding that moves to another line or file stays accepted; one more of the same is new.\n\nExamples:\n  zhengzi baseline write baseline.json lists/\n  zhengzi check lists/ --baseline baseline.json\n  zhengzi baseline prune baseline.json lists/",
);
const TEST_EXAMPLES: Msg = m(
    "退出码：0 全部通过    1 有错误或者有例子没有通过    2 用法不对\n\n例子：\n  zhengzi rules test 规则/\n  zhengzi check 名单.xlsx --rules 规则/",
    "Exit status: 0 all passed    1 a mistake, or an example that failed    2 usage\n\nExamples:\n  zhengzi rules test rules/\n  zhengzi check list.xlsx --rules rules/",
);
const DICT_EXAMPLES: Msg = m(
    "退出码：0 没有问题    1 有问题    2 用法不对，或者文件读不出来\n\n例子：\n  zhengzi dict check 放行.tsv 禁用.tsv\n  zhengzi dict check 词.tsv --as names --format jsonl",
    "Exit status: 0 no problems    1 problems    2 usage, or a file that cannot be read\n\nExamples:\n  zhengzi dict check allow.tsv forbid.tsv\n  zhengzi dict check terms.tsv --as names --format jsonl",
);
