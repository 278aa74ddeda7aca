"""All checks together: a sound plan gives nothing, and each mistake exactly one problem at its line."""

from collections.abc import Callable

from generator.checks.problems import CHECKS
from generator.diagnostics import Problem
from generator.locale import language

Planted = Callable[..., list[Problem]]

SIX = (
    ("jenis: kabupaten", "jenis: kabupatan"),
    ("    penanggung_jawab: dpmptsp", "    penangung_jawab: dpmptsp"),
    ("selesai: 2028-T4", "selesai: 2041-T4"),
    ("bergantung_pada: [K-002]", "bergantung_pada: [K-020]"),
    ("jumlah: 750000000", "jumlah: -750000000"),
    ("{id: IK-1,", "{id: K-001,"),
)


def test_a_sound_plan_gives_none(planted: Planted) -> None:
    assert planted() == []


def test_six_planted_mistakes_give_six_diagnostics_at_their_lines(planted: Planted) -> None:
    found = planted(*SIX)
    assert [(problem.code, problem.place.line) for problem in found] == [
        ("pilihan-salah", 2),
        ("kunci-tidak-dikenal", 59),
        ("di-luar-periode", 62),
        ("rujukan-tidak-dikenal", 63),
        ("rupiah-salah", 68),
        ("id-ganda", 85),
    ]
    assert {problem.plan for problem in found} == {"sagara/2025-2029"}
    assert [problem.item for problem in found] == ["", "K-001", "K-001", "K-001", "K-001", "K-001"]


def test_every_message_is_worded_in_both_languages(planted: Planted) -> None:
    for problem in planted(*SIX):
        indonesian, english = (language(code).word(problem.message) for code in ("id", "en"))
        assert indonesian != english
        assert "{" not in indonesian + english


def test_a_mended_away_element_still_defines_its_id(planted: Planted) -> None:
    # The unit has no name, so that the draft leaves it out; what refers to it is right all the same.
    found = planted(("{id: dpmptsp, nama: Dinas Penanaman Modal}", "{id: dpmptsp}"))
    assert [problem.code for problem in found] == ["kunci-wajib"]


def test_checks_are_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
