//! Every example of every rule is a test of its own, exact to the character.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::sync::LazyLock;
use zhengzi::proof::Prover;
use zhengzi::rule::Registry;

include!(concat!(env!("OUT_DIR"), "/rule_examples.rs"));

static PROVER: LazyLock<Prover> =
    LazyLock::new(|| Prover::new("2026-11-23", Vec::new()).expect("the national profile exists"));
static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::builtin);

fn example(id: &str, number: usize) {
    let rule = REGISTRY.find(id).expect("the build lists the rules it compiled");
    let example = &rule.examples[number];
    if let Err(fault) = PROVER.prove(rule, example) {
        panic!("“{}{}”: {fault:#?}", example.bad, example.good);
    }
}
