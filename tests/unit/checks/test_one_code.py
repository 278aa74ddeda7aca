"""Who keeps a code that two folders claim."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from generator.checks.one_code import one_code_each
from generator.checks.verdict import Verdict
from generator.model.address import PlanAddress
from generator.reading.past.claims import Claims
from generator.reading.past.identity import Identity
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

SOUND = (Path(__file__).parents[2] / "problems/kode-ganda/plans/aceh-singkil/2025-2029.yaml").read_bytes()
INVENTED = SOUND.replace(b'"11.10", skema_kode: kemendagri', b'"99.01", skema_kode: contoh')


def verdict(folder: str, content: bytes = SOUND) -> Verdict:
    address = PlanAddress(folder, "2025-2029")
    return Verdict.of(read_plan(PlanFiles(address, (RawFile(f"plans/{address}.yaml", content),))))


@pytest.mark.parametrize(
    ("folders", "held_back"),
    [
        (("a", "kabupaten-aceh-singkil", "z"), ["a", "z"]),  # none takes the code from the folder of that name
        (("a", "b"), ["b"]),
        (("a", "a"), []),  # two periods of one institution
    ],
)
def test_the_folder_called_as_the_institution_keeps_its_code(folders: tuple[str, ...], held_back: list[str]) -> None:
    told = list(one_code_each([verdict(folder) for folder in folders]))
    assert [each.address.institution for each in told] == held_back
    assert all(each.held_back and each.problems[-1].code == "kode-ganda" for each in told)


def test_a_code_of_no_register_may_stand_in_several_folders() -> None:
    assert list(one_code_each([verdict("a", INVENTED), verdict("b", INVENTED)])) == []


def test_a_plan_that_is_held_back_keeps_the_code_of_its_folder_and_takes_none_from_a_sound_one() -> None:
    broken = SOUND.replace(b"pentahapan:", b"pentahapan: [")
    mistaken = SOUND.replace(b"status: berlaku", b"status: entah")
    for own, shown in ((mistaken, 1), (broken, 0), (b"\xff", 0)):
        told = list(one_code_each([verdict("kabupaten-aceh-singkil", own), verdict("a")]))
        assert [(each.address.institution, each.held_back) for each in told] == [("a", True)]
        assert len(told[0].problems[-1].labels) == shown
    told = list(one_code_each([verdict("a", mistaken), verdict("b")]))
    assert [each.address.institution for each in told] == ["a"]
    assert list(one_code_each([verdict("a", broken), verdict("b")])) == []
    told = list(one_code_each([verdict("a")], closed=["kabupaten-aceh-singkil"]))
    assert [each.address.institution for each in told] == ["a"]


def test_who_mistypes_the_code_of_a_region_takes_it_from_nobody() -> None:
    typo = SOUND.replace(b"nama: Kabupaten Aceh Singkil", b"nama: Kabupaten Aceh Selatan")
    assert list(one_code_each([verdict("a", typo), verdict("b")])) == []


def test_who_holds_a_code_that_no_list_names_is_told_of_another_that_bears_it() -> None:
    own = SOUND.replace(b'"11.10", skema_kode: kemendagri', b'"K12", skema_kode: lkpp').replace(
        b"jenis: kab", b"jenis: kem"
    )
    own = own.replace(b"jenis: kemupaten", b"jenis: kementerian")
    other = own.replace(b"nama: Kabupaten Aceh Singkil", b"nama: Kementerian Laut")
    claims = _Claims({"badan": 1, "kementerian-laut": 5})
    held_back, told = one_code_each([verdict("badan", own), verdict("kementerian-laut", other)], claims)
    assert (held_back.address.institution, held_back.held_back) == ("kementerian-laut", True)
    assert (told.address.institution, told.held_back) == ("badan", False)
    (problem,) = told.problems
    assert (problem.code, problem.severity, problem.place.line) == ("kode-ganda", "warning", 2)
    assert len(list(one_code_each([verdict("badan", own), verdict("kementerian-laut", own)], claims))) == 1, "a copy"


class _Claims(Claims):
    def __init__(self, since: Mapping[str, int]) -> None:
        self._since = since

    def since(self, identity: Identity, folders: Collection[str]) -> Mapping[str, int]:
        return self._since
