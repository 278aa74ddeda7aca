"""Waiting for changes of what a site is made from, whatever an editor does to save a file."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from watchfiles import Change, watch

_ASKED = 0.2
"""Seconds after which it is asked whether anybody still waits."""


def changed(base: Path, names: Sequence[str], below: Sequence[Path], ended: threading.Event) -> Iterator[None]:
    """After each change, until `ended` is set: of the files and folders of these names in `base`, and of anything
    in the folders `below`, which may come and go.

    A watch on a file ends with that file, and many editors put a new one in its place: the folder around it is watched.
    That one not to its bottom, where the site and Git's own files change.
    """
    told: SimpleQueue[None] = SimpleQueue()

    def follow(*paths: Path, until: threading.Event, **how: Any) -> None:
        for polling in (None, True):  # a system that has no watch left is asked again and again
            with suppress(OSError, RuntimeError):
                for _ in watch(
                    *paths,
                    debounce=100,
                    step=50,
                    stop_event=until,
                    raise_interrupt=False,
                    force_polling=polling,
                    **how,
                ):
                    told.put(None)
                return

    def is_named(change: Change, path: str) -> bool:
        return Path(path).name in names

    _begin(follow, base, until=ended, recursive=False, watch_filter=is_named)
    seen: dict[Path, int] = {}
    until = threading.Event()
    try:
        while not ended.is_set():
            if (there := _there(below)) != seen:
                until.set()
                seen, until = there, threading.Event()
                if there:
                    _begin(follow, *there, until=until)
            try:
                told.get(timeout=_ASKED)
            except Empty:
                continue
            yield
    finally:
        until.set()


def _begin(follow: Any, *paths: Path, **how: Any) -> None:
    threading.Thread(target=follow, args=paths, kwargs=how, daemon=True).start()


def _there(folders: Sequence[Path]) -> dict[Path, int]:
    """The folders that are there, with what tells one from another of the same name."""
    found = {}
    for folder in folders:
        try:
            found[folder] = folder.stat().st_ino if folder.is_dir() else 0
        except OSError:
            found[folder] = 0
    return {folder: number for folder, number in found.items() if number}
