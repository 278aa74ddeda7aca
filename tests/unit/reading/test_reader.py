import json
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from generator.diagnostics import Problem
from generator.locale import language
from generator.model.address import PlanAddress
from generator.model.plan import Plan
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import Reading, as_published, read_plan

Small = Callable[[], dict[str, Any]]


def read(*contents: object) -> Reading:
    texts = (each if isinstance(each, str) else json.dumps(each, indent=1) for each in contents)
    files = tuple(RawFile(f"plans/a/2025-2029/{number}.yaml", text.encode()) for number, text in enumerate(texts))
    return read_plan(PlanFiles(PlanAddress("a", "2025-2029"), files))


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def help_(problem: Problem) -> str:
    assert problem.help is not None
    return language().word(problem.help)


def test_a_sound_plan_has_no_problem(small_plan: Small) -> None:
    reading = read(small_plan())
    assert reading.problems == ()
    assert reading.edition is not None


def test_a_misspelt_key_is_one_mistake(small_plan: Small) -> None:
    plan = small_plan()
    plan["lembaga"]["namaa"] = plan["lembaga"].pop("nama")
    (problem,) = read(plan).problems
    assert problem.code == "kunci-tidak-dikenal"
    assert help_(problem) == "mungkin maksudnya `nama`"


def test_a_misspelt_key_hides_nothing_behind_it(small_plan: Small) -> None:
    plan = small_plan()
    plan["kegiatan"][0]["status"] = "berjalann"
    plan["kegiatan"][0]["anggarann"] = [{"tahun": 2026, "jumlah": "banyak", "fase": "pagu"}]
    del plan["kegiatan"][0]["anggaran"]
    plan["kegiatn"] = plan.pop("kegiatan")
    reading = read(plan)
    assert sorted(codes(reading)) == ["kunci-tidak-dikenal", "kunci-tidak-dikenal", "pilihan-salah", "rupiah-salah"]
    assert reading.edition is None


def test_a_key_is_not_put_right_where_the_right_one_is_written_too(small_plan: Small) -> None:
    plan = small_plan()
    plan["kegiatn"] = [{"id": 5}]
    assert codes(read(plan)) == ["kunci-tidak-dikenal"]


def test_an_unknown_key_that_is_near_to_nothing_hides_no_missing_one(small_plan: Small) -> None:
    plan = small_plan()
    plan["lembaga"]["warna"] = plan["lembaga"].pop("nama")
    assert sorted(codes(read(plan))) == ["kunci-tidak-dikenal", "kunci-wajib"]


def test_a_misspelt_key_with_nothing_after_it(small_plan: Small) -> None:
    text = json.dumps(small_plan(), indent=1).replace('"lisensi": "CC-BY-4.0"', '"lisensii":')
    (problem,) = read(text).problems
    assert (problem.code, help_(problem)) == ("kunci-tidak-dikenal", "mungkin maksudnya `lisensi`")


def test_a_key_with_nothing_after_it_counts_as_not_written(small_plan: Small) -> None:
    text = json.dumps(small_plan(), indent=1)
    assert codes(read(text.replace('"nama": "Dinas Kominfo"', '"nama": "Dinas Kominfo", "singkatan": null'))) == []
    assert codes(read(text.replace('"nama": "Dinas Kominfo"', '"nama": "Dinas Kominfo", "singkatan":'))) == [
        "isian-kosong"
    ]
    (problem,) = read(text.replace('"lisensi": "CC-BY-4.0"', '"lisensi":')).problems
    assert problem.code == "kunci-wajib"


def test_a_text_cut_at_a_comma_holds_the_plan_back(small_plan: Small) -> None:
    plan = json.dumps({**small_plan(), "cetak_biru": {}}).replace(
        '"cetak_biru": {}', '"cetak_biru": {integrasi: {kondisi: Ruang server, tanpa genset}}'
    )
    reading = read(plan)
    assert codes(reading) == ["teks-terpotong"]
    assert reading.edition is None


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("lembaga", "jenis"), "kota besar", "pilihan-salah"),
        (("lembaga", "jenis"), ["kota"], "bentuk-salah"),
        (("lembaga", "jenis"), "", "isian-kosong"),
        (("lembaga",), [], "bentuk-salah"),
        (("unit",), {}, "bentuk-salah"),
        (("unit", 0), "kominfo", "bentuk-salah"),
        (("unit", 0, "nama"), {}, "bentuk-salah"),
        (("unit", 0, "nama"), "", "isian-kosong"),
        (("rencana", "contoh"), "yes", "pilihan-salah"),
        (("kegiatan", 0, "bagian"), [""], "isian-kosong"),
        (("kegiatan", 0, "anggaran", 0, "jumlah"), "1.000", "rupiah-salah"),
        (("indikator_kinerja", 0, "sasaran"), {"duaribu": 3}, "tahun-salah"),
    ],
)
def test_one_wrong_value_is_one_problem(small_plan: Small, path: tuple[Any, ...], value: object, code: str) -> None:
    plan: Any = small_plan()
    inner = plan
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    reading = read(plan)
    assert codes(reading) == [code]
    assert reading.edition is None


