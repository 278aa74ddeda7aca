import pytest

from generator.reading.text import MAXIMUM_BYTES, TextFile, decode


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode("a.yaml", b"\xef\xbb\xbfunit: []")[0].text == "unit: []"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_an_editor(line_end: str) -> None:
    assert TextFile("a.yaml", line_end.join(["a", "", "b"])).lines == ["a", "", "b"]


def test_line_ends_that_no_editor_shows_are_spaces() -> None:
    assert decode("a.yaml", "a\u2028b\x85c".encode())[0].lines == ["a b c"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_first_byte_that_is_not_utf_8_is_the_place(mark: bytes) -> None:
    file, (problem,) = decode("a.yaml", mark + b"a: b\nc: caf\xe9\n")
    assert (problem.code, problem.place[1:]) == ("bukan-utf-8", (2, 7, 2, 8))
    assert file.lines[1] == "c: caf\ufffd"


def test_utf_16_is_told_at_its_start() -> None:
    _, (problem,) = decode("a.yaml", "unit: []".encode("utf-16"))
    assert (problem.code, problem.place[1:3]) == ("bukan-utf-8", (1, 1))


def test_the_limit_is_the_last_size_that_is_read() -> None:
    assert decode("a.yaml", b"#" * MAXIMUM_BYTES)[1] == []
    file, (problem,) = decode("a.yaml", b"#" * (MAXIMUM_BYTES + 1))
    assert (problem.code, file.text) == ("berkas-terlalu-besar", "")


def test_a_place_is_clamped_into_the_file() -> None:
    file = TextFile("a.yaml", "abc\nd")
    assert file.clamp(0, 0)[1:3] == (1, 1)
    assert file.clamp(1, 99)[1:3] == (1, 4)
    assert file.clamp(99, 99)[1:3] == (2, 2)
