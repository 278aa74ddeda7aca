import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

CASES = Path(__file__).parents[2] / "problems"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    plan = tmp_path / "plans" / "sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    shutil.copy(CASES / "sound.yaml", plan)
    return tmp_path


def test_a_plan_with_an_error_fails_and_says_so() -> None:
    result = run("check", str(CASES / "id-ganda"))
    assert result.exit_code == 1
    assert result.output == (CASES / "id-ganda" / "expected.txt").read_text(encoding="utf-8")


def test_a_sound_plan_passes_with_its_findings_and_fails_only_when_strict(sound: Path) -> None:
    result = run("check", str(sound), "--as-of", "2026-11-24")
    assert result.exit_code == 0
    assert "temuan[" in result.output
    assert run("check", str(sound), "--strict").exit_code == 1


def test_a_warning_fails_only_when_strict() -> None:
    case = str(CASES / "nama-lembaga")
    assert (run("check", case).exit_code, run("check", case, "--strict").exit_code) == (0, 1)


def test_a_forge_is_told_the_place_in_its_repository(workshop: Any) -> None:
    workshop.commit({"egov/plans/sagara/2025-2029.yaml": "kegiatan: ["})
    folder = str(workshop.folder / "egov")
    assert "::error file=egov/plans/sagara/2025-2029.yaml,line=1" in run("check", folder, "--format", "github").output
    assert '"uri": "egov/plans/sagara/2025-2029.yaml"' in run("check", folder, "--format", "sarif").output
    assert run("check", folder, "--format", "concise").output.startswith("plans/sagara/2025-2029.yaml:1:")


def test_a_plan_with_errors_has_no_findings_and_hides_no_other_plan(sound: Path) -> None:
    broken = sound / "plans" / "rusak" / "2025-2029.yaml"
    broken.parent.mkdir()
    broken.write_text("kegiatan: [\n")
    entries = [json.loads(line) for line in run("check", str(sound), "--format", "json").output.splitlines()]
    assert {entry["plan"] for entry in entries if entry["severity"] == "finding"} == {"sagara/2025-2029"}
    assert [entry["code"] for entry in entries if entry["severity"] == "error"] == ["yaml-tidak-terbaca"]


def test_the_day_decides(sound: Path) -> None:
    def kinds(day: str) -> set[str]:
        output = run("check", str(sound), "--format", "json", "--as-of", day).output
        return {json.loads(line)["code"] for line in output.splitlines()}

    assert "tidak-diperbarui" not in kinds("2026-10-01")
    assert "tidak-diperbarui" in kinds("2028-10-01")


def test_from_any_folder(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sound / "plans" / "sagara")
    result = run("check", "--format", "concise")
    assert result.exit_code == 0
    assert result.output.startswith("plans/sagara/2025-2029.yaml:")


def test_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check").exit_code == 2
    assert run("check", "tidak-ada").exit_code == 2
    assert run("check", ".", "--as-of", "kemarin").exit_code == 2
    for far in ("1899-12-31", "2200-01-01", "9999-12-31"):
        result = run("check", ".", "--as-of", far)
        assert result.exit_code == 2
        assert "di luar 1900-01-01 sampai 2199-12-31" in result.output


def test_a_path_without_a_plan_is_wrong_use_and_a_stray_file_is_an_error(sound: Path) -> None:
    empty = sound / "plans" / "kosong" / "2025-2029"
    empty.mkdir(parents=True)
    assert run("check", str(empty)).exit_code == 2
    stray = sound / "plans" / "catatan.yaml"
    stray.write_text("a: b\n")
    result = run("check", str(stray), "--format", "concise")
    assert result.exit_code == 1
    assert result.output.startswith("plans/catatan.yaml:1:1: kesalahan[letak-berkas]")


def test_english() -> None:
    output = run("check", str(CASES / "id-ganda"), "--lang", "en").output
    assert output.endswith("1 plan read: 1 error in 1 file. Explain: rencana explain id-ganda\n")


