"""Ids as a person counts them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.natural_order import natural


def test_numbers_are_numbers() -> None:
    ids = ["K-10", "K-2", "K-1", "k-3", "K-002a", "G-1", "K-2.10", "K-2.9", "diskominfo"]
    assert sorted(ids, key=natural) == ["diskominfo", "G-1", "K-1", "K-2", "K-2.9", "K-2.10", "K-002a", "k-3", "K-10"]


@given(st.text(), st.text())
def test_only_the_same_id_is_in_the_same_place(one: str, other: str) -> None:
    assert (natural(one) == natural(other)) == (one == other)
