"""Sites that a test builds for itself, beside the example site."""

import shutil
from pathlib import Path

from .conftest import ROOT, build

SMALL = "kabupaten-sagara/2025-2029"


def small_site(base: Path, plan: str, settings: str = "") -> Path:
    """A site of one small plan, given as text; `settings` takes the place of the repository's mkdocs.yml."""
    path = base / "plans" / f"{SMALL}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(plan, encoding="utf-8")
    return _built(base, settings)


def example_site(base: Path, settings: str) -> Path:
    """The example plans with other settings."""
    shutil.copytree(ROOT / "plans", base / "plans")
    return _built(base, settings)


def _built(base: Path, settings: str) -> Path:
    if settings:
        (base / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(base / "out" / "site", base=base)
    return base / "out" / "site"
