"""The Prefect API server as a child of ours: on a free loopback port, gone with its parent.

`python -m flows.prefect_child [services]`: with the word, Prefect's background services run too.
"""

from __future__ import annotations

import socket
import sys

from spiders.lifeline import die_with_parent


def main() -> None:
    """Serve Prefect's API; print the port on standard output once it answers."""
    die_with_parent()
    import uvicorn  # noqa: PLC0415 - the lifeline comes first: these imports take seconds
    from prefect.server.api.server import create_app  # noqa: PLC0415

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            sys.stdout.write(f"{listener.getsockname()[1]}\n")
            sys.stdout.flush()

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    # A single run needs no background services; a server that stays must forget old runs.
    app = create_app(webserver_only="services" not in sys.argv[1:], final=True)
    Announcing(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listener])


if __name__ == "__main__":
    main()
