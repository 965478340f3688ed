//! Every word a report shows, in both languages, so that no report speaks a mixture.

use crate::i18n::{Lang, Msg};
use crate::record::Severity;

/// Declares the words once: as constants for the code and as a list for the HTML template.
macro_rules! words {
    ($($name:ident = $zh:literal, $en:literal;)*) => {
        $(#[doc = concat!("Says “", $en, "”.")] pub const $name: Msg = Msg::new($zh, $en);)*
        /// Every word by its name, for the template of the HTML report.
        pub const ALL: &[(&str, Msg)] = &[$((stringify!($name), $name)),*];
    };
}

words! {
    // Severity, outcome.
    VIOLATION = "违规", "Violation";
    SUSPECTED = "疑似", "Suspected";
    ADVICE = "建议", "Advice";
    NOTICE = "提示", "Notice";
    KEPT_ONE = "已排除", "Kept";
    TOTAL = "合计", "Total";
    DELETE = "（删去）", "(delete)";
    UNVERIFIED = "条文待核", "text not verified";
    IN_FORCE = "{}施行", "in force from {}";

    // Places.
    STDIN = "标准输入", "standard input";
    ARGUMENT = "命令行文字", "text of the command line";
    ROW = "第{}行", "row {}";
    LINE_COLUMN = "第{}行第{}字", "line {}, character {}";

    // Columns of the ledger.
    NUMBER = "编号", "No.";
    SOURCE = "来源", "Source";
    SHEET = "工作表", "Sheet";
    POSITION = "位置", "Position";
    FIELD = "字段", "Field";
    SCENE = "场景", "Scene";
    CONTEXT = "原文", "Text";
    WRONG = "错误字词", "Wrong form";
    KIND = "问题类型", "Problem";
    RULE = "规则", "Rule";
    STANDARD = "规范写法", "Standard form";
    SEVERITY = "定级", "Severity";
    BASIS = "依据", "Basis";
    NOTE = "说明", "Note";
    EXEMPTION = "豁免核查", "Exemption checked";
    DECISION = "处置", "Decision";
    REMARK = "备注", "Remark";
    FINGERPRINT = "指纹", "Fingerprint";
    ORIGINAL = "{}（原表）", "{} (of the list)";
    REASON = "原因", "Reason";
    REASON_KIND = "原因类别", "Kind of reason";
    FORM = "字词", "Form";
    WHOLE_RUN = "全部", "all inputs";
    SCOPE = "范围", "Scope";
    COUNT = "处数", "Count";
    ITEM = "项目", "Item";
    VALUE = "内容", "Value";

    // Sheets and sections.
    SHEET_LEDGER = "问题台账", "Findings";
    SHEET_STATISTICS = "统计", "Statistics";
    SHEET_NOT_CHECKED = "未检查", "Not checked";
    SHEET_KEPT = "已排除", "Kept";
    SHEET_VERSIONS = "版本与依据", "Versions and bases";
    TITLE = "语言文字规范检查报告", "Report on standard language and characters";
    OVERVIEW = "总体情况", "Overview";
    PROGRESS = "处置进度", "Progress of decisions";
    CHART_TITLE = "各类问题处数", "Findings by problem";
    CHART_DESC = "条形图，各类问题的处数：{}。", "Bar chart of the findings by problem: {}.";
    BY_SEVERITY = "按定级", "By severity";
    BY_RULE = "按问题类型", "By problem";
    BY_SOURCE = "按来源", "By source";
    BY_SCENE = "按场景", "By scene";
    BY_STREET = "按街道（乡镇）", "By street office or township";
    BY_DIVISION = "按区划", "By division";
    BY_UNIT = "按责任单位", "By responsible unit";
    BY_CATEGORY = "按类别", "By category";
    TOP_FORMS = "最常见的错误字词", "Most frequent wrong forms";
    KEPT_BY_REASON = "已排除的原因", "Reasons for keeping";
    UNSPECIFIED = "（未填）", "(not given)";
    THE_REST = "其余 {} 项", "{} others";

    // Counts.
    FINDINGS = "问题", "Findings";
    RECORDS = "名单行数", "Rows of lists";
    RECORDS_CLEAN = "合格", "Clean";
    RECORDS_WITH = "有问题", "With findings";
    RECORDS_UNREADABLE = "未能读取", "Unreadable";
    SOURCES = "检查的文件", "Inputs";
    SOURCES_UNREADABLE = "其中未能读完", "Not fully read";
    LINES = "文本行数", "Lines of text";
    CHARACTERS = "字符数", "Characters";
    HAN = "其中汉字", "Han characters";
    RATE = "每万汉字问题数", "Findings per 10,000 Han characters";
    CLEAN_RATE = "名单行合格率", "Share of clean rows";
    KEPT = "已排除", "Kept";
    NOT_CHECKED = "未检查", "Not checked";
    SUM_CHECK = "核对", "Check";
    ROWS_ADD_UP = "名单 {} 行 = 合格 {} + 有问题 {} + 未能读取 {}", "rows of lists {} = clean {} + with findings {} + unreadable {}";
    FINDINGS_ADD_UP = "问题 {} 处 = 违规 {} + 疑似 {} + 建议 {} + 提示 {}", "findings {} = violation {} + suspected {} + advice {} + notice {}";
    AGREES = "，相符", ": agrees";
    DIFFERS = "，不相符：记录可能不完整，请重新检查", ": does not agree; the record may be incomplete, please check again";
    INTERRUPTED = "检查在结束前被中断，以下结果不完整。", "The run was interrupted before its end; these results are incomplete.";
    NO_SUMMARY = "检查记录没有结尾，以下结果不完整。", "The record of the run has no end; these results are incomplete.";
    NOTHING_FOUND = "没有发现问题。", "Nothing was found.";
    NOTHING_KEPT = "没有已排除的字词。", "Nothing was kept.";
    NOTHING_LEFT_OUT = "没有未检查的内容。", "Nothing was left unchecked.";
    DISCLAIMER = "本报告由程序检查得出，供人工复核使用，不代替行政认定。", "This report was made by a program for people to review; it is no administrative decision.";
    SEE_NOT_CHECKED = "“没有发现问题”不等于“没有问题”，未检查的内容见“未检查”。", "'Nothing found' does not mean 'nothing wrong': see 'Not checked'.";

    // Versions.
    TOOL = "程序", "Program";
    DATA = "规则和字词数据", "Rules and dictionaries";
    DATA_HASH = "数据哈希", "Hash of the data";
    DATE = "适用法律的日期", "Law as of";
    JURISDICTION = "适用地区", "Jurisdiction";
    NATIONAL = "全国", "national";
    OPTIONS = "选项", "Options";
    RULES = "规则", "Rules";
    BASES = "引用的依据", "Bases quoted";
    DICTIONARIES = "字词表", "Dictionaries";
    INPUTS = "检查的文件", "Inputs";
    ASSUMPTIONS = "检查时的假定", "Assumptions";
    NAME = "名称", "Name";
    ID = "标识", "Id";
    ARTICLE = "条款", "Article";
    FROM = "施行日期", "In force from";
    OBLIGATION = "效力", "Obligation";
    MANDATORY = "强制", "mandatory";
    RECOMMENDED = "推荐", "recommended";
    INFORMATIVE = "参考", "informative";
    VERIFIED = "已核对原文", "Checked against the text";
    YES = "是", "yes";
    NO = "否", "no";
    ORIGIN = "出处", "Source";
    LICENCE = "许可", "Licence";
    VERSION = "版本", "Version";
    ROWS = "行数", "Rows";
    FORMAT = "格式", "Format";
    ENCODING = "编码", "Encoding";
    BYTES = "字节", "Bytes";
    HASH = "哈希（BLAKE3）", "Hash (BLAKE3)";
    DEFAULT_SEVERITY = "默认定级", "Default severity";

    // Terminal.
    SUMMARY = "检查结果", "Result";
    CLEAN_SUMMARY = "没有发现问题", "Nothing found";
    TEXTS_LINE = "文本 {} 行；字符 {} 个，其中汉字 {} 个；文件 {} 个", "lines of text {}; characters {}, Han {}; inputs {}";
    PARTLY_READ = "，其中 {} 个未能读完", ", not fully read {}";
    KEPT_LINE = "已排除 {} 处", "kept {}";
    KEPT_HINT = "（用 --show-kept 查看）", " (see them with --show-kept)";
    NOT_CHECKED_LINE = "未检查 {} 项：", "not checked {}:";
    MORE_LINE = "另有 {} 项，见 jsonl 或 xlsx 报告", "{} more, see the jsonl or xlsx report";
    EXPLAIN_HINT = "规则说明：zhengzi explain {}", "About a rule: zhengzi explain {}";

    // HTML.
    SKIP = "跳到正文", "Skip to the content";
    CONTENTS = "目录", "Contents";
    FILTER = "筛选", "Filter";
    FILTER_ALL = "全部类型", "All problems";
    FILTER_SHOWN = "显示 {} 处", "Shown: {}";
    CAPPED = "问题共 {} 处，本页只列出前 {} 处；全部明细请看 xlsx 台账或 jsonl 记录，本页的统计数字不受影响。", "There are {} findings; this page lists the first {} only. The xlsx ledger and the jsonl record have all of them, and the counts on this page are complete.";
    CAPPED_SHORT = "共 {} 项，本页只列出前 {} 项；其余请看 xlsx 台账或 jsonl 记录。", "There are {} items; this page lists the first {}. The xlsx ledger and the jsonl record have the rest.";
    IN_SOURCE = "本页列出 {} 处问题", "Findings listed: {}";

    // Ledger sheets.
    CUT = "……（过长，已截断）", "… (too long, cut)";
    DECISION_HELP = "请从列表中选择处置结果", "Choose a decision from the list";
    EXEMPTION_HELP = "国家通用语言文字法规定可以保留或使用繁体字、异体字的情形，核查后选择", "The cases in which the law lets traditional and variant characters stand; choose after checking";
    PAGE_FOOTER = "第 &P 页，共 &N 页", "Page &P of &N";
}

/// What may be decided about a finding, in the order of the list in the ledger; the first is the default.
pub const DECISIONS: [Msg; 6] = [
    Msg::new("待核", "to review"),
    Msg::new("违规", "violation"),
    Msg::new("误报", "false alarm"),
    Msg::new("限期整改", "to be corrected"),
    Msg::new("已整改", "corrected"),
    Msg::new("移交", "handed over"),
];

/// The exceptions of the language law for traditional and variant characters, and "none applies".
pub const EXEMPTIONS: [Msg; 7] = [
    Msg::new("不属例外", "none applies"),
    Msg::new("文物古迹", "cultural relic"),
    Msg::new("姓氏异体字", "variant in a surname"),
    Msg::new("书法篆刻", "calligraphy or seal"),
    Msg::new("题词招牌手书", "handwritten sign"),
    Msg::new("出版教学研究", "publishing, teaching, research"),
    Msg::new("经批准", "approved"),
];

/// Gives the word for a severity.
pub const fn severity(severity: Severity) -> Msg {
    match severity {
        Severity::Violation => VIOLATION,
        Severity::Suspected => SUSPECTED,
        Severity::Advice => ADVICE,
        Severity::Notice => NOTICE,
    }
}

/// Gives the word for a scene; an unknown scene is shown as it is.
pub fn scene(name: &str, lang: Lang) -> &str {
    find(SCENES, name, lang)
}

/// Gives the word for a part of an enterprise name; an unknown one is shown as it is.
pub fn name_part(name: &str, lang: Lang) -> &str {
    find(NAME_PARTS, name, lang)
}

/// Gives the word for the kind of reason a candidate was kept for; an unknown one is shown as it is.
pub fn kept_why(name: &str, lang: Lang) -> &str {
    find(KEPT_WHY, name, lang)
}

/// Gives the word for the kind of reason something was not checked for; an unknown one is shown as it is.
pub fn not_checked_why(name: &str, lang: Lang) -> &str {
    find(NOT_CHECKED_WHY, name, lang)
}

/// Gives the word for how binding a basis is; an unknown one is shown as it is.
pub fn obligation(name: &str, lang: Lang) -> &str {
    match name {
        "mandatory" => MANDATORY.get(lang),
        "recommended" => RECOMMENDED.get(lang),
        "informative" => INFORMATIVE.get(lang),
        other => other,
    }
}

/// Gives the name of an input, which for standard input and an argument is a word.
pub fn source(name: &str, lang: Lang) -> &str {
    match name {
        "-" => STDIN.get(lang),
        "--text" => ARGUMENT.get(lang),
        path => path,
    }
}

/// Puts values into the `{}` places of a text, in order.
pub fn fill(text: &str, values: &[&dyn std::fmt::Display]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut values = values.iter();
    let mut parts = text.split("{}");
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let Some(value) = values.next() {
            filled.push_str(&value.to_string());
        }
        filled.push_str(part);
    }
    filled
}

