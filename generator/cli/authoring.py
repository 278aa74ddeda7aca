"""`schema` and `new`: help for those who write plans."""

import os
from pathlib import Path
from typing import Any

import click

from generator.cli.asking import asking, at_a_terminal, taking_defaults
from generator.cli.options import NEW_PLANS, NamedPath
from generator.cli.plans_folder import nearest
from generator.cli.today import today
from generator.cli.words import LANG, speech, told
from generator.locale import say
from generator.model.terms import DocumentKind, LegalForm, PlanStatus
from generator.scaffold import (
    FORGES,
    PROGRAM,
    GivenAnswers,
    Refusal,
    add,
    interview,
    is_schema_file,
    pinned,
    put,
    repository_files,
    schema_file,
    surroundings,
    write,
)
from generator.store.atomic import write_whole
from generator.store.opening import LARGEST, Unopened, content
from generator.store.paths import real
from generator.store.refusals import why


@click.command(epilog="Contoh: rencana schema --output .vscode/rencana.schema.json")
@click.option("--output", type=NamedPath(dir_okay=False), help="Simpan ke berkas ini.")
@click.option("--whole", is_flag=True, help="Wajibkan semua bagian: untuk rencana dalam satu berkas.")
@LANG
def schema(output: Path | None, whole: bool) -> None:
    """Tulis skema JSON rencana, agar penyunting dapat melengkapi dan menjelaskan isian."""
    schema = schema_file(whole=whole)
    if output is None:
        click.echo(schema.decode(), nl=False)
        return
    if not _may_be_replaced(output):
        foreign = say(
            "{berkas} sudah ada dan bukan skema dari program ini, atau diubah sesudahnya; tidak ditimpa."
            " Pilih nama lain",
            berkas=str(output),
        )
        raise click.UsageError(told(foreign))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_whole(real(output), schema)
    except OSError as error:
        raise click.FileError(str(output), told(why(error))) from None


def _may_be_replaced(output: Path) -> bool:
    """Whether nothing stands there, or a schema as this program wrote it."""
    try:
        return not os.path.lexists(output) or is_schema_file(content(output, LARGEST))
    except Unopened:
        return False


@click.command(epilog='Contoh: rencana new --name "Kabupaten Sleman" --period 2025-2029')
@NEW_PLANS
@click.option("--institution", default="", metavar="FOLDER", help="Nama folder lembaga, misalnya kabupaten-sleman.")
@click.option("--name", default="", help="Nama resmi lembaga.")
@click.option("--kind", default="", help="Jenis lembaga, misalnya kabupaten, lembaga, bumn atau perguruan_tinggi.")
@click.option("--code", default="", help="Kode lembaga; kode daerah dicari dari namanya.")
@click.option("--province", default="", help="Provinsi; diketahui dari kode Kemendagri.")
@click.option("--site", default="", help="Alamat situs resmi.")
@click.option("--ppid", "information_officer", default="", help="Alamat PPID.")
@click.option("--period", default="", help="Masa rencana, misalnya 2025-2029.")
@click.option("--title", default="", help="Judul rencana.")
@click.option(
    "--document-kind",
    type=click.Choice([each.value for each in DocumentKind]),
    default="rencana_induk_egov",
    show_default=True,
    help="Jenis dokumen.",
)
@click.option("--status", type=click.Choice([each.value for each in PlanStatus]), help="Status rencana.")
@click.option("--decree-form", type=click.Choice([each.value for each in LegalForm]), help="Bentuk penetapannya.")
@click.option("--decree-number", default="", help="Nomor peraturan yang menetapkan.")
@click.option("--decree-year", default="", help="Tahun peraturan.")
@click.option("--decree-link", default="", help="Alamat naskah peraturan.")
@click.option("--licence", default="CC-BY-4.0", show_default=True, help="Lisensi isi rencana.")
@click.option("--example", is_flag=True, help="Rencana karangan: setiap halamannya menyebutkannya.")
@click.option("--forge", type=click.Choice(FORGES), help="Situs Git yang dipakai; menentukan alur kerjanya.")
@click.option("--site-url", default="", metavar="ALAMAT", help="Alamat situs sesudah terbit.")
@click.option("--repo-url", default="", metavar="ALAMAT", help="Alamat repositori di situs Git.")
@click.option("--install", default="", metavar="SUMBER", help="Dari mana alur kerja memasang rencana: `rencana pin`.")
@LANG
def new(plans: Path, **options: Any) -> None:
    """Buat repositori dengan rencana baru berisi penjelasan; yang belum diberikan ditanyakan di terminal.

    Dalam repositori yang sudah ada hanya rencananya yang dibuat. Berkas yang ada tidak pernah ditimpa.
    """
    words = speech()
    ask = asking(words) if at_a_terminal() else taking_defaults
    base = real(plans).parent
    around: dict[str, bytes] = {}
    try:
        given = GivenAnswers(
            **{name: value or "" for name, value in options.items() if name != "example"}, example=options["example"]
        )
        plan = interview(given, ask, today(base))
        if not (base / "mkdocs.yml").exists():
            around = repository_files(surroundings(given, ask, plan.institution.name))
        folder = write(plan, plans)
        written, kept = add(around, base)
    except Refusal as refusal:
        raise click.UsageError(words.word(refusal.message)) from None
    except click.Abort:
        raise click.UsageError(words.gettext("jawaban belum lengkap; tidak ada yang dibuat")) from None
    except OSError as error:
        raise click.FileError(str(error.filename or plans), told(why(error))) from None
    click.echo(words.word(say("Rencana baru: {folder}", folder=folder.as_posix())))
    for path in written:
        click.echo(f"  + {path}")
    for path in kept:
        click.echo(words.word(say("  sudah ada atau di balik tautan, dibiarkan: {berkas}", berkas=path)))
    if around and not (base / PROGRAM).is_file():
        click.echo(words.gettext("Alur kerja belum tahu dari mana memasang `rencana`: jalankan `rencana pin SUMBER`."))
    click.echo(words.gettext("Isi berkasnya, lalu jalankan `rencana check`."))


@click.command(epilog="Contoh: rencana pin ~/Unduhan/rencana_induk-0.1.0-py3-none-any.whl")
@click.argument("source", metavar="SUMBER")
@LANG
def pin(source: str) -> None:
    """Sebut dari mana alur kerja memasang rencana: tulis folder alat/ dengan sidik semua berkasnya.

    SUMBER adalah berkas .whl (disalin ke alat/), alamat Git dengan komitnya (https://…/rencana.git@KOMIT), atau indeks
    dengan sidik rodanya (https://…/simple/#sha256=…). Versinya harus versi program ini. Roda lama dibiarkan.
    """
    words = speech()
    found = nearest()
    base = found.base if found else Path.cwd()
    try:
        files = pinned(source)
        put(files, base)
    except Refusal as refusal:
        raise click.UsageError(words.word(refusal.message)) from None
    except OSError as error:
        raise click.FileError(str(error.filename or base), told(why(error))) from None
    for path in files:
        click.echo(path)
    click.echo(words.gettext("Simpan folder alat/ dalam repositori; alur kerja memasang persis itu."))
