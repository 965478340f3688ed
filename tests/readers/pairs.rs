//! Lists of names with their spellings: which column is which, and what is said when they do not go together.

use super::{Outcome, checked, read, read_as};
use zhengzi::document::{LossKind, PairTrouble, Role, Scene};
use zhengzi::read::Options;

fn roles(outcome: &Outcome) -> Vec<Role> {
    outcome.columns().into_iter().map(|(_, role)| role).collect()
}

/// What was said of pairs: trouble, rows, first row.
fn troubles(outcome: &Outcome) -> Vec<(PairTrouble, u64, u64)> {
    let each = outcome.losses.iter().filter_map(|loss| match loss.kind {
        LossKind::Pairs { trouble, rows, first, .. } => Some((trouble, rows, first)),
        _ => None,
    });
    each.collect()
}

fn swaps(outcome: &Outcome) -> usize {
    outcome.losses.iter().filter(|loss| matches!(loss.kind, LossKind::Swapped { .. })).count()
}

#[test]
fn spellings_stand_in_the_text_beside_their_names() {
    let outcome = read("a.csv", "标准地名,拼音,备注\n人民路,Renmin Lu,无\n".as_bytes());
    assert_eq!(outcome.text(), "人民路\nRenmin Lu\n");
    let sheet = &outcome.documents[0].rows[0].sheet;
    assert_eq!(sheet.names_of(1), Some(0));
}

#[test]
fn a_spelling_belongs_to_the_names_before_it() {
    let outcome = read("a.csv", "招牌名称,拼音,企业名称,拼音\n甲店,a,甲公司,b\n".as_bytes());
    let sheet = &outcome.documents[0].rows[0].sheet;
    assert_eq!((sheet.names_of(1), sheet.names_of(3)), (Some(0), Some(2)));
    let outcome = read("a.csv", "拼音,店名\na,甲店\n".as_bytes());
    assert_eq!(outcome.documents[0].rows[0].sheet.names_of(0), Some(1));
    let outcome = read("a.csv", "招牌名称,企业名称,招牌名称拼音\n甲店,甲公司,a\n".as_bytes());
    assert_eq!(outcome.documents[0].rows[0].sheet.names_of(2), Some(0));
}

#[test]
fn columns_named_by_hand_take_their_own_spelling_along() {
    let text = "招牌名称,拼音,企业名称,拼音\n甲店,a,甲公司,b\n";
    let with = |given: &[(&str, Role)]| {
        let columns = given.iter().map(|(name, role)| ((*name).to_owned(), *role)).collect();
        roles(&read_as("a.csv", text.as_bytes(), &Options { columns, ..Options::default() }))
    };
    let firm = checked(Scene::EnterpriseName);
    let carried = Role::Carried;
    assert_eq!(with(&[("企业名称", firm)]), [carried, carried, firm, Role::Spelling]);
    assert_eq!(with(&[("企业名称", firm), ("B", Role::Spelling)]), [carried, Role::Spelling, firm, Role::Spelling]);
}

#[test]
fn columns_the_wrong_way_round_are_turned() {
    let outcome = read("a.csv", "地名,拼音\nRenmin Lu,人民路\nJiefang Lu,解放路\nHuancheng Lu,环城路\n".as_bytes());
    assert_eq!(roles(&outcome), [Role::Spelling, checked(Scene::PlaceName)]);
    assert_eq!((swaps(&outcome), troubles(&outcome)), (1, vec![]));
    assert_eq!(outcome.info.records, 3);
}

#[test]
fn single_rows_the_wrong_way_round_are_counted() {
    let text = "地名,拼音\n人民路,Renmin Lu\nJiefang Lu,解放路\n环城路,Huancheng Lu\n";
    let outcome = read("a.csv", text.as_bytes());
    assert_eq!((swaps(&outcome), troubles(&outcome)), (0, vec![(PairTrouble::Crossed, 1, 3)]));
    assert_eq!(outcome.rows().len(), 3);
}

#[test]
fn gaps_and_mixtures_are_counted_once_a_column() {
    let text = "地名,拼音\n人民路,Renmin Lu\n解放路\n环城路,\n,Nanjing Lu\n东风路,dong1feng1 lu4\n西湖路,Xihu 路\n\
                和平桥,Heping Qiao\n305省道,S305\n经五路,Jing 5 Lu\nT1航站楼,T1 Hangzhanlou\n";
    let outcome = read("a.csv", text.as_bytes());
    let expected = [
        (PairTrouble::NoSpelling, 2, 3),
        (PairTrouble::NoName, 1, 5),
        (PairTrouble::Mixed, 1, 7),
        (PairTrouble::Digits, 1, 6),
        (PairTrouble::Uncompared, 1, 11),
    ];
    assert_eq!(troubles(&outcome), expected);
    assert_eq!(outcome.rows().len(), 10, "every row stays");
}

#[test]
fn a_carrier_says_whether_a_row_is_a_sign() {
    let text =
        "地名,载体\n甲路,路牌\n乙路,名录\n丙路,地名标志\n丁路,未设标志\n戊路,\n己路,站牌（电子屏）\n庚路,拟设路牌\n";
    let outcome = read("a.csv", text.as_bytes());
    let signs: Vec<bool> = outcome.documents.iter().flat_map(|d| &d.rows).map(|row| row.sign).collect();
    assert_eq!(signs, [true, false, true, false, false, true, false]);
}
