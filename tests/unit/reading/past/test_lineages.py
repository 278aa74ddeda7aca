"""Who a plan is through time: told by its institution's code, tried on real repositories."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from generator.model.changes.facts import PlanPublished, PlanRemoved
from generator.model.history import History
from generator.reading.past.histories import histories
from generator.reading.past.repository import repository_at
from generator.store.cache import Cache

Values = dict[str, Any]
OLD, NEW = "plans/kab-sagara/2025-2029.yaml", "plans/sagara/2025-2029.yaml"


@pytest.fixture
def values(small_plan: Callable[[], Values]) -> Values:
    return small_plan()


def past(workshop: Any) -> dict[str, History]:
    found = histories(repository_at(workshop.folder), "plans", [], Cache(None))
    return {str(address): history for address, history in found.items()}


def ends(history: History) -> list[str]:
    return [str(entry.change.after) for entry in history.entries if hasattr(entry.change, "after")]


def later(values: Values, end: str) -> Values:
    values["kegiatan"][0]["selesai"] = end
    return values


def other(values: Values, code: str, **changed: Any) -> Values:
    """A plan of another institution."""
    copied: Values = json.loads(json.dumps(values))
    return copied | {"lembaga": copied["lembaga"] | {"kode": code}} | changed


def test_a_folder_renamed_with_edits_in_the_same_commit_keeps_its_past(workshop: Any, values: Values) -> None:
    workshop.commit({OLD: values}, day="2026-01-01")
    moved = workshop.commit({OLD: None, NEW: later(values, "2028-T4")}, day="2026-02-01")
    workshop.commit({NEW: later(values, "2029-T2")}, day="2026-03-01")
    (found,) = past(workshop).items()
    assert found[0] == "sagara/2025-2029"
    history = found[1]
    assert ends(history) == ["2028-T4", "2029-T2"]
    assert [str(version.address) for version in history.versions][:2] == ["kab-sagara/2025-2029", "sagara/2025-2029"]
    (former,) = history.former
    assert (str(former.address), former.commit, str(former.day)) == ("kab-sagara/2025-2029", moved, "2026-02-01")


def test_renamed_by_a_squash_of_many_edits_and_split_into_files(workshop: Any, values: Values) -> None:
    workshop.commit({OLD: values})
    first, second = values.pop("kegiatan")
    first["selesai"] = "2028-T4"
    folder = "plans/sagara/2025-2029"
    parts = {f"{folder}/a.yaml": {"kegiatan": [first]}, f"{folder}/b.yaml": {**values, "kegiatan": [second]}}
    workshop.commit({OLD: None, **parts})
    assert ends(past(workshop)["sagara/2025-2029"]) == ["2028-T4"]
    workshop.commit({**dict.fromkeys(parts), NEW: {**values, "kegiatan": [first, second]}})
    assert ends(past(workshop)["sagara/2025-2029"]) == ["2028-T4"]


def test_a_period_that_is_prolonged_keeps_its_past(workshop: Any, values: Values) -> None:
    workshop.commit({NEW: values})
    values["rencana"]["periode"]["selesai"] = 2030
    workshop.commit({NEW: None, "plans/sagara/2025-2030.yaml": later(values, "2030-T2")})
    (found,) = past(workshop).items()
    assert (found[0], ends(found[1])) == ("sagara/2025-2030", ["2030-T2"])


def test_the_next_period_begins_anew_also_where_the_old_plan_is_taken_down(workshop: Any, values: Values) -> None:
    old = json.loads(json.dumps(values))
    old["rencana"]["periode"] = {"mulai": 2020, "selesai": 2024}
    workshop.commit({"plans/sagara/2020-2024.yaml": old})
    workshop.commit({"plans/sagara/2020-2024.yaml": None, NEW: values})
    found = past(workshop)
    assert [len(history.versions) for history in found.values()] == [2, 1]
    assert found["sagara/2020-2024"].gone is not None
    assert found["sagara/2025-2029"].former == ()


def test_away_for_a_while_under_another_name(workshop: Any, values: Values) -> None:
    workshop.commit({OLD: values})
    workshop.commit({OLD: None})
    assert past(workshop)["kab-sagara/2025-2029"].gone is not None
    workshop.commit({NEW: later(values, "2028-T4")})
    (found,) = past(workshop).values()
    assert [type(version.changes[0]) for version in found.versions] == [PlanPublished, PlanRemoved, PlanPublished]
    assert ends(found) == ["2028-T4"]
    assert [str(former.address) for former in found.former] == ["kab-sagara/2025-2029"]


def test_there_and_back_again_leaves_no_former_address_of_its_own(workshop: Any, values: Values) -> None:
    for file, gone in ((OLD, None), (NEW, OLD), (OLD, NEW)):
        workshop.commit({file: values} | ({gone: None} if gone else {}))
    ((address, history),) = past(workshop).items()
    assert address == "kab-sagara/2025-2029"
    assert [str(former.address) for former in history.former] == ["sagara/2025-2029"]


def test_two_folders_that_exchange_names(workshop: Any, values: Values) -> None:
    a, b = values, other(values, "99.02")
    workshop.commit({"plans/a/2025-2029.yaml": a, "plans/b/2025-2029.yaml": b})
    workshop.commit({"plans/a/2025-2029.yaml": b, "plans/b/2025-2029.yaml": a})
    workshop.commit({"plans/b/2025-2029.yaml": later(a, "2028-T4")})
    found = past(workshop)
    assert [ends(found[f"{name}/2025-2029"]) for name in "ab"] == [[], ["2028-T4"]]
    assert [len(history.versions) for history in found.values()] == [2, 3]


@pytest.mark.parametrize("edited", ["", "a", "b", "ab"])
@pytest.mark.parametrize("moved", [True, False])
def test_also_with_edits_in_that_commit(workshop: Any, lkpp: Callable[..., Values], edited: str, moved: bool) -> None:
    """Of one who came there from elsewhere, too."""
    files = {name: f"plans/{name}/2025-2029.yaml" for name in "abc"}
    first = {"a": lkpp("2027-T1"), "b": lkpp("2026-T1", "Lembaga B", "D2")}
    workshop.commit({files["c" if moved else "a"]: first["a"], files["b"]: first["b"]}, day="2026-01-01")
    if moved:
        workshop.commit({files["c"]: None, files["a"]: first["a"]}, day="2026-01-20")
    last = {"a": lkpp("2028-T1"), "b": lkpp("2028-T2", "Lembaga B", "D2")}
    now = {name: (last if name in edited else first)[name] for name in "ab"}
    workshop.commit({files["a"]: now["b"], files["b"]: now["a"]}, day="2026-01-21")
    found = past(workshop)
    assert sorted(found) == ["a/2025-2029", "b/2025-2029"]
    told = {name: (first_end(workshop, files[name]), ends(found[f"{name}/2025-2029"])) for name in "ab"}
    assert told["b"] == ("2027-T1", ["2028-T1"] if "a" in edited else [])
    assert told["a"] == ("2026-T1", ["2028-T2"] if "b" in edited else [])


def test_a_chain_of_renames_in_one_commit(workshop: Any, values: Values) -> None:
    a, b = values, other(values, "99.02")
    workshop.commit({"plans/a/2025-2029.yaml": a, "plans/b/2025-2029.yaml": b})
    workshop.commit(
        {
            "plans/a/2025-2029.yaml": None,
            "plans/b/2025-2029.yaml": later(a, "2028-T4"),
            "plans/c/2025-2029.yaml": later(b, "2029-T1"),
        }
    )
    assert {name: ends(history) for name, history in past(workshop).items()} == {
        "b/2025-2029": ["2028-T4"],
        "c/2025-2029": ["2029-T1"],
    }


def test_a_code_put_right_is_no_other_institution(workshop: Any, values: Values) -> None:
    workshop.commit({NEW: values})
    workshop.commit({NEW: later(other(values, "99.07"), "2028-T4")})
    assert ends(past(workshop)["sagara/2025-2029"])[-1] == "2028-T4"


def test_an_address_that_another_institution_takes_over_later(workshop: Any, values: Values) -> None:
    workshop.commit({NEW: values})
    workshop.commit({NEW: None})
    workshop.commit({NEW: later(named(values, "99.07", "Kabupaten Wana"), "2028-T4")})
    history = past(workshop)["sagara/2025-2029"]
    assert history.entries == ()
    assert len(history.versions) == 1
    (earlier,) = history.earlier
    assert [type(change) for version in earlier.versions for change in version.changes] == [PlanPublished, PlanRemoved]


@pytest.mark.parametrize("code", ["99.07", "99.1x", ""])
def test_a_plan_that_comes_back_with_a_mistyped_code_has_its_past(workshop: Any, values: Values, code: str) -> None:
    workshop.commit({NEW: later(values, "2027-T4")}, day="2026-01-01")
    workshop.commit({NEW: None}, day="2026-01-02")
    workshop.commit({NEW: later(other(values, code), "2028-T4")}, day="2026-01-03")
    workshop.commit({NEW: later(values, "2029-T4")}, day="2026-01-04")
    history = past(workshop)["sagara/2025-2029"]
    assert str(history.promises["K-001"].end) == "2027-T4"
    assert (ends(history)[-1], history.earlier) == ("2029-T4", ())


def test_who_gives_another_name_and_code_beside_a_plan_that_comes_erases_nothing(workshop: Any, values: Values) -> None:
    """Nobody can tell whether it is the same institution: what it promised under its old name is told as taken down."""
    workshop.commit({NEW: later(values, "2027-T4")}, day="2026-01-01")
    renamed = named(later(values, "2029-T4"), "99.07", "Badan Sagara Baru")
    workshop.commit({NEW: renamed, A: named(values, "99.08", "Badan Umpan")}, day="2026-01-02")
    history = past(workshop)["sagara/2025-2029"]
    known = [history, *history.earlier]
    assert "2027-T4" in {str(each.promises["K-001"].end) for each in known}


@pytest.fixture
def lkpp(values: Values) -> Callable[..., Values]:
    """A plan under a registered code that no list of regions has, with an end."""

    def made(end: str, name: str = "Lembaga A", code: str = "D1") -> Values:
        copied = json.loads(json.dumps(later(values, end)))
        copied["lembaga"] |= {"skema_kode": "lkpp", "kode": code, "nama": name, "jenis": "lembaga"}
        return copied

    return made


HOME, NEXT, COPY = (f"plans/lembaga-{name}/2025-2029.yaml" for name in "anz")


def first_end(workshop: Any, path: str) -> str:
    return str(past(workshop)[path[6:-5]].promises["K-001"].end)


@pytest.mark.parametrize(
    ("name", "deleted_first"), [("Lembaga Palsu", True), ("Lembaga Palsu", False), ("Lembaga A", False)]
)
def test_a_copy_that_was_held_back_takes_no_past_of_who_moves_in_two_steps(
    workshop: Any, lkpp: Callable[..., Values], name: str, deleted_first: bool
) -> None:
    """Deleted first, and called as the copy is, nothing would tell the two apart."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2029-T4", name)}, day="2026-01-02")
    for change in sorted(({NEXT: lkpp("2027-T1")}, {HOME: None}), key=lambda each: (HOME in each) != deleted_first):
        workshop.commit(change, day="2026-01-03")
    workshop.commit({NEXT: lkpp("2028-T1")}, day="2026-01-04")
    assert first_end(workshop, NEXT) == "2027-T1"
    assert ends(past(workshop)[NEXT[6:-5]]) == ["2028-T1"]


