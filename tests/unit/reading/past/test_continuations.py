"""A promise that the next plan takes over is counted from the plan that made it."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.model.baseline_change import Promise
from generator.model.changes.facts import EndMoved
from generator.model.history import History, Slips, baseline_changes, unexplained_moves
from generator.model.history.continuation import ActivityContinued, BudgetContinued
from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.values import UNKNOWN, Quarter
from generator.reading.merge import PlanSource
from generator.reading.nodes import find
from generator.reading.past import continuations
from generator.reading.past.histories import histories
from generator.reading.past.records import Telling
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
OLD, NEW = PlanAddress("sagara", "2020-2024"), PlanAddress("sagara", "2025-2029")


@pytest.fixture
def old(small_plan: Callable[[], Values]) -> Values:
    values = small_plan()
    values["rencana"]["periode"] = {"mulai": 2020, "selesai": 2024}
    activity = values["kegiatan"][0]
    activity |= {"id": "K-12", "mulai": "2021-T1", "selesai": "2022-T4"}
    activity["anggaran"] = [{"tahun": 2021, "jumlah": 300, "fase": "indikatif"}]
    activity["keluaran"] = [{"uraian": "Jenis izin", "jumlah": 12, "tahunan": {2021: 5, 2022: 7}}]
    activity["tonggak"] = [
        {"tanggal": "2021-06-01", "uraian": "Kajian", "tercapai": "2021-06-01"},
        {"tanggal": "2022-06-01", "uraian": "Uji coba"},
    ]
    return values


@pytest.fixture
def new(small_plan: Callable[[], Values]) -> Values:
    values = small_plan()
    activity = values["kegiatan"][0]
    activity |= {"mulai": "2025-T1", "selesai": "2026-T4", "lanjutan_dari": {"rencana": "2020-2024", "id": "K-12"}}
    activity["keluaran"] = [{"uraian": "Jenis izin", "jumlah": 8, "tahunan": {2025: 8}}]
    activity["tonggak"] = [{"tanggal": "2026-01-15", "uraian": "Uji coba"}]
    return values


def told(folder: Path, address: PlanAddress = NEW, cache: Path | None = None) -> History:
    return histories(repository_at(folder), "plans", [address], Cache(cache))[address]


def read(values: Values) -> Plan:
    return Plan.model_validate(json.loads(json.dumps(values)))


def moved(history: History, item: str = "K-001") -> list[tuple[str, str, str, str | None]]:
    return [
        (str(each.day), type(each.change).__name__, str(each.since or ""), each.reason)
        for each in history.entries_of(item)
    ]


def test_the_first_promise_is_that_of_the_earlier_plan(workshop: Any, old: Values, new: Values, tmp_path: Path) -> None:
    first = workshop.commit({"plans/sagara/2020-2024.yaml": old}, day="2020-03-01")
    old["kegiatan"][0]["selesai"] = "2023-T4"
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, "Mundur\n\nAlasan: Lelang gagal.", day="2022-11-01")
    new["rencana"]["status"] = "rancangan"
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2024-10-01")
    assert told(workshop.folder).promises == {}  # a draft promises nothing, and takes nothing over
    new["rencana"]["status"] = "berlaku"
    new["alasan_perubahan"] = [{"item": "K-001", "tanggal": "2024-12-01", "alasan": "Dana dialihkan."}]
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    new["kegiatan"][0]["selesai"] = "2027-T2"
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2026-02-01")

    history = told(workshop.folder, cache=tmp_path / "singgahan")
    promise = history.promises["K-001"]
    assert (promise.plan, promise.item, promise.commit, promise.day) == (OLD, "K-12", first, date(2020, 3, 1))
    assert (promise.start, promise.end) == (Quarter(2021, 1), Quarter(2022, 4))
    assert promise.money == Total(300, 1)
    assert moved(history) == [
        ("2022-11-01", "EndMoved", "sagara/2020-2024", "Lelang gagal."),
        ("2025-01-05", "EndMoved", "", "Dana dialihkan."),
        ("2025-01-05", "MilestoneMoved", "", "Dana dialihkan."),
        ("2025-01-05", "OutputMoved", "", "Dana dialihkan."),
        ("2025-01-05", "BudgetContinued", "", "Dana dialihkan."),
        ("2026-02-01", "EndMoved", "", None),
    ]
    assert history.slips("K-001") == Slips(3, 0, Quarter(2022, 4), Quarter(2027, 2))
    (taken,) = (each for version in history.versions for each in version.changes if isinstance(each, ActivityContinued))
    assert (taken.item, taken.earlier, taken.activity) == ("K-001", OLD, "K-12")
    assert told(workshop.folder, cache=tmp_path / "singgahan") == history
    assert told(workshop.folder, OLD).slips("K-12") == Slips(1, 0, Quarter(2022, 4), Quarter(2023, 4))


def test_what_was_done_is_a_promise_that_was_kept(workshop: Any, old: Values, new: Values) -> None:
    old["kegiatan"][0]["status"] = "selesai"
    workshop.commit({"plans/sagara/2020-2024.yaml": old, "plans/sagara/2025-2029.yaml": new})
    history = told(workshop.folder)
    assert history.entries == ()
    assert history.promises["K-001"].plan is None


@pytest.mark.parametrize("money", [[], [{"tahun": 2021, "jumlah": "tidak_diketahui", "fase": "indikatif"}]])
def test_what_was_not_known_is_promised_by_the_new_plan(
    workshop: Any, old: Values, new: Values, money: list[Values]
) -> None:
    old["kegiatan"][0] |= {"selesai": "tidak_diketahui", "anggaran": money}
    workshop.commit({"plans/sagara/2020-2024.yaml": old, "plans/sagara/2025-2029.yaml": new})
    history = told(workshop.folder)
    assert history.slips("K-001") is None
    assert history.promises["K-001"].end == Quarter(2026, 4)
    assert history.promises["K-001"].money.known
    assert not [each for each in history.entries if isinstance(each.change, BudgetContinued)]


@pytest.mark.parametrize("named", ["2020-2024", "sagara/2020-2024", "kab-sagara/2020-2024"])
def test_a_plan_is_found_by_its_period_its_address_and_where_it_stood(
    workshop: Any, old: Values, new: Values, named: str
) -> None:
    workshop.commit({"plans/kab-sagara/2020-2024.yaml": old}, day="2020-03-01")
    workshop.commit({"plans/kab-sagara/2020-2024.yaml": None, "plans/sagara/2020-2024.yaml": old}, day="2021-03-01")
    new["kegiatan"][0]["lanjutan_dari"]["rencana"] = named
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    assert told(workshop.folder).slips("K-001") == Slips(1, 0, Quarter(2022, 4), Quarter(2026, 4))


def test_a_period_alone_is_that_of_the_plan_which_is_followed(workshop: Any, old: Values, new: Values) -> None:
    """An institution that took over another's work keeps the other's promises."""
    old["lembaga"] |= {"kode": "99.02", "nama": "Kota Sagara"}
    workshop.commit({"plans/kota-sagara/2020-2024.yaml": old}, day="2020-03-01")
    new["rencana"]["melanjutkan"] = "kota-sagara/2020-2024"
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    assert told(workshop.folder).promises["K-001"].plan == PlanAddress("kota-sagara", "2020-2024")


def test_a_plan_that_was_taken_down_when_the_next_came_hides_nothing(workshop: Any, old: Values, new: Values) -> None:
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, day="2020-03-01")
    workshop.commit({"plans/sagara/2020-2024.yaml": None, "plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    assert told(workshop.folder).slips("K-001") == Slips(1, 0, Quarter(2022, 4), Quarter(2026, 4))


def test_through_three_plans(workshop: Any, old: Values, new: Values) -> None:
    oldest = deepcopy(old)
    oldest["rencana"]["periode"] = {"mulai": 2015, "selesai": 2019}
    oldest["kegiatan"][0] |= {"id": "K-7", "mulai": "2016-T1", "selesai": "2018-T4"}
    old["kegiatan"][0]["lanjutan_dari"] = {"rencana": "2015-2019", "id": "K-7"}
    workshop.commit({"plans/sagara/2015-2019.yaml": oldest}, day="2015-03-01")
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, day="2020-03-01")
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    history = told(workshop.folder)
    assert history.slips("K-001") == Slips(2, 0, Quarter(2018, 4), Quarter(2026, 4))
    assert history.promises["K-001"].plan == PlanAddress("sagara", "2015-2019")


@pytest.mark.parametrize(
    "continues",
    [
        {"rencana": "2025-2029", "id": "K-001"},  # itself
        {"rencana": "2030-2034", "id": "K-12"},  # a later plan
        {"rencana": "2020-2024", "id": "K-99"},
        {"rencana": "lain/2020-2024", "id": "K-12"},
        {"rencana": "../2020-2024", "id": "K-12"},
        {"rencana": "RPJMD", "id": "K-12"},
    ],
)
def test_what_names_no_earlier_activity_takes_nothing_over(
    workshop: Any, old: Values, new: Values, continues: dict[str, str]
) -> None:
    new["kegiatan"][0]["lanjutan_dari"] = continues
    later = deepcopy(old)
    later["kegiatan"][0]["lanjutan_dari"] = {"rencana": "2025-2029", "id": "K-001"}
    files = {"2020-2024": old, "2025-2029": new, "2030-2034": later}
    workshop.commit({f"plans/sagara/{period}.yaml": values for period, values in files.items()})
    assert told(workshop.folder).entries == ()
    assert told(workshop.folder).promises["K-001"].end is not UNKNOWN


def test_an_earlier_plan_that_is_recorded_later_counts_too(workshop: Any, old: Values, new: Values) -> None:
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, day="2025-06-01")
    assert told(workshop.folder).slips("K-001") == Slips(1, 0, Quarter(2022, 4), Quarter(2026, 4))


def test_to_name_no_earlier_activity_any_more_is_told_as_a_promise_that_changed(
    workshop: Any, old: Values, new: Values
) -> None:
    workshop.commit({"plans/sagara/2020-2024.yaml": old, "plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    del new["kegiatan"][0]["lanjutan_dari"]
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-02-01")
    history = told(workshop.folder)
    assert [each.change.path for each in history.entries] == [("lanjutan_dari", "id"), ("lanjutan_dari", "rencana")]
    assert history.promises["K-001"].plan is None
    left = unexplained_moves(history, read(new))
    assert [(each.item, each.what) for each in left] == [("K-001", Promise.ORIGIN)]


def test_an_earlier_plan_that_was_prolonged_is_found_by_the_period_it_had(
    workshop: Any, old: Values, new: Values
) -> None:
    workshop.commit({"plans/sagara/2020-2024.yaml": old}, day="2020-03-01")
    old["rencana"]["periode"]["selesai"] = 2025
    workshop.commit({"plans/sagara/2020-2024.yaml": None, "plans/sagara/2020-2025.yaml": old}, day="2024-12-01")
    workshop.commit({"plans/sagara/2025-2029.yaml": new}, day="2025-01-05")
    assert told(workshop.folder).promises["K-001"].plan == PlanAddress("sagara", "2020-2025")


def test_what_breaks_us_is_the_next_plans_alone(
    workshop: Any, old: Values, new: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(continuations, "taken_over", broken)
    workshop.commit({"plans/sagara/2020-2024.yaml": old, "plans/sagara/2025-2029.yaml": new})
    assert told(workshop.folder).failure
    assert told(workshop.folder, OLD).known


@pytest.mark.parametrize("comes_later", [True, False])
@pytest.mark.parametrize("how", ["cannot be read", "contradicts itself"])
def test_an_earlier_plan_hands_over_what_was_told_of_it_last(
    workshop: Any, old: Values, new: Values, how: str, comes_later: bool
) -> None:
    slip = deepcopy(old)
    slip["kegiatan"][0]["selesai"] = "2004-T4" if how == "contradicts itself" else "entah"
    new["rencana"]["status"] = "berlaku"
    before, after = "plans/sagara/2020-2024.yaml", "plans/sagara/2025-2029.yaml"
    if comes_later:
        workshop.commit({after: new}, day="2025-01-01")
    else:
        workshop.commit({before: old}, day="2020-01-01")
    for number in range(12):
        slip["rencana"]["judul"] = f"Rencana {number}"
        workshop.commit({before: slip}, day="2025-01-02")
    workshop.commit({before: old, after: new}, day="2025-01-03")

    def refused(address: PlanAddress, source: PlanSource) -> bool:
        return address == OLD and find(source.root, ("kegiatan", 0, "selesai")) == "2004-T4"

    telling = Telling(refused=refused)
    history = histories(repository_at(workshop.folder), "plans", [NEW], Cache(None), telling=telling)[NEW]
    assert history.slips("K-001") == Slips(1, 0, Quarter(2022, 4), Quarter(2026, 4))


BEFORE, FILE = "plans/sagara/2020-2024.yaml", "plans/sagara/2025-2029.yaml"


def slip(workshop: Any, new: Values, *, named: bool) -> Values:
    """A plan that promises 2026-T4 and three years later, with and without the activity that it goes on with."""
    continued = new["kegiatan"][0].pop("lanjutan_dari")
    if named:
        new["kegiatan"][0]["lanjutan_dari"] = continued
    workshop.commit({FILE: new}, day="2025-01-05")
    new["kegiatan"][0] |= {"selesai": "2029-T4"}
    new["kegiatan"][0]["anggaran"][0]["jumlah"] += 900
    workshop.commit({FILE: new}, day="2026-10-01")
    new["kegiatan"][0]["lanjutan_dari"] = continued
    return new


def assert_slipped(history: History, new: Values) -> None:
    """The slip that was made is told, and nothing that nobody made."""
    promise, now = history.promises["K-001"], read(new)
    assert (promise.plan, promise.end) == (None, Quarter(2026, 4))
    assert history.slips("K-001") == Slips(1, 0, Quarter(2026, 4), Quarter(2029, 4))
    assert {str(each.day) for each in history.entries_of("K-001")} == {"2026-10-01"}
    assert [each.what for each in baseline_changes(history, now)] == [Promise.END, Promise.BUDGET]
    assert {Promise.END, Promise.BUDGET} <= {each.what for each in unexplained_moves(history, now)}


@pytest.mark.parametrize("named", [True, False])
def test_an_earlier_plan_written_down_after_a_slip_makes_it_none(
    workshop: Any, old: Values, new: Values, named: bool
) -> None:
    slip(workshop, new, named=named)
    old["kegiatan"][0]["selesai"] = "2029-T4"
    old["kegiatan"][0]["tonggak"][1]["tanggal"] = "2027-01-15"
    workshop.commit({BEFORE: old, FILE: new}, day="2026-11-01")
    history = told(workshop.folder)
    assert_slipped(history, new)
    assert [type(each) for each in history.versions[0].changes][-1] is ActivityContinued


def test_another_activity_of_the_earlier_plan_that_is_named_after_a_slip_makes_it_none(
    workshop: Any, old: Values, new: Values
) -> None:
    old["kegiatan"][0]["selesai"] = "2029-T4"
    workshop.commit({BEFORE: old}, day="2020-03-01")
    workshop.commit({FILE: slip(workshop, new, named=False)}, day="2026-11-01")
    assert_slipped(told(workshop.folder), new)


def test_the_plan_of_another_institution_gives_no_later_end(workshop: Any, old: Values, new: Values) -> None:
    old["lembaga"] |= {"kode": "99.02", "nama": "Kota Sagara"}
    old["kegiatan"][0]["selesai"] = "2029-T4"
    workshop.commit({"plans/kota-sagara/2020-2024.yaml": old}, day="2020-03-01")
    new["kegiatan"][0]["lanjutan_dari"]["rencana"] = "kota-sagara/2020-2024"
    slip(workshop, new, named=True)
    assert_slipped(told(workshop.folder), new)


def test_an_institution_of_the_same_code_in_another_folder_is_the_same(workshop: Any, old: Values, new: Values) -> None:
    """It got another folder with the new plan; its old plan stays where it was."""
    old["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({"plans/kab-sagara/2020-2024.yaml": old}, day="2020-03-01")
    new["kegiatan"][0]["lanjutan_dari"]["rencana"] = "kab-sagara/2020-2024"
    workshop.commit({FILE: new}, day="2025-01-05")
    assert told(workshop.folder).slips("K-001") == Slips(0, 1, Quarter(2028, 4), Quarter(2026, 4))


@pytest.mark.parametrize("what", ["draft", "unknown"])
def test_an_end_that_the_earlier_plan_had_not_promised_yet_makes_no_slip_none(
    workshop: Any, old: Values, new: Values, what: str
) -> None:
    late = deepcopy(old)
    late["kegiatan"][0] |= {"selesai": "2029-T4", "anggaran": [], "tonggak": [], "keluaran": []}
    old |= deepcopy({"kegiatan": late["kegiatan"]})
    if what == "draft":
        old["rencana"]["status"] = "rancangan"
    else:
        old["kegiatan"][0]["selesai"] = "tidak_diketahui"
    new["kegiatan"][0] |= {"tonggak": [], "keluaran": []}
    workshop.commit({BEFORE: old}, day="2020-03-01")
    slip(workshop, new, named=True)
    workshop.commit({BEFORE: late}, day="2026-11-01")
    history = told(workshop.folder)
    assert history.promises["K-001"].end == Quarter(2026, 4)
    assert history.slips("K-001") == Slips(1, 0, Quarter(2026, 4), Quarter(2029, 4))


def test_a_draft_of_the_earlier_plan_hands_over_what_was_promised_before_it(
    workshop: Any, old: Values, new: Values
) -> None:
    workshop.commit({BEFORE: old}, day="2020-03-01")
    old["rencana"]["status"] = "rancangan"
    old["kegiatan"][0]["selesai"] = "2029-T4"
    workshop.commit({BEFORE: old}, day="2021-03-01")
    workshop.commit({FILE: new}, day="2025-01-05")
    assert told(workshop.folder).slips("K-001") == Slips(1, 0, Quarter(2022, 4), Quarter(2026, 4))


def test_a_plan_between_that_comes_afterwards_leads_to_no_later_end(workshop: Any, old: Values, new: Values) -> None:
    oldest = deepcopy(old)
    oldest["rencana"]["periode"] = {"mulai": 2015, "selesai": 2019}
    oldest["kegiatan"][0] |= {"id": "K-7", "selesai": "2029-T4"}
    workshop.commit({"plans/sagara/2015-2019.yaml": oldest}, day="2015-03-01")
    slip(workshop, new, named=True)
    old["kegiatan"][0] |= {"selesai": "2029-T4", "lanjutan_dari": {"rencana": "2015-2019", "id": "K-7"}}
    workshop.commit({BEFORE: old}, day="2026-11-01")
    assert_slipped(told(workshop.folder), new)


def test_what_is_named_later_and_was_to_be_done_sooner_counts_with_every_delay(
    workshop: Any, old: Values, new: Values
) -> None:
    """Who forgot to name it hides nothing; the money is held against what this plan promised first."""
    first = workshop.commit({BEFORE: old}, day="2020-03-01")
    old["kegiatan"][0]["selesai"] = "2023-T4"
    workshop.commit({BEFORE: old}, "Mundur\n\nAlasan: Lelang gagal.", day="2022-11-01")
    workshop.commit({FILE: slip(workshop, new, named=False)}, day="2026-11-01")
    history = told(workshop.folder)
    promise = history.promises["K-001"]
    assert (promise.plan, promise.commit, promise.end) == (OLD, first, Quarter(2022, 4))
    assert promise.schedule_only
    assert history.slips("K-001") == Slips(3, 0, Quarter(2022, 4), Quarter(2029, 4))
    assert [each.what for each in baseline_changes(history, read(new))] == [Promise.END, Promise.BUDGET]
    assert "Lelang gagal." in {each.reason for each in history.entries_of("K-001")}


def test_the_same_activity_by_another_name_of_its_plan_was_named_at_once(
    workshop: Any, old: Values, new: Values
) -> None:
    workshop.commit({"plans/kab-sagara/2020-2024.yaml": old}, day="2020-03-01")
    new["kegiatan"][0]["lanjutan_dari"]["rencana"] = "kab-sagara/2020-2024"
    workshop.commit({"plans/kab-sagara/2025-2029.yaml": new}, day="2025-01-05")
    renamed = {f"plans/kab-sagara/{each}.yaml": None for each in ("2020-2024", "2025-2029")}
    workshop.commit({**renamed, BEFORE: old, FILE: new}, day="2025-02-01")
    new["kegiatan"][0]["lanjutan_dari"]["rencana"] = "sagara/2020-2024"
    workshop.commit({FILE: new}, day="2025-02-02")
    promise = told(workshop.folder).promises["K-001"]
    assert (promise.plan, promise.money, promise.schedule_only) == (OLD, Total(300, 1), False)


def test_money_that_was_unknown_on_the_way_is_still_told(workshop: Any, old: Values, new: Values) -> None:
    workshop.commit({BEFORE: old}, day="2020-03-01")
    old["kegiatan"][0]["anggaran"][0]["jumlah"] = "tidak_diketahui"
    workshop.commit({BEFORE: old}, day="2022-03-01")
    workshop.commit({FILE: new}, day="2025-02-05")
    history = told(workshop.folder)
    assert history.promises["K-001"].money == Total(300, 1)
    assert Promise.BUDGET in {each.what for each in unexplained_moves(history, read(new))}


@pytest.mark.parametrize("unknown", ["handed over", "taken over"])
@pytest.mark.parametrize(
    ("end", "slips"), [("2026-T4", Slips(1, 0, Quarter(2022, 4), Quarter(2026, 4))), ("2022-T4", None)]
)
def test_an_end_that_was_unknown_on_the_way_counts_from_what_was_promised(
    workshop: Any, old: Values, new: Values, unknown: str, end: str, slips: Slips | None
) -> None:
    workshop.commit({BEFORE: old}, day="2020-03-01")
    new["kegiatan"][0]["selesai"] = end
    if unknown == "handed over":
        old["kegiatan"][0]["selesai"] = "tidak_diketahui"
        workshop.commit({BEFORE: old}, day="2022-03-01")
    else:
        first = deepcopy(new)
        first["kegiatan"][0]["selesai"] = "tidak_diketahui"
        workshop.commit({FILE: first}, day="2025-01-05")
    workshop.commit({FILE: new}, day="2025-02-05")
    history = told(workshop.folder)
    assert history.slips("K-001") == slips
    assert {Promise.END} & {each.what for each in unexplained_moves(history, read(new))} == (
        {Promise.END} if slips else set()
    )
    last = [each for each in history.entries if isinstance(each.change, EndMoved)][-1]
    assert (str(last.day), str(last.change.after)) == ("2025-02-05", end)
