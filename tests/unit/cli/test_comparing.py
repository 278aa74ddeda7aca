import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

FILE = "plans/sagara/2025-2029.yaml"
Values = dict[str, Any]


@pytest.fixture
def run(workshop: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(workshop.folder)
    return lambda *arguments: CliRunner().invoke(main, ["diff", *arguments, "--as-of", "2026-10-01"])


@pytest.fixture
def two_versions(workshop: Any, small_plan: Callable[[], Values]) -> None:
    values = small_plan()
    workshop.commit({FILE: values})
    values["kegiatan"][0]["selesai"] = "2028-T4"
    workshop.commit({FILE: values})
    values["kegiatan"][0]["selesai"] = "2029-T4"
    workshop.write(FILE, values)


@pytest.mark.usefixtures("two_versions")
def test_from_a_folder_below(run: Callable[..., Result], workshop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workshop.folder / "plans" / "sagara")
    assert "T4 2028 ke T4 2029" in run().output


@pytest.mark.usefixtures("two_versions")
def test_an_empty_revision_is_wrong_use(run: Callable[..., Result]) -> None:
    assert run("").exit_code == 2
    assert run("HEAD", "").exit_code == 2


@pytest.mark.usefixtures("two_versions")
@pytest.mark.parametrize(
    ("revisions", "ends"),
    [
        ([], ("2028-T4", "2029-T4")),
        (["HEAD~1"], ("2027-T4", "2029-T4")),
        (["HEAD~1", "HEAD"], ("2027-T4", "2028-T4")),
        (["HEAD", "HEAD~1"], ("2028-T4", "2027-T4")),
    ],
)
def test_the_two_sides(run: Callable[..., Result], revisions: list[str], ends: tuple[str, str]) -> None:
    told = run(*revisions, "--format", "json")
    assert told.exit_code == 0
    (change,) = json.loads(told.stdout)["changes"]
    assert (change["before"], change["after"]) == ends


@pytest.mark.usefixtures("two_versions")
@pytest.mark.parametrize("revisions", [["tidak-ada"], ["a", "b", "c"], ["--", "--output=x"], ["HEAD:plans"]])
def test_wrong_use(run: Callable[..., Result], revisions: list[str]) -> None:
    told = run("--format", "text", *revisions) if revisions[0] != "--" else run("--lang", "id", *revisions)
    assert told.exit_code == 2


def test_outside_git(run: Callable[..., Result], workshop: Any, small_plan: Callable[[], Values]) -> None:
    workshop.write(FILE, small_plan())
    (workshop.folder / ".git").rename(workshop.folder / "elsewhere")
    told = run()
    assert told.exit_code == 2
    assert "bukan bagian dari repositori Git" in told.stderr


def test_the_next_plan_tells_what_it_makes_of_the_promises_it_takes_over(
    run: Callable[..., Result], workshop: Any, small_plan: Callable[[], Values]
) -> None:
    old, new = small_plan(), small_plan()
    old["rencana"]["periode"] = {"mulai": 2020, "selesai": 2024}
    old["tahap_pengembangan"]["tahapan"] = [{"tahap": "persiapan", "mulai": "2020-T1", "selesai": "2024-T4"}]
    del old["kegiatan"][1]
    old["kegiatan"][0] |= {"id": "K-12", "mulai": "2021-T1", "selesai": "2022-T4", "anggaran": []}
    workshop.commit({"plans/sagara/2020-2024.yaml": old})
    new["kegiatan"][0]["lanjutan_dari"] = {"rencana": "2020-2024", "id": "K-12"}
    new["rencana"]["status"] = "rancangan"
    workshop.commit({FILE: new})
    told = "selesai diundur 20 triwulan, dari T4 2022 ke T4 2027"
    assert told not in run("HEAD~1", "HEAD").output  # a draft takes nothing over
    new["rencana"]["status"] = "berlaku"
    workshop.write(FILE, new)
    output = run().output
    assert f"K-001 Portal perizinan: jadwal {told} (tanpa alasan)" in output
    assert "K-001 Portal perizinan: melanjutkan K-12 dari rencana 2020–2024" in output
    assert "Janji yang berubah: 1, 1 di antaranya tanpa alasan" in output
    new["alasan_perubahan"] = [{"item": "K-001", "tanggal": "2026-01-02", "alasan": "Dana dialihkan."}]
    workshop.write(FILE, new)
    assert f"{told} (alasan: Dana dialihkan.)" in run("--format", "markdown").output
    changes = json.loads(run("--format", "json").stdout)["changes"]
    (taken,) = (each for each in changes if each["kind"] == "kegiatan-dilanjutkan")
    assert (taken["earlier"], taken["activity"]) == ("sagara/2020-2024", "K-12")
    workshop.commit({FILE: new})
    new["kegiatan"][0]["nama"] = "Portal izin"
    workshop.write(FILE, new)
    assert told not in run().output
