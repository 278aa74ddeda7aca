import re
from collections.abc import Callable

import pytest

from generator.diagnostics import Problem
from generator.locale import language

Planted = Callable[..., list[Problem]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("program: P-1", "program: X-9"),
        ("menutup: [G-1]", "menutup: [X-9]"),
        ("mendukung_strategi: [S-1]", "mendukung_strategi: [X-9]"),
        ("    layanan: [L-1]", "    layanan: [X-9]"),
        ("penanggung_jawab: dpmptsp", "penanggung_jawab: X-9"),
        ("pendukung: [diskominfo]", "pendukung: [X-9]"),
        ("bergantung_pada: [K-002]", "bergantung_pada: [X-9]"),
        ("memerlukan_peraturan: [R-1]", "memerlukan_peraturan: [X-9]"),
        ("oleh: diskominfo", "oleh: X-9"),
        (", strategi: [S-1]}", ", strategi: [X-9]}"),
        ("mikro, pemilik: dpmptsp", "mikro, pemilik: X-9"),
        ("SIMIZIN, pemilik: dpmptsp", "SIMIZIN, pemilik: X-9"),
        ("layanan: [L-1]}", "layanan: [X-9]}"),
        ("intra, pemilik: diskominfo", "intra, pemilik: X-9"),
        ("produsen: dpmptsp", "produsen: X-9"),
        ("walidata: diskominfo", "walidata: X-9"),
        ("pengembang, unit: diskominfo", "pengembang, unit: X-9"),
        ("penyusun: diskominfo", "penyusun: X-9"),
        ("{2030: 3}, kegiatan: [K-001]", "{2030: 3}, kegiatan: [X-9]"),
        ("pegawai, kegiatan: [K-001]", "pegawai, kegiatan: [X-9]"),
        ("Pelatihan, unit: dpmptsp", "Pelatihan, unit: X-9"),
        ("layanan_utama: [L-1]", "layanan_utama: [X-9]"),
    ],
)
def test_an_unknown_id_in_any_field(planted: Planted, old: str, new: str) -> None:
    (problem,) = planted((old, new))
    assert problem.code == "rujukan-tidak-dikenal"
    assert problem.place.end_column - problem.place.column == len("X-9")
    assert "`X-9`, yang tidak ada dalam rencana ini" in language().word(problem.message)


def test_the_nearest_id_of_the_right_kind_is_named(planted: Planted) -> None:
    (problem,) = planted(("bergantung_pada: [K-002]", "bergantung_pada: [k-002]"))
    assert problem.help is not None
    assert re.fullmatch(r"gunakan `K-002`, baris \d+", language().word(problem.help))


def test_two_neighbours_that_changed_places_are_put_right_and_another_number_is_not(planted: Planted) -> None:
    (problem,) = planted(("bergantung_pada: [K-002]", "bergantung_pada: [K-020]"))
    assert problem.help is not None
    assert language().word(problem.help).startswith("gunakan `K-002`")
    (problem,) = planted(("bergantung_pada: [K-002]", "bergantung_pada: [K-003]"))
    assert problem.help is not None
    assert "gunakan" not in language().word(problem.help)


def test_a_near_id_in_another_file_is_named_with_its_file(check: Callable[..., list[Problem]]) -> None:
    found = check(
        "perubahan:\n  - {id: PU-1, uraian: Pelatihan, unit: dinas}\n", "unit:\n  - {id: dina, nama: Dinas}\n"
    )
    (problem,) = [each for each in found if each.code == "rujukan-tidak-dikenal"]
    assert problem.help is not None
    assert language().word(problem.help) == "gunakan `dina`, baris 2 (1.yaml)"


def test_an_id_of_another_kind_leads_to_its_definition(planted: Planted) -> None:
    (problem,) = planted(("penanggung_jawab: dpmptsp", "penanggung_jawab: L-1"))
    assert problem.code == "rujukan-salah-jenis"
    assert problem.labels[0].place.line == 29
    assert language().word(problem.message).endswith("`L-1`, padahal itu layanan")


def test_an_unknown_owner_and_no_id_at_all_are_not_references(planted: Planted) -> None:
    assert planted(("penanggung_jawab: dpmptsp", "penanggung_jawab: tidak_diketahui")) == []
    assert [each.code for each in planted(("program: P-1", "program: P 1"))] == ["id-salah"]


def test_each_of_joint_owners_is_a_reference_and_an_empty_list_says_nothing(planted: Planted) -> None:
    owner = "penanggung_jawab: dpmptsp"
    assert planted((owner, "penanggung_jawab: [dpmptsp, diskominfo]")) == []
    assert [each.code for each in planted((owner, "penanggung_jawab: [dpmptsp, X-9]"))] == ["rujukan-tidak-dikenal"]
    assert [each.code for each in planted((owner, "penanggung_jawab: []"))] == ["isian-kosong"]


def test_what_an_unreadable_file_may_define_is_not_missed(check: Callable[..., list[Problem]]) -> None:
    change = "perubahan:\n  - {id: PU-1, uraian: Pelatihan, unit: dinas}\n"
    assert [each.code for each in check(change, "unit: [\n")] == ["yaml-tidak-terbaca"]
