"""Which institution a plan of the past is of."""

from functools import partial

from generator.model.address import PlanAddress
from generator.reading.apart import Guard
from generator.reading.merge import read
from generator.reading.past.contents import Blob, Contents
from generator.reading.past.lines import Identify, Identity
from generator.store.cache import Cache, Drawer, Missing, drawer_of

_IDENTITIES: Drawer[Identity | None] = drawer_of("riwayat-lembaga", Identity | None)


def identify(contents: Contents, cache: Cache, guard: Guard, failures: dict[str, str]) -> Identify:
    """Reads which institution a plan is of, once for the same files; whose plan cannot be read in time is told in
    `failures`.
    """

    def made(address: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
        every = tuple(file._replace(astray=None) for file in files)
        institution = read(contents.plan(address, every)).root.get("lembaga")  # type: ignore[call-overload]
        if not isinstance(institution, dict):
            return None
        scheme, code, name = (institution.get(key) for key in ("skema_kode", "kode", "nama"))
        if not isinstance(scheme, str) or not isinstance(code, str):
            return None
        return Identity(str(scheme), str(code), " ".join(name.split()).casefold() if isinstance(name, str) else "")

    known: dict[tuple[Blob, ...], Identity | None] = {}

    def identity(address: PlanAddress, files: tuple[Blob, ...]) -> Identity | None:
        if files not in known:
            kept = cache.get(_IDENTITIES, repr(files))
            if isinstance(kept, Missing):
                kept, failure = guard(address.institution, partial(made, address, files))
                if failure:
                    contents.begin_anew()
                    failures.setdefault(address.institution, failure)
                else:
                    cache.put(_IDENTITIES, repr(files), kept)
            known[files] = kept
        return known[files]

    return identity
