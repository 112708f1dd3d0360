"""Posts of both languages."""

import pytest

from flows.text.posts import same_post


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("副部长", "Vice Minister"),
        ("部长", "minister of commerce"),
        ("副行长", "deputy governor"),
        ("党组书记、部长", "Minister"),
        ("發言人", "spokeswoman"),
        ("局長", "局长"),
        ("首席巡河员", "chief"),
    ],
)
def test_one_post(one: str, other: str) -> None:
    assert same_post(one, other)
    assert same_post(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("副部长", "Minister"),
        ("部长", "Governor"),
        ("原局长", "局长"),
        ("部长助理", "部长"),
        ("deputy mayor", "mayor"),
        ("副总理", "总理"),
    ],
)
def test_another_post(one: str, other: str) -> None:
    assert not same_post(one, other)
    assert not same_post(other, one)
