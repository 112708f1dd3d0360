"""Where a person's name begins, how far does it go: 胡明 or 胡明伟, 欧阳明, 索洛里奥, Ana Hall."""

from __future__ import annotations

import re

from flows.text.chinese.actions import ACTION
from flows.text.chinese.words import POST, SAID, SAID_OR_NOUN, SPOKE, any_of, listed
from flows.text.surnames import COMPOUND_SURNAMES, SURNAMES

# Surnames beyond those that cover nearly all bearers, which officials bear.
_ALL_SURNAMES = frozenset(
    SURNAMES
    + "习逯濮卜冷仲谌佘阚宓郗糜敖茹苟狄芮靳郁楼晋桑漆匡寇巩竺亢奚扈邸麻揭檀栗蔺荆勾蓝仝颜邝甄栾冀尚"
    "瞿宣章简沙丰权敬郜雍晁屠郏亓荀迟綦辜粟郄尧昝郇惠渠隗鹿楚刁羿莘逄姬宰郦璩胥萧籍柏茅庞舒虞裘嵇吉钮封汲邴池戈艾贝矫丘"
    "云酆皮湛禹伏储班蓬幸宿闻寿宦庾暨衡弘禄訾巢蒯桓旷肇仉贲杭诸钭厉戎祖束韶蓟薄印蒲邰鄂索阴殳郤农柴慕阙危强伊扶咸怀昌廉谈席井牧凤花经暴乐支燕满蔚"
)
# In so much of a text the lengths of a name are counted.
COUNTED = 20_000
_ALSO_DOES = listed(
    "出席 参加 主持 接受 发表 会见 率队 做客 受邀 应邀 回顾 举例 调研 考察 走访 视察 "
    "看望 慰问 率领 莅临 签署 应约 应询"
)
_NO_NAME = re.compile(any_of((*SAID, "发表", "出席", "会见", "记者", "致贺")))
_VERBS = any_of((*SAID, *SAID_OR_NOUN, *SPOKE, *_ALSO_DOES))
# What stands right behind a name that a post introduces, whatever its surname.
_SURELY_FOLLOWS = re.compile(
    rf"{_VERBS}|[,。:;、()“”「]|在|于|以|就|也|还|则|曾|又|均|向|对|\d{{1,2}}日|日前|"
    rf"时(?:表示|强调|指出|[说称,])|作(?:了|总结|重要|主旨|工作|专题|交流|题为)|星期[一二三四五六日]|昨[日天晚]|[今昨]\(|今[日天]|近日|当[日天]|说|称|等|先生|女士|"
    r"[上中少准大]校|[上中少]将|博士|教授|院士|一行|分别|共同|同时|率|为|将|随后|最后|此前|却|仍|举行|通电话|首[次度]|亦|刚刚|续[称指说]|指(?=[,:“「])|笑[称言谈说道]|[】\]]|"
    "周[一二三四五六日]|$"
)
# What may stand behind a name that begins with a surname.
_FOLLOWS = re.compile(
    rf"{_SURELY_FOLLOWS.pattern}|[\s!?\"'》《/0-9▲—-]|和|与|及|以及|都|从|是|已|正在|负责|本人|"
    rf"自己|的|会|给|把|被|同|因|让|今|近|当|最|此|上午|下午|"
    "[上本][个]?[周月]|[去今前]年|早前|先前|首先|再次|作|做|代表|围绕|结合|谈|讲|来到|到|赴|带队|"
    "陪同|详细|特别|并|更|"
    "同志|通过|继续|进一步|一再|多次|公开|担任|任|兼|如是|直接|深入|亲自|连续|提交|带来|签署|宣读|"
    "回忆|坚持|重点|逐一|不无|前几天|前天|这样|表态|开宗|毫不|非常|十分"
)
# Characters that seldom end a given name, but often begin what follows one.
_FUNCTION = frozenset(
    "副却仍在以说称也还昨今近等和与及的是对向就于参认提从曾谈此首最并受为将会被把给都又则做作因让赴"
)
# Characters of the words of reports, which no name has that is not written as a sound.
_NEVER = frozenset(
    "的了是在和有这那要会对与将被把从及等之其所以而但并或于同向就也都又还很更最已使让给由说称表示发提出进行展"
    "举重关系见意言访到通话信求方时处致令间期题旨势位策决申围绕宣胁次列走仍均一不成功交流来刻直此计央后前中上"
    "你我他她愿当们个些该各每两几"
)
# A given name is none of these.
_NOT_GIVEN = re.compile(
    "[这那]|[今昨当]天|[今昨当近]日|日前|[还也将曾并仍又则均就都已被让把给在对于与和及等称说市县省区镇揆]$"
)
_REGNAL = re.compile("[一二三四五六七八九十]{1,2}世")
# No given name ends so, however often the report goes on with it: 胡明在….
_NEVER_LAST = frozenset("亦指笑在说称也还就又则却仍被把给让都对")
# A preposition has a noun behind it, a name a verb or an adverbial.
_BEFORE_NOUNS = frozenset("为向从和及与同对于以")
_AFTER_NAMES = re.compile("[在说称表指认介强透]|博士|教授|院士|先生|女士")
_FOREIGN = frozenset(
    "布普德特格克夫弗兹茨斯什奇赫姆恩尔伊古库胡阿埃厄奥乌亚雅耶约尤巴贝比博帕佩皮波达迪多杜塔蒂托"
    "图加盖吉戈卡凯基科瓦韦维沃武法费菲福富扎泽齐佐祖察采措楚萨塞西索苏沙谢希肖舒贾杰焦朱查切乔丘"
    "哈黑霍马梅米莫穆纳内尼诺努拉莱利洛卢腊雷里罗鲁瓜圭夸奎华惠艾代泰海怀豪劳毛曼门明蒙班本宾邦潘"
    "彭庞丹登丁坦滕廷通甘根金贡坎肯孔万文温凡芬赞津宗桑森辛松尚申欣雄真珍詹琴琼汉亨洪南嫩宁农兰伦"
    "林隆延因永安昂英翁娜丽莉琳玛莎黛娅露佛勒茂姬迈密麦彻柴斐纽柳逊顿弥萝蕾瑟珀琪妮珊桂迭卜鲍坤瑙"
    "曾汀哥钦仁旺朗让强蓬颂猜冈村田中山木川岸野藤原"
)
_DOT = re.compile(
    "[\u3400-\u9fffA-Z]{1,8}(?:[·•・‧][\u3400-\u9fffA-Z]{1,8}){0,2}[·•・‧](?=[\u3400-\u9fff])"
)
_LATIN = re.compile(r"[A-Z][A-Za-z'’-]{1,20}(?: [A-Z][A-Za-z'’.-]{0,20}){0,3}")
# Written with the characters of transcribed names.
_LANDS = any_of(
    listed(
        "古巴 越南 老挝 日本 印度 伊朗 朝鲜 巴西 埃及 缅甸 泰国 英国 法国 德国 美国 韩国 欧盟 "
        "联合国 俄罗斯 乌克兰 以色列 马来西亚 新加坡 巴基斯坦 阿根廷 阿富汗 澳大利亚 巴拿马 "
        "白俄罗斯 比利时 玻利维亚 波兰 丹麦 芬兰 哥伦比亚 哈萨克斯坦 荷兰 加拿大 柬埔寨 捷克 "
        "卡塔尔 科威特 肯尼亚 黎巴嫩 利比亚 卢森堡 罗马尼亚 马尔代夫 蒙古 孟加拉 秘鲁 摩洛哥 "
        "墨西哥 尼泊尔 尼日利亚 挪威 葡萄牙 瑞典 瑞士 塞尔维亚 沙特 斯里兰卡 苏丹 坦桑尼亚 "
        "土耳其 委内瑞拉 乌拉圭 西班牙 希腊 匈牙利 叙利亚 伊拉克 意大利 印尼 约旦 智利 欧洲 "
        "非洲 拉美 莫斯科 华盛顿 纽约 巴黎 基辅 加沙 克里米亚"
    )
)
# Words of reports that begin with a character which is a surname as well.
_NOT_A_NAME = re.compile(
    f"{_LANDS}|"
    "郑重|成功|全票|高[度级质新层校峰等]|全[国面球省市力体县区部年会党军民]|时[任代间]|石油|金[融额]|成[立为果效员]|"
    "方[面案式法向]|于是|应[当该用对急邀]|"
    "支[持付撑部队书援行线出]|单位|经[济过营常理]|左右|任[务何职]|计划|程[度序]|江[苏西北南东]|安[全徽排]|平安|"
    "关[于注系键税]|管[理委]|顾问|宁[夏波]|"
    "广[东西州]|和平|云[南计平]|有[关的人]|相关|向(?:[前上世全各]|大家|社会|记者|媒体|公众|来宾|嘉宾)|乐[观于意队园见]|燕[京山]|满[足意分洲怀]|蔚[来蓝然]|明[确年显天]|解[决释读]|"
    "党[员委组中的内]|钱款|季度|项目|都[要是]|温度|"
    "水[平利务]|施[工行]|谈到|何[时以况]|常[务见态用委]|连[续接]|越来|路[线径透]|农[业村]|"
    "华[为东南北侨]|欧[洲盟元方]|商[务会业]|"
    "国[家务际内]|白[皮宫天]|文[化件章旅中物明]|家长|别人|游[客戏]|万[元人亿]|古代|苗头|花费|"
    "边[界境缘]|司[法机长]|包[括含]|[牛熊]市|尤其|"
    "毕[竟业]|车[辆企]|居[民住]|占比|强调|胡同|[夏秋冬春]季|夏天|童年|黄金|谢谢|许[多可]|"
    "曾[经表在指说提公强多介透称先为是有被于对与]|"
    "冷静|容易|祝[愿贺]|简称|宣布|利用|人[民大士员]|同时|随后|易[于会]|终于|海[关外南]|甘肃|宗旨|"
    "尚[未需无有]|权[威力利益属]|简[单要介化报]|沙[特龙漠]|丰[富收田]|惠[及民]|封[闭控]|吉[林尔]|楚[楚]|贺[信电词卡年]|舒适|迟到|宣[布传称言示扬读介讲]|章[程节鱼]|"
    "景区|房[产价地]|年[度初底内]|"
    "查[处询看]|段落|盛[会大]|符合|初[步期]|储备|习惯|区[块域县]|邮[政电]|纪[委检录律]|武[装警]|"
    "申[请报诉领]|法新|彭博|双方|陆续|云[端平网岗服存]|储[能备蓄]|杭州|诸[多如城]|厉[行害]|祖[国父先]|束[缚手]|"
    "印[发度尼章刷制]|农[民历场产户机药资贸作]|柴[油达]|强[化大国烈势劲力制军弱]|伊[朗拉犁斯]|咸阳|危[机险害房]|"
    "班[子级组]|幸[福运好]|宿[州迁舍]|寿[命光]|索[马赔取要]|阴[谋影]|禹州|蒲城|湛江|扶[贫持助]|弘扬|衡[阳水量]|"
    "闻[名讯]|皮[肤革]|伏[特击]|蓬[勃莱]|桓仁|旷[野工]|诸暨|祖籍|薄[弱膜]|慕[名尼]|鄂[州尔]|怀[疑念抱孕柔揣]|昌[平吉江]|廉[政洁价]|谈[判话及论]|席[位卷间]|花[园卉钱]|牧[区业民场]|"
    "经[办贸历验费典由]|井[冈下]|凤凰|暴[力雨露利风发]"
)
_NO_NAME_HERE = re.compile(
    r"打算|计划|决定|准备|希望|建议|同时|一[致起同道并再]|纷纷|先后|相继|集体|今[天日年]|"
    r"昨[天日]|随后|日前|近日|再次|明确|多次|一再|公开|首先|最后|特别|进一步|"
    r"会议|们|联席|办公|团队|一职|职务|以及|[在于也还并就将则曾对向是为和与及]|"
    r"表示|指出|强调|透露|介绍|认为|此前|随即|当[天日]|上午|下午|周[一二三四五六日]|[上本]周|"
    r"质疑|质询|身份|保存|敦促|逝世|名单|向?媒体|"
    r"机构|鲜明|反复|工作|任期|先生|座谈|郑重|专门|贺信|领导人|有力|深情|亲切|热情|高度|再度|"
    r"人选|候选|通道|级|会见|接受|出席|等|代表|提名|共同|分别|签署|第[一二三]|不"
)


