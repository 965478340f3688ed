//! Names of files made of what strangers wrote, on a real file system.

use super::view::{EVIL, Make};
use super::{names, written};

#[test]
fn no_file_is_written_beside_the_folder() {
    let view = Make { units: EVIL.len(), problems: 1, evil: true }.view();
    let (folder, files) = written(&view);
    for name in names(folder.path(), &files) {
        let parts: Vec<&str> = name.split('/').collect();
        assert!(parts.len() <= 2 && parts.iter().all(|part| *part != ".." && part.len() <= 255), "{name}");
        assert!(!name.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\u{202e}']), "{name}");
    }
}

#[test]
fn units_of_one_name_get_files_of_their_own() {
    let mut view = Make { units: 3, problems: 1, evil: false }.view();
    for (n, problem) in view.problems.iter_mut().enumerate() {
        problem.department = ["城管/一", "城管\\一", "城管:一"][n].into();
    }
    let (folder, files) = written(&view);
    let lists: Vec<_> = names(folder.path(), &files).into_iter().filter(|name| name.starts_with("移交清单/")).collect();
    assert_eq!(lists.len(), 3);
    assert!(
        lists.contains(&"移交清单/城管_一.docx".to_owned()) && lists.contains(&"移交清单/城管_一（3）.docx".to_owned())
    );
}
