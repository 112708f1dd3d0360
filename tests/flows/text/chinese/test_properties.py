"""What holds for any name, body and figure, and for any text at all."""

import datetime as dt

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.chinese.reader import read
from flows.text.chinese.script import MAX_TEXT, view
from flows.text.chinese.sentences import MAX_SENTENCES
from storage.records import Reading, Span

STAMP = dt.datetime(2021, 9, 28, 8, 30, tzinfo=dt.UTC)
TO_TRADITIONAL = opencc.OpenCC("s2t")
SURNAMES = st.sampled_from("王李张刘陈杨赵黄周吴徐孙胡朱林郭何梁宋郑")
GIVEN = st.sampled_from(("明", "伟", "志强", "建国", "晓东", "海波", "文静", "玉兰"))
BODIES = st.sampled_from(
    ("邮政部", "江州市数据局", "国家邮路委员会", "邮路研究院", "最高检", "工商联")
)
POSTS = st.sampled_from(("副部长", "局长", "总工程师", "新闻发言人", "党组成员、副局长"))
PIECES = (
    "邮政部 副部长 胡明 表示 , 。 “ ” : 一是 二是 要 将 加快建设 9月27日 在 江州 大会 举行 "
    "284.4万个 此前 \n 他 (guó) 說 會議 首先 1、 《 》 · 部长胡 相关负责人 年 20 % 主持 召开"
)
FRAGMENTS = st.sampled_from(PIECES.split(" "))
TEXTS = st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=80).map("".join))


@given(SURNAMES, GIVEN, BODIES, POSTS, st.integers(11, 99_999))
def test_tags_follow_the_names_bodies_and_figures(
    surname: str, given_name: str, org: str, post: str, number: int
) -> None:
    name = surname + given_name
    text = f"9月27日,{org}{post}{name}在江州出席邮路大会并表示,已建成{number}万个网点,要加快建设。"
    reading = read("", text, STAMP)
    speaker = reading.main_speaker
    assert speaker is not None
    assert (speaker.name, speaker.post, speaker.org) == (name, post, org)
    assert [(f.value, f.unit) for f in reading.figures] == [(f"{number}万", "个")]
    assert (reading.occasion.date, reading.occasion.place) == ("2021-09-27", "江州")


EVENTS = st.sampled_from(
    (
        "2021年全国就业工作会议",
        "第三届邮路数据要素市场大会",
        "邮路发展高层论坛2021年年会",
        "“数字江州”高峰论坛",
        "邮路科技周启动仪式",
        "在线教育治理座谈会",
        "邮路“快递进村”分论坛",
        "第二十届邮博会新闻发布会",
    )
)
PLACES = st.sampled_from(("江州", "北京", "河港国际会展中心", "天津", "江州市", "邮路工业园区"))
REPORTS = st.sampled_from(
    (
        "9月27日,{event}在{place}举行,邮政部副部长胡明出席并致辞。胡明强调,要加快建设。",
        "9月27日,邮政部副部长胡明在{place}出席{event}并发表讲话,指出要加快建设。",
        "{event}9月27日在{place}召开。会上,邮政部副部长胡明表示,要加快建设。",
        "9月27日,邮政部在{place}召开{event}。邮政部副部长胡明主持会议并讲话,强调要加快建设。",
    )
)


@given(EVENTS, PLACES, REPORTS)
def test_the_occasion_follows_the_event_and_the_place(event: str, place: str, report: str) -> None:
    found = read("", report.format(event=event, place=place), STAMP).occasion
    assert (found.event, found.place, found.date) == (event, place, "2021-09-27")


@given(SURNAMES, GIVEN, BODIES)
def test_traditional_script_is_read_alike_and_left_as_written(
    surname: str, given_name: str, org: str
) -> None:
    text = f"{org}副局长{surname}{given_name}表示,要加快建设,完善标准。"
    traditional = TO_TRADITIONAL.convert(text)
    simple, other = read("", text, None).main_speaker, read("", traditional, None).main_speaker
    assert simple is not None
    assert other is not None
    assert simple.span == other.span
    assert other.name == traditional[text.index(surname + given_name) :][: 1 + len(given_name)]


@given(TEXTS, TEXTS)
@settings(max_examples=300)
def test_every_span_slices_to_its_tag_and_no_text_crashes(title: str, text: str) -> None:
    reading = read(title, text, STAMP)
    assert reading.why
    for words, span in _tags(reading):
        assert words == _as_read(text, span)


def _tags(reading: Reading) -> list[tuple[str, Span]]:
    when = reading.occasion
    found: list[tuple[str | None, Span | None]] = [
        (when.event, when.event_span),
        (when.place, when.place_span),
        *((q.text, q.span) for q in reading.quotes),
        *((m.text, m.span) for m in reading.measures),
    ]
    return [(words, span) for words, span in found if words is not None and span is not None]


def _as_read(text: str, span: Span) -> str:
    """The given words without pronunciations, which the view leaves out."""
    whole = view(text)
    start, end = whole.places.index(span[0]), whole.places.index(span[1] - 1) + 1
    return whole.words(start, end)


@given(st.text(max_size=200))
def test_the_view_points_back_to_each_character(text: str) -> None:
    plain = view(text)
    assert len(plain.text) == len(plain.places)
    for at, place in enumerate(plain.places):
        assert view(text[place]).text in (plain.text[at], "")


@pytest.mark.parametrize(
    "text",
    [
        "邮政部副部长胡明表示,要加快建设," * 600_000,
        "一是加强规划;二是完善标准;" * 50_000,
        "\n".join(f"{n}、加强规划" for n in range(100_000)),
        "“" * 100_000,
        "胡明说“要加快建设" * 10_000,
        "部长" * 100_000,
        "王" * 100_000,
        "部长" + "阿·" * 100_000,
        "部长" + "Ab " * 100_000,
        "表示," * 100_000,
        "“大会”之" * 100_000,
        "9月27日至" * 100_000,
        "1,234" * 100_000,
        "(" * 100_000,
        "在" * 100_000,
        "邮政部、" * 100_000,
        "邮政部部长胡明" + "就在会上" * 100_000 + "表示",
        "國(guó)" * 100_000,
        "\n" * 1_000_000,
    ],
    ids=lambda text: text[:8].replace("\n", "newline"),
)
def test_a_hostile_text_is_read_to_a_bound(text: str) -> None:
    reading = read(text[:1000], text, STAMP)
    assert len(reading.measures) <= 60
    assert len(reading.figures) <= 200
    assert len(reading.quotes) < MAX_SENTENCES
    assert all(end <= MAX_TEXT for _, (_, end) in _tags(reading))
