"""Every promise that reads differently without a reason is told once, whatever kind of promise it is."""

import json
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.changes.facts import TargetMoved
from generator.model.changes.shapes import FieldFact, TargetValue
from generator.model.history import unexplained_moves
from generator.model.history.promises import PlanFigureMoved
from generator.model.plan import Plan
from generator.model.values import UNKNOWN
from generator.reading.past import records
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"

Milestones = list[tuple[str, str]]
"""Words and days."""


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    found = small_plan()
    found["rencana"]["penetapan"] = {"bentuk": "perbup", "nomor": "12", "tahun": 2025}
    found["cetak_biru"]["pendanaan"] = {"kondisi": "Ada.", "pagu": {2026: 900, 2027: 900}}
    found["kegiatan"][0] |= {
        "tonggak": [{"tanggal": "2026-12-15", "uraian": "Uji coba"}, {"tanggal": "2027-06-15", "uraian": "Dibuka"}],
        "keluaran": [{"uraian": "Jenis izin", "jumlah": 12, "tahunan": {2026: 4, 2027: 8}}],
    }
    return found


def told(folder: Path, values: Values) -> list[tuple[str, Promise, str, bool]]:
    history = histories(repository_at(folder), "plans", [HERE], Cache(None))[HERE]
    found: tuple[UnexplainedMove, ...] = unexplained_moves(history, Plan.model_validate(json.loads(json.dumps(values))))
    return [(each.item, each.what, each.name, each.removed) for each in found]


def change_everything(values: Values) -> None:
    activity = values["kegiatan"][0]
    activity |= {"mulai": "2026-T3", "selesai": "2028-T1", "penanggung_jawab": "kominfo"}
    activity["anggaran"][0]["jumlah"], activity["anggaran"][1]["jumlah"] = 400, 500  # the same in all
    activity["tonggak"] = [{"tanggal": "2027-01-15", "uraian": "Uji coba"}]
    activity["keluaran"][0] |= {"jumlah": 10, "tahunan": {2026: 2, 2027: 8}}
    values["rencana"]["penetapan"]["nomor"] = "14"
    values["cetak_biru"]["pendanaan"]["pagu"] = {2026: 800, 2027: 700}
    values["kesenjangan"][0]["sasaran"]["tahun"] = 2029
    values["indikator_kinerja"][0]["sasaran"] = {2026: 2, 2027: 7}
    values["layanan"] = []
    del values["kegiatan"][1]


EVERYTHING = [
    ("", Promise.DECREE, "", False),
    ("G-1", Promise.TARGET, "", False),
    ("IK-1", Promise.TARGET, "", False),
    ("K-001", Promise.START, "", False),
    ("K-001", Promise.END, "", False),
    ("K-001", Promise.BUDGET, "", False),
    ("K-001", Promise.OWNER, "", False),
    ("K-001", Promise.MILESTONE, "Dibuka", True),
    ("K-001", Promise.MILESTONE, "Uji coba", False),
    ("K-001", Promise.OUTPUT, "Jenis izin", False),
    ("K-002", Promise.ACTIVITY, "Jaringan intra", True),
    ("L-1", Promise.ITEM, "Izin", True),
    ("pendanaan", Promise.CEILING, "", False),
]


