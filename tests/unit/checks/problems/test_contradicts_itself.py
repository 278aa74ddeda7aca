"""Which earlier versions nobody was promised: those that were refused on any day, and no others."""

from pathlib import Path

import pytest

from generator.checks.problems import contradicts_itself
from generator.reading.disk import on_disk
from generator.reading.library import Library
from tests.problems.cases import cases, plans_of

ON_ANY_DAY = {
    "anggaran-di-luar-kegiatan",
    "di-luar-periode",
    "id-ganda",
    "ketergantungan-melingkar",
    "rujukan-salah-jenis",
    "rujukan-tidak-dikenal",
    "selesai-sebelum-mulai",
}
"""Errors since the format began. What becomes one later does not join them: it was published, and promised."""


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_contradicts_itself_was_never_published(case: Path) -> None:
    with plans_of(case) as root:
        plans, *_ = on_disk(root, root.parent)
    for plan in plans:
        stood = Library().published(plan)
        assert Library().published(plan, contradicts_itself) == (None if case.name in ON_ANY_DAY else stood)
        assert stood or case.name not in ON_ANY_DAY, "a value of no plan is not what this is about"
