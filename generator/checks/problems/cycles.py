"""`ketergantungan-melingkar`: activities that wait for each other, so that none can begin."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.problems.document import Document
from generator.checks.problems.fields import Read, entries, identifier, reference, scalars
from generator.diagnostics import Label, Problem
from generator.locale import Message, say
from generator.model.activity import Activity
from generator.model.plan import Plan

Graph = dict[str, dict[str, Read]]
"""By activity, in the order of the file: what it waits for, and where that is written."""


def cycles(document: Document) -> Iterator[Problem]:
    """For each activity that waits for itself the shortest circle it is on, unless it was told with another."""
    graph = _graph(document)
    told: set[str] = set()
    for start in graph:
        if start not in told and (circle := _shortest_circle(graph, start)):
            told.update(circle)
            yield _problem(graph, circle)


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
    steps = list(pairwise([*circle, circle[0]]))
    first = graph[steps[0][0]][steps[0][1]]
    message = say("kegiatan saling menunggu: {urutan}", urutan=" → ".join(f"`{id}`" for id in [*circle, circle[0]]))
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
