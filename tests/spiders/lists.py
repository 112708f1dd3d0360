"""Lists as sites publish them: feeds, sitemaps and pages of rows, each from a few words."""

from tests.spiders.site import Answer, Asked, Behaviour, Route

XML = "application/xml"
OLDER = "2026-03-19"
NEWS = 'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'


def xml(text: str) -> Answer:
    return Answer(text.encode(), content_type=XML)


def rss(*items: str, head: str = "") -> Answer:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return xml(f'<rss version="2.0"><channel><title>Harbour</title>{head}{listed}</channel></rss>')


def item(link: str, guid: str = "", date: str = "Fri, 20 Mar 2026 09:00:00 +0800") -> str:
    told = f"<guid>{guid}</guid>" if guid else ""
    dated = f"<pubDate>{date}</pubDate>"
    return f"<title>The minister speaks</title><link>{link}</link>{told}{dated}"


def atom(number: int, base: str) -> Answer:
    """Page `number` of an archive without end (RFC 5005), an entry a page."""
    links = f'<link rel="next" href="/atom?page={number + 1}"/>'
    entry = (
        f"<entry><id>tag:harbour,{number}</id><title>t</title><updated>2026-03-20T01:00:00Z</updated>"
        f'<link href="{base}/a/{number}"/></entry>'
    )
    return xml(f'<feed xmlns="http://www.w3.org/2005/Atom">{links}{entry}</feed>')


def endless(base: str) -> Route:
    return lambda asked: atom(int(asked.query.get("page", "1")), base)


def paged(base: str) -> Route:
    """WordPress's feed: ten posts a page, and a 404 behind the last one."""

    def answer(asked: Asked) -> Behaviour:
        number = int(asked.query.get("paged", "1"))
        if number > 2:
            return Answer(b"<title>Nothing found</title>", 404)
        ids = range(10 * number - 9, 10 * number + 1)
        return rss(*(item(f"{base}/post-{n}/", f"{base}/?p={n}") for n in ids))

    return answer


def index(*locs: tuple[str, str]) -> str:
    listed = "".join(
        f"<sitemap><loc>{loc}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for loc, day in locs
    )
    return (
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</sitemapindex>'
    )


def urlset(*urls: str) -> str:
    listed = "".join(f"<url>{url}</url>" for url in urls)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {NEWS}>{listed}</urlset>'


def news(loc: str, day: str = "2026-03-20T09:00:00+08:00") -> str:
    told = f"<n:publication_date>{day}</n:publication_date><n:title>He speaks</n:title>"
    return f"<loc>{loc}</loc><n:news>{told}</n:news>"


def rows(*rows: str, following: str = "") -> Answer:
    listed = "".join(rows)
    more = f'<a class="next" href="{following}">下一页</a>' if following else ""
    page = f'<meta charset="gb2312"><ul class="news">{listed}</ul>{more}'
    # 镕 is in no GB2312, which browsers read as GB18030.
    return Answer(page.encode("gb18030"), content_type="text/html")


def row(href: str, title: str = "朱镕答记者问", day: str = "2026-03-20") -> str:
    return f'<li><a href="{href}">{title}</a><span>[{day}]</span></li>'
