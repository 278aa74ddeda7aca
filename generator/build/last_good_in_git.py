"""The last version of an institution's plans that was sound, from Git: for a machine that has neither the site of an
earlier day nor a cache, as a runner of a forge often is.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from generator.build.institutions import Institutions
from generator.build.jobs import BuildInputs, orders
from generator.build.last_good import Stale, read_portrait
from generator.build.last_sound import LastSound
from generator.build.shards import make
from generator.build.survey import BuildUnit, survey
from generator.model.address import PlanAddress
from generator.reading.apart import Allowance, Guard
from generator.reading.library import Library


def last_good_in_git(failed: Mapping[str, str], whole: Institutions, making: BuildInputs) -> dict[str, Stale]:
    """The pages of institutions with plans in error, made from the last sound version of each such plan, as they were
    on its day; by name. `failed` holds the reason of each. An institution without such a version is left out.
    """
    found: dict[str, Stale] = {}
    library, guard = Library(making.values), Allowance(making.limit, making.base)
    for unit in whole.units:
        sound = {
            plan.address: whole.last_sound[plan.address] for plan in unit.plans if plan.address in whole.last_sound
        }
        if unit.slug in failed and sound:
            made = _made(unit, sound, whole, making, library, guard)
            if made:
                found[unit.slug] = replace(made, reason=failed[unit.slug])
    return found


def _made(
    unit: BuildUnit,
    sound: Mapping[PlanAddress, LastSound],
    whole: Institutions,
    making: BuildInputs,
    library: Library,
    guard: Guard,
) -> Stale | None:
    last = max((one.version for one in sound.values()), key=lambda version: version.number)
    day = datetime.fromisoformat(last.commit.moment).astimezone(making.configuration.zone).date()
    then = replace(making, as_of=min(day, making.as_of))
    plans = tuple(sound[plan.address].files if plan.address in sound else plan for plan in unit.plans)
    looked, failure = guard(unit.slug, partial(survey, BuildUnit(unit.slug, plans), library))
    if failure:
        return None
    made_of = {unit.slug: looked}
    for order in orders(
        [BuildUnit(unit.slug, plans)], made_of, whole.elsewhere(then.as_of), {unit.slug: last.commit.id}, whole.past
    ):
        for made in make([order], then):
            folder = making.shelf.place(made.slug, made.key)
            published = None if made.failure else read_portrait(folder)
            if published:
                return Stale(published, folder, "")
    return None
