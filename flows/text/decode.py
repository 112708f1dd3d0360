"""Bytes of a page into text, whatever their label says, or the reason why they are none."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

MAX_BYTES = 10_000_000
# How a file says by its first bytes that it is no page.
MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"Rar!", "a rar archive"),
)
FEEDS = ("<rss", "<feed", "<urlset", "<sitemapindex", "<rdf:rdf")
# Servers send these labels for whatever they have, so the page's own word comes first.
DEFAULT_LABELS = frozenset({"cp1252", "ascii", "iso8859-1", "latin-1"})
MAX_REPLACED = 0.01
MAX_NUL = 0.01
SAMPLE = 20_000
# A page in UTF-16 or UTF-32 without its mark is told by a tag of its beginning.
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_TAG = re.compile(r"<(?:!doctype|\?xml|html|head|body|meta|title|div|p|h1)\b", re.IGNORECASE)
# Letters of western languages stand one or two in a row; UTF-8 or GBK read as Latin-1 gives runs.
_LATIN_RUN = re.compile("[\u0080-\u00ff\u0152-\u0178\u2013-\u2122]{4,1000}")
# Control characters but for tab, line ends and the escape of ISO-2022; none is part of a letter
# in any encoding of single and double bytes.
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x1b"))


class UnreadableError(ValueError):
    """The document gives no text; the message is the reason in one sentence."""


def decode(body: bytes, content_type: str = "") -> str:
    """The text of `body`, without control characters.

    UTF-8 wins where the bytes are valid UTF-8, for pages that still declare gb2312 are often
    served so; then the labels of the header and of the page (gb2312 is read as gb18030, as
    browsers do), then a guess. Raises UnreadableError for what is empty, larger than `MAX_BYTES`,
    binary, or a feed.
    """
    if not body.strip():
        raise UnreadableError("the body is empty")
    if len(body) > MAX_BYTES:
        raise UnreadableError(f"the body is larger than {MAX_BYTES // 1_000_000} MB")
    _refuse_binary(body)
    text = _decoded(body, content_type)
    _refuse_data(text)
    return text


def is_garbled(text: str) -> bool:
    """Whether a good part of the text is replacement signs or UTF-8 read as Latin-1."""
    lost = text.count("\ufffd") + 3 * text.count("锟斤拷")
    runs = sum(len(run) for run in _LATIN_RUN.findall(text))
    return lost > 0.05 * len(text) or runs > 0.1 * len(text)


def _refuse_binary(body: bytes) -> None:
    start = body[:1024].lstrip()
    for magic, kind in MAGIC:
        if start.startswith(magic):
            raise UnreadableError(f"not HTML: {kind}")


def _refuse_data(text: str) -> None:
    start = text[:1000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("{", "[{")):
        raise UnreadableError("not HTML: JSON")
    if any(mark in start for mark in FEEDS) and "<html" not in start:
        raise UnreadableError("not HTML: a feed or sitemap")


def _decoded(body: bytes, content_type: str) -> str:
    label, mark = read_bom(body)
    if label and mark:
        return body[len(mark) :].decode(label, "replace")
    if b"\x00" in body[:SAMPLE]:
        return _decoded_wide(body, content_type)
    body = body.translate(None, CONTROL)
    strict = _decode_whole(body, "utf-8", "strict")
    if strict is not None:
        return strict
    return _best(body, [*_labels(body, content_type), "utf-8"])


def _decoded_wide(body: bytes, content_type: str) -> str:
    """Bytes with NUL: UTF-16 or UTF-32 without its mark, stray NULs in text, or no text at all."""
    head = body[:SAMPLE]
    for label in WIDE:
        if _TAG.search(head.decode(label, "ignore")):
            return body.decode(label, "replace")
    if head.count(0) > MAX_NUL * len(head):
        raise UnreadableError("not HTML: binary data")
    return _decoded(body.replace(b"\x00", b""), content_type)


def _labels(body: bytes, content_type: str) -> list[str]:
    """The encodings that header and page declare, the more trustworthy first."""
    header = http_content_type_encoding(content_type) if content_type else None
    labels = [label for label in (header, html_body_declared_encoding(body[:SAMPLE])) if label]
    return sorted(labels, key=lambda label: label in DEFAULT_LABELS)


def _best(body: bytes, labels: list[str]) -> str:
    """The first label that fits, else a guess, else whatever lost least."""
    read = [_decode_whole(body, label, "replace") or "" for label in labels]
    for text in read:
        if text and _lost(text) <= MAX_REPLACED and not is_garbled(text):
            return text
    guess = from_bytes(body[:SAMPLE]).best() or from_bytes(body).best()
    if guess is not None:
        label = resolve_encoding(guess.encoding) or guess.encoding
        read.append(_decode_whole(body, label, "replace") or "")
    best = min((text for text in read if text), key=lambda text: (is_garbled(text), _lost(text)))
    if is_garbled(best):
        raise UnreadableError("the text is garbled: no known encoding fits its bytes")
    return best


def _decode_whole(body: bytes, label: str, errors: str) -> str | None:
    """None where the bytes do not fit; a letter cut off at the very end is no fault."""
    try:
        return codecs.getincrementaldecoder(label)(errors).decode(body, final=False)
    except (UnicodeDecodeError, LookupError):
        return None


def _lost(text: str) -> float:
    """Share of replacement signs among what is not ASCII."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") / foreign if foreign else 0.0
