"""Which of a plan's files holds what: the whole plan that is wanted, divided into what each file shall hold."""

from collections.abc import Mapping, Sequence

from generator.editing.homes import home
from generator.editing.order import Order
from generator.editing.splicing import pairs
from generator.editing.written import Plain
from generator.reading.nodes import Group, Listing, Node


def divided(roots: Mapping[str, Group], wanted: dict[str, Plain]) -> dict[str, dict[str, Plain]]:
    """What each file shall hold, by its path. `roots` are the files' own groups, in the order of their names.

    A list may be continued in several files: what is new in it stands in the file of what it follows. A key that no
    file has stands in its customary file if there is one, else in that of the key that comes before it in the format.
    """
    parts: dict[str, dict[str, Plain]] = {path: {} for path in roots}
    customary = {path.rpartition("/")[2]: path for path in roots}
    order = Order()
    before = next(iter(roots))
    for name in order.sorted(wanted):
        holders = [path for path, root in roots.items() if name in root]
        value = wanted[name]
        if len(holders) > 1 and isinstance(value, list):
            lists = {path: _items(roots[path], name) for path in holders}
            for path, own in _divided_list(lists, value).items():
                if own:  # a list of which nothing is left is no longer written
                    parts[path][name] = own
        else:
            before = holders[0] if holders else before
            parts[before if holders else customary.get(home(name), before)][name] = value
        if holders:
            before = holders[-1]
    return parts


def _items(root: Group, name: str) -> Sequence[Node]:
    found = root[name]  # type: ignore[index]
    return found if isinstance(found, Listing) else ()


def _divided_list(lists: Mapping[str, Sequence[Node]], wanted: list[Plain]) -> dict[str, list[Plain]]:
    homes = [path for path, items in lists.items() for _ in items]
    have = [item for items in lists.values() for item in items]
    parts: dict[str, list[Plain]] = {path: [] for path in lists}
    home = homes[0] if homes else next(iter(lists))
    for old, new in pairs(have, wanted):
        if old is not None:
            home = homes[old]
        if new is not None:
            parts[home].append(wanted[new])
    return parts
