"""Who keeps a code that two folders claim."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.one_code import one_code_each
from generator.checks.verdict import Verdict
from generator.model.address import PlanAddress
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.reader import read_plan

SOUND = (Path(__file__).parents[2] / "problems/kode-ganda/plans/aceh-singkil/2025-2029.yaml").read_bytes()
INVENTED = SOUND.replace(b'"11.10", skema_kode: kemendagri', b'"99.01", skema_kode: contoh')


def verdict(folder: str, content: bytes = SOUND) -> Verdict:
    address = PlanAddress(folder, "2025-2029")
    told = Verdict.of(read_plan(PlanFiles(address, (RawFile(f"plans/{address}.yaml", content),))))
    assert told.cover is not None
    return told


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


def test_a_plan_that_is_held_back_claims_nothing() -> None:
    assert list(one_code_each([verdict("a"), replace(verdict("b"), cover=None)])) == []
