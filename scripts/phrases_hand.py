"""What scripts/phrases.py cannot take from its packages: choices between them, words of our own, the syllable 儿."""

# 儿 with a syllable of its own: whole words, or with ~ any word that holds the string.
SYLLABLE = set("""
~儿童 ~儿戏 ~儿女 ~儿歌 ~儿科 ~儿媳 ~儿孙 ~儿子 ~儿郎 ~儿时 ~儿化 ~儿马 儿茶 ~儿皇帝 ~儿齿 女儿 ~女儿墙 ~女儿国 ~女儿红 ~黄花女儿 ~生儿 ~婴儿 ~少儿 ~幼儿 ~孤儿 ~乳儿 ~产儿 侄儿 ~低能儿 ~健儿 ~弃儿
~宠儿 孙儿 孩儿 ~妻儿 娇儿 爱儿 ~宁馨儿 ~幸运儿 ~弄潮儿 ~新生儿 ~早产儿 ~暮生儿 ~混血儿 ~男儿 小儿 ~小儿麻痹 ~黄口小儿 ~造化小儿
~倒绷孩儿 ~无儿 ~安琪儿 ~胎儿 ~患儿 ~托儿所 ~育儿 ~吊儿郎当 ~拖儿带女 ~卖儿 ~鬻儿 ~痴儿 ~乞儿 ~畸形儿 ~痴呆儿 ~私生儿 ~遗腹儿 ~佝偻儿 ~鬼儿
~妇儿 ~女婴儿 ~男婴儿 ~产婴儿 ~死婴儿 ~儿基会 ~儿保 ~儿医 ~母儿 ~幺儿 ~育婴儿
""".split())

# The packages differ only in neutral tones: here the full tone is right; everywhere else the neutral one.
FULL_TONE = set("""
丁零当啷 不哼不哈 半半拉拉 呼啦 哇啦 哈哈 噱头 奉行故事 怎地 恐怖分子 探骊得珠 断子绝孙 枪子儿 石头子儿 精子库 老头儿 个头儿 月头儿 老子
苦头 被子植物 诃子 逻辑 都督 重子 值得
""".split())

# The packages differ: here pypinyin is right; everywhere else pinyin-pro.
PYPINYIN = set("""
一倡百和 一朝天子一朝臣 一行 一通 不为已甚 不差累黍 不干胶 五行八作 倒把 公教人员 内出血 切磋琢磨 划一 削除 劲升 劲歌 厚薄 发网 口血未干
吆五喝六 吱声 呼幺喝六 咳血 垛子 外出血 大出血 好善乐施 好高务远 孕吐 字帖儿 少时 屏迹 屏退 带累 幢幢 干号 干将 库藏 应从 应分 应招 强逼
当天 当晚 当月 当行出色 心曲 必得 怎么着 悲号 戎行 扇坠 扇骨 承传 抓差 抛头露面 拖斗 择席 挂累 指供 挎斗 挑刺儿 播种 攒盒 攒集 支差 斗子
曲别针 更易 更次 更深 朝不虑夕 杂处 林冠 柞木 水磨 水磨工夫 水长船高 浇薄 测度 牵一发而动全身 用行舍藏 痛恶 监利 相反相成 知疼着热 福将 禾场
种姓 种痘 科教片 积铢累寸 移解 税卡 穴居野处 空落落 窗扇 窥度 累累 细挑 背囊 背子 自分 舍车保帅 茁长 荷载 莳萝 葵扇 蒙蒙亮 薄产 薄田 薯莨
虚应故事 行商 裁量 西乐 要约 计量 论难 调三斡四 调人 调干 调配 路卡 轧场 转动 转弯子 这么着 连累 重行 钻井 铢积寸累 锁匙 锥处囊中 长房 长毛绒
长脸 长膘 间色 露风 风磨 馏分 首发式
""".split())

# Rows of the packages that are no words of today or read wrongly beyond repair.
DROP = set("""
于思 大大落落 细发 荤粥
""".split())

# word reading, the syllables joined with hyphens; overrules the packages.
HAND = """
叽里呱啦 jī-li-guā-lā 哩哩啦啦 lī-li-lā-lā 婆婆妈妈 pó-po-mā-mā 稀里哗啦 xī-li-huā-lā 稀里糊涂 xī-li-hú-tú 劈里啪啦 pī-li-pā-lā 噼里啪啦 pī-li-pā-lā
精神头儿 jīng-shen-tóu-r 少东家 shào-dōng-jia 摔打 shuāi-da 泡子 pāo-zi 泥子 nì-zi 生分 shēng-fen 砚台 yàn-tai 福分 fú-fen 糊糊 hú-hu
胡子拉碴 hú-zi-lā-chā 节子 jiē-zi 辈分 bèi-fen 铁板钉钉 tiě-bǎn-dìng-dīng 闷头儿 mēn-tóu-r 闹哄 nào-hong 隔扇 gé-shan
"""
