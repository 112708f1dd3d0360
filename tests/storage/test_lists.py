"""A list of texts goes to the databases as one parameter."""

from sqlalchemy import Engine, select

from storage.database import reading
from storage.lists import each_of, listed


def test_a_list_comes_back_as_rows_each_once_and_as_it_is_stored(engine: Engine) -> None:
    texts = ["a", 'b"\\', "水", "\U0001f600", "nul\x00", "half\ud800", "nul\udfff", "a", ""]
    rows = each_of(engine.dialect.name, "texts")
    with reading(engine) as session:
        found = session.scalars(select(rows.c.value), {"texts": listed(texts)}).all()
    assert sorted(found) == sorted({"a", 'b"\\', "水", "\U0001f600", "nul�", "half�", ""})


def test_an_empty_list_has_no_rows(engine: Engine) -> None:
    rows = each_of(engine.dialect.name, "texts")
    with reading(engine) as session:
        assert session.scalars(select(rows.c.value), {"texts": listed([])}).all() == []
