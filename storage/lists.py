"""Lists of texts as one parameter, so that the databases prepare one statement for any number."""

import json
from collections.abc import Iterable

from sqlalchemy import JSON, TableValuedAlias, Text, bindparam, cast, func

from storage.columns import UNSTORABLE


def listed(texts: Iterable[str]) -> str:
    """The list as JSON, each text once and as it is stored."""
    return json.dumps(list(dict.fromkeys(text.translate(UNSTORABLE) for text in texts)))


def each_of(dialect: str, parameter: str) -> TableValuedAlias:
    """What such a list holds that is handed over as `parameter`: rows with a column `value`."""
    given = bindparam(parameter, type_=Text)
    rows = (
        func.json_array_elements_text(cast(given, JSON))
        if dialect == "postgresql"
        else func.json_each(given)
    )
    return rows.table_valued("value", name=parameter)
