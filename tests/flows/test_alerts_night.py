"""A night whose alerts cannot be told: all is stored, said, and told later."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.alerts.delivery import LOCK
from flows.lease import lease
from flows.server import prefect_api
from flows.settings import Settings
from tests.flows.nights import Home
from tests.flows.receivers import SECRET, Receiver
from tests.press.room import Press
from tests.press.truth import NEW_STATEMENT

pytestmark = pytest.mark.timeout(200)


@pytest.fixture
def press() -> Iterator[Press]:
    with Press(datetime.now(UTC).date()) as press:
        yield press


@pytest.fixture
def prefect_url(tmp_path: Path) -> Iterator[str]:
    with prefect_api(Settings(home=tmp_path / "prefect"), lambda _: None) as url:
        yield url


def declare(home: Home, text: str) -> None:
    (home.folder / "watches.toml").write_text(text)


@pytest.mark.soak
def test_a_night_whose_alerts_cannot_be_told_stores_all_and_tells_them_later(
    press: Press, prefect_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "home", press, prefect_url)
    assert home.run().code == 0
    monkeypatch.setenv("ONRECORD_WEBHOOK_SECRET", SECRET)
    with Receiver().running() as receiver:
        pass
    declare(
        home,
        f'[[watch]]\nname = "hook"\ntell = ["webhook {receiver.url}"]\n'
        '[[watch]]\nname = "desk"\ntell = ["env:DESK_OF_NOBODY"]\n'
        '[[watch]]\nname = "rail"\nspeaker = "Nobody Else"\n',
    )
    press.night = 2
    with lease(home.folder, f"{LOCK}.delivery", datetime.now(UTC)):
        night = home.run()
    assert night.code == 0, night.errors
    summary = night.lines[-1]["night"]
    assert (summary["delivered"], summary["pending"], summary["alert_error"]) == (0, 2, None)
    assert sum(part["tally"]["alerts"] for part in night.sources.values()) == 2
    night = home.run()
    assert night.code == 0, night.errors
    assert "DESK_OF_NOBODY is not set" in night.errors
    summary = night.lines[-1]["night"]
    told = (summary["delivered"], summary["pending"], summary["dead"], summary["alert_error"])
    assert told == (0, 2, 0, None)
    watches = {watch for watch, _, _ in home.state()["alerts"]}
    assert watches == {"hook", "desk"}
    with receiver.running():
        sent = home.start("alerts", "resend", "1")
        sent.communicate(timeout=60)
    assert sent.returncode == 0
    (post,) = receiver.posts
    assert post.json["speakers"][0]["name"] in NEW_STATEMENT.names


def test_watches_that_make_no_sense_stop_a_night_before_it_begins(
    press: Press, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home", press, None)
    home.folder.mkdir()
    declare(home, "[[watch]]\nname = 5\n")
    process = home.start("run", "--json")
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert errors.startswith(f"onrecord: {home.folder / 'watches.toml'}: watch number 1")
    assert errors.count("\n") == 1