def test_explain_prints_the_page_and_names_the_nearest_code() -> None:
    assert run("explain", "id-ganda").output.startswith("# id-ganda\n")
    result = run("explain", "id-gnda")
    assert result.exit_code == 2
    assert "`id-ganda`" in result.output


def test_a_folder_of_plans_by_another_name_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rencana/kabupaten-sagara/2025-2029").mkdir(parents=True)
    for site in ("a", "situs", "z"):
        (tmp_path / site / "kabupaten-sagara/2025-2029").mkdir(parents=True)
        (tmp_path / site / "kabupaten-sagara/2025-2029/index.html").touch()
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "sebut foldernya, `rencana check rencana`" in " ".join(result.output.split())


@pytest.mark.parametrize("command", ["check", "build", "pages", "diff", "new"])
def test_a_folder_of_plans_that_is_a_link_is_not_followed(
    sound: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    here = sound / "repositori"
    here.mkdir()
    (here / "plans").symlink_to("../plans")
    before = sorted(path.name for path in sound.rglob("*"))
    monkeypatch.chdir(here)
    new = ["--example", "--code", "99.01", "--kind", "kabupaten", "--name", "Kabupaten X", "--period", "2025-2029"]
    result = run(command, *{"pages": ["docs"], "diff": ["HEAD"], "new": new}.get(command, []))
    assert result.exit_code == 2
    assert "plans` hanya tautan, yang tidak diikuti" in result.output
    assert f"aslinya: {sound / 'plans'}" in result.output
    assert sorted(path.name for path in sound.rglob("*")) == before


@pytest.mark.parametrize("kind", ["clone", "not fetched", "its own top"])
@pytest.mark.parametrize("command", ["check", "build", "pages"])
def test_a_folder_of_plans_that_is_another_repository_is_refused(
    sound: Path, monkeypatch: pytest.MonkeyPatch, command: str, kind: str
) -> None:
    """The one around it remembers nothing of the plans: they would be published without their past, or not at all."""
    plans = sound / "plans"
    monkeypatch.chdir(sound)
    if kind != "its own top":
        subprocess.run(["git", "init", "-q"], check=True)
    if kind == "not fetched":
        shutil.rmtree(plans)
        plans.mkdir()
        assert run("check").exit_code == 0, "a folder of somebody who begins"
        entry = f"160000,{'1' * 40},plans"
        subprocess.run(["git", "update-index", "--add", "--cacheinfo", entry], check=True)
    else:
        subprocess.run(["git", "init", "-q", "plans"], check=True)
    place = ["plans"] if command == "check" else ["--plans", "plans"]
    for way in ([], place):
        result = run(command, *(["docs"] if command == "pages" else []), *way)
        assert result.exit_code == 2
        assert "plans` repositori Git sendiri" in result.output
    assert {path.name for path in sound.iterdir()} <= {"plans", ".git"}


@pytest.mark.parametrize("place", ["usulan.yaml", "draf", "draf/2025-2029.yaml", "rencana", "."])
@pytest.mark.parametrize("name", ["repositori", "plans"])
def test_a_draft_is_checked_at_the_top_of_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str
) -> None:
    top = tmp_path / name
    for path in ("usulan.yaml", "draf/2025-2029.yaml", "rencana/sagara/2025-2029.yaml"):
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CASES / "sound.yaml", top / path)
    subprocess.run(["git", "init", "-q"], cwd=top, check=True)
    subprocess.run(["git", "init", "-q", "rencana"], cwd=top, check=True)
    monkeypatch.chdir(top)
    output = run("check", place).output
    if place == ".":
        assert ("repositori Git sendiri" in output) == (name == "plans")
    else:
        assert "rencana dibaca" in output
        assert "repositori Git" not in output


