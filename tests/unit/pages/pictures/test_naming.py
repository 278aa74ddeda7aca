from collections.abc import Callable

from generator.locale import language
from generator.model.plan import Plan
from generator.model.terms import FundingSource, Stage
from generator.model.values import UNKNOWN
from generator.pages.pictures.naming import names


def test_keys_have_the_names_of_the_plan_and_of_the_terms(plan_of: Callable[..., Plan]) -> None:
    name = names(plan_of({}), language("id").word)
    assert [name(key) for key in ("P-1", "ptsp", Stage.CONSOLIDATION, FundingSource.GRANT, 2026)] == [
        "Aplikasi",
        "DPMPTSP",
        "3 Pemantapan",
        "Hibah",
        "2026",
    ]


def test_what_is_missing_has_a_word(plan_of: Callable[..., Plan]) -> None:
    name = names(plan_of({}), language("id").word)
    assert (name(UNKNOWN), name(None)) == ("Tidak diketahui", "Tidak tercatat")
