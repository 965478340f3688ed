"""Derives dictionaries/pinyin/phrases.tsv: the readings of words that the usual readings of their characters do not give.

Packages: PyPI pypinyin 0.55.0 (MIT), phrases_dict.json; npm @pinyin-pro/data 1.3.1 (ISC), json/modern.json.

Kept are words of two to eight standard characters that hold a character with several readings, or whose reading differs from the
usual one. 一 and 不 go back to yī and bù. A syllable must be a reading of its character in chars/tgscc.tsv, or its neutral tone.
Where the packages differ pinyin-pro stands, unless PYPINYIN names the word; HAND overrules both and adds what neither has.
儿 is the syllable r unless SYLLABLE says that it is one of its own.
"""

import json
import re
import unicodedata

import common
from phrases_hand import DROP, FULL_TONE, HAND, ODD, PYPINYIN, STILL, SYLLABLE

TONES = "\u0304\u0301\u030c\u0300"
LEAST, LONGEST = 2, 8


def bare(syllable):
    """The syllable without its tone mark."""
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in TONES))


def hand(text):
    """{word: syllables} from 'word syl-la-bles' pairs."""
    cells = text.split()
    out = dict(zip(cells[::2], (tuple(r.split("-")) for r in cells[1::2])))
    assert len(out) * 2 == len(cells), [w for w in cells[::2] if cells[::2].count(w) > 1][:9]
    return out


def odd(cell, table, chars):
    """(word, syllables) of a cell 'word/字reading字reading': what it does not name is as in the table, or usual."""
    word, _, given = cell.partition("/")
    syllables = list(table[word][0] if word in table else tidy(word, chars.usual(word)))
    named = dict(re.findall(r"([\u3400-\u9fff])([^\u3400-\u9fff]+)", given))
    assert named and set(named) <= set(word), cell
    return word, tuple(named.get(c, s) for c, s in zip(word, syllables))


def own_syllable(word, at):
    """Whether the 儿 there is a syllable of its own."""
    if at == 0 or word in SYLLABLE:
        return True
    return any(s.startswith("~") and word[i:i + len(s) - 1] == s[1:] and i <= at < i + len(s) - 1 for s in SYLLABLE for i in range(at + 1))


def tidy(word, syllables):
    """The syllables in our notation: 一 and 不 in citation tone, 儿 as r where it only colours the syllable before."""
    out = []
    for at, (char, syllable) in enumerate(zip(word, syllables)):
        syllable = unicodedata.normalize("NFC", syllable)
        if char == "一":
            syllable = "yī"
        elif char == "不":
            syllable = "bù"
        elif char == "儿":
            syllable = "ér" if own_syllable(word, at) else "r"
        out.append(syllable)
    return tuple(out)


class Characters:
    def __init__(self):
        rows = common.read("tgscc.tsv")[1]
        self.readings = {r["char"]: r["readings"].split() for r in rows}
        self.tolerated = {r["char"]: r["tolerated"].split() for r in rows}

    def fits(self, word, syllables, tolerant):
        for char, syllable in zip(word, syllables):
            known = self.readings[char] + (self.tolerated[char] if tolerant else [])
            if syllable not in known and syllable not in {bare(k) for k in known} and (char, syllable) != ("儿", "r"):
                return False
        return True

    def usual(self, word):
        return tuple(self.readings[c][0] for c in word)

    def wanted(self, word, syllables):
        return any(len(self.readings[c]) > 1 for c in word) or syllables != self.usual(word)


def sources(folder, chars):
    """The words of both packages that are in scope: two {word: syllables}."""
    def scope(word, syllables):
        return LEAST <= len(word) <= LONGEST and len(word) == len(syllables) and all(c in chars.readings for c in word)

    one = json.loads(common.text(folder, "pypinyin", "phrases_dict.json"))
    two = json.loads(common.text(folder, "pinyin-pro-data", "modern.json"))
    one = {w: tidy(w, [r[0] for r in s]) for w, s in one.items() if scope(w, s)}
    two = {w: tidy(w, s[0].split()) for w, s in two.items() if scope(w, s[0].split())}
    return one, two


