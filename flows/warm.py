"""Everything that reading a page loads when it is first needed: a process forked after this has it.

Word lists, models of languages and rules of extraction take a second of work, which each reading
process would do again for each spool file.
"""

from __future__ import annotations

from datetime import UTC, datetime

from flows.prepare import prepare
from storage.crawled import Page

_PAGES = (
    """<html lang="en"><body><article><h1>Minister Ana Ferro on the quays</h1>
<p>On May 3, 2031, Ana Ferro, Minister of the Ministry of Harbours, spoke at the Harbour Forum in
Maro. “We begin now,” she said. The first is to dredge the old channel, 12 kilometres long; the
second is to light every buoy between the island and the cape before the winter comes.</p>
</article></body></html>""",
    """<html lang="zh"><body><article><h1>港务部部长林安出席港口大会并致辞</h1>
<p>2031年5月3日，港务部部长林安在江州出席第三届港口大会并致辞。林安指出，下一步要做好两方面工作：一是疏浚旧航道，
全长12公里；二是点亮岛屿与海角之间的全部航标，赶在冬季到来之前完工。林安强调：“现在就开始。”</p>
</article></body></html>""",
)

for _body in _PAGES:
    _at = datetime(2031, 5, 4, tzinfo=UTC)
    prepare(Page("warm", "1", "https://warm.example/1", _at, 200, (), _body.encode(), ""), "UTC")
