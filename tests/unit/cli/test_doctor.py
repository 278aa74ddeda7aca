"""`rencana doctor` tells what is there, and what to do where something is not."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.surroundings import run_nothing_here
from generator.store.children import passing_folder

THINGS = [
    *("Python", "Git", "Zona waktu", "Rencana", "Riwayat", "Repositori jauh", "Alamat situs"),
    *("Sumber pemasangan", "Chromium", "Huruf", "Singgahan"),
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "rencana daerah é"
    (folder / "plans").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "singgahan"))
    return folder


def told() -> tuple[int, dict[str, str]]:
    """The exit code, and the lines by what they are about."""
    done = CliRunner().invoke(main, ["doctor"])
    lines = [line.split(": ", 2) for line in done.output.splitlines()]
    return done.exit_code, {what: f"{mark}: {rest}" for mark, what, rest in lines}


def git(*arguments: str, folder: Path) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def test_a_cache_of_another_user_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told()[1]["Singgahan"].startswith("baik: 0 MiB")
    (here.parent / "singgahan/rencana-induk").mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr("os.geteuid", lambda: here.stat().st_uid + 1)
    assert "tidak dipakai: milik pengguna lain" in told()[1]["Singgahan"]


@pytest.mark.parametrize(
    "remote", ["http://[::1", "rahasia:tok@h:p/x", "https:rahasia@x/y", "https://h/x?t=rahasia", "../a"]
)
def test_an_address_of_no_page_is_not_shown(here: Path, remote: str) -> None:
    git("init", "--quiet", folder=here)
    git("config", "remote.origin.url", remote, folder=here)
    shown = told()[1]["Repositori jauh"]
    assert shown.startswith("baik: ")
    assert "rahasia" not in shown
    assert shown in ("baik: ada, tetapi tanpa alamat web", "baik: https://h/x")


def test_one_line_a_thing(here: Path) -> None:
    git("init", "--quiet", folder=here)
    git("remote", "add", "origin", "https://nama:rahasia@forge.example/a/b.git", folder=here)
    (here / "mkdocs.yml").write_text("site_url: https://rencana.sagara.example/\n", encoding="utf-8")
    (here / "alat").mkdir()
    (here / "alat/rencana.txt").touch()
    code, lines = told()
    assert (code, list(lines)) == (0, THINGS)
    assert lines["Repositori jauh"] == "baik: https://forge.example/a/b"
    assert lines["Alamat situs"] == "baik: https://rencana.sagara.example/"
    assert lines["Sumber pemasangan"] == "baik: alat/rencana.txt"
    assert "rencana daerah é" in lines["Rencana"]


def test_what_is_missing_has_its_remedy(here: Path) -> None:
    code, lines = told()
    assert code == 0
    assert "`git init`" in lines["Riwayat"]
    assert "`site_url`" in lines["Alamat situs"]
    assert "`rencana pin SUMBER`" in lines["Sumber pemasangan"]
    (here / "plans").rmdir()
    code, lines = told()
    assert code == 1
    assert lines["Rencana"].startswith("PERLU: tidak ada folder `plans`")


def test_without_git(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here / "plans"))
    code, lines = told()
    assert code == 1
    assert lines["Git"].startswith("PERLU: tidak ada. Pasang Git")
    assert lines["Chromium"].startswith("saran: tidak ada. ")
    assert lines["Huruf"].startswith("saran: tidak ada. ")


@pytest.mark.parametrize("name", ["PATH", "PYTHONPATH", "LD_LIBRARY_PATH"])
@pytest.mark.parametrize(
    ("place", "ok"), [("", False), (".", False), ("x", False), ("{here}", False), ("{here}/x", True)]
)
def test_an_environment_that_runs_files_of_the_repository_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str, *, ok: bool
) -> None:
    """A `babel.py` or a `git` that somebody proposes would run before the first line of ours."""
    monkeypatch.setenv(name, os.pathsep.join((place.format(here=here), os.environ["PATH"])))
    code, lines = told()
    assert (code, name in lines) == ((0, False) if ok else (1, True))
    assert ok or lines[name].startswith("PERLU: memuat folder kerja")


@pytest.mark.parametrize("place", ["", ".", "x/..", "{here}"])
def test_no_program_of_the_repository_is_run(here: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    for name in ("git", "fc-match", "chromium", "chromium-browser", "google-chrome", "rm", "cat"):
        (here / name).write_text(f"#!/bin/sh\ntouch '{here}/run'\n")
        (here / name).chmod(0o755)
    (here / "x").mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join((place.format(here=here), os.environ["PATH"])))
    _, lines = told()
    assert str(here) not in lines["Chromium"]
    with passing_folder():
        pass
    assert not (here / "run").exists()


@pytest.mark.parametrize("top", [True, False])
def test_nor_is_one_of_the_folders_around_in_the_repository(
    here: Path, monkeypatch: pytest.MonkeyPatch, *, top: bool
) -> None:
    if top:
        (here / ".git").mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join((str(here), str(here.parent), "/opt/x")))
    monkeypatch.chdir(here / "plans")
    run_nothing_here()
    assert os.environ["PATH"].split(os.pathsep) == [*([] if top else [str(here)]), str(here.parent), "/opt/x"]


def test_no_library_of_the_repository_is_loaded(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", f":{here}:/opt/x;.")
    monkeypatch.setenv("GCONV_PATH", ".")
    told()
    assert (os.environ["LD_LIBRARY_PATH"], os.environ.get("GCONV_PATH")) == ("/opt/x", None)


@pytest.mark.parametrize("name", ["HOME", "XDG_CONFIG_HOME"])
def test_a_home_folder_that_is_the_repository_is_told(here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, str(here))
    code, lines = told()
    assert code == 1
    assert lines[name].startswith("PERLU: adalah folder kerja")


def test_a_shallow_clone(here: Path, tmp_path: Path) -> None:
    source = tmp_path / "asal"
    source.mkdir()
    git("init", "--quiet", folder=source)
    for message in ("satu", "dua"):
        git(
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b.example",
            "commit",
            "-qm",
            message,
            "--allow-empty",
            folder=source,
        )
    here.joinpath("plans").rmdir()
    git("clone", "--quiet", "--depth=1", f"file://{source}", ".", folder=here)
    _, lines = told()
    assert lines["Riwayat"].startswith("saran: klon dangkal")
    assert "--unshallow" in lines["Riwayat"]


def test_the_zone_is_that_of_the_site_not_of_the_computer(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Niue")
    assert told()[1]["Zona waktu"].startswith("baik: WIB, hari ini ")
    (here / "mkdocs.yml").write_text("extra: {zona_waktu: WIT}", encoding="utf-8")
    assert told()[1]["Zona waktu"].startswith("baik: WIT, hari ini ")
    (here / "mkdocs.yml").write_text("extra: {zona_waktu: Europe/Paris}", encoding="utf-8")
    assert "zona_waktu: WIB" in told()[1]["Zona waktu"]


def test_settings_that_cannot_be_read(here: Path) -> None:
    (here / "mkdocs.yml").write_text("a: [", encoding="utf-8")
    code, lines = told()
    assert code == 1
    assert lines["Pengaturan situs"].startswith("PERLU: ")


def test_settings_that_no_site_can_be_built_with_are_told_with_their_lines(here: Path) -> None:
    (here / "mkdocs.yml").write_text("site_name: true\nextra:\n  portal: 5\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 1
    assert "PERLU: Pengaturan situs: mkdocs.yml:1: `site_name` harus teks" in done.output
    assert "PERLU: Pengaturan situs: mkdocs.yml:3: `extra.portal` harus daftar halaman" in done.output


def test_a_program_that_does_not_answer_about_fonts_is_none(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = subprocess.run

    def slow(command: list[str], **how: object) -> object:
        if command[0] == "fc-match":
            raise subprocess.TimeoutExpired(command, 20)
        return real(command, **how)  # type: ignore[call-overload]

    monkeypatch.setattr("generator.cli.doctor.shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("generator.cli.doctor.subprocess.run", slow)
    assert told()[1]["Huruf"].startswith("saran: tidak ada")


@pytest.mark.parametrize("kind", ["file", "circle", "pipe"])
def test_a_cache_that_cannot_be_used_is_told(here: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    (here / "lain").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "lain"))
    place = here / "lain" / "rencana-induk"
    match kind:
        case "file":
            place.touch()
        case "circle":
            place.symlink_to(place.name)
        case _:
            os.mkfifo(place)
    told = CliRunner().invoke(main, ["doctor"]).output
    assert "rencana-induk tidak dipakai" in " ".join(told.split())


def test_plans_in_another_repository_are_not_called_complete(here: Path) -> None:
    git("init", "--quiet", folder=here)
    (here / "plans" / "sagara").mkdir()
    (here / "plans" / "sagara" / "2025-2029.yaml").touch()
    git("add", ".", folder=here)
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message", "ada", folder=here)
    assert told()[1]["Riwayat"] == "baik: lengkap"
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},plans/lembah", folder=here)
    code, lines = told()
    assert code == 1
    assert lines["Riwayat"].startswith("PERLU: folder `plans/lembah` submodul Git")
    assert "git submodule update --init" in lines["Riwayat"]
