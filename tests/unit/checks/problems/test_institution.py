from collections.abc import Callable

import pytest

from generator.diagnostics import Problem
from generator.locale import language

Planted = Callable[..., list[Problem]]
SAGARA = '{kode: "99.01", skema_kode: contoh, nama: Kabupaten Sagara, jenis: kabupaten}'


def region(planted: Planted, code: str, name: str, kind: str) -> list[Problem]:
    return planted((SAGARA, f'{{kode: "{code}", skema_kode: kemendagri, nama: {name}, jenis: {kind}}}'))


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("11.10", "Kabupaten Aceh Singkil", "kabupaten"),
        ("11.10", "Pemerintah Kab. Aceh Singkil", "kabupaten"),
        ("32.76", "kota  depok", "kota"),
        ("33", "Provinsi Jawa Tengah", "provinsi"),
        ("33", "Jawa Tengah", "provinsi"),
    ],
)
def test_a_code_with_its_name(planted: Planted, code: str, name: str, kind: str) -> None:
    assert region(planted, code, name, kind) == []


@pytest.mark.parametrize(("code", "near"), [("11.1", "11.10"), ("1110", "11.10"), ("99.99", None), ("halo", None)])
def test_a_code_that_does_not_exist(planted: Planted, code: str, near: str | None) -> None:
    (problem,) = region(planted, code, "Kabupaten Aceh Singkil", "kabupaten")
    assert (problem.code, problem.severity, problem.place[1:3]) == ("kode-lembaga", "error", (2, 17))
    assert problem.help is not None
    assert (f'"{near}"' in language().word(problem.help)) == (near is not None)


def test_a_code_of_another_kind_is_an_error_and_of_another_name_a_warning(planted: Planted) -> None:
    (kind,) = region(planted, "11.10", "Kabupaten Aceh Singkil", "kota")
    assert (kind.code, kind.severity) == ("kode-lembaga", "error")
    (name,) = region(planted, "11.10", "Kabupaten Singkil Aceh", "kabupaten")
    assert (name.code, name.severity) == ("nama-lembaga", "warning")


@pytest.mark.parametrize(
    ("code", "name", "right"),
    [
        ("1102", "Kabupaten Aceh Singkil", "11.10"),  # its code with the statistics office; 11.02 is another regency
        ("11.02", "Kabupaten Aceh Singkil", "11.10"),
        ("Kabupaten Kulon Progo", "Kabupaten Kulon Progo", "34.01"),
        ("3401", "Pemkab Kulonprogo", "34.01"),
    ],
)
def test_the_name_decides_which_code_was_meant(planted: Planted, code: str, name: str, right: str) -> None:
    (problem,) = region(planted, code, name, "kabupaten")
    assert (problem.code, problem.severity, problem.fix) == ("kode-lembaga", "error", f'"{right}"')


def test_a_code_of_nobody_leads_to_no_other_region(planted: Planted) -> None:
    (problem,) = region(planted, "1102", "Kabupaten Karangan", "kabupaten")
    assert problem.fix is None
