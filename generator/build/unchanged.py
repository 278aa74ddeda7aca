"""A site that stands already as it would be made is left standing.

Putting a country's site together again from links takes two seconds, nearly all of it for the folders.
"""

from contextlib import suppress
from pathlib import Path

from generator.build.jobs import mark
from generator.store.atomic import write_whole
from generator.store.files import stamps
from generator.store.opening import content
from generator.store.paths import real

_NOTE, _LONGEST = ".situs", 100


class LastSite:
    """The site that was published last from a folder's plans; noted in the folder `kept`."""

    def __init__(self, kept: Path) -> None:
        self._note = kept / _NOTE

    def stands(self, output: Path, key: str) -> bool:
        """Whether it is that of `key`, stands at `output`, and nobody touched a file of it since."""
        try:
            return content(self._note, _LONGEST) == _told(output, key)
        except OSError:
            return False

    def note(self, output: Path, key: str) -> None:
        """Note the site that stands at `output` now; `key` changes with anything that shapes a byte of it."""
        with suppress(OSError):  # a full disk costs time, not the site
            write_whole(self._note, _told(output, key))


def _told(output: Path, key: str) -> bytes:
    return mark(str(real(output)), key, repr(stamps(output))).encode()
