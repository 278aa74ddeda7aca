import re
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


LIBRARIES = {
    canonicalize_name(Requirement(found[1]).name): (Requirement(found[1]), found[2].count("--hash=sha256:"))
    for found in re.finditer(
        r"^([^\s#].*?) \\\n((?:    --hash=.*\n?)+)",
        (ROOT / "generator/scaffold/repository_files/pustaka.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}
"""What an institution's machines install: requirement and number of hashes, by name."""


@pytest.mark.parametrize("declared", PROJECT["dependencies"])
def test_an_institution_installs_what_is_tested_here(declared: str) -> None:
    assert canonicalize_name(Requirement(declared).name) in LIBRARIES, "run `make lock`"


def test_the_libraries_are_the_pinned_ones_with_their_hashes() -> None:
    text = (ROOT / "generator/scaffold/repository_files/pustaka.txt").read_text(encoding="utf-8")
    assert text.count("==") >= len(LIBRARIES) == len(re.findall(r"^\w", text, re.MULTILINE)) > 40
    for name, (requirement, hashes) in LIBRARIES.items():
        assert hashes, name
        if name in PINS:
            assert str(requirement.specifier) == f"=={PINS[name]}", "run `make lock`"
