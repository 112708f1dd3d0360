from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # what Prefect reads the file with; it has no types

from flows.commands.schedule import NIGHTLY
from spiders.catalogue import by_host
from spiders.sources import SOURCES

DEPLOY = Path(__file__).parents[2] / "deploy"
CHECKED = {"limit": 1, "collision_strategy": "CANCEL_NEW"}


@pytest.fixture
def deployments() -> dict[str, dict[str, Any]]:
    declared = yaml.safe_load((DEPLOY / "prefect.yaml").read_text())["deployments"]
    return {deployment["name"]: deployment for deployment in declared}


def test_each_site_is_deployed_for_nights_and_for_watch_runs(
    deployments: dict[str, dict[str, Any]],
) -> None:
    asked = {name: each["parameters"] for name, each in deployments.items()}
    sites = [[source.name for source in group] for group in by_host(SOURCES)]
    nights = {names[0]: {"sources": names} for names in sites}
    watches = {f"{names[0]}-watch": {"sources": names, "digests": False} for names in sites}
    assert asked == nights | watches


def test_runs_of_a_deployment_never_overlap_and_nights_are_those_of_the_command(
    deployments: dict[str, dict[str, Any]],
) -> None:
    for name, each in deployments.items():
        assert each["concurrency_limit"] == CHECKED
        assert each["schedules"][0].get("cron") == (None if name.endswith("-watch") else NIGHTLY)
        path, flow = each["entrypoint"].split(":")
        assert f"async def {flow}(" in (DEPLOY.parent / path).read_text()
