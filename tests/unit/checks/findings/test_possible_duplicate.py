"""Applications that may repeat another one, and names that only look alike."""

import pytest

from generator.checks.findings import Inventory, elsewhere
from generator.checks.findings.names import forms, words
from generator.model.portfolio import Portfolio

KIND = "kemungkinan-duplikasi"


def apps(*entries: str) -> str:
    return "aplikasi:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


@pytest.mark.parametrize(
    "entry",
    [
        "id: A-1, nama: SIASN",
        "id: A-1, nama: SIASN Kepegawaian",
        "id: A-1, nama: SP4N-LAPOR! Pengaduan",
        "id: A-1, nama: JDIH Sagara (produk hukum)",
        "id: A-1, nama: SIMPEG Sagara, status: dipensiunkan",
        "id: A-1, nama: SIMPEG Sagara, status: tidak_aktif",
        "id: A-1, nama: SIMPEG Sagara, jenis: umum",
        "id: A-1, nama: Simpegasus",
    ],
)
def test_the_national_application_and_what_is_gone_repeat_nothing(look, entry):
    assert KIND not in look(apps(entry))


@pytest.mark.parametrize("name", ["Lapor Sagara pengaduan", "e-Surat", "E SURAT", "Sistem Kepegawaian"])
def test_a_word_of_the_national_work_in_the_name_is_seen(look, name):
    assert [seen.item for seen in look(apps(f"id: A-1, nama: {name}"))[KIND]] == ["A-1"]


def test_an_application_is_known_by_all_its_services_unless_the_national_one_is_used(look):
    services = "layanan: [{id: L-2, nama: Pengaduan warga}]\n"
    own = "id: A-1, nama: Suara Sagara, layanan: [L-2]"
    assert [seen.item for seen in look(services + apps(own))[KIND]] == ["A-1"]
    assert KIND not in look(services + apps(own.replace("L-2", "L-1, L-2")))
    assert KIND not in look(services + apps(own, "id: A-2, nama: SP4N-LAPOR!, jenis: umum"))


def test_planning_in_a_ministry_is_not_compared_with_the_regional_application(look):
    yaml = apps("id: A-1, nama: e-Planning Sagara")
    assert KIND in look(yaml)
    assert KIND not in look("lembaga: {jenis: kementerian}\n" + yaml)


def test_two_of_one_name_in_an_institution_lead_to_the_first(look):
    units = "unit: [{id: dinkes, nama: Dinas Kesehatan}, {id: disdik, nama: Dinas Pendidikan}]\n"
    yaml = units + apps(
        "id: A-1, nama: e-Lapkin Kesehatan, pemilik: dinkes", "id: A-2, nama: E-LAPKIN Pendidikan, pemilik: disdik"
    )
    [seen] = look(yaml)[KIND]
    assert (seen.item, seen.text) == ("A-2", "E-LAPKIN Pendidikan")
    assert seen.words == "Namanya menyerupai `A-1` e-Lapkin Kesehatan di lembaga yang sama"


def test_everyday_names_are_not_taken_for_one_application(look):
    units = "unit: [{id: dinkes, nama: Dinas Kesehatan}, {id: disdik, nama: Dinas Pendidikan}]\n"
    yaml = units + apps(
        "id: A-1, nama: Website Dinas Kesehatan, pemilik: dinkes", "id: A-2, nama: Website Pendidikan, pemilik: disdik"
    )
    assert look(yaml) == {}


def test_other_institutions_are_named_and_the_own_one_is_not(look):
    names = apps("id: A-1, nama: Sistem Perizinan (SIMIZIN)", "id: A-2, nama: Website", "id: A-3, nama: JDIH")
    sagara = look.edition("aplikasi: [{id: A-1, nama: Simizin}, {id: A-9, nama: Website}, {id: A-3, nama: JDIH}]")
    others = [
        look.edition(f"lembaga: {{nama: {name}}}\n" + names, institution=slug)
        for slug, name in (("tirta", "Kota Tirta"), ("bumi", "Kabupaten Bumi"))
    ]
    known = elsewhere(Portfolio.of([sagara, *others]))
    assert set(known.institutions) == {("simizin",)}
    look.edition("aplikasi: [{id: A-1, nama: Simizin}, {id: A-9, nama: Website}, {id: A-3, nama: JDIH}]")
    [seen] = look(edition=sagara, elsewhere=known)[KIND]
    assert (seen.item, seen.text) == ("A-1", "Simizin")
    assert seen.words == "Aplikasi bernama sama tercatat di 2 lembaga lain, antara lain Kabupaten Bumi"
    assert look(edition=sagara, elsewhere=known.among(Inventory.of(sagara).names)) == look(
        edition=sagara, elsewhere=known
    )
    alone = elsewhere(Portfolio.of([sagara]))
    assert KIND not in look(edition=sagara, elsewhere=alone)


def test_what_one_institution_alone_has_is_not_kept(look):
    first = look.edition(apps("id: A-1, nama: Simizin"))
    second = look.edition(apps("id: A-1, nama: Tirtapay"), institution="tirta")
    assert not elsewhere(Portfolio.of([first, second])).institutions


def test_names_become_comparable_words():
    assert words("e-Office") == words("E Office") == words("eOffice") == ("eoffice",)
    assert words("SP4N-LAPOR!") == ("sp4n", "lapor!")
    assert forms("Sistem Perizinan (SIMIZIN)") == (("sistem", "perizinan"), ("simizin",))
    assert forms("Polos") == (("polos",),)
    assert forms("()") == ()
