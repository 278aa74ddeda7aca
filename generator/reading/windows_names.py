"""Names for which Windows has no file: nobody there can clone a repository that holds one.

After Microsoft's "Naming Files, Paths, and Namespaces".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.diagnostics import Place, Problem
from generator.locale import Message, say

_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])")
_FORBIDDEN = re.compile(r'[<>:"|?*\\]')


def is_device(name: str) -> bool:
    """Whether a file or folder of this name is one of the machine's parts there, whatever its ending: `aux.yaml`."""
    return bool(_DEVICE.fullmatch(name.split(".")[0].rstrip(" ")))


def not_on_windows(path: str) -> Iterator[Problem]:
    """What is wrong with the name of a file, to be told of its plan."""
    name = path.rpartition("/")[2]
    if is_device(name):
        yield called_as_device(path, name)
    elif found := _FORBIDDEN.search(name):
        yield _refused(
            path, say("nama `{nama}` memuat `{tanda}`, yang tidak dapat di Windows", nama=name, tanda=found[0])
        )


def called_as_device(path: str, name: str) -> Problem:
    """What is wrong with a file that has such a name, or stands in a folder that has."""
    return _refused(path, say("nama `{nama}` tidak dapat dipakai di Windows", nama=name))


def alike(paths: Iterable[str]) -> Iterator[Problem]:
    """Files of which Windows and macOS keep no more than one, told at all but the first."""
    first: dict[str, str] = {}
    for path in paths:
        before = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if before != path:
            yield Problem(
                "letak-berkas",
                Place(path, 1, 1, 1, 1),
                say("nama `{satu}` dan `{lain}` hanya berbeda huruf besar dan kecilnya", satu=before, lain=path),
                help=say("Windows dan macOS hanya menyimpan salah satunya; ganti namanya, atau gabungkan isinya"),
            )


def _refused(path: str, told: Message) -> Problem:
    return Problem(
        "letak-berkas",
        Place(path, 1, 1, 1, 1),
        told,
        help=say("ganti namanya; jika tidak, repositori ini tidak dapat disalin ke komputer Windows"),
    )
