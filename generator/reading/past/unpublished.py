"""Which versions of plans were never published, though sound: under a code that was another institution's then.

Who begins with a copy of a neighbour's plan, its code not yet replaced, is held back (`kode-ganda`), and has promised
nothing of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.lines import Identity, PlanVersion
from generator.reading.past.records import Record
from generator.reading.past.tenures import Saying, Tenure, called, plans_of, tenures

_Versions: TypeAlias = Mapping[PlanAddress, Sequence[PlanVersion]]
_Names: TypeAlias = dict[str, set[str]]
"""Those under which the plans of a folder bore a code."""


def published(versions: _Versions, records: Mapping[PlanAddress, Record]) -> dict[PlanAddress, tuple[PlanVersion, ...]]:
    """The versions that were published, of the plans of which some were not."""
    plans = plans_of(versions)
    bearers: dict[Identity, _Names] = {}
    for folder, addresses in plans.items():
        for address in addresses:
            for _, code in records[address].codes if address in records else ():
                bearers.setdefault(code._replace(name=""), {}).setdefault(folder, set()).add(code.name)
    never: dict[PlanAddress, set[int]] = {}
    for code, names in bearers.items():
        if code.is_registered and len(names) > 1:
            had = {folder: [*tenures(code, _sayings(plans[folder], versions, records))] for folder in names}
            holding = _holding(had, called(code, set().union(*names.values())))
            for folder in names:
                for address in plans[folder]:
                    under = _under(code, versions[address], records.get(address, Record()))
                    own = holding.get(folder, ())
                    lost = (since for since, until in under if not any(_meet(since, until, each) for each in own))
                    never.setdefault(address, set()).update(lost)
    return {address: tuple(_left(versions[address], numbers)) for address, numbers in never.items() if numbers}


def _sayings(
    addresses: Iterable[PlanAddress], versions: _Versions, records: Mapping[PlanAddress, Record]
) -> Iterator[Saying]:
    for plan, address in enumerate(addresses):
        codes = dict(records[address].codes) if address in records else {}
        for version in versions[address]:
            if not version.blobs:
                yield Saying(version, plan, None)
            elif version.number in codes:
                yield Saying(version, plan, codes[version.number]._replace(name=""))


def _holding(had: Mapping[str, Iterable[Tenure]], called: set[str]) -> dict[str, list[Tenure]]:
    """When each folder of those that bore a code had it to itself: who bore it first, until he does no more."""
    found: dict[str, list[Tenure]] = {}
    end = 0.0
    terms = (
        (tenure.since, folder not in called, folder, tenure.until) for folder, own in had.items() for tenure in own
    )
    for since, _, folder, until in sorted(terms):
        if until > end:
            found.setdefault(folder, []).append(Tenure(max(since, int(end)), until))
            end = until
    return found


def _under(code: Identity, versions: Sequence[PlanVersion], record: Record) -> Iterator[tuple[int, float]]:
    """The number of each version that bore a code, and that of the next one."""
    codes, borne = dict(record.codes), None
    following = (*(version.number for version in versions[1:]), inf)
    for version, until in zip(versions, following, strict=True):
        borne = codes.get(version.number, borne)
        if version.blobs and borne and borne.bears_code_of(code):
            yield version.number, until


def _meet(since: int, until: float, tenure: Tenure) -> bool:
    return since < tenure.until and tenure.since < until


def _left(versions: Iterable[PlanVersion], never: set[int]) -> Iterator[PlanVersion]:
    """Without those that were never published, and without the end of one that never was."""
    stands = False
    for version in versions:
        if version.number not in never and (version.blobs or stands):
            stands = bool(version.blobs)
            yield version
