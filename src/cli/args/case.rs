//! The commands of the case file.

use super::{INPUT, LAW, Make, m};
use crate::case::view::{Outcome, State, Verdict};
use crate::i18n::Msg;
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};

impl Make {
    pub(super) fn case(&self) -> Command {
        let about = m(
            "案卷：问题编号、认定、通知书、复查、对比",
            "The case file: numbers, verdicts, notices, re-inspection, comparison",
        );
        self.command("case", about)
            .subcommand_required(true)
            .subcommand(self.case_init())
            .subcommand(self.case_intake("import", m("导入检查记录或名单", "Import a record or lists")))
            .subcommand(self.case_intake(
                "recheck",
                m("导入复查的记录或名单，并同前一次对比", "Import a re-inspection and compare it with the one before"),
            ))
            .subcommand(self.case_list())
            .subcommand(self.case_show())
            .subcommand(self.case_export())
            .subcommand(self.case_decide())
            .subcommand(self.case_notice())
            .subcommand(self.case_result())
            .subcommand(self.case_papers())
            .subcommand(self.case_template())
            .subcommand(
                self.command("compare", m("同前一次检查对比", "Compare with the inspection before"))
                    .arg(self.case_file())
                    .arg(self.inspection())
                    .arg(self.json()),
            )
            .subcommand(
                self.command("log", m("列出谁在何时做了什么", "List who did what and when"))
                    .arg(self.flag("verify", m("核对记录链，看有没有被改动", "Recompute the chain of hashes")))
                    .arg(self.case_file()),
            )
            .after_help(EXAMPLES.get(self.0))
    }

    /// `--case FILE`.
    fn case_file(&self) -> Arg {
        self.file("case", m("案卷文件，默认为当前文件夹的 案卷.db", "The case file, 案卷.db by default"))
            .default_value("案卷.db")
            .hide_default_value(true)
    }

    fn by(&self) -> Arg {
        self.option("by", m("姓名", "NAME"), m("由谁做的", "Who does it"))
    }

    fn inspection(&self) -> Arg {
        self.option(
            "inspection",
            m("次数", "N"),
            m("看第几次检查，默认最近一次", "Which inspection, the latest by default"),
        )
        .value_parser(value_parser!(u32))
    }

    fn numbers(&self) -> Arg {
        self.positional("number", m("编号", "NUMBER"), m("问题编号，如 2026-00037", "Numbers, such as 2026-00037"))
            .num_args(0..)
    }

