//! Where reports go, and what happens when they cannot.

use super::{Outcome, record};
use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::Path;
use zhengzi::report::{Destination, Format, Look, open, replay};

/// A disk that is full after some bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        if taken == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_an_error_that_says_what_to_do() -> Outcome {
    for format in Format::ALL {
        let mut reporters = [open(format, Destination::Writer(Box::new(Full(10))), &Look::default())?];
        let error = replay(BufReader::new(File::open(record())?), &mut reporters).err().ok_or("written")?;
        assert!(error.to_string().contains("磁盘已满"), "{format:?}: {error}");
    }
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_not_replaced() -> Outcome {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return Ok(());
    }
    let mut reporters = [open(Format::Html, Destination::Path(full.into()), &Look::default())?];
    let error = replay(BufReader::new(File::open(record())?), &mut reporters).err().ok_or("written")?;
    let text = error.to_string();
    assert!(text.contains("/dev/full") && text.contains("磁盘已满"), "{text}");
    Ok(())
}

#[test]
fn a_place_that_cannot_be_written_is_said_before_the_run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("文件");
    fs::write(&file, "")?;
    for path in [file.join("报告.csv"), folder.path().join("没有/报告.csv"), folder.path().to_path_buf()] {
        let error = open(Format::Csv, Destination::Path(path.clone()), &Look::default()).err();
        let error = error.ok_or_else(|| format!("{} was opened", path.display()))?.to_string();
        assert!(error.contains(&path.display().to_string()) && error.contains('请'), "{error}");
    }
    let locked = folder.path().join("只读.csv");
    fs::write(&locked, "旧")?;
    let mut permissions = fs::metadata(&locked)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions)?;
    assert!(open(Format::Csv, Destination::Path(locked.clone()), &Look::default()).is_err());
    assert_eq!(fs::read_to_string(&locked)?, "旧");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_report_keeps_the_permissions_and_links_of_the_old_one() -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir()?;
    let (file, link) = (folder.path().join("报告.csv"), folder.path().join("最新.csv"));
    fs::write(&file, "旧")?;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640))?;
    std::os::unix::fs::symlink(&file, &link)?;
    let mut reporters = [open(Format::Csv, Destination::Path(link.clone()), &Look::default())?];
    replay(BufReader::new(File::open(record())?), &mut reporters)?;
    assert!(fs::symlink_metadata(&link)?.is_symlink());
    assert_eq!(fs::metadata(&file)?.permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&file)?.contains("红星机械廠"));
    Ok(())
}
