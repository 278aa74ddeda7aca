import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.locale import language
from generator.model.changes import facts
from generator.pipeline import looking
from generator.reading.library import Library
from generator.report.difference import DIFFERENCE_FORMATS, Difference
from generator.report.difference.markdown import LONGEST, escaped, markdown
from generator.report.difference.text import text

FILE = "plans/sagara/2025-2029.yaml"
DAY = date(2026, 10, 1)
WORDS = language()
Values = dict[str, Any]


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return small_plan()


def differ(workshop: Any, before: str = "HEAD", after: str = "") -> Difference:
    found = looking.difference(workshop.folder / "plans", before, after, DAY, Library())
    assert isinstance(found, Difference)
    return found


def moved(workshop: Any, values: Values) -> Difference:
    workshop.commit({FILE: values})
    activity = values["kegiatan"][0]
    activity["selesai"] = "2028-T4"
    activity["anggaran"][0]["jumlah"] = 600
    del values["kegiatan"][1]["penanggung_jawab"]
    values["kegiatan"][1]["penanggung_jawab"] = "tidak_diketahui"
    workshop.write(FILE, values)
    return differ(workshop)


def test_totals_first_then_the_details(workshop: Any, values: Values) -> None:
    told = text(moved(workshop, values), WORDS).splitlines()
    assert told[:4] == [
        "HEAD → berkas di folder ini",
        "Anggaran: Rp900 → Rp1.000 (naik Rp100)",
        "Jadwal selesai: 1 diundur, paling jauh 4 triwulan",
        "Janji yang berubah: 3, 3 di antaranya tanpa alasan",
    ]
    assert "  K-001 Portal perizinan: jadwal selesai diundur 4 triwulan, dari T4 2027 ke T4 2028 (tanpa alasan)" in told
    assert (
        "  K-001 Portal perizinan: anggaran 2026 (Indikatif) naik Rp100, dari Rp500 menjadi Rp600 (tanpa alasan)"
        in told
    )
    assert [line.split(":")[0] for line in told if line.startswith("  +")] == ["  + tanpa-penanggung-jawab K-002"]


def test_a_finding_that_is_gone(workshop: Any, values: Values) -> None:
    there = moved(workshop, values)
    workshop.commit({})
    back = differ(workshop, "HEAD", "HEAD~1")
    assert [finding.kind for finding in back.gone] == [finding.kind for finding in there.new]
    assert back.new == there.gone
    assert back.money == there.money[::-1]


def test_a_cosmetic_edit_tells_nothing(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    workshop.write(FILE, None)
    values["kegiatan"].reverse()
    workshop.write("plans/sagara/2025-2029/rencana.yaml", json.dumps(values, indent=1))
    difference = differ(workshop)
    assert difference.changes == difference.new == difference.gone == ()
    assert text(difference, WORDS).splitlines()[1:] == ["Tidak ada perubahan pada isi rencana."]


def test_what_is_no_fact_is_named_all_the_same(workshop: Any, values: Values) -> None:
    values["sdm"] = [{"peran": "data", "unit": "dinkes", "tahun": 2026, "ada": 1, "butuh": 2}]
    values["unit"] = [*values.get("unit", []), {"id": "dinkes", "nama": "Dinas Kesehatan", "jenis": "dinas"}]
    workshop.commit({FILE: values})
    values["sdm"][0]["ada"] = 2
    values["unit"][-1]["nama"] = "Dinas Kesehatan dan KB"
    values["lembaga"]["nama"] = "Kabupaten Lain"
    values["cetak_biru"]["pendanaan"] = {"sasaran": "Tetap.", "pagu": {"2026": 5}}
    values["kegiatan"][0]["status"] = "tertunda"
    values["rencana"]["diperbarui"] = "2026-09-09"
    workshop.write(FILE, values)
    difference = differ(workshop)
    told = text(difference, WORDS)
    assert "lembaga: nama berubah dari “Kabupaten Sagara” menjadi “Kabupaten Lain”" in told
    assert "dinkes Dinas Kesehatan dan KB: nama berubah dari “Dinas Kesehatan” menjadi “Dinas Kesehatan dan KB”" in told
    assert "SDM “Data, dinkes, 2026”: ada berubah dari 1 menjadi 2" in told
    workshop.commit({FILE: values})
    values["cetak_biru"]["pendanaan"]["pagu"]["2026"] = 7
    workshop.write(FILE, values)
    told = markdown(differ(workshop), WORDS)
    assert "Tidak ada perubahan" not in told
    assert "pagu 2026 naik Rp2, dari Rp5 menjadi Rp7" in told


def test_a_plan_with_errors_is_not_told_as_removed(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values, "plans/lain/2025-2029.yaml": values})
    workshop.write(FILE, "rusak: [")
    difference = differ(workshop)
    assert difference.changes == ()
    assert difference.broken == ("sagara/2025-2029",)
    assert "sagara/2025-2029: ada kesalahan" in text(difference, WORDS)
    assert "Tidak ada perubahan" not in text(difference, WORDS)


