"""The late, the slipped and the withdrawn promises of all plans in force, the longest first.

Plans that are drafts, revoked or outside of their period promise nothing on the day. Of real and invented plans alike:
a page says which is which.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from generator.model.natural_order import natural
from generator.model.validity import Validity
from generator.model.values import Quarter
from generator.views.overdue import LatePromise, SlippedPromise
from generator.views.portrait import Portrait
from generator.views.withdrawn import Withdrawn


class LateOf(NamedTuple):
    """A late promise and whose it is."""

    portrait: Portrait
    promise: LatePromise


class SlippedOf(NamedTuple):
    """A slipped promise and whose it is."""

    portrait: Portrait
    promise: SlippedPromise


class WithdrawnOf(NamedTuple):
    """A promise that was taken back and whose it was."""

    portrait: Portrait
    promise: Withdrawn


def late_of_all(portraits: Sequence[Portrait], as_of: date) -> tuple[LateOf, ...]:
    """The longest late first; then by institution and activity."""
    found = [LateOf(one, promise) for one in _in_force(portraits, as_of) for promise in one.late]
    return tuple(
        sorted(found, key=lambda each: (-each.promise.days, each.portrait.slug, natural(each.promise.activity)))
    )


def slipped_of_all(portraits: Sequence[Portrait], as_of: date) -> tuple[SlippedOf, ...]:
    """An end nobody knows any more first, then the furthest slip; then by institution and activity."""
    found = [SlippedOf(one, promise) for one in _in_force(portraits, as_of) for promise in one.slipped]
    return tuple(
        sorted(found, key=lambda each: (_slip(each.promise), each.portrait.slug, natural(each.promise.activity)))
    )


def withdrawn_of_all(portraits: Sequence[Portrait], as_of: date) -> tuple[WithdrawnOf, ...]:
    """The newest first; then by institution and item."""
    found = [WithdrawnOf(one, promise) for one in _in_force(portraits, as_of) for promise in one.withdrawn]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                -each.promise.day.toordinal(),
                each.portrait.slug,
                natural(each.promise.item),
                each.promise.year,
            ),
        )
    )


def _in_force(portraits: Iterable[Portrait], as_of: date) -> list[Portrait]:
    return [each for each in portraits if each.validity(as_of) is Validity.IN_FORCE]


def _slip(promise: SlippedPromise) -> tuple[bool, int]:
    now = promise.now
    return (True, promise.before.ordinal - now.ordinal) if isinstance(now, Quarter) else (False, 0)
