"""Where an institution's machines install this program from, pinned: the folder `alat/` of its repository.

`rencana.txt` names the program, `pustaka.txt` all that it needs with the hashes of every file: pip takes nothing
else. There is no name to look for in a public index, where anybody could register it first.
"""

import os
import re
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from generator.locale import say
from generator.scaffold.acceptable import Refusal
from generator.store.atomic import write_whole
from generator.store.opening import LARGEST, Unopened, content
from generator.store.paths import lands_in
from generator.store.signed_text import UNSIGNED, is_as_signed, signed

FOLDER = "alat"
PROGRAM = f"{FOLDER}/rencana.txt"
LIBRARIES = f"{FOLDER}/pustaka.txt"

_NAME = "rencana-induk"
_LARGEST_WHEEL = 100 << 20
_WHEEL = re.compile(r"rencana_induk-([0-9][0-9A-Za-z.!+_]*)-py3-none-any\.whl")
_GIT = re.compile(r"(?:git\+)?(https://[\w.:-]+/[\w./~-]+?)@([0-9a-f]{40})")
_INDEX = re.compile(r"(https://[\w.:-]+/[\w./~-]*)#sha256=([0-9a-f]{64})")
_HEAD = (
    "# Yang memasang `rencana`; ditulis oleh `rencana pin`. Perbarui dengan perintah itu, bukan dengan tangan.\n"
    f"# Sidik berkas ini: {UNSIGNED}\n"
)


def pinned(source: str) -> dict[str, bytes]:
    """The files of `alat/` for a source: a wheel, a Git address with its commit, or an index with the wheel's hash.

    Raises `Refusal` for anything else, and for another version than this program's.
    """
    program, carried = _program(source.strip())
    return {PROGRAM: signed(f"{_HEAD}{program}\n"), LIBRARIES: signed(_HEAD + libraries()), **carried}


def put(tools: Mapping[str, bytes], base: Path) -> None:
    """Write the files of `alat/` below a repository. Raises `Refusal`, before anything is written, where a link leads
    out of it or a file stands that is not as this program put it there, and `OSError`.
    """
    program = _content(base / PROGRAM)
    known = program.decode("utf-8", "replace") if is_as_signed(program) else ""
    for path, wanted in tools.items():
        if not lands_in(base / path, base):
            raise Refusal(say("`{jalur}` tautan ke luar repositori; ganti dengan folder", jalur=FOLDER))
        if os.path.lexists(base / path) and not _is_ours(path, _content(base / path), wanted, known):
            raise Refusal(
                say(
                    "`{jalur}` bukan tulisan `rencana pin`, atau diubah sesudahnya; tidak ditimpa, dan tidak ada yang"
                    " ditulis. Ganti nama berkas itu lebih dahulu",
                    jalur=path,
                )
            )
    for path, wanted in tools.items():
        (base / path).parent.mkdir(exist_ok=True)
        write_whole(base / path, wanted)


def _is_ours(path: str, found: bytes, wanted: bytes, known: str) -> bool:
    """Whether a file is what it is to be, or as it was written; a wheel, as `known`, the last `rencana.txt`, has it."""
    return found == wanted or (path in (PROGRAM, LIBRARIES) and is_as_signed(found)) or _hashed(path, found) in known


def _hashed(place: str, wheel: bytes) -> str:
    return f"./{place} --hash=sha256:{sha256(wheel).hexdigest()}"


def _content(path: Path) -> bytes:
    """What a file holds; nothing where there is none."""
    try:
        return content(path, LARGEST, follow=False)
    except Unopened:
        return b""


def a_source(text: str) -> None:
    """Nothing yet, or a source that `pinned` takes."""
    if text:
        pinned(text)


def libraries() -> str:
    """Every library in the version this program is tested with, and the hashes of all its files."""
    return files("generator.scaffold").joinpath("repository_files", "pustaka.txt").read_text("utf-8")


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
            packed = content(wheel, _LARGEST_WHEEL)
        except Unopened as unopened:
            raise Refusal(say("`{jalur}` tidak dapat dibuka: {sebab}", jalur=source, sebab=unopened.reason)) from None
        if len(packed) > _LARGEST_WHEEL:
            raise Refusal(say("`{jalur}` lebih besar dari {batas} MiB", jalur=source, batas=_LARGEST_WHEEL >> 20))
        place = f"{FOLDER}/{wheel.name}"
        return _hashed(place, packed), {place: packed}
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
