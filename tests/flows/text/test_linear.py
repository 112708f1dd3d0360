"""Twice the text costs about twice the work, whatever it repeats; what is read is bounded.

Compared are CPU times of one process, so that a busy machine slows both alike.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from flows.text.clean import Provenance, clean_html, clean_text
from flows.text.statements import read
from storage.records import Article

# Linear work gives 2, quadratic 4.
MOST = 3.0
# Seconds below which clocks and caches say more than the text.
NOISE = 0.005
TRIES = 4
HALF = 4_000
ENGLISH = {
    "one line": "the ministry will build halls and ",
    "enumerators": "the first is to build halls; ",
    "numbered lines": "1. Build halls\n",
    "numbers in a row": "(1) (2) ",
    "quotes that nobody closes": "“Hu Ming said ",
    "quotes that nobody opens": "it is good,” said Hu. ",
    "straight quotes": 'he said "so ',
    "nested brackets": "(([",
    "a very long name": "Ming ",
    "a very long word": "Minister",
    "initials": "J. R. ",
    "hyphens": "well-",
    "posts": "deputy director of the ",
    "bodies": "Ministry of Posts and ",
    "persons": "Hu Ming, head of the Post Office, said that. ",
    "promises": "should ensure, improve, and strengthen ",
    "urging": "urged the banks to the ",
    "proposals": "proposed that the banks ",
    "passives": "halls must be built and ",
    "gerunds": "called for building and ",
    "numbers": "more than 1,200.50 million ",
    "days": "from May 3 to the 10th of ",
    "events": "at the Harbour Forum of the ",
    "places": "held in Portville, ",
    "blanks": " " * 40 + "a",
    "short lines": "a\n",
}
CHINESE = {
    "一行": "邮政部副部长胡明表示,要加快建设,",
    "序号": "一是加强规划;二是完善标准;",
    "编号": "1、加强规划\n",
    "括号序号": "(一)(1)",
    "不闭合的引号": "胡明说:“要加快建设",
    "嵌套括号": "(《“",
    "很长的姓名": "阿·",
    "很长的机构": "工业和信息化部",
    "职务": "副局长",
    "将": "将",
    "一是": "一是、",
    "数字": "超过1,234.5万亿个",
    "日期": "9月27日至30日",
    "会议": "大会在江州举行的",
    "致辞": "公司致辞",
    "指出": "万指出",
    "拼音": "國(guó)",
    "空行": "\n ",
}
MARKUP = {
    "open elements": "<div>word ",
    "attributes": '<p class="a" title="b">word</p> ',
    "comments": "<!-- word -->word ",
    "scripts": "<script>var a = '<p>';</script>word ",
    "entities": "&amp;&lt;&#x4e00; ",
    "links": '<a href="https://x.example/a">word</a> ',
    "lists": "<ul><li>word ",
}


def seconds(work: Callable[[str], object], text: str) -> float:
    """CPU seconds of `work` on the text."""
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def growth(work: Callable[[str], object], unit: str, half: int = HALF) -> float:
    """By how much the cost grows from `half` characters of repeated units to twice as many."""
    return times(work, *(unit * (length // len(unit)) for length in (half, 2 * half)))


def times(work: Callable[[str], object], once: str, twice: str) -> float:
    """How often the cost of `once` goes into that of `twice`, `NOISE` aside.

    What seems too much is measured again, the least counting: nothing makes work faster.
    """
    one, two = seconds(work, once), seconds(work, twice)
    for _ in range(TRIES):
        if two < MOST * one + NOISE:
            break
        one, two = min(one, seconds(work, once)), min(two, seconds(work, twice))
    return max(0.0, two - NOISE) / one


def pipeline(text: str) -> None:
    read(clean_text(text))


def page(html: str) -> None:
    article = clean_html(html, Provenance())
    if isinstance(article, Article):
        read(article)


def test_work_that_is_not_linear_is_found() -> None:
    # So long that what the clock and the call cost is nothing beside it.
    assert growth(re.compile("a.*b").search, "a", 3 * HALF) >= MOST


@pytest.mark.parametrize("name", ENGLISH)
def test_an_english_text_of_twice_the_length(name: str) -> None:
    assert growth(pipeline, ENGLISH[name]) < MOST


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_text_of_twice_the_length(name: str) -> None:
    assert growth(pipeline, CHINESE[name]) < MOST


@pytest.mark.parametrize("name", MARKUP)
def test_a_page_of_twice_the_length(name: str) -> None:
    assert growth(page, MARKUP[name]) < MOST


@pytest.mark.parametrize("unit", ["a b ", "胡明说", "“", "A", "1. B\n"], ids=ascii)
def test_a_text_of_megabytes(unit: str) -> None:
    assert growth(clean_text, unit, 150_000) < MOST


@pytest.mark.parametrize(("lang", "unit"), [("en", "Hu Ming said “a "), ("zh", "胡明说:“要")])
def test_reading_ten_megabytes_costs_what_reading_their_beginning_does(
    lang: str, unit: str
) -> None:
    whole = unit * (10_000_000 // len(unit))

    def reading(text: str) -> None:
        read(Article("s", "k", "", lang, "A title", text))

    assert times(reading, whole[:100_000], whole) < MOST
