//! Seals an Office document: its hashes stand among its own properties, where Office keeps them.

use super::{COUNTS, Counts, PART, SEAL, counts_text};
use crate::text::xml::escape;
use blake3::Hasher;
use std::collections::BTreeMap;
use std::io::{self, Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The part the seal stands in.
pub const CUSTOM: &str = "docProps/custom.xml";
const TYPES: &str = "[Content_Types].xml";
const RELATIONS: &str = "_rels/.rels";

/// Copies a document and puts its seal into the copy.
///
/// # Errors
/// When the source is no archive, or either cannot be read or written.
pub fn package<R: Read + Seek, W: Write + Seek>(source: R, target: W, counts: &Counts<'_>) -> io::Result<W> {
    let mut archive = ZipArchive::new(source)?;
    let has_custom = archive.index_for_name(CUSTOM).is_some();
    let mut writer = ZipWriter::new(target);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        if name == CUSTOM || part.is_dir() {
            continue;
        }
        if !has_custom && (name == TYPES || name == RELATIONS) {
            let mut text = String::new();
            part.read_to_string(&mut text)?;
            let text = admit(&name, &text);
            parts.insert(name.clone(), blake3::hash(text.as_bytes()).to_hex().to_string());
            writer.start_file(&name, options)?;
            writer.write_all(text.as_bytes())?;
            continue;
        }
        parts.insert(name, hash(&mut part)?);
        drop(part);
        writer.raw_copy_file(archive.by_index_raw(index)?)?;
    }
    writer.start_file(CUSTOM, options)?;
    writer.write_all(properties(&parts, &counts_text(counts)).as_bytes())?;
    Ok(writer.finish()?)
}

/// Hash of a part.
pub fn hash(part: &mut impl Read) -> io::Result<String> {
    let mut hasher = Hasher::new();
    io::copy(part, &mut hasher)?;
    Ok(hasher.finalize().to_hex().to_string())
}

/// Hash of the whole: of the names and hashes of all parts and of the counts.
pub fn whole(parts: &BTreeMap<String, String>, counts: &str) -> String {
    let mut hasher = Hasher::new();
    for (name, hash) in parts {
        hasher.update(format!("{name}\n{hash}\n").as_bytes());
    }
    hasher.update(counts.as_bytes());
    hasher.finalize().to_hex().to_string()
}

fn properties(parts: &BTreeMap<String, String>, counts: &str) -> String {
    let own = [(SEAL.to_owned(), whole(parts, counts)), (COUNTS.to_owned(), counts.to_owned())];
    let each = parts.iter().map(|(name, hash)| (format!("{PART}{name}"), hash.clone()));
    let properties = own.into_iter().chain(each).zip(2..).map(|((name, value), pid)| {
        format!(
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{pid}\" name=\"{}\"><vt:lpwstr>{}</vt:lpwstr></property>",
            escape(&name),
            escape(&value)
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">{}</Properties>",
        properties.collect::<String>()
    )
}

/// Makes a document that has no properties of its own, such as an office's template, ready for them.
fn admit(name: &str, text: &str) -> String {
    const TYPE: &str = "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>";
    const RELATION: &str = "<Relationship Id=\"rIdZhengzi\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties\" Target=\"docProps/custom.xml\"/>";
    let (end, added) = if name == TYPES { ("</Types>", TYPE) } else { ("</Relationships>", RELATION) };
    match text.rfind(end) {
        Some(at) => format!("{}{added}{}", &text[..at], &text[at..]),
        None => text.to_owned(),
    }
}
