"""`ketergantungan-melingkar`: activities that wait for each other, so that none can begin."""

from collections.abc import Iterator
from itertools import islice, pairwise

from generator.checks.problems.document import Document
from generator.checks.problems.fields import Read, entries, identifier, reference, scalars
from generator.checks.problems.most import MOST
from generator.diagnostics import Label, Problem
from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.plan import Plan

Graph = dict[str, dict[str, Read]]
"""By activity, in the order of the file: what it waits for, and where that is written."""

_SHOWN = 20
"""Steps of a circle that are told, at most."""


def cycles(document: Document) -> Iterator[Problem]:
    """For each activity that waits for itself the shortest circle it is on, unless it was told with another; no more
    circles than are told."""
    yield from islice(_circles(_waiting(_graph(document))), MOST)


def _circles(graph: Graph) -> Iterator[Problem]:
    told: set[str] = set()
    for start in graph:
        if start not in told and (circle := _shortest_circle(graph, start)):
            told.update(circle)
            yield _problem(graph, circle)


def _waiting(graph: Graph) -> Graph:
    """The steps between activities that wait for each other, so that no circle is looked for where there is none."""
    part = _parts(graph)
    return {
        here: {target: read for target, read in targets.items() if part.get(target) == part[here]}
        for here, targets in graph.items()
    }


def _parts(graph: Graph) -> dict[str, str]:
    """Of each activity one of those that wait for each other with it: S. Rao Kosaraju's two walks over all of them."""
    awaited: dict[str, list[str]] = {}
    for here, targets in graph.items():
        for target in targets:
            awaited.setdefault(target, []).append(here)
    part: dict[str, str] = {}
    for start in reversed(_left(graph)):
        ahead = [start]
        while ahead:
            here = ahead.pop()
            if here not in part:
                part[here] = start
                ahead += awaited.get(here, ())
    return part


def _left(graph: Graph) -> list[str]:
    """The activities in the order in which a walk along what each waits for, deep first, has seen all behind them."""
    left: list[str] = []
    seen: set[str] = set()
    for start in graph:
        way = [] if start in seen else [(start, iter(graph[start]))]
        seen.add(start)
        while way:
            here, ahead = way[-1]
            target = next((each for each in ahead if each in graph and each not in seen), None)
            if target is None:
                left.append(here)
                way.pop()
            else:
                seen.add(target)
                way.append((target, iter(graph[target])))
    return left


def _graph(document: Document) -> Graph:
    graph: Graph = {}
    for activity in entries(document.root, Plan, "activities"):
        own = identifier(activity)
        if own and own.value not in graph:
            waits = (reference(scalar) for scalar in scalars(activity, Activity, "depends_on"))
            graph[own.value] = {target.value: target for target in waits if target}
    return graph


def _shortest_circle(graph: Graph, start: str) -> list[str] | None:
    """The activities of the shortest way from `start` back to itself, breadth first; `None` without one."""
    came_from: dict[str, str] = {}
    level = [start]
    while level:
        following: list[str] = []
        for here in level:
            for target in graph.get(here, ()):
                if target == start:
                    return _way(came_from, start, here)
                if target not in came_from:
                    came_from[target] = here
                    following.append(target)
        level = following
    return None


def _way(came_from: dict[str, str], start: str, last: str) -> list[str]:
    way = [last]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _problem(graph: Graph, circle: list[str]) -> Problem:
    steps = list(pairwise([*circle, circle[0]]))[:_SHOWN]
    first = graph[steps[0][0]][steps[0][1]]
    beyond = ["…"] if len(circle) > _SHOWN else []
    way = [*(f"`{id}`" for id in circle[:_SHOWN]), *beyond, f"`{circle[0]}`"]
    message = say("kegiatan saling menunggu: {urutan}", urutan=" → ".join(way))
    if len(circle) == 1:
        message = say("kegiatan `{id}` bergantung pada dirinya sendiri", id=circle[0])
    return Problem(
        "ketergantungan-melingkar",
        first.place,
        message,
        mark=_step(*steps[0]),
        help=say("hapus satu `bergantung_pada` dari lingkaran ini: yang sebenarnya tidak perlu ditunggu"),
        labels=tuple(Label(graph[here][target].place, _step(here, target)) for here, target in steps[1:]),
        item=circle[0],
    )


def _step(here: str, target: str) -> Message:
    return say("`{id}` menunggu `{tujuan}`", id=here, tujuan=target)
