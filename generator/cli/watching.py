"""Waiting for changes of what a site is made from, whatever an editor does to save a file."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from generator.store.files import walk

_ASKED = 0.1
"""Seconds after which it is asked whether anybody still waits."""

_is_kept = DefaultFilter()
"""False for what editors and systems leave beside a file."""


def changed(base: Path, names: Sequence[str], below: Sequence[Path], ended: threading.Event) -> Iterator[None]:
    """After each change, until `ended` is set: of the files and folders of these names in `base`, and of anything
    in the folders `below`, which may come and go. All of them absolute.

    A watch ends with its file or folder, and many editors put a new one in its place: the folders around are watched,
    and all of them anew before a change is told, so that nothing is missed while it is looked at.
    """
    named = frozenset(base / name for name in names)

    def is_ours(change: Change, path: str) -> bool:
        place = Path(path)
        if change is Change.modified and place.is_symlink():  # not it, but what it leads to
            return False
        return place in named or (_is_kept(change, path) and any(map(place.is_relative_to, below)))

    told = False
    while not ended.is_set():
        for changes in _watched({base, *_folders(below)}, is_ours, ended):
            if told:
                told = False
                yield
            if changes:
                told = True
                break


def _watched(
    folders: set[Path], is_ours: Callable[[Change, str], bool], ended: threading.Event
) -> Iterator[set[tuple[Change, str]]]:
    """What changes directly in folders; now and then nothing, once they are watched."""
    for polling in (None, True):  # a system that has no watch left is asked again and again
        with suppress(OSError, RuntimeError):
            yield from watch(
                *folders,
                watch_filter=is_ours,
                debounce=100,
                step=50,
                stop_event=ended,
                rust_timeout=int(_ASKED * 1000),
                yield_on_timeout=True,
                force_polling=polling,
                recursive=False,
            )
            return
    ended.wait(_ASKED)


def _folders(below: Sequence[Path]) -> Iterator[Path]:
    """All that are there, with those around, but none that a link leads to: the whole disk may be behind it, and what
    is built there would be a change."""
    for folder in below:
        if folder.parent.is_dir():
            yield folder.parent
        if not folder.is_symlink():
            yield from (Path(parent) for parent, _, _ in walk(folder))
