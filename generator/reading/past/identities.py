"""Which institution a plan of the past is of."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from generator.model.address import PlanAddress
from generator.model.regions import region, region_named
from generator.model.terms import CodeScheme
from generator.reading.apart import Guard
from generator.reading.merge import read
from generator.reading.nodes import Group, Node, Scalar, find
from generator.reading.past.contents import Blob, Contents
from generator.reading.past.identity import Identify, Identity, folded
from generator.reading.yaml import compose_past
from generator.store.cache import Cache, Drawer, Missing, drawer_of


def identity_in(root: Group) -> Identity | None:
    """That of the institution of a plan, by what its files say; `None` where they do not tell it."""
    scheme, code, name = _told(root, "skema_kode", "kode", "nama")
    if not isinstance(scheme, str) or not isinstance(code, str):
        return None
    return Identity(str(scheme), str(code), folded(name) if isinstance(name, str) else "")


def bearer_in(root: Group) -> Identity | None:
    """Who bears a code by the files of a plan, sound or not; `None` where they do not tell it, and as `rightful`."""
    identity, (kind,) = identity_in(root), _told(root, "jenis")
    return rightful(identity, str(kind) if isinstance(kind, Scalar) else "") if identity else None


def institution_in(root: Group) -> Identity | None:
    """As `identity_in`, but that who mistypes a code is known by the name alone."""
    identity = identity_in(root)
    return identity if identity is None or bearer_in(root) else identity._replace(scheme=_NOBODYS)


def code_in(root: Group) -> Identity | None:
    """The code that a plan bears, without a name; otherwise as `bearer_in`."""
    code = bearer_in(root)
    return code and code._replace(name="")


def rightful(identity: Identity, kind: str) -> Identity | None:
    """An institution of a kind, by the code that it bears; `None` where that is not the code of the region whose name
    or kind stands beside it: who mistypes a code takes it from nobody.
    """
    if identity.scheme == CodeScheme.KEMENDAGRI:
        found, named = region(identity.code), region_named(identity.name, kind)
        if found is None or kind not in ("", found.kind) or (named and named != found):
            return None
    return identity


def _told(root: Group, *keys: str) -> list[Node | None]:
    return [find(root, ("lembaga", key)) for key in keys]


_NOBODYS = ""
"""The scheme of a code that is not that of the region beside whose name it stands: no register gives it."""


class Wanted(NamedTuple):
    """What is read of a plan, and where the answer is kept."""

    of: Callable[[Group], Identity | None]
    kept: Drawer[Identity | None]


INSTITUTION = Wanted(institution_in, drawer_of("riwayat-lembaga", Identity | None))
CODE = Wanted(code_in, drawer_of("riwayat-kode", Identity | None))


def identify(
    contents: Contents, cache: Cache, guard: Guard, failures: dict[str, str], wanted: Wanted = INSTITUTION
) -> Identify:
    """Reads which institution a plan is of, once for the same files; whose plan cannot be read in time is told in
    `failures`.
    """

    def made(address: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
        every = tuple(file._replace(astray=None) for file in files)
        return wanted.of(read(contents.plan(address, every), compose_past).root)

    known: dict[tuple[str, ...], Identity | None] = {}

    def identity(address: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
        said = tuple(file.id for file in files)  # by whatever names
        own = (address.institution, *said)  # whose time it is
        if own not in known:
            kept = cache.get(wanted.kept, repr(said))
            if isinstance(kept, Missing):
                kept, failure = guard(address.institution, partial(made, address, files))
                if failure:
                    contents.begin_anew()
                    failures.setdefault(address.institution, failure)
                else:
                    cache.put(wanted.kept, repr(said), kept)
            known[own] = kept
        return known[own]

    return identity