fn find<'a>(words: &[(&str, Msg)], name: &'a str, lang: Lang) -> &'a str {
    words.iter().find(|(key, _)| *key == name).map_or(name, |(_, word)| word.get(lang))
}

const NAME_PARTS: &[(&str, Msg)] = &[
    ("national", Msg::new("冠字", "national")),
    ("division", Msg::new("行政区划", "division")),
    ("zone", Msg::new("区域", "zone")),
    ("trade-name", Msg::new("字号", "trade name")),
    ("industry", Msg::new("行业", "trade")),
    ("form", Msg::new("组织形式", "form")),
    ("branch", Msg::new("分支机构", "branch")),
    ("remark", Msg::new("附注", "remark")),
];

const SCENES: &[(&str, Msg)] = &[
    ("auto", Msg::new("自动", "auto")),
    ("signboard", Msg::new("招牌标牌", "signboard")),
    ("place-name", Msg::new("地名", "place name")),
    ("person-name", Msg::new("人名", "person name")),
    ("enterprise-name", Msg::new("企业名称", "enterprise name")),
    ("product-name", Msg::new("商品名称", "product name")),
    ("advertisement", Msg::new("广告", "advertisement")),
    ("webpage", Msg::new("网页", "web page")),
    ("official-document", Msg::new("公文", "official document")),
    ("teaching", Msg::new("教学材料", "teaching material")),
    ("document", Msg::new("一般文字", "document")),
];

