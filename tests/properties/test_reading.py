"""Whatever a file holds: reading never raises, every place lies inside the file, and the answer is the same twice."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.checks.problems import problems
from generator.diagnostics import Place, Problem
from generator.locale import language
from generator.model.address import PlanAddress
from generator.reading.nodes import Group, Node, Route, Scalar
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import Reading, read_plan
from generator.reading.text import TextFile, decode
from generator.report import FORMATS, Report

PLAN = "plans/kementerian-urusan-samudra/2025-2029.yaml"
TEXT = (Path(__file__).parents[2] / PLAN).read_text(encoding="utf-8")
LINES = TEXT.splitlines(keepends=True)

# Indicators, line ends and characters that mean something to YAML, to a terminal or to an editor.
ODD = r"""
\x00 \xff \t \r \r\n \n \xe2\x80\xa8 \xef\xbb\xbf \xc2\x85 \xee\x80\x80 ---\n ...\n ?\x20 :\x20 -\x20 [ ] { } ' "
&a\x20 *a <<:\x20 !!str\x20 |\n >\n # % @ :// \xf0\x9f\x8f\x9b e\xcc\x81 tidak_diketahui ~ null
"""
WRONG = """
~ [] {} [[]] no -1 1.5 2026-T5 2031-T4 2026-02-30 K-001 ftp://a https://a@b 3201010101900001 0812-3456-7890
token=Rahasia-1 tidak_diketahui '
"""
NASTY = st.sampled_from(ODD.split()).map(lambda text: text.encode().decode("unicode_escape").encode("latin-1"))
VALUES = st.sampled_from(WRONG.split()) | st.sampled_from(("", "{a: b}", "x" * 200))


def read(*contents: bytes) -> Reading:
    files = tuple(RawFile(f"plans/a/2025-2029/{number}.yaml", content) for number, content in enumerate(contents))
    return read_plan(PlanFiles(PlanAddress("a", "2025-2029"), files))


def places(found: Iterable[Problem]) -> Iterable[Place]:
    for problem in found:
        yield problem.place
        yield from (label.place for label in problem.labels)


def check(*contents: bytes) -> None:
    reading = read(*contents)
    found = problems(reading)
    files = {
        path: decode(path, b"" if len(content) > 2**21 else content)[0]
        for path, content in ((f"plans/a/2025-2029/{number}.yaml", each) for number, each in enumerate(contents))
    }
    for place in places(found):
        assert_inside(place, files[place.path])
    report = Report.of(found, (), reading.source.files, 1)
    for render in FORMATS.values():
        assert render(report, language("id")) == render(report, language("id"))
        assert render(report, language("en")) is not None
    assert problems(read(*contents)) == found
    assert (reading.edition is None) == bool([each for each in reading.problems if each.severity == "error"])


def walk(node: Node, path: Route = ()) -> Iterator[tuple[Route, Node]]:
    """Every value with its path, one before those inside it."""
    yield path, node
    if not isinstance(node, Scalar):
        for step, inner in node.pairs() if isinstance(node, Group) else enumerate(node):
            yield from walk(inner, (*path, step))


def assert_inside(place: Place, file: TextFile) -> None:
    assert 1 <= place.line <= place.end_line <= len(file.lines), place
    assert 1 <= place.column <= len(file.lines[place.line - 1]) + 1, place
    assert 1 <= place.end_column <= len(file.lines[place.end_line - 1]) + 1, place
    assert (place.line, place.column) <= (place.end_line, place.end_column), place


@given(st.binary(max_size=400))
@settings(max_examples=90)
def test_arbitrary_bytes(content: bytes) -> None:
    check(content)


@given(st.lists(st.one_of(NASTY, st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace"))), max_size=25))
@example([b"- "])
@example([b"? *a: #"])
@example([b"\xef\xbb\xbf#\n? \xff"])
@settings(max_examples=120)
def test_arbitrary_yaml_like_bytes(parts: list[bytes]) -> None:
    check(b"".join(parts), b"lembaga: {}\n")


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 6), NASTY), min_size=1, max_size=3))
@settings(max_examples=40)
def test_a_plan_with_mutated_bytes(edits: list[tuple[int, int, bytes]]) -> None:
    content = TEXT.encode()
    for at, length, insert in edits:
        content = content[:at] + insert + content[at + length :]
    check(content)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), VALUES), min_size=1, max_size=5))
@settings(max_examples=40)
def test_a_plan_with_mutated_values(edits: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for number, value in edits:
        key, colon, _ = lines[number].partition(": ")
        if colon:
            lines[number] = f"{key}: {value}\n"
    check("".join(lines).encode())


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1)), min_size=1, max_size=4))
@settings(max_examples=40)
def test_a_plan_with_mutated_structure(moves: list[tuple[int, int]]) -> None:
    lines = list(LINES)
    for source, target in moves:
        lines.insert(target, lines.pop(source))
    check("".join(lines).encode())


@given(st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_places_do_not_depend_on_line_ends_or_a_byte_order_mark(line_end: str, marked: bool) -> None:
    content = (b"\xef\xbb\xbf" if marked else b"") + TEXT.replace("\n", line_end).encode()
    expected = [(path, node.place[1:]) for path, node in walk(read(TEXT.encode()).source.root)]
    assert [(path, node.place[1:]) for path, node in walk(read(content).source.root)] == expected


def test_a_place_read_back_is_the_value() -> None:
    reading = read(TEXT.encode())
    lines = reading.source.files[0].lines
    compared = 0
    for _, node in walk(reading.source.root):
        if isinstance(node, Scalar) and node.plain and node.place.line == node.place.end_line:
            written = lines[node.place.line - 1][node.place.column - 1 : node.place.end_column - 1]
            assert written == node
            compared += 1
    assert compared > 100
