"""The words that Chinese reports use for posts, bodies, events and speaking (simplified)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.text.chinese.gated import Gated, beginning


def listed(words: str) -> tuple[str, ...]:
    """The words of a string that blanks part."""
    return tuple(words.split())


def any_of(words: Iterable[str]) -> str:
    """An alternation of `words`, the longest first.

    Grouped by first character, after a look at it: at most places a search then tries none.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    grouped = "|".join(f"{re.escape(x)}(?:{'|'.join(rest)})" for x, rest in by_first.items())
    return f"(?:(?=[{re.escape(''.join(by_first))}])(?:{grouped}))"


RANKS = listed(
    "创会 副 准 原 前 常务 第一 代 代理 时任 候任 执行 高级 首席 名誉 荣誉 联席 轮值 党组 党委 "
    "机关党委 特约 驻华 一级 二级 三级 四级 正 总 助理 新闻 资深 客座 特命全权 分党组 联合 "
    "行政 主管 独立 非执行 现任 前任 主任 专职 常任 署理 政务 局务 部务 党务 委务 署务 "
    "公使衔 警务 督查 药品 食品 核"
)
OFFICIALS = listed(
    "领导人 部长 部长助理 司长 局长 处长 科长 厅长 署长 关长 所长 院长 校长 会长 理事长 秘书长 "
    "市长 省长 县长 区长 州长 镇长 村长 行长 主席 主任 主委 书记 总书记 总理 首相 总统 国务委员 "
    "委员 委员长 发言人 负责人 总工程师 总经济师 经济师 会计师 规划师 统计师 巡视员 调研员 大使 "
    "公使 参赞 审计长 检察长 总干事 干事长 专员 行政长官 特首 大臣 议员 众议员 参议员 议长 组长 "
    "队长 总队长 支队长 政委 司令 司令员 参谋长 组成员 成员 常委 党组成员 党委委员 政务司司长 "
    "财政司司长 律政司司长 立委 次长 农艺师 畜牧师 兽医师 审计师 安全总监 财长 外长 防长 "
    "国家主席 国家副主席 官员 总领事 领事 站长 馆长 台长 "
    "社长 庭长 法官 检察官 警务处长 国务卿 国王 亲王 盟长 旗长 督察 督察长 监察专员 外交大臣 "
    "国防大臣 财政大臣 国务大臣 国务部长 首席大臣 贸易代表 特别代表 全权代表 特使 总检察长 警长 "
    "探长 警官 民警 上将 中将 少将 大校 上校 中校 将军 舰长 众议长 参议长 新闻秘书 国务秘书 参事 "
    "指挥长 总指挥 主任委员 卫生官 部门负责人 帮办 党委书记 院士 督学 总督学 飞行师 地质师 "
    "林艺师 农经师 水利师 检验师 警监 召集人 支书 村支书 团长 大法官 信息官 数据官"
)
EXPERTS = listed(
    "导师 研究员 教授 工程师 总师 副总师 科学家 首席科学家 总设计师 设计师 主任医师 秘书 代表 "
    "理事 副手 掌门人 当家人 总监 总裁 执行长"
)
FIRM_POSTS = listed(
    "董事长 董事局主席 总经理 副总 经理 首席执行官 CEO ceo Ceo CTO CFO COO 首席技术官 首席财务官 "
    "首席运营官 董事 创始人 合伙人 分析师 经济学家 首席经济学家 首席分析师 策略师 记者 编辑 "
    "总编辑 主编 主持人 律师 顾问 专家 学者 博士 作家 评论员 监事 总工 股东 解说 作者 藏家 "
    "收藏家 收藏者 培训师 艺术家 理财师 画家 小说家 影评人 业务员 分析员 制作人 经纪人 代理人 "
    "主帅 主教练 天文学家 鉴定师 拍卖师 精算师 船长 老板 店主 业务总监 店长 厂长 导演 教练 演员 "
    "主管 高管 董秘 编剧 制片人 馆员"
)
# Of what somebody is the head, or an expert: 技术总监, 投资专家.
FIELDS = listed(
    "技术 市场 艺术 公关 拓展 运营 财务 人力资源 产品 销售 项目 客户 行业 宏观 策略 投资 军事 "
    "法律 物业 战略 研发 创意 品牌 传播 政策 金融 经济 研究 医学 气象 农业 水利 卫生 健康 地震 应急"
)
_OF_A_FIELD = f"{any_of(FIELDS)}(?=总监|经理|顾问|分析师|专家|主管|研究员)"
_POSTS = (*OFFICIALS, *EXPERTS, *FIRM_POSTS)
_HEADS = any_of(_POSTS)
POST = re.compile(
    rf"(?!行政[法院])(?:{any_of(RANKS)}|{_OF_A_FIELD}){{0,3}}(?:{_HEADS})(?:助理)?"
    "(?!会议?|团|长(?!期)|级|性|作|组|们|人|事务|业|制|办公|厅|国(?!庆)|部)"
)
POSTS = Gated(POST, beginning((*RANKS, *FIELDS, *_POSTS)))
OFFICIAL = re.compile(any_of(OFFICIALS))
COMMENTATOR = re.compile(any_of(FIRM_POSTS) + "$")
MEDIUM_POSTS = re.compile("(?:作者|解说|记者|编辑|主编|总编辑|主持人|评论员|作家|导演|演员|编剧)$")
# Officials whom a report leaves unnamed.
UNNAMED = (
    r"(?:(?:有关|相关|主要|业务|新闻|部门|具体|一位|一名|该)(?:方面|部门)?)?"
    r"(?:有关|相关|主要|一位|一名)?(?:负责人|负责同志|发言人|官员|人士|工作人员)"
)

