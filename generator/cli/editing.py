"""`export` and `import`: a plan as a workbook, and what a workbook or a proposal brings back."""

import os
import shlex
from datetime import date
from pathlib import Path

import click

from generator.cli.options import AS_OF, LIMIT, PLANS_OR_NEW, NamedPath
from generator.cli.today import today
from generator.cli.words import LANG, speech, told
from generator.locale import say
from generator.reading.selection import select
from generator.store.paths import real


@click.command(epilog="Contoh: rencana export plans/kabupaten-sagara/2025-2029 --format xlsx --output rencana.xlsx")
@click.argument("plan", required=False, type=NamedPath())
@click.option(
    "--format",
    "form",
    type=click.Choice(("xlsx", "csv", "json")),
    default="xlsx",
    show_default=True,
    help="Bentuk berkas.",
)
@click.option("--output", type=NamedPath(), help="Simpan ke berkas ini, atau ke folder ini untuk csv.")
@click.option("--sheet", "sheets", multiple=True, metavar="NAMA", help="Hanya lembar ini; boleh diulang.")
@click.option("--template", is_flag=True, help="Buku kerja kosong untuk menyusun rencana baru.")
@AS_OF
@LANG
def export(
    plan: Path | None, form: str, output: Path | None, sheets: tuple[str, ...], template: bool, as_of: date | None
) -> None:
    """Tulis sebuah rencana sebagai buku kerja, tabel, atau JSON.

    PLAN adalah berkas atau folder rencana. JSON ditulis ke keluaran baku bila tanpa --output.
    """
    from generator.pipeline import exporting

    if template == bool(plan):
        raise click.UsageError(speech().gettext("sebut rencananya, atau pakai --template tanpa rencana"))
    try:
        files = exporting.exported(plan, form, as_of or _today_of(plan), sheets) if plan else exporting.blank()
    except exporting.NotExported as refused:
        raise click.UsageError(told(refused.message)) from None
    if output is None and form == "json" and not template:
        click.echo(next(iter(files.values())), nl=False)
        return
    try:
        for path in exporting.written(files, output):
            click.echo(str(path))
    except exporting.NotExported as refused:
        raise click.ClickException(told(refused.message)) from None


@click.command(name="import", epilog="Contoh: rencana import rencana.xlsx --write")
@click.argument("file", metavar="BERKAS", type=NamedPath(exists=True, dir_okay=False))
@PLANS_OR_NEW
@click.option("--write", is_flag=True, help="Tulis perubahannya; tanpa ini hanya ditunjukkan.")
@click.option("--delete", is_flag=True, help="Hapus dari rencana baris yang tidak ada lagi di buku kerja.")
@click.option("--yakin", is_flag=True, help="Terima angka yang menjadi seratus kali lebih besar atau lebih kecil.")
@AS_OF
@LANG
@LIMIT
@click.pass_context
def bring(
    context: click.Context,
    file: Path,
    plans: Path,
    write: bool,
    delete: bool,
    yakin: bool,
    as_of: date | None,
    limit: int,
) -> None:
    """Bawa kembali sebuah buku kerja (.xlsx) atau usulan (usulan.json, isu .md) ke berkas rencana.

    Tanpa --write hanya menunjukkan apa yang akan berubah. Komentar, tanda kutip dan urutan dalam berkas tetap.
    """
    from generator.cli.kept import own_cache
    from generator.editing.saving import ChangedMeanwhile, LeadsElsewhere
    from generator.pipeline import importing
    from generator.reading.apart import too_long
    from generator.reading.library import Library
    from generator.reading.time_limit import OutOfTime, at_most

    words, library = speech(), Library(own_cache(real(plans).parent))
    day = as_of or today(real(plans).parent)
    try:
        with at_most(limit):
            found = importing.brought(file, real(plans), day, library, delete=delete)
    except OutOfTime:
        late = words.gettext("{berkas} tidak selesai dibaca: {sebab}")
        raise click.ClickException(late.format(berkas=file, sebab=too_long(limit))) from None
    for line in found.lines(file.name, words):
        click.echo(line)
    if found.against:
        context.exit(1)
    if found.leaps and not yakin and write:
        click.echo(words.gettext("Tidak ada yang ditulis: periksa angka di atas, lalu ulangi dengan --write --yakin."))
        context.exit(1)
    if not found.differs:
        return
    if not write:
        click.echo(words.gettext("Belum ada yang ditulis. Bila sudah benar, ulangi dengan --write."))
        return
    try:
        for path in importing.saved(found, real(plans)):
            click.echo(words.gettext("Ditulis: {berkas}").format(berkas=os.path.relpath(path)))
        if found.is_new:
            click.echo(words.gettext("Rencana baru ini selanjutnya diperiksa dengan `rencana check`."))
        if importing.is_workbook(file):
            plan = os.path.relpath(real(plans).parent / found.plan)
            command = shlex.join(("rencana", "export", plan, "--output", str(file.with_stem(f"{file.stem}-baru"))))
            click.echo(
                words.gettext("Untuk menyunting lagi, ekspor buku kerja yang baru: {perintah}").format(perintah=command)
            )
    except ChangedMeanwhile as changed:
        raise click.ClickException(
            words.gettext("{berkas} berubah sementara itu; tidak ada yang ditulis, ulangi").format(berkas=changed.path)
        ) from None
    except LeadsElsewhere as linked:
        refusal = say(
            "{folder} hanya tautan, yang tidak diikuti; tidak ada yang ditulis. Ganti dengan folder, lalu ulangi",
            folder=str(linked.path),
        )
        raise click.ClickException(told(refusal)) from None
    except OSError as error:
        from generator.store.refusals import why

        raise click.FileError(str(error.filename), told(why(error))) from None


def _today_of(plan: Path) -> date:
    return today(next((each.base for each in select((plan,), Path.cwd())), Path.cwd()))
