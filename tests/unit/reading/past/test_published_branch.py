"""Which merges say that they brought the published branch."""

from typing import Any

import pytest

from generator.reading.past.published_branch import BranchTold, PublishedBranch, branch_named, published_branch

_ORIGIN = "https://kunci:x@forge.example/Dinas/rencana.git"


_OF_ORIGIN = "Merge branch '{}' of git@forge.example:dinas/rencana.git"


@pytest.mark.parametrize(
    ("names", "pulled"),
    [
        ("main", ["Merge branch 'main' into master-plan-alfa", "Merge branch 'main' into main-alfa"]),
        ("main", ["Merge branch 'main' into 'usul/main'", "Merge branch 'main' into perbaikan-jum'at"]),
        ("main", [f"Merge remote-tracking branch '{at}origin/main'" for at in ("", "remotes/", "refs/remotes/")]),
        ("main", [f"Merge remote-tracking branch 'origin{at}'" for at in ("", "/HEAD")]),
        (
            "main",
            [
                f"Merge {at}dinas/rencana{end}"
                for at in ("ssh://forge.example/", "kantor:")
                for end in ("", " into usul")
            ],
        ),
        ("main", ["Merge branch 'HEAD' of forge.example:dinas/rencana"]),
        ("main", ["Merge branch 'main' into main"]),  # a copy of the repository takes over what is new here
        ("main", ["Merge branch 'dinas:main' into main", "Merge branch 'Dinas:main' into usul"]),
        ("main", [_OF_ORIGIN.format("master")]),  # as it was called before
        ("produksi", [f"{_OF_ORIGIN.format('produksi')} into produksi", "Merge branch 'produksi' into usul"]),
        ("produksi", ["Merge remote-tracking branch 'origin/produksi' into produksi"]),
        ("produksi", ["Merge remote-tracking branch 'upstream/produksi' into usul", "Merge branch 'main' into usul"]),
        ("", ["Merge branch 'main' into usul", _OF_ORIGIN.format("main")]),
        ("jum'at", ["Merge branch 'jum'at' into usul"]),
    ],
)
def test_the_published_branch_was_brought(names: str, pulled: list[str]) -> None:
    published = PublishedBranch(_ORIGIN, frozenset(filter(None, [names])))
    assert [each for each in pulled if not published.is_pulled_by(each)] == []


@pytest.mark.parametrize(
    ("names", "merged"),
    [
        ("main", ["Merge branch 'main' into 'main'", "Merge branch 'usul' into main", "Merge branch 'usul'"]),
        ("master", ["Merge branch 'main'", "Merge branch 'dinas:main'"]),  # of this repository, and into that branch
        ("main", ["Merge branch 'orang:main' into main", "Merge branch 'orang:main' into usul"]),
        ("main", ["Merge branch 'produksi' into usul", "Merge remote-tracking branch 'upstream/main'"]),
        (
            "main",
            ["Merge branch 'main' of ../rencana", "Merge branch 'main' into usul dan lain", "Merge branch 'main'x"],
        ),
        ("produksi", ["Merge branch 'main' into produksi", f"{_OF_ORIGIN.format('main')} into produksi"]),
        (
            "main",
            ["Merge https://forge.example/orang/rencana", "Merge usul", "Merge pull request #1 from dinas/rencana"],
        ),
        ("produksi", ["Merge branch 'HEAD'", "Merge tag 'produksi' into produksi"]),
        ("produksi", ["Merge branch 'produksi' into 'produksi'", "Merge remote-tracking branch 'orang/produksi'"]),
    ],
)
def test_a_proposal_was_brought(names: str, merged: list[str]) -> None:
    published = PublishedBranch(_ORIGIN, frozenset((names,)))
    assert [each for each in merged if published.is_pulled_by(each)] == []


@pytest.mark.parametrize(
    ("refs", "told", "names"),
    [
        (["remotes/origin/main", "remotes/origin/usul", "heads/usul"], {}, {"main"}),
        (["remotes/origin/produksi", "remotes/origin/usul"], {"built": "produksi"}, {"produksi"}),
        (["remotes/origin/produksi", "remotes/origin/main"], {"built": "produksi", "named": "main"}, {"produksi"}),
        (["remotes/origin/utama", "remotes/origin/main"], {"named": "utama"}, {"utama"}),
        (["remotes/origin/produksi"], {"named": "main"}, {"produksi"}),
        (["remotes/kantor/utama"], {}, {"utama"}),
        (["remotes/origin/utama", "remotes/origin/usul"], {}, {"utama", "usul"}),
        ([], {"built": "main"}, {"main"}),
        ([], {"named": "utama"}, {"utama"}),
        ([], {}, set()),
    ],
)
def test_where_a_commit_is_checked_out_the_branch_is_the_one_that_is_built(
    workshop: Any, refs: list[str], told: dict[str, str], names: set[str]
) -> None:
    """Whoever may push a branch can put one at the very commit."""
    workshop.commit({"README.md": "x"})
    workshop.git("switch", "--quiet", "--detach", "HEAD")
    workshop.git("branch", "--quiet", "-D", "main")
    for ref in refs:
        workshop.git("update-ref", f"refs/{ref}", "HEAD")
    assert published_branch(workshop.folder, BranchTold(**told)).names == names


def test_what_the_remote_calls_its_main_branch_is_published(workshop: Any) -> None:
    workshop.commit({"README.md": "x"})
    for name in ("main", "utama", "usul"):
        workshop.git("update-ref", f"refs/remotes/origin/{name}", "HEAD")
    workshop.git("remote", "add", "origin", _ORIGIN)
    workshop.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/utama")
    workshop.git("switch", "--quiet", "--detach", "HEAD")
    assert published_branch(workshop.folder) == PublishedBranch(_ORIGIN, frozenset({"utama"}))


def test_a_checked_out_branch_is_published_and_pulled_from_the_only_remote(workshop: Any) -> None:
    workshop.commit({"README.md": "x"})
    workshop.git("remote", "add", "kantor", _ORIGIN)
    workshop.git("update-ref", "refs/remotes/kantor/lain", "HEAD")
    assert published_branch(workshop.folder, BranchTold("lain", "lain")) == PublishedBranch(
        _ORIGIN, frozenset({"main"})
    )
    assert [branch_named(workshop.folder, name) for name in ("main", "HEAD", "kantor/lain", "HEAD~0", "tiada")] == [
        *("main", "main", "lain", "", "")
    ]
    workshop.git("tag", "main")
    assert published_branch(workshop.folder).names == {"main"}
