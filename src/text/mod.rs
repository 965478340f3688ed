//! Text that has no rule in it yet: what may be shown, and how.

pub mod sanitize;
pub mod xml;
