"""What scripts/phrases.py cannot take from its packages: choices between them, words of our own, the syllable 儿."""

# 儿 with a syllable of its own: whole words, or with ~ any word that holds the string.
SYLLABLE = set("""
~儿童 ~儿戏 ~儿女 ~儿歌 ~儿科 ~儿媳 ~儿孙 ~儿子 ~儿郎 ~儿时 ~儿化 ~儿马 儿茶 ~儿皇帝 ~儿齿 女儿 ~女儿墙 ~女儿国 ~女儿红 ~黄花女儿 ~生儿 ~婴儿 ~少儿 ~幼儿 ~孤儿 ~乳儿 ~产儿 侄儿 ~低能儿 ~健儿 ~弃儿
~宠儿 孙儿 孩儿 ~妻儿 娇儿 爱儿 ~宁馨儿 ~幸运儿 ~弄潮儿 ~新生儿 ~早产儿 ~暮生儿 ~混血儿 ~男儿 小儿 ~小儿麻痹 ~黄口小儿 ~造化小儿
~倒绷孩儿 ~无儿 ~安琪儿 ~胎儿 ~患儿 ~托儿所 ~育儿 ~吊儿郎当 ~拖儿带女 ~卖儿 ~鬻儿 ~痴儿 ~乞儿 ~畸形儿 ~痴呆儿 ~私生儿 ~遗腹儿 ~佝偻儿 ~鬼儿
妇儿 ~儿基会 ~儿保 幺儿
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
于思 大大落落 细发 荤粥 半间不界 结子 红殷殷 兢兢干干 干干翼翼 干端坤倪 扭转干坤 整顿干坤 旋转干坤 颠倒干坤 昼干夕惕 夕惕朝干 朝干夕惕
着书立说 仰屋着书 以微知着 深切着明 深切着白 沈博绝丽
""".split())

# Words only pypinyin has keep their full tones although a shorter word inside them has a neutral one.
STILL = set("""
虚应故事 奉行故事 宛转悠扬 不可估量 比量齐观 转学生 条贯部分 吵吵闹闹 含含糊糊 唠唠叨叨 晃晃悠悠 稳稳当当 絮絮叨叨 迷迷糊糊 模模糊糊 黏黏糊糊
糊糊涂涂 勾勾搭搭 结结巴巴 骨碌碌 星星落落 格格不吐 格格不纳 开花结实 见雀张罗 门可张罗 矫情干誉 矫情镇物 矫情饰行 矫情饰诈 矫情饰貌 爱人好士
羲皇上人 老婆当军 消息盈冲 与时消息 东家效颦 东家西舍 盖头换面 身无长处 足踏实地 打击报复 宝盖头 魁梧奇伟 有会子 帮虎吃食 帮狗吃食 吃食堂 妻梅子鹤 世界大学生运动会 挟嫌报复 哀梨蒸食 聪明智能 动静有常
女中丈夫 巾帼丈夫 无毒不丈夫 糊里糊涂 东西南北 东西南朔 什伍东西 人间天上 天上人间 天上石麟 天上麒麟
""".split())

