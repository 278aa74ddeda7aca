"""Plans that stood in another folder of the repository before they came to theirs.

Git tells that one folder left and another came, and not that the first was published: it may have been a workshop, or
somebody else's. So no past is followed there, and who runs the site is told where it was left.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from os.path import relpath
from typing import NamedTuple

from generator.locale import say
from generator.model.address import PlanAddress
from generator.reading.addresses import address_of
from generator.reading.past.commits import line
from generator.reading.past.repository import Repository
from generator.reading.past.tree_objects import TooManyEntries, TreeLost
from generator.reading.past.trees import Trees
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import shown

_DEEPEST = 4  # parts of the path of a folder of plans
_LOOKED_AT = 1000
"""Folders in which plans are looked for, at most, the nearest to the top first."""


class _Coming(NamedTuple):
    """The commit with the first plans of a folder, these plans, and the tree of the repository before."""

    commit: str
    plans: frozenset[PlanAddress]
    before: str


def stood_elsewhere(repository: Repository | Unavailable, root: str) -> Unavailable | None:
    """What is not known of the plans below `root` where the first that came there stood in another folder before, and
    stand there no longer; `None` where they did not, or Git does not tell.
    """
    if isinstance(repository, Unavailable) or isinstance(path := repository.from_top(root), Unavailable):
        return None
    head = repository.commit("HEAD")
    if isinstance(head, Unavailable) or isinstance(commits := repository.commits(head), Unavailable):
        return None  # told where the past is read
    trees_of = [(id, commit.tree) for id, commit in line(commits)]
    try:
        with repository.contents() as contents:
            trees = Trees(contents, 0)
            came = _coming(trees_of[::-1], path.split("/"), trees)
            left = _left(came, path, trees_of[0][1], trees) if came and came.before else ""
    except (TreeLost, TooManyEntries):  # told there too
        return None
    if not came or not left:
        return None
    folder, former = shown(root), shown(relpath(f"/{left}", f"/{path.removesuffix(root)}"))
    return Unavailable(
        say(
            "sebelum komit {komit} rencana di `{folder}` berada di `{asal}`, dan yang dijanjikan di sana tidak ikut"
            " dalam riwayatnya",
            komit=came.commit[:10],
            folder=folder,
            asal=former,
        ),
        say(
            "bila yang di `{asal}` itu sudah terbit, kembalikan isi `{folder}` ke sana: janji pertamanya ikut kembali",
            asal=former,
            folder=folder,
        ),
    )


def _coming(line: Iterable[tuple[str, ...]], parts: list[str], trees: Trees) -> _Coming | None:
    """When the first plans came to a folder, on a line of commits and their trees, the oldest first."""
    before = last = ""
    for commit, tree in line:
        folder = trees.folder(tree, parts)
        if folder != last and (plans := frozenset(_plans(folder, trees))):
            return _Coming(commit, plans, before)
        before, last = tree, folder
    return None


def _left(came: _Coming, own: str, today: str, trees: Trees) -> str:
    """The path of a folder in which some of the plans that came stood before, and none stands today; empty without. One
    in their `own` folder held them too deep to be published."""
    institutions = {plan.institution for plan in came.plans}
    waiting = deque([("", came.before)])
    for _ in range(_LOOKED_AT):
        if not waiting:
            break
        path, tree = waiting.popleft()
        stood = came.plans.intersection(_plans(tree, trees, institutions))
        if stood and path and stood.isdisjoint(_plans(trees.folder(today, path.split("/")), trees, institutions)):
            return path
        if path != own and path.count("/") + 1 < _DEEPEST:
            waiting += ((f"{path}/{name}" if path else name, below) for name, below in sorted(trees.folders(tree)))
    return ""


def _plans(folder: str, trees: Trees, institutions: Collection[str] = ()) -> Iterator[PlanAddress]:
    """The plans in a folder by names alone, of some institutions only where they are named."""
    for institution, tree in trees.folders(folder):
        if not institutions or institution in institutions:
            for name in trees.names(tree):
                if address := address_of((institution, name)):
                    yield address
