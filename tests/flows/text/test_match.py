"""One statement across languages and retellings; restatements and neighbours stay apart."""

from dataclasses import replace

import pytest

from flows.text.match import asked, keys, other_occasion, same_statement, sketch
from storage.records import Article, Measure, Occasion, Reading, Sketch, Speaker

ENGLISH = """On May 3, Hu Mingwei, deputy head of the State Post Bureau, spoke at the 2021
Postal Summit.
More than 28,000 offices and 1,400 ferries carry letters, he said, and 350 million parcels.
The first is to mend lighthouses; the second is to train riders; the third is to open
night counters."""
CHINESE = """5月3日,国家邮政局副局长胡明伟出席2021邮路峰会并致辞。
全国有2.8万个局所、1400条渡船,运送3.5亿件包裹。
一是修缮灯塔;二是培训骑手;三是开设夜间窗口。"""
RETOLD = """The bureau's deputy head Hu Mingwei wants lighthouses mended, riders trained and
night counters opened. Over 28,000 offices, 1,400 ferries and 350 million parcels belong to the
network, he told the Postal Summit: letters carry on where offices close and ferries stop."""


def article(lang: str, text: str) -> Article:
    return Article("press", text[:20], "https://press.example/1", lang, "", text)


def reading(name: str | None, org: str, occasion: Occasion, heads: tuple[str, ...] = ()) -> Reading:
    measures = tuple(Measure(i, head, head, (0, 1)) for i, head in enumerate(heads, 1))
    return Reading(True, "", (Speaker(name, None, org, main=True),), occasion, measures)


def sketched(lang: str, text: str, name: str | None, org: str, occasion: Occasion) -> Sketch:
    return sketch(article(lang, text), reading(name, org, occasion))


EN = sketched("en", ENGLISH, "Hu Mingwei", "State Post Bureau",
              Occasion("2021 Postal Summit", (), "2021-05-03", "day", "Harbin"))  # fmt: skip
ZH = sketched("zh", CHINESE, "胡明偉", "国家邮政局",
              Occasion("2021邮路峰会", (), "--05-03", "monthday", "黑龙江哈尔滨"))  # fmt: skip
UNDATED = sketched("en", RETOLD, "Hu Mingwei", "State Post Bureau", Occasion())


def test_a_translation_matches_and_says_why() -> None:
    match = same_statement(EN, ZH)
    assert match is not None
    assert match.rung == "same statement"
    assert match.score > 0.9
    reasons = " | ".join(match.reasons)
    assert "same speaker hu mingwei" in reasons
    assert "same day 2021-05-03" in reasons
    assert "3 of 3 figures" in reasons
    assert "same place" in reasons


def test_an_undated_retelling_matches_by_its_content() -> None:
    match = same_statement(EN, UNDATED)
    assert match is not None
    assert any("figures" in reason for reason in match.reasons)


@pytest.mark.parametrize(("one", "other"), [(EN, ZH), (EN, UNDATED), (ZH, UNDATED)])
def test_matching_is_symmetric_and_a_match_shares_a_key(one: Sketch, other: Sketch) -> None:
    assert (same_statement(one, other) is None) == (same_statement(other, one) is None)
    assert same_statement(one, other)
    assert set(asked(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"date": "2021-05-09"}, "the plan restated later"),
        ({"date": "2022-05-03"}, "another year"),
        ({"speakers": ("li qiang",)}, "another main speaker at the event"),
    ],
)
def test_what_differs_clearly_vetoes(change: dict[str, object], why: str) -> None:
    assert same_statement(EN, replace(EN, **change)) is None, why  # type: ignore[arg-type]


def test_the_next_day_is_near_enough() -> None:
    assert same_statement(EN, replace(ZH, date="2021-05-04"))
    assert same_statement(EN, replace(ZH, date="--05-02"))
    later = replace(ZH, date="2021-01-01")
    assert same_statement(replace(EN, date="--12-31"), later)
    assert set(asked(replace(EN, date="--12-31"))) & set(keys(later))


def test_speaker_and_body_alone_never_match() -> None:
    bare = Sketch("en", ("hu mingwei",), ("spb",))
    assert same_statement(bare, bare) is None


