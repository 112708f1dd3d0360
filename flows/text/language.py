"""The language of a text: its script where that decides, else a trained model."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import cast

MIN_WORDS = 6
# More tells a language model nothing new and costs time.
SAMPLE = 1000
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def han_share(text: str) -> float:
    """Share of Han characters among the letters of `text`, 0 where it has none."""
    letters = len(_LETTER.findall(text))
    return han_count(text) / letters if letters else 0.0


def han_count(text: str) -> int:
    """Han characters in `text`."""
    return len(_HAN.findall(text))


def is_chinese(line: str) -> bool:
    """Whether a headline is Chinese: it holds Han characters and no kana."""
    return bool(_HAN.search(line)) and not _KANA.search(line)


def language_of(text: str, declared: str | None = None, fallback: str | None = None) -> str:
    """ISO 639 code of the text's language, or "und".

    Script decides for Chinese, Japanese and Korean; a text of fewer than `MIN_WORDS` words
    takes what the page declares, then the source's language.
    """
    sample = text[:SAMPLE]
    letters = max(1, len(_LETTER.findall(sample)))
    if len(_HANGUL.findall(sample)) > 0.3 * letters:
        return "ko"
    if len(_KANA.findall(sample)) > 0.1 * letters:
        return "ja"
    # A Chinese report on foreign companies holds many Latin names, each of many letters.
    if han_count(sample) > 0.2 * letters:
        return "zh"
    if len(sample.split()) < MIN_WORDS:
        return _primary(declared) or _primary(fallback) or "und"
    return _classifier()(sample)[0]


def _primary(tag: str | None) -> str | None:
    found = _TAG.match((tag or "").strip().lower())
    return found.group() if found else None


@functools.cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    """The model, loaded at first use: it takes most of a second, and Chinese never needs it."""
    import py3langid  # noqa: PLC0415

    return cast("Callable[[str], tuple[str, float]]", py3langid.classify)
