//! Where a report goes: a stream, or a file that is replaced only when the new one is whole.

use super::words::fill;
use crate::i18n::{Lang, Msg};
use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Where a report is to be written.
pub enum Destination {
    /// A stream that is open already, as a rule standard output.
    Writer(Box<dyn Write + Send>),
    /// A file, which keeps its old content until the new one is complete.
    Path(PathBuf),
}

/// A report being written.
///
/// A file is written beside its target under a passing name; [`Output::finish`] puts it in place in
/// one step. Whatever happens before, a full disk or a lost power line, the old report stands, and
/// an `Output` that is dropped takes its unfinished file with it.
pub struct Output {
    inner: Inner,
    name: Option<PathBuf>,
    lang: Lang,
}

enum Inner {
    Stream(BufWriter<Box<dyn Write + Send>>),
    File { writer: BufWriter<NamedTempFile>, target: PathBuf },
    Finished,
}

impl Output {
    /// Opens a destination; `lang` is the language of error messages.
    ///
    /// # Errors
    /// When the folder of a file is missing or may not be written.
    pub fn open(destination: Destination, lang: Lang) -> io::Result<Self> {
        match destination {
            Destination::Writer(writer) => Ok(Self { inner: Inner::Stream(BufWriter::new(writer)), name: None, lang }),
            Destination::Path(path) => {
                let inner = open_file(&path).map_err(|error| explain(error, Some(&path), lang))?;
                Ok(Self { inner, name: Some(path), lang })
            }
        }
    }

    /// Makes the report complete: writes what is still held, and puts a file in place of the old one.
    ///
    /// # Errors
    /// When the rest cannot be written or the file cannot be replaced; the old file then stands.
    pub fn finish(&mut self) -> io::Result<()> {
        let done = match std::mem::replace(&mut self.inner, Inner::Finished) {
            Inner::Stream(mut writer) => writer.flush(),
            Inner::File { writer, target } => replace(writer, &target),
            Inner::Finished => Ok(()),
        };
        done.map_err(|error| self.explain(error))
    }

    /// Adds to an error what was being written and what the user can do.
    pub(super) fn explain(&self, error: io::Error) -> io::Error {
        explain(error, self.name.as_deref(), self.lang)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.inner {
            Inner::Stream(writer) => writer.write(bytes),
            Inner::File { writer, .. } => writer.write(bytes),
            Inner::Finished => Err(io::Error::other("the report is finished")),
        };
        written.map_err(|error| self.explain(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.inner {
            Inner::Stream(writer) => writer.flush(),
            Inner::File { writer, .. } => writer.flush(),
            Inner::Finished => Ok(()),
        };
        flushed.map_err(|error| self.explain(error))
    }
}

/// Opens the passing file beside the target; a device or a pipe is written to directly.
fn open_file(path: &Path) -> io::Result<Inner> {
    // A link is followed, so that the file it names is replaced and not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let old = fs::metadata(&target).ok();
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        if !old.is_file() {
            let device: Box<dyn Write + Send> = Box::new(File::options().write(true).open(&target)?);
            return Ok(Inner::Stream(BufWriter::new(device)));
        }
        if old.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = passing_file(folder)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    Ok(Inner::File { writer: BufWriter::new(file), target })
}

/// Makes the passing file with the permissions any new file of the user would have.
fn passing_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".zhengzi-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The mask of the process narrows it; the default of `tempfile` would lock colleagues out.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Brings the bytes to the disk before the name, so that a crash cannot leave an empty report.
fn replace(writer: BufWriter<NamedTempFile>, target: &Path) -> io::Result<()> {
    let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|failed| failed.error)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent().and_then(|folder| File::open(folder).ok()) {
        // The report is in place; a folder that cannot be synced is no reason to call it lost.
        let _ = folder.sync_all();
    }
    Ok(())
}

/// What an error of the operating system means; its own words, which are English, only where there are no others.
#[must_use]
pub fn os(error: &io::Error, lang: Lang) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => Msg::new("没有这个文件或文件夹", "there is no such file or folder"),
        ErrorKind::PermissionDenied => Msg::new("没有权限", "permission denied"),
        ErrorKind::IsADirectory => Msg::new("这是文件夹，不是文件", "it is a folder, not a file"),
        ErrorKind::NotADirectory => Msg::new("路径中有一段不是文件夹", "a part of the path is no folder"),
        ErrorKind::StorageFull => Msg::new("磁盘已满", "the disk is full"),
        ErrorKind::QuotaExceeded => Msg::new("磁盘配额已用完", "the quota of the disk is used up"),
        ErrorKind::ReadOnlyFilesystem => Msg::new("磁盘是只读的", "the disk is read-only"),
        ErrorKind::ResourceBusy => Msg::new("文件正被占用", "the file is in use"),
        ErrorKind::InvalidData => Msg::new("不是 UTF-8 编码的文本", "it is not UTF-8 text"),
        _ => return error.to_string(),
    };
    words.get(lang).to_owned()
}