@pytest.mark.parametrize("copied_first", [True, False])
@pytest.mark.parametrize("name", ["Lembaga Palsu", "Lembaga A"])
def test_who_was_deleted_by_mistake_has_its_past_again_whoever_took_its_code_meanwhile(
    workshop: Any, lkpp: Callable[..., Values], name: str, copied_first: bool
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{HOME: None}, {COPY: lkpp("2029-T4", name)}]
    for change in steps[:: -1 if copied_first else 1]:
        workshop.commit(change, day="2026-01-02")
    workshop.commit({COPY: lkpp("2029-T4", name, "D9")}, day="2026-01-03")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-04")
    assert first_end(workshop, HOME) == "2027-T1"


@pytest.mark.parametrize("its_own_code", [None, "before", "after"])
@pytest.mark.parametrize("name", ["Lembaga Palsu", "Lembaga A"])
@pytest.mark.parametrize("copied_first", [True, False])
def test_so_has_it_from_a_copy_that_could_not_be_read_when_it_came(
    workshop: Any, lkpp: Callable[..., Values], name: str, copied_first: bool, its_own_code: str | None
) -> None:
    """The copy tells its code only in the version that mends it."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{HOME: None}, {COPY: "rusak: ["}]
    for change in steps[:: -1 if copied_first else 1]:
        workshop.commit(change, day="2026-01-02")
    workshop.commit({COPY: lkpp("2029-T4", name)}, day="2026-01-03")
    own = {COPY: lkpp("2029-T4", name, "D9")}
    if its_own_code == "before":
        workshop.commit(own, day="2026-01-04")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-05")
    if its_own_code == "after":
        workshop.commit(own, day="2026-01-06")
    assert first_end(workshop, HOME) == "2027-T1"
    assert ends(past(workshop)[HOME[6:-5]]) == ["2028-T1"]


@pytest.mark.parametrize("name", ["Lembaga Palsu", "Lembaga A"])
@pytest.mark.parametrize("how", ["rusak: [", "in pieces", "by another first"])
@pytest.mark.parametrize("copied_first", [True, False])
def test_so_has_who_cannot_be_read_when_it_is_put_back(
    workshop: Any, lkpp: Callable[..., Values], name: str, copied_first: bool, how: str
) -> None:
    whole = HOME.removesuffix(".yaml")
    workshop.commit({f"{whole}/rencana.yaml": lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{f"{whole}/rencana.yaml": None}, {COPY: lkpp("2029-T4", name)}]
    for change in steps[:: -1 if copied_first else 1]:
        workshop.commit(change, day="2026-01-02")
    if how == "in pieces":
        workshop.commit({f"{whole}/risiko.yaml": "risiko: []\n"}, day="2026-01-03")
    elif how == "by another first":  # who sees the mistake and goes
        workshop.commit({HOME: lkpp("2027-T1", "Lembaga B", "D7")}, day="2026-01-03")
        workshop.commit({HOME: None}, day="2026-01-03")
    else:
        workshop.commit({f"{whole}/rencana.yaml": how}, day="2026-01-03")
    workshop.commit({f"{whole}/rencana.yaml": lkpp("2028-T1")}, day="2026-01-04")
    assert first_end(workshop, HOME) == "2027-T1"
    assert ends(past(workshop)[HOME[6:-5]]) == ["2028-T1"]


@pytest.mark.parametrize("copied_first", [True, False])
def test_so_has_who_is_put_back_with_a_mistyped_code(
    workshop: Any, lkpp: Callable[..., Values], copied_first: bool
) -> None:
    """Its own code is the copy's until that tells another."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{HOME: None}, {COPY: lkpp("2029-T4", "Lembaga Palsu")}]
    for change in steps[:: -1 if copied_first else 1]:
        workshop.commit(change, day="2026-01-02")
    workshop.commit({HOME: lkpp("2027-T1", code="D7")}, day="2026-01-03")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-04")
    workshop.commit({COPY: lkpp("2029-T4", "Lembaga Palsu", "D9")}, day="2026-01-05")
    workshop.commit({HOME: lkpp("2028-T2")}, day="2026-01-06")
    assert first_end(workshop, HOME) == "2027-T1"
    assert ends(past(workshop)[HOME[6:-5]])[-1] == "2028-T2"


@pytest.mark.parametrize("how", ["left", "leaves", "left and comes again", "tells its own code"])
def test_so_has_it_from_a_copy_that_leaves(workshop: Any, lkpp: Callable[..., Values], how: str) -> None:
    """What the copy said meanwhile is no version of the plan, and what it says later takes nothing of it."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None}, day="2026-01-02")
    copy = lkpp("2029-T4", "Lembaga Palsu")
    workshop.commit({COPY: copy}, day="2026-01-03")
    own = {"leaves": {COPY: None}, "tells its own code": {COPY: lkpp("2029-T4", "Lembaga Palsu", "D9")}}.get(how, {})
    if not own:
        workshop.commit({COPY: None}, day="2026-01-04")
    workshop.commit({HOME: lkpp("2028-T1"), **own}, day="2026-01-05")
    if how == "left and comes again":
        workshop.commit({COPY: copy}, day="2026-03-05")
    assert first_end(workshop, HOME) == "2027-T1"
    assert ends(past(workshop)[HOME[6:-5]]) == ["2028-T1"]


@pytest.mark.parametrize("name", ["Lembaga A", "Lembaga AA"])
@pytest.mark.parametrize("there", [[HOME], [NEXT, HOME]])
@pytest.mark.parametrize("back", [[NEXT], [HOME, NEXT]])
@pytest.mark.parametrize("name_again", [True, False])
def test_who_moves_there_and_back_again_leaves_nothing_that_it_promised_meanwhile(
    workshop: Any, lkpp: Callable[..., Values], name: str, there: list[str], back: list[str], name_again: bool
) -> None:
    """In whatever order the old folder leaves and the new one comes."""
    first, second = lkpp("2027-T1"), lkpp("2027-T1", name)
    third, last = lkpp("2026-T4", name), lkpp("2028-T1", "Lembaga A" if name_again else name)
    workshop.commit({HOME: first}, day="2026-01-01")
    steps = [{NEXT: second}, {HOME: None}] if there[0] == NEXT else [{HOME: None}, {NEXT: second}]
    steps += [{NEXT: third}]
    steps += [{HOME: last}, {NEXT: None}] if back[0] == HOME else [{NEXT: None}, {HOME: last}]
    for number, change in enumerate(steps, start=2):
        workshop.commit(change, day=f"2026-01-{number:02}")
    told = past(workshop)
    if name_again and name != "Lembaga A":  # nobody can tell that it was no other's: it is told as that
        assert (ends(told[NEXT[6:-5]])[0], told[NEXT[6:-5]].gone is None) == ("2026-T4", False)
        return
    assert ends(told[HOME[6:-5]])[-1] == "2028-T1"
    assert [end for end in ends(told[HOME[6:-5]]) if end[:2] == "20"] == ["2026-T4", "2028-T1"]


def test_nobody_of_another_name_has_what_was_lent(workshop: Any, lkpp: Callable[..., Values]) -> None:
    """An institution that was renamed in two steps keeps its past though a stranger comes to its old folder."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None}, day="2026-01-02")
    workshop.commit({NEXT: lkpp("2027-T1", "Lembaga AA")}, day="2026-01-03")
    workshop.commit({NEXT: lkpp("2028-T1", "Lembaga AA")}, day="2026-02-03")
    workshop.commit({HOME: lkpp("2029-T4", "Lembaga Palsu")}, day="2026-03-03")
    assert first_end(workshop, NEXT) == "2027-T1"
    assert ends(past(workshop)[NEXT[6:-5]])[-1] == "2028-T1"


