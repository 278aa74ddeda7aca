"""A line of a broken file is taken apart as it was meant, in time in proportion to its length."""

from time import thread_time

import pytest

from generator.reading.text import TextFile
from generator.reading.unreadable.brackets import not_closed
from generator.reading.unreadable.lines import LONGEST, TypedLines, _line
from generator.reading.unreadable.quoting import inside_brackets


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("  nama: Portal", "nama", "Portal"),
        ("- nama  :  Portal  ", "nama", "Portal"),
        ("nama lembaga: a: b", "nama lembaga", "a: b"),
        ("n: 1", "n", "1"),
        ("nama:Portal", "", "nama:Portal"),
        ("sebuah kalimat", "", "sebuah kalimat"),
        ("  nama:", "nama", ""),
    ],
)
def test_the_parts_of_a_line(text: str, key: str, value: str) -> None:
    (line,) = TypedLines(TextFile("a.yaml", text))
    assert (line.key, line.value) == (key, value)


@pytest.mark.parametrize("unit", [" \t", "a ", "# ", '"', ',"', "'\" "])
@pytest.mark.parametrize("begin", ["# a", "a", "a: [", "a: {b: "])
def test_no_line_costs_more_than_its_length(begin: str, unit: str) -> None:
    def seconds(characters: int) -> float:
        text = "\n".join(begin + unit * (characters // len(unit)) + str(number) for number in range(20))
        _line.cache_clear()
        begun = thread_time()
        for line in TypedLines(TextFile("a.yaml", text)):
            list(not_closed(line))
            list(inside_brackets(line))
        return thread_time() - begun

    longest = LONGEST - 30
    assert min(seconds(longest) for _ in range(2)) < 10 * min(seconds(longest // 4) for _ in range(3)) + 0.05


def test_only_a_line_that_is_looked_at_is_taken_apart() -> None:
    lines = TypedLines(TextFile("a.yaml", "\t\n" * 100_000 + "a: b"))
    _line.cache_clear()
    assert [line.key for line in lines[99_990:]] == [*[""] * 10, "a"]
    assert len(lines) == 100_001
    assert _line.cache_info().misses == 11
