from collections.abc import Callable

import pytest

from generator.diagnostics import Problem

Planted = Callable[..., list[Problem]]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("mulai: 2026-T2", "mulai: 2024-T4", "di-luar-periode", 61),
        ("selesai: 2028-T4", "selesai: 2040-T1", "di-luar-periode", 62),
        ("selesai: 2028-T4", "selesai: 2026-T1", "selesai-sebelum-mulai", 62),
        ("tanggal: 2026-12-15", "tanggal: 2030-01-01", "di-luar-periode", 66),
        ("selesai: 2025-T4}", "selesai: 2030-T4}", "di-luar-periode", 44),
        ("mulai: 2025-T1, selesai: 2025-T4", "mulai: 2025-T4, selesai: 2025-T1", "selesai-sebelum-mulai", 44),
        ("{mulai: 2025, selesai: 2029}", "{mulai: 2029, selesai: 2025}", "selesai-sebelum-mulai", 6),
        ("2026: 2000000000", "2030: 2000000000", "di-luar-periode", 27),
        ("{tahun: 2026, jumlah", "{tahun: 2025, jumlah", "anggaran-di-luar-kegiatan", 68),
        ("{tahun: 2026, jumlah", "{tahun: 2029, jumlah", "anggaran-di-luar-kegiatan", 68),
        ("{tahun: 2026, jumlah", "{tahun: 2029-2030, jumlah", "anggaran-di-luar-kegiatan", 68),
    ],
)
def test_one_wrong_time_is_one_problem(planted: Planted, old: str, new: str, code: str, line: int) -> None:
    (problem,) = planted((old, new))
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("selesai: 2028-T4", "selesai: 2026-T2"),  # one quarter long
        ("selesai: 2028-T4", "selesai: 2026"),
        ("selesai: 2028-T4", "selesai: 2039-T4"),  # a finding
        ("mulai: 2026-T2", "mulai: tidak_diketahui"),
        ("{tahun: 2026, jumlah", "{tahun: tidak_diketahui, jumlah"),
        ("{tahun: 2026, jumlah", "{tahun: 2025-2029, jumlah"),  # some of its years will do
        ("tanggal: 2026-12-15", "tanggal: 2029-12-31"),
    ],
)
def test_what_is_no_mistake(planted: Planted, old: str, new: str) -> None:
    assert planted((old, new)) == []


def test_a_mistyped_period_is_one_warning_and_no_date_is_wrong_for_it(planted: Planted) -> None:
    (problem,) = planted(("{mulai: 2025, selesai: 2029}", "{mulai: 2025, selesai: 2027}"))
    assert (problem.code, problem.severity) == ("periode-berbeda", "warning")
