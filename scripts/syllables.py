"""Writes dictionaries/pinyin/syllables.tsv: the syllables of Standard Chinese without tones, each with one character.

They are the syllables of the readings in chars/tgscc.tsv and the few that only speech or characters outside that table have
(EXTRA). Each must be an initial and a final of 汉语拼音方案, or one of its interjections. Needs no package.
"""

import itertools

import common
from phrases import bare

# interjections and spoken forms of 现代汉语词典; 鞥 and 噷 are not in 通用规范汉字表
EXTRA = {"n": "嗯", "hm": "噷", "ei": "欸", "eng": "鞥", "chua": "欻", "tei": "忒", "zhei": "这"}

INTERJECTIONS = "ê m n ng hm hng yo lo o ei eng".split()
INITIALS = " b p m f d t n l g k h j q x zh ch sh r z c s".split(" ")
FINALS = """
a o e i u ü ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang üe üan ün
""".split()
WITHOUT_INITIAL = """
a o e ai ei ao ou an en ang eng er ya yo ye yao you yan yin yang ying yong yi wu wa wo wai wei wan wen wang weng yu yue yuan yun
""".split()
PALATAL = "u ue uan un".split()


def legal():
    """Every spelling the Scheme can make; which of them are spoken, the readings say."""
    out = set(WITHOUT_INITIAL) | set(INTERJECTIONS)
    for initial, final in itertools.product(INITIALS[1:], FINALS):
        if initial in "jqx":
            if final[0] == "i":
                out.add(initial + final)
        elif final[0] != "ü" or initial in "nl" and final in ("ü", "üe"):
            out.add(initial + final)
    return out | {initial + final for initial in "jqx" for final in PALATAL}


def main():
    best = {}
    for row in common.read("tgscc.tsv")[1]:
        for place, reading in enumerate(row["readings"].split()):
            best.setdefault(bare(reading), []).append((place, int(row["number"]), row["char"]))
    table = {syllable: min(chars)[2] for syllable, chars in best.items()}
    for syllable, char in EXTRA.items():
        assert syllable not in table, syllable
        table[syllable] = char
    assert not set(table) - legal(), set(table) - legal()
    assert not set(INTERJECTIONS) - set(table)
    common.write(
        "syllables.tsv",
        list(table.items()),
        title="普通话音节（不标调）",
        columns=["syllable", "example"],
        source="汉语拼音方案（1958）；现代汉语词典的叹词音节；chars/tgscc.tsv 的读音（scripts/syllables.py）",
        licence="facts",
        version="1958",
        used_by="lexicon",
        remarks=["ü 写 ü。不含儿化的 r。鞥、噷两个例字不在通用规范汉字表内。"],
        folder=common.ROOT / "dictionaries" / "pinyin",
    )


if __name__ == "__main__":
    main()
