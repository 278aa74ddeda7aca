"""Two long texts, told by what differs."""

from time import process_time

import pytest

from generator.locale import language
from generator.pages.words.text_difference import text_difference

SENTENCE = "Dinas menyediakan satu portal untuk dua belas jenis izin bagi seluruh pelaku usaha di kabupaten"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (SENTENCE, SENTENCE.replace("dua belas", "sepuluh"), "“dua belas” menjadi “sepuluh”"),
        (SENTENCE, f"{SENTENCE} dan lagi", "ditambah “dan lagi”"),
        (SENTENCE, SENTENCE.replace("satu ", ""), "dihapus “satu”"),
        ("izin dan izin dan izin", "izin dan izin", "dihapus “dan izin”"),
        (
            f"{SENTENCE} {'isi ' * 500}{SENTENCE[::-1]}",
            f"{SENTENCE} baru {'isi ' * 500}{SENTENCE[::-1]} akhir",
            "ditambah “baru”; ditambah “akhir”",
        ),
        (
            " ".join(f"kata{at}" for at in range(1000)),
            " ".join(f"kata{at}" if at % 100 != 50 else "ganti" for at in range(1000)),
            "; ".join(f"“kata{at}” menjadi “ganti”" for at in range(50, 500, 100)) + "; dan 5 bagian lain",
        ),
    ],
)
def test_a_text_is_told_by_what_differs(before: str, after: str, told: str) -> None:
    assert text_difference(before, after, language()) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x " + "a " * 398 + "w", "y " + "a b " * 199 + "z"),
        ("a b " * 200, "a b c " * 133),
        ("a b " * 2000, "b a a " * 1333),
        (
            " ".join(f"w{at} " + "a b " * 9 for at in range(20)),
            " ".join(f"w{at} " + "b c a a " * 4 for at in range(20)),
        ),
    ],
)
def test_words_that_repeat_cost_no_more_than_a_multiple_of_words_that_do_not(before: str, after: str) -> None:
    """Compared each with each, they cost thirty thousand times as much."""
    distinct = " ".join(map(str, range(400))), " ".join(map(str, range(400, 0, -1)))
    assert _time(before, after) < 300 * _time(*distinct)


def _time(before: str, after: str) -> float:
    def once() -> float:
        begun = process_time()
        text_difference(before, after, language())
        return process_time() - begun

    return min(once() for _ in range(3))
