"""A site that stands already as it would be made is left standing.

Putting a country's site together again from links takes two seconds, nearly all of it for the folders.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_NOTES = ".situs"


class Unchanged:
    """What was noted of the site at `output` when it was last published; the notes are kept in the folder `kept`.

    `key` changes with anything that shapes a byte of the site; an empty one is never the same as another.
    """

    def __init__(self, kept: Path, output: Path, key: str) -> None:
        name = blake2b(str(output.resolve()).encode(), digest_size=16).hexdigest()
        self._note = kept / _NOTES / name
        self._output = output
        self._key = key

    def __bool__(self) -> bool:
        """Whether the site with this key stands there, and nobody touched a file of it since."""
        try:
            return bool(self._key) and self._note.read_text(encoding="utf-8") == self._told()
        except OSError:
            return False

    def note(self) -> None:
        """Note the site that stands there now."""
        with suppress(OSError):  # a full disk costs time, not the site
            self._note.parent.mkdir(parents=True, exist_ok=True)
            self._note.unlink(missing_ok=True)
            if self._key:
                self._note.write_text(self._told(), encoding="utf-8")

    def _told(self) -> str:
        digest = blake2b(digest_size=16)
        for line in _stamps(self._output):
            digest.update(line.encode())
        return f"{self._key} {digest.hexdigest()}"


def _stamps(folder: Path) -> Iterator[str]:
    """Path, size and time of every file below a folder, in order."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield f"{entry.name}/\0"
            yield from _stamps(Path(entry.path))
        else:
            found = entry.stat(follow_symlinks=False)
            yield f"{entry.name}\0{found.st_size}\0{found.st_mtime_ns}\0"
    yield "..\0"
