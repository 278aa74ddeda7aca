"""More work than the people counted can do.

Rule: in a year, the person-months that activities need from a role (`sdm` of activities) exceed those of the
people there in that role (`sdm`, 12 months each; `months_per_person`). The people of a year are those of the
newest count of each unit not later than that year. Needs that are unknown are left out, so the need is at
least what is said; where a count is missing or unknown nothing is compared. Source: the guideline's own
warning that an office has three to five such people.

Seen in: 30 person-months of `pengembang` in 2026 and two developers. Not in: three developers.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.findings.rule import FindingKind, Observation, Subject
from generator.locale import say
from generator.model.inventory import StaffCount
from generator.model.terms import SectionKey, StaffRole

KIND = FindingKind(
    "sdm-tidak-cukup",
    say("SDM tidak cukup"),
    say("Kebutuhan orang-bulan suatu peran dalam setahun melebihi pegawai yang tercatat."),
)


def find(about: Subject) -> Iterator[Observation]:
    counted: dict[StaffRole, list[tuple[int, StaffCount]]] = defaultdict(list)
    for position, count in enumerate(about.plan.staff):
        if isinstance(count.role, StaffRole):
            counted[count.role].append((position, count))
    for (role, year), needed in sorted(_needs(about).items(), key=lambda need: (need[0][1], need[0][0])):
        people = _present(counted.get(role, []), year)
        if people is None or needed <= people * about.limits.months_per_person:
            continue
        message = say(
            "Kegiatan tahun {tahun} memerlukan {perlu} orang-bulan “{peran}”;"
            " {ada} pegawai yang tercatat memberi paling banyak {beri}",
            tahun=year,
            perlu=f"{needed.normalize():f}".replace(".", ","),
            peran=role.label,
            ada=people,
            beri=people * about.limits.months_per_person,
        )
        yield about.saw_at(("staff", counted[role][0][0]), message, SectionKey.PEOPLE.value)


def _needs(about: Subject) -> dict[tuple[StaffRole, int], Decimal]:
    needs: dict[tuple[StaffRole, int], Decimal] = defaultdict(Decimal)
    for activity in about.activities:
        for need in activity.staff:
            if (
                isinstance(need.role, StaffRole)
                and isinstance(need.year, int)
                and isinstance(need.person_months, Decimal)
            ):
                needs[need.role, need.year] += need.person_months
    return needs


def _present(counts: list[tuple[int, StaffCount]], year: int) -> int | None:
    newest: dict[object, StaffCount] = {}
    for _, count in sorted(counts, key=lambda entry: entry[1].year if isinstance(entry[1].year, int) else 0):
        if not isinstance(count.year, int):
            return None
        if count.year <= year:
            newest[count.unit] = count
    people = [count.present for count in newest.values()]
    known = [present for present in people if isinstance(present, int)]
    return sum(known) if known and len(known) == len(people) else None
