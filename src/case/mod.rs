//! The case file: findings become problems with a number, a verdict, a notice and a re-inspection.

pub mod view;