def test_who_moved_long_ago_keeps_its_past_under_another_name_and_code(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    """A ministry that is reorganised, in the folder to which it had moved."""
    workshop.commit({HOME: lkpp("2026-T4")}, day="2026-01-01")
    workshop.commit({HOME: None, NEXT: lkpp("2026-T4")}, day="2026-01-05")
    workshop.commit({NEXT: lkpp("2027-T4")}, day="2026-02-05")
    workshop.commit({NEXT: lkpp("2028-T4", "Badan Baru", "D9")}, day="2026-03-05")
    ((_, history),) = past(workshop).items()
    assert ends(history) == ["2027-T4", "2028-T4"]


def test_so_does_who_moved_lately_though_another_uses_its_old_folder_since(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    workshop.commit({HOME: lkpp("2026-T4")}, day="2026-01-01")
    workshop.commit({HOME: None, NEXT: lkpp("2027-T4", "Badan N")}, day="2026-01-05")
    workshop.commit({HOME: lkpp("2029-T4", "Lembaga Z", "D3")}, day="2026-01-15")
    workshop.commit({NEXT: lkpp("2028-T4", "Badan Baru", "D9")}, day="2026-02-25")
    found = past(workshop)
    assert (first_end(workshop, NEXT), ends(found[NEXT[6:-5]])) == ("2026-T4", ["2027-T4", "2028-T4"])
    assert first_end(workshop, HOME) == "2029-T4"


@pytest.mark.parametrize("name", ["Lembaga A", "Lembaga A dan B"])
def test_what_was_taken_down_is_told_though_who_stood_then_has_its_code_and_its_folder_since(
    workshop: Any, lkpp: Callable[..., Values], name: str
) -> None:
    workshop.commit({NEXT: lkpp("2027-T1", "Lembaga B", "D2")}, day="2026-01-01")
    workshop.commit({HOME: lkpp("2026-T4")}, day="2026-02-01")
    workshop.commit({HOME: None}, day="2026-06-01")
    workshop.commit({NEXT: lkpp("2028-T1", name)}, day="2026-07-01")
    workshop.commit({NEXT: None, HOME: lkpp("2028-T2", name)}, day="2026-07-02")
    history = past(workshop)[HOME[6:-5]]
    assert (first_end(workshop, HOME), ends(history)) == ("2027-T1", ["2028-T1", "2028-T2"])
    assert [str(each.promises["K-001"].end) for each in history.earlier] == ["2026-T4"]


@pytest.mark.parametrize("days", [2, 300])
def test_a_plan_that_ends_when_its_folder_is_renamed_is_told_though_it_gave_a_past_back_before(
    workshop: Any, lkpp: Callable[..., Values], days: int
) -> None:
    """Its neighbour in the folder was deleted by mistake."""
    other = "plans/lembaga-a/2024-2028.yaml"
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-01")
    workshop.commit({other: of_years(lkpp("2027-T2"), other)}, day="2026-01-10")
    workshop.commit({HOME: None}, day="2026-02-01")
    workshop.commit({HOME: lkpp("2028-T1"), other: of_years(lkpp("2027-T4"), other)}, day="2026-02-03")
    day = date(2026, 2, 3) + timedelta(days=days)
    workshop.commit({HOME: None, other: None, NEXT: lkpp("2028-T2")}, day=str(day))
    found = past(workshop)
    assert (first_end(workshop, NEXT), ends(found[NEXT[6:-5]])) == ("2028-T1", ["2028-T2"])
    assert (first_end(workshop, other), ends(found[other[6:-5]])[0]) == ("2027-T2", "2027-T4")
    assert found[other[6:-5]].gone


@pytest.mark.parametrize("beside", [3, 40])
def test_a_copy_that_was_held_back_for_long_gives_the_past_of_who_was_abolished_back_with_the_code(
    workshop: Any, lkpp: Callable[..., Values], beside: int
) -> None:
    """Who stood beside it for some days has moved in two steps, and is given another code."""
    start = date(2026, 1, 10)
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2028-T1", "Lembaga Z")}, day=str(start))
    workshop.commit({HOME: None}, day=str(start + timedelta(days=beside)))
    workshop.commit({COPY: lkpp("2029-T1", "Lembaga Z", "D3")}, day=str(start + timedelta(days=beside + 3)))
    found = past(workshop)
    if beside > 7:
        assert (first_end(workshop, COPY), found[COPY[6:-5]].former) == ("2028-T1", ())
        assert (first_end(workshop, HOME), found[HOME[6:-5]].gone is None) == ("2027-T1", False)
    else:
        assert (first_end(workshop, COPY), ends(found[COPY[6:-5]])) == ("2027-T1", ["2028-T1", "2029-T1"])


@pytest.mark.parametrize("days", [3, 30])
def test_who_takes_the_folder_of_one_that_is_renamed_takes_no_past_while_a_copy_stands(
    workshop: Any, lkpp: Callable[..., Values], days: int
) -> None:
    """The copy is mended at once, or is forgotten for a while."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2027-T1")}, day="2026-01-02")
    moved = {NEXT: lkpp("2028-T1", "Badan N"), HOME: lkpp("2029-T4", "Lembaga B", "D4")}
    workshop.commit(moved, day="2026-01-05")
    workshop.commit({COPY: lkpp("2029-T1", "Lembaga Z", "D3")}, day=str(date(2026, 1, 5) + timedelta(days=days)))
    found = past(workshop)
    assert (first_end(workshop, NEXT), ends(found[NEXT[6:-5]])) == ("2027-T1", ["2028-T1"])
    assert [first_end(workshop, path) for path in (HOME, COPY)] == ["2029-T4", "2029-T1"]


@pytest.mark.parametrize("name", ["Lembaga Z", "Badan N"])
def test_who_gets_another_code_after_it_was_renamed_keeps_its_past_beside_a_copy_that_came_since(
    workshop: Any, lkpp: Callable[..., Values], name: str
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None, NEXT: lkpp("2027-T2", "Badan N")}, day="2026-02-01")
    workshop.commit({COPY: lkpp("2029-T4", name)}, day="2026-02-10")
    workshop.commit({NEXT: lkpp("2028-T1", "Badan N", "D8")}, day="2026-03-01")
    workshop.commit({COPY: lkpp("2029-T4", "Lembaga Z", "D3")}, day="2026-03-05")
    found = past(workshop)
    assert (first_end(workshop, NEXT), ends(found[NEXT[6:-5]])) == ("2027-T1", ["2027-T2", "2028-T1"])


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("own", ["lembaga-v", "badan-v"])
def test_a_plan_over_which_another_was_written_has_its_past_when_it_is_put_back(
    workshop: Any, lkpp: Callable[..., Values], own: str, at_once: bool
) -> None:
    """The other one goes to a folder of its own in that commit, or later."""
    theirs, other = f"plans/{own}/2025-2029.yaml", lkpp("2029-T4", "Lembaga V", "D9")
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: other}, day="2026-02-01")
    steps: list[dict[str, Any]] = [{HOME: lkpp("2028-T1")}, {theirs: other}]
    for change in [{**steps[0], **steps[1]}] if at_once else steps:
        workshop.commit(change, day="2026-02-03")
    found = past(workshop)
    assert (first_end(workshop, HOME), ends(found[HOME[6:-5]])[-1]) == ("2027-T1", "2028-T1")
    assert first_end(workshop, theirs) == "2029-T4"


def test_of_two_that_an_institution_became_one_goes_on_where_both_get_another_code(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    one, other = (f"plans/lembaga-{name}/2025-2029.yaml" for name in "mn")
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    both = {one: lkpp("2028-T1", "Badan Satu"), other: lkpp("2028-T4", "Badan Dua")}
    workshop.commit({HOME: None, **both}, day="2026-02-01")
    new = {one: lkpp("2028-T1", "Badan Satu", "D2"), other: lkpp("2029-T1", "Badan Dua", "D3")}
    workshop.commit(new, day="2026-03-10")
    assert [first_end(workshop, path) for path in new] == ["2027-T1", "2029-T1"]


def test_who_moves_again_and_again_and_leaves_its_folders_to_others_leaves_them_no_version(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    first, second, third, last = (f"plans/{name}/2025-2029.yaml" for name in "abcd")
    workshop.commit({first: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({first: None, second: lkpp("2027-T2")}, day="2026-01-04")
    workshop.commit({second: lkpp("2029-T1", "Lembaga V", "D5"), third: lkpp("2027-T3")}, day="2026-01-05")
    workshop.commit({third: lkpp("2029-T2", "Lembaga W", "D6"), last: lkpp("2027-T3")}, day="2026-02-14")
    found = past(workshop)
    assert ends(found[last[6:-5]]) == ["2027-T2", "2027-T3"]
    assert [first_end(workshop, path) for path in (second, third, last)] == ["2029-T1", "2029-T2", "2027-T1"]


def test_a_copy_that_could_never_be_read_before_is_no_older_plan(workshop: Any, lkpp: Callable[..., Values]) -> None:
    workshop.commit({COPY: "rusak: ["}, day="2026-01-01")
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-02")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-02-02")
    workshop.commit({COPY: lkpp("2029-T1", "Lembaga Palsu")}, day="2026-03-02")
    workshop.commit({COPY: None}, day="2026-04-02")
    assert first_end(workshop, HOME) == "2027-T1"
    assert ends(past(workshop)[HOME[6:-5]]) == ["2028-T1"]


def test_who_moves_takes_no_past_that_waits_under_another_name(workshop: Any, lkpp: Callable[..., Values]) -> None:
    """Of one who bore its code for a day and withdrew."""
    workshop.commit({HOME: lkpp("2026-T4"), COPY: lkpp("2027-T1", "Lembaga Lain", "D9")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2027-T1", "Lembaga Lain")}, day="2026-01-02")
    workshop.commit({COPY: None}, day="2026-01-03")
    workshop.commit({NEXT: lkpp("2028-T4")}, day="2026-03-02")
    workshop.commit({HOME: None}, day="2026-03-03")
    assert first_end(workshop, NEXT) == "2026-T4"
    assert ends(past(workshop)[NEXT[6:-5]]) == ["2028-T4"]


def test_who_moves_leaves_nothing_to_a_copy_that_stood_long_before(workshop: Any, lkpp: Callable[..., Values]) -> None:
    workshop.commit({HOME: lkpp("2026-T4")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2026-T4")}, day="2026-01-02")
    workshop.commit({NEXT: lkpp("2028-T4")}, day="2026-03-02")
    workshop.commit({HOME: None}, day="2026-03-03")
    assert first_end(workshop, NEXT) == "2026-T4"
    assert ends(past(workshop)[NEXT[6:-5]]) == ["2028-T4"]


PAIRS = [("2025-2029", "2025-2045"), ("2024-2028", "2025-2029"), ("2025-2029", "2025-2030")]


@pytest.mark.parametrize("how", ["at once", "in two steps", "copied one by one"])
@pytest.mark.parametrize("periods", PAIRS)
def test_plans_of_overlapping_years_keep_each_its_own_past(
    workshop: Any, lkpp: Callable[..., Values], periods: tuple[str, str], how: str
) -> None:
    """A folder that is renamed with edits in each."""

    def made(folder: str, *ends: str) -> dict[str, Values]:
        found = {}
        for period, end in zip(periods, ends, strict=True):
            plan = lkpp(end)
            plan["rencana"]["periode"] = dict(zip(("mulai", "selesai"), map(int, period.split("-")), strict=True))
            found[f"plans/{folder}/{period}.yaml"] = plan
        return found

    old, new = made("lembaga-a", "2026-T4", "2028-T1"), made("lembaga-n", "2027-T4", "2028-T4")
    workshop.commit(old, day="2026-01-01")
    gone = dict.fromkeys(old)
    steps: list[dict[str, Any]] = [gone | new]
    if how == "in two steps":
        steps = [gone, new]
    elif how != "at once":
        steps = [{path: plan} for path, plan in new.items()] + [gone]
    for number, change in enumerate(steps, start=2):
        workshop.commit(change, day=f"2026-01-{number:02}")
    found = past(workshop)
    told = [ends(found[path[6:-5]])[-1:] for path in new]
    assert told == [["2027-T4"], ["2028-T4"]]
    assert [first_end(workshop, path) for path in new] == ["2026-T4", "2028-T1"]


@pytest.mark.parametrize("at_once", [True, False])
def test_a_plan_that_moves_goes_on_with_no_older_one_that_stood_beside_it(
    workshop: Any, lkpp: Callable[..., Values], at_once: bool
) -> None:
    """Whose years it shares in part, and which is taken down with the move or long after it."""

    def made(end: str, first: int, last: int) -> Values:
        plan = lkpp(end)
        plan["rencana"]["periode"] = {"mulai": first, "selesai": last}
        return plan

    older = HOME.replace("2025-2029", "2020-2026")
    workshop.commit({older: made("2026-T3", 2020, 2026)}, day="2026-01-01")
    workshop.commit({HOME: made("2026-T4", 2025, 2029)}, day="2026-01-02")
    workshop.commit({HOME: made("2027-T4", 2025, 2029)}, day="2026-02-02")
    moved = {HOME: None, NEXT: made("2028-T4", 2025, 2029)}
    for number, change in enumerate([moved | {older: None}] if at_once else [moved, {older: None}], start=3):
        workshop.commit(change, day=f"2026-0{number}-02")
    assert first_end(workshop, NEXT) == "2026-T4"
    found = past(workshop)
    assert ends(found[NEXT[6:-5]]) == ["2027-T4", "2028-T4"]
    assert found[older[6:-5]].gone


def test_who_comes_home_keeps_its_past_though_a_copy_of_its_name_comes_again(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None}, day="2026-01-02")
    workshop.commit({COPY: lkpp("2029-T4")}, day="2026-01-03")
    workshop.commit({COPY: None}, day="2026-01-04")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-05")
    workshop.commit({COPY: lkpp("2029-T4")}, day="2026-01-06")
    assert first_end(workshop, HOME) == "2027-T1"


@pytest.mark.parametrize("copied_first", [True, False])
@pytest.mark.parametrize("back", [HOME, NEXT])
def test_each_plan_of_an_institution_is_given_back(
    workshop: Any, lkpp: Callable[..., Values], back: str, copied_first: bool
) -> None:
    """Whichever address the institution puts them at, within a week."""
    periods = ("2020-2024", "2025-2029", "2030-2034")

    def made(folder: str, end: int, name: str = "Lembaga A") -> dict[str, Values]:
        found = {}
        for period in periods:
            first, last = map(int, period.split("-"))
            plan = lkpp(f"{first + end}-T4", name)
            plan["rencana"]["periode"] = {"mulai": first, "selesai": last}
            plan["kegiatan"] = [plan["kegiatan"][0] | {"mulai": f"{first}-T1", "anggaran": [], "tonggak": []}]
            found[folder.replace("2025-2029", period)] = plan
        return found

    workshop.commit(made(HOME, 1), day="2026-01-01")
    steps: list[dict[str, Any]] = [dict.fromkeys(made(HOME, 1)), made(COPY, 3, "Lembaga Palsu")]
    for change in steps[:: -1 if copied_first else 1]:
        workshop.commit(change, day="2026-01-02")
    workshop.commit(made(back, 2), day="2026-01-03")
    found = past(workshop)
    for period in periods:
        history = found[back.replace("2025-2029", period)[6:-5]]
        assert str(history.promises["K-001"].end) == f"{int(period[:4]) + 1}-T4"


@pytest.mark.parametrize("back_after", [3, 30])
def test_who_moved_with_a_slip_keeps_its_past_though_the_old_folder_comes_back_later(
    workshop: Any, lkpp: Callable[..., Values], back_after: int
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None}, day="2026-01-02")
    workshop.commit({NEXT: "rusak: ["}, day="2026-01-03")
    workshop.commit({NEXT: lkpp("2027-T1")}, day="2026-01-04")
    workshop.commit({HOME: lkpp("2027-T1")}, day=f"2026-01-{back_after + 1:02d}")
    workshop.commit({HOME: None}, day="2026-02-02")
    workshop.commit({NEXT: lkpp("2028-T1")}, day="2026-02-03")
    assert first_end(workshop, NEXT) == "2027-T1"
    assert ends(past(workshop)[NEXT[6:-5]]) == ["2028-T1"]


@pytest.mark.parametrize("edited", [True, False])
def test_who_moved_in_two_steps_keeps_its_past_though_the_old_folder_comes_back_later(
    workshop: Any, lkpp: Callable[..., Values], edited: bool
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None}, day="2026-01-02")
    workshop.commit({NEXT: lkpp("2027-T4" if edited else "2027-T1")}, day="2026-01-03")
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-20")
    assert first_end(workshop, NEXT) == "2027-T1"
    assert past(workshop)[NEXT[6:-5]].versions[0].day.day == 1


@pytest.mark.parametrize("copied", [True, False])
@pytest.mark.parametrize("period", ["2020-2024", "2030-2034", "2025-2029"])
def test_who_is_renamed_with_its_folder_keeps_its_past_though_another_plan_comes_under_the_old_name(
    workshop: Any, lkpp: Callable[..., Values], period: str, copied: bool
) -> None:
    start, end = map(int, period.split("-"))
    other = lkpp("2030-T1")
    other["rencana"]["periode"] = {"mulai": start, "selesai": end}
    stranger = f"plans/lembaga-z/{period}.yaml"
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{NEXT: lkpp("2027-T4", "Badan N")}, {HOME: None}]
    for change in steps[:: 1 if copied else -1]:
        workshop.commit(change, day="2026-01-02")
    workshop.commit({stranger: other}, day="2026-01-03")
    if period == "2025-2029":  # it is told of until it leaves
        workshop.commit({stranger: None}, day="2026-01-04")
    assert first_end(workshop, NEXT) == "2027-T1"


@pytest.mark.parametrize("later", [20, 300])
@pytest.mark.parametrize("copied", [True, False])
def test_a_copy_at_the_old_address_for_a_day_takes_no_version_that_was_published_since(
    workshop: Any, lkpp: Callable[..., Values], copied: bool, later: int
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{NEXT: lkpp("2027-T2")}, {HOME: None}]
    for change in steps[:: 1 if copied else -1]:
        workshop.commit(change, day="2026-01-02")
    for month, end in ((2, "2028-T1"), (3, "2027-T3")):
        workshop.commit({NEXT: lkpp(end)}, day=f"2026-01-{month + 4:02}")
    day = date(2026, 1, 8) + timedelta(days=later)
    workshop.commit({HOME: lkpp("2027-T1")}, day=str(day))
    workshop.commit({HOME: None}, day=str(day + timedelta(days=1)))
    workshop.commit({NEXT: lkpp("2029-T1")}, day=str(day + timedelta(days=2)))
    assert first_end(workshop, NEXT) == "2027-T1"
    assert [each for each in ends(past(workshop)[NEXT[6:-5]]) if each in ("2028-T1", "2027-T3", "2029-T1")] == [
        "2028-T1", "2027-T3", "2029-T1",
    ]  # fmt: skip


@pytest.mark.parametrize("moved", [[HOME], [HOME, COPY]])
@pytest.mark.parametrize(
    "decoy",
    [None, "plans/lembaga-n/2028-2032.yaml", "plans/lembaga-d/2029-2033.yaml", "plans/lembaga-d/2025-2029.yaml"],
)
@pytest.mark.parametrize("before", [True, False])
def test_who_is_given_another_name_in_another_folder_goes_on_with_all_its_plans(
    workshop: Any, lkpp: Callable[..., Values], moved: list[str], decoy: str | None, before: bool
) -> None:
    """Two of overlapping years, and whatever stands under the new name before."""

    def of_years(path: str, end: str, name: str) -> Values:
        copied = lkpp(end, name)
        start, finish = map(int, path[:-5].split("/")[2].split("-"))
        copied["rencana"]["periode"] = {"mulai": start, "selesai": finish}
        return copied

    paths = {path: path.replace("lembaga-z/2025-2029", "lembaga-a/2028-2032") for path in moved}
    for number, path in enumerate(paths.values()):
        workshop.commit({path: of_years(path, "2029-T1", "Lembaga A")}, day=f"2026-01-0{number + 1}")
    lure = {decoy: of_years(decoy, "2029-T4", "Badan N")} if decoy else {}
    if lure and before:
        workshop.commit(lure, day="2026-01-05")
    new = {path: path.replace("lembaga-a", "lembaga-n") for path in paths.values()}
    renamed = {there: of_years(there, "2029-T3", "Badan N") for there in new.values()}
    workshop.commit({**lure, **dict.fromkeys(new), **renamed}, day="2026-01-06")
    if decoy and decoy not in new.values():
        workshop.commit({decoy: None}, day="2026-01-07")
    for path in new.values():
        history = past(workshop)[path[6:-5]]
        assert (str(history.promises["K-001"].end), ends(history)[-1]) == ("2029-T1", "2029-T3")


def of_years(plan: Values, path: str) -> Values:
    start, end = map(int, path.removesuffix(".yaml").split("/")[2].split("-"))
    plan["rencana"]["periode"] = {"mulai": start, "selesai": end}
    return plan


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("next_one", ["2029-2033", "2028-2032", "2025-2045", "2025-2030"])
def test_a_plan_that_is_put_back_beside_the_next_has_its_past_again(
    workshop: Any, lkpp: Callable[..., Values], next_one: str, at_once: bool
) -> None:
    path = f"plans/lembaga-a/{next_one}.yaml"
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    steps: list[dict[str, Any]] = [{HOME: None}, {path: of_years(lkpp("2029-T4"), path)}]
    for change in [{**steps[0], **steps[1]}] if at_once else steps:
        workshop.commit(change, day="2026-01-02")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-03")
    found = past(workshop)
    assert (first_end(workshop, HOME), ends(found[HOME[6:-5]])) == ("2027-T1", ["2028-T1"])
    assert (len(found[path[6:-5]].versions), found[path[6:-5]].entries) == (1, ())


@pytest.mark.parametrize("meanwhile", ["moved", "moved in two steps", "called otherwise", "moved and called otherwise"])
@pytest.mark.parametrize("next_one", ["2029-2033", "2025-2045"])
def test_it_has_its_past_again_wherever_the_folder_is_and_whatever_it_is_called_by_then(
    workshop: Any, lkpp: Callable[..., Values], meanwhile: str, next_one: str
) -> None:
    path = f"plans/lembaga-a/{next_one}.yaml"
    folder = "lembaga-n" if "moved" in meanwhile else "lembaga-a"
    name = "Badan N" if "called" in meanwhile else "Lembaga A"
    there, back = (each.replace("lembaga-a", folder) for each in (path, HOME))
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None, path: of_years(lkpp("2030-T1"), path)}, day="2026-01-02")
    if "steps" in meanwhile:
        workshop.commit({path: None}, day="2026-01-03")
    gone = {path: None} if there != path and "steps" not in meanwhile else {}
    workshop.commit({**gone, there: of_years(lkpp("2030-T2", name), there)}, day="2026-01-04")
    workshop.commit({back: lkpp("2028-T1", name)}, day="2026-02-05")
    found = past(workshop)
    assert (first_end(workshop, back), ends(found[back[6:-5]])) == ("2027-T1", ["2028-T1"])
    assert (first_end(workshop, there), ends(found[there[6:-5]])) == ("2030-T1", ["2030-T2"])


@pytest.mark.parametrize("how", ["reverted and added again", "put back and the next one away for a while"])
def test_each_keeps_its_own_past_after_a_plan_was_replaced_by_the_next(
    workshop: Any, lkpp: Callable[..., Values], how: str
) -> None:
    path = "plans/lembaga-a/2029-2033.yaml"
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None, path: of_years(lkpp("2030-T1"), path)}, day="2026-01-02")
    steps: list[dict[str, Any]] = [{HOME: lkpp("2027-T1")}, {path: None}]
    for change in [{**steps[0], **steps[1]}] if how.startswith("reverted") else steps:
        workshop.commit(change, day="2026-01-03")
    workshop.commit({HOME: lkpp("2028-T1"), path: of_years(lkpp("2031-T1"), path)}, day="2026-02-03")
    found = past(workshop)
    assert (first_end(workshop, HOME), ends(found[HOME[6:-5]])) == ("2027-T1", ["2028-T1"])
    assert (first_end(workshop, path), ends(found[path[6:-5]])) == ("2030-T1", ["2031-T1"])


@pytest.mark.parametrize("again", [HOME, "plans/lembaga-m/2025-2029.yaml"])
def test_who_is_called_as_before_goes_on_with_the_plan_that_moves(
    workshop: Any, lkpp: Callable[..., Values], again: str
) -> None:
    """And not with one that ended under its former name."""
    ended = "plans/lembaga-a/2021-2025.yaml"
    workshop.commit({HOME: lkpp("2027-T1"), ended: of_years(lkpp("2025-T1"), ended)}, day="2026-01-01")
    workshop.commit({ended: None}, day="2026-01-02")
    workshop.commit({HOME: None, NEXT: lkpp("2027-T2", "Badan N")}, day="2026-01-03")
    workshop.commit({NEXT: None, again: lkpp("2028-T1")}, day="2027-01-03")
    found = past(workshop)
    assert (first_end(workshop, again), ends(found[again[6:-5]])) == ("2027-T1", ["2027-T2", "2028-T1"])
    assert found[ended[6:-5]].gone


@pytest.mark.parametrize("put_back", ["with the folder reverted", "in the new folder"])
@pytest.mark.parametrize("other_years", ["2025-2045", "2024-2028"])
def test_plans_of_overlapping_years_exchange_no_past_where_one_was_forgotten(
    workshop: Any, lkpp: Callable[..., Values], put_back: str, other_years: str
) -> None:
    there = f"plans/lembaga-a/{other_years}.yaml"
    moved = there.replace("lembaga-a", "lembaga-n")
    workshop.commit({HOME: lkpp("2027-T1"), there: of_years(lkpp("2026-T1"), there)}, day="2026-01-01")
    if put_back == "in the new folder":
        own, other = NEXT, moved
        workshop.commit({HOME: None}, day="2026-01-02")
        leaving = there
    else:
        own, other = HOME, there
        workshop.commit({HOME: None, there: None, moved: of_years(lkpp("2026-T1"), there)}, day="2026-01-02")
        leaving = moved
    back = {own: lkpp("2028-T1"), other: of_years(lkpp("2026-T4"), there), leaving: None}
    workshop.commit(back, day="2026-01-03")
    found = past(workshop)
    assert (first_end(workshop, own), ends(found[own[6:-5]])) == ("2027-T1", ["2028-T1"])
    assert (first_end(workshop, other), ends(found[other[6:-5]])) == ("2026-T1", ["2026-T4"])


@pytest.mark.parametrize("how", ["renamed", "in two steps", "with a slip"])
@pytest.mark.parametrize("in_the_end", [["name", "both"], ["code", "both"], ["both"]])
def test_a_forgotten_copy_gives_the_past_back_to_who_has_moved_since(
    workshop: Any, lkpp: Callable[..., Values], how: str, in_the_end: list[str]
) -> None:
    """It stood beside the plan, word for word, and was held back all the time."""
    says = {
        "name": lkpp("2027-T2", "Lembaga Z"),
        "code": lkpp("2027-T2", "Lembaga A", "D3"),
        "both": lkpp("2027-T3", "Lembaga Z", "D3"),
    }
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2027-T1")}, day="2026-01-20")
    moves: dict[str, list[dict[str, Any]]] = {
        "renamed": [{HOME: None, NEXT: lkpp("2028-T1", "Badan N")}],
        "in two steps": [{HOME: None}, {NEXT: lkpp("2028-T1")}],
        "with a slip": [{HOME: None, NEXT: "rusak: ["}, {NEXT: lkpp("2028-T1")}],
    }
    for number, change in enumerate(moves[how]):
        workshop.commit(change, day=f"2026-02-0{number + 1}")
    for number, each in enumerate(in_the_end):
        workshop.commit({COPY: says[each]}, day=f"2026-03-0{number + 1}")
    found = past(workshop)
    assert (first_end(workshop, NEXT), ends(found[NEXT[6:-5]])[-1]) == ("2027-T1", "2028-T1")
    assert found[COPY[6:-5]].former == ()


@pytest.mark.parametrize(
    "there",
    [["own code"], ["own name"], ["broken"], ["broken", "own code"], ["own code", "broken"], ["own name", "broken"]],
)
@pytest.mark.parametrize("in_the_end", [["own"], ["own name", "own"]])
def test_so_has_one_whose_folder_a_neighbour_moved_to_its_own(
    workshop: Any, lkpp: Callable[..., Values], there: list[str], in_the_end: list[str]
) -> None:
    """In one commit, and its name is forgotten at first, or nobody can read it."""
    says = {
        "own code": lkpp("2029-T1", "Lembaga A", "D3"),
        "own name": lkpp("2027-T2", "Lembaga N"),
        "broken": "rusak: [",
        "own": lkpp("2027-T4", "Lembaga N", "D3"),
    }
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({HOME: None, NEXT: says[there[0]]}, day="2026-01-02")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-03")
    for number, each in enumerate((*there[1:], *in_the_end)):
        workshop.commit({NEXT: says[each]}, day=f"2026-01-{number + 4:02}")
    assert (first_end(workshop, HOME), ends(past(workshop)[HOME[6:-5]])[-1]) == ("2027-T1", "2028-T1")
    assert past(workshop)[NEXT[6:-5]].former == ()


@pytest.mark.parametrize("broken_first", [True, False])
@pytest.mark.parametrize("then", ["nothing", "another plan", "a mistyped code"])
def test_a_folder_renamed_there_and_back_while_its_plan_cannot_be_read_keeps_its_past(
    workshop: Any, lkpp: Callable[..., Values], broken_first: bool, then: str
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    if broken_first:
        workshop.commit({HOME: "rusak: ["}, day="2026-01-02")
    workshop.commit({HOME: None, NEXT: "rusak: ["}, day="2026-01-03")
    workshop.commit({NEXT: None, HOME: "rusak: ["}, day="2026-01-04")
    if then == "another plan":
        path = "plans/lembaga-a/2029-2033.yaml"
        workshop.commit({path: of_years(lkpp("2030-T1"), path)}, day="2026-01-05")
    if then == "a mistyped code":
        workshop.commit({HOME: lkpp("2028-T1", code="D11")}, day="2026-01-05")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-06")
    assert (first_end(workshop, HOME), ends(past(workshop)[HOME[6:-5]])) == ("2027-T1", ["2028-T1"])


@pytest.mark.parametrize("put_back", [True, False])
def test_the_next_plan_of_who_was_renamed_in_its_place_takes_no_past_of_one_that_ended(
    workshop: Any, lkpp: Callable[..., Values], put_back: bool
) -> None:
    other, ended = (f"plans/lembaga-a/{period}.yaml" for period in ("2021-2027", "2024-2028"))
    workshop.commit({ended: of_years(lkpp("2026-T1"), ended), other: of_years(lkpp("2027-T1"), other)})
    workshop.commit({ended: None})
    workshop.commit({other: of_years(lkpp("2027-T1", "Badan N"), other)})
    workshop.commit({HOME: lkpp("2029-T1", "Badan N")})
    if put_back:
        workshop.commit({ended: of_years(lkpp("2028-T4", "Badan N"), ended)})
        assert (first_end(workshop, ended), ends(past(workshop)[ended[6:-5]])) == ("2026-T1", ["2028-T4"])
    assert (first_end(workshop, HOME), past(workshop)[HOME[6:-5]].former) == ("2029-T1", ())


def test_who_is_renamed_reverted_and_renamed_again_keeps_its_past(workshop: Any, values: Values) -> None:
    """Also under a code that no register keeps."""

    def called(name: str, end: str) -> Values:
        copied: Values = json.loads(json.dumps(later(values, end)))
        copied["lembaga"] |= {"skema_kode": "lainnya", "kode": "X-1", "nama": name}
        return copied

    workshop.commit({HOME: called("Badan A", "2027-T1")}, day="2026-01-01")
    for number in (2, 4):
        workshop.commit({HOME: None, NEXT: called("Badan N", "2027-T2")}, day=f"2026-01-0{number}")
        if number == 2:
            workshop.commit({NEXT: None, HOME: called("Badan A", "2027-T1")}, day="2026-01-03")
    workshop.commit({NEXT: called("Badan N", "2028-T1")}, day="2026-01-05")
    assert (first_end(workshop, NEXT), ends(past(workshop)[NEXT[6:-5]])[-1]) == ("2027-T1", "2028-T1")


@pytest.mark.parametrize("how", ["copied", "in two steps"])
@pytest.mark.parametrize("steps", [["name", "both"], ["code", "both"], ["both"]])
def test_plans_of_one_folder_take_no_past_of_each_other_when_name_and_code_change(
    workshop: Any, lkpp: Callable[..., Values], how: str, steps: list[str]
) -> None:
    long = "plans/lembaga-a/2025-2045.yaml"
    says = {"name": ("Badan N", "D1"), "code": ("Lembaga A", "D2"), "both": ("Badan N", "D2")}

    def both(folder: str, end: str, name: str = "Lembaga A", code: str = "D1") -> dict[str, Any]:
        paths = [path.replace("lembaga-a", folder) for path in (HOME, long)]
        return {path: of_years(lkpp(end, name, code), path) for path in paths}

    workshop.commit(both("lembaga-a", "2027-T1"), day="2026-01-01")
    moves = [both("lembaga-n", "2027-T2"), dict.fromkeys((HOME, long))]
    for change in moves[:: 1 if how == "copied" else -1]:
        workshop.commit(change, day="2026-01-02")
    for number, each in enumerate(steps):
        workshop.commit(both("lembaga-n", f"2028-T{number + 1}", *says[each]), day=f"2026-01-1{number}")
    for path in (NEXT, long.replace("lembaga-a", "lembaga-n")):
        assert first_end(workshop, path) == "2027-T1"


@pytest.mark.parametrize("period", ["2021-2025", "2025-2029"])
@pytest.mark.parametrize("goes_first", [True, False])
def test_a_copy_that_was_held_back_and_goes_is_no_past_of_the_next_plan(
    workshop: Any, lkpp: Callable[..., Values], period: str, goes_first: bool
) -> None:
    older, copy, next_one = (f"plans/lembaga-{each}.yaml" for each in ("a/2021-2025", f"z/{period}", "a/2025-2029"))
    workshop.commit({older: of_years(lkpp("2025-T1"), older)}, day="2026-01-01")
    workshop.commit({copy: of_years(lkpp("2026-T4", "Lembaga Z"), copy)}, day="2026-02-01")
    steps: list[dict[str, Any]] = [{copy: None}, {next_one: lkpp("2027-T1")}, {next_one: lkpp("2028-T4")}]
    for number, change in enumerate(steps if goes_first else [*steps[1:], steps[0]]):
        workshop.commit(change, day=f"2026-02-{number + 10}")
    history = past(workshop)[next_one[6:-5]]
    assert (str(history.promises["K-001"].end), ends(history), history.former) == ("2027-T1", ["2028-T4"], ())


def test_who_takes_the_code_of_a_younger_plan_and_leaves_leaves_it_its_past(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    theirs = "plans/lembaga-b/2025-2029.yaml"
    workshop.commit({theirs: lkpp("2026-T4", "Badan B", "D2")}, day="2026-01-01")
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-02")
    workshop.commit({HOME: lkpp("2028-T1")}, day="2026-01-03")
    workshop.commit({theirs: lkpp("2026-T4", "Badan B", "D1")}, day="2026-01-04")
    workshop.commit({theirs: None}, day="2026-01-05")
    assert (first_end(workshop, HOME), ends(past(workshop)[HOME[6:-5]])) == ("2027-T1", ["2028-T1"])
    workshop.commit({theirs: lkpp("2027-T4", "Badan B", "D2")}, day="2026-01-06")
    assert first_end(workshop, theirs) == "2026-T4"


@pytest.mark.parametrize("then", [[], [("Badan N", "D8")], [("Badan N", "D1"), ("Badan N", "D8")]])
def test_a_copy_that_was_forgotten_for_months_takes_nothing_of_who_is_renamed_with_its_folder(
    workshop: Any, lkpp: Callable[..., Values], then: list[tuple[str, str]]
) -> None:
    """A neighbour began with the plan, word for word, and was held back."""
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({COPY: lkpp("2027-T1")}, day="2026-02-01")
    workshop.commit({HOME: None, NEXT: lkpp("2028-T1", "Badan N")}, day="2026-06-01")
    for month, (name, code) in enumerate(then, start=7):
        workshop.commit({NEXT: lkpp("2028-T2", name, code)}, day=f"2026-0{month}-01")
    workshop.commit({COPY: lkpp("2029-T4", "Lembaga Z", "D3")}, day="2026-12-01")
    found = past(workshop)
    assert (first_end(workshop, NEXT), ends(found[NEXT[6:-5]])) == ("2027-T1", ["2028-T1", "2028-T2"][: 1 + bool(then)])
    assert found[COPY[6:-5]].former == ()
    assert (first_end(workshop, COPY) == "2029-T4") is (("Badan N", "D8") not in then), "the code was free then"


@pytest.mark.parametrize("folder", ["badan-b", "lembaga-z"])
@pytest.mark.parametrize("periods", [["2025-2029"], ["2020-2024", "2025-2029"]])
def test_a_code_put_right_in_all_plans_when_its_bearer_comes_keeps_their_pasts(
    workshop: Any, lkpp: Callable[..., Values], periods: list[str], folder: str
) -> None:
    paths, theirs = [f"plans/lembaga-a/{period}.yaml" for period in periods], f"plans/{folder}/2025-2029.yaml"
    workshop.commit({path: of_years(lkpp(f"{path[-9:-7]}27-T1"), path) for path in paths}, day="2026-01-01")
    right = {path: of_years(lkpp("2028-T1", code="D2"), path) for path in paths}
    workshop.commit({theirs: lkpp("2029-T4", "Badan B"), **right}, day="2026-02-01")
    assert (first_end(workshop, HOME), ends(past(workshop)[HOME[6:-5]])) == ("2027-T1", ["2028-T1"])
    assert first_end(workshop, theirs) == "2029-T4"


@pytest.mark.parametrize("first", ["m", "n"])
@pytest.mark.parametrize("day", ["2026-02-02", "2026-03-02"])
def test_of_two_that_an_institution_became_the_one_under_its_code_goes_on_with_it(
    workshop: Any, lkpp: Callable[..., Values], first: str, day: str
) -> None:
    """The other had its code for a while, where it was forgotten, and was published under it if it came first."""
    one, other = (f"plans/lembaga-{name}/2025-2029.yaml" for name in sorted("mn", reverse=first == "n"))
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    both = {one: lkpp("2028-T1", "Badan Satu"), other: lkpp("2028-T4", "Badan Dua")}
    workshop.commit({HOME: None, **both}, day="2026-02-01")
    workshop.commit({other: lkpp("2029-T1", "Badan Dua", "D3")}, day=day)
    found = past(workshop)
    assert (first_end(workshop, one), ends(found[one[6:-5]])[-1]) == ("2027-T1", "2028-T1")
    assert (found[other[6:-5]].former, first_end(workshop, other)) == ((), "2029-T1")


def test_what_moves_into_a_folder_that_another_leaves_and_tells_in_one_commit_is_followed(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    """It goes from folder to folder, and others take those."""
    first, second, third, last = (f"plans/{name}/2025-2029.yaml" for name in "bcde")
    workshop.commit({HOME: lkpp("2027-T4", "Lembaga M", "D9"), first: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({first: None, second: lkpp("2027-T1")}, day="2026-01-20")
    workshop.commit({second: lkpp("2028-T1", "Badan Dua", "D2"), third: lkpp("2028-T2")}, day="2026-01-21")
    changed = {third: lkpp("2028-T3", "Badan Tiga", "D3"), last: lkpp("2028-T4", "Lembaga A Raya")}
    workshop.commit(changed, day="2026-01-22")
    assert first_end(workshop, last) == "2027-T1"
    assert ends(past(workshop)[last[6:-5]])[-1] == "2028-T4"


def test_a_mistyped_code_of_a_region_takes_no_past_of_the_region(workshop: Any, values: Values) -> None:
    def region(end: str, name: str, code: str) -> Values:
        copied: Values = json.loads(json.dumps(later(values, end)))
        copied["lembaga"] |= {"skema_kode": "kemendagri", "kode": code, "nama": name, "jenis": "kabupaten"}
        return copied

    bandung, garut = "plans/kabupaten-bandung/2025-2029.yaml", "plans/kabupaten-garut/2025-2029.yaml"
    workshop.commit({bandung: region("2027-T1", "Kabupaten Bandung", "32.04")}, day="2026-01-01")
    workshop.commit({bandung: None}, day="2026-01-02")
    workshop.commit({garut: region("2029-T4", "Kabupaten Garut", "32.04")}, day="2026-01-03")
    workshop.commit({bandung: region("2028-T1", "Kabupaten Bandung", "32.04")}, day="2026-01-04")
    workshop.commit({garut: region("2029-T4", "Kabupaten Garut", "32.05")}, day="2026-01-05")
    assert first_end(workshop, bandung) == "2027-T1"
    assert past(workshop)["kabupaten-garut/2025-2029"].entries == ()


def test_a_copy_that_was_deleted_with_the_original_is_not_what_comes_back(
    workshop: Any, lkpp: Callable[..., Values]
) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({NEXT: lkpp("2028-T1")}, day="2026-01-02")
    workshop.commit({HOME: None, NEXT: None}, day="2026-01-03")
    workshop.commit({NEXT: lkpp("2028-T4")}, day="2026-01-04")
    workshop.commit({NEXT: None, HOME: lkpp("2029-T4")}, day="2026-01-05")
    assert first_end(workshop, HOME) == "2027-T1"


def test_nor_is_one_whose_name_fits_better(workshop: Any, lkpp: Callable[..., Values]) -> None:
    workshop.commit({HOME: lkpp("2027-T1")}, day="2026-01-01")
    workshop.commit({NEXT: lkpp("2028-T1")}, day="2026-01-02")
    workshop.commit({HOME: lkpp("2027-T1", "Lembaga AA"), NEXT: None}, day="2026-01-03")
    workshop.commit({HOME: None}, day="2026-01-04")
    workshop.commit({HOME: lkpp("2029-T4")}, day="2026-01-05")
    assert first_end(workshop, HOME) == "2027-T1"


def test_of_plans_that_left_one_address_each_is_told(workshop: Any, values: Values) -> None:
    for number in range(3):
        workshop.commit({NEW: named(values, f"99.0{number}", f"Kabupaten {number}")}, day=f"2026-0{number + 1}-01")
        workshop.commit({NEW: None}, day=f"2026-0{number + 1}-02")
    history = past(workshop)["sagara/2025-2029"]
    left = [each.gone for each in (*history.earlier, history)]
    assert [each.day.month for each in left if each] == [1, 2, 3]


def test_a_plan_that_cannot_be_read_when_it_comes_back_is_known_by_its_address(workshop: Any, values: Values) -> None:
    workshop.commit({NEW: values})
    workshop.commit({NEW: None})
    workshop.commit({NEW: "rusak: ["})
    workshop.commit({NEW: later(values, "2028-T4")})
    assert ends(past(workshop)["sagara/2025-2029"]) == ["2028-T4"]


def test_many_new_plans_are_not_read_to_know_who_they_are(
    workshop: Any, values: Values, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.reading.past.identities.read", None)
    for number in range(3):
        workshop.commit({f"plans/a{number}/2025-2029.yaml": other(values, f"99.{number:02}")})
    assert len(past(workshop)) == 3


def of_its_own(values: Values, name: str) -> Values:
    """A plan of an institution whose code no register gives."""
    copied: Values = json.loads(json.dumps(values))
    return copied | {"lembaga": copied["lembaga"] | {"skema_kode": "lainnya", "kode": "1", "nama": name}}


def test_a_code_that_no_register_gives_makes_nobody_of_another(workshop: Any, values: Values) -> None:
    one, another, back = (f"plans/{name}/2025-2029.yaml" for name in ("universitas-a", "universitas-b", "univ-a"))
    first = workshop.commit({one: of_its_own(values, "Universitas A")})
    workshop.commit({one: None})
    workshop.commit({another: of_its_own(later(values, "2028-T4"), "Universitas B")})
    workshop.commit({back: of_its_own(later(values, "2029-T4"), "UNIVERSITAS  A")})
    told = past(workshop)
    assert told["universitas-b/2025-2029"].former == ()
    assert ends(told["universitas-b/2025-2029"]) == []
    assert told["univ-a/2025-2029"].versions[0].commit == first


def test_an_institution_of_such_a_code_may_be_given_another_name(workshop: Any, values: Values) -> None:
    one, other = "plans/stain-sagara/2025-2029.yaml", "plans/iain-sagara/2025-2029.yaml"
    workshop.commit({one: of_its_own(values, "STAIN Sagara")})
    workshop.commit({one: None, other: of_its_own(later(values, "2028-T4"), "IAIN Sagara")})
    workshop.commit({other: of_its_own(later(values, "2029-T4"), "UIN Sagara")})
    assert ends(past(workshop)["iain-sagara/2025-2029"]) == ["2028-T4", "2029-T4"]


ONE, TWO = "plans/badan-satu/2025-2029", "plans/badan-dua/2025-2029"


def parts(values: Values, folder: str) -> dict[str, Any]:
    """A plan in files: what it says of its institution, its activities, and what every new plan begins with."""
    told = {key: values[key] for key in values if key not in ("kegiatan", "unit")}
    return {
        f"{folder}/kegiatan.yaml": {"kegiatan": values["kegiatan"]},
        f"{folder}/lembaga.yaml": told,
        f"{folder}/unit.yaml": {"unit": values["unit"]},
    }


def one_by_one(workshop: Any, files: dict[str, Any], day: str) -> None:
    """As a browser's editor commits them."""
    for path, content in files.items():
        workshop.commit({path: content}, day=day)


@pytest.mark.parametrize("in_pieces", [True, False])
def test_what_every_new_plan_begins_with_is_no_sign(workshop: Any, values: Values, in_pieces: bool) -> None:
    """One that gave up, file by file or at once, and a newcomer of the same beginnings."""
    workshop.commit(parts(values, ONE), day="2026-01-01")
    gone = dict.fromkeys(parts(values, ONE))
    if in_pieces:
        one_by_one(workshop, gone, "2026-02-01")
    else:
        workshop.commit(gone, day="2026-02-01")
    newcomer = later(other(values, "99.02"), "2029-T4")
    one_by_one(workshop, dict(reversed(parts(newcomer, TWO).items())), "2026-03-01")
    found = past(workshop)
    assert found["badan-dua/2025-2029"].former == ()
    assert found["badan-dua/2025-2029"].versions[0].day.month == 3
    assert not found["badan-satu/2025-2029"].former


@pytest.mark.parametrize("copied_first", [True, False])
def test_a_folder_renamed_file_by_file_keeps_its_past(workshop: Any, values: Values, copied_first: bool) -> None:
    workshop.commit(parts(values, ONE), day="2026-01-01")
    delayed = later(values, "2028-T4")
    workshop.commit(parts(delayed, ONE), day="2026-02-01")
    moves = list(zip(parts(delayed, ONE), parts(delayed, TWO).items(), strict=True))
    if copied_first:
        one_by_one(workshop, dict(new for _, new in moves), "2026-03-01")
        workshop.commit({old: None for old, _ in moves}, day="2026-03-02")
    else:
        for old, (new, content) in moves:
            workshop.commit({old: None, new: content}, day="2026-03-01")
    workshop.commit(parts(later(values, "2029-T4"), TWO), day="2026-04-01")
    ((address, history),) = past(workshop).items()
    assert (address, ends(history)) == ("badan-dua/2025-2029", ["2028-T4", "2029-T4"])
    assert {type(entry.change).__name__ for entry in history.entries} == {"EndMoved"}
    assert [str(former.address) for former in history.former] == ["badan-satu/2025-2029"]


def test_a_folder_renamed_with_a_slip_keeps_its_past(workshop: Any, values: Values) -> None:
    workshop.commit({OLD: values}, day="2026-01-01")
    workshop.commit({OLD: later(values, "2028-T4")}, day="2026-02-01")
    workshop.commit({OLD: None, NEW: "rusak: ["}, day="2026-03-01")
    assert list(past(workshop)) == ["sagara/2025-2029"], "nothing is taken down"
    workshop.commit({NEW: later(values, "2029-T4")}, day="2026-03-02")
    ((_, history),) = past(workshop).items()
    assert ends(history) == ["2028-T4", "2029-T4"]
    assert {type(entry.change).__name__ for entry in history.entries} == {"EndMoved"}


def test_a_slip_among_many_that_are_renamed_is_put_right_when_it_can_be_read(workshop: Any, values: Values) -> None:
    others = {number: other(values, f"99.1{number}") for number in range(3)}
    workshop.commit({f"plans/a{number}/2025-2029.yaml": each for number, each in others.items()})
    workshop.commit(
        dict.fromkeys(f"plans/a{number}/2025-2029.yaml" for number in others)
        | {f"plans/b{number}/2025-2029.yaml": each if number else "rusak: [" for number, each in others.items()}
    )
    workshop.commit({"plans/b0/2025-2029.yaml": later(others[0], "2028-T4")})
    found = past(workshop)
    assert sorted(found) == ["b0/2025-2029", "b1/2025-2029", "b2/2025-2029"]
    assert ends(found["b0/2025-2029"]) == ["2028-T4"]


def named(values: Values, code: str, name: str) -> Values:
    """A plan of another institution, with its name."""
    copied = other(values, code)
    return copied | {"lembaga": copied["lembaga"] | {"nama": name}}


def test_a_plan_that_was_taken_for_anothers_gives_its_past_back(workshop: Any, values: Values) -> None:
    """A neighbour's folder moved by mistake, then put back; what stands where it was is another institution's."""
    workshop.commit({OLD: values}, day="2026-01-01")
    workshop.commit({OLD: later(values, "2028-T4")}, day="2026-02-01")
    mine = "plans/wana/2025-2029.yaml"
    workshop.commit({OLD: None, mine: values}, day="2026-03-01")
    workshop.commit({OLD: values, mine: named(values, "99.05", "Kabupaten Wana")}, day="2026-03-02")
    workshop.commit({OLD: later(values, "2029-T4")}, day="2026-04-01")
    found = past(workshop)
    assert ends(found["kab-sagara/2025-2029"]) == ["2028-T4", "2029-T4"]
    assert (found["wana/2025-2029"].entries, len(found["wana/2025-2029"].versions)) == ((), 1)


@pytest.mark.parametrize("back", [OLD, NEW])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_plan_that_is_put_back_while_a_copy_goes_on_with_it_has_its_past_again(
    workshop: Any, values: Values, at_once: bool, back: str
) -> None:
    """The copy tells only later that it is another institution's."""
    workshop.commit({OLD: values}, day="2026-01-01")
    workshop.commit({OLD: later(values, "2028-T4")}, day="2026-02-01")
    mine = "plans/wana/2025-2029.yaml"
    if at_once:
        workshop.commit({OLD: None, mine: values}, day="2026-03-01")
    else:
        workshop.commit({OLD: None}, day="2026-03-01")
        workshop.commit({mine: values}, day="2026-03-02")
    workshop.commit({back: values}, day="2026-03-03")
    workshop.commit({back: later(values, "2029-T1")}, day="2026-03-10")
    workshop.commit({mine: named(values, "99.05", "Kabupaten Wana")}, day="2026-03-15")
    workshop.commit({back: later(values, "2029-T4")}, day="2026-04-01")
    found = past(workshop)
    assert ends(found[back.removeprefix("plans/").removesuffix(".yaml")]) == ["2028-T4", "2029-T1", "2029-T4"]
    assert (found["wana/2025-2029"].entries, len(found["wana/2025-2029"].versions)) == ((), 1)
    assert [found[each].earlier for each in found] == [(), ()]


@pytest.mark.parametrize("broken_first", [True, False])
def test_nobody_takes_over_what_another_took_down(workshop: Any, values: Values, broken_first: bool) -> None:
    """A file of a plan that was taken down, put in a folder of one's own, and then one's own plan."""
    workshop.commit(parts(values, ONE), day="2026-01-01")
    workshop.commit(dict.fromkeys(parts(values, ONE)), day="2026-02-01")
    theirs = parts(values, TWO)
    if broken_first:
        theirs |= {f"{TWO}/unit.yaml": "rusak: ["}
    workshop.commit(theirs, day="2026-03-01")
    workshop.commit(parts(named(values, "99.05", "Badan Dua"), TWO), day="2026-03-02")
    found = past(workshop)
    assert found["badan-dua/2025-2029"].versions[0].day.isoformat() == "2026-03-02"
    assert found["badan-dua/2025-2029"].former == ()
    assert found["badan-satu/2025-2029"].versions


def test_a_code_put_right_after_the_folder_was_renamed_keeps_the_past(workshop: Any, values: Values) -> None:
    workshop.commit({OLD: values}, day="2026-01-01")
    workshop.commit({OLD: None, NEW: later(values, "2028-T4")}, day="2026-02-01")
    workshop.commit({NEW: later(other(values, "99.07"), "2029-T4")}, day="2026-03-01")
    assert ends(past(workshop)["sagara/2025-2029"]) == ["2028-T4", "2029-T4"]


def test_a_plan_that_was_away_has_its_past_again_though_a_copy_stood_elsewhere(workshop: Any, values: Values) -> None:
    copy = "plans/wana/2025-2029.yaml"
    workshop.commit({OLD: values}, day="2026-01-01")
    workshop.commit({OLD: later(values, "2028-T4")}, day="2026-02-01")
    workshop.commit({copy: values}, day="2026-03-01")
    workshop.commit({OLD: None}, day="2026-03-02")
    workshop.commit({copy: later(values, "2028-T1")}, day="2026-03-03")
    workshop.commit({OLD: later(values, "2028-T4")}, day="2026-03-04")
    workshop.commit({OLD: later(values, "2029-T4"), copy: named(values, "99.05", "Kabupaten Wana")}, day="2026-04-01")
    found = past(workshop)
    assert ends(found["kab-sagara/2025-2029"]) == ["2028-T4", "2029-T4"]
    assert found["wana/2025-2029"].former == ()


A, B = "plans/a/2025-2029.yaml", "plans/b/2025-2029.yaml"


def test_who_takes_a_name_that_is_left_in_the_same_commit_takes_no_past(workshop: Any, values: Values) -> None:
    """As a merge of a branch that renames one folder and lets another institution have its name."""
    workshop.commit({A: values}, day="2026-01-01")
    workshop.commit({A: later(values, "2028-T4")}, day="2026-02-01")
    workshop.commit({B: values, A: named(values, "99.05", "Kabupaten Wana")}, day="2026-03-01")
    found = past(workshop)
    assert (ends(found["b/2025-2029"]), found["a/2025-2029"].entries) == (["2028-T4"], ())


@pytest.mark.parametrize("slip", ["renamed", "put back"])
def test_a_copy_that_is_moved_before_the_plan_leaves_is_still_its_copy(
    workshop: Any, values: Values, slip: str
) -> None:
    workshop.commit({OLD: values}, day="2026-01-01")
    workshop.commit({OLD: later(values, "2028-T4"), A: values}, day="2026-02-01")
    workshop.commit({A: None, NEW: values} if slip == "renamed" else {A: None}, day="2026-02-02")
    workshop.commit({NEW: values}, day="2026-02-03")
    workshop.commit({OLD: None}, day="2026-02-04")
    found = past(workshop)
    assert ends(found.pop("sagara/2025-2029")) == ["2028-T4"]
    assert [(ends(history), history.gone is None) for history in found.values()] in ([], [([], False)])


@pytest.mark.parametrize("how", ["slip", "pieces", "renamed"])
def test_who_comes_to_the_folder_of_another_that_gave_up_begins_anew(workshop: Any, values: Values, how: str) -> None:
    workshop.commit({A: later(values, "2027-T1")}, day="2026-01-01")
    workshop.commit({A: None}, day="2026-01-02")
    mine = named(values, "99.05", "Kabupaten Wana")
    if how == "renamed":
        workshop.commit({B: mine}, day="2026-02-01")
        workshop.commit({B: None, A: "rusak: ["}, day="2026-02-02")
    elif how == "slip":
        workshop.commit({A: "rusak: ["}, day="2026-02-02")
    else:
        one_by_one(workshop, parts(mine, "plans/a/2025-2029"), "2026-02-02")
    workshop.commit({A: later(mine, "2029-T4")} if how != "pieces" else {}, day="2026-02-03")
    history = past(workshop)["a/2025-2029"]
    assert history.versions[0].day.month == 2
    assert ends(history) == (["2029-T4"] if how == "renamed" else [])


LONGER = "plans/sagara/2025-2030"


@pytest.mark.parametrize("new", [f"{LONGER}.yaml", f"{LONGER}/semua.yaml"])
def test_a_period_that_is_prolonged_by_a_new_file_before_the_old_one_goes_keeps_its_past(
    workshop: Any, values: Values, new: str
) -> None:
    workshop.commit({NEW: values}, day="2026-01-01")
    workshop.commit({new: later(values, "2029-T4")}, day="2026-02-01")
    workshop.commit({NEW: None}, day="2026-02-02")
    ((address, history),) = past(workshop).items()
    assert (address, ends(history)) == ("sagara/2025-2030", ["2029-T4"])


@pytest.mark.parametrize("code", ["99.01", None])
def test_what_a_prolonged_plan_said_beside_the_old_one_stays_when_that_goes(
    workshop: Any, values: Values, lkpp: Callable[..., Values], code: str | None
) -> None:
    """Two plans of one institution are both published."""
    made = lkpp if code is None else lambda end: later(json.loads(json.dumps(values)), end)
    new = HOME.replace("2029", "2030")
    workshop.commit({HOME: made("2027-T1")}, day="2026-01-01")
    workshop.commit({new: made("2027-T1")}, day="2026-02-01")
    workshop.commit({new: made("2026-T4")}, day="2026-03-01")
    workshop.commit({HOME: made("2027-T2")}, day="2026-03-15")
    workshop.commit({new: made("2029-T4")}, day="2026-04-01")
    workshop.commit({HOME: None}, day="2026-05-01")
    found = past(workshop)
    assert ends(found["lembaga-a/2025-2030"]) == ["2026-T4", "2029-T4"]
    assert first_end(workshop, new) == "2027-T1"
    assert ends(found["lembaga-a/2025-2029"])[0] == "2027-T2"
    assert found["lembaga-a/2025-2029"].gone
    workshop.commit({HOME: made("2028-T1")}, day="2026-06-01")
    found = past(workshop)
    assert ends(found["lembaga-a/2025-2030"]) == ["2026-T4", "2029-T4"]
    assert ends(found["lembaga-a/2025-2029"])[-1] == "2028-T1"


def test_where_nobody_keeps_codes_a_copy_was_published_beside_the_old_folder(workshop: Any, values: Values) -> None:
    made = lambda end: later(json.loads(json.dumps(values)), end)  # noqa: E731
    workshop.commit({OLD: made("2027-T1")}, day="2026-01-01")
    workshop.commit({NEW: made("2026-T4")}, day="2026-02-01")
    workshop.commit({NEW: made("2029-T4")}, day="2026-03-01")
    workshop.commit({OLD: None}, day="2026-04-01")
    assert ends(past(workshop)["sagara/2025-2029"]) == ["2026-T4", "2029-T4"]


def test_a_plan_of_other_years_that_stands_beside_does_not_go_on_with_it(workshop: Any, values: Values) -> None:
    workshop.commit({NEW: values}, day="2026-01-01")
    workshop.commit({"plans/sagara/2028-2032.yaml": later(values, "2031-T4")}, day="2026-02-01")
    workshop.commit({NEW: None}, day="2026-02-02")
    assert past(workshop)["sagara/2028-2032"].versions[0].day.month == 2


@pytest.mark.parametrize("renamed", [True, False])
def test_two_codes_that_were_interchanged_are_put_right_and_the_pasts_stay(
    workshop: Any, values: Values, renamed: bool
) -> None:
    one, another = named(values, "99.02", "Kabupaten Sagara"), named(values, "99.01", "Kabupaten Wana")
    if renamed:
        workshop.commit({"plans/x/2025-2029.yaml": one, "plans/y/2025-2029.yaml": another})
        workshop.commit({"plans/x/2025-2029.yaml": None, "plans/y/2025-2029.yaml": None, A: one, B: another})
    else:
        workshop.commit({A: one, B: another, "plans/z/2025-2029.yaml": named(values, "99.03", "Kabupaten Ziarah")})
    right = named(later(values, "2028-T4"), "99.01", "Kabupaten Sagara")
    gone = {} if renamed else {"plans/z/2025-2029.yaml": None}
    workshop.commit({A: right, B: named(values, "99.02", "Kabupaten Wana"), **gone}, day="2026-03-01")
    found = past(workshop)
    assert (ends(found["a/2025-2029"]), ends(found["b/2025-2029"])) == (["2028-T4"], ["2028-T4"])
    assert {type(entry.change).__name__ for name in "ab" for entry in found[f"{name}/2025-2029"].entries} == {
        "EndMoved"
    }


def test_a_code_put_right_takes_no_past_of_who_gave_up_in_the_same_commit(workshop: Any, values: Values) -> None:
    theirs = named(later(values, "2027-T1"), "99.02", "Kabupaten Wana")
    workshop.commit({A: later(values, "2027-T4"), B: theirs}, day="2026-01-01")
    workshop.commit({A: named(later(values, "2028-T4"), "99.02", "Kabupaten Sagara"), B: None}, day="2026-02-01")
    found = past(workshop)
    first = found["a/2025-2029"].promises["K-001"]
    assert (str(first.end), ends(found["b/2025-2029"])) == ("2027-T4", [])
