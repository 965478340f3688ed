"""Derives dictionaries/chars/tgscc.tsv, the 8105 characters of 通用规范汉字表 and their readings, from Unihan.

Package: Debian unicode-data 15.0.0-1 (Unicode 15.0; Unicode-3.0), files Unihan_OtherMappings and Unihan_Readings.
kTGH 2013:N is the official number; 1-3500 are level 1, 3501-6500 level 2, 6501-8105 level 3.

`readings` is the set of kTGHZ2013 (the dictionary of the 2013 table). That property stands in the order of the dictionary's
pages, so the order here is: what FIRST says, else kMandarin's reading if it is in the set, then by kHanyuPinlu's counts.
`tolerated` holds the readings of kXHC1983 and kMandarin outside the set: no reason to call a spelling wrong.
"""

import re

import common

# Where kMandarin's reading is not what people read first in words and names.
FIRST = """
卜bǔ 几jǐ 干gān 长cháng 仆pú 只zhǐ 地dì 似sì 兴xīng 尽jìn 佛fó 拓tuò 拧nǐng 茄qié 舍shè 栅zhà 哇wā 哗huá 咳ké 哄hǒng 差chā 载zài
晃huàng 倒dǎo 脏zāng 累lèi 调tiáo 勒lè 啦la 弹tán 煞shà 撩liáo 幢zhuàng 擂lèi 藉jiè 豁huò 曝bào 靡mǐ 嚼jiáo 耶yē 呱guā 沓tà 迤yǐ 艮gèn
荨xún 柞zuò 哕yuě 峤qiáo 俟sì 埔pǔ 莳shì 莞guǎn 掖yè 啁zhōu 啜chuò 挲suō 靓liàng 葚shèn 喽lou 鹄hú 湫qiū 嗑kè 嗳ài 貉hé 槟bīng 鹘hú
糁shēn 嫚màn 翟zhái 镗táng 裼xī 仔zǎi 泊bó 漂piāo 挣zhèng 蛤gé 匙chí 郇xún 於yū 囤tún 应yīng 奘zàng 夹jiā 酊dīng 行xíng 重zhòng 都dōu 乐lè
还hái 了le 着zhe 得dé 好hǎo 大dà 为wèi 少shǎo 中zhōng 数shù 种zhǒng 藏cáng 传chuán 朝cháo 参cān 率lǜ 薄báo 曾céng 单dān 发fā 冠guān 号hào
和hé 空kōng 量liàng 露lù 落luò 难nán 宁níng 铺pù 强qiáng 切qiè 曲qū 塞sāi 散sàn 石shí 提tí 相xiāng 校xiào 血xuè 咽yàn 宿sù 扎zhā 占zhàn
涨zhǎng 削xiāo 正zhèng 殖zhí 转zhuǎn 钻zuān 什shén 的de 会huì 当dāng 分fēn 车chē 教jiào 觉jué 角jiǎo 便biàn 处chù 降jiàng 色sè 说shuō 卷juǎn 呢ne
"""


def readings(value):
    """The readings of '131.140:háng 223.010,223.020:xíng', each once, in the order given."""
    return list(dict.fromkeys(v.rpartition(":")[2] for v in value.split()))


def main():
    folder = common.packages()
    numbers = {c: int(v.removeprefix("2013:")) for c, v in common.unihan(folder, "Unihan_OtherMappings.txt", "kTGH")["kTGH"].items()}
    assert sorted(numbers.values()) == list(range(1, 8106))
    unihan = common.unihan(folder, "Unihan_Readings.txt", "kTGHZ2013", "kXHC1983", "kMandarin", "kHanyuPinlu")
    first = {w[0]: w[1:] for w in FIRST.split()}
    rows = []
    for c, n in numbers.items():
        known = readings(unihan["kTGHZ2013"][c])
        usual = unihan["kMandarin"][c].split()
        spoken = {r: int(k) for r, k in re.findall(r"([^\s(]+)\((\d+)\)", unihan["kHanyuPinlu"].get(c, ""))}
        assert first.get(c, known[0]) in known, c
        order = sorted(known, key=lambda r: (r != first.get(c), r not in usual, -spoken.get(r, 0)))
        also = [r for r in dict.fromkeys(readings(unihan["kXHC1983"].get(c, "")) + usual) if r not in known]
        rows.append([c, "1" if n <= 3500 else "2" if n <= 6500 else "3", str(n), " ".join(order), " ".join(also)])
    assert sum(len(r[3].split()) for r in rows) == 8773
    common.write(
        "tgscc.tsv",
        rows,
        title="通用规范汉字表及各字读音",
        columns=["char", "level", "number", "readings", "tolerated"],
        source="Debian unicode-data 15.0.0-1, Unihan kTGH kTGHZ2013 kXHC1983 kMandarin（scripts/tgscc.py）",
        licence="Unicode-3.0",
        version="2013",
        used_by="lexicon",
        remarks=[
            "readings：《通用规范汉字字典》的全部读音，共 8773 个；常用的在前，次序由 kMandarin、kHanyuPinlu 和脚本里的一张表定。",
            "tolerated：《现代汉语词典》1983 年版（kXHC1983）和 kMandarin 里有、上一栏里没有的读音；不据此判错，也不主动采用。",
        ],
    )


if __name__ == "__main__":
    main()
