"""Spaces that are told are seen; what moves a cursor is not."""

import pytest

from generator.report.wording import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tulis  4\nspasi:  `    mulai: 2026`", "tulis 4 spasi: `    mulai: 2026`"),
        ("`a  b`  dan  `c\t d`", "`a  b` dan `c  d`"),
        ("satu  ` tanpa  pasangan", "satu ` tanpa pasangan"),
        ("`a  b`  `  c", "`a  b` ` c"),
        ("  tepi  ", "tepi"),
        ("`\x1b[31m  `", "`\ufffd[31m  `"),
        ("", ""),
    ],
)
def test_white_space_is_folded_but_in_what_is_quoted(text: str, line: str) -> None:
    assert one_line(text) == line
