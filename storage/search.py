"""Look-ups in the database's own full text: FTS5 on SQLite, a GIN index on PostgreSQL.

A text is found if every term of the query stands in it. What reaches either database's query
language are tokens of letters and digits alone, whatever was typed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    bindparam,
    column,
    exists,
    func,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.orm import Session, aliased

from storage.decision_models import CorrectionRow
from storage.models import ArticleRow, ReportRow, StatementRow
from storage.search_index import position
from storage.search_text import MAX_QUERY, Term, first_hit, terms
from storage.statement_views import statement_lines
from storage.tag_models import SearchRow, SpeakerRow

# Most hits stand here, and folding a whole text is most of a look-up's work.
HEAD = 600
# Characters of a snippet before the hit, and from it on.
BEFORE, AFTER = 30, 90


@dataclass(frozen=True, slots=True)
class Filters:
    """What else must hold of the article and of its statement.

    It was published from `since` on and before `until`; it is in `lang` (ISO 639-1); one of
    the statement's speakers has one of the names in `speakers`.
    """

    since: datetime | None = None
    until: datetime | None = None
    lang: str | None = None
    speakers: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A statement with the article in which the words stand.

    `speaker` and `date` are the statement's; the rest is of the article. `snippet` is one line
    around the first hit.
    """

    statement_id: int
    title: str
    speaker: str | None
    date: str | None
    source: str
    lang: str
    url: str
    published_at: datetime | None
    snippet: str


def search(
    session: Session,
    query: str,
    *,
    limit: int = 20,
    filters: Filters = Filters(),
) -> list[SearchHit]:
    """The statements of which an article holds all words of the query, the latest first.

    Of a statement the latest article that has the words is shown.
    Raises QueryError.
    """
    sought = terms(query)
    matching = _matching(session, sought).where(*_conditions(filters)).limit(2 * limit)
    shown: dict[int, int] = {}
    rows = session.execute(matching).all()
    while rows:
        for statement_id, article_id, _ in rows:
            shown.setdefault(statement_id, article_id)
        if len(shown) >= limit:
            break
        rows = session.execute(matching.where(SearchRow.position < rows[-1].position)).all()
    return _hits(session, sought, dict(islice(shown.items(), limit)))


def _matching(session: Session, sought: Sequence[Term]) -> Select[int, int, int]:
    """Statement, article, position of each article with all terms, the latest first."""
    rows = (
        select(ReportRow.statement_id, SearchRow.article_id, SearchRow.position)
        .join(ReportRow, ReportRow.article_id == SearchRow.article_id)
        .join(ArticleRow, ArticleRow.id == SearchRow.article_id)
    )
    if session.get_bind().dialect.name == "sqlite":
        index = table("search_index", column("rowid", BigInteger))
        return (
            rows.join(index, index.c.rowid == SearchRow.position)
            .where(text("search_index MATCH :phrases").bindparams(phrases=_phrases(sought)))
            .order_by(index.c.rowid.desc())
        )
    words = " & ".join(f"'{word}'" for term in sought for word in term.words)
    matches = text("search_index_words @@ CAST(:words AS tsquery)").bindparams(words=words)
    # The index knows which tokens stand in a text, and the text in which order.
    haystack = literal(" ") + SearchRow.tokens + literal(" ")
    ordered = [func.strpos(haystack, t.needle) > 0 for t in sought if len(t.tokens) > 1]
    return rows.where(matches, *ordered).order_by(SearchRow.position.desc())


def _phrases(sought: Sequence[Term]) -> str:
    """The terms in FTS5's language."""
    parts = []
    for term in sought:
        if len(term.tokens) == 1:
            parts.append(f'"{term.words[0]}"')
        else:
            parts.append(f'"{" ".join(term.tokens)}"{"*" if term.is_open else ""}')
    return " AND ".join(parts)


_ARTICLES = select(
    ArticleRow.id, ArticleRow.source, ArticleRow.lang, ArticleRow.url,
    ArticleRow.title, ArticleRow.text, ArticleRow.published_at,
).where(ArticleRow.id.in_(bindparam("ids", expanding=True)))  # fmt: skip


def _hits(session: Session, sought: Sequence[Term], shown: dict[int, int]) -> list[SearchHit]:
    """One hit a statement; `shown` maps it to its article."""
    if not shown:
        return []
    rows = session.execute(_ARTICLES, {"ids": list(shown.values())})
    articles = {row.id: row for row in rows}
    hits = []
    for line in statement_lines(session, list(shown)):
        article = articles[shown[line.id]]
        hits.append(
            SearchHit(
                statement_id=line.id,
                title=article.title,
                speaker=line.speaker,
                date=line.date,
                source=article.source,
                lang=article.lang,
                url=article.url,
                published_at=article.published_at,
                snippet=snippet(article.text, sought),
            )
        )
    return hits


def snippet(content: str, sought: Sequence[Term]) -> str:
    """One line of a text around the first hit; its beginning where only the title has it."""
    at = first_hit(sought, content[:HEAD])
    if at is None or at > HEAD - MAX_QUERY:
        # It stands behind the head, or the cut made it.
        at = first_hit(sought, content) or 0
    start, end = max(0, at - BEFORE), at + AFTER
    line = " ".join(content[start:end].split())
    return f"{'…' if start else ''}{line}{'…' if end < len(content) else ''}"


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.since is not None:
        conditions.append(SearchRow.position >= position(filters.since))
    if filters.until is not None:
        dated = position(datetime.min.replace(tzinfo=UTC))
        conditions.append(SearchRow.position.between(dated, position(filters.until) - 1))
    if filters.lang is not None:
        conditions.append(ArticleRow.lang == filters.lang)
    if filters.speakers is not None:
        conditions.append(_speaks(filters.speakers))
    return conditions


def _speaks(names: Collection[str]) -> ColumnElement[bool]:
    """Whether one of them speaks: by hand, or as read where nobody corrected the main speaker."""
    decided, joined = aliased(CorrectionRow), aliased(StatementRow)
    correction = (
        exists()
        .where(decided.statement_id == joined.id, decided.field == "speaker")
        .where(func.coalesce(joined.redirect_to, joined.id) == ReportRow.statement_id)
    )
    reporting = aliased(ReportRow)
    read = exists().where(
        reporting.statement_id == ReportRow.statement_id,
        SpeakerRow.article_id == reporting.article_id,
        SpeakerRow.name.in_(names),
        ~(SpeakerRow.main & correction),
    )
    return read | correction.where(decided.value.in_(names))
