//! A case file of our own: streets, units and signs made by numbers.

use zhengzi::case::view::{CaseView, Counts, Inspection, Notice, Office, Outcome, Problem, State, Verdict};
use zhengzi::record::{Basis, InputInfo, NotChecked, Run, Severity, Summary};

/// Names a stranger may give a shop.
pub const EVIL: [&str; 14] = [
    "..\\..\\x", "../../etc/passwd", "CON", "con.docx", "=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1",
    "<script>alert(1)</script>", "]]><w:p/>&amp;{{单位}}", "\u{202e}店\u{0}\u{1b}[31m", "结尾的点...", "",
];

/// What a case file is made of.
pub struct Make {
    pub units: usize,
    pub problems: usize,
    pub evil: bool,
}

impl Default for Make {
    fn default() -> Self {
        Self { units: 1, problems: 1, evil: false }
    }
}

const FORMS: [(&str, &str, &str); 5] = [
    ("麵", "面", "繁体字"),
    ("館", "馆", "繁体字"),
    ("飬", "养", "异体字"),
    ("仃", "停", "二简字"),
    ("帐户", "账户", "异形词"),
];

fn basis(id: &str, title: &str, article: &str) -> Basis {
    Basis {
        id: id.into(),
        title: title.into(),
        article: article.into(),
        obligation: "mandatory".into(),
        verified: true,
        from: "2026-01-01".into(),
    }
}

impl Make {
    pub fn view(&self) -> CaseView {
        let mut problems = Vec::new();
        for unit in 0..self.units {
            for n in 0..self.problems {
                problems.push(self.problem(problems.len() + 1, unit, n));
            }
        }
        CaseView {
            office: Office {
                name: "东城区语言文字工作委员会办公室".into(),
                prefix: "区语".into(),
                address: "东城区文化路1号".into(),
                contact: "张老师".into(),
                phone: "010-12345678".into(),
            },
            inspection: inspection(2, "2026-11-24", self.units as u64),
            decisions: problems.len(),
            problems,
            not_checked: vec![NotChecked {
                source: "名单.xlsx".into(),
                scope: "表1 第12行".into(),
                why: "unreadable".into(),
                reason: "单元格是图片，读不出文字；请抄录后再查。".into(),
                unreadable: true,
            }],
            kept: Vec::new(),
            previous: Some(inspection(1, "2026-05-20", self.units as u64 + 3)),
        }
    }

    fn problem(&self, number: usize, unit: usize, n: usize) -> Problem {
        let (text, right, title) = FORMS[(unit + n) % FORMS.len()];
        let name = match self.evil {
            true => EVIL[unit % EVIL.len()].to_owned(),
            false => format!("单位{}号店", unit + 1),
        };
        let object = if self.evil { name.clone() } else { format!("城南{text}记第{}分店", n + 1) };
        Problem {
            number: format!("2026-{number:05}"),
            fingerprint: format!("{number:032x}"),
            state: [State::New, State::Persisting, State::Relapsed][n % 3],
            object,
            category: "招牌".into(),
            scene: "signboard".into(),
            rule: "ZI-001".into(),
            name: "traditional".into(),
            title: title.into(),
            severity: Severity::Violation,
            text: text.into(),
            suggestions: vec![right.into()],
            message: format!("“{text}”不规范，应为“{right}”。"),
            context: format!("城南{text}记"),
            basis: vec![
                basis("law:basic-use-signs", "国家通用语言文字法", "第十五条第四项"),
                basis("table:tgscc", "通用规范汉字表", "附件1"),
            ],
            place: format!("名单.xlsx · 表1 · B{number}"),
            unit: name,
            credit_code: "91110101MA00000001".into(),
            street: format!("第{}街道", unit % 12 + 1),
            community: "和平社区".into(),
            address: format!("东城区和平路{}号", unit + 1),
            contact: "李经理 13800000000".into(),
            department: ["城市管理部门", "市场监督管理部门"][unit % 2].into(),
            verdict: Verdict::Violation,
            exemption: String::new(),
            decided_by: "王五".into(),
            decided_on: "2026-11-24".into(),
            notice: Some(Notice {
                number: format!("区语〔2026〕{}号", unit + 1),
                issued: "2026-11-24".into(),
                due: "2026-12-04".into(),
            }),
            result: (n % 4 == 3).then_some(Outcome::Replaced),
            result_on: if n % 4 == 3 { "2026-12-01".into() } else { String::new() },
            first_seen: 1,
            last_seen: 2,
            remark: String::new(),
        }
    }
}

fn inspection(number: u32, date: &str, with_problems: u64) -> Inspection {
    Inspection {
        number,
        title: format!("第{number}次招牌用字检查"),
        date: date.into(),
        run: Run {
            tool: "zhengzi".into(),
            version: "0.1.0".into(),
            data_version: "2026-11-20".into(),
            data_hash: "3f1c9a0d5b7e42c8a1d0e6f7b8c9d2e3".into(),
            date: date.into(),
            jurisdiction: "national".into(),
            scene: "signboard".into(),
            lang: "zh".into(),
            ..Run::default()
        },
        summary: Summary {
            inputs: vec![InputInfo {
                source: "名单.xlsx".into(),
                format: "xlsx".into(),
                bytes: 18_233,
                hash: "a9c4b7e1d2f35061728394a5b6c7d8e9f00112233445566778899aabbccddeef".into(),
                records: 40,
                findings: 9,
                ..InputInfo::default()
            }],
            ..Summary::default()
        },
        input_hash: "b9c4b7e1d2f35061728394a5b6c7d8e9f00112233445566778899aabbccddeef".into(),
        counts: Counts {
            objects: (with_problems + 34).max(40),
            with_problems,
            not_checked: 1,
            characters: 480,
            wrong_characters: 6,
        },
    }
}
