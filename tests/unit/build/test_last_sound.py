"""What Git keeps published of plans that are held back: nothing that was another institution's, nor never was."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from generator.build.building import quiet
from generator.build.institutions import Institutions, country
from generator.build.workers import Workers
from generator.cli.making import making
from generator.store.processes import Here
from tests.unit.conftest import Workshop

Values = dict[str, Any]
OWN, COPY = "plans/kabupaten-sleman/2025-2029.yaml", "plans/kabupaten-bantul/2025-2029.yaml"


@pytest.fixture
def sleman(small_plan: Callable[[], Values]) -> Values:
    return of(small_plan(), "34.04", "Kabupaten Sleman")


def of(values: Values, code: str, name: str, **plan: Any) -> Values:
    made = deepcopy(values)
    made["lembaga"] |= {"kode": code, "skema_kode": "kemendagri", "nama": name}
    made["rencana"] |= {"contoh": False, **plan}
    return made


def looked(workshop: Workshop) -> Institutions:
    root = workshop.folder / "plans"
    inputs = making(root, date(2026, 11, 24), workshop.folder.parent / "singgahan")
    return country(root, inputs, Workers(Here(), 1), quiet)


def stays(whole: Institutions) -> dict[str, str]:
    """The commits of the versions that stay, by institution."""
    return {address.institution: one.version.commit.id for address, one in whole.remembered.sound.items()}


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD\n", "salah"])
def test_a_broken_owner_stays_and_its_copy_is_not_published(workshop: Workshop, sleman: Values, broken: str) -> None:
    first = workshop.commit({OWN: sleman})
    workshop.commit({COPY: sleman})
    workshop.commit({OWN: broken if broken != "salah" else of(sleman, "34.04", "Kabupaten Sleman", status="entah")})
    whole = looked(workshop)
    assert stays(whole) == {"kabupaten-sleman": first}
    assert whole.covers == []
    assert [each.institution for each in whole.addresses] == ["kabupaten-sleman"]


def test_a_plan_that_is_broken_for_long_stays_as_it_was_last_sound(workshop: Workshop, sleman: Values) -> None:
    first = workshop.commit({OWN: sleman})
    for number in range(60):
        workshop.commit({OWN: of(sleman, "34.04", "Kabupaten Sleman", status=f"entah {number}")})
    assert stays(looked(workshop)) == {"kabupaten-sleman": first}


def test_a_copy_stays_for_nothing_once_its_owner_has_left(workshop: Workshop, sleman: Values) -> None:
    workshop.commit({OWN: sleman})
    workshop.commit({COPY: sleman})
    workshop.commit({COPY: of(sleman, "34.02", "Kabupaten Bantul", status="entah")})
    assert stays(looked(workshop)) == {}
    workshop.commit({OWN: None})
    assert stays(looked(workshop)) == {}


def test_what_was_published_under_a_code_that_came_back_to_its_owner_does_not_stay(
    workshop: Workshop, sleman: Values
) -> None:
    workshop.commit({OWN: sleman}, day="2026-01-02")
    workshop.commit({COPY: sleman}, day="2026-01-03")
    workshop.commit({OWN: None}, day="2026-02-02")
    assert [each.address.institution for each in looked(workshop).covers] == ["kabupaten-bantul"]
    last = workshop.commit(
        {OWN: sleman, COPY: of(sleman, "34.04", "Kabupaten Sleman", status="entah")}, day="2026-02-03"
    )
    whole = looked(workshop)
    assert [each.address.institution for each in whole.covers] == ["kabupaten-sleman"]
    assert stays(whole) == {}
    assert [each.commit for each in whole.past[whole.covers[0].address].versions][-1] == last


def test_what_came_after_the_version_that_stays_is_not_told(workshop: Workshop, sleman: Values) -> None:
    moved = "plans/kabupaten-sleman/2025-2030.yaml"
    first = workshop.commit({OWN: sleman}, day="2026-01-02")
    slip = of(sleman, "34.04", "Kabupaten Sleman")
    slip["kegiatan"][0] |= {"nama": "Hubungi 081298765432", "selesai": "2027-T4"}
    workshop.commit({OWN: slip}, day="2026-02-02")
    whole = looked(workshop)
    assert stays(whole) == {"kabupaten-sleman": first}
    ((_, history),) = whole.past.items()
    assert ([each.commit for each in history.versions], history.entries) == ([first], ())
    assert [job.past for job in whole.orders] == [whole.past]
    workshop.commit({OWN: None, moved: slip}, day="2026-03-02")
    whole = looked(workshop)
    ((address, history),) = whole.past.items()
    assert (address.period, [each.commit for each in history.versions]) == ("2025-2030", [first])
    assert [former.address.period for former in history.former] == ["2025-2029"]
    workshop.commit({moved: of(sleman, "34.04", "Kabupaten Sleman")}, day="2026-04-02")
    ((_, history),) = looked(workshop).past.items()
    assert len(history.versions) == 4


def test_a_plan_in_whose_place_is_a_link_is_broken_and_not_gone(workshop: Workshop, sleman: Values) -> None:
    first = workshop.commit({OWN: sleman}, day="2026-01-02")
    slip = of(sleman, "34.04", "Kabupaten Sleman")
    slip["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.write("plans/.bersama/sleman.yaml", slip)
    (workshop.folder / OWN).unlink()
    (workshop.folder / OWN).symlink_to("../.bersama/sleman.yaml")
    workshop.commit({}, day="2026-02-02")
    whole = looked(workshop)
    assert stays(whole) == {"kabupaten-sleman": first}
    assert [problem.code for problem in whole.problems] == ["letak-berkas"]
    (workshop.folder / OWN).unlink()
    last = workshop.commit({OWN: slip}, day="2026-03-02")
    whole = looked(workshop)
    ((_, history),) = whole.past.items()
    assert [each.commit for each in history.versions] == [first, last]
    assert history.entries


def test_a_version_that_contradicted_itself_was_promised_to_nobody(workshop: Workshop, sleman: Values) -> None:
    slip = deepcopy(sleman)
    slip["kegiatan"][0]["selesai"] = "2004-T4"
    never = workshop.commit({OWN: slip}, day="2026-01-01")
    first = workshop.commit({OWN: sleman}, day="2026-01-02")
    again = workshop.commit({OWN: slip}, day="2026-02-02")
    mended = workshop.commit({OWN: sleman}, day="2026-03-02")
    ((_, history),) = looked(workshop).past.items()
    assert [each.commit for each in history.versions] == [first, mended]
    assert [each.commit for each in history.skipped] == [never, again]
    assert history.entries == ()
    assert {promise.commit for promise in history.promises.values()} == {first}


def test_who_bore_a_code_first_is_not_asked_of_published_versions_alone(workshop: Workshop, sleman: Values) -> None:
    slip, put_off = deepcopy(sleman), deepcopy(sleman)
    slip["kegiatan"][0]["selesai"] = "2004-T4"
    put_off["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({OWN: slip}, day="2026-01-01")
    workshop.commit({COPY: sleman}, day="2026-01-02")
    first = workshop.commit({OWN: sleman}, day="2026-01-03")
    last = workshop.commit({OWN: put_off}, day="2026-02-03")
    whole = looked(workshop)
    assert [each.address.institution for each in whole.covers] == ["kabupaten-sleman"]
    history = whole.past[whole.covers[0].address]
    assert [each.commit for each in history.versions] == [first, last]
    assert [each.commit for each in history.entries] == [last]


def test_a_reason_that_came_with_a_slip_is_one_of_the_version_that_mends_it(workshop: Workshop, sleman: Values) -> None:
    slip, put_off = deepcopy(sleman), deepcopy(sleman)
    put_off["kegiatan"][0]["selesai"] = "2028-T4"
    slip["kegiatan"][0] |= {"selesai": "2028-T4", "penanggung_jawab": "entah"}
    workshop.commit({OWN: sleman}, day="2026-01-01")
    workshop.commit({OWN: slip}, day="2026-02-01", message="Tunda\n\nAlasan: Izin terbit lambat.")
    mended = workshop.commit({OWN: put_off}, day="2026-02-02")
    put_off["kegiatan"][0]["selesai"] = "2029-T1"
    last = workshop.commit({OWN: put_off}, day="2026-03-02")
    ((_, history),) = looked(workshop).past.items()
    told = [(each.commit, each.reason) for each in history.entries]
    assert told == [(mended, "Izin terbit lambat."), (last, None)]


@pytest.mark.parametrize("how", ["back after it was gone", "astray"])
def test_a_version_that_is_passed_over_bears_its_code_however_it_comes(
    workshop: Workshop, sleman: Values, how: str
) -> None:
    slip, put_off = deepcopy(sleman), deepcopy(sleman)
    slip["kegiatan"][0]["selesai"] = "2004-T4"
    put_off["kegiatan"][0]["selesai"] = "2028-T4"
    own = of(sleman, "34.02", "Kabupaten Bantul")
    gone: Values = {}
    if how == "astray":
        parts = {key: value for key, value in sleman.items() if key != "lembaga"}
        folder = OWN.removesuffix(".yaml")
        astray = {f"{folder}/rencana.yaml": parts, f"{folder}/umum/lembaga.yaml": {"lembaga": sleman["lembaga"]}}
        workshop.commit(astray, day="2026-01-01")
        gone = dict.fromkeys(astray)
    else:
        workshop.commit({OWN: sleman}, day="2025-01-01")
        workshop.commit({OWN: None}, day="2025-02-01")
        workshop.commit({OWN: slip}, day="2025-03-01")
    copy = workshop.commit({COPY: sleman}, day="2026-02-01")
    mended = workshop.commit({OWN: sleman, **gone}, day="2026-03-01")
    last = workshop.commit({OWN: put_off}, day="2026-04-01")
    workshop.commit({COPY: own}, day="2026-05-01")
    past = {address.institution: history for address, history in looked(workshop).past.items()}
    assert [each.commit for each in past["kabupaten-sleman"].versions][-2:] == [mended, last]
    assert [each.commit for each in past["kabupaten-sleman"].entries][-1:] == [last]
    assert copy not in {each.commit for each in past["kabupaten-bantul"].versions}


def test_a_reason_of_what_was_taken_back_is_no_reason_of_another(workshop: Workshop, sleman: Values) -> None:
    slip, put_off = deepcopy(sleman), deepcopy(sleman)
    slip["kegiatan"][0] |= {"penanggung_jawab": "entah"}
    put_off["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({OWN: sleman}, day="2026-01-01")
    workshop.commit({OWN: slip}, day="2026-02-01", message="Tunda\n\nAlasan: K-999 menunggu izin.")
    last = workshop.commit({OWN: put_off}, day="2026-02-02")
    ((_, history),) = looked(workshop).past.items()
    assert [(each.commit, each.reason) for each in history.entries] == [(last, None)]
