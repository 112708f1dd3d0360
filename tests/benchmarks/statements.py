"""Invented statements by number: the same number gives the same statement, told or retold."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from flows.prepare import Prepared
from flows.text.fingerprint import fingerprint
from flows.text.match import keys, sketch
from storage.records import Article, Measure, Occasion, Reading, Speaker
from tests.flows.prepared import NOW, page

FIRST_DAY = date(2030, 5, 1)
WORDS, SENTENCES = 14, 22
SPEAKERS, BODIES = 1_500, 60


class Statements:
    """A language with Zipf's frequencies, the officials who speak it and what they say."""

    def __init__(self, seed: int = 11) -> None:
        draw = random.Random(seed)
        letters = "etaoinshrdlucmfwypvbgkqjxz"
        self.words = ["".join(draw.choices(letters, k=draw.randint(4, 10))) for _ in range(12_000)]
        self.weights = list(accumulate(1 / (n + 20) for n in range(len(self.words))))
        self.speakers = [
            f"{draw.choice(self.words).title()} {draw.choice(self.words).title()}"
            for _ in range(SPEAKERS)
        ]
        self.bodies = [f"Ministry of {draw.choice(self.words).title()}" for _ in range(BODIES)]

    def prepared(self, number: int, key: str, retold: int = 0) -> Prepared:
        """One article of a statement; a retelling keeps two words of three."""
        draw = random.Random(number)
        speaker = Speaker(
            draw.choice(self.speakers), "Minister", draw.choice(self.bodies), main=True, span=(0, 1)
        )
        day = FIRST_DAY + timedelta(days=draw.randrange(365))
        occasion = Occasion(" ".join(self._some(draw, 2)), (), day.isoformat(), "day", None, (0, 1))
        sentences = [self._sentence(draw) for _ in range(SENTENCES)]
        if retold:
            sentences = self._retell(random.Random(retold), sentences)
        text = ". ".join(sentences)
        measures = tuple(Measure(n, s, s, (0, 1)) for n, s in enumerate(sentences[:3], 1))
        reading = Reading(True, "he is reported to speak", (speaker,), occasion, measures)
        stored = page("press", key, NOW, f"{key} {text}")
        article = Article("press", key, stored.url, "en", " ".join(self._some(draw, 8)), text)
        article = replace(article, published_at=NOW, published_rule="time")
        compared = sketch(article, reading)
        return Prepared(stored, article, fingerprint(text), reading, compared, keys(compared))

    def _some(self, draw: random.Random, count: int) -> list[str]:
        return draw.choices(self.words, cum_weights=self.weights, k=count)

    def _sentence(self, draw: random.Random) -> str:
        figure = f" {draw.randint(11, 99_999):,}" if draw.random() < 0.3 else ""
        return " ".join(self._some(draw, WORDS)) + figure

    def _retell(self, draw: random.Random, sentences: list[str]) -> list[str]:
        return [
            " ".join(
                word if draw.random() < 2 / 3 or word[0].isdigit() else self._some(draw, 1)[0]
                for word in sentence.split()
            )
            for sentence in sentences
        ]
