//! What a row says of the object it is about: who is responsible, and where it stands.

use crate::document::{Role, Row, Scene};
use crate::record::Finding;

/// A shop, a sign, a name, as a list writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Name as written.
    pub name: String,
    /// Responsible unit; empty where the list names none.
    pub unit: String,
    /// Unified social credit code.
    pub credit_code: String,
    /// Street or town.
    pub street: String,
    /// Community.
    pub community: String,
    /// Address, its parts joined.
    pub address: String,
    /// Person and telephone.
    pub contact: String,
    /// What the name stands on, as the list says; empty where it does not.
    pub category: String,
    /// Scene: `signboard`.
    pub scene: String,
}

/// What a column says of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    Unit,
    /// A name of the unit that is used where no unit is named.
    Enterprise,
    CreditCode,
    Street,
    Community,
    Address,
    House,
    Contact,
    Category,
}

const WORDS: &[(Fact, &[&str])] = &[
    (Fact::Unit, &["责任单位", "责任主体", "经营单位", "使用单位", "设置单位", "单位", "unit", "owner"]),
    (
        Fact::Enterprise,
        &[
            "单位名称", "企业名称", "公司名称", "市场主体名称", "经营主体名称", "主体名称", "个体工商户名称",
            "营业执照名称", "登记名称", "注册名称", "company", "companyname", "enterprisename",
        ],
    ),
    (Fact::CreditCode, &["统一社会信用代码", "社会信用代码", "信用代码", "注册号", "creditcode"]),
    (
        Fact::Street,
        &["街道", "所属街道", "所在街道", "街道办", "乡镇", "镇街", "乡镇街道", "街道乡镇", "street", "subdistrict"],
    ),
    (Fact::Community, &["社区", "所在社区", "所属社区", "村居", "社区村居", "community"]),
    (
        Fact::Address,
        &[
            "地址", "详细地址", "经营地址", "经营场所", "住所", "位置", "所在位置", "坐落", "地点", "路段", "address",
            "location",
        ],
    ),
    (Fact::House, &["门牌", "门牌号", "门牌号码", "house", "housenumber"]),
    (
        Fact::Contact,
        &[
            "联系人", "负责人", "责任人", "经营者", "经营者姓名", "联系电话", "电话", "手机", "手机号", "联系方式",
            "contact", "phone", "telephone",
        ],
    ),
    (Fact::Category, &["载体", "载体类别", "载体类型", "载体形式", "标牌类别", "标志类型", "carrier"]),
];

fn fact(header: &str) -> Option<Fact> {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for c in header.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth > 0 || c.is_whitespace() || matches!(c, '*' | '＊' | '_' | '-' | '/' | '、') => {}
            c => bare.extend(c.to_lowercase()),
        }
    }
    WORDS.iter().find(|(_, words)| words.contains(&bare.as_str())).map(|(fact, _)| *fact)
}

impl Facts {
    /// Of a row of a list; `scene` is the run's, for columns that do not say their own.
    #[must_use]
    pub fn of_row(row: &Row, scene: &str) -> Self {
        let cells = || row.sheet.columns.iter().zip(&row.values).filter(|(_, value)| !value.trim().is_empty());
        let checked = |wanted: Option<Scene>| {
            let is = move |role: Role| match role {
                Role::Checked(scene) => wanted.is_none() || scene == wanted,
                _ => false,
            };
            cells().find(|(column, _)| is(column.role))
        };
        let name = checked(Some(Scene::Signboard)).or_else(|| checked(None));
        let named = name.map(|(column, _)| column.index);
        let others = cells().filter(|(column, _)| Some(column.index) != named);
        let mut facts = Self::of_cells(others.map(|(column, value)| (column.header.as_str(), value.as_str())));
        if let Some((column, value)) = name {
            value.trim().clone_into(&mut facts.name);
            let own = match column.role {
                Role::Checked(Some(own)) => own.as_str(),
                _ => scene,
            };
            own.clone_into(&mut facts.scene);
        }
        facts
    }

