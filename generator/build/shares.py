"""A share of a site, made by one of several machines, and the folders that carry it to the one that merges."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter

from generator.build.jobs import mark
from generator.build.published import own_portrait
from generator.reading.plan_files import shown
from generator.store.files import copy_all, prints
from generator.store.opening import LARGEST, content

T = TypeVar("T")

FILE = "bagian.json"
"""Stands in the folder of a share."""

_PAGES = "lembaga"
_NAMED, _LONGEST = 10, 1_000
_SHARE = re.compile(r"(\d+)/(\d+)")


class Share(NamedTuple):
    """The `number`-th of `of` shares, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @classmethod
    def read(cls, text: str) -> "Share":
        """From `2/8`; raises `ValueError`."""
        found = _SHARE.fullmatch(text)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    def of_all(self, things: Sequence[T]) -> Sequence[T]:
        """Every `of`-th, from the `number`-th on: neighbours are often of the same size."""
        return things[self.number - 1 :: self.of]


class MismatchedShares(Exception):
    """The shares do not make one site; `args[0]` says why."""


class PagesRecord(NamedTuple):
    """Pages of an institution: the key of what they were made from, and a mark of their files."""

    key: str
    mark: str


@dataclass(frozen=True)
class ShareRecord:
    """What a share's folder tells. `mark` is the same for all shares of one site; `failures` by institution; `pages`
    by the tree of their language and institution: what carries the folder to another machine may break off, and may
    forget a folder without files.
    """

    share: Share
    mark: str
    failures: dict[str, str] = field(default_factory=dict)
    pages: dict[str, dict[str, PagesRecord]] = field(default_factory=dict)


_FORM = TypeAdapter(ShareRecord)


def write_part(
    part: ShareRecord,
    institutions: Mapping[str, Mapping[str, Path]],
    keys: Mapping[str, Mapping[str, str]],
    target: Path,
) -> Path:
    """Write a share's folder: the pages of its institutions, by the tree of their language, and what
    `read_parts` needs."""
    target.mkdir()
    for tree, folders in institutions.items():
        for slug, folder in sorted(folders.items()):
            copy_all(folder, target / _of_tree(tree) / slug)
    pages = {
        tree: {slug: PagesRecord(keys[tree][slug], _mark_of(folder)) for slug, folder in sorted(folders.items())}
        for tree, folders in institutions.items()
    }
    (target / FILE).write_bytes(_FORM.dump_json(replace(part, pages=pages), indent=2) + b"\n")
    return target


def read_parts(
    folders: Iterable[Path], site: str, keys: Mapping[str, Mapping[str, str]], known: Container[str]
) -> tuple[dict[str, dict[str, Path]], dict[str, str]]:
    """The pages, by tree and institution, and the failures, by institution, from every share of the site with the
    mark `site`. Pages are left out that did not come whole, that have no portrait of their own that can be counted, or
    that were made from something else than these `keys` by tree and institution: a machine that could not look at one
    institution in time knew less of its neighbours.

    Raises `MismatchedShares` when a share is missing, stands twice, or is of something else, as where it holds more
    than it tells of, or than pages of institutions that are `known`.
    """
    records = [(folder, _record(folder, site, known)) for folder in folders]
    _refuse_what_is_no_whole([part.share for _, part in records])
    failures = {
        slug: shown(" ".join(why.split()))[:_LONGEST] for _, part in records for slug, why in part.failures.items()
    }
    pages: dict[str, dict[str, Path]] = {tree: {} for tree in keys}
    for folder, part in records:
        for tree, own in pages.items():
            place, told = folder / _of_tree(tree), part.pages.get(tree, {})
            _refuse_what_is_foreign(place, told)
            own |= {
                slug: place / slug
                for slug, (key, marked) in told.items()
                if slug not in failures
                and key == keys[tree].get(slug)
                and marked == _mark_of(place / slug) != ""
                and own_portrait(slug, place / slug)
            }
    return pages, failures


def _record(folder: Path, site: str, known: Container[str]) -> ShareRecord:
    try:
        part = _FORM.validate_json(content(folder / FILE, LARGEST))
        named = [*part.failures, *(slug for pages in part.pages.values() for slug in pages)]
        if not 1 <= part.share.number <= part.share.of or any(slug not in known for slug in named):
            raise ValueError(named)
    except (OSError, ValueError):  # pydantic's too
        raise MismatchedShares(f"{folder} bukan hasil `build --shard`") from None
    if part.mark != site:
        raise MismatchedShares(f"{folder} dibuat dari rencana, templat, tanggal, atau versi program yang lain")
    return part


def _refuse_what_is_no_whole(shares: Sequence[Share]) -> None:
    if twice := [share for share in shares if shares.count(share) > 1]:
        raise MismatchedShares(f"bagian {twice[0]} ada dua kali")
    wanted = (Share(number, of) for of in sorted({share.of for share in shares}) for number in range(1, of + 1))
    if missing := list(islice((share for share in wanted if share not in shares), _NAMED)):
        raise MismatchedShares("bagian yang belum ada: " + ", ".join(map(str, missing)))


def _refuse_what_is_foreign(place: Path, told: Container[str]) -> None:
    for found in [place, *(sorted(place.iterdir()) if place.is_dir() else ())]:
        if found.is_symlink() or (found != place and not (found.is_dir() and found.name in told)):
            raise MismatchedShares(f"{found} bukan halaman sebuah lembaga")


def _mark_of(pages: Path) -> str:
    """Changes with the name and the content of every file; empty for pages that hold what is no file."""
    try:
        return mark(repr(prints(pages)))
    except OSError:
        return ""


def _of_tree(tree: str) -> str:
    return f"{_PAGES}-{tree}" if tree else _PAGES
