"""Chinese surnames and the syllables of pinyin: what tells which part of a name is which."""

from __future__ import annotations

import functools

# The surnames that cover nearly all bearers (Ministry of Public Security, annual name reports),
# the most frequent first.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏"
    "吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万"
    "覃武钱戴严莫孔向常汤康易乔赖文洪樊牛温殷庄施章鲁倪邢伍翟申葛焦柳涂管齐梅盛童霍阮柯纪欧兰辛"
    "季包岳古苗左关耿凌费尤祝毕耶卓蒙宁安单解仇区查朴盖冉米阎傅俞华邬练骆宫路鲍聂景全连喻缪裴车"
    "甘祁饶房苑曲桂臧戚屈项成游阳翁隋党窦时宗应滕佟鞠谷岑詹晏冼符娄占商穆麦巫褚闵边卜初鄢荣司习栗卞蔺谌苟敖"
    "靳尚桑柏卫郎寇邸阚冀丛佘仝迟"
)
COMPOUND_SURNAMES = (
    "欧阳",
    "司马",
    "诸葛",
    "上官",
    "司徒",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "长孙",
    "夏侯",
    "轩辕",
    "端木",
    "独孤",
    "南宫",
    "万俟",
    "闻人",
    "申屠",
    "赫连",
    "宇文",
    "呼延",
    "淳于",
    "鲜于",
    "濮阳",
    "钟离",
    "司空",
    "澹台",
    "拓跋",
    "公冶",
    "公羊",
    "闾丘",
    "完颜",
    "纳兰",
    "亓官",
    "仲孙",
    "宗政",
    "漆雕",
    "贺兰",
)
# Characters whose reading as a surname differs from their usual one.
SURNAME_READINGS = {
    "单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "区": "ou", "查": "zha", "朴": "piao",
    "盖": "ge", "覃": "qin", "任": "ren", "华": "hua", "宁": "ning", "乐": "yue", "折": "she",
    "冼": "xian", "种": "chong", "员": "yun", "缪": "miao", "翟": "zhai", "葛": "ge", "召": "shao",
    "应": "ying", "车": "che", "石": "shi", "纪": "ji", "褚": "chu", "臧": "zang", "盛": "sheng",
    "尉迟": "yuchi", "澹台": "tantai", "万俟": "moqi", "长孙": "zhangsun",
}  # fmt: skip
# How Hong Kong and overseas bearers write a surname, by its pinyin.
OTHER_ROMANISATIONS = {
    "chen": ("chan", "tan"), "li": ("lee", "lai"), "huang": ("wong",), "wang": ("wong", "ong"),
    "zhang": ("cheung", "chang"), "liang": ("leung",), "wu": ("ng", "woo"), "zheng": ("cheng",),
    "he": ("ho",), "hu": ("wu", "woo", "ho"), "zhou": ("chow", "chau", "chou"),
    "luo": ("law", "lo"), "guo": ("kwok", "kuo"), "liu": ("lau",), "yang": ("yeung", "young"),
    "xu": ("hui", "tsui", "hsu"), "zeng": ("tsang",), "deng": ("tang",), "ye": ("yip",),
    "xie": ("tse", "hsieh"), "cai": ("choi", "tsai"), "feng": ("fung",), "pan": ("poon",),
    "su": ("so",), "zhong": ("chung",), "zhu": ("chu",), "lu": ("lo", "luk"), "tan": ("tam",),
    "yu": ("yue",), "lin": ("lam",), "ding": ("ting",), "sun": ("suen",),
    "zhao": ("chiu", "chao"), "mai": ("mak",), "qiu": ("yau",), "shi": ("shih", "shek"),
    "guan": ("kwan",), "ren": ("yam",), "ma": ("mah",), "xiao": ("siu",),
}  # fmt: skip
PINYIN = (
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can "
    "cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan "
    "chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de deng di dian "
    "diao die ding diu dong dou du duan dui dun duo e en er fa fan fang fei fen feng fo fou fu ga "
    "gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang "
    "hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie "
    "jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan "
    "kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu "
    "long lou lu luan lue lun luo ma mai man mang mao me mei men meng mi mian miao mie min ming "
    "miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong "
    "nu nuan nue nuo ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi "
    "qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong "
    "rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei "
    "shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun "
    "suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai "
    "wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya "
    "yan yang yao ye yi yin ying yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha "
    "zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun "
    "zhuo zi zong zou zu zuan zui zun zuo "
)
_SYLLABLES = frozenset(PINYIN.split())
_LONGEST_SYLLABLE = 6
# A given name has at most two syllables, a surname as well.
_LONGEST_NAME = 24


@functools.lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """The least number of pinyin syllables that spell the lower-case `word`; 0 if none do."""
    if not word or len(word) > _LONGEST_NAME:
        return 0
    fewest = [0] + [0] * len(word)
    for end in range(1, len(word) + 1):
        counts = [
            fewest[start] + 1
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if (start == 0 or fewest[start]) and word[start:end] in _SYLLABLES
        ]
        fewest[end] = min(counts, default=0)
    return fewest[-1]
