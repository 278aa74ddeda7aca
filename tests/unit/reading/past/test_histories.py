import json
import time
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.model.address import PlanAddress
from generator.model.baseline_change import BaselineChange, Promise
from generator.model.changes.facts import (
    ActivityRemoved,
    BudgetChanged,
    EndMoved,
    MilestoneMoved,
    PlanMoved,
    PlanPublished,
    PlanRemoved,
    PlanStatusChanged,
    TargetMoved,
)
from generator.model.changes.shapes import Exchange
from generator.model.history import History, Slips, baseline_changes
from generator.model.history.promises import PlanFigureMoved
from generator.model.money import Total
from generator.model.plan import Plan
from generator.model.values import UNKNOWN, Quarter
from generator.reading import library, yaml
from generator.reading.apart import Allowance
from generator.reading.merge import PlanSource
from generator.reading.past import histories as past_histories
from generator.reading.past import identities
from generator.reading.past.contents import Contents
from generator.reading.past.histories import histories
from generator.reading.past.records import Record
from generator.reading.past.repository import Repository, repository_at
from generator.reading.plan_files import PlanFiles
from generator.reading.reader import as_published
from generator.reading.withheld import HIDDEN
from generator.store.cache import Cache
from generator.views.slipped import slipped

Values = dict[str, Any]
HERE = PlanAddress("sagara", "2025-2029")
FILE = "plans/sagara/2025-2029.yaml"


def told(folder: Path, cache: Path | None = None, jobs: int = 1) -> History:
    return histories(repository_at(folder), "plans", [HERE], Cache(cache), jobs)[HERE]


def moved(history: History) -> list[tuple[str, str, str | None]]:
    return [(str(entry.day), type(entry.change).__name__, entry.reason) for entry in history.entries]


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return small_plan()


def test_the_ledger_of_a_plan(workshop: Any, values: Values) -> None:
    first = workshop.commit({FILE: values}, "Terbitkan", "2025-02-14")
    activity = values["kegiatan"][0]
    activity["selesai"] = "2028-T4"
    moved_once = workshop.commit({FILE: values}, "Mundur", "2026-01-10")
    activity["selesai"] = "2029-T2"
    activity["anggaran"][1]["jumlah"] = 650
    values["indikator_kinerja"][0]["sasaran"][2027] = 6
    workshop.commit({FILE: values}, "Mundur lagi", "2026-07-01")
    del values["kegiatan"][1]
    removed = workshop.commit({FILE: values}, "Hapus", "2026-09-01")

    history = told(workshop.folder)
    assert history.known
    assert history.first is not None
    assert (history.first.commit, history.first.day) == (first, date(2025, 2, 14))
    assert isinstance(history.first.changes[0], PlanPublished)
    assert moved(history) == [
        ("2026-01-10", "EndMoved", None),
        ("2026-07-01", "EndMoved", None),
        ("2026-07-01", "TargetMoved", None),
        ("2026-07-01", "PlanFigureMoved", None),
        ("2026-09-01", "ActivityRemoved", None),
    ]
    first_move, _, _, figure, removal = history.entries
    assert isinstance(first_move.change, EndMoved)
    assert (first_move.commit, first_move.change.quarters) == (moved_once, 4)
    assert isinstance(figure.change, PlanFigureMoved)
    assert (figure.change.year, figure.change.before, figure.change.after) == (2027, Total(400, 1), Total(650, 1))
    assert isinstance(removal.change, ActivityRemoved)
    assert (removal.commit, removal.change.name) == (removed, "Jaringan intra")
    assert history.slips("K-001") == Slips(2, 0, Quarter(2027, 4), Quarter(2029, 2))
    assert history.slips("K-002") is None
    assert history.promises["K-001"].end == Quarter(2027, 4)
    assert history.promises["K-001"].original
    assert baseline_changes(history, Plan.model_validate(json.loads(json.dumps(values)))) == (
        BaselineChange(
            "K-001",
            Promise.END,
            Quarter(2027, 4),
            Quarter(2029, 2),
            date(2026, 7, 1),
            history.entries[1].commit,
        ),
        BaselineChange(
            "K-001", Promise.BUDGET, Total(900, 2), Total(1150, 2), date(2026, 7, 1), history.entries[1].commit
        ),
        BaselineChange("K-002", Promise.ACTIVITY, "Jaringan intra", None, date(2026, 9, 1), removed),
    )