# word reading, the syllables joined with hyphens; overrules the packages.
HAND = """
叽里呱啦 jī-li-guā-lā 哩哩啦啦 lī-li-lā-lā 婆婆妈妈 pó-po-mā-mā 稀里哗啦 xī-li-huā-lā 稀里糊涂 xī-li-hú-tú 劈里啪啦 pī-li-pā-lā 噼里啪啦 pī-li-pā-lā
精神头儿 jīng-shen-tóu-r 少东家 shào-dōng-jia 摔打 shuāi-da 泡子 pāo-zi 泥子 nì-zi 生分 shēng-fen 砚台 yàn-tai 福分 fú-fen 糊糊 hú-hu
胡子拉碴 hú-zi-lā-chā 节子 jiē-zi 辈分 bèi-fen 铁板钉钉 tiě-bǎn-dìng-dīng 闷头儿 mēn-tóu-r 闹哄 nào-hong 隔扇 gé-shan 少奶奶 shào-nǎi-nai 自行车行 zì-xíng-chē-háng 数数 shǔ-shù 儿媳妇儿 ér-xí-fu-r 姑娘家 gū-niang-jia 应付帐款 yīng-fù-zhàng-kuǎn 应付账款 yīng-fù-zhàng-kuǎn 东西 dōng-xi 老东西 lǎo-dōng-xi 东西方 dōng-xī-fāng 东西部 dōng-xī-bù 东西向 dōng-xī-xiàng 东西欧 dōng-xī-ōu 东西湖 dōng-xī-hú 东西湖区 dōng-xī-hú-qū 东西路 dōng-xī-lù 东西街 dōng-xī-jiē 东西两 dōng-xī-liǎng 东西侧 dōng-xī-cè 东西线 dōng-xī-xiàn 东西走向 dōng-xī-zǒu-xiàng 东西大街 dōng-xī-dà-jiē 东西半球 dōng-xī-bàn-qiú 东西合璧 dōng-xī-hé-bì 东西协作 dōng-xī-xié-zuò
吊儿郎当 diào-er-láng-dāng
"""

