from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.lease import AlreadyRunningError, lease

NOW = datetime(2026, 3, 20, 2, 30, tzinfo=UTC)


def test_second_run_is_told_since_when_the_first_runs(tmp_path: Path) -> None:
    with (
        lease(tmp_path, "post", NOW),
        pytest.raises(AlreadyRunningError, match=r"post: already running since 2026-03-20T02:30"),
        lease(tmp_path, "post", NOW),
    ):
        pass


def test_other_sources_and_later_runs_are_free(tmp_path: Path) -> None:
    with lease(tmp_path, "post", NOW), lease(tmp_path, "rail", NOW):
        pass
    with lease(tmp_path, "post", NOW):
        assert (tmp_path / "leases" / "post.lock").read_text() == NOW.isoformat()