def name_at(text: str, at: int, *, posted: bool = True) -> int:
    """Where the person's name that begins at `at` ends; `at` itself where none begins.

    Behind a post (`posted`) names with a rare surname and transcribed names are read as well.
    """
    end = _chinese(text, at)
    if end > at or not posted:
        return end
    latin = _LATIN.match(text, at)
    if latin:
        return latin.end() if _FOLLOWS.match(text, latin.end()) else at
    return _dotted(text, at) or _transcribed(text, at) or at


def _chinese(text: str, at: int) -> int:
    surname = 2 if text[at : at + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and (text[at : at + 1] not in _ALL_SURNAMES or _NOT_A_NAME.match(text, at)):
        return at
    short, long = at + surname + 1, at + surname + 2
    fits = [end for end in (short, long) if _fits(text, at, end)]
    if len(fits) == 2:
        return long if _longer_is_right(text, at, short, long) else short
    if fits:
        return fits[0]
    if text[at + 1 : at + 2] == " " and _fits(text, at + 2, at + 3):
        return at + 3
    times = text.count(text[at:long], 0, COUNTED)
    if (
        long <= len(text)
        and times > 1
        and times == text.count(text[at:short], 0, COUNTED)
        and text[long : long + 1] not in frozenset("·•・‧")
        and text[long - 1] not in "县站市省区局部会院校路"
        and not _NOT_GIVEN.match(text, at + surname, long)
        and _is_han(text[at:long])
        and not POST.search(text, at + surname, long)
        and (_transcribed(text, at) or long) == long
    ):
        return long
    return at


def _fits(text: str, at: int, end: int) -> bool:
    """Whether the characters from `at` to `end` can be a name, by what stands behind them."""
    return (
        end <= len(text)
        and _is_han(text[at:end])
        and bool(_FOLLOWS.match(text, end) or POST.match(text, end))
        and not _NO_NAME.search(text, at, end)
        and not _NOT_GIVEN.match(
            text[at + (2 if text[at : at + 2] in COMPOUND_SURNAMES else 1) : end]
        )
        and not POST.search(text, at + 1, end)
    )


def _longer_is_right(text: str, at: int, short: int, long: int) -> bool:
    """Whether both lengths are followed by what may follow, and the longer is the name."""
    times, times_long = (text.count(text[at:end], 0, COUNTED) for end in (short, long))
    if times > times_long or (text[short] == "副" and POST.match(text, short)):
        return False
    if text[short] in _BEFORE_NOUNS and _AFTER_NAMES.match(text, long):
        # 胡大为在会上…: no noun follows, so that it is no preposition.
        return True
    if text[short] in _NEVER_LAST:
        return False
    return times_long > 1 or text[short] not in _FUNCTION


def transcribed_alone(text: str, start: int, end: int) -> bool:
    """Whether the words are a name in transcribing characters, without a look at what follows."""
    if end - start < 2 or not _FOREIGN.issuperset(text[start:end]):
        return False
    return not (_NO_NAME_HERE.match(text, start) or _NOT_A_NAME.match(text, start))


def _dotted(text: str, at: int) -> int | None:
    """A transcribed name whose parts a dot joins: 安娜·霍尔."""
    dot = _DOT.match(text, at)
    if dot is None:
        return None
    ends = range(dot.end() + 2, min(dot.end() + 9, len(text) + 1))
    return next((e for e in ends if _is_han(text[dot.end() : e]) and _FOLLOWS.match(text, e)), None)


def _transcribed(text: str, at: int) -> int | None:
    """A name in transcribing characters, or of two or three characters before a sure sign."""
    if _NO_NAME_HERE.match(text, at) or ACTION.match(text, at) or _NOT_A_NAME.match(text, at):
        return None
    for end in range(at + 2, min(at + 9, len(text) + 1)):
        if not _is_han(text[at:end]):
            return None
        if regnal := _REGNAL.match(text, end):
            return regnal.end()
        if not _SURELY_FOLLOWS.match(text, end):
            continue
        foreign = sum(c in _FOREIGN for c in text[at:end])
        if foreign >= 0.75 * (end - at) or (end - at <= 3 and _NEVER.isdisjoint(text[at:end])):
            return end
    return None


def _is_han(words: str) -> bool:
    return bool(words) and all("\u3400" <= c <= "\u9fff" for c in words)
