import subprocess
import sys
from collections import Counter

import pytest

from generator.model.regions import Region, provinces, region


@pytest.mark.parametrize(
    ("code", "name", "kind", "province"),
    [
        ("11", "Aceh", "provinsi", "11"),
        ("11.10", "Kabupaten Aceh Singkil", "kabupaten", "11"),
        ("32.76", "Kota Depok", "kota", "32"),
        ("51.71", "Kota Denpasar", "kota", "51"),
        ("96", "Papua Barat Daya", "provinsi", "96"),
    ],
)
def test_a_region_has_its_official_name_and_kind(code: str, name: str, kind: str, province: str) -> None:
    found = region(code)
    assert found is not None
    assert (found.name, found.kind, found.province) == (name, kind, province)


@pytest.mark.parametrize("code", ["", "99.01", "11.1", "1110", "11.10.01", "11.10.01.2001", " 11", "１１", "11\n"])
def test_any_other_code_is_no_region(code: str) -> None:
    assert region(code) is None


def test_kemendagri_has_38_provinces_416_regencies_and_98_cities() -> None:
    codes = [f"{province.code}.{number:02}" for province in provinces() for number in range(100)]
    kinds = Counter(found.kind for code in codes if (found := region(code)))
    assert len(provinces()) == 38
    assert kinds == {"kabupaten": 416, "kota": 98}


def test_provinces_are_in_the_order_of_their_codes() -> None:
    assert [each.code for each in provinces()] == sorted(each.code for each in provinces())
    assert provinces()[0] == Region("11", "Aceh", "provinsi", "11")


def test_importing_the_model_does_not_load_the_regions() -> None:
    script = "import sys, generator.model.regions; sys.exit('lokal' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
