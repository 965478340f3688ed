//! The one store of the program: a SQLite file with one schema and one ordered list of migrations.
//!
//! The file is in WAL mode with `synchronous = FULL`: what was acknowledged is on the disk. One writer at a time; a
//! second one waits for [`PATIENCE`] and is then told.

mod error;

pub use error::StoreError;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// How long a second writer waits for the first.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// `zhzi` in the header of the file: a database of another program is not ours to migrate.
const APPLICATION: i32 = 0x7A68_7A69;

/// The migrations in order; the number of those done is the `user_version` of the file. Append, never edit.
const MIGRATIONS: &[&str] = &[include_str!("schema/0001-cases.sql")];

/// An open store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

impl Store {
    /// Creates a store in a new file.
    ///
    /// # Errors
    /// When something has that name already, or the file cannot be written.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut store = Self { connection: Connection::open_with_flags(path, flags)? };
        store.prepare()?;
        store.write(|transaction| {
            Ok::<_, StoreError>(transaction.pragma_update(None, "application_id", APPLICATION)?)
        })?;
        store.migrate(0)?;
        Ok(store)
    }

    /// Opens a store and brings an older schema up to date.
    ///
    /// # Errors
    /// When there is no such file, it is no store of this program, or a later version wrote it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::Missing);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut store = Self { connection: Connection::open_with_flags(path, flags)? };
        let application: i32 = store.connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if application != APPLICATION {
            return Err(StoreError::Foreign);
        }
        let version: usize = store.connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version > MIGRATIONS.len() {
            return Err(StoreError::Newer(version, MIGRATIONS.len()));
        }
        store.prepare()?;
        store.migrate(version)?;
        Ok(store)
    }

    fn prepare(&self) -> Result<(), StoreError> {
        self.connection.busy_timeout(PATIENCE)?;
        self.connection.pragma_update(None, "journal_mode", "wal")?;
        self.connection.pragma_update(None, "synchronous", "full")?;
        self.connection.pragma_update(None, "foreign_keys", true)?;
        self.connection.set_prepared_statement_cache_capacity(32);
        Ok(())
    }

    fn migrate(&mut self, done: usize) -> Result<(), StoreError> {
        for (number, migration) in MIGRATIONS.iter().enumerate().skip(done) {
            self.write(|transaction| {
                transaction.execute_batch(migration)?;
                Ok::<_, StoreError>(transaction.pragma_update(None, "user_version", number + 1)?)
            })?;
        }
        Ok(())
    }

    /// For reading.
    #[must_use]
    pub const fn reader(&self) -> &Connection {
        &self.connection
    }

    /// Does something as a whole or not at all; when this returns without an error it is on the disk.
    ///
    /// # Errors
    /// What `work` gives, and when another program keeps writing or the disk is full.
    pub fn write<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&Transaction) -> Result<T, E>) -> Result<T, E> {
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(StoreError::from)?;
        let done = work(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_no_store_of_ours_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("案卷.db");
        assert!(matches!(Store::open(&path), Err(StoreError::Missing)));
        fs::write(&path, "序号,店名\n1,如意便利店\n".repeat(100)).unwrap();
        assert!(matches!(Store::open(&path), Err(StoreError::Foreign)));
        assert!(matches!(Store::create(&path), Err(StoreError::Exists)));
        assert!(fs::read_to_string(&path).unwrap().starts_with("序号"));
        fs::remove_file(&path).unwrap();
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE mine (x)").unwrap();
        assert!(matches!(Store::open(&path), Err(StoreError::Foreign)));
    }

    #[test]
    fn a_store_of_a_later_version_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::create(&path).unwrap();
        store.connection.pragma_update(None, "user_version", MIGRATIONS.len() + 1).unwrap();
        drop(store);
        assert!(matches!(Store::open(&path), Err(StoreError::Newer(newer, known)) if newer == known + 1));
    }

    #[test]
    fn the_file_is_written_through_and_a_second_writer_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut first = Store::create(&path).unwrap();
        let text = |name: &str| first.connection.pragma_query_value(None, name, |row| row.get::<_, String>(0)).unwrap();
        assert_eq!(text("journal_mode"), "wal");
        let level: i32 = first.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        assert_eq!(level, 2);
        let mut second = Store::open(&path).unwrap();
        second.connection.busy_timeout(Duration::ZERO).unwrap();
        let told = first.write(|_| Ok::<_, StoreError>(second.write(|_| Ok::<_, StoreError>(()))));
        assert!(matches!(told.unwrap(), Err(StoreError::Busy)));
    }
}