def test_every_kind_of_promise(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    change_everything(values)
    workshop.commit({FILE: values}, day="2026-02-01")
    assert told(workshop.folder, values) == EVERYTHING


def test_a_reason_of_the_commit_or_a_later_one_of_the_plan_explains(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    change_everything(values)
    workshop.commit({FILE: values}, day="2026-02-01")
    values["alasan_perubahan"] = [
        {"item": item, "tanggal": "2026-03-01", "alasan": "Dana dialihkan."} for item in ("k-001", "pagu", "penetapan")
    ]
    workshop.commit({FILE: values}, day="2026-03-01")
    assert [each[0] for each in told(workshop.folder, values)] == ["G-1", "IK-1", "K-002", "L-1"]
    values["kesenjangan"][0]["sasaran"]["tahun"] = 2030
    workshop.commit({FILE: values}, "Alasan: Pandemi.", day="2026-04-01")
    assert [each[0] for each in told(workshop.folder, values)] == ["IK-1", "K-002", "L-1"]


def test_each_that_is_put_off_alike_in_one_version_is_told(workshop: Any, values: Values) -> None:
    activity = values["kegiatan"][0]
    activity["tonggak"] = [{"tanggal": "2026-12-31", "uraian": each} for each in ("Portal dibuka", "Arsip dibuka")]
    activity["keluaran"] = [{"uraian": each, "jumlah": 12} for each in ("Jenis izin", "Kecamatan")]
    workshop.commit({FILE: values}, day="2026-01-01")
    for each in activity["tonggak"]:
        each["tanggal"] = "2028-12-31"
    for each in activity["keluaran"]:
        each["jumlah"] = 4
    workshop.commit({FILE: values}, day="2026-02-01")

    assert told(workshop.folder, values) == [
        ("K-001", Promise.MILESTONE, "Arsip dibuka", False),
        ("K-001", Promise.MILESTONE, "Portal dibuka", False),
        ("K-001", Promise.OUTPUT, "Jenis izin", False),
        ("K-001", Promise.OUTPUT, "Kecamatan", False),
    ]
    history = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    entries = [each.change.entry for each in history.entries if isinstance(each.change, FieldFact)]
    assert sorted(entries) == [("Arsip dibuka",), ("Jenis izin",), ("Kecamatan",), ("Portal dibuka",)]


def test_what_came_back_is_as_it_was_promised(workshop: Any, values: Values) -> None:
    text = json.dumps(values)
    workshop.commit({FILE: values}, day="2026-01-01")
    change_everything(values)
    workshop.commit({FILE: values}, day="2026-02-01")
    workshop.commit({FILE: text}, day="2026-03-01")
    assert told(workshop.folder, json.loads(text)) == []


def test_what_left_with_its_activity_is_told_as_that(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    values["kegiatan"][0]["selesai"] = "2029-T4"
    workshop.commit({FILE: values}, day="2026-02-01")
    del values["kegiatan"][0]
    workshop.commit({FILE: values}, day="2026-03-01")
    assert told(workshop.folder, values) == [("K-001", Promise.ACTIVITY, "Portal perizinan", True)]


def leave_everything_unknown(values: Values) -> None:
    activity = values["kegiatan"][0]
    activity |= {"mulai": "tidak_diketahui", "selesai": "tidak_diketahui", "penanggung_jawab": "tidak_diketahui"}
    for line in activity["anggaran"]:
        line["jumlah"] = "tidak_diketahui"
    for milestone in activity["tonggak"]:
        milestone["tanggal"] = "tidak_diketahui"
    activity["keluaran"][0] |= {"jumlah": "tidak_diketahui", "tahunan": {}}
    values["rencana"]["penetapan"]["nomor"] = "tidak_diketahui"
    values["cetak_biru"]["pendanaan"]["pagu"] = {}
    values["kesenjangan"][0]["sasaran"]["tahun"] = "tidak_diketahui"
    values["indikator_kinerja"][0]["sasaran"] = {}


def test_a_reason_for_what_became_unknown_is_none_for_what_is_promised_instead(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    unknown, other = deepcopy(values), values
    leave_everything_unknown(unknown)
    workshop.commit({FILE: unknown}, "Dikaji ulang\n\nAlasan: Menunggu hasil audit.", day="2026-02-01")
    workshop.commit({FILE: unknown | {"lembaga": unknown["lembaga"] | {"situs": "https://a.example/"}}})
    assert told(workshop.folder, unknown) == []
    change_everything(other)
    other["kegiatan"][0]["tonggak"].append({"tanggal": "2028-06-15", "uraian": "Dibuka"})
    other["layanan"] = unknown["layanan"]
    other["kegiatan"].append(unknown["kegiatan"][1])
    workshop.commit({FILE: other}, day="2026-03-01")
    assert told(workshop.folder, other) == [
        each if each[1] is not Promise.MILESTONE else (*each[:3], False)
        for each in EVERYTHING
        if each[1] not in (Promise.ACTIVITY, Promise.ITEM)
    ]


def test_what_was_unknown_for_a_while_is_as_it_was_promised(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    unknown = deepcopy(values)
    leave_everything_unknown(unknown)
    workshop.commit({FILE: unknown}, day="2026-02-01")
    workshop.commit({FILE: values}, day="2026-03-01")
    assert told(workshop.folder, values) == []


def test_what_is_taken_out_and_comes_back_for_later_has_moved(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    activity = values["kegiatan"][0]
    tests, outputs = activity["tonggak"].pop(0), activity.pop("keluaran")
    workshop.commit({FILE: values}, "Dikaji ulang\n\nAlasan: Menunggu hasil audit.", day="2026-02-01")
    workshop.commit({FILE: values | {"lembaga": values["lembaga"] | {"situs": "https://a.example/"}}})
    activity |= {"tonggak": [tests | {"tanggal": "2027-12-15"}, *activity["tonggak"]], "keluaran": deepcopy(outputs)}
    activity["keluaran"][0]["tahunan"][2027] = 2
    workshop.commit({FILE: values}, day="2026-03-01")
    assert told(workshop.folder, values) == [
        ("K-001", Promise.MILESTONE, "Uji coba", False),
        ("K-001", Promise.OUTPUT, "Jenis izin", False),
    ]
    activity |= {"tonggak": [tests, *activity["tonggak"][1:]], "keluaran": outputs}
    workshop.commit({FILE: values}, day="2026-04-01")
    assert told(workshop.folder, values) == []


@pytest.mark.parametrize("reached", [True, False])
def test_what_was_taken_out_by_mistake_or_was_kept_has_not_moved(workshop: Any, values: Values, reached: bool) -> None:
    activity = values["kegiatan"][0]
    days = ["2026-06-30", "2026-12-31", "2027-06-30"]
    activity["tonggak"] = [{"tanggal": day, "uraian": "Laporan"} for day in days]
    if reached:
        activity["tonggak"] = [activity["tonggak"][0] | {"tercapai": "2026-06-30"}]
    workshop.commit({FILE: values}, day="2026-01-01")
    all_of_them = activity["tonggak"]
    activity["tonggak"] = []
    workshop.commit({FILE: values}, day="2026-02-01")
    activity["tonggak"] = [{"tanggal": days[2], "uraian": "Laporan"}] if reached else all_of_them
    workshop.commit({FILE: values}, day="2026-03-01")
    assert told(workshop.folder, values) == []


def told_of_milestones(workshop: Any, values: Values, *states: Milestones) -> list[tuple[str, ...]]:
    """What the ledger tells when the first activity's milestones go from one state to the next: of which words, from
    what, to what.
    """
    for number, state in enumerate(states, start=1):
        values["kegiatan"][0]["tonggak"] = [{"tanggal": day, "uraian": words} for words, day in state]
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
    history = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    changes = [entry.change for entry in history.entries if isinstance(entry.change, FieldFact)]
    values_of = ((change.entry[0], change.before, change.after) for change in changes)
    return [tuple(NO_DAY if each is UNKNOWN else str(each) for each in every) for every in values_of]


SOON, LATE, LATEST = "2026-12-15", "2027-12-15", "2028-12-15"
NO_DAY = "tidak_diketahui"


@pytest.mark.parametrize(
    ("states", "moved"),
    [
        (
            [[("Buka", SOON)], [("Rapat", SOON)], [("Rapat", SOON), ("Buka", LATE)]],
            [("Rapat", "Buka", "Rapat"), ("Buka", SOON, LATE)],
        ),
        (  # two that exchange their days by way of a third
            [[("Uji", SOON), ("Buka", LATE)], [("Rapat", SOON), ("Buka", LATE)], [("Rapat", SOON), ("Uji", LATE)]],
            [("Rapat", "Uji", "Rapat"), ("Uji", "Buka", "Uji"), ("Uji", SOON, LATE)],
        ),
        (  # and by way of two
            [[("Uji", SOON), ("Buka", LATE)], [("A", SOON), ("B", LATE)], [("Buka", SOON), ("Uji", LATE)]],
            [
                *(("A", "Uji", "A"), ("B", "Buka", "B"), ("Buka", "A", "Buka"), ("Uji", "B", "Uji")),
                *(("Buka", LATE, SOON), ("Uji", SOON, LATE)),
            ],
        ),
        (  # while the day is unknown
            [[("Buka", SOON)], [("Buka", NO_DAY)], [("Rapat", NO_DAY)], [("Rapat", LATE)]],
            [("Buka", SOON, NO_DAY), ("Rapat", "Buka", "Rapat"), ("Rapat", SOON, LATE)],
        ),
        (
            [[("Buka", SOON)], [("Rapat", NO_DAY)], [("Buka", LATE)]],
            [("Rapat", SOON, NO_DAY), ("Rapat", "Buka", "Rapat"), ("Buka", SOON, LATE), ("Buka", "Rapat", "Buka")],
        ),
        (
            [[("Buka", SOON)], [("Buka", NO_DAY)], [("Rapat", NO_DAY)], [("Rapat", NO_DAY), ("Buka", LATE)]],
            [("Buka", SOON, NO_DAY), ("Rapat", "Buka", "Rapat"), ("Buka", SOON, LATE)],
        ),
        (  # taken out while it was unknown
            [
                [("Buka", SOON), ("Uji", SOON)],
                [("Buka", NO_DAY), ("Uji", SOON)],
                [("Uji", SOON)],
                [("Uji", SOON), ("Buka", LATE)],
            ],
            [("Buka", SOON, NO_DAY), ("Buka", SOON, LATE)],
        ),
        (  # other words twice, and away
            [
                [("Buka", SOON)],
                [("A", SOON)],
                [("B", SOON)],
                [("C", SOON), ("D", SOON)],
                [("Buka", LATE), ("C", SOON), ("D", SOON)],
            ],
            [("A", "Buka", "A"), ("B", "A", "B"), ("C", "B", "C"), ("Buka", SOON, LATE)],
        ),
        (  # another spelling, moved, and the first one again: the slip is told once
            [[("Buka", SOON)], [("Dibuka", SOON)], [("Dibuka", LATE)], [("Buka", LATE)]],
            [("Dibuka", "Buka", "Dibuka"), ("Dibuka", SOON, LATE), ("Buka", "Dibuka", "Buka")],
        ),
        (  # two under words that one had
            [[("Buka", SOON)], [("Rapat", SOON)], [("Rapat", SOON), ("Buka", LATE), ("Buka", LATEST)]],
            [("Rapat", "Buka", "Rapat"), ("Buka", SOON, LATE)],
        ),
        (  # by way of a twin of the other words
            [
                [("Buka", SOON)],
                [("Rapat", SOON)],
                [("Rapat", SOON), ("Rapat", LATE)],
                [("Rapat", SOON), ("Buka", LATE)],
            ],
            [("Rapat", "Buka", "Rapat"), ("Buka", "Rapat", "Buka"), ("Buka", SOON, LATE)],
        ),
        (  # by way of a twin that stays when the first one goes: of that it is told that it was taken out
            [
                [("Buka", SOON)],
                [("Rapat", SOON)],
                [("Rapat", SOON), ("Rapat", LATE)],
                [("Rapat", LATE)],
                [("Buka", LATE)],
            ],
            [("Rapat", "Buka", "Rapat"), ("Buka", "Rapat", "Buka"), ("Buka", SOON, LATE)],
        ),
        (  # away under the other words: the slip is told once
            [[("Buka", SOON)], [("Rapat", SOON)], [], [("Rapat", LATE)], [("Buka", LATE)]],
            [("Rapat", "Buka", "Rapat"), ("Rapat", SOON, LATE), ("Buka", "Rapat", "Buka")],
        ),
    ],
)
def test_a_milestone_in_other_words(
    workshop: Any, values: Values, states: list[Milestones], moved: list[tuple[str, str, str]]
) -> None:
    assert sorted(told_of_milestones(workshop, values, *states)) == sorted(moved)


def test_other_words_and_back_need_no_reason(workshop: Any, values: Values) -> None:
    told_of_milestones(workshop, values, [("Buka", SOON)], [("Rapat", SOON)], [("Pertemuan", SOON)], [("Buka", SOON)])
    assert told(workshop.folder, values) == []
    told_of_milestones(workshop, values, [("Rapat", SOON)], [("Pertemuan", SOON)])
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, "Pertemuan", False)]


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (  # the first one has other words, and another came under its own
            [
                [("Buka", SOON)],
                [("Rapat", SOON)],
                [("Rapat", LATE)],
                [("Buka", LATE)],
                [("Buka", LATE), ("Rapat", SOON)],
            ],
            ["Buka", "Rapat"],
        ),
        (  # one took the place of the other
            [[("Buka", SOON), ("Buka", LATE)], [("Buka", LATEST), ("Buka", LATE)], [("Buka", LATEST), ("Buka", SOON)]],
            ["Buka"],
        ),
        ([[("Buka", SOON)], [("Buka", LATE)], [("Rapat", LATE)], [("Rapat", SOON)], [("Buka", SOON)]], []),
        ([[("Buka", SOON)], [("Buka", LATE)], [("Rapat", LATE)]], ["Rapat"]),
        ([[("Buka", SOON)], [("Buka", LATE)], [("Buka", NO_DAY)], [("Buka", SOON)]], []),
        ([[("Buka", "2026-T4")], [], [("Buka", "2026-12-31")]], []),
        ([[("Buka", NO_DAY)], [], [("Buka", SOON)]], []),
    ],
)
def test_which_of_them_want_a_reason(workshop: Any, values: Values, states: list[Milestones], words: list[str]) -> None:
    told_of_milestones(workshop, values, *states)
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, each, False) for each in words]


