"""Who had a code first keeps it, whatever another institution writes into its plan."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import looking
from generator.reading import disk
from generator.reading.library import Library
from generator.reading.selection import select
from generator.store.cache import Cache
from tests.unit.conftest import Workshop

Values = dict[str, Any]
FIRST, SECOND = "plans/kementerian-samudra/2025-2029.yaml", "plans/badan-baru/2025-2029.yaml"


def held_back(folder: Path, revision: str = "") -> list[str]:
    library, day = Library(Cache(None)), date(2026, 11, 24)
    if revision:
        report = looking.check_at(folder / "plans", revision, day, library)
        assert not hasattr(report, "reason")
    else:
        report = looking.check(select((), folder), day, library)
    return [each.place.path for each in report.entries if each.code == "kode-ganda"]


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return of(small_plan(), "K99")


def of(values: Values, code: str, name: str = "Badan Baru", **plan: Any) -> Values:
    made = deepcopy(values)
    made["lembaga"] |= {"kode": code, "skema_kode": "lkpp", "nama": name, "jenis": "lembaga"}
    made["rencana"] |= {"contoh": False, **plan}
    return made


def test_the_folder_that_comes_later_is_told_though_it_is_called_as_the_institution_and_stands_before(
    workshop: Workshop, values: Values
) -> None:
    workshop.commit({FIRST: values})
    assert held_back(workshop.folder) == []
    workshop.write(SECOND, values)
    assert held_back(workshop.folder) == [SECOND]
    workshop.commit({})
    assert held_back(workshop.folder) == [SECOND]
    assert held_back(workshop.folder, "HEAD") == [SECOND]
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FIRST: values})
    assert held_back(workshop.folder) == [SECOND]


def test_an_older_folder_that_takes_the_code_later_has_it_later(workshop: Workshop, values: Values) -> None:
    workshop.commit({SECOND: of(values, "K1")})
    workshop.commit({FIRST: values})
    workshop.commit({SECOND: values})
    assert held_back(workshop.folder) == [SECOND]


def test_a_version_that_cannot_be_read_does_not_lose_the_code(workshop: Workshop, values: Values) -> None:
    workshop.commit({FIRST: values})
    workshop.commit({FIRST: "rusak: ["})
    workshop.commit({SECOND: values})
    workshop.commit({FIRST: values})
    assert held_back(workshop.folder) == [SECOND]


@pytest.mark.parametrize("broken", ["rusak: [", "<<<<<<< HEAD\n", "salah"])
def test_the_folder_of_a_broken_plan_keeps_its_code(workshop: Workshop, values: Values, broken: str) -> None:
    workshop.commit({FIRST: values})
    workshop.commit({SECOND: values})
    mistaken = deepcopy(values)
    mistaken["rencana"]["status"] = "entah"
    workshop.commit({FIRST: mistaken if broken == "salah" else broken})
    assert held_back(workshop.folder) == [SECOND]
    assert held_back(workshop.folder, "HEAD") == [SECOND]
    workshop.commit({FIRST: values})
    assert held_back(workshop.folder) == [SECOND]


def test_a_folder_that_cannot_be_opened_keeps_its_code(
    workshop: Workshop, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.commit({FIRST: values})
    workshop.commit({SECOND: values})
    own = disk.os.scandir

    def refuse(path: Path) -> object:
        if Path(path) == (workshop.folder / FIRST).parent:
            raise PermissionError(13, "Permission denied", str(path))
        return own(path)

    monkeypatch.setattr(disk.os, "scandir", refuse)
    assert held_back(workshop.folder) == [SECOND]


def test_a_folder_that_is_brought_back_soon_has_its_code_again(workshop: Workshop, values: Values) -> None:
    workshop.commit({FIRST: values}, day="2026-01-02")
    workshop.commit({SECOND: values}, day="2026-02-02")
    workshop.commit({FIRST: None}, day="2026-03-02")
    assert held_back(workshop.folder) == [], "the one that is left bears it"
    workshop.commit({FIRST: values}, day="2026-05-02")
    assert held_back(workshop.folder) == [SECOND]
    workshop.commit({FIRST: None}, day="2026-06-02")
    workshop.commit({FIRST: values}, day="2026-09-02")
    assert held_back(workshop.folder) == [FIRST], "another has borne it for a season"


def test_a_folder_that_comes_back_under_another_code_has_given_its_own_up(workshop: Workshop, values: Values) -> None:
    workshop.commit({FIRST: values})
    workshop.commit({SECOND: values})
    workshop.commit({FIRST: None})
    workshop.commit({FIRST: of(values, "K1")})
    workshop.commit({FIRST: values})
    assert held_back(workshop.folder) == [FIRST]


def test_who_takes_a_code_of_no_register_gives_the_registered_one_up(workshop: Workshop, values: Values) -> None:
    own = deepcopy(values)
    own["lembaga"]["skema_kode"] = "lainnya"
    workshop.commit({FIRST: values})
    workshop.commit({FIRST: own, SECOND: values})
    workshop.commit({FIRST: values})
    assert held_back(workshop.folder) == [FIRST]
    workshop.commit({FIRST: own})
    workshop.commit({FIRST: "rusak: ["})
    assert held_back(workshop.folder) == []


def test_who_mistypes_the_code_of_a_region_never_had_it(workshop: Workshop, values: Values) -> None:
    sleman = of(values, "34.04", "Kabupaten Sleman")
    sleman["lembaga"] |= {"skema_kode": "kemendagri", "jenis": "kabupaten"}
    bantul = deepcopy(sleman)
    bantul["lembaga"]["nama"] = "Kabupaten Bantul"
    workshop.commit({FIRST: bantul})
    workshop.commit({SECOND: sleman})
    assert held_back(workshop.folder) == []
    workshop.commit({FIRST: "rusak: ["})
    assert held_back(workshop.folder) == []


def test_a_folder_that_is_renamed_and_a_plan_that_another_follows_keep_the_code(
    workshop: Workshop, values: Values
) -> None:
    old, new = "plans/samudra/2020-2024.yaml", "plans/zona-samudra/2025-2029.yaml"
    workshop.commit({old: of(values, "K99", periode={"mulai": 2020, "selesai": 2024})})
    workshop.commit({SECOND: values})
    workshop.commit({old: None, old.replace("2020-2024", "2025-2029"): values})
    workshop.commit({old.replace("2020-2024", "2025-2029"): None, new: values})
    assert held_back(workshop.folder) == [SECOND]


def test_who_gave_the_code_up_has_it_no_longer(workshop: Workshop, values: Values) -> None:
    workshop.commit({SECOND: values})
    workshop.commit({SECOND: of(values, "K1")})
    workshop.commit({FIRST: values})
    workshop.commit({SECOND: values})
    assert held_back(workshop.folder) == [SECOND]


def test_where_git_does_not_tell_the_name_does(workshop: Workshop, values: Values, tmp_path: Path) -> None:
    workshop.write(FIRST, values)
    workshop.write(SECOND, values)
    assert held_back(workshop.folder) == [FIRST], "no commit yet"
    workshop.commit({})
    assert held_back(workshop.folder) == [FIRST], "both came at once"
    workshop.commit({"README.md": "x"})
    workshop.git("clone", "--quiet", "--depth=1", workshop.folder.as_uri(), str(tmp_path / "dangkal"))
    assert held_back(tmp_path / "dangkal") == [FIRST]
