"""Derives dictionaries/chars/tgscc.tsv, the 8105 characters of 通用规范汉字表, from Unihan kTGH.

Package: Debian unicode-data 15.0.0-1 (Unicode 15.0; Unicode-3.0), file Unihan_OtherMappings.
The value 2013:N is the official number; 1-3500 are level 1, 3501-6500 level 2, 6501-8105 level 3.
"""

import common

numbers = {c: int(v.removeprefix("2013:")) for c, v in common.unihan(common.packages(), "Unihan_OtherMappings.txt", "kTGH")["kTGH"].items()}
assert sorted(numbers.values()) == list(range(1, 8106))

common.write(
    "tgscc.tsv",
    [[c, "1" if n <= 3500 else "2" if n <= 6500 else "3", str(n), ""] for c, n in numbers.items()],
    title="通用规范汉字表",
    columns=["char", "level", "number", "readings"],
    source="Debian unicode-data 15.0.0-1, Unihan kTGH (scripts/tgscc.py)",
    licence="Unicode-3.0",
    version="2013",
    used_by="lexicon",
    remarks=["readings 留空，待以后的版本填写。"],
)
