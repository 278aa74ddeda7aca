import errno
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.making import making
from generator.diagnostics import Place
from generator.reading.past import git
from generator.store.atomic import workshop
from tests.unit.deep import deep


def test_links_to_the_forge_start_at_the_top_of_the_repository(workshop: Any) -> None:
    commit = workshop.commit(
        {"egov/plans/sagara/2025-2029.yaml": "kegiatan: []", "egov/mkdocs.yml": "repo_url: https://forge.example/a/b\n"}
    )
    site = making(workshop.folder / "egov" / "plans", date(2026, 11, 24), workshop.folder / "cache").site
    place = Place("plans/sagara/2025-2029.yaml", 3, 1, 3, 5)
    assert site.view(place) == f"https://forge.example/a/b/blob/{commit[:12]}/egov/plans/sagara/2025-2029.yaml#L3"
    assert site.edit(place) == "https://forge.example/a/b/edit/main/egov/plans/sagara/2025-2029.yaml"


def sound(base: Path) -> None:
    plan = base / "plans/sagara/2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_bytes((Path(__file__).parents[2] / "problems/sound.yaml").read_bytes())


def test_pages_are_for_everybody_whatever_the_users_own_files_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o077)
    try:
        CliRunner().invoke(main, ["pages", "docs"])
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "docs").rglob("*") if path.is_dir()}
    assert modes == {0o755}


@pytest.mark.parametrize("target", ["situs", "tidak/ada"])
@pytest.mark.parametrize("command", [["build", "--output", "situs"], ["pages", "situs"]])
def test_a_link_to_nothing_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], target: str
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "situs").symlink_to(target)
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert f"`situs` tautan ke `{target}`, yang tidak dapat dibuka; buat folder tujuannya" in done.output
    assert "Membaca" not in done.output
    assert (tmp_path / "situs").is_symlink()


@pytest.mark.parametrize("address", ["x", "file:///etc/passwd", "tcp://", "tcp://a", "tcp://a:b", "http://a:80"])
def test_what_is_no_address_of_a_scheduler_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build", "--executor", "dask", "--scheduler", address])
    assert (done.exit_code, "bukan alamat; tulis misalnya tcp://" in done.output) == (2, True)


@pytest.mark.parametrize(
    "place", ["site_files/bukti/CNAME", "site_templates/plan/sdm.md.j2", "site_templates/theme/a.svg"]
)
def test_what_may_not_be_read_is_told_by_check_and_build_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    sound(tmp_path)
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).touch()
    monkeypatch.chdir(tmp_path)
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, *a, **k: not str(path).endswith(place) and allowed(path, *a, **k))
    for command in (["check"], ["build", "--no-cache"], ["pages", "docs"]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code in (1, 2), command
        assert f"{place}" in done.output
        assert "tidak dapat dibuka: izinnya tidak ada" in done.output
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("folder", ["site_files", "site_templates", "plans/kabupaten-sagara", "plans"])
def test_a_folder_that_is_deeper_than_any_ends_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    sound(tmp_path)
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path)
    with deep(tmp_path / folder):
        for command in (["check"], ["build", "--output", "build/situs", "--no-cache"]):
            done = CliRunner().invoke(main, command)
            assert done.exit_code in (0, 1, 2), done.output
            assert "galat program" not in done.output


@pytest.mark.parametrize("folder", ["plans", "site_files", "site_templates/theme", ".git/x", "situs/x", "lain", "."])
def test_a_cache_is_not_kept_among_what_is_read_or_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lain").symlink_to("site_files")
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(main, ["build", "--output", "situs", "--cache", folder])
    assert done.exit_code == 1
    assert "singgahan" in done.output
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "command",
    [
        *(["build", f"--{option}", ""] for option in ("cache", "output", "previous", "plans")),
        *(["new", "--name", "Kabupaten Sagara", "--plans", ""], ["schema", "--output", ""], ["pages", ""]),
        *(["export", ""], ["export", "sagara", "--format", "csv", "--output", ""], ["import", ""], ["merge", ""]),
        ["check", ""],
    ],
)
def test_an_empty_name_is_not_the_folder_that_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """As from a variable that a workflow leaves empty."""
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, "namanya kosong" in done.output) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_pages_that_git_cannot_vouch_for_are_told_with_that_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    assert CliRunner().invoke(main, ["pages", "docs"]).exit_code == 0
    own = git.environment
    monkeypatch.setattr(git, "environment", lambda: own() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    plan = next((tmp_path / "plans").rglob("*.yaml"))
    plan.write_text(plan.read_text(encoding="utf-8").replace("judul: ", "judul: Baru ", 1), encoding="utf-8")
    done = CliRunner().invoke(main, ["pages", "docs"])
    assert (done.exit_code, "tidak ada yang ditulis" in done.output) == (1, True)
    assert "milik pengguna lain" in done.output
    assert "safe.directory" in done.output


@pytest.mark.parametrize("link", ["situs", "atas"])
@pytest.mark.parametrize("command", [["build", "--output"], ["pages"]])
def test_a_link_that_a_repository_holds_does_not_say_what_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], link: str
) -> None:
    base, other = tmp_path / "repositori", tmp_path / "lain/situs"
    sound(base)
    other.mkdir(parents=True)
    monkeypatch.chdir(base)
    Path(link).symlink_to(other if link == "situs" else other.parent)
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    for step in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", *step], check=True)
    done = CliRunner().invoke(main, [*command, "situs" if link == "situs" else "atas/situs"])
    assert done.exit_code == 2
    assert f"`{link}` tautan yang tersimpan dalam repositori" in done.output
    assert list(other.iterdir()) == []