/// An error of writing a report in words: what, where, what next.
#[derive(Debug)]
struct Unwritten {
    name: Option<PathBuf>,
    lang: Lang,
    source: io::Error,
}

/// Wraps an error once; a closed pipe stays as it is, because it is the reader's wish.
fn explain(error: io::Error, name: Option<&Path>, lang: Lang) -> io::Error {
    let explained = error.get_ref().is_some_and(|inner| inner.is::<Unwritten>());
    if explained || error.kind() == ErrorKind::BrokenPipe || error.kind() == ErrorKind::Interrupted {
        return error;
    }
    let name = name.map(Path::to_path_buf);
    io::Error::new(error.kind(), Unwritten { name, lang, source: error })
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match &self.name {
            Some(path) => path.display().to_string(),
            None => STREAM.get(self.lang).to_owned(),
        };
        f.write_str(&fill(FAILED.get(self.lang), &[&name, &os(&self.source, self.lang)]))?;
        f.write_str(hint(self.source.kind()).get(self.lang))
    }
}

impl Error for Unwritten {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

const STREAM: Msg = Msg::new("标准输出", "standard output");
const FAILED: Msg = Msg::new("写不进“{}”：{}。", "cannot write to '{}': {}. ");

/// Says what the user can do next.
const fn hint(kind: ErrorKind) -> Msg {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            Msg::new("请先建好这个文件夹，或换一个位置。", "Create the folder first, or choose another place.")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::ResourceBusy => Msg::new(
            "如果文件正在 WPS 或 Excel 中打开，请先关闭；否则请换一个有权写入的文件夹。原来的文件没有改动。",
            "Close the file if WPS or Excel has it open, or choose a folder you may write to. The old file is unchanged.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Msg::new(
            "请腾出空间后再试，或换一个磁盘。原来的文件没有改动。",
            "Make room and try again, or choose another disk. The old file is unchanged.",
        ),
        ErrorKind::IsADirectory => Msg::new("请写出报告的文件名。", "Give the file name of the report."),
        _ => Msg::new(
            "请再试一次，或换一个位置。原来的文件没有改动。",
            "Try again, or choose another place. The old file is unchanged.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(path: &Path) -> io::Result<Output> {
        Output::open(Destination::Path(path.to_path_buf()), Lang::Zh)
    }

    #[test]
    fn the_old_file_stands_until_the_new_one_is_whole() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("报告.csv");
        fs::write(&path, "旧")?;
        let mut output = to(&path)?;
        output.write_all("新".as_bytes())?;
        output.flush()?;
        assert_eq!(fs::read_to_string(&path)?, "旧");
        output.finish()?;
        assert_eq!(fs::read_to_string(&path)?, "新");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn an_unfinished_report_leaves_nothing_behind() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("报告.csv");
        fs::write(&path, "旧")?;
        let mut output = to(&path)?;
        output.write_all("新".as_bytes())?;
        drop(output);
        assert_eq!(fs::read_to_string(&path)?, "旧");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn errors_say_what_where_and_what_next() {
        let missing = to(Path::new("/没有/报告.csv")).err().map(|error| error.to_string());
        let text = missing.unwrap_or_default();
        assert!(text.contains("/没有/报告.csv") && text.contains("请先建好这个文件夹"), "{text}");
        // The system's own words are English and name the passing file, which the user never asked for.
        assert!(
            text.contains("没有这个文件或文件夹") && !text.contains("os error") && !text.contains(".tmp"),
            "{text}"
        );
        let folder = to(&std::env::temp_dir()).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(folder.contains("请写出报告的文件名"), "{folder}");
    }
}