def test_what_moves_no_promise_is_not_in_the_ledger(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    activity = values["kegiatan"][0]
    activity["anggaran"].append({"tahun": 2026, "jumlah": 480, "fase": "realisasi"})
    activity["anggaran"].append({"tahun": 2027, "jumlah": 400, "fase": "dpa"})
    activity["status"] = "tertunda"
    values["indikator_kinerja"][0]["sasaran"][2028] = 9
    workshop.commit({FILE: values}, day="2026-02-01")
    workshop.commit({FILE: None, "plans/sagara/2025-2029/satu.yaml": json.dumps(values, indent=2)})
    history = told(workshop.folder)
    assert history.entries == ()
    assert [len(version.changes) for version in history.versions] == [1, 4, 0]
    assert len(history.changed) == 2


def test_moved_and_moved_back_is_told_but_no_change_of_the_baseline(workshop: Any, values: Values) -> None:
    for end in ("2027-T4", "2028-T1", "2027-T4"):
        values["kegiatan"][0]["selesai"] = end
        workshop.commit({FILE: values})
    history = told(workshop.folder)
    assert history.slips("K-001") == Slips(1, 1, Quarter(2027, 4), Quarter(2027, 4))
    assert baseline_changes(history, Plan.model_validate(json.loads(json.dumps(values)))) == ()


def test_the_reason_is_the_plans_own_and_never_an_older_one(workshop: Any, values: Values) -> None:
    activity = values["kegiatan"][0]

    def step(end: str, day: str, reasons: list[tuple[str, str]], message: str = "Ubah") -> None:
        activity["selesai"] = end
        values["alasan_perubahan"] = [{"item": "K-001", "tanggal": when, "alasan": why} for when, why in reasons] + [
            {"item": "K-002", "tanggal": day, "alasan": "Tentang yang lain."}
        ]
        workshop.commit({FILE: values}, message, day)

    first = [("2026-01-15", "Lelang diulang.")]
    step("2027-T4", "2026-01-01", [])
    step("2028-T1", "2026-02-01", first)
    step("2028-T2", "2026-03-01", first)
    step("2028-T3", "2026-04-01", first, "Mundur\n\nAlasan: Dana dipotong.")
    step("2028-T4", "2026-05-01", first, "Mundur\n\nAlasan: kata Bapak X <x@example.org>")
    late = [*first, ("2026-05-20", "Ditulis kemudian.")]
    step("2029-T1", "2026-06-01", first)
    step("2029-T1", "2026-06-10", late)
    assert moved(told(workshop.folder)) == [
        ("2026-02-01", "EndMoved", "Lelang diulang."),
        ("2026-03-01", "EndMoved", None),
        ("2026-04-01", "EndMoved", "Dana dipotong."),
        ("2026-05-01", "EndMoved", None),
        ("2026-06-01", "EndMoved", "Ditulis kemudian."),
    ]


def test_no_name_from_git_is_kept(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, "Permintaan Bapak Fulan")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, "Kata Ibu Fulanah")
    text = repr(told(workshop.folder))
    assert "Fulan" not in text
    assert "Orang" not in text


def test_broken_and_older_versions_are_skipped_and_named(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: {**values, "versi_format": 0}}, day="2025-01-01")
    workshop.commit({FILE: values}, day="2025-02-01")
    broken = workshop.commit({FILE: "kegiatan: ["}, day="2025-03-01")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, day="2025-04-01")
    history = told(workshop.folder)
    assert [str(skipped.day) for skipped in history.skipped] == ["2025-01-01", "2025-03-01"]
    assert history.skipped[1].commit == broken
    assert [str(version.day) for version in history.versions] == ["2025-02-01", "2025-04-01"]
    assert moved(history) == [("2025-04-01", "EndMoved", None)]


