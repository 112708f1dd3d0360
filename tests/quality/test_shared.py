"""Where the data are looked for, and what becomes of the check without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.measure import Absent, EmptyError, measure
from tests.quality.sets import SETS
from tests.quality.shared import CHECKOUT, AbsentError, data, digest, home, must_be_there


def test_data_lie_beside_the_checkout_or_where_the_variable_points() -> None:
    assert home({}) == CHECKOUT.parent / "shared"
    assert home({"ONRECORD_SHARED": "/data"}) == Path("/data")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(AbsentError, match="gold: set ONRECORD_SHARED"):
        data(tmp_path, "gold")


def test_a_folder_without_texts_is_no_success(tmp_path: Path) -> None:
    fuzz = next(one for one in SETS if one.name == "hostile_bs4_fuzz")
    (tmp_path / fuzz.folder).mkdir(parents=True)
    with pytest.raises(EmptyError):
        list(measure([fuzz], tmp_path, workers=1))


def test_absent_data_fail_only_where_every_change_is_checked() -> None:
    assert must_be_there({"CI": "true"})
    assert not must_be_there({})


def test_a_digest_follows_data_and_not_their_description(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("one")
    first = digest(tmp_path)
    (tmp_path / "README.md").write_text("about")
    assert digest(tmp_path) == first
    (tmp_path / "texts" / "a.txt").write_text("two")
    changed = digest(tmp_path)
    (tmp_path / "texts" / "a.txt").rename(tmp_path / "texts" / "b.txt")
    assert len({first, changed, digest(tmp_path)}) == 3


def test_a_set_that_is_missing_is_told_with_where_it_was_looked_for(tmp_path: Path) -> None:
    (absent,) = measure([SETS[0]], tmp_path, workers=1)
    assert isinstance(absent, Absent)
    assert str(tmp_path / "gold") in absent.reason