    /// Of a finding whose list is not at hand: the cell it stands in, or the file for a text.
    #[must_use]
    pub fn of_finding(finding: &Finding) -> Self {
        let place = &finding.place;
        let mut facts = Self::of_cells(finding.row.iter().map(|(header, value)| (header.as_str(), value.as_str())));
        let name = if place.record.is_some() { finding.context.trim() } else { place.source.as_str() };
        name.clone_into(&mut facts.name);
        place.scene.clone_into(&mut facts.scene);
        facts
    }

    /// Of a text, which is named by its file.
    #[must_use]
    pub fn of_text(source: &str, scene: &str) -> Self {
        Self { name: source.to_owned(), scene: scene.to_owned(), ..Self::default() }
    }

    fn of_cells<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut facts = Self::default();
        let (mut enterprise, mut house) = (String::new(), String::new());
        for (header, value) in cells {
            let Some(fact) = fact(header) else { continue };
            let (slot, between) = match fact {
                Fact::Unit => (&mut facts.unit, None),
                Fact::Enterprise => (&mut enterprise, None),
                Fact::CreditCode => (&mut facts.credit_code, None),
                Fact::Street => (&mut facts.street, None),
                Fact::Community => (&mut facts.community, None),
                Fact::Address => (&mut facts.address, Some("")),
                Fact::House => (&mut house, None),
                Fact::Contact => (&mut facts.contact, Some(" ")),
                Fact::Category => (&mut facts.category, None),
            };
            match between {
                _ if slot.is_empty() => value.trim().clone_into(slot),
                Some(between) => *slot = format!("{slot}{between}{}", value.trim()),
                None => {}
            }
        }
        facts.address.push_str(&house);
        if facts.unit.is_empty() {
            facts.unit = enterprise;
        }
        facts
    }

    /// Takes what a later list says, and keeps what it leaves out.
    pub fn update(&mut self, later: Self) {
        let pairs = [
            (&mut self.name, later.name),
            (&mut self.unit, later.unit),
            (&mut self.credit_code, later.credit_code),
            (&mut self.street, later.street),
            (&mut self.community, later.community),
            (&mut self.address, later.address),
            (&mut self.contact, later.contact),
            (&mut self.category, later.category),
            (&mut self.scene, later.scene),
        ];
        for (slot, later) in pairs.into_iter().filter(|(_, later)| !later.is_empty()) {
            *slot = later;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Sheet};
    use std::sync::Arc;

    #[test]
    fn columns_are_known_by_their_headers_and_parts_are_joined() {
        let columns = [
            ("序号", Role::Carried),
            ("企业名称", Role::Checked(Some(Scene::EnterpriseName))),
            ("店招", Role::Checked(Some(Scene::Signboard))),
            ("路段", Role::Carried),
            ("门牌号", Role::Carried),
            ("所属街道（镇）", Role::Carried),
            ("联系人", Role::Carried),
            ("电话", Role::Carried),
        ];
        let column = |(index, (header, role)): (usize, (&str, Role))| Column { header: header.into(), role, index };
        let sheet = Sheet { columns: columns.into_iter().enumerate().map(column).collect(), ..Sheet::default() };
        let values = ["1", "云州如意商贸有限公司", "如意便利店", "人民路", "88号", "南门街道", "李某", "555"];
        let row = Row { sheet: Arc::new(sheet), values: values.map(str::to_owned).to_vec(), ..Row::default() };
        let facts = Facts::of_row(&row, "document");
        assert_eq!((facts.name.as_str(), facts.scene.as_str()), ("如意便利店", "signboard"));
        assert_eq!((facts.unit.as_str(), facts.address.as_str()), ("云州如意商贸有限公司", "人民路88号"));
        assert_eq!((facts.street.as_str(), facts.contact.as_str()), ("南门街道", "李某 555"));
    }
}
