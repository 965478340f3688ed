"""Leaves of words/confusions.tsv in running text only what running text rarely meets by chance. Run it after confusions.py.

Every form is asked for at each place of every text, so what ordinary text meets costs time there, and finds nothing: the odds
that the two characters meet where words join are weighed against how common the right word is. Forms beyond the budget go
to the sign- columns of words of trade, or out. Forms that hold a wrong form of another table go too: that table has them; and
those that a reader found in right text (words/no-confusions.tsv). The column sign-rare repeats the forms of two characters of
which the wrong one is rare and in no names: those a sign may be told of (小陔), where 小核 may be a name.
"""

import re
from collections import Counter

import common

WORDS = common.ROOT / "dictionaries" / "words"
SIGNS = {"food", "goods", "services", "notices", "education", "medicine"}
# Share of word borders of ordinary text at which some form may stand by chance.
BUDGET = 0.010
# How much the count of the right word speaks for a form.
POWER = 0.7
UNCOUNTED = 20
# Log2 of its count in quarters, up to which a character is written for another and hardly ever for its own sake, and in how
# many names of the lists it may stand.
RARE, NAMED = 32, 6
MOST_RARE = 6
MOVE = {"sound": "sign-sound", "near": "sign-near", "shape": "sign-shape"}
LISTED = ["confusable-words", "homophone-words", "limited-wrong", "misspellings", "misspelt-words", "second-scheme-words", "variant-264", "variant-338"]


# What follows the name of a house.
HOUSES = ("饭店", "酒店", "宾馆", "餐厅", "餐馆", "酒楼", "茶楼", "面馆", "饭庄", "商店", "商场", "超市", "药店", "书店", "大厦", "公司", "中学", "小学", "医院")


def counts():
    return {r["word"]: int(r["count"]) for r in common.read("segmentation.tsv", WORDS)[1]}


def unused():
    """Characters that are rare and that nobody likes in names: on a sign a slip of the eye even in a word of two characters."""
    frequency = {r["char"]: int(r["log2"]) for r in common.read("frequency.tsv")[1]}
    named = Counter()
    for name in ("person_name.txt", "place_name.txt"):
        for line in common.text(common.packages(), "pycorrector", name).splitlines():
            named.update(line.split("\t")[0].split(" ")[0])
    for folder, name in (("names", "time-honoured"), ("words", "protected"), ("names", "surnames"), ("names", "places")):
        for row in common.read(name + ".tsv", WORDS.parent / folder)[1]:
            named.update(char for char in next(iter(row.values())) for _ in range(NAMED))
    return {r["char"] for r in common.read("tgscc.tsv")[1] if frequency.get(r["char"], 0) <= RARE and named[r["char"]] < NAMED}


def listed():
    found = set()
    for name in LISTED:
        for row in common.read(name + ".tsv", WORDS)[1]:
            if row.get("bare") != "silent":
                found.add(next(iter(row.values())))
    return found


def main():
    count = counts()
    total = sum(count.values())
    starts, ends = Counter(), Counter()
    for word, n in count.items():
        starts[word[0]] += n
        ends[word[-1]] += n

    def chance(word, form):
        changed = {i for i, (a, b) in enumerate(zip(word, form)) if a != b}
        pairs = [i for i in range(len(form) - 1) if changed & {i, i + 1}]
        return min(ends[form[i]] / total * starts[form[i + 1]] / total for i in pairs)

    head, rows = common.read("confusions.tsv", WORDS)
    known = listed()
    right = {r["form"] for r in common.read("no-confusions.tsv", WORDS)[1]}
    lengths = sorted({len(form) for form in known})
    holds = lambda form: any(form[i:i + n] in known for n in lengths for i in range(len(form) - n + 1))
    # 金益|饭店 is a house of that name and no slip for 盖饭店.
    house = lambda word, form: len(word) == 3 and word.endswith(HOUSES) and word[1:] == form[1:]
    fits = lambda form: max(form) <= "\uffff" and form not in right and not holds(form)
    columns = [column for column in rows[0] if column != "sign-rare"]
    for row in rows:
        for column in columns[3:]:
            row[column] = [form for form in row[column].split() if fits(form) and not house(row["word"], form)]
    forms = []
    for row in rows:
        for column in MOVE:
            for form in row[column]:
                odds = chance(row["word"], form)
                forms.append((odds / count.get(row["word"], UNCOUNTED) ** POWER, odds, row["word"], form))
    spent, seen, spared = 0.0, set(), set()
    for _, odds, word, form in sorted(forms):
        if form not in seen:
            seen.add(form)
            spent += odds
        if spent > BUDGET:
            spared.add((word, form))
    for row in rows:
        for column, sign in MOVE.items():
            moved = [form for form in row[column] if (row["word"], form) in spared]
            row[column] = [form for form in row[column] if (row["word"], form) not in spared]
            if SIGNS & set(row["fields"].split()):
                row[sign] = list(dict.fromkeys(moved + row[sign]))
    rare = unused()
    for row in rows:
        shapes = row["shape"] + row["sign-shape"] if len(row["word"]) == 2 and SIGNS & set(row["fields"].split()) else []
        row["sign-rare"] = [form for form in shapes if any(a != b and b in rare for a, b in zip(row["word"], form))][:MOST_RARE]
    columns.append("sign-rare")
    head = ["# columns: " + "\t".join(columns) if h.startswith("# columns:") else h for h in head]
    lines = []
    for row in rows:
        if any(row[column] for column in columns[3:]):
            lines.append("\t".join([row[c] for c in columns[:3]] + [" ".join(row[c]) for c in columns[3:]]))
    head = [f"# rows: {len(lines)}" if h.startswith("# rows:") else h for h in head]
    total = sum(len(row[column]) for row in rows for column in columns[3:-1])
    head = [re.sub(r"共 \d+ 个误写形式", f"共 {total} 个误写形式", h) for h in head]
    with open(WORDS / "confusions.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(head + lines) + "\n")
    print(f"confusions.tsv: {len(lines)} rows, {len(forms) - len(spared)} forms in running text, {len(spared)} spared")


if __name__ == "__main__":
    main()