def test_a_site_is_made_beside_where_its_link_leads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is where the folders can change their names: a link may lead to another disk."""
    base, other = tmp_path / "repositori", tmp_path / "disk lain/situs"
    sound(base)
    other.mkdir(parents=True)
    monkeypatch.chdir(base)
    Path("situs").symlink_to(other)
    made: list[Path] = []
    monkeypatch.setattr("generator.build.building.workshop", lambda output: made.append(output) or workshop(output))
    done = CliRunner().invoke(
        main, ["build", "--output", "situs", "--jobs", "1", "--no-cache", "--as-of", "2026-11-24"]
    )
    assert done.exit_code == 0, done.output
    assert made == [other]
    assert (other / "index.html").is_file()
    assert Path("situs").is_symlink()


@pytest.mark.parametrize("command", ["export putar", "new --plans putar", "build --output putar/x", "pages putar"])
def test_a_link_that_leads_to_itself_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "putar").symlink_to("putar")
    done = CliRunner().invoke(main, command.split())
    assert done.exit_code in (1, 2), done.output
    assert "galat program" not in done.output
    assert "putar" in done.output


def test_a_cache_in_the_folder_to_write_to_is_refused_before_it_is_made(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    site = tmp_path / "situs"
    options = ["--plans", str(tmp_path / "plans"), "--output", str(site), "--cache", str(site / "singgahan")]
    done = CliRunner().invoke(main, ["build", *options])
    assert done.exit_code == 1
    assert "di sana ada singgahan" in done.output
    assert not site.exists()


def test_a_past_that_git_cannot_walk_through_is_told_and_no_success(
    workshop: Any, small_plan: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What plans promised first would else leave the pages without a word."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    values, plan = small_plan(), "plans/sagara/2025-2029.yaml"
    first = workshop.commit({plan: values})
    values["kegiatan"][0]["selesai"] = "2029-T2"
    workshop.commit({plan: values})
    monkeypatch.chdir(workshop.folder)
    whole = CliRunner().invoke(main, ["pages", "docs"])
    assert (whole.exit_code, "kehilangan" in whole.output) == (0, False)
    lost = workshop.folder / ".git" / "objects" / first[:2] / first[2:]
    lost.rename(tmp_path / "hilang")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kosong"))
    broken = CliRunner().invoke(main, ["pages", "docs2"])
    assert broken.exit_code == 1
    assert "Git kehilangan sebagian isi repositori ini, jadi riwayat rencana tidak diketahui; periksa" in broken.output
    doctor = CliRunner().invoke(main, ["doctor"])
    assert "saran: Riwayat: Git kehilangan sebagian isi repositori ini" in doctor.output


@pytest.mark.parametrize("remembers", [True, False])
def test_a_past_without_the_program_git_is_told_and_no_success(
    workshop: Any, small_plan: Any, monkeypatch: pytest.MonkeyPatch, *, remembers: bool
) -> None:
    workshop.commit({"plans/sagara/2025-2029.yaml": small_plan()})
    if not remembers:
        (workshop.folder / ".git").rename(workshop.folder / "git")
    monkeypatch.chdir(workshop.folder)
    monkeypatch.setenv("PATH", str(workshop.folder / "plans"))
    done = CliRunner().invoke(main, ["pages", "docs"])
    told = "program Git tidak terpasang, jadi riwayat rencana tidak diketahui; pasang Git" in done.output
    assert (done.exit_code, told) == ((1, True) if remembers else (0, False))


@pytest.mark.parametrize("why", ["another user's", "files of a repository beside the plans"])
def test_a_past_that_git_does_not_read_is_told_and_no_success(
    workshop: Any, small_plan: Any, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    workshop.commit({"sub/plans/sagara/2025-2029.yaml": small_plan()})
    monkeypatch.chdir(workshop.folder / "sub")
    assert CliRunner().invoke(main, ["pages", "docs"]).exit_code == 0
    if why == "another user's":
        own = git.environment
        monkeypatch.setattr(git, "environment", lambda: own() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    else:  # which anybody can propose
        for name in ("HEAD", "config", "objects/x", "refs/x"):
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text("ref: refs/heads/main\n" if name == "HEAD" else "")
    done = CliRunner().invoke(main, ["pages", "docs2"])
    assert "jadi riwayat rencana tidak diketahui" in done.output
    assert done.exit_code == 1
    assert "jadi riwayat rencana tidak diketahui" in CliRunner().invoke(main, ["check"]).stderr


def test_a_site_that_was_replaced_is_not_called_as_it_was_where_that_cannot_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound(tmp_path)
    monkeypatch.chdir(tmp_path)

    def full(text: object = None, *, err: bool = False, **_: object) -> None:
        if not err:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("generator.cli.outcome.click.echo", full)
    done = CliRunner().invoke(main, ["build", "--output", "situs", "--jobs", "1", "--no-cache"])
    assert (tmp_path / "situs/index.html").is_file()
    assert done.exit_code == 1
    assert "Kesalahan: disk penuh" in done.output
    assert "situs lama tidak berubah" not in done.output
