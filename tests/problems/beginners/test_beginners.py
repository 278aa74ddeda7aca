"""What a beginner is told of each of 201 mistakes, and that the remedy mends it."""

from pathlib import Path

import pytest

from .cases import CASES, sound
from .telling import TOLD, looked_at, mistaken, problems, remedied, told

EXPECTED = {
    block.split("\n", 1)[0]: f"## {block.rstrip()}\n"
    for block in TOLD.read_text(encoding="utf-8").split("## ")
    if block.strip()
}
# What is left when every `fix` is done: a pasted entry of a list is found where it belongs, and is then an activity
# without what an activity needs; some of several mistakes have no one remedy.
LEFT = {
    "66-tempel-salah-jorok": {"kunci-wajib"},
    "67-tempel-terlalu-dalam": {"kunci-wajib"},
    "68-tempel-dalam-kunci": {"kunci-wajib"},
    "126-tiga-kesalahan-sekaligus": {"triwulan-salah"},
    "159-kegiatan-di-berkas-lain-kunci-lupa": {"kunci-wajib"},
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told(name: str, tmp_path: Path) -> None:
    assert told(name, problems(mistaken(name), tmp_path)) == EXPECTED[name]


def test_nothing_is_told_of_the_sound_plan(tmp_path: Path) -> None:
    assert problems(sound(), tmp_path) == []


@pytest.mark.parametrize("name", [name for name in CASES if "\n  > " in EXPECTED.get(name, "")])
def test_what_is_advised_mends_it(name: str, tmp_path: Path) -> None:
    """Every `fix` done one after the other: the plan is sound then, or lacks only what was never written."""
    files = mistaken(name)
    for step in range(20):
        found = problems(files, tmp_path / str(step))
        known = [problem for problem in found if problem.fix is not None]
        if not known:
            break
        files = remedied(files, known[0])
    assert {problem.code for problem in found} == LEFT.get(name, set())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("40-rp-dalam-ribuan", "jumlah-sangat-kecil"),
        ("156-belum-diisi-nol", "jumlah-sangat-kecil"),
        ("161-status-selesai-95", "selesai-tanpa-kemajuan"),
    ],
)
def test_what_may_be_meant_is_a_finding(name: str, kind: str, tmp_path: Path) -> None:
    assert kind in {finding.kind for finding in looked_at(mistaken(name), tmp_path).findings}
