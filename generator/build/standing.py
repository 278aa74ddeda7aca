"""What stands of each institution: its plans of today, and for one that is held back the last sound version in Git."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from generator.build.last_sound import LastSound
from generator.build.survey import BuildUnit, Survey
from generator.model.address import PlanAddress
from generator.model.history import History


class WhatStands(NamedTuple):
    """The plans that stand, what is said of them, and the commit at which all of them stood so, by institution."""

    units: tuple[BuildUnit, ...]
    surveys: Mapping[str, Survey]
    commits: Mapping[str, str]


def standing(
    units: Iterable[BuildUnit],
    surveys: Mapping[str, Survey],
    sound: Mapping[PlanAddress, LastSound],
    commits: Mapping[str, str],
    past: Mapping[PlanAddress, History],
) -> WhatStands:
    """What stands, where `sound` stay for plans of today. An institution whose plans never stood so at one commit has
    none: its pages would lead to lines that are others."""
    found = {unit.slug: (unit, surveys[unit.slug], commits.get(unit.slug, "")) for unit in units}
    ordered = sorted(sound.items())
    for slug, own in groupby(ordered, key=lambda each: each[0].institution):
        stay = dict(own)
        unit, survey, commit = found.get(slug, (BuildUnit(slug, ()), Survey(slug, ()), ""))
        plans = {plan.address: plan for plan in unit.plans} | {address: one.files for address, one in stay.items()}
        verdicts = {each.address: each for each in survey.verdicts}
        verdicts |= {address: one.verdict for address, one in stay.items()}
        others = [each.address for each in survey.verdicts if each.cover and each.address not in stay]
        found[slug] = (
            BuildUnit(slug, tuple(plans[address] for address in sorted(plans))),
            Survey(slug, tuple(verdicts[address] for address in sorted(verdicts))),
            _commit(stay, [past[address] for address in others if address in past] if commit or not others else None),
        )
    return WhatStands(
        tuple(unit for _, (unit, _, _) in sorted(found.items())),
        {slug: survey for slug, (_, survey, _) in found.items()},
        {slug: commit for slug, (_, _, commit) in found.items() if commit},
    )


def told_of(
    past: Mapping[PlanAddress, History],
    sound: Mapping[PlanAddress, LastSound],
    until: Callable[[Mapping[PlanAddress, int]], Mapping[PlanAddress, History]],
) -> Mapping[PlanAddress, History]:
    """The histories without what came after a version that stays, which nobody has published; `until` reads them so.
    Where the plan stood meanwhile still leads on."""
    later = {
        address: one.version.number
        for address, one in sound.items()
        if past[address].versions[-1].number > one.version.number
    }
    if not later:
        return past
    fewer = until(later)
    ends = {
        address: replace(fewer[address], former=past[address].former, skipped=past[address].skipped)
        for address in later
    }
    return {**fewer, **ends}


def _commit(stay: Mapping[PlanAddress, LastSound], others: Iterable[History] | None) -> str:
    """The commit that touched any of these plans last, if all of them stood then; the files of `others`, whose
    histories are given, are those of Git, or nothing is."""
    if others is None:
        return ""
    last = [(one.version.number, one.version.commit.id) for one in stay.values()]
    last += [(each.versions[-1].number, each.versions[-1].commit) for each in others if each.versions]
    number, commit = max(last)
    return commit if all(number < one.until for one in stay.values()) else ""