def test_measures_alone_never_match() -> None:
    heads = ("mend lighthouses", "train riders", "open night counters", "print stamps")
    bare = Sketch("en", ("hu mingwei",), ("spb",), measures=heads)
    assert same_statement(bare, bare) is None
    assert same_statement(replace(bare, speakers=()), replace(bare, speakers=())) is None


def test_a_regulators_other_news_of_the_day_stays_apart() -> None:
    one = Sketch("en", (), ("spb",), "2021-05-03", numbers=("120",), words=tuple("abcdefghijklmn"))
    other = replace(one, numbers=("7500",), words=tuple("opqrstuvwxyz0123"))
    assert same_statement(one, other) is None


def test_the_same_programme_of_another_year_stays_apart() -> None:
    one = replace(EN, date=None)
    other = replace(UNDATED, event="2022 postal summit", words=(), numbers=("28000",))
    assert same_statement(one, other) is None


def test_two_events_of_one_day_stay_apart() -> None:
    other = replace(EN, event="tea growers dinner", place="lhasa", numbers=(), words=())
    assert same_statement(EN, other) is None


def test_a_foreign_given_name_is_bridged_by_body_day_and_place() -> None:
    match = same_statement(EN, replace(ZH, speakers=("teddy wu",)))
    assert match is not None
    assert "perhaps one speaker: hu mingwei, teddy wu" in match.reasons


def test_a_body_that_speaks_is_no_person() -> None:
    spoken = reading(None, "State Post Bureau", Occasion())
    second = Speaker("Hu Mingwei", None, "State Post Bureau")
    made = sketch(article("en", ENGLISH), replace(spoken, speakers=(*spoken.speakers, second)))
    assert made.speakers == ()
    assert made.orgs == ("spb",)


@pytest.mark.parametrize("date", ["--02-30", "2021-13-01", "soon"])
def test_a_day_that_no_calendar_has_is_unknown(date: str) -> None:
    made = sketched("en", ENGLISH, "Hu Mingwei", "SPB", Occasion(date=date, precision="day"))
    assert made.date is None


def test_keys_are_selective() -> None:
    """Neither a name nor a body alone is a key: a minister has thousands of statements."""
    assert "s:hu mingwei" not in keys(EN)
    other = sketched("en", "The orchard opens its gates to guests of the tea house.", "Hu Mingwei",
                     "State Post Bureau", Occasion(date="2020-11-20", precision="day"))  # fmt: skip
    assert not set(keys(EN)) & set(keys(other))


def test_an_empty_sketch_matches_nothing() -> None:
    assert same_statement(Sketch("en"), Sketch("en")) is None
    assert keys(Sketch("en")) == ()


def test_two_talks_of_one_speaker_on_one_day_stay_apart() -> None:
    words = [f"{first}{second}" for first in "abcdefgh" for second in "ijklmnopqr"]
    one = Sketch("en", ("hu mingwei",), ("spb",), "2021-05-03", words=tuple(words[:40]))
    other = replace(one, words=tuple(words[40:]))
    assert same_statement(one, other) is None
    assert same_statement(one, replace(one, words=tuple(words[10:50])))


def test_other_figures_in_another_language_speak_against_the_same_talk() -> None:
    one = Sketch("en", ("hu mingwei",), (), "2021-05-03", numbers=("28000", "1400"))
    other = Sketch("zh", ("hu mingwei",), (), "2021-05-03", numbers=("350", "62"))
    assert same_statement(one, other) is None
    assert same_statement(one, replace(other, numbers=("62",)))


def test_a_foreign_name_in_chinese_syllables_neither_joins_nor_parts() -> None:
    one = Sketch("zh", ("shidifudikesen",), (), "2021-05-03", numbers=("1400", "28000", "346"))
    other = replace(one, lang="en", speakers=("dixon steve",))
    match = same_statement(one, other)
    assert match is not None
    assert not any("speaker" in reason for reason in match.reasons)
    assert same_statement(replace(one, numbers=()), replace(other, numbers=())) is None
    assert same_statement(one, replace(other, speakers=("li qiang",))) is None