def test_a_milestone_without_words_that_comes_back_for_later(workshop: Any, values: Values) -> None:
    for number, day in enumerate((SOON, None, LATE), start=1):
        values["kegiatan"][0]["tonggak"] = [{"tanggal": day}] if day else []
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, "", False)]


def test_another_unit_while_the_target_is_away(workshop: Any, values: Values) -> None:
    indicator = values["indikator_kinerja"][0]
    indicator["satuan"], target = "jenis izin", indicator["sasaran"]
    workshop.commit({FILE: values}, day="2026-01-01")
    indicator["sasaran"] = {}
    workshop.commit({FILE: values}, day="2026-02-01")
    indicator["satuan"] = "rapat"
    workshop.commit({FILE: values}, day="2026-03-01")
    indicator["sasaran"] = target
    workshop.commit({FILE: values}, day="2026-04-01")
    assert told(workshop.folder, values) == [("IK-1", Promise.TARGET, "", False)]


@pytest.mark.parametrize(
    ("key", "index", "smaller", "what", "name"),
    [
        ("kesenjangan", 0, {"sasaran": {"nilai": 5, "tahun": 2029}}, Promise.TARGET, "G-1"),
        ("kegiatan_induk", 0, {"pagu": {"2026": 100}}, Promise.CEILING, "Induk"),
    ],
)
def test_a_promise_that_left_with_what_held_it(
    workshop: Any, values: Values, key: str, index: int, smaller: Values, what: Promise, name: str
) -> None:
    values["kegiatan_induk"] = [{"id": "KI-1", "nama": "Induk", "program": "P-1", "pagu": {"2026": 900}}]
    values["kegiatan"][0]["menutup"] = []
    workshop.commit({FILE: values}, day="2026-01-01")
    (own,) = [values[key].pop(index)]
    workshop.commit({FILE: values}, day="2026-02-01")
    assert told(workshop.folder, values) == [(own["id"], Promise.ITEM, name, True)]
    values[key].insert(index, own | smaller)
    workshop.commit({FILE: values}, day="2026-03-01")
    assert told(workshop.folder, values) == [(own["id"], what, "", False)]
    values[key][index] = own
    workshop.commit({FILE: values}, day="2026-04-01")
    assert told(workshop.folder, values) == []


