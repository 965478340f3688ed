//! Header rows as offices write them.

use super::{checked, read, read_as};
use zhengzi::document::{Division, Role, Scene};
use zhengzi::read::Options;

const C: Role = Role::Carried;
const ANY: Role = Role::Checked(None);
const X: Role = Role::Exemption;
const PY: Role = Role::Spelling;
const SITE: Role = Role::Site;
const CLASS: Role = Role::Class;
const DISTRICT: Role = Role::Division(Division::County);
const STREET: Role = Role::Division(Division::Township);
const AREA: Role = Role::Division(Division::Any);

/// A layout: the rows as CSV, the first data row, and the roles of its columns.
fn layouts() -> Vec<(&'static str, u64, Vec<Role>)> {
    let sign = checked(Scene::Signboard);
    let firm = checked(Scene::EnterpriseName);
    let place = checked(Scene::PlaceName);
    let product = checked(Scene::ProductName);
    let ad = checked(Scene::Advertisement);
    let person = checked(Scene::PersonName);
    vec![
        ("名称\n甲店\n乙店", 2, vec![sign]),
        ("序号,名称,备注\n1,甲店,无", 2, vec![C, sign, C]),
        ("序号,店名,地址\n1,甲店,某路", 2, vec![C, sign, SITE]),
        ("编号,招牌名称,街道,责任单位\n1,甲店,城关,某局", 2, vec![C, sign, STREET, C]),
        ("某区店铺登记表\n序号,店招,地址\n1,甲店,某路", 3, vec![C, sign, SITE]),
        ("某区招牌名称汇总表,,\n填表单位：某局,,日期：2026年\n序号,门头,地址\n1,甲店,某路", 4, vec![C, sign, SITE]),
        ("序号,企业名称,统一社会信用代码\n1,甲公司,91", 2, vec![C, firm, C]),
        ("公司名称,法定代表人,住所\n甲公司,张三,某路", 2, vec![firm, C, C]),
        ("单位名称,字号,电话\n甲公司,甲,1", 2, vec![firm, firm, C]),
        ("标准地名,罗马字母拼写,地名类别,所在区\n人民路,Renmin Lu,道路,甲区", 2, vec![place, PY, CLASS, DISTRICT]),
        ("序号,道路名称,汉语拼音,起止点\n1,人民路,x,东至西", 2, vec![C, place, PY, SITE]),
        ("小区名称,行政区划\n阳光花园,甲区\n月亮湾,乙区", 2, vec![place, AREA]),
        ("商品名称,规格,价格\n饼干,盒,1", 2, vec![product, C, C]),
        ("品名,广告语\n饼干,好吃", 2, vec![product, ad]),
        ("序号,标语,地点\n1,好好学习,校门\n2,天天向上,操场", 2, vec![C, ad, SITE]),
        ("姓名,拼音,性别\n张三,Zhang San,男", 2, vec![person, PY, C]),
        ("原文,来源\n一句话,某书", 2, vec![ANY, C]),
        ("序 号,店　名,地  址\n1,甲店,某路", 2, vec![C, sign, SITE]),
        ("序号*,*店名（必填）,经营面积(㎡)\n1,甲店,30", 2, vec![C, sign, C]),
        ("\"店\n名\",\"地\n址\"\n甲店,某路", 2, vec![sign, SITE]),
        ("1.店名,2.地址\n甲店,某路", 2, vec![sign, SITE]),
        ("一、店名,二、备注\n甲店,无", 2, vec![sign, C]),
        ("①店名,②备注\n甲店,无", 2, vec![sign, C]),
        ("店名：,备注：\n甲店,无", 2, vec![sign, C]),
        ("name,address\n甲店,某路", 2, vec![sign, SITE]),
        ("ID,Shop Name,Remarks\n1,甲店,无", 2, vec![C, sign, C]),
        ("enterprise_name,phone\n甲公司,1", 2, vec![firm, C]),
        ("place-name,pinyin\n人民路,x", 2, vec![place, PY]),
        ("text,source\n一句话,书", 2, vec![ANY, C]),
        ("店名,豁免情形\n甲店,手书", 2, vec![sign, X]),
        ("店名,英文名称\n甲店,Jia", 2, vec![sign, C]),
        ("店名（中文）,店名（英文）,名称（拼音）\n甲店,Jia,jia", 2, vec![sign, C, PY]),
        ("序号,标准地名,,地址\n,汉字,罗马字母,\n1,人民路,Renmin Lu,某区", 3, vec![C, place, PY, SITE]),
        ("附件2,,\n,,\n序号,门店名称,类别\n1,甲店,餐饮", 4, vec![C, sign, CLASS]),
        ("临街门头文字,照片编号\n甲店,1", 2, vec![sign, C]),
        ("主管单位名称,便利店店名\n某局,甲店", 2, vec![C, sign]),
        ("序号,摊位描述\n1,甲店", 2, vec![C, ANY]),
        ("项目名称,备注\n甲项目,无", 2, vec![ANY, C]),
        ("招牌名称,拼音,企业名称,拼音\n甲店,x,甲公司,y", 2, vec![sign, PY, firm, PY]),
        ("企业名称,企业名称拼音,英文名称\n甲公司,x,y", 2, vec![firm, PY, C]),
        (
            "地名代码,标准地名,行政区划代码,省,市,社区,载体\n1,人民路,2,甲,乙,丙,路牌",
            2,
            vec![
                Role::Code,
                place,
                Role::DivisionCode,
                Role::Division(Division::Province),
                Role::Division(Division::City),
                Role::Division(Division::Village),
                Role::Carrier,
            ],
        ),
    ]
}

