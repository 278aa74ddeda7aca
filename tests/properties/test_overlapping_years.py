"""An institution alone, with plans of overlapping years, loses nothing that it published, however its folder moves and
whatever it is called afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.address import PlanAddress
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identity
from generator.reading.past.lineages import lineages
from generator.reading.past.steps import Commit, CommitFiles

PERIODS = ("2020-2026", "2024-2028", "2025-2029", "2025-2045")
Files = dict[str, str]


@dataclass
class Institution:
    """Its plans, a file each; a content is named by its period, a number and the name of the institution. `states` are
    its files after each commit, with the day."""

    periods: list[str]
    days: Iterator[int]
    folder: str = "a"
    name: str = "lama"
    states: list[tuple[date, Files]] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)

    @property
    def files(self) -> Files:
        return self.states[-1][1] if self.states else {}

    @property
    def here(self) -> list[str]:
        return [period for period in self.periods if self.path(self.folder, period) in self.files]

    def path(self, folder: str, period: str) -> str:
        return f"plans/{folder}/{period}.yaml"

    def commit(self, files: Files) -> None:
        day = self.states[-1][0] if self.states else date(2026, 1, 1)
        if files != self.files:
            self.states.append((day + timedelta(days=next(self.days)), dict(files)))

    def say(self, which: int) -> None:
        """Edit a plan, or publish one."""
        period = self.periods[which % len(self.periods)]
        if period not in self.ended:
            self.commit(self.files | {self.path(self.folder, period): self.said(period)})

    def said(self, period: str) -> str:
        return f"{period} {len(self.states)} {self.name}"

    def take_down(self, which: int) -> None:
        if len(self.here) > 1:
            period = self.here[which % len(self.here)]
            self.ended.add(period)
            self.commit({path: said for path, said in self.files.items() if path != self.path(self.folder, period)})

    def move(self, how: str, edited: int, name: str = "") -> None:
        edited, self.name = (15 if name not in ("", self.name) else edited), name or self.name
        old = {path: self.files[path] for path in (self.path(self.folder, period) for period in self.here)}
        new = "n" if self.folder == "a" else "a"
        moved = {}
        for number, period in enumerate(self.here):
            is_edited = edited >> number & 1
            moved[self.path(new, period)] = self.said(period) if is_edited else old[self.path(self.folder, period)]
        if how == "in two steps":
            self.commit({})
        elif how == "copied":
            self.commit(old | moved)
        elif how == "copied one by one":
            for number in range(1, len(moved) + 1):
                self.commit(old | dict(list(moved.items())[:number]))
        elif how == "one by one":
            for number in range(1, len(moved)):
                self.commit(dict(list(moved.items())[:number]) | dict(list(old.items())[number:]))
        self.commit(moved)
        self.folder = new


ACTS = st.one_of(
    st.tuples(st.just(Institution.say), st.integers(0, 3)), st.tuples(st.just(Institution.take_down), st.integers(0, 3))
)
WAYS = st.sampled_from(["at once", "in two steps", "copied", "copied one by one", "one by one"])
MOVES = st.tuples(st.just(Institution.move), WAYS, st.integers(0, 15))
RENAMED = st.tuples(st.just(Institution.move), WAYS, st.integers(0, 15), st.sampled_from(["lama", "baru"]))
Act = tuple[Callable[..., None], ...]


@pytest.mark.parametrize("scheme", ["lkpp", "contoh"])
@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PERIODS), min_size=1, max_size=3, unique=True),
    st.lists(ACTS, min_size=1, max_size=3),
    RENAMED,
    st.lists(ACTS, max_size=2),
    MOVES,
    st.lists(st.sampled_from([1, 3, 30]), min_size=40, max_size=40),
)
def test_nothing_is_lost(
    scheme: str, periods: list[str], before: list[Act], move: Act, between: list[Act], again: Act, days: list[int]
) -> None:
    own = Institution(periods, iter(days))
    own.say(0)
    for act, *arguments in (*before, move, *between, again):
        act(own, *arguments)

    def identify(_: PlanAddress, files: tuple[Blob, ...]) -> Identity:
        return Identity(scheme, "D1", files[0].id.split(" ")[2] if scheme == "lkpp" else "satu")

    steps, known = [], Files()
    for number, (day, files) in enumerate(own.states):
        changed = {path: files.get(path) for path in {**known, **files} if known.get(path) != files.get(path)}
        steps.append(CommitFiles(Commit(f"{number:040}", f"{day}T08:00:00+07:00"), changed))
        known = files
    found = lineages(steps, "plans", identify).last
    for period in own.here:
        told = {blob.id for version in found[PlanAddress(own.folder, period)] for blob in version.blobs}
        every = {said for _, files in own.states for said in files.values() if said.startswith(f"{period} ")}
        assert every <= told