def test_what_would_make_an_old_version_readable_is_not_tried(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told, and the trials for ten large files took all the memory that an institution has."""
    monkeypatch.setattr(yaml, "unreadable", lambda *_: pytest.fail("tried"))
    workshop.commit({FILE: values}, day="2025-01-01")
    workshop.commit({FILE: "x:\n" + "  - [\n" * 9}, day="2025-02-01")
    workshop.commit({FILE: values}, day="2025-03-01")
    assert [str(skipped.day) for skipped in told(workshop.folder).skipped] == ["2025-02-01"]


def test_a_version_that_a_fault_of_ours_does_not_read_is_skipped(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can put right what was committed: the institution would never be built again."""
    own = library.as_published

    def broken(plan: PlanFiles, *more: Any) -> Plan | None:
        if b"2028-T4" in plan.files[0].content:
            raise OverflowError
        return own(plan, *more)

    monkeypatch.setattr(library, "as_published", broken)
    workshop.commit({FILE: values}, day="2025-01-01")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, day="2025-02-01")
    values["kegiatan"][0]["selesai"] = "2029-T2"
    workshop.commit({FILE: values}, day="2025-03-01")
    history = told(workshop.folder)
    assert [str(skipped.day) for skipped in history.skipped] == ["2025-02-01"]
    assert moved(history) == [("2025-03-01", "EndMoved", None)]


@pytest.mark.parametrize(
    "words", ["Budi 3273011234560001", "password=Rahasia12345x", "budi.santoso@gmail.com", "HP.0812-3456-7890"]
)
def test_what_must_not_be_published_is_hidden_in_a_version_and_its_promises_stand(
    workshop: Any, values: Values, words: str
) -> None:
    named = {**values, "kegiatan": [{**values["kegiatan"][0], "nama": f"Sidang {words}"}]}
    workshop.commit({FILE: f"{yaml_text(named)}# {words}\n"}, day="2025-01-01")
    values["kegiatan"][0] |= {"selesai": "2028-T4"}
    workshop.commit({FILE: values}, message=f"Alasan: kata {words}", day="2025-03-01")
    history = told(workshop.folder)
    assert not history.skipped
    assert moved(history) == [("2025-03-01", "EndMoved", None)]
    secret = words.split(" ")[-1].rpartition("=")[2]
    assert secret not in repr(history)
    assert HIDDEN in repr(history)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("menunggu `DAK 2026`", True),
        ("lelang gagal, lihat [berita acara](https://sagara.go.id/ba.pdf)", True),
        ("*lelang 2026* gagal; harga naik dari Rp5.000*) per unit", True),
        ("sesuai surat R&D; menunggu", True),
        ("hubungi 0812**3456**7890", False),
        ("hubungi &#48;81234567890", False),
        ("lihat [ini](mailto:budi.santoso@gmail.com)", False),
    ],
)
def test_a_reason_of_a_message_is_told_unless_it_names_a_person(
    workshop: Any, values: Values, words: str, is_told: bool
) -> None:
    workshop.commit({FILE: values}, day="2025-01-01")
    values["kegiatan"][0] |= {"selesai": "2028-T4"}
    workshop.commit({FILE: values}, message=f"Alasan: {words}", day="2025-03-01")
    assert moved(told(workshop.folder)) == [("2025-03-01", "EndMoved", words if is_told else None)]


@pytest.mark.parametrize("written", [">-\n    NIP 19870101 200501\n    1 001", '"NIP 19870101\\u0020200501 1 001"'])
def test_what_no_line_of_a_version_holds_as_it_is_shown_is_hidden_too(
    workshop: Any, values: Values, written: str
) -> None:
    text = yaml_text({**values, "kegiatan": [{**values["kegiatan"][0], "nama": "SAYA"}]})
    workshop.commit({FILE: text.replace("nama: SAYA", f"nama: {written}")}, day="2025-01-01")
    workshop.commit({FILE: values}, day="2025-03-01")
    history = told(workshop.folder)
    assert not history.skipped
    assert "200501" not in repr(history)


def test_an_amount_in_a_version_is_no_number_of_a_person(workshop: Any, values: Values) -> None:
    values["kegiatan"][0]["anggaran"] = [{"tahun": 2026, "jumlah": 3273011234560001, "sumber": "apbd", "fase": "dpa"}]
    workshop.commit({FILE: values}, day="2025-01-01")
    promise = told(workshop.folder).promises["K-001"]
    assert promise.money.amount == 3273011234560001


def test_a_plan_that_was_away_keeps_its_first_version(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    workshop.commit({FILE: None})
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values})
    history = told(workshop.folder)
    kinds = [type(version.changes[0]) for version in history.versions]
    assert kinds == [PlanPublished, PlanRemoved, PlanPublished]
    assert history.promises["K-001"].end == Quarter(2027, 4)


