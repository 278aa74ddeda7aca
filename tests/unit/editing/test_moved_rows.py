"""A row of a list without ids that stands elsewhere by now: what is brought reaches it and no other, or is told."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.data.layout import list_sheets
from generator.editing.book import book
from generator.editing.bringing import Outcome, bring_proposal, bring_workbook
from generator.editing.proposal import Change, FieldEdit, Proposal, RowAdded, RowRemoved
from generator.editing.splicing import plain
from generator.editing.whereabouts import TELLING
from generator.model.edition import Edition
from generator.reading.library import Library
from generator.reading.nodes import Group
from generator.reading.plan_files import PlanFiles, RawFile
from generator.reading.text import TextFile
from generator.reading.yaml import compose

Values = dict[str, Any]
Bring = Callable[..., Outcome]

MONEY = [{"tahun": year, "jumlah": 75, "sumber": "apbd", "fase": "indikatif"} for year in (2025, 2026, 2027)]
MORE = {"tahun": 2025, "jumlah": 5, "sumber": "apbn", "fase": "indikatif"}
STEPS = [{"tanggal": "2026-10-30", "uraian": "Tiga stasiun"}, {"tanggal": "2027-10-30", "uraian": "Semua stasiun"}]
PERMIT = {"tanggal": "2026-08-30", "uraian": "Izin lingkungan"}
OUTPUTS = [{"uraian": "Stasiun", "jumlah": 14, "satuan": "stasiun"}]
TENDER = {"uraian": "Dokumen lelang", "jumlah": 20, "satuan": "dokumen"}

_SHEETS = {"anggaran": "Kegiatan - anggaran", "tonggak": "Kegiatan - tonggak", "keluaran": "Kegiatan - keluaran"}


@pytest.fixture
def plan(small_plan: Callable[[], Values], edition_of: Callable[..., Edition]) -> Callable[..., PlanFiles]:
    """The plan with these lists in its first activity."""
    address = edition_of(small_plan()).address

    def made(**lists: Any) -> PlanFiles:
        values = small_plan()
        values["kegiatan"][0] |= {"anggaran": MONEY, "tonggak": STEPS, "keluaran": OUTPUTS, **lists}
        for key in [key for key, value in values["kegiatan"][0].items() if value == []]:
            del values["kegiatan"][0][key]
        return PlanFiles(address, (RawFile("plans/sagara/2025-2029.yaml", json.dumps(values).encode()),))

    return made


@pytest.fixture
def bring(plan: Callable[..., PlanFiles], edited: Callable[..., bytes]) -> Bring:
    """What comes of a workbook of the plan `then` after `edit`, where it is `now`; `is_known` if Git knows `then`."""

    def brought(
        edit: Callable[[Any], object],
        now: PlanFiles,
        then: PlanFiles | None = None,
        *,
        is_known: bool = True,
        **how: Any,
    ) -> Outcome:
        then = then or plan()
        edition = Library(None).read(then).edition
        assert edition
        base, made = edition if is_known else None, book(edited(edition, edit))
        return bring_workbook(made, now.address, now, base, Library(None), delete=how.get("delete", False))

    return brought


def put(made: Any, of: str, number: int, **values: object) -> None:
    """Write into the row of a list that has this number."""
    sheet = made[_SHEETS[of]]
    titles = [str(cell.value).casefold() for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if (row[0].value, row[1].value) == (number, "K-001"))
    for key, value in values.items():
        row[titles.index(key)].value = value


def drop(made: Any, of: str, number: int) -> None:
    sheet = made[_SHEETS[of]]
    found = [row[0].row for row in sheet.iter_rows(min_row=2) if (row[0].value, row[1].value) == (number, "K-001")]
    sheet.delete_rows(found[0])


def rows(outcome: Outcome, of: str) -> Any:
    assert outcome.after, (outcome.refusal, outcome.cell_problems)
    file = outcome.after.files[0]
    root, _ = compose(TextFile(file.path, file.content.decode()))
    assert isinstance(root, Group)
    whole: Any = plain(root)
    return whole["kegiatan"][0].get(of)


def told(lists: list[Values]) -> list[Values]:
    """Lines as they are read without their types."""
    return [{key: str(value) for key, value in each.items()} for each in lists]


def codes(outcome: Outcome) -> list[str]:
    assert not outcome.cell_problems or outcome.after is None
    return [each.code for each in outcome.cell_problems]


def test_every_list_without_ids_says_what_its_rows_are_told_apart_by() -> None:
    lists = {
        sheet.table.name: {column.key for column in sheet.table.columns} for sheet in list_sheets() if sheet.numbered
    }
    assert TELLING.keys() == lists.keys()
    assert all(set(keys) <= lists[name] for name, keys in TELLING.items())


def test_what_was_reached_is_told_of_the_milestone_that_was_meant(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    outcome = bring(lambda made: put(made, "tonggak", 1, tercapai=date(2026, 11, 2)), plan(tonggak=[PERMIT, *STEPS]))
    assert rows(outcome, "tonggak") == [PERMIT, STEPS[0] | {"tercapai": "2026-11-02"}, STEPS[1]]


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ([MORE, *MONEY], [MORE, MONEY[0], MONEY[1] | {"jumlah": "90"}, MONEY[2]]),
        ([*MONEY, MORE], [MONEY[0], MONEY[1] | {"jumlah": "90"}, MONEY[2], MORE]),
        (MONEY[1:], [MONEY[1] | {"jumlah": "90"}, MONEY[2]]),
        (MONEY[::-1], [MONEY[2], MONEY[1] | {"jumlah": "90"}, MONEY[0]]),
        (
            [MORE, MONEY[0], MONEY[1] | {"fase": "dpa"}, MONEY[2]],
            [MORE, MONEY[0], MONEY[1] | {"fase": "dpa", "jumlah": "90"}, MONEY[2]],
        ),
    ],
)
def test_an_edit_reaches_the_line_that_was_meant_by_workbook_and_by_form(
    bring: Bring, plan: Callable[..., PlanFiles], now: list[Values], wanted: list[Values]
) -> None:
    def edit(made: Any) -> None:
        put(made, "anggaran", 2, jumlah=90)
        sheet = made[_SHEETS["anggaran"]]  # sorted by the planner
        cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)][::-1]
        for at, row in enumerate(cells, 2):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value

    assert rows(bring(edit, plan(anggaran=now)), "anggaran") == told(wanted)
    assert rows(propose(plan(anggaran=now), plan(), amount()), "anggaran") == told(wanted)


@pytest.mark.parametrize(
    "now",
    [
        [MONEY[0], MONEY[2]],  # removed
        [MONEY[0], MONEY[1] | {"tahun": 2028}, MONEY[2]],
        [MONEY[0], MONEY[1] | {"jumlah": 70}, MONEY[1] | {"jumlah": 5}, MONEY[2]],
        [MONEY[0], MONEY[1] | {"jumlah": 70}, MONEY[2]],  # the same field
    ],
)
def test_a_line_that_is_not_known_again_is_told_and_nothing_is_written(
    bring: Bring, plan: Callable[..., PlanFiles], now: list[Values]
) -> None:
    assert codes(bring(lambda made: put(made, "anggaran", 2, jumlah=90), plan(anggaran=now))) == ["baris-bentrok"]
    outcome = propose(plan(anggaran=now), plan(), amount())
    assert outcome.refusal
    assert outcome.after is None


@pytest.mark.parametrize(
    "now", [[*MONEY[:2], MONEY[2] | {"jumlah": 1}], [MONEY[0] | {"tahun": 2028}, *MONEY[1:]], MONEY[1:]]
)
def test_what_came_of_lines_that_nobody_touched_asks_nothing(
    bring: Bring, plan: Callable[..., PlanFiles], now: list[Values]
) -> None:
    outcome = bring(lambda made: put(made, "tonggak", 1, tercapai=date(2026, 11, 2)), plan(anggaran=now))
    assert rows(outcome, "tonggak")[0]["tercapai"] == "2026-11-02"
    assert rows(outcome, "anggaran") == told(now)


def test_a_removal_takes_the_line_that_was_meant_as_it_was_seen(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    def without(made: Any) -> None:
        drop(made, "anggaran", 2)

    moved = bring(without, plan(anggaran=[MORE, *MONEY]), delete=True)
    assert rows(moved, "anggaran") == told([MORE, MONEY[0], MONEY[2]])
    changed = [MONEY[0], MONEY[1] | {"jumlah": 70}, MONEY[2]]
    assert codes(bring(without, plan(anggaran=changed), delete=True)) == ["baris-bentrok"]
    by_both = bring(without, plan(anggaran=[MONEY[0], MONEY[2]]), delete=True)
    assert (by_both.changes, codes(by_both)) == ((), [])
    for_the_first_time = bring(lambda made: None, plan(), plan(anggaran=[]), delete=True)
    assert (for_the_first_time.changes, codes(for_the_first_time)) == ((), [])


def test_an_achievement_belongs_to_the_output_that_was_meant(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    def reached(made: Any) -> None:
        made["Kegiatan - keluaran - capaian"].append(["K-001", 1, 2026, 5])

    now = plan(keluaran=[TENDER, *OUTPUTS])
    found = rows(bring(reached, now), "keluaran")
    assert "capaian" not in found[0]
    assert list(found[1]["capaian"]) == ["2026"]
    added = RowAdded("kegiatan.keluaran.capaian", ("K-001", "keluaran", 0), {"tahun": "2026", "capaian": "5"})
    found = rows(propose(now, plan(), added), "keluaran")
    assert "capaian" not in found[0]
    assert codes(bring(reached, now, is_known=False)) == ["baris-bentrok"]
    assert propose(now, None, added).refusal


def test_an_achievement_of_an_output_that_the_workbook_adds_is_not_a_colleagues(
    bring: Bring, plan: Callable[..., PlanFiles]
) -> None:
    def add(made: Any) -> None:
        made["Kegiatan - keluaran"].append([None, "K-001", "Pelatihan", 3, "angkatan"])
        made["Kegiatan - keluaran - capaian"].append(["K-001", 2, 2026, 1])

    first = bring(add, plan(keluaran=[*OUTPUTS, TENDER]))
    assert ["capaian" in each for each in rows(first, "keluaran")] == [False, False, True]
    again = bring(add, first.after)
    assert (again.changes, codes(again)) == ((), [])


def test_a_year_or_a_number_that_a_colleague_gave_meanwhile_is_not_written_over(
    bring: Bring, plan: Callable[..., PlanFiles]
) -> None:
    reached = [OUTPUTS[0] | {"capaian": {"2026": 7}}]
    outcome = bring(
        lambda made: made["Kegiatan - keluaran - capaian"].append(["K-001", 1, 2026, 5]), plan(keluaran=reached)
    )
    assert codes(outcome) == ["baris-bentrok"]
    outcome = bring(
        lambda made: made["Kegiatan - anggaran"].append([4, "K-001", 2028, 9]), plan(anggaran=[*MONEY, MORE])
    )
    assert codes(outcome) == ["sel-tidak-jelas"]


def test_where_git_does_not_know_the_commit_the_stamp_says_whether_a_line_has_its_place(
    bring: Bring, plan: Callable[..., PlanFiles]
) -> None:
    def edit(made: Any) -> None:
        put(made, "anggaran", 2, jumlah=90)

    assert rows(bring(edit, plan(), is_known=False), "anggaran")[1]["jumlah"] == "90"
    assert rows(bring(edit, plan(anggaran=[*MONEY, MORE]), is_known=False), "anggaran")[3:] == told([MORE])
    assert codes(bring(edit, plan(anggaran=[MORE, *MONEY]), is_known=False)) == ["baris-bentrok"]
    assert codes(
        bring(lambda made: drop(made, "anggaran", 2), plan(anggaran=[MORE, *MONEY]), is_known=False, delete=True)
    )
    first = bring(edit, plan(), is_known=False)
    again = bring(edit, first.after, is_known=False)
    assert (again.changes, codes(again)) == ((), [])


def test_a_workbook_that_is_brought_twice_changes_nothing_more(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    def edit(made: Any) -> None:
        put(made, "tonggak", 1, uraian="Empat stasiun", tercapai=date(2026, 11, 2))
        drop(made, "anggaran", 1)
        made["Kegiatan - anggaran"].append([None, "K-001", 2028, 9])

    first = bring(edit, plan(), delete=True)
    assert len(first.changes) == 4
    again = bring(edit, first.after, delete=True)
    assert (again.changes, codes(again)) == ((), [])


def test_a_workbook_that_says_nothing_of_what_it_was_made_of_names_no_line_by_its_place(
    bring: Bring, plan: Callable[..., PlanFiles]
) -> None:
    def edit(made: Any) -> None:
        del made["_sidik"]
        put(made, "anggaran", 2, jumlah=90)

    assert codes(bring(edit, plan(), is_known=False)) == ["baris-bentrok"]

    def anew(made: Any) -> None:
        del made["_sidik"]
        made["Kegiatan - anggaran"].delete_rows(2, 9)
        for year in (2025, 2026, 2027):
            made["Kegiatan - anggaran"].append([None, "K-001", year, 75, "apbd", "indikatif"])

    assert codes(bring(anew, plan(), is_known=False, delete=True)) == []


def amount() -> FieldEdit:
    return FieldEdit("kegiatan.anggaran", ("K-001", "anggaran", 1), "jumlah", "75", "90")


def propose(now: PlanFiles, then: PlanFiles | None, *changes: Change) -> Outcome:
    base = Library(None).read(then).edition if then else None
    return bring_proposal(Proposal(now.address, changes), now, Library(None), base)


def test_a_proposal_that_does_not_tell_its_commit_reaches_only_what_alone_says_what_was_seen(
    plan: Callable[..., PlanFiles],
) -> None:
    assert propose(plan(), None, amount()).refusal  # three lines say that
    one = [MORE, MONEY[1] | {"jumlah": 75}]
    assert rows(propose(plan(anggaran=one), None, amount()), "anggaran")[1]["jumlah"] == "90"
    empty = FieldEdit("kegiatan.tonggak", ("K-001", "tonggak", 0), "tercapai", None, "2026-11-02")
    assert propose(plan(), None, empty).refusal
    named = FieldEdit("kegiatan.tonggak", ("K-001", "tonggak", 0), "tanggal", "2026-10-30", "2026-11-30")
    assert rows(propose(plan(), None, named, empty), "tonggak")[0]["tercapai"] == "2026-11-02"


def test_a_removal_and_a_commit_that_says_something_else(plan: Callable[..., PlanFiles]) -> None:
    seen = {"tahun": "2026", "jumlah": "75", "sumber": "apbd", "fase": "indikatif"}
    gone = RowRemoved("kegiatan.anggaran", ("K-001", "anggaran", 1), seen)
    assert rows(propose(plan(anggaran=[MORE, *MONEY]), plan(), gone), "anggaran") == told([MORE, MONEY[0], MONEY[2]])
    assert propose(plan(anggaran=[MORE, *MONEY]), None, gone).refusal
    assert rows(propose(plan(), None, gone), "anggaran") == told([MONEY[0], MONEY[2]])
    assert propose(plan(), plan(anggaran=MONEY[1:]), gone).refusal


REPORTED = {"tanggal": "2025-10-30", "uraian": "Serah terima", "tercapai": "2025-11-01"}
TRAINING = {"uraian": "Pelatihan", "jumlah": 14, "satuan": "angkatan"}
TRAININGS = [TRAINING | {"capaian": {"2026": 3}}, TRAINING | {"capaian": {"2026": 9}}]
FIRST = MONEY[0]


def drop_activity(made: Any) -> None:
    sheet = made["Kegiatan"]
    sheet.delete_rows(next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == "K-001"))


def reported(number: int) -> Callable[[Any], object]:
    """An achievement of another year for the output with this number."""
    return lambda made: made["Kegiatan - keluaran - capaian"].append(["K-001", number, 2027, 5])


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize(
    "now",
    [
        {"tonggak": [*STEPS, REPORTED]},
        {"tonggak": STEPS[:1]},
        {"anggaran": [MONEY[0] | {"jumlah": 5}, *MONEY[1:]]},
        {"keluaran": [OUTPUTS[0] | {"capaian": {"2026": 3}}]},
    ],
)
def test_an_item_stays_under_which_something_changed_meanwhile(
    bring: Bring, plan: Callable[..., PlanFiles], now: dict[str, Any], is_known: bool
) -> None:
    outcome = bring(drop_activity, plan(**now), is_known=is_known, delete=True)
    assert (outcome.changes, codes(outcome)) == ((), ["baris-bentrok"])
    removed = bring(drop_activity, plan(), is_known=is_known, delete=True).changes
    assert removed == (RowRemoved("kegiatan", ("K-001",)),)


@pytest.mark.parametrize("is_known", [True, False])
def test_an_output_stays_for_which_an_achievement_was_reported_meanwhile(
    bring: Bring, plan: Callable[..., PlanFiles], is_known: bool
) -> None:
    def without(made: Any) -> None:
        drop(made, "keluaran", 1)

    then = plan(keluaran=[*OUTPUTS, TENDER])
    for now in ([OUTPUTS[0] | {"capaian": {"2026": 3}}, TENDER], [OUTPUTS[0] | {"tahunan": {"2026": 3}}, TENDER]):
        outcome = bring(without, plan(keluaran=now), then, is_known=is_known, delete=True)
        assert (outcome.changes, codes(outcome)) == ((), ["baris-bentrok"])
    elsewhere = plan(keluaran=[OUTPUTS[0], TENDER | {"capaian": {"2026": 3}}])
    assert len(rows(bring(without, elsewhere, then, is_known=is_known, delete=True), "keluaran")) == 1


def test_the_form_removes_no_row_under_which_something_changed(plan: Callable[..., PlanFiles]) -> None:
    gone = RowRemoved("kegiatan.keluaran", ("K-001", "keluaran", 0), {"uraian": "Stasiun"})
    outcome = propose(plan(keluaran=[OUTPUTS[0] | {"capaian": {"2026": 3}}]), plan(), gone)
    assert outcome.refusal
    assert outcome.after is None
    assert rows(propose(plan(keluaran=[TENDER, *OUTPUTS]), plan(), gone), "keluaran") == told([TENDER])
    assert propose(plan(keluaran=[OUTPUTS[0] | {"capaian": {"2026": 3}}]), None, gone).refusal
    assert rows(propose(plan(keluaran=[*OUTPUTS, TENDER]), None, gone), "keluaran") == told([TENDER])


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("number", [1, 2])
def test_of_equal_lines_of_which_a_colleague_took_one_no_other_goes(
    bring: Bring, plan: Callable[..., PlanFiles], number: int, is_known: bool
) -> None:
    then = plan(anggaran=[FIRST, FIRST, MONEY[1]])
    outcome = bring(
        lambda made: drop(made, "anggaran", number),
        plan(anggaran=[FIRST, MONEY[1]]),
        then,
        is_known=is_known,
        delete=True,
    )
    assert (outcome.changes, codes(outcome)) == ((), [])
    outcome = bring(
        lambda made: put(made, "anggaran", number, jumlah=90), plan(anggaran=[FIRST, MONEY[1]]), then, is_known=is_known
    )
    assert (outcome.changes, codes(outcome)) == ((), ["baris-bentrok"])


def test_where_one_more_says_the_same_any_of_them_is_the_one(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    now = plan(anggaran=[*MONEY, FIRST])
    edited = rows(bring(lambda made: put(made, "anggaran", 1, jumlah=90), now), "anggaran")
    assert edited == told([FIRST | {"jumlah": "90"}, *MONEY[1:], FIRST])
    assert rows(bring(lambda made: drop(made, "anggaran", 1), now, delete=True), "anggaran") == told(
        [*MONEY[1:], FIRST]
    )


@pytest.mark.parametrize("is_known", [True, False])
def test_of_equal_outputs_the_one_that_was_kept_stays_with_its_achievements(
    bring: Bring, plan: Callable[..., PlanFiles], is_known: bool
) -> None:
    then, now = plan(keluaran=TRAININGS), plan(keluaran=TRAININGS[1:])
    outcome = bring(lambda made: drop(made, "keluaran", 1), now, then, is_known=is_known, delete=True)
    assert outcome.changes == ()
    assert codes(bring(reported(1), now, then, is_known=is_known)) == ["baris-bentrok"]


def test_equal_outputs_are_told_apart_by_their_achievements(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    then = plan(keluaran=TRAININGS)
    found = rows(bring(reported(1), plan(keluaran=TRAININGS[::-1]), then), "keluaran")
    assert [each["capaian"] for each in found] == [{"2026": "9"}, {"2026": "3", "2027": "5"}]
    assert codes(bring(reported(1), plan(keluaran=TRAININGS[::-1]), then, is_known=False)) == ["baris-bentrok"]
    before = [TRAINING, *TRAININGS]
    assert codes(bring(reported(1), plan(keluaran=before), then, is_known=False)) == ["baris-bentrok"]
    more = [TRAININGS[0] | {"capaian": {"2026": 3, "2028": 1}}, TRAININGS[1]]
    found = rows(bring(reported(1), plan(keluaran=more), then), "keluaran")
    assert [sorted(each["capaian"]) for each in found] == [["2026", "2027", "2028"], ["2026"]]


def test_what_is_told_of_one_of_two_equal_outputs_is_brought_once(bring: Bring, plan: Callable[..., PlanFiles]) -> None:
    then = plan(keluaran=[TRAINING, TRAINING])
    first = bring(reported(1), then, then)
    again = bring(reported(1), first.after, then)
    assert (again.changes, codes(again)) == ((), [])
    removed = bring(lambda made: drop(made, "keluaran", 1), then, then, delete=True)
    again = bring(lambda made: drop(made, "keluaran", 1), removed.after, then, delete=True)
    assert (len(rows(removed, "keluaran")), again.changes, codes(again)) == (1, (), [])