def test_of_two_under_the_same_words_the_later_one_stays(workshop: Any, values: Values) -> None:
    told_of_milestones(workshop, values, [("Buka", SOON)], [("Buka", SOON), ("Buka", LATE)], [("Buka", LATE)])
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, "Buka", True)]


def test_other_words_to_and_fro_do_not_answer_for_what_was_taken_out(workshop: Any, values: Values) -> None:
    one = [("Buka", LATE)]
    told_of_milestones(workshop, values, [("Buka", SOON)], [("Buka", SOON), *one], one, [("Rapat", LATE)], one)
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, "Buka", True)]


@pytest.mark.parametrize("with_the_gap", [False, True])
def test_a_target_of_another_year_after_none(workshop: Any, values: Values, with_the_gap: bool) -> None:
    values["kegiatan"][0]["menutup"] = []
    gap = values["kesenjangan"][0] | {"sasaran": {"nilai": 12, "tahun": 2028}}
    rest = values["kesenjangan"][1:]
    for number, target in enumerate(({"nilai": 12, "tahun": 2028}, None, "gone", {"nilai": 5, "tahun": 2029}), start=1):
        own = [] if target == "gone" and with_the_gap else [gap | {"sasaran": target}]
        if target in (None, "gone"):
            own = [{key: value for key, value in each.items() if key != "sasaran"} for each in own]
        values["kesenjangan"] = [*own, *rest]
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
    history = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    (*_, last) = [entry.change for entry in history.entries]
    assert isinstance(last, TargetMoved)
    assert (last.before, last.after) == (TargetValue(Decimal(12), 2028), TargetValue(Decimal(5), 2029))


