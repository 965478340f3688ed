//! What a document itself says about its check: comments and cells that ignore findings or state facts.

use super::checker::reference_place;
use super::position::{Cursor, Position};
use crate::document::{Document, Role, Scene};
use crate::exception::{self, Statement};
use crate::record::Place;
use std::ops::Range;

/// A statement, where it stands, and what it is about.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Where it stands; within a text relative to the document, like findings.
    pub position: Position,
    /// The comment up to the end of its line, or the cell.
    pub text: String,
    /// Row and column of a list.
    pub place: Place,
    /// Scene in which it is reported about.
    pub scene: Scene,
    /// What it says; `None` where that cannot be understood.
    pub said: Option<Statement>,
    /// What it is about.
    pub target: Target,
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Everything from here on.
    File,
    /// A line, counted like the position.
    Line(i64),
    /// The first line with text of what follows the document.
    Later,
    /// A row of a list.
    Row(u64),
}

/// The comments of a text that speak to the program: where each stands, and what it says.
pub fn comments(document: &Document, text: &str, scene: Scene) -> Vec<(Range<usize>, Remark)> {
    let found = match &document.comments {
        Some(comments) => comments.clone(),
        None => exception::comments(text),
    };
    let mut cursor = Cursor::new(text, document.context);
    let mut remarks = Vec::new();
    for range in found.into_iter().filter(|range| range.start >= document.context) {
        let comment = text.get(range.clone()).unwrap_or_default();
        let Some(said) = exception::said(comment) else { continue };
        let remark = Remark {
            position: cursor.seek(range.start),
            text: comment.lines().next().unwrap_or_default().to_owned(),
            place: Place::default(),
            scene,
            said,
            target: Target::Later,
        };
        remarks.push((range, remark));
    }
    let ranges: Vec<Range<usize>> = remarks.iter().map(|(range, _)| range.clone()).collect();
    let mut lines = None;
    for (range, remark) in &mut remarks {
        remark.target = match &remark.said {
            Some(said) if said.whole => Target::File,
            _ => lines.get_or_insert_with(|| Lines::new(text, &ranges)).target(range, remark.position.lines),
        };
    }
    remarks
}

/// The lines of a text, walked through once for all its comments.
struct Lines {
    /// Where each begins.
    starts: Vec<usize>,
    /// Numbers of those with text that is no comment.
    with_text: Vec<usize>,
}

impl Lines {
    fn new(text: &str, comments: &[Range<usize>]) -> Self {
        let mut lines = Self { starts: Vec::new(), with_text: Vec::new() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let range = at..at + line.len();
            at = range.end;
            if has_text(text, range.clone(), comments) {
                lines.with_text.push(lines.starts.len());
            }
            lines.starts.push(range.start);
        }
        lines
    }

    fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The comment's own line, which has the number `line` where lines are counted like its position, if it holds
    /// other text; else the next line that does.
    fn target(&self, range: &Range<usize>, line: i64) -> Target {
        let (first, last) = (self.number(range.start), self.number(range.end));
        let next = self.with_text.partition_point(|number| *number < first);
        match self.with_text.get(next) {
            Some(number) if *number <= last => Target::Line(line),
            Some(number) => Target::Line(line + (*number - first) as i64),
            None => Target::Later,
        }
    }
}

/// Number of the first line with text from a line start on, counted from there.
pub fn first_line(text: &str, from: usize, comments: &[Range<usize>]) -> Option<i64> {
    let mut at = from;
    let lines = text.get(from..)?.split_inclusive('\n').map(|line| {
        let range = at..at + line.len();
        at = range.end;
        range
    });
    let found = lines.enumerate().find(|(_, range)| has_text(text, range.clone(), comments));
    found.map(|(number, _)| number as i64)
}

fn has_text(text: &str, range: Range<usize>, comments: &[Range<usize>]) -> bool {
    let inside = |at: usize| {
        let next = comments.partition_point(|comment| comment.end <= at);
        comments.get(next).is_some_and(|comment| comment.contains(&at))
    };
    let line = text.get(range.clone()).unwrap_or_default();
    line.char_indices().any(|(at, c)| !c.is_whitespace() && c != '\u{FEFF}' && !inside(range.start + at))
}

/// What the rows of a list state in the column 忽略.
pub fn cells(document: &Document, scene: Scene) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for row in &document.rows {
        for (number, column) in row.sheet.columns.iter().enumerate().filter(|(_, c)| c.role == Role::Ignored) {
            let Some(cell) = row.values.get(number).map(|cell| cell.trim()) else { continue };
            let Some(said) = exception::read_cell(cell) else { continue };
            remarks.push(Remark {
                position: Position::default(),
                text: cell.to_owned(),
                place: reference_place(row, column.index),
                scene,
                said,
                target: Target::Row(row.number),
            });
        }
    }
    remarks
}
