"""Whatever stood between two commits of an institution's plan, in its folder or a second one, what it promised first is
told: all short pasts, one by one."""

from itertools import chain, pairwise, product

import pytest

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.lineages import lineages
from generator.reading.past.lines import Identity
from generator.reading.past.steps import Commit, CommitFiles

HOME, SECOND = "plans/lembaga-a/2025-2029.yaml", "plans/lembaga-n/2025-2029.yaml"
FIRST, RIGHT = "semula", "benar"
SAYS = {
    FIRST: Identity("lkpp", "D1", "lembaga a"),
    RIGHT: Identity("lkpp", "D1", "lembaga a"),
    "kode lain": Identity("lkpp", "D7", "lembaga a"),
    "nama lain": Identity("lkpp", "D1", "lembaga aa"),
    "rusak": None,
}
STATES: tuple[dict[str, str], ...] = (
    {},
    *({path: said} for path in (HOME, SECOND) for said in SAYS if said != FIRST),
    {HOME: RIGHT, SECOND: RIGHT},
    {HOME: RIGHT, SECOND: "nama lain"},
)


def identify(_: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
    return SAYS[files[0].id]


def steps(states: tuple[dict[str, str], ...]) -> list[CommitFiles]:
    found = []
    for number, (before, after) in enumerate(pairwise(({}, *states))):
        changed = {path: after.get(path) for path in (HOME, SECOND) if before.get(path) != after.get(path)}
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
