"""The folder that a command works in is a repository of somebody's: nothing in it is run, and no program obeys it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import write

from .conftest import AS_OF, contents

_MODULES = ("multiprocessing", "selectors", "logging", "pagefind", "mkdocs", "markdown", "generator", "sitecustomize")


def built(folder: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("rencana")), *options],
        cwd=folder,
        env=os.environ | more,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_no_file_of_the_working_folder_is_run_or_obeyed(tmp_path: Path) -> None:
    folder, told = tmp_path / "negeri", tmp_path / "dijalankan"
    write(folder, 2, activities=3, seed=1)
    command = ("build", "--jobs", "2", "--no-cache", "--as-of", AS_OF.isoformat())
    assert built(folder, *command).returncode == 0
    expected = contents(folder / "build" / "site")
    shutil.rmtree(folder / "build")
    for name in _MODULES:
        (folder / f"{name}.py").write_text(f'open({str(told)!r}, "a").write(__name__)\n', encoding="utf-8")
    log = tmp_path / "pagefind.log"
    (folder / "pagefind.yml").write_text(f"logfile: {log}\nverbose: true\nroot_selector: .tidak\n", encoding="utf-8")
    done = built(folder, *command, PAGEFIND_ROOT_SELECTOR=".tidak")
    assert done.returncode == 0, done.stderr
    assert contents(folder / "build" / "site") == expected
    assert not told.exists(), told.read_text(encoding="utf-8")
    assert not log.exists()


def test_a_check_of_many_runs_no_file_of_the_working_folder(tmp_path: Path) -> None:
    folder, told = tmp_path / "negeri", tmp_path / "dijalankan"
    write(folder, 50, activities=1, seed=1)
    for name in _MODULES:
        (folder / f"{name}.py").write_text(f'open({str(told)!r}, "a").write(__name__)\n', encoding="utf-8")
    done = built(folder, "check", "--as-of", AS_OF.isoformat(), XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr
    assert not told.exists(), told.read_text(encoding="utf-8")
