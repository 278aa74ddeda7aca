"""Why the system refused something, in a user's words: the system itself answers in English, whatever is spoken."""

import errno
import os
import re

from generator.locale import Message, say

NO_MORE = say(
    "sistem tidak memberi proses lagi; hentikan program lain, atau minta batas yang lebih tinggi (`ulimit -u`)"
)
"""Refused to start a process or a thread."""

_WHY = {
    errno.EACCES: say("izinnya tidak ada"),
    errno.EPERM: say("izinnya tidak ada"),
    errno.EROFS: say("tempat itu hanya dapat dibaca"),
    errno.ENOENT: say("berkas atau foldernya tidak ada"),
    errno.EEXIST: say("sudah ada"),
    errno.EISDIR: say("itu folder, bukan berkas"),
    errno.ENOTDIR: say("sebagian jalurnya berkas, bukan folder"),
    errno.ENOTEMPTY: say("foldernya tidak kosong"),
    errno.ENOSPC: say("disk penuh"),
    errno.EDQUOT: say("jatah disk habis"),
    errno.EFBIG: say("berkasnya melebihi batas besar"),
    errno.EMFILE: say("terlalu banyak berkas terbuka"),
    errno.ENFILE: say("terlalu banyak berkas terbuka"),
    errno.ENAMETOOLONG: say("namanya terlalu panjang"),
    errno.ELOOP: say("tautannya berputar; hapus tautan itu, atau sebut tempat lain"),
    errno.EBUSY: say("sedang dipakai"),
    errno.ETXTBSY: say("sedang dipakai"),
    errno.EXDEV: say("tempatnya pada disk lain"),
    errno.EIO: say("disk tidak dapat dibaca atau ditulisi"),
    errno.ENXIO: say("bukan berkas biasa, melainkan pipa, soket, atau perangkat"),
    errno.ESTALE: say("folder jaringan tidak lagi tersambung"),
    errno.ENOMEM: say("memori habis"),
    errno.EAGAIN: NO_MORE,
    errno.EADDRINUSE: say("sedang dipakai program lain"),
    errno.ECONNREFUSED: say("tidak ada yang menjawab di sana"),
    errno.EADDRNOTAVAIL: say("alamatnya tidak ada"),
}

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Refused for want of room."""

_OF_PYTHON = re.compile(
    r"^(?:OSError|PermissionError): \[Errno ([0-9]+)\] [^\n']*(?:'[^\n]*?'([^'\n]+)'|'([^'\n]+)')?$", re.MULTILINE
)
_OF_RUST = re.compile(r"\(os error ([0-9]+)\)")


def raise_refusal(told: str) -> None:
    """Raise what the system refused another program, such as room on a full disk, if that is what it told: no setting
    is at fault then."""
    if refused := _OF_PYTHON.search(told):
        raise OSError(int(refused[1]), os.strerror(int(refused[1])), refused[2] or refused[3])
    for refused in _OF_RUST.finditer(told):
        if int(refused[1]) in (*NO_ROOM, errno.EAGAIN):
            raise OSError(int(refused[1]), os.strerror(int(refused[1])))


def why(error: Exception) -> Message:
    """The cause of a system's error; what was raised with words of its own keeps them."""
    number, told = getattr(error, "errno", None), getattr(error, "strerror", None)
    if number is None or (told and told != os.strerror(number)):
        return Message(told or str(error) or type(error).__name__)
    return _WHY.get(number) or say("sistem berkata `{kata}`", kata=os.strerror(number))


def where_and_why(error: OSError) -> Message:
    """The same with the file or folder that it is about."""
    if not error.filename:
        return why(error)
    return say("{berkas}: {sebab}", berkas=str(error.filename), sebab=why(error))
