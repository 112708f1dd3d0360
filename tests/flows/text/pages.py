"""Invented pages in the markup of the templates that the sources use."""

SPEECH = (
    (
        "On May 3, the Coastal Ports Forum was held in Port Alder, and Mara Lindqvist, head of the "
        "Harbour Office, attended and delivered a speech to some two hundred guests."
    ),
    (
        "The first is to dredge the northern channel. Work with the pilots on a plan for deep "
        "vessels and open it before winter."
    ),
    (
        "The second is to train harbour pilots. Raise the number of seats in the school and let "
        "the older pilots teach there."
    ),
)
TITLE = "Harbour Office Mara Lindqvist: Two steps for the port"
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in SPEECH)
COPYRIGHT = """<div class="entry-copyright"><p>Posted by:Quay, original:
<a href="https://ports.example/news/two-steps">Port Gazette</a><br>Quay Notes lets anybody publish
and takes no view.</p></div>"""
ACTIONS = """<div class="entry-action"><div class="btn-zan" data-id="7">Like
<span class="entry-action-num">(0)</span></div><div class="btn-dashang">Donate <span
class="dashang-img"><span><img src="/a.png" alt="Send us a herring">Send us a herring</span></span>
</div></div>"""
HEAD = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{TITLE} - Quay Notes</title><meta property="og:site_name" content="Quay Notes"></head>"""

JUSTNEWS = f"""{HEAD}<body>
<div class="wrap container"><main class="main"><article><div class="entry-main">
<div class="entry-head"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-info"><a class="nickname url fn j-user-card" href="/author/q/">Quay</a>
<time class="entry-date published" datetime="2024-05-04T07:10:00+02:00" pubdate>3 hours ago</time>
</div></div><div class="entry-content">{PARAGRAPHS}{COPYRIGHT}</div>{ACTIONS}</div>
<div class="entry-page"><div class="entry-page-prev"><a href="/a/" rel="prev">A crane sale</a>
<div class="entry-page-info"><span>Previous</span> <span class="date">2024-05-04 07:09</span></div>
</div></div>
<div class="entry-related-posts"><h3>Related articles</h3><ul><li><h4><a href="/b/">The first is to
sleep</a></h4><time datetime="2024-05-20">2024-05-20</time><span class="date">2024-05-20</span></li>
</ul></div></article></main></div></body></html>"""

# The older generation of the theme: no `time`, all furniture in the entry's footer.
JUSTNEWS_OLD = f"""{HEAD}<body>
<div class="main container"><div class="content"><article><div class="entry">
<div class="entry-head"><h1 class="entry-title">{TITLE}</h1><div class="entry-info">
<a class="nickname" href="/author/q/">Quay</a> <span class="dot">•</span>
<span>2024-05-04 07:10</span> <span class="dot">•</span> <span>31 views</span></div></div>
<div class="entry-content clearfix">{PARAGRAPHS}{COPYRIGHT}</div>
<div class="entry-footer"><div class="entry-tag"><a href="/tag/port/">port</a></div>{ACTIONS}
<div class="entry-bar"><div class="info">Generate poster</div></div>
<div class="entry-page"><div class="entry-page-prev"><a href="/a/"><span>A crane sale</span></a>
<div class="entry-page-info"><span>Previous</span> <span>2024-05-01 06:00</span></div></div></div>
<div class="entry-related-posts"><h3>Related posts</h3><ul class="post-loop"><li><a href="/b/">The
first is to sleep</a><span class="date">2024-04-02</span></li></ul></div>
</div></div></article></div></div></body></html>"""

MIIT_TITLE = "林海在沿海港口论坛上提出两项举措"
MIIT_SPEECH = (
    "5月3日，沿海港口论坛在桤木港举办，港口部副部长林海出席并致辞。",
    "林海指出，一是疏浚北航道。会同引航站拟定深水船舶计划，在入冬前开放。",
    "二是培训引航员。增加学校名额，请老引航员在校任教，建设安全、便捷的港口。",
)


def miit(visible: str = "2024-05-03 16:27", stamped: str = "2024-05-04 09:48") -> str:
    """A ministry page that shows one time of publication and stamps another into its meta."""
    body = "".join(f'<p style="text-indent: 2em">{p}</p>' for p in MIIT_SPEECH)
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{MIIT_TITLE}</title>
<meta name="SiteName" content="港口部"><meta name="ArticleTitle" content="{MIIT_TITLE}">
<meta name="PubDate" content="{stamped}"><meta name="ContentSource" content="港口微报">
<meta name="Author" content=""><meta name="MakeTime" content="2026-09-30 10:00:00"></head><body>
<div class="head w1100"><div class="nav"><a href="/">首页</a><a href="/xwfb/">新闻发布</a></div>
</div>
<div class="mnav">首页 &gt; 新闻发布 &gt; 部领导活动</div>
<div class="ctitle"><h1 id="con_title">{MIIT_TITLE}</h1></div>
<div class="cinfo center"><span id="con_time">发布时间：{visible}</span>
<span>来源：港口微报</span></div>
<div class="ccontent center" id="con_con">{body}</div>
<div class="related"><ul><li><a href="/art/1.html">林海调研灯塔</a><span class="date">2024-05-20
</span></li></ul></div><div class="share">分享到</div><div id="ewmzs">扫一扫在手机打开当前页</div>
<div class="bottom">版权所有：港口部</div></body></html>"""
