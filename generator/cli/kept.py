"""The folder of the cache, or a temporary one: a cache that cannot be kept costs time and never the result.

What is kept is believed, so it must be the user's own: not another user's, nor what a repository brought along.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from generator.cli.words import told
from generator.locale import Message, say
from generator.reading.past.committed import committed_link, may_be_committed
from generator.store.cache import Cache, default_directory, is_anothers, unused
from generator.store.children import passing_folder
from generator.store.doubt import WRONG_VALUES, doubted
from generator.store.paths import real
from generator.store.refusals import why

P = ParamSpec("P")
T = TypeVar("T")


def again_in_doubt(command: Callable[P, T]) -> Callable[P, T]:
    """The same command, which tells or writes at its end what it found, done again without reading what is kept if that
    may be what ended it."""

    @wraps(command)
    def tried(*args: P.args, **named: P.kwargs) -> T:
        try:
            return command(*args, **named)
        except WRONG_VALUES:
            pass  # told, if it is there again
        with doubted():
            return command(*args, **named)

    return tried


@contextmanager
def cache_folder(base: Path, chosen: Path | None = None, *, kept: bool = True) -> Iterator[Path]:
    """A folder to keep in what is made of the plans in `base`: the one that was chosen, else the user's own; an empty
    one for this run where nothing is to be `kept`, or where nothing can be, which is told.
    """
    folder = (chosen or default_directory()) if kept else None
    reason = unusable(folder, base, is_own=chosen is None) if folder else say("tidak ada folder rumah (HOME)")
    if folder and not reason:
        yield folder
        return
    if kept and reason:
        click.echo(told(unused(folder or say("pengguna"), reason)), err=True)
    with passing_folder() as temporary:
        yield temporary


def own_cache(base: Path) -> Cache:
    """The cache in the user's own folder, for what is read of the plans in `base`; one that keeps nothing where there
    is none, or it is not theirs."""
    folder = default_directory()
    return Cache(None if folder and (_is_committed(folder, base) or is_anothers(folder)) else folder)


def unusable(folder: Path, base: Path, *, is_own: bool) -> Message | None:
    """Why nothing can be kept there; `None` where it can. Who names a folder means it, whoever owns it."""
    try:
        if _is_committed(folder, base):
            return say("isinya tersimpan dalam repositori")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if is_own and is_anothers(folder):
            return say("milik pengguna lain")
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return why(error)


def _is_committed(folder: Path, base: Path) -> bool:
    """Whether a proposal may have brought what it holds."""
    return may_be_committed(real(folder), base) or committed_link(folder) is not None
