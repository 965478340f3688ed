//! The archive a document is: fixed times, fixed order, so that the same paper is the same bytes.

use std::io::{self, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Bytes a part of a user's template may unpack to.
const LARGEST: u64 = 64 << 20;
/// Parts a user's template may have.
const MOST: usize = 2_000;

/// An archive being written.
pub struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    /// Starts an archive.
    #[must_use]
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a part.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn part(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options)?;
        self.0.write_all(bytes)
    }

    /// Ends the archive and gives its bytes.
    ///
    /// # Errors
    /// When its directory cannot be written.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

impl Default for Package {
    fn default() -> Self {
        Self::new()
    }
}

/// Copies an archive, giving every part to `change`; a part for which it gives `None` stays as it is.
///
/// # Errors
/// When the archive is none, is too large, or `change` refuses a part.
pub fn rewrite<E: From<io::Error>>(
    archive: &[u8],
    mut change: impl FnMut(&str, &[u8]) -> Result<Option<Vec<u8>>, E>,
) -> Result<Vec<u8>, E> {
    let mut source = ZipArchive::new(Cursor::new(archive)).map_err(io::Error::from)?;
    if source.len() > MOST {
        return Err(io::Error::other("too many parts").into());
    }
    let mut package = Package::new();
    for index in 0..source.len() {
        let part = source.by_index(index).map_err(io::Error::from)?;
        let name = part.name().map_err(io::Error::from)?.into_owned();
        if part.is_dir() {
            continue;
        }
        let mut bytes = Vec::new();
        part.take(LARGEST + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LARGEST {
            return Err(io::Error::other("a part is too large").into());
        }
        let changed = change(&name, &bytes)?;
        package.part(&name, changed.as_deref().unwrap_or(&bytes))?;
    }
    Ok(package.finish()?)
}
