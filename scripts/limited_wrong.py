#!/usr/bin/env python3
"""Derives dictionaries/words/limited-wrong.tsv: words in which a limited-use character is certainly wrong.

Package: PyPI jieba 0.42.1 (MIT): dict.txt, a word list with counts and parts of speech.

A row is a word of that list with the standard character replaced by its limited-use twin (伙伴 gives 夥伴). A row turns a
suspicion into a violation, so the rules below leave out every word whose wrong form may be right somewhere: names, classical
words, strings that arise when a personal name ends in the character, and whatever holds a word of limited-keep.tsv.
The result depends on the word list, limited-keep.tsv and tgscc.tsv only.
"""

import common

WORDS = common.ROOT / "dictionaries" / "words"

# limited character: (standard character, stems, words left out, least count of longer words)
# stems: None takes every word with the standard character; otherwise only words that hold one of the stems.
RULES = {
    "夥": ("伙", None, "", 3),
    "徵": ("征", None, "出征 长征 亲征 远征 东征 西征 南征 北征 仪征 征调 征招 征声 征音", 3),
    "藉": ("借", None, "借草", 3),
    "苧": ("苎", None, "", 3),
    "麽": ("么", "什么 怎么 那么 这么 甚么 多么 要么", "", 3),
    "脩": ("修", None, "修明 修水 自修 修竹 修远", 10),
    "祕": ("秘", None, "秘史 金秘术 山秘术", 4),
    "蒐": ("搜", None, "搜狐 搜狗", 4),
    "椀": ("碗", None, "箸长碗短", 3),
    "釐": ("厘", None, "", 3),
    "絜": ("洁", None, "自洁 高洁 皎洁 圣洁 光洁 宝洁公司 佳洁士", 4),
    "扞": ("捍", None, "", 9),
    "於": ("于", None, "单于 鲜于 刑于之化 凤皇于蜚 无动于中 通于权 助于 立于 先于", 4),
    "乾": ("干", "干净 干燥 干旱 干杯 干脆 干粮 干洗 干枯 干涸 干果 干货 干菜 干冰 干咳 干渴 干裂 干瘪 干瘦 干涩 干酪 "
           "干电池 干尸 干草 干柴 干馏 干爽 干笑 干嚎 干瞪眼 干着急 干巴 干爹 干妈 干娘 干儿子 干女儿 干亲 干红 干鲜 "
           "干粉 干煸 干锅 干贝 干丝 干饭 干结 干打垒 干打雷 干癣 干眼 干瘾 干啼 饼干 葡萄干 豆干 肉干 果干 鱼干 笋干 "
           "菜干 萝卜干 豆腐干 薯干 晒干 烘干 晾干 风干 吹干 烤干 擦干 榨干 抹干 拧干 吸干 焙干 烧干 喝干 抽干 沥干 "
           "口干 外强中干 乳臭未干 唾面自干 阴干", "", 3),
    "瞭": ("了", "了解 明了 了然 了如指掌 了若指掌", "", 3),
    "剋": ("克", "克服 克制 克扣 攻克 相克 克星 克敌 克己 克复 冲克 以柔克刚 克期 克日", "", 3),
    "祇": ("只", "只是 只有 只要 只能 只好 只怕 只管 只得 只不过 只可 只许 只顾 不只 只会 只想 只因 只需 只求 只剩", "", 3),
    "昇": ("升", "上升 提升 升级 升温 升空 升迁 升官 升降 升职 升旗 升格 升幅 回升 攀升 晋升 爬升 飙升 跃升 抬升 拉升 "
           "擢升 递升 直升 升学率 升学考试 旭日东升 步步高升 歌舞升平 连升三级", "", 3),
    "陞": ("升", "晋升 升迁 升官 升职 擢升", "", 3),
    "甦": ("苏", "苏醒 复苏", "", 3),
    "氾": ("泛", "泛滥 广泛 泛指 空泛 宽泛", "", 3),
    "谿": ("溪", "溪流 溪谷 溪涧 溪水", "", 3),
    "筦": ("管", "管理 管辖 掌管", "", 50),
    "劄": ("札", "札记 书札 信札 手札", "", 3),
    "吒": ("咤", "叱咤", "", 3),
    "袷": ("夹", "夹袄 夹衣 夹裤 夹被", "", 3),
    "耑": ("专", "专门 专业 专程 专卖 专营 专修 专治", "", 50),
    "叚": ("假", "假期 假日 暑假 寒假 放假 请假 休假 度假 假装 假冒 虚假", "", 20),
}
# never here, because the wrong form is so often a name: 邨 堃 喆 淼 仝 犇 迺 甯 菉 澂 龢 阪

