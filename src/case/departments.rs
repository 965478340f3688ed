//! Which department a problem is handed to: article 30's list, by what the name stands on or by scene.

use crate::data::table::Table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/dictionaries/cases/departments.tsv"));

static DEPARTMENTS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    // The build has read the same file and would have stopped.
    let Ok(table) = Table::parse("cases/departments", "dictionaries/cases/departments.tsv", TEXT) else {
        return BTreeMap::new();
    };
    let rows = table.rows.iter().map(|row| (table.cell(row, "object"), table.cell(row, "department")));
    rows.collect()
});

/// The department; empty where the office has to say it.
pub fn of(category: &str, scene: &str) -> &'static str {
    let carrier = format!("载体:{}", category.trim());
    DEPARTMENTS.get(carrier.as_str()).or_else(|| DEPARTMENTS.get(scene)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::validate::SCENES;

    #[test]
    fn every_scene_stands_in_the_table_and_the_carrier_comes_first() {
        for scene in SCENES {
            assert!(DEPARTMENTS.contains_key(scene), "{scene}");
        }
        assert_eq!(of("", "signboard"), "住房城乡建设部门");
        assert_eq!(of("文物标志", "signboard"), "文物部门");
        assert_eq!(of("", "document"), "");
    }
}
