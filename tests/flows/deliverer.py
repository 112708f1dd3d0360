"""A process that tells what is due until nothing is pending: python -m tests.flows.deliverer."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from flows.alerts.delivery import deliver
from flows.alerts.means import means
from flows.lease import AlreadyRunningError
from flows.settings import Settings, utc_now
from storage.database import connect


def main(home: Path, database_url: str) -> None:
    """Deliver for that home; another sender is waited for."""
    engine = connect(database_url)
    settings = Settings(home=home, database_url=database_url)
    while True:
        try:
            if not deliver(engine, means(settings, lambda _: False, utc_now)).pending:
                return
        except AlreadyRunningError:
            time.sleep(0.02)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
