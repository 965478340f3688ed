//! Papers open in an office program, where one is installed.

use super::view::{EVIL, Make};
use super::written;
use std::fs;
use std::process::Command;

#[test]
fn every_paper_opens() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let mut view = Make { units: 3, problems: 5, evil: false }.view();
    view.problems.extend(Make { units: EVIL.len(), problems: 1, evil: true }.view().problems.into_iter().map(
        |mut one| {
            // Only their names are of interest here; the numbers belong to the first units.
            one.notice = None;
            one
        },
    ));
    let (folder, files) = written(&view);
    let pdf = folder.path().join("pdf");
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&pdf)
        .args(&files)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for file in &files {
        let made = pdf.join(file.file_stem().unwrap()).with_extension("pdf");
        assert!(fs::metadata(&made).is_ok_and(|made| made.len() > 2_000), "{made:?}");
    }
}
