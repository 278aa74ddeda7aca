"""How large a plan may be. A real one of a ministry, with hundreds of activities, stays below a tenth of most of it."""

from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Place, Problem
from generator.locale import Message, say
from generator.model.address import PlanAddress
from generator.reading.text import MAXIMUM_BYTES

BEYOND_HELP = say("hapus yang bukan bagian rencana; naskah panjang cukup ditautkan")

MAXIMUM_FILES = 200
"""Files of one plan."""

MAXIMUM_PLAN = 4 * 1024 * 1024
"""Bytes of all files of one plan."""

MAXIMUM_INSTITUTION = 16 * 1024 * 1024
"""Bytes of all plans of one institution."""

MAXIMUM_PLANS = 50
"""Plans of one institution, each of which is some thirty pages, however short; one a year since the guideline of 2003
would be half."""

MAXIMUM_ENTRIES = MAXIMUM_FILES * MAXIMUM_PLANS
"""Files and folders in the folder of an institution, down to the depth of a plan's files."""

MAXIMUM_VALUES = 100_000
"""Keys and values in one file."""

MAXIMUM_ITEMS = 3_000
"""Items in one list, of all files together."""

MAXIMUM_REFERENCES = 10_000
"""References of all items of one plan to each other, to national indicators and to sections of the blueprint; twice
those of a ministry."""

MAXIMUM_YEARS = 30
"""Years of one plan; the longest that there is, a long-term development plan, has twenty."""

MAXIMUM_KEYS = 500
"""Keys in one group of fields."""

MAXIMUM_KEY = 100
"""Characters of one key."""


def too_much(address: PlanAddress, path: str, sizes: Sequence[int], institution: Sequence[int]) -> Problem | None:
    """What keeps a plan with files of these sizes from being read; `institution` are the sizes of all its plans."""
    place = Place(path, 1, 1, 1, 1)
    if len(sizes) > MAXIMUM_FILES:
        told = say("rencana ini terdiri atas {jumlah} berkas; batasnya {batas}", jumlah=len(sizes), batas=MAXIMUM_FILES)
    elif sum(sizes) > MAXIMUM_PLAN:
        told = say("berkas rencana ini berjumlah lebih dari {batas} MiB", batas=MAXIMUM_PLAN // 1024 // 1024)
    elif len(institution) > MAXIMUM_PLANS:
        told = say(
            "lembaga ini memiliki {jumlah} rencana; batasnya {batas}", jumlah=len(institution), batas=MAXIMUM_PLANS
        )
    elif sum(institution) > MAXIMUM_INSTITUTION:
        told = say("semua rencana lembaga ini lebih dari {batas} MiB", batas=MAXIMUM_INSTITUTION // 1024 // 1024)
    else:
        return None
    return beyond(place, told, str(address))


def too_wide(path: str) -> Problem:
    """More in the folder of an institution than anybody looks through in Git, so that its history is not known."""
    told = say(
        "isi folder ini lebih dari {jumlah} berkas dan folder, atau lebih dari {besar} MiB nama berkas dalam satu"
        " folder, sehingga riwayatnya tidak dapat dibaca",
        jumlah=MAXIMUM_ENTRIES,
        besar=MAXIMUM_BYTES >> 20,
    )
    away = say("keluarkan dari folder itu berkas yang bukan rencana, misalnya lampiran")
    return replace(beyond(Place(path, 1, 1, 1, 1), told), help=away)


def beyond(place: Place, told: Message, plan: str = "") -> Problem:
    """A limit that was passed."""
    return Problem(
        "melebihi-batas",
        place,
        told,
        help=BEYOND_HELP,
        plan=plan,
    )