def test_a_plan_that_comes(workshop: Any, values: Values) -> None:
    workshop.commit({"README.md": "x"})
    workshop.write(FILE, values)
    difference = differ(workshop)
    assert difference.of_kind(facts.PlanPublished) == 1
    assert "Rencana terbit: 1" in text(difference, WORDS)


def test_json_holds_every_change_with_its_kind(workshop: Any, values: Values) -> None:
    told = json.loads(DIFFERENCE_FORMATS["json"](moved(workshop, values), WORDS))
    assert (told["before"], told["after"]) == ("HEAD", None)
    assert told["money"]["after"] == {"amount": 1000, "missing": 0}
    assert told["changes"][0] == {
        "kind": "selesai-bergeser",
        "plan": "sagara/2025-2029",
        "item": "K-001",
        "name": "Portal perizinan",
        "before": "2027-T4",
        "after": "2028-T4",
        "promise_moved": True,
        "reason": None,
    }
    budget = next(change for change in told["changes"] if change["kind"] == "anggaran-berubah")
    assert (budget["year"], budget["phase"], budget["after"]["amount"]) == (2026, "indikatif", 600)
    assert told["changes"][-1]["after"] == "tidak_diketahui"
    assert [finding["kind"] for finding in told["findings"]["new"]] == ["tanpa-penanggung-jawab"]


