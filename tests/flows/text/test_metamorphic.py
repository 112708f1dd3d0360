"""Other names, bodies, days and figures in the same report: the tags follow, and nothing else does.

Each report is written once with places for what varies; what is read in it must be what was put
there, whichever it was, and stay the same when furniture stands around the text, its paragraphs
are parted elsewhere or its script is the other one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import opencc
from hypothesis import given
from hypothesis import strategies as st

from flows.shape import document
from flows.text.clean import clean_text
from flows.text.english.words import MONTHS
from flows.text.statements import read

TO_TRADITIONAL = opencc.OpenCC("s2t")


@dataclass(frozen=True)
class Facts:
    """What a report tells."""

    name: str
    post: str
    org: str
    event: str
    place: str
    day: date
    figure: int
    percent: int


ENGLISH = """{title}

On {day}, {name}, {post} of the {org}, said at the {event} held in {place} that the network has \
reached {figure:,} villages. “We know that {percent}% of the islands still wait for their mail,” \
said {name}. The first is to build sorting halls. The second is to train couriers. The third is \
to publish a plan.
"""
CHINESE = """{title}

{day},{org}{post}{name}在{place}出席{event}并致辞。{name}表示,网络已覆盖{figure}个村庄,\
还有{percent}%的海岛在等待。下一步将重点做好三方面工作:一是加快建设分拨中心;二是加强人才培养;\
三是完善标准体系。
"""
ENGLISH_HEADS = ["build sorting halls", "train couriers", "publish a plan"]
CHINESE_HEADS = ["加快建设分拨中心", "加强人才培养", "完善标准体系"]
ENGLISH_FURNITURE = ("Share this article", "Read more", "Photo: a quay at night", "© 2031 Lakenews")
CHINESE_FURNITURE = ("分享到微信", "责任编辑:某某", "扫一扫在手机打开", "上一篇:天气")

days = st.dates(date(2005, 1, 1), date(2030, 12, 28))
numbers = st.integers(2, 99)
english = st.builds(
    Facts,
    name=st.sampled_from(("Hu Ming", "Tao Lifen", "Anna Berg", "Peter Novak", "Ouyang Shan")),
    post=st.sampled_from(("deputy director", "chief engineer", "vice chairman", "president")),
    org=st.sampled_from(("Bureau of Posts", "Ministry of Canals", "Academy of Tides")),
    event=st.sampled_from(("Post Forum", "Third Harbour Summit", "Island Mail Conference")),
    place=st.sampled_from(("Portville", "Norrby", "Lakeside")),
    day=days,
    figure=st.integers(2_100, 900_000),
    percent=numbers,
)
chinese = st.builds(
    Facts,
    name=st.sampled_from(("胡明", "陶丽芬", "周建国", "孙文静", "欧阳山")),
    post=st.sampled_from(("副部长", "总工程师", "局长")),
    org=st.sampled_from(("邮政部", "国家邮政局", "江州市数据局")),
    event=st.sampled_from(("第三届邮路大会", "2021海岛邮政论坛", "邮政工作会议")),
    place=st.sampled_from(("江州", "北京", "天津")),
    day=days,
    figure=st.integers(2_100, 900_000),
    percent=numbers,
)


def in_english(facts: Facts) -> str:
    day = f"{MONTHS[facts.day.month - 1].capitalize()} {facts.day.day}, {facts.day.year}"
    values = vars(facts) | {"day": day, "title": "Mail for the islands"}
    return ENGLISH.format(**values)


def in_chinese(facts: Facts) -> str:
    day = f"{facts.day.year}年{facts.day.month}月{facts.day.day}日"
    return CHINESE.format(**(vars(facts) | {"day": day, "title": "海岛邮路再延伸"}))


def shape(text: str) -> dict[str, Any]:
    article = clean_text(text)
    return document("a", article, read(article))


def told(text: str) -> dict[str, Any]:
    """The values of all tags, without places, rules and confidences."""
    found = shape(text)
    main: dict[str, Any] = next((s for s in found["speakers"] if s["main"]), {})
    return {
        "speaker": tuple(main.get(name) for name in ("name", "post", "org")),
        "occasion": (found["event"], found["event_date"], found["place"]),
        "measures": [m["head"] for m in found["measures"]],
        "quotes": [(q["text"], q["speaker"]) for q in found["quotes"]],
        "figures": [(f["value"], f["unit"]) for f in found["figures"]],
    }


def expected(facts: Facts, heads: list[str]) -> dict[str, Any]:
    return {
        "speaker": (facts.name, facts.post, facts.org),
        "occasion": (facts.event, facts.day.isoformat(), facts.place),
        "measures": heads,
    }


@given(english)
def test_english_tags_follow_what_the_report_tells(facts: Facts) -> None:
    found = told(in_english(facts))
    assert found.items() >= expected(facts, ENGLISH_HEADS).items()
    assert [speaker for _, speaker in found["quotes"]] == [facts.name]
    assert found["figures"] == [(f"{facts.figure:,}", "villages"), (str(facts.percent), "%")]


@given(chinese)
def test_chinese_tags_follow_what_the_report_tells(facts: Facts) -> None:
    found = told(in_chinese(facts))
    event, day, place = found.pop("occasion")
    assert (
        found.items()
        >= {
            "speaker": (facts.name, facts.post, facts.org),
            "measures": CHINESE_HEADS,
        }.items()
    )
    assert (event, day, place) == (facts.event, facts.day.isoformat(), facts.place)
    assert found["figures"] == [(str(facts.figure), "个"), (str(facts.percent), "%")]


@given(chinese)
def test_traditional_characters_change_no_tag_but_its_writing(facts: Facts) -> None:
    simple = in_chinese(facts)
    found, other = shape(simple), shape(TO_TRADITIONAL.convert(simple))
    for kind in ("speakers", "measures", "figures"):
        assert [t["span"] for t in other[kind]] == [t["span"] for t in found[kind]]
    assert other["event_date"] == found["event_date"]
    assert other["occasion"] == found["occasion"]


@given(
    st.one_of(
        st.tuples(english.map(in_english), st.sampled_from(ENGLISH_FURNITURE)),
        st.tuples(chinese.map(in_chinese), st.sampled_from(CHINESE_FURNITURE)),
    ),
    st.integers(1, 3),
)
def test_furniture_below_a_report_changes_nothing(given: tuple[str, str], lines: int) -> None:
    report, furniture = given
    assert told(report + "\n" + f"{furniture}\n" * lines) == told(report)


@given(english)
def test_english_paragraphs_parted_elsewhere_change_nothing(facts: Facts) -> None:
    report = in_english(facts)
    parted = report.replace(" “We know", "\n\n“We know").replace(
        " The first is", "\n\nThe first is"
    )
    assert told(parted) == told(report)


@given(chinese)
def test_chinese_paragraphs_parted_elsewhere_change_nothing(facts: Facts) -> None:
    report = in_chinese(facts)
    for before in (f"{facts.name}表示", "下一步"):
        report = report.replace(f"。{before}", f"。\n\n{before}")
    assert told(report) == told(in_chinese(facts))
    listed = report.replace("一是", "\n一是").replace("二是", "\n二是").replace("三是", "\n三是")
    assert told(listed)["measures"] == CHINESE_HEADS


@given(english, st.sampled_from((" ", "  ", "\u00a0", "\u200b")))
def test_blanks_of_any_kind_change_nothing(facts: Facts, blank: str) -> None:
    report = in_english(facts)
    spaced = report.replace(". The", f".{blank} The")
    assert told(spaced) == told(report)
