"""An official text that is edited without a word: told to the watches that ask for changes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from flows.alerts.channels import stored
from flows.alerts.message import LONGEST, MOST_CHANGES
from flows.difference_view import as_lines
from flows.prepare import Prepared
from flows.printable import printable
from flows.telling import Terms, is_silent
from flows.text.difference import Told, difference
from flows.text.statements import READER_VERSION, read
from flows.watches import matches
from storage import outbox, repository
from storage.about import About
from storage.reports import Report, report_of
from storage.repository import StoredArticle


@dataclass(frozen=True, slots=True)
class Edit:
    """What an article said until now, and what it says otherwise in lines."""

    before: Report
    changes: tuple[str, ...]


def edit_of(
    session: Session, held: StoredArticle | None, item: Prepared, terms: Terms
) -> Edit | None:
    """What an official text that is on record says otherwise now; None if nobody is to know.

    To be asked before the new version is stored. Other words for the same measures, figures
    and speaker are nothing to tell; nor is what only a newer reader reads.
    """
    is_official = item.article.source in terms.official
    if held is None or held.statement_id is None or not is_official:
        return None
    if not any(watch.changes for watch in terms.watches) or is_silent(session, item.article, terms):
        return None
    before = report_of(session, held.id)
    if held.text_digest == item.fingerprint.digest and before.article.title == item.article.title:
        return None
    is_current = held.reader_version == READER_VERSION
    tags = before.reading if is_current else read(before.article)
    old, new = before.article, item.article
    found = difference(
        Told(old.lang, old.title, old.text, tags),
        Told(new.lang, new.title, new.text, item.reading),
    )
    lines = [" ".join(printable(line[: 4 * LONGEST]).split())[:LONGEST] for line in as_lines(found)]
    return Edit(before, tuple(lines[:MOST_CHANGES])) if lines else None


def tell_of_edit(session: Session, edit: Edit, item: Prepared, page_id: int, terms: Terms) -> int:
    """Tell the watches that ask for changes and answer the statement; the alerts raised."""
    held = repository.article_of(session, item.article.source, item.article.key)
    if held is None or held.page_id != page_id:
        # An older version that was stored late is no edit.
        return 0
    before = edit.before
    told = outbox.told_of(session, before.statement_id, terms.now)
    about = About("change", page_id, edit.changes)
    return sum(
        outbox.raise_alert(
            session, before.statement_id, watch.name, stored(watch.tell), terms.now, about
        )
        for watch in terms.watches
        if watch.changes
        and (
            watch.name in told
            or matches(watch, before.article, before.reading)
            or matches(watch, item.article, item.reading)
        )
    )
