//! Holds records until the end of a run without holding them in memory.
//!
//! A ledger needs the names of all extra columns before its first row, and a document needs its
//! parts in order, while a run gives everything as it comes. A million findings do not fit into the
//! memory of an office computer, so they wait as JSON lines: in memory while few, then on disk.

use serde::{Serialize, de::DeserializeOwned};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::marker::PhantomData;
use tempfile::SpooledTempFile;

/// Bytes kept in memory before the disk is used.
const IN_MEMORY: usize = 4 << 20;

/// Records waiting for the end of the run, in the order they came.
pub struct Spool<T> {
    file: BufWriter<SpooledTempFile>,
    len: u64,
    kind: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned> Spool<T> {
    /// Makes an empty spool.
    #[must_use]
    pub fn new() -> Self {
        Self { file: BufWriter::new(SpooledTempFile::new(IN_MEMORY)), len: 0, kind: PhantomData }
    }

    /// Adds a record.
    ///
    /// # Errors
    /// When the folder for temporary files is full.
    pub fn push(&mut self, record: &T) -> io::Result<()> {
        serde_json::to_writer(&mut self.file, record)?;
        self.file.write_all(b"\n")?;
        self.len += 1;
        Ok(())
    }

    /// Gives the number of records.
    #[must_use]
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Tells whether there is no record.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Reads the records from the first; the spool can be read again afterwards.
    ///
    /// # Errors
    /// When the temporary file cannot be written or read.
    pub fn read(&mut self) -> io::Result<impl Iterator<Item = io::Result<T>> + '_> {
        Ok(self.lines()?.map(|line| serde_json::from_str(&line?).map_err(io::Error::from)))
    }

    /// Reads the records as the JSON they are held in.
    ///
    /// # Errors
    /// As for [`Spool::read`].
    pub fn lines(&mut self) -> io::Result<impl Iterator<Item = io::Result<String>> + '_> {
        self.file.flush()?;
        let file = self.file.get_mut();
        file.seek(SeekFrom::Start(0))?;
        Ok(BufReader::new(file).lines())
    }
}

impl<T: Serialize + DeserializeOwned> Default for Spool<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_in_order_from_memory_and_from_disk() -> io::Result<()> {
        for (count, size) in [(3_u64, 10), (3_000, 3_000)] {
            let mut spool = Spool::new();
            for n in 0..count {
                spool.push(&(n, "字\n".repeat(size)))?;
            }
            assert_eq!(spool.len(), count);
            for _ in 0..2 {
                let back: Vec<(u64, String)> = spool.read()?.collect::<io::Result<_>>()?;
                assert!(back.iter().enumerate().all(|(n, one)| one.0 == n as u64 && one.1.len() == size * 4));
                assert_eq!(back.len() as u64, count);
            }
        }
        Ok(())
    }
}
