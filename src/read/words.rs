//! What the headers of lists mean: the words of the public contract and what offices write instead.

use crate::document::{Division, Label, Role, Scene};

/// Meaning of a header cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A header we know, and its role.
    Known(Role),
    /// Ends in 名称 or the like, of something we do not know: checked only where nothing better is found.
    Some,
    /// Not a header we know.
    Unknown,
}

use Scene::{Advertisement, EnterpriseName, PersonName, PlaceName, ProductName, Signboard};

const SIGNBOARD: &[&str] = &[
    "招牌", "招牌名", "招牌名称", "招牌内容", "招牌文字", "招牌用字", "招牌字样", "店名", "店招", "店招名称",
    "店招内容", "店招文字", "店牌", "门头", "门头名称", "门头内容", "门头文字", "门头字样", "门头招牌", "门店",
    "门店名", "门店名称", "牌匾", "牌匾名称", "牌匾内容", "牌匾文字", "匾额", "标牌", "标牌名称", "标牌内容",
    "标牌文字", "标识牌内容", "店铺", "店铺名", "店铺名称", "店面名称", "商铺", "商铺名", "商铺名称", "商户", "商户名",
    "商户名称", "商店名称", "铺名", "摊位名称", "户外招牌", "户外广告招牌", "店标", "shop", "shopname", "store",
    "storename", "sign", "signname", "signtext", "signboard", "signboardname", "signboardtext",
];

const ENTERPRISE: &[&str] = &[
    "企业", "企业名称", "企业全称", "公司", "公司名", "公司名称", "公司全称", "单位名称", "单位全称", "市场主体名称",
    "经营主体名称", "主体名称", "市场主体", "经营者名称", "个体工商户名称", "个体户名称", "机构名称", "组织名称",
    "法人名称", "字号", "字号名称", "企业字号", "工商登记名称", "登记名称", "注册名称", "营业执照名称", "执照名称",
    "商家名称", "商家", "company", "companyname", "enterprise", "enterprisename", "firm", "firmname", "tradename",
    "businessname",
];

const PLACE: &[&str] = &[
    "地名", "标准地名", "地名名称", "标准名称", "道路", "道路名", "道路名称", "路名", "街巷", "街巷名", "街巷名称",
    "街路名称", "街路巷名称", "街名", "巷名", "小区", "小区名", "小区名称", "楼盘", "楼盘名", "楼盘名称", "住宅区名称",
    "居民区名称", "建筑物名称", "大厦名称", "桥梁名称", "桥名", "隧道名称", "村名", "村庄名称", "自然村名称",
    "社区名称", "公园名称", "广场名称", "站名", "站点名称", "车站名称", "公交站名", "公交站点", "地铁站名", "河流名称",
    "河名", "山名", "路牌名称", "路牌内容", "地名标志内容", "行政区划名称", "景区名称", "景点名称", "placename",
    "place", "roadname", "streetname", "road", "toponym", "stationname", "geographicname",
];

const PRODUCT: &[&str] = &[
    "商品", "商品名", "商品名称", "产品", "产品名", "产品名称", "品名", "货品名称", "物品名称", "菜名", "菜品",
    "菜品名称", "标签内容", "包装文字", "商品标签", "通用名称", "药品名称", "食品名称", "品牌", "品牌名称", "product",
    "productname", "item", "itemname", "goods", "label", "brand",
];

const ADVERTISEMENT: &[&str] = &[
    "广告", "广告语", "广告词", "广告内容", "广告文案", "广告文字", "广告标语", "宣传语", "宣传内容", "宣传标语",
    "标语", "标语内容", "口号", "文案", "横幅", "横幅内容", "ad", "adcopy", "adtext", "advertisement", "advertising",
    "slogan", "tagline", "copy",
];

const PERSON: &[&str] = &["姓名", "人名", "名字", "姓名全称", "personname", "fullname", "person"];

/// Checked in the run's scene: the header does not say which.
const ANY: &[&str] = &[
    "名称", "中文名称", "汉字名称", "汉字", "规范名称", "全称", "原文", "原文内容", "文本", "文本内容", "文字",
    "文字内容", "内容", "正文", "全文", "句子", "语句", "例句", "段落", "文章", "标题", "题目", "题干", "词语", "译文",
    "用字内容", "检查内容", "待检内容", "待检文本", "识别结果", "识别文字", "ocr结果", "ocr文本", "转写", "转写内容",
    "name", "title", "text", "content", "contents", "body", "sentence", "transcription", "chinesename", "namezh", "zh",
    "chinese",
];

const EXEMPTION: &[&str] =
    &["豁免", "豁免标签", "豁免情形", "豁免理由", "豁免类型", "exempt", "exemption", "exemptions"];

/// Rules that are passed over in the row.
const IGNORED: &[&str] = &["忽略", "忽略规则", "忽略的规则", "ignore", "ignored", "zhengziignore"];

