"""Chinese names of an English text are heard in the Chinese text that it translates."""

from hypothesis import given
from hypothesis import strategies as st

from flows.text.sounds import heard, names_in, persons_in, sounds_of

ENGLISH = """Hu Mingwei of the Yan'an ferry office met Ouyang Lan in Meishan County on May 3. Lamps
for Pingyang's quay cost more than the ferries of Lu Yuan, said Hu."""
CHINESE = """延安渡轮处处长胡明伟5月3日在眉山县会见欧阳兰。卢远表示,平阳码头的灯比渡轮贵。"""


def test_names_in_pinyin_are_persons_whole_and_places_word_by_word() -> None:
    assert names_in(ENGLISH) == ("humingwei", "yanan", "ouyanglan", "meishan", "pingyang", "luyuan")


def test_words_that_are_also_written_small_are_no_names() -> None:
    assert names_in("Wenhai sells lanterns. Hunan wenhai lanterns.") == ("hunan",)
    assert names_in("Women of China change.") == ()


def test_a_chinese_text_holds_the_names_of_its_translation() -> None:
    assert heard(names_in(ENGLISH), sounds_of(CHINESE)) == names_in(ENGLISH)


def test_a_name_is_heard_in_whole_syllables_alone() -> None:
    sounds = sounds_of("唐安宜在长岛")
    assert heard(["anyi", "tangan"], sounds) == ("anyi", "tangan")
    assert heard(["ngan", "anyiz", "tanga"], sounds) == ()


def test_a_name_does_not_run_across_a_comma() -> None:
    assert heard(["pingyang"], sounds_of("水平,阳光")) == ()


def test_persons_are_introduced_by_a_post_or_speak() -> None:
    assert persons_in(CHINESE) == ("humingwei", "luyuan")


@given(st.text(max_size=300))
def test_any_text_has_bounded_names(text: str) -> None:
    assert len(names_in(text)) <= 40
    assert len(persons_in(text)) <= 40


@given(st.text("海洋湖泊山川,", min_size=1, max_size=60))
def test_every_run_of_characters_is_heard_in_its_text(text: str) -> None:
    sounds = sounds_of(text)
    assert all(heard([run.lower()], sounds) for run in sounds.split())
