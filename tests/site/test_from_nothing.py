"""From an empty folder with only the wheel to a site and a repository, doing what the guide says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import AS_OF, REPOSITORY

pytestmark = pytest.mark.slow

GUIDE = (REPOSITORY / "docs/panduan/mulai.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
HINTS = re.findall(r"^\| `(\(.+?\))` \| (.+) \|$", GUIDE, re.MULTILINE)
ADDRESS = "https://forge.example/sleman/rencana.git"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roda")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(REPOSITORY)], check=True)
    (found,) = folder.glob("*.whl")
    return found


def test_the_guide_leads_from_an_empty_folder_to_a_published_repository(
    wheel: Path, tmp_path: Path, contoh: str
) -> None:
    here = tmp_path / "rencana daerah é"  # a space and a letter beyond ASCII
    here.mkdir()
    (here / wheel.name).write_bytes(wheel.read_bytes())
    forge = tmp_path / "forge.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", str(forge)], check=True)
    settings = tmp_path / "gitconfig"
    settings.write_text(f'[user]\nname = a\nemail = a@b.example\n[url "{forge}"]\ninsteadOf = {ADDRESS}\n')
    known = {"HOME": str(tmp_path), "GIT_CONFIG_GLOBAL": str(settings), "XDG_CACHE_HOME": str(tmp_path / "singgahan")}
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment |= known | {"PIP_CONSTRAINT": str(REPOSITORY / "constraints.txt")}  # only for the sake of time

    def do(step: str, code: int = 0) -> str:
        done = subprocess.run(
            ["bash", "-e", "-c", step],
            cwd=here,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, f"{step}\n{done.stdout}{done.stderr}"
        return done.stdout

    install, new, look, keep = STEPS
    pip = ".venv/bin/python -m pip install --quiet"
    do(install)
    do(new)
    for file in (here / "plans").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        for hint, instead in HINTS:
            text = text.replace(hint, instead)
        file.write_text(text, encoding="utf-8", newline="\r\n")  # as an editor on Windows may save it
    told = do(look)
    assert "kesalahan" not in told or "0 kesalahan" in told or "tidak ada kesalahan" in told, told
    site = here / "build/site"
    assert "Portal perizinan usaha mikro" in next(site.glob("*/*/rencana-implementasi/index.html")).read_text()
    assert (site / "panduan/kode/tanpa-anggaran/index.html").is_file()
    do(keep)
    kept = subprocess.run(
        ["git", "-C", str(forge), "ls-tree", "-r", "--name-only", "main"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {"mkdocs.yml", ".github/workflows/rencana.yml", f"alat/{wheel.name}", "alat/pustaka.txt"} <= set(kept)
    assert not [path for path in kept if path.startswith(("build/", ".venv/"))]
    assert do(".venv/bin/rencana doctor").count("PERLU") == 0
    # What the workflow installs is what made the repository, by its hash; the libraries are there already.
    again = f"{pip} --no-index --no-deps --force-reinstall --requirement alat/rencana.txt"
    do(again)
    (here / f"alat/{wheel.name}").write_bytes(wheel.read_bytes() + b"x")
    with pytest.raises(AssertionError, match=r"(?i)hash"):
        do(again)
    # What was installed makes a site of a folder that holds plans and nothing else.
    plan = tmp_path / "kerja" / "plans" / "sagara" / "2025-2029.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text(contoh, encoding="utf-8")
    do(f"cd '{tmp_path / 'kerja'}' && '{here}/.venv/bin/rencana' build --as-of {AS_OF}")
    assert (tmp_path / "kerja" / "build" / "site" / "sagara" / "2025-2029" / "anggaran" / "index.html").is_file()


def test_the_guide_has_the_steps_that_were_taken() -> None:
    assert len(STEPS) == 4
    assert len(HINTS) == 2
    assert [step.split()[0] for step in STEPS] == ["python3", ".venv/bin/rencana", ".venv/bin/rencana", "git"]
