//! How often words stand in the counted text that the segmenter knows them from, without loading the segmenter.

/// The count of a word in sorted lines of `word count tag`; 0 where it is not among them.
pub fn count(lines: &str, word: &str) -> u32 {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    // `low` and `high` always stand at starts of lines.
    while low < high {
        let middle = low.midpoint(high);
        let start = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
        let end = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| middle + n);
        let mut cells = lines.get(start..end).unwrap_or_default().split(' ');
        match cells.next().unwrap_or_default().cmp(word) {
            std::cmp::Ordering::Equal => return cells.next().and_then(|n| n.parse().ok()).unwrap_or(0),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn finds_every_line_and_no_other_word() {
        let lines = "一 217830 m\n一一 1670 m\n一丁点儿 24 m\n丁 5 n\n";
        assert_eq!(["一", "一一", "一丁点儿", "丁"].map(|word| count(lines, word)), [217_830, 1670, 24, 5]);
        assert_eq!(["", "一丁", "丁一", "龟"].map(|word| count(lines, word)), [0; 4]);
        assert_eq!(count("", "一"), 0);
    }
}
