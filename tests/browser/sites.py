"""Sites that a test builds for itself, beside the example site: in a folder with their plans beside them."""

import shutil
from pathlib import Path

from .conftest import ROOT, build

SMALL = "kabupaten-sagara/2025-2029"


def small_site(output: Path, plan: str, settings: str = "") -> Path:
    """A site of one small plan, given as text; `settings` takes the place of the repository's mkdocs.yml."""
    path = output.parent / "plans" / f"{SMALL}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(plan, encoding="utf-8")
    return _built(output, settings)


def example_site(output: Path, settings: str) -> Path:
    """The example plans with other settings."""
    shutil.copytree(ROOT / "plans", output.parent / "plans")
    return _built(output, settings)


def _built(output: Path, settings: str) -> Path:
    if settings:
        (output.parent / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(output, base=output.parent)
    return output
