//! Tables in a web page or in the XML of Excel 2003, as web systems export them under the name `.xls`.

use super::decode::Blocks;
use super::limits::megabytes;
use super::list::Lister;
use super::markup::TableText;
use super::table::Source;
use super::{Options, Part};
use crate::document::LossKind;
use std::sync::Arc;

/// Reads the tables of a page as one sheet.
pub(super) struct Page {
    source: Source,
    lister: Lister,
    limit: u64,
    columns: usize,
    ending: Option<std::vec::IntoIter<Part>>,
}

impl Page {
    pub(super) fn new(blocks: Blocks, options: &Arc<Options>) -> Self {
        Self {
            source: Source::new(blocks),
            lister: Lister::new(Arc::clone(options), None, true, 0),
            limit: options.limits.markdown,
            columns: options.limits.columns,
            ending: None,
        }
    }

    fn read(&mut self) {
        while !self.source.ended() && self.source.rest().len() as u64 <= self.limit {
            self.source.more(&mut self.lister);
        }
        if self.source.ended() {
            let found = TableText::new(self.source.rest(), self.columns).read(&mut self.lister);
            if !found {
                let text = "扩展名是表格，内容是网页，其中没有表格；请用浏览器打开，把内容另存为 .txt 后再检查";
                self.lister.lose("", LossKind::Unreadable(text.to_owned()));
            }
        } else {
            let text =
                format!("网页形式的表格超过上限 {}；请用表格软件打开，另存为 .xlsx 后再检查", megabytes(self.limit));
            self.lister.lose("", LossKind::Limit(text));
        }
        self.lister.finish();
        self.ending = Some(self.source.end("html", self.lister.records()).into_iter());
    }
}

impl Iterator for Page {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        if self.ending.is_none() {
            self.read();
        }
        self.lister.pop().or_else(|| self.ending.as_mut()?.next())
    }
}