PUBLIC_ENDS = listed(
    "部 局 委 委员会 会 办公室 办 院 司 厅 署 处 科 省 市 县 区 州 镇 乡 国 府 政府 行 银行 "
    "中心 所 研究所 研究院 大学 学院 学校 协会 学会 联合会 商会 联盟 基金会 组织 党委 党组 法院 "
    "检察院 总局 领导小组 小组 组 总台 社 总部 支部 分局 支队 总队 大队 央行 国务院 白宫 议会 "
    "国会 人大 政协 海关 税务 交易所 证监会 金管局 信通院 工信部 发改委 网信办 卫健委 特区 "
    "自治区 开发区 新区 管委会 银保监会 联储 军 工会 妇联 共青团 计划 机构 实验室 智库 医院 盟 "
    "旗 队 室 秘书处 总会 分会 理事会 最高检 最高法 工商联 文联 作协 科协 残联 侨联 记协 党 "
    "大使馆 领事馆 贸促会 监委 纪委 政法委 部门"
)
FIRM_ENDS = listed("集团 公司 企业 网 报 社会 台 股份 董事会")
BODY_END = re.compile(any_of((*PUBLIC_ENDS, *FIRM_ENDS)) + "$")
FIRM = re.compile(
    "(?:公司|(?<!二十国)集团|股份|企业|科技|证券|资本|控股|有限|传媒|[网报]|电视台|杂志|基金|"
    "俱乐部|事务所|新闻|财经|"
    ""
    ""
    "(?:公司|集团|证券|基金|资本|科技|(?<!人民)(?<!中央)银行)[\u3400-\u9fff]{0,8}(?:研究[院所部]|事业部|分公司|"
    "总部))$"
)

# Verbs that only speak.
SAID = listed(
    "表示 指出 强调 透露 认为 谈到 提到 坦言 重申 直言 坚称 声称 宣称 披露 说道 告诉 表明 "
    "谈及 谈道 讲到 提及 称赞 宣布 感叹 写道 续称 续指 反驳 敦促 阐述 阐释 详解 补充说 申明 "
    "相信 坚信 承认 否认 警告 介绍 提出 回应 呼吁 倡议 预告 表态 提醒 补充 预计 指明 点出 "
    "明言 断言 强调说 指出称"
)
# Verbs that are nouns as well: they speak where their subject stands right before them.
SAID_OR_NOUN = listed(
    "建议 要求 提示 解释 回答 答复 回复 明确 主张 承诺 警示 通报 评价 分析 总结 批评 质疑 "
    "希望 提议 解读 解答 点评 批示 寄语 期待 释疑 说明 预测 判断 直指 通告 声明"
)
# Nouns as well as verbs: they speak where somebody attends, or is the subject.
SPOKE = listed(
    "致辞 致词 讲话 发言 演讲 发文 撰文 作报告 做报告 作主题报告 主旨报告 授课 答记者问 刊文 "
    "署名文章 主题分享 作介绍 做介绍"
)
_SAID_COMMA = '(?:(?<![简名职对俗据小学传来再或听话号昵全统美的])(?:称|说|指|讲|曰)(?=[,:“「。—"]))'
# What follows shows that the word is no verb of speaking.
_NOT_VERB = (
    "(?!了?[^,。;]{0,6}(?:方向|道路|路径)|的(?!是)|完|会|人|书|信|函|稿|师|家|员|"
    "表|单|精神|(?:的)?(?:意见|议案|方案|要求|精神|要点))"
)
SURE_VERB = re.compile(
    f"{any_of(SAID)}(?:称|说(?!明)|道|到)?{_NOT_VERB}|"
    f"(?<!的)(?<!的重要)(?<!的系列){any_of(SPOKE)}{_NOT_VERB}|{_SAID_COMMA}"
)
_SURE = (*SAID, *SPOKE, *(says + mark for says in "称说指讲曰" for mark in '=,:“「。—"'))
SURE_VERBS = Gated(SURE_VERB, beginning(_SURE))
VERB = re.compile(
    f"{SURE_VERB.pattern}|(?<![的和与及条点项、见]){any_of(SAID_OR_NOUN)}(?:称|说|道)?{_NOT_VERB}"
)
VERBS = Gated(VERB, beginning((*_SURE, *SAID_OR_NOUN)))

EVENT_NOUNS = listed(
    "大会 峰会 论坛 会议 发布会 研讨会 座谈会 年会 博览会 展览会 交易会 洽谈会 推进会 培训班 "
    "开幕式 闭幕式 仪式 活动 沙龙 圆桌 对话会 听证会 记者会 通气会 吹风会 工作会 电视电话会 "
    "部长通道 代表通道 委员通道 讲座 交流会 分论坛 动员会 启动会 现场会 推介会 宣讲会 报告会 例会 "
    "全会 见面会 联席会 高峰会 说明会 恳谈会 茶话会 晚宴 午宴 招待会 评审会 调度会 视频会 "
    "视频会议 培训会 学术会 产业周 活动周 文化节 嘉年华 双创周 讲堂 课堂 两会 "
    "集体学习 会晤 开放日 分会场 思享会 展会 分会 主论坛 访谈 节目 热线 直播 "
    "茶叙 发布记者会 部署会 研判会 论证会 协商会 通报会 总结会 民主生活会 约谈会 对接会 签约会 "
    "表彰会 誓师会 推广会 观摩会 "
    "碰头会 办公会 常务会 专题会 协调会 党组会 务虚会 典礼 开幕典礼 启动礼 开幕礼 院会 招待会 "
    "启动仪式 开幕仪式 闭幕仪式 签约仪式 揭牌仪式 颁奖仪式 发布仪式 启动大会 "
    "发布大会 开幕大会 "
    "高交会 广交会 进博会 服贸会 消博会 链博会 数博会 智博会 投洽会 世博会 园博会 科博会"
)
