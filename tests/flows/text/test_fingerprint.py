"""Same words, same text: whatever the script, the order of paragraphs, the furniture."""

import random

import opencc
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.fingerprint import BANDS, PERMUTATIONS, fingerprint, jaccard, same_text

_TOPICS = ["港口", "水库", "邮路", "粮仓", "灯塔", "渡船", "车站", "苗圃", "堤坝", "茶园"]
HAN = [
    f"第{i}区的{t}今年要加快{t}建设,居民对{t}的意见由{t}办公室逐条回复。"
    for i, t in enumerate(_TOPICS)
]
WORDS = ["harbour", "ferry", "lamp", "grain", "dam", "orchard", "tea", "rail", "post", "lake"]
LATIN = [
    f"The {a} office wrote that every {b} near the {a} will be mended before the {b} opens."
    for a, b in zip(WORDS, reversed(WORDS), strict=True)
]
MENU = "Home | News | About us | Contact | Terms of use"


def test_script_spacing_and_punctuation_do_not_count() -> None:
    text = "\n".join(HAN)
    traditional = opencc.OpenCC("s2t").convert(text).replace(",", "， ")
    match = same_text(fingerprint(text), fingerprint(traditional))
    assert match is not None
    assert match.score == 1
    assert match.rung == "same text"


@settings(max_examples=25)
@given(st.sampled_from([HAN, LATIN]), st.integers(0, 1000))
def test_the_order_of_paragraphs_does_not_count(paragraphs: list[str], seed: int) -> None:
    shuffled = random.Random(seed).sample(paragraphs, len(paragraphs))
    one, other = fingerprint("\n".join(paragraphs)), fingerprint("\n".join(shuffled))
    assert same_text(one, other)


@settings(max_examples=25)
@given(st.sampled_from([HAN, LATIN]), st.integers(0, 9))
def test_furniture_does_not_count_wherever_it_stands(paragraphs: list[str], at: int) -> None:
    framed = [*paragraphs[:at], MENU, *paragraphs[at:]]
    one, other = fingerprint("\n".join(paragraphs)), fingerprint("\n".join(framed))
    assert same_text(one, other)
    assert set(one.bands) & set(other.bands)


def test_other_texts_stay_apart() -> None:
    one, other = fingerprint("\n".join(HAN[:5])), fingerprint("\n".join(HAN[5:]))
    assert same_text(one, other) is None
    assert same_text(fingerprint("\n".join(HAN)), fingerprint("\n".join(LATIN))) is None


def test_short_texts_are_the_same_by_digest_alone() -> None:
    one, other = fingerprint("The ferry opens soon."), fingerprint("the ferry opens: soon")
    assert one.signature == ()
    assert same_text(one, other)
    assert same_text(one, fingerprint("The ferry closes soon.")) is None


def test_texts_without_words_are_not_the_same() -> None:
    assert same_text(fingerprint(""), fingerprint("...")) is None


def test_word_borders_count() -> None:
    assert fingerprint("ab c").digest != fingerprint("a bc").digest


def test_the_scheme_is_pinned() -> None:
    """Stored bands are compared for years: a new value here asks for a new SCHEME."""
    made = fingerprint("\n".join(LATIN))
    assert (len(made.signature), len(made.bands)) == (PERMUTATIONS, BANDS)
    assert made.bands[0] == "1.00.f1c81806fb37"
    assert made.bands[-1] == "1.41.ff092ed10d4b"


def test_the_estimate_is_a_share() -> None:
    assert jaccard((1, 2, 3, 4), (1, 2, 3, 5)) == 0.75
