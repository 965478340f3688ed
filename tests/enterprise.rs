//! Enterprise names: their parts, what the rules say about them, and what they leave alone.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeMap;
use std::sync::LazyLock;
use zhengzi::Session;
use zhengzi::document::Scene;
use zhengzi::enterprise::{Part, names, parse};
use zhengzi::record::{Finding, Severity};

static SESSION: LazyLock<Session> = LazyLock::new(|| Session::national("2026-11-23").unwrap());

/// Names as they are registered or generally printed.
const RIGHT: &str = include_str!("enterprise/right-names.txt");

fn check(name: &str) -> Vec<Finding> {
    SESSION.check_text(name, Scene::EnterpriseName)
}

fn parts(name: &str) -> String {
    let name_of = |part| match part {
        Part::National => "国",
        Part::Division => "区",
        Part::Zone => "域",
        Part::TradeName => "号",
        Part::Industry => "业",
        Part::Form => "式",
        Part::Branch => "支",
        Part::Remark => "注",
    };
    let parsed = parse(name, 0..name.len()).unwrap();
    let part = |p: &zhengzi::enterprise::Piece| format!("{}{}", name_of(p.part), &name[p.range.clone()]);
    parsed.pieces.iter().map(part).collect::<Vec<_>>().join(" ")
}

#[test]
fn names_are_read_in_their_parts() {
    let expected = [
        ("北京青禾科技发展股份有限公司", "区北京 号青禾 业科技发展 式股份有限公司"),
        ("北京市青禾科技有限公司", "区北京市 号青禾 业科技 式有限公司"),
        ("四川省成都市锦江区青禾餐饮管理有限公司", "区四川省 区成都市 区锦江区 号青禾 业餐饮管理 式有限公司"),
        ("四川成都锦江青禾餐饮管理有限公司", "区四川 区成都 区锦江 号青禾 业餐饮管理 式有限公司"),
        ("川成都青禾商贸有限公司", "区川 区成都 号青禾 业商贸 式有限公司"),
        ("南京鼓楼区青禾文化传媒有限公司", "区南京 区鼓楼区 号青禾 业文化传媒 式有限公司"),
        ("西安高新区青禾投资有限公司", "区西安 域高新区 号青禾 业投资 式有限公司"),
        ("苏州工业园区青禾科技有限公司", "区苏州 域工业园区 号青禾 业科技 式有限公司"),
        ("青禾（中国）有限公司", "号青禾 区（中国） 式有限公司"),
        ("青禾(上海)网络科技有限公司", "号青禾 区(上海) 业网络科技 式有限公司"),
        ("青禾网络技术（北京）有限公司", "号青禾 业网络技术 区（北京） 式有限公司"),
        ("青禾（集团）股份有限公司", "号青禾 式（集团）股份有限公司"),
        ("青禾集团有限公司", "号青禾 式集团有限公司"),
        ("中国青禾贸易有限公司", "国中国 号青禾 业贸易 式有限公司"),
        ("北京青禾科技有限公司南京分公司", "区北京 号青禾 业科技 式有限公司 支南京分公司"),
        ("青禾餐饮有限公司新街口店", "号青禾 业餐饮 式有限公司 支新街口店"),
        ("青禾种植专业合作社", "号青禾 业种植 式专业合作社"),
        ("南京市玄武区青禾便利店", "区南京市 区玄武区 号青禾 式便利店"),
        ("青禾汽修经营部", "号青禾 业汽修 式经营部"),
        ("江苏省餐饮协会", "区江苏省 业餐饮 式协会"),
        ("青禾会计师事务所（特殊普通合伙）", "号青禾 式会计师事务所（特殊普通合伙）"),
        ("东方通信股份有限公司", "号东方 业通信 式股份有限公司"),
        ("新华医疗器械股份有限公司", "号新华 业医疗器械 式股份有限公司"),
        ("上海大众汽车有限公司", "区上海 号大众 业汽车 式有限公司"),
        ("青禾", "号青禾"),
    ];
    for (name, parts_expected) in expected {
        assert_eq!(parts(name), parts_expected, "{name}");
    }
}

#[test]
fn parts_are_in_order_disjoint_and_cover_the_name() {
    let right: Vec<String> = RIGHT.lines().map(str::to_owned).chain(composed().map(|n| n.whole())).collect();
    let wrong = OPERATORS.iter().flat_map(|(_, change)| composed().take(5).map(|n| change(&n)));
    for name in right.into_iter().chain(wrong) {
        let text = format!("甲\n{name}\n乙");
        for parsed in names(&text, 0..text.len()) {
            let mut at = parsed.range.start;
            for piece in &parsed.pieces {
                assert_eq!(piece.range.start, at, "{name}: {parsed:?}");
                assert!(piece.range.end > at, "{name}: {parsed:?}");
                at = piece.range.end;
            }
            assert_eq!(at, parsed.range.end, "{name}: {parsed:?}");
        }
    }
}

