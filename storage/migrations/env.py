"""Alembic's entry: it runs inside the transaction that `storage.database.upgrade` holds."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