@pytest.mark.parametrize("last", ["tidak_diketahui", 4])
def test_a_target_that_was_unknown_is_promised_when_it_is_first_named(
    workshop: Any, values: Values, last: int | str
) -> None:
    for number, goal in enumerate(("tidak_diketahui", 12, "tidak_diketahui", last), start=1):
        values["indikator_kinerja"][0]["sasaran"] = {2027: goal}
        values["kesenjangan"][0]["sasaran"] = {"nilai": goal, "tahun": 2028}
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
        moved = [("G-1", Promise.TARGET, "", False), ("IK-1", Promise.TARGET, "", False)] if number > 2 else []
        assert told(workshop.folder, values) == moved
    history = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    found = [each.change for each in history.entries if isinstance(each.change, TargetMoved)]
    assert {each.before and each.before.value for each in found} == {Decimal(12)}


def test_a_year_is_promised_though_its_number_is_not(workshop: Any, values: Values) -> None:
    for number, year in enumerate((2027, 2028), start=1):
        values["kesenjangan"][0]["sasaran"] = {"nilai": "tidak_diketahui", "tahun": year}
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
    assert told(workshop.folder, values) == [("G-1", Promise.TARGET, "", False)]


def lines(*told: tuple[int | str, int | str, str]) -> list[Values]:
    """Budget lines: the year, the sum, the phase."""
    return [{"tahun": year, "jumlah": amount, "fase": phase} for year, amount, phase in told]


