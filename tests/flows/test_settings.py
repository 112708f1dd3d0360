from datetime import timedelta
from pathlib import Path

import pytest

from flows.settings import CHECKOUT, SettingError, Settings, prefect_environment


def test_everything_hangs_on_the_home() -> None:
    settings = Settings.from_env({"ONRECORD_HOME": "/srv/onrecord"})
    assert settings.home == Path("/srv/onrecord")
    assert settings.database_url == "sqlite:////srv/onrecord/onrecord.db"


def test_home_is_the_checkout_s_by_default_whatever_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings.from_env({}).home == CHECKOUT / "var"


@pytest.mark.parametrize("text", ["0", "-1", "two", "1.5", "1001", "٣"])
def test_number_that_makes_no_sense_is_named(text: str) -> None:
    with pytest.raises(SettingError, match="ONRECORD_WORKERS"):
        Settings.from_env({"ONRECORD_WORKERS": text})


def test_window_is_given_in_days() -> None:
    assert Settings.from_env({"ONRECORD_WINDOW_DAYS": "7"}).window == timedelta(days=7)


def test_password_of_the_database_stays_out_of_the_representation() -> None:
    url = "postgresql://analyst:hunter2@db.example/onrecord"
    assert "hunter2" not in repr(Settings.from_env({"ONRECORD_DATABASE_URL": url}))


def test_prefect_lives_in_the_home_alone(tmp_path: Path) -> None:
    environment = prefect_environment(tmp_path)
    assert environment["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
