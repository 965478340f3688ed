"""What confusions.py is told by hand: characters that names like, function words, right phrases that no list holds, and weights."""

# Characters that shops put into names at will: 佰货 may be a firm, so two-character forms with them are left out.
BRAND = set(
    "鸿福佳美鑫宏华康泰盛兴旺发达利顺丰隆源安益裕嘉瑞祥祺悦雅逸怡馨欣惠慧汇荟亿易优尚品聚鼎金银玉宝贝家园缘苑庭轩阁坊斋堂楼居府"
    "汉唐宋元晋秦楚齐鲁吴越蜀湘粤沪京津渝川滇黔桂琼冀豫鄂皖赣闽浙苏龙凤虎麟鹏鹤梅兰竹菊桃李杏莲荷枫松柏新鲜香甜皇王御尊爵贵豪衣食味茶酒车房行"
    "锐兆创科讯联智腾飞翔宇泽润德信诚恒永天海中正通卓越锋峰杰伟捷迅铭铠铂瀚浩昊晟昱晖辉曜颐颖友乔"
)

# Words of one character that stand anywhere.
FUNCTION = set(
    "的了在是和与及或而且也都就又再很更最不没有无为被把将让给对向从到于以之其此这那个们着过地得吗呢吧啊么所要会能可我你他她它您咱谁几"
    "一二三四五六七八九十百千万亿两半零年月日时分"
)

# What may follow any noun or verb to make a new word.
SUFFIXES = set("性型式化类款率期员者家器机费税罪区市县省村镇楼室厅馆店站场所院校组队班团会法论学派系列版页号级层线路网点处部局")

# Fixed phrases in which one word is taken for another of the same sound, and which the packages do not list.
PHRASES = """
    大饱口福 大饱眼福 一饱口福 一饱眼福 自由贸易试验区 综合配套改革试验区 自由贸易港 联席会议制度 首问负责制 一票否决制 河长制 街长制 路长制 网格化管理
    会计师事务所 律师事务所 税务师事务所 审计事务所 土地使用权 海域使用权 商标使用权 专利使用权 使用权转让 领事豁免权 外交豁免权 管辖豁免权
    过渡期 过渡性 过渡时期 过渡政府 缓冲期 磨合期 瓶颈期 窗口期 平台期 高峰期 汛期 枯水期 丰水期 事实真相 还原真相 揭露真相 真相大白 管道通畅 呼吸通畅 道路通畅
    订机票 订火车票 订酒店 预订机票 预订酒店 预订房间 对号入座 座无虚席 高朋满座 坐公交车 坐地铁 坐飞机 坐火车 坐高铁 再一次 又一次 一而再再而三
    职权范围内 有效期内 规定期限内 公示催告程序 督促程序 简易程序 普通程序 特别程序 第三人撤销之诉 举证责任 举证期限 刑事拘留 行政拘留 缓刑考验期 假释考验期
    保质期 保修期 有效期 潜伏期 哺乳期 更年期 青春期 观察期 恢复期 康复期 急性期 慢性期 稳定期 发作期 缓解期
    启事 招聘启事 寻人启事 寻物启事 招领启事 征文启事 征稿启事 迁址启事 更名启事 遗失启事 权利义务 权利能力 民事权利 合法权利 行使权利 行使职权 行使权力 权力机关 权力机构
    机动车行驶 行驶证 行驶速度 行驶里程 安全行驶 靠右行驶 禁止行驶 登录账号 登录密码 登录网站 登录系统 用户登录 登陆作战 台风登陆 账号密码 注册账号 银行账户 账户余额
    制定政策 制定计划 制定方案 制定标准 制订计划 法定代表人 法人代表 必须遵守 必须经过 生活必需品 必需品 反映情况 反映问题 反映强烈 化学反应 不良反应 过敏反应 连锁反应
    """.split()

# Log-odds of a homophone to be the slip, learnt from words/misspellings.tsv (1,300 pairs) against all homophones of level 1 and 2.
IN_SET, ALIKE, UNLIKE = 3.4, 1.9, -0.4
SAME_TONE, OTHER_TONE = 0.84, -1.3
A_WORD = 1.9  # the wrong character makes a word with its neighbour
NEAR_SOUND, LOOKS_ONLY = -3.0, -1.0
