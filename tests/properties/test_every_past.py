"""Whatever stood between two commits of an institution's plan, in its folder or a second one, what it promised first is
told: all short pasts, one by one."""

from itertools import chain, pairwise, product

import pytest

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identity
from generator.reading.past.lineages import lineages
from generator.reading.past.steps import Commit, CommitFiles

HOME, SECOND, BESIDE = (f"plans/lembaga-{name}/2025-2029.yaml" for name in "ank")
FIRST, RIGHT = "semula", "benar"
SAYS = {
    FIRST: Identity("lkpp", "D1", "lembaga a"),
    RIGHT: Identity("lkpp", "D1", "lembaga a"),
    "benar lagi": Identity("lkpp", "D1", "lembaga a"),
    "kode lain": Identity("lkpp", "D7", "lembaga a"),
    "nama lain": Identity("lkpp", "D1", "lembaga aa"),
    "rusak": None,
    "tetangga": Identity("lkpp", "D9", "lembaga m"),
    "salinan": Identity("lkpp", "D1", "lembaga m"),
    "salinan rusak": None,
}
OWN: tuple[dict[str, str], ...] = ({}, {HOME: RIGHT}, {HOME: "rusak"}, {SECOND: RIGHT}, {HOME: RIGHT, SECOND: RIGHT})
NEIGHBOURS: tuple[dict[str, str], ...] = ({}, *({BESIDE: said} for said in ("tetangga", "salinan", "salinan rusak")))
STATES: tuple[dict[str, str], ...] = (
    {},
    *({path: said} for path in (HOME, SECOND) for said in (RIGHT, "kode lain", "nama lain", "rusak")),
    {HOME: RIGHT, SECOND: RIGHT},
    {HOME: RIGHT, SECOND: "nama lain"},
)


def identify(_: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
    return SAYS[files[0].id]


def steps(states: tuple[dict[str, str], ...]) -> list[CommitFiles]:
    found = []
    for number, (before, after) in enumerate(pairwise(({}, *states))):
        changed = {path: after.get(path) for path in (HOME, SECOND, BESIDE) if before.get(path) != after.get(path)}
        found.append(CommitFiles(Commit(f"{number:040}", f"2026-01-{number + 1:02}T08:00:00+07:00"), dict(changed)))
    return found


@pytest.mark.parametrize("between", [1, 2, 3])
def test_the_first_promise_is_told(between: int) -> None:
    lost = []
    for middle in product(STATES, repeat=between):
        for end in (HOME, SECOND):
            states = ({HOME: FIRST}, *middle, {end: RIGHT})
            if any(one == other for one, other in pairwise(states)):
                continue
            found = lineages(steps(states), "plans", identify)
            told = [*found.last.values(), *chain.from_iterable(found.earlier.values())]
            if not any(line[0].number == 0 for line in told):
                lost.append(states)
    assert lost == []


def is_taken_over(before: dict[str, str], after: dict[str, str]) -> bool:
    """Whether a plan comes in the commit in which the only other one leaves: then it is that, renamed."""
    left = {HOME, SECOND} & before.keys() and not {HOME, SECOND} & after.keys()
    return bool(left) and BESIDE in after and BESIDE not in before


@pytest.mark.parametrize("between", [1, 2])
def test_it_goes_on_with_its_own_past_whatever_a_neighbour_of_another_name_does(between: int) -> None:
    """Who copies it, its code included, comes and goes, and cannot be read at times."""
    wrong, tried = [], 0
    others = product(NEIGHBOURS[:2] + NEIGHBOURS[3:], *(NEIGHBOURS for _ in range(between + 1)))
    for first, *beside in others:
        for *middle, end in product(*(OWN for _ in range(between)), ({HOME: RIGHT}, {SECOND: RIGHT})):
            own = ({HOME: FIRST}, *middle, dict.fromkeys(end, "benar lagi"))
            states = tuple({**one, **other} for one, other in zip(own, (first, *beside), strict=True))
            if any(one == other or is_taken_over(one, other) for one, other in pairwise(states)):
                continue
            tried += 1
            (path,) = end
            line = lineages(steps(states), "plans", identify).last[PlanAddress(path.split("/")[1], "2025-2029")]
            if line[0].number != 0 or any(blob.path == BESIDE for each in line for blob in each.blobs):
                wrong.append(states)
    assert wrong == []
    assert tried > 20 ** (between + 1)
