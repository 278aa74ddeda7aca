"""A character that no reader sees, or that no workbook can hold, is told once and at its place."""

import pytest

from generator.locale import language
from generator.reading.characters import escaped, is_text, unseen
from generator.reading.text import TextFile


@pytest.mark.parametrize(
    ("character", "told", "is_read"),
    [
        ("\x01", "kendali", False),
        ("\u202e", "arah", True),
        ("\uffff", "bukan huruf", False),
        ("\ufffe", "bukan huruf", False),
    ],
)
def test_what_is_told_of_a_character(character: str, told: str, is_read: bool) -> None:
    file = TextFile("a.yaml", f"nama: a{character}b\n")
    (problem,) = unseen(file)
    assert told in language().word(problem.message)
    assert (problem.place.line, problem.place.column) == (1, 8)
    assert is_text(file) is is_read
    text, wrong = escaped(f"a{character}b", problem.place)
    assert (text, wrong is not None) == ("ab", True)