def test_a_translation_is_told_by_the_names_that_it_keeps() -> None:
    names = ("luyuan", "meishan", "ouyanglan", "pingyang", "wenhai")
    english = Sketch("en", numbers=("14", "62"), names=names)
    chinese = Sketch("zh", numbers=("62",), sounds="LuYuanZaiMeiShan OuYangLan PingYangWenHai")
    chinese = replace(chinese, names=("luyuan", "ouyanglan"))
    match = same_statement(english, chinese)
    assert match is not None
    assert "5 of 5 names" in match.reasons
    other = replace(chinese, sounds="LuYuanZaiMeiShan LinHaiTao")
    assert same_statement(english, other) is None


def test_what_every_report_names_tells_little() -> None:
    names = ("xinhua", "beijing", "shanghai", "guangdong", "sichuan")
    sounds = "XinHua BeiJing ShangHai GuangDong SiChuan"
    english = Sketch("en", names=names, numbers=("1400",))
    assert same_statement(english, Sketch("zh", sounds=sounds, numbers=("1400",))) is None


def test_the_speaker_is_not_counted_twice() -> None:
    english = Sketch("en", ("hu mingwei",), ("spb",), names=("humingwei",), mentions=("b:spb",))
    chinese = Sketch("zh", ("hu mingwei",), ("spb",), sounds="HuMingWei", mentions=("b:spb",))
    assert same_statement(english, chinese) is None


def test_versions_of_one_text_bridge_a_foreign_name_heard_otherwise() -> None:
    words = tuple(f"{first}{second}" for first in "abcdefgh" for second in "ijklmnopqr")
    one = Sketch("en", ("hichem mechichi",), (), "2021-05-03", words=words)
    other = replace(one, speakers=("hisham meshishi",))
    match = same_statement(one, other)
    assert match is not None
    assert any("spelt otherwise" in reason for reason in match.reasons)
    assert same_statement(one, replace(other, speakers=("ana ferro",))) is None
    chinese = replace(one, speakers=("wang jianwei",))
    assert same_statement(chinese, replace(one, speakers=("wang jianjun",))) is None


WORDS = tuple(f"{first}{second}" for first in "abcdefgh" for second in "ijklmnopqr")
SPEECH = Sketch("en", ("hu mingwei",), ("spb",), "2021-05-03", None, "harbin",
                ("120", "340", "77"), words=WORDS[:60])  # fmt: skip
ELSEWHERE = replace(SPEECH, date="2021-05-04", place="lhasa", words=WORDS[20:])


@pytest.mark.parametrize("numbers", [(), ("560", "81", "955")])
def test_the_next_days_speech_in_another_city_stays_apart(numbers: tuple[str, ...]) -> None:
    assert same_statement(SPEECH, replace(ELSEWHERE, numbers=numbers)) is None
    assert same_statement(SPEECH, replace(ELSEWHERE, numbers=SPEECH.numbers))


def test_the_next_day_without_any_content_in_common_stays_apart() -> None:
    chinese = replace(SPEECH, lang="zh", date="2021-05-04", numbers=(), words=())
    assert same_statement(SPEECH, chinese) is None
    assert same_statement(SPEECH, replace(chinese, date=SPEECH.date))


def test_a_foreign_name_is_heard_in_chinese_syllables() -> None:
    english = replace(SPEECH, speakers=("marit solheim",), numbers=("120", "340"))
    chinese = replace(english, lang="zh", speakers=("malitesuoerhaimu",), words=())
    match = same_statement(english, chinese)
    assert match is not None
    assert "malitesuoerhaimu sounds like marit solheim" in match.reasons


def test_another_occasion_has_another_day_and_another_event_or_place() -> None:
    later = replace(SPEECH, date="2021-05-15")
    assert other_occasion(SPEECH, replace(later, place="lhasa"))
    assert not other_occasion(SPEECH, later)
    assert not other_occasion(SPEECH, replace(SPEECH, place="lhasa"))
    assert not other_occasion(SPEECH, replace(later, date=None, place="lhasa"))
