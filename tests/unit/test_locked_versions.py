import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = {
    canonicalize_name(name): version
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name, _, version in [line.partition("==")]
}
DECLARED = [
    *PROJECT["dependencies"],
    *(each for extra in PROJECT["optional-dependencies"].values() for each in extra),
]


@pytest.mark.parametrize("declared", DECLARED)
def test_every_dependency_is_pinned_to_a_version_it_allows(declared: str) -> None:
    requirement = Requirement(declared)
    pin = PINS.get(canonicalize_name(requirement.name), "missing: run `make upgrade`")
    assert requirement.specifier.contains(pin)


def test_pins_are_plain_versions() -> None:
    assert all(version and version[0].isdigit() for version in PINS.values())
