"""A foreign name in Chinese syllables is heard in its own letters, and in no other's."""

import pytest

from flows.text.names import name_key
from flows.text.transcription import sounds_alike

NAMES = [
    ("玛丽特·索尔海姆", "Marit Solheim"),
    ("约里斯·范德梅尔", "Joris van der Meer"),
    ("吉娜·雷蒙多", "Gina Raimondo"),
    ("谢尔盖·拉夫罗夫", "Sergei Lavrov"),
    ("斯蒂芬·罗奇", "Stephen Roach"),
    ("贾斯廷·特鲁多", "Justin Trudeau"),
]


@pytest.mark.parametrize(("chinese", "latin"), NAMES)
def test_a_name_is_heard_and_others_are_not(chinese: str, latin: str) -> None:
    heard = name_key(chinese)
    alike = [name for _, name in NAMES if sounds_alike(heard, name_key(name))]
    assert alike == [latin]


def test_two_or_three_consonants_tell_nothing() -> None:
    assert not sounds_alike(name_key("蒂姆·库克"), name_key("Tim Cook"))
    assert not sounds_alike("", "")