def test_an_activity_that_was_away_keeps_its_promise(workshop: Any, values: Values) -> None:
    """To remove an activity and to bring it back with a later end is to move its end."""
    workshop.commit({FILE: values}, day="2026-01-01")
    taken = values["kegiatan"].pop(0)
    workshop.commit({FILE: values}, day="2026-02-01")
    taken["selesai"] = "2028-T4"
    taken["anggaran"][1]["jumlah"] = 650
    values["kegiatan"].insert(0, taken)
    workshop.commit({FILE: values}, day="2026-03-01")
    workshop.commit({FILE: None}, day="2026-04-01")
    taken["selesai"] = "2029-T2"
    workshop.commit({FILE: values}, day="2026-05-01")
    history = told(workshop.folder)
    assert moved(history) == [
        ("2026-02-01", "ActivityRemoved", None),
        ("2026-03-01", "EndMoved", None),
        ("2026-03-01", "PlanFigureMoved", None),
        ("2026-04-01", "PlanRemoved", None),
        ("2026-05-01", "EndMoved", None),
    ]
    assert history.slips("K-001") == Slips(2, 0, Quarter(2027, 4), Quarter(2029, 2))
    (changed,) = (each for each in baseline_changes(history, Plan.model_validate(values)) if each.what is Promise.END)
    assert (changed.after, changed.day) == (Quarter(2029, 2), date(2026, 5, 1))


def test_a_folder_with_another_name_keeps_its_past(workshop: Any, values: Values) -> None:
    workshop.commit({FILE.replace("sagara", "kab-sagara"): values}, day="2025-02-14")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE.replace("sagara", "kab-sagara"): values}, day="2026-01-10")
    workshop.commit({FILE.replace("sagara", "kab-sagara"): None, FILE: values}, day="2026-02-10")
    values["kegiatan"][0]["selesai"] = "2029-T2"
    workshop.commit({FILE: values}, day="2026-03-10")
    history = told(workshop.folder)
    assert history.first is not None
    assert history.first.day == date(2025, 2, 14)
    assert history.slips("K-001") == Slips(2, 0, Quarter(2027, 4), Quarter(2029, 2))
    assert [type(change) for version in history.versions for change in version.changes] == [
        PlanPublished,
        EndMoved,
        PlanMoved,
        EndMoved,
    ]


def test_a_plan_copied_to_the_next_period_starts_anew(workshop: Any, values: Values) -> None:
    workshop.commit({"plans/sagara/2020-2024.yaml": values}, day="2025-02-14")
    workshop.commit({FILE: values}, day="2026-01-10")
    history = told(workshop.folder)
    assert history.first is not None
    assert history.first.day == date(2026, 1, 10)


