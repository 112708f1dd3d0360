"""What a record comes to, in words that no kill and no order may change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine, select

from storage.alert_models import AlertRow, DeliveryRow
from storage.database import reading
from storage.models import ArticleRow, ReportRow

State = dict[str, set[Any]]


def state_of(engine: Engine) -> State:
    """Articles by key with their texts, their grouping, and alerts by watch and statement."""
    with reading(engine) as session:
        articles = {(a.source, a.key): a for a in session.scalars(select(ArticleRow))}
        key_of = {a.id: key for key, a in articles.items()}
        groups: dict[int, set[tuple[str, str]]] = {}
        for report in session.scalars(select(ReportRow)):
            groups.setdefault(report.statement_id, set()).add(key_of[report.article_id])
        told = session.execute(
            select(AlertRow, DeliveryRow).join(DeliveryRow, DeliveryRow.alert_id == AlertRow.id)
        )
        alerts = {
            (alert.watch, delivery.state, frozenset(groups[alert.statement_id]))
            for alert, delivery in told
        }
        texts = {(key, article.text_digest) for key, article in articles.items()}
    return {
        "articles": texts,
        "statements": {frozenset(group) for group in groups.values()},
        "alerts": alerts,
    }


def differences(one: Mapping[str, set[Any]], other: Mapping[str, set[Any]]) -> State:
    """What stands in one of two states alone, by name; empty where they are the same."""
    return {name: one[name] ^ other[name] for name in one if one[name] != other[name]}
