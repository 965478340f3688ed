//! Papers open in an office program, where one is installed.

use super::view::{EVIL, Make};
use super::written;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Converts files to PDF and gives those that could not be.
fn unopened(folder: &Path, files: &[PathBuf]) -> Vec<PathBuf> {
    let pdf = folder.join("pdf");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let options = [profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"];
    let done = Command::new("soffice").args(options).arg(&pdf).args(files).output();
    assert!(done.is_ok_and(|done| done.status.success()));
    let made = |file: &PathBuf| pdf.join(file.file_stem().unwrap()).with_extension("pdf");
    files.iter().filter(|file| !fs::metadata(made(file)).is_ok_and(|made| made.len() > 2_000)).cloned().collect()
}

#[test]
fn every_paper_opens() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let mut view = Make { units: 3, problems: 5, evil: false }.view();
    let evil = Make { units: EVIL.len(), problems: 1, evil: true }.view();
    // Only their names are of interest here; the numbers belong to the first units.
    view.problems.extend(evil.problems.into_iter().map(|mut one| {
        one.notice = None;
        one
    }));
    let (folder, mut files) = written(&view);
    // Some machines have the program for workbooks only.
    let probe = folder.path().join("probe.rtf");
    fs::write(&probe, "{\\rtf1 zhengzi}").unwrap();
    if !unopened(folder.path(), &[probe]).is_empty() {
        files.retain(|file| file.extension().is_some_and(|suffix| suffix == "xlsx"));
    }
    assert_eq!(unopened(folder.path(), &files), Vec::<PathBuf>::new());
}
