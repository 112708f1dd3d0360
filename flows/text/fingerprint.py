"""The first rung: two articles whose words are the same, but for furniture and small edits."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from rensa import RMinHash

from flows.text.names import simplify
from storage.records import Fingerprint, Match

# Names how signatures are made: raise it whenever they change, so that bands kept in a
# database never meet those of another making. A test pins the values.
SCHEME = "1"
SEED = 20_190_101
PERMUTATIONS = 128
# Two rows of a band agree by chance j^2: with 42 bands of 3 rows a pair at Jaccard 0.5 shares a
# band with probability 1 - (1 - 0.5^3)^42 = 0.996, at 0.6 0.99999, at 0.1 0.04.
BANDS, ROWS = 42, 3
# Fewer words or characters than this tell too little: such texts are the same only by digest.
MIN_TOKENS = 40
# Copies with other furniture keep a Jaccard of 0.6 and more; two reports of one event by
# different hands, or one body's notices of two years, stay below 0.45. The estimate of 128
# permutations has a standard deviation of 0.044 there.
SAME_TEXT = 0.55
# From here on it is one text whatever is read in it; below, two occasions may share a template.
ONE_TEXT = 0.9
MAX_TEXT = 100_000
HAN_SHINGLE, WORD_SHINGLE = 5, 3

_TOKEN = re.compile("[\u3400-\u9fff]|[^\\W\u3400-\u9fff]+")
_HAN = re.compile("[\u3400-\u9fff]")


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of an article's text.

    `digest` is the SHA-256 of the letters and digits in simplified script and lower case, so
    spacing, punctuation and script do not count; it is empty for a text without any. A text
    shorter than `MIN_TOKENS` has neither signature nor bands.
    """
    normal = simplify(text[:MAX_TEXT]).lower()
    tokens = _TOKEN.findall(normal)
    if not tokens:
        return Fingerprint("", (), ())
    # Han characters stand alone; words keep a border, or "ab c" would equal "a bc".
    digest = hashlib.sha256(" ".join(tokens).encode()).hexdigest()
    if len(tokens) < MIN_TOKENS:
        return Fingerprint(digest, (), ())
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(_shingles(normal, tokens))
    signature = tuple(int(value) for value in sketch.digest())
    return Fingerprint(digest, signature, _bands(signature))


def same_text(one: Fingerprint, other: Fingerprint) -> Match | None:
    """A match where both texts are the same by digest or nearly so by MinHash, else None."""
    if one.digest and one.digest == other.digest:
        return Match("same text", 1.0, ("the same text, letter by letter",))
    if not one.signature or not other.signature:
        return None
    share = jaccard(one.signature, other.signature)
    if share < SAME_TEXT:
        return None
    return Match("same text", round(share, 2), (f"{share:.0%} of the wording in common",))


def jaccard(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of shingles that two signatures have in common, from 0 to 1."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _shingles(normal: str, tokens: list[str]) -> list[str]:
    """Overlapping pieces of five Han characters in a Chinese text, of three words in others."""
    han = _HAN.findall(normal)
    if len(han) * 2 > len(tokens):
        # Latin words inside Chinese text are mostly furniture and pinyin glosses.
        run = "".join(han)
        return [run[i : i + HAN_SHINGLE] for i in range(max(1, len(run) - HAN_SHINGLE + 1))]
    last = max(1, len(tokens) - WORD_SHINGLE + 1)
    return [" ".join(tokens[i : i + WORD_SHINGLE]) for i in range(last)]


def _bands(signature: Sequence[int]) -> tuple[str, ...]:
    return tuple(
        f"{SCHEME}.{band:02}.{_short_hash(signature[band * ROWS : band * ROWS + ROWS])}"
        for band in range(BANDS)
    )


def _short_hash(values: Sequence[int]) -> str:
    raw = b"".join(value.to_bytes(4, "big") for value in values)
    return hashlib.blake2b(raw, digest_size=6).hexdigest()
