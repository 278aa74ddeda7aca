"""A share of a site, made by one of several machines, and the folders that carry it to the one that merges."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.build.last_good import read_portrait
from generator.search.documents import FILE as DOCUMENTS
from generator.search.documents import read_documents
from generator.store.opening import LARGEST, content
from generator.store.shelf import link_all

T = TypeVar("T")

FILE = "bagian.json"
"""Stands in the folder of a share."""

_PAGES = "lembaga"
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


@dataclass(frozen=True)
class ShareRecord:
    """What a share's folder tells. `mark` is the same for all shares of one site; `failures` by institution."""

    share: Share
    mark: str
    failures: dict[str, str] = field(default_factory=dict)


_FORM = TypeAdapter(ShareRecord)


def write_part(part: ShareRecord, institutions: Mapping[str, Mapping[str, Path]], target: Path) -> Path:
    """Write a share's folder: links to the pages of its institutions, by the tree of their language, and what
    `read_parts` needs."""
    for tree, folders in institutions.items():
        (target / _of_tree(tree)).mkdir(parents=True)
        for slug, folder in sorted(folders.items()):
            link_all(folder, target / _of_tree(tree) / slug)
    (target / FILE).write_bytes(_FORM.dump_json(part, indent=2) + b"\n")
    return target


def read_parts(
    folders: Iterable[Path], mark: str, trees: Iterable[str] = ("",), known: Container[str] | None = None
) -> tuple[dict[str, dict[str, Path]], dict[str, str]]:
    """The pages, by tree and institution, and the failures, by institution, from every share of the site with this
    mark; pages that are torn are a failure.

    Raises `MismatchedShares` when a share is missing, stands twice, or is of something else, as where it holds more
    than pages of institutions that are `known`.
    """
    parts: dict[Share, Path] = {}
    failures: dict[str, str] = {}
    for folder in folders:
        try:
            part = _FORM.validate_json(content(folder / FILE, LARGEST))
        except (OSError, ValidationError):
            raise MismatchedShares(f"{folder} bukan hasil `build --shard`") from None
        if part.mark != mark:
            raise MismatchedShares(f"{folder} dibuat dari rencana, templat, tanggal, atau versi program yang lain")
        if part.share in parts:
            raise MismatchedShares(f"bagian {part.share} ada dua kali")
        parts[part.share] = folder
        failures |= part.failures
    wanted = {Share(number, share.of) for share in parts for number in range(1, share.of + 1)}
    if missing := wanted - parts.keys():
        raise MismatchedShares("bagian yang belum ada: " + ", ".join(map(str, sorted(missing))))
    pages = {
        tree: {place.name: place for folder in parts.values() for place in sorted((folder / _of_tree(tree)).iterdir())}
        for tree in trees
    }
    for place in (place for own in pages.values() for place in own.values()):
        if place.is_symlink() or not place.is_dir() or (known is not None and place.name not in known):
            raise MismatchedShares(f"{place} bukan halaman sebuah lembaga")
    torn = {
        slug: f"{place} tidak utuh" for own in pages.values() for slug, place in own.items() if not _is_whole(place)
    }
    whole = {tree: {slug: place for slug, place in own.items() if slug not in torn} for tree, own in pages.items()}
    return whole, failures | torn


def _is_whole(pages: Path) -> bool:
    """Whether what the portal and the search read of an institution came along: an upload may break off."""
    return read_portrait(pages) is not None and bool(read_documents(pages / DOCUMENTS))


def _of_tree(tree: str) -> str:
    return f"{_PAGES}-{tree}" if tree else _PAGES
