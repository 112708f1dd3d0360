"""The catalogue of the press room: its two sites, wherever they listen."""

import os

from spiders.sources import Source
from tests.press.ministry import COLUMN

BLOG = os.environ["ONRECORD_PRESS_BLOG"]
MINISTRY = os.environ["ONRECORD_PRESS_MINISTRY"]
SOURCES = (
    Source(
        "ministry", "工业和信息化部（演示） 部领导活动", "miit",
        f"{MINISTRY}/xwfb/bldhd/index.html", "zh", "Asia/Shanghai",
        in_14_days=(3, 30), newest_days=5, column=COLUMN, delay=0.02, loopback=True,
        official=True,
    ),
    Source(
        "blog", "Ledger Wharf", "wordpress",
        f"{BLOG}/", "en", "Asia/Shanghai",
        in_14_days=(10, 60), newest_days=5, delay=0.02, loopback=True,
    ),
)  # fmt: skip
