"""A word that is none of the choices of its field, or no key of its group: the right one, where it can be known."""

import re
from collections.abc import Container, Sequence

from generator.locale import Message, say
from generator.model.description import Field
from generator.model.terms import FundingSource
from generator.model.values import Mistake, shown
from generator.reading.guessing import Guesses

NEAR = 0.7
_LONGEST = 60

# What is written for a choice in English, or in other Indonesian words; only where the field has the choice.
_MEANT = {
    "ongoing": "berjalan",
    "on_going": "berjalan",
    "on_progress": "berjalan",
    "in_progress": "berjalan",
    "progress": "berjalan",
    "proses": "berjalan",
    "dalam_proses": "berjalan",
    "sedang_proses": "berjalan",
    "berlangsung": "berjalan",
    "dalam_pelaksanaan": "berjalan",
    "sedang_berjalan": "berjalan",
    "dilaksanakan": "berjalan",
    "aktif": "berjalan",
    "completed": "selesai",
    "complete": "selesai",
    "done": "selesai",
    "finished": "selesai",
    "tuntas": "selesai",
    "rampung": "selesai",
    "planned": "direncanakan",
    "rencana": "direncanakan",
    "belum": "direncanakan",
    "belum_mulai": "direncanakan",
    "not_started": "direncanakan",
    "delayed": "tertunda",
    "ditunda": "tertunda",
    "pending": "tertunda",
    "postponed": "tertunda",
    "cancelled": "dibatalkan",
    "canceled": "dibatalkan",
    "batal": "dibatalkan",
    "high": "tinggi",
    "medium": "sedang",
    "menengah": "sedang",
    "low": "rendah",
    "draft": "rancangan",
    "konsep": "rancangan",
    "draf": "rancangan",
    "active": "aktif",
    "kab": "kabupaten",
    "prov": "provinsi",
    "skpd": "dinas",
    "opd": "dinas",
    **dict.fromkeys(("pagu_indikatif", "rkpd", "renja", "usulan"), "indikatif"),
    **dict.fromkeys(("ppas", "kua_ppas", "pagu_anggaran"), "pagu"),
    **dict.fromkeys(("dppa", "dpa_p", "dpa_perubahan", "dppa_skpd", "apbd_p"), "dpa_perubahan"),
    **dict.fromkeys(("dpa_skpd", "dipa"), "dpa"),
    **dict.fromkeys(("tender", "lelang", "pihak_ketiga", "kontraktual", "rekanan", "vendor"), "penyedia"),
    **dict.fromkeys(("ekatalog", "e_purchasing", "katalog"), "e_katalog"),
    "up": "naik",
    "meningkat": "naik",
    "down": "turun",
    "menurun": "turun",
}


def wrong_word(written: str, allowed: Sequence[str], guesses: Guesses) -> Mistake:
    """A word that is not among the choices."""
    told = say("`{kata}` bukan salah satu pilihan", kata=shown(written))
    choices = say("pilih salah satu: {daftar}", daftar=", ".join(allowed))
    plain = _plain(written)
    inside = [word for word in allowed if re.search(rf"(?<![a-z0-9]){word}(?![a-z0-9])", plain.replace("_", " "))]
    if plain in allowed:
        right: str | None = plain
    elif _MEANT.get(plain) in allowed:
        right = _MEANT[plain]
    elif len(inside) > 1:
        named = ", ".join(inside)
        several = say("hanya satu yang dapat ditulis di sini; pilih satu: {daftar}", daftar=named)
        if FundingSource.APBD in allowed:
            several = say(
                "hanya satu yang dapat ditulis di sini; buat satu baris untuk tiap sumber: {daftar}", daftar=named
            )
        return Mistake("pilihan-salah", told, several)
    else:
        right = inside[0] if inside else guesses.nearest(plain[:_LONGEST], allowed, NEAR)
    if right is None:
        return Mistake("pilihan-salah", told, choices)
    return Mistake(
        "pilihan-salah",
        told,
        say("{dekat}; {pilihan}", dekat=say("mungkin maksudnya `{kata}`", kata=right), pilihan=choices),
        right,
    )


def wrong_key(name: str, known: Sequence[str], beside: Container[str], guesses: Guesses) -> Mistake:
    """A key that its group does not have; `beside` are those that are written in it."""
    told = say("kunci `{kunci}` tidak dikenal di sini", kunci=shown(name))
    if (near := guesses.nearest(_plain(name), known, NEAR)) and near not in beside:
        return Mistake("kunci-tidak-dikenal", told, say("mungkin maksudnya `{kata}`", kata=near), near)
    if re.search(r"[,;.?!)]|\w\s+\w+\s+\w", name[:_LONGEST]):
        goes_on = say("bila ini lanjutan teks di atasnya, satukan dalam satu baris yang diapit tanda kutip")
        return Mistake("kunci-tidak-dikenal", told, goes_on)
    return Mistake("kunci-tidak-dikenal", told, say("yang dikenal: {daftar}", daftar=", ".join(known)))


def or_unknown(help_: Message, field: Field | None) -> Message:
    """A remedy, with `tidak_diketahui` as the other way out where the fact may be missing."""
    if field is None or not field.unknown:
        return help_
    return say("{bantuan}, atau `tidak_diketahui` bila belum diketahui", bantuan=help_)


def _plain(written: str) -> str:
    return re.sub(r"[\s_/-]+", "_", written[:_LONGEST].strip().strip("\"'`“”‘’").casefold())