NEXT = (2027, 50, "dpa")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([(2026, NO_DAY, "dpa")], [(2026, 100, "dpa")]),
        ([(2026, NO_DAY, "dpa")], []),
        ([(2026, NO_DAY, "dpa"), NEXT], [(2026, 100, "dpa"), NEXT]),
        ([(2026, NO_DAY, "dpa"), NEXT], [NEXT]),
        ([(2026, NO_DAY, "indikatif"), (2026, 100, "dpa")], [(2026, 90, "indikatif"), (2026, 100, "dpa")]),
        ([(NO_DAY, 100, "dpa"), NEXT], [(2026, 100, "dpa"), NEXT]),
        ([(NO_DAY, 100, "dpa"), NEXT], [(2026, 70, "dpa"), (2027, 80, "dpa")]),
        ([(2026, 100, NO_DAY)], [(2026, 100, "dpa")]),
        ([(NO_DAY, NO_DAY, "dpa"), NEXT], [(2026, 100, "dpa"), NEXT]),
        ([(NO_DAY, 100, "dpa"), (NO_DAY, NO_DAY, "dpa")], [(2026, 100, "dpa"), (2027, NO_DAY, "dpa")]),
    ],
)
def test_money_of_which_something_was_unknown_moves_nothing_when_that_is_named(
    workshop: Any,
    values: Values,
    before: list[tuple[int | str, int | str, str]],
    after: list[tuple[int | str, int | str, str]],
) -> None:
    for number, state in enumerate((before, after), start=1):
        values["kegiatan"][0]["anggaran"] = lines(*state)
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
    assert told(workshop.folder, values) == []
    history = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    assert history.entries == ()


