"""`check` and `explain`: what is wrong with plans, what they leave open, and what that means."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.endings import FAULT, tell_unfinished
from generator.cli.kept import again_in_doubt, own_cache
from generator.cli.options import AS_OF, LIMIT, NamedPath
from generator.cli.plans_folder import nearest, refuse_elsewhere
from generator.cli.today import today
from generator.cli.words import LANG, speech, told
from generator.diagnostics import Problem, Severity
from generator.diagnostics.explanations import explanation, nearest_code
from generator.locale import Language, say
from generator.pipeline import looking
from generator.publishing.configuration import branch_told
from generator.reading.library import Library
from generator.reading.past.elsewhere import stood_elsewhere
from generator.reading.past.published_branch import BranchTold
from generator.reading.past.repository import prefix_of, repository_at
from generator.reading.past.unavailable import Unavailable
from generator.reading.selection import PLANS, Selection, misnamed_root, select
from generator.report import FOR_A_FORGE, FORMATS, Report, full

_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "finding": {"fg": "cyan", "bold": True},
    "label": {"fg": "blue"},
    "frame": {"fg": "blue", "bold": True},
    "strong": {"bold": True},
}


@click.command(epilog="Contoh: rencana check plans/kabupaten-sagara --format concise")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=NamedPath(exists=True))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="full", show_default=True, help="Bentuk laporan."
)
@AS_OF
@LANG
@click.option("--since", metavar="REV", help="Tunjukkan hanya yang belum ada pada revisi Git ini.")
@click.option("--strict", is_flag=True, help="Peringatan dan temuan juga dianggap gagal.")
@LIMIT
@again_in_doubt
def check(paths: tuple[Path, ...], form: str, as_of: date | None, since: str | None, strict: bool, limit: int) -> None:
    """Periksa rencana dan tunjukkan yang salah dan yang belum lengkap.

    PATH boleh berkas atau folder rencana, folder lembaga, folder `plans`, atau folder yang memuatnya; tanpa PATH
    semua rencana diperiksa. Dengan --since, yang lama tidak diulang dan tidak menentukan kode keluar.

    Kode keluar: 0 tanpa kesalahan, 1 ada kesalahan, 2 salah pakai, 3 ada rencana yang tidak selesai diperiksa
    karena galat program.
    """
    selections = select(paths, Path.cwd()) if paths else list(filter(None, [nearest()]))
    if not selections:
        other = misnamed_root(Path.cwd())
        named = say(
            "sebut foldernya, `rencana check {nama}`, atau ganti namanya menjadi `plans` bila belum terbit", nama=other
        )
        way_out = named if other else say("sebutkan PATH")
        raise click.UsageError(
            told(say("tidak ada folder `plans` di sini atau di atasnya; {bantuan}", bantuan=way_out))
        )
    for selection in selections:
        if selection.is_whole and selection.root.name == PLANS:  # a file or a draft alone may stand anywhere
            refuse_elsewhere(selection.root)
    day, library, words = as_of or today(selections[0].base), Library(own_cache(selections[0].base)), speech()
    branch = branch_told(selections[0].base, os.environ)
    report = looking.check(selections, day, library, limit, branch)
    if form in FOR_A_FORGE:
        report = replace(report, prefix=prefix_of(selections[0].base))
    if paths and not report.plans and not report.entries:
        raise click.UsageError(words.gettext("tidak ada rencana pada PATH yang disebut"))
    if since is not None:
        report = _new_since(report, selections, since, day, library, words, limit, branch)
    colourful = form == "full" and sys.stdout and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    text = full(report, words, _paint) if colourful else FORMATS[form](report, words)
    if text:
        click.echo(text)
    _tell_lost_past(selections, words)
    tell_unfinished(report.failures)
    if report.failures:
        raise SystemExit(FAULT)
    raise SystemExit(1 if report.count(Severity.ERROR) or (strict and report.entries) else 0)


def _tell_lost_past(selections: list[Selection], words: Language) -> None:
    """Say where Git does not read a past that is there: a site would be built without it, and not with success. And
    where one is not followed to another folder."""
    for base in dict.fromkeys(selection.base for selection in selections):
        found = repository_at(base)
        if isinstance(found, Unavailable) and found.help:
            click.echo(words.word(found.warning()), err=True)
        roots = dict.fromkeys(each.root.name for each in selections if each.base == base and not each.lone)
        for elsewhere in filter(None, (stood_elsewhere(found, root) for root in roots)):
            click.echo(words.word(elsewhere.caution()), err=True)


def _new_since(
    report: Report,
    selections: list[Selection],
    since: str,
    day: date,
    library: Library,
    words: Language,
    limit: int,
    branch: BranchTold,
) -> Report:
    before: list[Problem] = []
    for root in dict.fromkeys(selection.root for selection in selections):
        found = looking.check_at(root, since, day, library, limit, branch)
        if isinstance(found, Unavailable):
            raise click.UsageError(found.told(words))
        before += found.entries
        for plan, failure in found.failures.items():
            unfinished = say(
                "{rencana} pada {revisi}: tidak selesai diperiksa: {sebab}; semua catatannya dianggap baru",
                rencana=plan,
                revisi=since,
                sebab=failure,
            )
            click.echo(words.word(unfinished), err=True)
        _tell_left_out(looking.left_out_since(root, since, branch), since, words)
    new = report.new_since(before)
    if left := len(report.entries) - len(new.entries):
        click.echo(
            words.word(say("{jumlah} catatan yang sudah ada pada {revisi} tidak diulang", jumlah=left, revisi=since)),
            err=True,
        )
    return new


def _tell_left_out(versions: Mapping[str, int], since: str, words: Language) -> None:
    """Nothing is wrong with the plans, and a merge on the forge keeps the past; so this is told, and fails nothing."""
    for institution, number in versions.items():
        click.echo(
            words.word(
                say(
                    "peringatan: {lembaga}: {jumlah} versi yang terbit sampai {revisi} hilang dari riwayat bila cabang "
                    "ini menjadi cabang terbit tanpa komit penggabungan (fast-forward); gabungkan dengan tombol di "
                    "situs Git, atau dengan `git merge --no-ff` pada cabang terbit",
                    lembaga=institution,
                    jumlah=number,
                    revisi=since,
                )
            ),
            err=True,
        )


@click.command(epilog="Contoh: rencana explain rujukan-tidak-dikenal")
@click.argument("code", metavar="CODE")
@LANG
def explain(code: str) -> None:
    """Jelaskan sebuah kode: apa, mengapa, cara memperbaiki, dengan contoh."""
    page = explanation(code)
    if page is None:
        near = nearest_code(code)
        unknown = say("kode `{kode}` tidak dikenal", kode=code)
        if near:
            unknown = say("{kode_tak_dikenal}; mungkin maksudnya `{kode}`", kode_tak_dikenal=unknown, kode=near)
        raise click.BadParameter(told(unknown), param_hint="CODE")
    click.echo(page.text)
    if address := _site_of(Path.cwd()):
        from generator.pages.addresses import explained

        click.echo("\n" + told(say("Di situs: {alamat}", alamat=f"{address}{explained(page.code)}")))


def _site_of(folder: Path) -> str:
    """The address of the site of the plans here or above, where their own settings name one."""
    from generator.publishing.configuration import configuration  # only `explain` asks

    found = select((), folder)
    if not found or not (found[0].base / "mkdocs.yml").is_file():
        return ""
    try:
        return configuration(found[0].base).url
    except ValueError:  # whoever builds the site is told
        return ""


def _paint(text: str, role: str) -> str:
    return click.style(text, **_STYLES[role])
