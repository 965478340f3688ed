//! Parts of regular expressions that the matches of a rule share: `<trade>` stands for `parts.trade`.

use super::shape::Rule;

/// Puts the parts of a rule where its matches name them.
pub fn expand(rule: &mut Rule) {
    for (name, part) in &rule.parts {
        let written = format!("<{name}>");
        for block in &mut rule.matches {
            for expression in [&mut block.pattern, &mut block.near, &mut block.apart] {
                *expression = expression.replace(&written, part);
            }
        }
    }
}
