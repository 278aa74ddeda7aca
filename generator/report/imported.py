"""What a workbook or a proposal that was brought comes to, for a terminal."""

from collections.abc import Iterator

from generator.editing.bringing import Outcome
from generator.editing.proposal import row_name
from generator.editing.seat import Origin
from generator.locale import Language, Message, say
from generator.report.difference import DIFFERENCE_FORMATS, Difference

_MOST_SHOWN = 20


def refused(name: str, refusal: tuple[Message, Message], words: Language) -> Iterator[str]:
    """Why nothing of a file can be brought, and what to do."""
    yield f"{name}: {words.word(refusal[0])}"
    yield f"  = {words.gettext('bantuan')}: {words.word(refusal[1])}"


def lines(name: str, found: Outcome, difference: Difference | None, words: Language) -> Iterator[str]:
    """Problems by cell first, then what would change, and what to look at before it is written."""
    for problem in found.cell_problems:
        where = _where(name, Origin(problem.sheet, problem.cell))
        yield from _problem(where, problem.code, problem.message, problem.help, words)
    for origin, each in found.problems:
        place = _where(name, origin) if origin else f"{each.place.path}:{each.place.line}"
        yield from _problem(place, each.code, each.message, each.help, words)
    for (at, text), own in found.names.items():
        yield words.gettext("{sel}: `{nama}` dibaca sebagai `{id}`").format(sel=_where(name, at), nama=text, id=own)
    if difference:
        yield DIFFERENCE_FORMATS["text"](difference, words)
        yield from _without_reason(difference, words)
    elif found.after == found.before and not (found.cell_problems or found.refusal):
        yield words.gettext("Tidak ada yang berubah.")
    for leap in found.leaps:
        where = _where(name, leap.origin) if leap.origin else name
        yield words.gettext("{sel}: periksa angka ini, seratus kali atau lebih: {lama} → {baru}").format(
            sel=where, lama=leap.old, baru=leap.new
        )
    if found.missing:
        listed = ", ".join(f"{sheet} {row_name(row)}" for sheet, row in found.missing[:_MOST_SHOWN])
        yield words.gettext("Tidak ada di buku kerja dan tetap di rencana ({jumlah} baris): {daftar}").format(
            jumlah=len(found.missing), daftar=listed + (" …" if len(found.missing) > _MOST_SHOWN else "")
        )


def _without_reason(difference: Difference, words: Language) -> Iterator[str]:
    """Promises that would move without a reason, and where in the workbook it is given."""
    moved = {change.item or "–" for change, reason in difference.reasons.items() if reason is None}
    if moved:
        listed = ", ".join(sorted(moved)[:_MOST_SHOWN]) + (" …" if len(moved) > _MOST_SHOWN else "")
        yield words.word(
            say(
                "Janji yang berubah tanpa alasan: {daftar}. Tulis alasannya di lembar Alasan perubahan: "
                "satu baris untuk tiap id, dengan tanggal perubahan dan alasan yang dimengerti pembaca.",
                daftar=listed,
            )
        )


def _problem(place: str, code: str, message: Message, help_: Message | None, words: Language) -> Iterator[str]:
    yield f"{place}: {words.gettext('kesalahan')}[{code}] {words.word(message)}"
    if help_:
        yield f"  = {words.gettext('bantuan')}: {words.word(help_)}"


def _where(name: str, at: Origin) -> str:
    return f"{name}, {at.sheet}!{at.cell}" if at.cell else f"{name}, {at.sheet}"
