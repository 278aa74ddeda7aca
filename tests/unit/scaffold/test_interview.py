from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from generator.locale import Message
from generator.scaffold import GivenAnswers, Refusal, interview, surroundings

from .plans import SLEMAN, TODAY, new_plan


class Typist:
    """Types the answers it has in turn, or takes the default, and keeps the questions."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []
        self.defaults: list[str] = []

    def __call__(
        self,
        question: Message,
        *,
        option: str,
        default: str = "",
        choices: Sequence[str] = (),
        check: Callable[[str], None],
    ) -> str:
        self.questions.append(question.msgid)
        self.defaults.append(default)
        typed = self.answers.pop(0) if self.answers else ""
        check(typed or default)
        return typed or default


def test_a_region_s_name_is_enough() -> None:
    typist = Typist("Kota Depok")
    plan = interview(GivenAnswers(), typist, TODAY)
    assert (plan.address.institution, plan.address.period) == ("kota-depok", "2026-2030")
    assert (plan.institution.code, plan.institution.kind) == ("32.76", "kota")
    assert plan.institution.province == "Jawa Barat"
    assert plan.header.title == "Rencana Induk Pengembangan e-Government Kota Depok 2026–2030"
    assert (plan.header.status, plan.header.updated, plan.header.is_example) == ("rancangan", TODAY, False)
    assert len(typist.questions) == 6


def test_what_is_given_is_not_asked() -> None:
    assert new_plan().header.title == "Rencana Induk Kabupaten Sleman"


def test_a_central_agency_has_a_code_of_lkpp_and_an_example_its_own() -> None:
    ministry = interview(GivenAnswers(name="Kementerian Urusan Samudra", kind="kementerian"), Typist("K99"), TODAY)
    assert (ministry.institution.code_scheme, ministry.institution.code) == ("lkpp", "K99")
    assert ministry.institution.province is None
    example = interview(GivenAnswers(name="Kabupaten Sagara", kind="kabupaten", example=True), Typist("99.01"), TODAY)
    assert (example.institution.code_scheme, example.header.is_example) == ("contoh", True)


def test_a_decree_is_kept_and_makes_the_plan_adopted() -> None:
    plan = new_plan(replace(SLEMAN, decree_form="perbup", decree_number="12", decree_year="2025"))
    assert plan.header.enactment is not None
    assert (plan.header.enactment.form, plan.header.enactment.number, plan.header.enactment.year) == (
        "perbup",
        "12",
        2025,
    )
    assert plan.header.status == "ditetapkan"


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"code": "34.99"}, "34.99"),
        ({"code": "34.71"}, "Kota Yogyakarta"),
        ({"kind": "dinas"}, "dinas"),
        ({"period": "2029-2025"}, "2029-2025"),
        ({"period": "2025"}, "2025"),
        ({"institution": "../sleman"}, "../sleman"),
        ({"institution": "metode"}, "metode"),
        ({"site": "javascript:alert(1)"}, "javascript"),
        ({"decree_form": "perbup", "decree_year": "dua"}, "dua"),
        ({"document_kind": "novel"}, "jenis_dokumen"),
        ({"name": " \n"}, "kosong"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(wrong: dict[str, str], word: str) -> None:
    with pytest.raises(Refusal) as refused:
        new_plan(replace(SLEMAN, **wrong))
    message = refused.value.message
    assert word in message.msgid + str(message.arguments)


def test_line_breaks_and_control_characters_do_not_enter_a_plan() -> None:
    plan = new_plan(replace(SLEMAN, title="Rencana\n\x00Induk\t Sleman"))
    assert plan.header.title == "Rencana Induk Sleman"


@pytest.mark.parametrize(
    "typed",
    [
        "2025-2029",
        "2025–2029",
        "2025 — 2029",
        "2025/2029",
        "2025 s.d. 2029",
        "2025 s/d 2029",
        "2025 sd 2029",
        "Tahun 2025 sampai dengan 2029",
        "th. 2025 hingga 2029",
    ],
)
def test_a_period_as_people_type_it(typed: str) -> None:
    plan = new_plan(replace(SLEMAN, period=typed))
    assert plan.address.period == "2025-2029"
    assert (plan.header.period.start, plan.header.period.end) == (2025, 2029)


def test_a_year_as_people_type_it() -> None:
    plan = new_plan(replace(SLEMAN, decree_form="perbup", decree_number="12", decree_year="Tahun 2025"))
    assert plan.header.enactment is not None
    assert plan.header.enactment.year == 2025


def test_the_forge_is_guessed_from_the_address() -> None:
    told = {
        "https://github.com/a/b": "github",
        "https://gitlab.sagara.example/a/b": "gitlab",
        "https://codeberg.org/a/b": "gitea",
        "https://forge.example/a/b": "github",
    }
    for address, forge in told.items():
        assert surroundings(GivenAnswers(repo_url=address), Typist(), "X").forge == forge


@pytest.mark.parametrize(
    "wrong",
    [{"site_url": "sagara.example"}, {"repo_url": "javascript:x"}, {"forge": "svn"}, {"install": "rencana-induk"}],
)
def test_surroundings_that_do_not_fit_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(Refusal):
        surroundings(GivenAnswers(**wrong), Typist(), "X")
