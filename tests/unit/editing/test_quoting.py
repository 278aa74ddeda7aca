"""A message repeats the beginning of a cell's text, masked, at a cost that does not grow with the text."""

import pytest

from generator.editing import quoting
from generator.editing.quoting import quoted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  Dinas Kominfo ", "Dinas Kominfo"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 59 + "…"),
        ("hubungi 0812-3456-7890", "hubungi •••"),
        (f"hubungi 0812-3456-7890 {'a' * 1_000}", f"hubungi ••• {'a' * 47}…"),
    ],
)
def test_its_beginning_without_what_nobody_may_publish(text: str, told: str) -> None:
    assert quoted(text) == told


def test_a_number_that_is_cut_where_it_is_no_longer_looked_at_is_not_told() -> None:
    assert "0812" not in quoted("0812-3456-7890, " * 40)


def test_of_a_long_text_the_beginning_alone_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    monkeypatch.setattr(quoting, "cleaned", lambda text: looked_at.append(len(text)) or text)
    for count in (1, 1_000):
        quoted("password: " * 30 * count)
    assert looked_at == [299, 300]