def test_a_history_that_is_not_known_says_why(
    workshop: Any, values: Values, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert not told(workshop.folder).known
    workshop.commit({"README.md": "x"})
    never = told(workshop.folder)
    workshop.commit({FILE: "rusak: ["})
    unreadable = told(workshop.folder)
    workshop.commit({FILE: values})
    shallow = tmp_path_factory.mktemp("shallow")
    workshop.git("clone", "--quiet", "--depth=1", workshop.folder.as_uri(), str(shallow))
    reasons = [each.reason for each in (never, unreadable, told(shallow)) if not each.known]
    assert [reason.msgid.split()[0] for reason in reasons if reason] == ["rencana", "belum", "repositori"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_cache_is_continued_and_tells_the_same(
    workshop: Any,
    values: Values,
    tmp_path: Path,
    jobs: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.reading.past.histories._WORTH_PROCESSES", 1)
    kept = tmp_path / "cache"
    for end in ("2027-T4", "2028-T1", "2028-T2"):
        values["kegiatan"][0]["selesai"] = end
        workshop.commit({FILE: values})
        assert told(workshop.folder, kept, jobs) == told(workshop.folder)
    monkeypatch.setattr(Repository, "contents", None)  # a warm run reads no content at all
    assert len(told(workshop.folder, kept, jobs).entries) == 2


def test_one_more_commit_reads_two_versions(
    workshop: Any, values: Values, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    kept = tmp_path / "cache"
    for end in ("2027-T4", "2028-T1", "2028-T2", "2028-T3"):
        values["kegiatan"][0]["selesai"] = end
        workshop.commit({FILE: values})
    told(workshop.folder, kept)
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values})
    monkeypatch.setattr(
        "generator.reading.library.as_published",
        lambda files, *how: read.append(str(files.address)) or as_published(files, *how),
    )
    assert len(told(workshop.folder, kept).entries) == 4
    assert len(read) == 2


def test_a_target_that_is_new_is_no_move(workshop: Any, values: Values) -> None:
    del values["kesenjangan"][0]["sasaran"]
    workshop.commit({FILE: values})
    values["kesenjangan"][0]["sasaran"] = {"nilai": 12, "tahun": 2028}
    workshop.commit({FILE: values})
    values["kesenjangan"][0]["sasaran"] = {"nilai": 10, "tahun": 2028}
    workshop.commit({FILE: values})
    (entry,) = told(workshop.folder).entries
    assert isinstance(entry.change, TargetMoved)


def test_every_promise_of_the_format_is_in_the_ledger(workshop: Any, values: Values) -> None:
    activity = values["kegiatan"][0]
    activity["tonggak"] = [
        {"tanggal": "2026-12-15", "uraian": "Uji coba"},
        {"tanggal": "2027-12-15", "uraian": "Penuh"},
    ]
    activity["keluaran"] = [{"uraian": "Izin daring", "jumlah": 12}]
    values["rencana"]["penetapan"] = {"bentuk": "perbup", "nomor": "12", "tahun": 2025}
    values["cetak_biru"]["pendanaan"] = {"sasaran": "Tetap.", "pagu": {"2026": 4000}}
    workshop.commit({FILE: values}, day="2026-01-01")
    activity["tonggak"] = [{"tanggal": "2027-12-15", "uraian": "Uji coba"}]
    activity["keluaran"][0]["jumlah"] = 5
    activity["penanggung_jawab"] = "kominfo"
    activity["mulai"] = "2026-T3"
    activity["anggaran"][0]["jumlah"] = 700
    values["rencana"]["penetapan"]["nomor"] = "13"
    values["cetak_biru"]["pendanaan"]["pagu"]["2026"] = 2000
    values["layanan"][0]["tahun_sasaran"] = 2029
    workshop.commit({FILE: values}, day="2026-02-01")
    history = told(workshop.folder)
    assert sorted(type(entry.change).__name__ for entry in history.entries) == [
        "CeilingMoved",
        "DecreeChanged",
        "MilestoneMoved",
        "MilestoneRemoved",
        "OutputMoved",
        "OwnerChanged",
        "PlanFigureMoved",
        "StartMoved",
        "TargetMoved",
    ]
    assert history.unexplained == history.entries


def test_the_amount_of_a_phase_is_a_promise_until_it_is_spent(workshop: Any, values: Values) -> None:
    line = values["kegiatan"][0]["anggaran"]
    line.append({"tahun": 2026, "jumlah": 500, "fase": "dpa"})
    line.append({"tahun": 2026, "jumlah": 100, "fase": "realisasi"})
    workshop.commit({FILE: values})
    line[0]["jumlah"] = 900
    line[-1]["jumlah"] = 200
    workshop.commit({FILE: values})
    (entry,) = told(workshop.folder).entries
    assert isinstance(entry.change, BudgetChanged)
    assert (entry.change.before, entry.change.after) == (Total(500, 1), Total(900, 1))


def test_a_draft_promises_nothing(workshop: Any, values: Values) -> None:
    values["rencana"]["status"] = "rancangan"
    workshop.commit({FILE: values}, day="2026-01-01")
    values["kegiatan"][0]["selesai"] = "2028-T1"
    workshop.commit({FILE: values}, day="2026-02-01")
    assert told(workshop.folder).entries == ()
    assert told(workshop.folder).baseline is None
    assert told(workshop.folder).promises == {}
    values["rencana"]["status"] = "ditetapkan"
    adopted = workshop.commit({FILE: values}, day="2026-03-01")
    values["kegiatan"][0]["selesai"] = "2028-T2"
    workshop.commit({FILE: values}, day="2026-04-01")
    history = told(workshop.folder)
    assert history.baseline is not None
    assert history.baseline.commit == adopted
    assert [version.draft for version in history.versions] == [True, True, False, False]
    assert history.slips("K-001") == Slips(1, 0, Quarter(2028, 1), Quarter(2028, 2))
    assert history.promises["K-001"].original


def test_to_tell_the_same_time_more_or_less_exactly_is_a_change_and_moves_no_promise(
    workshop: Any, values: Values
) -> None:
    activity = values["kegiatan"][0]
    activity["tonggak"] = [{"tanggal": "2027", "uraian": "Uji coba"}]
    for end, day in (("2027", "2027"), ("2027-T4", "2027-T4"), ("2027", "2027-12-31")):
        activity["selesai"], activity["tonggak"][0]["tanggal"] = end, day
        workshop.commit({FILE: values})
    history = told(workshop.folder)
    assert [len(version.changes) for version in history.versions] == [1, 2, 2]
    assert history.entries == ()
    activity["selesai"], activity["tonggak"][0]["tanggal"] = "2028-T1", "2028-01-01"
    workshop.commit({FILE: values})
    assert [type(entry.change) for entry in told(workshop.folder).entries] == [EndMoved, MilestoneMoved]
    activity["selesai"], activity["tonggak"][0]["tanggal"] = "2027-T4", "2027-T4"
    workshop.commit({FILE: values})
    history = told(workshop.folder)
    assert baseline_changes(history, Plan.model_validate(json.loads(json.dumps(values)))) == ()


def test_to_be_a_draft_again_hides_no_delay(workshop: Any, values: Values) -> None:
    for status, end in (
        ("berlaku", "2027-T4"),
        ("rancangan", "2028-T1"),
        ("rancangan", "2028-T4"),
        ("berlaku", "2028-T4"),
    ):
        values["rencana"]["status"] = status
        values["kegiatan"][0]["selesai"] = end
        workshop.commit({FILE: values})
    history = told(workshop.folder)
    assert history.slips("K-001") == Slips(1, 0, Quarter(2027, 4), Quarter(2028, 4))
    assert history.set_back is None


def test_to_be_a_draft_again_moves_all_that_was_promised(workshop: Any, values: Values) -> None:
    """Once, with its reason; while it is one, nothing else is held against what was promised."""
    workshop.commit({FILE: values}, day="2026-01-01")
    values["rencana"]["status"] = "rancangan"
    workshop.commit({FILE: values}, "Susun ulang\n\nAlasan: Menunggu perubahan peraturan.", day="2026-02-01")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, day="2026-03-01")
    history = told(workshop.folder)
    (entry,) = history.entries
    assert isinstance(entry.change, PlanStatusChanged)
    assert (entry.day, entry.reason) == (date(2026, 2, 1), "Menunggu perubahan peraturan.")
    assert history.set_back is history.versions[1]
    workshop.commit({FILE: None}, day="2026-04-01")
    assert [type(each.change) for each in told(workshop.folder).entries] == [PlanStatusChanged, PlanRemoved]


def test_a_draft_that_is_taken_down_moves_no_promise(workshop: Any, values: Values) -> None:
    values["rencana"]["status"] = "rancangan"
    workshop.commit({FILE: values})
    workshop.commit({FILE: None})
    assert told(workshop.folder).entries == ()


def test_what_was_unknown_is_promised_when_it_is_first_named(workshop: Any, values: Values) -> None:
    del values["kegiatan"][0]["anggaran"]
    for end in ("tidak_diketahui", "2028-T4", "2029-T1"):
        values["kegiatan"][0]["selesai"] = end
        workshop.commit({FILE: values})
    values["kegiatan"][0]["anggaran"] = [{"tahun": 2026, "jumlah": 500, "fase": "indikatif"}]
    workshop.commit({FILE: values})
    history = told(workshop.folder)
    assert history.promises["K-001"].end == Quarter(2028, 4)
    assert history.promises["K-001"].money == Total(500, 1)
    assert [type(entry.change) for entry in history.entries] == [EndMoved]
    assert history.slips("K-001") == Slips(1, 0, Quarter(2028, 4), Quarter(2029, 1))


def test_a_slip_by_way_of_what_is_not_known_is_one(workshop: Any, values: Values, tmp_path: Path) -> None:
    activity, kept = values["kegiatan"][0], tmp_path / "cache"
    activity["tonggak"] = [{"tanggal": "2027-12-10", "uraian": "Uji coba"}]
    ends = {"2027-T4": "2027-12-10", "tidak_diketahui": "tidak_diketahui", "2029-T4": "2029-12-10"}
    for number, (activity["selesai"], activity["tonggak"][0]["tanggal"]) in enumerate(ends.items()):
        workshop.commit({FILE: values}, day=f"2026-0{number + 1}-01")
        values["lembaga"]["situs"] = f"https://sagara.example/{number}"
        workshop.commit({FILE: values}, day=f"2026-0{number + 1}-02")
        assert told(workshop.folder, kept) == told(workshop.folder)
    history = told(workshop.folder)
    told_ends = [
        (each.change.before, each.change.after) for each in history.entries if isinstance(each.change, Exchange)
    ]
    first, last = (Quarter(2027, 4), date(2027, 12, 10)), (Quarter(2029, 4), date(2029, 12, 10))
    assert told_ends == [*((each, UNKNOWN) for each in first), *zip(first, last, strict=True)]
    assert history.slips("K-001") == Slips(1, 0, Quarter(2027, 4), Quarter(2029, 4))
    activity["selesai"] = "2030-T1"
    workshop.commit({FILE: values})
    assert told(workshop.folder).slips("K-001") == Slips(2, 0, Quarter(2027, 4), Quarter(2030, 1))


@pytest.mark.parametrize("end", ["2027-T4", "2027"])
def test_an_end_that_was_unknown_by_mistake_has_not_slipped(workshop: Any, values: Values, end: str) -> None:
    for now in ("2027-T4", "tidak_diketahui", end):
        values["kegiatan"][0]["selesai"] = now
        workshop.commit({FILE: values})
    history = told(workshop.folder)
    plan = Plan.model_validate(json.loads(json.dumps(values)))
    assert history.slips("K-001") is None
    assert slipped(plan.activities, history) == ()
    assert baseline_changes(history, plan) == ()
    assert [str(each.change.after) for each in history.entries if isinstance(each.change, EndMoved)][1:] == [end]


def test_what_was_unknown_while_its_activity_was_away_or_a_draft_keeps_its_promise(
    workshop: Any, values: Values
) -> None:
    activity = values["kegiatan"][0]
    workshop.commit({FILE: values})
    activity["selesai"] = "tidak_diketahui"
    workshop.commit({FILE: values})
    workshop.commit({FILE: {**values, "kegiatan": values["kegiatan"][1:]}})
    workshop.commit({FILE: None})
    workshop.commit({FILE: {**values, "rencana": values["rencana"] | {"status": "rancangan"}}})
    activity["selesai"] = "2029-T4"
    workshop.commit({FILE: values})
    assert told(workshop.folder).slips("K-001") == Slips(1, 0, Quarter(2027, 4), Quarter(2029, 4))


def test_an_indicator_that_was_away_keeps_its_target(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-01")
    (indicator,) = values.pop("indikator_kinerja")
    workshop.commit({FILE: values}, day="2026-02-01")
    workshop.commit(
        {FILE: {**values, "lembaga": values["lembaga"] | {"nama": "Kabupaten Sagara Raya"}}}, day="2026-02-02"
    )
    indicator["sasaran"][2027] = 5
    values["indikator_kinerja"] = [indicator]
    workshop.commit({FILE: values}, day="2026-03-01")
    assert moved(told(workshop.folder)) == [("2026-02-01", "ItemRemoved", None), ("2026-03-01", "TargetMoved", None)]


def test_the_cache_is_continued_through_renames_drafts_and_what_was_away(
    workshop: Any, values: Values, tmp_path: Path
) -> None:
    kept = tmp_path / "cache"
    other = FILE.replace("sagara", "kab-sagara")
    taken = values["kegiatan"][0]
    states: list[dict[str, Any]] = [{other: values}]
    states.append({other: {**values, "kegiatan": values["kegiatan"][1:]}})
    states.append({other: None, FILE: {**values, "rencana": values["rencana"] | {"status": "rancangan"}}})
    states.append({FILE: {**values, "kegiatan": [{**taken, "selesai": "2028-T4"}, values["kegiatan"][1]]}})
    states.append({FILE: None})
    states.append({FILE: {**values, "kegiatan": [{**taken, "selesai": "2029-T1"}, values["kegiatan"][1]]}})
    for state in states:
        workshop.commit(state)
        assert told(workshop.folder, kept) == told(workshop.folder)
    assert told(workshop.folder).slips("K-001") == Slips(2, 0, Quarter(2027, 4), Quarter(2029, 1))


def test_what_is_an_error_only_today_held_no_version_back_then(workshop: Any, values: Values) -> None:
    """A stricter check does not take away what was promised."""
    plan = yaml_text(values)
    workshop.commit({FILE: plan.replace("nama: Portal perizinan", "nama: Portal #1 perizinan")}, day="2026-01-01")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, day="2026-02-01")
    assert [type(entry.change) for entry in told(workshop.folder).entries] == [EndMoved]


def yaml_text(values: Values) -> str:
    """The values in YAML's own style, in which a text may be cut by a comment."""
    stream = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.dump(json.loads(json.dumps(values)), stream)
    return stream.getvalue()


def test_a_past_that_cannot_be_read_to_the_end_stops_no_other(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = PlanAddress("wana", "2025-2029")
    workshop.commit({FILE: values, f"plans/{other}.yaml": values}, "Terbitkan", "2025-02-14")
    monkeypatch.chdir(workshop.folder)  # where the report goes
    real = past_histories.read_on

    def broken(start: Record, versions: Any, contents: Contents, **rest: Any) -> Record:
        if versions[0][0].address == HERE:
            contents._process.stdin.write(
                f"{versions[0][0].blobs[0].id}\n".encode()
            )  # a question whose answer nobody reads
            raise TypeError
        return real(start, versions, contents, **rest)

    monkeypatch.setattr(past_histories, "read_on", broken)
    found = histories(repository_at(workshop.folder), "plans", [HERE, other], Cache(None))
    assert "TypeError" in found[HERE].failure
    assert not found[HERE].known
    assert len(found[other].versions) == 1


def test_a_reason_that_is_dated_after_its_move_is_not_lost(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values}, day="2026-01-02")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, day="2026-02-02")
    values["kegiatan"][0]["selesai"] = "2029-T4"
    workshop.commit({FILE: values}, day="2026-06-02")
    values["alasan_perubahan"] = [{"item": "K-001", "tanggal": "2026-06-10", "alasan": "Lelang diulang."}]
    workshop.commit({FILE: values}, day="2026-06-11")
    assert [entry.reason for entry in told(workshop.folder).entries] == [None, "Lelang diulang."]


