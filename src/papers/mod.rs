//! The papers of supervision: ledger, notices, lists and the report, made of a view of the case file and of nothing else.
//!
//! The same view gives the same bytes, at any time and on any machine. Every paper carries versions, hashes and counts,
//! which `zhengzi verify` computes again.

pub mod docx;
mod error;
mod figures;
mod ledger;
mod lists;
mod names;
mod notice;
mod summary;
mod template;
mod words;

pub use error::Error;
pub use figures::{Line, Rate, rates};
pub use template::{MARKS, ROW_MARKS};

use crate::case::view::CaseView;
use crate::i18n::Lang;
use crate::report::output::Output;
use crate::report::seal::{self, Counts};
use crate::report::{Destination, label};
use crate::rule::Registry;
use docx::Identity;
use jiff::civil::Date;
use names::Names;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use template::Template;

/// How papers are to be made.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// An office's own template of notices, a docx with [`MARKS`]; ours where there is none.
    pub template: Option<PathBuf>,
    /// Seconds since 1970 that papers bear as their time (`SOURCE_DATE_EPOCH`); the day of the inspection where there are none.
    pub epoch: Option<i64>,
}

/// Writes every paper that the view has content for, and gives the files in order.
///
/// Nothing is written before the template and every notice have been looked at.
///
/// # Errors
/// When the template lacks marks, a violation has no person, or a file cannot be written.
pub fn write(view: &CaseView, folder: &Path, options: &Options) -> Result<Vec<PathBuf>, Error> {
    let identity = |title: &str| identity(view, options, title);
    let template = match &options.template {
        Some(path) => Template::new(fs::read(path).map_err(|error| Error::File(path.clone(), error))?)?,
        None => notice::template(&identity("整改通知书")?)?,
    };
    let registry = Registry::builtin();
    let notices = notice::collect(view)?;
    let short = versions(view);
    let mut files = Files { folder: folder.to_path_buf(), written: Vec::new() };

    let book = ledger::write(view, &registry, &identity("问题台账")?)?;
    files.put("", "问题台账.xlsx", |output| std::io::copy(&mut { book }, output).map(drop))?;
    let counts = [("objects", view.inspection.counts.objects), ("registered", view.problems.len() as u64)];
    files.document(
        "",
        "检查情况报告.docx",
        &summary::write(view).finish(&identity("语言文字使用情况检查报告")?)?,
        &counts,
    )?;
    let list = lists::recheck(view, &short);
    if list.problems > 0 {
        let bytes = list.document.finish(&identity("整改复查对照表")?)?;
        files.document("", "复查对照表.docx", &bytes, &[("problems", list.problems)])?;
    }
    let mut given = Names::default();
    for (department, problems) in lists::departments(view) {
        let list = lists::handover(view, &department, &problems, &short);
        let bytes = list.document.finish(&identity("移交清单")?)?;
        files.document("移交清单", &given.give(&department, "docx"), &bytes, &[("problems", list.problems)])?;
    }
    let liability = notice::liability(&registry, &view.inspection.date);
    let liability = liability.unwrap_or_else(|| "请依照国家通用语言文字法律法规的规定改正。".to_owned());
    let mut given = Names::default();
    let mut all = Vec::new();
    for paper in &notices {
        let count = paper.problems.len();
        let filled = notice::values(view, paper, &liability, &format!("本件列问题{count}处。{short}"));
        let name = given.give(&format!("{} {}", paper.notice.number, paper.unit), "docx");
        files.document("整改通知书", &name, &template.fill(&filled.0, &filled.1)?, &[("problems", count as u64)])?;
        all.push(filled);
    }
    if all.len() > 1 {
        let count: usize = notices.iter().map(|paper| paper.problems.len()).sum();
        files.document("", "整改通知书（合订）.docx", &template.merge(&all)?, &[("problems", count as u64)])?;
    }
    Ok(files.written)
}

/// Files being written below one folder.
struct Files {
    folder: PathBuf,
    written: Vec<PathBuf>,
}

impl Files {
    /// Writes a document with its seal.
    fn document(&mut self, below: &str, name: &str, bytes: &[u8], counts: &Counts<'_>) -> Result<(), Error> {
        let sealed = seal::package(Cursor::new(bytes), Cursor::new(Vec::new()), counts)?.into_inner();
        self.put(below, name, |output| output.write_all(&sealed))
    }

    /// Writes a file, whole or not at all.
    fn put(
        &mut self,
        below: &str,
        name: &str,
        content: impl FnOnce(&mut Output) -> std::io::Result<()>,
    ) -> Result<(), Error> {
        let folder = if below.is_empty() { self.folder.clone() } else { self.folder.join(below) };
        fs::create_dir_all(&folder).map_err(|error| Error::File(folder.clone(), error))?;
        let path = folder.join(name);
        let write = || {
            let mut output = Output::open(Destination::Path(path.clone()), Lang::Zh)?;
            content(&mut output)?;
            output.finish()
        };
        write().map_err(|error| Error::File(path.clone(), error))?;
        self.written.push(path);
        Ok(())
    }
}

/// Our own template of notices, a docx that an office may change as long as the marks stay; `moment` is when it was made.
///
/// # Errors
/// When it cannot be packed.
pub fn template(moment: String) -> Result<Vec<u8>, Error> {
    let author = concat!("zhengzi ", env!("CARGO_PKG_VERSION")).to_owned();
    Ok(notice::template(&Identity { title: "整改通知书模板".to_owned(), author, moment })?.into_bytes())
}

/// What identifies a paper.
fn identity(view: &CaseView, options: &Options, title: &str) -> Result<Identity, Error> {
    let date = view.inspection.date.as_str();
    let day: Date = date.parse().map_err(|_| Error::Date(date.to_owned()))?;
    let moment = options.epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let run = &view.inspection.run;
    Ok(Identity {
        title: title.to_owned(),
        author: format!("{} {}", run.tool, run.version).trim().to_owned(),
        moment: moment.map_or_else(|| format!("{day}T00:00:00Z"), |moment| moment.to_string()),
    })
}

/// What a second person needs to get the same result.
fn facts(view: &CaseView) -> Vec<(String, String)> {
    let mut facts: Vec<(String, String)> = label::facts(&view.inspection.run, Lang::Zh)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    facts.push(("检查记录哈希（BLAKE3）".to_owned(), words::safe(&view.inspection.input_hash)));
    facts
}

/// The same in one line of small print.
fn versions(view: &CaseView) -> String {
    let run = &view.inspection.run;
    let start = |hash: &str| words::safe(hash.get(..16).unwrap_or(hash));
    format!(
        "程序 {} {}；规则数据 {}（{}）；法律日期 {}；检查记录 {}。可用 zhengzi verify 核对本文件。",
        words::safe(&run.tool),
        words::safe(&run.version),
        words::safe(&run.data_version),
        start(&run.data_hash),
        words::safe(&run.date),
        start(&view.inspection.input_hash),
    )
}