    fn words(&self, name: &'static str, value: Msg, help: Msg, words: impl Iterator<Item = [&'static str; 2]>) -> Arg {
        self.option(name, value, help).value_parser(PossibleValuesParser::new(words.flatten()))
    }

    fn verdict(&self, help: Msg) -> Arg {
        let words = Verdict::ALL.iter().map(|one| [one.word().zh, one.name()]);
        self.words("verdict", m("认定", "VERDICT"), help, words)
    }

    fn case_init(&self) -> Command {
        let file = self.positional("file", super::FILE, m("新案卷的文件名", "Name of the new case file"));
        self.command("init", m("建立案卷", "Make a case file"))
            .arg(file.required(true).value_parser(PathBufValueParser::new()))
            .arg(
                self.option("office", m("名称", "NAME"), m("单位名称，用作落款", "The office, as it signs"))
                    .required(true),
            )
            .arg(self.option("prefix", m("字号", "PREFIX"), PREFIX).required(true))
            .arg(self.option("address", m("地址", "ADDRESS"), m("单位地址", "Its address")))
            .arg(self.option("contact", m("姓名", "NAME"), m("联系人", "Person to ask for")))
            .arg(self.option("phone", m("电话", "NUMBER"), m("联系电话", "Telephone")))
    }

    fn case_intake(&self, name: &'static str, about: Msg) -> Command {
        let [path, _, scene, column, encoding, hidden] = self.inputs();
        let path = path.help(INTAKE.get(self.0)).required(true).num_args(1..);
        self.command(name, about)
            .args([path, scene, column, encoding, hidden].map(|arg| arg.help_heading(INPUT.get(self.0))))
            .args(self.law().map(|arg| arg.help_heading(LAW.get(self.0))))
            .arg(self.file("config", super::CONFIG))
            .arg(self.case_file())
            .arg(self.by())
            .arg(self.option("title", m("名称", "TITLE"), m("这次检查叫什么", "What the inspection is called")))
    }

    fn case_list(&self) -> Command {
        let part = |name, value, help| self.option(name, value, help);
        let states = State::ALL.iter().map(|one| [one.word().zh, one.name()]);
        self.command("list", m("列出问题", "List the problems"))
            .arg(part("unit", m("文字", "TEXT"), m("责任单位含有这些字的", "Units that contain this text")))
            .arg(part("street", m("文字", "TEXT"), m("街道含有这些字的", "Streets that contain this text")))
            .arg(self.verdict(m("认定：待核、违规、误报、保留", "Verdict: pending, violation, false-alarm, retained")))
            .arg(self.words("state", m("状态", "STATE"), STATE, states))
            .arg(self.inspection())
            .arg(self.case_file())
            .arg(self.json())
    }

    fn case_show(&self) -> Command {
        self.command("show", m("显示一个问题的全部情况", "Show everything about a problem"))
            .arg(self.numbers().required(true).num_args(1..))
            .arg(self.case_file())
    }

    fn case_export(&self) -> Command {
        let file = self.positional("file", super::FILE, m("xlsx 或 csv 文件", "An xlsx or csv file"));
        self.command("export", m("写出认定表，在表格软件里填写认定", "Write a table in which verdicts are filled in"))
            .arg(file.required(true).value_parser(PathBufValueParser::new()))
            .arg(self.flag("all", m("已经认定的也写出", "Also what was decided already")))
            .arg(self.case_file())
    }

    fn case_decide(&self) -> Command {
        self.command("decide", m("认定问题", "Decide problems"))
            .arg(self.numbers())
            .arg(self.verdict(m("认定：违规、误报、保留、待核", "Verdict: violation, false-alarm, retained, pending")))
            .arg(self.by())
            .arg(self.option("reason", m("理由", "REASON"), m("为什么这样认定", "Why")))
            .arg(self.option("exemption", m("情形", "EXEMPTION"), EXEMPTION))
            .arg(self.file("from", FROM).conflicts_with_all(["number", "verdict"]))
            .arg(self.date().help(m("认定的日期，默认今天", "Day of the decision, today by default").get(self.0)))
            .arg(self.case_file())
    }

    fn case_notice(&self) -> Command {
        self.command(
            "notice",
            m("给认定违规的单位编通知书号、定期限", "Number notices to units with decided violations"),
        )
        .arg(
            self.option("days", m("天数", "N"), m("整改期限，默认 10 日", "Deadline in days, 10 by default"))
                .value_parser(value_parser!(u16).range(1..)),
        )
        .arg(self.by())
        .arg(self.date().help(m("发出的日期，默认今天", "Day of issue, today by default").get(self.0)))
        .arg(self.case_file())
    }

    fn case_papers(&self) -> Command {
        let folder = self.positional("folder", m("文件夹", "DIR"), m("写到哪个文件夹", "Folder to write into"));
        self.command(
            "papers",
            m("写出台账、整改通知书、移交清单、复查对照表、检查情况报告", "Write ledger, notices and reports"),
        )
        .arg(folder.required(true).value_parser(PathBufValueParser::new()))
        .arg(self.file("template", m("整改通知书的模板（docx）", "Template of the notices (docx)")))
        .arg(self.inspection())
        .arg(self.case_file())
    }

    fn case_template(&self) -> Command {
        let file = self.positional("file", super::FILE, m("docx 文件", "A docx file"));
        self.command(
            "template",
            m("写出整改通知书的模板，供单位修改", "Write the template of the notices, to be changed"),
        )
        .arg(file.required(true).value_parser(PathBufValueParser::new()))
    }

    fn case_result(&self) -> Command {
        let words = Outcome::ALL.iter().map(|one| [one.word().zh, one.name()]);
        self.command("result", m("登记复查结果", "Record what a re-inspection found"))
            .arg(self.numbers().required(true).num_args(1..))
            .arg(self.words("result", m("结果", "RESULT"), RESULT, words).required(true))
            .arg(self.by())
            .arg(self.option("remark", m("备注", "REMARK"), m("备注", "Remark")).action(ArgAction::Set))
            .arg(self.date().help(m("复查的日期，默认今天", "Day of the re-inspection, today by default").get(self.0)))
            .arg(self.case_file())
    }
}

const PREFIX: Msg =
    m("发文字号，如 区语，用于 区语〔2026〕12号", "Characters before the year of a notice number: 区语");
const INTAKE: Msg = m(
    "检查记录（jsonl，一份），或者要检查的名单、文件、文件夹",
    "A record (jsonl, one), or lists, files and folders to check",
);
const STATE: Msg = m("状态：新增、持续、已整改、复发、无法核实", "State: new, persisting, rectified, relapsed, unseen");
const EXEMPTION: Msg = m(
    "保留所依据的豁免情形，如 文物古迹、手书、老字号；全部见 rules/exemptions.toml",
    "The exemption it may stay under: relic, hand, laozihao … (rules/exemptions.toml)",
);
const FROM: Msg = m("填好的认定表（export 写出的 xlsx 或 csv）", "The table written by export, filled in");
const RESULT: Msg = m(
    "结果：已更换、加挂规范副牌、拆除、保留、未整改、无法核实",
    "Result: replaced, second-plate, removed, kept, not-rectified, unverifiable",
);
const EXAMPLES: Msg = m(
    "例子：\n  zhengzi case init 案卷.db --office 云和区语言文字工作委员会办公室 --prefix 云语\n  zhengzi case import 店铺名单.xlsx --by 张三\n  zhengzi case export 认定表.xlsx\n  zhengzi case decide --from 认定表.xlsx --by 张三\n  zhengzi case notice --by 张三\n  zhengzi case recheck 复查名单.xlsx --by 张三\n  zhengzi case result 2026-00037 --result 加挂规范副牌 --by 李四\n  zhengzi case papers 文书/",
    "Examples:\n  zhengzi case init cases.db --office \"Language Office\" --prefix 云语\n  zhengzi case import --case cases.db shops.xlsx --by Zhang\n  zhengzi case export --case cases.db review.xlsx\n  zhengzi case decide --case cases.db --from review.xlsx --by Zhang\n  zhengzi case notice --case cases.db --by Zhang\n  zhengzi case recheck --case cases.db again.xlsx --by Zhang\n  zhengzi case result --case cases.db 2026-00037 --result second-plate --by Li\n  zhengzi case papers --case cases.db papers/",
);