/// Pinyin of a name that stands in another column.
const SPELLING: &[&str] = &[
    "拼音", "汉语拼音", "罗马字母", "罗马字母拼写", "罗马字母拼写形式", "拼写", "注音", "pinyin", "romanization",
    "romanisation", "romanized", "spelling",
];

/// What the name stands on.
const CARRIER: &[&str] = &[
    "载体", "载体类别", "载体类型", "载体形式", "标志类型", "标志类别", "标志形式", "标牌类型", "标牌类别", "设标情况",
    "是否设标", "是否设置标志", "地名标志", "carrier", "medium",
];

/// Divisions by level.
const DIVISIONS: &[(Division, &[&str])] = &[
    (Division::Province, &["省", "省份", "省区市", "所在省", "province"]),
    (Division::City, &["市", "城市", "地市", "地级市", "市州", "所在市", "city"]),
    (Division::County, &["区", "县", "区县", "县区", "县市区", "所在区", "所在县", "所在区县", "district", "county"]),
    (
        Division::Township,
        &[
            "街道", "所属街道", "街道办", "乡镇", "镇街", "乡镇街道", "所在乡镇", "所在街道", "street", "subdistrict",
            "township",
        ],
    ),
    (Division::Village, &["社区", "街道社区", "村居", "所在社区", "所在村", "所属社区", "community"]),
    (
        Division::Any,
        &[
            "区划", "行政区划", "行政区", "所属行政区", "所属区划", "所在区划", "所属政区", "政区", "辖区", "division",
            "region",
        ],
    ),
];

/// Codes of divisions, which many rows may share.
const DIVISION_CODE: &[&str] =
    &["区划代码", "行政区划代码", "统计用区划代码", "政区代码", "adcode", "divisioncode", "regioncode"];

/// Codes of the objects themselves.
const CODE: &[&str] = &["代码", "地名代码", "地名编码", "标识码", "唯一标识码", "地名标识码", "code", "placecode"];

/// Where an object lies within its division.
const SITE: &[&str] = &[
    "地址", "详细地址", "位置", "所在位置", "坐落", "地点", "起点", "止点", "起止点", "起讫点", "address", "location",
];

/// Classes of objects.
const CLASS: &[&str] =
    &["类别", "类型", "地名类别", "地名类型", "实体类别", "分类", "种类", "category", "type", "class"];

/// Known headers that only travel along; they also help to find the header row.
const CARRIED: &[&str] = &[
    "序号", "编号", "号", "id", "no", "number", "index", "英文", "英文名", "英文名称", "外文", "外文名称", "english",
    "englishname", "nameen", "en", "经营地址", "经营场所", "住所", "门牌", "门牌号", "行业", "行业类别", "行业类型",
    "业态", "经营范围", "industry", "责任单位", "主管单位", "主管部门", "所属单位", "单位", "部门", "所属部门",
    "管理单位", "责任人", "unit", "department", "owner", "organization", "网址", "链接", "网站", "url", "website",
    "link", "备注", "说明", "备考", "附注", "note", "notes", "remark", "remarks", "comment", "comments", "电话",
    "联系电话", "手机", "手机号", "联系方式", "联系人", "phone", "tel", "telephone", "mobile", "contact", "负责人",
    "法定代表人", "法人", "法人代表", "经营者", "经营者姓名", "负责人姓名", "联系人姓名", "检查人", "检查人员",
    "填表人", "采集人", "inspector", "统一社会信用代码", "信用代码", "注册号", "身份证号", "日期", "时间", "检查时间",
    "检查日期", "采集时间", "成立日期", "date", "time", "照片", "图片", "照片编号", "图片编号", "photo", "image",
    "picture", "file", "文件名", "文件", "面积", "数量", "价格", "规格", "型号", "长度", "宽度", "走向", "来历",
    "含义", "命名理由", "由来", "语种", "状态", "status", "性别", "年龄", "年级", "班级", "经度", "纬度", "longitude",
    "latitude", "lng", "lat", "是否合格", "检查结果", "整改情况", "问题", "问题描述", "存在问题", "处理意见", "source",
    "来源", "出处", "作者", "author", "lang", "language",
];

/// Notes in brackets that make a header of names one of spellings.
const PINYIN: &[&str] = &["拼音", "罗马", "pinyin"];

/// Notes in brackets after which a header no longer means Chinese text.
const NOT_HAN: &[&str] = &["英文", "外文", "英语", "字母", "english", "en", "url", "代码", "编号", "电话"];

