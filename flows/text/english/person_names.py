"""What can be a person's name in English text: capitalised words that no body or month holds."""

from __future__ import annotations

import functools

from flows.text.english.words import (
    BODY_NOUNS,
    EVENT_NOUNS,
    MONTHS,
    POSTS,
    WEEKDAYS,
    words,
)
from flows.text.pinyin import surname_readings, umlauts_plain
from flows.text.surnames import syllables

# A capitalised word of these is part of a sentence or of a body, never of a name.
NO_NAME = frozenset(
    words(
        """
        the a an on in at of and for to by from with that this these those he she it they we his
        her its my our their if but as when while after before since although however meanwhile
        according first second third fourth fifth finally also among recently today yesterday
        earlier later last next national general central chinese china beijing shanghai singapore
        kingdom states north south east west new international global world digital economic
        industrial financial monetary people people's provincial municipal state federal republic
        technology technologies information development policy photo source read mr mrs ms dr us
        uk eu act law bill plan ladies dear good what why how there here specifically affairs
        services industry industries resources management research reform security securities
        statistics education health trade commerce science finance water energy environment
        market markets regulation planning data network province city county region district
        foreign public social human rights protection supervision innovation investment
        infrastructure communications transport agriculture culture tourism customs taxation
        daily news times post journal agency press street house island river speaking announcing
        citing asked under during not only both all some many more most no yes now then so
        shri smt datuk dato tun sheriff
        despite because even still yet just like unlike dear former sen rep gov gen sens reps
        team project system network program programme initiative party zone park lake mountain
        bridge airport station port hospital hotel museum tower road reporter reporters
        foundation annual memorial anniversary inaugural keynote
        european american asian african british french german japanese korean indian russian
        """
    )
    + BODY_NOUNS
    + EVENT_NOUNS
    + MONTHS
    + WEEKDAYS
    + words(" ".join(POSTS))
)
# Places that read as a surname with a given name in pinyin.
_PLACES = frozenset({"hong kong", "he nan", "shan xi", "hai nan"})
# Given names that are English words as well: Liu He.
_GIVEN = frozenset({"He", "An", "Long", "Men", "Can", "Ran"})
# Surnames that are English words: He Lifeng.
_PRONOUNS = frozenset({"He", "An", "She", "You"})
# Surnames before two given names each in a word of its own: Nguyen Linh Ngoc.
_VIETNAMESE = frozenset(
    words(
        "Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ngo Duong Truong Trinh Dinh Chu"
        " Doan Mai Luong Dao Cao Lam Luu Ta Vuong"
    )
)
# Small words within a name: Joris van der Meer.
PARTICLES = frozenset(
    words("van von der den de da do dos du del della la le los el al bin bint ibn ter ten af av y")
)
_COMPOUND = frozenset(words("ouyang sima zhuge shangguan situ dongfang huangfu murong xiahou"))


def is_name(parts: list[str]) -> bool:
    """Whether capitalised `parts` can be a person's full name."""
    full = [word for word in parts if word not in PARTICLES]
    return (
        2 <= len(full) <= 4
        and parts[0] == full[0]
        and parts[-1] == full[-1]
        and all(_is_name_word(word) for word in full)
        and " ".join(parts[:2]).lower() not in _PLACES
    )


@functools.lru_cache(maxsize=4096)
def _is_name_word(word: str) -> bool:
    return (
        (word[:1].isupper() or word[:3] in ("al-", "el-"))
        and not all(part in NO_NAME for part in word.lower().split("-"))
        # An acronym is no name; a surname in capitals is known by its pinyin alone.
        and not (len(word) > 1 and word.isupper() and "." not in word)
        and not any(letter.isdigit() for letter in word)
    )


def is_pinyin_name(parts: list[str]) -> bool:
    """Whether `parts` read as surname and given name in pinyin, this in one word or in two."""
    if len(parts) == 3:
        return _is_written_apart(parts)
    if len(parts) != 2:
        return False
    parts = [parts[0].capitalize(), parts[1]]
    if parts[0] in _PRONOUNS:
        return _is_name_word(parts[1]) and syllables(parts[1].lower()) == 2
    if not (is_name(parts) or parts[1] in _GIVEN):
        return False
    if parts[0].lower() in NO_NAME:
        return False
    surname, given = (word.lower().replace("'", "").replace("-", "") for word in parts)
    return (syllables(surname) == 1 or surname in _COMPOUND) and 1 <= syllables(given) <= 3


def opens_long_name(parts: list[str]) -> bool:
    """Whether `parts` are a name of three words that none of shorter ones within it is."""
    return len(parts) == 3 and (
        is_pinyin_name(parts) or (parts[0] in _VIETNAMESE and is_name(parts))
    )


def _is_written_apart(parts: list[str]) -> bool:
    """Whether a surname is followed by two syllables, as in "Qian Zhi Guang"."""
    surname, *given = (umlauts_plain(part.lower()) for part in parts)
    return (
        surname in surname_readings()
        and surname not in NO_NAME
        and all(syllables(word) == 1 for word in given)
        and all(part.istitle() for part in parts)
        and all(part in _GIVEN or part.lower() not in NO_NAME for part in parts[1:])
    )


@functools.lru_cache(maxsize=4096)
def last_name_in(run: str) -> str | None:
    """The name with which a run of capitalised words ends ("On Hu Ming" gives "Hu Ming")."""
    parts = run.split()
    # Eddie Hu Wai-ming bears both a given name of his own choice and one of two syllables.
    if len(parts) > 2 and "-" in parts[-1] and is_name(parts[-3:]):
        return " ".join(parts[-3:])
    if opens_long_name(parts[-3:]):
        return " ".join(parts[-3:])
    if is_pinyin_name(parts[-2:]):
        return " ".join(parts[-2:])
    tails = (parts[cut:] for cut in range(len(parts) - 1))
    return next((" ".join(tail) for tail in tails if is_name(tail)), None)


def first_name_in(run: str) -> str | None:
    """The name with which a run of capitalised words begins ("Hu Ming House", "Hu Ming")."""
    parts = run.split()
    if opens_long_name(parts[:3]):
        return " ".join(parts[:3])
    if is_pinyin_name(parts[:2]):
        return " ".join(parts[:2])
    heads = (parts[:size] for size in range(len(parts), 1, -1))
    return next((" ".join(head) for head in heads if is_name(head)), None)
