"""What is read in one text: its main speaker, its occasion."""

from datetime import datetime

from flows.text.chinese.reader import read
from storage.records import Occasion, Speaker


def main_speaker(text: str, title: str = "") -> Speaker:
    """The main speaker; fails with the reader's reason where there is none."""
    speaker = read(title, text, None).main_speaker
    assert speaker is not None, read(title, text, None).why
    return speaker


def occasion(text: str, published: datetime | None = None, title: str = "") -> Occasion:
    """The occasion, also of a text without a statement."""
    return read(title, text, published).occasion
