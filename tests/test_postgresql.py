"""The PostgreSQL of the tests does not outlive them."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

HOLD = """
import sys, time
from pathlib import Path
from tests.postgresql import postgresql_url
with postgresql_url(Path(sys.argv[1])) as url:
    print(url, flush=True)
    time.sleep(60)
"""


@pytest.mark.usefixtures("postgresql")
def test_a_server_ends_when_the_tests_that_own_it_are_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ONRECORD_TEST_POSTGRES", raising=False)
    # Its last processes may still write while the folder goes.
    with TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-c", HOLD, folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:
            assert owner.stdout is not None
            assert owner.stdout.readline().startswith("postgresql")
            pid = (Path(folder) / "data" / "postmaster.pid").read_text().split()[0]
            server = os.pidfd_open(int(pid))
            assert not _has_ended(server, within=0)
            owner.send_signal(signal.SIGKILL)
        assert _has_ended(server, within=30)
        os.close(server)


def _has_ended(process: int, within: float) -> bool:
    """Whether the process of a pid file descriptor ends within so many seconds."""
    return bool(select.select([process], [], [], within)[0])