#[test]
fn right_names_are_left_alone() {
    let mut accused = Vec::new();
    for name in RIGHT.lines() {
        accused.extend(check(name).into_iter().filter(|f| f.severity > Severity::Notice).map(|f| (name, f.rule)));
    }
    assert!(accused.is_empty(), "{accused:?}");
    let violations = composed().filter(|n| check(&n.whole()).iter().any(|f| f.severity == Severity::Violation));
    assert_eq!(violations.count(), 0);
}

/// Names with traps: each is right, and looks wrong to a list of words.
#[test]
fn traps_are_left_alone() {
    let traps = [
        "上海第一食品商店有限公司",
        "三六零安全科技股份有限公司",
        "七匹狼服饰有限公司",
        "五粮液酒类销售有限公司",
        "长江第一中学",
        "美的电器有限公司",
        "日立电梯（中国）有限公司",
        "韩都衣舍电子商务有限公司",
        "将军纸业有限公司",
        "建军汽车修理厂",
        "党氏食品有限公司",
        "南京社区通信息技术有限公司",
        "青禾政府采购代理有限公司",
        "安徽合肥军工机械有限公司",
        "华中国泰贸易有限公司",
        "北京平安国际旅行社有限公司",
        "上海雅美国际贸易有限公司",
        "浙江盛德国际物流有限公司",
        "爱国家居有限公司",
        "青禾中央空调工程有限公司",
        "广州青禾中央厨房餐饮有限公司",
        "湖北公安县青禾食品有限公司",
        "青禾韩国料理餐饮管理有限公司",
        "共青城青禾贸易有限公司",
        "北京银行股份有限公司",
        "宁波港股份有限公司",
        "青禾反恐怖训练器材有限公司",
        "左权县青禾核桃种植有限公司",
        "1. 北京青禾科技有限公司",
        "北京青禾科技有限公司 91110000MA00000000",
        "青禾朝鲜族风味餐饮有限公司",
        "齐全国际贸易有限公司",
        "北京青禾科技有限公司工会委员会",
        "德国青禾机械有限公司上海代表处",
        "江南日报社",
        "深圳证券交易所",
        "绥德县农村信用合作联社",
        "鼓楼区青禾法律服务所",
        "高新区管委会",
        "江南惠民进出口有限公司",
        "温州建民建筑有限公司",
        "深圳市平台盟网络有限公司",
        "武汉挑战区块链科技有限公司",
        "宁波安全部件有限公司",
        "北京教育部落科技有限公司",
        "苏州集团中央空调有限公司",
        "江南宏文联合广告有限公司",
        "联合国际船舶代理有限公司",
        "深圳瑞士达电子有限公司",
        "舟山印度洋渔业有限公司",
        "中央美术学院",
        "中华护理学会",
        "国家图书馆",
        "南京市中华中学",
        "南京中华门夜市管理有限公司",
        "解放军报社",
        "武警特色医学中心",
        "海军工程大学",
        "何海军理发店",
        "刘中华药店",
        "陈云水果店",
        "青禾特级教师培训有限公司",
        "杀手锏信息技术有限公司",
    ];
    for name in traps {
        let found: Vec<_> = check(name).into_iter().filter(|f| f.severity > Severity::Notice).collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn each_rule_knows_wrong_from_right() {
    use Severity::{Advice, Notice, Suspected, Violation};
    let pairs = [
        ("北京ABC科技有限公司", "QM-002", Violation, "ABC"),
        ("南京Ａ１青禾有限公司", "QM-002", Violation, "Ａ"),
        ("厦门zhongxin贸易有限公司", "QM-002", Violation, "zhongxin"),
        ("上海の青禾餐饮有限公司", "QM-002", Violation, "の"),
        ("南京青禾&白露餐饮有限公司", "QM-002", Suspected, "&"),
        ("北京58青禾科技有限公司", "QM-003", Violation, "58"),
        ("３Ｃ青禾电子有限公司", "QM-003", Violation, "３"),
        ("江南①号青禾商贸有限公司", "QM-003", Violation, "①"),
        ("江南青禾Ⅱ代餐饮有限公司", "QM-003", Violation, "Ⅱ"),
        ("南京市有限公司", "QM-004", Violation, "有限公司"),
        ("上海鑫有限公司", "QM-004", Violation, "鑫"),
        ("江苏鑫商贸有限公司", "QM-004", Suspected, "鑫"),
        ("南京市软件开发有限公司", "QM-005", Suspected, "软件开发"),
        ("鼓楼区青禾文化有限公司", "QM-006", Violation, "鼓楼区"),
        ("海淀区青禾文化有限公司", "QM-006", Suspected, "海淀区"),
        ("鼓楼区青禾面馆", "QM-006", Notice, "鼓楼区"),
        ("鼓楼区青禾蔬菜专业合作社", "QM-006", Notice, "鼓楼区"),
        ("鼓楼区青禾豆制品加工厂", "QM-006", Notice, "鼓楼区"),
        ("高新区青禾科技有限公司", "QM-007", Violation, "高新区"),
        ("雄安新区青禾科技有限公司", "QM-007", Violation, "雄安新区"),
        ("开发区青禾饭店", "QM-007", Notice, "开发区"),
        ("开发区热力有限公司", "QM-007", Notice, "开发区"),
        ("中华青禾贸易有限公司", "QM-008", Suspected, "中华"),
        ("国家青禾检测有限公司", "QM-008", Suspected, "国家"),
        ("深圳市中国青禾技术有限公司", "QM-009", Suspected, "中国"),
        ("上海全国青禾物流有限公司", "QM-009", Suspected, "全国"),
        ("深圳市最佳餐饮有限公司", "QM-010", Suspected, "最佳"),
        ("江苏国家级青禾检测有限公司", "QM-010", Suspected, "国家级"),
        ("北京国务院青禾文化有限公司", "QM-011", Violation, "国务院"),
        ("南京公安青禾科技有限公司", "QM-011", Suspected, "公安"),
        ("南京妇联家政服务有限公司", "QM-011", Violation, "妇联"),
        ("南京市妇联友家政服务有限公司", "QM-011", Suspected, "妇联"),
        ("北京组织部文化有限公司", "QM-011", Suspected, "组织部"),
        ("深圳市美国电器有限公司", "QM-012", Violation, "美国"),
        ("深圳市美国青禾生物科技有限公司", "QM-012", Suspected, "美国"),
        ("联合国商贸有限公司", "QM-012", Violation, "联合国"),
        ("联合国青禾文化有限公司", "QM-012", Suspected, "联合国"),
        ("南京威尔士健身有限公司", "QM-012", Suspected, "威尔士"),
        ("瑞士银行（中国）有限公司", "QM-012", Notice, "瑞士"),
        ("瑞丽市缅甸翡翠珠宝有限公司", "QM-012", Notice, "缅甸"),
        ("成都赌王餐饮管理有限公司", "QM-013", Suspected, "赌王"),
        ("大连雷锋食品有限公司", "QM-014", Suspected, "雷锋"),
        ("山东刘胡兰医疗器械有限公司", "QM-014", Suspected, "刘胡兰"),
        ("深圳市青禾技术", "QM-015", Advice, "技术"),
        ("北京有限公司青禾科技", "QM-015", Advice, "有限公司"),
        ("北京青禾科技有限公司南京", "QM-016", Suspected, "南京"),
        ("青禾360种植专业合作社", "QM-018", Suspected, "360"),
        ("成都我们一直在路上等着你的好消息文化传播有限公司", "QM-019", Suspected, "我们一直在路上等着你的好消息"),
    ];
    for (name, rule, severity, text) in pairs {
        let found = check(name);
        let hit = found.iter().find(|f| f.rule == rule && f.text == text);
        assert_eq!(hit.map(|f| f.severity), Some(severity), "{name}: {found:?}");
        assert!(hit.is_some_and(|f| !f.basis.is_empty()), "{name}");
    }
}

#[test]
fn suggestions_are_what_the_law_asks_for() {
    let suggestion = |name: &str, rule: &str| check(name).into_iter().find(|f| f.rule == rule).unwrap().suggestions;
    assert_eq!(suggestion("北京360青禾科技有限公司", "QM-003"), ["三六零"]);
    assert_eq!(suggestion("玄武区青禾文化有限公司", "QM-006"), ["南京市玄武区"]);
}

/// A sign is no registered name, and the provisions of 2020 were no law before March 2021.
#[test]
fn scene_and_date_decide() {
    for name in ["北京58青禾科技有限公司", "深圳市最佳餐饮有限公司", "青禾360便利店"] {
        let found = SESSION.check_text(name, Scene::Signboard);
        assert!(found.iter().all(|f| !f.rule.starts_with("QM")), "{name}: {found:?}");
    }
    let before = Session::national("2020-06-01").unwrap();
    let found = before.check_text("高新区青禾科技有限公司", Scene::EnterpriseName);
    assert!(found.iter().all(|f| f.severity < Severity::Violation), "{found:?}");
}

/// A right name, made of its parts.
#[derive(Clone, Copy)]
struct Made {
    division: &'static str,
    trade: &'static str,
    industry: &'static str,
    form: &'static str,
}

impl Made {
    fn whole(&self) -> String {
        [self.division, self.trade, self.industry, self.form].concat()
    }
}

fn composed() -> impl Iterator<Item = Made> {
    const DIVISIONS: [&str; 12] = [
        "北京", "上海市", "深圳市", "南京", "江苏省", "成都市", "四川省成都市锦江区", "义乌市", "苏州工业园区",
        "佛山市顺德区", "云南", "河北",
    ];
    const TRADES: [&str; 12] =
        ["青禾", "白露恒", "凯诺谷", "澄溪", "梦之蓝", "嘉士达", "聚福源", "诺亚", "立信达", "爱尚", "百合", "晨光"];
    const INDUSTRIES: [&str; 9] = [
        "科技发展", "网络科技", "餐饮管理", "国际贸易", "建筑工程", "生物医药", "塑业", "企业管理咨询",
        "新能源汽车销售",
    ];
    const FORMS: [&str; 2] = ["有限公司", "股份有限公司"];
    DIVISIONS.into_iter().flat_map(move |division| {
        TRADES.into_iter().enumerate().flat_map(move |(n, trade)| {
            INDUSTRIES.into_iter().map(move |industry| Made { division, trade, industry, form: FORMS[n % 2] })
        })
    })
}

type Operator = fn(&Made) -> String;

/// How a right name is made wrong; written before the rules were measured with it.
const OPERATORS: &[(&str, Operator)] = &[
    ("digits before the trade name", |n| [n.division, "58", n.trade, n.industry, n.form].concat()),
    ("digits behind the trade name", |n| [n.division, n.trade, "2008", n.industry, n.form].concat()),
    ("full-width digits", |n| [n.division, "３６０", n.trade, n.industry, n.form].concat()),
    ("letters", |n| [n.division, "Sunny", n.trade, n.industry, n.form].concat()),
    ("one letter", |n| [n.division, n.trade, "e", n.industry, n.form].concat()),
    ("pinyin", |n| [n.division, "qinghe", n.industry, n.form].concat()),
    ("kana", |n| [n.division, "の", n.trade, n.industry, n.form].concat()),
    ("a sign", |n| [n.division, n.trade, "&", n.industry, n.form].concat()),
    ("no trade name", |n| [n.division, n.industry, n.form].concat()),
    ("a trade name of one character", |n| [n.division, "澄", n.industry, n.form].concat()),
    ("nothing but division and form", |n| [n.division, n.form].concat()),
    ("no form", |n| [n.division, n.trade, n.industry].concat()),
    ("form in front", |n| [n.form, n.division, n.trade, n.industry].concat()),
    ("form behind the trade name", |n| [n.division, n.trade, n.form, n.industry].concat()),
    ("district without city", |n| ["雁塔区", n.trade, n.industry, n.form].concat()),
    ("zone alone", |n| ["经济技术开发区", n.trade, n.industry, n.form].concat()),
    ("国家级", |n| [n.division, "国家级", n.trade, n.industry, n.form].concat()),
    ("最高级", |n| [n.division, "最高级", n.trade, n.industry, n.form].concat()),
    ("最佳", |n| [n.division, "最佳", n.trade, n.industry, n.form].concat()),
    ("中国", |n| [n.division, "中国", n.trade, n.industry, n.form].concat()),
    ("中央", |n| [n.division, "中央", n.trade, n.industry, n.form].concat()),
    ("全国", |n| [n.division, "全国", n.trade, n.industry, n.form].concat()),
    ("head 中华", |n| ["中华", n.trade, n.industry, n.form].concat()),
    ("foreign state", |n| [n.division, "德国", n.trade, n.industry, n.form].concat()),
    ("foreign state behind the trade name", |n| [n.division, n.trade, "加拿大", n.industry, n.form].concat()),
    ("international organisation", |n| [n.division, "欧盟", n.trade, n.industry, n.form].concat()),
    ("party and government", |n| [n.division, "人民政府", n.trade, n.industry, n.form].concat()),
    ("army", |n| [n.division, "解放军", n.trade, n.industry, n.form].concat()),
    ("martyr", |n| [n.division, "黄继光", n.industry, n.form].concat()),
    ("indecent word", |n| [n.division, "情色", n.industry, n.form].concat()),
    ("branch without its word", |n| [n.trade, n.industry, n.form, "上海"].concat()),
    ("traditional character", |n| [n.division, "國泰", n.industry, n.form].concat()),
];

#[test]
fn corrupted_names_are_found() {
    const EACH: usize = 12;
    let step = composed().count() / EACH;
    let mut missed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (operator, change) in OPERATORS {
        for name in composed().step_by(step).take(EACH).map(|n| change(&n)) {
            if check(&name).is_empty() {
                missed.entry(operator).or_default().push(name);
            }
        }
    }
    let total = OPERATORS.len() * EACH;
    let count: usize = missed.values().map(Vec::len).sum();
    assert!(total >= 300 && count * 20 <= total, "{count} of {total} missed: {missed:?}");
}