def decide(word, one, two, chars):
    """(syllables, witness) of a word of the packages, or None."""
    found = [(s[word], name) for s, name in ((one, "pypinyin"), (two, "pinyin-pro")) if word in s]
    found = [f for f in found if chars.fits(word, f[0], True)]
    # a reading the 2013 dictionary gave up yields to one that it has
    found = [f for f in found if chars.fits(word, f[0], False)] or found
    if len(found) == 2:
        if found[0][0] == found[1][0]:
            return found[0][0], "both"
        neutral = all(bare(a) == bare(b) and bare(a) in (a, b) or a == b for a, b in zip(found[0][0], found[1][0]))
        if neutral:
            pick = min if word in FULL_TONE else max
            return pick(found, key=lambda f: sum(s == bare(s) for s in f[0]))
        return found[0] if word in PYPINYIN else found[1]
    return found[0] if found else None


def soften(table):
    """Gives words only pypinyin has, 知识库, the neutral tone of a word inside them, 知识, that a better witness has."""
    def neutral(word):
        return word in table and table[word][1] != "pypinyin" and any(s == bare(s) != "r" for s in table[word][0])

    def steady(word):
        return word in STILL or len(set(word)) == len(word) // 2 or len(word) == 4 and word[2:] == word[2] * 2

    for word in sorted(w for w in table if len(w) > 2 and table[w][1] == "pypinyin" and not steady(w)):
        syllables = list(table[word][0])
        for at, length in ((a, n) for n in (2, 3) if n < len(word) for a in range(len(word) - n + 1)):
            part = word[at:at + length]
            if neutral(part) and [bare(s) for s in table[part][0]] == [bare(s) for s in syllables[at:at + length]]:
                syllables[at:at + length] = table[part][0]
        table[word] = (tuple(syllables), "pypinyin")


def misled(word, syllables, table, chars):
    """Whether a word inside it would have it read otherwise."""
    parts = ((a, b) for a in range(len(word)) for b in range(a + LEAST, len(word) + 1) if b - a < len(word))
    return any(word[a:b] in table and table[word[a:b]][0] != syllables[a:b] and chars.wanted(word[a:b], table[word[a:b]][0]) for a, b in parts)


def build(folder):
    chars = Characters()
    one, two = sources(folder, chars)
    table = {}
    for word in sorted(set(one) | set(two)):
        row = decide(word, one, two, chars)
        if row and word not in DROP:
            table[word] = row
    for word, syllables in list(hand(HAND).items()) + [odd(cell, table, chars) for cell in ODD.split()]:
        assert len(word) == len(syllables) and chars.fits(word, syllables, True), (word, syllables)
        table[word] = (syllables, table[word][1] if word in table and table[word][0] == syllables else "hand")
    soften(table)
    # 东西方 is read by its characters, and stands because 东西 is not
    return {w: r for w, r in table.items() if chars.wanted(w, r[0]) or r[1] == "hand" and misled(w, r[0], table, chars)}


def main():
    table = build(common.packages())
    common.write(
        "phrases.tsv",
        [[w, " ".join(s), witness] for w, (s, witness) in table.items()],
        title="词的读音（含多音字、轻声、儿化的词）",
        columns=["word", "reading", "witness"],
        source="PyPI pypinyin 0.55.0 phrases_dict.json，npm @pinyin-pro/data 1.3.1 json/modern.json（scripts/phrases.py）",
        licence="MIT AND ISC",
        version="0.55.0 1.3.1",
        used_by="lexicon",
        remarks=[
            "reading：一、不标原调；轻声不标调；儿化的“儿”写 r，自成音节的写 ér。",
            "witness：both 两个包一致；pypinyin、pinyin-pro 只有一个包有，或者两包不同而取其一；hand 手工写定。",
            "收二至八字、全由规范字组成的词。没有多音字、读音又等于各字常用音的词不收；里面有别的词会读错的除外（东西方）。",
        ],
        folder=common.ROOT / "dictionaries" / "pinyin",
    )


if __name__ == "__main__":
    main()
