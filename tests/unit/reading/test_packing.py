"""What was composed comes back at places of its own file, or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.packing import pack, unpack
from generator.reading.text import TextFile, decode
from generator.reading.yaml import compose

ROOT = Path(__file__).parents[3]
PATH = "plans/sagara/2025-2029.yaml"
ODD = TextFile(PATH, "a: ['b', \"\", ~, {c: , d: 'e'}]\r\nf:\n# ulasan\ng: |\n  dua\n  baris\n- x: [\n")
SOUND = TextFile(PATH, "a: ['b', \"\", ~, {c: , d: 'e'}]\r\nf:\n# ulasan\ng: |\n  dua\n  baris\n")
STRANGE: list[Any] = [None, True, -1, 0, 10**30, 1.0, "x", "", [], {}, [0, 1, 1, 1, 1], {"a": 1}]


@pytest.mark.parametrize("path", [*(ROOT / "plans").rglob("*.yaml"), *(ROOT / "tests/problems").rglob("*.yaml")])
def test_every_file_comes_back(path: Path) -> None:
    """Or it would be composed at every check."""
    file, _ = decode(path.relative_to(ROOT).as_posix(), path.read_bytes())
    composed = compose(file)
    assert unpack(pack(composed), file) == composed


@given(st.text("ab:- \n\r\t[]{},'\"#|>é😀\ufeff", max_size=60))
def test_whatever_is_written_comes_back(text: str) -> None:
    composed = compose(TextFile(PATH, text))
    assert unpack(pack(composed), TextFile(PATH, text)) == composed


@given(data=st.data())
def test_whatever_is_put_into_an_entry_the_values_are_of_their_kinds(data: st.DataObject) -> None:
    written = json.loads(pack(compose(SOUND)))
    within = [written]
    for each in within:
        within += [inner for inner in each if isinstance(inner, list) and inner]
    into = data.draw(st.sampled_from(within))
    into[data.draw(st.integers(0, len(into) - 1))] = data.draw(st.sampled_from(STRANGE))
    try:
        node, _ = unpack(json.dumps(written).encode(), SOUND)
    except ValueError:
        return
    again = json.loads(pack((node, [])))[0]
    places = [again] if node is not None else []
    for what, *place in places:
        assert type(what) in (str, int)
        assert all(type(number) is int for number in place[:4])
        assert 1 <= place[0] <= place[2] <= len(SOUND.lines)
        places += [each for each in place[4:] if isinstance(each, list)]


@pytest.mark.parametrize(
    "entry",
    [
        b'[["a",1,1,1,2],[]]'.replace(b"1,1,1,2", b"1.0,1,1,2"),
        b'[["a",true,1,1,2],[]]',
        b'[["a",1,1,9,2],[]]',
        b'[["a",1,1,1,99999],[]]',
        b'[["a",0,1,1,2],[]]',
        b'[["a",-1,1,1,2],[]]',
        b'[["a",1,1,1,2,1],[]]',
        b'[["\\ud800",1,1,1,2],[]]',
        b'[["\xed\xa0\x80",1,1,1,2],[]]',
        b"[[0.0,1,1,1,2],[]]",
        b"[[2,1,1,1,2],[]]",
        b'[[1,1,1,1,2,["a",1,1,1,2]],[]]',
        b'[[1,1,1,1,2,[0,1,1,1,2],["a",1,1,1,2]],[]]',
        b"[" + b"[0,1,1,1,2," * 100 + b'["a",1,1,1,2]' + b"]" * 100 + b",[]]",
        b'[["a",1,1,1,2],["list",5]]',
        b'["abcde",[]]',
    ],
)
def test_what_was_not_packed_is_refused(entry: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the words
        unpack(entry, SOUND)


def test_a_file_that_cannot_be_read_comes_back_with_what_is_wrong() -> None:
    composed = compose(ODD)
    assert composed[0] is None
    assert unpack(pack(composed), ODD) == composed