#[test]
fn layouts_of_offices_are_understood() {
    let mut wrong = Vec::new();
    for (text, first, roles) in layouts() {
        let outcome = read("a.csv", text.as_bytes());
        let found: Vec<Role> = outcome.columns().into_iter().map(|(_, role)| role).collect();
        let number = outcome.rows()[0].0;
        // A multi-line header is one row.
        if (number, &found) != (first, &roles) {
            wrong.push(format!("{text:?}: row {number}, {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Lists without a header whose cells look like header words here and there.
#[test]
fn data_is_not_taken_for_a_header() {
    for text in [
        "1,阳光花园,小区\n2,月亮湾,小区\n3,人民路,道路\n",
        "甲店,餐饮\n乙店,超市\n",
        "1,标语,好好学习\n2,标语,天天向上\n",
        "张三\n李四\n",
        "2026-01-01,通知\n2026-01-02,公告\n",
    ] {
        let outcome = read("a.csv", text.as_bytes());
        assert_eq!(outcome.rows().len(), text.lines().count(), "{text}: {:?}", outcome.columns());
    }
}

#[test]
fn a_two_row_header_names_its_columns() {
    let outcome = read("a.csv", "序号,标准地名,,门牌\n,汉字,罗马字母拼写,\n1,人民路,Renmin Lu,2\n".as_bytes());
    let headers: Vec<String> = outcome.columns().into_iter().map(|(header, _)| header).collect();
    assert_eq!(headers, ["序号", "标准地名", "罗马字母拼写", "门牌"]);
}

#[test]
fn a_header_of_unknown_words_still_lets_text_be_checked() {
    let outcome = read("a.csv", "序号,摊位,备注\n1,老张饭庄,无\n2,好又多,无\n".as_bytes());
    assert_eq!(outcome.text(), "老张饭庄\n好又多\n");
}

#[test]
fn given_headers_mark_the_header_row() {
    let options = Options { columns: vec![("摊位描述".into(), ANY)], ..Options::default() };
    let outcome = read_as("a.csv", "某某表\n甲列,摊位描述\n1,甲店\n".as_bytes(), &options);
    assert_eq!((outcome.text().as_str(), outcome.info.records), ("甲店\n", 1));
}

#[test]
fn a_column_merely_called_name_holds_signs_or_spelled_places() {
    let scene = |text: &str, given: &[(&str, Role)]| {
        let columns = given.iter().map(|(name, role)| ((*name).to_owned(), *role)).collect();
        let options = Options { columns, ..Options::default() };
        let columns = read_as("a.csv", text.as_bytes(), &options).columns();
        columns.iter().find_map(|column| if let Role::Checked(scene) = column.1 { Some(scene) } else { None }).unwrap()
    };
    assert_eq!(scene("序号,名称,地址\n1,老张面馆,路\n", &[]), Some(Scene::Signboard));
    assert_eq!(scene("序号,名称,汉语拼音\n1,长安街,Chang'an Jie\n", &[]), Some(Scene::PlaceName));
    // Naming the column by hand does not forget what its header says.
    assert_eq!(scene("序号,店名\n1,老张面馆\n", &[("店名", ANY)]), Some(Scene::Signboard));
    assert_eq!(scene("序号,企业名称\n1,某公司\n", &[("企业名称", ANY)]), Some(Scene::EnterpriseName));
    assert_eq!(scene("序号,正文\n1,一段话\n", &[]), None);
}