def test_an_institution_whose_many_plans_take_too_long_stops_no_other(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each alone is within the time; which institution they are of is asked again when nobody was stopped."""
    slow = [PlanAddress("lambat", f"{year}-{year}") for year in range(2000, 2008)]
    workshop.commit({FILE: values} | {f"plans/{each}.yaml": values | {"kegiatan": []} for each in slow})
    workshop.commit({f"plans/{each}.yaml": None for each in slow})
    workshop.commit({f"plans/{each}.yaml": values | {"kegiatan": []} for each in slow})
    real = identities.read

    def slowly(plan: PlanFiles, *more: Any) -> PlanSource:
        time.sleep(0.3)
        return real(plan, *more)

    asked = [HERE, *slow]
    with monkeypatch.context() as patch:
        patch.setattr(identities, "read", slowly)
        begun = time.monotonic()
        one = {f"plans/{each}.yaml": values | {"ringkasan": str(each)} for each in slow}  # other contents for each
        workshop.commit(dict.fromkeys(one))
        workshop.commit(one)
        found = histories(repository_at(workshop.folder), "plans", asked, Cache(tmp_path), guard=Allowance(1, tmp_path))
        assert time.monotonic() - begun < 6
    assert [found[each].failure for each in slow] == ["lebih dari 1 detik (--limit)"] * len(slow)
    assert (found[HERE].known, len(found[HERE].versions)) == (True, 1)
    again = histories(repository_at(workshop.folder), "plans", asked, Cache(tmp_path))
    assert all(history.known for history in again.values())


def test_a_past_that_takes_too_long_is_read_on_by_the_next_build(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for year in range(2027, 2034):
        values["kegiatan"][0]["selesai"] = f"{year}-T4"
        workshop.commit({FILE: values}, day=f"{year}-01-02")
    monkeypatch.setattr(past_histories, "_VERSIONS_AT_A_TIME", 1)
    asked, failures = 0, []
    for _ in range(3):
        left = 3

        def three_at_most(_: str, work: Any) -> Any:
            nonlocal asked, left
            asked, left = asked + 1, left - 1
            return (None, "lama") if left < 0 else (work(), "")

        found = histories(repository_at(workshop.folder), "plans", [HERE], Cache(tmp_path), guard=three_at_most)[HERE]
        failures.append(found.failure)
    assert failures == ["lama", "lama", ""]
    assert asked == (3 + 1) + (3 + 1) + 3  # the last two of which look for the plan that this one goes on with
    whole = histories(repository_at(workshop.folder), "plans", [HERE], Cache(None))[HERE]
    assert (found.versions, found.entries) == (whole.versions, whole.entries)