# word/character+reading…: only the odd syllables; the rest as the packages have it, or the usual readings.
ODD = """
夺得/得dé 争得/得dé 分得/得dé 幸得/得dé 所得/得dé 一得/得dé 相得/得dé 利得/得dé 多劳多得/得dé 失而复得/得dé 亚得里亚海/得dé 蒙得维的亚/得dé的dì 落下/落luò 无处/处chù 满处/处chù
谁家/谁shéi 乌拉圭/拉lā 乌拉尔山脉/拉lā 一肚子/肚dù 不怀好意/好hǎo 解法/解jiě 不切实际/切qiè 切切/切qiè 恰切/切qiè 高差/差chā 方差/差chā 均差/差chā 平均差/差chā 等差/差chā
等差级数/差chā 色差/差chā 外差/差chā 公差/差chā 旅差费/差chāi 文武差事/差chāi 差官/差chāi 杂差/差chāi 神差鬼遣/差chāi 一差两讹/差chā 一差二误/差chā 一差半错/差chā 东差西误/差chā
千差万错/差chā 言差语错/差chā 外合里差/差chā 栉比鳞差/差cī 释迦牟尼/牟móu 大堡礁/堡bǎo 土堡/堡bǎo 木杆/杆gān 褪去/褪tuì 利爪/爪zhǎo 漯河/漯luò 分散染料/散sàn 散钱/散sǎn 一哄而上/哄hòng
一哄而起/哄hòng 房脊/脊jǐ 便宜货/便pián宜yi 贪便宜/便pián宜yi 小便宜/便pián宜yi 捡便宜/便pián宜yi 一笑了事/了liǎo 事危累卵/累lěi 铢寸累积/累lěi 家累千金/累lěi
常年累月/累lěi 成千累万/累lěi 整年累月/累lěi 积金累玉/累lěi 负累/累lěi 颂声载道/载zài 饿莩载道/载zài 配载/载zài 勤朴/朴pǔ 敦朴/朴pǔ 醇朴/朴pǔ 拙朴/朴pǔ 意兴索然/兴xìng 山阴乘兴/兴xìng
五侯蜡烛/侯hóu 文房四侯/侯hóu 狗续侯冠/侯hóu 李广不侯/侯hóu 三人为众/为wéi 一切万物/切qiè 毛发不爽/发fà 强忍/强qiǎng 强扭的瓜不甜/强qiǎng 强识博闻/强qiáng 灾难深重/难nàn 轻薄无行/薄bó
轻薄无知/薄bó 轻薄无礼/薄bó 雕虫薄技/薄bó 薄膜/薄bó 通邑大都/都dū 昌都县/都dū 洪都拉斯/都dū 打躬作揖/作zuò 屈曲/曲qū 曲肱而枕/曲qū 曲度/曲qū 曲蟮/曲qū 款曲周至/曲qū 旁引曲证/曲qū 曲学阿世/曲qū
曲学诐行/曲qū 曲意奉迎/曲qū 曲意承迎/曲qū 曲意迎合/曲qū 曲眉丰颊/曲qū 曲突移薪/曲qū 背曲腰弯/曲qū 背曲腰躬/曲qū 诘曲聱牙/曲qū 詹言曲说/曲qū 纵曲枉直/曲qū 枉曲直凑/曲qū 委曲成全/曲qū 审曲面势/曲qū
小廉曲谨/曲qū 深文曲折/曲qū折zhé 广譬曲谕/曲qū 旁指曲谕/曲qū 旁通曲畅/曲qū 泛应曲当/曲qū 薮中荆曲/曲qū 桃蹊柳曲/曲qū 羊肠九曲/曲qū 曲张/曲qū 曲池/曲qū 曲水/曲qū 曲江/曲qū 文曲星/曲qū
红曲/曲qū 神曲/曲qū 悲悲切切/切qiè 嘈嘈切切/切qiè 直言切谏/切qiè 倚闾望切/切qiè 切结/切qiè 切近的当/切qiè 饥冻交切/切qiè 饥寒交切/切qiè 入理切情/切qiè 切理会心/切qiè 切理厌心/切qiè
切理餍心/切qiè 铄古切今/切qiè 中的/中zhòng的dì 女大不中留/中zhōng 塞内加尔/塞sài 埃塞俄比亚/塞sài 阿塞拜疆/塞sài 塞北江南/塞sài 塞浦路斯/塞sài 巴塞罗那/塞sài 塔什干/什shí干gān
桑给巴尔/给jǐ 台湾话/台tái 马尾/尾wěi 南燕/燕yān 后燕/燕yān 重楼/重chóng 重结晶/重chóng 重设/重chóng 一蹴可几/几jī 供养/供gōng 公担/担dàn 倒是/倒dào 倒反/倒dào 偷鸡不着蚀把米/着zháo
摸不着边/着zháo 着边/着zháo 催吐剂/吐tù 冰溜/溜liù 制服呢/呢ní 卷地皮/卷juǎn 卷层云/卷juǎn 卷积云/卷juǎn 卷帘/卷juǎn 卷席而居/卷juǎn 束戈卷甲/卷juǎn 收旗卷伞/卷juǎn 卷柏/卷juǎn
发夹/发fà 叔伯/伯bai 咸与维新/与yù 多咱/咱zan 好奇尚异/好hào 好辩/好hào 应天顺时/应yìng 当耳旁风/当dàng 当耳边风/当dàng 总长/长cháng 抽丝剥茧/剥bāo 数黑论白/数shǔ 栏栅/栅zhà
木栅/栅zhà 水栅/栅zhà 歌仔戏/仔zǎi 死马当活马医/当dàng 毛遂/遂suì 毛遂堕井/遂suì 浆糊/浆jiàng糊hu 玄参/参shēn 相态/相xiàng 磨豆腐/磨mò腐fu 称意/称chèn 空档/空kòng 竹篮打水/打dǎ
简帖/帖tiě 纤手/纤xiān 缝穷/缝féng 考中/中zhòng 至当/当dàng 薪给/给jǐ 言中/中zhòng 谋臣猛将/将jiàng 还款/还huán 链结/结jié 鸡血石/血xuè 豆角儿/角jiǎo 眼犄角儿/角jiǎo
乳臭未除/臭xiù 铜臭熏天/臭xiù 朝会/朝cháo 人生朝露/朝zhāo 草率将事/率shuài 钻坚仰高/钻zuān 钻坚研微/钻zuān 钻天觅缝/钻zuān缝fèng 钻洞觅缝/钻zuān缝fèng 钻穴逾垣/钻zuān 逾墙钻穴/钻zuān
钻心刺骨/钻zuān 钻冰取火/钻zuān 钻山塞海/钻zuān 钻故纸堆/钻zuān 钻井队/钻zuān 罢了/了le 海参崴/崴wǎi 赚得/赚zhuàn得dé 甚于/甚shèn 举世混浊/混hùn 掌掴/掴guāi 掴手/掴guāi
跌宕不羁/跌diē 不拘形迹/迹jì 右肋/肋lèi 肋膜炎/肋lèi 框框/框kuàng框kuàng 旧框框/框kuàng 煤熏/熏xūn 熏倒/熏xūn 熏着/熏xūn 吃人不吐骨头/骨gǔ 皮包骨头/骨gǔ 穷骨头/骨gǔ 老骨头/骨gǔ
撩开/撩liāo 乐句/乐yuè 仙乐/乐yuè 乡长/长zhǎng 秘书长/长zhǎng 委员长/长zhǎng 检察长/长zhǎng 审计长/长zhǎng 区长/长zhǎng 总队长/长zhǎng 大队长/长zhǎng 中队长/长zhǎng
小队长/长zhǎng 支队长/长zhǎng 营长/长zhǎng 理事长/长zhǎng 监事长/长zhǎng 厅长/长zhǎng 旅长/长zhǎng 舰长/长zhǎng 艇长/长zhǎng 总参谋长/长zhǎng 副市长/长zhǎng 副省长/长zhǎng
副县长/长zhǎng 副区长/长zhǎng 副镇长/长zhǎng 副乡长/长zhǎng 副校长/长zhǎng 副院长/长zhǎng 副局长/长zhǎng 副会长/长zhǎng 副所长/长zhǎng 副部长/长zhǎng 副处长/处chù长zhǎng
园长/长zhǎng 路长/长zhǎng 河长/长zhǎng 河长制/长zhǎng 湖长/长zhǎng 林长/长zhǎng 林长制/长zhǎng 田长/长zhǎng 田长制/长zhǎng 街长/长zhǎng 楼长/长zhǎng 网格长/长zhǎng
警务长/长zhǎng 车长/长zhǎng 片长/长zhǎng 级长/长zhǎng 副组长/长zhǎng 增长率/长zhǎng率lǜ 琴行/行háng 总行/行háng 支行/行háng 米行/行háng 鱼行/行háng 花行/行háng
茶行/行háng 药行/行háng 布行/行háng 木行/行háng 金行/行háng 典当行/当dàng行háng 租车行/行háng 汽车行/行háng 单车行/行háng 摩托车行/行háng 电动车行/行háng 二手车行/行háng
乐器行/乐yuè行háng 电器行/行háng 水果行/行háng 海鲜行/行háng 参茸行/参shēn行háng 牙行/行háng 货行/行háng 油行/行háng 皮革行/行háng 果行/行háng 贸易行/行háng 玉器行/行háng
古董行/行háng 花木行/行háng 房产行/行háng 地产行/行háng 电脑行/行háng 乐行/乐yuè行háng 建材行/行háng 百货行/行háng 行市/行háng市shi 跨行/行háng 各行/行háng 两行/行háng
一行行/行háng 人民银行/行háng 开发银行/行háng 农业银行/行háng 工商银行/行háng 建设银行/行háng 中国银行/行háng 交通银行/行háng 招商银行/行háng 农商银行/行háng 农商行/行háng
城商行/行háng 村镇银行/行háng 乐声/乐yuè 爱乐/乐yuè 爱乐乐团/乐yuè 古乐/乐yuè 南乐戏/乐yuè 音乐厅/乐yuè 音乐会/乐yuè 音乐节/乐yuè 音乐学院/乐yuè 乐居/乐lè 乐购/乐lè 家乐福/乐lè
重振/重chóng 重回/重chóng 重阳节/重chóng 多重/重chóng 几重/重chóng 多重性/重chóng 重症/重zhòng症zhèng 重病/重zhòng 朝鲜/朝cháo鲜xiǎn 朝鲜语/朝cháo鲜xiǎn 朝鲜人/朝cháo鲜xiǎn
朝鲜战争/朝cháo鲜xiǎn 朝鲜半岛/朝cháo鲜xiǎn 朝鲜文/朝cháo鲜xiǎn 鲜族/鲜xiǎn 抗美援朝/朝cháo 朝花夕拾/朝zhāo 朝九晚五/朝zhāo 藏语/藏zàng 藏文/藏zàng 藏区/藏zàng 藏式/藏zàng
藏餐/藏zàng 藏刀/藏zàng 藏毯/藏zàng 藏青色/藏zàng 青藏/藏zàng 青藏铁路/藏zàng 川藏/藏zàng 川藏公路/藏zàng 滇藏/藏zàng 入藏/藏zàng 进藏/藏zàng 后藏/藏zàng 前藏/藏zàng
唐三藏/藏zàng 藏传/藏zàng传chuán 前传/传zhuàn 后传/传zhuàn 花旗参/参shēn 野山参/参shēn 林下参/参shēn 参鸡汤/参shēn 参须/参shēn 参片/参shēn 鲍参翅肚/参shēn肚dǔ 白参/参shēn
山参/参shēn 生晒参/参shēn 太子参/参shēn子zǐ 利润率/率lǜ 率众/率shuài 亲率/率shuài 薄荷糖/薄bò荷he 薄荷油/薄bò荷he 曾国藩/曾zēng 曾子/曾zēng子zǐ 曾都/曾zēng都dū 曾都区/曾zēng都dū
曾母暗沙/曾zēng 单县/单shàn 宜都/都dū 霍都/都dū 于都/都dū 元大都/都dū 魔都/都dū 都市圈/都dū圈quān 新都/都dū 花都/都dū 丰都/都dū 酆都/都dū 武都/都dū 昌都/都dū 望都/都dū 盐都/都dū
瓷都/都dū 皇都/都dū 之都/都dū 染发/发fà 发艺/发fà 发饰/发fà 发膜/发fà 发丝/发fà 发质/发fà 发根/发fà 发际线/发fà 生发剂/发fà 养发/发fà 编发/发fà 美容美发/发fà 理发店/发fà 理发师/发fà
美发店/发fà 美发厅/发fà 洗发水/发fà 洗发露/发fà露lù 护发素/发fà 染发剂/发fà 染发膏/发fà 烫发水/发fà 发型师/发fà 增发/发fā 主干道/干gàn 干嘛/干gàn 冠以/冠guàn 卫冕冠军/冠guàn
亚冠/冠guàn 冠亚军/冠guàn 还车/还huán 还车点/还huán 还书处/还huán处chù 借还/还huán 借还书/还huán 自助还书/还huán 还建房/还huán 退耕还林/还huán 退耕还草/还huán 退渔还湖/还huán
退田还湖/还huán 退牧还草/还huán 还湖/还huán 还林/还huán 还草/还huán 调味料/调tiáo 调解室/调tiáo 调酒师/调tiáo 南水北调/调diào 调兵/调diào 调来/调diào 调往/调diào 调走/调diào
调入/调diào 调出/调diào 调车/调diào 调车场/调diào 选调生/调diào 调度室/调diào 调度站/调diào 调查队/调diào 落下病根/落lào 避难所/难nàn 遇难者/难nàn 应急避难场所/应yìng难nàn场chǎng
应急避难/应yìng难nàn 水泊梁山/泊pō 梁山泊/泊pō 罗布泊/泊pō 泊头/泊bó 泊岸/泊bó 铺装/铺pū 铺开/铺pū 铺地/铺pū 商铺/铺pù 切块/切qiē 切丝/切qiē 切开/切qiē 切菜/切qiē 切肉/切qiē
切粉/切qiē 手切/切qiē 鲜切/切qiē 鲜切花/切qiē 现切/切qiē 切配/切qiē 乐曲集/乐yuè曲qǔ 名曲/曲qǔ 曲苑/曲qǔ 唱曲/曲qǔ 曲酒/曲qū 大曲酒/曲qū 曲靖/曲qū 曲奇饼/曲qǔ 曲坛/曲qǔ
主题曲/曲qǔ 戏曲学院/曲qǔ 塞罕坝/塞sài 交通阻塞/塞sè 塞尔维亚/塞sài 塞舌尔/塞sài 塞拉利昂/塞sài 塞班岛/塞sài 塞纳河/塞sài 散客/散sǎn 散热/散sàn 散货/散sǎn 散货船/散sǎn 散酒/散sǎn
散装酒/散sǎn 散粉/散sǎn 散养鸡/散sǎn 丸散膏丹/散sǎn 胃散/散sǎn 藿香散/散sǎn 散称/散sǎn称chēng 茶舍/舍shè 精舍/舍shè 学舍/舍shè 馆舍/舍shè 客舍/舍shè 民舍/舍shè 舍利塔/舍shè
舍利子/舍shè子zǐ 四邻八舍/舍shè 数落/数shǔ落luo 似地/似shì地de 弹奏/弹tán 弹棉花/弹tán 弹花/弹tán 弹力布/弹tán 弹拨/弹tán 弹夹/弹dàn 弹匣/弹dàn 弹珠/弹dàn 提溜/提dī溜liu
照相馆/相xiàng 相框/相xiàng 相馆/相xiàng 献血车/血xuè 献血站/血xuè 献血屋/血xuè 无偿献血/血xuè 鸭血/血xiě 鸭血粉丝/血xiě 鸭血粉丝汤/血xiě 猪血/血xiě 毛血旺/血xiě 血旺/血xiě
血肠/血xiě 血豆腐/血xiě腐fu 鼻咽/咽yān 咽部/咽yān 耳鼻咽喉/咽yān 耳鼻咽喉科/咽yān 咽喉科/咽yān 咽拭子/咽yān子zi 整宿/宿xiǔ 应急管理/应yìng 应急预案/应yìng 应急管理局/应yìng
应季水果/应yìng 应节/应yìng 应收/应yīng 应付款/应yīng付fù 扎花/扎zā 扎纸/扎zā 涨红脸/涨zhàng 头昏脑涨/涨zhàng 正月十五/正zhēng 选中/中zhòng 点中/中zhòng 中签/中zhòng
猜中/中zhòng 射中/中zhòng 煤气中毒/中zhòng 脑中风/中zhòng 旋转木马/转zhuàn 转马/转zhuàn 美钻/钻zuàn 裸钻/钻zuàn 钻饰/钻zuàn 粉钻/钻zuàn 彩钻/钻zuàn 钻表/钻zuàn
台钻/钻zuàn 钻进/钻zuān 钻入/钻zuān 钻芯/钻zuān 种粮/种zhòng 种养/种zhòng 种养殖/种zhòng 种植业/种zhòng 疫苗接种/种zhòng 种牙/种zhòng 种养场/种zhòng场chǎng 种植园/种zhòng
种植牙/种zhòng 看着/着zhe 得了/得dé了le 身着/着zhuó 用得着/得de着zháo 用不着/着zháo 管不着/着zháo 变得/得de 得名/得dé 得出/得dé 求得/得dé 得不到/得dé 经得起/得de 看得见/得de
看得出/得de 说得上/得de 圣彼得堡/得dé 欧几里得/得dé几jǐ 可得/得dé 轻轻地/地de 静静地/地de 默默地/地de 悄悄地/悄qiāo地de 慢慢地/地de 系统地/地de 呆呆地/地de 淡淡地/地de 般地/地de
好好地/地de 深深地/地de 紧紧地/地de 渐渐地/地de 狠狠地/地de 偷偷地/地de 牢牢地/地de 不断地/地de 猛地/地dì 各地/地dì 列为/为wéi 评为/为wéi 视为/为wéi 称之为/为wéi 变为/为wéi
名为/为wéi 定为/为wéi 身为/为wéi 沦为/为wéi 实为/为wéi 所为/为wéi 聘为/为wéi 为官/为wéi 广为/为wéi 做为/为wéi 合为/为wéi 化为/为wéi 结为/结jié为wéi 命名为/为wéi 选为/为wéi
升为/为wéi 列入为/为wéi 应为/应yīng为wéi 为民/为wèi 为民服务/为wèi 为人民服务/为wèi 为您服务/为wèi 变废为宝/为wéi 和为贵/为wéi 为善/为wéi 以和为贵/为wéi 为先/为wéi 处在/处chǔ
身处/处chǔ 丘处机/处chǔ 处理厂/处chǔ 污水处理厂/处chǔ 垃圾处理站/处chǔ 处理器/处chǔ 正当/当dàng 武当/当dāng 麦当劳/当dāng 糖分/分fèn 教唱/教jiāo 教琴/教jiāo 教车/教jiāo
男主角/角jué 卷首/卷juàn 第一卷/卷juàn 第二卷/卷juàn 第三卷/卷juàn 第四卷/卷juàn 便宜坊/便biàn宜yí 差事/差chāi事shi 公差配合/差chā 倒数第一/倒dào 假日酒店/假jià 双休假/假jià
带薪休假/假jià 众将/将jiàng 副将/将jiàng 偏将/将jiàng 麻将馆/将jiàng 麻将机/将jiàng 给排水/给jǐ 给料/给jǐ 给料机/给jǐ 供给侧/给jǐ 补给站/给jǐ 给事中/给jǐ 大喝一声/喝hè 吐鲁番/吐tǔ
绿营/绿lù 压模/模mú 模具厂/模mú 模具城/模mú 模特/模mó 凤爪/爪zhuǎ 鸡爪/爪zhuǎ 鸭爪/爪zhuǎ 虎皮凤爪/爪zhuǎ 泡椒凤爪/爪zhuǎ 煲仔/仔zǎi 煲仔饭/仔zǎi 仔鸭/仔zǐ 仔鹅/仔zǐ 仔姜/仔zǐ
仔兔/仔zǐ 仔鸽/仔zǐ 水吧/吧bā 书吧/吧bā 茶吧/吧bā 咖啡吧/吧bā 清吧/吧bā 迪吧/吧bā 音乐吧/乐yuè吧bā 贴吧/吧bā 奶吧/吧bā 花生壳/壳ké 蛋壳/壳ké 东阿阿胶/阿ē 天台山/台tāi 洪洞/洞tóng
浚县/浚xùn 柏树/柏bǎi 幽燕/燕yān 任县/任rén 盛汤/盛chéng 炸鸡/炸zhá 炸鸡排/炸zhá 炸鸡店/炸zhá 炸酱面/炸zhá 炸串/炸zhá 炸货/炸zhá 炸丸子/炸zhá子zi 炸鸡腿/炸zhá 炸鸡翅/炸zhá
香炸/炸zhá 酥炸/炸zhá 干炸/炸zhá 软炸/炸zhá 炸薯条/炸zhá 炸豆腐/炸zhá腐fu 炸土豆/炸zhá 炸物/炸zhá 炮姜/炮páo 炮羊肉/炮bāo 卡口/卡qiǎ 猪圈/圈juàn 配钥匙/匙shi 毛肚/肚dǔ
猪肚鸡/肚dǔ 爆肚/肚dǔ 肚包肉/肚dǔ 羊肚菌/肚dǔ菌jūn 百叶肚/肚dǔ 丧葬用品/丧sāng 心脏病/脏zàng 豆腐坊/腐fu坊fáng 酒坊/坊fáng 糖坊/坊fáng 石磨面粉/磨mò 石磨豆腐/磨mò腐fu 石磨香油/磨mò
缝纫店/缝féng 裁缝店/缝feng 裁缝铺/缝feng铺pù 美缝/缝fèng 美缝剂/缝fèng 扁担/担dan 花蛤/蛤gé 蛤贝/蛤gé 雪蛤/蛤há 瑜伽馆/伽jiā 茄汁/茄qié 茄盒/茄qié 肉夹馍/夹jiā 咖喱饭/咖gā
咖喱鸡/咖gā 给力/给gěi 粘米/粘zhān 粘豆包/粘nián 粘糕/粘nián 粘玉米/粘nián 粘性/粘nián 粘合/粘nián 粘接/粘zhān 粘结/粘zhān 粘度/粘nián 哈佛/佛fó 铜陵/陵líng 会计学/会kuài
会稽/会kuài 会计师事务所/会kuài 会计事务所/会kuài 代理会计/会kuài 会计培训/会kuài 家什/什shi 什邡/什shí 布什/什shí 哈什/什shí 什叶派/什shí 句践/句gōu 高句丽/句gōu丽lí 给予奖励/给jǐ予yǔ
传拓/拓tà 卜算/卜bǔ 白萝卜/卜bo 萝卜干/卜bo干gān 萝卜丝/卜bo 女佣/佣yōng 家佣/佣yōng 大黄/大dài 牛肉大王/大dà 饺子大王/子zi大dà 面馆大王/大dà 石油大王/大dà 钢铁大王/大dà 烧烤大王/大dà
火锅大王/大dà 龙虾大王/大dà 包子大王/子zi大dà 炒货大王/大dà 烧饼大王/饼bing大dà 豆浆大王/大dà 永和豆浆大王/大dà 故事大王/事shi大dà 少东/少shào 爱好者/好hào 热情好客/好hào 供香/供gòng
都柏林/都dū 罪行累累/累lěi 骨朵/骨gū朵duo 花骨朵/骨gū朵duo 三瓦两舍/舍shè 数以万计/数shù 不正当竞争/当dàng 不正当/当dàng 正当性/当dàng 好处/处chu 坏处/处chu 长处/处chu 难处/处chu
苦处/处chu 重装上阵/重zhòng
曾氏/曾zēng 曾记/曾zēng 任氏/任rén 任记/任rén 查氏/查zhā 单氏/单shàn 单记/单shàn 解氏/解xiè 仇氏/仇qiú 朴氏/朴piáo 盖氏/盖gě 翟氏/翟zhái 翟记/翟zhái 覃氏/覃qín 覃记/覃qín 区记/区ōu
蒙古/蒙měng 蒙古包/蒙měng 蒙古族/蒙měng 蒙古语/蒙měng 蒙古文/蒙měng 蒙古人/蒙měng 蒙古袍/蒙měng 蒙古国/蒙měng 蒙古大夫/蒙měng大dài夫fu 内蒙古/蒙měng 内蒙/蒙měng 外蒙古/蒙měng
外蒙/蒙měng 蒙文/蒙měng 蒙语/蒙měng 蒙族/蒙měng 蒙医/蒙měng 蒙药/蒙měng 蒙餐/蒙měng 蒙元/蒙měng 蒙汉/蒙měng 蒙牛/蒙měng
帮手/手shou 本事/事shi 拨弄/弄nong 打扮/扮ban 打点/点dian 打发/发fa 打算/算suan 打听/听ting 大爷/爷ye 提防/提dī防fang 告诉/诉su 寡妇/妇fu 关系/系xi 和尚/尚shang 胡琴/琴qin
活泼/泼po 机灵/灵ling 脊梁/梁liang 记号/号hao 架势/势shi 将就/就jiu 口袋/袋dai 厉害/害hai 连累/累lei 麻利/利li 门道/道dao 名字/字zi 蘑菇/菇gu 木匠/匠jiang 难为/为wei 脑袋/袋dai
能耐/耐nai 铺盖/盖gai 清楚/楚chu 生意/意yi 石匠/匠jiang 首饰/饰shi 舒坦/坦tan 算计/计ji 特务/务wu 铁匠/匠jiang 妥当/当dang 唾沫/沫mo 挖苦/苦ku 晚上/上shang 学生/生sheng 学问/问wen
烟筒/筒tong 养活/活huo 运气/气qi 早上/上shang 天上/上shang 眨巴/巴ba 丈人/人ren 主意/意yi 字号/号hao 茧子/子zi 袄子/子zi 梨子/子zi 动静/静jing 干事/干gàn事shi 媳妇儿/妇fu 娶媳妇儿/妇fu
燕国/燕yān 燕王/燕yān 燕昭王/燕yān 燕太子丹/燕yān子zǐ 燕云十六州/燕yān 大月氏/月yuè氏zhī 小月氏/月yuè氏zhī 削藩/削xuē 削平/削xuē 削职/削xuē
"""
