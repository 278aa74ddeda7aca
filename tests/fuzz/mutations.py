"""Texts and bytes that were sound once: what people, editors, spreadsheets and attackers make of them."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

SEEDS = Path(__file__).parent / "seeds"
"""Inputs that were wrong once, by target; one that a run finds is put here, by hand, with a test of its own."""

ODD = (
    *("", " ", "\t", "\x00", "\x01", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\U0010ffff", "\ud800"),
    *(
        "null",
        "~",
        "ya",
        "tidak_diketahui",
        "0",
        "-1",
        "1e999",
        ".nan",
        "0x10",
        "1_000",
        "12,5",
        "1.200",
        "Rp 1.000,00",
    ),
    *("2025", "0000", "9999", "2025-T5", "2026-02-30", "31/12/2026", "T1 2026", "9" * 400, "a" * 300, "Rp 1.000,00"),
    *("[", "]", "{", "}", "[[[[", "{a: {b: {c: 1", "- ", "? ", ": ", "|", ">", "|+9", "&a", "*a", "!x", "<<: *a"),
    *("!!python/object:x", "---", "...", "%YAML 1.1", "# ", " #", "'", '"', '"\\ud800"', '"\\x00"', "@", "`", "\\"),
    *("=", ";", "\r", "\r\n", "\n\n\n", "<script>", "</article>", "{{ 7*7 }}", "{% raw %}", "${{ x }}", "::error::x"),
    *("```\n", "> > > >", "[a](javascript:b)", "../../x", "/etc/passwd", "K-001", "K-1", "bappeda", "3201234567890001"),
    *("a@b.com", "081234567890", "password=abcd1"),
)
"""What is put in the place of something, or beside it."""


NUMBERS = (
    *("0", "-0", "1", "-1", "0.5", "1e-300", "1e15", "1e16", "1e300", "-1e300", "1e999", "inf", "-inf", "nan", "NaN"),
    *("60", "-5", "-1e10", "2958465", "2958466", "46042.99999999", "99999999999999999999", "9" * 400, "", " 1 ", "1_0"),
    *("true", "2026-01-01", "9999-12-31T23:59:59.999999", "2026-01-01T99:00:00", "#REF!", "0x10", "1,5", "-"),
)
"""What a cell of a workbook may hold for a number."""


def texts(sound: Sequence[str], most: int = 6) -> st.SearchStrategy[str]:
    """One of the sound texts with a few lines or words changed, lost, doubled or moved."""
    return st.tuples(st.sampled_from(list(sound)), st.lists(_steps(), max_size=most)).map(_applied)


def _steps() -> st.SearchStrategy[tuple[str, int, int, str]]:
    kinds = st.sampled_from(("drop", "double", "swap", "indent", "value", "insert", "cut", "join", "replace", "word"))
    return st.tuples(
        kinds, st.integers(0, 10_000), st.integers(0, 10_000), st.one_of(st.sampled_from(ODD), st.text(max_size=8))
    )


def _applied(given: tuple[str, list[tuple[str, int, int, str]]]) -> str:
    text, steps = given
    for kind, at, other, odd in steps:
        lines = text.split("\n")
        line, second = at % len(lines), other % len(lines)
        if kind == "drop":
            del lines[line]
        elif kind == "double":
            lines.insert(second, lines[line])
        elif kind == "swap":
            lines[line], lines[second] = lines[second], lines[line]
        elif kind == "indent":
            lines[line] = " " * (other % 9) + lines[line].lstrip()
        elif kind == "value":
            key, colon, _ = lines[line].partition(":")
            lines[line] = f"{key}{colon or ':'} {odd}"
        elif kind == "insert":
            lines.insert(line, odd)
        elif kind == "join" and line + 1 < len(lines):
            lines[line : line + 2] = [lines[line] + lines[line + 1].lstrip()]
        elif kind == "cut":
            lines[line] = lines[line][: other % (len(lines[line]) + 1)]
        elif kind == "replace":
            where = other % (len(lines[line]) + 1)
            lines[line] = lines[line][:where] + odd + lines[line][where + 1 :]
        elif kind == "word":
            words = lines[line].split(" ")
            words[other % len(words)] = odd
            lines[line] = " ".join(words)
        text = "\n".join(lines or [""])
    return text


def encoded(text: str) -> bytes:
    """As an editor or a careless program saves it: surrogates become bytes that are no UTF-8."""
    return text.encode("utf-8", "surrogatepass")


def seeds(target: str) -> list[Path]:
    """The files kept for a target."""
    return sorted((SEEDS / target).iterdir())
