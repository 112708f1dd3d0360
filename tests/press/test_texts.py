from datetime import date, timedelta

import pytest

from flows.text.clean import Provenance, clean_html
from flows.text.numbers import numbers
from storage.records import Article, Rejection
from tests.press.conftest import TODAY, get
from tests.press.room import Press
from tests.press.texts import dated, texts
from tests.press.truth import NEW_STATEMENT, Truth, truths

FURNITURE = (
    "Like (", "Donate", "cup of tea", "Previous", "Related articles", "Reprinted with", "views",
    "publishing platform", "Open a wallet", "Latest", "Generate poster", "相关阅读", "首页",
    "版权所有", "扫一扫", "分享到", "返回顶部", "发布时间", "无障碍",
)  # fmt: skip
ALL = truths(TODAY, 2)
STATEMENTS = [truth for truth in ALL if truth.statement]


def name_of(truth: Truth) -> str:
    return truth.text.name


def test_night_one_has_statements_and_articles_enough() -> None:
    first = truths(TODAY, 1)
    assert len({t.statement for t in first} - {None}) >= 9
    assert len(first) >= 28
    assert sum(t.rejected for t in first) == 1
    assert sum(not t.statement and not t.rejected for t in first) >= 5


def test_one_statement_is_new_on_night_two() -> None:
    first, second = ({t.statement for t in truths(TODAY, n)} for n in (1, 2))
    assert second - first == {NEW_STATEMENT.id}
    told = {(t.text.site, t.speaker) for t in ALL if t.statement == NEW_STATEMENT.id}
    chinese = {(site, NEW_STATEMENT.name) for site in ("ministry", "portal")}
    assert told == chinese | {(site, NEW_STATEMENT.english_name) for site in ("blog", "wire")}


@pytest.mark.parametrize("truth", STATEMENTS, ids=name_of)
def test_what_is_true_stands_in_the_text(truth: Truth) -> None:
    words = "\n".join(truth.text.paragraphs)
    for name in (truth.speaker, truth.event, truth.place):
        assert name is None or name.lower() in words.lower()
    assert truth.day is not None
    assert dated("{day:en}", truth.day) in words or dated("{day:zhday}", truth.day) in words
    assert truth.text.published.date() >= truth.day


def large_figures(truth: Truth) -> set[str]:
    """Magnitudes of a hundred and more, the years of names and dates aside."""
    found = {n for n in numbers("\n".join(truth.text.paragraphs)) if n.isdigit()}
    return {n for n in found if int(n) >= 100} - {str(TODAY.year), str(TODAY.year - 1)}


@pytest.mark.parametrize("statement", sorted({t.statement for t in STATEMENTS if t.statement}))
def test_the_figures_of_a_statement_agree_in_all_its_articles(statement: str) -> None:
    original, *reprints = [large_figures(t) for t in STATEMENTS if t.statement == statement]
    assert reprints
    assert original
    assert all(figures and figures <= original for figures in reprints)


@pytest.mark.parametrize("today", [TODAY, date(2026, 1, 5), date(2028, 3, 1), date(2026, 12, 31)])
def test_nothing_is_dated_ahead_and_statements_are_of_the_last_twenty_days(today: date) -> None:
    for truth in truths(today, 2):
        assert truth.text.published.date() < today
        assert truth.text.modified >= truth.text.published
        assert truth.day is None or timedelta(0) < today - truth.day <= timedelta(days=20)
        assert "{" not in truth.text.title + "".join(truth.text.paragraphs)
    old = {t.statement for t in truths(today, 1) if t.day and today - t.day > timedelta(days=14)}
    assert old == {"internet", "small-firms"}


def test_days_are_written_in_both_languages() -> None:
    day = date(2026, 1, 3)
    written = dated("{day:enfull} {day-3:zhfull} {day-40:enmonth} {day+1:enweek} {day:zh}", day)
    assert written == "January 3, 2026 2025年12月31日 November 2025 Sunday 1月3日"


def test_numbers_and_slugs_are_given_once() -> None:
    for key in ("number", "slug"):
        found = [(t.site, t.header[key]) for t in texts(TODAY, 2)]
        assert len(found) == len(set(found))


def cases() -> list[object]:
    return [pytest.param(truth, id=name_of(truth)) for truth in ALL if not truth.rejected]


def cleaned(press: Press, truth: Truth) -> Article | Rejection:
    url = press.address(truth.text)
    page = get(url)
    label = page.headers["Content-Type"]
    return clean_html(page.body, Provenance(url=url, zone="Asia/Shanghai", content_type=label))


@pytest.mark.parametrize("truth", cases())
def test_a_page_cleans_to_its_title_instant_and_body(press: Press, truth: Truth) -> None:
    press.night = 2
    article = cleaned(press, truth)
    assert isinstance(article, Article)
    assert (article.title, article.lang) == (truth.text.title, truth.text.lang)
    assert article.published_at == truth.text.published
    assert [mark for mark in FURNITURE if mark in article.text] == []
    said = [p for p in truth.text.paragraphs if not p.startswith(("来源：", "（编辑"))]
    assert article.text.split("\n") == said


def test_the_stub_gives_no_article(press: Press) -> None:
    (stub,) = [truth for truth in ALL if truth.rejected]
    assert isinstance(cleaned(press, stub), Rejection)


def test_the_original_is_read_from_the_copyright_block(press: Press) -> None:
    by_name = {truth.text.name: truth for truth in ALL}
    article = cleaned(press, by_name["chain.blog"])
    assert isinstance(article, Article)
    assert article.original_url == press.address(by_name["chain.ministry"].text)
