//! Enterprise names: what their parts are, and what the provisions say about whole parts.

use super::Checker;
use crate::check::enterprise;
use crate::data::shape::Native;
use crate::decide::{Decision, Graded};
use crate::document::Scene;
use crate::enterprise::names;
use crate::record::{NameParts, NamePiece};
use crate::rule::Level;
use std::ops::Range;

impl Checker {
    /// Adds what is wrong with the parts of the names in `range`. They cover characters that are judged by themselves.
    pub(super) fn names(&self, text: &str, range: Range<usize>, scene: Scene, list: bool, decision: &mut Decision) {
        if scene != Scene::EnterpriseName {
            return;
        }
        let found = enterprise::structure(text, range);
        decision.add(found.into_iter().filter_map(|(function, at)| {
            let mut graded = self.about_name(function, at.clone(), scene, list)?;
            if matches!(function, Native::NameDistrict | Native::NameDistrictByAnalogy) {
                graded.suggestions = enterprise::with_city(text.get(at)?);
            }
            Some(graded)
        }));
    }

    /// A finding of a native block about a part of a name.
    fn about_name(&self, function: Native, at: Range<usize>, scene: Scene, list: bool) -> Option<Graded> {
        let matcher = self.registry.native(function)?;
        let block = &self.registry.matchers()[usize::from(matcher)].block;
        let plan = self.plan.scene(scene, list);
        let ceiling = plan.ceiling[block.rule];
        let graded = Graded {
            level: block.level.map_or(ceiling, |level: Level| level.min(ceiling)),
            confidence: block.confidence,
            matcher: Some(matcher),
            ..Graded::notice(at.start, at.end, block.rule)
        };
        plan.runs[block.rule].then_some(graded)
    }
}

/// The parts of the names in a text, for the record.
pub(super) fn parts(text: &str, range: Range<usize>) -> Vec<NameParts> {
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let piece = |piece: &crate::enterprise::Piece| NamePiece {
        part: piece.part.as_str().to_owned(),
        text: slice(&piece.range),
    };
    names(text, range)
        .into_iter()
        .map(|name| NameParts { name: slice(&name.range), parts: name.pieces.iter().map(piece).collect() })
        .collect()
}
