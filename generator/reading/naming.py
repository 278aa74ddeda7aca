"""Items by their names: who writes `Dinas Komunikasi dan Informatika` means the unit `diskominfo`."""

import re

from generator.model.description import item_tables
from generator.model.entity import Item
from generator.reading.nodes import Group, Listing, Scalar, find, own_id

_NAMES = ("nama", "singkatan", "judul", "uraian")


class Names:
    """The items of a plan by kind and by what they are called; a kind is looked through when it is first asked for."""

    def __init__(self, root: Group) -> None:
        self._root = root
        self._ids: dict[type[Item], list[Scalar]] = {}
        self._called: dict[type[Item], dict[str, list[Scalar]]] = {}

    def ids(self, kind: type[Item]) -> list[Scalar]:
        """The ids of all items of a kind, in the order of the file."""
        self._look_through(kind)
        return self._ids[kind]

    def id_of(self, kind: type[Item], name: str) -> Scalar | None:
        """The id of the one item of a kind that has this name, short name or id, whatever its letter case and signs."""
        self._look_through(kind)
        found = self._called[kind].get(_bare(name), ())
        return found[0] if len(found) == 1 else None

    def _look_through(self, kind: type[Item]) -> None:
        if kind in self._ids:
            return
        ids, called = self._ids.setdefault(kind, []), self._called.setdefault(kind, {})
        items = find(self._root, item_tables()[kind].path)
        for item in items if isinstance(items, Listing) else ():
            if isinstance(item, Group) and (id := own_id(item)):
                ids.append(id)
                texts = (item.get(name) for name in _NAMES)  # type: ignore[call-overload]
                for name in {_bare(text) for text in (id, *texts) if isinstance(text, Scalar)} - {""}:
                    called.setdefault(name, []).append(id)


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name[:200].casefold())