def test_the_comment_shows_plan_text_as_text(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    values["kegiatan"][0]["nama"] = "@sekda <img src=x> | [klik](https://x.example) *tebal* #12 GH-3 `kode`"
    workshop.write(FILE, values)
    told = markdown(differ(workshop), WORDS)
    (line,) = [line for line in told.splitlines() if "K-001" in line]
    assert "@\u2060sekda" in line
    assert r"\<img src\=x\> \| \[klik\](https:" + "\u2060//x.example)" in line
    assert "\\#\u206012 GH\u2060-3 \\`kode\\`" in line
    assert "@sekda" not in told
    assert "https://" not in told


@pytest.mark.parametrize(
    "text_", ["@a", "x@a/b", "#1", "a/b#1", "!1", "~bug", "%3", "&4", "$5", "https://a.b", "www.a.b", "gh-1", ":tada:"]
)
def test_no_reference_survives(text_: str) -> None:
    told = escaped(text_)
    assert "\u2060" in told
    assert told.replace("\u2060", "").replace("\\", "") == text_


def test_a_long_comment_is_cut_at_a_line_and_says_so(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    first = values["kegiatan"][0]
    for number in range(900):
        values["kegiatan"].append(first | {"id": f"K-9{number:03}", "nama": "Kegiatan é " * 8})
    workshop.write(FILE, values)
    told = markdown(differ(workshop), WORDS)
    assert LONGEST - 200 < len(told.encode()) <= LONGEST
    assert told.splitlines()[-1].startswith("Selebihnya tidak muat")
    assert told.splitlines()[-3].endswith("Rp900")
    assert "| Kegiatan ditambah | 900 |" in told


def test_a_promise_that_moves_tells_its_reason_or_that_there_is_none(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    values["kegiatan"][0]["selesai"] = "2028-T4"
    values["kegiatan"][1]["selesai"] = "2026-T3"
    values["alasan_perubahan"] = [{"item": "K-001", "tanggal": "2026-03-01", "alasan": "Pengadaan @diulang."}]
    workshop.write(FILE, values)
    difference = differ(workshop)
    told = text(difference, WORDS)
    assert "Janji yang berubah: 2, 1 di antaranya tanpa alasan" in told
    assert "dari T4 2027 ke T4 2028 (alasan: Pengadaan @diulang.)" in told
    assert "dari T1 2026 ke T3 2026 (tanpa alasan)" in told
    assert "alasan: Pengadaan @\u2060diulang." in markdown(difference, WORDS)
    changes = json.loads(DIFFERENCE_FORMATS["json"](difference, WORDS))["changes"]
    assert [(each["promise_moved"], each["reason"]) for each in changes if each["kind"] == "selesai-bergeser"] == [
        (True, "Pengadaan @diulang."),
        (True, None),
    ]


def test_to_name_a_sum_that_was_unknown_moves_no_promise(workshop: Any, values: Values) -> None:
    line = {"tahun": 2027, "fase": "dpa"}
    values["kegiatan"][0]["anggaran"] = [line | {"jumlah": "tidak_diketahui"}]
    workshop.commit({FILE: values})
    values["kegiatan"][0]["anggaran"] = [line | {"jumlah": 500}]
    workshop.write(FILE, values)
    told = text(differ(workshop), WORDS)
    assert "jumlah tidak diketahui menjadi Rp500" in told
    assert "Janji yang berubah" not in told
    assert "tanpa alasan" not in told


def test_the_reason_may_stand_in_any_commit_of_the_proposal(workshop: Any, values: Values) -> None:
    workshop.commit({FILE: values})
    workshop.git("switch", "--quiet", "--create", "usul")
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values}, "Mundur\n\nAlasan: Izin terlambat.\n\nCo-authored-by: A <a@x>")
    workshop.commit({"README.md": "x"}, "Lain")
    assert "(alasan: Izin terlambat.)" in text(differ(workshop, "main", "usul"), WORDS)
    assert "(alasan: Izin terlambat.)" in text(differ(workshop, "main"), WORDS)


def test_a_draft_promises_nothing_and_the_difference_says_so(workshop: Any, values: Values) -> None:
    values["rencana"]["status"] = "rancangan"
    workshop.commit({FILE: values})
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.write(FILE, values)
    difference = differ(workshop)
    told = text(difference, WORDS)
    assert ": perubahan rancangan (sagara/2025-2029)" in told
    assert "alasan" not in told
    assert json.loads(DIFFERENCE_FORMATS["json"](difference, WORDS))["drafts"] == ["sagara/2025-2029"]


def test_a_folder_with_another_name_is_compared_with_itself(workshop: Any, values: Values) -> None:
    workshop.commit({FILE.replace("sagara", "kab-sagara"): values})
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.write(FILE.replace("sagara", "kab-sagara"), None)
    workshop.write(FILE, values)
    told = text(differ(workshop), WORDS)
    assert "pindah dari kab-sagara/2025-2029 ke sagara/2025-2029" in told
    assert "jadwal selesai diundur 4 triwulan, dari T4 2027 ke T4 2028 (tanpa alasan)" in told


def test_a_change_of_a_thousand_shares_hides_nothing_behind_it(workshop: Any, values: Values) -> None:
    activity = values["kegiatan"][0]
    activity["anggaran"] = [{"tahun": 2026, "jumlah": 1000, "sumber": "apbd", "kode": f"{each}"} for each in range(900)]
    workshop.commit({FILE: values})
    activity["anggaran"] = [{**line, "kode": f"x{at}", "jumlah": 2000} for at, line in enumerate(activity["anggaran"])]
    values["kegiatan"][1]["nama"] = "Jaringan lain"
    workshop.write(FILE, values)
    difference = differ(workshop)
    assert max(map(len, text(difference, WORDS).splitlines())) < 1_500
    assert "Jaringan lain" in markdown(difference, WORDS)


def test_a_plan_that_takes_too_long_is_told_and_not_compared(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.commit({FILE: values})
    values["rencana"]["judul"] = "Rencana yang lama sekali diperiksa"
    workshop.write(FILE, values)

    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr("generator.checks.check.verdict", endless)
    found = looking.difference(workshop.folder / "plans", "HEAD", "", DAY, Library(), limit=1)
    assert isinstance(found, Difference)
    assert found.failures == {"sagara/2025-2029": "lebih dari 1 detik (--limit)"}
    assert found.broken == ("sagara/2025-2029",)
    assert not found.changes
