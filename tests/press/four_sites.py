"""The catalogue of all four sites of the press room, and of the ministry's old column."""

import os

from spiders.sources import Source
from tests.press import catalogue
from tests.press.ministry import COLUMN
from tests.press.portal import LIST

PORTAL = os.environ["ONRECORD_PRESS_PORTAL"]
WIRE = os.environ["ONRECORD_PRESS_WIRE"]
# No night reads it: whoever serves it gives its address.
ARCHIVE = os.environ.get("ONRECORD_PRESS_ARCHIVE")

SOURCES: tuple[Source, ...] = (
    *catalogue.SOURCES,
    Source(
        "portal", "江湾财经网 产经", "listing",
        f"{PORTAL}{LIST}", "zh", "Asia/Shanghai",
        in_14_days=(5, 60), newest_days=5, delay=0.02, loopback=True,
        rows="ul.list_14 li:not(.line)", date="em", next="div.page_n a.next",
    ),
    Source(
        "wire", "Strait Courier", "wordpress",
        f"{WIRE}/", "en", "Asia/Shanghai",
        in_14_days=(5, 60), newest_days=5, lists="feed", delay=0.02, loopback=True,
    ),
)  # fmt: skip

if ARCHIVE:
    SOURCES += (
        Source(
            "archive", "工业和信息化部（演示） 往年部领导活动", "miit",
            f"{ARCHIVE}/xwfb/bldhd/index.html", "zh", "Asia/Shanghai",
            in_14_days=(0, 30), newest_days=365, column=COLUMN, delay=0.02, loopback=True,
        ),
    )  # fmt: skip
