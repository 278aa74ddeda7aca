"""No room of the house is left out by what looks at its code."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("generator", "tests", "benchmarks")


def test_ruff_looks_at_every_file() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--show-files", *FOLDERS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    looked_at = {Path(line).relative_to(ROOT) for line in done.stdout.splitlines()}
    own = {path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")}
    assert own - looked_at == set()
    assert len(own) > 700
