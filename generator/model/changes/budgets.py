"""What differs in the budget of an activity: the sum of each phase of each year, and what that sum is made of."""

from collections.abc import Iterator
from typing import Any

from generator.model.activity import Activity
from generator.model.changes import facts
from generator.model.changes.shapes import Change, FieldValue, MoneyShare, as_sum
from generator.model.changes.subject import ChangeSubject
from generator.model.costs import BudgetLine
from generator.model.money import BudgetYear, Total, budget_year, total
from generator.model.terms import Phase

_Slot = tuple[BudgetYear, Phase | None]
_PARTS = (("year", "tahun"), ("phase", "fase"), ("source", "sumber"), ("cost_kind", "jenis_biaya"), ("code", "kode"))


def budget_changes(about: ChangeSubject, before: Activity, after: Activity) -> Iterator[Change]:
    """Lines are added up first: one amount written as two lines is no change."""
    if before.budget == after.budget:
        return
    old, new = _slots(before), _slots(after)
    for year, phase in old.keys() | new.keys():
        one, other = old.get((year, phase), []), new.get((year, phase), [])
        sums = [as_sum(total(line.amount for line in lines)) if lines else None for lines in (one, other)]
        if sums[0] != sums[1]:
            yield facts.BudgetChanged(**about.common, year=year, phase=phase, before=sums[0], after=sums[1])
        if not one or not other:
            continue  # told as a whole
        compared = [(name, key, one, other) for name, key in _PARTS]
        if sums[0] == sums[1]:
            compared.append(("amount", "jumlah", _without_sum(one), _without_sum(other)))
        for name, key, was, now in compared:
            parts = _parts(was, name), _parts(now, name)
            if parts[0] != parts[1] and not (len(parts[0]) == len(parts[1]) == 1 and parts[0][0].of == parts[1][0].of):
                yield facts.FieldChanged(
                    **about.within,
                    path=("anggaran", key),
                    entry=(year, phase),
                    before=_alone(parts[0]),
                    after=_alone(parts[1]),
                )


def _slots(activity: Activity) -> dict[_Slot, list[BudgetLine]]:
    slots: dict[_Slot, list[BudgetLine]] = {}
    for line in activity.budget:
        phase = line.phase if isinstance(line.phase, Phase) else None
        slots.setdefault((budget_year(line), phase), []).append(line)
    return slots


def _without_sum(lines: list[BudgetLine]) -> list[BudgetLine]:
    """Lines of which the sum does not tell whether their amount is said to be unknown, or is not recorded."""
    return [line for line in lines if not isinstance(line.amount, int)]


def _parts(lines: list[BudgetLine], name: str) -> tuple[MoneyShare, ...]:
    sums: dict[Any, Total] = {}
    for line in lines:
        of = getattr(line, name)
        sums[of] = sums.get(of, Total()) + total([line.amount])
    return tuple(MoneyShare(of, as_sum(money)) for of, money in sorted(sums.items(), key=lambda each: repr(each[0])))


def _alone(parts: tuple[MoneyShare, ...]) -> FieldValue:
    """What one line alone is of needs no sum beside it."""
    return parts[0].of if len(parts) == 1 else parts
