"""What a site was made from: `data/provenance.json`."""

import json
import platform
import re
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, requires, version

from generator.model.edition import Edition
from generator.pages.site import Site

ADDRESS = "data/provenance.json"
_DISTRIBUTION = "rencana-induk"


def provenance(editions: Iterable[Edition], site: Site, as_of: date, downloads: Mapping[str, str]) -> str:
    """The JSON text: the commit, the day, the versions of what made the site, and a SHA-256 of every source
    file and of every download (`downloads`: address to digest).

    `komit` is null when the plans are not in Git or differ from the commit.
    """
    files = {
        file.path: {"rencana": str(edition.address), "sha256": file.digest}
        for edition in editions
        for file in edition.files
    }
    told = {
        "situs": site.url or None,
        "repositori": site.repository or None,
        "komit": site.commit or None,
        "per_tanggal": as_of.isoformat(),
        "pembuat": {"nama": _DISTRIBUTION, "versi": version(_DISTRIBUTION), "python": platform.python_version()},
        "pustaka": dict(sorted(_libraries())),
        "sumber": [{"berkas": path, **what} for path, what in sorted(files.items())],
        "unduhan": [{"alamat": path, "sha256": digest} for path, digest in sorted(downloads.items())],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _libraries() -> Iterable[tuple[str, str]]:
    """The installed version of each library that the generator names as its own need, extras left out."""
    for requirement in requires(_DISTRIBUTION) or ():
        needed, _, condition = requirement.partition(";")
        name = re.match(r"[\w.-]+", needed)
        if name is None or "extra" in condition:
            continue
        try:
            yield name[0].lower(), version(name[0])
        except PackageNotFoundError:
            continue  # not needed on this system
