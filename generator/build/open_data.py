"""The files of `/data/`, made before the page that lists them: their sizes and checksums stand on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from generator.data import catalogue
from generator.data.file_index import File, ListedPlan, read
from generator.data.joining import Read
from generator.data.national import national_files
from generator.pages import addresses
from generator.pages.rendering.page import Page
from generator.pages.rendering.site_file import SiteFile
from generator.pages.site import Site
from generator.store.opening import LARGEST, content
from generator.views.portrait import Portrait

Keep = Callable[[str, Iterable[bytes]], File]
"""Keeps a file by its name below `/data/`, and tells what it is."""


def national(
    portraits: Sequence[Portrait], plans: Mapping[str, Read], site: Site, as_of: date, keep: Keep
) -> tuple[list[File], list[ListedPlan]]:
    """Make every national file; what they are, and what the files of each plan are, which is told by its address."""
    ordered = sorted(portraits, key=lambda portrait: portrait.slug)
    indexed = list(_indexed(plans))
    known = [plan for plan, _ in indexed]
    told = [keep(name, parts) for name, parts in national_files(ordered, indexed)]
    told += [keep(name, [content]) for name, content in catalogue.files(known, told, site, as_of)]
    return told, known


def _indexed(plans: Mapping[str, Read]) -> Iterator[tuple[ListedPlan, Read]]:
    for address, plan in plans.items():
        try:
            found = read(plan(addresses.FILE_INDEX))
        except (OSError, msgspec.MsgspecError):
            continue  # last good pages of a time without downloads
        if str(found.address) == address:  # an earlier site may come from anywhere
            yield found, plan


def in_folder(folder: Path) -> Keep:
    """Writes each file as it comes, so that no table of a country is ever whole in memory."""

    def keep(name: str, parts: Iterable[bytes]) -> File:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = sha256(), 0
        with path.open("wb") as file:
            for part in parts:
                digest.update(part)
                size += file.write(part)
        return File(name, size, digest.hexdigest())

    return keep


def in_list(files: list[SiteFile]) -> Keep:
    """Puts each file into a list, for a caller that writes pages itself."""

    def keep(name: str, parts: Iterable[bytes]) -> File:
        content = b"".join(parts)
        files.append(SiteFile(f"{addresses.DATA}{name}", content))
        return File(name, len(content), sha256(content).hexdigest())

    return keep


def plans_in(institutions: Mapping[str, Path]) -> dict[str, Read]:
    """The plans whose files lie in the folders of institutions, by address, in order."""
    found = {
        f"{slug}/{path.parent.name}": path
        for slug, folder in sorted(institutions.items())
        for path in sorted(folder.glob(f"*/{addresses.PLAN_DATA}"))
    }
    return {address: partial(_content, path) for address, path in found.items()}


def _content(folder: Path, name: str) -> bytes:
    return content(folder / name, LARGEST, follow=False)


def plans_among(pages: Iterable[Page | SiteFile]) -> dict[str, Read]:
    """The plans whose files are among pages that were not written yet, by address."""
    plans: dict[str, dict[str, bytes]] = {}
    for each in pages:
        folder, data, name = each.address.rpartition(addresses.PLAN_DATA)
        if isinstance(each, SiteFile) and data and "/" not in name:
            plans.setdefault(folder, {})[name] = each.content
    return {folder.rstrip("/"): _reader(files) for folder, files in sorted(plans.items())}


def _reader(files: Mapping[str, bytes]) -> Read:
    def read_file(name: str) -> bytes:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    return read_file


def digests(site: Path) -> dict[str, str]:
    """The SHA-256 of every file that a finished site offers, by its address, as its index tells."""
    told = msgspec.json.decode((site / addresses.DATA / catalogue.INDEX).read_bytes())
    files = [*told["berkas"], *(file for plan in told["rencana"] for file in plan["berkas"])]
    return {file["alamat"]: file["sha256"] for file in files}
