"""Bytes become text whatever their label says."""

import pytest

from flows.text.decode import MAX_BYTES, UnreadableError, decode, is_garbled

WORDS = "港口辦公室主任林海表示，今年要疏浚北航道。" * 4
SIMPLE = "港口办公室主任林海表示，今年要疏浚北航道。" * 4


def html(words: str, label: str) -> str:
    return f'<html><head><meta charset="{label}"></head><body><p>{words}</p></body></html>'


@pytest.mark.parametrize(
    ("words", "written", "declared", "header"),
    [
        (SIMPLE, "gb18030", "utf-8", ""),
        (SIMPLE, "gb18030", "gb2312", ""),
        (SIMPLE, "utf-8", "gb2312", "text/html; charset=gb2312"),
        (SIMPLE, "gbk", "utf-8", "text/html; charset=ISO-8859-1"),
        (WORDS, "big5", "big5", ""),
        (WORDS, "big5", "utf-8", "text/html"),
        (SIMPLE, "utf-8-sig", "gb2312", ""),
        (SIMPLE, "utf-16", "utf-8", ""),
        (SIMPLE, "utf-16-le", "utf-8", ""),
        (SIMPLE, "utf-16-be", "gb2312", "text/html; charset=gb2312"),
        (SIMPLE, "utf-32", "utf-8", ""),
        (SIMPLE, "gb18030", "no-such-charset", "text/html; charset=nonsense"),
    ],
)
def test_a_label_that_lies_does_no_harm(
    words: str, written: str, declared: str, header: str
) -> None:
    page = html(words, declared)
    assert decode(page.encode(written), header) == page


def test_a_page_cut_within_a_letter_is_read_to_there() -> None:
    body = html(SIMPLE, "gb2312").encode("gb18030")
    cut = body[: body.rindex("航道。".encode("gb18030")) + 1]
    assert decode(cut).endswith("疏浚北")


@pytest.mark.parametrize("label", ["utf-8", "gb18030"])
def test_stray_nul_bytes_are_dropped(label: str) -> None:
    body = html(SIMPLE * 5, label).encode(label)
    nul = body.replace(b"<p>", b"<p>\x00\x00")
    assert decode(nul, f"text/html; charset={label}") == html(SIMPLE * 5, label)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b" \r\n", "the body is empty"),
        (b"\x89PNG\r\n\x1a\n", "not HTML: a PNG image"),
        (b"\x7fELF\x02\x01\x00\x00\x03" * 200, "not HTML: binary data"),
        (bytes(range(256)) * 8, "the text is garbled"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a feed or sitemap"),
        (b"x" * (MAX_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(body)


def test_text_that_was_read_wrongly_shows() -> None:
    assert is_garbled(SIMPLE.encode().decode("latin-1"))
    assert not is_garbled(SIMPLE)
    assert not is_garbled("Zürich, Besançon, København: «naïve» façade")
