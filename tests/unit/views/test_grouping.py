"""Groups in the order of a list, and what is not on it after that."""

from generator.views.grouping import grouped


def test_known_keys_come_in_their_order_and_others_by_their_text() -> None:
    words = ["duku", "apel", "belimbing", "anggur", "zaitun"]
    groups = grouped(words, lambda word: word[0], order="db")
    assert groups == {"d": ["duku"], "b": ["belimbing"], "a": ["apel", "anggur"], "z": ["zaitun"]}
    assert list(groups) == ["d", "b", "a", "z"]


def test_a_thing_stands_once_in_each_group_that_it_names() -> None:
    assert grouped([1, 2], lambda number: ["all", number, "all"], order=[2]) == {2: [2], 1: [1], "all": [1, 2]}


def test_a_group_without_members_is_none() -> None:
    assert grouped([], lambda thing: [thing], order=["a"]) == {}