@pytest.mark.parametrize(
    ("states", "moved"),
    [
        ([[(2026, 100, "dpa")], [(2026, NO_DAY, "dpa")], [(2026, 400, "dpa")]], (2026, 100, 400)),
        ([[(2026, 100, "dpa"), NEXT], [(2026, NO_DAY, "dpa"), NEXT], [(2026, 400, "dpa"), NEXT]], (2026, 100, 400)),
        ([[NEXT], [NEXT, (2026, NO_DAY, "dpa")], [NEXT, (2026, 400, "dpa")]], (2026, 0, 400)),
        (
            [
                [(2026, 100, "dpa"), NEXT],
                [(2026, NO_DAY, "dpa"), NEXT],
                [NEXT],
                [(2026, NO_DAY, "dpa"), NEXT],
                [(2026, 400, "dpa"), NEXT],
            ],
            (2026, 100, 400),
        ),
        ([[(2026, 100, "dpa")], [(NO_DAY, 100, "dpa")], [(2028, 100, "dpa")]], (2028, 0, 100)),
        ([[(NO_DAY, 100, "dpa")], [(2028, 400, "dpa")]], (2028, 0, 400)),
        ([[(NO_DAY, 100, "dpa"), NEXT], [(2028, 120, "dpa"), (2027, 30, "dpa")]], (2027, 50, 30)),
        ([[NEXT], [NEXT, (NO_DAY, NO_DAY, "dpa")], [NEXT, (NO_DAY, 400, "dpa")]], (None, 0, 400)),
        ([[NEXT], [NEXT, (NO_DAY, NO_DAY, "dpa")], [NEXT, (2026, 400, "dpa")]], (2026, 0, 400)),
        ([[(NO_DAY, 50, "dpa")], [NEXT, (2026, NO_DAY, "dpa")], [NEXT, (2026, 400, "dpa")]], (2026, 0, 400)),
        (
            [
                [(NO_DAY, 50, "dpa")],
                [(NO_DAY, 50, "dpa"), (NO_DAY, NO_DAY, "dpa")],
                [(NO_DAY, 50, "dpa"), (2026, NO_DAY, "dpa")],
                [(NO_DAY, 50, "dpa"), (2026, 400, "dpa")],
            ],
            (2026, 0, 400),
        ),
        ([[(2026, 100, NO_DAY)], [(2026, 400, "dpa")]], (2026, 100, 400)),
        ([[(2026, 100, NO_DAY)], [(2026, 100, "realisasi")]], (2026, 100, 0)),
    ],
)
def test_money_that_was_promised_moves_whatever_was_unknown_meanwhile(
    workshop: Any,
    values: Values,
    states: list[list[tuple[int | str, int | str, str]]],
    moved: tuple[int, int, int],
) -> None:
    values["kegiatan"][0]["selesai"] = "2028-T4"
    for number, state in enumerate(states, start=1):
        values["kegiatan"][0]["anggaran"] = lines(*state)
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
    assert told(workshop.folder, values) == [("K-001", Promise.BUDGET, "", False)]
    history = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    found = [each.change for each in history.entries if isinstance(each.change, PlanFigureMoved)]
    assert moved in [(each.year, each.before.amount, each.after.amount) for each in found]


def test_a_unit_counts_nothing_while_the_target_was_never_known(workshop: Any, values: Values) -> None:
    gap = values["kesenjangan"][0]
    gap |= {"dasar": {"nilai": 0, "satuan": "orang"}, "sasaran": {"nilai": "tidak_diketahui", "tahun": 2028}}
    workshop.commit({FILE: values}, day="2026-01-01")
    gap["dasar"]["satuan"] = "pegawai"
    workshop.commit({FILE: values}, day="2026-02-01")
    assert told(workshop.folder, values) == []


def test_what_left_a_plan_is_kept_between_runs(workshop: Any, values: Values, tmp_path: Path) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    for key in ("kegiatan", "layanan", "peraturan", "kesenjangan", "indikator_kinerja", "unit", "program"):
        values[key] = values[key][1:]
    workshop.commit({FILE: values}, day="2026-02-01")
    repository, cache = repository_at(workshop.folder), Cache(tmp_path / "kept")
    known = histories(repository, "plans", [HERE], cache)[HERE]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(records, "read_on", None)  # nothing is left to be read
        assert histories(repository_at(workshop.folder), "plans", [HERE], cache)[HERE] == known


