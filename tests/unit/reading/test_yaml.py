import pytest

from generator.diagnostics import Problem
from generator.locale import language
from generator.reading.nodes import Group, Node, Scalar
from generator.reading.text import TextFile
from generator.reading.time_limit import at_most
from generator.reading.yaml import compose


def read(text: str) -> tuple[Node | None, list[Problem]]:
    return compose(TextFile("a.yaml", text))


def value(text: str) -> object:
    node, problems = read(text)
    assert not problems
    assert node is not None
    return node


def written(node: Node) -> list[object]:
    """Every value with its place, keys too."""
    inner: list[Node] = [] if isinstance(node, Scalar) else list(node)
    if isinstance(node, Group):
        inner += node.values()
    return [node, node.place, *(each for part in inner for each in written(part))]


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.place.line, problem.place.column) for problem in read(text)[1]]


def test_a_scalar_is_its_text_whatever_it_looks_like() -> None:
    words = ["11.10", "no", "yes", "0o17", "0x1F", "1_000", "12:30:45", "2026-09-30", ".inf", "1e3"]
    assert value("\n".join(f"- {word}" for word in words)) == words


def test_a_key_with_nothing_or_yamls_word_for_it_counts_as_not_written_and_an_empty_text_does_not() -> None:
    assert value('a:\nb: ""\nc: ~\n') == {"b": ""}


@pytest.mark.parametrize("text", ["{situs: https://a.example/b, nama: x}", "{situs: https://a.example/b}"])
def test_an_unquoted_address_in_a_flow_mapping(text: str) -> None:
    node, problems = read(text)
    assert not problems
    assert isinstance(node, Group)
    assert node["situs"] == "https://a.example/b"  # type: ignore[index]
    site = node["situs"]  # type: ignore[index]
    assert site.place[1:] == (1, 9, 1, 28)


def test_the_fast_and_the_pure_parser_agree_on_every_place() -> None:
    text = "a:\n- b\n- 'c'\n- {d: e, f: [g]}\nh: |\n  teks\n  dua\ni: >-\n  x\n"
    fast, _ = read("# \n" + text)
    pure, _ = read("#\ue000\n" + text)  # this character keeps the fast parser away
    assert fast is not None
    assert pure is not None
    assert written(fast) == written(pure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", [("yaml-terlarang", 1, 4)]),
        ("a: !!str b\n", [("yaml-terlarang", 1, 4)]),
        ("<<: {a: b}\n", [("yaml-terlarang", 1, 1)]),
        ("a: b\n---\nc: d\n", [("lebih-dari-satu-dokumen", 2, 1)]),
        ("a: b\na: c\n", [("kunci-ganda", 2, 1)]),
        ("? [a, b]\n: c\n", [("kunci-bukan-kata", 1, 3)]),
        ("? {a: b}\n: c\n", [("kunci-bukan-kata", 1, 3)]),
        ("? a\n: c\n", []),
        ("a: " + "[" * 39 + "]" * 39, []),
        ("a: " + "[" * 40 + "]" * 40, [("terlalu-dalam", 1, 43)]),
        ("a:\n\tb: c\n", [("yaml-tidak-terbaca", 2, 1)]),
        ('a: "b\n', [("yaml-tidak-terbaca", 1, 4)]),
        ("a: [b\n", [("yaml-tidak-terbaca", 1, 4)]),
        ("a: b: c\n", [("yaml-tidak-terbaca", 1, 4)]),
        ("a: b\n c: d\n", [("yaml-tidak-terbaca", 1, 4)]),
        ("a: b\x00c\n", [("yaml-tidak-terbaca", 1, 5)]),
        ("a: *b\n", [("yaml-terlarang", 1, 4)]),
        ("", []),
        ("# komentar\n", []),
    ],
)
def test_what_is_wrong_with_the_form(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


def test_a_bomb_of_aliases_is_told_and_never_followed() -> None:
    levels = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 30)]
    with at_most(60):  # nobody has seen the end of it otherwise
        assert {code for code, _, _ in codes("\n".join(["a0: &a0 [x]", *levels]))} == {"yaml-terlarang"}


def test_a_problem_shows_where_the_key_was_first() -> None:
    (problem,) = read("a: b\nc: d\na: e\n")[1]
    assert problem.labels[0].place[1:] == (1, 1, 1, 2)


def test_a_last_line_without_an_end_is_inside_the_file() -> None:
    node, _ = read("a: [b]\nc:\n- ")
    assert node is not None
    assert node.place[1:] == (1, 1, 3, 3)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n\u00a0\u00a0b: c\n  d: e\n", 2, 1),
        ("a:\n  b:\u00a0c\n  d: e\n", 2, 5),
        ("a:\n  - b: c\n   \u00a0d: e\n", 3, 4),
    ],
)
def test_a_pasted_hard_space_is_named_at_its_place(text: str, line: int, column: int) -> None:
    (problem,) = read(text)[1]
    assert (problem.code, problem.place.line, problem.place.column) == ("yaml-tidak-terbaca", line, column)
    assert "bukan spasi biasa" in language().word(problem.message)
