import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.addresses import INSTITUTION
from generator.reading.misplaced import folder_name
from generator.scaffold.suggestions import kind_named, region_named, regions_like


def test_a_name_finds_its_code() -> None:
    assert [each.code for each in regions_like("Kabupaten Sleman")][:1] == ["34.04"]
    found = region_named("kota depok")
    assert found is not None
    assert (found.code, found.kind) == ("32.76", "kota")


def test_a_province_is_found_with_and_without_its_kind() -> None:
    for name in ("Jawa Barat", "Provinsi Jawa Barat"):
        found = region_named(name)
        assert found is not None
        assert (found.code, found.kind) == ("32", "provinsi")


def test_a_part_of_a_name_suggests_several_and_names_none() -> None:
    assert {each.code for each in regions_like("Bandung")} >= {"32.04", "32.73"}
    assert region_named("Bandung") is None
    assert region_named("Kementerian Urusan Samudra") is None


@pytest.mark.parametrize(
    ("typed", "code"), [("Kab. Bogor", "32.01"), ("Pemkot Bandung", "32.73"), ("sleman", "34.04"), ("Prov. Bali", "51")]
)
def test_a_region_is_found_as_people_write_it(typed: str, code: str) -> None:
    found = region_named(typed)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kementerian Kesehatan", "kementerian"),
        ("Universitas Gadjah Mada", "perguruan_tinggi"),
        ("Desa Ponggok", "desa"),
        ("Perum Bulog", "bumn"),
        ("Kab. Sukamaju", "kabupaten"),
        ("Badan Pendapatan Daerah", ""),
        ("", ""),
    ],
)
def test_a_name_tells_the_kind_where_it_leaves_no_doubt(name: str, kind: str) -> None:
    assert kind_named(name) == kind


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Kabupaten Sleman", "kabupaten-sleman"),
        ("Kota  Depok (Baru)", "kota-depok-baru"),
        ("Kabupaten Pangkép", "kabupaten-pangkep"),
    ],
)
def test_a_folder_name_is_made_from_a_name(name: str, folder: str) -> None:
    assert folder_name(name) == folder


@given(st.text())
def test_a_folder_name_is_empty_or_allowed(name: str) -> None:
    folder = folder_name(name)
    assert not folder or INSTITUTION.fullmatch(folder)
    assert not re.search(r"[/.\\]", folder)
