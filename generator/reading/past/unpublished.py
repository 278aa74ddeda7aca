"""Which versions of plans were never published, though sound: under a code that was another institution's then.

Who begins with a copy of a neighbour's plan, its code not yet replaced, is held back (`kode-ganda`), and has promised
nothing of it. What stood while that neighbour was away was published; where nobody goes on with it, it is told as what
was taken down.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from operator import attrgetter
from typing import TypeAlias

from generator.model.address import PlanAddress
from generator.reading.past.identity import Identity
from generator.reading.past.lines import PlanVersion
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
            terms = {
                address: [*_terms(code, versions[address], records.get(address, Record()))]
                for folder in names
                for address in plans[folder]
            }
            there = _joined(
                each
                for folder, own in holding.items()
                for address in plans[folder]
                for term in terms[address]
                for each in _shared(term, own)
            )
            for folder in names:
                for address in plans[folder]:
                    is_gone = not versions[address][-1].blobs
                    own = holding.get(folder, ())
                    held_back = (term for term in terms[address] if not any(_shared(term, own)))
                    lost = (term.since for term in held_back if not is_gone or _is_within(term, there))
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


def _terms(code: Identity, versions: Sequence[PlanVersion], record: Record) -> Iterator[Tenure]:
    """From each version that bore a code to the next one."""
    codes, borne = dict(record.codes), None
    following = (*(version.number for version in versions[1:]), inf)
    for version, until in zip(versions, following, strict=True):
        borne = codes.get(version.number, borne)
        if version.blobs and borne and borne.bears_code_of(code):
            yield Tenure(version.number, until)


def _shared(term: Tenure, others: Iterable[Tenure]) -> Iterator[Tenure]:
    """The parts of a term that others have in common with it."""
    for other in others:
        since, until = max(term.since, other.since), min(term.until, other.until)
        if since < until:
            yield Tenure(since, until)


def _joined(terms: Iterable[Tenure]) -> Sequence[Tenure]:
    """Terms as long as they can be, the first one first."""
    found: list[Tenure] = []
    for since, until in sorted(terms):
        if found and since <= found[-1].until:
            since, until = found[-1].since, max(until, found.pop().until)
        found.append(Tenure(since, until))
    return found


def _is_within(term: Tenure, joined: Sequence[Tenure]) -> bool:
    """Whether a term is all within one of those that were joined."""
    at = bisect_right(joined, term.since, key=attrgetter("since")) - 1
    return at >= 0 and term.until <= joined[at].until


def _left(versions: Iterable[PlanVersion], never: set[int]) -> Iterator[PlanVersion]:
    """Without those that were never published, and without the end of one that never was."""
    stands = False
    for version in versions:
        if version.number not in never and (version.blobs or stands):
            stands = bool(version.blobs)
            yield version
