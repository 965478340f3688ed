//! Limits against hostile or broken input: every reader asks here before it allocates what a file claims to hold.

/// How much a single input may cost.
///
/// The defaults let every list pass that an office can make by hand and refuse what only a program makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes that the text parts of an archive (xlsx, ods) may unpack to, together.
    pub expanded: u64,
    /// Unpacked bytes for each packed byte, asked only above [`Limits::ratio_from`].
    pub ratio: u64,
    /// Unpacked bytes below which the ratio does not matter.
    pub ratio_from: u64,
    /// Entries of an archive.
    pub entries: usize,
    /// Bytes of a workbook, which is held in memory as a whole.
    pub workbook: u64,
    /// Cells of an input, empty ones inside a row included.
    pub cells: u64,
    /// Columns of a sheet.
    pub columns: usize,
    /// Scalar values of a cell.
    pub cell_chars: usize,
    /// Bytes of a Markdown file that is parsed as Markdown; a longer one is read as plain text.
    pub markdown: u64,
    /// Bytes of a line of JSON or of a CSV record.
    pub record: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            expanded: 512 * MIB,
            ratio: 200,
            ratio_from: 16 * MIB,
            entries: 10_000,
            workbook: 256 * MIB,
            cells: 20_000_000,
            columns: 16_384,
            cell_chars: 1024 * 1024,
            markdown: 64 * MIB,
            record: 16 * 1024 * 1024,
        }
    }
}

/// Bytes in words people use: `512 MB`.
pub(super) fn megabytes(bytes: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    if bytes >= MIB { format!("{} MB", bytes / MIB) } else { format!("{} KB", bytes.div_ceil(1024)) }
}
