"""The migrations and the models say the same."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, Engine, Table, inspect

import storage.alert_models
import storage.decision_models
import storage.models
import storage.tag_models
import storage.walk_models  # noqa: F401  # its tables belong to the schema
from storage.columns import Base


def test_the_migrations_make_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_make_the_checks_of_the_models(engine: Engine) -> None:
    # Alembic does not compare check constraints.
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            assert _stored(connection, table) == _declared(table)


def _is_ours(name: str | None, *_: object) -> bool:
    # The full text index is each database's own, and no model can say it.
    return not (name or "").startswith("search_index")


def _stored(connection: Connection, table: Table) -> set[str | None]:
    return {check["name"] for check in inspect(connection).get_check_constraints(table.name)}


def _declared(table: Table) -> set[str | None]:
    return {
        str(constraint.name)
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
