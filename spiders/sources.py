"""The catalogue: one declaration a source.

No live page was seen when these were written. Each comment says what a list's address rests
on; what does not hold is told at the first run, as a failure or a warning.
"""

from __future__ import annotations

from spiders.catalogue import CatalogueError, by_host, catalogue
from spiders.source import Source, host_of, is_address

__all__ = [
    "SOURCES",
    "CatalogueError",
    "Source",
    "by_host",
    "catalogue",
    "host_of",
    "is_address",
]

_MIIT = ("www.miit.gov.cn", "wap.miit.gov.cn")
_MINISTRY = "https://www.miit.gov.cn"

SOURCES = (
    # The ministry's columns: their paths and ids stand in its own RSS lists. The first is the
    # one with what its leaders say.
    Source(
        "miit", "工业和信息化部 部领导活动", "miit",
        f"{_MINISTRY}/xwfb/bldhd/index.html", "zh", "Asia/Shanghai",
        in_14_days=(3, 80), newest_days=12, hosts=_MIIT,
        column="d3e2bede1bc045e2875fc7161c01db7d", official=True,
    ),
    Source(
        "miit-news", "工业和信息化部 时政要闻", "miit",
        f"{_MINISTRY}/xwfb/szyw/index.html", "zh", "Asia/Shanghai",
        in_14_days=(5, 200), newest_days=7, hosts=_MIIT,
        column="6333578be1d646aabc3e0e79406688c9",
    ),
    Source(
        "miit-departments", "工业和信息化部 司局动态", "miit",
        f"{_MINISTRY}/xwfb/gxdt/sjdt/index.html", "zh", "Asia/Shanghai",
        in_14_days=(3, 150), newest_days=12, hosts=_MIIT,
        column="028da85b0dbd4c9cb96fd5f421cd32b8", official=True,
    ),
    Source(
        "miit-local", "工业和信息化部 地方动态", "miit",
        f"{_MINISTRY}/xwfb/gxdt/dfdt/index.html", "zh", "Asia/Shanghai",
        in_14_days=(3, 200), newest_days=12, hosts=_MIIT,
        column="e4d6c56063fa4edca257cc2e24ad473c",
    ),
    Source(
        "miit-policy", "工业和信息化部 最新政策", "miit",
        f"{_MINISTRY}/xwfb/zxzc/index.html", "zh", "Asia/Shanghai",
        in_14_days=(1, 80), newest_days=20, hosts=_MIIT,
        column="42cd38164cb6441a84bdfa441909e15e", official=True,
    ),
    Source(
        "miit-notices", "工业和信息化部 通知", "miit",
        f"{_MINISTRY}/zwgk/zcwj/wjfb/tz/index.html", "zh", "Asia/Shanghai",
        in_14_days=(0, 60), newest_days=40, hosts=_MIIT,
        column="3e3ad1a3bec74939890a0d3e54815141", official=True,
    ),
    Source(
        "miit-software", "工业和信息化部 软件业统计", "miit",
        f"{_MINISTRY}/gxsj/tjfx/rjy/index.html", "zh", "Asia/Shanghai",
        in_14_days=(0, 10), newest_days=70, hosts=_MIIT,
        column="50bf589f36614b7394522245a13fedae", official=True,
    ),
    Source(
        "miit-telecom", "工业和信息化部 通信业统计", "miit",
        f"{_MINISTRY}/gxsj/tjfx/txy/index.html", "zh", "Asia/Shanghai",
        in_14_days=(0, 10), newest_days=70, hosts=_MIIT,
        column="1434685f08314ae8ae78f78b6a5a7915", official=True,
    ),
    # Address and rows are those that public readers of the site use; its next page is made by
    # a script, so a run sees the first alone.
    Source(
        "govcn", "中国政府网 部门政务", "listing",
        "https://www.gov.cn/lianbo/bumen/index.htm", "zh", "Asia/Shanghai",
        in_14_days=(10, 500), newest_days=5, delay=3.0,
        rows=".infolist li, .news_box .list li:not(.line)", date="span", official=True,
    ),
    # As above.
    Source(
        "ndrc", "国家发展和改革委员会 新闻发布", "listing",
        "https://www.ndrc.gov.cn/xwdt/xwfb/", "zh", "Asia/Shanghai",
        in_14_days=(3, 100), newest_days=12, delay=3.0,
        rows=".u-list li:not(.empty)", date="span", official=True,
    ),
    # As above; the rows of 2023.
    Source(
        "cac", "国家互联网信息办公室 网信要闻", "listing",
        "https://www.cac.gov.cn/yaowen/wxyw/A093602index_1.htm", "zh", "Asia/Shanghai",
        in_14_days=(3, 100), newest_days=10, delay=3.0,
        rows="#loadingInfoPage li", date=".times", official=True,
    ),
    # Widely used address; rows of one public reader, GBK at the time. Some were refused (403).
    Source(
        "people", "人民网 高层动态", "listing",
        "http://politics.people.com.cn/GB/1024/index.html", "zh", "Asia/Shanghai",
        in_14_days=(10, 500), newest_days=4, delay=3.0,
        hosts=("politics.people.com.cn", "cpc.people.com.cn", "www.people.com.cn"),
        rows=".ej_list_box li", date="em",
    ),
    # The bureau's own public feed; it holds years, and officials' readings of the figures.
    Source(
        "stats", "国家统计局 数据解读", "feed",
        "https://www.stats.gov.cn/sj/sjjd/rss.xml", "zh", "Asia/Shanghai",
        in_14_days=(1, 60), newest_days=30, delay=3.0, official=True,
    ),
    # Its own public feed, of the last 30 items or so. Some readers were refused (403).
    Source(
        "chinanews", "中国新闻网 财经", "feed",
        "https://www.chinanews.com.cn/rss/finance.xml", "zh", "Asia/Shanghai",
        in_14_days=(5, 200), newest_days=3, delay=3.0,
        hosts=("www.chinanews.com.cn", "www.chinanews.com"),
    ),
    # Its own public feed.
    Source(
        "chinadaily", "China Daily", "feed",
        "https://www.chinadaily.com.cn/rss/china_rss.xml", "en", "Asia/Shanghai",
        in_14_days=(5, 500), newest_days=4, delay=3.0, below=("/a/",),
    ),
    # Its own public feed, which is said to stand still at times: then its newest item tells.
    Source(
        "xinhua", "Xinhua", "feed",
        "http://www.xinhuanet.com/english/rss/worldrss.xml", "en", "Asia/Shanghai",
        in_14_days=(5, 500), newest_days=4, delay=3.0,
        hosts=("www.xinhuanet.com", "english.news.cn", "www.news.cn"),
    ),
    # Its own public feed.
    Source(
        "globaltimes", "Global Times", "feed",
        "https://www.globaltimes.cn/rss/outbrain.xml", "en", "Asia/Shanghai",
        in_14_days=(5, 500), newest_days=4, delay=3.0, below=("/page/",),
    ),
    # Its own public feed for China.
    Source(
        "scmp", "South China Morning Post", "feed",
        "https://www.scmp.com/rss/91/feed", "en", "Asia/Hong_Kong",
        in_14_days=(10, 500), newest_days=3, delay=3.0,
    ),
    # Its own news sitemap, of two days.
    Source(
        "cna", "CNA", "sitemap",
        "https://www.channelnewsasia.com/googlenews/cna_news_sitemap.xml", "en", "Asia/Singapore",
        in_14_days=(5, 900), newest_days=2, delay=3.0,
        below=("/asia/", "/business/", "/east-asia/", "/singapore/"),
    ),
    # Known as a WordPress site of the theme JustNews.
    Source(
        "coinyuppie", "CoinYuppie", "wordpress",
        "https://coinyuppie.com/", "en", "Asia/Shanghai",
        in_14_days=(10, 3000), newest_days=7,
        hosts=("coinyuppie.com", "www.coinyuppie.com"),
    ),
    # The addresses of its posts have the form of WordPress's.
    Source(
        "blocking", "Blocking", "wordpress",
        "https://blocking.net/", "en", "Asia/Shanghai",
        in_14_days=(1, 1000), newest_days=14,
        hosts=("blocking.net", "www.blocking.net"),
    ),
    # WordPress by the short addresses of its posts (?p=); many such sites close the route.
    Source(
        "bitcoinethereumnews", "Bitcoin Ethereum News", "wordpress",
        "https://bitcoinethereumnews.com/", "en", "UTC",
        in_14_days=(10, 3000), newest_days=3, lists="feed",
    ),
    # Known as a WordPress site with an open feed.
    Source(
        "technode", "TechNode", "wordpress",
        "https://technode.com/", "en", "Asia/Shanghai",
        in_14_days=(5, 300), newest_days=7, lists="feed",
    ),
)  # fmt: skip