def test_a_long_wrong_word_is_cut_in_its_message(small_plan: Small) -> None:
    plan = small_plan()
    plan["lembaga"]["jenis"] = "x" * 5000
    (problem,) = read(plan).problems
    assert len(language().word(problem.message)) < 120


def test_a_plan_of_which_nothing_is_right_tells_every_problem() -> None:
    reading = read("lembaga: x\nrencana: []\nkegiatan: {a: b}\n")
    assert {"bentuk-salah", "kunci-wajib"} <= set(codes(reading))
    assert reading.edition is None


def test_what_an_unreadable_file_may_hold_is_not_missing(small_plan: Small) -> None:
    plan = small_plan()
    del plan["program"]
    reading = read(plan, "program: [\n")
    assert codes(reading) == ["yaml-tidak-terbaca"]
    assert not reading.complete


def test_what_a_second_document_holds_is_not_missing(small_plan: Small) -> None:
    plan = small_plan()
    rest = {"kegiatan": plan.pop("kegiatan")}
    assert codes(read(f"{json.dumps(plan)}\n---\n{json.dumps(rest)}\n")) == ["lebih-dari-satu-dokumen"]


def test_every_problem_names_the_plan_and_the_item(small_plan: Small) -> None:
    plan = small_plan()
    plan["kegiatan"][0]["status"] = "jalan"
    (problem,) = read(plan).problems
    assert (problem.plan, problem.item) == ("a/2025-2029", "K-001")
    assert language().word(problem.labels[0].text) == "dalam `K-001`"


def test_an_aside_or_an_address_that_is_unknown_is_left_out(small_plan: Small) -> None:
    plan = small_plan()
    plan["lembaga"] |= {"provinsi": "tidak_diketahui", "ppid": "tidak_diketahui", "situs": "tidak_diketahui"}
    plan["unit"] = [{"id": "kominfo", "nama": "Dinas Kominfo", "singkatan": "tidak_diketahui"}]
    plan["kegiatan"][0]["uraian"] = "tidak_diketahui"
    reading = read(plan)
    assert codes(reading) == []
    assert reading.edition is not None
    found = reading.edition.plan
    assert (found.institution.province, found.institution.site, found.institution.information_officer) == (None,) * 3
    assert (found.units[0].short_name, found.activities[0].text) == (None, None)


def test_a_value_costs_the_same_in_a_large_file() -> None:
    units = "unit:\n" + "".join(f"  - {{id: u-{number}, nama: Unit {number}}}\n" for number in range(1_000))
    ends = ("\n", "\n" + "#baris panjang\n" * 100_000)

    def seconds(end: str) -> float:
        begun = process_time()
        read(units + end)
        return process_time() - begun

    small, large = (min(seconds(end) for _ in range(2)) for end in ends)
    assert large < 6 * small


@pytest.mark.parametrize("link", ["https://Büro.example/", "http://1.2.3/", "mailto:budi.santoso@gmail.com"])
def test_a_link_that_is_none_any_more_is_left_out_of_an_earlier_version(small_plan: Small, link: str) -> None:
    plan = small_plan()
    plan["lembaga"]["situs"] = plan["peraturan"][0]["tautan"] = link
    found = published(plan)
    assert found
    assert (found.institution.site, found.regulations[0].link) == (None, None)
    assert found.activities[0].end == read(small_plan()).edition.plan.activities[0].end  # type: ignore[union-attr]
    assert published(plan | {"tahap": 1}) is None
    plan["lembaga"]["situs"] = "www.sagara.example"
    assert published(plan) is None


def published(plan: dict[str, Any]) -> Plan | None:
    file = RawFile("plans/a/2025-2029.yaml", json.dumps(plan, indent=1, ensure_ascii=False).encode())
    return as_published(PlanFiles(PlanAddress("a", "2025-2029"), (file,)))
