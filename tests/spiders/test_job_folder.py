"""The folders of crawls that were killed, and of those that are at work."""

import subprocess
import sys
from pathlib import Path

from spiders.job_folder import job_folder

KILLED = """
import os, signal, sys
from pathlib import Path
from spiders.job_folder import job_folder
with job_folder(Path(sys.argv[1])) as folder:
    (folder / "job.jsonl").write_text("all that is known")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_folder_goes_with_its_user(tmp_path: Path) -> None:
    with job_folder(tmp_path) as folder:
        (folder / "spool").mkdir()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_a_killed_owner_left_goes_with_the_next_crawl(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    (left,) = (tmp_path / "tmp").iterdir()
    assert (left / "job.jsonl").read_text() == "all that is known"
    with job_folder(tmp_path) as folder:
        assert list((tmp_path / "tmp").iterdir()) == [folder]


def test_the_folder_of_a_crawl_at_work_stays(tmp_path: Path) -> None:
    with job_folder(tmp_path) as one, job_folder(tmp_path) as other:
        assert set((tmp_path / "tmp").iterdir()) == {one, other}
    assert list((tmp_path / "tmp").iterdir()) == []
