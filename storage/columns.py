"""The kinds of columns that the tables share, and the names of their constraints."""

import functools
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect, Insert, MetaData, Table, Text, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.sql.dml import ReturningInsert
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


def table_of(row: type[Base]) -> Table:
    """The table of a mapped class.

    What is asked or put for each article goes past the mapper, which takes longer than the
    database and does nothing for plain rows.
    """
    return row.metadata.tables[row.__tablename__]


def put(session: Session, row: type[Base], *rows: Mapping[str, Any]) -> None:
    """Put rows, at least one, into a table; what is left out has its column's default."""
    session.connection().execute(_into(row), list(rows))


def add(session: Session, row: type[Base], values: Mapping[str, Any]) -> int:
    """Put one row into a table whose key is a number; the number."""
    return int(session.connection().scalars(_numbered(row), values).one())


def add_new(session: Session, row: type[Base], values: Mapping[str, Any]) -> int | None:
    """The same, but None where there is a row already that must not be there twice."""
    connection = session.connection()
    return connection.scalar(_numbered_new(row, connection.dialect.name), values)


# Made once: putting a statement together costs more than the database's answer.
@functools.cache
def _into(row: type[Base]) -> Insert:
    return insert(table_of(row))


@functools.cache
def _numbered(row: type[Base]) -> ReturningInsert[int]:
    (column,) = table_of(row).primary_key
    return insert(table_of(row)).returning(column)


@functools.cache
def _numbered_new(row: type[Base], dialect: str) -> ReturningInsert[int]:
    (column,) = table_of(row).primary_key
    return insert_into(row, dialect).on_conflict_do_nothing().returning(column)


def insert_into(row: type[Base], dialect: str) -> postgresql.Insert | sqlite.Insert:
    """The database's own insertion, which knows what to do about a row that is there."""
    table = table_of(row)
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    """The constraint that a text column holds one of these values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
