"""Where a line of a plan is seen and edited on each forge."""

from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from generator.diagnostics import Place
from generator.pages.site import Site

PLACE = Place("plans/sagara/2025-2029.yaml", 12, 3, 12, 9)
FORGE = "https://forge.example/dinas/rencana"


def site(**settings: Any) -> Site:
    return Site(**({"repository": FORGE, "commit": "0123abcd"} | settings))


@pytest.mark.parametrize(
    ("forge", "view", "edit"),
    [
        ("github", "/blob/0123abcd/plans/sagara/2025-2029.yaml#L12", "/edit/main/plans/sagara/2025-2029.yaml"),
        ("gitlab", "/-/blob/0123abcd/plans/sagara/2025-2029.yaml#L12", "/-/edit/main/plans/sagara/2025-2029.yaml"),
        ("gitea", "/src/commit/0123abcd/plans/sagara/2025-2029.yaml#L12", "/_edit/main/plans/sagara/2025-2029.yaml"),
    ],
)
def test_a_line_is_seen_at_its_commit_and_edited_on_the_branch(forge: str, view: str, edit: str) -> None:
    assert site(forge=forge).view(PLACE) == FORGE + view
    assert site(forge=forge).edit(PLACE) == FORGE + edit


@pytest.mark.parametrize(
    ("forge", "view"),
    [("github", "/blob/main/"), ("gitlab", "/-/blob/main/"), ("gitea", "/src/branch/main/")],
)
def test_without_a_commit_the_branch_is_shown(forge: str, view: str) -> None:
    assert site(forge=forge, commit="").view(PLACE) == f"{FORGE}{view}plans/sagara/2025-2029.yaml#L12"


@pytest.mark.parametrize(("forge", "lines"), [("github", "#L12-L15"), ("gitlab", "#L12-15"), ("gitea", "#L12-L15")])
def test_several_lines_are_one_address(forge: str, lines: str) -> None:
    made = site(forge=forge, commit="0123456789abcdef0123456789abcdef01234567")
    assert made.view(PLACE, 15).endswith(f"/0123456789ab/plans/sagara/2025-2029.yaml{lines}")
    assert made.view(PLACE, 12) == made.view(PLACE)
    assert Site().view(PLACE, 15) == ""


def test_no_repository_no_links() -> None:
    assert Site().view(PLACE) == ""
    assert Site().edit(PLACE) == ""


@pytest.mark.parametrize("forge", ["github", "gitlab", "gitea"])
def test_odd_signs_of_a_path_or_a_branch_stay_in_the_path(forge: str) -> None:
    odd = Place("plans/sagara/2025-2029/a b#c?d%e{f}é.yaml", 1, 1, 1, 1)
    made = site(forge=forge, branch="ubah/#1 {x}", prefix="situs kita/")
    for address in (made.view(odd), made.edit(odd)):
        parts = urlsplit(address)
        assert parts.query == ""
        assert unquote(parts.path).endswith("/situs kita/plans/sagara/2025-2029/a b#c?d%e{f}é.yaml")
    assert "/ubah/%231%20%7Bx%7D/" in made.edit(odd)


def test_a_slash_at_the_end_of_the_repository_is_no_second_one() -> None:
    assert site(repository=FORGE + "/").view(PLACE) == site().view(PLACE)