/// What a header cell means.
pub(super) fn meaning(cell: &str) -> Word {
    let (word, note) = plain(cell);
    if word.is_empty() || word.chars().count() > 16 {
        return Word::Unknown;
    }
    let found = |words: &[&str]| words.contains(&word.as_str());
    let plain = [
        (CARRIED, Role::Carried),
        (SPELLING, Role::Spelling),
        (CARRIER, Role::Carrier),
        (DIVISION_CODE, Role::DivisionCode),
        (CODE, Role::Code),
        (SITE, Role::Site),
        (CLASS, Role::Class),
        (EXEMPTION, Role::Exemption),
        (IGNORED, Role::Ignored),
        (ANY, Role::Checked(None)),
    ];
    let role = if let Some((_, role)) = plain.into_iter().find(|(words, _)| found(words)) {
        role
    } else if let Some((level, _)) = DIVISIONS.iter().find(|(_, words)| found(words)) {
        Role::Division(*level)
    } else if let Some(label) = Label::of(&word) {
        Role::Label(label)
    } else {
        let tables = [
            (SIGNBOARD, Signboard),
            (ENTERPRISE, EnterpriseName),
            (PLACE, PlaceName),
            (PRODUCT, ProductName),
            (ADVERTISEMENT, Advertisement),
            (PERSON, PersonName),
        ];
        match tables.into_iter().find(|(words, _)| found(words)) {
            Some((_, scene)) => Role::Checked(Some(scene)),
            None => return by_ending(&word),
        }
    };
    let noted = |words: &[&str]| words.iter().any(|word| note.contains(word));
    Word::Known(match role {
        Role::Checked(_) if noted(PINYIN) => Role::Spelling,
        Role::Checked(_) if noted(NOT_HAN) => Role::Carried,
        role => role,
    })
}

/// Whether a cell of a 载体 column says that the name stands on a sign; a register, or a sign that is only planned, does not.
pub(super) fn is_sign(carrier: &str) -> bool {
    const NOT_YET: &[&str] =
        &["未", "无", "没有", "拟", "待", "拆", "否", "名录", "名单", "清单", "目录", "数据库", "地图"];
    const SIGN: &[&str] = &["牌", "标志", "标识", "匾", "碑", "店招", "灯箱", "实体", "已设", "已立", "sign", "plate"];
    let carrier = carrier.trim().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| carrier.contains(word));
    !has(NOT_YET) && (has(SIGN) || matches!(carrier.as_str(), "是" | "有" | "yes"))
}

/// Compounds offices make up: `便利店店名`, `临街门头文字`, `主管单位名称`.
fn by_ending(word: &str) -> Word {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    if ends(&["拼音", "罗马字母", "罗马字母拼写", "pinyin"]) || (has(&["拼音"]) && ends(&["名称", "全称"]))
    {
        return Word::Known(Role::Spelling);
    }
    if !ends(&["名称", "名字", "店名", "路名", "地名", "全称", "内容", "文字", "用字", "字样", "文案", "标语"])
    {
        return Word::Unknown;
    }
    let role = if has(&[
        "责任", "主管", "所属", "管理", "监管", "填报", "上报", "检查", "整改", "街道", "部门", "英文", "外文",
    ]) {
        Role::Carried
    } else if has(&["招牌", "店招", "店名", "店铺", "商铺", "商户", "门头", "门店", "牌匾", "标牌", "匾"])
    {
        Role::Checked(Some(Signboard))
    } else if has(&["广告", "宣传", "标语", "文案"]) {
        Role::Checked(Some(Advertisement))
    } else if has(&["企业", "公司", "主体", "字号", "工商户"]) {
        Role::Checked(Some(EnterpriseName))
    } else if has(&["地名", "路", "街", "巷", "小区", "楼盘", "住宅", "建筑", "桥", "村", "站"]) {
        Role::Checked(Some(PlaceName))
    } else if has(&["商品", "产品", "货品", "菜"]) {
        Role::Checked(Some(ProductName))
    } else {
        return Word::Some;
    };
    Word::Known(role)
}

/// The bare word of a header cell, and what stood in brackets.
///
/// White space, line breaks, numbering (`1.`, `一、`, `①`), stars, colons, units and hints such as
/// `（必填）` are what offices put around the word; letters are compared in lower case.
fn plain(cell: &str) -> (String, String) {
    let (mut word, mut note, mut depth) = (String::new(), String::new(), 0_u32);
    for c in cell.chars() {
        match c {
            '（' | '(' | '[' | '【' | '〔' | '［' | '<' | '《' => depth += 1,
            '）' | ')' | ']' | '】' | '〕' | '］' | '>' | '》' => depth = depth.saturating_sub(1),
            c if c.is_whitespace()
                || matches!(c, '*' | '＊' | '_' | '-' | ':' | '：' | '\u{FEFF}' | '※' | '"' | '“' | '”') => {}
            c if depth > 0 => note.extend(c.to_lowercase()),
            c => word.extend(c.to_lowercase()),
        }
    }
    (without_numbering(&word).to_owned(), note)
}

fn without_numbering(word: &str) -> &str {
    let bare = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '①'..='⑳' | '⑴'..='⒇'));
    let bare = bare.strip_prefix(['.', '．', '、', ',']).unwrap_or(bare);
    let chinese = word.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    match chinese.strip_prefix(['、', '.', '．']) {
        Some(rest) if chinese.len() < word.len() => rest,
        _ => bare,
    }
}

/// Whether a header names a column of spellings.
pub(super) fn is_spelling(header: &str) -> bool {
    meaning(header) == Word::Known(Role::Spelling)
}
