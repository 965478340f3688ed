"""Derives dictionaries/chars/frequency.tsv, how common a character is, from the word list of PyPI jieba 0.42.1 (MIT), dict.txt.

A character's weighted count is the sum, over all words, of the word's frequency times the times it stands in the word; the table
gives floor(4 * log2(1 + count)) for the 6000 most common characters (ties by code point).
"""

import common

count = {}
for line in common.text(common.packages(), "jieba", "dict.txt").splitlines():
    cells = line.split(" ")
    for char in cells[0]:
        if "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff" or char == "〇":
            count[char] = count.get(char, 0) + int(cells[1])


def level(n):
    """floor(4 * log2(n)) in whole numbers: the same on every machine."""
    return (n**4).bit_length() - 1


top = sorted(count, key=lambda c: (-count[c], c))[:6000]
common.write(
    "frequency.tsv",
    [[c, str(level(1 + count[c]))] for c in top],
    title="单字常用程度",
    columns=["char", "log2"],
    source="PyPI jieba 0.42.1 的 dict.txt（scripts/frequency.py）",
    licence="MIT",
    version="0.42.1",
    used_by="lexicon",
    remarks=["log2 是 floor(4 × log2(1 + 加权字频))，取最常用的 6000 字。"],
)
