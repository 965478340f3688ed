"""Derives dictionaries/words/segmentation.tsv, the words that the word-border guard segments with.

Package: PyPI jieba 0.42.1 (MIT), dict.txt. Kept are words of two to four characters, and single characters, with a
count of at least 5 whose characters are all standard: a guard that looks at twelve characters needs no more, and a
dictionary of this size loads three times as fast. It is no spelling authority, only a judge of borders.
The third field of dict.txt, the part of speech, goes with every word: the spelling rules ask it for names of places (ns),
people (nr), bodies (nt) and things (nz).
"""

import common

LEAST, LONGEST = 5, 4

standard = {
    line.split("\t")[0]
    for line in (common.CHARS / "tgscc.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
rows = {}
for line in common.text(common.packages(), "jieba", "dict.txt").splitlines():
    word, count, tag = line.split(" ")
    if int(count) >= LEAST and len(word) <= LONGEST and set(word) <= standard:
        rows[word] = (count, tag)

common.write(
    "segmentation.tsv",
    [[word, count, tag] for word, (count, tag) in rows.items()],
    title="切分用词（判断词的边界和词类）",
    columns=["word", "count", "tag"],
    source="PyPI jieba 0.42.1 的 dict.txt（scripts/segmentation.py）",
    licence="MIT",
    version="0.42.1",
    used_by="lexicon",
    remarks=["只用来判断词与词的边界，不作字词是否规范的依据。取字数不超过 4、频次不低于 5、全由规范字组成的词。", "tag：jieba 的词性标记，如 ns 地名、nr 人名、nt 机构名、nz 其他专名、m 数词、q 量词。"],
    folder=common.CHARS.parent / "words",
)
