"""What is entered in the full text index, in the order in which look-ups give it out.

Both databases walk their index by `position`, so that the latest hits of a word that stands in
every text are found without looking at the others.
"""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from storage.columns import put
from storage.search_text import tokens
from storage.tag_models import SearchRow

# An article's number takes the low bits, the minute of its publication the high ones: those of
# the year 9999 just fit into a signed integer of 64 bits.
_NUMBER_BITS = 31
UNDATED = -(2**32)


def position(published_at: datetime | None, article_id: int = 0) -> int:
    """Where an article stands in the index: by the minute, then by number; undated ones first."""
    minute = UNDATED if published_at is None else int(published_at.timestamp() // 60)
    return (minute << _NUMBER_BITS) | article_id


def enter(
    session: Session,
    article_id: int,
    title: str,
    text: str,
    published_at: datetime | None,
    *,
    is_new: bool,
) -> None:
    """Put an article's words in the place of those that it had, if it is not new."""
    if not is_new:
        session.execute(delete(SearchRow).filter_by(article_id=article_id))
    row = {
        "article_id": article_id,
        "position": position(published_at, article_id),
        "tokens": tokens(title, text),
    }
    put(session, SearchRow, row)
