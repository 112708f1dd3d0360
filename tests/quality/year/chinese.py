"""A statement in Chinese: as a ministry reports it, as an agency does, and told in other words."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.quality.year.statements import Part, Statement
from tests.quality.year.written import Written

_ORDINALS = "一二三四五"


def official(chance: Random, said: Statement) -> Written:
    """The report of a ministry: the occasion, the situation, the measures one by one, a quote."""
    name = said.person.name.zh
    figures = "，".join(map(_part, said.figures))
    count = _ORDINALS[len(said.heads) - 1]
    plan = chance.choice(
        (
            f"{name}强调，下一步要重点做好{count}方面工作。",
            f"{name}表示，将从{count}个方面推动工作。",
            f"{name}对今后工作提出{count}点要求。",
        )
    )
    paragraphs = [
        _opening(chance, said),
        f"{name}{chance.choice(('指出', '表示', '介绍'))}，{said.remarks[0].zh}。{figures}。",
        *_measures(chance, plan, said),
        *(f"{name}强调：“{quote.zh}。”" for quote in said.quotes),
        *chance.sample(_endings(said), chance.choice((0, 1, 2))),
    ]
    return Written("zh", _title(chance, said), tuple(paragraphs))


def agency(chance: Random, said: Statement) -> Written:
    """A news agency's own report: the quote first, not all of the rest."""
    person, measures = said.person, _first(chance, said)
    who = f"{person.body.name.zh}{person.post.zh}{person.name.zh}"
    where = {
        "speech": f"在{said.place.zh}出席{said.event.zh}时",
        "briefing": f"在{said.event.zh}上",
        "interview": "接受记者采访时",
    }[said.kind]
    paragraphs = (
        f"“{said.quotes[0].zh}。”{who}{said.day.month}月{said.day.day}日{where}说。",
        (
            f"{person.name.zh}介绍，{_part(said.figures[0])}，{_part(said.figures[1])}。"
            f"在他看来，{said.remarks[-1].zh}。"
        ),
        f"据了解，有关部门将{'，'.join(measures[:2])}；同时{'，'.join(measures[2:])}。",
    )
    title = chance.choice((f"{person.name.zh}：{said.heads[0].zh}", f"{who}：{said.quotes[0].zh}"))
    return Written("zh", title, paragraphs)


def retold(chance: Random, said: Statement) -> Written:
    """The same in a portal's own words, without quotation marks and with fewer figures."""
    person, heads = said.person, [head.zh for head in said.heads]
    name, who = person.name.zh, f"{person.body.name.zh}{person.post.zh}{person.name.zh}"
    day = f"{said.day.month}月{said.day.day}日"
    where = (
        "接受专访时" if said.kind == "interview" else f"在{said.place.zh}举行的{said.event.zh}上"
    )
    figure = _part(chance.choice(said.figures))
    leads = (
        f"{heads[0]}有了时间表。{day}，{who}{where}透露了最新安排。",
        f"{day}，{who}{where}表示，{heads[-1]}的时机已经成熟。",
        f"{said.remarks[0].zh}，怎么办？{day}，{who}{where}给出了答案。",
    )
    middles = (
        f"他说，{said.remarks[0].zh}，因此下一步要{'，还要'.join(heads)}。",
        f"{name}列出的清单里，有{'、'.join(heads)}等内容；他提到，{figure}。",
        f"按照他的说法，{said.remarks[-1].zh}，出路在于{'，以及'.join(heads[:3])}。",
    )
    ends = (
        f"截至目前，{figure}。{name}认为，{said.quotes[-1].zh}，各地不能等待观望。",
        f"{name}还透露，{figure}，相关工作已经启动。",
        f"谈到基层的顾虑，{name}说，{said.quotes[0].zh}。",
    )
    titles = (
        f"{heads[0]}、{heads[1]}，官方最新表态来了",
        f"{name}谈{heads[0]}：{said.quotes[0].zh}",
        f"关于{heads[-1]}，{person.post.zh}这样说",
    )
    paragraphs = tuple(chance.choice(each) for each in (leads, middles, ends))
    return Written("zh", chance.choice(titles), paragraphs)


def _title(chance: Random, said: Statement) -> str:
    name = said.person.name.zh
    titles = [f"{said.person.body.name.zh}{name}：{said.heads[0].zh}，{said.heads[1].zh}"]
    if said.kind == "speech":
        titles += [f"{name}出席{said.event.zh}并致辞", f"{said.event.zh}在{said.place.zh}召开"]
    return chance.choice(titles)


def _opening(chance: Random, said: Statement) -> str:
    person, day, event = said.person, said.day, said.event.zh
    who = f"{person.body.name.zh}{person.post.zh}{person.name.zh}"
    when = chance.choice(
        (f"{day.month}月{day.day}日", f"{day.year}年{day.month}月{day.day}日", f"{day.day}日")
    )
    if said.kind == "briefing":
        return f"{when}，{event}在{said.place.zh}举行，{who}出席并回答记者提问。"
    if said.kind == "interview":
        return f"{when}，{who}就有关问题接受媒体采访。"
    return chance.choice(
        (
            f"{when}，{event}在{said.place.zh}召开。{who}出席会议并讲话。",
            f"{when}，{event}在{said.place.zh}开幕，{who}出席开幕式并致辞。",
            f"{when}，{who}在{said.place.zh}出席{event}并作主旨发言。",
        )
    )


def _measures(chance: Random, plan: str, said: Statement) -> Sequence[str]:
    spelled = _first(chance, said, whole=True)
    if chance.random() < 0.6:
        marked = [f"{_ORDINALS[i]}是{text}" for i, text in enumerate(spelled)]
        return [plan + "；".join(marked) + "。"]
    if chance.random() < 0.5:
        return [plan, *(f"{_ORDINALS[i]}是{text}。" for i, text in enumerate(spelled))]
    return [plan + "".join(f"要{text}。" for text in spelled)]


def _first(chance: Random, said: Statement, *, whole: bool = False) -> list[str]:
    """The measures, each with its detail; not `whole`: three of them, and not all details."""
    both = zip(said.heads, said.details, strict=True)
    found = [
        f"{head.zh}，{_part(part)}" if whole or chance.random() < 0.6 else head.zh
        for head, part in both
    ]
    return found if whole else found[:3]


def _endings(said: Statement) -> list[str]:
    return [
        f"会前，{said.person.name.zh}调研了{said.place.zh}的有关企业，并听取意见建议。",
        "有关省市主管部门负责同志、行业协会和企业代表参加活动。",
        f"来自{said.place.zh}等地的代表作了交流发言。",
        f"{said.person.name.zh}还就{said.remarks[-1].zh}的问题与代表交换了意见。",
    ]


def _part(part: Part) -> str:
    text = part.text.zh
    for number in part.amounts:
        text = text.replace("{n}", number.zh).replace("{m}", number.zh)
    return text
