"""The folder of the cache, or a temporary one: a cache that cannot be kept costs time and never the result."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.words import told
from generator.locale import Message, say
from generator.store.cache import default_directory, is_anothers, unused
from generator.store.children import passing_folder
from generator.store.refusals import why


@contextmanager
def cache_folder(chosen: Path | None = None, *, kept: bool = True) -> Iterator[Path]:
    """A folder to keep things in: the one that was chosen, else the user's own; an empty one for this run where
    nothing is to be `kept`, or where nothing can be, which is told.
    """
    folder = (chosen or default_directory()) if kept else None
    reason = unusable(folder, is_own=chosen is None) if folder else say("tidak ada folder rumah (HOME)")
    if folder and not reason:
        yield folder
        return
    if kept and reason:
        click.echo(told(unused(folder or say("pengguna"), reason)), err=True)
    with passing_folder() as temporary:
        yield temporary


def unusable(folder: Path, *, is_own: bool) -> Message | None:
    """Why nothing can be kept there; `None` where it can. The user's own folder must be theirs."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if is_own and is_anothers(folder):
            return say("milik pengguna lain")
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return why(error)
