from collections.abc import Callable

import pytest

from generator.diagnostics import Problem
from generator.locale import language

Planted = Callable[..., list[Problem]]


@pytest.mark.parametrize(
    ("old", "new", "help_"),
    [
        ("[inpres-3-2003", "[inpres-3-2004", "mungkin maksudnya `inpres-3-2003`"),
        ("[inpres-3-2003", "[cetak-biru", "yang dikenal: "),
        ("[pemdi-8-2026/13]", "[pemdi-8-2026/21]", "`pemdi-8-2026` memuat indikator 1 sampai 20"),
        ("[pemdi-8-2026/13]", "[pemdi-8-2025/13]", "mungkin maksudnya `pemdi-8-2026/13`"),
        ("[pemdi-8-2026/13]", "[tiga belas]", "tulis kerangka dan nomor indikatornya"),
    ],
)
def test_what_the_frame_does_not_have(planted: Planted, old: str, new: str, help_: str) -> None:
    (problem,) = planted((old, new))
    assert problem.code == "kerangka-tidak-dikenal"
    assert problem.help is not None
    assert language().word(problem.help).startswith(help_)
