"""Who had a code first keeps it, whatever another institution writes into its plan."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import looking
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
