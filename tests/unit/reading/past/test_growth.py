"""What a history costs grows as its commits do, whatever plans do in them."""

from collections.abc import Callable, Iterable
from time import process_time
from typing import Any

import pytest

from generator.model.address import PlanAddress
from generator.reading.limits import MAXIMUM_FILES, MAXIMUM_PLAN
from generator.reading.past.contents import Blob
from generator.reading.past.identity import Identity
from generator.reading.past.lineages import lineages
from generator.reading.past.plans_at_commit import plans_at_commit
from generator.reading.past.repository import repository_at
from generator.reading.past.steps import Commit, CommitFiles
from generator.reading.past.unavailable import Unavailable
from generator.reading.reader import as_published

Files = dict[str, str | None]
_OTHERS: Files = {f"plans/kab-{number}/2025-2029.yaml": f"kab-{number}" for number in range(300)}


def one_after_another(periods: Iterable[str], whose: str) -> list[Files]:
    """One plan, at another period in every commit."""
    told, before = [_OTHERS], ""
    for number, period in enumerate(periods):
        told.append({f"plans/a/{period}.yaml": f"{whose} {number}"} | ({before: None} if before else {}))
        before = f"plans/a/{period}.yaml"
    return told


def another_period_each(count: int) -> list[Files]:
    """One that has no year of the one before."""
    return one_after_another((f"{year}-{year}" for year in range(1000, 1000 + count)), "a")


def another_name_for_all(count: int) -> list[Files]:
    """A folder of many overlapping plans, with one file that all have, is renamed."""

    def at(name: str, gone: bool = False) -> Files:
        every = [f"plans/{name}/{1000 + number}-{9000 + number}" for number in range(count // 2)]
        own = {f"{each}/a.yaml": None if gone else f"a {number}" for number, each in enumerate(every)}
        return own | {f"{each}/b.yaml": None if gone else "a shared" for each in every}

    return [at("x"), at("x", gone=True), at("y"), at("y", gone=True) | at("z")]


def another_institution_each(count: int) -> list[Files]:
    """One address, where institutions come and go, and at the end what nobody can read."""
    file = "plans/a/2025-2029.yaml"
    told: list[Files] = []
    for number in range(count):
        told += [{file: f"i{number} x"}, {file: None}]
    for number in range(count):
        told += [{file: f"? {number}"}, {file: None}]
    return told


def unreadable_and_alike(count: int) -> list[Files]:
    """Plans that cannot be read come with the file of all who left."""
    told: list[Files] = []
    for number in range(count):
        told += [{f"plans/i{number}/2025-2029/a.yaml": "? same"}, {f"plans/i{number}/2025-2029/a.yaml": None}]
    every = {f"plans/i{number}/2025-2029/{part}.yaml": f"? {number} {part}" for number in range(count) for part in "bc"}
    return [*told, every, dict.fromkeys(every), every]


def another_name_each(count: int) -> list[Files]:
    """All leave, and come again at once under other names, some of them one by one."""
    here: Files = {f"plans/i{number}/2025-2029.yaml": f"D{number}:a" for number in range(count)}
    there: Files = {f"plans/j{number}/2025-2029.yaml": f"D{number}:b" for number in range(count)}
    few = [{path: content} for path, content in list(there.items())[: count // 20]]
    return [here, dict.fromkeys(here), *few, there]


def another_end_each(count: int) -> list[Files]:
    """The period is prolonged or cut short."""
    return one_after_another((f"2025-{2029 + number % 7}" for number in range(count)), "D1:a")


def one_code_for_all(count: int) -> list[Files]:
    """All are renamed in one commit, under one name and then another, in folders of their own, and leave."""

    def at(name: str) -> Files:
        periods = (f"{1000 + number % 100}-{1010 + number % 70}" for number in range(count // 2))
        return {f"plans/{name}{number}/{period}.yaml": f"D9:{name}" for number, period in enumerate(periods)}

    told: list[Files] = [at("z")]
    for name, other in (("y", "z"), ("x", "y")):
        told.append(at(name) | dict.fromkeys(at(other)))
    return [*told, dict.fromkeys(at("x"))]


def edited_since_it_moved(count: int) -> list[Files]:
    """One plan under another name and code, each time with a neighbour who bears its former one."""
    old, new, beside = (f"plans/{name}/2025-2029.yaml" for name in "anz")
    told: list[Files] = [{old: "D1:a", beside: "D1:z"}, {old: None, new: "D1:b"}]
    return told + [{new: f"D2:c {number}", beside: f"D1:z {number}"} for number in range(count)]


def identify(address: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
    """The first word of the first content: a code, and with a colon one of a register, and a name."""
    code, is_registered, name = files[0].id.split()[0].partition(":")
    return None if code == "?" else Identity("lkpp" if is_registered else "kode", code, name)


@pytest.mark.parametrize(
    "grown",
    [
        *(another_period_each, another_name_for_all, another_institution_each, unreadable_and_alike),
        *(another_name_each, another_end_each, one_code_for_all, edited_since_it_moved),
    ],
)
def test_a_history_four_times_as_long_takes_no_ten_times_the_time(grown: Callable[[int], list[Files]]) -> None:
    def seconds(count: int) -> float:
        steps = [CommitFiles(Commit(f"{number:040}", "2026-01-01T00:00:00+00:00"), files)
                 for number, files in enumerate(grown(count))]  # fmt: skip
        begun = process_time()
        assert lineages(steps, "plans", identify).last
        return process_time() - begun

    assert min(seconds(1200) for _ in range(2)) < 10 * min(seconds(300) for _ in range(3))


def test_of_a_plan_of_too_many_files_no_more_is_kept_than_shows_that() -> None:
    many: Files = {f"plans/a/2025-2029/{number:04}.yaml": f"a {number}" for number in range(1000)}
    commits = [Commit(f"{number:040}", "2026-01-01T00:00:00+00:00") for number in range(2)]
    steps = [CommitFiles(commits[0], many), CommitFiles(commits[1], {"plans/a/2025-2029/0000.yaml": "a new"})]
    (versions,) = lineages(steps, "plans", identify).last.values()
    assert [len(version.blobs) for version in versions] == [MAXIMUM_FILES + 1] * 2


def test_a_version_beyond_the_limits_of_a_plan_cannot_be_read(workshop: Any) -> None:
    folder = "plans/sagara/2025-2029"
    big, many = "#" * (MAXIMUM_PLAN // 4), {f"{folder}/{number}.yaml": "" for number in range(MAXIMUM_FILES + 1)}
    for files in (many, {path: big if number < 5 else None for number, path in enumerate(many)}):
        commit, repository = workshop.commit(files), repository_at(workshop.folder)
        assert not isinstance(repository, Unavailable)
        (plan,) = plans_at_commit(repository, commit, "plans").plans
        assert as_published(plan) is None
        assert sum(len(file.content) for file in plan.files) <= MAXIMUM_PLAN + 5