# words the list lacks or counts too low, written down by hand: common in letters, on signs and in converted text
BY_HAND = {
    "藉": "藉此 藉由 藉着 藉以 凭藉 藉助 藉口 藉故 藉机", "瞭": "明瞭 瞭解 瞭然 不甚瞭瞭",
    "乾": "乾果 乾货 乾洗 乾锅 乾拌 乾炒 乾煸 乾炸 乾贝 乾丝 豆乾 肉乾 果乾 鱼乾 笋乾 杏乾 柿乾 薯乾 乾妈 乾爹 乾粉 乾式 "
          "烘乾 晒乾 风乾 晾乾 吹乾 沥乾 口乾 乾眼 葡萄乾",
    "夥": "夥伴 合夥 散夥 入夥 团夥 同夥 大夥 小夥 夥计 夥食 拆夥 家夥", "徵": "徵文 徵稿 徵婚 徵友 徵订 徵信 特徵 象徵 病徵 综合徵",
    "麽": "甚麽", "剋": "剋夫 剋妻 生剋 相剋 剋扣", "甦": "甦醒 复甦", "耑": "耑此 耑函", "椀": "饭椀 茶椀", "苧": "苧麻 苧布",
    "祇": "祇此 祇限 祇供", "脩": "脩缮 脩理 装脩 维脩", "祕": "祕制 祕方 祕籍 祕而不宣",
    "釐": "釐米 毫釐 公釐 釐清 釐定 釐正", "氾": "氾滥", "袷": "袷袄 袷衣 袷裤 袷被", "昇": "直昇 昇降 晋昇 拉昇", "陞": "晋陞 陞迁 陞职 陞官",
    "吒": "叱吒", "於": "於此",
}


def main():
    packages = common.packages()
    standard = set(common.standard_numbers())
    keep = [r["word"] for r in common.read("limited-keep.tsv", WORDS)[1]]
    count, kind = {}, {}
    for line in common.text(packages, "jieba", "dict.txt").splitlines():
        word, n, *tag = line.split(" ")
        count[word], kind[word] = int(n), tag[0] if tag else ""

    found = {}
    for limited, (other, stems, left_out, least) in RULES.items():
        named = () if stems else ("nr", "ns")                   # the list calls 晋升 and 葡萄干 names: a stem knows better
        stems, left_out = (stems or other).split(), set(left_out.split())
        chosen = {}
        for word, n in count.items():
            if other not in word or len(word) < 2 or any(x in word for x in left_out) or (named and kind[word].startswith(named)):
                continue
            if n < (20 if len(word) == 2 else least) or not all(c in standard for c in word):
                continue
            held = [s for s in stems if s in word]
            if not held:
                continue
            wrong = word
            for s in held:                                      # inside the stem only: 干部烘干 keeps its first 干
                wrong = wrong.replace(s, s.replace(other, limited))
            if count.get(wrong, 0) < 10:                        # the wrong form has a life of its own (瞭望, 慰藉)
                chosen[wrong] = word
        for wrong in BY_HAND.get(limited, "").split():
            chosen[wrong] = wrong.replace(limited, other)
        for wrong in sorted(chosen, key=lambda w: (len(w), w)):
            if any(k in wrong for k in keep):
                continue
            if any(w in wrong and found[w][1] == limited for w in found):    # a shorter row says it already
                continue
            found[wrong] = (chosen[wrong], limited)

    common.write(
        "limited-wrong.tsv", [(w, right, limited) for w, (right, limited) in found.items()], folder=WORDS,
        title="限定用法字用错的词", columns=["word", "standard", "char"], source="PyPI jieba 0.42.1 dict.txt", licence="MIT",
        version="0.42.1", used_by="ZI-004 ZI-005",
        remarks=[
            "词中的 char 用在注外意义，应写 standard。scripts/limited_wrong.py 由词表替换得出，取舍和手工补词见脚本。",
            "长词含有已收的短词时不另列：小夥伴含夥伴。",
            "邨堃喆淼仝犇迺甯菉澂龢阪多见于人名地名，一律不收；昇不收昇值、昇学、昇华、昇高、东昇、高昇、昇腾等可能是人名、字号或跨人名的双字词。",
            "勃谿、徵调、徵招、奏劄不收：辞书和专名仍用。於的各词至多疑似。",
        ])


if __name__ == "__main__":
    main()
