"""Every promise that reads differently without a reason is told once, whatever kind of promise it is."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.model.baseline_change import Promise, UnexplainedMove
from generator.model.history import unexplained_moves
from generator.model.plan import Plan
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"


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
