//! 整改通知书: a notice for each unit, of problems that a person called violations, on bases that were verified.

use super::docx::{Align, Document, Form, Identity, Kind, PORTRAIT, Table, cut};
use super::lists::original;
use super::template::{Template, Values};
use super::{Error, words};
use crate::case::view::{CaseView, Notice, Problem, Verdict};
use crate::i18n::Lang;
use crate::rule::Registry;
use jiff::ToSpan;
use jiff::civil::Date;

/// Days a unit has where the case file says nothing else.
pub const DAYS: i32 = 10;

/// A notice to be written.
#[derive(Debug)]
pub struct Paper<'v> {
    /// 文号.
    pub notice: &'v Notice,
    /// Unit it goes to.
    pub unit: &'v str,
    /// Its problems, in order of their numbers.
    pub problems: Vec<&'v Problem>,
}

/// Unit that answers for a problem.
pub fn unit(problem: &Problem) -> &str {
    words::or(&problem.unit, &problem.object)
}

/// Collects the notices: nothing that no person decided, nothing that rests on unverified text alone.
///
/// What was put right since stays in its notice, so that a notice made again is the same paper.
///
/// # Errors
/// When a violation has no person, or a number went to two units.
pub fn collect(view: &CaseView) -> Result<Vec<Paper<'_>>, Error> {
    let mut papers: Vec<Paper<'_>> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for problem in view.problems.iter().filter(|problem| problem.verdict == Verdict::Violation) {
        let Some(notice) = &problem.notice else { continue };
        if problem.decided_by.trim().is_empty() {
            return Err(Error::NoPerson(problem.number.clone()));
        }
        if words::verified(problem).is_empty() {
            continue;
        }
        let place = *places.entry(notice.number.as_str()).or_insert_with(|| {
            papers.push(Paper { notice, unit: unit(problem), problems: Vec::new() });
            papers.len() - 1
        });
        let paper = &mut papers[place];
        if paper.unit != unit(problem) {
            return Err(Error::SharedNumber(notice.number.clone()));
        }
        paper.problems.push(problem);
    }
    Ok(papers)
}

/// What the law says of those who do not comply, as it stood on the day: only what was verified, and no fine.
pub fn liability(registry: &Registry, date: &str) -> Option<String> {
    let basis = registry.knowledge.basis.get("law:liability")?;
    let in_force = basis.edition.iter().find(|edition| {
        edition.verified && edition.from.as_str() <= date && (edition.until.is_empty() || date < edition.until.as_str())
    })?;
    Some(format!("《{}》{}规定：“{}”", basis.title.get(Lang::Zh), in_force.article, in_force.text))
}

/// Fills the marks of a notice.
pub fn values(view: &CaseView, paper: &Paper<'_>, liability: &str, versions: &str) -> (Values, Vec<Values>) {
    let first = paper.problems.first();
    let place =
        first.map(|problem| words::or(&problem.address, words::or(&problem.street, "你单位"))).unwrap_or_default();
    let code = first.map(|problem| problem.credit_code.as_str()).unwrap_or_default();
    let Notice { number, issued, due } = paper.notice;
    let issued = words::or(issued, &view.inspection.date);
    let due = if due.is_empty() { default_due(issued) } else { due.clone() };
    let office = &view.office;
    let registered = |text: &str| cut(&words::safe(words::or(text, "（未登记）")));
    let values = Values::from([
        ("机关", registered(&office.name)),
        ("文号", words::safe(number)),
        ("单位", cut(&words::safe(paper.unit))),
        ("日期", words::date(issued)),
        ("期限", words::date(&due)),
        ("联系人", registered(&office.contact)),
        ("电话", registered(&office.phone)),
        ("机关地址", registered(&office.address)),
        ("检查时间", words::date(&view.inspection.date)),
        ("检查地点", cut(&words::safe(place))),
        ("检查依据", "国家通用语言文字法律法规和国家语言文字规范标准".to_owned()),
        ("问题数", paper.problems.len().to_string()),
        ("法律责任", liability.to_owned()),
        ("信用代码", registered(code)),
        ("版本", versions.to_owned()),
    ]);
    (values, (1..).zip(&paper.problems).map(|(n, problem)| row(n, problem)).collect())
}

fn row(number: usize, problem: &Problem) -> Values {
    Values::from([
        ("序号", number.to_string()),
        ("问题编号", words::safe(&problem.number)),
        ("位置", cut(&words::safe(words::or(&problem.category, "（未填）")))),
        ("问题类型", words::safe(words::kind(problem))),
        ("原文", cut(&original(problem))),
        ("规范写法", cut(&words::forms(problem))),
        ("依据", words::bases(words::verified(problem)).replace('\n', "；")),
    ])
}

