"""A field that no template of a new plan shows stands there all the same."""

import re

import pytest

from generator.scaffold.filling import templates
from generator.scaffold.remaining import with_remaining

ENTRY = """kegiatan:
  - id: K-001
    nama: Portal
    #lokasi: ["99.01"]
    «selebihnya kegiatan»
"""


def test_what_the_entry_does_not_name_is_added_with_its_meaning_and_an_example() -> None:
    lines = with_remaining(ENTRY).splitlines()
    assert "    # Siapa yang merasakan hasilnya." in lines
    assert "    #kelompok_sasaran: Pelaku usaha mikro" in lines
    assert "    #menutup: [G-1]" in lines
    keys = [match[1] for line in lines if (match := re.match(r"[# -]*(\w+):", line))]
    assert len(keys) == len(set(keys)), "what is there is not added again"


def test_in_an_entry_that_is_switched_off_it_is_so_already() -> None:
    off = "#layanan:\n#  - id: L-1\n#    «selebihnya layanan»\n#\n"
    assert "#    nama: " in with_remaining(off)
    assert "#    #" not in with_remaining(off).replace("#    # ", "")


def test_words_of_a_choice_stand_beside_it() -> None:
    assert "cepat | tinggi | sedang | rendah\n" in with_remaining(ENTRY)


@pytest.mark.parametrize("name", templates())
def test_no_mark_is_left(name: str) -> None:
    assert "«selebihnya" not in templates()[name]
