"""A key that is written twice, mostly for the lost hyphen of the next entry of a list; or with nothing after it."""

from generator.diagnostics import Label, Place, Problem
from generator.locale import say
from generator.model.mistake import shown
from generator.reading.nodes import Listing, Node, Scalar


def lost_hyphen(key: Scalar, first: Scalar, column: int) -> Problem:
    """The first key of an entry of a list comes again; the hyphens of the list stand in `column`."""
    file, line, own, _, _ = key.place
    fix = " " * (column - 1) + "-" + " " * max(1, own - column - 1)
    return Problem(
        "kunci-ganda",
        Place(file, line, 1, line, own),
        say("tanda hubung di depan `{kunci}` hilang, sehingga dua butir daftar menjadi satu", kunci=key),
        mark=say("butir baru mulai di sini"),
        help=say("tulis `{baris}`", baris=f"{fix}{key}: …"),
        labels=(Label(first.place, say("butir sebelumnya mulai di sini")),),
        fix=fix,
    )


def repeated(key: Scalar, first: Scalar, value: Node, known: Node) -> Problem:
    """A key that its group has already."""
    if isinstance(value, Listing) and isinstance(known, Listing):
        help_ = say(
            "pindahkan butir-butirnya ke bawah `{kunci}` yang pertama (baris {baris}), lalu hapus baris `{kunci}` ini",
            kunci=key,
            baris=first.place.line,
        )
    elif isinstance(value, Scalar) and value == known:
        help_ = say("isinya sama; hapus baris ini")
    elif isinstance(value, Scalar) and isinstance(known, Scalar):
        help_ = say(
            "pilih satu isi, `{satu}` atau `{dua}`; bila keduanya perlu, salah satu kuncinya keliru",
            satu=shown(known),
            dua=shown(value),
        )
    else:
        help_ = say("satukan isinya di bawah satu `{kunci}`", kunci=key)
    return Problem(
        "kunci-ganda",
        key.place,
        say("kunci `{kunci}` ditulis dua kali", kunci=key),
        mark=say("ditulis lagi di sini"),
        help=help_,
        labels=(Label(first.place, say("pertama ditulis di sini")),),
    )


def nothing_after(key: Scalar) -> Problem:
    """`{tahun: 2026, jumlah: , sumber: apbd}`: a colon, and then the next comma."""
    return Problem(
        "isian-kosong",
        key.place,
        say("isian `{kunci}` kosong", kunci=key),
        help=say("tulis isinya, `tidak_diketahui` bila belum diketahui, atau hapus `{kunci}`", kunci=f"{key}:"),
    )
