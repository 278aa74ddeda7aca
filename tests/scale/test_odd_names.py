"""Names on a disk are bytes: one that is no text is told with its place, and the site is published."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import write

from .conftest import AS_OF

_ODD = os.fsdecode(b"a\xff.txt")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("rencana")), *arguments, "--as-of", AS_OF.isoformat()],
        cwd=folder,
        env=os.environ | {"XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=240,
    )


def test_a_name_that_is_no_text_keeps_no_site_back(tmp_path: Path) -> None:
    base = tmp_path / os.fsdecode(b"neg\xff")
    write(base, 1, activities=2, seed=1)
    (base / "site_files").mkdir()
    (base / "site_files" / _ODD).write_text("x", encoding="utf-8")
    (base / "site_files" / "CNAME").write_text("x", encoding="utf-8")
    for _ in range(2):
        done = run(base, "build", "--jobs", "1")
        assert done.returncode == 0, done.stderr
        assert "a\\xff.txt: tidak disalin" in done.stderr
    assert (base / "build/site/CNAME").is_file()
    done = run(base, "pages", "build/docs")
    assert done.returncode == 0, done.stderr
    assert " 0 berkas berubah" in run(base, "pages", "build/docs").stdout


def test_a_template_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    write(tmp_path, 1, activities=2, seed=1)
    (tmp_path / "site_templates" / "theme").mkdir(parents=True)
    (tmp_path / "site_templates" / "theme" / _ODD).write_text("x", encoding="utf-8")
    done = run(tmp_path, "build", "--jobs", "1")
    assert done.returncode == 2
    assert "a\\xff.txt" in done.stderr
    assert "ganti namanya" in done.stderr
