"""A statement is stored once and told once, through a year of nights.

An invented year knows which article reports which statement and which night has to tell of it:
copies, other scripts, translations, retellings, late and undated reprints, pages that are dated
anew, mended or moved, plans restated at later events, two speakers at one event, archives
brought in between, a source that joins later, and other news of the same fields.
"""

from pathlib import Path

import pytest

from tests.quality.year.__main__ import run, table


def test_three_weeks_of_nights_stores_once_and_tells_once(tmp_path: Path) -> None:
    sample = run(tmp_path, seed=1, days=20, spiders=[3], workers=1)
    assert sample.faults["failed"] == [], table(sample)
    assert sample.counts["statements"] >= 40
    assert sample.counts["to be told"] >= 12
    assert sample.alert_faults == 0, table(sample)
    # One of forty may still be split or joined; of a whole year's hardly any.
    assert len(sample.faults["split"] + sample.faults["joined"]) <= 1, table(sample)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_year_of_nights_stores_once_and_tells_once(tmp_path: Path) -> None:
    whole = run(tmp_path, seed=1, days=365, spiders=[3, 40, 200])
    assert whole.counts["articles"] >= 3000
    assert whole.counts["statements"] >= 300
    assert whole.alert_faults == 0, table(whole)
    assert whole.wrong_share < 0.01, table(whole)
