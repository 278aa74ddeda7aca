"""What Finder and Explorer leave in each folder that somebody looks at, and nobody would miss.

A person may give a file such a name, so it is known by all that it holds, and never where that is more than a file
manager writes.
"""

import re
from pathlib import Path

from generator.store.opening import Unopened, content

_LARGEST = 1 << 20
"""Bytes: some hundred times what there is to tell of a folder of a site, pictures of its files included."""

_SETTINGS = re.compile(
    rb"\[(?:\.ShellClassInfo|ViewState|LocalizedFileNames)\](?:[ \t\r]*+\n(?:"
    rb"\[(?:\.ShellClassInfo|ViewState|LocalizedFileNames|\{[0-9A-Fa-f-]{36}\})\]"
    rb"|[^\s=\[;][^\n=]*+=[^\n]*+)?)*+[ \t\r]*+"
)
"""Sections, of which the first says what the file is for, and lines `name=value`."""
_UTF_16, _UTF_8 = b"\xff\xfe", b"\xef\xbb\xbf"

_STORAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512


def is_left_behind(path: Path) -> bool:
    """Whether a file is what such a program leaves, by its name and what it holds; an empty one is nothing."""
    kind = _KINDS.get(path.name.lower())
    if kind is None:
        return False
    try:
        found = content(path, _LARGEST, follow=False)
    except Unopened:
        return False
    return len(found) <= _LARGEST and (not found.strip(b"\0 \t\r\n") or kind(found))


def _is_of_finder(found: bytes) -> bool:
    """Whether it is a store of blocks: twice it tells where their list is, counted from the fifth byte, between which
    stands how long that is."""
    start, length, again = (int.from_bytes(found[at : at + 4]) for at in (8, 12, 16))
    return found.startswith(b"\0\0\0\1Bud1") and start == again and 0 < length <= len(found) - 4 - start


def _is_of_thumbnails(found: bytes) -> bool:
    """Whether it is a compound file, in whole sectors, of a header, a table and a folder at least."""
    return found.startswith(_STORAGE) and len(found) % _SECTOR == 0 and len(found) >= 3 * _SECTOR


def _is_of_settings(found: bytes) -> bool:
    text = found.removeprefix(_UTF_16).replace(b"\0", b"") if found.startswith(_UTF_16) else found
    return _SETTINGS.fullmatch(text.removeprefix(_UTF_8).strip()) is not None


_KINDS = {".ds_store": _is_of_finder, "thumbs.db": _is_of_thumbnails, "desktop.ini": _is_of_settings}
