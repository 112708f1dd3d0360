"""The catalogue of a long archive, wherever it listens and however slowly it is to be read."""

import os

from spiders.sources import Source
from tests.press.ministry import COLUMN

SOURCES = (
    Source(
        "ministry", "工业和信息化部（演示） 部领导活动", "miit",
        f"{os.environ['ONRECORD_PRESS_MINISTRY']}/xwfb/bldhd/index.html", "zh", "Asia/Shanghai",
        in_14_days=(0, 200), newest_days=30, column=COLUMN,
        delay=float(os.environ.get("ONRECORD_PRESS_DELAY", "0")), loopback=True,
    ),
)  # fmt: skip
