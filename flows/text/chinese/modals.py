"""Words by which Chinese policy promises and urges: 将, 要, 应, 希望; and what may follow them."""

from __future__ import annotations

import re

from flows.text.chinese.actions import ACTIONS
from flows.text.chinese.gated import Gated
from flows.text.chinese.words import any_of, listed

_HAN = "[\u3400-\u9fff]"
_LONG_ACTION = any_of(word for word in ACTIONS if len(word) > 1)
# Whom a promise or an appeal may name before the action.
_WHO = (
    f"(?:各{_HAN}{{0,6}}?(?:方|地|界|级{_HAN}{{0,4}}|国|部门|单位|企业|地区|成员)|"
    f"{_HAN}{{1,10}}?们|有关[方部]{_HAN}{{1,4}}?|相关{_HAN}{{2,6}}?|{_HAN}{{0,4}}企业|{_HAN}{{0,6}}?行业|双方|社会各界|大家|我们|投资者|消费者|业者|业界|{_HAN}{{0,4}}人士|厂商|市民|地方|政府|国会|与会{_HAN}{{2,4}}?|{_HAN}{{1,4}}?[省市县区](?:和{_HAN}{{1,4}}?[省市县区])?|{_HAN}{{1,3}}[方国]|"
    f"{_HAN}{{2,6}}?(?:部门|单位|机构|人员|公司|平台|协会|高校|委员|干部|同志|部会|国发会))"
    "(?:都?要|应当?|将|能够?|可以?){0,2}(?:通过[^,]{2,24}?)?"
)
# With whom, where or how.
_HOW = "(?:(?:通过|在|与|同)[^,]{2,24}?)?"
# 会 that promises, and is no meeting: what it announces is under the speaker's hand.
_WILL = any_of(
    listed(
        "继续 进一步 加强 加快 加大 推动 推进 完善 深化 优化 尽快 尽量 全力 持续 密切 适时 "
        "积极 不断 逐步 陆续 订立 推出 公布 制定 出台 落实 严格 采取 研究 考虑 做好 配合 协助 "
        "支持 按照 依法 优先 努力 与 一如既往 致力 善用 检视 检讨 全面 深入 着力 提供 加紧 协调 "
        "探讨 评估 安排 设立 增加 扩大 利用 争取 促进 发展 将 把 开放 用好 推行 扩展 透过 通过"
    )
)
# These are nouns as well: 意见和建议, 有关要求.
_ASKING = listed("希望 期望 期盼 盼 冀 建议 呼吁 倡议 要求 敦促 促请 督促 期待 号召 鼓励 支持 引导")
_ASKS = any_of(_ASKING)
_MODALS = (
    "(?<!即)将会?(?![军士领同商])",
    "(?<![主重首纪概摘次只简扼纲提险政枢索])要(?![素求点闻么是约职塞道害不])",
    "(?<!合)理应|(?<![对响反供适相效理])应该?当?(?![用对急答邀变力])",
    "(?<![急所供按内军刚])需要?(?!求)",
    "必须(?!的)|亟需|亟待|务必|应予|有必要|力争|争取|决定|打算|承诺|不得|只会|可以?考虑",
    "(?<!无)须(?!知)",
    "(?<![虚模])拟(?![人合])",
    "(?<![意自心祝志情])愿意?(?=[同与和为继进加不])",
    f"计划(?=到|{_HAN})",
    f"(?<![申邀敬恳吁聘宴提])请(?={_WHO}(?:务必)?{_HOW}{_LONG_ACTION})",
    f"(?<![的和与及等条点项、见关])(?:{_ASKS})(?=(?:{_WHO}{_HOW})?(?:{_LONG_ACTION}|以[^,]{{2,30}}为))",
    f"(?<![协学商工大议委员社晚年展峰机])(?<!相关部)(?<!各部)会(?={_WILL})",
)
# Such a word of asking, whose action is sure.
ASKS = re.compile(f"{_ASKS}|请")
# Words that promise or urge what follows.
MODALS = Gated(
    re.compile("|".join(_MODALS)),
    # 有, 不, 只, 可 begin such a word where few characters follow, and stand often elsewhere.
    re.compile(
        f"[将理应要需必亟务有力争决打承不只可考须拟愿计请会{''.join(word[0] for word in _ASKING)}]"
        "(?:(?<![有不只可])|(?=[必得会以考]))"
    ),
)
# What may stand between such a word and the action: who acts, when, with what.
BETWEEN = re.compile(
    f"(?:还|也|又|都|就|务必|继续|再次?|首次|首先|一定|不[再会得]|坚决不|{_WHO}|"
    "在[^,]{1,20}?(?:前(?![提期])|后|时(?!代|期|间)|之际|基础上|同时)|到\\d{4}年底?|"
    f"(?:于|在)(?:下|本|今|明|近|未来)?(?:{_HAN}|[0-9]){{0,3}}?(?:[周月年日天]|季度|期内?|半年)[内底初末中]?(?:前|之前)?|"
    "(?:下|本|今|明)[周月年]|尽快|适时|近期|同步){1,3}"
)
