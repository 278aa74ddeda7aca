"""What a workbook or a proposal that was brought comes to, for a terminal."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.checks.problems.most import MOST
from generator.diagnostics import Problem
from generator.editing.bringing import Leap, Outcome
from generator.editing.proposal import row_name
from generator.editing.seat import Origin
from generator.editing.sheet import CellProblem
from generator.locale import Language, Message, say
from generator.report.difference import DIFFERENCE_FORMATS, Difference
from generator.report.wording import one_line

_MOST_SHOWN = 20
_Told = TypeVar("_Told")


def refused(name: str, refusal: tuple[Message, Message], words: Language) -> Iterator[str]:
    """Why nothing of a file can be brought, and what to do."""
    yield one_line(f"{name}: {words.word(refusal[0])}")
    yield _remedy(refusal[1], words)


def lines(name: str, found: Outcome, difference: Difference | None, words: Language) -> Iterator[str]:
    """Problems by cell first, then what would change, and what to look at before it is written.

    Each is one line, whatever stands in the file, and of no kind are there more than of the problems of a plan's file.
    """

    def of_cell(problem: CellProblem) -> Iterator[str]:
        where = _where(name, Origin(problem.sheet, problem.cell))
        yield from _problem(where, problem.code, problem.message, problem.help, words)

    def of_plan(told: tuple[Origin | None, Problem]) -> Iterator[str]:
        origin, each = told
        place = _where(name, origin) if origin else f"{each.place.path}:{each.place.line}"
        yield from _problem(place, each.code, each.message, each.help, words)

    def of_name(told: tuple[tuple[Origin, str], str]) -> Iterator[str]:
        (at, text), own = told
        line = words.gettext("{sel}: `{nama}` dibaca sebagai `{id}`")
        yield one_line(line.format(sel=_where(name, at), nama=text, id=own))

    def of_leap(leap: Leap) -> Iterator[str]:
        where = _where(name, leap.origin) if leap.origin else name
        line = words.gettext("{sel}: periksa angka ini, seratus kali atau lebih: {lama} → {baru}")
        yield one_line(line.format(sel=where, lama=leap.old, baru=leap.new))

    yield from _first(found.cell_problems, of_cell, words)
    yield from _first(found.problems, of_plan, words)
    yield from _first(tuple(found.names.items()), of_name, words)
    if difference:
        yield DIFFERENCE_FORMATS["text"](difference, words)
        yield from _without_reason(difference, words)
    elif found.after == found.before and not (found.cell_problems or found.refusal):
        yield words.gettext("Tidak ada yang berubah.")
    yield from _first(found.leaps, of_leap, words)
    if found.missing:
        listed = ", ".join(f"{sheet} {row_name(row)}" for sheet, row in found.missing[:_MOST_SHOWN])
        line = words.gettext("Tidak ada di buku kerja dan tetap di rencana ({jumlah} baris): {daftar}")
        rest = " …" if len(found.missing) > _MOST_SHOWN else ""
        yield one_line(line.format(jumlah=len(found.missing), daftar=listed + rest))


def _first(told: Sequence[_Told], lines_of: Callable[[_Told], Iterator[str]], words: Language) -> Iterator[str]:
    for each in told[:MOST]:
        yield from lines_of(each)
    if len(told) > MOST:  # at least: who finds that many looks no further
        yield words.word(say("… dan sedikitnya {jumlah} lagi", jumlah=len(told) - MOST))


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
    yield one_line(f"{place}: {words.gettext('kesalahan')}[{code}] {words.word(message)}")
    if help_:
        yield _remedy(help_, words)


def _remedy(help_: Message, words: Language) -> str:
    return "  " + one_line(f"= {words.gettext('bantuan')}: {words.word(help_)}")


def _where(name: str, at: Origin) -> str:
    return f"{name}, {at.sheet}!{at.cell}" if at.cell else f"{name}, {at.sheet}"
