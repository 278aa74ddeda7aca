"""What was held back for another institution's code was never published, and nobody promised it."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.model.history.record import History
from generator.reading.past.histories import histories
from generator.reading.past.repository import Repository, repository_at
from generator.store.cache import Cache
from tests.unit.conftest import Workshop

Values = dict[str, Any]
OWN, COPY = "plans/kabupaten-sleman/2025-2029.yaml", "plans/kabupaten-bantul/2025-2029.yaml"
SLEMAN, BANTUL = PlanAddress("kabupaten-sleman", "2025-2029"), PlanAddress("kabupaten-bantul", "2025-2029")


@pytest.fixture
def sleman(small_plan: Callable[[], Values]) -> Values:
    return of(small_plan(), "34.04", "Kabupaten Sleman")


def of(values: Values, code: str, name: str, end: str = "2027-T4", scheme: str = "kemendagri") -> Values:
    made = deepcopy(values)
    kind = "kabupaten" if scheme == "kemendagri" else "lembaga"
    made["lembaga"] |= {"kode": code, "skema_kode": scheme, "nama": name, "jenis": kind}
    made["rencana"]["contoh"] = False
    made["kegiatan"][0]["selesai"] = end
    return made


def bantul(values: Values, end: str = "2027-T4") -> Values:
    return of(values, "34.02", "Kabupaten Bantul", end)


def told(workshop: Workshop, cache: Path | None = None) -> dict[PlanAddress, History]:
    repository = repository_at(workshop.folder)
    assert isinstance(repository, Repository)
    return histories(repository, "plans", [SLEMAN, BANTUL], Cache(cache))


def moved(history: History) -> list[str]:
    """The commits in which promises were moved."""
    return [entry.commit for entry in history.entries]


def test_a_copy_of_a_neighbour_is_no_first_promise(workshop: Workshop, sleman: Values, tmp_path: Path) -> None:
    workshop.commit({OWN: sleman})
    first = workshop.commit({COPY: sleman}, day="2026-01-03")
    assert (before := told(workshop, tmp_path / "c"))[BANTUL].known is False
    own = workshop.commit({COPY: bantul(sleman, "2029-T4")}, day="2026-02-03")
    found = told(workshop, tmp_path / "c")
    assert [each.commit for each in found[BANTUL].versions] == [own]
    assert moved(found[BANTUL]) == []
    assert found[BANTUL].promises["K-001"].commit == own
    assert found[SLEMAN] == before[SLEMAN], "nothing happened to it"
    assert first not in repr(found)
    last = workshop.commit({COPY: bantul(sleman, "2028-T4")}, day="2026-03-03")
    found = told(workshop, tmp_path / "c")
    assert [each.commit for each in found[BANTUL].versions] == [own, last]


def test_a_copy_that_is_taken_down_was_never_there(workshop: Workshop, sleman: Values) -> None:
    workshop.commit({OWN: sleman})
    workshop.commit({COPY: sleman})
    workshop.commit({OWN: of(sleman, "34.04", "Kabupaten Sleman", "2028-T1"), COPY: None})
    repository = repository_at(workshop.folder)
    assert list(histories(repository, "plans", (), Cache(None))) == [SLEMAN]


def test_a_copy_that_came_in_the_same_commit_is_known_by_the_name_of_its_folder(
    workshop: Workshop, sleman: Values
) -> None:
    workshop.commit({OWN: sleman, COPY: sleman})
    own = workshop.commit({COPY: bantul(sleman, "2029-T4")})
    assert [each.commit for each in told(workshop)[BANTUL].versions] == [own]
    assert len(told(workshop)[SLEMAN].versions) == 1


def test_who_had_another_code_for_a_while_goes_on_with_what_was_promised_before(
    workshop: Workshop, sleman: Values
) -> None:
    first = workshop.commit({OWN: sleman, COPY: bantul(sleman)}, day="2026-01-02")
    workshop.commit({COPY: of(sleman, "34.04", "Kabupaten Sleman", "2029-T4")}, day="2026-02-02")
    workshop.commit({COPY: "rusak: ["}, day="2026-02-03")
    last = workshop.commit({COPY: bantul(sleman, "2028-T4")}, day="2026-03-02")
    found = told(workshop)[BANTUL]
    assert [each.commit for each in found.versions] == [first, last]
    assert moved(found) == [last]
    assert found.skipped == ()


def test_who_is_freed_is_published_as_it_stands_then(workshop: Workshop, sleman: Values) -> None:
    wrong, true = of(sleman, "K12", "Badan Salah", scheme="lkpp"), of(sleman, "K12", "Badan Benar", scheme="lkpp")
    workshop.commit({OWN: wrong})
    workshop.commit({COPY: true})
    standing = workshop.commit({COPY: of(true, "K12", "Badan Benar", "2028-T1", "lkpp")})
    workshop.commit({OWN: of(sleman, "K13", "Badan Salah", scheme="lkpp")})
    last = workshop.commit({COPY: of(true, "K12", "Badan Benar", "2028-T2", "lkpp")})
    found = told(workshop)
    assert [each.commit for each in found[BANTUL].versions] == [standing, last]
    assert moved(found[BANTUL]) == [last]
    assert len(found[SLEMAN].versions) == 2, "who had the code first was published under it"


def test_an_accident_makes_no_copy_a_promise(workshop: Workshop, sleman: Values) -> None:
    workshop.commit({OWN: sleman}, day="2026-01-02")
    workshop.commit({COPY: sleman}, day="2026-02-02")
    workshop.commit({OWN: "<<<<<<< HEAD\n"}, day="2026-02-03")
    workshop.commit({OWN: None}, day="2026-02-04")
    workshop.commit({OWN: sleman}, day="2026-02-05")
    own = workshop.commit({COPY: bantul(sleman, "2029-T4")}, day="2026-03-02")
    found = told(workshop)
    assert [each.commit for each in found[BANTUL].versions] == [own]
    assert moved(found[BANTUL]) == []


def test_codes_of_no_register_are_nobodys(workshop: Workshop, sleman: Values) -> None:
    shared = of(sleman, "1", "Universitas A", scheme="lainnya")
    workshop.commit({OWN: shared})
    workshop.commit({COPY: shared})
    workshop.commit({COPY: of(sleman, "1", "Universitas B", "2029-T4", "lainnya")})
    assert len(told(workshop)[BANTUL].versions) == 2
