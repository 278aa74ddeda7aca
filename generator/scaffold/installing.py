"""Where an institution's machines install this program from, pinned: the folder `alat/` of its repository.

`rencana.txt` names the program, `pustaka.txt` all that it needs with the hashes of every file: pip takes nothing
else. There is no name to look for in a public index, where anybody could register it first.
"""

import re
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from generator.locale import say
from generator.scaffold.acceptable import Refusal
from generator.store.refusals import why

FOLDER = "alat"
PROGRAM = f"{FOLDER}/rencana.txt"
LIBRARIES = f"{FOLDER}/pustaka.txt"

_NAME = "rencana-induk"
_WHEEL = re.compile(r"rencana_induk-([0-9][0-9A-Za-z.!+_]*)-py3-none-any\.whl")
_GIT = re.compile(r"(?:git\+)?(https://[\w.:-]+/[\w./~-]+?)@([0-9a-f]{40})")
_INDEX = re.compile(r"(https://[\w.:-]+/[\w./~-]*)#sha256=([0-9a-f]{64})")
_HEAD = "# Yang memasang `rencana`; ditulis oleh `rencana pin`. Perbarui dengan perintah itu, bukan dengan tangan.\n"


def pinned(source: str) -> dict[str, bytes]:
    """The files of `alat/` for a source: a wheel, a Git address with its commit, or an index with the wheel's hash.

    Raises `Refusal` for anything else, and for another version than this program's.
    """
    program, carried = _program(source.strip())
    return {PROGRAM: f"{_HEAD}{program}\n".encode(), LIBRARIES: libraries(), **carried}


def a_source(text: str) -> None:
    """Nothing yet, or a source that `pinned` takes."""
    if text:
        pinned(text)


def libraries() -> bytes:
    """Every library in the version this program is tested with, and the hashes of all its files."""
    return files("generator.scaffold").joinpath("repository_files", "pustaka.txt").read_bytes()


def _program(source: str) -> tuple[str, dict[str, bytes]]:
    own = version(_NAME)
    if source.endswith(".whl"):
        wheel = Path(source).expanduser()
        named = _WHEEL.fullmatch(wheel.name)
        if not named:
            raise Refusal(say("`{nama}` bukan roda (wheel) rencana-induk", nama=wheel.name))
        if named[1] != own:
            raise Refusal(say("roda itu versi {lain}, sedangkan program ini versi {ini}", lain=named[1], ini=own))
        try:
            content = wheel.read_bytes()
        except OSError as error:
            raise Refusal(say("`{jalur}` tidak dapat dibuka: {sebab}", jalur=source, sebab=why(error))) from None
        place = f"{FOLDER}/{wheel.name}"
        return f"./{place} --hash=sha256:{sha256(content).hexdigest()}", {place: content}
    if found := _GIT.fullmatch(source):
        return f"{_NAME} @ git+{found[1]}@{found[2]}", {}
    if found := _INDEX.fullmatch(source):
        return f"--index-url {found[1]}\n{_NAME}=={own} --hash=sha256:{found[2]}", {}
    raise Refusal(
        say(
            "`{sumber}` bukan sumber pemasangan; sebut berkas .whl, alamat Git dengan komitnya"
            " (https://…/rencana.git@<40 angka dan huruf>), atau indeks dengan sidik rodanya (https://…/simple/#sha256=…)",
            sumber=source,
        )
    )
