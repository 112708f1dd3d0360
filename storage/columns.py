"""The kinds of columns that the tables share, and the names of their constraints."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect, MetaData, Text, insert
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import JSON, TypeDecorator

# A constraint without a name cannot be dropped by a later migration.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

# PostgreSQL takes no NUL in a text, and no database half a surrogate pair. Each becomes one
# replacement character, so that character offsets stay right.
UNSTORABLE = dict.fromkeys((0, *range(55296, 57344)), "�")


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC and given back in UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a naive datetime by ValueError: nobody knows which instant it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a datetime without a zone is no instant: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """SQLite gives back what it holds without the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text from the web: what no database can hold becomes a replacement character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """One character stays one character."""
        return None if value is None else value.translate(UNSTORABLE)


class Base(DeclarativeBase):
    """The mother of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012  # SQLAlchemy reads it so
        datetime: Instant,
        str: Words,
        list[Any]: JSON(none_as_null=True),
        dict[str, Any]: JSON(none_as_null=True),
    }


def add(session: Session, row: type[Base], values: Mapping[str, Any]) -> int:
    """Put one row into a table whose key is a number; the number.

    Past the mapper, which takes longer than the database and does nothing for a plain row.
    """
    table = row.metadata.tables[row.__tablename__]
    (column,) = table.primary_key
    return int(session.connection().scalars(insert(table).returning(column), values).one())


def one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    """The constraint that a text column holds one of these values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
