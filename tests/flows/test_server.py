import os
import signal
import subprocess
import sys
import time
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

import pytest

from flows.server import prefect_api
from flows.settings import Settings

HOLD = """
import sys
from pathlib import Path
from flows.server import prefect_api
from flows.settings import Settings
settings, own = Settings(home=Path(sys.argv[1])), sys.argv[2:] == ["own"]
with prefect_api(settings, lambda line: print(line, flush=True), own=own) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def hold(home: Path, *arguments: str) -> subprocess.Popen[str]:
    """A process that holds a Prefect API of this home until its standard input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/health", timeout=5) as reply:
            return bool(reply.read() == b"true")
    except (OSError, HTTPException):
        # A server that dies may do so in the middle of its answer.
        return False


def gone_within(url: str, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not answers(url):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.timeout(240)
def test_one_server_a_home_shared_or_waited_for_and_gone_with_its_owner(tmp_path: Path) -> None:
    owner = hold(tmp_path)
    assert owner.stdout is not None
    assert "Starting Prefect's API" in owner.stdout.readline()
    url = owner.stdout.readline().strip()
    assert answers(url)
    said: list[str] = []
    with prefect_api(Settings(home=tmp_path), said.append) as shared:
        assert (shared, said) == (url, [])
    second = hold(tmp_path, "own")
    assert second.stdout is not None
    assert "Waiting for the end of another run" in second.stdout.readline()
    os.kill(owner.pid, signal.SIGKILL)
    owner.communicate()
    assert gone_within(url, 10)
    assert "Starting Prefect's API" in second.stdout.readline()
    own_url = second.stdout.readline().strip()
    assert answers(own_url)
    second.communicate()
    assert second.returncode == 0
    assert gone_within(own_url, 1)


def test_a_server_that_is_named_is_used_as_it_is(tmp_path: Path) -> None:
    named = Settings(home=tmp_path, prefect_api_url="http://127.0.0.1:1/api")
    with prefect_api(named, pytest.fail) as url:
        assert url == "http://127.0.0.1:1/api"
    assert list(tmp_path.iterdir()) == []
