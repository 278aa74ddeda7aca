"""What the comparison shows of one institution: a small JSON file that the page's script puts in a column.

Words and links are finished here; the script only places them. The keys are those of the rows that the
template draws, so a plan without a value leaves its cell worded as not recorded.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from generator.checks.findings import KINDS
from generator.locale import Language, say
from generator.model.completeness import Facts
from generator.model.money import Total
from generator.pages import addresses
from generator.pages.rendering.anchors import own_anchor
from generator.pages.words.plan_status import plan_status
from generator.pages.words.told import period
from generator.pages.words.values import FILLED
from generator.views.coverage import Filled
from generator.views.portrait import Portrait
from generator.views.staffing import Head

CHOSEN = 4
"""How many institutions stand side by side: as many as a laptop's width holds."""

OPENING = 150
"""Rows of the tables that the comparison opens with: all provinces and cities of the country; its regencies have a page
of their own."""

_LETTERS = {
    Filled.FULL: "L",
    Filled.PARTIAL: "S",
    Filled.UNKNOWN: "T",
    Filled.NOT_APPLICABLE: "N",
    Filled.EMPTY: "–",
}


def cover_letter(filled: Filled) -> str:
    """One sign for what a section holds, for tables of hundreds of institutions."""
    return _LETTERS[filled]


def cover_letters() -> list[tuple[str, object]]:
    """Every sign with its words."""
    return [(_LETTERS[filled], FILLED[filled]) for filled in Filled]


def cells(portrait: Portrait, similar: Sequence[Portrait], as_of: date, words: Language) -> str:
    """The file of one institution; `alamat` is relative to the comparison page, and those of its cells to `alamat`."""
    plan = addresses.relative(addresses.plan(portrait.address), addresses.COMPARISON)
    content = {
        "nama": portrait.name,
        "alamat": plan,
        "masa": period(portrait.address),
        "contoh": portrait.is_example,
        "serupa": [{"lembaga": other.slug, "nama": other.name} for other in similar],
        "sel": {key: [text, part, *_shade(key, text)] for key, text, part in _cells(portrait, as_of, words)},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _shade(key: str, text: str) -> tuple[str, ...]:
    """The sign by which a cell is shaded: that of how a section is filled, which it begins with."""
    return (text[0],) if key.startswith("cakupan/") else ()


def _cells(portrait: Portrait, as_of: date, words: Language) -> Iterator[tuple[str, str, str]]:
    """Key, text, and the page of the plan that the number comes from, at its anchor where it has one.

    What nobody recorded has no cell.
    """
    number, standing = words.formats.number, portrait.standing
    work, money = addresses.IMPLEMENTATION, addresses.BUDGET
    yield "ringkas/status", words.word(plan_status(portrait.status, portrait.address, as_of)), ""
    yield "ringkas/diperbarui", words.formats.date(portrait.updated), ""
    yield "ringkas/kegiatan", number(standing.total), work

    def at(page: str, anchor: str) -> str:
        return f"{page}#{own_anchor(anchor, portrait.taken)}"

    done = at(work, "selesai") if standing.done else work
    yield "ringkas/selesai-bukti", number(standing.done_verified), done
    yield "ringkas/selesai-tanpa", number(standing.done_unverified), done
    yield "ringkas/berjalan-bukti", number(standing.running_verified), work
    yield "ringkas/berjalan-tanpa", number(standing.running_unverified), work
    yield "ringkas/status-tidak-diketahui", number(standing.unknown), work
    yield "ringkas/terlambat", number(standing.late), at(work, "terlambat") if standing.late else work
    yield "ringkas/anggaran", _total(portrait.planned, words), money
    yield "ringkas/realisasi", _total(portrait.actual, words), money
    yield "ringkas/pegawai", _staff(portrait.staff_present, portrait.staff_needed, words), addresses.STAFF
    if portrait.unknown.total:
        yield "ringkas/tidak-diketahui", _share(portrait.unknown, words), addresses.FINDINGS
    for section, filled in portrait.sections:
        text = f"{cover_letter(filled)} · {words.word(FILLED[filled])}"
        yield f"cakupan/{section.value}", text, at(addresses.BLUEPRINT, addresses.section_anchor(section))
    for year in portrait.money:
        if isinstance(year.year, int):
            yield f"anggaran/{year.year}", _total(year.planned, words), money
            yield f"realisasi/{year.year}", _total(year.actual, words), money
    unplaced = portrait.unplaced
    rows = [(str(stage.stage.number), *stage[1:4]) for stage in portrait.stages]
    for row, now, target, activities in (*rows, ("tidak-diketahui", *unplaced)):
        if portrait.services:
            yield f"layanan-sekarang/{row}", number(now), addresses.SERVICES
            yield f"layanan-sasaran/{row}", number(target), addresses.SERVICES
        yield f"kegiatan-tahap/{row}", number(activities), addresses.DEVELOPMENT
    found = {count.kind: count for count in portrait.findings}
    for kind in KINDS:
        count = found.get(kind.code)
        text = number(count.found) if count else "0"
        if count and count.answered:
            text = words.word(say("{jumlah} ({ditanggapi} ditanggapi)", jumlah=text, ditanggapi=number(count.answered)))
        yield (
            f"temuan/{kind.code}",
            text,
            (at(addresses.FINDINGS, f"temuan-{kind.code}") if count else addresses.FINDINGS),
        )


def _total(total: Total, words: Language) -> str:
    if not total.known:
        return words.gettext("tidak diketahui") if total.missing else words.gettext("belum tercatat")
    text = words.formats.rupiah_short(total.amount)
    return text if total.complete else words.word(say("{jumlah} (belum lengkap)", jumlah=text))


def _staff(present: Head, needed: Head, words: Language) -> str:
    if present.is_empty and needed.is_empty:
        return words.gettext("belum tercatat")
    if not (present.known or needed.known):
        return words.gettext("tidak diketahui")
    text = words.word(say("{ada} dari {butuh}", ada=_people(present, words), butuh=_people(needed, words)))
    complete = present.complete and needed.complete
    return text if complete else words.word(say("{jumlah} (belum lengkap)", jumlah=text))


def _people(head: Head, words: Language) -> str:
    return words.formats.number(head.people) if head.known else words.gettext("tidak diketahui")


def _share(unknown: Facts, words: Language) -> str:
    is_less = unknown.unknown and not unknown.percent
    return words.word(say("kurang dari 1%")) if is_less else words.formats.percent(unknown.percent / 100)
