"""A remedy that is a replacement, done to the letter, mends what it is for and breaks nothing else."""

import re
from pathlib import Path

import pytest

from generator.diagnostics import Problem

from .beginners.cases import CASES, Files
from .beginners.telling import WORDS, mistaken, problems, remedied
from .cases import HERE, cases, plans_of

SOUND = (HERE / "sound.yaml").read_text(encoding="utf-8").split("kegiatan: [")[0]
PATH = "plans/kabupaten-sagara/2025-2029.yaml"
FIRST = (
    "kegiatan:\n  - id: K-007\n    nama: Portal\n    program: P-0\n    bagian: [strategi]\n    tahap: tidak_diketahui\n"
    "    muatan: tidak_diketahui\n    domain: tidak_diketahui\n    penanggung_jawab: tidak_diketahui\n"
    "    mulai: tidak_diketahui\n    selesai: tidak_diketahui\n    status: tidak_diketahui\n"
)
REST = FIRST.partition("K-007\n")[2]
MILESTONES = "    tonggak:\n      - tanggal: 2026-01-01\n        uraian: a\n"
MONEY = "    anggaran:\n      - {tahun: 2026, jumlah: 1000000, sumber: apbd}\n"
LOST = {
    **{f"id-{depth}": f"{FIRST}{' ' * depth}id: K-008\n{REST}" for depth in range(7)},
    "id-beside-its-keys": FIRST + "  id: K-008\n" + REST.replace("    ", "  "),
    "after-a-comment": f"{FIRST}\n  # berikutnya\n  id: K-008\n{REST}",
    "two": f"{FIRST}  id: K-008\n{REST}  id: K-009\n{REST}",
    "milestone": f"{FIRST}{MILESTONES}      tanggal: 2026-02-01\n        uraian: b\n",
    "money": f"{FIRST}{MONEY}      {{tahun: 2027, jumlah: 1000000, sumber: apbd}}\n",
    "list-beside-its-key": FIRST.replace("  - ", "- ").replace("    ", "  ")
    + "id: K-008\n"
    + REST.replace("    ", "  "),
}
NAMES = [*(case.name for case in cases() if case.name != "tidak-dapat-dibuka"), *CASES]  # a pipe has no content
LITERAL = re.compile(r"(?:tulis|ganti dengan|ganti `[^`…]+` dengan) `[^`…<>]+`")


def _of(case: str) -> Files:
    if case in CASES:
        return mistaken(case)
    with plans_of(HERE / case) as root:
        files = (path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root.parent).as_posix(): path.read_bytes() for path in files}


def _same(one: Problem, other: Problem) -> bool:
    return (one.code, one.place[:3], one.message) == (other.code, other.place[:3], other.message)


@pytest.mark.parametrize("case", NAMES)
def test_a_replacement_does_what_it_is_for(case: str, tmp_path: Path) -> None:
    files = _of(case)
    found = problems(files, tmp_path / "before")
    for number, problem in enumerate(each for each in found if each.fix is not None):
        left = problems(remedied(files, problem), tmp_path / str(number))
        assert not any(_same(problem, each) for each in left), problem
        assert not {each.code for each in left} & {"kunci-ganda", "yaml-tidak-terbaca"} - {each.code for each in found}


@pytest.mark.parametrize("case", NAMES)
def test_a_remedy_that_names_one_replacement_can_be_done_by_a_machine(case: str, tmp_path: Path) -> None:
    for problem in problems(_of(case), tmp_path):
        if problem.help and LITERAL.fullmatch(WORDS.word(problem.help)):
            assert problem.fix is not None, WORDS.word(problem.help)


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_a_lost_hyphen_is_told_at_once(text: str, tmp_path: Path) -> None:
    files: Files = {PATH: (SOUND + text).encode()}
    for step in range(3):
        found = problems(files, tmp_path / str(step))
        if not found:
            break
        assert all("hilang" in WORDS.word(each.message) and each.fix for each in found), found
        files = remedied(files, found[0])
    assert not found
    assert step in (1, 2)


@pytest.mark.parametrize("text", ["mulai dari layanan publik", "  status layanan publik", "tahap", " satu\n dua"])
def test_a_text_below_its_key_is_told_at_the_key(text: str, tmp_path: Path) -> None:
    broken = FIRST.replace("nama: Portal", f"nama:\n{text}")
    files: Files = {PATH: (SOUND + broken).encode()}
    (problem,) = problems(files, tmp_path / "before")
    assert problem.place[1:3] == (SOUND.count("\n") + 3, 10)
    assert "isi `nama` ditulis di baris berikutnya" in WORDS.word(problem.message)
    assert problems(remedied(files, problem), tmp_path / "after") == []


@pytest.mark.parametrize("field", ["id: K-007", "program: P-0", "nama: Portal", "status: tidak_diketahui"])
@pytest.mark.parametrize("text", ["\\ud83d", "K-\\udc00 7"])
def test_half_a_character_is_one_mistake(field: str, text: str, tmp_path: Path) -> None:
    key = field.partition(":")[0]
    broken = (SOUND + FIRST).replace(f"{field}\n", f'{key}: "{text}"\n')
    (problem,) = problems({PATH: broken.encode()}, tmp_path)
    assert problem.code == "karakter-terlarang"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Desember 2026", "`2026-T4`"),
        ("2026-12", "`2026-T4`"),
        ("Mar 2026", "`2026-T1`"),
        ("TW IV 2026", "`2026-T4`"),
        ("semester 2 2026", "`2026-T3` sampai `2026-T4`"),
        ("akhir 2026", "atau triwulan, misalnya `2026-T3`"),
    ],
)
def test_a_milestone_may_be_promised_by_a_quarter(written: str, right: str, tmp_path: Path) -> None:
    text = f"{SOUND}{FIRST}    tonggak: [{{tanggal: {written}, uraian: a}}]\n"
    (problem,) = problems({PATH: text.encode()}, tmp_path)
    assert problem.code == "tanggal-salah"
    assert problem.help
    assert right in WORDS.word(problem.help)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "sebagai UTF-8"),
    ],
)
def test_what_an_editor_of_windows_saves_is_told_once(encoding: str, name: str, tmp_path: Path) -> None:
    text = (SOUND + FIRST).replace("Portal", "Portal – satu").replace("\n", "\r\n")
    (problem,) = problems({PATH: text.encode(encoding)}, tmp_path)
    assert problem.code == "bukan-utf-8"
    assert name in WORDS.word(problem.message)


def test_line_ends_and_a_mark_of_windows_change_no_place(tmp_path: Path) -> None:
    text = (SOUND + FIRST).replace("program: P-0", "program: P-9")
    (expected,) = problems({PATH: text.encode()}, tmp_path / "unix")
    for name, content in (
        ("crlf", text.replace("\n", "\r\n").encode()),
        ("bom", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()),
        ("mac", text.replace("\n", "\r").encode()),
    ):
        assert problems({PATH: content}, tmp_path / name) == [expected]