def test_a_day_for_its_quarter_is_back(workshop: Any, values: Values) -> None:
    told_of_milestones(workshop, values, [("Buka", "2026-T4")], [("Buka", NO_DAY)], [("Buka", "2026-12-31")])
    assert told(workshop.folder, values) == []


def test_words_that_are_not_known_have_no_name(workshop: Any, values: Values) -> None:
    told_of_milestones(workshop, values, [("Buka", SOON)], [("tidak_diketahui", SOON)])
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, "", False)]


def test_the_ledger_is_the_same_from_a_cache(workshop: Any, values: Values, tmp_path: Path) -> None:
    states: list[Milestones] = [
        [("Buka", SOON), ("Uji", SOON)],
        [("Buka", NO_DAY), ("Uji", SOON)],
        [("Rapat", NO_DAY), ("Uji", SOON)],
        [("Rapat", LATE), ("Uji", LATE), ("Buka", LATEST)],
    ]
    found = []
    for number, state in enumerate(states, start=1):
        values["kegiatan"][0]["tonggak"] = [{"tanggal": day, "uraian": words} for words, day in state]
        values["kegiatan"][0]["anggaran"][0]["jumlah"] = 100 * number
        workshop.commit({FILE: values}, day=f"2026-{number:02}-01")
        found = [
            histories(repository_at(workshop.folder), "plans", [HERE], cache)[HERE].entries
            for cache in (Cache(tmp_path / "kept"), Cache(None))
        ]
        assert found[0] == found[1]
    assert found[0]


def test_what_a_number_counts_is_promised(workshop: Any, values: Values) -> None:
    activity, gap, indicator = (values[key][0] for key in ("kegiatan", "kesenjangan", "indikator_kinerja"))
    activity["keluaran"][0]["satuan"] = indicator["satuan"] = "jenis izin"
    gap["dasar"] = {"nilai": 0, "satuan": "jenis izin"}
    workshop.commit({FILE: values}, day="2026-01-01")
    activity["keluaran"][0]["satuan"] = gap["dasar"]["satuan"] = indicator["satuan"] = "rapat"
    indicator["arah"] = "turun"
    workshop.commit({FILE: values}, day="2026-02-01")
    assert told(workshop.folder, values) == [
        ("G-1", Promise.TARGET, "", False),
        ("IK-1", Promise.TARGET, "", False),
        ("K-001", Promise.OUTPUT, "Jenis izin", False),
    ]


def test_where_there_is_no_target_nothing_is_promised(workshop: Any, values: Values) -> None:
    gap, indicator = values["kesenjangan"][0], values["indikator_kinerja"][0]
    gap["dasar"] = {"nilai": 0, "satuan": "jenis izin"}
    indicator["satuan"] = "jenis izin"
    for each in gap, indicator:
        del each["sasaran"]
    workshop.commit({FILE: values}, day="2026-01-01")
    gap["dasar"]["satuan"] = indicator["satuan"] = "rapat"
    workshop.commit({FILE: values}, day="2026-02-01")
    assert told(workshop.folder, values) == []


def test_words_given_to_what_had_none_are_those_that_were_taken_out(workshop: Any, values: Values) -> None:
    activity = values["kegiatan"][0]
    for entries in (
        [{"tanggal": SOON, "uraian": "Buka"}],
        [],
        [{"tanggal": LATE}],
        [{"tanggal": LATE, "uraian": "Buka"}],
    ):
        activity["tonggak"] = entries
        workshop.commit({FILE: values})
    assert told(workshop.folder, values) == [("K-001", Promise.MILESTONE, "Buka", False)]


def test_an_output_in_other_words_that_comes_back_smaller(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    outputs = values["kegiatan"][0]["keluaran"]
    before = deepcopy(outputs[0])
    outputs[0]["uraian"] = "Rapat"
    workshop.commit({FILE: values}, "Rapat\n\nAlasan: Lebih jelas.", day="2026-02-01")
    outputs.append(before | {"jumlah": 3, "tahunan": {2026: 1, 2027: 2}})
    workshop.commit({FILE: values}, day="2026-03-01")
    assert told(workshop.folder, values) == [("K-001", Promise.OUTPUT, "Jenis izin", False)]
