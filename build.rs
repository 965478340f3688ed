//! Compiles `rules/` and `dictionaries/` into the blobs that the binary carries.
//!
//! The compiler is `src/data`, the same code that loads users' dictionaries at run time. Output is a
//! function of the files alone: no time stamps, no map order.

#![allow(clippy::expect_used, clippy::exit, clippy::print_stderr)] // a build script speaks to its author and stops

#[allow(dead_code, unused_imports, missing_docs)]
#[path = "src/data/mod.rs"]
mod data;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut sources = data::Sources::new();
    for folder in ["rules", "dictionaries"] {
        println!("cargo::rerun-if-changed={folder}");
        collect(&root, &root.join(folder), &mut sources).expect("the project's own folders can be read");
    }
    println!("cargo::rerun-if-changed=src/data");
    match data::compile::compile(&sources) {
        Ok(compiled) => write(&out, &sources, compiled).expect("OUT_DIR can be written"),
        Err(error) => {
            // Cargo shows a build script's standard error only when it fails, and this is the author's message.
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}

fn collect(root: &Path, folder: &Path, into: &mut data::Sources) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, into)?;
        } else if path.extension().is_some_and(|e| e == "toml" || e == "tsv") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            into.insert(name, fs::read_to_string(&path)?);
        }
    }
    Ok(())
}

fn write(out: &Path, sources: &data::Sources, mut compiled: data::compile::Compiled) -> io::Result<()> {
    let mut hasher = blake3::Hasher::new();
    for (path, text) in sources {
        for part in [path, text] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    }
    compiled.knowledge.hash = hasher.finalize().to_hex().to_string();
    fs::write(out.join("knowledge.json"), serde_json::to_vec(&compiled.knowledge)?)?;
    fs::write(out.join("chars.bin"), compiled.chars.to_bytes())?;
    fs::write(out.join("terms.bin"), compiled.terms.to_bytes())?;
    fs::write(out.join("confusions.bin"), compiled.confusions.to_bytes())?;
    fs::write(out.join("sign-confusions.bin"), compiled.sign_confusions.to_bytes())?;
    fs::write(out.join("pairs.bin"), compiled.pairs.to_bytes())?;
    fs::write(out.join("anchors.bin"), compiled.anchors.to_bytes())?;
    let frequency: String = compiled.frequency.iter().map(|(c, n)| format!("{c}{n} ")).collect();
    fs::write(out.join("frequency.txt"), frequency)?;
    fs::write(out.join("segmentation.txt"), &compiled.segmentation)?;
    fs::write(out.join("weights.bin"), compiled.weights.to_bytes())?;
    for (name, rows) in &compiled.lists {
        fs::write(out.join(format!("{name}.txt")), rows)?;
    }
    fs::write(out.join("common-pairs.txt"), &compiled.common_pairs)?;
    fs::write(out.join("idioms.bin"), &compiled.idioms)?;
    fs::write(out.join("rule_examples.rs"), example_tests(&compiled.knowledge.rules))
}

/// A test function for every example of every rule, for `tests/rules.rs` to include.
fn example_tests(rules: &[data::shape::Rule]) -> String {
    let mut tests = String::new();
    for rule in rules {
        let id = &rule.id;
        let name = format!("{}_{}", id.to_lowercase().replace('-', "_"), rule.name.replace('-', "_"));
        for number in 0..rule.examples.len() {
            let test = format!("#[test]\nfn {name}_{}() {{ example({id:?}, {number}) }}\n", number + 1);
            tests.push_str(&test);
        }
    }
    tests
}