def give_to_another(theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path.lstat

    def owner(path: Path) -> os.stat_result:
        found = own(path)
        return os.stat_result((*found[:4], found.st_uid + 1, *found[5:])) if path == theirs else found

    monkeypatch.setattr(Path, "lstat", owner)


@pytest.mark.parametrize("whose", ["plans", "site_templates", "mkdocs.yml", "."])
@pytest.mark.parametrize("command", ["check", "build", "pages"])
def test_what_another_user_put_in_a_folder_above_is_not_run(
    sound: Path, monkeypatch: pytest.MonkeyPatch, command: str, whose: str
) -> None:
    """As anybody can in `/tmp`, for whoever begins below it and has no plans yet."""
    theirs = sound / whose
    if whose == "mkdocs.yml":
        theirs.touch()
    elif whose == "site_templates":
        theirs.mkdir()
    here = sound / "mine"
    here.mkdir()
    give_to_another(theirs, monkeypatch)
    monkeypatch.chdir(here)
    told = run(command, *(["docs"] if command == "pages" else []))
    assert told.exit_code == 2
    assert f"`{theirs}` milik pengguna lain di komputer ini" in told.output
    assert f"sebut foldernya: {sound / 'plans'}" in told.output
    assert list(here.iterdir()) == []
    assert run("check", str(sound / "plans")).exit_code == 0, "named"


@pytest.mark.parametrize(("mode", "code"), [(0o775, 0), (0o1777, 2)])
def test_in_a_folder_of_a_group_anybody_of_it_may_have_saved_the_settings(
    sound: Path, monkeypatch: pytest.MonkeyPatch, mode: int, code: int
) -> None:
    sound.chmod(mode)
    settings = sound / "mkdocs.yml"
    settings.touch()
    give_to_another(settings, monkeypatch)
    monkeypatch.chdir(sound)
    assert run("check").exit_code == code


def test_what_is_wrong_with_the_settings_of_the_site_is_told_at_its_line(sound: Path) -> None:
    (sound / "mkdocs.yml").write_text("site_name: Rencana\nextra:\n  portal: 5\n", encoding="utf-8")
    result = run("check", str(sound))
    assert result.exit_code == 1
    assert "mkdocs.yml:3:3" in result.output
    assert "3 |   portal: 5" in result.output
    assert run("check", str(sound / "plans/sagara")).exit_code == 0


def test_a_setting_that_was_so_before_is_not_told_again(workshop: Any) -> None:
    workshop.commit({"plans/.gitkeep": "", "mkdocs.yml": "site_nme: A\n"})
    folder = str(workshop.folder)
    assert "peringatan[pengaturan-diabaikan]" in run("check", folder, "--format", "concise").output
    assert "pengaturan" not in run("check", folder, "--format", "concise", "--since", "HEAD").output
    (workshop.folder / "mkdocs.yml").write_text("site_nmae: A\n", encoding="utf-8")
    assert "`site_nmae`" in run("check", folder, "--format", "concise", "--since", "HEAD").output


@pytest.mark.parametrize("name", ["rahasia.yml", "tidak-ada.yml"])
def test_settings_that_are_a_link_out_of_the_repository_tell_nothing_of_what_it_leads_to(
    sound: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    (outside / "rahasia.yml").write_text("token: ghp_rahasia\n kunci: [\n", encoding="utf-8")
    (sound / "mkdocs.yml").symlink_to(outside / name)
    result = run("check", str(sound))
    assert result.exit_code == 1
    assert "ghp_rahasia" not in result.output
    assert "hanya tautan ke luar repositori, yang tidak diikuti" in result.output


@pytest.mark.parametrize(
    "text", ["*a " * 40_000, f"x: !{'a' * 40_000} 1", f"x: &{'a' * 40_000} 1", f"x: *{'a' * 40_000}"]
)
@pytest.mark.parametrize("form", ["concise", "full", "json", "github"])
def test_what_a_file_holds_makes_no_line_as_long_as_itself(tmp_path: Path, text: str, form: str) -> None:
    (tmp_path / "draf.yaml").write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["check", str(tmp_path / "draf.yaml"), "--format", form])
    assert told.exit_code == 1
    assert max(map(len, told.output.splitlines())) < 5_000
    assert "tahun" not in told.output, "no period is told, so none is too long"