const KEPT_WHY: &[(&str, Msg)] = &[
    ("protected-name", Msg::new("专名", "protected name")),
    ("fixed-phrase", Msg::new("固定词组", "fixed phrase")),
    ("person-name", Msg::new("人名", "person name")),
    ("title", Msg::new("作品名", "title of a work")),
    ("word-border", Msg::new("跨词边界", "word border")),
    ("title", Msg::new("书名篇名", "titles")),
    ("classical", Msg::new("古文诗词", "classical texts")),
    ("exemption", Msg::new("法定例外", "exemption")),
    ("shown", Msg::new("句内可见的豁免", "exempt by its sentence")),
    ("allow-list", Msg::new("允许名单", "allow list")),
    ("ignored", Msg::new("已忽略", "ignored")),
    ("baseline", Msg::new("基线已接受", "in the baseline")),
    ("legitimate-use", Msg::new("规范用法", "legitimate use")),
];

const NOT_CHECKED_WHY: &[(&str, Msg)] = &[
    ("traditional-version", Msg::new("繁体版页面", "traditional versions")),
    ("glyph", Msg::new("字形", "glyph shapes")),
    ("layout", Msg::new("版面和译义", "layout and meaning")),
    ("unreadable", Msg::new("未能读取", "unreadable")),
    ("encoding", Msg::new("编码", "encoding")),
    ("column", Msg::new("列", "column")),
    ("limit", Msg::new("超出限度", "over a limit")),
    ("internal", Msg::new("程序内部错误", "internal error")),
    ("min-severity", Msg::new("未列出", "not listed")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_values() {
        for (name, word) in ALL {
            let places = |text: &str| text.matches("{}").count();
            assert_eq!(places(word.zh), places(word.en), "{name}");
            assert!(!word.zh.is_empty() && !word.en.is_empty(), "{name}");
        }
    }

    #[test]
    fn values_fill_their_places_in_order() {
        assert_eq!(fill("共 {} 行，{} 列", &[&3, &"四"]), "共 3 行，四 列");
        assert_eq!(fill("没有", &[&1]), "没有");
    }

    #[test]
    fn lists_of_a_cell_stay_within_what_excel_takes() {
        for lang in Lang::ALL {
            for list in [&DECISIONS[..], &EXEMPTIONS[..]] {
                let units: usize = list.iter().map(|word| word.get(lang).encode_utf16().count() + 1).sum();
                assert!(units <= 255, "{units}");
            }
        }
    }
}
