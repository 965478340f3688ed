#!/usr/bin/env python3
"""Derives dictionaries/names/surnames.tsv: surnames and their readings.

Package: npm pinyin-pro 3.29.4 (MIT): dist/esm/data/surname.mjs, 492 surnames.

鬱 goes out (it is not a standard character). Where dictionaries know two readings both stand, the usual one first; surnames
the package lacks are added below. Both are facts written down by hand.
"""

import re

import common

# two readings, the usual one first
READINGS = """
郗 xī chī
宁 níng nìng
能 nài néng
阙 quē què
蔚 yù wèi
相 xiàng xiāng
乐 yuè lè
翟 zhái dí
隗 wěi kuí
覃 qín tán
费 fèi bì
盖 gě gài
纪 jǐ jì
谌 chén shèn
召 shào zhào
黑 hè hēi
那 nā nà
柏 bǎi bó
牟 mù móu
朴 piáo pǔ
宓 mì fú
"""

# not in the package
MORE = """
闫 yán 付 fù 岳 yuè 兰 lán 代 dài 涂 tú 阳 yáng 麦 mài 隋 suí 苟 gǒu 楼 lóu 佟 tóng 丘 qiū 商 shāng 丛 cóng 佘 shé 苑 yuàn 迟 chí
邝 kuàng 官 guān 南 nán 芦 lú 原 yuán 栗 lì 楚 chǔ 鄢 yān 扬 yáng 粟 sù 冼 xiǎn 盘 pán 仝 tóng 海 hǎi 帅 shuài 练 liàn 漆 qī 卿 qīng
晋 jìn 占 zhān 初 chū 门 mén 敬 jìng 来 lái 普 pǔ 鹿 lù 邸 dǐ 辜 gū 亓 qí 修 xiū 赫 hè 况 kuàng 鲜 xiān 战 zhàn 银 yín 亢 kàng
豆 dòu 宾 bīn 揭 jiē 但 dàn 尉 wèi 斯 sī 檀 tán 衣 yī 信 xìn 展 zhǎn 智 zhì 奉 fèng 植 zhí 由 yóu 才 cái 操 cāo 户 hù 矫 jiǎo
靖 jìng 琚 jū 巨 jù 旷 kuàng 历 lì 励 lì 伦 lún 雒 luò 茆 máo 木 mù 綦 qí 谯 qiáo 渠 qú 侍 shì 眭 suī 铁 tiě 宛 wǎn 毋 wú 忻 xīn
续 xù 延 yán 尧 yáo 种 chóng 蹇 jiǎn 仵 wǔ 郇 xún 么 yāo 泮 pàn 税 shuì 爨 cuàn 笪 dá 苌 cháng 冒 mào 黑 hè 佴 nài 仉 zhǎng
於 yū 氾 fán 耑 duān 迺 nǎi 菉 lù 叚 xiá 祕 bì 筦 guǎn 絜 xié 麹 qū 锺 zhōng 缐 xiàn 甯 nìng
萨 sà 庹 tuǒ 缑 gōu 呙 guō 恽 yùn 郯 tán 睢 suī 禚 zhuó 禤 xuān 虢 guó 羌 qiāng 邾 zhū 郅 zhì 冮 gāng 兀 wù 弋 yì 菅 jiān 翦 jiǎn 蒉 kuì
遆 tí 芈 mǐ 妫 guī 闪 shǎn 骈 pián 苻 fú 皋 gāo 矍 jué 泠 líng 祭 zhài
谷梁 gǔ-liáng 南郭 nán-guō 北宫 běi-gōng 太史 tài-shǐ 公输 gōng-shū 公仪 gōng-yí 屠岸 tú-àn 仲长 zhòng-cháng 阳佟 yáng-tóng 贺兰 hè-lán 相里 xiàng-lǐ
哥舒 gē-shū 斛律 hú-lǜ 尔朱 ěr-zhū 乞伏 qǐ-fú 秃发 tū-fà 沮渠 jū-qú 仆固 pú-gù 侯莫陈 hóu-mò-chén 赫舍里 hè-shè-lǐ 钮祜禄 niǔ-hù-lù
富察 fù-chá 瓜尔佳 guā-ěr-jiā 博尔济吉特 bó-ěr-jì-jí-tè
独孤 dú-gū 拓跋 tuò-bá 完颜 wán-yán 耶律 yē-lǜ 纳兰 nà-lán 爱新觉罗 ài-xīn-jué-luó 叶赫那拉 yè-hè-nà-lā
"""


def main():
    package = common.text(common.packages(), "pinyin-pro", "surname.mjs")
    standard = common.standard_numbers()
    table = {}
    cells = MORE.split()
    for name, reading in zip(cells[::2], cells[1::2]):
        table[name] = reading
    for name, reading in re.findall(r"^\s+'?([^\s':]+)'?: '([^']+)',$", package, re.M):
        table[name] = reading.replace(" ", "-")
    for line in READINGS.strip().splitlines():
        name, readings = line.split(" ", 1)
        assert name in table, name
        table[name] = readings
    rows = [(n, r) for n, r in table.items() if all(c in standard for c in n)]
    for name, readings in rows:
        assert all(len(r.split("-")) == len(name) for r in readings.split(" ")), name
    common.write(
        "surnames.tsv", rows, folder=common.ROOT / "dictionaries" / "names",
        title="姓氏及其读音", columns=["surname", "readings"], source="npm pinyin-pro 3.29.4 dist/esm/data/surname.mjs", licence="MIT",
        version="3.29.4", used_by="lexicon",
        remarks=[
            "readings：两读的用空格分开，常用的在前；复姓的各音节用连字符（-）连接。",
            "包里的鬱不收；包里没有的姓、两读的姓由手工补入（scripts/surnames.py）。",
        ])


if __name__ == "__main__":
    main()
