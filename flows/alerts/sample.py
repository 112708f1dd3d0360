"""An invented alert, by which a user sees that a channel works."""

from __future__ import annotations

from datetime import datetime

from storage.records import Measure, Occasion, Quote, Reading, Speaker
from storage.views import ArticleView, StatementView

_READING = Reading(
    is_statement=True,
    why="a sample",
    speakers=(Speaker("Ana Ferro", "Minister", "Ministry of Harbours", main=True),),
    occasion=Occasion(event="Harbour Forum", place="Maro"),
    measures=(Measure(1, "Dredge the old channel", "", (0, 0)),),
    quotes=(Quote("This is a test of your watch; nobody said anything.", "Ana Ferro", (0, 0)),),
)


def sample(watch: str, now: datetime) -> StatementView:
    """A statement of nobody, numbered 0, as if it was met now and that watch asked for it."""
    article = ArticleView(
        id=0,
        source="a test of On Record",
        url="https://onrecord.example/test",
        lang="en",
        title="A test alert: no statement was made",
        published_at=now,
        rung=None,
        score=None,
        reasons=(),
    )
    return StatementView(
        id=0,
        title=article.title,
        newness="new_date_unknown",
        newness_why="a test asked for it",
        first_seen_at=now,
        reading=_READING,
        articles=(article,),
        watches=(watch,),
    )
