"""Who is who among the speakers on record: one person across scripts and spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.text.bodies import body_key
from flows.text.names import PART, name_key, same_person
from storage.speaker_queries import Mention


@dataclass(frozen=True, slots=True)
class Post:
    """A post at a body as written, the ISO days of its first and last statement, their number."""

    post: str | None
    org: str | None
    first: str | None
    last: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker on record: `names` as written, the most frequent first; the latest post first.

    A body that speaks without a person has `is_body` and its own names.
    """

    names: tuple[str, ...]
    is_body: bool
    posts: tuple[Post, ...]
    statements: tuple[int, ...]
    last: str | None


def speakers(mentions: Iterable[Mention]) -> list[SpeakerView]:
    """The speakers, those with the most statements first."""
    groups: dict[tuple[bool, str], list[Mention]] = {}
    for mention in mentions:
        is_body = mention.name is None
        named = mention.name or mention.org or ""
        key = body_key(named) if is_body else name_key(named)
        groups.setdefault((is_body, key or named), []).append(mention)
    views = [_view(group, is_body=is_body) for (is_body, _), group in groups.items()]
    return sorted(views, key=lambda view: (-len(view.statements), view.names))


def is_called(view: SpeakerView, name: str) -> bool:
    """Whether `name` may mean this speaker: the same name, a part of it, another spelling."""
    if view.is_body:
        return any(body_key(own) == body_key(name) for own in view.names)
    return any(same_person(own, name) >= PART for own in view.names)


def _view(group: Sequence[Mention], *, is_body: bool) -> SpeakerView:
    names = Counter((mention.org if is_body else mention.name) or "" for mention in group)
    by_post: dict[tuple[str | None, str | None], list[Mention]] = {}
    for mention in group:
        if not is_body and (mention.post or mention.org):
            by_post.setdefault((mention.post, mention.org), []).append(mention)
    posts = [_post(post, org, held) for (post, org), held in by_post.items()]
    return SpeakerView(
        names=tuple(name for name, _ in names.most_common()),
        is_body=is_body,
        posts=tuple(sorted(posts, key=lambda post: (post.last or "", post.first or ""))[::-1]),
        statements=tuple(sorted({mention.statement_id for mention in group}, reverse=True)),
        last=_last(group),
    )


def _post(post: str | None, org: str | None, held: Sequence[Mention]) -> Post:
    first = min((mention.date for mention in held if mention.date), default=None)
    return Post(post, org, first, _last(held), len({mention.statement_id for mention in held}))


def _last(mentions: Sequence[Mention]) -> str | None:
    return max((mention.date for mention in mentions if mention.date), default=None)