/// The last day of the deadline where none was set.
fn default_due(issued: &str) -> String {
    let due = issued.parse::<Date>().ok().and_then(|date| date.checked_add(DAYS.days()).ok());
    due.map_or_else(|| format!("收到本通知之日起{DAYS}日内"), |date| date.to_string())
}

/// Our own template, which an office may take as the start of its own.
///
/// # Errors
/// When it cannot be packed.
pub fn template(identity: &Identity) -> Result<Template, Error> {
    let mut document = Document::new(false);
    document.paragraph(Form::Title, "关于规范使用语言文字的整改通知书");
    document.paragraph(Form::Number, "{{文号}}");
    document.paragraph(Form::Addressee, "{{单位}}：");
    document.paragraph(
        Form::Body,
        "{{检查时间}}，我办依照{{检查依据}}，对{{检查地点}}的用语用字情况进行了检查，发现你单位有{{问题数}}处语言文字使用不符合国家规范和标准。现将有关情况和整改建议通知如下：",
    );
    document.paragraph(Form::Heading, "一、存在的问题");
    let columns = [
        ("序号", 6, Align::Center),
        ("对象", 12, Align::Center),
        ("原文", 24, Align::Left),
        ("规范写法", 15, Align::Center),
        ("依据", 43, Align::Left),
    ];
    let marks = ["{{序号}}", "{{位置}}", "{{原文}}", "{{规范写法}}", "{{依据}}"];
    let rows = [marks.map(str::to_owned).to_vec()];
    document.table(&Table { kind: Kind::Problems, columns: &columns, width: PORTRAIT, rows: &rows });
    document.paragraph(Form::Heading, "二、整改要求和期限");
    document.paragraph(
        Form::Body,
        "请按照上表所列规范写法改正，于{{期限}}前完成，并将所附回执填写后交回我办。我办将在期满后复查。",
    );
    document.paragraph(Form::Heading, "三、可以采取的方式");
    for way in [
        "（一）更换：按规范写法更换招牌、标牌、广告等的用字。",
        "（二）加挂规范字副牌：一时难以更换的，可以在显著位置加挂使用规范汉字的副牌。",
        "（三）提供豁免依据：属于文物古迹，姓氏中的异体字，书法、篆刻等艺术作品，题词和招牌的手书字，出版、教学、研究中需要使用等法定情形的，请提供证明材料，经核实可以保留。",
    ] {
        document.paragraph(Form::Body, way);
    }
    document.paragraph(Form::Heading, "四、法律规定");
    document.paragraph(Form::Body, "{{法律责任}}");
    document.paragraph(Form::Heading, "五、异议和联系");
    document.paragraph(
        Form::Body,
        "对本通知所列问题有异议的，可以在上述期限内向我办书面提出，并附有关材料。联系人：{{联系人}}；电话：{{电话}}；地址：{{机关地址}}。",
    );
    document.paragraph(Form::Addressee, "");
    document.paragraph(Form::Body, "附：送达回执");
    document.paragraph(Form::Addressee, "");
    document.paragraph(Form::Signature, "{{机关}}");
    document.paragraph(Form::Signature, "{{日期}}（印章）");
    document.page_break();
    receipt(&mut document);
    document.paragraph(Form::Small, "{{版本}}");
    Template::new(document.finish(identity)?)
}

/// 送达回执, on a page of its own.
fn receipt(document: &mut Document) {
    document.paragraph(Form::Title, "送达回执");
    let columns = [("项目", 28, Align::Center), ("内容", 72, Align::Left)];
    let lines = [
        ("文书名称和文号", "关于规范使用语言文字的整改通知书（{{文号}}）"),
        ("受送达单位", "{{单位}}（统一社会信用代码：{{信用代码}}）"),
        ("送达机关", "{{机关}}"),
        ("整改期限", "{{期限}}"),
        ("送达方式", "□直接送达　□邮寄送达　□其他：\n "),
        ("签收人（签名、盖章）", " \n \n "),
        ("签收日期", "　　　　年　　月　　日"),
        ("整改方式", "□更换　□加挂规范字副牌　□拆除　□申请保留（附依据）"),
        ("整改情况（附照片）", " \n \n \n \n "),
        ("整改完成日期", "　　　　年　　月　　日"),
        ("复查意见", " \n \n "),
        ("复查人、日期", " \n "),
    ];
    let rows: Vec<_> = lines.iter().map(|(name, value)| vec![(*name).to_owned(), (*value).to_owned()]).collect();
    document.table(&Table { kind: Kind::Plain, columns: &columns, width: PORTRAIT, rows: &rows });
}
