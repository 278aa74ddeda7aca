"""What a command that makes pages says when it is done: what stands, what failed, what nobody told it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from generator.build.building import Built
from generator.build.institutions import Institutions
from generator.build.jobs import BuildInputs
from generator.build.site_files import LeftOut
from generator.cli.words import speech, told
from generator.diagnostics import Severity
from generator.locale import say
from generator.model.history import History
from generator.pages.portal.former import MOST, dropped
from generator.reading.past.folders import BEYOND
from generator.reading.past.states import SHALLOW
from generator.reading.past.unavailable import Unavailable
from generator.reading.plan_files import shown
from generator.report import FORMATS, Report

T = TypeVar("T")

_NAMED = 3
"""Institutions that are named where many are told the same."""


def tell(whole: Institutions, form: str = "concise") -> int:
    """Print the problems below what was done; the exit code."""
    if found := problems(whole, form):
        click.echo(found, err=True)
    is_lost = any(_is_lost(history) for history in whole.past.values())
    is_wrong = any(problem.severity is Severity.ERROR for problem in whole.problems)
    return 1 if whole.held_back or whole.closed or is_lost or is_wrong else 0


def _is_lost(history: History) -> bool:
    """Whether a past is there and not known: what plans promised first would leave the site without a word. One that
    was left out on purpose is told only, as is too much for one institution."""
    return bool(history.help) and history.reason not in (SHALLOW, BEYOND)


def problems(whole: Institutions, form: str) -> str:
    """What is wrong with the files, as the plans' report words it; empty where nothing is."""
    return FORMATS[form](Report.of(whole.problems, (), (), whole.plans), speech()) if whole.problems else ""


def shortfalls(built: Built) -> Iterator[str]:
    """Which institutions are not as they are today, and which files have no place: a line each."""
    yield from stands_in({slug: (one.day, one.reason) for slug, one in built.stale.items()})
    if built.without_cache:
        yield told(built.without_cache)
    yield from left_out(built.left_out)
    if built.unordered:
        unordered = say(
            "indeks pencarian dibiarkan seperti yang ditulis Pagefind, karena bentuknya tidak dikenal"
            " ({sebab}); pencarian berjalan, tetapi urutannya dapat berbeda pada pembangunan berikutnya",
            sebab=str(built.unordered),
        )
        yield told(unordered)
    yield from unmade(built.failures)


def stands_in(stale: Mapping[str, tuple[date, str]]) -> Iterator[str]:
    """Which institutions show pages of another day, of which, and why."""
    for (day, reason), slugs in _alike(stale):
        stands = say("{lembaga}: tampil dengan halaman per {hari}: {sebab}", lembaga=slugs, hari=str(day), sebab=reason)
        yield told(stands)


def kept(reasons: Mapping[str, str]) -> Iterator[str]:
    """Of which institutions the files in a folder stay as they are, and why."""
    for reason, slugs in _alike(reasons):
        yield told(say("{lembaga}: halaman yang sudah ada tetap dipakai: {sebab}", lembaga=slugs, sebab=reason))


def left_out(files: Sequence[LeftOut]) -> Iterator[str]:
    """Which files that people put beside our pages are on no site."""
    for path, reason in files:
        yield told(say("{berkas}: tidak disalin: {sebab}", berkas=f"site_files/{shown(path)}", sebab=reason))


def unmade(failures: Mapping[str, str]) -> Iterator[str]:
    """Which institutions have no pages as they are today, and why."""
    for failure, slugs in _alike(failures):
        yield f"{slugs}: {failure.strip()}"


def _alike(things: Mapping[str, T]) -> Iterator[tuple[T, str]]:
    """What is told of institutions, once for all that are told the same: a broken template breaks every one of them."""
    groups: dict[T, list[str]] = {}
    for slug, what in things.items():
        groups.setdefault(what, []).append(slug)
    for what, slugs in groups.items():
        named = ", ".join(slugs[:_NAMED])
        many = say("{lembaga} dan {jumlah} lembaga lain", lembaga=named, jumlah=len(slugs) - _NAMED)
        yield what, told(many) if len(slugs) > _NAMED else named


def tell_what_is_missing(whole: Institutions, given: BuildInputs) -> None:
    """What the site had to leave out because nobody told it, once each."""
    words = speech()
    unknown = {
        address.institution: (history.reason, history.help)
        for address, history in whole.past.items()
        if history.reason and history.help
    }
    is_everybodys = unknown.keys() == {address.institution for address in whole.past} and len({*unknown.values()}) == 1
    for (reason, help), slugs in _alike(unknown):
        if is_everybodys and reason != BEYOND:
            click.echo(words.word(Unavailable(reason, help).warning()), err=True)
            continue
        told_of_some = say(
            "peringatan: {lembaga}: {sebab}, jadi riwayat rencananya tidak diketahui; {cara}",
            lembaga=slugs,
            sebab=reason,
            cara=help,
        )
        click.echo(words.word(told_of_some), err=True)
    if elsewhere := whole.elsewhere():
        click.echo(words.word(elsewhere.caution()), err=True)
    for count, slugs in _alike(dropped(whole.past, whole.addresses)):
        left = say(
            "peringatan: {lembaga}: {jumlah} alamat lama tidak lagi diterbitkan; {batas} yang terbaru tetap ada",
            lembaga=slugs,
            jumlah=count,
            batas=MOST,
        )
        click.echo(words.word(left), err=True)
    if not given.site.url:
        unnamed = say(
            "peringatan: site_url belum diisi pada mkdocs.yml; situs ini tanpa alamat kanonis dan tanpa peta situs"
        )
        click.echo(words.word(unnamed), err=True)


def finished(built: Built, what: str, output: Path, given: BuildInputs) -> None:
    """Tell what came of a command that made something, and end it with its exit code."""
    for line in shortfalls(built):
        click.echo(line, err=True)
    click.echo(f"{what}: {output}")
    tell_what_is_missing(built.country, given)
    raise SystemExit(max(tell(built.country), 1 if built.failures else 0))
