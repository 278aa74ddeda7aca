"""What differs between two states of the plans, ready to be told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

from generator.diagnostics import Finding
from generator.locale import Message
from generator.model.address import PlanAddress
from generator.model.changes import Change, changes, facts
from generator.model.changes.shapes import as_sum
from generator.model.changes.subject import by_id
from generator.model.history.continuation import ActivityContinued, origin, plan_named, taken_over
from generator.model.history.ledger import reasons_for
from generator.model.history.promised import is_draft
from generator.model.history.promises import broken
from generator.model.history.reasons import Reason, ReasonsGiven
from generator.model.money import Total, plan_total
from generator.model.plan import Plan
from generator.model.portfolio import Portfolio
from generator.reading.withheld import may_be_published

_NO_REASONS = ReasonsGiven()


@dataclass(frozen=True)
class Revision:
    """The plans at a revision, or on the disk where `name` is empty. `broken` are the plans with errors, or of
    which nothing is known, and folders of which nothing is; `failures` tell of these, by their address, why."""

    name: str
    portfolio: Portfolio
    findings: tuple[Finding, ...]
    broken: frozenset[str]
    failures: Mapping[str, Message | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """`money` is the plan figure over all years before and after, of the plans that can be compared.

    `reasons` holds the changes that move a promise, each with the reason that is given for it, if any; `drafts` are
    the plans that promise nothing yet. `broken` are the plans that have errors on either side: what differs in them is
    not known; `failures` tell of those among them that could not be looked at why.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    reasons: Mapping[Change, str | None]
    drafts: frozenset[PlanAddress]
    titles: Mapping[PlanAddress, str]
    money: tuple[Total, Total]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    broken: tuple[str, ...]
    failures: Mapping[str, Message | str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        before: Revision,
        after: Revision,
        messages: ReasonsGiven = _NO_REASONS,
        earlier: Mapping[PlanAddress, Plan] = MappingProxyType({}),
    ) -> "Difference":
        """Compare two states; `messages` are the reasons that the commits between them give, `earlier` the plans that
        those of the later state go on with.
        """
        broken = before.broken | after.broken
        old, new = _without(before.portfolio, broken), _without(after.portfolio, broken)
        found = changes(old, new)
        taken = dict(_taken_over(old, new, found, earlier, messages))
        moves = {change: reason for change, reason in taken.items() if not isinstance(change, ActivityContinued)}
        return cls(
            before.name,
            after.name,
            (*found, *taken),
            dict(_reasons(old, new, found, messages)) | moves,
            frozenset(edition.address for edition in new.editions if is_draft(edition.plan)),
            {edition.address: edition.plan.header.title for each in (old, new) for edition in each.editions},
            (_money(old), _money(new)),
            tuple(_surplus(after.findings, before.findings, broken)),
            tuple(_surplus(before.findings, after.findings, broken)),
            tuple(sorted(broken)),
            {**before.failures, **after.failures},
        )

    def of_kind(self, *kinds: type[Change]) -> int:
        """How many changes are of these kinds."""
        return sum(isinstance(change, kinds) for change in self.changes)

    @property
    def delays(self) -> tuple[int, ...]:
        """By how many quarters ends were moved, later or earlier; those with an unknown date left out."""
        moves = (change.quarters for change in self.changes if isinstance(change, facts.EndMoved))
        return tuple(quarters for quarters in moves if quarters is not None)

    def plans(self) -> Iterator[tuple[PlanAddress, str]]:
        """Every plan about which there is something to tell, with its title."""
        told = {change.plan for change in self.changes}
        found = {each.plan for each in (*self.new, *self.gone)}
        told |= {address for address in self.titles if str(address) in found}
        return ((address, self.titles[address]) for address in sorted(told))


def _without(portfolio: Portfolio, broken: frozenset[str]) -> Portfolio:
    return Portfolio.of(edition for edition in portfolio.editions if str(edition.address) not in broken)


def _reasons(
    before: Portfolio, after: Portfolio, told: Iterable[Change], messages: ReasonsGiven
) -> Iterator[tuple[Change, str | None]]:
    old = {edition.address: edition.plan for edition in before.editions}
    new = {edition.address: edition.plan for edition in after.editions}
    for address, changed in groupby(told, key=lambda change: change.plan):
        own = tuple(changed)
        origin = next((change.before for change in own if isinstance(change, facts.PlanMoved)), address)
        if origin in old and address in new:
            moved = broken(old[origin], new[address], own)
            yield from reasons_for(moved, old[origin], new[address], _told(messages, origin, address)).items()


def _told(messages: ReasonsGiven, *addresses: PlanAddress) -> tuple[Reason, ...]:
    return tuple(reason for reason in messages.for_plan(*addresses) if may_be_published(reason.text))


def _taken_over(
    before: Portfolio,
    after: Portfolio,
    told: Iterable[Change],
    earlier: Mapping[PlanAddress, Plan],
    messages: ReasonsGiven,
) -> Iterator[tuple[Change, str | None]]:
    """What plans make of activities of earlier ones that they promise for the first time to go on with."""
    old = {edition.address: edition.plan for edition in before.editions if not is_draft(edition.plan)}
    old |= {each.after: old[each.before] for each in told if isinstance(each, facts.PlanMoved) and each.before in old}
    for edition in after.editions:
        known = by_id(old[edition.address].activities) if edition.address in old else {}
        for activity in () if is_draft(edition.plan) else edition.plan.activities:
            named = origin(edition.plan, activity)
            plan = plan_named(named[0], edition.address) if named else None
            if named is None or plan is None or plan not in earlier or activity.id in known:
                continue
            one = by_id(earlier[plan].activities).get(named[1])
            moved = taken_over(edition.address, activity, plan, one) if one else ()
            yield from reasons_for(moved, earlier[plan], edition.plan, _told(messages, edition.address)).items()


def _money(portfolio: Portfolio) -> Total:
    return as_sum(plan_total(each for edition in portfolio.editions for each in edition.plan.activities))


def _surplus(these: Iterable[Finding], those: Iterable[Finding], broken: frozenset[str]) -> Iterator[Finding]:
    """The findings of the one side that have no counterpart on the other: same plan, kind and item."""
    counterparts = Counter(map(_identity, those))
    for finding in these:
        if finding.plan in broken:
            continue
        if counterparts[_identity(finding)]:
            counterparts[_identity(finding)] -= 1
        else:
            yield finding


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.plan, finding.kind, finding.item
