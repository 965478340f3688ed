//! The bytes of an input, counted and hashed on their way.

use super::{Info, Input};
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// Bytes of an input, read in blocks; what has been read is what the hash covers.
pub(super) struct Feed {
    reader: Box<dyn Read + Send>,
    hasher: blake3::Hasher,
    bytes: u64,
    size: Option<u64>,
    ended: bool,
}

impl Feed {
    /// Opens the input; the error is a sentence for people.
    pub(super) fn open(input: &Input) -> Result<Self, String> {
        let (reader, size): (Box<dyn Read + Send>, _) = match input {
            Input::File(path) => {
                let (file, size) = open_file(path)?;
                (Box::new(file), size)
            }
            Input::Stdin => (Box::new(io::stdin()), None),
            Input::Text(text) => (Box::new(Cursor::new(text.clone().into_bytes())), Some(text.len() as u64)),
        };
        Ok(Self { reader, hasher: blake3::Hasher::new(), bytes: 0, size, ended: false })
    }

    /// Length of a regular file or an argument; `None` for a pipe.
    pub(super) fn size(&self) -> Option<u64> {
        self.size
    }

    /// Whether the end has been seen.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// Bytes read so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Reads until `block` holds `upto` bytes or the input ends.
    ///
    /// The bytes go straight from read(2) into the block, whose spare room is not cleared first.
    pub(super) fn fill(&mut self, block: &mut Vec<u8>, upto: usize) -> io::Result<()> {
        let start = block.len();
        if self.ended || start >= upto {
            return Ok(());
        }
        let wanted = upto - start;
        let known = self.size.map_or(wanted as u64, |size| size.saturating_sub(self.bytes) + 1);
        block.reserve(wanted.min(usize::try_from(known).unwrap_or(wanted)));
        let got = self.reader.by_ref().take(wanted as u64).read_to_end(block)?;
        self.ended = got < wanted;
        self.bytes += got as u64;
        self.hasher.update(block.get(start..).unwrap_or_default());
        Ok(())
    }

    /// Hashes what is left of a regular file that is not going to be read, so that its hash names the file.
    pub(super) fn drain(&mut self) {
        let mut block = Vec::new();
        while self.size.is_some() && !self.ended {
            block.clear();
            if self.fill(&mut block, 1 << 20).is_err() {
                return;
            }
        }
    }

    /// What is known of the input so far.
    pub(super) fn info(&self, format: &'static str, encoding: &'static str, records: u64) -> Info {
        let hash = self.hasher.finalize().to_hex().to_string();
        Info { format, encoding, bytes: self.bytes, hash, records }
    }
}

fn open_file(path: &Path) -> Result<(File, Option<u64>), String> {
    let file = File::open(path).map_err(|error| explain(&error))?;
    let meta = file.metadata().map_err(|error| explain(&error))?;
    if meta.is_dir() {
        return Err("这是文件夹，不是文件；请把文件夹作为路径参数交给 check 命令".to_owned());
    }
    Ok((file, meta.is_file().then_some(meta.len())))
}

/// What an error of the operating system means, and what to do.
pub(crate) fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "找不到文件；请核对路径和文件名".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读取权限；请检查权限，或者先关闭正在使用它的程序".to_owned(),
        io::ErrorKind::IsADirectory => "这是文件夹，不是文件".to_owned(),
        _ => format!("读取失败：{error}；请检查磁盘或网络位置后重试"),
    }
}
